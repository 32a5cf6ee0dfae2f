"""Which actor has a name? Full and short names, acronyms and what they stand for, seats of power, countries and places."""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.tokens import Span, Token

from depeche.lang import knowledge
from depeche.pipes.actors.cast import Cast, slug
from depeche.pipes.actors.metonymy import is_government
from depeche.pipes.actors.page import Page, Spot
from depeche.pipes.names.parting import INITIAL
from depeche.pipes.names.patterns import is_road
from depeche.record import Kind, Via

KINDS: dict[str, Kind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
ACRONYM = re.compile(r"[A-ZÉ][A-ZÉa-z.\-]*[A-ZÉ][A-Za-z.\-]*\d*|[A-ZÉ]\d{1,3}")
BRUSSELS = ("be", "union-europeenne")
"""A capital that stands for another actor than its country's government."""


def learn(page: Page, cast: Cast) -> None:
    """Read the names of the whole document once: who is named in full, which acronym stands for what, what it is about."""
    ents = [page.names[i] for i in sorted(page.names)]
    for ent in ents:
        if ent.label_ == "PER" and " " in ent.text.strip():
            _learn_person(page, cast, ent)
    for before, after in pairwise(ents):
        if page.word(before.end) == "(" and after.start == before.end + 1 and page.word(after.end) == ")":
            _learn_acronym(cast, before, after)
    head = [ent for ent in ents if ent.end < 12 and page.word(ent.end) == ":" and ent.start <= 1]
    for ent in head[:1]:
        known = _known(ent.text)
        cast.topic = known.id if known and known.kind == "country" else None


def _learn_person(page: Page, cast: Cast, ent: Span) -> None:
    words = knowledge.plain(ent.text).split()
    if INITIAL.fullmatch(words[0]) and knowledge.named(ent.text) is None:
        return  # `A. Coulibaly` may be the one named in full
    known = knowledge.named(ent.text)
    is_known = known is not None and known.kind == "person"
    person = known.id if known and is_known else slug(ent.text)
    cast.fullnames.setdefault(person, known.name if known and is_known else knowledge.plain(ent.text))
    if known and is_known and known.gender:
        cast.genders.setdefault(person, known.gender)
    if gender := page.lexicon.first_names.get(words[0]) or page.lexicon.first_names.get(words[0].split("-")[0]):
        cast.genders.setdefault(person, gender)
    for k in range(1, len(words)):
        short = " ".join(words[k:])
        code = knowledge.country_named(short)
        if not code or knowledge.country_name(code) != short:  # `France` is not short for `Anatole France`
            cast.aliases.setdefault(short, person)
    if "-" in words[-1] and words[-1][0].islower():
        cast.aliases.setdefault(words[-1].split("-", 1)[1], person)
    if words[0] not in page.lexicon.first_names:
        cast.firsts.setdefault(words[0], person)


def _learn_acronym(cast: Cast, before: Span, after: Span) -> None:
    """`Expansion (ACRONYM)` and `ACRONYM (Expansion)`: one actor, called by the acronym unless the tables know it."""
    short, long = (after, before) if len(after.text) < len(before.text) else (before, after)
    is_place = after.label_ == "LOC" and (before.label_ == "LOC" or not after.text.isupper())  # `Bellac (Haute-Vienne)`
    if not _is_acronym(short, long) or before.label_ == "PER" or is_place:
        return
    if short is before and short.start == short.sent.start and knowledge.plain(long.text)[0] != knowledge.plain(short.text)[0]:
        return  # a dateline (`NIAMEY (Sahel Presse)`)
    known = _known(short.text)
    is_land = known is not None and known.kind == "country" and knowledge.country_named(long.text) != known.id
    known = known if known and not is_land and _share_word(known.name, long.text) else _known(long.text)
    id = known.id if known else slug(short.text)
    name = known.name if known else long.text
    kind: Kind = "organisation" if known is None or known.kind != "group" else "group"
    cast.genders.setdefault(id, gender_of_word(long[0]))
    for ent in (short, long):
        cast.aliases.setdefault(knowledge.plain(ent.text), id)
    cast.titles[id] = (name, kind, known.country if known else None)


def _is_acronym(short: Span, long: Span) -> bool:
    """`UFW`, and a word whose letters are those of the long name, in order (`Minusca`)."""
    if " " in short.text or ACRONYM.fullmatch(short.text):
        return " " not in short.text
    letters = iter(slug(long.text))
    is_spelt = all(letter in letters for letter in slug(short.text))  # each is looked for after the one before
    return is_spelt and short.label_ == long.label_ == "ORG" and short.text[0] == long.text[0].upper() and len(long) > 2


def _share_word(name: str, long: str) -> bool:
    """Whether what an acronym stands for here has a word of what the tables say, or they say nothing."""
    ours, theirs = ({word for word in slug(text).split("-") if len(word) > 3} for text in (name, long))
    return " " not in name or bool(ours & theirs)


def _known(text: str) -> knowledge.Known | None:
    found = knowledge.named(text)
    if found is None and text.isupper() and len(text) > 3:
        found = knowledge.named(text.capitalize()) or knowledge.named(text.title())
    if found is None and text.startswith(("La ", "Le ", "Les ")):
        found = knowledge.named(text.split(" ", 1)[1])
    return found


def resolve(page: Page, cast: Cast, spot: Spot) -> str | None:
    """The actor of a name, with its mention; `None` for a name that is no actor."""
    ent = page.names[spot.head]
    text = knowledge.plain(ent.text)
    known, via = _known(text), "name"
    if known and known.kind == "country" and spot.start < spot.head:  # `le président Hollande`
        known = knowledge.named(page.doc[spot.start : spot.end].text) or known
        cast.aliases.update({text: known.id} if known.kind == "person" else {})
    if ent.label_ == "LOC" and is_road(text):
        return None
    if ent.label_ == "PER" and (wide := _family(page, cast, spot)):
        spot = wide
        name = page.doc[spot.start : spot.end].text
        id = cast.add(slug(name), name, "group")
    elif ent.label_ == "LOC" and (wide := _geographic(page, spot)):
        spot = wide
        name = page.doc[spot.start : spot.end].text
        id = cast.add(slug(name), name, "place")
    elif text in cast.aliases and not (known and known.kind == "person"):
        id = _alias(page, cast, text)
        is_short = (ACRONYM.fullmatch(text) and " " not in text) or (known is not None and known.via == "acronym")
        via = "acronym" if is_short and cast.actors[id].kind != "person" else "name"
    elif known and known.kind == "country":
        id = cast.country(known.id)
    elif seat := knowledge.country_of_seat(text):
        id, via = _seat(page, cast, spot, seat)
    elif known and known.kind == "person":
        id = cast.add(known.id, known.name, "person", known.country)
        cast.genders.setdefault(id, known.gender or "")
    elif known:
        kind: Kind = "group" if known.kind == "group" else "place" if known.kind == "place" else "organisation"
        id, via = cast.add(known.id, known.name, kind, known.country), known.via
    elif (code := knowledge.country_of_capital(text)) and ent.label_ != "PER":
        id, via = _capital(page, cast, ent, code)
    elif ent.label_ in KINDS and slug(text):
        place = knowledge.place_named(text) if ent.label_ == "LOC" else None
        country = place.country if place else None
        id = person(page, cast, text) if ent.label_ == "PER" else cast.add(slug(text), text, KINDS[ent.label_], country)
    else:
        return None
    learn_gender(page, cast, spot, id)
    cast.mention(page.span(spot), _via(via), via, id)
    if ent.label_ != "PER":
        _town_within(page, cast, ent)
    return id


def _town_within(page: Page, cast: Cast, ent: Span) -> None:
    """The town of a body that is named by it (`hôpital de [Grenoble]`)."""
    at = next((token.i + 1 for token in ent[1:3] if token.lower_ in ("de", "d'", "d’")), ent.end)
    town = knowledge.plain(ent.doc[at : ent.end].text)
    if page.has(ent.start, "seated") and at < ent.end and (place := knowledge.place_named(town)) is not None:
        start = ent.doc[at].idx
        code = knowledge.country_named(town)
        id = cast.country(code) if code else cast.add(slug(town), town, "place", place.country)
        cast.mention((start, ent.end_char), "name", "name", id)


def body(cast: Cast, text: str) -> str:
    """The actor of an organisation's name, before its own mention is resolved."""
    text = knowledge.plain(text)
    known = _known(text)
    if known is not None and known.kind in ("organisation", "group"):
        return cast.add(known.id, known.name, "group" if known.kind == "group" else "organisation", known.country)
    id = cast.aliases.get(text, slug(text))
    name, kind, country = cast.titles.get(id, (text, "organisation", None))
    return cast.add(id, name, kind, country)


def gender_of_word(token: Token) -> str:
    """The gender of a word as its tag says: `m`, `f` or `""`."""
    return {"Masc": "m", "Fem": "f"}.get("".join(token.morph.get("Gender", [])), "")


def learn_gender(page: Page, cast: Cast, spot: Spot, id: str) -> None:
    """The gender of a name, from its article or from what agrees with it (`Rosatom est prête`, `l'ONU s'est dite`)."""
    if cast.genders.get(id) or cast.actors[id].kind in ("country", "place"):
        return
    noun = page.lexicon.nouns.get(page.word(spot.head)) if cast.actors[id].kind != "person" and spot.end > spot.head + 1 else None
    if noun is not None and noun.gender and not noun.is_plural:
        cast.genders[id] = noun.gender  # `Conseil de sécurité`
        return
    before = page.doc[spot.start - 1] if spot.start > page.bounds(spot.start)[0] else None
    if before is not None and before.pos_ == "DET" and cast.actors[id].kind != "person":
        cast.genders[id] = gender_of_word(before) if before.text[-1:] not in "'’" else ""
    root = page.doc[spot.head : spot.end].root
    if not cast.genders.get(id) and root.dep_ in ("nsubj", "nsubj:pass"):
        verb = root.head
        agrees = any(child.dep_ in ("cop", "aux:pass") for child in verb.children) and verb.pos_ in ("ADJ", "VERB")
        cast.genders[id] = gender_of_word(verb) if agrees else ""


def _family(page: Page, cast: Cast, spot: Spot) -> Spot | None:
    """`la famille Morel`, `les Morel`: those of a name, not the one of them who was named in full."""
    i = spot.start - 1
    if page.has(i, "family"):
        return spot._replace(start=i)
    is_surname = len(page.names[spot.head].text.split()) == 1 or knowledge.plain(page.names[spot.head].text) in cast.aliases
    return spot if is_surname and page.has(i, "plural") and page.tag(i) == "DET" else None


def _geographic(page: Page, spot: Spot) -> Spot | None:
    """`mer du Japon`, `plateau du Golan`: the place whose noun stands before the name, as a longer spot."""
    start = spot.start - 1
    while start > spot.start - 4 and (page.has(start, "of") or page.has(start, "article")):
        start -= 1
    if page.tag(start) not in ("NOUN", "PROPN") or not page.has(start, "geography") or start in page.inside:
        return None
    return spot._replace(start=start)


def _via(name: str) -> Via:
    return "acronym" if name == "acronym" else "metonymy" if name == "metonymy" else "name"


def _alias(page: Page, cast: Cast, text: str) -> str:
    id = cast.aliases[text]
    if id in cast.titles:
        name, kind, country = cast.titles[id]
        return cast.add(id, name, kind, country)
    return person(page, cast, text)


def _seat(page: Page, cast: Cast, spot: Spot, code: str) -> tuple[str, str]:
    """A seat of power: who governs there, but where it is a building (`au palais de Koulouba`) a place."""
    i = spot.start - 1
    while i > 0 and page.has(i, "article"):
        i -= 1
    if page.has(i, "of") and page.has(i - 1, "building") and not page.token(i - 1).dep_.startswith("nsubj"):
        name = page.doc[spot.start : spot.end].text
        return cast.add(slug(name), name, "place", code), "name"
    return cast.country(code), "metonymy"


def _capital(page: Page, cast: Cast, ent: Span, code: str) -> tuple[str, str]:
    if is_government(page, ent.start, ent.end):
        if code == BRUSSELS[0]:
            known = knowledge.named("Union européenne")
            return cast.add(BRUSSELS[1], known.name if known else ent.text, "organisation"), "metonymy"
        return cast.country(code), "metonymy"
    return cast.add(slug(ent.text), ent.text, "place", code), "name"


def person(page: Page, cast: Cast, text: str) -> str:
    """The person of this name: who was named in full with this surname, who the tables know, else a new one."""
    words = knowledge.plain(text).split()
    if len(words) > 1 and INITIAL.fullmatch(words[0]) and (same := cast.aliases.get(" ".join(words[1:]))):
        text, words = " ".join(words[1:]), words[1:]  # `A. Coulibaly`
        return cast.add(same, cast.fullnames.get(same, text), "person")
    id = (cast.aliases.get(text) or cast.firsts.get(text)) if len(words) == 1 else None
    known = knowledge.named(cast.fullnames.get(id, text) if id else text)
    if known and known.kind == "person":
        cast.genders.setdefault(known.id, known.gender or "")
        return cast.add(known.id, known.name, "person", known.country)
    id = id or slug(text)
    if gender := page.lexicon.first_names.get(words[0]) if len(words) > 1 else None:
        cast.genders.setdefault(id, gender)
    return cast.add(id, cast.fullnames.get(id, text), "person")
