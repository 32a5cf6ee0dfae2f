"""Which actors does a phrase stand for? From mentions, else from a country's adjective (`l'armée russe`)."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from depeche.lang.knowledge import country_of_adjective
from depeche.pipes.events.syntax import prepositions
from depeche.pipes.extensions import tokens_of
from depeche.record import Mention

DEEP = 3
"""How far below its head a phrase is searched for a party."""


@dataclass(frozen=True)
class Party:
    """An actor and the span that gave it."""

    actor: str
    start: int
    end: int
    kind: str


class Cast:
    """The mentions of a doc, by token; and the countries that its adjectives name."""

    def __init__(self, doc: Doc, containers: frozenset[str]) -> None:
        self.containers = containers
        self.countries: dict[str, str | None] = {actor.id: actor.country for actor in doc._.actors}
        self.by_token: dict[int, Mention] = {}
        for mention in sorted(doc._.mentions, key=lambda item: item.start - item.end):
            for token in tokens_of(doc, mention) or ():
                self.by_token[token.i] = mention

    def is_single(self, party: Party) -> bool:
        """Whether a party is one actor, not a mention of several or a plural."""
        mention = next((item for item in self.by_token.values() if item.start == party.start), None)
        return mention is None or mention.kind != "group"

    def country(self, actor: str) -> str | None:
        """The country of an actor; a country is its own."""
        return actor if len(actor) == 2 else self.countries.get(actor)

    def resolve(self, token: Token, depth: int = 0) -> list[Party]:
        """The parties of the phrase that this token heads, coordinated ones included, each once."""
        found: list[Party] = []
        for head in (token, *_conjuncts(token)):
            for party in self._one(head, depth):
                if all(party.actor != other.actor for other in found):
                    found.append(party)
        return found

    def _one(self, token: Token, depth: int) -> list[Party]:
        if depth > DEEP:
            return []
        if token.pos_ == "PRON" and token.lower_ in ("qui", "que", "qu'", "qu’", "dont", "lequel", "laquelle", "lesquels"):
            verb = token.head
            while verb.dep_ in ("xcomp", "conj", "ccomp", "aux:tense") and verb.head.i != verb.i:
                verb = verb.head
            return self.resolve(verb.head, depth + 1) if verb.dep_ == "acl:relcl" else []
        if parties := self._mentioned(token):
            return parties
        for child in token.children:
            if child.dep_ in ("appos", "flat:name", "flat") and (parties := self._mentioned(child)):
                return parties
        return self._below(token, depth)

    def _mentioned(self, token: Token) -> list[Party]:
        mention = self.by_token.get(token.i)
        if mention is None:
            return []
        names = (mention.actor,) if mention.actor else mention.members
        return [Party(name, mention.start, mention.end, mention.kind) for name in names]

    def _below(self, token: Token, depth: int) -> list[Party]:
        """The author before the possessor: `la répression par Berne`, `les efforts russes`, `les efforts de Berne`."""
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "PRON", "X"):
            return []
        for child in token.children:
            if child.dep_ in ("nmod", "obl:agent", "obl:arg", "obl:mod") and "par" in prepositions(child):
                return self.resolve(child, depth + 1)
        if parties := self.adjectives(token):
            return parties
        for child in token.children:
            if child.dep_.startswith(("nmod", "obl")) and prepositions(child) & {"de", "à"}:
                if parties := self.resolve(child, depth + 1):
                    return parties
        for child in token.children:
            if child.dep_ in ("acl", "acl:relcl") and (parties := self._in_clause(child, depth)):
                return parties
        return []

    def _in_clause(self, verb: Token, depth: int) -> list[Party]:
        for child in verb.children:
            if child.dep_ in ("obl:agent", "obj", "obl:arg", "obl:mod", "iobj") and child.pos_ != "PRON":
                if parties := self.resolve(child, depth + 2):
                    return parties
        return []

    def adjectives(self, token: Token) -> list[Party]:
        """The countries that the adjectives of a noun name (`l'invasion russe`)."""
        found = []
        for child in token.children:
            if child.dep_ in ("amod", "nmod", "conj", "appos", "acl") and child.pos_ in ("ADJ", "NOUN", "PROPN"):
                code = country_of(child)
                if code:
                    found.append(Party(code, child.idx, child.idx + len(child), "country"))
        return found

    def inside(self, token: Token, taken: set[str]) -> list[Party]:
        """The first party in the phrase or clause below a token that is not, and does not belong to, one of `taken`."""
        countries = {self.country(name) for name in taken} - {None}
        for other in list(token.subtree)[:30]:
            if other.pos_ == "ADJ" and other.dep_ == "amod":
                code = country_of(other)
                parties = [Party(code, other.idx, other.idx + len(other), "country")] if code else []
            elif other.i in self.by_token and other.pos_ != "DET":
                parties = self._mentioned(other) if other.pos_ != "PRON" else []
            else:
                continue
            if parties and not any(p.actor in taken or self.country(p.actor) in countries for p in parties):
                return [*parties, *(p for c in _conjuncts(other) for p in self._mentioned(c))]
        return []


def country_of(token: Token) -> str | None:
    """The country whose adjective a token is, written in lower case."""
    text = token.text
    return country_of_adjective(text) if text[:1].islower() else None


def _conjuncts(token: Token) -> list[Token]:
    found: list[Token] = []
    for child in token.children:
        if child.dep_ == "conj":
            found.extend((child, *_conjuncts(child)))
    return found
