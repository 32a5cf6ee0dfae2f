"""What leads a phrase? Its prepositions, contractions undone."""

from __future__ import annotations

from depeche.pipes.events.grammar import small
from depeche.pipes.tree import Token

VERBAL = ("VERB", "AUX")
PLAIN = {"au": "à", "aux": "à", "du": "de", "des": "de", "d'": "de", "d’": "de"}


def prepositions(token: Token) -> frozenset[str]:
    """The prepositions of a phrase, contracted articles undone (`au` -> `à`), multi-word ones word by word."""
    if token.led is not None:
        return token.led
    found: set[str] = set()
    for child in token.children:
        dep = child.dep_
        if dep in ("case", "mark"):
            lower = child.lower_
            found.add(PLAIN.get(lower, lower))
            found.update([PLAIN.get(part.lower_, part.lower_) for part in child.children if part.dep_ == "fixed"])
        elif dep == "det" and (lower := child.lower_) in ("au", "aux", "du"):
            found.add(PLAIN[lower])
        elif dep == "nummod":  # `par les 22 000 hommes`, where the parser hung `par` on the number
            found.update(map(_before_number, (below for below in child.children if below.dep_ == "case")))
    if is_led(token):
        found.add(token.head.lower_)
    if token.lower_ in small("auquel"):
        found.add("à")
    token.led = frozenset(found)
    return token.led


def _before_number(led: Token) -> str:
    """The preposition before a number; before the first of two (`par 200 à 300 policiers`)."""
    first = led.nbor(-1) if led.i > 0 else led
    if first.pos_ == "NUM" and first.i > 0:
        led = first.nbor(-1)
    return PLAIN.get(led.lower_, led.lower_)


def is_verbal(token: Token) -> bool:
    return token.pos_ in VERBAL


def is_led(token: Token) -> bool:
    """Whether the parser hung a noun on the adverb that leads it (`lors d'un entretien`)."""
    return token.dep_ == "obl:arg" and token.head.pos_ in ("ADV", "ADP")
