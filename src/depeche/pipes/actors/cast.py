"""Who has appeared so far? The actors of one document, by id, by short name and by office."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from depeche.lang import knowledge
from depeche.record import Actor, Kind, Mention, Via

Gender = Literal["m", "f", ""]


def slug(name: str) -> str:
    """Which id has something of this name?

    >>> slug("Kassym-Jomart Tokaïev")
    'kassym-jomart-tokaiev'
    """
    plain = unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("Œ", "OE")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


class Cast:
    """The actors and mentions found so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.actors: dict[str, Actor] = {}
        self.mentions: list[Mention] = []
        self.surnames: dict[str, str] = {}
        self.offices: dict[tuple[str, str], str] = {}
        self.genders: dict[str, str] = {}

    def add(self, id: str, name: str, kind: Kind, country: str | None = None) -> str:
        """Make the actor known; the first name stands."""
        self.actors.setdefault(id, Actor(id=id, name=name, kind=kind, country=country))
        return id

    def country(self, code: str) -> str:
        """Make a country known."""
        return self.add(code, knowledge.country_name(code), "country", code)

    def person(self, name: str) -> str:
        """The person of this name: who was named in full with this surname, else a new one."""
        found = self.surnames.get(name) if " " not in name else None
        id = found or self.add(slug(name), name, "person")
        self.surnames.setdefault(name.split()[-1], id)
        return id

    def mention(self, start: int, end: int, via: Via, why: str, actor: str | None) -> None:
        """Note that the passage stands for the actor."""
        kind: Kind = self.actors[actor].kind if actor else "person"
        self.mentions.append(
            Mention(start=start, end=end, text=self.text[start:end], kind=kind, actor=actor, via=via, why=why)
        )
