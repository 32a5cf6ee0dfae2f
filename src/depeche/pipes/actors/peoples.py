"""Which people is meant? `les Russes`: their country; `le Russe`: one person; `les Occidentaux`: an actor of its own."""

from __future__ import annotations

from depeche.lang import knowledge
from depeche.pipes.actors import naming
from depeche.pipes.actors.cast import Cast, slug
from depeche.pipes.actors.page import Page, Spot
from depeche.record import Kind

NEAR = 6
"""Tokens within which the place follows where some of a people live."""


def resolve(page: Page, cast: Cast, spot: Spot) -> str | None:
    """The actor of a demonym, with its mention; one person is nobody's country, and no mention where it is not known who."""
    row = page.lexicon.peoples.get(spot.form)
    if row:
        kind: Kind = "group"
        id = cast.add(row["id"], row["name"], kind)
        cast.mention(page.span(spot), "name" if spot.form == row["name"] else "demonym", "people", id)
        return id
    if page.is_person_at(spot.end):
        return None
    if (is_counted := _is_counted(page, spot)) or spot.determiner in ("indefinite", "new", "number"):
        return _nameless(page, cast, spot) if is_counted else None
    is_one = page.has(spot.head - 1, "singular")
    person = _one(cast, spot.countries[0], page.gender_of_determiner(spot.head - 1)) if is_one else None
    if is_one and person is None:
        return None
    if person is None and (code := _elsewhere(page, spot)) is not None:
        name = page.doc[spot.first : spot.end].text
        id = cast.add(slug(f"{name} {code}"), name, "group", code)
    else:
        id = person or cast.country(spot.countries[0])
    cast.mention(page.span(spot), "demonym", "demonym", id)
    return id


def _is_counted(page: Page, spot: Spot) -> bool:
    """Whether some of a people are meant (`deux Palestiniens`, `un Jordanien`, `plusieurs Français`); not a share of it
    (`un Français sur deux`), nor what somebody is (`c'est un Jordanien`)."""
    is_share = page.has(spot.end, "at") and page.tag(spot.end + 1) == "NUM"
    if is_share or any(child.dep_ == "cop" for child in page.token(spot.head).children):
        return False
    return any(page.tag(i) == "NUM" or page.has(i, "counted") for i in range(spot.start, spot.head))


def _nameless(page: Page, cast: Cast, spot: Spot) -> str:
    """Those of a people who are counted: an actor of their own."""
    name = page.doc[spot.head : spot.end].text
    kind: Kind = "person" if page.has(spot.start, "one") else "group"
    known = cast.actors.get(slug(name))
    id = slug(page.doc[spot.start : spot.end].text if known and known.kind != kind else name)  # `un Français`, `quatre Français`
    id = cast.add(id, name, kind, spot.countries[0])
    if kind == "person":
        cast.genders.setdefault(id, page.gender_of_determiner(spot.start))
    cast.mention(page.span(spot), "demonym", "demonym", id)
    return id


def learn(page: Page, cast: Cast, spot: Spot) -> None:
    """`le Kazakh Daniyar Omarov`, `l'Allemande Eva Kern`: the country and gender of who is named right after."""
    if spot.countries and page.is_person_at(spot.end) and page.has(spot.head - 1, "singular"):
        text = page.names[spot.end].text
        id = naming.person(page, cast, text)
        cast.add(id, text, "person", spot.countries[0])
        if gender := page.gender_of_determiner(spot.head - 1):
            cast.genders.setdefault(id, gender)


def _one(cast: Cast, code: str, gender: str) -> str | None:
    """The person of that country who was named last."""
    for entry in reversed(cast.recent()):
        is_theirs = entry.actor and entry.kind == "person" and cast.actors[entry.actor].country == code
        if is_theirs and (not gender or entry.gender in (gender, "")):
            return entry.actor
    return None


def _elsewhere(page: Page, spot: Spot) -> str | None:
    """The other country where those live who are meant: `les Serbes de Bosnie`, `les Albanais du sud de la Serbie`."""
    if not page.has(spot.end, "of"):
        return None
    for i in range(spot.end, min(spot.end + NEAR, page.bounds(spot.start)[1])):
        if i in page.names:
            place = knowledge.place_named(page.names[i].text)
            return place.country if place is not None and place.country != spot.countries[0] else None
        if page.tag(i) in ("VERB", "AUX", "PUNCT", "PRON", "CCONJ"):
            return None
    return None
