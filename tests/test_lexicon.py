"""Lexicon files: a mistake names file and line."""

from pathlib import Path

import pytest

import depeche
from depeche.errors import LexiconError
from depeche.lang import FRENCH, read_rules, read_table

GOOD = '[[rule]]\nid = "a"\npattern = "x"\n\n[[rule]]\nid = "b"\npattern = "y"\nsource = "Grevisse"\n'


def test_rules_come_in_order(tmp_path: Path) -> None:
    path = tmp_path / "r.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert [rule["id"] for rule in read_rules(path, required=["pattern"])] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (GOOD.replace('"b"', '"a"'), 5, "unique and sorted"),
        (GOOD.replace('"a"', '"c"'), 5, "must come after 'c'"),
        (GOOD.replace('pattern = "y"', 'patern = "y"'), 5, "lacks pattern"),
        (GOOD + "colour = 1\n", 5, "unknown key colour"),
        (GOOD.replace('"y"', '"y'), 7, "not TOML"),
        (GOOD.replace('"y"', '"e\u0301"'), 7, "NFC"),
    ],
)
def test_a_wrong_rule_file(tmp_path: Path, text: str, line: int, says: str) -> None:
    path = tmp_path / "r.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=says) as caught:
        read_rules(path, required=["pattern"])
    assert (caught.value.path, caught.value.line) == (str(path), line)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("forme\tcode\nMali\tml\n", 1, "header"),
        ("form\tcode\n# note\nMali\n", 3, "1 cells where 2"),
        ("form\tcode\nMali\tml\nMali\tml\n", 3, "already on line 2"),
        ("form\tcode\nMali\tml\nTogo\ttogo\n", 3, "the code 'togo' is none of ml, tg"),
    ],
)
def test_a_wrong_table(tmp_path: Path, text: str, line: int, says: str) -> None:
    path = tmp_path / "t.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=says) as caught:
        read_table(path, ["form", "code"], key="form", known={"code": ("ml", "tg")})
    assert caught.value.line == line


def test_a_missing_file_is_a_lexicon_error(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        read_table(tmp_path / "rien.tsv", ["form"])


def test_every_table_of_ours_is_well_formed() -> None:
    for path in sorted(FRENCH.glob("*.tsv")):
        header = next(line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
        assert read_table(path, header.split("\t")), path


def test_every_use_of_a_word_is_explained_and_asked_for() -> None:
    rooms = "".join(path.read_text(encoding="utf-8") for path in Path(depeche.__file__).parent.joinpath("pipes").rglob("*.py"))
    uses = {row["use"] for row in read_table(FRENCH / "event_uses.tsv", ["use", "forms", "meaning"], key="use")}
    assert {row["use"] for row in read_table(FRENCH / "event_words.tsv", ["word", "use"])} == uses
    assert [use for use in sorted(uses) if f'"{use}"' not in rooms] == []
