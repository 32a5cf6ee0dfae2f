"""Writes the layers of one record into the tables of a store."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable
from typing import Any

from depeche.errors import StoreError
from depeche.record import Passage, Record

LAYERS: dict[str, tuple[str, ...]] = {
    "mentions": ("kind", "actor", "via", "members"),
    "times": ("type", "value", "mod", "begin", "until"),
    "figures": ("value", "high", "unit", "mod", "subject"),
    "statements": ("mode", "act", "speaker", "speakers", "via", "segments", "verbatim", "cue", "time"),
    "events": (
        "type", "mode", "status", "actors", "recipients", "time", "place", "said_by", "event", "quad", "score", "cameo",
        "goldstein", "contexts", "dead", "injured", "detained", "sum",
    ),
    "relations": ("predicate", "subject", "object", "figure"),
}  # fmt: skip
"""The columns of each layer that are fields of the record under the same name."""

DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?")


class Keeper:
    """Writes the layers of one record."""

    def __init__(self, connection: sqlite3.Connection, record: Record, key: int) -> None:
        self.connection, self.record, self.key = connection, record, key
        self.starts = [sentence.start for sentence in record.sentences]
        self.countries = {actor.id: actor.country for actor in record.actors}
        self.days = {time.value: time.begin[:10] for time in record.times if time.begin}
        self.ends = {time.value: time.until[:10] for time in record.times if time.until}
        self.links: list[tuple[str, str, str, int, str, str, str]] = []

    def keep(self) -> None:
        """Write every layer, then the links between rows and actors."""
        record = self.record
        for layer in LAYERS:
            for passage in getattr(record, layer):
                row = self._passage(layer, passage)
                self._link(layer, row, passage)
        published = record.document.published
        for finding in record.findings:
            values = {"rule": finding.rule, "severity": finding.severity, "message": finding.message, "spans": finding.spans}
            insert(self.connection, "findings", {**values, "dispatch": self.key, "dated": published})
        self.connection.executemany("INSERT OR IGNORE INTO links VALUES (?, ?, ?, ?, ?, ?, ?)", self.links)
        self._pair()
        self._count()

    def _passage(self, layer: str, passage: Passage) -> int:
        fields = ("start", "end", "text", "why", *LAYERS[layer])
        values = {name: getattr(passage, name) for name in fields} | {"dispatch": self.key}
        if layer == "figures":
            of = getattr(passage, "of", None)
            values["counted"] = self.record.document.text[of[0] : of[1]] if of else None
        if layer in ("figures", "statements", "events"):
            values["words"] = self.words(passage)
            values["dated"] = self.dated(getattr(passage, "time", None))
        if layer == "events":
            values["until"] = self.ends.get(getattr(passage, "time", None) or "")
        row = insert(self.connection, layer, values)
        if row is None:
            raise StoreError(f"a row of {layer} was not written")
        return row

    def words(self, passage: Passage) -> str:
        """The sentence that a passage stands in."""
        sentences = [one for one in self.record.sentences if one.start < passage.end and one.end > passage.start]
        if not sentences:
            return passage.text
        return self.record.document.text[sentences[0].start : sentences[-1].end]

    def dated(self, value: str | None) -> str | None:
        """The first day of a TIMEX3 value of the text; without one, the day of the dispatch."""
        if value and value in self.days:
            return self.days[value]
        if value and DAY.match(value) and len(value) >= 10 and "W" not in value:
            return value[:10]
        return self.record.document.published

    def _link(self, layer: str, row: int, passage: Any) -> None:
        sides: list[tuple[str, Iterable[str | None]]] = []
        dated, kind, status = self.record.document.published, "", ""
        if layer == "events":
            sides = [("actor", passage.actors), ("recipient", passage.recipients), ("place", [passage.place])]
            dated, kind, status = self.dated(passage.time), passage.type, passage.status
        elif layer == "statements":
            sides = [("speaker", passage.speakers or [passage.speaker]), ("about", self._about(passage))]
            dated, kind = self.dated(passage.time), passage.act
        elif layer == "figures":
            sides, kind = [("subject", passage.subject)], passage.unit
        for side, names in sides:
            for name in dict.fromkeys(names):
                if name:
                    self.links.append((layer, name, dated or "", row, side, kind, status))
                    country = self.countries.get(name)
                    if country and country != name:
                        self.links.append((layer, country, dated or "", row, f"{side} of", kind, status))

    def _about(self, statement: Any) -> list[str]:
        """Who is named inside a statement."""
        inside = (
            mention for mention in self.record.mentions
            if any(start <= mention.start and mention.end <= end for start, end in statement.segments)
        )  # fmt: skip
        return [name for mention in inside for name in (mention.actor, *mention.members) if name]

    def _pair(self) -> None:
        """Count each event once for each two of its parties, seen from both."""
        found: Counter[tuple[str, str, str, str, str]] = Counter()
        for event in self.record.events:
            month = (self.dated(event.time) or "")[:7]
            parties = [("actor", name) for name in event.actors] + [("recipient", name) for name in event.recipients]
            for side, name in parties:
                for other in dict.fromkeys(other for _, other in parties if other != name) or {"": None}:
                    found[name, month, other, side, event.type] += 1
        update = "INSERT INTO pairs VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET number = number + excluded.number"
        self.connection.executemany(update, [(*key, number) for key, number in found.items()])

    def _count(self) -> None:
        mentions = Counter(name for item in self.record.mentions for name in (item.actor, *item.members) if name)
        events = Counter(name for item in self.record.events for name in {*item.actors, *item.recipients})
        update = (
            "INSERT INTO actors VALUES (?, ?, ?, ?, ?, 1, ?, ?) ON CONFLICT (id) DO UPDATE SET dispatches = dispatches + 1,"
            " mentions = mentions + excluded.mentions, events = events + excluded.events,"
            " country = coalesce(country, excluded.country), wikidata = coalesce(wikidata, excluded.wikidata)"
        )
        self.connection.executemany(
            update,
            [
                (one.id, one.name, one.kind, one.country, one.wikidata, mentions[one.id], events[one.id])
                for one in self.record.actors
            ],
        )


def insert(connection: sqlite3.Connection, table: str, values: dict[str, Any], *, or_ignore: bool = False) -> int | None:
    """Insert one row, lists as JSON; its key, or `None` where it was there."""
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    cells = [json.dumps(value, ensure_ascii=False) if isinstance(value, tuple | list) else value for value in values.values()]
    cursor = connection.execute(f"INSERT {'OR IGNORE ' if or_ignore else ''}INTO {table} ({names}) VALUES ({marks})", cells)
    return cursor.lastrowid if cursor.rowcount else None
