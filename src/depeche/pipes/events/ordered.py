"""Who stands in a slot where the parse gives nothing? What the order of words gives, for a noun and for a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from depeche.pipes.events.aside import without_locutions
from depeche.pipes.events.grammar import small
from depeche.pipes.events.meetings import is_dated
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.phrases import clitic, is_needed
from depeche.pipes.events.surface import REACH, after, subject_before
from depeche.pipes.events.syntax import places
from depeche.pipes.tree import Token, root

if TYPE_CHECKING:
    from depeche.pipes.events.slots import Reading

CLOSE = 6
"""Tokens within which the object of an expression follows it (`mettre en garde le pays voisin`)."""

PAR = frozenset({"par"})


def by_order(reading: Reading, slot: str, cast: Cast, words: dict[str, frozenset[str]]) -> list[Party]:
    """The parties that the order of words gives for a slot.

    Args:
        words: those of `event_words.tsv`, by their use.
    """
    if not reading.is_noun:
        return _of_verb(reading, slot, cast)
    if slot == "governor" and reading.support is not None:
        return _governor(reading, reading.support, cast, words)
    token = reading.match.token
    brought = after(token, frozenset({slot}), cast, is_noun=True) if slot in small("bringing") else []
    if parties := [party for party in brought if not _is_of_deed(party, reading, cast)]:
        return parties
    if slot == "de" and cast.columns.texts[token.i + 1 : token.i + 2] == [","]:
        found = after(token, frozenset({"de"}), cast, is_noun=True)
        return [party for party in found if party.kind not in ("place", "country")]
    if slot in ("governor", "de", "par"):
        return []
    verb = reading.support
    is_over = verb is None or (token.dep_.startswith("nsubj") and verb.lower_ in words["arouse"])
    found = after(token, frozenset({slot}), cast, is_noun=is_over)
    return [party for party in found if not _is_of_later(party, token, cast)]


def _governor(reading: Reading, support: Token, cast: Cast, words: dict[str, frozenset[str]]) -> list[Party]:
    """The subject before the verb that carries a noun."""
    token = reading.match.token
    if support.dep_ == "acl:relcl" and support.head.i == token.i:
        return []  # `a dénoncé l'attaque qui a eu lieu lundi`
    if support.dep_ == "acl" and support.head.i == token.i:
        return after(support, PAR, cast, is_noun=True)
    is_nobodys = any(child.dep_ == "expl:subj" for child in support.children)  # `il s'agit de`
    is_nobodys = is_nobodys or (token.dep_.startswith("nsubj") and token.head.i == support.i)
    is_got = (support.lower_ in words["gaining"] or is_needed(token)) and not reading.frame.both
    is_done = is_nobodys or is_got or places(support, words["control"]).is_passive
    return [] if is_done else subject_before(support, cast)


def _of_verb(reading: Reading, slot: str, cast: Cast) -> list[Party]:
    token, last = reading.match.token, reading.match.last
    if slot == "subject":
        if reading.places.is_passive:
            found = after(token, PAR, cast, is_noun=True)
            return [party for party in found if not _is_of_deed(party, reading, cast)]
        return subject_before(token, cast)
    pronoun = clitic(token)
    if slot == "à" and pronoun is not None and pronoun.lower_ in small("dative"):
        return []  # `lui a reproché une faute au conseil`
    if slot == "object":
        if pronoun is not None or reading.match.trigger.reflexive or reading.places.is_passive:
            return []
        reach = REACH if last.i == token.i else CLOSE
        reach = min([reach, *(clause.i - last.i for clause in reading.places.clause if clause.i > last.i)])
        return after(last, frozenset({""}), cast, reach=reach)
    found = after(token, frozenset({slot}), cast)
    if slot == "avec" and reading.frame.type != "CONCEDE" and any(_is_of_other(party, reading, cast) for party in found[:1]):
        return []
    return without_locutions(found, reading, cast)


def _is_of_other(party: Party, reading: Reading, cast: Cast) -> bool:
    """Whether somebody is with another than the verb's own (`a reçu Paul à la veille d'un sommet avec Lima`)."""
    tokens = cast.columns.range_of(party)
    head = root(reading.match.token.doc[tokens.start : tokens.stop]).head if tokens is not None else reading.match.token
    is_own = head.i == reading.match.last.i or head.i in reading.consumed
    return head.pos_ == "NOUN" and not is_own and is_dated(head)


def _is_of_later(party: Party, noun: Token, cast: Cast) -> bool:
    """Whether a phrase belongs to another noun of an act that stands between (`un attentat à Lomé et un raid sur Kara`)."""
    tokens = cast.columns.range_of(party)
    head = root(cast.doc[tokens.start : tokens.stop]).head if tokens is not None else noun
    return head.pos_ == "NOUN" and head.i > noun.i and head.lower_ in small("strike") | small("waged")


def _is_of_deed(party: Party, reading: Reading, cast: Cast) -> bool:
    """Whether `par` brings in who did another deed (`un attentat a tué dix passants et deux voleurs, abattus par l'armée`,
    `a été arrêté après sa destitution par le Sénat`)."""
    tokens = cast.columns.range_of(party)
    agent = root(cast.doc[tokens.start : tokens.stop]) if tokens is not None else reading.match.token
    deed, own = agent.head, {reading.match.token.i, reading.match.last.i}
    if not reading.is_noun:
        return deed.pos_ == "NOUN" and any("Poss=Yes" in child.morph for child in deed.children)
    return agent.dep_ == "obl:agent" and deed.dep_ == "acl" and deed.head.i not in own
