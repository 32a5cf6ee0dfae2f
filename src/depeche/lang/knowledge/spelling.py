"""In which spellings may a name stand in a text, and which entry of a table does a spelling find?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")

HEADLINE = "\x00"
"""What begins the key of a form in capitals."""

CODE = re.compile("[a-z]{2}")

DOTTED = re.compile(r"[A-Z](?:\.[A-Z])+\.?")


@lru_cache(maxsize=1 << 14)
def plain(form: str) -> str:
    """A form as the tables hold it: straight apostrophes, plain hyphens, single blanks, no points in an acronym.

    >>> plain("Côte  d’Ivoire"), plain("O.N.U.")
    ("Côte d'Ivoire", 'ONU')
    """
    if DOTTED.fullmatch(form):
        return form.replace(".", "")
    return " ".join(form.replace("’", "'").replace("ʼ", "'").replace("\u2010", "-").replace("\u2011", "-").split())


def slug(name: str) -> str:
    """Which id has something of this name?

    >>> slug("Kassym-Jomart Tokaïev"), slug("Bœuf"), slug("porte-parole de l’armée")
    ('kassym-jomart-tokaiev', 'boeuf', 'porte-parole-de-l-armee')

    Two letters alone are a country's code: what has a name of two letters and is no country is told from it.

    >>> slug("PS")
    'ps-nom'
    """
    for mark, letters in (("œ", "oe"), ("Œ", "OE"), ("ı", "i"), ("ł", "l"), ("Ł", "L"), ("ø", "o"), ("Ø", "O"), ("đ", "d")):
        name = name.replace(mark, letters)
    ascii = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode()
    found = re.sub(r"[^a-z0-9]+", "-", ascii.lower()).strip("-")
    return f"{found}-nom" if CODE.fullmatch(found) else found


def spellings(form: str) -> list[str]:
    """The form, and the form as the press writes it without accents on its capitals.

    >>> spellings("États-Unis"), spellings("Mali")
    (['États-Unis', 'Etats-Unis'], ['Mali'])
    """
    if form.isascii():
        return [form]
    bare = re.sub("[ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŠŽČŞİ]", lambda found: unicodedata.normalize("NFD", found[0])[0], form)
    return [form] if bare == form else [form, bare]


def transcriptions(name: str) -> list[str]:
    """A person's name, and as other transcribers write it: the Arabic article, the second half of a Korean or Chinese first name.

    >>> transcriptions("Bachar al-Assad")
    ['Bachar al-Assad', 'Bachar Al-Assad', 'Bachar el-Assad', 'Bachar El-Assad']
    >>> transcriptions("Kim Jong-un")
    ['Kim Jong-un', 'Kim Jong-Un']
    """
    found = [re.sub(r"\b[AaEe]l-", article, name) for article in ("al-", "Al-", "el-", "El-")]
    upper = re.sub(r"(?<=[a-z])-([a-z])", lambda found: f"-{found[1].upper()}", name)
    return list(dict.fromkeys([name, upper, *found] if "l-" in name else [name, upper]))


def shout(form: str) -> str:
    """The form in capitals without accents, as in a headline.

    >>> shout("Émirats arabes unis")
    'EMIRATS ARABES UNIS'
    """
    return "".join(char for char in unicodedata.normalize("NFD", form.upper()) if not unicodedata.combining(char))


def find(table: Mapping[str, T], form: str) -> T | None:
    """What stands in the table under this form: as written, or as a headline in capitals writes it.

    >>> find(with_headlines({"Mali": "ml"}), "MALI")
    'ml'
    """
    form = plain(form)
    found = table.get(form)
    if found is None and len(form) > 3 and form.isupper():
        return table.get(HEADLINE + shout(form))
    return found


def enter(table: dict[str, T], form: str, value: T) -> None:
    """Write the value under every spelling of the form; what stands there already stays."""
    for spelling in spellings(plain(form)):
        table.setdefault(spelling, value)


def with_headlines(table: dict[str, T]) -> dict[str, T]:
    """The table with an entry for each form as a headline writes it, under a key that no text holds."""
    for form, value in list(table.items()):
        if len(form) > 3:
            table.setdefault(HEADLINE + shout(form), value)
    return table


def cells(column: str) -> list[str]:
    """The forms of a column, their marks of doubt left out.

    >>> cells("Orange|?groupe Orange"), cells("")
    (['Orange', 'groupe Orange'], [])
    """
    return [form.removeprefix("?") for form in column.split("|") if form]
