"""Does a word stand twice in a row (`le le président`)?"""

from __future__ import annotations

from collections.abc import Iterator

from depeche.checks.page import Fault, Page
from depeche.checks.words import keys


def find(page: Page) -> Iterator[Fault]:
    """A small word said twice with only a blank between; `nous nous` and other doublets that French has are none."""
    for first, second in zip(page.words, page.words[1:], strict=False):
        between = page.text[first.end : second.start]
        if first.form.casefold() == second.form.casefold() and between.isspace() and between.count("\n") < 2:
            if first.key not in keys("doubled") or first.form.isupper() != second.form.isupper():
                continue
            after = page.words_in(second.end, second.end + 20)[:1]
            is_particle = first.key in keys("before_particle") and bool(after) and after[0].is_capital
            if is_particle or (second.is_capital and not first.is_capital):
                continue  # « de De Gaulle », « à la La Haye », « ministre de de Gaulle »
            yield Fault(f"{first.form!r} stands twice", ((first.start, second.end),))
