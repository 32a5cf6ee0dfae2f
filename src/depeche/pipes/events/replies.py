"""Who is answered, where the sentence itself does not say? The author of the act before that the answer is about."""

from __future__ import annotations

from collections.abc import Sequence

from depeche.pipes.events.antecedents import is_known, is_taken_up
from depeche.pipes.events.aside import FORCE
from depeche.pipes.events.grammar import small
from depeche.pipes.events.meetings import is_dated
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.phrases import clitic
from depeche.pipes.events.possessors import is_undergone_by_owner, owners
from depeche.pipes.events.selection import agree
from depeche.pipes.events.slots import Reading
from depeche.pipes.events.surface import takes_up
from depeche.pipes.events.waging import strikes_back
from depeche.pipes.tree import Token

HOSTILE = frozenset({"ACCUSE", "ASSAULT", "COERCE", "REJECT", "REQUEST", "SANCTION", "THREATEN"})
ANSWERS = {
    "ACCUSE": HOSTILE, "REJECT": HOSTILE, "THREATEN": HOSTILE, "SANCTION": frozenset({"ACCUSE", "SANCTION"}),
    "SUPPORT": frozenset({"AID", "CONCEDE", "SUPPORT"}),
}  # fmt: skip
"""Which acts an act of a type may answer."""

STANCES = frozenset({"AGREE", "CONCEDE", "RETREAT"})
"""What one may be taken to task for not doing (`ils ne se retireront pas`)."""

PACTS = frozenset({"AGREE", "SUPPORT"})

NEAR = 2
"""Sentences with an event in which the meeting is looked for that is gone on with: that of the noun and those before it."""

FAR = 6
"""Sentences with an event in which what is answered is looked for: that of the answer and those before it."""


def reply(readings: Sequence[Reading], cast: Cast, control: frozenset[str]) -> None:
    """Give each answer without a recipient the one who did to its actor what it answers.

    `L'Union a sanctionné la Biélorussie. Minsk a dénoncé un « acte hostile ».`: Minsk denounces the Union. What points
    back (`a salué ces mesures`) is about who acted last.
    """
    sentences = sorted({reading.sent.start for reading in readings})
    order = {start: number for number, start in enumerate(sentences)}
    for number, reading in enumerate(readings):
        if reading.frame.both and not reading.actors and not reading.is_noun and reading.frame.type in PACTS:
            reading.actors = next((list(other.actors) for other in reversed(readings[:number]) if _is_pact(other)), [])
        at = order[reading.sent.start]
        if _is_resumed(reading):
            near = (other for other in reversed(readings[:number]) if order[other.sent.start] >= at - NEAR)
            own = {party.actor for party in reading.actors}
            met = next((other.actors for other in near if _is_meeting(other)), reading.actors)
            if is_dated(reading.match.token) or own <= {party.actor for party in met}:
                reading.actors = list(met)  # `Au cours de l'entretien, il a salué ...`: both were there
        if reading.frame.type == "ASSAULT" and reading.places.is_passive and not reading.actors:
            reading.actors = _behind(reading, readings[:number])
        if not reading.recipients and is_undergone_by_owner(reading):
            told = [other for other in readings[:number] if order[other.sent.start] >= at - NEAR]
            reading.recipients = owners(reading, told, cast, control)
            whose = {party.actor for party in reading.recipients}
            reading.actors = [party for party in reading.actors if party.actor not in whose]  # `il l'a redit à son arrestation`
            reading.is_by_some = False
        if reading.recipients or not reading.actors or reading.frame.both:
            continue
        before = [other for other in readings[:number] if order[other.sent.start] > at - FAR]
        if reading.is_noun or reading.frame.mode == "investigate" or _meant(reading, before, cast):
            continue
        if reading.frame.type == "COERCE":
            reading.recipients = _pointed_at(reading, [other for other in before if other.frame.type == "PROTEST"], cast)
        if reading.frame.type == "ASSAULT" and reading.match.token.lower_ in small("answering"):
            reading.recipients = _struck_back(reading, before, cast)
        elif reading.frame.type in ("ACCUSE", "SUPPORT") and (found := _quoted(reading, cast)):
            reading.recipients = found
        elif reading.frame.type in ANSWERS and takes_up(cast.columns, reading.match.token.i):
            here = [other for other in before if other.sent.start == reading.sent.start]
            found = _others(reading, here[-1].actors, cast, is_home=True) if here else []  # `ce que Paul juge fou`
            reading.recipients = found or _others(reading, _sayers(reading, cast), cast)
        elif reading.frame.type == "REQUEST":
            reading.recipients = _amending(reading, before)
        elif reading.frame.type == "SANCTION":
            reading.recipients = _done_to(reading, before, cast)  # `a expulsé l'ambassadeur de Paris. Paris a rappelé le sien`
        elif reading.frame.type in ANSWERS:
            found = _done_to(reading, before, cast) or _agreed(reading, readings[:number], cast)
            reading.recipients = found or _pointed_at(reading, before, cast)


def _behind(reading: Reading, before: Sequence[Reading]) -> list[Party]:
    """Who is behind the blow told before by which somebody was hit (`a mené des raids. Dix civils ont péri dans ces raids`)."""
    around = (*reading.places.subject, *(token for _, token in reading.places.oblique))
    blows = {token.lower_ for token in around if is_taken_up(token)} & (small("strike") | small("waged"))
    told = (other for other in reversed(before) if other.frame.type == "ASSAULT" and other.actors and other.status == "actual")
    return next((list(other.actors) for other in told if not blows.isdisjoint(other.match.words())), []) if blows else []


def _amending(reading: Reading, before: Sequence[Reading]) -> list[Party]:
    """Of whom amends are asked: who is taken to task in the words before (`a critiqué Paul et exigé des excuses`)."""
    last = before[-1] if before else None
    is_amends = any(head.lower_ in small("amends") for head in (*reading.places.object, *_after_de(reading)))
    if last is None or not is_amends or last.frame.type != "ACCUSE" or last.sent.start != reading.sent.start:
        return []
    return list(last.recipients) if [party.actor for party in last.actors] == [party.actor for party in reading.actors] else []


def _is_resumed(reading: Reading) -> bool:
    """Whether talks of which nobody is said to hold them are those told before (`a vu Paul. Les négociations ont échoué`)."""
    if not reading.is_noun or reading.frame.type != "CONSULT" or not reading.frame.both or len(reading.actors) > 1:
        return False
    return is_known(reading.match.token)


def _is_meeting(reading: Reading) -> bool:
    """Whether two sides talked: they met, or agreed or failed to (`se sont séparés sans accord`)."""
    is_met = reading.frame.type == "CONSULT" and reading.status != "denied"
    are_several = len(reading.actors) > 1 or any(party.kind == "group" for party in reading.actors)
    return are_several and (is_met or (reading.frame.both and reading.frame.type == "AGREE"))


def _meant(reading: Reading, before: Sequence[Reading], cast: Cast) -> bool:
    """Who a pronoun or possessive stands for: `La gauche lui a reproché`, `a réclamé sa démission`."""
    pronoun = clitic(reading.match.token)
    is_meant = pronoun is not None and pronoun.lower_ in small("him")
    is_owner = reading.frame.type == "REQUEST" and any(_is_somebodys(head) for head in reading.places.object)
    if not is_meant and not is_owner:
        return False
    if is_owner and any(head.lower_ in small("undone") for head in reading.places.object):
        reading.recipients = _holder(reading, before, cast)  # `a réclamé sa libération`: of who holds him
        return True
    sides = (side for other in reversed(before[-2:]) for side in (other.recipients, other.actors) if len(side) == 1)
    reading.recipients = next((found for side in sides if (found := _others(reading, side, cast))), [])
    return True


def _holder(reading: Reading, before: Sequence[Reading], cast: Cast) -> list[Party]:
    """Who last arrested, tried or convicted somebody."""
    held = (other for other in reversed(before) if other.frame.type in ("COERCE", "SANCTION") and other.recipients)
    return next((_others(reading, other.actors, cast, is_home=True) for other in held if other.status == "actual"), [])


def _is_somebodys(token: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in small("owned") for child in token.children)


def _is_pact(reading: Reading) -> bool:
    """Whether two sides agreed before on what is signed now: `Le document a été signé`."""
    return reading.frame.both and reading.frame.type in (*PACTS, "RETREAT") and len(reading.actors) > 1


def _done_to(reading: Reading, before: Sequence[Reading], cast: Cast) -> list[Party]:
    for other in reversed(before):
        is_answered = other.frame.type in ANSWERS[reading.frame.type] and other.status != "denied"
        is_he = agree(reading.actors, other.recipients, cast) and not _are_some(reading.actors, other.recipients)
        if is_answered and other.actors and other.recipients and is_he:
            return _others(reading, other.actors, cast)
    return []


def _are_some(actors: Sequence[Party], others: Sequence[Party]) -> bool:
    """Whether a nameless group (`ses opposants`) is but of the country of the others."""
    names = {party.actor for party in others}
    return all(party.kind == "group" and party.actor not in names for party in actors)


def _struck_back(reading: Reading, before: Sequence[Reading], cast: Cast) -> list[Party]:
    """Who attacked before one strikes back: who attacked him, else who attacked last (`Des rebelles ont attaqué un poste. Les
    soldats ont riposté`)."""
    blows = [other for other in reversed(before) if other.frame.type == "ASSAULT" and other.actors and other.status != "denied"]
    on_him = [other for other in blows if other.recipients and agree(reading.actors, other.recipients, cast)]
    own = {party.actor for party in reading.actors}
    attackers = [other.actors for other in (*on_him, *blows[:1])]
    return next((list(found) for found in attackers if own.isdisjoint(party.actor for party in found)), [])


def _pointed_at(reading: Reading, before: Sequence[Reading], cast: Cast) -> list[Party]:
    heads = [*reading.places.object, *_after_de(reading)]
    if reading.frame.type == "ACCUSE" and reading.places.is_passive:  # `Cette décision`, not `Ce désastre est déploré par l'ONU`
        heads = [head for head in heads if head.lower_ in small("decided")]
    apposed = next((head for head in heads if _is_apposed(head)), None)
    if apposed is not None:
        near = [other for other in before if other.sent.start == reading.sent.start and other.match.token.i < apposed.i]
        return _others(reading, near[-1].actors, cast, is_home=True) if near else []
    is_bare = reading.match.trigger.kind == "phrase" and not heads and not reading.places.clause and not reading.places.oblique
    if not (is_bare and reading.frame.type == "ACCUSE") and not any(is_taken_up(head) or _is_it(head) for head in heads):
        return []
    is_said = any(head.lower_ in small("charged") for head in heads)  # `ces accusations`
    is_crime = reading.frame.type == "ACCUSE" and any(head.lower_ in small("crime") for head in heads)  # `ces meurtres`
    for other in reversed(before):
        if is_crime and other.frame.type not in FORCE:
            continue
        if is_said and other.frame.type not in ("ACCUSE", "THREATEN"):
            continue
        is_stance = other.status != "denied" or other.frame.type in STANCES
        is_stance = is_stance and not strikes_back(other.recipients, cast)  # `ont repoussé les assaillants`
        if other.sent.start != reading.sent.start and other.actors and is_stance and other.frame.type != "CONSULT":
            return _others(reading, other.actors, cast, of_country=not reading.frame.denies, is_home=True)
    return []


def _is_apposed(noun: Token) -> bool:
    """Whether a noun takes up the clause before it (`a été limogé, une décision dénoncée par les députés`)."""
    first = next((child for child in noun.children if child.dep_ == "det"), noun)
    is_apart = first.i > 1 and first.i < noun.i and first.nbor(-1).text in (",", "–", "—")
    return is_apart and noun.lower_ in small("decided") and _is_a(noun)


def _is_it(noun: Token) -> bool:
    """Whether a noun without complement says what was done before (`a salué une décision « courageuse »`)."""
    has_own = any(child.i > noun.i and child.dep_ in ("nmod", "acl", "acl:relcl") for child in noun.children)
    return noun.lower_ in small("decided") and not has_own and _is_a(noun)


def _sayers(reading: Reading, cast: Cast) -> list[Party]:
    """Who says what is denied at once, in the same sentence (`selon Lima, un avion a été abattu, ce que nie Quito`)."""
    verb, first = reading.match.token.idx, cast.columns.offsets[reading.sent.start]
    said = [one for one in cast.columns.doc._.statements if reading.frame.denies and first <= one.start and one.end <= verb]
    spans = [(one.speaker, one.speaker_span) for one in said if one.cue is None or one.cue[0] < verb]
    return [Party(name, span[0], span[1], "organisation") for name, span in spans[-1:] if name is not None and span is not None]


def _quoted(reading: Reading, cast: Cast) -> list[Party]:
    """Who is taken to task or praised in words that begin with him: `« Israël viole le droit », a dénoncé Ankara`."""
    verb, columns = reading.match.token, cast.columns
    for statement in columns.doc._.statements:
        is_cue = statement.cue is not None and statement.cue[0] <= verb.idx < statement.cue[1] and statement.end <= verb.idx
        tokens = columns.between(statement.start, statement.end) if is_cue else None
        first = next((i for i in tokens[:2] if i in cast.starts), None) if tokens is not None else None
        if first is not None and cast.starts[first].via != "pronoun":
            found = cast.resolve(verb.doc[first])
            return _others(reading, [party for party in found if party.kind in ("country", "organisation", "person")], cast)
    return []


def _agreed(reading: Reading, before: Sequence[Reading], cast: Cast) -> list[Party]:
    """Who is praised for what two sides agreed on before: `L'Union a salué une étape décisive`."""
    if reading.frame.type != "SUPPORT" or not any(_is_a(head) for head in reading.places.object or _after_de(reading)):
        return []
    pact = next((other for other in reversed(before) if other.sent.start != reading.sent.start and _is_pact(other)), None)
    return _others(reading, pact.actors, cast) if pact is not None and pact.status != "denied" else []


def _after_de(reading: Reading) -> list[Token]:
    return [token for marks, token in reading.places.oblique if "de" in marks]


def _is_a(token: Token) -> bool:
    """Whether a noun says what something is (`un acte de courage`, `cet accord`), and does not name it."""
    articles = [child for child in token.children if child.dep_ == "det"]
    return any("Definite=Ind" in child.morph or child.lower_ in small("demonstrative") for child in articles)


def _others(
    reading: Reading, parties: Sequence[Party], cast: Cast, *, of_country: bool = True, is_home: bool = False
) -> list[Party]:
    """These parties, or nobody where one of them is the actor or of his country; who denies what is said may be both
    (`L'Élysée a démenti ces allégations`, of a deputy).

    Args:
        is_home: whether two of one country may be meant, if neither is it (`Le maire a critiqué ces propos`).
    """
    own = {party.actor for party in reading.actors}
    states = {party.actor for party in reading.actors if party.kind == "country"}
    if of_country:
        own |= {code for party in reading.actors if (code := cast.country(party.actor))}
    homes = states if is_home else own
    is_own = any(party.actor in own or (of_country and cast.country(party.actor) in homes) for party in parties)
    return [] if is_own else list(parties)
