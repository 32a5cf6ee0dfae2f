"""`depeche read`: what a person gives, what comes out, which exit code, and no traceback ever."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

import depeche
from depeche.cli import main

TEXT = "Astana, mercredi. « Nous sommes prêts », a déclaré le président Kassym-Jomart Tokaïev. Paris accuse Moscou.\n"


def run(*args: str, stdin: bytes | None = None) -> Result:
    result = CliRunner().invoke(main, ["read", *args], input=stdin)
    assert "Traceback" not in result.output + result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture
def dispatch(tmp_path: Path) -> str:
    path = tmp_path / "visite.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_json_is_the_contract(dispatch: str) -> None:
    result = run(dispatch, "--published", "2024-11-27", "--source", "Dépêche", "--format", "json")
    found = json.loads(result.stdout)
    jsonschema.validate(found, depeche.schema())
    assert found["document"] == {
        "id": "visite", "title": None, "source": "Dépêche", "url": None, "language": "fr", "published": "2024-11-27",
        "published_from": "option", "encoding": "utf-8", "text": TEXT,
    }  # fmt: skip
    layers = ["document", "sentences", "actors", "mentions", "times", "figures", "statements", "events", "relations", "findings"]
    assert list(found) == layers
    assert [TEXT[item["start"] : item["end"]] for item in found["sentences"]][-1] == "Paris accuse Moscou."


def test_offsets_hold_in_a_windows_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Paris dément.\r\nMoscou « nie ».\r\n".encode("cp1252"))
    found = json.loads(run(str(path), "--format", "json").stdout)
    assert found["document"]["text"] == "Paris dément.\r\nMoscou « nie ».\r\n"
    assert found["document"]["encoding"] == "cp1252"


def test_schema_is_printed_and_is_one() -> None:
    result = CliRunner().invoke(main, ["schema"])
    jsonschema.Draft202012Validator.check_schema(json.loads(result.stdout))
    assert json.loads(result.stdout) == depeche.schema()


def test_json_lines_keep_the_given_id_and_date(tmp_path: Path) -> None:
    lines = tmp_path / "lot.jsonl"
    lines.write_text('{"id": "x", "text": "Paris dément.", "published": "2024-01-02"}\n{"id": "y", "text": "Non."}\n')
    result = run(str(lines), "--published", "2024-11-27", "--format", "jsonl")
    documents = [json.loads(line)["document"] for line in result.stdout.splitlines()]
    assert [(found["id"], found["published"], found["published_from"]) for found in documents] == [
        ("x", "2024-01-02", "metadata"),
        ("y", "2024-11-27", "option"),
    ]


def test_several_as_json_are_an_array(dispatch: str) -> None:
    assert len(json.loads(run(dispatch, dispatch, dispatch, "--format", "json").stdout)) == 3


def test_a_thousand_files_of_which_three_are_bad(tmp_path: Path) -> None:
    for number in range(1000):
        (tmp_path / f"{number:04}.txt").write_text(f"Paris dément, numéro {number}.", encoding="utf-8")
    (tmp_path / "0003.txt").write_bytes(b"")
    (tmp_path / "0500.txt").write_bytes(bytes(range(256)))
    (tmp_path / "0999.txt").write_text("   \n")
    result = run(str(tmp_path), "--format", "jsonl")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 997
    named = [line for line in result.stderr.splitlines() if line.endswith("]")]
    assert [Path(line.split(": ")[1]).name for line in named] == ["0003.txt", "0500.txt", "0999.txt"]
    assert result.stderr.splitlines()[-1] == "depeche: 997 read, 3 failed"


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "empty"), (b"  \n", "empty"), (bytes(range(256)), "binary"), (b"<html><body>", "empty")],
)
def test_nothing_could_be_read(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    result = run(str(path), "--format", "json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(f"[{reason}]\n")


def test_a_missing_file() -> None:
    result = run("rien.txt")
    assert (result.exit_code, result.stderr) == (2, "depeche: rien.txt: there is no such file [not-found]\n")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(dispatch: str) -> None:
    Path(dispatch).chmod(0)
    result = run(dispatch)
    assert result.exit_code == 2
    assert result.stderr.endswith("[no-permission]\n")


def test_another_language_is_said_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "en.txt"
    path.write_text("The president of Kazakhstan arrived in Paris on Wednesday for a two-day visit, his office said.")
    result = run(str(path), "--format", "json")
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert found["document"]["language"] == "en"
    assert (found["mentions"], found["events"]) == ([], [])
    assert [item["rule"] for item in found["findings"]] == ["not-french"]
    assert result.stderr.startswith("depeche: en: warning: the language looks like 'en', not French")


def test_a_wrong_date_is_refused(dispatch: str) -> None:
    result = run(dispatch, "--published", "hier")
    assert result.exit_code == 2
    assert "write it as 2024-11-27" in result.stderr


def test_output_replaces_only_when_whole(dispatch: str, tmp_path: Path) -> None:
    kept = tmp_path / "r.jsonl"
    kept.write_text("avant")
    assert run("rien.txt", "--format", "jsonl", "--output", str(kept)).exit_code == 2
    assert kept.read_text() == "avant"
    assert run(dispatch, "--format", "jsonl", "--output", str(kept)).exit_code == 0
    assert json.loads(kept.read_text())["document"]["id"] == "visite"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r.jsonl", "visite.txt"]


def test_an_output_folder_that_is_not_there(dispatch: str, tmp_path: Path) -> None:
    result = run(dispatch, "--output", str(tmp_path / "nulle" / "part.json"))
    assert result.exit_code == 2
    assert result.stderr.endswith("[not-writable]\n")


def command(*args: str, **options: object) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([sys.executable, "-m", "depeche.cli", *args], capture_output=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


def test_one_process_or_two_give_the_same_bytes(tmp_path: Path) -> None:
    for number, line in enumerate([TEXT, "Lundi, 12 soldats ont été tués.", "", "Paris accuse Kiev.", "Selon Alger, rien."]):
        (tmp_path / f"{number}.txt").write_text(line, encoding="utf-8")
    one = command("read", str(tmp_path), "--format", "jsonl", "--processes", "1")
    two = command("read", str(tmp_path), "--format", "jsonl", "--processes", "2")
    assert one.returncode == two.returncode == 1
    assert one.stdout == two.stdout
    assert one.stderr == two.stderr
    assert len(one.stdout.splitlines()) == 4


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_said(dispatch: str) -> None:
    with Path("/dev/full").open("w") as full:
        found = subprocess.run(
            [sys.executable, "-m", "depeche.cli", "read", dispatch, "--format", "json"],
            stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert found.returncode == 2
    assert found.stderr.endswith(b"[not-writable]\n")
    assert b"Traceback" not in found.stderr


def test_lone_surrogates_in_any_field(tmp_path: Path) -> None:
    path = tmp_path / "lot.jsonl"
    path.write_text('{"id": "a\\ud83d", "title": "\\udfff", "text": "Paris \\ude00 dément."}\n')
    found = json.loads(run(str(path), "--format", "json").stdout)["document"]
    assert (found["id"], found["title"], found["text"]) == ("a\ufffd", "\ufffd", "Paris \ufffd dément.")


def test_json_lines_in_utf16_as_powershell_writes_them(tmp_path: Path) -> None:
    path = tmp_path / "lot.jsonl"
    path.write_text('{"id": "x", "text": "Paris dément."}\r\n{"id": "y", "text": "Ċa va."}\r\n', encoding="utf-16")
    result = run(str(path), "--format", "jsonl")
    assert [json.loads(line)["document"]["id"] for line in result.stdout.splitlines()] == ["x", "y"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX names and pipes")
def test_a_folder_with_odd_things_in_it(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("Paris dément.")
    (tmp_path / "dossier.txt").mkdir()
    (tmp_path / "parti.txt").symlink_to(tmp_path / "nulle-part.txt")
    os.mkfifo(tmp_path / "tube.txt")
    result = run(str(tmp_path), "--format", "jsonl")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["document"]["id"] == "caf\ufffd"
    assert [line.rpartition("[")[2] for line in result.stderr.splitlines()[:-1]] == ["not-found]", "not-readable]"]


def test_closed_streams(dispatch: str) -> None:
    for redirection, code in (("<&-", 2), (">&-", 2)):
        shell = f"exec {redirection}; {sys.executable} -m depeche.cli read {'-' if '<' in redirection else dispatch}"
        found = subprocess.run(["sh", "-c", shell], capture_output=True, check=False)
        assert (found.returncode, found.stderr.startswith(b"depeche: ")) == (code, True)
        assert b"Traceback" not in found.stderr


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
@pytest.mark.parametrize(("sent", "code", "said"), [(signal.SIGINT, 130, b"depeche: stopped\n"), (signal.SIGTERM, 143, b"")])
@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_stop_is_short_and_leaves_nothing_behind(tmp_path: Path, sent: int, code: int, said: bytes, processes: str) -> None:
    for number in range(400):
        (tmp_path / f"{number}.txt").write_text(TEXT * 20, encoding="utf-8")
    output = tmp_path / "r.jsonl"
    output.write_text("avant")
    command = [sys.executable, "-m", "depeche.cli", "read", str(tmp_path), "--format", "jsonl", "--output", str(output)]
    with subprocess.Popen([*command, "--processes", processes], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        until = time.monotonic() + 60
        while time.monotonic() < until and not [path for path in tmp_path.glob(".r.jsonl.*") if path.stat().st_size]:
            time.sleep(0.05)
        running.send_signal(sent)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err) == (code, b"", said)
    assert output.read_text() == "avant"
    assert not list(tmp_path.glob(".r.jsonl.*"))


def test_help_teaches_by_example() -> None:
    result = CliRunner().invoke(main, ["read", "--help"])
    assert "depeche read visite.txt --published 2024-11-27" in result.stdout
    assert "Exit code" in result.stdout


def test_a_cluster_gives_the_same_bytes(tmp_path: Path) -> None:
    from distributed import LocalCluster

    for number, line in enumerate([TEXT, "Lundi, 12 soldats ont été tués.", "", "Paris accuse Kiev."]):
        (tmp_path / f"{number}.txt").write_text(line, encoding="utf-8")
    one = command("read", str(tmp_path), "--format", "jsonl")
    with LocalCluster(n_workers=1, threads_per_worker=1, processes=False, protocol="tcp://", dashboard_address=None) as cluster:
        many = command("read", str(tmp_path), "--format", "jsonl", "--cluster", cluster.scheduler_address)
    assert (many.returncode, many.stdout, many.stderr) == (one.returncode, one.stdout, one.stderr)


def test_a_cluster_that_is_not_there(dispatch: str) -> None:
    result = run(dispatch, "--cluster", "tcp://127.0.0.1:9")
    assert result.exit_code == 2
    assert "no Dask scheduler answers" in result.stderr
