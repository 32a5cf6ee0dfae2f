"""Which tellings are of one event? Events of a dispatch that agree, and what each tells that the others do not."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from depeche.lang.knowledge import slug
from depeche.pipes.events.antecedents import is_known, is_taken_up
from depeche.pipes.events.bare import is_passing
from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import prepositions
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.phrases import is_counted
from depeche.pipes.events.selection import agree
from depeche.pipes.events.slots import Reading
from depeche.pipes.events.victims import is_when
from depeche.pipes.events.waging import strikes_back
from depeche.pipes.tree import Token
from depeche.record import Status, Time

ALONE = frozenset({"PROTEST", "RETREAT"})
"""Types of acts that are whole without a recipient."""

STEM = 6
"""Letters that a noun and its verb share."""

LEAD = 2
"""Sentences after the title that may tell again what it tells: a dateline, the lead."""

SUREST: tuple[Status, ...] = ("actual", "planned", "possible", "denied")


@dataclass
class Telling:
    """A reading with its time and place, and the id that it shares with the other tellings of its event.

    `anchor` is the place that the parse ties to it.
    """

    reading: Reading
    time: Time | None = None
    place: str | None = None
    anchor: str | None = None
    event: str = ""
    fellows: list[Telling] = field(default_factory=list)


def is_faint(reading: Reading) -> bool:
    """Whether a word names nobody and only stands by (`après une semaine de troubles`): no event to keep."""
    if reading.actors or reading.recipients:
        return False
    token = reading.match.token
    if reading.is_by_some:
        return False
    if reading.is_noun and reading.frame.light and is_taken_up(token):
        return True  # `cet appel`, of which nothing was told before
    if token.lower_ in small("talks") and (token.dep_.startswith("nsubj") or token.dep_ == "ROOT"):
        return False  # `les négociations piétinent`
    if reading.is_noun and reading.frame.type == "CONSULT" and reading.support is None:
        return not (reading.match.trigger.rest and token.dep_.startswith("nsubj"))
    if not reading.is_noun:
        is_force = reading.frame.type == "COERCE" and reading.frame.alone  # `Dix kilos de cocaïne ont été saisis`
        is_told = reading.frame.type in ("ASSAULT", "PROTEST") or is_force
        return not is_told or is_passing(reading)  # `des missiles lancés par sous-marin`
    if reading.frame.toll and is_counted(token):
        return False
    is_told = bool(reading.match.trigger.rest) and reading.frame.type != "CONSULT"
    if is_told or not any("VerbForm=Fin" in token.doc[i].morph for i in reading.sent):
        return False
    if reading.frame.type == "ASSAULT" and is_known(token):
        return False  # `l'auteur de l'attentat`: the deed is one that is known
    return reading.support is None and token.dep_.startswith(("nmod", "obl", "conj", "dep", "appos"))


def join(tellings: Sequence[Telling], cast: Cast) -> None:
    """Give each telling the id of its event, and the parties, time and status that another telling of it has.

    Two tellings are of one event where type, mode, parties, times and places agree, and the later one points back: by
    its article (`l'attaque`, `cette frappe`), by the same word, or by naming the same two sides.
    """
    heads: list[Telling] = []
    for telling in tellings:
        likely = [head for head in reversed(heads) if _is_one(head, telling, cast)]
        first = next((head for head in likely if _is_named_alike(head, telling)), next(iter(likely), None))
        if first is None:
            heads.append(telling)
        else:
            first.fellows.append(telling)
    for head in heads:
        _share([head, *head.fellows], cast)
    _continue(tellings, cast)
    _judge(tellings)


def _judge(tellings: Sequence[Telling]) -> None:
    """Who is said to be convicted, by nobody named, was so by the one court that the dispatch names (`Sa femme a été condamnée à
    deux ans`)."""
    verdicts = [telling.reading for telling in tellings if telling.reading.mode == "convict" and not telling.reading.is_noun]
    courts = {party.actor: party for reading in verdicts for party in reading.actors}
    if len(courts) != 1:
        return
    for reading in verdicts:
        whom = {party.actor for party in reading.recipients}
        if reading.sent.start > 0 and not reading.actors and reading.places.is_passive and whom and not whom & set(courts):
            reading.actors = list(courts.values())


def _continue(tellings: Sequence[Telling], cast: Cast) -> None:
    """A test of which nobody is said to be the author is by who made all the others (`Un second test avait eu lieu`)."""
    tests = [telling.reading for telling in tellings if telling.reading.frame.mode == "weapons"]
    authors = [reading.actors for reading in tests if reading.actors]
    sides = {cast.country(party.actor) or party.actor for actors in authors for party in actors}
    for reading in tests:
        if reading.is_noun and not reading.actors and len(sides) == 1:
            reading.actors = max(authors, key=authors.count)


def follow(tellings: Sequence[Telling]) -> None:
    """Who condemns or praises an act does it to who acted: `l'ONU a condamné cette attaque`; who was killed when somebody struck
    was so by him."""
    by_token = {telling.reading.match.token.i: telling.reading for telling in tellings}
    for telling in tellings:
        reading = telling.reading
        if reading.frame.type == "ASSAULT" and reading.places.is_passive and not reading.is_noun and not reading.actors:
            clauses = (child for child in reading.match.token.children if child.i in by_token and is_when(child))
            reading.actors = [party for child in clauses for party in _striking(by_token[child.i])]
        if reading.recipients or reading.frame.type not in ("ACCUSE", "SUPPORT", "REJECT"):
            continue
        acts = [by_token[token.i] for token in reading.places.object if token.i in by_token]
        names = {party.actor for party in reading.actors}
        reading.recipients = [party for act in acts for party in act.actors if party.actor not in names]


def _striking(reading: Reading) -> list[Party]:
    return reading.actors if reading.frame.type == "ASSAULT" else []


def _is_one(head: Telling, telling: Telling, cast: Cast) -> bool:
    one, other = head.reading, telling.reading
    if one.frame.type != other.frame.type or (one.mode and other.mode and one.mode != other.mode):
        return False
    if _is_mutual(one) != _is_mutual(other):
        return False
    if "denied" in (one.status, other.status) and one.status != other.status:
        return False
    if strikes_back(one.recipients, cast) != strikes_back(other.recipients, cast) or is_passing(one):
        return False
    if (not other.actors and _has_sides(other.match.token)) or _is_of_many(one, other):
        return False
    members = [head, *head.fellows]
    if not all(_agrees(member, telling, cast) for member in members):
        return False
    if one.status != other.status and not (head.time and telling.time):
        return False
    if _is_whole(one) and _is_whole(other):
        return one.frame.id == other.frame.id or (one.is_noun and other.is_noun)
    return other.is_noun and one.frame.type != "CONSULT" and (is_known(other.match.token) or _same_word(one, other))


def _is_named_alike(head: Telling, telling: Telling) -> bool:
    """Whether the noun of a telling already told the event: of two attacks, `l'attentat` is the one that was an `attentat`."""
    noun = telling.reading.match.token
    stem = _singular if "Number=Plur" in noun.morph else _stem  # `ces attaques` are not the one `il a attaqué`
    word = stem(noun.lower_)
    return any(word in map(stem, member.reading.match.words()) for member in (head, *head.fellows) if member is not telling)


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _stem(word: str) -> str:
    """What a noun has in common with its verb: `destitution` and `destitué`, `arrestation` and `arrêté`."""
    return _singular(slug(word.replace("ê", "es")))[:STEM]


def _has_sides(noun: Token) -> bool:
    """Whether a noun says itself between whom it was (`des affrontements entre groupes armés`), be they actors or not."""
    return any("entre" in prepositions(child) for child in noun.children)


def _is_of_many(one: Reading, other: Reading) -> bool:
    """Whether several acts are told of (`les raids contre la police`) where one was before."""
    token = other.match.token
    is_one = not one.is_noun or "Number=Plur" not in one.match.token.morph
    is_many = other.is_noun and "Number=Plur" in token.morph and one.frame.id != other.frame.id
    return is_one and is_many and not any(child.lower_ in small("demonstrative") for child in token.children)


def _is_mutual(reading: Reading) -> bool:
    return reading.frame.both or (reading.match.trigger.reflexive and len(reading.actors) > 1)


def _is_whole(reading: Reading) -> bool:
    return bool(reading.actors) and bool(reading.recipients or reading.frame.both)


def _agrees(one: Telling, other: Telling, cast: Cast) -> bool:
    if one.anchor and other.anchor and one.anchor != other.anchor:
        return False
    if one.time and other.time and not _overlap(one.time, other.time):
        return False
    mine, others = one.reading, other.reading
    return agree(mine.actors, others.actors, cast) and agree(mine.recipients, others.recipients, cast)


def _overlap(one: Time, other: Time) -> bool:
    if one.begin and one.until and other.begin and other.until:
        return one.begin < other.until and other.begin < one.until
    return one.value.startswith(other.value) or other.value.startswith(one.value)


def _same_word(one: Reading, other: Reading) -> bool:
    """Whether the title and a sentence after it tell it by the same noun, and the second does not bring in another
    (`un autre attentat`)."""
    if one.frame.type == "CONSULT" or not (one.is_noun and other.is_noun) or one.frame.id != other.frame.id:
        return False
    if one.sent.start > 0 and not _names_alike(one, other):
        return False
    return not any(child.lower_ in small("other") for child in other.match.token.children)


def _names_alike(one: Reading, other: Reading) -> bool:
    """Whether both name somebody on the same side."""
    sides = ((one.actors, other.actors), (one.recipients, other.recipients))
    return any({party.actor for party in mine} & {party.actor for party in others} for mine, others in sides)


def _share(group: list[Telling], cast: Cast) -> None:
    first = group[0].reading
    text = cast.columns.text_of(first.sent.start, first.sent.stop).strip()
    key = f"{first.frame.type}|{text}|{first.match.token.i - first.sent.start}"
    name = f"{first.frame.type.lower()}-{hashlib.sha256(key.encode()).hexdigest()[:10]}"
    if len(group) == 1:
        group[0].event = name
        return
    time = max((item.time for item in group if item.time), key=lambda time: len(time.value), default=None)
    status = min((item.reading.status for item in group), key=SUREST.index)
    actors, recipients = list(first.actors), list(first.recipients)
    for item in group:
        reading, item.event, item.time = item.reading, name, time
        reading.status = status
        if reading.is_noun and item is not group[0]:
            sides = _whole(reading.actors, actors, reading.recipients), _whole(reading.recipients, recipients, reading.actors)
            is_alike = _is_named_alike(group[0], item) or reading.frame.id == first.frame.id
            if (is_alike and _tells_all(reading, *sides)) or _takes_up(first, reading, cast):
                reading.actors, reading.recipients = sides
        actors, recipients = max(actors, reading.actors, key=len), max(recipients, reading.recipients, key=len)


def _tells_all(reading: Reading, actors: list[Party], recipients: list[Party]) -> bool:
    """Whether it is known who did it to whom; of an attack of which a text knows only the dead, a later `l'attaque` means no
    more than the attack."""
    is_aimed = bool(recipients) and all(party.kind in ("person", "organisation") for party in recipients)  # at whom, not a toll
    return (bool(actors) and (bool(recipients) or reading.frame.both or reading.frame.type in ALONE)) or is_aimed


def _takes_up(first: Reading, reading: Reading, cast: Cast) -> bool:
    """Whether a noun points back by its determiner (`cette frappe`), or says in the lead what the title says."""
    token = reading.match.token
    if is_taken_up(token):
        return True
    lead = cast.columns.sentences[: LEAD + 1][-1]
    return first.sent.start == 0 and first.match.token.lower_ == token.lower_ and token.i < lead.stop


def _whole(own: list[Party], union: list[Party], others: list[Party]) -> list[Party]:
    """A side as this telling has it, with what the fullest adds to it, without who stands on the other side here."""
    full = {party.actor for party in union}
    if own and (len(own) == len(union) or not all(party.actor in full for party in own)):
        return own
    names = {party.actor for party in others}
    return [party for party in union if party.actor not in names]
