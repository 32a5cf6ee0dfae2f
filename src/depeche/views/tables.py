"""Who, said, happened, holds, figures, dates, findings: a record as short tables, the same for every view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from depeche.record import Actor, Event, Figure, Mention, Offsets, Record
from depeche.views.lines import visible

MODS = {"more": "more than ", "less": "less than ", "about": "about ", "at_least": "at least ", "at_most": "at most "}
UNITS = {"percent": " %", "count": "", "ordinal": " (rank)"}
FORMS = 4
"""How many of the words that stand for an actor its row shows."""

LONG = 24
"""Characters of a name above which its acronym says it better."""


@dataclass(frozen=True)
class Row:
    """One line of a table: its cells and the spans of the dispatch that say so; `key` names it within its record.

    `beside` are the spans that explain it: who speaks, whom it concerns, when, of what.
    """

    key: str
    cells: tuple[str, ...]
    spans: tuple[Offsets, ...]
    beside: tuple[Offsets, ...] = ()


@dataclass(frozen=True)
class Table:
    """One layer of the record: `layer` is its field, `title` its plain name."""

    layer: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def tables(record: Record) -> list[Table]:
    """Every layer of the record as a table, in the order in which a reader asks.

    >>> from depeche.record import Document
    >>> figure = Figure(start=0, end=12, text="Plus de 43 %", value=43, unit="percent", mod="more")
    >>> found = tables(Record(document=Document(id="x", text="Plus de 43 %"), figures=(figure,)))
    >>> [(table.title, [row.cells for row in table.rows]) for table in found if table.rows]
    [('figures', [('more than 43 %', '', 'Plus de 43 %')])]
    """
    names = _names(record)
    layers: list[tuple[str, str, tuple[str, ...], Iterator[Row]]] = [
        ("mentions", "who", ("name", "kind", "times", "called"), _who(record)),
        ("statements", "said", ("speaker", "act", "when", "words"), _said(record, names)),
        ("events", "happened", ("event", "who", "when, where", "words"), _happened(record, names)),
        ("relations", "holds", ("relation", "words"), _holds(record, names)),
        ("figures", "figures", ("figure", "of what", "words"), _measured(record, names)),
        ("times", "dates", ("value", "type", "words"), _dated(record)),
        ("findings", "findings", ("rule", "finding"), _found(record)),
    ]
    return [Table(layer, title, columns, tuple(rows)) for layer, title, columns, rows in layers]


def _names(record: Record) -> dict[str, str]:
    """What each actor is called in the rows of others: its name, or where that is long an acronym that the dispatch gives."""
    names = {actor.id: visible(actor.name) for actor in record.actors}
    for mention in reversed(record.mentions):
        if mention.actor and mention.via == "acronym" and len(names[mention.actor]) > LONG:
            names[mention.actor] = short(mention.text, LONG)
    return names


def short(text: str, width: int = 160) -> str:
    """A passage on one line, its middle left out where it is long.

    >>> short("une  alliance\\néprouvée par la vie", 19)
    'une … vie'
    """
    words = " ".join(visible(text if len(text) <= 4 * width else text[: 2 * width] + text[-2 * width :]).split())
    if len(words) <= width:
        return words
    tail = width // 4
    head, end = words[: width - tail - 3], words[-tail:]
    return f"{head.rpartition(' ')[0] or head} … {end.partition(' ')[2]}".rstrip()


def number(figure: Figure) -> str:
    """A figure in plain words.

    >>> number(Figure(start=0, end=1, text="x", value=7500, unit="km", mod="more"))
    'more than 7500 km'
    >>> number(Figure(start=0, end=1, text="x", value=1.5e9, high=2e9, unit="EUR"))
    '1500000000–2000000000 EUR'
    """
    ends = [f"{end:.15g}" if abs(end) < 1e15 else f"{end:.4g}" for end in (figure.value, figure.high) if end is not None]
    return MODS.get(figure.mod or "", "") + "–".join(ends) + UNITS.get(figure.unit, f" {visible(figure.unit)}")


def _who(record: Record) -> Iterator[Row]:
    """Actors, the most often mentioned first, mere places last, then what stands for nobody known."""
    mentions: dict[str, list[Mention]] = {actor.id: [] for actor in record.actors}
    unresolved = []
    for mention in record.mentions:
        for name in (mention.actor,) if mention.actor else mention.members:
            mentions[name].append(mention)
        if not mention.actor and not mention.members:
            unresolved.append(mention)
    order = sorted(record.actors, key=lambda actor: (actor.kind == "place", -len(mentions[actor.id])))
    for at, actor in enumerate(order):
        yield _actor_row(f"a{at}", actor, mentions[actor.id])
    if unresolved:
        spans = tuple((mention.start, mention.end) for mention in unresolved)
        yield Row("a?", ("not known", "", f"{len(spans)}×", _forms(unresolved, "")), spans)


def _actor_row(key: str, actor: Actor, mentions: list[Mention]) -> Row:
    kind = f"{actor.kind}, {visible(actor.country)}" if actor.country and actor.country != actor.id else actor.kind
    spans = tuple((mention.start, mention.end) for mention in mentions)
    return Row(key, (short(actor.name, 60), kind, f"{len(mentions)}×" if mentions else "", _forms(mentions, actor.name)), spans)


def _forms(mentions: list[Mention], name: str) -> str:
    """The different words that stand for an actor, its name left out."""
    forms = [form for form in dict.fromkeys(short(mention.text, 40) for mention in mentions) if form != name]
    return ", ".join(forms[:FORMS]) + (" …" if len(forms) > FORMS else "")


def _said(record: Record, names: dict[str, str]) -> Iterator[Row]:
    for at, statement in enumerate(record.statements):
        speakers = statement.speakers or ((statement.speaker,) if statement.speaker else ())
        said = ", ".join(names[name] for name in speakers) or "not known"
        if statement.via:
            said += f" (via {', '.join(names[name] for name in statement.via)})"
        beside = tuple(span for span in (statement.cue, statement.speaker_span) if span)
        words = " … ".join(record.document.text[start:end] for start, end in statement.segments)
        marked = f"« {short(words)} »" if statement.mode == "direct" else short(words)
        yield Row(f"s{at}", (said, statement.act, visible(statement.time or ""), marked), statement.segments, beside)


def _happened(record: Record, names: dict[str, str]) -> Iterator[Row]:
    for at, event in enumerate(record.events):
        what = event.type if event.mode is None else f"{event.type} {visible(event.mode)}"
        if event.status != "actual":
            what += f" ({event.status})"
        cells = (what, _parties(event, names), _circumstances(event, names), short(event.text))
        beside = event.party_spans + ((event.time_span,) if event.time_span else ())
        yield Row(f"e{at}", cells, ((event.start, event.end),), beside)


def _parties(event: Event, names: dict[str, str]) -> str:
    actors = ", ".join(names[name] for name in event.actors)
    recipients = ", ".join(names[name] for name in event.recipients)
    return f"{actors or '?'} → {recipients}" if recipients else actors or "?"


def _circumstances(event: Event, names: dict[str, str]) -> str:
    told = [visible(event.time or ""), names.get(event.place or "", "")]
    if event.said_by:
        told.append(f"says {names[event.said_by]}")
    return ", ".join(part for part in told if part)


def _holds(record: Record, names: dict[str, str]) -> Iterator[Row]:
    for at, relation in enumerate(record.relations):
        told = f"{names[relation.subject]} {relation.predicate.replace('_', ' ')} {names[relation.object]}"
        if relation.figure is not None and relation.figure < len(record.figures):
            told += f" ({number(record.figures[relation.figure])})"
        yield Row(f"r{at}", (told, short(relation.text)), ((relation.start, relation.end),))


def _measured(record: Record, names: dict[str, str]) -> Iterator[Row]:
    for at, figure in enumerate(record.figures):
        of = short(record.document.text[slice(*figure.of)], 60) if figure.of else ""
        subject = ", ".join(names[name] for name in figure.subject)
        what = f"{of} ({subject})" if of and subject else of or subject
        cells = (number(figure), what, short(figure.text, 60))
        yield Row(f"f{at}", cells, ((figure.start, figure.end),), (figure.of,) if figure.of else ())


def _dated(record: Record) -> Iterator[Row]:
    for at, time in enumerate(record.times):
        value = time.value if time.mod is None else f"{time.value} {time.mod}"
        yield Row(f"t{at}", (visible(value), time.type.lower(), short(time.text, 60)), ((time.start, time.end),))


def _found(record: Record) -> Iterator[Row]:
    for at, finding in enumerate(record.findings):
        yield Row(f"w{at}", (f"{finding.severity}: {visible(finding.rule)}", visible(finding.message)), finding.spans)
