"""Which words and rules make up time expressions? The tables and patterns of a language, compiled."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path

from depeche.errors import LexiconError
from depeche.lang import Row, read_rules, read_table

NUMERALS = ("n31", "n0", "n99", "n3", "n4", "big", "dec", "w31", "wbig")
"""Classes of numbers by their form: 1 to 31, 0, 32 to 99, of three and four digits, longer, decimal, in words."""

SHAPES = (*NUMERALS, "iso", "numdate", "slash", "colon", "ordn", "roman", "break", ",", ".", ";", ":", "-", "/", "(", ")", "name")
PHRASES = ("Day", "Clock", "Part", "Month", "Year", "Span", "Length", "Set", "Ref")
"""Classes of what rules have found: a day, a time of day, a part of day, a month, a year, another stretch of the calendar, ..."""

GROUPS: Mapping[str, tuple[str, ...]] = {
    "number": (*NUMERALS, "un", "sept"),
    "few": ("n31", "n99", "w31", "wbig", "un", "sept"),
    "date": ("n31", "w31", "first", "ordn", "sept"),
    "hours": ("n31", "n0", "w31", "un", "sept"),
    "sixty": ("n31", "n0", "n99", "w31", "wbig", "sept"),
    "rank": ("first", "ord", "ordn"),
    "unit": (
        "second", "minute", "hour", "h", "day", "daylong", "week", "months", "quarter", "half", "years", "yearsword", "decade",
        "century", "millennium", "weekend", "nights", "fortnight",
    ),
}  # fmt: skip

OTHER = "x"
QUIET = (
    "un", "num", "some", "des", "first", "ord", "about", "more", "most", "same", "incl", "adv", "less", "demi", "quart", "dozen",
    "last", "next", "following", "preceding", "early", "late", "from", "until", "during",
)  # fmt: skip
"""Classes that alone give no rule a chance, beside words of grammar, marks and long numbers."""

LEADS = ("le", "les", "du", "au", "de", "entre", "dès", "from", "until", "n31", "w31", "first")
"""Before a number up to 31 these give it a chance."""

COMMON = ("a", "p", "s", "t", "m")
"""Parts of abbreviations (`a.m.`, `T1`) that are words by themselves: a figure stands beside them anyway."""

LOUD = ("n4", "iso", "numdate", "slash", "colon", *PHRASES)
SLOT = re.compile(r"<([^<>]+?)(?::([a-z]\w*))?>")


@dataclass(frozen=True)
class TimeRule:
    """A rule of `times.toml`: `read` names the function that makes a moment of what `pattern` matched."""

    id: str
    level: int
    pattern: re.Pattern[str]
    read: str
    gives: str
    options: Mapping[str, str]
    is_alone: bool


Phrase = tuple[tuple[str, ...], tuple[str, str]]
"""The words of a phrase after its first, and its class and value."""


@dataclass
class Lexicon:
    """Words by their folded form, the class of each as one character, and the rules by their level."""

    chars: dict[str, str] = field(default_factory=dict)
    words: dict[str, tuple[str, str]] = field(default_factory=dict)
    phrases: dict[str, dict[str, list[Phrase]]] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    rules: dict[int, list[TimeRule]] = field(default_factory=dict)
    screens: dict[int, re.Pattern[str]] = field(default_factory=dict)
    """Of each level, all rules in one: where it finds nothing no rule is tried."""

    holidays: dict[str, Row] = field(default_factory=dict)
    parts: list[Row] = field(default_factory=list)
    context: dict[str, frozenset[str]] = field(default_factory=dict)
    trigger: re.Pattern[str] = field(default_factory=lambda: re.compile(""))
    """What a stretch of items must hold for any rule to match."""

    classify: Callable[[str], tuple[str, str, str | None]] = field(default_factory=lambda: lambda quote: (quote, OTHER, None))
    """The folded form of a word, with its class and value; remembers the words that it has seen."""

    spoken: set[str] = field(default_factory=set)
    """The characters of the classes that by themselves give a rule a chance."""

    signals: set[str] = field(default_factory=set)
    """The words without one of which, or a figure, a sentence tells no time."""

    phrase: re.Pattern[str] = field(default_factory=lambda: re.compile(""))

    def char(self, name: str) -> str:
        """The character that stands for a class."""
        return self.chars.setdefault(name, chr(0x100 + len(self.chars)))


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Lower case, no accents, one kind of apostrophe: `JUSQU’À` and `jusqu'a` are the same.

    >>> fold("JUSQU’À")
    "jusqu'a"
    """
    text = text.lower().replace("’", "'")
    if text.isascii():
        return text
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


def classified(words: Mapping[str, tuple[str, str]], quote: str) -> tuple[str, str, str | None]:
    """The folded form of a word with the class and value of its exact form, else of the folded one."""
    lower = quote.lower().replace("’", "'")
    key = fold(lower)
    cls, value = words.get(lower) or words.get(key) or (OTHER, None)
    return key, cls, value


def read_lexicon(folder: Path, readers: frozenset[str]) -> Lexicon:
    """The lexicon of a language folder.

    Raises:
        LexiconError: `times.toml`, `time_words.tsv`, `holidays.tsv`, `dayparts.tsv` or `time_context.tsv` is wrong.
    """
    lexicon = Lexicon()
    for name in (*SHAPES, *PHRASES):
        lexicon.char(name)
    for row in read_table(folder / "time_words.tsv", ["form", "class", "value"], key="form"):
        _add(lexicon, row["form"], row["class"], row["value"])
    for row in read_table(folder / "holidays.tsv", ["form", "month", "day", "easter"], key="form"):
        lexicon.holidays[row["form"]] = row
        _add(lexicon, row["form"], "holiday", row["form"])
    lexicon.parts = read_table(folder / "dayparts.tsv", ["unit", "mod", "begin", "until"])
    rows = read_table(folder / "time_context.tsv", ["role", "words"], key="role")
    lexicon.context = {row["role"]: frozenset(fold(word) for word in row["words"].split()) for row in rows}
    _read_rules(lexicon, folder / "times.toml", readers)
    lexicon.classify = lru_cache(maxsize=50_000)(partial(classified, lexicon.words))
    loud = {lexicon.chars[name] for name in LOUD} | lexicon.spoken
    leads = "".join(lexicon.chars[name] for name in LEADS)
    day, words = lexicon.chars["n31"], "".join(sorted(loud))
    lexicon.trigger = re.compile(f"[{words}]|[{leads}]{day}")
    lexicon.phrase = re.compile("[" + "".join(lexicon.chars[name] for name in PHRASES) + "]")
    return lexicon


def _add(lexicon: Lexicon, form: str, name: str, value: str) -> None:
    entry = (lexicon.char(name), value)
    if value and name not in QUIET:
        lexicon.spoken.add(entry[0])
        letters = [part for part in re.findall(r"[^\W\d_]+", form.lower()) if part not in COMMON]
        longest = max(reversed(letters), key=len, default="")
        lexicon.signals |= {longest, fold(longest)}
    if name == "num":
        lexicon.numbers[form] = int(value)
    for variant in sorted({form.lower(), form.lower().replace("-", " ")}):
        words = tuple(re.findall(r"[^\W\d_]+\d+|[^\W\d_]+'?|\d+|[^\w\s]", variant))
        if len(words) == 1:
            lexicon.words.setdefault(variant, entry)
            lexicon.words.setdefault(fold(variant), entry)
        else:
            words = tuple(fold(word) for word in words)
            options = lexicon.phrases.setdefault(words[0], {}).setdefault(words[1], [])
            options.append((words[1:], entry))
            options.sort(key=lambda item: -len(item[0]))


def _read_rules(lexicon: Lexicon, path: Path, readers: frozenset[str]) -> None:
    rules = read_rules(path, required=["read", "gives", "pattern"], optional=["level", "alone", "mod", "unit", "n", "shift"])
    for number, rule in enumerate(rules, 1):
        if rule["read"] not in readers:
            raise LexiconError(str(path), number, f"rule {rule['id']!r}: nothing reads {rule['read']!r}")
        try:
            pattern = re.compile(_compiled(lexicon, rule["pattern"]))
        except (KeyError, re.error) as exc:
            raise LexiconError(str(path), number, f"rule {rule['id']!r}: {exc}") from exc
        options: dict[str, str] = {key: str(rule[key]) for key in ("mod", "unit", "n", "shift") if key in rule}
        level = int(rule.get("level", 1))
        made = TimeRule(rule["id"], level, pattern, rule["read"], rule["gives"], options, bool(rule.get("alone")))
        lexicon.rules.setdefault(level, []).append(made)
    for level, made_rules in lexicon.rules.items():
        patterns = (re.sub(r"\(\?P<\w+>", "(?:", rule.pattern.pattern) for rule in made_rules)
        lexicon.screens[level] = re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _compiled(lexicon: Lexicon, pattern: str) -> str:
    """The pattern with each `<class|class:name>` as a set of characters, and `{...}` as the group of the passage."""

    def chars(found: re.Match[str]) -> str:
        names = [part for name in found[1].split("|") for part in GROUPS.get(name, (name,))]
        unknown = [name for name in names if name not in lexicon.chars]
        if unknown:
            raise KeyError(f"no class of words is called {unknown[0]!r}")
        inside = "[" + "".join(re.escape(lexicon.chars[name]) for name in names) + "]"
        return f"(?P<{found[2]}>{inside})" if found[2] else inside

    text = SLOT.sub(chars, re.sub(r"\s+", "", pattern).replace("(?<", "\0"))
    return text.replace("\0", "(?<").replace("{", "(?P<span>").replace("}", ")")
