"""Was something left to be filled in (`[nom]`, `XXX`, `à vérifier`)?"""

from __future__ import annotations

from collections.abc import Iterator

from depeche.checks.page import Fault, Page
from depeche.checks.words import pattern


def find(page: Page) -> Iterator[Fault]:
    """A mark that an author left for himself."""
    for found in pattern("placeholder").finditer(page.text):
        yield Fault(f"left to be filled in: {page.quote(found.span())!r}", (found.span(),))
