"""The gold records that quality is measured on are sound."""

import runpy
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
FAULTS = runpy.run_path(str(BENCHMARKS / "gold.py"))["faults"]


@pytest.mark.parametrize("path", sorted((BENCHMARKS / "gold").glob("*.json")), ids=lambda path: path.stem)
def test_gold_is_sound(path: Path) -> None:
    assert list(FAULTS(path)) == []


def test_every_example_has_its_gold() -> None:
    examples = {path.stem for path in (BENCHMARKS.parent / "examples").glob("*.txt")}
    assert examples <= {path.stem for path in (BENCHMARKS / "gold").glob("*.json")}
