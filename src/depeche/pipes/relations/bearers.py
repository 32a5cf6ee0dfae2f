"""Of whom is a noun or adjective said, and whose is it? Apposition, copula, possessive, the name beside it."""

from __future__ import annotations

from depeche.lang.knowledge import countries
from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import prepositions
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.syntax import surface_subject
from depeche.pipes.tree import Token, root
from depeche.record import Mention

SMALL = ("DET", "ADJ", "NUM")
OPENING = (*SMALL, "ADV", "NOUN", "VERB", "ADP", "PUNCT")
"""What may stand before the word of a phrase that opens its sentence."""
MARKS = (",", "(", ")")
NAMING = ("appos", "flat:name", "flat", "nmod")
COMPLEMENTS = ("xcomp", "obj", "obl:arg", "obl:mod")
CLIMB = 4
WIDE = 16
"""Tokens in which a phrase that opens its sentence ends."""
REACH = 10
"""Tokens back in which a `dont` may stand."""
NEAR = 3
"""Tokens before a noun that may belong to it; marks between a name and what is said of it."""


def bearers(token: Token, cast: Cast) -> list[Party]:
    """Whom a noun phrase is said of.

    `le Kazakhstan, allié proche de Moscou`, `la Russie est un allié de Minsk`, `sa filiale Sibneft`, `son allié russe`.
    """
    mention = cast.by_token.get(token.i)
    if mention is not None and mention.members:
        return cast.resolve(token)
    if token.dep_ == "nmod" and token.head.lower_ in ("un", "une") and "de" in prepositions(token):
        token = token.head
    if any(child.dep_ == "cop" for child in token.children):
        return _first(cast, [child for child in token.children if child.dep_.startswith("nsubj")])
    if found := _coordinated(token, cast) or _named(token, cast) or _before(token, cast) or _after(token, cast):
        return found
    if found := _staying(token, cast):
        return found
    if token.dep_ in ("appos", "acl", "amod", "dep", "acl:relcl"):
        return cast.resolve(token.head)
    return []


def both(token: Token, cast: Cast) -> list[Party]:
    """The two that a plural is said of (`l'Algérie et le Maroc, rivaux de longue date`), or nobody."""
    is_beside = token.dep_ == "amod" and token.head.i == token.i - 1
    if "Number=Plur" not in token.morph or is_beside:
        return []
    found = bearers(token, cast)
    if len(found) == 1:
        span = cast.columns.between(found[0].start, found[0].end)
        head = root(cast.doc[span.start : span.stop]) if span is not None else None
        if head is not None and head.dep_ == "conj":
            found = cast.resolve(head.head)
    return found if len(found) == 2 else []


def qualified(token: Token, cast: Cast) -> list[Party]:
    """Whom an adjective or participle is said of; a plural after a comma is said of all that are coordinated.

    `le Hezbollah et d'autres milices, alliés à l'Iran`.
    """
    if token.dep_ not in ("acl", "amod") or token.head.i > token.i:
        return bearers(token, cast)
    noun = _noun_of(token)
    return _named(noun, cast) or (cast.resolve(noun) if noun.i in cast.by_token else bearers(noun, cast))


def _coordinated(token: Token, cast: Cast) -> list[Party]:
    """All that a plural after a comma is said of: `le Hezbollah et le Hamas, alliés à l'Iran`."""
    if token.dep_ not in ("appos", "acl", "amod") or not _is_of_all(token):
        return []
    noun = _noun_of(token)
    found = cast.resolve(noun) if noun.i < token.i else []
    return found if len(found) > 1 else []


def _noun_of(token: Token) -> Token:
    """What a qualifier hangs on; one that is of all that are coordinated hangs on the first of them."""
    return token.head.head if token.head.dep_ == "conj" and _is_of_all(token) else token.head


def _is_of_all(token: Token) -> bool:
    """Whether it is a plural after a comma."""
    return token.i > 0 and token.nbor(-1).text == "," and token.lower_.endswith("s")


def country_before(token: Token, cast: Cast) -> list[Party]:
    """The country told last before a phrase like `un pays allié de Moscou` that a comma sets off."""
    start = _start(token)
    if start == 0 or token.doc[start - 1].text != ",":
        return []
    for i in range(start - 2, token.sent_start - 1, -1):
        mention = cast.by_token.get(i)
        if mention and mention.kind == "country" and mention.actor:
            return [Party(mention.actor, mention.start, mention.end, mention.kind)]
    return []


def antecedent(token: Token, cast: Cast) -> list[Party]:
    """What `dont` takes up (`l'Otan, dont la Turquie est membre`)."""
    first = max(token.sent_start, token.i - REACH)
    at = next((i for i in range(token.i - 1, first, -1) if token.doc[i].lower_ == "dont"), None)
    if at is None:
        return []
    if token.dep_ == "acl:relcl" and token.head.i < at:
        return cast.resolve(token.head)
    is_alone = not any("VerbForm=Fin" in token.doc[i].morph for i in range(at + 1, token.i))
    before = cast.by_token.get(at - 2 if token.doc[at - 1].text == "," else at - 1)
    return [Party(before.actor, before.start, before.end, before.kind)] if is_alone and before and before.actor else []


def _first(cast: Cast, tokens: list[Token]) -> list[Party]:
    return next((found for token in tokens if (found := cast.resolve(token))), [])


def named(token: Token, cast: Cast) -> list[Party]:
    """The parties of a phrase, by its name where it has one (`le groupe chinois ByteDance`)."""
    if token.i in cast.codes and (after := cast.starts.get(token.i + 1)) is not None and after.via == "name" and after.actor:
        return [Party(after.actor, after.start, after.end, after.kind)]  # `du japonais Toshiba`
    mention = cast.by_token.get(token.i)
    is_name = mention is not None and mention.via in ("name", "acronym", "metonymy")
    return ([] if is_name else _named(token, cast)) or cast.resolve(token)


def _named(token: Token, cast: Cast) -> list[Party]:
    """The name that follows a noun (`sa société publique Rosatom`), or its adjective after a possessive (`son allié russe`)."""
    for child in token.children:
        is_name = child.dep_ in NAMING and child.i > token.i and child.pos_ in ("PROPN", "X") and not prepositions(child)
        mention = cast.by_token.get(child.i)
        if is_name and mention and mention.via in ("name", "acronym") and mention.actor:
            return [Party(mention.actor, mention.start, mention.end, mention.kind)]
    if possessor(token) is not None:
        for i in range(token.i + 1, min(token.i + 4, len(token.doc))):
            word = token.doc[i]
            if word.pos_ == "PUNCT":
                return []
            if i in cast.codes:
                return cast.adjectives(token) or [Party(cast.codes[i], word.idx, word.idx + len(word), "country")]
            if i in cast.starts and word.pos_ == "PROPN":
                mention = cast.starts[i]
                return [Party(mention.actor, mention.start, mention.end, mention.kind)] if mention.actor else []
    return []


def _start(token: Token) -> int:
    """Where the words before a noun begin: its determiner and adjectives."""
    start = token.i
    while start > token.sent_start and start > token.i - NEAR and token.doc[start - 1].pos_ in SMALL:
        start -= 1
    return start


def _before(token: Token, cast: Cast) -> list[Party]:
    """The name right before the phrase and its comma."""
    start = _start(token)
    if start == 0 or token.doc[start - 1].text not in MARKS:
        return []
    for i in range(start - 2, max(start - 2 - NEAR, -1), -1):
        mention = cast.by_token.get(i)
        if mention:
            if _is_counted(token):
                return cast.resolve(token.doc[i].head) if token.doc[i].dep_ == "conj" else []
            mention = _labelled(token.doc[i], mention, cast) or mention
            return [Party(mention.actor, mention.start, mention.end, mention.kind)] if mention.actor else []
        if token.doc[i].text not in MARKS:
            return []
    return []


def _after(token: Token, cast: Cast) -> list[Party]:
    """Whom a phrase that opens its sentence is said of: `Alliée de Bakou, la Turquie a réagi`."""
    doc = token.doc
    if any(doc[i].pos_ not in OPENING or "VerbForm=Fin" in doc[i].morph for i in range(token.sent_start, token.i)):
        return []
    for i in range(token.i + 1, min(token.i + WIDE, len(doc) - 1)):
        if doc[i].sent_start != token.sent_start or "VerbForm=Fin" in doc[i].morph:
            return []
        if doc[i].text != ",":
            continue
        head = doc[i + 1]
        while not head.dep_.startswith("nsubj") and head.head.i > head.i:
            head = head.head
        if head.dep_.startswith("nsubj") and head.left_edge.i in (i, i + 1):
            return named(head, cast)
    return []


def _staying(token: Token, cast: Cast) -> list[Party]:
    """Whom a verb of staying or counting says it of: `La Jordanie reste un allié`, `qui compte parmi les alliés de Téhéran`."""
    verb = token.head
    before = prepositions(token)
    is_said = (verb.lower_ in small("rank") and before <= small("among")) if before else verb.lower_ in small("stay")
    is_denied = any("Polarity=Neg" in child.morph for child in verb.children) or "Mood=Cnd" in verb.morph
    if token.dep_ not in COMPLEMENTS or not is_said or is_denied:
        return []
    return _first(cast, surface_subject(verb, frozenset()))


def _labelled(token: Token, mention: Mention, cast: Cast) -> Mention | None:
    """The person whose label a name is (`L'élue PS, membre du MRC`)."""
    noun = token.doc[max(0, token.i - 1)]
    found = cast.by_token.get(noun.i) if noun.pos_ == "NOUN" and mention.kind == "organisation" else None
    return found if found is not None and found.kind == "person" else None


def _is_counted(token: Token) -> bool:
    """A plural with a determiner (`, six membres`): it is said of several, or begins anew."""
    is_plural = "Number=Plur" in token.morph
    return is_plural and any(child.dep_ in ("det", "nummod") and child.i < token.i for child in token.children)


def possessor(token: Token) -> Token | None:
    """The possessive of a noun (`son`, `leur`)."""
    found = next((child for child in token.children if "Poss=Yes" in child.morph), None)
    at = token.i - 1
    while found is None and at > token.sent_start and at > token.i - NEAR and token.doc[at].pos_ in ("ADJ", "ADV"):
        at -= 1
    return found or (token.doc[at] if at < token.i - 1 and "Poss=Yes" in token.doc[at].morph else None)


def owners(token: Token, cast: Cast) -> list[Party]:
    """Whom the possessive of a noun means: what it is coordinated with, else the subject of its clause."""
    if possessor(token) is None:
        return []
    if token.dep_ == "conj" and (found := cast.resolve(token.head)[:1]):
        return found
    head = token
    for _ in range(CLIMB):
        head = head.head
        if head.pos_ in ("VERB", "AUX") or any(child.dep_.startswith("nsubj") for child in head.children):
            break
    subjects = [one for one in surface_subject(head, frozenset()) if one.i < token.i and token not in one.subtree]
    return _first(cast, subjects) or _around(token, cast)


def pair(token: Token, cast: Cast) -> list[Party]:
    """The two countries that `leur` means: all that the sentence named before it, else the sentence before.

    `Le Laos et le Vietnam ont fixé le tracé de leur frontière`.
    """
    possessive = possessor(token)
    if possessive is None or possessive.lower_ not in small("their"):
        return []
    start = token.sent_start
    for first, end in ((start, token.i), (token.doc[start - 1].sent_start if start else 0, start)):
        parties = [party for i in range(first, end) for party in _countries_at(i, cast)]
        found = {party.actor: party for party in parties}
        if found:
            return list(found.values()) if len(found) == 2 else []
    return []


def _countries_at(i: int, cast: Cast) -> list[Party]:
    """The countries that a token names, or stands for (`les deux pays`), or says of something (`le président ouzbek`)."""
    mention = cast.starts.get(i)
    if mention is not None and mention.kind in ("country", "group"):
        names = (mention.actor,) if mention.actor else mention.members
        return [Party(name, mention.start, mention.end, "country") for name in names if name in countries()]
    code = cast.codes.get(i)
    word = cast.doc[i]
    return [Party(code, word.idx, word.idx + len(word), "country")] if code else []


def _around(token: Token, cast: Cast) -> list[Party]:
    """`La Russie, par l'intermédiaire de sa société publique, ...`: the subject that the phrase itself belongs to."""
    above = token
    for _ in range(CLIMB):
        if above.dep_.startswith("nsubj") or above.head.i == above.i:
            break
        above = above.head
    mention = cast.by_token.get(above.i)
    if mention and mention.actor and above.i < token.i:
        return [Party(mention.actor, mention.start, mention.end, mention.kind)]
    return []
