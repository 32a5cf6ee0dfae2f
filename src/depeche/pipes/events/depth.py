"""Whom does what is asked, promised or refused name, somewhere below it? The widest place of a frame."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from depeche.pipes.events.aside import aside
from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import is_verbal
from depeche.pipes.events.makers import presenter
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.peoples import as_party, people_of
from depeche.pipes.events.phrases import clitic, conjuncts, is_above
from depeche.pipes.events.surface import begin_of, ends_telling, is_aside
from depeche.pipes.events.syntax import Places
from depeche.pipes.tree import Token

if TYPE_CHECKING:
    from depeche.pipes.events.slots import Reading

ANSWERING = ("ACCUSE", "REJECT", "SUPPORT")
"""What is said of a thing to who made it."""

WIDEST = 40
"""Tokens after a trigger that are searched for whom its content names."""


def wide(reading: Reading, slot: str, cast: Cast) -> list[Party]:
    """The party below what a trigger is about, or in what follows it; with `clause` the subject of the clause below it."""
    where, taken = reading.places, {party.actor for party in reading.actors}
    if slot == "clause":
        subjects = (child for clause in where.clause for child in clause.children if child.dep_ == "nsubj")
        return next((parties for child in subjects if (parties := cast.resolve(child))), [])
    if (pronoun := clitic(reading.match.token)) is not None and pronoun.lower_ in small("dative"):
        return []  # `il leur est reproché d'avoir armé les rebelles`
    if reading.frame.type in ANSWERING:  # `rejette la demande de Paul présentée par Lima`
        inner = [child for clause in where.clause for child in clause.children if child.dep_ == "obj"]
        made = (party for head in (*where.object, *inner) for party in presenter(head, cast))
        if found := [party for party in made if party.actor not in taken]:
            return found
    is_told_of = where.is_passive and bool(where.object)  # who undergoes it is named, if as a thing
    near = [(before, token) for before, token in where.oblique if "à" in before and token.i < reading.match.token.i]
    oblique = [token for _, token in (near if is_told_of else where.oblique)]
    below = [*where.object, *oblique, *(() if is_told_of else where.clause)]
    if not below:
        below = [child for child in reading.match.token.children if child.dep_.startswith(("nmod", "acl", "obl"))]
    trigger = reading.match.token
    if reading.frame.type == "REJECT" and any(token.lower_ in small("denial") for token in where.object):
        return []  # `nie toute implication dans l'attaque du convoi`
    is_open = reading.is_noun or where.is_passive
    around = aside(reading, cast)
    said = cast.said_until(trigger)
    behind = [word for word in trigger.doc[max(trigger.i, reading.match.last.i) + 1 : reading.sent.stop] if word.idx < said]
    end = min((begin_of(word, trigger) for word in behind if _ends(word, reading)), default=reading.sent.stop)
    for token in sorted({token for token in below if token.i > trigger.i or is_open}, key=lambda token: token.i):
        inside = [word for word in token.subtree[:WIDEST] if word.i < end and word.i not in around]
        if token.i not in around and token.i < end and (parties := among(inside, taken, trigger, cast)):
            return parties
    if reading.frame.type in ("REJECT", "THREATEN") and (found := _taken_up(where, taken, cast)):
        return found
    if reading.frame.type == "PROTEST" and any("contre" in before for before, _ in where.oblique):
        return []  # `une marche contre la vie chère à l'approche du vote, dit Paul Durand`
    if reading.frame.type == "PROTEST" and reading.is_noun:
        end = min([end, *(word.i for word in behind if word.pos_ == "PUNCT")])
    rest = [token for token in behind if token.i < end and token.i not in around and not is_told_of]
    return among(rest[:WIDEST], taken, trigger, cast)


def _taken_up(where: Places, taken: set[str], cast: Cast) -> list[Party]:
    """Whom the pronoun of what is refused or threatened stands for (`a menacé de le destituer`)."""
    pronouns = (pronoun for clause in where.clause if (pronoun := clitic(clause)) is not None)
    found = (party for pronoun in pronouns if pronoun.i in cast.by_token for party in cast.resolve(pronoun))
    return [party for party in found if party.actor not in taken]


def _ends(word: Token, reading: Reading) -> bool:
    """Whether what follows a word is no longer what the trigger is about: the author of a passive, the verb of a noun, an
    infinitive below what is approved or refused (`un texte visant à abroger la loi de Paul`)."""
    trigger, where = reading.match.token, reading.places
    is_protest = reading.frame.type == "PROTEST"  # whose aim may name whom it is against
    if ends_telling(word, trigger) or (not is_protest and is_aside(word)):
        return True
    if reading.is_noun:
        return is_verbal(word) and (is_above(word, trigger) or (word.dep_ == "cop" and is_above(word.head, trigger)))
    if where.is_passive and where.subject and word.i == where.subject[0].left_edge.i:
        return True
    is_deep = "VerbForm=Inf" in word.morph and word.head.i != trigger.i and all(word.i != one.i for one in where.clause)
    return is_deep and reading.frame.type == "SUPPORT"


def among(tokens: list[Token], taken: set[str], trigger: Token, cast: Cast) -> list[Party]:
    """The first party among these tokens that is not, and does not belong to, one of `taken`; a nameless group of no
    country (`envoyer des soldats en Irak`) only where there is no other.
    """
    countries = {cast.country(name) for name in taken} - {None}
    nameless: list[Party] = []
    outside = cast.outside(trigger)
    for other in tokens:
        if other.text == "(" or _is_inset(other, cast):
            break
        parties = [] if other.i in outside else _party_at(other, cast)
        if not parties or any(p.actor in taken for p in parties):
            continue
        if any(p.actor in countries for p in parties) and not _is_described(other, cast):
            continue
        if all(cast.country(p.actor) is None for p in parties):
            if parties[0].kind == "place":
                continue
            if parties[0].kind == "group" and _is_described(other, cast):
                nameless = nameless or parties
                continue
        more = [*(p for c in conjuncts(other) for p in cast.mentioned(c)), *cast.lists.after(parties[0])]
        return [*parties, *(p for p in more if all(p.actor != q.actor for q in parties))]
    return nameless


def _is_inset(token: Token, cast: Cast) -> bool:
    """Whether a comma sets off a clause that only adds to what it follows (`les résultats, qui donnent la victoire à X`)."""
    after = cast.columns.lower[token.i + 1 : token.i + 2]
    return token.text == "," and bool(after) and after[0] in small("relative")


def _party_at(token: Token, cast: Cast) -> list[Party]:
    mention = cast.by_token.get(token.i)
    if mention is not None:
        is_masters = any(above.pos_ == "NOUN" and above.lower_ in small("servant") for above in islice(token.ancestors, 3))
        return [] if mention.via == "pronoun" or is_masters else cast.mentioned(token)
    if token.i in cast.codes and token.head.lower_ in small("matter"):
        return []  # `le conflit syrien`
    if token.i in cast.codes and (named := cast.titled(token.head)):
        return named  # `l'ancien président tunisien Paul Durand`
    code = cast.codes.get(token.i) or people_of(cast.columns, token.i)
    return [as_party(code, token.i, cast.columns)] if code else []


def _is_described(token: Token, cast: Cast) -> bool:
    """Whether a mention describes and does not name (`le gouvernement russe`)."""
    mention = cast.by_token.get(token.i)
    return mention is not None and mention.via == "description"
