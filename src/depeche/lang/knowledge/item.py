"""What does one item of a Wikidata dump tell of actors? French names, kind, country, gender, offices held; or a position."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from depeche.lang import FRENCH, read_table
from depeche.lang.knowledge.country import countries, country_named, country_of_adjective
from depeche.lang.knowledge.office import CALLED
from depeche.lang.knowledge.spelling import plain, slug

Item = dict[str, Any]
GENDERS = {"Q6581097": "m", "Q2449503": "m", "Q6581072": "f", "Q1052281": "f"}
COUNTRY_OF_PERSON, COUNTRY, JURISDICTION = "P27", "P17", "P1001"
INSTANCE_OF, GENDER, POSITION_HELD, START, END = "P31", "P21", "P39", "P580", "P582"

WITH_FIELD = ("ministre", "vice-ministre", "secretaire-d-etat")
LINKS = ("de", "du", "des", "la", "le", "les", "d'", "l'")
OTHER_PRESIDENTS = re.compile(r"présidente? (?:du |de l'assemblée|de la (?:chambre|cour|commission|région))")


@dataclass(frozen=True)
class Actor:
    """A person, organisation or group of the dump; `held` are (position, start, until) of its offices."""

    qid: str
    name: str
    kind: str
    country: str | None
    gender: str | None
    weight: int
    forms: list[str]
    held: list[tuple[str, str, str | None]] = field(default_factory=list)


@cache
def kinds() -> dict[str, str]:
    """The kind of an actor by the class of the item."""
    rows = read_table(FRENCH.parent / "wikidata_kinds.tsv", ("class", "kind", "label"), key="class")
    return {row["class"]: row["kind"] for row in rows}


@cache
def _codes() -> dict[str, str]:
    return {row["wikidata"]: code for code, row in countries().items() if row["wikidata"]}


@cache
def _offices() -> list[tuple[str, str]]:
    rows = read_table(FRENCH / "offices.tsv", ("form", "office", "gender"))
    return sorted(((plain(row["form"]).lower(), row["office"]) for row in rows), key=lambda pair: (-len(pair[0]), pair))


def office_of(label: str) -> str | None:
    """Which office does the French name of a position mean? The longest of our words for offices that it begins with.

    A minister's has its field: what follows, without the country.

    >>> office_of("ministre des Affaires étrangères de la Russie"), office_of("président de la République française")
    ('ministre-des-affaires-etrangeres', 'president')
    >>> office_of("Premier ministre du Canada"), office_of("président du conseil régional")
    ('premier-ministre', None)
    """
    plain_label = _without_country(plain(label))
    lower = plain_label.lower()
    if OTHER_PRESIDENTS.match(lower):
        return None
    form, office = next(
        ((form, office) for form, office in _offices() if re.match(rf"{re.escape(form)}(?: |$)", lower)), ("", "")
    )
    if office in WITH_FIELD:
        return slug(f"{office} {lower[len(form) :]}")
    return office or None


def _without_country(label: str) -> str:
    words = label.replace("d'", "d' ").split()
    for start in range(len(words) - 1, max(0, len(words) - 6), -1):
        rest = " ".join(words[start:]).replace("d' ", "d'")
        if country_named(rest) or country_of_adjective(rest):
            kept = words[:start]
            while kept and kept[-1].lower() in LINKS:
                kept.pop()
            return " ".join(kept).replace("d' ", "d'")
    return label


def position_in(item: Item) -> tuple[str, str, str] | None:
    """Position, office and country, where the item is a position that we have a word for."""
    label = _label(item)
    office = office_of(label) if label else None
    country = next((code for code in _countries(item, JURISDICTION, COUNTRY)), None) if office else None
    return (str(item["id"]), CALLED.get((office, country), office), country) if office and country else None


def actor_in(item: Item) -> Actor | None:
    """The actor that the item is; `None` for anything else, and for what has no French name.

    A person is kept who has a page in the French Wikipedia or held an office.
    """
    kind = next((kinds()[name] for name in _values(item, INSTANCE_OF) if name in kinds()), None)
    name = _label(item)
    if not kind or not name or not slug(name):
        return None
    links = item.get("sitelinks") or {}
    held = list(_held(item)) if kind == "person" else []
    if kind == "person" and "frwiki" not in links and not held:
        return None
    aliases = [entry.get("value", "") for entry in (item.get("aliases") or {}).get("fr", [])]
    forms = list(dict.fromkeys(plain(form) for form in (name, *aliases) if len(form) > 2 and form[0].isupper()))
    country = next(_countries(item, COUNTRY_OF_PERSON if kind == "person" else COUNTRY), None)
    gender = next((GENDERS[value] for value in _values(item, GENDER) if value in GENDERS), None)
    return Actor(str(item["id"]), name, kind, country, gender, len(links), forms, held)


def _label(item: Item) -> str:
    labels = item.get("labels") or {}
    return plain(str((labels.get("fr") or {}).get("value", "")))


def _claims(item: Item, name: str) -> list[Item]:
    claims = item.get("claims") or {}
    found = [claim for claim in claims.get(name, []) if claim.get("rank") != "deprecated"]
    return sorted(found, key=lambda claim: claim.get("rank") != "preferred")


def _values(item: Item, name: str) -> Iterator[str]:
    for claim in _claims(item, name):
        value = (claim.get("mainsnak", {}).get("datavalue") or {}).get("value")
        if isinstance(value, dict) and "id" in value:
            yield str(value["id"])


def _countries(item: Item, *names: str) -> Iterator[str]:
    for name in names:
        yield from (_codes()[value] for value in _values(item, name) if value in _codes())


def _held(item: Item) -> Iterator[tuple[str, str, str | None]]:
    for claim in _claims(item, POSITION_HELD):
        value = (claim.get("mainsnak", {}).get("datavalue") or {}).get("value") or {}
        qualifiers = claim.get("qualifiers") or {}
        start = _day(qualifiers, START, is_end=False)
        is_ended = bool(qualifiers.get(END))
        until = _day(qualifiers, END, is_end=True)
        if start and "id" in value and (until or not is_ended):
            yield str(value["id"]), start, until


def _day(qualifiers: Item, name: str, *, is_end: bool) -> str | None:
    """The day of a qualifier: the first day from which a start is sure, the last till which an end is not yet reached."""
    for snak in qualifiers.get(name, []):
        value = (snak.get("datavalue") or {}).get("value") or {}
        found = re.match(r"\+(\d{4})-(\d\d)-(\d\d)T", str(value.get("time", "")))
        precision = value.get("precision", 0)
        if found and precision >= 11:
            return f"{found[1]}-{found[2]}-{found[3]}"
        if found and precision in (9, 10):
            year, month = int(found[1]), int(found[2]) if precision == 10 else 0
            after = (year + 1, 1) if month in (0, 12) else (year, month + 1)
            return f"{year:04}-{max(month, 1):02}-01" if is_end else f"{after[0]:04}-{after[1]:02}-01"
    return None
