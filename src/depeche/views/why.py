"""The reasoning view: each sentence that tells an event, with the frame that read it and the words that gave each party.

It reads only the record: frames are named as `docs/events.md` names them.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from depeche.record import Event, Offsets, Record, Sentence
from depeche.views.lines import visible

NOBODY = "nobody"


def render(record: Record, console: Console) -> None:
    """Print the reasoning of one record, a block for each sentence with an event."""
    console.print(Text(visible(record.document.title or record.document.id), style="bold"))
    shown = False
    for sentence, events in told(record):
        shown = True
        console.print()
        console.print(_marked(record, sentence, events))
        for event in events:
            for label, value in reasons(record, event):
                console.print(Text.assemble((f"  {label:<11}", "dim"), visible(value)), soft_wrap=True)
    if not shown:
        console.print("\nNo sentence tells an event.", style="dim")
    console.print()


def told(record: Record) -> Iterator[tuple[Sentence, list[Event]]]:
    """The sentences that tell an event, each with its events."""
    for sentence in record.sentences:
        events = [event for event in record.events if sentence.start <= event.start < sentence.end]
        if events:
            yield sentence, events


def reasons(record: Record, event: Event) -> list[tuple[str, str]]:
    """What gave each part of an event, as rows of a label and its words."""
    kind = f"{event.type}{'/' + event.mode if event.mode else ''}, {event.status}"
    count = len(event.actors)
    rows = [
        (event.text, f"{kind}   frame {event.why}"),
        ("actors", _parties(record, event.actors, event.party_spans[:count])),
        ("recipients", _parties(record, event.recipients, event.party_spans[count:])),
    ]
    if event.time and event.time_span:
        rows.append(("time", f"{event.time} from « {_quoted(record, event.time_span)} »"))
    rows += [("place", event.place)] if event.place else []
    rows += [("said by", event.said_by)] if event.said_by else []
    for name in ("dead", "injured", "detained", "sum"):
        index = getattr(event, name)
        if index is not None:
            figure = record.figures[index]
            rows.append((name, f"{figure.value:g} from « {figure.text} »"))
    rows.append(("event", f"{event.event}   PLOVER {event.score:g}, quad {event.quad}, CAMEO {event.cameo}"))
    return [(label, value) for label, value in rows if value]


def _parties(record: Record, names: tuple[str, ...], spans: tuple[Offsets, ...]) -> str:
    found = [f"{name} from « {_quoted(record, span)} »" for name, span in zip(names, spans, strict=False)]
    return "; ".join(found) or NOBODY


def _quoted(record: Record, span: Offsets) -> str:
    return " ".join(record.document.text[slice(*span)].split())


def _marked(record: Record, sentence: Sentence, events: list[Event]) -> Text:
    text = Text(visible(record.document.text[sentence.start : sentence.end]))
    for event in events:
        text.stylize("bold red", event.start - sentence.start, event.end - sentence.start)
        for start, end in event.party_spans:
            if sentence.start <= start and end <= sentence.end:
                text.stylize("cyan", start - sentence.start, end - sentence.start)
    return text
