"""What forms does a French verb take?

The table `lang/fr/conjugation.tsv` says, for the last letters of an infinitive, what stands in their place; the longest
ending that fits decides, so `soutenir` is conjugated like `tenir`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from depeche.lang import FRENCH, read_table

COLUMNS = ("infinitive", "present", "imperfect", "future", "participle", "past", "subjunctive")
ENDINGS = {
    "imperfect": ("ais", "ait", "ions", "iez", "aient"),
    "future": ("ai", "as", "a", "ons", "ez", "ont"),
    "conditional": ("ais", "ait", "ions", "iez", "aient"),
    "gerund": ("ant",),
    "participle": ("", "e", "s", "es"),
}
EMPTY = "-"
Tenses = Mapping[str, frozenset[str]]


def forms(infinitive: str) -> frozenset[str]:
    """Every form of a verb.

    >>> sorted(form for form in forms("soutenir") if form.startswith("soutienn"))
    ['soutienne', 'soutiennent']

    Source: Le Bescherelle, *La conjugaison pour tous*, tables of the three groups.
    """
    return frozenset(tenses(infinitive))


@cache
def tenses(infinitive: str, lexicon: Path = FRENCH) -> Tenses:
    """What tenses each form of a verb can be.

    >>> sorted(tenses("condamner")["condamnera"]), sorted(tenses("interdire")["interdit"])
    (['future'], ['participle', 'past', 'present'])

    Args:
        infinitive: the infinitive, in lower case.

    Returns:
        form -> names among `infinitive`, `present`, `imperfect`, `future`, `conditional`, `participle`, `past`,
        `subjunctive`, `gerund`; the infinitive alone where the table has no such ending.
    """
    found: dict[str, set[str]] = {infinitive: {"infinitive"}}
    row = _row(infinitive, lexicon)
    if row is None:
        return {infinitive: frozenset({"infinitive"})}
    stem = infinitive[: len(infinitive) - len(row["infinitive"])]

    def add(part: str, name: str) -> None:
        found.setdefault(stem + part, set()).add(name)

    for name in ("present", "past", "subjunctive"):
        for part in row[name].split():
            if part != EMPTY:
                add(part, name)
    for name, column in (
        ("imperfect", "imperfect"),
        ("gerund", "imperfect"),
        ("future", "future"),
        ("conditional", "future"),
        ("participle", "participle"),
    ):
        for start in row[column].split():
            for ending in ENDINGS[name]:
                if name == "participle" and start.endswith("s") and ending == "s":
                    continue
                add((start if start != EMPTY else "") + ending, name)
    return {form: frozenset(names) for form, names in found.items()}


@cache
def _table(lexicon: Path) -> dict[str, dict[str, str]]:
    rows = read_table(lexicon / "conjugation.tsv", COLUMNS, key="infinitive")
    return {row["infinitive"]: row for row in rows}


def _row(infinitive: str, lexicon: Path) -> dict[str, str] | None:
    table = _table(lexicon)
    return next((table[infinitive[cut:]] for cut in range(len(infinitive)) if infinitive[cut:] in table), None)
