"""CoNLL-U for annotators: words, tags and trees of the model, names and events in MISC.

Source: Universal Dependencies, CoNLL-U format; spaCy keeps `du` as one word, and so does this.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import IO, Any

from depeche.record import Record
from depeche.store import Store

Parse = Callable[[str], Any]
"""What makes a spaCy Doc of a text."""


def export(store: Store, out: IO[str], parse: Parse) -> int:
    """Write the sentences of a store; how many."""
    return sum(write(record, parse(record.document.text), out) for record in store.records())


def write(record: Record, doc: Any, out: IO[str]) -> int:
    """Write the sentences of one dispatch; how many."""
    actors = {mention.start: mention.actor or mention.kind for mention in record.mentions}
    events = {event.start: f"{event.type}:{event.status}" for event in record.events}
    number = 0
    for sent in doc.sents:
        tokens = [token for token in sent if not token.is_space]
        if not tokens:
            continue
        number += 1
        place = {token.i: at for at, token in enumerate(tokens, 1)}
        out.write(f"# sent_id = {record.document.id}-{number}\n# text = {' '.join(sent.text.split())}\n")
        root = next((token for token in tokens if token.head.i == token.i or token.head.i not in place), tokens[0])
        for token in tokens:
            out.write("\t".join(_columns(token, place, root, actors, events)) + "\n")
        out.write("\n")
    return number


def _columns(token: Any, place: dict[int, int], root: Any, actors: dict[int, str], events: dict[int, str]) -> list[str]:
    is_root = token.i == root.i
    head = 0 if is_root else place.get(token.head.i, place[root.i])
    if not is_root and head == place[token.i]:
        head = place[root.i]
    notes = [f"Actor={actors[token.idx]}"] if token.idx in actors else []
    notes += [f"Event={events[token.idx]}"] if token.idx in events else []
    notes += [] if token.whitespace_ else ["SpaceAfter=No"]
    notes.append(f"Start={token.idx}")
    relation = "root" if is_root else token.dep_ if token.dep_ not in ("ROOT", "") else "dep"
    return [
        str(place[token.i]),
        token.text,
        "_",
        token.pos_ or "X",
        "_",
        str(token.morph) or "_",
        str(head),
        relation,
        "_",
        "|".join(notes),
    ]
