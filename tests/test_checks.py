"""Every rule fires on its examples and is silent on the others; the command says it in each form."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import depeche
from depeche import checks
from depeche.checks.page import Page
from depeche.cli import main
from depeche.record import Document, Record

CASES = [
    (rule.id, text, is_fired)
    for rule in checks.rules().values()
    for texts, is_fired in ((rule.fires, True), (rule.silent, False))
    for text in texts
]


def record_of(text: str, published: str | None = "2024-11-27") -> Record:
    return depeche.read(text, published=published)


@pytest.mark.parametrize(("rule", "text", "is_fired"), CASES)
def test_a_rule_on_its_example(rule: str, text: str, is_fired: bool) -> None:
    record = record_of(text, None if rule == "date-missing" else "2024-11-27")
    found = [finding for finding in checks.check(record) if finding.rule == rule]
    assert bool(found) == is_fired, found
    assert all(finding.spans for finding in found)


@pytest.mark.parametrize("rule", sorted(checks.rules()))
def test_every_rule_has_both_examples(rule: str) -> None:
    assert checks.rules()[rule].fires
    assert checks.rules()[rule].silent


def test_every_rule_has_a_finder() -> None:
    assert sorted(checks.FINDERS) == sorted(checks.rules())


def test_bare_text_is_enough_and_nothing_is_nothing() -> None:
    for text in ("", " \n", ".", "«", "(", "Paris"):
        record = Record(document=Document(id="x", text=text, published="2024-11-27"))
        assert isinstance(checks.check(record), list)


def test_a_long_line_takes_linear_time() -> None:
    text = "« Oui » (le 12 mai, Paris (France), à Lyon, 12 morts " * 20_000
    record = Record(document=Document(id="x", text=text, published="2024-11-27"))
    assert checks.check(record)


def test_words_are_found_by_place() -> None:
    page = Page(Record(document=Document(id="x", text="Paris dément tout.")))
    assert [word.form for word in page.words_in(6, 18)] == ["dément", "tout"]


def run(*args: str) -> Result:
    result = CliRunner().invoke(main, ["check", *args])
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def faulty(tmp_path: Path) -> str:
    path = tmp_path / "visite.txt"
    path.write_text("Karaba, mercredi 27 novembre 2024\nLe maire a vu le le ministre.\nLieu:\n", encoding="utf-8")
    return str(path)


def test_a_finding_a_line(faulty: str) -> None:
    result = run(faulty)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"{faulty}:2:15 doubled-word 'le' stands twice",
        f"{faulty}:3:1 empty-field the field 'Lieu' is empty",
        "2 findings in 1 dispatch",
    ]


def test_select_and_ignore(faulty: str) -> None:
    assert run(faulty, "--select", "empty-field").stdout.count("\n") == 2
    assert run(faulty, "--ignore", "empty-field,doubled-word").exit_code == 0
    assert "there is no rule 'emty-field'" in run(faulty, "--select", "emty-field").output


def test_exit_code_of_a_failure(faulty: str) -> None:
    result = run(faulty, "rien.txt")
    assert result.exit_code == 2
    assert "[not-found]" in result.stderr
    assert "doubled-word" in result.stdout
    assert run().exit_code == 2


def test_other_forms(faulty: str, tmp_path: Path) -> None:
    found = json.loads(run(faulty, "--format", "json").stdout)
    assert [(item["rule"], item["line"], item["column"]) for item in found] == [("doubled-word", 2, 15), ("empty-field", 3, 1)]
    assert found[0]["spans"][0]["text"] == "le le"
    sarif = json.loads(run(faulty, "--format", "sarif").stdout)["runs"][0]
    region = sarif["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 2, "startColumn": 15, "endLine": 2, "endColumn": 20}
    assert len(sarif["tool"]["driver"]["rules"]) == len(checks.rules())
    github = run(faulty, "--format", "github").stdout.splitlines()
    assert github[0] == f"::warning file={faulty},line=2,col=15,title=doubled-word::'le' stands twice"
    page = tmp_path / "a.html"
    assert run(faulty, "--format", "html", "--output", str(page)).exit_code == 1
    assert "<mark>le le</mark>" in page.read_text(encoding="utf-8")


def test_a_rule_explains_itself() -> None:
    result = run("--explain", "quote-variant")
    assert result.exit_code == 0
    assert all(part in result.stdout for part in ("What: ", "Why: ", "Fires on:", "Silent on:", "How to mend: "))
    assert run("--explain", "rien").exit_code == 2
