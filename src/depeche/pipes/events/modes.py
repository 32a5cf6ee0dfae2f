"""What is a request, a refusal or a threat about? The mode that its frame leaves open, by the words that follow the trigger."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from depeche.errors import LexiconError
from depeche.lang import read_table
from depeche.pipes.columns import Columns
from depeche.pipes.events.slots import Reading

OPEN = ("REQUEST", "REJECT", "THREATEN")
"""The types whose mode lies in what is asked, refused or threatened."""

REACH = 12
"""Words after the trigger that are looked at, within its sentence."""

STOPS = frozenset(";:.»)")


@dataclass(frozen=True)
class Modes:
    """The modes of each type, by whole words and by beginnings."""

    words: dict[tuple[str, str], str]
    beginnings: dict[str, tuple[tuple[str, str], ...]]

    def of(self, reading: Reading, columns: Columns) -> str | None:
        """The mode of a reading: its frame's, else that of the first word after the trigger which tells one.

        A denial refuses nothing.
        """
        kind = reading.frame.type
        if reading.mode is not None or kind not in self.beginnings or reading.frame.denies:
            return reading.mode
        first = reading.match.last.i + 1
        for word in columns.words[first : min(first + REACH, reading.sent.stop)]:
            if word in STOPS:
                break
            if (kind, word) in self.words:
                return self.words[kind, word]
            found = next((mode for start, mode in self.beginnings[kind] if word.startswith(start)), None)
            if found is not None:
                return found
        return None


def read_modes(folder: Path) -> Modes:
    """The table `event_modes.tsv` of a folder.

    Raises:
        LexiconError: the file is wrong, or a word of a type stands in two of its modes.
    """
    path = folder / "event_modes.tsv"
    words: dict[tuple[str, str], str] = {}
    beginnings = defaultdict(list)
    for row in read_table(path, ("type", "mode", "words"), known={"type": OPEN}):
        kind, mode = row["type"], row["mode"]
        for word in row["words"].split():
            if words.setdefault((kind, word), mode) != mode:
                raise LexiconError(str(path), 1, f"{word!r} of {kind} stands in {words[kind, word]} and in {mode}")
            if word.endswith("*"):
                beginnings[kind].append((word[:-1], mode))
    return Modes(words, {kind: tuple(beginnings[kind]) for kind in OPEN})
