"""Every export is read back by its format's own reader, or checked against its own description."""

import csv
import io
import json
from pathlib import Path

import conllu as conllu_reader
import networkx
import pytest
import rdflib
from click.testing import CliRunner
from followthemoney import model
from icalendar import Calendar

from depeche.cli import main
from depeche.exports import brat, cameo, ftm, gexf, ics, jsonld, ninjs, plover, polecat
from depeche.record import Actor, Document, Event, Mention, Record, Relation, Sentence, Statement, Time
from depeche.sources import Dispatch
from depeche.sources.ninjs import is_ninjs, read_ninjs
from depeche.store import Store

TEXT = (
    "Bamako a frappé Kidal lundi. Le président malien doit rencontrer jeudi son homologue nigérien.\n"
    "Bamako nie avoir tiré.\n« Non », dit-il."
)


def place(words: str) -> dict[str, object]:
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words), "text": words}


RECORD = Record(
    document=Document(id="d1", text=TEXT, published="2024-03-05", source="Agence", language="fr", title='Frappe; "à" Kidal'),
    sentences=(Sentence(start=0, end=28), Sentence(start=29, end=94), Sentence(start=95, end=117), Sentence(start=118, end=134)),
    actors=(
        Actor(id="kidal", name="Kidal", kind="place", country="ml"),
        Actor(id="ml", name="Mali", kind="country", country="ml"),
        Actor(id="ne", name="Niger", kind="country", country="ne"),
        Actor(id="president-du-mali", name="président malien", kind="person", country="ml"),
    ),
    mentions=(Mention(**place("Bamako"), kind="country", actor="ml", via="metonymy"),),
    times=(
        Time(**place("lundi"), type="DATE", value="2024-03-04", begin="2024-03-04T00:00:00", until="2024-03-05T00:00:00"),
        Time(**place("jeudi"), type="DATE", value="2024-03-07", begin="2024-03-07T00:00:00", until="2024-03-08T00:00:00"),
    ),
    statements=(
        Statement(
            **place("Non"), segments=((TEXT.index("Non"), TEXT.index("Non") + 3),), mode="direct", act="deny", speaker="ml"
        ),
    ),
    events=(
        Event(
            **place("frappé"),
            type="ASSAULT",
            mode="aerial",
            status="actual",
            actors=("ml",),
            place="kidal",
            time="2024-03-04",
            score=-9.5,
            quad=4,
            cameo="19",
            goldstein=-10,
            contexts=("military",),
            party_spans=((0, 6),),
        ),
        Event(
            **place("rencontrer"),
            type="CONSULT",
            mode="meet",
            status="planned",
            actors=("president-du-mali", "ne"),
            time="2024-03-07",
            score=2.5,
            quad=1,
            cameo="04",
            goldstein=1,
        ),
        Event(**place("tiré"), type="ASSAULT", status="denied", actors=("ml",), cameo="19"),
    ),
    relations=(
        Relation(**place("président malien"), predicate="holds_office", subject="president-du-mali", object="ml"),
        Relation(**place("malien"), predicate="led_by", subject="ml", object="president-du-mali"),
    ),
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store.open(tmp_path / "r.sqlite", is_new_welcome=True)
    store.keep(RECORD)
    return store


def test_polecat_has_its_forty_columns(store: Store) -> None:
    out = io.StringIO()
    assert polecat.export(store, out) == 2
    rows = list(csv.DictReader(io.StringIO(out.getvalue()), delimiter="\t"))
    assert len(rows[0]) == len(polecat.COLUMNS) == 40
    strike, meeting = rows
    assert [strike[name] for name in ("Event Date", "Event Type", "Event Mode", "Actor Country", "Placename", "Country")] == [
        "2024-03-04",
        "ASSAULT",
        "aerial",
        "MLI",
        "Kidal",
        "MLI",
    ]
    assert (meeting["Event Type"], meeting["Event Mode"], meeting["Actor Name"]) == ("AGREE", "", "président malien;Niger")
    assert strike["Recipient Name"] == ""


def test_plover_keeps_denials_as_auxiliary_modes(store: Store) -> None:
    out = io.StringIO()
    assert plover.export(store, out) == 3
    events = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [(event["event"], event["auxiliaryModes"]) for event in events] == [
        ("ASSAULT", []),
        ("AGREE", ["future"]),
        ("ASSAULT", ["negation"]),
    ]
    assert (events[0]["actor"][0]["code"], events[0]["date"], events[0]["dateFrom"]) == ("MLI", "2024-03-04", "text")
    assert (events[2]["date"], events[2]["dateFrom"]) == ("2024-03-05", "published")
    assert all(TEXT[event["start"] : event["end"]] == event["trigger"] for event in events)


def test_cameo_has_icews_columns_and_only_what_happened(store: Store) -> None:
    out = io.StringIO()
    assert cameo.export(store, out) == 1
    (row,) = csv.DictReader(io.StringIO(out.getvalue()), delimiter="\t")
    assert len(row) == len(cameo.COLUMNS) == 20
    assert (row["CAMEO Code"], row["Intensity"], row["Source Country"], row["Sentence Number"]) == ("19", "-10.0", "Mali", "1")


def test_ftm_is_valid_by_its_own_library(store: Store) -> None:
    out = io.StringIO()
    ftm.export(store, out)
    entities = {}
    for line in out.getvalue().splitlines():
        data = json.loads(line)
        schema = model.get(data["schema"])
        assert schema is not None
        schema.validate(data)
        entities[data["id"]] = model.get_proxy(data)
    kinds = [proxy.schema.name for proxy in entities.values()]
    assert kinds.count("Event") == 3
    assert {"Article", "Person", "PublicBody", "Directorship", "UnknownLink"} <= set(kinds)
    for proxy in entities.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert value in entities
                assert prop.range is None or entities[value].schema.is_a(prop.range)


def test_ninjs_is_read_back(store: Store) -> None:
    out = io.StringIO()
    ninjs.export(store, out)
    item = json.loads(out.getvalue())
    assert is_ninjs(item)
    (found,) = read_ninjs(item, where="x")
    assert isinstance(found, Dispatch)
    assert (found.text, found.title, found.published) == (TEXT, RECORD.document.title, "2024-03-05")
    assert item["people"] == [{"name": "président malien", "rel": "mentions", "literal": "president-du-mali"}]


def test_the_agenda_opens_in_a_calendar(store: Store) -> None:
    out = io.StringIO()
    assert ics.export(store, out) == 1
    (entry,) = Calendar.from_ical(out.getvalue()).walk("VEVENT")
    assert entry.decoded("dtstart").isoformat() == "2024-03-07"
    assert str(entry["summary"]) == "président malien, Niger: rencontrer"


def test_the_network_opens(store: Store, tmp_path: Path) -> None:
    with (tmp_path / "r.gexf").open("w", encoding="utf-8") as out:
        assert gexf.export(store, out) == 1
    graph = networkx.read_gexf(
        tmp_path / "r.gexf", version="1.3" if "1.3" in networkx.readwrite.gexf.GEXF.versions else "1.2draft"
    )
    assert {data["label"] for _, data in graph.nodes(data=True)} == {"président malien", "Niger"}


def test_jsonld_is_rdf(store: Store) -> None:
    out = io.StringIO()
    jsonld.export(store, out)
    graph = rdflib.Graph().parse(data=out.getvalue(), format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    assert (None, rdflib.RDF.type, schema.NewsArticle) in graph
    quotation = graph.value(predicate=rdflib.RDF.type, object=schema.Quotation)
    assert str(graph.value(quotation, schema.text)) == "Non"


def test_brat_offsets_quote_the_text(store: Store, tmp_path: Path) -> None:
    assert brat.export(store, tmp_path / "brat") == 1
    text = (tmp_path / "brat" / "000001-d1.txt").read_bytes().decode("utf-8")
    assert text == TEXT
    for line in (tmp_path / "brat" / "000001-d1.ann").read_text(encoding="utf-8").splitlines():
        if line.startswith("T"):
            _, kind, quoted = line.split("\t")
            spans = [span.split() for span in kind.split(" ", 1)[1].split(";")]
            assert " ".join(text[int(start) : int(end)] for start, end in spans) == quoted


def test_conllu_is_read_back(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "r.conllu"
    assert CliRunner().invoke(main, ["export", str(store.path), "--to", "conllu", "--output", str(path)]).exit_code == 0
    sentences = conllu_reader.parse(path.read_text(encoding="utf-8"))
    assert len(sentences) == 4
    for sentence in sentences:
        assert [token["head"] for token in sentence].count(0) == 1
        assert sentence.to_tree() is not None


@pytest.mark.parametrize("form", ["jsonl", "html", "csv", "parquet"])
def test_the_other_forms_are_written(store: Store, tmp_path: Path, form: str) -> None:
    result = CliRunner().invoke(main, ["export", str(store.path), "--to", form, "--output", str(tmp_path / "x")])
    assert result.exit_code == 0, result.stderr
    if form == "jsonl":
        assert Record.from_json((tmp_path / "x").read_text(encoding="utf-8")) == RECORD
    elif form == "csv":
        rows = list(csv.DictReader((tmp_path / "x" / "events.csv").open(encoding="utf-8", newline="")))
        assert [row["status"] for row in rows] == ["actual", "planned", "denied"]


def test_a_folder_must_be_named(store: Store) -> None:
    result = CliRunner().invoke(main, ["export", str(store.path), "--to", "csv"])
    assert (result.exit_code, "--output" in result.stderr) == (2, True)
