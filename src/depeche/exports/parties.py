"""What the event coders ask of a party beside its name: the country as ISO 3166-1 alpha-3, PLOVER's sector."""

from __future__ import annotations

from functools import cache

import pycountry

from depeche.record import Actor, Event, Record

SECTORS = {"country": "GOV"}
"""PLOVER's sector where the kind alone says it; elsewhere nothing of ours does, and it stays empty."""


@cache
def alpha_3(code: str | None) -> str:
    """The three letters of a country, or nothing.

    >>> alpha_3("kz"), alpha_3("xk"), alpha_3(None)
    ('KAZ', 'XKX', '')

    Source: ISO 3166-1 by pycountry; `XKX` is the code in use for Kosovo, which ISO has not.
    """
    found = pycountry.countries.get(alpha_2=code.upper()) if code else None
    return str(found.alpha_3) if found else "XKX" if code == "xk" else ""


def sector(actor: Actor) -> str:
    """PLOVER's sector of an actor, or nothing."""
    return SECTORS.get(actor.kind, "")


def is_told_as_done(event: Event) -> bool:
    """Would PLOVER code it? What is denied or only possible it leaves out; of what is planned it knows meetings to come."""
    return event.status == "actual" or (event.status == "planned" and event.type == "CONSULT")


def plover_type(event: Event) -> str:
    """PLOVER's type: a meeting foreseen is AGREE there."""
    return "AGREE" if event.type == "CONSULT" and event.status == "planned" else event.type


def day_of(record: Record, value: str | None) -> tuple[str, str]:
    """The first day of a time of the record, and whose it is: the event's own (`text`) or the dispatch's (`published`)."""
    begin = next((time.begin for time in record.times if time.value == value and time.begin), None)
    if begin:
        return begin[:10], "text"
    return record.document.published or "", "published" if record.document.published else ""


def words_of(record: Record, event: Event) -> str:
    """The sentence that tells an event."""
    found = next((one for one in record.sentences if one.start <= event.start < one.end), None)
    return " ".join(record.document.text[found.start : found.end].split()) if found else event.text
