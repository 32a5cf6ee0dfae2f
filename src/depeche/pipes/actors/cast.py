"""Who has appeared so far? The actors of one document, their names, genders and offices, and who was named when."""

from __future__ import annotations

from typing import NamedTuple

from depeche.lang import knowledge
from depeche.lang.knowledge import slug
from depeche.record import Actor, Kind, Mention, Via

__all__ = ["Cast", "Entry", "slug"]


MEMORY = 120
"""Mentions back that anything is looked for."""


class Entry(NamedTuple):
    """That somebody was mentioned: where, and what a later pronoun asks. `members` where it was several."""

    token: int
    sentence: int
    actor: str | None
    kind: Kind
    gender: str
    number: str
    is_subject: bool
    is_inner: bool
    is_quoted: bool
    form: str = ""
    members: tuple[str, ...] = ()


class Cast:
    """The actors and mentions found so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.actors: dict[str, Actor] = {}
        self.mentions: list[Mention] = []
        self.clitics: list[Mention] = []
        self.entries: list[Entry] = []
        self.aliases: dict[str, str] = {}
        self.firsts: dict[str, str] = {}
        self.fullnames: dict[str, str] = {}
        self.titles: dict[str, tuple[str, Kind, str | None]] = {}
        self.offices: dict[tuple[str, str], str] = {}
        self.held: dict[str, list[str]] = {}
        self.called: dict[str, set[str]] = {}
        """What adjectives have said of the persons' offices."""
        self.former: set[str] = set()
        """Persons whom the text calls former in their office."""
        self.genders: dict[str, str] = {}
        self.counts: dict[str, str] = {}
        """How many the first ones of a kind were said to be."""
        self.topic: str | None = None

    def recent(self) -> list[Entry]:
        """The last mentions, as many as are searched: reading stays linear."""
        return self.entries[-MEMORY:]

    def add(self, id: str, name: str, kind: Kind, country: str | None = None) -> str:
        """Make the actor known; the first name stands, a country is learnt once."""
        known = self.actors.get(id)
        if known is None:
            self.actors[id] = Actor(id=id, name=name, kind=kind, country=country, wikidata=knowledge.wikidata_of(id))
        elif country and known.country is None and known.kind != "country":
            self.actors[id] = known.model_copy(update={"country": country})
        return id

    def country(self, code: str) -> str:
        """Make a country known."""
        return self.add(code, knowledge.country_name(code), "country", code)

    def hold(self, person: str, office: str, place: str, gender: str) -> None:
        """Note that a person has an office of a country or organisation (`""` where none is said)."""
        self.offices.setdefault((office, place), person)
        if person not in self.held.setdefault(office, []):
            self.held[office].append(person)
        if gender:
            self.genders.setdefault(person, gender)

    def mention(
        self,
        span: tuple[int, int],
        via: Via,
        why: str,
        actor: str | None,
        *,
        kind: Kind | None = None,
        members: tuple[str, ...] = (),
    ) -> None:
        """Note that the passage stands for the actor."""
        start, end = span
        kind = self.actors[actor].kind if actor else kind or "person"
        self.mentions.append(
            Mention(start=start, end=end, text=self.text[start:end], kind=kind, actor=actor, via=via, why=why, members=members)
        )
