"""Who stands before and after a word, where the parse does not say? Parties read off the order of words."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Token

from depeche.lang.knowledge import country_of_capital
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.syntax import PLAIN
from depeche.record import Mention

REACH = 40
"""Tokens that are searched on either side."""

BOUNDARY = frozenset(
    {"que", "qu'", "qu’", "dont", "où", "si", ";", ":", "(", "lorsque", "quand", "puisque", "parce", "tandis", "alors"}
)
OBJECT = frozenset({"que", "qu'", "qu’"})
RELATIVE = frozenset({"qui", "lequel", "laquelle", "lesquels", "lesquelles"})
WHERE = frozenset({"à", "en", "dans"})
TITLES = ("DET", "NUM", "ADJ", "NOUN", "PROPN")


def opening(token: Token) -> str | None:
    """The preposition before the noun phrase that a token begins or stands in, contractions undone; `""` where there is none.

    `None` where it may be both: `des rebelles` is `some rebels` and `of the rebels`.
    """
    for i in range(token.i - 1, max(token.sent.start, token.i - 6) - 1, -1):
        word = token.doc[i]
        lower = word.lower_
        if lower == "des":
            return None
        if lower in PLAIN or (word.pos_ == "ADP"):
            return PLAIN.get(lower, lower)
        if word.pos_ not in TITLES:
            return ""
    return ""


def subject_before(verb: Token, cast: Cast) -> list[Party]:
    """The nearest party before a verb that no preposition governs, in its clause; that of a relative is its antecedent."""
    if verb.i > verb.sent.start and verb.nbor(-1).lower_ in OBJECT and verb.i + 1 in cast.starts:
        return cast.resolve(verb.nbor(1))
    for i in range(verb.i - 1, max(verb.sent.start, verb.i - REACH) - 1, -1):
        word = verb.doc[i]
        lower = word.lower_
        if lower in RELATIVE:
            return cast.resolve(word)
        if lower in BOUNDARY and word.pos_ != "NOUN":
            return []
        mention = cast.by_token.get(i)
        if mention is None or i not in cast.starts or cast.is_topic(word):
            continue
        if mention.kind == "place" and not country_of_capital(mention.text):
            continue
        if not opening(word):
            return [*_linked_before(word, mention, cast), *cast.resolve(word)]
    return []


def _linked_before(word: Token, mention: Mention, cast: Cast) -> list[Party]:
    """Who stands before a mention as its like, joined to it by `et` (`la Chine et l'Inde signent`)."""
    i = word.i - 1
    while i > word.sent.start and word.doc[i].pos_ == "DET":
        i -= 1
    if i <= word.sent.start or word.doc[i].lower_ != "et":
        return []
    before = cast.by_token.get(i - 1)
    if before is None or (before.kind == "place") != (mention.kind == "place") or before.actor == mention.actor:
        return []
    first = word.doc.char_span(before.start, before.end, alignment_mode="expand")
    return [] if first is None or opening(first[0]) else cast.resolve(first[0])


def after(verb: Token, wanted: frozenset[str], cast: Cast, *, is_noun: bool = False, reach: int = REACH) -> list[Party]:
    """The first party after a word that one of these prepositions brings in; `""` asks for none.

    Args:
        is_noun: whether the word is a noun, whose phrase ends before the next verb.
        reach: how many tokens are searched.
    """
    end = min(verb.sent.end, verb.i + reach)
    at = bisect_right(cast.begins, verb.i)
    if at == len(cast.begins) or cast.begins[at] >= end:
        return []
    outside = cast.outside(verb)
    said = cast.said_until(verb)
    is_place = wanted <= WHERE
    for i in range(verb.i + 1, end):
        word = verb.doc[i]
        if (is_place and word.pos_ == "PUNCT") or word.idx >= said:
            return []
        if word.lower_ in BOUNDARY or word.lower_ in RELATIVE or _ends_phrase(word, is_noun=is_noun):
            return []
        if i in outside:
            continue
        if "de" in wanted and len(wanted) == 1 and i in cast.starts and cast.starts[i].kind not in ("country", "place"):
            continue
        if i in cast.starts and opening(word) in wanted and cast.starts[i].via != "pronoun":
            return cast.resolve(word)
        is_phrase = word.pos_ == "NOUN" and i not in cast.by_token and opening(word) in wanted
        if is_phrase and (found := cast.titled(word) or cast.adjectives(word)):
            return found
    return []


def _ends_phrase(word: Token, *, is_noun: bool) -> bool:
    return is_noun and word.pos_ in ("VERB", "AUX") and word.dep_ != "conj"
