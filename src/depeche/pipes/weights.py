"""How likely is it? Learned weights of what is known of a case, for and against."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from depeche.errors import LexiconError
from depeche.lang import read_table

ALWAYS = "always"
"""The trait that every case has: its weight is the log odds of a case of which nothing is known."""


@dataclass(frozen=True)
class Weights:
    """The weight of each trait that a case may have, in log odds; what no row names weighs nothing.

    `training/weights.py` learns them (logistic regression) from dispatches that were marked by eye.
    """

    rows: dict[str, float]

    def of(self, traits: Iterable[str]) -> float:
        """The probability, 0 to 1, of a case with these traits; one named twice counts once.

        >>> round(Weights({ALWAYS: -1.0, "determiner=one": 2.0}).of(["determiner=one", "number=plural"]), 2)
        0.73
        """
        odds = sum(self.rows.get(trait, 0.0) for trait in dict.fromkeys((ALWAYS, *traits)))
        return 1 / (1 + math.exp(-odds))


def read_weights(path: Path) -> Weights:
    """The weights of a table with the columns `trait` and `weight`.

    Raises:
        LexiconError: the file is wrong.
    """
    rows = {}
    for row in read_table(path, ("trait", "weight"), key="trait"):
        try:
            rows[row["trait"]] = float(row["weight"])
        except ValueError as exc:
            raise LexiconError(str(path), 1, f"the weight of {row['trait']!r} is no number: {row['weight']!r}") from exc
    return Weights(rows)
