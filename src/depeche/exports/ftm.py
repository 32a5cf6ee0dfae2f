"""FollowTheMoney entities, one JSON a line: who, in which dispatch, did what to whom, held or led what; each with its proof.

Source: FollowTheMoney's schemata (Article, Person, Organization, PublicBody, Event, Directorship, Ownership, Membership,
UnknownLink).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import IO, Any

from depeche.exports.parties import words_of
from depeche.record import Actor, Event, Record, Relation
from depeche.store import Store

Entity = dict[str, Any]
SCHEMATA = {"person": "Person", "organisation": "Organization", "country": "PublicBody", "group": "Organization"}
LINKS = {
    "owned_by": ("Ownership", "asset", "owner"),
    "part_of": ("Membership", "member", "organization"),
    "led_by": ("Directorship", "organization", "director"),
}
"""Relations that FollowTheMoney has a schema for, with the property of our subject and of our object; the rest is UnknownLink."""


def export(store: Store, out: IO[str]) -> int:
    """Write the entities of a store, each once; how many."""
    seen: set[str] = set()
    for record in store.records():
        for entity in entities(record):
            if entity["id"] not in seen:
                seen.add(entity["id"])
                out.write(json.dumps(entity, ensure_ascii=False) + "\n")
    return len(seen)


def entities(record: Record) -> Iterator[Entity]:
    """The entities that one dispatch gives, the dispatch itself first."""
    document = record.document
    article = _entity(
        "Article",
        "article",
        document.id,
        title=document.title or document.text.strip().split("\n")[0][:200],
        bodyText=document.text,
        publishedAt=document.published,
        publisher=document.source,
        sourceUrl=document.url,
        language="fra",
    )
    yield article
    people = {actor.id: actor for actor in record.actors}
    for actor in record.actors:
        if actor.kind in SCHEMATA:
            yield _actor(actor)
    for event in record.events:
        yield _event(record, event, article["id"], people)
    for relation in record.relations:
        if people[relation.subject].kind in SCHEMATA and people[relation.object].kind in SCHEMATA:
            yield _link(relation, article["id"], people)


def _actor(actor: Actor) -> Entity:
    country = actor.country if actor.country and len(actor.country) == 2 else None
    return _entity(SCHEMATA[actor.kind], "actor", actor.id, name=actor.name, country=country, wikidataId=actor.wikidata)


def _event(record: Record, event: Event, article: str, people: dict[str, Actor]) -> Entity:
    involved = [_id("actor", name) for name in (*event.actors, *event.recipients) if people[name].kind in SCHEMATA]
    place = people.get(event.place or "")
    value = event.time if event.time and event.time[:4].isdigit() and "W" not in event.time else None
    return _entity(
        "Event",
        "event",
        record.document.id,
        event.start,
        name=f"{event.type} ({event.status}): {event.text}",
        summary=words_of(record, event),
        date=value[:10] if value else None,
        involved=involved,
        proof=article,
        location=place.name if place else None,
        keywords=[event.type, *([event.mode] if event.mode else [])],
        notes=f"status: {event.status}; rule: {event.why}; characters {event.start}-{event.end}",
    )


def _link(relation: Relation, article: str, people: dict[str, Actor]) -> Entity:
    schema, subject, target = LINKS.get(relation.predicate, ("UnknownLink", "subject", "object"))
    is_person = people[relation.object].kind == "person"
    if schema == "Directorship" and (not is_person or people[relation.subject].kind == "person"):
        schema, subject, target = "UnknownLink", "subject", "object"
    if schema == "Ownership" and people[relation.subject].kind == "person":
        schema, subject, target = "UnknownLink", "subject", "object"
    return _entity(
        schema,
        "link",
        relation.predicate,
        relation.subject,
        relation.object,
        article,
        role=relation.predicate,
        proof=article,
        **{subject: _id("actor", relation.subject), target: _id("actor", relation.object)},
    )


def _entity(schema: str, kind: str, *key: object, **properties: Any) -> Entity:
    filled = {
        name: value if isinstance(value, list) else [str(value)]
        for name, value in sorted(properties.items())
        if value not in (None, "", [])
    }
    return {"id": _id(kind, *key), "schema": schema, "properties": filled}


def _id(kind: str, *key: object) -> str:
    return "depeche-" + hashlib.sha256("\n".join(map(str, (kind, *key))).encode()).hexdigest()[:24]
