"""The words of numbers, units, money, modifiers and traps, read once from `lang/fr`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from depeche.errors import LexiconError
from depeche.lang import FRENCH, read_rules, read_table


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its code, whether it is money, whether `un` before it is a number, and the words it needs near."""

    code: str
    money: bool
    article: bool
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables of the figures, indexed for look-up."""

    words: dict[str, tuple[str, float]]
    accented: frozenset[str]
    cardinals: dict[float, str]
    units: dict[str, tuple[tuple[str, Unit], ...]]
    signs: re.Pattern[str]
    sign_codes: dict[str, str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    mods: dict[str, Any]
    traps: dict[str, frozenset[str]]
    at: re.Pattern[str]
    scaled: frozenset[str]
    own_units: dict[str, str]
    one: frozenset[str]
    change: re.Pattern[str]
    move: re.Pattern[str]


FLAT = {
    ord(char): base[0].lower()
    for char in map(chr, range(0xC0, 0x250))
    if len(base := unicodedata.normalize("NFD", char)) > 1 and base[0].isascii()
} | {ord("’"): "'", ord("\xa0"): " ", ord("\u202f"): " ", ord("\u2009"): " ", ord("‑"): "-", ord("−"): "-", ord("İ"): "i"}


def folded(text: str) -> str:
    """The text in lower case, without accents, with plain blanks, hyphens and apostrophes: as many characters as before.

    >>> folded("Deuxième\xa0: 1’000")
    "deuxieme : 1'000"
    """
    if text.isascii():
        return text.lower()
    text = text.translate(FLAT)
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(char.lower()[0] for char in text)


@cache
def lexicon(folder: Path = FRENCH) -> Lexicon:
    """The tables of a language.

    Raises:
        LexiconError: a table is wrong.
    """
    currencies = read_table(folder / "currencies.tsv", ("code", "forms", "signs", "scaled"), key="code")
    units = read_table(folder / "units.tsv", ("code", "forms", "article", "signs", "near"), key="code")
    sign_codes = {folded(sign): row["code"] for row in (*currencies, *units) for sign in row["signs"].split("|") if sign}
    modifiers = read_table(folder / "figure_modifiers.tsv", ("form", "side", "mod"))
    traps: dict[str, list[str]] = {}
    for row in read_table(folder / "figure_traps.tsv", ("kind", "form")):
        traps.setdefault(row["kind"], []).append(row["form"])
    words = _words(folder)
    keys = ("unit", "one", "change", "move")
    rules = {rule["id"]: rule for rule in read_rules(folder / "figures.toml", required=(), optional=keys)}
    return Lexicon(
        words=words,
        accented=frozenset(form for form, (kind, _) in words.items() if kind == "multiple" and folded(form) != form),
        cardinals={value: form for form, (kind, value) in reversed(words.items()) if kind == "cardinal"},
        units=_units(units, currencies),
        signs=re.compile(rf"(?<!\w)({_either(sign_codes)}) ?$", re.IGNORECASE),
        sign_codes=sign_codes,
        before=_modifiers([row["form"] for row in modifiers if row["side"] == "before"], before=True),
        after=_modifiers([row["form"] for row in modifiers if row["side"] == "after"], before=False),
        mods={f"{row['side']} {folded(row['form'])}": row["mod"] for row in modifiers},
        traps={kind: frozenset(folded(form) for form in forms) for kind, forms in traps.items() if kind != "at"},
        at=_patterns(folder / "figure_traps.tsv", traps["at"]),
        scaled=frozenset(form for row in currencies for form in row["scaled"].split("|") if form),
        own_units={name: rule["unit"] for name, rule in rules.items() if "unit" in rule},
        one=frozenset(folded(form) for form in rules["count"]["one"]),
        change=_changing(rules["range"]["change"]),
        move=_changing(rules["range"]["move"]),
    )


@cache
def pattern(name: str, folder: Path = FRENCH) -> re.Pattern[str]:
    """A regular expression of `figure_patterns.tsv`.

    Raises:
        LexiconError: it is none.
        KeyError: the table has no such name.
    """
    path = folder / "figure_patterns.tsv"
    rows = {row["name"]: row["pattern"] for row in read_table(path, ("name", "pattern"), key="name")}
    try:
        return re.compile(rows[name])
    except re.error as exc:
        line = next(n for n, text in enumerate(path.read_text(encoding="utf-8").split("\n"), 1) if text.startswith(f"{name}\t"))
        raise LexiconError(str(path), line, f"not a regular expression: {exc}") from exc


def _words(folder: Path) -> dict[str, tuple[str, float]]:
    found: dict[str, tuple[str, float]] = {}
    for row in read_table(folder / "number_words.tsv", ("form", "kind", "value"), key="form"):
        entry = (row["kind"], float(row["value"]))
        forms = [row["form"]] if row["kind"] == "symbol" else [row["form"].lower(), folded(row["form"])]
        for form in forms:
            found.setdefault(form, entry)
    return found


def _units(units: list[dict[str, str]], currencies: list[dict[str, str]]) -> dict[str, tuple[tuple[str, Unit], ...]]:
    every: list[tuple[str, Unit]] = []
    for row in units:
        for form in row["forms"].split("|"):
            every.append((form, Unit(row["code"], False, row["article"] == "yes", _near(row["near"]))))
    for row in currencies:
        for form in (*row["forms"].split("|"), *row["scaled"].split("|")):
            if form:
                every.append((form, Unit(row["code"], True, len(form) > 3)))
    by_start: dict[str, list[tuple[str, Unit]]] = {}
    for form, unit in sorted(every, key=lambda item: (-len(item[0]), item[0], item[1].money)):
        known = form if len(form) < 4 and form.isascii() else folded(form)
        by_start.setdefault(folded(form)[:2], []).append((known, unit))
    return {start: tuple(forms) for start, forms in by_start.items()}


def _near(words: str) -> tuple[str, ...]:
    return tuple(folded(word) for word in words.split("|") if word)


def _modifiers(forms: list[str], *, before: bool) -> re.Pattern[str]:
    either = _either([folded(form) for form in forms])
    return re.compile(rf"(?<!\w)({either}) ?$" if before else rf" ({either})(?!\w)")


def _changing(stems: list[str]) -> re.Pattern[str]:
    """A verb of change before `de`: what follows are two values, no range."""
    return re.compile(rf"\b(?:{_either(stems)})\w*[^.;:]{{0,60}}\bde $")


def _either(forms: list[str] | dict[str, str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


def _patterns(path: Path, patterns: list[str]) -> re.Pattern[str]:
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as exc:
            line = path.read_text(encoding="utf-8").split("\n").index(f"at\t{pattern}") + 1
            raise LexiconError(str(path), line, f"not a regular expression: {exc}") from exc
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
