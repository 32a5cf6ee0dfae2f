"""Which people is meant? `les Russes`: their country; `les Occidentaux`: an actor of its own."""

from __future__ import annotations

from depeche.pipes.actors.cast import Cast
from depeche.pipes.actors.page import Page, Spot
from depeche.record import Kind


def resolve(page: Page, cast: Cast, spot: Spot) -> str | None:
    """The actor of a demonym, with its mention."""
    row = page.lexicon.peoples.get(spot.form)
    if row:
        kind: Kind = "group"
        id = cast.add(row["id"], row["name"], kind)
        cast.mention(page.span(spot), "name" if spot.form == row["name"] else "demonym", "people", id)
        return id
    if spot.determiner in ("indefinite", "new", "number"):
        return None
    id = cast.country(spot.countries[0])
    cast.mention(page.span(spot), "demonym", "demonym", id)
    return id
