"""Which actors does a phrase stand for? From mentions, else from a country's adjective (`l'armée russe`)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from depeche.lang.knowledge import countries
from depeche.pipes.columns import Columns
from depeche.pipes.events.antecedents import agreeing, bound, named_before
from depeche.pipes.events.apposed import is_stressed, named_by
from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import prepositions
from depeche.pipes.events.lists import Lists, Party, unique
from depeche.pipes.events.makers import maker
from depeche.pipes.events.participles import is_participle
from depeche.pipes.events.peoples import adjectives_of, as_country, as_party, country_against, people_of
from depeche.pipes.events.phrases import conjuncts, follows, leads_to
from depeche.pipes.events.qualities import is_of_kind, is_quality, names_after
from depeche.pipes.events.said import Said, passages
from depeche.pipes.events.subjects import is_plural
from depeche.pipes.names.edges import titles
from depeche.pipes.tree import Token
from depeche.record import Mention, Statement

__all__ = ["Cast", "Party", "Phrases"]

SMALL = ("ADP", "DET")
FAR = 9
"""Tokens within which the name of who has a title follows it."""

DEEP = 3
"""How far below its head a phrase is searched for a party."""

OPENING = ("«", '"', "“")
NOWHERE: frozenset[int] = frozenset()
NEXT = 3
"""Tokens within which a relative follows the noun that it takes up."""


Phrases = tuple[list[tuple[int, str | None]], int]
"""Tokens that begin a phrase after a word, each with its preposition; and the token of the first mark of punctuation."""


class Cast:
    """The mentions of a doc, by token; and the countries that its adjectives name."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.doc = columns.tokens
        doc = columns.doc
        self.countries: dict[str, str | None] = {actor.id: actor.country for actor in doc._.actors}
        self.codes = adjectives_of(columns)
        self.by_token: dict[int, Mention] = {}
        self.starts: dict[int, Mention] = {}
        self.ends: dict[int, int] = {}
        self.lists = Lists(columns, self.starts, self.ends)
        self.phrases: dict[tuple[int, bool], Phrases] = {}
        self.authors: set[int] = set()
        self.roles = [mention for mention in doc._.mentions if mention.via == "role" and mention.actor]
        for mention in sorted(map(as_country, doc._.mentions), key=lambda item: item.start - item.end):
            tokens = columns.range_of(mention)
            if tokens is None:
                continue
            self.starts[tokens.start] = mention
            self.ends[mention.start] = tokens.stop
            self.by_token.update(dict.fromkeys(tokens, mention))
        for mention in doc._.clitics:
            tokens = columns.range_of(mention)
            if tokens is not None and tokens.start not in self.by_token:
                self.by_token[tokens.start] = mention
                self.ends[mention.start] = tokens.stop

    @cached_property
    def begins(self) -> list[int]:
        """The tokens where a mention or a country's adjective begins."""
        return sorted({*self.starts, *self.codes})

    def said_of(self, heads: Iterable[Token]) -> frozenset[str]:
        """The words of these phrases: of the head, and of the mention that it stands in (`quatre cents soldats`)."""
        found = {head.lower_ for head in heads}
        for head in heads:
            found.update(child.lower_ for child in head.children if is_of_kind(child))  # `un groupe de grévistes`
            mention = self.by_token.get(head.i)
            tokens = self.columns.range_of(mention) if mention is not None and mention.via == "description" else None
            found.update(self.columns.lower[i] for i in tokens or ())
            if mention is not None and mention.via == "pronoun":  # `L'armée recule. Elle a été chassée de Goma.`
                found.update(self.names.get(mention.actor or "", ()))
        return frozenset(found)

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """The words of the names of the actors of the doc."""
        return {actor.id: actor.name.lower().split() for actor in self.columns.doc._.actors}

    def is_single(self, party: Party) -> bool:
        """Whether a party is one actor, not a mention of several or a plural."""
        return party.kind != "group"

    @cached_property
    def said(self) -> dict[int, list[Said]]:
        """The passages that somebody is reported to say, by each token in them."""
        return passages(self.columns)

    def statement_of(self, token: Token) -> Statement | None:
        """The innermost statement that holds a token."""
        around = [one.statement for one in self.said.get(token.i, ())]
        return min(around, key=lambda item: item.end - item.start, default=None)

    def outside(self, token: Token) -> frozenset[int]:
        """The tokens that say who says what the token stands in: no party to what is said."""
        around = self.said.get(token.i)
        return frozenset().union(*[one.outside for one in around]) if around else NOWHERE

    def said_until(self, token: Token) -> int:
        """Where the words end that somebody is reported to say at a token, in characters; else the end of the text."""
        return min([one.end for one in self.said.get(token.i, ())], default=len(self.columns.text))

    def is_topic(self, token: Token) -> bool:
        """Whether a word only heads a title: `Syrie : Israël menace`."""
        mention = self.by_token.get(token.i)
        at = self.ends[mention.start] if mention is not None else token.i + 1
        if at >= len(self.doc) or self.columns.texts[at] != ":":
            return False
        first = self.columns.starts[token.i]
        opened = next((i for i in self.columns.before(token.i, 4) if self.columns.texts[i] in OPENING), None)
        return self.starts.get(first) is mention or (opened is not None and self.starts.get(opened + 1) is mention is not None)

    def country(self, actor: str) -> str | None:
        """The country of an actor; a country is its own."""
        return actor if actor in countries() else self.countries.get(actor)

    def resolve(self, token: Token, depth: int = 0) -> list[Party]:
        """The parties of the phrase that this token heads, coordinated ones included, each once."""
        found: list[Party] = []
        for head in (token, *(other for other in conjuncts(token) if not _is_told_apart(other))):
            for party in self._one(head, depth):
                if all(party.actor != other.actor for other in found):
                    found.append(party)
        if found and depth == 0 and found[-1].kind in ("group", "organisation"):
            found += [party for party in self.lists.included(found[-1]) if all(party.actor != other.actor for other in found)]
        if found and depth == 0:
            known = {party.actor for party in found}
            listed = self.lists.after(found[0])
            if known <= {found[0].actor, *(party.actor for party in listed)}:
                found += [party for party in listed if party.actor not in known]
                if len(listed) > 1 and token.i in self.by_token and self.by_token[token.i].via == "pronoun":
                    return listed  # `Ces derniers, le Parti A et le Parti B, ...`
        return found

    def _one(self, token: Token, depth: int) -> list[Party]:
        if depth > DEEP:
            return []
        if token.pos_ == "PRON" and token.lower_ in small("relative"):
            return self._antecedent(token, depth)
        if is_stressed(token):
            return self._one(token.nbor(-2), depth)
        if token.pos_ == "NUM" and token.i > 0 and token.nbor(-1).lower_ == "dont":  # `des juges, dont trois ont été arrêtés`
            return self._antecedent(token.nbor(-1), depth)
        if parties := self.mentioned(token):
            is_bare = parties[0].kind == "place" and self.country(parties[0].actor) is None
            named = unique(self._named_below(token)) if parties[0].kind == "group" else []
            return (self.adjectives(token) if is_bare else []) or (named if len(named) > 1 else parties)
        if token.pos_ == "PRON":
            if token.lower_ in small("relative") or token.i + 1 == len(self.doc):
                return []
            owners = self._owners(token, depth)
            return self._set_off(owners[-1:]) or owners
        if code := people_of(self.columns, token.i):  # `l'Américain Paul Durand`
            return self._person_at(token.i + 1) or [as_party(code, token.i, self.columns)]
        if token.lower_ in titles() and (parties := self.titled(token)):
            return parties
        if token.pos_ == "ADV":  # `deux morts et plus de dix blessés`
            counted = (child for child in token.children if "de" in prepositions(child))
            return [party for child in counted for party in self.resolve(child, depth + 1)]  # `plus de 60 % des Français`
        for child in token.children:
            if child.left_edge.text == "(":
                continue  # `un comité d'élus (Lomé)`
            is_name = child.dep_ in ("appos", "flat:name", "flat") or (child.pos_ == "PROPN" and child.i == token.i + 1)
            is_name = is_name or (child.dep_ == "amod" and bool(self.named_at(child.i)))  # `la société Durand`
            if is_name and (parties := self.mentioned(child)):
                return [*parties, *(party for other in conjuncts(child) for party in self.mentioned(other))]
        return (self._beside(token) if token.dep_ == "appos" else []) or self._below(token, depth)

    def _antecedent(self, token: Token, depth: int) -> list[Party]:
        """What a relative stands for; for a thing that somebody makes (`un plan qui interdit`), who makes it."""
        verb = token.head
        while verb.dep_ in ("xcomp", "conj", "ccomp", "aux:tense") and verb.head.i != verb.i:
            verb = verb.head
        if verb.dep_ == "acl:relcl":
            head = agreeing(bound(named_before(token, verb.head, self.by_token, self.roles)), token, self.by_token)
            if is_plural(verb) and "Number=Plur" not in head.morph and len(listed := self._listed(head)) > 1:
                return listed  # `Lima et Quito, qui ont rompu`
            found = self.mentioned(head) or self.titled(head) or self._named_below(head) or self.adjectives(head)
            if parties := found or self._owners(head, depth) or self._beside(head):
                return parties
            if head.dep_ == "obj":
                subjects = [child for child in head.head.children if child.dep_ == "nsubj"]
                return [party for child in subjects for party in self.resolve(child, depth + 1)]
            if head.i in range(token.i - NEXT, token.i):
                return []
        for i in range(token.i - 1, max(self.columns.starts[token.i], token.i - 5) - 1, -1):
            if i in self.by_token:
                return self.mentioned(token.doc[i])
        return []

    def _listed(self, head: Token) -> list[Party]:
        """Whom a list names that begins with a name."""
        mention = self.by_token.get(head.i)
        first = self.mentioned(head) if mention is not None and mention.via in ("name", "acronym", "metonymy") else []
        found = [*first, *(party for other in conjuncts(head) for party in self.mentioned(other))]
        return unique([*found, *self.lists.after(first[0])]) if first else []

    def _beside(self, noun: Token) -> list[Party]:
        """Whom a noun without a name of its own stands beside: `le Kazakhstan, un pays isolé qui exporte`."""
        at = noun.left_edge.i - 1
        is_apart = at > 0 and noun.doc[at].text == "," and noun.doc[at + 1].pos_ == "DET"
        name = noun.head if noun.dep_ == "appos" else noun.doc[at - 1] if is_apart else None
        return [] if name is None else self.mentioned(name)

    def mentioned(self, token: Token) -> list[Party]:
        mention = self.by_token.get(token.i)
        if mention is None or (mention.via == "pronoun" and mention.actor is None and not mention.members):
            return []
        mention = named_by(mention, self.columns, self.starts, self.ends[mention.start])
        if len(codes := self._joint(mention)) > 1:
            return codes
        names = (mention.actor,) if mention.actor else mention.members
        kind = "group" if mention.members else mention.kind
        return [Party(name, mention.start, mention.end, kind) for name in names]

    def _named_below(self, token: Token) -> list[Party]:
        """Whose names tell who a group is: `deux hommes, Ama Koffi et Kofi Adjo,`, `des députés comme X et Y`."""
        found: list[Party] = []
        for child in token.children:
            if child.dep_ in ("appos", "conj"):
                found += [party for party in self.named_at(child.i) if party.kind == "person"]
                found += self._named_below(child)
            elif prepositions(child) & small("example"):
                found += self.resolve(child)
            elif child.lower_ in small("named"):
                found += [party for name in names_after(child) for party in self.resolve(name) if party.kind == "person"]
        return found

    def _joint(self, mention: Mention) -> list[Party]:
        """The countries of a group of several (`les forces américaines et britanniques`), which is no actor of its own."""
        tokens = self.columns.range_of(mention) if mention.via == "description" else None
        if tokens is None or small("joint").isdisjoint(self.columns.lower[tokens.start : tokens.stop]):
            return []
        found: list[Party] = []
        for i in tokens:
            code = self.codes.get(i)
            if code and (not found or follows(self.doc[i])) and all(code != party.actor for party in found):
                found.append(as_party(code, i, self.columns))
        return found

    def is_named_again(self, comma: int) -> bool:
        """Whether a comma opens or closes the name of whom a role named before it (`le président ghanéen, John Mahama,`)."""
        after, tokens = self.starts.get(comma + 1), self.columns.tokens
        before = self.by_token.get(comma - 1)
        if after is not None and before is not None and after.actor and after.actor == before.actor:
            return True
        first = self.columns.range_of(before) if before is not None and before.via == "name" else None
        if first is None or first.start < 2 or tokens[first.start - 1].text != ",":
            return False
        role = self.by_token.get(first.start - 2)
        return role is not None and before is not None and role.actor is not None and role.actor == before.actor

    def _below(self, token: Token, depth: int) -> list[Party]:
        """The author before the possessor: `la répression par Berne`, `les efforts russes`, `les efforts de Berne`."""
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "PRON", "X"):
            return []
        for child in token.children:
            is_author = child.dep_ in ("nmod", "obl:agent", "obl:arg", "obl:mod") and "par" in prepositions(child)
            if is_author and child.i not in self.authors:
                return self.resolve(child, depth + 1)
        examples = (child for child in token.children if prepositions(child) & small("example"))
        if parties := self.titled(token) or next((self.resolve(child, depth + 1) for child in examples), self.adjectives(token)):
            return parties
        if token.lower_ in small("servant") and not is_quality(token):
            return []
        if parties := self._owners(token, depth):
            return parties
        for child in token.children:
            is_apart = child.dep_ == "acl:relcl" and any(word.text == "," for word in (*child.children, child.left_edge.nbor(-1)))
            if child.dep_.startswith("acl") and not is_apart and (parties := self._in_clause(child, depth)):
                return parties
        return maker(token, self)

    def titled(self, token: Token) -> list[Party]:
        """The person whose name follows a title with its adjective and complement: `son homologue kazakh Kassym-Jomart Tokaïev`,
        `le ministre de la Défense Ama Koffi`."""
        is_noun = token.pos_ == "NOUN" or (token.lower_ in titles() and any(child.dep_ == "det" for child in token.children))
        if not is_noun or ("Number=Plur" in token.morph and token.lower_ not in titles()):
            return []  # `des chars Abrams`
        between = ("ADJ", "ADP", "DET", "NOUN", "PROPN") if token.lower_ in titles() else ("ADJ",)
        for at in range(token.i + 1, min(token.i + FAR, len(self.doc))):
            mention = self.starts.get(at)
            is_name = mention is not None and mention.via == "name" and mention.kind == "person"
            if is_name and self.columns.pos[at - 1] not in SMALL:
                return self.mentioned(self.doc[at]) if at == token.i + 1 or self.columns.lower[at - 1] not in titles() else []
            is_inside = at in self.by_token and len(between) > 1
            if not is_inside and at not in self.codes and (self.columns.pos[at] not in between or at in self.starts):
                break
        return []

    def owners(self, token: Token) -> list[Party]:
        """Whose a thing is: `le sommet de la CEDEAO`."""
        return self._owners(token, 1)

    def _owners(self, token: Token, depth: int) -> list[Party]:
        for child in token.children:
            if child.dep_ == "nmod" and child.lower_ == "dont" and child.nbor(-1).text == ",":  # `la Monuc, dont les chars`
                near = (i for i in range(child.i - 2, max(child.i - NEXT - 2, -1), -1) if i in self.by_token)
                return [party for i in near for party in self.mentioned(token.doc[i])][:1]
            is_owner = child.dep_.startswith(("nmod", "obl")) and prepositions(child) & {"de", "à"}
            if is_owner and (parties := self.resolve(child, depth + 1)):
                return self._named_next(parties[-1]) or parties
        return []

    def _set_off(self, owners: list[Party]) -> list[Party]:
        """The name that commas set off after whose one is (`celui de la Commission, Paul Durand,`)."""
        at = self.ends.get(owners[0].start, 0) if owners else 0
        is_apart = at > 0 and self.columns.texts[at : at + 1] == [","] and at + 1 in self.starts
        return self._person_at(at + 1) if is_apart else []

    def _person_at(self, i: int) -> list[Party]:
        return [party for party in self.named_at(i) if party.kind == "person"]

    def _named_next(self, owner: Party) -> list[Party]:
        """The name that a role has after the name of whose it is (`le ministre de Paul Durand Ama Koffi`)."""
        mention = self.starts.get(self.ends.get(owner.start, -1)) if owner.kind == "person" else None
        is_name = mention is not None and mention.via == "name" and mention.kind == "person" and mention.actor
        return [Party(mention.actor, mention.start, mention.end, mention.kind)] if mention and is_name and mention.actor else []

    def _in_clause(self, verb: Token, depth: int) -> list[Party]:
        """Who stands in a clause of a noun (`un plan visant la Russie`), not in what somebody is accused of."""
        for child in verb.children:
            is_core = child.dep_ in ("obl:agent", "obj", "obl:arg", "obl:mod", "iobj") and child.pos_ != "PRON"
            is_charge = child.dep_ == "obl:arg" and "Tense=Past" in verb.morph and "de" in prepositions(child)
            if is_core and not is_charge and (parties := self.resolve(child, depth + 2)):
                is_spot = prepositions(child) & small("where") and all(party.kind in ("place", "country") for party in parties)
                if not is_spot:  # `un homme tué à Lomé`
                    return parties
        return []

    def named_at(self, i: int) -> list[Party]:
        """The party of the mention at this token, if a name gives it."""
        mention = self.by_token.get(i)
        return self.mentioned(self.doc[i]) if mention is not None and mention.via in ("name", "acronym") else []

    def body_at(self, i: int) -> list[Party]:
        """The known organisation that a word stands for (`a quitté l'organisation`)."""
        mention = self.by_token.get(i)
        is_body = mention is not None and mention.kind == "organisation" and mention.via != "pronoun"
        return self.mentioned(self.doc[i]) if is_body else []

    def adjectives(self, token: Token) -> list[Party]:
        """The countries that the adjectives of a noun name (`l'invasion russe`, `les navires français et égyptiens`)."""
        found: list[Party] = []
        near = range(token.i + 1, min(token.i + 7, len(token.doc)))
        if self.codes.keys().isdisjoint(near):
            return found
        for i in near:
            word, code = token.doc[i], self.codes.get(i)
            if code is None and self.columns.pos[i] in ("VERB", "AUX", "PRON", "SCONJ", "PUNCT"):
                break
            if i in self.starts or (found and not follows(word)) or self._is_anothers(i, token):
                continue
            if code and (word.head.i == token.i or found or leads_to(word, token)):
                found.append(as_party(code, i, self.columns))
        return found

    def opposed(self, noun: Token) -> list[Party]:
        """The countries that the adjectives of a noun say it is against (`une marche anti-américaine`)."""
        against = ((child.i, country_against(child.text)) for child in noun.children if child.dep_ == "amod")
        return [as_party(code, i, self.columns) for i, code in against if code]

    def _is_anothers(self, i: int, noun: Token) -> bool:
        """Whether an adjective belongs to somebody who stands after a noun (`un bus de touristes coréens`)."""
        mention = self.by_token.get(i)
        tokens = self.columns.range_of(mention) if mention is not None and mention.via == "description" else None
        return tokens is not None and tokens.start > noun.i


def _is_told_apart(other: Token) -> bool:
    """Whether the second of two agents is of a telling of its own (`visé par des tirs et un imam tué`)."""
    is_done = any(child.dep_ == "acl" and is_participle(child) and child.i == other.i + 1 for child in other.children)
    is_last = other.i + 2 >= len(other.doc) or other.nbor(2).pos_ in ("SPACE", "PUNCT")
    return is_done and is_last and other.head.dep_ == "obl:agent"
