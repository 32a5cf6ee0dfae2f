"""Which names does their form give away? Roads."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span

ROAD = re.compile(r"(?:[AEND]|RN|RD)\d{1,4}[A-Z]?")


def roads(doc: Doc, spans: list[Span]) -> list[Span]:
    """A motorway or road by its number (`A61`, `RN20`) is a place, alone or found as something else."""
    found = [Span(doc, token.i, token.i + 1, label="LOC") for token in doc if ROAD.fullmatch(token.text)]
    places = {span.start for span in found}
    kept = [span for span in spans if not (len(span) == 1 and span.start in places)]
    inside = {token.i for span in kept for token in span}
    return [*kept, *(span for span in found if span.start not in inside)]
