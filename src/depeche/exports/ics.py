"""The agenda as iCalendar: every planned event whose day the text itself gives, as an all-day entry.

Source: RFC 5545, written by the icalendar library.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import IO

from icalendar import Calendar
from icalendar import Event as Entry

from depeche.exports.parties import words_of
from depeche.record import Event, Record
from depeche.store import Store

LONGEST = 31
"""Days that an entry may last: `en 2027` is no appointment."""


def export(store: Store, out: IO[str]) -> int:
    """Write the agenda of a store; how many entries."""
    calendar = Calendar()
    calendar.add("prodid", "-//depeche//FR")
    calendar.add("version", "2.0")
    seen: set[str] = set()
    for record in store.records():
        for event in record.events:
            entry = _entry(record, event) if event.status == "planned" and event.time else None
            if entry is not None and str(entry["uid"]) not in seen:
                seen.add(str(entry["uid"]))
                calendar.add_component(entry)
    out.write(calendar.to_ical().decode("utf-8"))
    return len(seen)


def _entry(record: Record, event: Event) -> Entry | None:
    time = next((one for one in record.times if one.value == event.time and one.begin and one.until), None)
    if time is None or time.begin is None or time.until is None:
        return None
    begin, until = date.fromisoformat(time.begin[:10]), date.fromisoformat(time.until[:10])
    if until <= begin:
        until = begin + timedelta(days=1)
    if (until - begin).days > LONGEST:
        return None
    names = {actor.id: actor.name for actor in record.actors}
    stamp = record.document.published or time.begin[:10]
    entry = Entry()
    entry.add("uid", f"{event.event or event.start}@{record.document.id}.depeche")
    entry.add("dtstamp", datetime.combine(date.fromisoformat(stamp), datetime.min.time(), UTC))
    entry.add("dtstart", begin)
    entry.add("dtend", until)
    parties = ", ".join(names[name] for name in (*event.actors, *event.recipients))
    entry.add("summary", f"{parties}: {event.text}" if parties else event.text)
    entry.add("description", f"{words_of(record, event)}\n{record.document.source or ''} {record.document.id}".strip())
    if event.place:
        entry.add("location", names[event.place])
    return entry
