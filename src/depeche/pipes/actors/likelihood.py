"""What speaks for a noun phrase being somebody who acts or suffers, and what against? Its traits, for the learned weights."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from depeche.pipes.actors.lexicon import Noun
from depeche.pipes.actors.page import Page, Spot
from depeche.pipes.actors.phrases import tail

ENOUGH = 0.4
"""A noun phrase is a mention where it is so likely."""

JOINING = ("ADP", "CCONJ", "PUNCT", "SCONJ", "PRON")
"""Kinds of words next to a phrase that are told apart, not only by their kind."""


def is_likely(page: Page, spot: Spot, noun: Noun) -> bool:
    """Whether a reader would take a noun phrase for an actor."""
    return page.lexicon.noun_weights.of(traits(page, spot, noun)) >= ENOUGH


def traits(page: Page, spot: Spot, noun: Noun) -> Iterator[str]:
    """What is known of a noun phrase, each thing as `name=value`."""
    token = page.token(spot.head)
    above, label = depends(token)
    kind = f"{noun.kind}{' state' if noun.is_state else ''}"
    end = tail(page, spot.start, spot.end)
    yield f"kind={kind}"
    yield f"noun={spot.form}"
    yield f"above={above.lower_}"
    yield f"{kind} label={label}"
    yield f"{kind} {spot.determiner or 'no determiner'} label={label}"
    plain = {
        "number": "plural" if noun.is_plural else "singular", "determiner": spot.determiner, "label": token.dep_, "of": label,
        "tag above": above.pos_, "names": bool(spot.names), "countries": bool(spot.countries), "more": min(3, end - spot.after),
        "bare": spot.start == spot.head, "title": page.sentence(spot.start) == 0 and end < len(page.doc),
        "counted": any(page.tag(i) == "NUM" for i in range(spot.start, spot.first)),
        "passive": any(child.dep_ == "aux:pass" for child in above.children),
        "before": _beside(page, spot.start - 1), "after": _beside(page, end),
    }  # fmt: skip
    for name, value in plain.items():
        yield f"{name}={value}"
    for child in token.children:
        yield f"child={child.dep_}"
    does = [f"{role} {label}" for role, words in page.lexicon.metonymy.items() if above.lower_ in words]
    yield from does
    beside = {child.lower_ for child in above.children if child.i != token.i and child.pos_ in ("NOUN", "PRON")}
    yield from (f"{role} beside {label}" for role in ("blow", "rally") if not page.lexicon.metonymy[role].isdisjoint(beside))
    for role, words in page.lexicon.words.items():
        if spot.form in words:
            yield f"role={role}"
            yield f"role={role} label={label}"
            yield from (f"role={role} {done}" for done in does)


def _beside(page: Page, i: int) -> str:
    """The word next to a phrase, where it joins; else its kind."""
    if not 0 <= i < len(page.doc):
        return "nothing"
    return page.word(i) if page.tag(i) in JOINING else page.tag(i)


def depends(token: Token) -> tuple[Token, str]:
    """What a noun depends on, and how: of one that is coordinated or that an adverb or pronoun counts (`plus de 300
    personnes`, `l'un de ses fils`), as that one."""
    above = token.head
    is_counted = above.pos_ == "ADV" or (above.pos_ == "PRON" and "PronType=Dem" not in str(above.morph))
    if is_counted and token.dep_.startswith(("obl", "nmod")):
        token = above
    return (token.head.head, token.head.dep_) if token.dep_ == "conj" else (token.head, token.dep_)
