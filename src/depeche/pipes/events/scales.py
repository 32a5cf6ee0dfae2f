"""How does an event weigh? PLOVER's score and quad class, the CAMEO root and its Goldstein value, and the contexts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from depeche.errors import LexiconError
from depeche.lang import read_table

COLUMNS = ("type", "mode", "score", "quad", "cameo", "goldstein")


@dataclass(frozen=True)
class Scale:
    """One row of `scales.tsv`."""

    score: float
    quad: int
    cameo: str
    goldstein: float


@dataclass(frozen=True)
class Scales:
    """The scales of every type and mode, and the context of every word that gives one."""

    rows: dict[tuple[str, str], Scale]
    contexts: dict[str, str]

    def of(self, type: str, mode: str | None) -> Scale:
        """The row of a type and mode, else that of the type.

        >>> from depeche.lang import FRENCH
        >>> read_scales(FRENCH).of("ASSAULT", "drone").score
        -9.5
        """
        return self.rows.get((type, mode or "")) or self.rows[type, ""]

    def contexts_of(self, words: Iterable[str]) -> tuple[str, ...]:
        """PLOVER's contexts that the words of a sentence give, sorted."""
        return tuple(sorted({self.contexts[word] for word in self.contexts.keys() & words}))


def read_scales(folder: Path) -> Scales:
    """The scales and contexts of a folder.

    Raises:
        LexiconError: one of its files is wrong.
    """
    rows = {}
    for row in read_table(folder / "scales.tsv", COLUMNS):
        try:
            scale = Scale(float(row["score"]), int(row["quad"]), row["cameo"], float(row["goldstein"]))
        except ValueError as exc:
            raise LexiconError(str(folder / "scales.tsv"), 1, f"{row['type']} {row['mode']}: {exc}") from exc
        rows[row["type"], row["mode"]] = scale
    contexts = {row["word"]: row["context"] for row in read_table(folder / "contexts.tsv", ("word", "context"), key="word")}
    return Scales(rows, contexts)
