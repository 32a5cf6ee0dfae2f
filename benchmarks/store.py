"""How fast is the store? Questions over a million events, in milliseconds.

    python benchmarks/store.py                       1,000,000 invented events in a temporary file (minutes to write)
    python benchmarks/store.py --events 100000 --keep FILE

Each question is asked five times on an open store; the median counts. The bar is 200 ms for every one of them.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from depeche import questions
from depeche.questions import Filter
from depeche.record import Actor, Document, Event, Mention, Record, Sentence, Statement, Time
from depeche.sources import Dispatch
from depeche.store import Store

TYPES = ("CONSULT", "ACCUSE", "ASSAULT", "SUPPORT", "REJECT", "REQUEST", "COERCE", "SANCTION", "AGREE", "AID")
STATUSES = ("actual",) * 8 + ("planned", "possible", "denied")
WORDS = "pourparlers gazoduc frontière accord armée uranium port sommet ministre rebelles élection barrage convoi trêve".split()  # noqa: SIM905
PER_DISPATCH = 10
TODAY = "2025-06-01"


def record(number: int, draw: random.Random) -> Record:
    """A dispatch with ten events between actors of which a few are in half of the news."""
    names = [f"actor-{min(int(draw.paretovariate(0.7)), 5000)}" for _ in range(2 * PER_DISPATCH)]
    text = (
        " ".join(f"{draw.choice(WORDS)} {draw.choice(WORDS)} {number % 997}." for _ in range(PER_DISPATCH))
        + f" rare{number % 5000}"
    )
    day = (date(2016, 1, 1) + timedelta(days=number % 3650)).isoformat()
    actors = tuple(Actor(id=name, name=name, kind="organisation") for name in sorted(set(names)))
    later = (date.fromisoformat(day) + timedelta(days=9)).isoformat()
    events = []
    for at in range(PER_DISPATCH):
        status = draw.choice(STATUSES)
        events.append(
            Event(
                start=at,
                end=at + 1,
                text=text[at],
                type=draw.choice(TYPES),
                status=status,
                actors=(names[at],),
                recipients=(names[-at - 1],),
                time=later if status == "planned" else None,
            )
        )
    ends = (date.fromisoformat(later) + timedelta(days=1)).isoformat()
    planned = Time(start=0, end=3, text=text[:3], type="DATE", value=later, begin=f"{later}T00:00:00", until=f"{ends}T00:00:00")
    statement = Statement(start=0, end=5, text=text[:5], segments=((0, 5),), mode="indirect", act="say", speaker=names[0])
    return Record(
        document=Document(id=f"d{number}", text=text, published=day, source=f"source-{number % 40}"),
        sentences=(Sentence(start=0, end=len(text)),),
        actors=actors,
        events=tuple(events),
        statements=(statement,),
        times=(planned,),
        mentions=(Mention(start=0, end=3, text=text[:3], kind="organisation", actor=names[0], via="name"),),
    )


def fill(store: Store, events: int) -> None:
    draw = random.Random(1)
    for first in range(0, events // PER_DISPATCH, 1000):
        with store.writing() as connection:
            for number in range(first, min(first + 1000, events // PER_DISPATCH)):
                found = record(number, draw)
                store.put(connection, found, Dispatch(text=found.document.text))


def asked(store: Store) -> dict[str, Callable[[], object]]:
    """The questions, the ones about the commonest actor and the rarest words among them."""
    ask = {
        "events, latest": Filter(),
        "events of one actor": Filter(actor="actor-1"),
        "events of a rare actor": Filter(actor="actor-4999"),
        "actor + about": Filter(actor="actor-1", about="actor-2"),
        "actor + type + status": Filter(actor="actor-1", type="AID", status="denied"),
        "type + dates": Filter(type="ASSAULT", since="2017-01-01", until="2017-02-01"),
        "status": Filter(status="denied"),
        "source": Filter(source="source-7"),
        "common word": Filter(text="gazoduc"),
        "rare word": Filter(text="rare123"),
        "word + actor": Filter(text="uranium", actor="actor-3"),
        "no such actor": Filter(actor="nobody"),
    }
    found: dict[str, Callable[[], object]] = {
        name: (lambda wanted=wanted: questions.events(store, wanted))
        for name, wanted in ask.items()  # type: ignore[misc]
    }
    found["statements of one actor"] = lambda: questions.statements(store, Filter(actor="actor-1"))
    found["agenda"] = lambda: questions.agenda(store, Filter(), TODAY)
    found["agenda of one actor"] = lambda: questions.agenda(store, Filter(actor="actor-1"), "2020-01-01")
    found["actors"] = lambda: questions.actors(store, Filter())
    found["dossier"] = lambda: questions.dossier(store, "actor-1", TODAY)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--keep", type=Path, help="write the store here, or ask the one that is here")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = args.keep or Path(folder) / "record.sqlite"
        begin, is_new = time.perf_counter(), not path.exists()
        with Store.open(path, is_new_welcome=True) as store:
            if is_new:
                fill(store, args.events)
                print(f"{args.events} events written in {time.perf_counter() - begin:.0f} s, {path.stat().st_size / 1e6:.0f} MB")
            for name, question in asked(store).items():
                spent = []
                for _ in range(5):
                    begin = time.perf_counter()
                    question()
                    spent.append(1000 * (time.perf_counter() - begin))
                print(f"{name:28} {statistics.median(spent):8.1f} ms")


if __name__ == "__main__":
    main()
