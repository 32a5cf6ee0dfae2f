"""What a look-up by name answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    """Something that the tables name: its id, usual French name, kind and country, and how the form names it.

    `via` is `acronym` where the form is one, `short` for a surname that alone stands for one person of the news, else
    `name`. `gender` is a person's, `m` or `f`; `wikidata` is there only where a source gave it.
    """

    id: str
    name: str
    kind: str
    country: str | None
    via: str = "name"
    gender: str | None = None
    wikidata: str | None = None
