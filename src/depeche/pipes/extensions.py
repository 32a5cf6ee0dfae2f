"""Every `Doc._.` attribute of ours, registered in one place.

A pipe writes its layer twice: as a tuple of the record's own types on `doc._.<layer>` (exact characters, typed value, the
rule that spoke), and as the span group `doc.spans["<layer>"]` (the tokens that the passage touches) for spaCy's own tools.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Span

from depeche.pipes.columns import columns_of
from depeche.record import Passage

GIVEN = ("published", "published_from", "title")
NOTES = ("offices", "clitics")
"""What a pipe leaves for a later one, and the record does not hold."""
LAYERS = ("actors", "mentions", "times", "figures", "statements", "events", "relations")


class Held(NamedTuple):
    """An office that the text gives to somebody named.

    `places` are the ids of the countries and organisations it is of; `is_within` whether the country is that of a part of it
    (`le dirigeant de la droite israélienne`).
    """

    person: str
    office: str
    places: tuple[str, ...]
    start: int
    end: int
    is_within: bool = False


def register() -> None:
    """Make the attributes known to spaCy; calling it again changes nothing."""
    for name in GIVEN:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    for name in (*LAYERS, *NOTES):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=())


def write(doc: Doc, layer: str, passages: Iterable[Passage]) -> None:
    """Keep a layer on the doc, sorted by place, as typed passages and as a span group."""
    kept: Sequence[Passage] = sorted(passages, key=lambda passage: (passage.start, passage.end))
    doc._.set(layer, tuple(kept))
    columns = columns_of(doc)
    placed = [(tokens, passage.why or layer) for passage in kept if (tokens := columns.range_of(passage))]
    doc.spans[layer] = [Span(doc, tokens.start, tokens.stop, label=label) for tokens, label in placed]


register()
