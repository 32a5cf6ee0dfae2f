"""Lexicon files, read and checked: the words and rules of a language are data that a linguist can edit.

A rule file is TOML, an array of `[[rule]]` tables in id order; a word list is TSV with a header line. Both are UTF-8,
NFC, may hold `#` comment lines, and a mistake in either is an error that names file and line.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from depeche.errors import LexiconError

FRENCH = Path(__file__).parent / "fr"

Rule = dict[str, Any]
Row = dict[str, str]


def read_rules(path: Path, *, required: Collection[str], optional: Collection[str] = ()) -> list[Rule]:
    """The rules of a TOML file, in order.

    Each rule is a dict with the keys `id`, those of `required`, and any of `optional`. `source` is always allowed.

    Raises:
        LexiconError: unreadable TOML, a missing or unknown key, an id used twice or out of order, text not in NFC.
    """
    text = _text(path)
    try:
        rules: list[Rule] = tomllib.loads(text).get("rule", [])
    except tomllib.TOMLDecodeError as exc:
        found = re.search(r"at line (\d+)", str(exc))
        raise LexiconError(str(path), int(found[1]) if found else 1, f"not TOML: {exc}") from exc
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.strip() == "[[rule]]"]
    before = ""
    for line, rule in zip(lines, rules, strict=False):
        name = str(rule.get("id", ""))
        missing = [key for key in ("id", *required) if key not in rule]
        unknown = sorted(set(rule) - {"id", "source", *required, *optional})
        if missing:
            raise LexiconError(str(path), line, f"rule {name!r} lacks {', '.join(missing)}")
        if unknown:
            raise LexiconError(str(path), line, f"rule {name!r} has the unknown key {', '.join(unknown)}")
        if name <= before:
            raise LexiconError(str(path), line, f"rule {name!r} must come after {before!r}: ids are unique and sorted")
        before = name
    return rules


def read_table(
    path: Path, columns: Iterable[str], *, key: str | None = None, known: Mapping[str, Collection[str]] | None = None
) -> list[Row]:
    """The rows of a TSV file, in order, each a dict of its columns; an empty cell is `""`.

    Args:
        key: a column whose values differ.
        known: the values that a column may have.

    Raises:
        LexiconError: a header other than `columns`, a row of another length, a `key` value used twice, a value that is not
            `known`, text not in NFC.
    """
    columns = list(columns)
    rows: list[Row] = []
    seen: dict[str, int] = {}
    header: list[str] | None = None
    for number, line in enumerate(_text(path).split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.rstrip("\r").split("\t")]
        if header is None:
            header = cells
            if header != columns:
                raise LexiconError(str(path), number, f"the header must be {' '.join(columns)} (tab separated)")
            continue
        if len(cells) != len(columns):
            raise LexiconError(str(path), number, f"{len(cells)} cells where {len(columns)} are due")
        row = dict(zip(columns, cells, strict=True))
        for column, values in (known or {}).items():
            if row[column] not in values:
                raise LexiconError(str(path), number, f"the {column} {row[column]!r} is none of {', '.join(sorted(values))}")
        if key is not None:
            if row[key] in seen:
                raise LexiconError(str(path), number, f"{row[key]!r} is already on line {seen[row[key]]}")
            seen[row[key]] = number
        rows.append(row)
    return rows


def _text(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as exc:
        raise LexiconError(str(path), 1, f"cannot be read: {exc}") from exc
    for number, line in enumerate(text.splitlines(), 1):
        if not unicodedata.is_normalized("NFC", line):
            raise LexiconError(str(path), number, "text is not in Unicode form NFC")
    return text
