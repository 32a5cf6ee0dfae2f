"""Who are the several of `les deux dirigeants`? The last two of that kind that were named."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from depeche.lang import knowledge
from depeche.pipes.actors import roles
from depeche.pipes.actors.cast import Cast
from depeche.pipes.actors.descriptions import counterpart, is_of_sort
from depeche.pipes.actors.page import Page, Spot
from depeche.record import Kind

SIDES: tuple[Kind, ...] = ("country", "group")
"""What two `camps` may be, the likeliest first."""
NUMBERS = {"numbered_two": 2, "numbered_three": 3}
PARTS = ("nsubj", "nsubj:pass", "obj")
"""What two are together who face each other."""


def several(page: Page, cast: Cast, spot: Spot) -> bool:
    """Write the mention of several actors, if the spot is one: definite, with a small number, two of the kind before it."""
    if _of_each(page, cast, spot):
        return True
    is_pair = spot.determiner == "number" and page.has(spot.first, "pair")  # `demande aux deux pays`, `aucun des deux hommes`
    is_pair = is_pair and page.lexicon.determiners.get(page.word(spot.start - 1)) == "contracted"
    if not is_pair and spot.determiner not in ("definite", "contracted", "demonstrative", "possessive"):
        return False
    if spot.determiner == "possessive" and page.has(spot.head, "kin"):
        return False  # `ses trois fils` are others than those named
    words = range(spot.start, spot.first)
    number = next((size for role, size in NUMBERS.items() if any(page.has(i, role) for i in words)), None)
    wanted = _wanted(page, spot)
    named = {code for i in spot.names if (code := _country(page.names[i].text))}
    besides = named | _who_acts_on_them(page, cast, spot)
    if number is None and page.has(spot.first, "foes") and page.is_plural(spot.head) and not spot.names and not spot.countries:
        members = _facing(page, cast, besides)
        if members:
            cast.mention(page.span(spot), "description", "several", None, kind="group", members=tuple(members))
        return bool(members)
    if number is None or (spot.names and not (named and wanted == "country")):
        return False
    if wanted == "organisation":  # `les deux partis`
        besides |= {e.actor for e in cast.entries[-30:] if e.actor and not is_of_sort(page, cast, spot, e.actor)}
    are_sides = page.has(spot.first, "sides")
    kinds = (*SIDES, *(["person"] if page.has(spot.first, "rivals") else [])) if are_sides else (wanted,)
    found = (_last(cast, kind, number, besides, named=are_sides) for kind in kinds)
    members = _facing(page, cast, besides) if are_sides and number == 2 else []
    members = members or _in_office(page, cast, spot, number) or next((ids for ids in found if len(ids) == number), [])
    if not members and wanted == "country":
        members = _countries_of(cast, number, besides)
    if len(members) != number:
        return False
    cast.mention(page.span(spot), "description", "several", None, kind="group", members=tuple(members))
    return True


def _in_office(page: Page, cast: Cast, spot: Spot, number: int) -> list[str]:
    """The last so many who were said to be what the noun says (`les deux candidats`), if there are as many."""
    noun = page.lexicon.nouns.get(spot.form) if spot.kind == "noun" else None
    row = page.lexicon.offices.get(noun.singular) if noun is not None else None
    if row is None:
        return []
    holders = {id for office, ids in cast.held.items() if f"{office}-".startswith(f"{row['office']}-") for id in ids}
    last = list(dict.fromkeys(entry.actor for entry in reversed(cast.recent()) if entry.actor in holders))[:number]
    return [id for id in reversed(last) if id] if len(last) == number else []


def _facing(page: Page, cast: Cast, besides: set[str]) -> list[str]:
    """The last two said to face each other (`des combats entre l'armée et les rebelles`) or to do something together
    (`le régime et les rebelles se sont parlé`); none of those who act on them."""
    heads = {_head(page.token(entry.token)).i: entry for entry in cast.recent() if entry.actor and entry.kind != "place"}
    together: list[str] = []
    for at, entry in reversed(heads.items()):
        token = page.token(at)
        first = heads.get(token.head.i) if token.dep_ == "conj" else None
        if first is None or first.actor == entry.actor or not first.actor or not entry.actor:
            continue
        if any(child.dep_ == "case" and child.lower_ == "entre" for child in token.head.children):
            return [first.actor, entry.actor]
        is_pair = sum(child.dep_ == "conj" for child in token.head.children) == 1 and token.head.dep_ in PARTS
        if is_pair and not together and besides.isdisjoint((first.actor, entry.actor)):
            together = [first.actor, entry.actor]
    return together


def _head(token: Token) -> Token:
    """The title that a name stands beside (`le [président] Paul Durand`), else the name."""
    return token.head if token.dep_ == "appos" and token.head.pos_ == "NOUN" and token.head.i < token.i else token


def _of_each(page: Page, cast: Cast, spot: Spot) -> bool:
    """`les présidents français et ivoirien`, `ses homologues russe et turc`: those of the office in each country."""
    noun = page.lexicon.nouns.get(spot.form) if spot.kind == "noun" else None
    if noun is None or not noun.is_plural or len(spot.countries) < 2:
        return False
    described = page.lexicon.descriptions.get(noun.singular)
    if described is not None and described["points"] == "counterpart":
        found = tuple(id for code in spot.countries if (id := counterpart(page, cast, spot, code)))
        if len(found) == len(spot.countries):
            cast.mention(page.span(spot), "role", "several", None, kind="group", members=found)
        return len(found) == len(spot.countries)
    if noun.singular not in page.lexicon.offices:
        return False
    office = roles.office_of(page, spot._replace(form=noun.singular))
    members = tuple(roles.in_country(page, cast, office, code) for code in spot.countries)
    cast.mention(page.span(spot), "role", "several", None, kind="group", members=members)
    return True


def _wanted(page: Page, spot: Spot) -> str:
    """The kind of each of them: countries, organisations (`les trois syndicats`), else persons."""
    if page.has(spot.first, "countries"):
        return "country"
    noun = page.lexicon.nouns.get(spot.form)
    return "organisation" if noun is not None and noun.kind == "organisation" else "person"


def _who_acts_on_them(page: Page, cast: Cast, spot: Spot) -> set[str]:
    """The subject of a verb whose object they are (`Paris appelle les deux pays au calme`): it is none of them."""
    token = page.token(spot.head)
    if token.dep_ not in ("obj", "iobj", "obl:arg"):
        return set()
    subjects = {child.i for child in token.head.children if child.dep_.startswith("nsubj")}
    return {entry.actor for entry in cast.entries[-30:] if entry.actor and _head(page.token(entry.token)).i in subjects}


def _countries_of(cast: Cast, number: int, besides: set[str]) -> list[str]:
    """The countries of the last persons (`le président ouzbek et son homologue turkmène ... les deux voisins`)."""
    persons = [entry.actor for entry in reversed(cast.recent()) if entry.kind == "person" and entry.actor]
    countries = [cast.country(code) for id in persons if (code := cast.actors[id].country)]
    return [id for id in dict.fromkeys(countries) if id not in besides][:number][::-1]


def _country(name: str) -> str | None:
    return knowledge.country_named(name) or knowledge.country_of_capital(name) or knowledge.country_of_seat(name)


def _last(cast: Cast, kind: str, number: int, besides: set[str], *, named: bool) -> list[str]:
    """The same several as before, else the last of the kind where they stand together, else those named most often.

    `named`: those without a name (`des habitants`) do not count.
    """
    found: dict[str, int] = {}
    often: Counter[str] = Counter()
    for entry in reversed(cast.entries[-30:]):
        if len(entry.members) == number and all(cast.actors[id].kind == kind for id in entry.members):
            return list(entry.members)
        if entry.kind == kind and entry.actor and entry.actor not in besides and not (named and entry.form):
            found.setdefault(entry.actor, entry.sentence)
            often[entry.actor] += 1
    last = list(found)[:number]
    if len(last) == number and kind == "country" and found[last[0]] - found[last[-1]] > 1:
        last = sorted(found, key=lambda id: (-often[id], -found[id]))[:number]
        last.sort(key=list(found).index)
    return last[::-1]
