"""schema.org in JSON-LD, one dispatch a line: NewsArticle, with its Quotations and Claims.

Source: schema.org (NewsArticle, Quotation.spokenByCharacter, Claim.appearance).
"""

from __future__ import annotations

import json
from typing import IO, Any

from depeche.exports import write_lines
from depeche.record import Actor, Record, Statement
from depeche.store import Store

CONTEXT = {"@vocab": "https://schema.org/"}
TYPES = {"person": "Person", "organisation": "Organization", "group": "Organization", "country": "Country", "place": "Place"}


def export(store: Store, out: IO[str]) -> int:
    """Write the dispatches of a store; how many."""
    return write_lines((json.dumps(article(record), ensure_ascii=False) for record in store.records()), out)


def article(record: Record) -> dict[str, Any]:
    """One dispatch as a NewsArticle."""
    document = record.document
    name = document.url or f"urn:depeche:{document.id}"
    people = {actor.id: actor for actor in record.actors}
    found = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "@id": name,
        "headline": document.title,
        "datePublished": document.published,
        "inLanguage": document.language,
        "url": document.url,
        "articleBody": document.text,
        "publisher": {"@type": "Organization", "name": document.source} if document.source else None,
        "mentions": [_actor(actor) for actor in record.actors],
        "hasPart": [_said(statement, people, name) for statement in record.statements],
    }
    return {key: value for key, value in found.items() if value not in (None, [])}


def _actor(actor: Actor) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": TYPES[actor.kind], "@id": f"urn:depeche:actor:{actor.id}", "name": actor.name}
    if actor.wikidata:
        found["sameAs"] = f"https://www.wikidata.org/entity/{actor.wikidata}"
    return found


def _said(statement: Statement, people: dict[str, Actor], name: str) -> dict[str, Any]:
    """A Quotation where words are quoted, else a Claim."""
    speaker = people.get(statement.speaker or "")
    is_direct = statement.mode == "direct"
    found: dict[str, Any] = {
        "@type": "Quotation" if is_direct else "Claim",
        "@id": f"{name}#{statement.start}-{statement.end}",
        "text": statement.text,
    }
    if speaker:
        found["spokenByCharacter" if is_direct else "creator"] = {"@id": f"urn:depeche:actor:{speaker.id}"}
    return found
