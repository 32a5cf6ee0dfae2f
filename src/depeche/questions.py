"""Questions to a store or an archive: which events, statements, figures, actors? Each row ends with its words and dispatch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

FEW = 5_000
"""Dispatches up to which a question starts from them; from there on it walks the layer by date and asks each row."""

Sql = tuple[str, list[Any]]


class Reader(Protocol):
    """What answers SQL: a store, or an archive of Parquet files."""

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query."""

    def matching(self, text: str) -> Sql:
        """A subquery that gives the keys of the dispatches in which these words stand."""


@dataclass(frozen=True, kw_only=True)
class Filter:
    """What a row must satisfy; an empty filter takes every row.

    `actor` stands in the row as who acts, suffers or speaks, `about` as who is acted on, named in the statement or counted;
    `type` is PLOVER's for an event, the act of a statement, the unit of a figure, the kind of an actor, the rule of a
    finding; `since` and `until` are ISO days, both included; `text` words of the dispatch.
    """

    actor: str | None = None
    about: str | None = None
    type: str | None = None
    since: str | None = None
    until: str | None = None
    place: str | None = None
    status: str | None = None
    source: str | None = None
    text: str | None = None
    limit: int = 50


@dataclass(frozen=True)
class Answer:
    """The rows of an answer, under the names of their columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def table(self) -> Any:
        """The same as an Arrow table."""
        import pyarrow

        columns = zip(*self.rows, strict=True) if self.rows else ([] for _ in self.columns)
        return pyarrow.table({name: list(cells) for name, cells in zip(self.columns, columns, strict=True)})


@dataclass(frozen=True)
class Layer:
    """How a layer is asked: its columns, and which sides of a link `actor` and `about` mean."""

    name: str
    columns: tuple[str, ...]
    actor: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    type: str = "type"


EVENTS = Layer(
    "events",
    ("dated", "type", "mode", "status", "actors", "recipients", "place", "time", "said_by", "event"),
    ("actor", "recipient"), ("recipient",),
)  # fmt: skip
STATEMENTS = Layer("statements", ("dated", "act", "mode", "speaker", "text", "via", "time"), ("speaker",), ("about",), "act")
FIGURES = Layer("figures", ("dated", "value", "high", "unit", "mod", "counted", "subject"), ("subject",), ("subject",), "unit")
WORDS = ("words", "start", "end", "id", "source", "published")


def events(reader: Reader, wanted: Filter) -> Answer:
    """Which events? The latest first."""
    return _ask(reader, EVENTS, wanted)


def statements(reader: Reader, wanted: Filter) -> Answer:
    """Who said what? The latest first."""
    return _ask(reader, STATEMENTS, wanted)


def figures(reader: Reader, wanted: Filter) -> Answer:
    """How much of what? The latest first."""
    return _ask(reader, FIGURES, wanted)


def agenda(reader: Reader, wanted: Filter, today: str) -> Answer:
    """What is planned from this day on? The soonest first; only what the text itself dates."""
    conditions: list[Sql] = [("e.status = 'planned' AND e.until > ?", [today]), *_conditions(EVENTS, wanted)]
    if wanted.actor:
        conditions.append(_linked(EVENTS.name, wanted.actor, ("actor", "recipient", "actor of", "recipient of")))
    where, values = _joined(conditions)
    base = f"{_select(EVENTS)} FROM events e JOIN dispatches d ON d.dispatch = e.dispatch"
    sql = f"{base} WHERE {where} ORDER BY e.dated, e.row LIMIT ?"
    return _answer(EVENTS, reader.rows(sql, [*values, wanted.limit]))


def actors(reader: Reader, wanted: Filter) -> Answer:
    """Who is in it? The most often named first; `text` is a part of the name."""
    columns = ("id", "name", "kind", "country", "wikidata", "dispatches", "mentions", "events")
    conditions: list[Sql] = [
        (f"{column} = ?", [value])
        for column, value in (("id", wanted.actor), ("kind", wanted.type), ("country", wanted.about))
        if value
    ]
    if wanted.text:
        conditions.append(("name LIKE ?", [f"%{wanted.text}%"]))
    where, values = _joined(conditions)
    sql = f"SELECT {', '.join(columns)} FROM actors WHERE {where} ORDER BY mentions DESC, id LIMIT ?"
    return Answer(columns, tuple(reader.rows(sql, [*values, wanted.limit])))


def findings(reader: Reader, wanted: Filter) -> Answer:
    """What does not add up? The latest first."""
    columns = ("dated", "rule", "severity", "message", "spans", "id", "source")
    conditions: list[Sql] = [("f.rule = ?", [wanted.type])] if wanted.type else []
    if wanted.status:
        conditions.append(("f.severity = ?", [wanted.status]))
    conditions += _dates("f.dated", wanted)
    if wanted.source:
        conditions.append(("d.source = ?", [wanted.source]))
    where, values = _joined(conditions)
    sql = (
        "SELECT f.dated, f.rule, f.severity, f.message, f.spans, d.id, d.source FROM findings f"
        f" JOIN dispatches d ON d.dispatch = f.dispatch WHERE {where} ORDER BY f.dated DESC, f.row DESC LIMIT ?"
    )
    return Answer(columns, tuple(reader.rows(sql, [*values, wanted.limit])))


def dossier(reader: Reader, actor: str, today: str, limit: int = 10) -> dict[str, Answer]:
    """All about one actor: who it is, what passed month by month and with whom, its words, what is said of it, its plans."""
    months = (
        "SELECT month, side, type, sum(number) FROM pairs WHERE actor = ? GROUP BY 1, 2, 3 ORDER BY 1 DESC, 4 DESC, 2, 3 LIMIT ?"
    )
    others = (
        "SELECT other, side, type, sum(number) AS number FROM pairs WHERE actor = ? AND other <> ''"
        " GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3 LIMIT ?"
    )
    own = Filter(actor=actor, limit=limit)
    return {
        "actor": actors(reader, own),
        "months": Answer(("month", "side", "type", "number"), tuple(reader.rows(months, [actor, 12 * limit]))),
        "with": Answer(("other", "side", "type", "number"), tuple(reader.rows(others, [actor, 2 * limit]))),
        "events": events(reader, own),
        "says": statements(reader, own),
        "said of it": statements(reader, Filter(about=actor, limit=limit)),
        "plans": agenda(reader, own, today),
    }


def _ask(reader: Reader, layer: Layer, wanted: Filter) -> Answer:
    name = wanted.actor or wanted.about
    conditions = _conditions(layer, wanted)
    if wanted.text or wanted.source:
        conditions.append(_in_dispatches(reader, wanted))
    if not name:
        where, values = _joined([*conditions, *_dates("e.dated", wanted)])
        sql = f"{_select(layer)} FROM {layer.name} e JOIN dispatches d ON d.dispatch = e.dispatch WHERE {where}"
        return _answer(layer, reader.rows(f"{sql} ORDER BY e.dated DESC, e.row DESC LIMIT ?", [*values, wanted.limit]))
    sides = layer.actor if wanted.actor else layer.about
    first: list[Sql] = [(f"l.layer = ? AND l.actor = ? AND l.side IN ({_marks(sides)})", [layer.name, name, *sides])]
    for column, value in (("kind", wanted.type), ("status", wanted.status)):
        if value:
            first.append((f"l.{column} = ?", [value]))
    if wanted.actor and wanted.about:
        first.append(_linked(layer.name, wanted.about, layer.about, "l"))
    where, values = _joined([*first, *_dates("l.dated", wanted), *conditions])
    sql = (
        f"{_select(layer)} FROM links l JOIN {layer.name} e ON e.row = l.row JOIN dispatches d ON d.dispatch = e.dispatch"
        f" WHERE {where} ORDER BY l.dated DESC, l.row DESC LIMIT ?"
    )
    return _answer(layer, reader.rows(sql, [*values, 2 * wanted.limit]), wanted.limit)


def _select(layer: Layer) -> str:
    names = ", ".join(f"e.{name}" for name in layer.columns)
    return f'SELECT e.row, {names}, e.words, e.start, e."end", d.id, d.source, d.published'


def _answer(layer: Layer, rows: Iterator[tuple[Any, ...]], limit: int | None = None) -> Answer:
    """The rows, each once (an actor may stand on both sides of one)."""
    once = {row[0]: row[1:] for row in rows}
    return Answer((*layer.columns, *WORDS), tuple(once.values())[:limit])


def _conditions(layer: Layer, wanted: Filter) -> list[Sql]:
    columns = {"place": wanted.place, "status": wanted.status} if layer.name == "events" else {}
    columns[layer.type] = wanted.type
    return [(f"e.{column} = ?", [value]) for column, value in columns.items() if value]


def _in_dispatches(reader: Reader, wanted: Filter) -> Sql:
    """The rows of some dispatches: by their keys where they are few, else asked row by row."""
    found: list[Sql] = []
    if wanted.text:
        found.append(reader.matching(wanted.text))
    if wanted.source:
        found.append(("SELECT dispatch FROM dispatches WHERE source = ?", [wanted.source]))
    sql, values = " INTERSECT ".join(part for part, _ in found), [value for _, part in found for value in part]
    keys = [row[0] for row in reader.rows(f"SELECT dispatch FROM ({sql}) LIMIT {FEW + 1}", values)]
    if len(keys) <= FEW:
        return (f"e.dispatch IN ({', '.join(map(str, sorted(keys)))})" if keys else "0 = 1"), []
    return f"(e.dispatch + 0) IN ({sql})", values


def _linked(layer: str, actor: str, sides: tuple[str, ...], base: str = "e") -> Sql:
    """That the same row has this actor on one of these sides."""
    same = f"o.layer = ? AND o.actor = ? AND o.dated = coalesce({base}.dated, '') AND o.row = {base}.row"
    return f"EXISTS (SELECT 1 FROM links o WHERE {same} AND o.side IN ({_marks(sides)}))", [layer, actor, *sides]


def _dates(column: str, wanted: Filter) -> list[Sql]:
    found: list[Sql] = [(f"{column} >= ?", [wanted.since])] if wanted.since else []
    return [*found, (f"{column} <= ?", [wanted.until])] if wanted.until else found


def _joined(conditions: list[Sql]) -> Sql:
    return " AND ".join(sql for sql, _ in conditions) or "1 = 1", [value for _, values in conditions for value in values]


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))
