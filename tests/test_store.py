"""The store: nothing lost, nothing twice, whatever happens; and the questions it answers."""

import json
import multiprocessing
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import depeche
from depeche import questions
from depeche.cli import main
from depeche.errors import StoreError
from depeche.questions import Filter
from depeche.record import Actor, Document, Event, Finding, Mention, Record, Sentence, Statement, Time
from depeche.sources import Dispatch
from depeche.store import MIGRATIONS, Store

TEXT = "Bamako a accusé Nouakchott lundi. « Nous irons en mars », a promis Abou Sissoko."


def place(text: str, words: str) -> dict[str, Any]:
    """Where these words stand."""
    return {"start": text.index(words), "end": text.index(words) + len(words), "text": words}


def record(number: int = 1, published: str = "2024-03-05") -> Record:
    """A record made by hand: Mali accuses Mauritania; a minister promises a visit in March."""
    text = TEXT + f" Numéro {number}."
    said = place(text, "Nous irons en mars")
    people = (
        Actor(id="abou-sissoko", name="Abou Sissoko", kind="person", country="ml"),
        Actor(id="ml", name="Mali", kind="country", country="ml"),
        Actor(id="mr", name="Mauritanie", kind="country", country="mr"),
    )
    return Record(
        document=Document(id=f"d{number}", text=text, published=published, source="Agence" if number % 2 else "Journal"),
        sentences=tuple(Sentence(start=found.start(), end=found.end()) for found in re.finditer(r"\S[^.]*\.", text)),
        actors=people,
        mentions=(
            Mention(**place(text, "Bamako"), kind="country", actor="ml", via="metonymy"),
            Mention(**place(text, "Nouakchott"), kind="country", actor="mr", via="metonymy"),
            Mention(**place(text, "Abou Sissoko"), kind="person", actor="abou-sissoko", via="name"),
        ),
        times=(
            Time(**place(text, "lundi"), type="DATE", value="2024-03-04", begin="2024-03-04T00:00", until="2024-03-05T00:00"),
            Time(**place(text, "mars"), type="DATE", value="2025-03", begin="2025-03-01T00:00:00", until="2025-04-01T00:00:00"),
        ),
        statements=(
            Statement(**said, segments=((said["start"], said["end"]),), mode="direct", act="promise", speaker="abou-sissoko"),
        ),
        events=(
            Event(**place(text, "accusé"), type="ACCUSE", status="actual", actors=("ml",), recipients=("mr",), time="2024-03-04"),
            Event(
                **place(text, "irons"),
                type="CONSULT",
                mode="visit",
                status="planned",
                actors=("abou-sissoko",),
                recipients=("mr",),
                time="2025-03",
                place="mr",
            ),
        ),
        findings=(Finding(rule="date-missing", severity="warning", message="sans date"),),
    )


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "record.sqlite", is_new_welcome=True)


def test_kept_once_and_given_back_whole(store: Store) -> None:
    assert store.keep(record()) == 1
    assert store.keep(record()) is None
    assert store.has(Dispatch(id="d1", text=record().document.text))
    assert not store.has(Dispatch(id="d1", text="D'autres mots."))
    assert list(store.records()) == [record()]
    assert store.record(1) == record()


def test_one_id_with_other_words_is_another_version(store: Store) -> None:
    store.keep(record())
    changed = depeche.Record.model_validate({"document": {"id": "d1", "text": "Tout autre chose."}})
    assert store.keep(changed) == 2


def test_questions(store: Store) -> None:
    for number in range(1, 5):
        store.keep(record(number))
    assert {row["type"] for row in questions.events(store, Filter(actor="ml"))} == {"ACCUSE"}
    assert [row["id"] for row in questions.events(store, Filter(actor="ml", limit=2))] == ["d4", "d3"]
    assert len(questions.events(store, Filter(about="mr", type="CONSULT", place="mr", status="planned"))) == 4
    assert len(questions.events(store, Filter(actor="ml", about="mr", source="Agence"))) == 2
    assert len(questions.events(store, Filter(since="2024-03-05"))) == 4
    assert len(questions.events(store, Filter(until="2024-03-04"))) == 4
    assert len(questions.events(store, Filter(text="ambassade", type="ACCUSE"))) == 0
    assert len(questions.events(store, Filter(text="ACCUSATIONS, numero", type="ACCUSE"))) == 4
    (said, *_) = questions.statements(store, Filter(actor="abou-sissoko"))
    assert (said["act"], said["words"]) == ("promise", "« Nous irons en mars », a promis Abou Sissoko.")
    assert [row["time"] for row in questions.agenda(store, Filter(), "2024-03-06")] == ["2025-03"] * 4
    assert len(questions.agenda(store, Filter(), "2025-03-15")) == 4
    assert len(questions.agenda(store, Filter(), "2025-04-01")) == 0
    assert len(questions.findings(store, Filter(type="date-missing", status="warning"))) == 4
    assert [row["id"] for row in questions.actors(store, Filter(text="sissoko"))] == ["abou-sissoko"]
    dossier = questions.dossier(store, "mr", "2024-03-06")
    with_whom = {(row["other"], row["type"], row["number"]) for row in dossier["with"]}
    assert with_whom == {("ml", "ACCUSE", 4), ("abou-sissoko", "CONSULT", 4)}
    assert questions.events(store, Filter()).table().num_rows == 8


def test_every_row_quotes_its_dispatch(store: Store) -> None:
    store.keep(record())
    for row in questions.events(store, Filter()):
        assert record().document.text[row["start"] : row["end"]] in row["words"]


def test_a_file_that_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        Store.open(tmp_path / "rien.sqlite")
    other = tmp_path / "autre.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE recettes (nom TEXT)")
    with pytest.raises(StoreError, match="not one of depeche"):
        Store.open(other)
    (tmp_path / "texte.sqlite").write_text("Paris dément. " * 500)
    with pytest.raises(StoreError, match="not a store"):
        Store.open(tmp_path / "texte.sqlite")


def test_a_store_of_a_newer_depeche_is_left_alone(tmp_path: Path) -> None:
    Store.open(tmp_path / "a.sqlite", is_new_welcome=True).close()
    with sqlite3.connect(tmp_path / "a.sqlite") as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 2}")
    with pytest.raises(StoreError, match="newer depeche"):
        Store.open(tmp_path / "a.sqlite")


def test_a_full_disk_loses_nothing(store: Store) -> None:
    store.keep(record(1))
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    long = depeche.Record.model_validate({"document": {"id": "long", "text": os.urandom(40_000).hex()}})
    with pytest.raises(StoreError, match="the disk is full; what was kept is safe"):
        store.keep(long)
    store.connection.execute("PRAGMA max_page_count = 1000000")
    assert [one.document.id for one in store.records()] == ["d1"]
    assert store.keep(long) is not None


def _write(path: str, numbers: range) -> None:
    with Store.open(path) as store:
        for number in numbers:
            store.keep(record(number))


def test_two_writers_at_once(store: Store) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write, args=(str(store.path), range(start, 60, 2))) for start in (0, 1)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert sorted(one.document.id for one in store.records()) == sorted(f"d{number}" for number in range(60))


def test_killed_while_writing_and_run_again(tmp_path: Path) -> None:
    lines = tmp_path / "lot.jsonl"
    texts = [{"id": f"n{number}", "text": f"Paris accuse Moscou. Lundi, {number} soldats sont morts."} for number in range(40)]
    lines.write_text("".join(json.dumps(text) + "\n" for text in texts))
    killed, whole = str(tmp_path / "tué.sqlite"), str(tmp_path / "entier.sqlite")
    command = [sys.executable, "-m", "depeche.cli", "add"]
    for most in (3, 11, 25):
        running = subprocess.Popen([*command, killed, str(lines)], stderr=subprocess.DEVNULL)
        while running.poll() is None and _kept(killed) < most:
            time.sleep(0.005)
        running.send_signal(signal.SIGKILL)
        running.wait()
    assert 0 < _kept(killed) < 40
    for place in (killed, whole):
        assert subprocess.run([*command, place, str(lines)], check=False, capture_output=True).returncode == 0
    with Store.open(killed) as one, Store.open(whole) as other:
        assert [item.to_json() for item in one.records()] == [item.to_json() for item in other.records()]
        for table in ("events", "links", "pairs", "actors", "mentions", "story_dispatch", "story_judgement"):
            assert one.ask(f"SELECT * FROM {table}") == other.ask(f"SELECT * FROM {table}")


def _kept(path: str) -> int:
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM dispatches").fetchone()[0])
    except sqlite3.Error:
        return 0


def test_the_commands(tmp_path: Path) -> None:
    store, runner = str(tmp_path / "r.sqlite"), CliRunner()
    (tmp_path / "a.txt").write_text("Paris accuse Moscou. Lundi, 12 soldats sont morts.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("")
    added = runner.invoke(main, ["add", store, str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--published", "2024-11-27"])
    assert (added.exit_code, added.stderr.splitlines()[-1]) == (1, "depeche: 1 kept, 0 known already, 1 failed")
    again = runner.invoke(main, ["add", store, str(tmp_path / "a.txt")])
    assert (again.exit_code, again.stderr) == (0, "depeche: 0 kept, 1 known already, 0 failed\n")
    events = runner.invoke(main, ["events", store, "--actor", "fr", "--format", "json"])
    assert json.loads(events.stdout)["recipients"] == '["ru"]'
    counted = runner.invoke(main, ["sql", store, "SELECT count(*) AS n FROM events", "--format", "csv"])
    assert counted.stdout.splitlines()[0] == "n"
    refused = runner.invoke(main, ["sql", store, "DELETE FROM events"])
    assert (refused.exit_code, "only reads" in refused.stderr) == (2, True)
    nobody = runner.invoke(main, ["actor", store, "personne"])
    assert (nobody.exit_code, "nobody has the id" in nobody.stderr) == (2, True)
    assert runner.invoke(main, ["actor", store, "fr"]).exit_code == 0
    assert runner.invoke(main, ["events", str(tmp_path / "rien.sqlite")]).exit_code == 2
    assert runner.invoke(main, ["events", store, "--format", "parquet", "--output", str(tmp_path / "e.parquet")]).exit_code == 0


def test_an_archive_answers_as_the_store_does(store: Store, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    from depeche.archive import Archive
    from depeche.exports.archive import export

    for number in range(1, 5):
        store.keep(record(number, f"2024-0{number}-05"))
    assert export(store, str(tmp_path / "archive")) > 8
    asked = (
        Filter(),
        Filter(actor="ml"),
        Filter(actor="ml", about="mr"),
        Filter(about="mr", type="CONSULT"),
        Filter(text="accusation numéro"),
        Filter(source="Agence", limit=1),
        Filter(since="2024-03-01", until="2025-02-01"),
        Filter(place="mr"),
    )
    with Archive.open(str(tmp_path / "archive")) as archive:
        for wanted in asked:
            assert questions.events(archive, wanted) == questions.events(store, wanted)
        assert questions.statements(archive, Filter(actor="abou-sissoko")) == questions.statements(
            store, Filter(actor="abou-sissoko")
        )
        assert questions.agenda(archive, Filter(), "2025-03-15") == questions.agenda(store, Filter(), "2025-03-15")
        assert questions.dossier(archive, "mr", "2024-03-06") == questions.dossier(store, "mr", "2024-03-06")
