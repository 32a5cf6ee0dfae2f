"""How much, how many? Numbers that count, measure, share or rank, from the raw text; no parse is needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from depeche.pipes import extensions
from depeche.pipes.columns import columns_of
from depeche.pipes.events.parties import Cast
from depeche.pipes.figures.counted import counted, next_word, subjects
from depeche.pipes.figures.quantities import Reading, readings
from depeche.record import Figure, Offsets, Passage


@Language.factory("depeche_figures", assigns=["doc._.figures"], default_config={"lexicon": None})
class Figures:
    """Fill `doc._.figures`: each figure with value, unit and modifier, except where a time stands.

    `of` is what is counted, `subject` the actors it is about; it runs after the actors.

    >>> import spacy
    >>> nlp = spacy.blank("fr")
    >>> _ = nlp.add_pipe("depeche_figures")
    >>> [(one.text, one.value, one.unit) for one in nlp("Ils produisent 43 % de l'uranium, soit 2.000 tonnes.")._.figures]
    [('43 %', 43.0, 'percent'), ('2.000 tonnes', 2000.0, 't')]
    """

    def __init__(self, nlp: Language, name: str, lexicon: str | None) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        columns = columns_of(doc)
        text = columns.text
        found = [one for one in untimed(readings(text), doc._.times) if not one.vague]
        cast = Cast(columns) if found and doc._.mentions else None
        is_parsed = doc.has_annotation("DEP")
        figures = []
        for one in found:
            of, head = counted(columns, one) if is_parsed else (next_word(text, one), None)
            figures.append(figure(text, one, of, subjects(one, head, cast) if cast else ()))
        extensions.write(doc, "figures", figures)
        return doc


def untimed(found: Sequence[Reading], times: Sequence[Passage]) -> Iterator[Reading]:
    """The readings that share no character with a time; one with a unit may end in it (`barils par jour`)."""
    spans = [(time.start, time.end) for time in times]
    at = 0
    for one in found:
        while at < len(spans) and spans[at][1] <= one.start:
            at += 1
        ends_in = one.rule == "measure" and at < len(spans) and spans[at][0] > one.start
        if at == len(spans) or spans[at][0] >= one.end or ends_in:
            yield one


def figure(text: str, one: Reading, of: Offsets | None, subject: tuple[str, ...]) -> Figure:
    """The record's figure of a reading, with what it counts and about whom it is."""
    return Figure(
        start=one.start,
        end=one.end,
        text=text[one.start : one.end],
        value=one.value,
        high=one.high,
        unit=one.unit,
        mod=one.mod,
        of=of,
        subject=subject,
        why=one.rule,
    )
