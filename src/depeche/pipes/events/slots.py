"""Who stands in a slot of a frame? The parties of subject, object, prepositions, and of what only words around can tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from depeche.lang.knowledge import country_of_capital, slug
from depeche.pipes.events.apposed import past_name
from depeche.pipes.events.aside import FORCE, is_locution
from depeche.pipes.events.burdens import burdened
from depeche.pipes.events.depth import WIDEST, wide
from depeche.pipes.events.frames import Frame
from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import prepositions
from depeche.pipes.events.lists import unique
from depeche.pipes.events.makers import presenter
from depeche.pipes.events.ordered import by_order
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.partitives import some_of_them
from depeche.pipes.events.phrases import is_counted, is_own
from depeche.pipes.events.possessors import own
from depeche.pipes.events.subjects import is_first
from depeche.pipes.events.surface import after, is_of_upper, opening, takes_up
from depeche.pipes.events.syntax import Places, shared
from depeche.pipes.events.triggers import Match
from depeche.pipes.events.waging import blamed, is_borne, is_capital, is_only_where, is_palace, is_waging, undergone
from depeche.pipes.events.wishes import authors
from depeche.pipes.events.words_said import speaker, speaks_for
from depeche.pipes.tree import Token, root
from depeche.record import Status

WIDE = ("within", "clause")
APART = frozenset(
    {"anti", "burdened", "call", "from", "target", "post", "host", "adjective", "own", "seat", "speaker", "force", *WIDE}
)
SUBJECTS = ("subject", "governor")

Doubt = Literal["unheld", "aside", "twin"]
"""What speaks against a reading: its noun's frame does not hold, it is but an aside, its sentence tells such an act before."""


@dataclass
class Reading:
    """A trigger and what it was found to tell."""

    match: Match
    sent: range
    status: Status = "actual"
    actors: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)
    support: Token | None = None
    places: Places = field(default_factory=Places)
    mode: str | None = None
    consumed: frozenset[int] = frozenset()
    is_by_some: bool = False
    doubt: Doubt | None = None

    def __post_init__(self) -> None:
        self.frame: Frame = self.match.trigger.frame
        self.is_noun = self.match.trigger.is_noun


class Slots:
    """Finds who stands where, for the readings of one doc."""

    def __init__(self, words: dict[str, frozenset[str]], cast: Cast, timed: frozenset[int]) -> None:
        self.words = words
        self.others = words["arouse"] | words["avert"]
        self.cast = cast
        self.timed = timed

    def called(self, reading: Reading) -> frozenset[int]:
        """The noun by which somebody calls for a protest: `une marche à l'appel de l'opposition`."""
        if reading.frame.type != "PROTEST":
            return frozenset()
        after = range(reading.match.token.i + 1, min(reading.match.token.i + WIDEST, reading.sent.stop))
        doc = reading.match.token.doc
        return frozenset(i for i in after if doc[i].lower_ in small("call") and "à" in prepositions(doc[i]))

    def is_abroad(self, reading: Reading, slot: str) -> bool:
        """Whether a place is a party: to an attack or a deployment only where who comes from elsewhere acts there."""
        if reading.frame.type not in ("ASSAULT", "MOBILIZE"):
            return True
        home = {self.cast.country(party.actor) for party in reading.actors} - {None}
        found = self.parties(reading, slot, set())
        if not home and not reading.is_noun:
            return reading.frame.type == "MOBILIZE" and any(party.kind == "country" for party in found)
        there = {self.cast.country(party.actor) for party in self.acting(found)}
        return bool(home) and not home & there

    def parties(self, reading: Reading, slot: str, used: set[int], *, is_parsed: bool = False) -> list[Party]:
        """The parties in one slot of a reading; `used` keeps the heads that a slot before took.

        Args:
            is_parsed: whether only what the parse ties to the trigger counts, not the order of words.
        """
        token = reading.match.token
        if slot in APART:
            return self._apart(reading, slot)
        if (slot == "object" and takes_up(self.cast.columns, token.i)) or (reading.is_noun and is_of_upper(token, slot)):
            return []
        if (slot == "governor" and self._is_barred(reading)) or (slot == "object" and self._is_fact_denied(reading)):
            return []
        if slot == "governor" and reading.frame.type == "PROTEST" and token.head.pos_ == "NOUN" and "en" in prepositions(token):
            return self.cast.resolve(token.head)  # `des mineurs en grève`
        heads = self._heads(reading, slot, used)
        if heads and (found := self._said(heads, reading, slot)) is not None:
            return found
        if reading.is_noun and slot == "de" and self._are_own(reading, heads):
            return self.parties(reading, "governor", used)
        if len(heads) > 1 and (slot == "entre" or (slot == "subject" and heads[0] is token.head)):
            return unique(party for head in heads for party in self.cast.resolve(head))
        if slot == "à" and len(heads) > 1:  # `À Lomé, la Croix-Rouge a apporté une aide aux réfugiés`
            heads.sort(key=lambda head: (self._is_spot(head), head.i < token.i))
        if made := self._made(reading, slot, heads):
            return made
        for head in heads:
            if parties := self._led_by(head, reading, slot):
                used.add(head.i)
                return self._sides(head, parties) if slot == "entre" else parties
        is_deed = reading.frame.type in FORCE or reading.mode == "investigate"
        if slot == "par" and reading.is_noun and (parties := blamed(token, self.cast, self.words, is_deed=is_deed)):
            return parties
        if slot == "object" and (parties := some_of_them(token, heads, self.cast)):
            return parties
        is_told = slot in SUBJECTS and any(token.pos_ == "NOUN" for token in heads)  # `un individu a ouvert le feu`
        is_said = reading.match.last.i > token.i and not is_told
        is_open = not heads or (reading.is_noun and slot in small("bringing")) or is_said
        found = by_order(reading, slot, self.cast, self.words) if is_open and not is_parsed else []
        tokens = self.cast.columns.range_of(found[0]) if found and slot == "entre" else None
        return found if tokens is None else self._sides(root(token.doc[tokens.start : tokens.stop]), found)

    def _made(self, reading: Reading, slot: str, heads: list[Token]) -> list[Party]:
        """Who is behind what is marched against (`contre la loi voulue par le gouvernement`) or forbidden (`a interdit la marche
        prévue par l'opposition`)."""
        is_against = slot == "contre" and reading.frame.type == "PROTEST"
        is_banned = slot == "object" and reading.mode == "ban"
        things = heads if is_against else reading.places.object if is_banned else ()
        return [party for head in things for party in presenter(head, self.cast)]

    def _are_own(self, reading: Reading, heads: list[Token]) -> bool:
        """Whether those of whom a noun tells are somebody's, who then does it (`a annoncé le retrait de ses troupes`)."""
        is_moved = reading.frame.type in ("MOBILIZE", "RETREAT") and reading.mode != "release"
        named = () if is_moved else self.cast.by_token
        return any(is_own(token) and token.i not in named for token in heads)

    def _sides(self, head: Token, parties: list[Party]) -> list[Party]:
        """Both sides of `entre`, where the parser hung the second on a name inside the first (`entre les forces du maréchal X et
        l'armée`)."""
        found = self.cast.lists.paired(parties)
        joined = (token for token in head.subtree if token.dep_ == "conj" and token.head.i != head.i) if len(found) == 1 else ()
        second = (self.cast.resolve(token) for token in joined if any(mark.lower_ == "et" for mark in token.children))
        return found + [party for party in next(second, []) if party.actor != found[0].actor]

    def _led_by(self, head: Token, reading: Reading, slot: str) -> list[Party]:
        """The parties of a phrase, without who only undergoes it or where it was."""
        token, is_attack = reading.match.token, reading.frame.type == "ASSAULT"
        parties = authors(token, head, self.cast, self.words["control"])
        if slot in SUBJECTS:
            parties = [party for party in parties if not self._is_undergone(head, party)]
            return [party for party in parties if not (is_attack and is_only_where(head, party, self.cast))]
        if token.dep_ == "acl" and head.i < token.i:  # `trois gardes tués et dix passants blessés`
            return [party for party in parties if party.start < token.idx]
        return parties

    def _is_spot(self, head: Token) -> bool:
        """Whether a phrase may only tell where (`son soutien à Paul Durand à Lomé`)."""
        mention = self.cast.by_token.get(head.i)
        return mention is None or mention.kind in ("place", "country") or mention.via == "metonymy"

    def further(self, reading: Reading, slots: tuple[str, ...], used: set[int]) -> list[Party]:
        """Where else somebody goes, said with another preposition (`en Inde et au Pakistan`)."""
        if reading.frame.mode != "visit" or reading.is_noun:
            return []
        spots = [slot for slot in slots if slot in small("where")]
        found = (party for slot in spots for party in self.parties(reading, slot, used, is_parsed=True))
        return [party for party in found if party.kind in ("place", "country")]

    def _is_barred(self, reading: Reading) -> bool:
        """Whether the subject above a noun is not who does what it tells: it undergoes it, or does what follows it."""
        token, verb = reading.match.token, reading.support
        above = token.head.lower_ if token.dep_ in ("nmod", "obl:arg") else ""
        if above and any(above in small(use) for use in ("sequel", "victim", "undergone")):
            return True  # `a ouvert une enquête à la suite de trois plaintes`
        is_other = verb is not None and verb.lower_ in self.others
        return is_other or undergone(token) is not None or self._is_spoken_of(reading)

    def _is_spoken_of(self, reading: Reading) -> bool:
        """Whether the subject above a noun did but speak of it (`des témoins font état de tirs`), or was there (`est mort lors
        du raid`)."""
        token, verb = reading.match.token, reading.support
        is_during = reading.frame.type == "ASSAULT" and bool(prepositions(token) & self.words["inherit"])
        objects = [one.lower_ for one in verb.children if one.dep_ == "obj"] if verb is not None else []
        is_said = not small("mention").isdisjoint(objects)
        is_probed = "pour" in prepositions(token) and not small("probe").isdisjoint([*objects, token.head.lower_])
        return is_during or is_said or is_probed  # `a ouvert une enquête pour assassinat`

    def _is_undergone(self, head: Token, party: Party) -> bool:
        """Whether a party only undergoes what a clause says of the subject (`une attaque faisant dix morts a visé la ville`)."""
        tokens = self.cast.columns.range_of(party)
        token = root(head.doc[tokens.start : tokens.stop]) if tokens is not None else head
        verb = token.head.head if token.dep_ == "conj" else token.head
        return verb.head.i == head.i and verb.dep_.startswith("acl") and (token.dep_ == "obj" or token.dep_ == "conj")

    def _apart(self, reading: Reading, slot: str) -> list[Party]:
        """The parties of a slot that is no place of the parse."""
        token = reading.match.token
        if slot in WIDE:
            return [] if takes_up(self.cast.columns, token.i) else wide(reading, slot, self.cast)
        if slot == "from":
            return after(token, frozenset({"de"}), self.cast)
        if slot == "target":
            named = [party for i in sorted(reading.consumed) for party in self.cast.named_at(i)]
            return named or [party for i in sorted(reading.consumed) for party in self.cast.body_at(i)]
        if slot == "post":
            wanted = (token.doc[i] for i in reading.sent if self.cast.columns.lower[i] in reading.frame.objects)
            return next((found for word in wanted if (found := after(word, small("post"), self.cast, is_noun=True))), [])
        if slot == "host":
            things = [token.doc[i] for i in sorted(reading.consumed)]
            sides = (child for thing in things for child in thing.children if prepositions(child) & {"entre", "avec"})
            between = [party for child in sides for party in self.cast.resolve(child)]
            return between or [party for thing in things for party in self.cast.owners(thing)]
        if slot == "adjective":
            arms = [arm for _, arm in reading.places.oblique if arm.lower_ in self.words["weapon"]]
            return unique(party for noun in (token, *arms) for party in self.cast.adjectives(noun))
        if slot == "call":
            return [party for i in sorted(self.called(reading)) for party in self.cast.owners(token.doc[i])]
        if slot == "force":
            found = self.parties(reading, "de", set())
            return [party for party in found if is_waging(token, reading.match.last, party, self.cast)]
        if slot in ("own", "seat"):
            return own(reading, self.cast, self.words) if slot == "own" else self._seat(reading)
        if slot == "anti":
            nouns = (token, *reading.places.object, *(noun for _, noun in reading.places.oblique))
            return unique(party for noun in nouns for party in self.cast.opposed(noun))
        if slot == "burdened":
            return burdened(token, self.cast, self.words["burden"])
        return speaker(token, self.cast)

    def _seat(self, reading: Reading) -> list[Party]:
        """Whose capital or palace a passive without an author names: `reçu à l'Élysée`, `saluée à Kiev`."""
        is_to = "à" in reading.frame.recipient  # `une attaque imputée à Damas`
        if is_to or not reading.places.is_passive or reading.places.subject:
            return []
        if by_order(reading, "subject", self.cast, self.words):
            return []
        spots = [token for before, token in reading.places.oblique if "à" in before]
        parties = [party for token in spots for party in self.cast.resolve(token)]
        return self.acting([party for party in parties if is_capital(self.cast.columns, party) or is_palace(party, self.cast)])

    def _heads(self, reading: Reading, slot: str, used: set[int]) -> list[Token]:
        """The heads of the phrases in a place of the parse."""
        where = reading.places
        if slot in SUBJECTS:
            return [past_name(token, self.cast.by_token) for token in where.subject if self._can_act(token, reading)]
        if slot == "object":
            own = reading.match.trigger.noun.union(*reading.match.trigger.rest)
            is_shared = not where.object and not where.is_passive and not where.clause and reading.frame.type in (*FORCE, "AID")
            given = shared(reading.match.token) if is_shared else where.object
            objects = [token for token in given if not (where.is_passive and self.cast.is_topic(token))]
            is_whom = not reading.match.trigger.reflexive  # `libérer des otages`, not `se constituer prisonniers`
            others = [token for token in objects if token.lower_ not in own or (is_whom and self._is_done_to(token))]
            others = [token for token in others if self.can_meet(token)] if reading.frame.mode == "meet" else others
            return others or [below for token in where.object for below in self._whose(token, reading)]
        heads = [token for before, token in where.oblique if slot in before and token.i not in used]
        if slot == "entre":  # `des affrontements parmi les rebelles`; `un traité entre le Togo et le Bénin a été signé`
            heads += [token for before, token in where.oblique if "parmi" in before and token.head.i == reading.match.token.i]
            heads += [child for token in where.object for child in token.children if slot in prepositions(child)]
        if slot == "à" and reading.frame.type == "ASSAULT":  # `ont pris la ville aux rebelles`
            heads += [child for token in where.object for child in token.children if slot in prepositions(child)]
        if slot == "à" and reading.frame.mode == "allege" and reading.frame.objects and not heads:
            below = [token for head in where.object for token in head.subtree if slot in prepositions(token)]
            heads += [token for token in below if not self._is_spot(token)]  # `attribue l'attaque menée hier à des rebelles`
        heads = [token for token in heads if not is_locution(token, reading)]
        if reading.frame.type == "AID":  # `l'envoi d'observateurs`
            heads = [token for token in heads if not reading.match.covers(token.i)]
        for token in reading.match.token.doc[reading.match.token.i + 1 : reading.sent.stop] if " " in slot else ():
            if slot.replace("'", " ").endswith(f" {token.lower_}"):  # `en faveur des réfugiés`, `à l'encontre du maire`
                heads += [child for child in token.children if "de" in prepositions(child)]
        if slot != "de":
            ends = {end.i: end for end in (reading.match.token, reading.match.last, reading.support or reading.match.last)}
            led = (word for end in ends.values() for word in end.children if word.lower_ == slot)
            return [*heads, *(below for word in led for below in word.children if below.pos_ != "ADP")]
        if reading.frame.mode == "allege":  # `des accusations de violences envers Paul`: who is named for himself accuses
            heads = [token for token in heads if token.i in self.cast.by_token]
        left = reading.consumed if "target" in reading.frame.noun_recipient else frozenset()
        heads = [token for token in heads if token.i in self.cast.by_token or not is_counted(token)]  # `une aide de dix millions`
        heads = [token for token in heads if token.lower_ not in self.words["weapon"] or token.i in self.cast.by_token]
        return [token for token in heads if token.i not in left]

    def _is_done_to(self, token: Token) -> bool:
        """Whether the noun of an expression is itself whom it is done to (`libérer des otages`)."""
        mention = self.cast.by_token.get(token.i)
        return mention is not None and mention.via == "description" and mention.kind in ("person", "group")

    def _whose(self, noun: Token, reading: Reading) -> list[Token]:
        """Whose the object of an expression is: `piller des magasins de commerçants syriens`."""
        is_harmed = reading.frame.type in FORCE
        return [child for child in noun.children if is_harmed and child.dep_ == "nmod" and "de" in prepositions(child)]

    def _said(self, heads: list[Token], reading: Reading, slot: str) -> list[Party] | None:
        """Who says it, where the phrase is `nous` or a subject that nobody else is; `None` where it is another."""
        if any(map(is_first, heads if slot in SUBJECTS else heads[:1])):
            return speaks_for(speaker(reading.match.token, self.cast), self.cast, self.words["spokesman"])
        is_nobody = slot in SUBJECTS and reading.frame.type != "ASSAULT" and all(self._is_nobody(token) for token in heads)
        return speaker(reading.match.token, self.cast) if is_nobody else None

    def _can_act(self, token: Token, reading: Reading) -> bool:
        """Whether a phrase that the parser took for the subject is one: no topic, no time, no `selon l'AFP`."""
        if self.cast.is_topic(token) or token.i in self.timed:
            return False
        return token.i not in self.cast.outside(reading.match.token) or not opening(self.cast.columns, token.i)

    def can_meet(self, token: Token) -> bool:
        """Whom one meets is named himself, not by what is his (`a reçu le soutien de Paris`)."""
        is_named = token.pos_ != "NOUN" or token.i in self.cast.by_token
        return is_named or bool(self.cast.titled(token) or self.cast.adjectives(token))

    def _is_fact_denied(self, reading: Reading) -> bool:
        """Whether what is denied was so or not, and nobody said it (`dément l'installation d'une base chinoise`)."""
        things = reading.places.object if reading.frame.denies and reading.match.token.lower_ in self.words["deny"] else ()
        facts = [token for token in things if token.pos_ == "NOUN" and token.i not in self.cast.by_token]
        return bool(facts) and all(token.lower_ not in small("saying") for token in facts)

    def _is_nobody(self, token: Token) -> bool:
        """A personal pronoun that no mention resolves: in reported words, most often who reports himself."""
        is_personal = token.pos_ == "PRON" and "PronType=Prs" in token.morph and "Person=2" not in token.morph
        return is_personal and not self.cast.resolve(token)

    def acting(self, parties: list[Party]) -> list[Party]:
        """The parties that can act: a place gives way to its country, or to nobody."""
        found: list[Party] = []
        for party in parties:
            text = self.cast.columns.text[party.start : party.end]
            code = country_of_capital(text)
            if code and is_borne(self.cast.columns, party):
                continue
            if party.kind == "place" or (code and party.kind != "country" and party.actor == slug(text)):
                code = code or self.cast.country(party.actor)
                if code is None:
                    continue
                party = Party(code, party.start, party.end, "country")
            if all(party.actor != other.actor for other in found):
                found.append(party)
        return found
