"""Files, folders, JSON Lines, standard input: each gives dispatches, or a named error in its place."""

import io
import json
from pathlib import Path

import pytest

from depeche.errors import Reason, SourceError
from depeche.sources import Dispatch
from depeche.sources.jsonl import read_jsonl
from depeche.sources.language import is_french
from depeche.sources.paths import count, read_paths

NO_INPUT = io.BytesIO()


def test_a_file_keeps_its_text_and_its_name(tmp_path: Path) -> None:
    path = tmp_path / "visite.txt"
    path.write_bytes(b"Ligne une.\r\nLigne deux.\r\n")
    (found,) = read_paths([str(path)], NO_INPUT)
    assert isinstance(found, Dispatch)
    assert (found.id, found.text, found.encoding) == ("visite", "Ligne une.\r\nLigne deux.\r\n", "utf-8")


def test_a_folder_is_read_in_order_with_ids_below_it(tmp_path: Path) -> None:
    (tmp_path / "mali").mkdir()
    for name in ("b.txt", "a.txt", "mali/c.txt", ".caché.txt", "notes.pdf"):
        (tmp_path / name).write_text("Bamako dément.", encoding="utf-8")
    found = list(read_paths([str(tmp_path)], NO_INPUT))
    assert [item.id for item in found if isinstance(item, Dispatch)] == ["a", "b", "mali/c"]
    assert count([str(tmp_path)]) == 3


def test_a_missing_file_and_an_empty_folder_are_named(tmp_path: Path) -> None:
    missing, empty = read_paths([str(tmp_path / "rien.txt"), str(tmp_path)], NO_INPUT)
    assert isinstance(missing, SourceError)
    assert isinstance(empty, SourceError)
    assert (missing.reason, empty.reason) == (Reason.NOT_FOUND, Reason.EMPTY)




def test_standard_input_may_be_text_or_json_lines() -> None:
    (plain,) = read_paths(["-"], io.BytesIO("Paris dément.\nMoscou aussi.".encode("cp1252")))
    assert isinstance(plain, Dispatch)
    assert plain.text == "Paris dément.\nMoscou aussi."
    lines = b'{"id": "x", "text": "Paris d\\u00e9ment."}\n{"id": "y", "text": "Moscou aussi."}\n'
    assert [item.id for item in read_paths(["-"], io.BytesIO(lines)) if isinstance(item, Dispatch)] == ["x", "y"]


def test_json_lines_keep_what_they_say() -> None:
    line = json.dumps({"id": 7, "text": "Paris dément.", "title": "Paris", "published": "2024-11-27T08:00:00Z", "source": "X"})
    (found,) = read_jsonl([line.encode()], where="lot.jsonl")
    assert isinstance(found, Dispatch)
    assert (found.id, found.title, found.published, found.published_from) == ("7", "Paris", "2024-11-27", "metadata")
    assert (found.source, found.url, found.where) == ("X", None, "lot.jsonl:1")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{oops", Reason.BAD_JSON),
        (b"[1]", Reason.BAD_JSON),
        (b"[" * 100_000, Reason.BAD_JSON),
        (b'{"id": "x"}', Reason.EMPTY),
        (b'{"text": "  "}', Reason.EMPTY),
        (b'{"text": "Paris.", "published": "hier"}', Reason.BAD_FIELD),
        (b'{"text": "Paris.", "title": ["Paris"]}', Reason.BAD_FIELD),
    ],
)
def test_a_bad_line_is_named_and_stops_nothing(line: bytes, reason: Reason) -> None:
    bad, good = read_jsonl([line + b"\n", b"\n", b'{"text": "Paris."}'], where="lot.jsonl")
    assert isinstance(bad, SourceError)
    assert (bad.where, bad.reason) == ("lot.jsonl:1", reason)
    assert isinstance(good, Dispatch)


@pytest.mark.parametrize(
    ("text", "code", "french"),
    [
        ("Le président est arrivé mardi à Dakar pour une visite de deux jours.", "fr", True),
        ("The president arrived in Dakar on Tuesday for a two-day visit, his office said in a statement.", "en", False),
        ("El presidente llegó el martes a Dakar para una visita de dos días, según fuentes oficiales.", "es", False),
        ("وصل الرئيس إلى داكار يوم الثلاثاء في زيارة تستغرق يومين", "ar", False),
        ("Astana dément", None, True),
        ("12 345 ... !", None, True),
        ("PARIS DÉMENT AVOIR LIVRÉ DES ARMES À KIEV, SELON LE MINISTÈRE DE LA DÉFENSE ET LES SERVICES", "fr", True),
    ],
)
def test_language(text: str, code: str | None, french: bool) -> None:
    found = is_french(text)
    assert (found.code, found.is_french) == (code, french)
