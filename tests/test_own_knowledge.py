"""What a user brings in: a Wikidata dump, and a list of actors of the user's own."""

from __future__ import annotations

import bz2
import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import depeche
from depeche.cli import main
from depeche.errors import DepecheError, LexiconError
from depeche.lang import knowledge
from depeche.lang.knowledge import dump, file, own

Item = dict[str, Any]


def claim(value: str, **qualifiers: str) -> Item:
    """A statement whose value is an item; `start` and `end` are days, or years where of four figures."""
    names = {"start": "P580", "end": "P582"}
    found: Item = {"mainsnak": {"datavalue": {"value": {"id": value}}}, "rank": "normal", "qualifiers": {}}
    for name, day in qualifiers.items():
        time = {
            "time": f"+{day}T00:00:00Z" if len(day) > 4 else f"+{day}-00-00T00:00:00Z",
            "precision": 11 if len(day) > 4 else 9,
        }
        found["qualifiers"][names[name]] = [{"datavalue": {"value": time}}]
    return found


def item(qid: str, label: str | None, claims: dict[str, list[Item]], aliases: tuple[str, ...] = (), links: int = 1) -> Item:
    return {
        "id": qid,
        "type": "item",
        "labels": {"fr": {"language": "fr", "value": label}} if label else {"en": {"language": "en", "value": "x"}},
        "aliases": {"fr": [{"language": "fr", "value": alias} for alias in aliases]},
        "claims": claims,
        "sitelinks": {name: {} for name in ["frwiki", "enwiki", "dewiki"][:links]},
        "modified": "2026-05-02T10:00:00Z",
    }


ITEMS = [
    item("Q900001", "Odile Kermarrec", {"P31": [claim("Q5")], "P27": [claim("Q142")], "P21": [claim("Q6581072")],
         "P39": [claim("Q900010", start="2026-03-01")]}, aliases=("Odile Le Kermarrec",), links=2),
    item("Q900002", "Bastien Orvault", {"P31": [claim("Q5")], "P27": [claim("Q142")], "P21": [claim("Q6581097")],
         "P39": [claim("Q900010", start="2022-07-10", end="2026-03-01"), claim("Q900099", start="2020")]}),
    item("Q900003", "Personne sans page", {"P31": [claim("Q5")]}, links=0),
    item("Q900004", None, {"P31": [claim("Q5")]}),
    item("Q900005", "Compagnie boréale des mers", {"P31": [claim("Q4830453")], "P17": [claim("Q148")]}, aliases=("CBM-Nord",)),
    item("Q900006", "Front des marais", {"P31": [claim("Q17149090")], "P17": [claim("Q1028")]}),
    item("Q900007", "Odile Kermarrec", {"P31": [claim("Q5")], "P27": [claim("Q183")]}, links=1),
    item("Q900008", "Paris", {"P31": [claim("Q4830453")]}, links=3),
    item("Q900010", "ministre des Affaires étrangères de la France", {"P31": [claim("Q4164871")], "P1001": [claim("Q142")]}),
]  # fmt: skip


def lines() -> bytes:
    return b"[\n" + b",\n".join(json.dumps(one, separators=(",", ":")).encode() for one in ITEMS) + b"\n]\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "extrait.json.bz2"
    path.write_bytes(bz2.compress(lines()))
    return path


@pytest.fixture
def known(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    target = tmp_path / "savoir.sqlite"
    dump.import_dump(source, target)
    monkeypatch.setenv(file.VARIABLE, str(target))
    return target


def run(*args: str) -> Result:
    result = CliRunner().invoke(main, list(args))
    assert "Traceback" not in result.output + result.stderr
    return result


def test_names_aliases_kinds_countries_and_ids_come_in(known: Path) -> None:
    found = knowledge.named("Odile Le Kermarrec")
    assert found == knowledge.Known("odile-kermarrec", "Odile Kermarrec", "person", "fr", "name", "f", "Q900001")
    firm, group = knowledge.named("CBM-Nord"), knowledge.named("Front des marais")
    assert firm and (firm.kind, firm.country, firm.wikidata) == ("organisation", "cn", "Q900005")
    assert group and (group.kind, group.country) == ("group", "ma")


def test_what_is_no_actor_or_has_no_french_name_stays_out(known: Path) -> None:
    assert knowledge.named("Personne sans page") is None
    assert file.summary()["actors"] == "6"


def test_a_place_of_ours_is_not_taken_for_an_imported_name(known: Path) -> None:
    assert knowledge.named("Paris") is None


def test_offices_have_their_days(known: Path) -> None:
    office = "ministre-des-affaires-etrangeres"
    assert knowledge.holder_of(office, "fr", "2024-01-01") == ("Bastien Orvault", "m")
    assert knowledge.holder_of(office, "fr", "2026-03-01") == ("Odile Kermarrec", "f")
    assert knowledge.holder_of(office, "fr", "2026-05-02") == ("Odile Kermarrec", "f")
    assert knowledge.holder_of(office, "fr", "2026-05-03") is None
    assert knowledge.holder_of(office, "fr", "2015-01-01") == ("Laurent Fabius", "m")


def test_reading_uses_the_file(known: Path) -> None:
    record = depeche.read("Odile Kermarrec a rencontré lundi à Rome le président Sergio Mattarella.", published="2026-04-01")
    assert {"odile-kermarrec": "Q900001"}.items() <= {actor.id: actor.wikidata for actor in record.actors}.items()


@pytest.mark.parametrize("suffix", [".json", ".json.gz"])
def test_every_packing_gives_the_same_file(tmp_path: Path, known: Path, suffix: str) -> None:
    path = tmp_path / f"extrait{suffix}"
    path.write_bytes(gzip.compress(lines()) if suffix == ".json.gz" else lines())
    summary = dump.import_dump(path, tmp_path / "autre.sqlite")
    assert {key: summary[key] for key in ("actors", "forms", "holders", "day")} == {
        key: file.summary()[key] for key in ("actors", "forms", "holders", "day")
    }


def test_a_stopped_import_goes_on_where_it_was(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dump, "BATCH", 2)
    whole = dump.import_dump(source, tmp_path / "a.sqlite")
    keep = dump._keep
    seen: list[int] = []

    def stop(store: Any, path: Path, number: int, line: bytes) -> tuple[str, bool]:
        seen.append(number)
        if seen.count(7) == 1 and number == 7:
            raise KeyboardInterrupt
        return keep(store, path, number, line)

    monkeypatch.setattr(dump, "_keep", stop)
    target = tmp_path / "b.sqlite"
    with pytest.raises(KeyboardInterrupt):
        dump.import_dump(source, target)
    assert not target.exists()
    before = len(seen)
    assert dump.import_dump(source, target) == whole
    assert seen[before] == 7


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 no dump", bz2.compress(b'[\n{broken "fr":{\n]\n'), bz2.compress(lines())[:200]]
)
def test_a_bad_dump_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mauvais.json.bz2"
    path.write_bytes(content)
    result = run("knowledge", "import", str(path), "--output", str(tmp_path / "x.sqlite"))
    assert result.exit_code == 2, result.output
    assert not (tmp_path / "x.sqlite").exists()


def test_the_command_says_what_it_made(source: Path, tmp_path: Path) -> None:
    result = run("knowledge", "import", str(source), "--output", str(tmp_path / "x.sqlite"))
    assert result.exit_code == 0
    assert "6 actors" in result.stderr
    assert run("knowledge", "import", str(tmp_path / "rien.json"), "--output", str(tmp_path / "y.sqlite")).exit_code == 2


def test_no_file_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(file.VARIABLE, "")
    assert file.path() is None
    assert file.summary() == {}
    assert knowledge.named("Odile Kermarrec") is None


ROWS = (
    "name,id,kind,country\nCercle des Aulnes,cercle,organisation,fr\nles Aulnais,cercle,organisation,fr\nMacron,autre,person,be\n"
)


def test_the_own_list_wins(tmp_path: Path) -> None:
    path, text = tmp_path / "acteurs.csv", tmp_path / "a.txt"
    path.write_text(ROWS, encoding="utf-8")
    text.write_text("Le Cercle des Aulnes a démenti lundi. Macron a refusé de répondre au Cercle des Aulnes.", encoding="utf-8")
    result = run("read", str(text), "--actors", str(path), "--format", "json")
    actors = {actor["id"]: actor for actor in json.loads(result.stdout)["actors"]}
    assert actors["cercle"]["name"] == "Cercle des Aulnes"
    assert actors["autre"]["country"] == "be"
    assert own.listed() == {}
    after = json.loads(run("read", str(text), "--format", "json").stdout)["actors"]
    assert "emmanuel-macron" in {actor["id"] for actor in after}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("nom;id\n", 1),
        ("", 1),
        ("name,id,kind,country\nA,a,person\n", 2),
        ("name,id,kind,country\n,a,person,fr\n", 2),
        ("name,id,kind,country\nA,a,robot,fr\n", 2),
        ("name,id,kind,country\n\nA,a,person,zz\n", 3),
        ("name,id,kind,country\nA,a,country,\n", 2),
    ],
)
def test_a_wrong_own_list_names_the_line(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "acteurs.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        own.read(path)
    assert caught.value.line == line
    (tmp_path / "a.txt").write_text("Paris dément.", encoding="utf-8")
    result = run("read", str(tmp_path / "a.txt"), "--actors", str(path))
    assert (result.exit_code, f"acteurs.csv:{line}:" in result.stderr) == (2, True)


def test_doctor_is_content_here_and_names_what_is_not(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(file.VARIABLE, "")
    result = run("doctor")
    assert result.exit_code == 0, result.output
    assert "as published" in result.output
    broken = tmp_path / "savoir.sqlite"
    broken.write_bytes(b"no file of ours")
    monkeypatch.setenv(file.VARIABLE, str(broken))
    monkeypatch.setitem(depeche_genuine(), "ner/model", "another")
    result = run("doctor")
    assert result.exit_code == 1
    assert [line[:2] for line in result.output.splitlines() if "ner/model differs" in line or "savoir.sqlite" in line] == [
        "!!"
    ] * 2


def depeche_genuine() -> dict[str, str]:
    from depeche import genuine

    return genuine.GENUINE


def test_errors_are_ours() -> None:
    assert issubclass(LexiconError, DepecheError)
