"""When? Every date, time of day, duration and recurrence, with its value on the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from depeche.lang import FRENCH
from depeche.pipes import extensions
from depeche.pipes.times.ages import is_age
from depeche.pipes.times.anchor import Anchor
from depeche.pipes.times.calendar import parse_day
from depeche.pipes.times.dateline import find_published
from depeche.pipes.times.grammar import islands, parse
from depeche.pipes.times.lexicon import OTHER, Lexicon, read_lexicon
from depeche.pipes.times.moments import Moment
from depeche.pipes.times.outcome import outcome
from depeche.pipes.times.readers import READERS
from depeche.pipes.times.scan import Item, scan
from depeche.pipes.times.tense import tense_of
from depeche.record import Time

LISTED = 20
"""Under how many words a text of nothing but time expressions is an entry of a calendar, which looks ahead."""

FINAL = ("Day", "Clock", "Part", "Month", "Year", "Span", "Length", "Set", "Ref")


@Language.factory(
    "depeche_times",
    assigns=["doc._.times", "doc._.published", "doc._.published_from"],
    default_config={"lexicon": None},
)
class Times:
    """Find time expressions, place them on the calendar: `doc._.times`. Without a parse it goes by the verbs' endings.

    >>> import spacy
    >>> nlp = spacy.blank("fr")
    >>> _ = nlp.add_pipe("depeche_times")
    >>> doc = nlp.make_doc("Le sommet aura lieu du 27 au 28 novembre, a-t-il dit hier.")
    >>> doc._.published = "2024-11-26"
    >>> [(time.text, time.type, time.value) for time in nlp(doc)._.times]
    [('27', 'DATE', '2024-11-27'), ('28 novembre', 'DATE', '2024-11-28'), ('hier', 'DATE', '2024-11-25')]

    Where `doc._.published` is `None`, a dateline or a weekday with its date may set it, and `doc._.published_from`.

    Args:
        lexicon: a folder with `times.toml`, `time_words.tsv`, `time_context.tsv`, `holidays.tsv` and `dayparts.tsv`.

    Raises:
        LexiconError: one of these files is wrong.
    """

    def __init__(self, nlp: Language, name: str, lexicon: str | None) -> None:
        self.name = name
        folder = Path(lexicon) if lexicon else FRENCH
        self.lexicon = read_lexicon(folder, frozenset(READERS))

    def __call__(self, doc: Doc) -> Doc:
        extensions.write(doc, "times", read_times(doc, self.lexicon))
        return doc


def read_times(doc: Doc, lexicon: Lexicon) -> list[Time]:
    """The times of a doc, in order; sets its day of publication where the text gives it and nobody else did."""
    text = doc.text
    words = scan(text, lexicon)
    items = list(expressions(words, lexicon))
    tense = tense_of(doc, text, lexicon.context)
    day, instant = parse_day(doc._.published)
    if doc._.published is None and (found := find_published(text, items)):
        day = found[0]
        doc._.published, doc._.published_from = day.isoformat(), found[1]
    is_alone = len(words) < LISTED and not any(word.cls == OTHER and word.text[0].isalpha() for word in words)
    anchor = Anchor(lexicon, day, instant, text, is_alone=is_alone, tense=tense)
    return [outcome(item, item.value, anchor, text) for item in items]


def expressions(words: list[Item], lexicon: Lexicon) -> Iterator[Item]:
    """The time expressions among the words of a text with what they say by themselves."""
    final = {lexicon.chars[name] for name in FINAL}
    length = lexicon.chars["Length"]
    for island in islands(words, lexicon):
        items = parse(island, lexicon, READERS)
        for at, item in enumerate(items):
            if item.cls in final and isinstance(item.value, Moment) and not (item.cls == length and is_age(items, at, lexicon)):
                yield item
