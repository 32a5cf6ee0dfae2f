"""Where is a place? Towns, seas and regions under their French names, with country and coordinates."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from depeche.lang import FRENCH
from depeche.lang.knowledge import country
from depeche.lang.knowledge.spelling import find, spellings

COLUMNS = "name\tvariants\tcountry\tlat\tlon\tpopulation\twikidata\tsource"
HOME = "fr"
"""The country whose towns a French dispatch names without saying so."""

HOME_TOWN = 50_000
"""People from which a town of the home country is meant before a bigger one abroad ..."""

HOME_FACTOR = 10
"""... unless that is so many times as big."""


class Place(NamedTuple):
    """A country's code (`None` where several share the place, as a sea) and degrees (`None` where the place is no point)."""

    country: str | None
    lat: float | None
    lon: float | None


def place_named(form: str) -> Place | None:
    """Where is the place of this name? A country before a town, a capital before others, then as `_rank` says.

    >>> place_named("Astana")
    Place(country='kz', lat=51.18, lon=71.446)
    >>> place_named("France"), place_named("Donbass").country, place_named("mer Noire").country
    (Place(country='fr', lat=None, lon=None), 'ua', None)
    >>> place_named("Brest").country, place_named("Valence").country, place_named("Tripoli").country
    ('fr', 'es', 'ly')
    >>> place_named("Atlantide") is None
    True

    Source: GeoNames (CC BY 4.0), Natural Earth (public domain).
    """
    code = country.country_named(form)
    if code and not country.country_of_capital(form):
        return Place(code, None, None)
    line = find(_lines(), form) or (find(_lines(), form.title()) if form.isupper() else None)
    if line is None:
        return Place(code, None, None) if code else None
    _, _, land, lat, lon, *_ = line.split("\t")
    return Place(land or None, float(lat) if lat else None, float(lon) if lon else None)


def forms() -> list[str]:
    """Every form of every place of `places.tsv`."""
    return list(_lines())


@cache
def _lines() -> dict[str, str]:
    """The line of `places.tsv` by each form of the place; read as it stands, since 35,000 rows are many to take apart."""
    found: dict[str, str] = {}
    lines = (FRENCH / "places.tsv").read_text(encoding="utf-8").split("\n")
    ranked: dict[str, tuple[bool, float]] = {}
    for line in lines[lines.index(COLUMNS) + 1 :]:
        if not line:
            continue
        name, variants, land, _, _, population, *_ = line.split("\t")
        for form in (name, *variants.split("|")) if variants else (name,):
            for spelling in spellings(form):
                rank = _rank(spelling, land, int(population))
                if spelling not in found or rank > ranked[spelling]:
                    found[spelling], ranked[spelling] = line, rank
    return found


def _rank(form: str, land: str, population: int) -> tuple[bool, float]:
    """A capital comes first; a French town of 50,000 counts ten times; else the most populous."""
    is_capital = country.index("capital").get(form) == land
    return is_capital, population * (HOME_FACTOR if land == HOME and population >= HOME_TOWN else 1)
