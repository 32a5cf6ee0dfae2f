"""Where does the text tell an event? Words and expressions of the frames, matched on tokens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from depeche.pipes.events.frames import Lexicon, Trigger
from depeche.pipes.events.syntax import is_verbal, prepositions
from depeche.pipes.extensions import tokens_of

TOWARDS = frozenset({"contre", "par", "entre", "sur", "envers", "avec"})
GAP = 4
"""Words that may stand between two words of an expression (`ouvrir aussitôt le feu`)."""


@dataclass(frozen=True)
class Match:
    """A trigger found at a token; `last` is the last token of the expression."""

    trigger: Trigger
    token: Token
    last: Token


def find(doc: Doc, lexicon: Lexicon) -> Iterator[tuple[Span, list[Match]]]:
    """The triggers of each sentence, in order; of several at one token all are given, the most specific first."""
    named = frozenset(_named(doc))
    found = [
        (sent, [match for token in sent if token.i not in named for match in _at(token, sent, lexicon)])
        for sent in doc.sents
    ]
    told = {match.trigger.frame.id for _, matches in found for match in matches if not match.trigger.again}
    for sent, matches in found:
        kept = [match for match in matches if not match.trigger.again or match.trigger.frame.id in told]
        if kept:
            yield sent, _without_parts(kept)


def _named(doc: Doc) -> Iterator[int]:
    """The tokens inside a name of several words: `Organisation de libération de la Palestine` tells no release."""
    for mention in doc._.mentions:
        if mention.via == "name" and mention.kind != "country":
            tokens = tokens_of(doc, mention)
            if tokens is not None and len(tokens) > 1:
                yield from (token.i for token in tokens)


def _at(token: Token, sent: Span, lexicon: Lexicon) -> Iterator[Match]:
    for trigger in lexicon.triggers.get(token.lower_, ()):
        if trigger.kind in ("verb", "phrase"):
            if not _is_verb_like(token, trigger):
                continue
            if trigger.reflexive and not _is_reflexive(token):
                continue
        elif trigger.kind in ("noun", "nouns") and not _is_noun_like(token):
            continue
        last = _rest(token, trigger, sent)
        if last is not None and trigger.kind in ("noun", "nouns") and _is_qualifier(token, lexicon.words["carrier"]):
            continue
        if last is not None:
            yield Match(trigger, token, last)


def _is_verb_like(token: Token, trigger: Trigger) -> bool:
    if token.pos_ in ("VERB", "AUX") or (token.pos_ == "ADV" and trigger.kind == "verb"):
        return True
    if trigger.tenses & {"participle"} and token.pos_ == "ADJ":
        return token.dep_ in ("acl", "ROOT", "conj", "advcl", "ccomp", "xcomp", "acl:relcl", "amod") and any(
            child.dep_.startswith(("obl", "aux", "cop", "nsubj")) for child in token.children
        )
    return trigger.kind == "phrase" and is_verbal(token)


def _is_noun_like(token: Token) -> bool:
    if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.text[:1].islower()):
        return True
    return token.is_sent_start is True and token.pos_ in ("PROPN", "NOUN")


def _is_qualifier(token: Token, carriers: frozenset[str]) -> bool:
    """A bare `de` and a noun only say of what kind the noun before is: `navires de guerre`, `accord de coopération`."""
    if token.i < 2 or token.nbor(-1).lower_ not in ("de", "d'", "d’"):
        return False
    before = token.nbor(-2)
    if before.pos_ == "ADJ" and before.i > 0:
        before = before.nbor(-1)
    if before.pos_ not in ("NOUN", "PROPN") or before.lower_ in carriers:
        return False
    has_party = any(prepositions(child) & TOWARDS for child in token.children if child.dep_.startswith(("nmod", "obl")))
    return not has_party


def _is_reflexive(token: Token) -> bool:
    """Whether a reflexive pronoun stands before a verb and its auxiliaries."""
    for i in range(token.i - 1, max(token.sent.start, token.i - 5) - 1, -1):
        word = token.doc[i]
        if word.lower_.replace("’", "'") in ("se", "s'", "nous", "me"):
            return True
        if word.pos_ not in ("AUX", "ADV", "PRON") and word.lower_ not in ("ne", "n'"):
            return False
    return False


def _rest(token: Token, trigger: Trigger, sent: Span) -> Token | None:
    """The last token of the expression, or `None` where its other words do not follow."""
    gap = GAP if trigger.kind == "phrase" else 0
    at = token.i
    last = token
    for words in trigger.rest:
        for other in range(at + 1, min(at + 2 + gap, sent.end)):
            if token.doc[other].lower_.replace("’", "'") in words:
                at, last = other, token.doc[other]
                break
        else:
            return None
        gap = min(gap, 1) if trigger.kind == "phrase" else 0
    return last


def _without_parts(matches: list[Match]) -> list[Match]:
    """Drop a trigger whose token lies inside a longer expression."""
    covered = {
        index: match.token.i
        for match in matches
        if match.last.i > match.token.i
        for index in range(match.token.i + 1, match.last.i + 1)
    }
    longest: dict[int, int] = {}
    for match in matches:
        longest[match.token.i] = max(longest.get(match.token.i, 0), len(match.trigger.rest))
    return [match for match in matches if match.token.i not in covered]
