"""Of which country is a word? Its adjective (`l'armée russe`) or its people (`de jeunes Algériens`)."""

from __future__ import annotations

from functools import lru_cache

from depeche.lang.knowledge import country_of_adjective
from depeche.pipes.columns import Columns

ADJECTIVAL = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "X"})


@lru_cache(maxsize=1)
def adjectives_of(columns: Columns) -> dict[int, str]:
    """The countries whose adjective begins at a token of a doc, in lower case; it may hold a hyphen (`sri-lankaise`)."""
    found = {}
    texts = columns.texts
    for i, pos in enumerate(columns.pos):
        if pos in ADJECTIVAL and texts[i][:1].islower():
            is_cut = i + 1 < len(texts) and texts[i + 1] == "-"
            code = country_of_adjective(columns.text_of(i, word_end(columns, i)) if is_cut else texts[i])
            if code:
                found[i] = code
    return found


def word_end(columns: Columns, i: int) -> int:
    """The index after the word that begins at a token: the parser's tokens end at hyphens, words do not."""
    texts, offsets = columns.texts, columns.offsets
    at = i + 1
    while at + 1 < len(texts) and texts[at] == "-" and offsets[at] == offsets[at - 1] + len(texts[at - 1]):
        at += 2
    return at


def people_of(columns: Columns, i: int) -> str | None:
    """The country whose people a capitalised word names (`de jeunes Algériens`)."""
    text = columns.texts[i]
    return country_of_adjective(text) if columns.pos[i] in ("NOUN", "PROPN") and text[:1].isupper() else None
