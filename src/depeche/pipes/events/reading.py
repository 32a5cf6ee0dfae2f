"""Who does it to whom? One trigger read by its frame: parties, and whether the frame's conditions hold."""

from __future__ import annotations

from collections.abc import Iterable

from depeche.lang.knowledge import media
from depeche.pipes.events.antecedents import is_taken_up
from depeche.pipes.events.aside import FORCE, PLACELESS
from depeche.pipes.events.bare import is_aside
from depeche.pipes.events.bearing import Bearing, names_both
from depeche.pipes.events.conditions import ANSWERS, Conditions, is_of_war
from depeche.pipes.events.frames import Lexicon
from depeche.pipes.events.fronted import after_comma, fronted, said_of
from depeche.pipes.events.grammar import small
from depeche.pipes.events.holders import holders
from depeche.pipes.events.leads import prepositions
from depeche.pipes.events.meetings import is_ahead
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.phrases import belongings, is_needed, things_after
from depeche.pipes.events.said import timed_tokens
from depeche.pipes.events.selection import SPOKEN
from depeche.pipes.events.slots import WIDE, Reading, Slots
from depeche.pipes.events.standing import (
    is_deep,
    is_forbidden_there,
    is_of_title,
    is_own_side,
    is_talks_place,
    is_town_of_object,
    is_where,
)
from depeche.pipes.events.status import Judge
from depeche.pipes.events.subjects import agents
from depeche.pipes.events.syntax import Places, around, complements_of, infinitives, places, surface_subject, verb_above
from depeche.pipes.events.topics import topic
from depeche.pipes.events.triggers import Match
from depeche.pipes.events.victims import also_hurt, victims
from depeche.pipes.events.waging import is_in_town, is_only_where, is_scene, is_seat
from depeche.pipes.events.wishes import doers, gained, is_help, is_owned, is_wish
from depeche.pipes.tree import Token
from depeche.record import Status

SAYING = (*ANSWERS, "REQUEST", "PROTEST")
"""What is done by saying it: who takes the floor to denounce has denounced, who takes to the street to protest has protested."""

OPPOSING = ("ACCUSE", "REJECT", "REQUEST", "THREATEN")
"""What is done against who acts in spite of it."""

HELPING = ("AID", "SUPPORT")
BY = ("de", "adjective")
"""Where whose wish or help it is stands."""

DONE = ("arrest", "convict", "discontinue", "resign")
"""Modes of acts that are done when they are announced (`a annoncé l'arrestation d'un suspect`)."""

TOWARDS = ("AID", "SANCTION")
"""Types of acts that are done to the country that heads a title."""

OPEN_TENSES = frozenset({"future", "present", "conditional"})
"""Tenses in which one says what one never will do."""


class Reader:
    """Reads the triggers of one doc."""

    def __init__(self, lexicon: Lexicon, cast: Cast) -> None:
        self.words = lexicon.words
        self.cast = cast
        self.timed = timed_tokens(cast.columns)
        self.found: dict[int, Places] = {}
        self.near: dict[int, tuple[Places, list[Token]]] = {}
        self.judge = Judge(lexicon, self.timed)
        self.bearing = Bearing(lexicon.words, cast, self.judge.modals)
        self.slots = Slots(lexicon.words, cast, self.timed)
        self.conditions = Conditions(lexicon.words, cast, self.slots, self.timed)

    def read(self, match: Match, sent: range, sentence_words: frozenset[str]) -> Reading | None:
        """What this trigger tells, in doubt where the frame of a noun does not hold; `None` where it tells nothing."""
        frame = match.trigger.frame
        if not frame.unless.isdisjoint(sentence_words) and not is_of_war(frame, sentence_words):
            return None
        reading = (self._noun if match.trigger.is_noun else self._verb)(match, sent)
        if reading is None:
            return None
        if not self.conditions.hold(reading):
            reading.doubt = "unheld"
            return reading if reading.is_noun else None
        self.finish(reading)
        if self._is_aside(reading):
            reading.doubt = "aside"
        return reading

    def finish(self, reading: Reading) -> None:
        """Leave those who act or suffer among the parties found, and say how sure the act is."""
        reading.actors = self.slots.acting(reading.actors)
        reading.recipients = self._opposite(reading) or self._headed(reading)
        reading.recipients = reading.recipients or holders(reading, self.cast)
        reading.status = self._status(reading)

    def _is_aside(self, reading: Reading) -> bool:
        return is_aside(reading, self.words["stay"], self.timed) or self.conditions.is_unharmed(reading, self.judge)

    def _status(self, reading: Reading) -> Status:
        match, token = reading.match, reading.match.token
        if reading.frame.needs == "abroad" and reading.places.is_passive:
            return "planned"
        is_announced = reading.is_noun and self.judge.is_announced(token)
        if is_announced and (reading.frame.type in ("ASSAULT", "SUPPORT") or reading.frame.mode in DONE):
            return self.judge.of_verb(token.head)  # `a annoncé l'arrestation d'un suspect`: it is done
        if reading.is_noun and reading.frame.mode == "investigate" and token.head.lower_ in self.words["bearing"]:
            above = self.bearing.support(token.head)
            if above is not None and above.lower_ in self.words["announce"]:
                return self.judge.of_verb(above)  # `a annoncé l'ouverture d'une enquête`: it is open
        if reading.is_noun:
            if reading.frame.type == "ASSAULT" and token.lower_ in self.words["plan_noun"]:  # `un projet d'attentat déjoué`
                return self.judge.of_plan(token, match.last)
            status = self.judge.of_noun(token, self.bearing.support(token), is_carried=reading.support is not None)
            return "planned" if status == "actual" and reading.frame.type == "CONSULT" and is_ahead(token) else status
        if reading.frame.needs in ("never", "must"):
            return "actual"
        status = self.judge.of_trigger(token, match.trigger.tenses)
        if reading.frame.type in FORCE and token.dep_ == "acl:relcl" and match.trigger.tenses == {"conditional"}:
            return "possible" if status == "planned" else status  # `des pirates, qui détiendraient cent marins`
        is_aim = token.dep_ in ("advcl", "obl:mod") and "VerbForm=Inf" in token.morph and "pour" in prepositions(token)
        if status == "planned" and is_aim and reading.frame.type in SAYING and not reading.frame.both:
            return self.judge.of_verb(token.head)  # `a pris la parole pour dénoncer`
        return status

    def _headed(self, reading: Reading) -> list[Party]:
        """The country that heads a title, to which others do what it tells: `Haïti : Washington annonce une aide`."""
        first = reading.match.token.doc[reading.sent.start]
        mention = self.cast.starts.get(first.i)
        if reading.frame.type not in TOWARDS or not reading.actors or mention is None or mention.kind != "country":
            return []
        parties = self.cast.resolve(first) if self.cast.is_topic(first) else []
        homes = {self.cast.country(party.actor) for party in reading.actors}
        is_foreign = all(party.kind in ("country", "organisation") for party in reading.actors)
        return [party for party in parties if is_foreign and party.actor not in homes]

    def _opposite(self, reading: Reading) -> list[Party]:
        """The recipients that can act, without the actors and, where others stay, without the actors' own country."""
        names = {party.actor for party in reading.actors}
        if reading.frame.type == "COERCE" and reading.consumed and not reading.is_noun:
            reading.recipients = [one for one in reading.recipients if not is_town_of_object(one, reading, self.cast)]
        found = [party for party in self.slots.acting(reading.recipients) if party.actor not in names]
        spots = [party for party in reading.recipients if party.kind == "place"] if reading.frame.type == "COERCE" else []
        found = found or spots
        countries = {self.cast.country(name) for name in names}
        if spots and {party.actor for party in found} <= countries:
            return spots  # `l'armée irakienne impose un siège à Falloujah`
        if reading.frame.type == "ASSAULT":  # `l'armée irakienne a lancé l'assaut sur Mossoul`: a town of its own country
            own = {(party.start, party.end) for party in reading.recipients if party.kind == "place"}
            found = [party for party in found if party.actor not in countries or (party.start, party.end) not in own]
        if reading.frame.type == "RETREAT" or reading.mode == "visit":  # `l'armée irakienne quitte le nord de l'Irak`
            return [party for party in found if party.actor not in countries]
        return [party for party in found if party.actor not in countries or self._is_government_of(party)] or found

    def _is_government_of(self, party: Party) -> bool:
        """Whether a phrase means those who govern, whom their own people may attack or accuse (`le gouvernement somalien`)."""
        tokens = self.cast.columns.range_of(party)
        mention = self.cast.by_token.get(tokens.start) if tokens is not None else None
        return party.kind == "country" and mention is not None and mention.via == "description"

    def _standing(self, match: Match) -> Places:
        """The phrases around a verb or an expression, as its trigger asks for them."""
        verb = match.token
        if match.trigger.kind != "adjective":
            found = self._places(verb)
        else:
            subject = tuple(surface_subject(verb, self.words["control"]))
            found = Places(subject, (), tuple(around(verb)), infinitives(verb))
        if not found.subject and not found.is_passive and verb.dep_ == "advcl" and verb.head.i > verb.i:
            found = found._replace(subject=after_comma(match, self.cast, self.words["control"]))
        if match.trigger.reflexive and found.is_passive:
            found = places(verb, self.words["control"], frozenset({verb.lower_}))
        if "participle" in match.trigger.tenses and not match.trigger.reflexive and not found.object:
            found = fronted(match, found, self.cast, self.words["intransitive"])
        if match.last.i > verb.i:
            found = found._replace(oblique=(*found.oblique, *complements_of(match.last)))
            if found.is_passive and not found.subject:
                found = found._replace(subject=agents(verb, match.last))
            is_undergone = any(verb.doc[i].lower_ in small("undergone") for i in range(verb.i, match.last.i))
            if match.trigger.frame.actor == ("subject",) and is_undergone:
                by = tuple(token for before, token in found.oblique if before & {"de", "par"})
                found = found._replace(subject=by, object=found.subject, is_passive=True)
        return found

    def _verb(self, match: Match, sent: range) -> Reading | None:
        verb, frame, found = match.token, match.trigger.frame, self._standing(match)
        consumed = self._objects(verb, found, frame.objects) if frame.objects else frozenset()
        if frame.objects and not consumed:
            return None
        if frame.type in ("ASSAULT", "SANCTION") and consumed:  # `a tiré des roquettes sur le nord d'Israël`
            led = (one for i in consumed for one in complements_of(verb.doc[i]) if "de" not in one[0])
            found = found._replace(oblique=(*found.oblique, *led))
        if self.conditions.is_barred(match, found):
            return None
        if found.clause and verb.lower_ in small("see"):
            return None  # `se sont vu refuser l'entrée`
        if match.noun is not None and match.noun.i in self.cast.by_token:
            return None
        if frame.needs == "never" and not (self.judge.is_negated(verb) and match.trigger.tenses & OPEN_TENSES):
            return None
        consumed |= frozenset(range(match.token.i + 1, match.last.i + 1))
        if match.noun is not None:
            found = found._replace(oblique=(*found.oblique, *complements_of(match.noun)))
            consumed |= {match.noun.i}
        reading = Reading(match, sent, places=found, mode=frame.mode, consumed=consumed)
        self._fill(reading, frame.actor, frame.recipient)
        if frame.type == "MOBILIZE" and found.is_passive and not reading.actors:
            reading.actors = [party for head in found.object for party in self.cast.resolve(head)]
        is_protest = frame.type == "PROTEST" and frame.mode != "boycott"
        if is_protest and self._is_government(found.subject, None if frame.subjects else frame.mode):
            return None
        reading.consumed |= self.slots.called(reading)
        return reading

    def _is_government(self, heads: tuple[Token, ...], mode: str | None) -> bool:
        """Whether a state, a capital or an army is who acts: `Minsk a bloqué l'accès`, `tenus par l'armée`: no protest."""
        is_army = mode == "obstruct" and bool(self.cast.said_of(heads) & self.words["armed"])
        found = [mention for head in heads if (mention := self.cast.by_token.get(head.i)) is not None]
        is_state = mode == "obstruct" and any(mention.kind == "country" and mention.via != "demonym" for mention in found)
        return is_army or is_state or any(mention.via == "metonymy" for mention in found)

    def _places(self, verb: Token) -> Places:
        """The phrases around a verb, found once for all frames that it may tell."""
        found = self.found.get(verb.i)
        if found is None:
            found = places(verb, self.words["control"], self.words["intransitive"])
            if found.is_passive:
                found = said_of(verb, found, self.cast, self.words["control"])
            self.found[verb.i] = found
        return found

    def _objects(self, verb: Token, found: Places, wanted: frozenset[str]) -> frozenset[int]:
        """The tokens of these words among the objects and what belongs to them."""
        known = self.near.get(verb.i)
        if known is None or known[0] is not found:
            known = self.near[verb.i] = (found, belongings(found))
        met = {token.i for token in known[1] if token.lower_ in wanted}
        pronouns = (token for token in found.object if token.pos_ == "PRON")  # `L'armée recule. Elle a été chassée`
        return frozenset(met or (token.i for token in pronouns if self.cast.said_of([token]) & wanted))

    def _noun(self, match: Match, sent: range) -> Reading | None:
        noun, frame = match.token, match.trigger.frame
        support = self.bearing.support(noun)
        is_carried = support is not None and self.bearing.carries(noun, support)
        reading = Reading(match, sent, support=support if is_carried else None, mode=frame.mode)
        reading.places = self.bearing.places(noun, support if is_carried else None)
        if match.last.i > noun.i:
            reading.places = reading.places._replace(oblique=(*reading.places.oblique, *complements_of(match.last)))
        is_gained = is_carried and support is not None and support.lower_ in self.words["gaining"]
        if (is_gained or is_needed(noun)) and not frame.both:
            reading.places = gained(reading.places, noun, self.cast, self.words["asking"])
        if frame.objects and not (match.trigger.again and self.conditions.was_told(frame)):
            reading.consumed = things_after(noun, frame.objects, self.cast.columns.ends[noun.i])
            if not reading.consumed:
                return None
        is_wished = is_wish(noun) if frame.type == "REQUEST" else frame.type in HELPING and is_help(noun)
        self._fill(reading, BY if is_wished else frame.noun_actor, () if is_wished else frame.noun_recipient)
        if is_wished:
            reading.recipients = doers(noun, self.cast, self.words["control"])
            return reading if reading.actors else None
        reading.consumed |= self.slots.called(reading)
        if frame.mode == "investigate" and reading.actors and not reading.recipients and _are_media(reading.actors):
            return None  # `une enquête d'Europe 1 montre`
        is_told = frame.both or names_both(reading.places) or (frame.absorbs == "content" and infinitives(noun))
        is_whole = reading.actors and (reading.recipients or is_told)
        leads = prepositions(noun) | ({noun.head.lower_} if noun.dep_ == "nmod" else frozenset())
        is_despite = bool(reading.actors and leads & small("despite"))  # `malgré l'aide de Paris`, `en dépit des critiques`
        if is_despite and not reading.recipients and frame.type in OPPOSING:
            taken = {party.actor for party in reading.actors}
            found = (party for head in self._despite(noun) for party in self.cast.resolve(head))
            reading.recipients = [party for party in found if party.actor not in taken]
        is_borne = is_despite or self.bearing.bearer(noun) is not None
        is_act = is_carried or is_borne or is_whole or is_owned(noun, reading.actors, self.cast)
        if frame.light and not is_act and not is_taken_up(noun):
            return None
        if frame.light and frame.both and not is_carried and len(reading.actors) < 2:
            return None
        return reading

    def _despite(self, noun: Token) -> list[Token]:
        """Who acts in spite of what a noun tells (`malgré les critiques de Paris, Lima a signé`)."""
        verb = verb_above(noun)
        return [] if verb is None else surface_subject(verb, self.words["control"])

    def _fill(self, reading: Reading, actor: Iterable[str], slots: tuple[str, ...]) -> None:
        """Find the parties in the slots of the frame."""
        used: set[int] = set()
        self._add_actors(reading, actor, used)
        taken = {party.actor for party in reading.actors}
        is_each_other = reading.match.trigger.reflexive and reading.frame.type == "ASSAULT" and len(reading.actors) > 1
        is_between = reading.is_noun and "entre" in actor and names_both(reading.places)
        if reading.frame.both or is_each_other or is_between:
            if not reading.actors:
                self._add_victims(reading, taken)
            return
        if reading.match.token.dep_ == "obl:agent":  # `tués par un bombardement en Syrie`
            self._add_victims(reading, taken)
            slots = () if reading.recipients else slots
        verb = reading.match.token
        if verb.dep_ in ("xcomp", "ccomp") and verb.head.lower_ in small("see") and "à" in slots:
            slots = ("à", *slots)  # `s'est vu refuser l'entrée`
        wide = next((i for i, slot in enumerate(slots) if slot in WIDE), len(slots))
        is_by_order = reading.is_noun or reading.frame.type == "RETREAT"
        first = slots[:wide] if reading.frame.type in SPOKEN or reading.mode == "visit" or not is_by_order else ()
        for slot, is_parsed in [*((slot, True) for slot in first), *((slot, False) for slot in slots)]:
            is_where = slot in small("where") and (reading.is_noun or reading.frame.type == "MOBILIZE")
            if is_where and not self.slots.is_abroad(reading, slot):
                continue
            found = [one for one in self.slots.parties(reading, slot, used, is_parsed=is_parsed) if one.actor not in taken]
            found = [p for p in found if not (is_of_title(p, taken, self.cast) or (reading.is_noun and p.holds(verb)))]
            if (struck := self._struck(reading, slot, found)) is None:
                continue
            found = self._without_places(reading, slot, struck)
            if not found and self._is_barred_to_some(reading, slot):
                reading.is_by_some = True
                break
            if found and (reading.frame.needs == "place" or self.slots.acting(found)):
                reading.recipients.extend([*found, *self.slots.further(reading, slots, used)])
                break
        if not reading.recipients and reading.support is not None and reading.support.lower_ in self.words["arouse"]:
            heads = [head for head in reading.places.subject if not self.cast.is_topic(head)]
            reading.recipients.extend(party for head in heads for party in self.cast.resolve(head))
        if not names_both(reading.places):
            self._add_victims(reading, taken)

    def _struck(self, reading: Reading, slot: str, found: list[Party]) -> list[Party] | None:
        """The parties of a place in which an attack was, `None` where it is but where it was."""
        if slot not in small("where") or reading.frame.type != "ASSAULT" or reading.is_noun:
            return found
        if reading.frame.needs == "place" and reading.places.object:  # `ont repris à Lima leurs discussions`
            found = [one for one in found if one.kind not in ("place", "country")]
        if not reading.places.is_passive:  # `À Nice, un homme a foncé dans la foule`
            found = [one for one in found if one.kind not in ("place", "country") or one.start > reading.match.token.idx]
        is_scene = all(party.kind in ("place", "country") for party in found)
        return None if is_scene and not self.slots.is_abroad(reading, slot) else found

    def _add_actors(self, reading: Reading, actor: Iterable[str], used: set[int]) -> None:
        """Add who does it: of the first slot that names somebody, of all for what both sides do; else by seat or title."""
        is_hit = reading.frame.type == "ASSAULT" and not reading.is_noun
        for slot in actor:
            found = self.slots.parties(reading, slot, used, is_parsed=slot == "de" and is_hit)
            if slot == "de" and reading.is_noun and reading.frame.type == "CONSULT":
                found = [party for party in found if not is_talks_place(party, self.cast)]
            if slot == "à" and is_hit:  # `les rebelles affrontent l'armée à Goma`
                found = [party for party in found if party.kind not in ("place", "country")]
            if slot == "de" and reading.is_noun and reading.frame.type == "ASSAULT":
                found = [party for party in found if not is_only_where(reading.match.token, party, self.cast)]
            reading.actors.extend(party for party in found if all(party.actor != other.actor for other in reading.actors))
            if (reading.actors and not reading.frame.both) or (slot == "entre" and len(found) > 1):
                break
        if not reading.actors and reading.frame.type in ANSWERS:
            reading.actors.extend(self.slots.parties(reading, "seat", used))
        reading.actors.extend([] if reading.actors else topic(reading, self.cast))

    def _without_places(self, reading: Reading, slot: str, found: list[Party]) -> list[Party]:
        """The parties of a recipient's slot, without those that only tell where, or stand too deep in what is asked for."""
        kind = reading.frame.type
        if slot == "de" and not reading.actors and reading.match.token.lower_ in small("strike") and reading.mode is None:
            found = [party for party in found if not is_only_where(reading.match.token, party, self.cast)]
        if kind == "REQUEST" and slot in WIDE:  # `réclame une hausse des salaires des infirmières`
            found = [party for party in found if not is_deep(party, reading, self.cast)]
        found = [party for party in found if not is_scene(party, kind, slot, self.cast)]
        if kind == "ASSAULT" and reading.frame.subjects:  # `les talibans ont visé un hôtel de Kaboul`
            found = [party for party in found if not is_in_town(party, self.cast)]
        if (kind in ("ACCUSE", "REJECT") and slot == "de") or (kind in ("ACCUSE", "REJECT", "SANCTION") and slot in WIDE):
            found = [party for party in found if not is_own_side(party, self.cast, kind)]
        is_said_there = kind == "ACCUSE" and slot == "à"
        if kind in (*PLACELESS, "CONCEDE") or reading.mode == "seize" or is_said_there:  # `des perquisitions à Lyon`
            found = [party for party in found if not is_where(party, slot, reading, self.cast)]
        if kind == "SANCTION":  # `des vols ont été annulés à l'aéroport de Lyon`
            own = {party.actor for party in reading.actors}
            found = [party for party in found if party.kind != "place" or is_seat(party, reading.frame.mode, self.cast)]
            found = [one for one in found if one.kind != "place" or own.isdisjoint(p.actor for p in self.slots.acting([one]))]
        if reading.frame.mode == "ban" and reading.places.is_passive:
            found = [party for party in found if not is_forbidden_there(party, self.cast)]
        return found

    def _add_victims(self, reading: Reading, taken: set[str]) -> None:
        """Add who is said to have died or been hurt in an attack whose own words name nobody that suffered it."""
        if not reading.recipients and (reading.frame.type == "ASSAULT" or reading.frame.mode == "cyber"):
            struck = victims(reading, self.cast, self.slots.words)
            reading.recipients.extend(party for party in struck if party.actor not in taken)
        if reading.recipients and reading.frame.type == "ASSAULT":
            known = taken | {party.actor for party in reading.recipients}
            others = also_hurt(reading.recipients[-1], self.cast, self.slots.words)
            reading.recipients.extend(party for party in others if party.actor not in known)

    def _is_barred_to_some(self, reading: Reading, slot: str) -> bool:
        """Whether it is forbidden to some whom no mention names (`interdit aux associations d'aider les réfugiés`)."""
        heads = [token for before, token in reading.places.oblique if "à" in before and token.pos_ == "NOUN"]
        is_ban = reading.mode == "ban" and slot == "à" and not reading.is_noun
        return is_ban and any(token.i not in self.timed for token in heads)


def _are_media(parties: Iterable[Party]) -> bool:
    return all(party.actor in media() for party in parties)
