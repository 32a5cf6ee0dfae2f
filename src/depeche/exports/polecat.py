"""POLECAT's 40 columns, tab separated; what the record does not know stays empty.

Source: POLECAT codebook (2023). One row an event with an actor; denied and possible events are none in PLOVER, a meeting
foreseen is AGREE. `Event Date` is the event's own day, else that of publication; `Intensity` is PLOVER's score.
"""

from __future__ import annotations

import csv
from typing import IO

from depeche.exports.parties import alpha_3, day_of, is_told_as_done, plover_type, sector
from depeche.record import Actor, Event, Record
from depeche.store import Store

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source",
    "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
VERSION = "depeche 0.1"


def export(store: Store, out: IO[str]) -> int:
    """Write the events of a store; how many."""
    rows = csv.DictWriter(out, COLUMNS, restval="", delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    rows.writeheader()
    number = 0
    for record in store.records():
        for event in record.events:
            if event.actors and is_told_as_done(event):
                rows.writerow(row(record, event))
                number += 1
    return number


def row(record: Record, event: Event) -> dict[str, str]:
    """One event under POLECAT's columns."""
    known = {actor.id: actor for actor in record.actors}
    actors = [known[name] for name in event.actors]
    recipients = [known[name] for name in event.recipients]
    place = known.get(event.place or "")
    day, _ = day_of(record, event.time)
    return {
        "Event ID": f"{record.document.id}:{event.start}",
        "Event Date": day,
        "Event Type": plover_type(event),
        "Event Mode": event.mode if event.type == plover_type(event) and event.mode not in (None, "meet") else "",
        "Intensity": "" if event.score is None else f"{event.score:g}",
        "Quad Code": "" if event.quad is None else str(event.quad),
        "Contexts": ";".join(event.contexts),
        **_party("Actor", actors),
        **_party("Recipient", recipients),
        "Placename": place.name if place else "",
        "Country": alpha_3(place.country) if place else "",
        "Source": record.document.source or "",
        "Publication Date": record.document.published or "",
        "Story People": _names(record, "person"),
        "Story Organizations": _names(record, "organisation"),
        "Story Locations": _names(record, "place"),
        "Language": record.document.language or "",
        "Version": VERSION,
    }


def _party(side: str, actors: list[Actor]) -> dict[str, str]:
    sectors = [sector(actor) for actor in actors if sector(actor)]
    return {
        f"{side} Name": ";".join(actor.name for actor in actors),
        f"{side} Country": ";".join(dict.fromkeys(alpha_3(actor.country) for actor in actors if actor.country)),
        f"Primary {side} Sector": sectors[0] if sectors else "",
        f"{side} Sectors": ";".join(dict.fromkeys(sectors)),
        f"{side} Name Raw": ";".join(actor.id for actor in actors),
    }


def _names(record: Record, kind: str) -> str:
    return ";".join(actor.name for actor in record.actors if actor.kind == kind)
