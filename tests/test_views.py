"""What a person looks at: every row leads to its words, and nothing in a dispatch harms the screen or the page."""

import io
import re
import time
from html import unescape
from html.parser import HTMLParser

import pytest
from rich.console import Console

from depeche.record import (
    Actor,
    Document,
    Event,
    Figure,
    Finding,
    Mention,
    Record,
    Relation,
    Sentence,
    Statement,
    Time,
)  # fmt: skip
from depeche.views import html, terminal
from depeche.views.lines import Lines
from depeche.views.tables import tables

TEXT = "DAKAR (APN)\n\nLundi, Dakar a accusé <script>alert(1)</script> Bamako d'avoir tué « 12 soldats ».\n"


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def passage(words: str) -> dict[str, object]:
    start, end = span(words)
    return {"start": start, "end": end, "text": words}


@pytest.fixture
def record() -> Record:
    return Record(
        document=Document(id="a<b", title="Dakar & Bamako", url="javascript:alert(1)", published="2024-11-27", text=TEXT),
        sentences=(Sentence(start=13, end=len(TEXT) - 1),),
        actors=(Actor(id="sn", name="Sénégal", kind="country"), Actor(id="ml", name="Mali", kind="country")),
        mentions=(
            Mention(**passage("Dakar"), kind="country", actor="sn", via="metonymy"),
            Mention(**passage("Bamako"), kind="country", actor="ml", via="metonymy"),
            Mention(**passage("soldats"), kind="group", actor=None, via="description"),
        ),
        times=(Time(**passage("Lundi"), type="DATE", value="2024-11-25"),),
        figures=(Figure(**passage("12"), value=12, unit="count", mod="at_least", of=span("soldats"), subject=("ml",)),),
        statements=(
            Statement(
                **passage("d'avoir tué « 12 soldats »"), segments=(span("d'avoir tué « 12 soldats »"),), mode="mixed",
                act="accuse", speaker="sn", cue=span("a accusé"), time="2024-11-25",
            ),
        ),
        events=(
            Event(**passage("accusé"), type="ACCUSE", status="actual", actors=("sn",), recipients=("ml",), time="2024-11-25"),
            Event(**passage("tué"), type="ASSAULT", status="possible", actors=("ml",), said_by="sn", place="ml"),
        ),
        relations=(Relation(**passage("soldats"), predicate="part_of", subject="ml", object="sn", figure=0),),
        findings=(Finding(rule="unattributed-quote", severity="info", message="<b>Qui ?</b>", spans=(span("12 soldats"),)),),
    )  # fmt: skip


def shown(record: Record, **options: object) -> str:
    out = io.StringIO()
    terminal.render(record, Console(file=out, highlight=False, **options))  # type: ignore[arg-type]
    return out.getvalue()


def test_every_layer_is_a_table_and_every_row_has_its_line(record: Record) -> None:
    rows = {table.title: [row.cells for row in table.rows] for table in tables(record)}
    assert rows["who"] == [("Sénégal", "country", "1×", "Dakar"), ("Mali", "country", "1×", "Bamako"),
                           ("not known", "", "1×", "soldats")]  # fmt: skip
    assert rows["said"] == [("Sénégal", "accuse", "2024-11-25", "d'avoir tué « 12 soldats »")]
    assert rows["happened"] == [
        ("ACCUSE", "Sénégal → Mali", "2024-11-25", "accusé"),
        ("ASSAULT (possible)", "Mali", "Mali, says Sénégal", "tué"),
    ]
    assert rows["holds"] == [("Mali part of Sénégal (at least 12)", "soldats")]
    assert rows["figures"] == [("at least 12", "soldats (Mali)", "12")]
    assert rows["dates"] == [("2024-11-25", "date", "Lundi")]
    assert rows["findings"] == [("info: unattributed-quote", "<b>Qui ?</b>")]
    lines = Lines(TEXT)
    assert {lines.named(row.spans) for table in tables(record) for row in table.rows} == {"3"}


def test_a_long_name_goes_by_its_acronym() -> None:
    text = "La Communauté des États du Fleuve (CEF) a condamné."
    name, acronym = "Communauté des États du Fleuve", "CEF"
    found = Record(
        document=Document(id="x", text=text),
        actors=(Actor(id="cef", name=name, kind="organisation"),),
        mentions=(
            Mention(start=3, end=33, text=name, kind="organisation", actor="cef", via="name"),
            Mention(start=35, end=38, text=acronym, kind="organisation", actor="cef", via="acronym"),
        ),
        events=(Event(start=42, end=50, text="condamné", type="ACCUSE", status="actual", actors=("cef",)),),
    )
    rows = {table.title: [row.cells for row in table.rows] for table in tables(found)}
    assert rows["who"] == [(name, "organisation", "2×", "CEF")]
    assert rows["happened"] == [("ACCUSE", "CEF", "", "condamné")]


def test_a_pipe_gets_plain_text_of_80_columns(record: Record) -> None:
    found = shown(record, width=80)
    assert "\x1b" not in found
    assert max(map(len, found.splitlines())) <= 80
    assert "3  Lundi, Dakar a accusé <script>" in found
    titles = ["who", "said", "happened", "holds", "figures", "dates", "findings"]
    assert [line for line in found.splitlines() if line in titles] == titles


@pytest.mark.parametrize("width", [40, 200])
def test_any_width_holds_all_words(record: Record, width: int) -> None:
    found = re.sub(r"\s+", "", shown(record, width=width))
    assert "Sénégal" in found
    assert "unattributed-quote" in found


def test_colour_is_for_terminals_and_no_color_is_heard(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[36mDakar\x1b[0m" in shown(record, width=80, force_terminal=True, color_system="standard")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[\d;]*3\dm", shown(record, width=80, force_terminal=True))


def test_a_dispatch_cannot_steer_the_terminal() -> None:
    text = "\x1b]0;titre\x07\x1b[2Jrouge \u202eenvers\r\nfin\x9b1m [bold]gras[/bold] :smile:"
    found = shown(Record(document=Document(id="\x1b[2J", title="\x1b[1m", text=text)), width=80)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", found)
    assert "[bold]gras[/bold] :smile:" in found


class Page(HTMLParser):
    """What a browser would make of the page: tags, ids, links, the text inside the marks of each key."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.marked: dict[str, str] = {}
        self.rows: list[str] = []
        self._keys: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if tag == "a" else []
        if tag == "mark":
            self._keys = (found["data-k"] or "").split()
        if tag == "tr" and "data-k" in found:
            self.rows.append(found["data-k"] or "")

    def handle_data(self, data: str) -> None:
        for key in self._keys:
            self.marked[key] = self.marked.get(key, "") + data

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self._keys = []


def test_the_page_ties_each_row_to_its_words(record: Record) -> None:
    page = Page(html.render([record]))
    assert page.marked["t0"] == "Lundi"
    assert page.marked["s0"] == "d'avoir tué « 12 soldats »"
    assert page.marked["e1"] == "tué"
    assert page.marked["w0"] == "12 soldats"
    assert set(page.rows) == set(page.marked)
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_the_page_shows_the_text_unchanged(record: Record) -> None:
    found = re.findall(r'<div class="l"[^>]*>(.*?)</div>', html.render([record]), re.DOTALL)
    assert [unescape(re.sub("<[^>]*>", "", line)) for line in found] == TEXT.split("\n")


def test_the_page_is_escaped_and_needs_nothing_else(record: Record) -> None:
    found = html.render([record])
    page = Page(found)
    assert page.tags.count("script") == 1
    assert "b" not in page.tags
    assert "&lt;script&gt;alert(1)" in found
    assert not [link for link in page.links if link.startswith("javascript")]
    assert not re.search(r'(?:src|href)="(?!#|data:,)', found)
    assert "default-src 'none'" in found


def test_several_dispatches_have_an_index(record: Record) -> None:
    page = Page(html.render([record, Record(document=Document(id="vide", text="Rien."))]))
    assert page.tags.count("article") == 2
    assert page.tags.count("nav") == 1
    assert {"#index", "#d0", "#d1"} <= set(page.links)


def test_an_empty_record_says_so() -> None:
    empty = Record(document=Document(id="vide", text="Rien."))
    assert "Nothing was read in it." in shown(empty, width=80)
    assert "Nothing was read in it." in html.render([empty])


def test_the_same_record_gives_the_same_bytes(record: Record) -> None:
    assert html.render([record]) == html.render([record])
    assert shown(record, width=80) == shown(record, width=80)


def test_a_long_line_is_shown_in_linear_time() -> None:
    text = "Le 3 mai, Paris. " * 10_000
    times = tuple(Time(start=at, end=at + 8, text="Le 3 mai", type="DATE", value="XXXX-05-03") for at in range(0, len(text), 17))
    large = Record(document=Document(id="long", text=text), times=times)
    start = time.process_time()
    assert len(html.render([large])) > len(text)
    assert len(shown(large, width=80)) > len(text)
    assert time.process_time() - start < 30
