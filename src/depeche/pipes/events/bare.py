"""Is a participle only an aside that says which one is meant, or does it tell what happened?"""

from __future__ import annotations

from depeche.pipes.events.antecedents import is_new
from depeche.pipes.events.leads import prepositions
from depeche.pipes.events.participles import is_bare, is_participle
from depeche.pipes.events.phrases import is_counted
from depeche.pipes.events.selection import SPOKEN
from depeche.pipes.events.slots import Reading
from depeche.pipes.tree import Token

DONE = ("AID", "COERCE", "MOBILIZE", "RETREAT", "SANCTION")
"""What is done and not only said: a participle may tell it though nobody is said to have done it."""


def is_aside(reading: Reading, stay: frozenset[str], timed: frozenset[int]) -> bool:
    """A bare participle that only says which one is meant: `des réfugiés expulsés du Nigeria`, `l'Albanie, accusée de`;
    in a title without a verb it tells what happened (`Trois otages libérés`).

    Args:
        stay: forms of verbs that say what their subject is (`les frontières restent contestées`).
        timed: the tokens of times.
    """
    token = reading.match.token
    if not _is_bare(reading, ("acl", "amod", "xcomp")):
        return False
    if token.dep_ == "xcomp":
        return token.head.lower_ in stay and not reading.actors and reading.frame.type in SPOKEN
    whom = reading.places.object[0] if reading.places.object else token.head
    if (_top(whom).dep_ == "ROOT" and not _has_verb(reading)) or _is_headline(reading, whom):
        return False
    if token.head.dep_ == "conj" and is_participle(token.head.head):
        return False
    if _is_told_apart(reading, timed) or _is_new(reading, whom):
        return False
    return bool(reading.frame.subjects) or (not reading.actors and reading.frame.type != "ASSAULT")


def _is_headline(reading: Reading, whom: Token) -> bool:
    """Whether a participle ends a title as its second half (`Lima : le coup a échoué, trois généraux arrêtés`)."""
    first, last = whom.left_edge, reading.match.last
    is_last = last.i + 1 >= reading.sent.stop or last.nbor(1).pos_ == "SPACE"
    return is_last and first.i > 0 and "," in (first.text, first.nbor(-1).text)


def _is_new(reading: Reading, whom: Token) -> bool:
    """Whether some who were not known are told of by what they are accused of (`un homme soupçonné de vol`)."""
    is_whom = any(party.start <= whom.idx < party.end for party in reading.recipients)
    return reading.frame.mode == "allege" and is_whom and (is_new(whom) or is_counted(whom))


def is_passing(reading: Reading) -> bool:
    """Whether a bare participle only says which ones are meant (`venger les fidèles tués en mai`): nothing points back to it."""
    return _is_bare(reading, ("acl", "amod")) and _has_verb(reading)


def _is_bare(reading: Reading, labels: tuple[str, ...]) -> bool:
    """Whether the trigger is a participle without an auxiliary, in one of these places."""
    token = reading.match.token
    return not reading.is_noun and token.dep_ in labels and is_bare(token)


def _has_verb(reading: Reading) -> bool:
    return any("VerbForm=Fin" in reading.match.token.doc[i].morph for i in reading.sent)


def _is_told_apart(reading: Reading, timed: frozenset[int]) -> bool:
    """A participle that tells when it was done, or that a comma sets off as what came next: `deux juges arrêtés lundi`,
    `l'assaillant, finalement arrêté à Lomé`."""
    token = reading.match.token
    is_pact = reading.frame.both and bool(reading.frame.objects)  # `l'accord signé lundi`, not `signé en 2001`
    if reading.frame.type not in DONE and reading.mode not in ("investigate", "allege") and not is_pact:
        return False
    before = token.nbor(-1) if token.i else token
    if before.pos_ == "ADV" and before.i:
        before = before.nbor(-1)
    dated = (child for child in token.children if child.i > token.i and child.i in timed)
    return before.text == "," or any(not is_pact or "en" not in prepositions(child) for child in dated)


def _top(token: Token) -> Token:
    """The head of a title, from one of its names (`Le maire et sa femme accusés`, `Chine : deux juges arrêtés`)."""
    for _ in range(3):
        is_told = ":" in (word.text for word in token.doc[max(token.left_edge.i - 1, 0) : token.left_edge.i + 1])
        if token.dep_ not in ("conj", "appos", "flat:name", "parataxis") and not is_told:
            break
        token = token.head
    return token
