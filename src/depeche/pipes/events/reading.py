"""Who does it to whom? One trigger read by its frame: parties, and whether the frame's conditions hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span, Token

from depeche.lang.knowledge import country_of_capital
from depeche.pipes.events.frames import Frame, Lexicon
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.status import Judge
from depeche.pipes.events.surface import REACH, after, opening, subject_before
from depeche.pipes.events.syntax import Places, is_participle, places, prepositions, surface_subject, verb_above
from depeche.pipes.events.triggers import Match
from depeche.pipes.events.words_said import is_demand, is_own_warning, speaker
from depeche.pipes.extensions import tokens_of
from depeche.record import Status

HUMAN = ("person", "country", "organisation", "group")
WIDE = ("within", "clause")
WHERE = ("à", "en", "dans")
PLAIN = ("par", "contre", "entre", "avec", "envers")
"""Prepositions that bring in a party of the noun before them, whatever stands between."""

CLOSE = 5
"""Tokens within which the object of an expression follows it (`mettre en garde le pays voisin`)."""

NEAR = 10
"""Tokens after a noun in which the word that makes it an event is looked for."""

WIDEST = 40
"""Tokens after a trigger that are searched for whom its content names."""


@dataclass
class Reading:
    """A trigger and what it was found to tell."""

    match: Match
    sent: Span
    status: Status = "actual"
    actors: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)
    support: Token | None = None
    places: Places = field(default_factory=Places)
    mode: str | None = None
    consumed: frozenset[int] = frozenset()

    @property
    def is_noun(self) -> bool:
        return self.match.trigger.kind in ("noun", "nouns")

    @property
    def frame(self) -> Frame:
        return self.match.trigger.frame


class Reader:
    """Reads the triggers of one doc."""

    def __init__(self, lexicon: Lexicon, cast: Cast) -> None:
        self.words = lexicon.words
        self.cast = cast
        self.timed = timed_tokens(cast.doc)
        self.judge = Judge(lexicon, self.timed)

    def read(self, match: Match, sent: Span, sentence_words: frozenset[str]) -> Reading | None:
        """What this trigger tells, or `None` where its frame does not hold here."""
        frame = match.trigger.frame
        if frame.unless & sentence_words or (frame.needs_any and not frame.needs_any & sentence_words):
            return None
        is_noun = match.trigger.kind in ("noun", "nouns")
        reading = self._noun(match, sent) if is_noun else self._verb(match, sent)
        if reading is None or not self._holds(reading):
            return None
        reading.actors = self._acting(reading.actors)
        reading.recipients = self._opposite(reading)
        return None if self._is_aside(reading) else reading

    def _is_aside(self, reading: Reading) -> bool:
        """A bare participle that only says which one is meant: `des réfugiés expulsés du Nigeria`, `l'Albanie, accusée de`."""
        token = reading.match.token
        if reading.is_noun or token.dep_ not in ("acl", "amod") or not is_participle(token):
            return False
        if any(child.dep_.startswith("aux") for child in token.children):
            return False
        return not reading.actors and reading.frame.type != "ASSAULT"

    def _opposite(self, reading: Reading) -> list[Party]:
        """The recipients that can act, without the actors and, where others stay, without the actors' own country."""
        names = {party.actor for party in reading.actors}
        found = [party for party in self._acting(reading.recipients) if party.actor not in names]
        if not found and reading.frame.type == "COERCE":
            found = [party for party in reading.recipients if party.kind == "place"]
        countries = {self.cast.country(name) for name in names}
        return [party for party in found if party.actor not in countries] or found

    def _acting(self, parties: list[Party]) -> list[Party]:
        """The parties that can act: a place gives way to its country, or to nobody."""
        found: list[Party] = []
        for party in parties:
            code = country_of_capital(self.cast.text[party.start : party.end])
            if party.kind == "place" or (code and party.kind != "country"):
                code = code or self.cast.country(party.actor)
                if code is None:
                    continue
                party = Party(code, party.start, party.end, "country")
            if all(party.actor != other.actor for other in found):
                found.append(party)
        return found

    def _verb(self, match: Match, sent: Span) -> Reading | None:
        verb = match.token
        found = places(verb, self.words["control"], self.words["intransitive"])
        if match.trigger.kind == "adjective":
            found = Places(subject=tuple(surface_subject(verb, self.words["control"])), clause=_infinitives(verb))
        frame = match.trigger.frame
        if match.last.i > verb.i:
            found = replace(found, oblique=(*found.oblique, *_complements_of(match.last)))
        consumed = self._objects(found, frame.objects) if frame.objects else frozenset()
        if frame.objects and not consumed:
            return None
        if frame.subjects and not {token.lower_ for token in found.subject} & frame.subjects:
            return None
        if frame.needs == "clause" and not found.clause:
            return None
        if frame.needs == "never" and not (self.judge.is_negated(verb) and match.trigger.tenses & {"future", "present"}):
            return None
        consumed |= frozenset(range(match.token.i + 1, match.last.i + 1))
        reading = Reading(match, sent, places=found, mode=frame.mode, consumed=consumed)
        reading.status = "actual" if frame.needs in ("never", "must") else self.judge.of_trigger(verb, match.trigger.tenses)
        self._fill(reading, frame.actor, frame.recipient)
        return reading

    def _objects(self, found: Places, wanted: frozenset[str]) -> frozenset[int]:
        """The tokens of these words among the objects and what belongs to them."""
        heads = list(found.object)
        below = [child for head in heads for child in head.children if child.dep_.startswith(("nmod", "conj"))]
        near = [*heads, *(token for _, token in found.oblique), *below]
        near += [below for token in near for below in token.children if below.dep_ in ("conj", "flat:name")]
        return frozenset(token.i for token in near if token.lower_ in wanted)

    def _noun(self, match: Match, sent: Span) -> Reading | None:
        noun, frame = match.token, match.trigger.frame
        support = self._support(noun)
        is_carried = support is not None and self._carries(noun, support)
        reading = Reading(match, sent, support=support if is_carried else None, mode=frame.mode)
        reading.status = self.judge.of_noun(noun, support, is_carried=is_carried)
        reading.places = self._noun_places(noun, support if is_carried else None)
        self._fill(reading, frame.noun_actor, frame.noun_recipient)
        if frame.objects:
            reading.consumed = self._complements(noun, frame.objects)
            if not reading.consumed:
                return None
        if frame.light and not is_carried and not (reading.actors and (reading.recipients or frame.both)):
            return None
        if frame.light and frame.both and not is_carried and len(reading.actors) < 2:
            return None
        return reading

    def _complements(self, noun: Token, wanted: frozenset[str]) -> frozenset[int]:
        """The tokens of these words soon after a noun, before the next verb (`le retrait de Paris de l'accord`)."""
        found: set[int] = set()
        for i in range(noun.i + 1, min(noun.i + NEAR, noun.sent.end)):
            word = noun.doc[i]
            if word.pos_ in ("VERB", "AUX") or word.text in ",;:":
                break
            if word.lower_ in wanted:
                found.add(i)
        return frozenset(found)

    def _support(self, noun: Token) -> Token | None:
        for child in noun.children:
            if child.dep_ in ("acl", "acl:relcl") and child.lower_ in self.words["light"]:
                return child
        verb = verb_above(noun)
        if verb is not None and verb.lower_ in self.judge.modals:
            return next((child for child in verb.children if child.dep_ == "xcomp"), verb)
        return verb

    def _carries(self, noun: Token, support: Token) -> bool:
        form = support.lower_
        if support.head.i == noun.i:
            return True
        is_subject = noun.dep_.startswith("nsubj")
        if noun.dep_ == "obl:mod" and not prepositions(noun) & {"à", "en", "de"}:
            return False
        if form in self.words["deny"] and noun.dep_ == "obj":
            return True
        return form in self.words["light"] or (is_subject and form in self.words["occur"]) or form in self.words["plan"]

    def _noun_places(self, noun: Token, support: Token | None) -> Places:
        """The noun's own complements, then those of the verb that carries it."""
        oblique = [
            (prepositions(child), child)
            for child in noun.children
            if child.dep_.startswith(("nmod", "obl")) and prepositions(child)
        ]
        subject: list[Token] = []
        for child in noun.children:
            if child.dep_ == "acl" and not is_participle(child):
                oblique += [(frozenset({"contre"}), other) for other in child.children if other.dep_ == "obj"]
        if support is not None:
            above = places(support, self.words["control"])
            subject = [token for token in above.subject if not _is_above(token, noun)]
            own = {noun.i, *(token.i for token in noun.ancestors if token.i != support.i)}
            oblique += [(before, token) for before, token in above.oblique if token.i not in own]
        return Places(subject=tuple(subject), object=(), oblique=tuple(oblique))

    def _fill(self, reading: Reading, actor: Iterable[str], recipient: Iterable[str]) -> None:
        used: set[int] = set()
        is_both = reading.frame.both
        for slot in actor:
            found = self._slot(reading, slot, used)
            reading.actors.extend(party for party in found if all(party.actor != other.actor for other in reading.actors))
            if reading.actors and not is_both:
                break
        if not reading.actors:
            reading.actors.extend(self.cast.topic(reading.match.token))
        if is_both or (reading.match.trigger.reflexive and reading.frame.type == "ASSAULT" and len(reading.actors) > 1):
            return
        taken = {party.actor for party in reading.actors}
        for slot in recipient:
            if slot in WHERE and reading.is_noun and not self._is_abroad(reading, slot):
                continue
            found = [party for party in self._slot(reading, slot, used) if party.actor not in taken]
            if reading.frame.needs != "place" and not self._acting(found):
                continue
            reading.recipients.extend(found)
            if found:
                break
        if not reading.recipients and reading.is_noun and reading.frame.type == "ASSAULT":
            reading.recipients.extend(party for party in self._victims(reading) if party.actor not in taken)

    def _victims(self, reading: Reading) -> list[Party]:
        """Who the verb over the noun says died or was hurt: `trois civils ont péri dans un attentat`."""
        verb = verb_above(reading.match.token)
        if verb is None or verb.lower_ not in self.words["die"]:
            return []
        around = places(verb, self.words["control"], self.words["intransitive"])
        heads = around.object if around.is_passive or around.object else around.subject
        return [party for head in heads for party in self.cast.resolve(head)]

    def _is_abroad(self, reading: Reading, slot: str) -> bool:
        """A place is a party to an attack or a deployment only where who comes from elsewhere acts there."""
        if reading.frame.type not in ("ASSAULT", "MOBILIZE"):
            return True
        home = {self.cast.country(party.actor) for party in reading.actors} - {None}
        there = {self.cast.country(party.actor) for party in self._acting(self._slot(reading, slot, set()))}
        return bool(home) and not home & there

    def _slot(self, reading: Reading, slot: str, used: set[int]) -> list[Party]:
        where = reading.places
        if slot == "governor" and reading.support is not None and reading.support.lower_ in self.words["arouse"]:
            return []
        if slot in ("subject", "governor"):
            heads = [token for token in where.subject if self._can_act(token, reading)]
            if any("1" in token.morph.get("Person", []) for token in heads if token.pos_ == "PRON"):
                return speaker(reading.match.token)
            if heads and all(self._is_nobody(token) for token in heads):
                return speaker(reading.match.token)
        elif slot == "object":
            own = reading.match.trigger.rest
            heads = [token for token in where.object if not any(token.lower_ in words for words in own)]
        elif slot == "from":
            return after(reading.match.token, frozenset({"de"}), self.cast)
        elif slot == "target":
            return [party for i in sorted(reading.consumed) for party in self.cast.named_at(i)]
        elif slot == "host":
            return [party for i in sorted(reading.consumed) for party in self.cast.owners(reading.match.token.doc[i])]
        elif slot == "adjective":
            return self.cast.adjectives(reading.match.token)
        elif slot == "own":
            return self._owner(reading)
        elif slot == "speaker":
            return speaker(reading.match.token)
        elif slot in WIDE:
            return self._wide(reading, slot)
        else:
            heads = [token for before, token in where.oblique if slot in before and token.i not in used]
            if reading.is_noun and slot == "de" and any(_is_own(token) for token in heads):
                return self._slot(reading, "governor", used)
        for head in heads:
            if parties := self.cast.resolve(head):
                used.add(head.i)
                return parties
        is_open = not heads or (reading.is_noun and slot in PLAIN) or reading.match.last.i > reading.match.token.i
        return self._by_order(reading, slot) if is_open else []

    def _can_act(self, token: Token, reading: Reading) -> bool:
        """Whether a phrase that the parser took for the subject is one: no topic, no time, no `selon l'AFP`."""
        if self.cast.is_topic(token) or token.i in self.timed:
            return False
        return token.i not in self.cast.outside(reading.match.token) or not opening(token)

    def _is_nobody(self, token: Token) -> bool:
        """A personal pronoun that no mention resolves: in reported words, most often who reports himself."""
        return token.pos_ == "PRON" and "Prs" in token.morph.get("PronType", []) and not self.cast.resolve(token)

    def _by_order(self, reading: Reading, slot: str) -> list[Party]:
        """Where the parse gives nothing for a slot: what the order of words gives."""
        token = reading.match.token
        if reading.is_noun:
            if slot == "governor" and reading.support is not None:
                return subject_before(reading.support, self.cast)
            if slot in PLAIN and (parties := after(token, frozenset({slot}), self.cast, is_noun=True)):
                return parties
            is_wanted = reading.support is not None and slot not in ("governor", "de", "par")
            return after(token, frozenset({slot}), self.cast) if is_wanted else []
        if slot == "subject":
            if reading.places.is_passive:
                return after(token, frozenset({"par"}), self.cast)
            return subject_before(token, self.cast)
        last = reading.match.last
        if slot == "object":
            reach = REACH if last.i == token.i else CLOSE
            return [] if reading.places.is_passive else after(last, frozenset({""}), self.cast, reach=reach)
        return after(token, frozenset({slot}), self.cast)

    def _owner(self, reading: Reading) -> list[Party]:
        """The possessor that a determiner stands for: the subject of the clause (`sa visite`)."""
        noun = reading.match.token
        is_own = any(child.dep_ == "det" and "Yes" in child.morph.get("Poss", []) for child in noun.children)
        if not is_own and not prepositions(noun) & self.words["inherit"]:
            return []
        verb = verb_above(noun)
        if verb is None:
            return []
        for subject in surface_subject(verb, self.words["control"]):
            if not _is_above(subject, noun) and subject.i != noun.i:
                return self.cast.resolve(subject)
        return []

    def _wide(self, reading: Reading, slot: str) -> list[Party]:
        where, taken = reading.places, {party.actor for party in reading.actors}
        if slot == "clause":
            for clause in where.clause:
                for child in clause.children:
                    if child.dep_.startswith("nsubj") and (parties := self.cast.resolve(child)):
                        return parties
            return []
        below = [*where.clause, *where.object, *(token for _, token in where.oblique)]
        if not below:
            below = [child for child in reading.match.token.children if child.dep_.startswith(("nmod", "acl", "obl"))]
        trigger = reading.match.token
        around = self._around(reading)
        for token in sorted({token for token in below if token.i > trigger.i or reading.is_noun}, key=lambda token: token.i):
            if token.i in around:
                continue
            if parties := self.cast.inside(token, taken, reading.match.token):
                return parties
        rest = [token for token in reading.sent if token.i > trigger.i and token.i not in around]
        return self.cast.among(rest[:WIDEST], taken, trigger)

    def _around(self, reading: Reading) -> frozenset[int]:
        """The tokens that only say where a protest takes place: nobody against whom it is."""
        if reading.frame.type != "PROTEST":
            return frozenset()
        spots = [token for before, token in reading.places.oblique if before & set(WHERE)]
        return frozenset(below.i for token in spots for below in token.subtree)

    def _holds(self, reading: Reading) -> bool:
        frame, needs = reading.frame, reading.frame.needs
        if reading.match.trigger.again:
            return True
        actors, recipients = reading.actors, reading.recipients
        if reading.match.trigger.weak and not (actors and (recipients or len(actors) > 1)):
            is_done_to = reading.places.is_passive and any(party.kind in ("person", "group") for party in recipients)
            if not is_done_to:
                return False
        if needs == "actor":
            return bool(actors)
        if needs == "recipient":
            return bool(recipients)
        if needs == "human":
            return bool(actors) and any(party.kind in HUMAN for party in recipients)
        if needs == "two":
            return len(actors) > 1 or any(len(party.actor) and not self.cast.is_single(party) for party in actors)
        if needs == "place":
            return any(party.kind in ("place", "country") for party in recipients)
        if needs == "visit":
            return any(party.kind != "place" for party in actors) and bool(recipients)
        if needs == "must":
            verb = reading.match.token
            if not actors or "present" not in reading.match.trigger.tenses:
                return False
            return is_demand(verb, self.cast, self.words["demanding"], recipients, self.timed)
        if needs == "warning":
            says = bool(reading.places.clause) or bool(reading.match.trigger.rest and reading.places.object[1:])
            return is_own_warning(reading.match.token, self.cast) or (bool(actors) and says)
        if needs == "call":
            return bool(actors) and (bool(reading.places.clause) or (bool(recipients) and self._has_aim(reading)))
        return bool(actors or recipients) or (frame.alone and needs is None)

    def _has_aim(self, reading: Reading) -> bool:
        return any("à" in before for before, _ in reading.places.oblique)


def _complements_of(noun: Token) -> Iterator[tuple[frozenset[str], Token]]:
    """What hangs on the noun of an expression (`ouvrir une enquête sur`)."""
    for child in noun.children:
        if child.i > noun.i and (before := prepositions(child)):
            yield before, child


def _is_own(token: Token) -> bool:
    """Whether a phrase is somebody's own (`le retrait d'une partie de leurs forces`)."""
    return any("Yes" in below.morph.get("Poss", []) for below in list(token.subtree)[:8])


def timed_tokens(doc: Doc) -> frozenset[int]:
    """The tokens of the times of a doc."""
    return frozenset(token.i for time in doc._.times for token in tokens_of(doc, time) or ())


def _infinitives(token: Token) -> tuple[Token, ...]:
    return tuple(
        child
        for child in token.children
        if child.dep_.startswith(("xcomp", "ccomp", "advcl", "obl", "acl")) and "Inf" in child.morph.get("VerbForm", [])
    )


def _is_above(token: Token, noun: Token) -> bool:
    """Whether a phrase holds the noun itself."""
    return token.i == noun.i or any(other.i == token.i for other in noun.ancestors)
