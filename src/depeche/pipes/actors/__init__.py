"""Who acts, speaks or is acted on? Names, roles, nameless groups and pronouns, each resolved to an actor or to `None`."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from depeche.lang import FRENCH, Row, knowledge, read_table
from depeche.pipes import extensions
from depeche.pipes.actors.cast import Cast, slug
from depeche.record import Kind, Mention

__all__ = ["Actors", "mention_at", "mention_of_token", "slug"]

KINDS: dict[str, Kind] = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "group"}


def mention_at(doc: Doc, start: int, end: int) -> Mention | None:
    """Which mention overlaps these characters best? `None` where none does."""
    found = [item for item in doc._.mentions if item.start < end and item.end > start]
    return max(found, key=lambda item: _overlap(item, start, end), default=None)


def _overlap(item: Mention, start: int, end: int) -> float:
    return (min(item.end, end) - max(item.start, start)) / (max(item.end, end) - min(item.start, start))


def mention_of_token(doc: Doc, token: Token) -> Mention | None:
    """Which mention is this token in? The shortest that covers it, or `None`."""
    found = [item for item in doc._.mentions if item.start <= token.idx and token.idx + len(token) <= item.end]
    return min(found, key=lambda item: item.end - item.start, default=None)


@Language.factory("depeche_actors", assigns=["doc._.actors", "doc._.mentions"], default_config={"lexicon": None})
class Actors:
    """Write the layers `actors` and `mentions`.

    >>> import spacy
    >>> nlp = spacy.blank("fr")
    >>> _ = nlp.add_pipe("depeche_names"), nlp.add_pipe("depeche_actors")
    >>> doc = nlp("Le président russe est arrivé au Kazakhstan.")
    >>> [(mention.text, mention.actor) for mention in doc._.mentions]
    [('Le président russe', 'president-de-russie'), ('Kazakhstan', 'kz')]
    """

    def __init__(self, nlp: Language, name: str, lexicon: str | None) -> None:
        self.name = name
        self.offices = _rows("offices.tsv", ("form", "office", "gender"))
        self.nouns = _rows("actor_nouns.tsv", ("form", "kind", "state"))
        self.pronouns = _rows("pronouns.tsv", ("form", "gender", "number"))

    def __call__(self, doc: Doc) -> Doc:
        cast = Cast(doc.text)
        ents = {ent.start: ent for ent in doc.ents}
        i = 0
        while i < len(doc):
            i = self._name(doc, cast, ents[i]) if i in ents else self._other(doc, cast, i, ents)
        doc._.actors = tuple(cast.actors[id] for id in sorted(cast.actors))
        extensions.write(doc, "mentions", cast.mentions)
        return doc

    def _name(self, doc: Doc, cast: Cast, ent: Span) -> int:
        text = ent.text
        known = knowledge.named(text)
        seat = knowledge.country_of_seat(text) or (knowledge.country_of_capital(text) if _acts(ent) else None)
        people = knowledge.country_of_adjective(text)
        if known and known.kind == "country":
            cast.mention(ent.start_char, ent.end_char, "name", "country", cast.country(known.id))
        elif known:
            id = cast.add(known.id, known.name, "organisation" if known.kind == "organisation" else "group", known.country)
            cast.mention(ent.start_char, ent.end_char, "acronym" if known.via == "acronym" else "name", "organisation", id)
        elif seat:
            cast.mention(ent.start_char, ent.end_char, "metonymy", "metonymy", cast.country(seat))
        elif slug(text):
            kind = KINDS.get(ent.label_, "group")
            id = (
                cast.person(text)
                if kind == "person"
                else cast.add(slug(text), text, kind, knowledge.country_of_capital(text))
            )
            cast.mention(ent.start_char, ent.end_char, "demonym" if people else "name", "name", id)
        return ent.end

    def _other(self, doc: Doc, cast: Cast, i: int, ents: dict[int, Span]) -> int:
        token = doc[i]
        lower = token.lower_
        if lower in self.pronouns:
            self._pronoun(cast, token)
            return i + 1
        for size in (5, 4, 3, 2, 1):
            row = self.offices.get(doc[i : i + size].text.lower())
            if row:
                return self._role(doc, cast, i, min(i + size, len(doc)), row, ents)
        if lower in self.nouns:
            return self._noun(doc, cast, i, ents)
        return i + 1

    def _role(self, doc: Doc, cast: Cast, i: int, end: int, row: dict[str, str], ents: dict[int, Span]) -> int:
        end, code = _complement(doc, end, ents)
        if end in ents and ents[end].label_ == "PER":
            id = cast.person(ents[end].text)
            cast.offices[row["office"], code or ""] = id
            cast.offices[row["office"], ""] = id
            cast.genders[id] = row["gender"]
            return end
        key = (row["office"], code or "")
        holder = knowledge.holder_of(row["office"], code, doc._.published) if code else None
        if key in cast.offices:
            id = cast.offices[key]
        elif holder:
            id = cast.person(holder[0])
        else:
            base = slug(row["form"])
            id = cast.add(f"{base}-de-{slug(knowledge.country_name(code))}" if code else base, row["form"], "person", code)
        cast.offices.setdefault((row["office"], ""), id)
        cast.genders.setdefault(id, row["gender"])
        cast.mention(_begin(doc, i), doc[end - 1].idx + len(doc[end - 1]), "role", "role", id)
        return end

    def _noun(self, doc: Doc, cast: Cast, i: int, ents: dict[int, Span]) -> int:
        row = self.nouns[doc[i].lower_]
        end, code = _complement(doc, i + 1, ents)
        start, stop = _begin(doc, i), doc[end - 1].idx + len(doc[end - 1])
        kind: Any = row["kind"] if row["kind"] != "country" else "organisation"
        head = slug(doc[i:end].text)
        is_state = row["state"] and code
        id = cast.country(code) if is_state and code else cast.add(head, doc[i:end].text, kind, code)
        cast.mention(start, stop, "description", "noun", id)
        return end

    def _pronoun(self, cast: Cast, token: Token) -> None:
        row = self.pronouns[token.lower_]
        if token.dep_.startswith("expl") or (token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "y"):
            return
        kinds = ("person",) if row["number"] == "s" else ("group",)
        recent = [item for item in cast.mentions[-12:] if item.actor and item.kind in kinds]
        fits = [item for item in recent if cast.genders.get(item.actor or "", row["gender"]) == row["gender"]]
        if fits:
            cast.mention(token.idx, token.idx + len(token), "pronoun", "pronoun", fits[-1].actor)


def _rows(file: str, columns: tuple[str, ...]) -> dict[str, Row]:
    return {row["form"]: row for row in read_table(FRENCH / file, columns, key="form")}


def _acts(ent: Span) -> bool:
    """A capital stands for its government where it is no place: subject or agent of a verb."""
    return ent.root.dep_ in ("nsubj", "nsubj:pass", "obl:agent")


def _begin(doc: Doc, i: int) -> int:
    """Where the noun phrase of this token begins: its determiner and numbers before it."""
    begin = i
    while begin > 0 and i - begin < 3 and doc[begin - 1].pos_ in ("DET", "NUM", "ADJ") and not doc[begin - 1].is_space:
        begin -= 1
    return doc[begin].idx


def _complement(doc: Doc, end: int, ents: dict[int, Span]) -> tuple[int, str | None]:
    """Where the phrase ends after an adjective of country or `de` and a country, and that country."""
    if end < len(doc) and (code := knowledge.country_of_adjective(doc[end].text)):
        return end + 1, code
    for at in (end + 1, end + 2):
        between = doc[end:at]
        if at in ents and between[0].pos_ == "ADP" and all(token.pos_ in ("ADP", "DET") for token in between):
            found = knowledge.country_named(ents[at].text)
            if found:
                return ents[at].end, found
    return end, None
