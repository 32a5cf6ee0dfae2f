"""Which numbers count nothing? Parts of names, dates, years, scores, `Premier ministre`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from depeche.pipes.figures.lexicon import Lexicon, pattern
from depeche.pipes.figures.numerals import Numeral

ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S{1,60}@\S+")
BEFORE = pattern("number_sign")
AFTER = re.compile(r"[ -]([^\W\d_]+)")
MODEL = re.compile(r"[^\W\d_]\d*-$")
MEASURED = re.compile(r" ?[\w%€$£°]")
ON = pattern("goes_on")
SCORE = pattern("score")
SHORT = re.compile(r" ?[%€$£°]| \w{1,3}\b")
PLURAL = re.compile(r" [a-zà-ÿœ][^\W\d_]*[sx]\b")


def kept(text: str, flat: str, lex: Lexicon, found: Sequence[Numeral]) -> Iterator[Numeral]:
    """The numbers without those that are no figures."""
    taken = -1
    links = [match.span() for match in ADDRESS.finditer(flat)] if "www" in flat or "http" in flat or "@" in flat else []
    for numeral in found:
        if numeral.start < taken or any(start <= numeral.start < end for start, end in links):
            continue
        if trap := lex.at.match(flat, numeral.start):
            taken = trap.end()
        elif _is_score(flat, lex, numeral):
            taken = SCORE.match(flat, numeral.end).end()  # type: ignore[union-attr]
        elif not _is_trap(text, flat, lex, numeral):
            yield numeral


def _is_score(flat: str, lex: Lexicon, numeral: Numeral) -> bool:
    """`victoire 8 à 3`: two numbers that count goals or points, told after a word of the game."""
    link = SCORE.match(flat, numeral.end)
    if link is None or numeral.kind != "cardinal" or not 0 <= numeral.value < 200:
        return False
    words = re.findall(r"[\w'-]+", flat[max(0, numeral.start - 36) : numeral.start])
    return any(word in lex.traps["score"] for word in words)


def _is_trap(text: str, flat: str, lex: Lexicon, numeral: Numeral) -> bool:
    after = AFTER.match(flat, numeral.end)
    if numeral.kind == "ordinal":
        return after is not None and after[1] in lex.traps["after"]
    before = BEFORE.search(flat, max(0, numeral.start - 24), numeral.start)
    word = before[1] if before else ""
    if flat[numeral.start : numeral.end] in lex.traps["lone"]:
        return word in lex.traps["not"] or not PLURAL.match(text, numeral.end)
    if not numeral.digits and numeral.kind == "cardinal" and _is_group(text, numeral):
        return True
    if word in lex.traps["before"]:
        return numeral.kind in ("cardinal", "fraction")
    if numeral.digits and numeral.kind == "cardinal":
        return _is_name_part(text, flat, lex, numeral, word) or _is_year(text, flat, lex, numeral, word)
    return False


def _is_group(text: str, numeral: Numeral) -> bool:
    """`les Douze`, `le groupe des Sept`: a capital in a sentence, and no noun behind."""
    start = numeral.start
    is_capital = text[start].isupper() and text[start - 1 : start] == " " and not _opens(text, start)
    return is_capital and not PLURAL.match(text, numeral.end)


def _is_name_part(text: str, flat: str, lex: Lexicon, numeral: Numeral, word: str) -> bool:
    """`Airbus A320-200`, `Boeing 737`, the `[1]` of a note; not `Gaza 12 morts` nor `3 km`."""
    start, end = numeral.start, numeral.end
    if text[max(0, start - 1) : start] == "[" and text[end : end + 1] == "]":
        return True
    if MODEL.search(text, max(0, start - 12), start):
        return True
    if not word:
        return False
    at = start - 1 - len(word)
    capital = text[at : at + 1].isupper() and text[start - 1] == " "
    if text[end : end + 2] == ". " and text[end + 2 : end + 3].islower() and numeral.value < 100:
        return True
    opens = _opens(text, at)
    is_acronym = len(word) < 5 and text[at : start - 1].isupper() and not opens and word not in lex.sign_codes
    if word in lex.traps["named"] or is_acronym:
        return capital and not PLURAL.match(text, end) and not ON.match(flat, end)
    return capital and not opens and word not in lex.sign_codes and not MEASURED.match(flat, end)


def _opens(text: str, at: int) -> bool:
    """Whether a sentence begins at a word."""
    return at == 0 or text[max(0, at - 4) : at].strip(' «"“')[-1:] in ("", ".", "!", "?", "\n", ":", "–", "—", "-")



def _is_year(text: str, flat: str, lex: Lexicon, numeral: Numeral, word: str) -> bool:
    if numeral.end - numeral.start != 4 or not 1500 <= numeral.value <= 2100:
        return False
    if word in lex.traps["year"]:
        return True
    return not PLURAL.match(text, numeral.end) and not SHORT.match(flat, numeral.end)
