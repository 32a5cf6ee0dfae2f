"""PLOVER's JSON, one event a line, with the auxiliary modes that PLOVER wishes for (`future`, `hypothetical`, `negation`).

Source: PLOVER manual v0.8. Every event is here, the denied ones with `negation`; a meeting foreseen is AGREE.
"""

from __future__ import annotations

import json
from typing import IO, Any

from depeche.exports import write_lines
from depeche.exports.parties import alpha_3, day_of, plover_type, sector, words_of
from depeche.record import Actor, Event, Record
from depeche.store import Store

AUXILIARY = {"actual": [], "planned": ["future"], "possible": ["hypothetical"], "denied": ["negation"]}


def export(store: Store, out: IO[str]) -> int:
    """Write the events of a store; how many."""
    items = (item(record, event) for record in store.records() for event in record.events)
    return write_lines((json.dumps(found, ensure_ascii=False) for found in items), out)


def item(record: Record, event: Event) -> dict[str, Any]:
    """One event in PLOVER's words."""
    known = {actor.id: actor for actor in record.actors}
    day, origin = day_of(record, event.time)
    return {
        "id": f"{record.document.id}:{event.start}",
        "date": day or None,
        "dateFrom": origin or None,
        "event": plover_type(event),
        "mode": event.mode if event.type == plover_type(event) else None,
        "auxiliaryModes": AUXILIARY[event.status],
        "context": list(event.contexts),
        "actor": [_party(known[name]) for name in event.actors],
        "recipient": [_party(known[name]) for name in event.recipients],
        "location": known[event.place].name if event.place else None,
        "score": event.score,
        "quad": event.quad,
        "saidBy": known[event.said_by].name if event.said_by else None,
        "text": words_of(record, event),
        "trigger": event.text,
        "start": event.start,
        "end": event.end,
        "document": record.document.id,
        "publisher": record.document.source,
        "url": record.document.url,
        "why": event.why,
    }


def _party(actor: Actor) -> dict[str, Any]:
    return {"code": alpha_3(actor.country) or None, "sector": sector(actor) or None, "name": actor.name, "id": actor.id}
