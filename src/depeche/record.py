"""The record: what reading one dispatch yields, as frozen types, with JSON in and out.

Offsets are Python code points into `Document.text`, half-open `[start, end)`; `text[start:end]` is always the quoted
string, and a record in which it is not cannot be made.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from depeche.errors import RecordError

Offsets = tuple[int, int]
Kind = Literal["person", "country", "organisation", "group", "place"]
Via = Literal["name", "acronym", "role", "demonym", "metonymy", "pronoun", "description"]
Status = Literal["actual", "planned", "possible", "denied"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip


class Frozen(BaseModel):
    """A value: never changed, no unknown field."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Passage(Frozen):
    """A stretch of the dispatch: `text` is `Document.text[start:end]`; `why` is the id of the rule that read it."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str
    why: str | None = None


class Document(Frozen):
    """The dispatch itself. `published` is an ISO date; `published_from` says what gave it.

    `encoding` is the one that was detected when the dispatch was read from bytes, else `None`.
    """

    id: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    published_from: Literal["option", "metadata", "dateline", "inferred"] | None = None
    encoding: str | None = None
    text: str


class Sentence(Frozen):
    """One sentence, without the blanks around it."""

    start: int
    end: int


class Actor(Frozen):
    """Somebody or something that acts, speaks or is acted on.

    `id` is an ISO 3166-1 alpha-2 code in lower case for a country, else a slug of the usual French name; `country` the
    code of the country that a person, organisation or place belongs to; `wikidata` a Q-identifier, only where a source
    that can be named gave it.
    """

    id: str
    name: str
    kind: Kind
    country: str | None = None
    wikidata: str | None = None


class Mention(Passage):
    """A span that stands for an actor; `actor` is `None` where it cannot be resolved.

    `members` lists the actors of a mention of several (`les deux dirigeants`), whose `actor` is then `None`.
    """

    kind: Kind
    actor: str | None = None
    via: Via
    members: tuple[str, ...] = ()


class Time(Passage):
    """A TIMEX3 expression: ISO-TimeML type, value and mod.

    `begin` and `until` are the half-open interval of the calendar that the value covers, as ISO instants, or `None` where
    the value is no place on the calendar (a duration, a set, an undetermined date) or is open on that side.
    """

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: str | None = None
    begin: str | None = None
    until: str | None = None


class Figure(Passage):
    """A number that counts, measures, shares or ranks; `of` is the span of what is counted, `subject` about whom."""

    value: float
    high: float | None = None
    unit: str
    mod: Literal["more", "less", "about", "at_least", "at_most"] | None = None
    of: Offsets | None = None
    subject: tuple[str, ...] = ()


class Statement(Passage):
    """What the dispatch puts in somebody's mouth.

    `segments` are the spans that make it up, `verbatim` those inside quotation marks (marks left out), `cue` the span
    that attributes it, `via` the relays between the speaker and the dispatch, nearest first. `stance`: does the cue vouch
    for what is said (`reconnaît`: factive), doubt it (`prétend`: doubtful), or neither?
    """

    segments: tuple[Offsets, ...]
    mode: Literal["direct", "mixed", "indirect"]
    act: Literal["say", "deny", "accuse", "promise", "threaten", "ask", "praise", "condemn"]
    stance: Literal["neutral", "factive", "doubtful"] = "neutral"
    speaker: str | None = None
    speakers: tuple[str, ...] = ()
    speaker_span: Offsets | None = None
    cue: Offsets | None = None
    verbatim: tuple[Offsets, ...] = ()
    time: str | None = None
    via: tuple[str, ...] = ()


class Event(Passage):
    """What an actor does, did or is to do; the passage is the trigger, `type` and `mode` are PLOVER's.

    `event` is shared by all tellings of one event. `quad`, `score`, `cameo` and `goldstein` are PLOVER's quad class and score,
    the CAMEO root and its Goldstein value; `contexts` PLOVER's, and `energy`. `dead`, `injured`, `detained` and `sum` are the
    indexes of the figures that count them. `party_spans` are the spans that gave the actors and recipients, `time_span`
    the one that gave the time.
    """

    type: EventType
    mode: str | None = None
    status: Status
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    time: str | None = None
    place: str | None = None
    said_by: str | None = None
    event: str | None = None
    quad: int | None = None
    score: float | None = None
    cameo: str | None = None
    goldstein: float | None = None
    contexts: tuple[str, ...] = ()
    dead: int | None = None
    injured: int | None = None
    detained: int | None = None
    sum: int | None = None
    party_spans: tuple[Offsets, ...] = ()
    time_span: Offsets | None = None


class Relation(Passage):
    """What holds rather than happens; `figure` is the index of the figure that measures it."""

    predicate: Literal[
        "ally_of", "led_by", "part_of", "borders", "competes_with", "owned_by", "supplies", "depends_on", "holds_office"
    ]
    subject: str
    object: str
    figure: int | None = None


class Finding(Frozen):
    """What a careful desk editor would stop at; `spans` are all the places concerned."""

    rule: str
    severity: Literal["error", "warning", "info"]
    message: str
    spans: tuple[Offsets, ...] = ()


class Record(Frozen):
    """All that one dispatch tells.

    Raises:
        pydantic.ValidationError: a span does not quote the text, or an id stands for no actor.
    """

    document: Document
    sentences: tuple[Sentence, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    findings: tuple[Finding, ...] = ()

    @model_validator(mode="after")
    def _is_sound(self) -> Record:
        for fault in faults(self):
            raise ValueError(fault)
        return self

    def to_json(self, *, indent: int | None = None) -> str:
        """The record as JSON, in the order and names of the contract; the same record gives the same bytes."""
        return self.model_dump_json(indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> Record:
        """Read a record back.

        Raises:
            RecordError: the JSON is no record, or one that contradicts itself.
        """
        try:
            return cls.model_validate_json(text)
        except ValidationError as exc:
            raise RecordError(f"not a record: {exc.errors(include_url=False)[0]['msg']}") from exc


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a record, as `depeche schema` prints it."""
    found = Record.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}


def faults(record: Record) -> Iterator[str]:
    """Everything in which a record contradicts itself: quoted strings, offsets out of the text, ids of nobody."""
    text = record.document.text
    layers = (record.mentions, record.times, record.figures, record.statements, record.events, record.relations)
    for passage in (passage for layer in layers for passage in layer):
        if text[passage.start : passage.end] != passage.text or passage.start >= passage.end:
            yield f"{type(passage).__name__} [{passage.start}, {passage.end}) does not quote {passage.text[:40]!r}"
    for start, end in _bare_spans(record):
        if not 0 <= start < end <= len(text):
            yield f"span [{start}, {end}) is not in the text of {len(text)} characters"
    known = {actor.id for actor in record.actors}
    for name in _used_ids(record):
        if name not in known:
            yield f"no actor has the id {name!r}"


def _bare_spans(record: Record) -> Iterator[Offsets]:
    yield from ((sentence.start, sentence.end) for sentence in record.sentences)
    yield from (figure.of for figure in record.figures if figure.of)
    for statement in record.statements:
        yield from statement.segments + statement.verbatim
        yield from (span for span in (statement.cue, statement.speaker_span) if span)
    for finding in record.findings:
        yield from finding.spans


def _used_ids(record: Record) -> Iterator[str]:
    for mention in record.mentions:
        yield from (*([mention.actor] if mention.actor else []), *mention.members)
    for figure in record.figures:
        yield from figure.subject
    for statement in record.statements:
        yield from (*([statement.speaker] if statement.speaker else []), *statement.speakers, *statement.via)
    for event in record.events:
        yield from (*event.actors, *event.recipients, *(name for name in (event.place, event.said_by) if name))
    for relation in record.relations:
        yield from (relation.subject, relation.object)
