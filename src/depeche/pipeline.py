"""Load the pipes; turn a dispatch into a record: the only file that meets spaCy on one side and the record on the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import ValidationError
from spacy.language import Language
from spacy.tokens import Doc

import depeche.pipes.actors
import depeche.pipes.events
import depeche.pipes.figures
import depeche.pipes.names
import depeche.pipes.relations
import depeche.pipes.sentences
import depeche.pipes.statements
import depeche.pipes.times  # noqa: F401  importing a pipe registers its factory
from depeche.checks import check
from depeche.errors import RecordError
from depeche.model import load_model
from depeche.pipes.columns import columns_of
from depeche.pipes.extensions import LAYERS
from depeche.pipes.tokens import BoundedTokenizer
from depeche.record import Document, Record, Sentence
from depeche.sources import Dispatch, day_of_url, digest
from depeche.sources.language import is_french

PIPES = ("names", "times", "actors", "figures", "statements", "events", "relations")
"""Our pipes after the model's own, in order; `depeche_sentences` runs before the parser."""

PIECE = 100_000
"""Characters read at a time: a longer text is cut at a paragraph, a sentence or a blank, and its pieces read apart."""

SURROGATE = re.compile("[\ud800-\udfff]")


@cache
def load() -> Language:
    """The spaCy pipeline that reads French dispatches: our model, then one pipe for each layer of the record.

    Raises:
        ModelError: the base model is missing.
        LexiconError: a lexicon file is wrong.
    """
    nlp = load_model()
    nlp.tokenizer = BoundedTokenizer(nlp)
    nlp.add_pipe("depeche_sentences", first=True)
    for name in PIPES:
        nlp.add_pipe(f"depeche_{name}")
    nlp.max_length = 2 * PIECE
    return nlp


def read(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    source: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> Record:
    """What does this dispatch tell?

    >>> record = read("Paris accuse Moscou. Lundi, 12 soldats sont morts.", published="2024-11-27")
    >>> [sentence.start for sentence in record.sentences]
    [0, 21]

    Args:
        text: the dispatch. A lone surrogate, which no file can hold, is read as U+FFFD.
        published: its ISO date, if known.
        id: its name; by default a hash of the text.

    Raises:
        ModelError, LexiconError: the pipeline cannot be loaded.
    """
    return read_dispatch(
        Dispatch(id=id, title=title, source=source, url=url, published=published, published_from="option", text=text)
        if published
        else Dispatch(id=id, title=title, source=source, url=url, text=text)
    )


def read_dispatch(dispatch: Dispatch) -> Record:
    """The record of one dispatch; a text that is not French keeps its sentences and gets no other layer."""
    dispatch = _writable(dispatch)
    text = dispatch.text
    language = is_french(text)
    published, published_from = dispatch.published, dispatch.published_from
    if published is None and (published := day_of_url(dispatch.url)):
        published_from = "metadata"
    layers: dict[str, list[Any]] = {"sentences": [], "findings": []}
    layers.update({layer: [] for layer in LAYERS})
    for offset, piece in pieces(text):
        doc = load().make_doc(piece)
        doc._.published, doc._.published_from, doc._.title = published, published_from, dispatch.title
        if language.is_french:
            doc = load()(doc)
            published, published_from = doc._.published, doc._.published_from
        else:
            doc = load().get_pipe("depeche_sentences")(doc)
        _collect(doc, offset, layers)
    layers["actors"] = list({actor.id: actor for actor in reversed(layers["actors"])}.values())[::-1]
    if not language.is_french:
        layers["findings"].append(language.finding())
    document = Document(
        id=dispatch.id or digest(text)[:16],
        title=dispatch.title,
        source=dispatch.source,
        url=dispatch.url,
        language=language.code,
        published=published,
        published_from=published_from,
        encoding=dispatch.encoding,
        text=text,
    )
    try:
        record = Record(document=document, **{name: tuple(items) for name, items in layers.items()})
    except ValidationError as exc:
        raise RecordError(f"{document.id}: {exc.errors(include_url=False)[0]['msg']}") from exc
    if not language.is_french:
        return record
    return record.model_copy(update={"findings": (*record.findings, *check(record))})


def _writable(dispatch: Dispatch) -> Dispatch:
    """The dispatch with U+FFFD for lone surrogates, which no file can hold: JSON escapes and odd file names bring them in."""
    found = vars(dispatch).items()
    cleaned: dict[str, Any] = {name: SURROGATE.sub("\ufffd", value) for name, value in found if isinstance(value, str)}
    return replace(dispatch, **cleaned)


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces of at most `PIECE` characters, each with its offset, cut where a reader would pause."""
    start = 0
    while len(text) - start > PIECE:
        window = text[start : start + PIECE]
        cut = next((at for mark in ("\n\n", "\n", ". ", " ") if (at := window.rfind(mark) + len(mark)) > PIECE // 2), PIECE)
        yield start, window[:cut]
        start += cut
    yield start, text[start:]


def _collect(doc: Doc, offset: int, layers: dict[str, list[Any]]) -> None:
    """Append what the doc carries to the layers, its offsets moved by `offset`."""
    figures_before = len(layers["figures"])
    columns = columns_of(doc)
    for tokens in columns.sentences:
        text = columns.text_of(tokens.start, tokens.stop)
        stripped = text.strip()
        if stripped:
            start = offset + columns.offsets[tokens.start] + len(text) - len(text.lstrip())
            layers["sentences"].append(Sentence(start=start, end=start + len(stripped)))
    for layer in LAYERS:
        found: Iterable[Any] = doc._.get(layer)
        layers[layer].extend(_moved(item, offset, figures_before) if offset else item for item in found)


def _moved(item: Any, offset: int, figures_before: int) -> Any:
    """The same item of a later piece: every offset moved, every index of a figure too."""
    move = {}
    for name, value in item:
        if name in ("start", "end"):
            move[name] = value + offset
        elif name in ("of", "cue", "speaker_span", "time_span") and value:
            move[name] = (value[0] + offset, value[1] + offset)
        elif name in ("segments", "verbatim", "party_spans"):
            move[name] = tuple((start + offset, end + offset) for start, end in value)
        elif name in ("figure", "dead", "injured", "detained", "sum") and value is not None:
            move[name] = value + figures_before
    return item.model_copy(update=move)
