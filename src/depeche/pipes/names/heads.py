"""What does the noun right before a name say that it is? `la société X`: a firm; `le film X`: a work; `la ville de X`."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Span

from depeche.lang import FRENCH, knowledge, read_table
from depeche.pipes.columns import columns_of
from depeche.pipes.names.edges import words

WORK = "WORK"
ADJECTIVES = 3
WORDS = 4
"""Words that may stand between the noun and its name, and that the name may have."""
QUOTED = 7
"""Words of a name in quotation marks."""


@cache
def works() -> dict[str, str]:
    """The label of each name of `works.tsv`: competitions, feasts, works, products, and others that the tables call otherwise."""
    return {row["name"]: row["label"] for row in read_table(FRENCH / "works.tsv", ("name", "label"), key="name")}


@cache
def heads() -> dict[str, str]:
    """The label that each noun gives; `WORK`: `MISC` for what was found as a name, nothing for what was not."""
    return {row["noun"]: row["label"] for row in read_table(FRENCH / "name_heads.tsv", ("noun", "label"), key="noun")}


def told(doc: Doc, spans: list[Span]) -> tuple[list[Span], dict[str, str]]:
    """The names with the label that the noun before them gives, and that label for each name, to hold in the whole document."""
    labels: dict[str, str] = {}
    lower = columns_of(doc).lower
    kept = []
    for span in spans:
        label = _told(doc, lower, span)
        if label and label != span.label_ and not knowledge.named(span.text) and knowledge.plain(span.text) not in works():
            span = Span(doc, span.start, span.end, label=label)
        if label:
            labels.setdefault(span.text, span.label_)
        kept.append(span)
    return kept, labels


def _told(doc: Doc, lower: list[str], span: Span) -> str | None:
    i = span.start - 1
    while i >= 0 and (doc[i].text in ("«", '"', "“") or (doc[i].pos_ == "ADJ" and doc[i].lower_ not in heads())):
        i -= 1
    if i < 0 or doc[i].pos_ == "VERB":
        return None
    label = _head(lower, i)
    label = "MISC" if label == WORK else label
    if label == "PER":
        is_full = len(span) > 1 and all(token.text[:1].isupper() for token in span) and knowledge.place_named(span.text) is None
        return label if is_full and i == span.start - 1 else None
    if label in ("ORG", "MISC"):
        is_complement = i > 0 and doc[i - 1].lower_ in words("of")  # `chef d'orchestre X`
        return None if span.label_ == "PER" and is_complement else label
    of = doc[i].lower_ in ("de", "d'", "d’") and i > 0 and heads().get(doc[i - 1].lower_) == "LOC"
    return "LOC" if (label == "LOC" or of) and span.label_ != "PER" else None


def _head(lower: list[str], i: int) -> str | None:
    """The label that the noun ending at a token gives, of three and two words first (`agence de presse`, `jeu vidéo`)."""
    three, two = " ".join(lower[max(i - 2, 0) : i + 1]), " ".join(lower[max(i - 1, 0) : i + 1])
    return heads().get(three) or heads().get(two) or heads().get(lower[i])


def quoted(doc: Doc, spans: list[Span]) -> list[Span]:
    """What a noun calls a name by its quotation marks is one, whole (`le collectif « [Sécurité pour tous] »`)."""
    found = []
    lower = columns_of(doc).lower
    for i in range(1, len(doc) - 2):
        if lower[i] != "«" or not doc[i + 1].text[:1].isupper():
            continue
        label = _head(lower, i - 1)
        if label not in ("ORG", "MISC", WORK):
            continue
        end = next((k for k in range(i + 2, min(i + 2 + QUOTED, len(doc))) if lower[k] == "»"), None)
        if end is not None and all(token.pos_ not in ("VERB", "AUX", "PUNCT") for token in doc[i + 1 : end]):
            found.append(Span(doc, i + 1, end, label="MISC" if label == WORK else label))
    inside = {token.i for span in found for token in span}
    return [*(span for span in spans if not inside.intersection(range(span.start, span.end))), *found] if found else spans


def led(doc: Doc, spans: list[Span]) -> list[Span]:
    """With the capitalised words after a noun, where no name was found (`la société publique Belmarok`, `la tempête Ymer`)."""
    inside = {token.i for span in spans for token in span}
    found = []
    lower = columns_of(doc).lower
    for i in range(len(doc) - 1):
        label = _head(lower, i)
        if label not in ("ORG", "MISC") or i in inside:
            continue
        start = i + 1
        while start < len(doc) and doc[start].pos_ == "ADJ" and doc[start].text.islower() and start - i < ADJECTIVES:
            start += 1
        start += start < len(doc) and doc[start].text == "«"
        end = start
        while end < len(doc) and end - start < WORDS and end not in inside and _is_capitalised(doc[end].text):
            end += 1
        if end > start and knowledge.country_of_adjective(doc[start].text) is None and (end == len(doc) or end not in inside):
            found.append(Span(doc, start, end, label=label))
    return sorted([*spans, *found], key=lambda span: span.start)


def _is_capitalised(text: str) -> bool:
    return text[:1].isupper() and text[1:2].islower()
