"""The questions to a store: `events`, `statements`, `figures`, `actors`, `agenda`, `findings`, `actor`, `sql`."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO, Any

import click
from rich.console import Console
from rich.table import Table

from depeche import questions
from depeche.commands.console import destination, iso_date, told
from depeche.errors import DepecheError
from depeche.questions import Answer, Filter, Reader
from depeche.store import Store

FORMATS = ("table", "json", "csv", "parquet")
HIDDEN = ("start", "end", "via", "time", "event", "segments", "wikidata")
"""Columns that a table on the screen leaves out; every other format has them."""

Question = Callable[[Reader, Filter], Answer]


def _filters(function: Callable[..., None]) -> Callable[..., None]:
    """The options that all questions share."""
    dates = {"callback": lambda *args: iso_date(args[2]), "metavar": "DATE"}
    options = (
        click.option("--actor", metavar="ID", help="Who acts, suffers or speaks: an id (kz, vladimir-poutine)."),
        click.option("--about", metavar="ID", help="Who is acted on, spoken of or counted."),
        click.option("--type", metavar="TYPE", help="ASSAULT, CONSULT ... of events; elsewhere an act, a unit, a kind, a rule."),
        click.option("--since", help="From this day on, as 2024-11-01.", **dates),  # type: ignore[arg-type]
        click.option("--until", help="Up to this day.", **dates),  # type: ignore[arg-type]
        click.option("--place", metavar="ID", help="Where an event takes place."),
        click.option("--status", metavar="STATUS", help="actual, planned, possible or denied; of findings the severity."),
        click.option("--source", metavar="NAME", help="Who published it."),
        click.option("--text", metavar="WORDS", help="Words of the dispatch, accents and endings aside."),
        click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="How many rows."),
        click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="What to write."),
        click.option("--output", type=click.Path(dir_okay=False), metavar="FILE", help="Where to write it."),
    )
    for option in reversed(options):
        function = option(function)
    return click.argument("store", metavar="STORE")(function)


def _command(name: str, question: Question, summary: str, example: str) -> click.Command:
    def run(store: str, form: str, output: str | None, **wanted: Any) -> None:
        with told(output), _reader(store) as reader:
            write(question(reader, Filter(**wanted)), form, output)

    text = f"{summary}\n\n\b\nExample:\n  {example}\n"
    return click.command(name, help=text)(_filters(run))


def _agenda(reader: Reader, wanted: Filter) -> Answer:
    return questions.agenda(reader, wanted, wanted.since or date.today().isoformat())


COMMANDS = [
    _command("events", questions.events, "Who did what to whom, the latest first.",
             "depeche events record.sqlite --actor kz --type CONSULT --since 2024-11-01"),
    _command("statements", questions.statements, "Who said what, the latest first.",
             "depeche statements record.sqlite --actor vladimir-poutine --about kz"),
    _command("figures", questions.figures, "How much of what, the latest first.",
             "depeche figures record.sqlite --about kz --type percent"),
    _command("actors", questions.actors, "Who is in it, the most often named first.",
             "depeche actors record.sqlite --text Tokaïev"),
    _command("findings", questions.findings, "What does not add up, the latest first.",
             "depeche findings record.sqlite --type quote-variant"),
    _command("agenda", _agenda, "What is planned from today on (or from --since), the soonest first.",
             "depeche agenda record.sqlite --actor fr"),
]  # fmt: skip


@click.command()
@click.argument("store", metavar="STORE")
@click.argument("id", metavar="ID")
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, help="How many rows of each kind.")
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True)
@click.option("--output", type=click.Path(dir_okay=False), metavar="FILE", help="Where to write it.")
def actor(store: str, id: str, limit: int, form: str, output: str | None) -> None:
    """All about one actor: who dealt with it and how, month by month, its words, what is said of it, what it plans.

    \b
    Example:
      depeche actor record.sqlite kz
    """
    with told(output), _reader(store) as reader:
        found = questions.dossier(reader, id, date.today().isoformat(), limit)
        if not len(found["actor"]):
            raise DepecheError(f"{store}: nobody has the id {id!r}; `depeche actors {store} --text ...` finds ids by name")
        with destination(output) as out:
            if form == "json":
                out.write(json.dumps({name: list(answer) for name, answer in found.items()}, ensure_ascii=False, indent=2) + "\n")
                return
            for name, answer in found.items():
                if len(answer):
                    _table(answer, out, name)


@click.command()
@click.argument("store", metavar="STORE")
@click.argument("query")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="What to write.")
@click.option("--output", type=click.Path(dir_okay=False), metavar="FILE", help="Where to write it.")
def sql(store: str, query: str, form: str, output: str | None) -> None:
    """Run SQL on a store, read-only; the tables are those of schema.sql.

    \b
    Example:
      depeche sql record.sqlite "SELECT type, count(*) FROM events GROUP BY type"
    """
    with told(output), Store.open_to_read(Path(store)) as kept:
        write(kept.ask(query), form, output)


def write(answer: Answer, form: str, output: str | None) -> None:
    """Write an answer in one of the formats."""
    if form == "parquet":
        from pyarrow import parquet

        if output is None:
            raise DepecheError("Parquet is not for the screen: name a file with --output")
        parquet.write_table(answer.table(), output)
        return
    with destination(output) as out:
        if form == "json":
            out.write("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in answer))
        elif form == "csv":
            lines = csv.writer(out, lineterminator="\n")
            lines.writerow(answer.columns)
            lines.writerows(answer.rows)
        else:
            _table(answer, out)


def _table(answer: Answer, out: IO[str], title: str | None = None) -> None:
    shown = [at for at, name in enumerate(answer.columns) if name not in HIDDEN]
    table = Table(title=title, title_justify="left", show_lines=False)
    for at in shown:
        is_long = answer.columns[at] in ("words", "text", "message")
        table.add_column(answer.columns[at], overflow="fold", ratio=4 if is_long else None)
    for row in answer.rows:
        table.add_row(*(_cell(row[at]) for at in shown))
    console = Console(file=out, highlight=False, width=None if out.isatty() else 160)
    console.print(table if answer.rows else "nothing found", markup=False)


def _cell(value: object) -> str:
    """A cell: lists without their brackets."""
    if value is None:
        return ""
    text = f"{value:g}" if isinstance(value, float) else str(value)
    if text.startswith("["):
        try:
            return ", ".join(map(str, json.loads(text)))
        except ValueError:
            return text
    return " ".join(text.split())


@contextmanager
def _reader(place: str) -> Iterator[Reader]:
    """A store, or a folder or address of an archive."""
    if Path(place).is_dir() or "://" in place:
        from depeche.archive import Archive

        with Archive.open(place) as archive:
            yield archive
        return
    with Store.open_to_read(Path(place)) as store:
        yield store
