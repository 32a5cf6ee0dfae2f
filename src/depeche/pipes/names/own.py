"""What does a name itself say that it is? `Élection présidentielle`, `Parti du travail`, `Amiens SC`, `Antonov An-26`."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc, Span

from depeche.lang import FRENCH, knowledge, read_table
from depeche.pipes.names.heads import works

TOWN = re.compile(r"[A-ZÉÈÎ][\w'’]+(?:-[\w'’]+)*-(?:sur|sous|les|lès|lez|en|la|le|aux?|du)-(?:[\w'’]+-)*[A-ZÉÈÎ][\w'’]+")
"""`Bourg-sur-Orne`, `Neuville-lès-Bois`."""


@cache
def words(where: str) -> dict[str, str]:
    """The label that each word gives as the first or last of a name, anywhere in it, or before a number (`maker`)."""
    rows = read_table(FRENCH / "name_words.tsv", ("word", "where", "label"))
    return {row["word"]: row["label"] for row in rows if row["where"] == where}


def labelled(doc: Doc, spans: list[Span]) -> list[Span]:
    """The names, each with the label that its own words give; one of the tables keeps its own."""
    return [Span(doc, span.start, span.end, label=_label(span) or span.label_) for span in spans]


def _is_acronym(span: Span) -> bool:
    """Capitals that no table knows, in a text that has small letters around them (`l'[UERT] a dit`, `(UERT)`)."""
    text, doc = span.text, span.doc
    if not (2 < len(text) < 7 and text.isalpha() and text.isupper()) or knowledge.place_named(text) is not None:
        return False
    before = doc[span.start - 1].text if span.start else ""
    after = doc[span.end].text if span.end < len(doc) else ""
    return not (before.isalpha() and before.isupper()) and not (after.isalpha() and after.isupper())


def _label(span: Span) -> str | None:
    if label := works().get(knowledge.plain(span.text)):
        return label
    if knowledge.named(span.text):
        return None
    if TOWN.fullmatch(span.text):
        return "LOC"
    if len(span) < 2:
        return "ORG" if span.label_ in ("LOC", "PER") and _is_acronym(span) else None
    first, last = span[0].lower_, span[-1].text
    if first in words("maker") and (last.isupper() or any(char.isdigit() for char in last)):
        return words("maker")[first]
    if club := next((words("any")[token.text] for token in span if token.text in words("any")), None):
        return club
    if last in words("last"):
        return words("first").get(first) or words("last")[last]
    is_person = span.label_ == "PER" and span[1].text[:1].isupper()
    return None if is_person else words("first").get(first)
