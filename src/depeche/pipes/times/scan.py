"""What are the words of a text, for time expressions? One item for each word, number and mark, with its class."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from text_to_num import text2num

from depeche.pipes.times.lexicon import OTHER, Lexicon

TOKEN = re.compile(
    r"""
    (?P<word>(?![IVX]{1,6}(?:e|er|ème|eme)\b)[^\W\d_]++['’]?(?![0-9]))
    |(?P<iso>(?<![\w/-])[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[T\ ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?(?![\w-]))
    |(?P<numdate>(?<![\w/.,])[0-9]{1,2}(?P<mark>[/.-])[0-9]{1,2}(?P=mark)(?:[0-9]{4}|[0-9]{2})(?![\w/]|[.,-][0-9]))
    |(?P<slash>(?<![\w/.,])[0-9]{1,2}/[0-9]{1,2}(?![\w/]))
    |(?P<colon>(?<![\w:.,])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]|[.,][0-9]))
    |(?P<ordn>[0-9]{1,4}(?:\ ?er|re|ère|e|ème|eme|ième|nd|nde)\b)
    |(?P<roman>\b[IVX]{1,6}(?:e|er|ème|eme)\b)
    |(?P<thousands>(?<![0-9.,])[0-9]{1,3}(?:[\ \u00a0\u202f][0-9]{3})+(?![0-9]))
    |(?P<number>[0-9]+(?:[.,][0-9]+)?)
    |(?P<mixed>(?<![0-9])[^\W\d_]+[0-9]\w*)
    |(?P<unit>[^\W\d_]+)
    |(?P<break>\n[^\S\n]*\n\s*)
    |(?P<sign>[^\w\s]|_)
    """,
    re.VERBOSE,
)
CUT = re.compile(r"[.!?…]\s+|\n\s*")
DIGIT = re.compile("[0-9]")
LETTERS = re.compile(r"[^\W\d_]+")
ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(slots=True)
class Item:
    """A word, a number, a mark, or what a rule has found: its place, the character of its class, its value."""

    start: int
    end: int
    cls: str
    value: Any
    text: str
    why: str = ""
    key: str = ""
    """The word folded."""


def scan(text: str, lexicon: Lexicon) -> list[Item]:
    """The items of a text, words of several parts (`il y a`, `après-midi`, `vingt-quatre`) as one.

    A sentence without a figure or a word of time stands as one item of no class.
    """
    found: list[Item] = []
    start = 0
    for end in [*(cut.end() for cut in CUT.finditer(text)), len(text)]:
        piece = text[start:end]
        if DIGIT.search(piece) or not lexicon.signals.isdisjoint(LETTERS.findall(piece.lower())):
            found.extend(tokens(text, start, end, lexicon))
        elif piece:
            found.append(Item(start, end, OTHER, None, "x", "", "."))
        start = end
    return joined(found, text, lexicon)


def tokens(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Item]:
    """The words, numbers and marks of a part of a text."""
    chars, classify = lexicon.chars, lexicon.classify
    for match in TOKEN.finditer(text, start, end):
        kind, quote = match.lastgroup, match[0]
        value: Any
        if kind in ("word", "unit"):
            key, cls, value = classify(quote)
            yield Item(*match.span(), cls, value, quote, "", key)
            continue
        if kind == "number":
            cls, value = number(quote, chars)
        elif kind == "sign":
            is_joint = quote == "–" and not text[max(0, match.start() - 1)].isspace()
            cls, value = chars.get("-" if is_joint else quote, OTHER), None
        elif kind == "mixed":
            _, cls, value = classify(quote)
        else:
            cls, value = shaped(kind or "", quote, chars)
        yield Item(*match.span(), cls, value, quote, "", quote)


def number(quote: str, chars: dict[str, str]) -> tuple[str, float | int | None]:
    """The class and value of digits.

    >>> number("27", {"n31": "a"})
    ('a', 27)
    """
    if not quote.isdigit():
        return chars["dec"], float(quote.replace(",", ".")) if len(quote) < 20 else None
    if len(quote) > 9:
        return OTHER, None
    value = int(quote)
    if len(quote) <= 2:
        return chars["n0" if value == 0 else "n31" if value <= 31 else "n99"], value
    return chars["n3" if len(quote) == 3 else "n4" if len(quote) == 4 else "big"], value


def shaped(kind: str, quote: str, chars: dict[str, str]) -> tuple[str, Any]:
    """The class and value of a numeric date, a time of day, an ordinal, a Roman numeral, a blank line."""
    if kind == "ordn":
        value = int(re.sub("[^0-9]", "", quote))
        return (chars["first"] if value == 1 else chars["ordn"]), value
    if kind == "thousands":
        return chars["big"], int(re.sub("[^0-9]", "", quote)[:12])
    if kind == "roman":
        return chars["roman"], roman(quote.rstrip("eèmr"))
    if kind == "break":
        return chars["break"], None
    return chars["numdate" if kind == "mark" else kind], tuple(int(part) for part in re.findall("[0-9]+", quote))


def roman(quote: str) -> int:
    """The value of a Roman numeral.

    >>> roman("XIX")
    19
    """
    values = [ROMAN[char] for char in quote]
    return sum(-value if value < max([*values[at + 1 : at + 2], 0]) else value for at, value in enumerate(values))


def joined(items: list[Item], text: str, lexicon: Lexicon) -> list[Item]:
    """Items with words of several parts and numbers in words made one."""
    found: list[Item] = []
    phrases, chars = lexicon.phrases, lexicon.chars
    numerals = (chars["num"], chars["un"], chars["sept"])
    at = 0
    while at < len(items):
        item = items[at]
        size = 1
        if item.key in phrases and at + 1 < len(items) and items[at + 1].key in phrases[item.key]:
            size, item = _phrase(items, at, lexicon)
        if size == 1 and item.cls in numerals:
            size, item = _numeral(items, at, text, lexicon)
        found.append(item)
        at += size
    return found


def _phrases_at(items: list[Item], at: int, lexicon: Lexicon) -> Iterator[tuple[int, tuple[str, str]]]:
    """The phrases that begin at a place, longest first: how many words follow the first, and class and value."""
    if at + 1 < len(items):
        for rest, entry in lexicon.phrases.get(items[at].key, {}).get(items[at + 1].key, ()):
            parts = items[at + 1 : at + 1 + len(rest)]
            if len(parts) == len(rest) and all(part.key == word for part, word in zip(parts, rest, strict=True)):
                yield len(rest), entry


def _phrase(items: list[Item], at: int, lexicon: Lexicon) -> tuple[int, Item]:
    """The longest phrase at a place, unless its last word begins another (`d'après-midi`)."""
    for size, (cls, value) in _phrases_at(items, at, lexicon):
        if next(_phrases_at(items, at + size, lexicon), None) is None:
            parts = items[at : at + 1 + size]
            quote, key = " ".join(item.text for item in parts), " ".join(item.key for item in parts)
            return 1 + size, Item(parts[0].start, parts[-1].end, cls, value, quote, "", key)
    return 1, items[at]


def _numeral(items: list[Item], at: int, text: str, lexicon: Lexicon) -> tuple[int, Item]:
    """A run of number words: `vingt et un`, `quatre-vingt-dix`, `deux mille treize`."""
    chars = lexicon.chars
    numerals = (chars["num"], chars["un"], chars["sept"])
    end = at + 1
    while end < len(items) and end - at < 12:
        if items[end].cls in numerals:
            end += 1
        elif end + 1 < len(items) and items[end].text in ("-", "et") and items[end + 1].cls in numerals:
            end += 2
        else:
            break
    first = items[at]
    for stop in range(end, at, -1):
        if stop == at + 1 and first.cls != chars["num"]:
            return 1, first
        if items[stop - 1].cls not in numerals:
            continue
        quote = text[first.start : items[stop - 1].end]
        try:
            value = text2num(re.sub(r"\s+", " ", quote.lower()), "fr")
        except ValueError:
            continue
        return stop - at, Item(first.start, items[stop - 1].end, chars["w31" if 0 < value <= 31 else "wbig"], value, quote)
    return 1, Item(first.start, first.end, chars["w31"], first.value, first.text)
