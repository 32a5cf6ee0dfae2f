"""Every rule has a sentence that must match and one that must not: `tests/examples/fr/<pipe>.txt`.

A line is `+ rule-id | sentence` with each expected passage marked up as `[passage]{value}`, or `- rule-id | sentence`
in which the rule must find nothing. The dispatch's date is Wednesday 2024-11-27 unless the line ends in ` | YYYY-MM-DD`.
The value is `value` for times, `value unit` for figures, `mode act` for statements, `type mode status` for events (`-`
where there is no mode), `actor id` for mentions, `predicate subject object` for relations.
"""

import re
from functools import cache
from pathlib import Path

import pytest

import depeche
from depeche.lang import FRENCH
from depeche.record import Record

EXAMPLES = Path(__file__).parent / "examples" / "fr"
MARKED = re.compile(r"\[([^\[\]]+)\]\{([^{}]+)\}")
LAYER = {"names": "mentions", "actors": "mentions"}
IDS = re.compile(r"^id = \"([^\"]+)\"", re.MULTILINE)


def lines() -> list[tuple[str, str, str, str, str]]:
    found = []
    for path in sorted(EXAMPLES.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                sign, rest = line[0], line[1:].strip()
                rule, sentence, *date = (part.strip() for part in rest.split(" | "))
                place = f"{path.stem}:{number}"
                found.append((place, path.stem, sign + rule, sentence, date[0] if date else "2024-11-27"))
    return found


@cache
def record_of(text: str, published: str) -> Record:
    return depeche.read(text, published=published)


def value_of(layer: str, item: object) -> str:
    names = {
        "times": ("value",),
        "figures": ("value", "unit"),
        "statements": ("mode", "act"),
        "events": ("type", "mode", "status"),
        "mentions": ("actor",),
        "relations": ("predicate", "subject", "object"),
    }[layer]
    parts = [getattr(item, name) for name in names]
    return " ".join("-" if part is None else f"{part:g}" if isinstance(part, float) else str(part) for part in parts)


@pytest.mark.parametrize(("_", "pipe", "rule", "sentence", "date"), lines(), ids=[line[0] for line in lines()])
def test_rule_reads_its_example(_: str, pipe: str, rule: str, sentence: str, date: str) -> None:
    layer = LAYER.get(pipe, pipe)
    text = MARKED.sub(lambda found: found[1], sentence)
    items = [item for item in getattr(record_of(text, date), layer) if item.why == rule[1:]]
    found = [(item.start, item.text, value_of(layer, item)) for item in items]
    if rule[0] == "-":
        assert not found
        return
    shift, expected = 0, []
    for mark in MARKED.finditer(sentence):
        expected.append((mark.start() - shift, mark[1], mark[2]))
        shift += len(mark[0]) - len(mark[1])
    assert expected
    assert set(expected) <= set(found)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_rule_has_both_examples(path: Path) -> None:
    shown = {line[2] for line in lines() if line[1] == path.stem}
    ids = IDS.findall((FRENCH / f"{path.stem}.toml").read_text(encoding="utf-8"))
    assert [name for name in ids if f"+{name}" not in shown] == []
    assert [name for name in ids if f"-{name}" not in shown] == []
