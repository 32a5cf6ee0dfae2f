"""ninjs 3 (IPTC), one item a line: the dispatch with its people, organisations, places and events.

Source: IPTC ninjs 3.1 schema (`uri`, `headlines`, `bodies`, `people`, `organisations`, `places`, `events`).
"""

from __future__ import annotations

import json
from typing import IO, Any

from depeche.exports import write_lines
from depeche.record import Record
from depeche.store import Store

KINDS = {"person": "people", "organisation": "organisations", "group": "organisations", "place": "places", "country": "places"}


def export(store: Store, out: IO[str]) -> int:
    """Write the dispatches of a store; how many."""
    return write_lines((json.dumps(item(record), ensure_ascii=False) for record in store.records()), out)


def item(record: Record) -> dict[str, Any]:
    """One dispatch as ninjs."""
    document = record.document
    found: dict[str, Any] = {
        "uri": document.url or f"urn:depeche:{document.id}",
        "standard": {"name": "ninjs", "version": "3.1"},
        "type": "text",
        "language": document.language or "fr",
        "bodies": [{"role": "main", "contentType": "text/plain", "value": document.text}],
    }
    if document.published:
        found["versionCreated"] = f"{document.published}T00:00:00Z"
    if document.title:
        found["headlines"] = [{"role": "main", "value": document.title}]
    if document.source:
        found["infoSources"] = [{"name": document.source}]
    for actor in record.actors:
        entity: dict[str, Any] = {"name": actor.name, "rel": "mentions", "literal": actor.id}
        if actor.wikidata:
            entity["uri"] = f"http://www.wikidata.org/entity/{actor.wikidata}"
        found.setdefault(KINDS[actor.kind], []).append(entity)
    return found
