"""Which tokens of the folded text are parts of numbers, and what is each worth?"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from depeche.pipes.figures.lexicon import Lexicon, pattern

GROUPS = r"\d{1,3}(?:(?: {1,2}\d{3}){1,5}|(?:\.\d{3}){1,5}|(?:'\d{3}){1,5}|(?:,\d{3}){2,5}|(?:,\d\d){1,3},\d{3})(?!\d)"
WHOLE = rf"(?<![\w.,])[+-]?(?<!\d')(?:{GROUPS}|\d{{1,18}}(?!\d))"
DIGITS = rf"{WHOLE}(?:[.,]\d{{1,18}}(?!\d|[.,]\d))?|(?<![^\s$-])-?[.,]\d{{1,18}}(?!\d)"
TOKEN = re.compile(rf"({DIGITS})|[^\W\d_]+|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")


@dataclass(frozen=True, slots=True)
class Word:
    """A token that is part of a number.

    `kind` is that of number_words.tsv, `digits` or `glyph`; `form` that of the usual cardinal.
    """

    start: int
    end: int
    kind: str
    value: float
    form: str


def number_words(flat: str, lex: Lexicon) -> list[Word]:
    """The tokens of the folded text that are figures or number words."""
    found, words = [], lex.words
    for match in TOKEN.finditer(flat):
        form = match[0]
        if match[1]:
            found.append(Word(match.start(), match.end(), "digits", digits_value(form), form))
        elif form in words:
            kind, value = words[form]
            if kind in ("cardinal", "ordinal", "parts"):
                form = lex.cardinals.get(value, form)
            if kind != "symbol":
                found.append(Word(match.start(), match.end(), kind, value, form))
        elif form[0] in "ivx" and (roman := ROMAN.fullmatch(form)) and (worth := roman_value(roman[1])):
            found.append(Word(match.start(), match.end(), "roman", worth, roman[1]))
        elif form in FRACTIONS:
            found.append(Word(match.start(), match.end(), "glyph", FRACTIONS[form], form))
    return found


ROMAN = pattern("roman")
LETTERS = {"i": 1, "v": 5, "x": 10}
FRACTIONS = {glyph: unicodedata.numeric(glyph) for glyph in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}


def roman_value(letters: str) -> float:
    """What is a Roman number worth? 0 where it is none.

    >>> roman_value("xiv"), roman_value("iix")
    (14.0, 0.0)
    """
    worth = [LETTERS[letter] for letter in letters]
    total = sum(-one if one < next_one else one for one, next_one in zip(worth, [*worth[1:], 0], strict=True))
    return float(total) if letters == _roman(total) else 0.0


def _roman(number: int) -> str:
    found = ""
    for value, letters in ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        found += letters * (number // value)
        number %= value
    return found


def digits_value(form: str) -> float:
    """What is a number in figures worth?

    >>> [digits_value(form) for form in ("7.500", "1,5", "14.5", "50'000", "1 234 567,89", "26.469,89", "4,800", "0.125")]
    [7500.0, 1.5, 14.5, 50000.0, 1234567.89, 26469.89, 4.8, 0.125]

    A point before three figures parts thousands, as French-language typography has it; elsewhere it is a decimal point.
    """
    bare = form.replace(" ", "").replace("'", "")
    if bare.count(",") > 1:
        bare = bare.replace(",", "")
    elif "," in bare:
        bare = bare.replace(".", "").replace(",", ".")
    elif bare.count(".") > 1 or re.fullmatch(r"[+-]?[1-9]\d{0,2}\.\d{3}", bare):
        bare = re.sub(r"\.(?=\d{3}(?:\.|$))", "", bare)
    return float(bare)
