"""ICEWS's 20 columns, tab separated, with the CAMEO root and its Goldstein value.

Source: ICEWS Coded Event Data Read Me; CAMEO 1.1b3. One row for each pair of actor and recipient, as ICEWS has it; what is
denied, possible or only planned is no event there.
"""

from __future__ import annotations

import csv
from itertools import product
from typing import IO

import pycountry

from depeche.exports.parties import day_of, words_of
from depeche.record import Actor
from depeche.store import Store

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
    "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District",
    "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip


def export(store: Store, out: IO[str]) -> int:
    """Write the events of a store; how many rows."""
    rows = csv.DictWriter(out, COLUMNS, restval="", delimiter="\t", lineterminator="\n")
    rows.writeheader()
    number = 0
    for record in store.records():
        known = {actor.id: actor for actor in record.actors}
        for event in record.events:
            if not event.cameo or not event.actors or event.status != "actual":
                continue
            pairs = product(event.actors, event.recipients) if event.recipients else _both(event.actors)
            for source, target in pairs:
                number += 1
                place = known.get(event.place or "")
                rows.writerow(
                    {
                        "Event ID": number,
                        "Event Date": day_of(record, event.time)[0],
                        "Source Name": known[source].name,
                        "Source Country": country(known[source]),
                        "Event Text": words_of(record, event),
                        "CAMEO Code": event.cameo,
                        "Intensity": event.goldstein,
                        "Target Name": known[target].name if target else "",
                        "Target Country": country(known[target]) if target else "",
                        "Story ID": record.document.id,
                        "Sentence Number": 1 + sum(one.end <= event.start for one in record.sentences),
                        "Publisher": record.document.source or "",
                        "Country": country(place) if place else "",
                    }
                )
    return number


def _both(actors: tuple[str, ...]) -> list[tuple[str, str]]:
    """What all parties do alike goes from the first to each other one and back; a lone actor has no target."""
    if len(actors) < 2:
        return [(actors[0], "")]
    return [(one, other) for one, other in product(actors, actors) if one != other]


def country(actor: Actor) -> str:
    """The English name of an actor's country, as ICEWS writes it, or nothing."""
    found = pycountry.countries.get(alpha_2=actor.country.upper()) if actor.country else None
    return str(getattr(found, "common_name", found.name)) if found else ""
