"""`depeche watch`: keep what feeds bring, as it comes."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import click

from depeche.commands.add import Tally, keep_all, run
from depeche.errors import SourceError
from depeche.sources import Dispatch
from depeche.sources.feed import read_entries
from depeche.sources.web import Fetcher, read_pages
from depeche.store import Store

HELP = """Ask RSS and Atom feeds for what is new, again and again, and keep it in a store.

A feed that has not changed is not sent again (ETag, If-Modified-Since); robots.txt is honoured, a busy site is left in peace
for a while. Stop with Ctrl-C: everything kept is safe.

\b
Examples:
  depeche watch record.sqlite https://site.example/flux.rss https://autre.example/atom.xml
  depeche watch record.sqlite https://site.example/flux.rss --once
"""


@click.command(help=HELP)
@click.argument("store", type=click.Path(dir_okay=False))
@click.argument("feeds", nargs=-1, required=True, metavar="FEED...")
@click.option("--every", type=click.IntRange(1), default=15, show_default=True, metavar="MINUTES", help="How often to ask.")
@click.option("--once", is_flag=True, help="Ask once and stop.")
def watch(store: str, feeds: tuple[str, ...], every: int, once: bool) -> None:
    fetcher = Fetcher()

    def work(kept: Store, tally: Tally) -> None:
        keep_all(kept, news(kept, feeds, fetcher), tally)
        while not once:
            time.sleep(60 * every)
            keep_all(kept, news(kept, feeds, fetcher), tally)

    run(store, work)


def news(store: Store, feeds: tuple[str, ...], fetcher: Fetcher) -> Iterator[Dispatch | SourceError]:
    """What the feeds have that was not read to its end before; pages seen already are not asked for again."""
    for feed in feeds:
        state = json.loads(store.mark_of(feed) or "{}")
        try:
            found = fetcher.fetch(feed, state.get("validators"))
            if found.is_unchanged:
                continue
            entries = read_entries(found.data, where=feed)
        except SourceError as error:
            yield error
            continue
        seen = set(state.get("seen", ()))
        fresh = [entry for entry in entries if entry.url not in seen]
        yield from read_pages(fresh, fetcher)
        urls = [entry.url for entry in entries if entry.url]
        store.note_input(feed, json.dumps({"validators": found.validators, "seen": urls}))
