"""Which numbers does the text write? Figures, words and their mixtures, with their values; nothing is left out yet.

Everything works on the folded text (`lexicon.folded`), which has the offsets of the text.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from text_to_num import text2num

from depeche.pipes.figures.lexicon import Lexicon, folded, lexicon, pattern
from depeche.pipes.figures.words import Word, number_words

RANK = pattern("rank")
SYMBOL = re.compile(r"( {0,2})(Mio|Mds?|Mrds?|[kKMGb])(?![^\W\d_])")
POWER = re.compile(r"(e|\^)([+-]{0,2}\d{1,3})(?!\w)")
AND = pattern("and")
AMONG_ALL = pattern("over")
POINT = pattern("point")
ZERO = pattern("zero")
HAVE = pattern("have")
BACK = pattern("back")
MINUS = pattern("minus")
OVER = re.compile(r"/(2|3|4|5|6|8|10|16|20|100)(?![\d/])")
SIGN = pattern("sign")
OF = pattern("of")
ALONE = pattern("alone")
AMONG = pattern("among")
ROUND = (2, 3, 4, 5, 10, 100, 1000)
"""What shares are told of: `un Français sur trois`."""
LONGEST = 24
"""Words of one number at most."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number as written.

    `kind`: `cardinal`, `article` (`un` alone), `about` (`une dizaine`), `vague` (`des centaines`: `value` is the least),
    `fraction`, `ordinal`, `relative` (`dernier`), `multiple` (`doublé`). `scale` is that of its last scale word, else 1.
    """

    start: int
    end: int
    value: float
    kind: str = "cardinal"
    scale: float = 1.0
    digits: bool = False


def numerals(text: str, flat: str | None = None, lex: Lexicon | None = None) -> list[Numeral]:
    """The numbers of a text, from left to right.

    >>> [(one.value, one.kind) for one in numerals("Deux cent mille habitants, 1,5 milliard, une dizaine, le 3e")]
    [(200000.0, 'cardinal'), (1500000000.0, 'cardinal'), (10.0, 'about'), (3.0, 'ordinal')]

    Source: text2num 3 adds up the words below a million.
    """
    flat, lex = flat if flat is not None else folded(text), lex or lexicon()
    words = number_words(flat, lex)
    found: list[Numeral] = []
    at = 0
    while at < len(words):
        numeral, at = _numeral(text, flat, lex, words, at)
        if numeral:
            found.append(_signed(flat, _stepped_back(flat, numeral)))
            if len(found) > 1 and (joined := _over(flat, found[-2], found[-1])):
                found[-2:] = [joined]
    return found


def _over(flat: str, part: Numeral, whole: Numeral) -> Numeral | None:
    """`deux sur trois` is a fraction, `deux virgule trois` a decimal number."""
    if whole.kind != "cardinal" or part.kind not in ("cardinal", "article") or part.value != int(part.value):
        return None
    gap = flat[part.end : whole.start]
    plain = not (part.digits and whole.digits) or whole.value in (3, 4, 5, 10, 100, 1000)
    if AMONG.fullmatch(flat, part.end, whole.start) and 0 < part.value < whole.value and whole.value in ROUND:
        return Numeral(part.start, whole.end, part.value / whole.value, "fraction")
    if AMONG_ALL.fullmatch(gap) and 0 < abs(part.value) < whole.value and plain:
        return Numeral(part.start, whole.end, part.value / whole.value, "fraction")
    if POINT.fullmatch(gap) and whole.value == int(whole.value) and not whole.digits:
        places = len(str(int(whole.value))) + bool(ZERO.match(flat, whole.start))
        return Numeral(part.start, whole.end, part.value + math.copysign(whole.value / 10**places, part.value))
    return None


def _signed(flat: str, numeral: Numeral) -> Numeral:
    """`moins douze` is below zero; `au moins douze` is not."""
    if numeral.kind not in ("cardinal", "fraction", "article") or numeral.value <= 0:
        return numeral
    if sign := MINUS.search(flat, max(0, numeral.start - 12), numeral.start):
        kind = "fraction" if numeral.kind == "fraction" else "cardinal"
        return replace(numeral, start=sign.start(), value=-numeral.value, kind=kind)
    if numeral.digits and flat[: numeral.start].strip() == "-" and flat[numeral.start - 1] == " ":
        return replace(numeral, start=flat.index("-"), value=-numeral.value)
    return numeral


def _stepped_back(flat: str, numeral: Numeral) -> Numeral:
    """`l'avant-dernier`, `celle d'avant la dernière`: one before the last."""
    if numeral.kind == "relative" and (before := BACK.search(flat, max(0, numeral.start - 12), numeral.start)):
        return replace(numeral, start=before.start(), value=numeral.value - 1)
    return numeral


def _numeral(text: str, flat: str, lex: Lexicon, words: Sequence[Word], at: int) -> tuple[Numeral | None, int]:
    """The number that begins at a word, and the word after it."""
    word = words[at]
    if word.kind == "digits":
        return _digits(text, flat, lex, words, at)
    if word.kind == "roman":
        capitals = text[word.start : word.start + len(word.form)].isupper() and text[word.end - 1].islower()
        return (Numeral(word.start, word.end, word.value, "ordinal", digits=True) if capitals else None), at + 1
    if word.kind == "glyph":
        return Numeral(word.start, word.end, word.value, "fraction"), at + 1
    if word.kind == "cardinal":
        return _spelled(flat, words, at)
    return _single(text, flat, lex, words, at)


def _digits(text: str, flat: str, lex: Lexicon, words: Sequence[Word], at: int) -> tuple[Numeral, int]:
    word = words[at]
    start, end, value = word.start, word.end, word.value
    whole = value == int(value) and value > 0
    if (power := POWER.match(flat, end)) and abs(exponent := int(power[2].replace("--", "").replace("+-", "-"))) < 60:
        raised = float(f"{value:.12g}e{exponent}") if power[1] == "e" else _power(value, exponent)
        if raised is not None:
            return Numeral(start, power.end(), raised, digits=True), _past(words, at, power.end())
    if whole and (rank := RANK.match(flat, end)):
        return Numeral(start, rank.end(), value, "ordinal", digits=True), _past(words, at, rank.end())
    if (over := OVER.match(flat, end)) and value == int(value) and abs(value) < int(over[1]):
        return Numeral(start, over.end(), value / int(over[1]), "fraction", digits=True), _past(words, at, over.end())
    after = _past(words, at, end)
    if after < len(words) and flat[end : words[after].start].strip(" ") == "" and value == int(value):
        part = words[after].kind == "glyph" or (words[after].kind == "digits" and OVER.match(flat, words[after].end))
        nested, past = _numeral(text, flat, lex, words, after) if part else (None, 0)
        if nested and nested.kind == "fraction":
            return Numeral(start, nested.end, value + math.copysign(nested.value, value), digits=True), past
    symbol = SYMBOL.match(text, end)
    if symbol and (not symbol[1] or symbol[2] == "k" or SIGN.match(text, symbol.end())):
        scale = lex.words[symbol[2]][1]
        return Numeral(start, symbol.end(), value * scale, scale=scale, digits=True), _past(words, at, symbol.end())
    return _scaled(flat, words, Numeral(start, end, value, digits=True), after)


def _scaled(flat: str, words: Sequence[Word], numeral: Numeral, at: int) -> tuple[Numeral, int]:
    """A number with the scale words after it (`3 millions 200 000`, `10 mille`, `deux millions et demi`)."""
    while (
        at < len(words)
        and flat[numeral.end : words[at].start] in (" ", "")
        and (_is_scale(words[at]) or words[at].kind == "about" or (numeral.digits and words[at].value == 100))
    ):
        scale = words[at].value
        numeral = replace(numeral, end=words[at].end, value=_times(numeral.value, scale), scale=scale)
        at += 1
    if at < len(words) and numeral.scale > 1 and flat[numeral.end : words[at].start] == " ":
        rest = words[at]
        if rest.kind == "digits" and numeral.digits and 1 < rest.value < numeral.scale and rest.value % 1000 == 0:
            return replace(numeral, end=rest.end, value=numeral.value + rest.value), at + 1
        lower = words[at + 1] if at + 1 < len(words) and flat[rest.end : words[at + 1].start] == " " else None
        if rest.kind == "digits" and lower and lower.kind == "scale" and rest.value * lower.value < numeral.scale:
            return replace(numeral, end=lower.end, value=numeral.value + rest.value * lower.value), at + 2
        hundred = at + 1 < len(words) and words[at + 1].value == 100 and numeral.scale > 100
        if rest.kind == "digits" and hundred and 1 <= rest.value < 10:
            hundreds, past = _scaled(flat, words, Numeral(rest.start, rest.end, rest.value, digits=True), at + 1)
            return replace(numeral, end=hundreds.end, value=numeral.value + hundreds.value), past
    if numeral.scale == 100 and numeral.digits and numeral.value < 1000 and at < len(words):
        rest = words[at]
        again = at + 1 < len(words) and words[at + 1].value == 100
        gap = flat[numeral.end : rest.start]
        linked = (gap == " " or AND.fullmatch(gap)) and rest.kind in ("digits", "cardinal")
        if linked and 0 < rest.value < 100 and not again:
            return replace(numeral, end=rest.end, value=numeral.value + rest.value, scale=1.0), at + 1
    return _and_half(flat, words, numeral, at)


def _and_half(flat: str, words: Sequence[Word], numeral: Numeral, at: int) -> tuple[Numeral, int]:
    """`et demi`, `et quart`, `et trois quarts`: a part of the number's own scale, or of one."""
    if at < len(words) and AND.fullmatch(flat, numeral.end, words[at].start):
        unit = numeral.scale
        if words[at].kind == "part" and words[at].value != 3:
            return replace(numeral, end=words[at].end, value=numeral.value + unit / words[at].value), at + 1
        below = words[at + 1] if at + 1 < len(words) and flat[words[at].end : words[at + 1].start] in (" ", "-") else None
        if (
            below
            and words[at].kind == "cardinal"
            and below.kind in ("part", "parts", "ordinal")
            and words[at].value < below.value
        ):
            return replace(numeral, end=below.end, value=numeral.value + unit * words[at].value / below.value), at + 2
    return numeral, at


def _is_scale(word: Word) -> bool:
    return word.kind == "scale" or (word.kind == "cardinal" and word.value == 1000)


def _spelled(flat: str, words: Sequence[Word], at: int) -> tuple[Numeral | None, int]:
    """A number in words: the longest run that makes one, then scale, rank or denominator."""
    run = [words[at]]
    past = at + 1
    while past < len(words) and len(run) < LONGEST and _joins(flat, run[-1], words[past]):
        word = words[past]
        linked = bool(AND.fullmatch(flat, run[-1].end, word.start)) or _is_belgian(run, word)
        run.append(replace(word, form=f"et {word.form}") if linked else word)
        past += 1
    for length in range(len(run), 0, -1):
        if found := _value(flat, run[:length]):
            if found.kind in ("cardinal", "article"):
                return _scaled(flat, words, found, at + length)
            return _multiplied(flat, words, found, at + length)
    return None, at + 1


def _is_belgian(run: Sequence[Word], word: Word) -> bool:
    """`vingt-un`, without `et`; not the end of `quatre-vingt-un`."""
    return word.value == 1 and 20 <= run[-1].value < 80 and not (len(run) > 1 and run[-2].value == 4)


def _joins(flat: str, before: Word, word: Word) -> bool:
    if before.kind not in ("cardinal", "scale"):
        return False
    gap = flat[before.end : word.start]
    if gap in (" ", "-", "  ", " -", "- ", "\n"):
        return word.kind in ("cardinal", "scale", "ordinal", "parts", "part", "about")
    if AND.fullmatch(gap):
        if before.value == 100 and word.kind == "cardinal":
            return word.value > 20
        return word.value in (1, 11) and word.kind in ("cardinal", "ordinal", "parts") and before.value >= 20
    return False


def _value(flat: str, run: Sequence[Word]) -> Numeral | None:
    """What is this run of words worth, all of it? `None` where it is no one number."""
    last = run[-1]
    start, end = run[0].start, last.end
    if last.kind in ("cardinal", "scale"):
        value = _sum(run)
        if value is None:
            return None
        lone = len(run) == 1 and last.value == 1
        scale = last.value if _is_scale(last) and len(run) > 1 else 1.0
        return Numeral(start, end, value, "article" if lone else "cardinal", scale)
    head = _sum(run[:-1])
    if last.kind == "part":
        return Numeral(start, end, head / last.value, "fraction") if head and head < 100 else None
    if last.kind == "about":
        return Numeral(start, end, head * last.value, "about" if head == 1 else "cardinal", last.value) if head else None
    return _ranked(flat, run, head)


def _ranked(flat: str, run: Sequence[Word], head: float | None) -> Numeral | None:
    """An ordinal (`vingt et unième`) or a fraction (`un vingtième`, `trois cinquièmes`)."""
    last = run[-1]
    start, end = run[0].start, last.end
    if last.kind == "parts":
        return Numeral(start, end, head / last.value, "fraction") if head else None
    if run[0].value == 1 and len(run) > 1:
        rest = _sum((*run[1:-1], replace(last, kind="cardinal")))
        if rest is None:
            return None
        if ALONE.match(flat, end):
            return Numeral(start, end, 1 / rest, "fraction")
        return Numeral(run[1].start, end, rest, "ordinal")
    whole = _sum((*run[:-1], replace(last, kind="cardinal")))
    if whole is not None:
        return Numeral(start, end, whole, "ordinal")
    return Numeral(start, end, head / last.value, "fraction") if head else None


def _sum(run: Sequence[Word]) -> float | None:
    """The value of cardinal and scale words in a row."""
    total, group, below = 0.0, [], float("inf")
    for word in run:
        if word.value < 1_000_000 and word.kind != "scale":
            group.append(word.form)
            continue
        value = _below_million(group) if group else None
        if value is None and not (total == 0 and word is run[0] and len(run) == 1):
            return None
        if word.value >= below:
            return None
        total, below, group = total + (value or 1) * word.value, word.value, []
    if group:
        value = _below_million(group)
        if value is None or value >= below:
            return None
        total += value
    return total


def _below_million(forms: Sequence[str]) -> float | None:
    try:
        return float(text2num(" ".join(forms), "fr"))
    except ValueError:
        return None


def _power(value: float, exponent: int) -> float | None:
    try:
        return math.copysign(abs(value) ** exponent, value)
    except (OverflowError, ZeroDivisionError):
        return None


def _times(value: float, scale: float) -> float:
    return float(round(value * scale, 6))


def _multiplied(flat: str, words: Sequence[Word], numeral: Numeral, at: int) -> tuple[Numeral, int]:
    """A part or a round number of a greater one (`un demi-million`, `une dizaine de milliers`)."""
    while at < len(words) and numeral.kind in ("fraction", "about", "vague") and words[at].kind in ("about", "scale"):
        gap = flat[numeral.end : words[at].start]
        if not (OF.fullmatch(gap) or (gap in ("-", " ") and numeral.kind == "fraction")):
            break
        word = words[at]
        kind = "cardinal" if numeral.kind == "fraction" else numeral.kind
        numeral = Numeral(numeral.start, word.end, numeral.value * word.value, kind, word.value)
        at += 1
    return numeral, at


def _single(text: str, flat: str, lex: Lexicon, words: Sequence[Word], at: int) -> tuple[Numeral | None, int]:
    """A word that is a number without a cardinal before it (`première`, `la moitié`, `des centaines`)."""
    word = words[at]
    if word.kind in ("first", "ordinal", "parts"):
        return Numeral(word.start, word.end, word.value, "ordinal"), at + 1
    if word.kind == "multiple":
        spelled = text[word.start : word.end].lower() in lex.accented and HAVE.search(flat, max(0, word.start - 24), word.start)
        return (Numeral(word.start, word.end, word.value, word.kind) if spelled else None), at + 1
    if word.kind == "relative":
        return Numeral(word.start, word.end, word.value, word.kind), at + 1
    if word.kind == "half":
        return Numeral(word.start, word.end, word.value, "fraction"), at + 1
    if word.kind == "part":
        found = Numeral(word.start, word.end, 1 / word.value, "fraction")
        joined, past = _multiplied(flat, words, found, at + 1)
        kept = past > at + 1 or OF.match(flat, word.end) or (word.start == 0 and word.end == len(flat))
        return (joined, past) if kept else (None, at + 1)
    return _rough(flat, words, at)


def _rough(flat: str, words: Sequence[Word], at: int) -> tuple[Numeral, int]:
    """`centaines`, `milliers`, `millions` with no number before them, and what multiplies them."""
    word = words[at]
    return _multiplied(flat, words, Numeral(word.start, word.end, word.value, "vague", word.value), at + 1)


def _past(words: Sequence[Word], at: int, end: int) -> int:
    at += 1
    while at < len(words) and words[at].start < end:
        at += 1
    return at
