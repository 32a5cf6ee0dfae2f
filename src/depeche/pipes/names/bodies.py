"""Which names are a common noun in capitals, or a noun and a demonym? `le Sénat`, `le Parlement espagnol`, `le désert syrien`."""

from __future__ import annotations

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from depeche.lang import knowledge
from depeche.pipes.columns import columns_of
from depeche.pipes.names.edges import words
from depeche.pipes.names.own import words as own_words


def bodies(doc: Doc, spans: list[Span]) -> list[Span]:
    """With the bodies that their noun in capitals names, alone or with a demonym, and the votes and deserts of a country."""
    columns = columns_of(doc)
    taken = {token.i: span for span in spans for token in span}
    found: list[Span] = []
    gone: set[int] = set()
    for i, lower in enumerate(columns.words):
        where = "alone" if lower in own_words("alone") else "of_country" if lower in own_words("of_country") else None
        over = taken.get(i)
        if where is None or (where == "alone" and not columns.texts[i].istitle()) or not _is_free(over, i):
            continue
        end = _end(doc, i) if where == "alone" else _vote(doc, i)
        is_new = end is not None and all(taken.get(k) in (None, over) for k in range(i, end))
        if end is not None and is_new and (where != "alone" or _is_named(doc, i) or end - i > 1):
            found.append(Span(doc, i, end, label=own_words(where)[lower]))
            gone.update({over.start} if over is not None else ())
    return filter_spans([*(span for span in spans if span.start not in gone), *found]) if found else spans


def _is_free(over: Span | None, i: int) -> bool:
    """Whether no name holds the word, or the word is the whole of one (`[Sénat]` taken for a place)."""
    return over is None or (over.start == i and len(over) == 1)


def _is_named(doc: Doc, i: int) -> bool:
    """After an article or preposition, and with no complement (`le Congrès de Tours` is another)."""
    before = doc[i - 1].lower_.replace("’", "'") if i else ""
    after = doc[i + 1].lower_ if i + 1 < len(doc) else ""
    has_article = before in words("article") or before in words("singular") or before in words("of")
    return has_article and after not in words("of") and not (i + 1 < len(doc) and doc[i + 1].pos_ == "ADJ")


def _end(doc: Doc, i: int) -> int:
    """The end of a body: after its demonym (`Sénat américain`)."""
    is_of = i + 1 < len(doc) and _is_demonym(doc, i + 1)
    return i + 1 + is_of


def _is_demonym(doc: Doc, i: int) -> bool:
    return doc[i].text.islower() and knowledge.country_of_adjective(doc[i].text) is not None


def _vote(doc: Doc, i: int) -> int | None:
    """The end of `élection présidentielle française`, `désert syrien`: after the demonym, which must be there."""
    at = i + 1
    while at < len(doc) and at - i < 3 and doc[at].pos_ == "ADJ" and not _is_demonym(doc, at):
        at += 1
    is_bare = at == i + 1 and own_words("of_country")[doc[i].lower_] != "LOC"  # `les élections américaines`
    return at + 1 if at < len(doc) and _is_demonym(doc, at) and not is_bare else None
