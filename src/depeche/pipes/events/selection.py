"""Which of a sentence's readings are events of their own? What another one holds, denies or tells again is left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import is_verbal, prepositions
from depeche.pipes.events.meetings import is_dated
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.slots import Reading
from depeche.pipes.events.subjects import resumed
from depeche.pipes.events.surface import is_contrast, takes_up
from depeche.pipes.tree import Token

HOPS = 8
"""How far up the parse one event is looked for above another."""

REACH = 15
"""Tokens between a denial and what it denies."""

SPOKEN = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
MODED = ("COERCE", "SANCTION")
"""Types of acts of which two of other modes are two where they share nobody."""

RUN = 12
"""Tokens within which a content follows its verb where the parse does not tie it."""

CHARGES = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE"})
"""What one may be accused of that is told as an event of its own, if only a possible one."""

HOLDING = ("xcomp", "ccomp", "obj", "obl:arg", "acl", "nmod", "dep")


def select(readings: Sequence[Reading], cast: Cast, is_likely: Callable[[Reading], bool]) -> list[Reading]:
    """The events of one sentence, in order.

    An object that belongs to the expression (`lever les sanctions`) is no event beside it. What a demand, a promise, a
    refusal or a threat is about belongs to it, and the aim of a protest to the protest. A denial that has an event below
    it that a verb tells is no event of its own: the event is denied. Of two tellings of one act the one with the plainer mode
    stays.
    """
    consumed = {i for reading in readings for i in reading.consumed}
    consumed.update(reading.match.token.i for reading in readings if _is_charge_denied(reading, readings))
    charged = [reading for reading in readings if any(_charges(other, reading) for other in readings)]
    kept = [reading for reading in readings if reading.match.token.i not in consumed or reading in charged]
    for other in kept:
        _ask(other, [reading for reading in kept if other.frame.type == "REQUEST" and _is_absorbed(reading, other)])
    for reading in kept:
        for other in kept:
            _call(reading, other)
    kept = [one for one in kept if not any(_is_absorbed(one, other) or _is_crowd(one, other) for other in kept)]
    if any(reading.frame.needs == "must" for reading in kept):
        kept = [reading for reading in kept if reading.frame.needs != "warning"]
    kept = [reading for reading in kept if not (reading.frame.denies and _denies(reading, kept))]
    kept = _once(kept, cast, is_likely)
    for reading in kept:
        _answer(reading, kept, cast)
        _spare(reading, kept)
    return kept


def _is_crowd(reading: Reading, other: Reading) -> bool:
    """Whether a meeting is but the crowd that protests (`se sont réunis pour protester`)."""
    token = other.match.token
    is_aim = token.head.i == reading.match.token.i and token.dep_ in ("advcl", "obl:mod", "xcomp")
    return reading.frame.type == "CONSULT" and not reading.is_noun and other.frame.type == "PROTEST" and is_aim


def _is_charge_denied(reading: Reading, readings: Sequence[Reading]) -> bool:
    """`a nié ces accusations`: a refusal, of what somebody has said; that it was said is not denied."""
    if not reading.is_noun or reading.frame.type != "ACCUSE" or reading.match.token.dep_ not in ("obj", "nsubj:pass"):
        return False
    return any(other.frame.denies and other.match.token.i == reading.match.token.head.i for other in readings)


def _charges(charge: Reading, reading: Reading) -> bool:
    """Who is charged with an attack has done it if the charge is true (`ont imputé ce bombardement à l'armée`)."""
    is_attack = reading.is_noun and reading.frame.type == "ASSAULT" and reading.match.token.i in charge.consumed
    if not is_attack or charge.frame.mode != "allege" or charge.is_noun or not charge.recipients:
        return False
    reading.actors = reading.actors or list(charge.recipients)
    if {party.actor for party in reading.actors} <= {party.actor for party in charge.recipients}:
        reading.status = "possible"
    return True


def _spare(reading: Reading, kept: Sequence[Reading]) -> None:
    """Who condemns or praises an act does it to who acted, not to whom it was done (`condamne l'assassinat du juge`)."""
    if reading.frame.type not in ("ACCUSE", "SUPPORT"):
        return
    heads = {token.i for token in (*reading.places.object, *(token for _, token in reading.places.oblique))}
    act = next((other for other in kept if other.is_noun and other.match.token.i in heads), None)
    names = {party.actor for party in reading.recipients}
    if act is not None and names and (names <= {party.actor for party in act.recipients} or _is_of_attack(reading, act)):
        own = {party.actor for party in reading.actors}
        reading.recipients = [party for party in act.actors if party.actor not in own]


def _is_of_attack(reading: Reading, act: Reading) -> bool:
    """Whether who is condemned is but named with the attack, as where it was (`a condamné l'attaque perpétrée au Mali`)."""
    below = {word.idx for word in act.match.token.subtree if act.match.token.i > reading.match.token.i}
    is_attack = reading.frame.type == "ACCUSE" and act.frame.type == "ASSAULT"
    return is_attack and all(party.start in below for party in reading.recipients)


def _answer(reading: Reading, kept: Sequence[Reading], cast: Cast) -> None:
    """Who denies or rejects what another accuses him of or asks him for does it to that other (`ce que dément Astana`)."""
    if reading.frame.type != "REJECT" or reading.recipients or not reading.actors:
        return
    is_about = not reading.is_noun and takes_up(cast.columns, reading.match.token.i)
    for other in kept:
        is_asked = other.frame.type in ("ACCUSE", "REQUEST") and other.match.token.i < reading.match.token.i
        is_he = is_about or agree(reading.actors, other.recipients, cast)
        own = {party.actor for party in reading.actors}
        if is_asked and other.recipients and is_he and not own & {party.actor for party in other.actors}:
            reading.recipients = list(other.actors)


def _ask(request: Reading, contents: Sequence[Reading]) -> None:
    """Who is asked is who would act, not who would gain by it: `exige la libération du ministre` asks nothing of him."""
    names = {party.actor for party in request.recipients}
    heads = [*request.places.object, *(token for _, token in request.places.oblique)]
    if any(party.start <= token.idx < party.end for party in request.recipients for token in heads):
        return
    for content in contents:
        if names and names <= {party.actor for party in content.recipients} and request.match.trigger.kind != "noun":
            own = {party.actor for party in request.actors}
            request.recipients = [party for party in content.actors if party.actor not in own]
            return


def _is_absorbed(reading: Reading, other: Reading) -> bool:
    is_held = bool(other.frame.absorbs) or _is_adopted(reading, other)
    if other is reading or not is_held or reading.match.token.i < other.match.token.i:
        return False
    if any(token is reading.match.token for token in other.match.token.ancestors):
        return False
    heads = {other.match.token.i} | ({other.support.i} if other.support is not None else set())
    edge = _edge(reading.match.token, heads)
    if other.frame.absorbs == "aim":
        return edge is not None and _is_aim(edge)
    if other.frame.absorbs == "charge" and reading.frame.type in CHARGES:
        return edge is not None and edge is reading.match.token and _is_quoted(reading)
    is_apart = (reading.is_noun and reading.frame.both and is_dated(reading.match.token)) or _is_said_of(reading, edge)
    if is_apart or _is_called_for(reading, other, edge):
        return False
    if edge is None:
        is_told_of = reading.match.token.head.i in reading.consumed
        return not reading.is_noun and not is_told_of and _runs_on(other.match.last, reading.match.token)
    is_warned_of = other.frame.type == "THREATEN" and (edge.dep_ == "advcl" or "contre" in prepositions(edge))
    return _is_content(edge) or is_warned_of


def _is_adopted(reading: Reading, other: Reading) -> bool:
    """Whether an accord is the thing that somebody signs or ratifies, no accord that he reaches."""
    is_vote = other.frame.both and other.frame.type == "SUPPORT" and not other.is_noun
    return is_vote and reading.is_noun and reading.frame.type == "AGREE" and reading.match.token in other.places.object


def _is_quoted(reading: Reading) -> bool:
    """Whether a noun in quotes, of nobody, is but what one calls it (`dénonce un « coup d'État »`)."""
    token = reading.match.token
    is_bare = reading.is_noun and not (reading.actors or reading.recipients)
    return is_bare and token.i > 0 and token.nbor(-1).text in ("«", '"', "“")


def _is_said_of(reading: Reading, edge: Token | None) -> bool:
    """Whether an act is but said of somebody whom a demand or a refusal names (`a écrit à Paul, contraint de partir`)."""
    token, parties = reading.match.token, (*reading.actors, *reading.recipients)
    while edge is not None and token.i != edge.i:
        if token.dep_ == "acl" and "VerbForm=Inf" not in token.morph:
            near = [token.head, *(child for child in token.head.children if child.dep_ == "appos")]
            return any(party.start <= word.idx < party.end for party in parties for word in near)
        token = token.head
    return False


def _is_called_for(reading: Reading, other: Reading, edge: Token | None) -> bool:
    """Whether somebody calls for a protest, who then plans one (`l'opposition appelle à manifester`)."""
    return reading.frame.type == "PROTEST" and edge is reading.match.token and other.frame.needs in ("call", "called")


def _call(reading: Reading, other: Reading) -> None:
    """A protest that somebody calls for is planned, by whom he calls, else by him."""
    token = reading.match.token
    if other is not reading and _is_called_for(reading, other, _edge(token, {other.match.token.i})):
        reading.status = "planned" if other.status == "actual" else other.status
        sent = range(token.doc[reading.sent.start].idx, token.doc[reading.sent.stop - 1].idx + 1)
        is_own = any(party.start in sent for party in reading.actors)  # not from the title
        reading.actors = reading.actors if is_own else list(other.actors)
        inside = {word.idx for word in token.subtree if word.i > token.i}
        other.recipients = [party for party in other.recipients if party.start not in inside]  # not `une grève à la SNCF`


def _runs_on(first: Token, token: Token) -> bool:
    """Whether nothing ends the clause between two words (`exige d'eux qu'ils refusent`)."""
    between = token.doc[first.i + 1 : token.i]
    return len(between) <= RUN and all(word.pos_ not in ("PUNCT", "CCONJ", "VERB") for word in between)


def _edge(token: Token, heads: set[int]) -> Token | None:
    """The child of one of these heads that the token stands below, or `None`."""
    for _ in range(HOPS):
        if token.head.i in heads:
            return token
        if token.head.i == token.i or token.dep_ in ("acl:relcl", "obl:agent") or resumed(token) is not None:
            return None
        token = token.head
    return None


def _is_content(edge: Token) -> bool:
    if edge.dep_ in HOLDING:
        return True
    if edge.dep_ in ("advcl", "obl:mod"):
        return bool(prepositions(edge) & small("content")) and not is_contrast(edge)
    return False


def _is_aim(edge: Token) -> bool:
    return is_verbal(edge) and (bool(prepositions(edge) & small("aiming")) or "Tense=Pres" in edge.morph)


def _denies(reading: Reading, kept: Sequence[Reading]) -> bool:
    """Whether a denial tells no more than that what a verb tells is not so (`nie avoir agressé le juge`); beside a noun it stays
    (`dément la libération d'otages`), and is not one to whom is party to that."""
    at = reading.match.token.i
    denied = [one for one in kept if one is not reading and one.status == "denied" and 0 < one.match.token.i - at <= REACH]
    names = {party.actor for one in denied for party in (*one.actors, *one.recipients)}
    reading.recipients = [party for party in reading.recipients if party.actor not in names]
    return any(not one.is_noun for one in denied)


def _once(readings: Sequence[Reading], cast: Cast, is_likely: Callable[[Reading], bool]) -> list[Reading]:
    kept: list[Reading] = []
    for reading in sorted(readings, key=lambda item: item.match.token.i):
        twin = next((item for item in kept if _tells_again(item, reading, cast)), None)
        reading.doubt = "twin" if twin is not None else reading.doubt
        if twin is not None:
            _lend(reading, twin)
        if twin is None or (is_likely(reading) and not _are_alike(reading, twin)):
            kept.append(reading)
            continue
        first, second = (reading, twin) if _rank(reading) > _rank(twin) else (twin, reading)
        first.actors = _joined(twin.actors, reading.actors)
        first.recipients = [
            party for party in _joined(twin.recipients, reading.recipients) if all(party.actor != a.actor for a in first.actors)
        ]
        first.support = first.support or second.support
        first.mode = first.mode or second.mode
        first.doubt = twin.doubt
        kept[kept.index(twin)] = first
    return kept


def _are_alike(one: Reading, other: Reading) -> bool:
    """Whether two tellings name the same parties on both sides."""
    sides = ((one.actors, other.actors), (one.recipients, other.recipients))
    is_told = bool(one.actors or one.recipients)
    return is_told and all({party.actor for party in mine} == {party.actor for party in others} for mine, others in sides)


def _lend(reading: Reading, twin: Reading) -> None:
    """Who is behind an act of which only the second telling says it (`ont été enlevés lors d'un raid de bandits`), or who did it
    to whom (`ce carnage est une vengeance de Paul contre Jean`)."""
    if not (twin.actors or twin.recipients):
        twin.actors, twin.recipients = list(reading.actors), list(reading.recipients)
    whom = {party.actor for party in twin.recipients}
    if not twin.actors and whom:
        twin.actors = [party for party in reading.actors if party.actor not in whom]


def _rank(reading: Reading) -> tuple[bool, bool, bool, bool, bool, int, bool]:
    """Who strikes back before with what, a meeting before what is discussed there, who was hit before by what (`deux soldats ont
    été tués dans un attentat`), what is done before its aim (`votent une grève pour protester`), a telling with a mode before one
    without, then more parties, then a demand's verb (`dans un appel, elle demande`)."""
    is_topic = reading.frame.both and reading.places.is_passive
    is_clause = not reading.is_noun and reading.match.token.dep_ in ("ROOT", "conj", "ccomp")
    is_hit = is_clause and reading.places.is_passive and reading.frame.type == "ASSAULT" and bool(reading.recipients)
    is_asked = reading.frame.type == "REQUEST" and not reading.is_noun
    is_aim = reading.frame.type == "PROTEST" and _is_aim(reading.match.token) and "VerbForm=Inf" in reading.match.token.morph
    is_answer = reading.frame.type == "ASSAULT" and not reading.is_noun and reading.match.token.lower_ in small("answering")
    parties = len(reading.actors) + len(reading.recipients)
    return is_answer, not is_topic, is_hit, not is_aim, bool(reading.mode), parties, is_asked


def _tells_again(one: Reading, other: Reading, cast: Cast) -> bool:
    if one.frame.type != other.frame.type or (one.mode == "visit" and _is_met_there(one, other)):
        return False
    if _is_answered(one) or _is_answered(other) or _answers_blow(one, other) or _answers_blow(other, one):
        return False
    if other.match.token.dep_ == "acl:relcl" and other.match.token.head.i == one.match.token.i:
        return True
    if one.is_noun and other.is_noun and other.match.token.dep_ == "nmod" and other.match.token.head.i == one.match.token.i:
        return True  # `un procès en destitution`
    if one.status != other.status:
        return False
    if _are_two_deeds(one, other):
        return False
    if _is_clash(one) != _is_clash(other) and not (one.is_noun and other.is_noun):
        return False
    sides = [{party.actor for party in side} for side in (one.actors, other.recipients, other.actors, one.recipients)]
    if sides[0] & sides[1] or sides[2] & sides[3] or _is_inset(one, other):
        return False  # `les soldats participant à l'offensive ont été tués`
    is_mutual = one.match.trigger.reflexive != other.match.trigger.reflexive and one.frame.type == "ASSAULT"
    if is_mutual and not (one.is_noun or other.is_noun):
        return False  # `Deux gangs s'affrontent : dix gardes sont tués`
    is_apart = _edge(other.match.token, {one.match.token.i}) is None
    if one.is_noun and other.is_noun and one.mode and other.mode and one.mode != other.mode and is_apart:
        return False
    if one.frame.type in SPOKEN and one.frame.id != other.frame.id and not (one.is_noun or other.is_noun):
        return False
    is_moded = one.frame.type in MODED and one.frame.mode != other.frame.mode and not (one.is_noun or other.is_noun)
    if is_moded and not (sides[0] & sides[2] or sides[1] & sides[3]):
        return False  # `ont arrêté Paul alors qu'ils menaient une marche interdite`
    return agree(one.actors, other.actors, cast) and agree(one.recipients, other.recipients, cast)


def _answers_blow(one: Reading, other: Reading) -> bool:
    """Whether a verb tells what was done in answer to a blow (`deux gardes ont été tués et l'armée a riposté`)."""
    if one.is_noun or one.match.token.lower_ not in small("answering") or other.match.token.lower_ in small("answering"):
        return False
    return other.match.token.i < one.match.token.i or (other.places.is_passive and not other.actors)


def _is_answered(reading: Reading) -> bool:
    """Whether what a noun tells is what another act answers (`a mené un raid en représailles à l'attentat`)."""
    head = reading.match.token.head
    return reading.is_noun and head.lower_ in small("sequel") and "en" in prepositions(head)


def _is_inset(one: Reading, other: Reading) -> bool:
    """Whether a noun stands in a relative clause that the other reading is outside of (`celui qui dénonce la répression a
    échappé à un attentat`)."""
    first, second = (_relative(reading.match.token) for reading in (one, other))
    is_noun = one.is_noun if first is not None else other.is_noun
    return first is not second and is_noun and bool(one.actors or one.recipients) and bool(other.actors or other.recipients)


def _relative(token: Token) -> Token | None:
    """The verb of the relative clause that a token stands in."""
    for _ in range(HOPS):
        if token.dep_ == "acl:relcl" or token.head.i == token.i:
            break
        token = token.head
    return token if token.dep_ == "acl:relcl" else None


def _is_met_there(visit: Reading, other: Reading) -> bool:
    """Whether somebody is met whom the visit is not paid to (`a visité Kigali, où il s'est entretenu avec Paul Durand`)."""
    known = {party.actor for party in (*visit.actors, *visit.recipients)}
    met = [party for party in other.actors if party.kind in ("person", "organisation", "group")]
    return other.frame.both and len(other.actors) > 1 and any(party.actor not in known for party in met)


def _are_two_deeds(one: Reading, other: Reading) -> bool:
    """Whether two verbs tell one deed after the other (`a repris dix villages, tuant vingt jihadistes`)."""
    is_next = other.match.token.dep_ in ("conj", "advcl") and "VerbForm=Inf" not in other.match.token.morph
    are_verbs = not one.is_noun and not other.is_noun and one.frame.id != other.frame.id
    is_abduction = "abduct" in (one.mode, other.mode) and one.mode != other.mode and one.frame.type == "ASSAULT"
    if is_abduction and (are_verbs or (one.is_noun and other.is_noun)):
        return True  # `enlevés lundi, ils ont été tués`, `l'attaque survient après l'enlèvement d'un juge`
    is_verb = are_verbs and not other.places.is_passive
    return is_verb and is_next and other.frame.type == "ASSAULT" and bool(other.frame.toll or other.consumed)


def _is_clash(reading: Reading) -> bool:
    """Whether a noun names two sides that fight (`des combats entre rebelles et soldats`): whom it kills is told apart."""
    token = reading.match.token
    return reading.is_noun and reading.frame.type == "ASSAULT" and any("entre" in prepositions(child) for child in token.children)


def agree(one: list[Party], other: list[Party], cast: Cast) -> bool:
    """Whether one side names nobody that the other does not name, by id or by country; two nameless groups are not one."""
    fewer, more = sorted((one, other), key=len)
    names = {party.actor for party in more}
    codes = {cast.country(party.actor) for party in more} - {None}
    is_open = not {party.kind for party in (*fewer, *more)} <= {"group", "person"}
    return all(
        party.actor in names or (cast.country(party.actor) or "?") in (names | codes if is_open else names) for party in fewer
    )


def _joined(one: list[Party], other: list[Party]) -> list[Party]:
    large, small = (one, other) if len(one) >= len(other) else (other, one)
    return large or small
