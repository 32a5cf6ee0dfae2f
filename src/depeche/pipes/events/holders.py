"""Who holds the town that is attacked? `l'offensive contre Mossoul, aux mains de Daech`, `Goma, tenue par l'armée`."""

from __future__ import annotations

from depeche.pipes.events.grammar import small
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.slots import Reading

FAR = 30
"""Tokens after the trigger in which it is looked for who holds the place."""

NEAR = 8
"""Tokens from the word that says that somebody holds it to his name."""

ABLE = ("country", "group", "organisation")


def holders(reading: Reading, cast: Cast) -> list[Party]:
    """Who is said, after an attack on a place, to hold it; nobody where it is not said."""
    is_raid = bool(reading.actors) or reading.match.token.lower_ in small("waged")
    if reading.frame.type != "ASSAULT" or not is_raid or reading.frame.both or reading.match.trigger.reflexive:
        return []
    doc, lower = cast.doc, cast.columns.lower
    first = reading.match.token.i + 1
    for i in range(first, min(first + FAR, reading.sent.stop)):
        if doc[i].text in ":;«":
            break
        if not _says_so(i, cast):
            continue
        at = next((at for at in range(i + 1, min(i + NEAR, reading.sent.stop)) if at in cast.starts), None)
        if at is None or all(cast.columns.pos[k] != "ADP" and lower[k] != "des" for k in range(i + 1, at)):
            return []
        able = ABLE[:2] if lower[i] in small("stronghold") else ABLE  # `un fief du parti au pouvoir`
        found = [party for party in cast.resolve(doc[at]) if party.kind in able]
        names = {party.actor for party in reading.actors}
        return [party for party in found if party.actor not in names]
    return []


def _says_so(i: int, cast: Cast) -> bool:
    """Whether a word says that somebody holds the place before it: `bastion de`, `aux mains de`, `tenue par`."""
    word, before = cast.columns.lower[i], cast.columns.lower[i - 2 : i]
    if word in small("held"):
        return cast.columns.lower[i + 1 : i + 2] == ["par"]
    return word in small("stronghold") or (word in small("grip") and not small("under").isdisjoint(before))
