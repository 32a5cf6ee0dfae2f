"""Who is said to have died or been hurt in an attack? `trois civils ont péri dans un raid`, `la mort d'un civil dans un raid`."""

from __future__ import annotations

from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import prepositions
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.phrases import is_above
from depeche.pipes.events.slots import Reading
from depeche.pipes.events.syntax import complements_of, places, surface_subject, verb_above
from depeche.pipes.events.waging import is_spot
from depeche.pipes.tree import Token

NEAR = 6
"""Tokens from those who were killed to `et`, and from it to those who were hurt."""

CLOSE = ("AUX", "VERB", "ADJ", "ADV")


def victims(reading: Reading, cast: Cast, words: dict[str, frozenset[str]]) -> list[Party]:
    """The parties whom the verb or noun above an attack says to be its dead and injured.

    Args:
        words: those of `event_words.tsv`, by their use.
    """
    match = reading.match
    verbs = (match.last, match.token) if match.last.pos_ == "VERB" else (match.token,)
    struck = _struck(match.token, cast, words) if reading.is_noun else [head for verb in verbs for head in _fallen(verb, words)]
    if not struck and reading.frame.toll and not reading.is_noun:
        struck = _among(reading, cast)
    return [party for head in struck for party in cast.resolve(head)]


def _among(reading: Reading, cast: Cast) -> list[Token]:
    """From among whom those are whom an expression counts (`faisant sept morts parmi les civils`)."""
    counted = [*reading.places.object, reading.match.last]
    beside = [pair for token in counted for pair in complements_of(token)]
    return [token for before, token in (*reading.places.oblique, *beside) if _is_among(before, token, cast)]


def also_hurt(last: Party, cast: Cast, words: dict[str, frozenset[str]]) -> list[Party]:
    """Who was hit besides, in the same breath (`cinq soldats ont été tués et trente autres blessés`)."""
    tokens, lower = cast.columns.range_of(last), cast.columns.lower
    if tokens is None:
        return []
    stop = cast.columns.ends[tokens.start]
    at = next((i for i in range(tokens.stop, min(tokens.stop + NEAR, stop)) if lower[i] == "et"), None)
    if at is None or any(cast.columns.pos[i] not in CLOSE for i in range(tokens.stop, at)):
        return []
    second = next((i for i in range(at + 1, min(at + NEAR, stop)) if i in cast.starts), None)
    mention = cast.starts[second] if second is not None else None
    span = cast.columns.range_of(mention) if mention is not None else None
    if second is None or span is None:
        return []
    hurt = words["injured"] | words["dead"] | small("other_some")
    if not any(lower[i] in hurt for i in span):
        return []
    is_other = any(cast.columns.pos[i] in ("NOUN", "PUNCT", "PRON") for i in range(at + 1, second))
    is_other = is_other or any(cast.columns.pos[i] == "NOUN" and lower[i] not in hurt for i in span)
    return [] if is_other else cast.resolve(cast.doc[span.stop - 1])


def _fallen(verb: Token, words: dict[str, frozenset[str]]) -> list[Token]:
    """Who died or was hurt when what a verb tells happened (`Six passants sont morts lorsqu'un homme a ouvert le feu`)."""
    above = (verb.head, verb.head.head) if verb.head.dep_ == "conj" else (verb.head,)
    dying = [word for word in above if word.lower_ in words["die"] or word.lower_ in small("death")] if is_when(verb) else []
    return [child for word in dying for child in word.children if child.dep_.startswith("nsubj") and child.i < verb.i]


def _struck(noun: Token, cast: Cast, words: dict[str, frozenset[str]]) -> list[Token]:
    above = [word for word in list(noun.ancestors)[:3] if word.lower_ in small("death")]
    if dead := [child for word in above for child in _lost(word) if child.i < noun.i]:
        return [child for child in dead if child.lower_ not in small("attacker")]  # `la mort de l'auteur des tirs`
    if dead := [token for child in noun.children if child.dep_ == "acl:relcl" for token in _in_relative(child, words)]:
        return dead
    fallen = noun.head
    if fallen.i in cast.by_token and fallen.i < noun.i and fallen.lower_ in words["dead"] | words["injured"]:
        return [fallen]  # `Lima : dix morts dans un attentat`
    verb = verb_above(noun)
    if verb is None:
        return []
    if any(map(is_theirs, noun.children)):  # `ont disparu après l'attaque de leur véhicule`
        return [token for token in surface_subject(verb, words["control"]) if not is_above(token, noun)]
    around = places(verb, words["control"], words["intransitive"])
    if verb.dep_ == "advcl" and noun.dep_ == "obl:agent" and any(map(_is_somebodys, around.object)):
        return surface_subject(verb.head, words["control"])  # `sont morts après que leur voiture a été visée par des tirs`
    if verb.lower_ in words["die"]:
        subject = [token for token in around.subject if not cast.is_topic(token)] or list(around.subject)
        return list(around.object) if around.is_passive or around.object else subject
    if is_when(verb) and verb.head.lower_ in words["die"]:
        return [child for child in verb.head.children if child.dep_.startswith("nsubj") and child.i < verb.i]
    is_striking = noun.i in {token.i for token in around.subject}
    if verb.lower_ in words["hit"] and is_striking:
        return list(around.object)
    if ends := _counted_after(verb, words):
        return ends
    told = cast.said_of(around.object)
    if told & (words["dead"] | words["injured"]) and not told & small("death"):
        return [token for before, token in around.oblique if _is_among(before, token, cast)] or list(around.object)
    ends = [token for before, token in around.oblique if before & {"par", "à"} and token.lower_ in small("death")]
    if is_striking and (dead := [child for word in (*around.object, *ends) for child in _deaths(word)]):
        return dead  # `l'attentat a causé la mort de dix civils`, `s'est soldé par la mort de`
    if dead := [child for word in around.object if word.i not in (noun.i, verb.i) for child in _deaths(word)]:
        return dead  # `a reconnu la mort de dix soldats dans une embuscade`
    if told & (small("life") | small("death")):
        lost = [token for before, token in around.oblique if "à" in before and token.i != noun.i]
        lost = [token for token in lost if not is_spot(token, cast)]
        return lost or (list(around.subject) if noun.i not in {token.i for token in around.subject} else [])
    return []


def is_theirs(complement: Token) -> bool:
    """Whether what is hit is said to be somebody's (`l'attaque de leur convoi`, `un raid sur leur internat`)."""
    is_hit = complement.dep_ in ("nmod", "obl:arg", "obl:mod") and bool(prepositions(complement) & {"de", "contre", "sur"})
    return is_hit and _is_somebodys(complement)


def _is_somebodys(noun: Token) -> bool:
    return any("Poss=Yes" in child.morph for child in noun.children)


def _counted_after(verb: Token, words: dict[str, frozenset[str]]) -> list[Token]:
    """The dead or injured that a clause after the verb counts (`des tirs ont visé un bus, faisant trois blessés`), or whom it
    says to be hit (`une fusillade a éclaté, touchant dix passants`)."""
    clauses = (child for child in verb.children if child.dep_ in ("advcl", "acl") and child.i > verb.i)
    after = [child for child in clauses if "Tense=Pres" in child.morph]
    ends = [below for child in after for below in child.children if below.dep_ == "obj"]
    counted = [token for token in ends if token.lower_ in words["dead"] | words["injured"]]
    return counted or [token for token in ends if token.head.lower_ in words["hit"]]


def _is_among(before: frozenset[str], token: Token, cast: Cast) -> bool:
    """Whether a phrase says from among whom the dead are (`dix morts parmi les civils`), not where it was."""
    is_where = not before.isdisjoint(small("where")) and (is_spot(token, cast) or not cast.resolve(token))
    return not before.isdisjoint(small("among")) and not is_where


def _in_relative(verb: Token, words: dict[str, frozenset[str]]) -> list[Token]:
    """Who has died by the clause that an attack is taken up in (`qui a causé la mort de dix civils`, `où sont morts deux
    soldats`, `dans laquelle deux élèves ont perdu la vie`)."""
    around = places(verb, words["control"], words["intransitive"])
    if any(token.lower_ in small("relative") for token in around.subject):
        return [child for word in around.object for child in _deaths(word)]
    if verb.lower_ in words["die"]:
        return list(around.object or around.subject)
    is_lost = any(token.lower_ in small("life") for token in around.object)
    return [token for token in around.subject if token.pos_ != "PRON"] if is_lost else []


def _lost(word: Token) -> list[Token]:
    """Who has died, by the noun that says so."""
    return [child for child in word.children if "de" in prepositions(child)]


def _deaths(word: Token) -> list[Token]:
    return _lost(word) if word.lower_ in small("death") else []


def is_when(verb: Token) -> bool:
    """Whether a verb tells when the one above it happened: `Dix civils sont morts lorsqu'une bombe a explosé`."""
    leads = (child for child in verb.children if child.i < verb.i)  # the parser takes some for coordinated
    return verb.dep_ in ("advcl", "conj") and any(child.lower_ in small("when") for child in leads)
