"""Of which country is a party, where the layer of actors does not know? From the words of its own phrase and sentence."""

from __future__ import annotations

from collections.abc import Iterable

from depeche.lang.knowledge import country_named, country_of_adjective, country_of_capital
from depeche.pipes.columns import Columns
from depeche.pipes.events.peoples import people_of
from depeche.pipes.events.surface import opening
from depeche.record import Actor, Mention

BEFORE = 4
"""Tokens before a name that are searched for its title and adjective (`le Premier ministre serbe Zoran X`)."""

AFTER = 3
"""Tokens after a name that are searched for its adjectives."""

STOPS = frozenset({"DET", "VERB", "AUX", "PUNCT", "CCONJ", "PRON"})
"""What ends a title before a name."""


def origins(columns: Columns, codes: dict[int, str], civic: frozenset[str]) -> dict[str, str]:
    """The countries of actors that have none yet: their own adjective (`le président serbe Zoran X`), their demonym
    (`des Ghanéens`), else, for who governs, guards, judges or opposes a state, the one country of the sentence.

    Args:
        codes: the countries of the adjectives of the doc.
        civic: nouns of such parties (`président`, `police`, `opposition`).
    """
    doc = columns.doc
    around = Surroundings(columns, codes)
    known = {actor.id: actor for actor in doc._.actors}
    placed = [(mention, tokens) for mention in doc._.mentions if (tokens := columns.range_of(mention)) is not None]
    found: dict[str, str] = {}
    beside: dict[int, list[Mention]] = {}
    for mention, tokens in placed:
        beside.setdefault(columns.starts[tokens.start], []).append(mention)
    for mention, tokens in placed:
        actor = known.get(mention.actor or "")
        if actor is not None and actor.country is None and actor.id not in found:
            code = around.own(tokens, is_place=actor.kind == "place")
            if code:
                found[actor.id] = code
    for mention, tokens in placed:
        actor = known.get(mention.actor or "")
        if actor is None or actor.country or actor.kind in ("place", "country") or actor.id in found:
            continue
        fellows = beside[columns.starts[tokens.start]]
        inner = [
            known[other.actor]
            for other in fellows
            if other.actor and other.actor != mention.actor and mention.start <= other.start < mention.end
        ]
        if code := next((other.country for other in inner if other.country), None):
            found[actor.id] = code
        elif not any(other.kind == "organisation" for other in inner) and around.is_civic(tokens, civic):
            told = around.told(tokens.start) | set(_countries(fellows, known, found))
            if len(told) == 1:
                found[actor.id] = min(told)
    return found


def with_countries(actors: Iterable[Actor], found: dict[str, str]) -> tuple[Actor, ...]:
    """The actors, with these countries."""
    return tuple(actor.model_copy(update={"country": found[actor.id]}) if actor.id in found else actor for actor in actors)


class Surroundings:
    """The words in and around the mentions of a doc."""

    def __init__(self, columns: Columns, codes: dict[int, str]) -> None:
        self.columns = columns
        self.codes = codes

    def own(self, tokens: range, *, is_place: bool) -> str | None:
        """The country that the words of a mention, and those right around it, say it is of."""
        if len(tokens) == 1 and (code := country_of_adjective(self.columns.texts[tokens.start])):
            return code
        if is_place:
            return None
        if code := self._of_country(tokens.stop):
            return code
        own = None
        if not self.codes.keys().isdisjoint(range(tokens.start - BEFORE - 1, tokens.stop + AFTER)):
            around = (*tokens, *self._adjectives_after(tokens), *self._title_before(tokens), *self._role_before(tokens))
            own = next((self.codes[i] for i in around if i in self.codes), None)
        return own or next((code for i in tokens if (code := people_of(self.columns, i))), None)

    def _of_country(self, end: int) -> str | None:
        """The country that `de` brings in right after a name: `le roi Hassan II du Maroc`."""
        pos, texts = self.columns.pos, self.columns.texts
        if pos[end : end + 1] != ["ADP"] or end + 1 == len(pos) or opening(self.columns, end + 1) != "de":
            return None
        after = range(end + 1, min(end + 3, len(pos)))
        return next((code for i in after if pos[i] == "PROPN" and (code := country_named(texts[i]))), None)

    def _adjectives_after(self, tokens: range) -> list[int]:
        found = []
        for i in range(tokens.stop, min(tokens.stop + AFTER, self.columns.ends[tokens.start])):
            if self.columns.pos[i] != "ADJ" and i not in self.codes:
                break
            found.append(i)
        return found

    def _role_before(self, tokens: range) -> list[int]:
        """The last word of a role set off before a name: `le guide religieux iranien, l'ayatollah Khomeiny`."""
        at, first = tokens.start - 1, self.columns.starts[tokens.start]
        while at > first and self.columns.pos[at] in ("DET", "NOUN") and at > tokens.start - BEFORE:
            at -= 1
        return [at - 1] if at > first and self.columns.lower[at] == "," else []

    def _title_before(self, tokens: range) -> list[int]:
        """The words of the title before a name: its noun and adjectives, up to a determiner, a verb or a comma."""
        found = []
        first = self.columns.starts[tokens.start]
        for i in range(tokens.start - 1, max(first - 1, tokens.start - 1 - BEFORE), -1):
            if self.columns.pos[i] in STOPS:
                break
            found.append(i)
        return found

    def is_civic(self, tokens: range, civic: frozenset[str]) -> bool:
        """Whether a mention or its title is of who governs, guards, judges or opposes a state."""
        lower, pos = self.columns.lower, self.columns.pos
        words = (*tokens, *self._title_before(tokens))
        return any(lower[i] in civic and (i == 0 or pos[i - 1] != "NOUN") for i in words)

    def told(self, i: int) -> set[str]:
        """Every country of which the sentence of a token has an adjective."""
        sentence = range(self.columns.starts[i], self.columns.ends[i])
        return {self.codes[other] for other in sentence if other in self.codes}


def _countries(mentions: Iterable[Mention], known: dict[str, Actor], found: dict[str, str]) -> Iterable[str]:
    """The countries that the mentions of a sentence name, by name, city or actor."""
    for mention in mentions:
        if mention.actor:
            actor = known[mention.actor]
            code = actor.id if actor.kind == "country" else actor.country or found.get(actor.id)
            if code or (code := country_of_capital(actor.name)):
                yield code
