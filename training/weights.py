"""Which noun phrases are somebody, which triggers are events? Learns the weights of `noun_weights.tsv` and `event_weights.tsv`.

    python training/weights.py --data DIR              writes both into src/depeche/lang/fr, first the nouns
    python training/weights.py --data DIR --across     writes nothing: F1 on articles not learned from, ten parts in turn

Learned from the articles of `news.jsonl` that language models marked, running no program: `marks.tsv` gives the offsets of
their nouns and events and no text. Events learn from the examples of their frames too (`tests/examples/fr/events.txt`). Never
from a gold record. DIR holds `news.jsonl` (French Wikinews of WiNER-fr, CC BY 2.5; see docs/model.md). Needs scikit-learn.
What only an optional mark meets teaches nothing.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from spacy.language import Language
from spacy.tokens import Doc

from depeche.lang import FRENCH
from depeche.pipeline import load
from depeche.pipes.actors import lexicon, nouns
from depeche.pipes.actors import likelihood as phrases
from depeche.pipes.actors.lexicon import Noun
from depeche.pipes.actors.page import Page, Spot
from depeche.pipes.actors.phrases import tail
from depeche.pipes.events import likelihood as triggers
from depeche.pipes.weights import ALWAYS, Weights

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "benchmarks"))
from scores import near, overlap  # noqa: E402

LEAST = 0.03
"""A smaller weight is left out."""

PARTS = 10
ALL = Weights({ALWAYS: 99})
"""Takes every case, so that all are seen."""

Item = dict[str, Any]


@dataclass(frozen=True)
class Marked:
    """A text and what somebody marked in it: the spans of nouns, the spans and types of events, each optional or not."""

    text: str
    published: str
    nouns: list[Item]
    events: list[Item]


@dataclass(frozen=True)
class Case:
    """What is known of a phrase or trigger, whether a reader would take it (`None`: or might not), and what a rule alone says."""

    traits: dict[str, int]
    right: bool | None
    ruled: bool


@dataclass(frozen=True)
class Task:
    """What is learned: how its cases are found, where the weights go, how sure is enough.

    `strength` is the inverse of the regularisation: .1, .3, 1 and 3 were tried, by `--across`.
    """

    table: str
    cases: Callable[[Language, Marked], list[Case]]
    enough: float
    strength: float
    examples: Callable[[Language], Iterable[Case]] = lambda _: ()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of news.jsonl")
    parser.add_argument("--across", action="store_true", help="measure on parts in turn instead of writing")
    args = parser.parse_args()
    texts = list(marked(args.data))
    for task in TASKS:
        articles = [task.cases(load(), text) for text in texts]
        examples = list(task.examples(load()))
        if args.across:
            across(task, articles, examples)
            continue
        rows = learn(task, [*articles, examples]).rows
        note = "# Log odds for each thing that may be known of a case (docs/model.md). Written by training/weights.py."
        kept = {trait for trait in rows if trait == ALWAYS or (abs(rows[trait]) >= LEAST and trait.isprintable())}
        lines = [f"{trait}\t{rows[trait]:.2f}" for trait in sorted(kept)]
        (FRENCH / task.table).write_text("\n".join([note, "trait\tweight", *lines, ""]), encoding="utf-8")
        print(f"{task.table}: {len(lines)} weights from {sum(map(len, articles))} cases of {len(articles)} articles")
        load.cache_clear()
        lexicon.load.cache_clear()


def marked(data: Path) -> Iterator[Marked]:
    """The marked articles."""
    with (HERE / "marks.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))
    articles = {article["id"]: article for article in map(json.loads, (data / "news.jsonl").open(encoding="utf-8"))}
    for row in rows:
        article = articles[row["article"]]
        yield Marked(article["text"], article["published"], items(row["nouns"]), items(row["events"]))


def items(cell: str) -> list[Item]:
    """The marks of one cell.

    >>> items("0-5 9-12:AID?")
    [{'start': 0, 'end': 5, 'type': '', 'optional': False}, {'start': 9, 'end': 12, 'type': 'AID', 'optional': True}]
    """
    found = []
    for mark in cell.split():
        span, _, kind = mark.removesuffix("?").partition(":")
        start, end = map(int, span.split("-"))
        found.append({"start": start, "end": end, "type": kind, "optional": mark.endswith("?")})
    return found


def read(nlp: Language, text: Marked) -> Doc:
    doc = nlp.make_doc(text.text)
    doc._.published = text.published
    return nlp(doc)


def noun_cases(nlp: Language, text: Marked) -> list[Case]:
    """The noun phrases that no rule excludes; one is right where half of it and of a marked one are the same characters."""
    found: list[Case] = []

    def record(page: Page, spot: Spot, noun: Noun) -> bool:
        start, end = page.span(spot._replace(end=tail(page, spot.start, spot.end)))
        met = [mark for mark in text.nouns if overlap(mark, {"start": start, "end": end}) > 0]
        half = [mark for mark in met if overlap(mark, {"start": start, "end": end}) >= 0.5]
        is_clear = any(not mark["optional"] for mark in half) or not met
        known = dict.fromkeys(phrases.traits(page, spot, noun), 1)
        found.append(Case(known, bool(half) if is_clear else None, True))
        return likely(page, spot, noun)

    likely, nouns.is_likely = nouns.is_likely, record
    read(nlp, text)
    nouns.is_likely = likely
    return found


def event_cases(nlp: Language, text: Marked) -> list[Case]:
    """The readings of a text; one is right where an event of its type is marked near it, one to one; those that no rule doubts
    choose first."""
    doc = read(nlp, text)
    pipe = nlp.get_pipe("depeche_events")
    pipe.weights = ALL
    readings = pipe.readings(pipe.cast(doc))
    spans = [(token.idx, token.idx + len(token.text)) for token in (reading.match.token for reading in readings)]
    given = [{"start": start, "end": end} for start, end in spans]
    pairs = sorted(
        (reading.doubt is not None, -overlap(mark, one), mark["optional"], i, j)
        for i, mark in enumerate(text.events)
        for j, (reading, one) in enumerate(zip(readings, given, strict=True))
        if mark["type"] == reading.frame.type and near(text.text, mark, one)
    )
    met: dict[int, int] = {}
    for *_, i, j in pairs:
        if i not in met.values() and j not in met:
            met[j] = i
    return [
        Case(
            dict.fromkeys(triggers.traits(reading), 1),
            (None if text.events[met[j]]["optional"] else True) if j in met else False,
            reading.doubt is None,
        )
        for j, reading in enumerate(readings)
    ]


def example_cases(nlp: Language) -> Iterator[Case]:
    """The readings of the examples of the frames, by the frame that an example is of: it tells an event (`+`) or none (`-`)."""
    pipe = nlp.get_pipe("depeche_events")
    pipe.weights = ALL
    for line in (HERE.parent / "tests" / "examples" / "fr" / "events.txt").read_text(encoding="utf-8").splitlines():
        if line[:1] in ("+", "-"):
            frame, sentence, *date = (part.strip() for part in line[1:].split(" | "))
            plain = re.sub(r"\[([^]]*)\]\{[^}]*\}", r"\1", sentence)
            doc = read(nlp, Marked(plain, date[0] if date else "2024-11-27", [], []))
            for reading in pipe.readings(pipe.cast(doc)):
                if reading.frame.id == frame:
                    yield Case(dict.fromkeys(triggers.traits(reading), 1), line[0] == "+", True)


def learn(task: Task, articles: Iterable[Sequence[Case]]) -> Weights:
    """Logistic regression over the cases that are right or wrong."""
    known = [case for cases in articles for case in cases if case.right is not None]
    vector = DictVectorizer()
    table = vector.fit_transform([case.traits for case in known])
    model = LogisticRegression(C=task.strength, max_iter=5000).fit(table, [case.right for case in known])
    weights = zip(vector.get_feature_names_out(), map(float, model.coef_[0]), strict=True)
    return Weights({**dict(weights), ALWAYS: float(model.intercept_[0])})


def across(task: Task, articles: Sequence[Sequence[Case]], examples: Sequence[Case]) -> None:
    """Print F1 of the rules alone, and of weights learned from the other parts."""
    tally = {"rules alone": [0, 0], "with weights": [0, 0]}
    for part in range(PARTS):
        weights = learn(task, [examples, *(cases for i, cases in enumerate(articles) if i % PARTS != part)])
        for case in (case for cases in articles[part::PARTS] for case in cases if case.right is not None):
            tally["rules alone"][case.right is False] += case.ruled
            tally["with weights"][case.right is False] += weights.of(case.traits) >= task.enough
    wanted = sum(case.right is True for cases in articles for case in cases)
    for name, (right, wrong) in tally.items():
        print(f"{task.table}, {name}: right {right}, wrong {wrong} of {wanted}: F1 {2 * right / (wanted + right + wrong):.3f}")


TASKS = [
    Task("noun_weights.tsv", noun_cases, phrases.ENOUGH, 1.0),
    Task("event_weights.tsv", event_cases, triggers.ENOUGH, 0.3, example_cases),
]

if __name__ == "__main__":
    main()
