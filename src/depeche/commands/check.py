"""`depeche check`: what does not add up in these dispatches?"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

import click

from depeche import checks
from depeche.checks import reports
from depeche.commands.console import complain, completed, destination, iso_date, stdin, told
from depeche.errors import Failure, SourceError
from depeche.record import Finding
from depeche.sources import Dispatch
from depeche.sources.paths import read_paths

HELP = """Say what does not add up in French dispatches: one finding a line.

\b
Examples:
  depeche check visite.txt --published 2024-11-27
  depeche check dépêches/ --ignore date-missing --format github
  depeche check lot.jsonl --select quote-variant,figure-conflict --format json
  depeche check v1.txt v2.txt v3.txt --story
  depeche check --explain acronym-conflict

\b
Exit code: 0 nothing found (remarks of severity info apart); 1 errors or warnings; 2 something could not be read.
"""


@click.command(help=HELP)
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "--published", metavar="DATE", callback=lambda *args: iso_date(args[2]), help="When the dispatch appeared, as 2024-11-27."
)
@click.option(
    "--format", "form", type=click.Choice(sorted(reports.WRITERS)), default="text", show_default=True, help="What to write."
)
@click.option("--output", type=click.Path(dir_okay=False), metavar="FILE", help="Where to write it (default: standard output).")
@click.option("--select", metavar="RULES", callback=lambda *args: _rules(args[2]), help="Only these rules, with commas between.")
@click.option("--ignore", metavar="RULES", callback=lambda *args: _rules(args[2]), help="All rules but these.")
@click.option("--explain", metavar="RULE", help="Say what a rule finds, why, with examples, and how to mend it.")
@click.option("--story", is_flag=True, help="The dispatches are versions of one story: say also what differs between them.")
@click.option("--processes", type=click.IntRange(1, 256), default=1, show_default=True, help="How many processes read.")
def check(
    paths: tuple[str, ...], published: str | None, form: str, output: str | None, select: tuple[str, ...],
    ignore: tuple[str, ...], explain: str | None, story: bool, processes: int,
) -> None:  # fmt: skip
    if explain:
        click.echo(reports.explain(checks.rules()[_rules(explain)[0]]))
        return
    if not paths:
        raise click.UsageError("name a file or a folder, or - for standard input")
    tally = Tally()
    with told(output), destination(output) as out:
        found = completed(read_paths(paths, stdin()), published, None)
        checked = tally.watch(found, select, ignore, processes)
        reports.WRITERS[form](tally.beside(list(checked)) if story else checked, out)
    raise SystemExit(2 if tally.failed else 1 if tally.faults else 0)


class Tally:
    """Counts failures, told on standard error, and findings that are more than remarks."""

    def __init__(self) -> None:
        self.failed = self.faults = 0

    def watch(
        self, found: Iterable[Dispatch | SourceError], select: tuple[str, ...], ignore: tuple[str, ...], processes: int
    ) -> Iterator[reports.Checked]:
        """Each dispatch that could be read, with the findings asked for."""
        from depeche.batch import read_all  # spaCy takes a second to import: `--help` must not wait for it

        places: deque[str] = deque()
        for result in read_all(_noted(found, places), processes=processes):
            where = places.popleft()
            if isinstance(result, Failure):
                self.failed += 1
                complain(str(result))
                continue
            wanted = [item for item in result.findings if (not select or item.rule in select) and item.rule not in ignore]
            self.faults += sum(item.severity != "info" for item in wanted)
            yield reports.Checked(where, result, wanted)


    def beside(self, found: list[reports.Checked]) -> list[reports.Checked]:
        """The same dispatches; what differs between two of them stands with both."""
        from depeche.stories import check_story

        named = [item.record.document.model_copy(update={"id": item.where}) for item in found]
        records = [item.record.model_copy(update={"document": document}) for item, document in zip(found, named, strict=True)]
        by_place = {item.where: item for item in found}
        for difference in check_story(records):
            self.faults += difference.severity != "info"
            for where, span in difference.places:
                finding = Finding(rule=difference.rule, severity=difference.severity, message=difference.message, spans=(span,))
                by_place[where].findings.append(finding)
        return found


def _noted(found: Iterable[Dispatch | SourceError], places: deque[str]) -> Iterator[Dispatch | SourceError]:
    """The same inputs; where each came from is put down in their order."""
    for item in found:
        places.append(item.where)
        yield item


def _rules(value: str | None) -> tuple[str, ...]:
    names = tuple(name.strip() for name in (value or "").split(",") if name.strip())
    unknown = [name for name in names if name not in checks.rules() and name != "not-french"]
    if unknown:
        raise click.BadParameter(f"there is no rule {unknown[0]!r}; the rules: {', '.join(checks.rules())}")
    return names
