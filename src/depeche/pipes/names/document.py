"""What does the document say of its own names? Surnames, short forms in brackets, one label for one name."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc, Span, Token

from depeche.lang import knowledge
from depeche.pipes.columns import columns_of
from depeche.pipes.names.edges import words

Place = tuple[int, int]


def surnames(doc: Doc, spans: list[Span]) -> list[Span]:
    """With the lone surnames of people that are named in full somewhere."""
    full = {span[-1].text for span in spans if span.label_ == "PER" and len(span) > 1}
    firsts = {span[0].text for span in spans if span.label_ == "PER" and len(span) > 1}
    full = {name for name in full - firsts if knowledge.named(name) is None and knowledge.country_of_capital(name) is None}
    kept = []
    for span in spans:
        alone = len(span) == 1 and span.text in full and span.label_ != "PER"
        is_person = alone and not _is_where(doc, span) and not _is_thing(doc, span)
        kept.append(Span(doc, span.start, span.end, label="PER") if is_person else span)
    taken = {token.i for span in kept for token in span}
    found = [
        token
        for token in doc
        if token.text in full and token.i not in taken and token.text[:1].isupper() and len(token) > 2 and not _is_kin(token)
    ]
    return sorted([*kept, *(Span(doc, token.i, token.i + 1, label="PER") for token in found)], key=lambda span: span.start)


def _is_kin(token: Token) -> bool:
    """Several of one surname: `la famille Morvan`, `les Morvan`."""
    before = token.nbor(-1).lower_ if token.i else ""
    return before in words("family") or before in words("plural")


def _is_thing(doc: Doc, span: Span) -> bool:
    """An organisation after its article: `la [Fox]`, where a `Lena Fox` has been named."""
    return span.label_ == "ORG" and span.start > 0 and doc[span.start - 1].lower_ in words("singular")


def _is_where(doc: Doc, span: Span) -> bool:
    """After a preposition of place and found as a place (`à Richmond`)."""
    return span.label_ == "LOC" and span.start > 0 and doc[span.start - 1].lower_ in words("where")


def short_forms(doc: Doc, spans: list[Span]) -> list[Span]:
    """`Name (SHORT)`: the short form has the label of the name, wherever it stands."""
    ends = {span.end: span for span in spans}
    labels: dict[str, str] = {}
    for i in range(1, len(doc) - 2):
        if doc[i].text == "(" and doc[i + 2].text == ")" and i in ends and ends[i].label_ in ("ORG", "MISC"):
            short = doc[i + 1].text
            is_short = (_is_short(short) or _is_blend(short, ends[i])) and len(short) < len(ends[i].text)
            if is_short and knowledge.country_named(short) is None:
                labels.setdefault(short, ends[i].label_)
    if not labels:
        return spans
    kept = [Span(doc, s.end - 1, s.end, label=labels[s[-1].text]) if _bare(s) in labels else s for s in spans]
    taken = {token.i for span in kept for token in span}
    found = [Span(doc, t.i, t.i + 1, label=labels[t.text]) for t in doc if t.text in labels and t.i not in taken]
    return sorted([*kept, *found], key=lambda span: span.start)


def _is_short(text: str) -> bool:
    """Two capitals, or one and a figure (`M23`)."""
    return text.isalnum() and text[:1].isupper() and sum(char.isupper() or char.isdigit() for char in text) > 1


def _is_blend(text: str, name: Span) -> bool:
    """Letters of an organisation's several words in their order, from the first on (`Union nationale du Wadaï (Unawad)`)."""
    if name.label_ != "ORG" or len(name) < 2 or len(text) < 4 or not text.isalpha() or text in name.text:
        return False
    letters = iter(name.text.lower())
    return text[0] == name.text[0] and all(letter in letters for letter in text.lower())


def _bare(span: Span) -> str:
    """A name without the article that stands before it (`L'Unawad`)."""
    return span[1:].text if len(span) == 2 and span[0].lower_ in ("l'", "l’") else span.text


def repeated(doc: Doc, spans: list[Span]) -> list[Span]:
    """With the other places where a name stands that was found once: one of several words, or one that was found twice."""
    counts = Counter(span.text for span in spans)
    texts = columns_of(doc).texts
    known: dict[str, dict[tuple[str, ...], str]] = {}
    for span in spans:
        if (len(span) > 1 or counts[span.text] > 1) and len(span.text) > 2 and span.text[0].isupper():
            words = tuple(texts[span.start : span.end])
            known.setdefault(words[0], {})[words] = span.label_
    taken = {token.i for span in spans for token in span}
    found = []
    for i, text in enumerate(texts):
        if i in taken or text not in known:
            continue
        for words, label in sorted(known[text].items(), key=lambda item: -len(item[0])):
            end = i + len(words)
            if tuple(texts[i:end]) == words and not taken.intersection(range(i, end)):
                found.append(Span(doc, i, end, label=label))
                taken.update(range(i, end))
                break
    return sorted([*spans, *found], key=lambda span: span.start)


def agreed(doc: Doc, spans: list[Span], told: dict[str, str]) -> list[Span]:
    """One label a name: that which a noun before it told, else that which it has most often."""
    votes: dict[str, Counter[str]] = {}
    for span in spans:
        votes.setdefault(span.text, Counter())[span.label_] += 1
    kept = []
    for span in spans:
        (best, number), *rest = votes[span.text].most_common(2)
        sure = number >= 2 and (not rest or number > rest[0][1])
        label = told.get(span.text) or (best if sure else span.label_)
        kept.append(Span(doc, span.start, span.end, label=label))
    return kept
