"""Which verb carries a noun that tells an event, and who stands around the two? `mène une offensive`, `un raid a eu lieu`."""

from __future__ import annotations

from collections.abc import Iterator

from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import prepositions
from depeche.pipes.events.meetings import is_dated
from depeche.pipes.events.participles import differ, is_participle
from depeche.pipes.events.parties import Cast
from depeche.pipes.events.phrases import is_above
from depeche.pipes.events.status import charged
from depeche.pipes.events.syntax import Places, places, surface_subject, verb_above
from depeche.pipes.events.waging import undergone
from depeche.pipes.tree import Token

Obliques = list[tuple[frozenset[str], Token]]
"""Complements with their prepositions."""


class Bearing:
    """The verbs above the nouns of one doc.

    Args:
        words: those of `event_words.tsv`, by their use.
        modals: forms of verbs that only colour the one below them (`peut mener une offensive`).
    """

    def __init__(self, words: dict[str, frozenset[str]], cast: Cast, modals: frozenset[str]) -> None:
        self.words = words
        self.cast = cast
        self.modals = modals

    def support(self, noun: Token) -> Token | None:
        """The verb that a noun depends on, or that tells of it in a relative; of two coordinated ones that which carries it."""
        if (above := undergone(noun)) is not None:
            return above
        for child in noun.children:
            if child.dep_ in ("acl", "acl:relcl") and child.lower_ in self.words["light"]:
                return child
        for child in noun.children:  # `l'attaque de deux hôtels, revendiquée par Daech`
            for below in child.children if child.dep_ == "nmod" else ():
                is_its = below.dep_ == "acl" and below.lower_ in self.words["claim"] and not differ(below, noun)
                if is_its and differ(below, child):
                    return below
        verb = verb_above(noun)
        if verb is None:
            relatives = (child for child in noun.children if child.dep_ in ("acl", "acl:relcl") and _is_active(child))
            return next((child for child in relatives if child.lower_ in self.words["occur"]), None)
        if verb.lower_ in self.modals:
            return next((child for child in verb.children if child.dep_ == "xcomp"), verb)
        if noun.dep_.startswith("nsubj") and verb.lower_ not in self.words["light"]:
            others = (child for child in verb.children if child.dep_ == "conj" and is_participle(child))
            return next((child for child in others if child.lower_ in self.words["light"]), verb)  # `a duré et a été menée par`
        return verb

    def carries(self, noun: Token, support: Token) -> bool:
        """Whether the verb above a noun tells what the noun says."""
        form = support.lower_
        if any(child.pos_ == "ADJ" and child.dep_ in ("obj", "xcomp") and child.i > support.i for child in support.children):
            return False  # `rend illégale l'aide aux migrants`
        if support.head.i == noun.i or (support.dep_ == "acl" and support.head.head.i == noun.i) or undergone(noun) is not None:
            return True
        if noun.dep_ == "nmod" and is_dated(noun):
            return False  # `a promis une aide à l'issue d'un entretien`
        if any(above.lower_ in small("report") for above in _above(noun)):
            return False  # `fait l'annonce du début de l'offensive`
        if noun.dep_ == "obl:agent" and form in self.words["occur"]:
            return True  # `le pays a été secoué par des émeutes`
        is_on = noun.dep_ in ("nmod", "obl:arg") and prepositions(noun) & (small("beside") - self.words["inherit"])
        if "par" in prepositions(noun) or is_on:
            return False  # `a ouvert une enquête sur l'attentat`, `l'enquête porte sur des soupçons`
        is_subject = noun.dep_.startswith("nsubj")
        is_below = noun.dep_ == "nmod" and noun.head.dep_ == "obl:mod"
        if is_below and (noun.i < support.i or noun.head.lower_ in self.words["sequel"]):
            return False  # `À la suite de l'attentat, le Sénat a décidé`, `a mené un raid en réponse à l'attaque`
        led = {"à", "en", "de", "pour"} if form in self.words["control"] else {"à", "en", "de"}  # `a remercié Paul pour son aide`
        if noun.dep_ == "obl:mod" and (noun.i < support.i or not prepositions(noun) & led):
            return False
        if form in self.words["deny"] and noun.dep_ == "obj":
            return True
        return form in self.words["light"] or (is_subject and form in self.words["occur"]) or form in self.words["plan"]

    def bearer(self, noun: Token) -> Token | None:
        """The noun that says that an event begins or goes on, past who does it: `l'ouverture par Paris d'une enquête`."""
        head = noun.head.head if noun.dep_ == "nmod" and "par" in prepositions(noun.head) else noun.head
        return head if noun.dep_ == "nmod" and head.lower_ in self.words["bearing"] else None

    def places(self, noun: Token, support: Token | None) -> Places:
        """The noun's own complements, then those of the verb that carries it."""
        oblique = self._own(noun)
        subject: tuple[Token, ...] = ()
        if support is not None:
            above = places(support, self.words["control"], self.words["intransitive"])
            subject, lent = self._lent(noun, support, above)
            oblique += [*lent, *self._shared(noun, support, above)]
        elif (verb := charged(noun, self.words["charge"]) or _involved(noun) or _punished(noun)) is not None:
            whom = places(verb, self.words["control"]).object
            subject = tuple(token for token in whom if token.i in (verb.head.i, verb.head.head.i) or not is_above(token, noun))
        return Places(subject=subject, object=(), oblique=tuple(oblique))

    def _own(self, noun: Token) -> Obliques:
        """What hangs on the noun itself."""
        oblique = [
            (prepositions(child), child)
            for child in noun.children
            if child.dep_.startswith(("nmod", "obl")) and prepositions(child)
        ]
        oblique += [(frozenset({"de"}), child) for child in noun.children if child.lower_ == "dont"]  # `dont les frappes`
        if noun.dep_ == "nmod" and noun.head.lower_ in self.words["carrier"]:  # `une vingtaine de raids contre des camps`
            beside = (child for child in noun.head.children if child.dep_ == "nmod" and child.i > noun.i)
            oblique += [(prepositions(child), child) for child in beside if prepositions(child)]
        for child in list(noun.children):
            authors = [below for below in child.children if child.dep_ == "nmod" and "par" in prepositions(below)]
            oblique += [(frozenset({"par"}), author) for author in authors]
            self.cast.authors.update(author.i for author in authors)
        oblique += [(frozenset({"de"}), token) for token in self._past_place(noun)]
        if noun.dep_ == "nmod" and noun.head.lower_ in small("victim") and "de" in prepositions(noun):
            oblique.append((frozenset({"contre"}), noun.head))  # `les rescapés de l'attentat`
        if (bearer := self.bearer(noun)) is not None and bearer.i != noun.head.i:
            oblique.append((frozenset({"par"}), noun.head))
        for child in noun.children:
            if child.dep_ == "acl" and child.lower_ in self.words["light"]:  # `des pourparlers organisés entre Paul et Jean`
                near = places(child, self.words["control"])
                oblique += [(before, other) for before, other in near.oblique if "entre" in before]
            if child.dep_ == "acl" and child.lower_ in small("sponsor"):
                oblique += [(frozenset({"par"}), other) for other in child.children if other.dep_ == "obl:agent"]
            if child.dep_ == "acl" and "Tense=Pres" in child.morph:
                led = "entre" if child.lower_ in self.words["facing"] else "contre"
                near = places(child, self.words["control"])
                oblique += [(before, other) for before, other in near.oblique if before & small("towards")]
                oblique += [(frozenset({led}), other) for other in near.object]
                oblique += [(frozenset({led}), other) for before, other in near.oblique if led == "entre" and "à" in before]
        return oblique

    def _past_place(self, noun: Token) -> list[Token]:
        """Whom the parser hung on the place between him and the noun (`l'arrestation à Lima de deux suspects`)."""
        by_token = self.cast.by_token
        spots = [child for child in noun.children if child.i in by_token and by_token[child.i].kind in ("place", "country")]
        below = [token for spot in spots for token in spot.children if token.i in by_token and "de" in prepositions(token)]
        return [token for token in below if by_token[token.i].kind in ("person", "group")]

    def _lent(self, noun: Token, support: Token, above: Places) -> tuple[tuple[Token, ...], Obliques]:
        """Who does it, the subject of the verb, and whom the verb makes another side: its object, or who undergoes it."""
        oblique: Obliques = []
        subject = [token for token in above.subject if not is_above(token, noun) and not _is_relative_to(token, noun)]
        if noun.dep_.startswith("obl") and support.lower_ in self.words["control"] and above.object and not is_dated(noun):
            oblique += [(frozenset({"à"}), token) for token in subject]
            subject = [token for token in above.object if not is_above(token, noun)]
        if support.lower_ in self.words["dealing"] and "de" in prepositions(noun) and not is_dated(noun):
            oblique += [(frozenset({"à"}), token) for token in above.object]  # `assure Paul de sa solidarité`
        if above.is_passive and noun.dep_.startswith("obl") and "à" in prepositions(noun):
            oblique += [(frozenset({"contre"}), token) for token in above.object]  # `soumise à un blocus`
        if undergone(noun) is not None:
            heads = surface_subject(support, self.words["control"])
            heads = [token for token in heads if not self.cast.is_topic(token)] or heads  # `Lomé : un juge victime de`
            return (), [*oblique, *((frozenset({"contre"}), token) for token in heads)]
        return tuple(subject), oblique

    def _can_talk(self, token: Token) -> bool:
        mention = self.cast.by_token.get(token.i)
        return mention is not None and mention.kind != "place"

    def _shared(self, noun: Token, support: Token, above: Places) -> Obliques:
        """The verb's complements that are the noun's as well."""
        own = {noun.i, *(token.i for token in noun.ancestors if token.i != support.i)}
        is_after = noun.i > support.i  # not `le rapatriement fait partie des promesses de Paul Durand`
        others = [(before, token) for before, token in above.oblique if token.i not in own]
        if noun.dep_.startswith("nsubj") and support.lower_ in self.words["arouse"]:  # `ce raid a valu un refus à Paul`
            others = [(before, token) for before, token in others if "à" not in before]
        oblique = [(before, token) for before, token in others if is_after or "de" not in before]
        if support.lower_ in self.words["offering"]:  # `a proposé des pourparlers à Lima`
            oblique += [(frozenset({"avec"}), token) for before, token in others if before == {"à"} and self._can_talk(token)]
        if support.lower_ in self.words["facing"]:
            under = [child for side in above.object for child in side.subtree if "à" in prepositions(child)]
            sides = [*above.object, *under[:1], *(token for before, token in above.oblique if "à" in before)]
            oblique += [(frozenset({"entre"}), token) for token in sides if token.i not in own]
        return oblique


def _above(noun: Token) -> Iterator[Token]:
    """The nouns whose complement a noun is, the nearest first."""
    while noun.dep_ == "nmod" and noun.head.i != noun.i:
        noun = noun.head
        yield noun


def _involved(noun: Token) -> Token | None:
    """The participle that says whose act a noun tells (`deux policiers impliqués dans le meurtre`)."""
    is_in = noun.dep_.startswith("obl") and "dans" in prepositions(noun)
    return noun.head if is_in and noun.head.lower_ in small("involved") else None


def _punished(noun: Token) -> Token | None:
    """The verb that says who was punished for what a noun tells (`condamné à vie pour le meurtre d'un garde`)."""
    is_for = noun.dep_.startswith("obl") and "pour" in prepositions(noun)
    return noun.head if is_for and noun.head.lower_ in small("convicted") else None


def _is_relative_to(token: Token, noun: Token) -> bool:
    """Whether a relative stands for the noun itself (`a dénoncé l'attaque qui a eu lieu lundi`)."""
    return token.pos_ == "PRON" and token.head.dep_ == "acl:relcl" and token.head.head.i == noun.i


def _is_active(verb: Token) -> bool:
    """Whether the noun that a participle or a relative clause stands by is what does it (`ayant frappé`, `qui ont frappé`)."""
    auxiliaries = {child.dep_ for child in verb.children if child.dep_.startswith("aux")}
    if verb.dep_ == "acl" and not auxiliaries and is_participle(verb):
        return False
    return "aux:pass" not in auxiliaries and not any(child.dep_ == "obj" and child.i < verb.i for child in verb.children)


def names_both(found: Places) -> bool:
    """Whether the phrases of a noun name both sides at once (`des combats entre les factions opposées à Paul`)."""
    return any("entre" in before for before, _ in found.oblique)
