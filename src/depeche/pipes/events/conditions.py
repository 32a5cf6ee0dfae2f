"""Do a frame's conditions hold? Whether a trigger with the parties found tells the act, or the word in another sense."""

from __future__ import annotations

from depeche.pipes.events.antecedents import is_definite, is_taken_up
from depeche.pipes.events.frames import Frame
from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import is_verbal, prepositions
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.phrases import clitic, conjuncts, is_counted, taken_up
from depeche.pipes.events.possessors import is_undergone_by_owner
from depeche.pipes.events.slots import Reading, Slots
from depeche.pipes.events.status import Judge
from depeche.pipes.events.syntax import Places
from depeche.pipes.events.triggers import Match
from depeche.pipes.events.words_said import is_demand, is_own_warning, is_question
from depeche.pipes.tree import Token, root

ANSWERS = ("ACCUSE", "SUPPORT", "REJECT")
"""What is said of an act by some whom no mention names, or by a capital (`saluée à Kiev`)."""

TALK = frozenset({"ACCUSE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Types of acts that only somebody can do."""

HUMAN = ("person", "country", "organisation", "group")

FORCEFUL = ("ASSAULT", "COERCE", "MOBILIZE", "RETREAT")
"""Types of acts of which a dispatch of war tells in the words of sport, trade and votes."""


class Conditions:
    """The keys `needs`, `weak`, `alone` of the frames of one doc."""

    def __init__(self, words: dict[str, frozenset[str]], cast: Cast, slots: Slots, timed: frozenset[int]) -> None:
        self.words = words
        self.cast = cast
        self.slots = slots
        self.timed = timed
        self.told: set[str] = set()
        self.types: set[str] = set()
        self.title = range(0) if not cast.columns.sentences else cast.columns.sentences[0]
        self.is_attack = False
        self.struck: int | None = None

    def hold(self, reading: Reading) -> bool:
        """Whether this reading is an event."""
        if reading.match.trigger.again:
            return self.was_told(reading.frame) or reading.sent.start == 0
        if self._points_back(reading):
            return True
        if self._is_by_thing(reading) or self._is_test(reading):
            return False
        is_held = self._is_strong(reading) and self._has_needed(reading) and not self._is_mishap(reading)
        if is_held:
            self.told.update((reading.frame.id, _act(reading.frame)))
            self.types.add(reading.frame.type)
            self.struck = reading.sent.start if reading.frame.type == "ASSAULT" else self.struck
            self.is_attack = self.is_attack or (reading.frame.type == "ASSAULT" and reading.sent.start == 0)
        return is_held

    def was_told(self, frame: Frame) -> bool:
        """Whether an act of this frame, or of its type and mode, was told before."""
        return not self.told.isdisjoint((frame.id, _act(frame)))

    def _is_test(self, reading: Reading) -> bool:
        """Whether a noun of shots that name nobody is of the missiles that the dispatch told of (`a condamné le tir`)."""
        is_bare = reading.is_noun and reading.frame.mode == "firearms" and not (reading.actors or reading.recipients)
        return is_bare and "MOBILIZE weapons" in self.told

    def is_barred(self, match: Match, found: Places) -> bool:
        """Whether a verb's subject is none of those that its frame asks for, or it or the object one that it excludes; or what
        is to be done is not said (`les services proposés par Paul`)."""
        frame, said_of = match.trigger.frame, self.cast.said_of
        is_whose = found.is_passive and bool(found.object) and match.token.dep_ in ("acl", "amod")
        if frame.needs == "clause" and (not found.clause or is_whose):
            return True
        tasks = [*found.clause, *_below(found)] if frame.needs == "task" else []
        if frame.needs == "task" and not any("VerbForm=Inf" in word.morph or "Mood=Sub" in word.morph for word in tasks):
            return True
        subjects = [taken_up(token, "relative") for token in found.subject] if frame.subjects or frame.not_subjects else []
        joined = [other for head in subjects for other in conjuncts(head)]
        if frame.subjects and not said_of([*subjects, *joined]) & frame.subjects:
            return True
        if frame.not_subjects and said_of(subjects) & frame.not_subjects and not any(map(_is_rigged, subjects)):
            return True
        if frame.type == "REQUEST" and is_question(match.token, self.cast):
            return True
        if not frame.not_objects:
            return False
        marks = (child for word in found.clause for child in word.children if child.dep_ not in ("obj", "iobj"))
        if any(mark.lower_ in frame.not_objects and not mark.dep_.startswith("expl") for mark in marks):
            return True  # `a soutenu que`, `a demandé si`
        objects = [*found.object, *(token for before, token in found.oblique if match.trigger.reflexive and "à" in before)]
        objects += [below for token in objects for below in token.children if below.dep_ == "appos"]  # `Zoé, une girafe,`
        objects += found.clause if frame.needs == "clause" else ()  # `prêt à frapper`
        return bool(said_of(objects) & frame.not_objects)

    def is_unharmed(self, reading: Reading, judge: Judge) -> bool:
        """Whether somebody is only said not to have been hurt (`il n'a pas été blessé`, `n'a fait aucun mort`), or something not
        to be ruled out (`n'exclut pas de partir`)."""
        if reading.frame.type == "REJECT" and reading.match.token.lower_ in self.words["open"] and _is_of_deed(reading):
            return judge.is_negated(reading.match.token)
        if reading.frame.toll != "dead" or reading.is_noun:
            return False
        is_open = reading.match.trigger.kind == "phrase" or (reading.places.is_passive and not reading.actors)
        return is_open and (judge.is_negated(reading.match.token) or "sans" in prepositions(reading.match.token))

    def _is_mishap(self, reading: Reading) -> bool:
        """Whether some were but hurt or killed, by nobody, where the title tells of an accident and of no attack."""
        is_open = reading.places.is_passive and not reading.actors and reading.frame.toll == "dead" and not self.is_attack
        return is_open and not reading.frame.unless.isdisjoint(self.cast.columns.words[i] for i in self.title)

    def _points_back(self, reading: Reading) -> bool:
        """`Cette démission intervient`: a noun that tells once more what the dispatch told, whoever it is about."""
        is_told = reading.frame.id in self.told or (reading.frame.light and reading.frame.type in self.types)
        token = reading.match.token
        is_same = reading.frame.id in self.told and token.dep_.startswith("nsubj") and is_definite(token)
        return reading.is_noun and is_told and (is_same or is_taken_up(token))

    def _is_by_thing(self, reading: Reading) -> bool:
        """`La crue menace la ville`, `ont été aidés par le beau temps`: what no mention names and nobody is said to own does no
        act of politics."""
        heads = [head for head in reading.places.subject if head.i not in reading.consumed]  # `visé par une plainte`
        frame = reading.frame
        if reading.is_noun or not heads or frame.type not in TALK or frame.needs in ("must", "warning"):
            return False
        if "subject" not in frame.actor:
            return False  # `le fonds a reçu une aide de Lima`
        texts, at = self.cast.columns.texts, reading.match.token.i
        if not all(head.dep_.startswith(("nsubj", "obl:agent")) for head in heads):
            return False
        is_below = all(head.dep_ == "nsubj:pass" and head.head.i != reading.match.token.i for head in heads)
        if is_below and reading.frame.type == "AID":
            return False  # `un fonds a été créé pour aider les victimes`
        if any(head.pos_ != "NOUN" or head.lower_ in self.words["voice"] for head in heads):
            return False
        if any({",", ":"} & set(texts[head.i : at]) for head in heads):
            return False  # `Gaz : Tunis signe un accord`
        return not any(self.cast.resolve(head) for head in heads)

    def _is_strong(self, reading: Reading) -> bool:
        """A weak trigger counts only with both sides named, or with a person in the passive."""
        if not reading.match.trigger.weak or (reading.actors and (reading.recipients or self._are_several(reading))):
            return True
        is_toll = reading.frame.toll == "dead" and self.struck == reading.sent.start and not reading.is_noun
        is_hurt = reading.places.is_passive or is_toll  # `une bombe a explosé, blessant deux gardes`
        return is_hurt and any(party.kind in ("person", "group") for party in reading.recipients)

    def _are_several(self, reading: Reading) -> bool:
        actors = reading.actors
        return len(actors) > 1 or (reading.frame.both and any(not self.cast.is_single(party) for party in actors))

    def _are_talkers(self, reading: Reading) -> bool:
        """Whether those who are said to be gathered are several who are named, or some who come to talk."""
        return len(reading.actors) > 1 or bool(self.cast.said_of(reading.places.object) & self.words["envoy"])

    def _has_needed(self, reading: Reading) -> bool:
        frame, actors, recipients = reading.frame, reading.actors, reading.recipients
        if not recipients and is_undergone_by_owner(reading):
            reading.is_by_some = True
            return True
        match frame.needs:
            case "actor":
                return bool(actors) or self._is_blocked_again(reading)
            case "recipient":
                return self._is_done_to_some(reading)
            case "human" | "that":
                is_by = bool(actors) if frame.needs == "human" else _is_human(actors)
                return is_by and _is_human(recipients)
            case "guest":
                return self._is_guest(reading) and (self._are_several(reading) if frame.both else _is_human(recipients))
            case "called":
                return bool(actors) and not reading.places.is_passive and self._is_called_for(reading)
            case "convicted":
                is_tried = not actors or bool(self.cast.said_of(reading.places.subject) & small("court"))
                return reading.places.is_passive and is_tried and _is_human(recipients)
            case "pair":
                return len(actors) == 2
            case "state":
                return any(party.kind == "country" and not self._is_people(party) for party in self.slots.acting(actors))
            case "two":
                return self._are_several(reading) or any(not self.cast.is_single(party) for party in actors)
            case "body":
                return any(party.kind == "organisation" for party in actors)
            case "place":
                return any(party.kind in ("place", "country") and self._is_seized(reading, party) for party in recipients)
            case "visit":
                return any(party.kind != "place" for party in actors) and bool(recipients or reading.match.trigger.rest)
            case "person":
                return self._is_of_person(reading)
            case "gathered":
                return reading.places.is_passive and self._are_talkers(reading)
            case "persons":
                is_met = all(head.pos_ != "NOUN" or self.slots.can_meet(head) for head in reading.places.object)
                return is_met and len(actors) > 1 and all(party.kind == "person" for party in actors)
            case "abroad":
                return self._is_abroad(reading)
            case "must" | "warning" | "call":
                return self._is_said(reading)
            case "thing" | "bare":
                return bool(actors or recipients) and not self._is_of_some(reading)
        is_thing = (frame.both or frame.type == "CONCEDE") and reading.places.is_passive and bool(reading.consumed)
        if is_thing and self._is_told_now(reading):
            reading.is_by_some = True
            return True
        return bool(actors or recipients) or (frame.alone and frame.needs is None) or self._is_by_some(reading)

    def _is_blocked_again(self, reading: Reading) -> bool:
        """`Deux dépôts sont encore bloqués`: by those whose protest the dispatch told before."""
        if reading.frame.type != "PROTEST" or not reading.places.is_passive or reading.places.subject:
            return False
        reading.is_by_some = "PROTEST" in self.types and bool(reading.consumed)
        return reading.is_by_some

    def _is_told_now(self, reading: Reading) -> bool:
        """Whether a passive tells what was done, by its verb or by the day (`les textes adoptés lundi`)."""
        verb = reading.match.token
        is_title = verb.head.dep_ == "ROOT" and not any("VerbForm=Fin" in verb.doc[i].morph for i in reading.sent)
        is_dated = any(child.i in self.timed and "en" not in prepositions(child) for child in verb.children)  # not `en 2001`
        return verb.dep_ not in ("acl", "amod") or is_title or is_dated

    def _is_of_person(self, reading: Reading) -> bool:
        """Whether one person does it, and does not set out for a place (`le départ de Paul Durand pour Lima`)."""
        spots = (token.i for before, token in reading.places.oblique if "de" not in before and token.i in self.cast.by_token)
        is_trip = any(self.cast.by_token[i].kind in ("place", "country") for i in spots)
        return not is_trip and len(reading.actors) == 1 and reading.actors[0].kind == "person"

    def _is_people(self, party: Party) -> bool:
        """Whether a country stands for its people (`de jeunes Algériens ont barré la route`)."""
        tokens = self.cast.columns.range_of(party)
        if tokens is None:
            return False
        mention, token = self.cast.by_token.get(tokens.start), self.cast.doc[tokens.start]
        return mention.via == "demonym" if mention is not None else "Number=Plur" in token.morph and token.pos_ != "ADJ"

    def _is_seized(self, reading: Reading, party: Party) -> bool:
        """Whether a noun is of the place itself or of a part of it (`la prise de l'aéroport de Goma`), not of what is sent or
        said there (`la reprise des livraisons à la Géorgie`)."""
        tokens = self.cast.columns.range_of(party)
        if tokens is None or not reading.is_noun or reading.frame.noun_recipient != ("de",):
            return True
        above = root(reading.match.token.doc[tokens.start : tokens.stop]).head
        return above.i <= reading.match.last.i or above.lower_ in small("seized")

    def _is_of_some(self, reading: Reading) -> bool:
        """Whether the object is somebody (`l'a exclu du parti`), where the frame asks for a thing; or is there at all (`a cédé
        des terres`), where it asks for none."""
        heads = reading.places.object
        if reading.frame.needs == "bare":
            return bool(heads) and reading.match.trigger.kind == "verb" and not reading.match.trigger.reflexive
        mentions = [self.cast.by_token[head.i] for head in heads if head.i in self.cast.by_token]
        is_some = any(mention.kind in ("person", "group") for mention in mentions) or any(map(self.cast.titled, heads))
        return is_some and not reading.places.clause and reading.match.trigger.kind == "verb"

    def _is_by_some(self, reading: Reading) -> bool:
        """`L'attentat a été condamné par de nombreux pays`: what is said of an act by some whom no mention names."""
        if reading.frame.type in ANSWERS and reading.places.is_passive:
            reading.is_by_some = any(head.lower_ in self.words["voice"] for head in reading.places.subject)
        return reading.is_by_some

    def _is_said(self, reading: Reading) -> bool:
        """A demand in `doit`, a warning of what one's own side will do, a call to do something."""
        actors, recipients, trigger = reading.actors, reading.recipients, reading.match.trigger
        if reading.frame.needs == "must":
            if not actors or "present" not in trigger.tenses:
                return False
            return is_demand(reading.match.token, self.cast, self.words["demanding"], recipients, self.timed)
        if reading.frame.needs == "warning":
            says = bool(reading.places.clause) or bool(trigger.rest and reading.places.object[1:])
            says = says or any(_is_told(head) for head in reading.places.object)
            is_warned = bool(trigger.rest) and any(self._is_warned(reading, party) for party in recipients)
            return is_own_warning(reading.match.token, self.cast) or (bool(actors) and (says or is_warned))
        is_whom = bool(recipients or reading.places.object)
        clauses = reading.places.clause  # none in `la loi aussi appelée « X »`
        is_to_do = any(is_verbal(word) for clause in clauses for word in (clause, *clause.children))
        return bool(actors) and (is_to_do or (is_whom and self._has_aim(reading)))

    def _is_warned(self, reading: Reading, party: Party) -> bool:
        """Whether who is warned is a state, a body or somebody (`les met en garde`), not where what one warns of would be
        (`met en garde contre une famine au Yémen`)."""
        tokens = self.cast.columns.range_of(party)
        if tokens is None or party.kind not in ("country", "organisation", "person", "group"):
            return False
        words = set(self.cast.columns.lower[tokens.start : tokens.stop])
        if party.kind == "group" and words.isdisjoint(small("protester") | small("armed") | small("leading")):
            return False  # not `met en garde les habitants`
        return "contre" not in self.cast.columns.lower[reading.match.token.i : tokens.start]

    def _is_abroad(self, reading: Reading) -> bool:
        """Whether somebody of state comes to a country that is not his own (`est arrivé à N'Djamena`)."""
        there = {self.cast.country(party.actor) for party in self.slots.acting(reading.recipients)} - {None}
        for party in reading.actors:
            home = self.cast.country(party.actor)
            words = self.cast.columns.text[party.start : party.end].lower().split()
            is_envoy = party.kind == "person" or bool(self.words["envoy"] & set(words))
            if is_envoy and there and home not in there and (home is not None or party.kind != "person"):
                return True
        return False

    def _is_guest(self, reading: Reading) -> bool:
        """Whether who receives and who is received may be somebody: not `a reçu une montre`, `accueilli par des sifflets`."""
        heads = reading.places.subject if reading.places.is_passive else reading.places.object
        nouns = [head for head in heads if head.pos_ in ("NOUN", "NUM", "SYM")]
        return bool(reading.actors) and (not nouns or any(self.slots.can_meet(head) for head in nouns))

    def _is_done_to_some(self, reading: Reading) -> bool:
        is_pronoun = bool(reading.actors) and clitic(reading.match.token) is not None
        if not reading.recipients and self._is_done_to_him(reading):
            reading.is_by_some = True
            return True
        return bool(reading.recipients) or is_pronoun or self._is_told_of_some(reading) or self._is_told_of_thing(reading)

    def _is_done_to_him(self, reading: Reading) -> bool:
        """`Elle est accusée de fraude`: it is done to somebody, if who that is is not known."""
        heads = reading.places.object
        is_him = any(head.pos_ == "PRON" and "Person=3" in head.morph and head.dep_ == "nsubj:pass" for head in heads)
        return reading.places.is_passive and not reading.actors and not reading.match.trigger.weak and is_him

    def _is_told_of_some(self, reading: Reading) -> bool:
        """`Trois gardes ont été tués`, `95 arrestations`: some whom no mention names, and who they are is not known."""
        if reading.is_noun:
            above = reading.support
            is_told = above is not None and above.lower_ in self.words["occur"] and above.dep_ != "xcomp"
            is_told = is_told and reading.match.token.dep_.startswith("nsubj")  # not `la garde à vue peut durer un jour`
            return bool(reading.frame.toll) and (is_told or is_counted(reading.match.token))
        is_open = bool(reading.frame.toll) and reading.places.is_passive and not reading.actors
        return is_open and any(is_counted(token) for token in reading.places.object)

    def _is_told_of_thing(self, reading: Reading) -> bool:
        """Who does it is known, and there is an object, if of no actor (`les rebelles ont pillé le marché`)."""
        match = reading.match
        if not reading.actors or match.trigger.weak or reading.frame.type not in ("ASSAULT", "COERCE"):
            return False
        if reading.is_noun:
            return reading.support is not None
        return bool(reading.places.object) or match.trigger.kind == "phrase"

    def _is_called_for(self, reading: Reading) -> bool:
        """`a appelé au rassemblement`, not `a appelé à huit heures`, `à Tunis`, nor with a verb, another frame's."""
        for before, token in reading.places.oblique:
            below = (child for child in token.children if child.dep_ == "nmod" and child.i not in self.timed)
            is_while = token.i in self.timed and not any(below)  # not `à deux jours de grève`
            if "à" in before and token.pos_ == "NOUN" and not is_while and token.i not in self.cast.by_token:
                return True
        return False

    def _has_aim(self, reading: Reading) -> bool:
        below = [child for token in reading.places.object for child in token.children if child.dep_ == "acl"]
        return any("à" in before for before, _ in reading.places.oblique) or any("à" in prepositions(child) for child in below)


def _below(found: Places) -> list[Token]:
    """The infinitives that the parser hung on who is told to do it (`a averti les riverains de partir`)."""
    return [child for head in (*found.object, *found.subject) for child in head.children if child.dep_ == "acl"]


def _act(frame: Frame) -> str:
    """What a frame tells, whichever of several it is (`SANCTION withdraw`); itself where it has no mode."""
    return f"{frame.type} {frame.mode}" if frame.mode else frame.id


def _is_of_deed(reading: Reading) -> bool:
    """Whether what is ruled out is an act, which else is possible (`n'exclut pas une intervention`)."""
    deeds = small("strike") | small("waged")
    return bool(reading.places.clause) or any(head.lower_ in deeds for head in reading.places.object)


def _is_told(noun: Token) -> bool:
    """Whether a clause right after whom one tells is what one tells him, though the parser took it for a relative (`a averti Lima
    qu'il partirait`)."""
    clauses = [child for child in noun.children if child.dep_ == "acl:relcl"]
    return any(clause.left_edge.i == noun.i + 1 and clause.left_edge.lower_ in small("that") for clause in clauses)


def _is_rigged(thing: Token) -> bool:
    """Whether a vehicle is a weapon (`une voiture piégée`, `un camion bourré d'explosifs`)."""
    return any(child.lower_ in small("rigged") for child in thing.children)


def _is_human(parties: list[Party]) -> bool:
    return any(party.kind in HUMAN for party in parties)


def is_of_war(frame: Frame, words: frozenset[str]) -> bool:
    """Whether only words bar a frame of force that doubt it in times of peace (`la vidéo de l'attaque des rebelles`)."""
    if frame.type not in FORCEFUL or small("war").isdisjoint(words):
        return False
    return all(word.lower() in small("doubt") for word in frame.unless & words)
