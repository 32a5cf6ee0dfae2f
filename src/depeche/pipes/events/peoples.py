"""Of which country is a word? Its adjective (`l'armée russe`) or its people (`de jeunes Algériens`)."""

from __future__ import annotations

import re
from functools import lru_cache

from depeche.lang.knowledge import country_named, country_of_adjective
from depeche.pipes.columns import Columns
from depeche.pipes.events.lists import Party
from depeche.record import Mention

ARTICLE = re.compile(r"^(?:l['’]|(?:le|la|les)\s+)", re.IGNORECASE)
ADJECTIVAL = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "X"})
AGAINST = re.compile(r"^anti[-‑]?(?=\w)", re.IGNORECASE)


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


def country_against(form: str) -> str | None:
    """The country that an adjective says something is against.

    >>> country_against("anti-américaine"), country_against("antichinoises"), country_against("antique")
    ('us', 'cn', None)
    """
    found = AGAINST.match(form)
    return country_of_adjective(form[found.end() :]) if found else None


def as_country(mention: Mention) -> Mention:
    """A name that the tables have for a country is the country (`Le Japon`, at the head of a sentence)."""
    if mention.via not in ("name", "metonymy") or mention.kind in ("country", "person"):  # `Hollande`, the president
        return mention
    code = _country_named(mention.text)
    return mention.model_copy(update={"actor": code, "kind": "country"}) if code else mention


@lru_cache(maxsize=1 << 12)
def _country_named(text: str) -> str | None:
    return country_named(ARTICLE.sub("", text))


def as_party(code: str, i: int, columns: Columns) -> Party:
    """The country that the adjective or people at a token names."""
    last = columns.tokens[word_end(columns, i) - 1]
    return Party(code, columns.offsets[i], last.idx + len(last), "country")
