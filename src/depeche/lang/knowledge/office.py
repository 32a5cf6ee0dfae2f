"""Who held an office of a country, or of an organisation, on a day?"""

from __future__ import annotations

from functools import cache

from depeche.lang import FRENCH, Row, read_table
from depeche.lang.knowledge import file

COLUMNS = ("office", "country", "name", "gender", "start", "until", "wikidata", "source")
LAST_DAY = "2026-01-31"
"""The holders table covers nothing later."""

INSTEAD = {
    "president": ("roi", "emir", "sultan", "empereur", "prince", "grand-duc", "pape"),
    "premier-ministre": ("chancelier",),
}
"""Where a country hasn't got an office, `chef de l'État` or `chef du gouvernement` names the one in its place."""

CALLED = {("secretaire-d-etat", "us"): "ministre-des-affaires-etrangeres"}
"""What an office is that one country calls as others call another."""


def holder_of(office: str, country: str, day: str | None) -> tuple[str, str] | None:
    """Who (French name, gender) held this office of this country on this ISO day? `None` where no source says.

    The table answers up to `LAST_DAY`; where it does not, the imported knowledge file, up to the day of its dump.

    >>> holder_of("president", "ru", "2024-11-27")
    ('Vladimir Poutine', 'm')
    >>> holder_of("president", "ru", None) is None
    True

    Source: CIA World Factbook, 2014 to January 2026; ministers: every-politician (from Wikidata), to mid-2022.
    """
    if not day:
        return None
    office = CALLED.get((office, country), office)
    return (_listed(office, country, day) if day <= LAST_DAY else None) or file.holder_of(office, country, day)


def _listed(office: str, country: str, day: str) -> tuple[str, str] | None:
    for name in (office, *INSTEAD.get(office, ())):
        rows = holders().get((name, country), ())
        for row in rows:
            if row["start"] <= day and (not row["until"] or day < row["until"]):
                return row["name"], row["gender"]
        if rows:
            return None
    return None


@cache
def holders() -> dict[tuple[str, str], list[Row]]:
    """The rows of `holders.tsv` by office and country, in order of time."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in read_table(FRENCH / "holders.tsv", COLUMNS):
        found.setdefault((row["office"], row["country"]), []).append(row)
    return found


@cache
def people() -> dict[str, tuple[str, str, str]]:
    """Country, gender and Wikidata id of everybody in `holders.tsv`, by French name."""
    found: dict[str, tuple[str, str, str]] = {}
    for (_, country), rows in holders().items():
        for row in rows:
            found.setdefault(row["name"], (country if len(country) == 2 else "", row["gender"], row["wikidata"]))
    return found
