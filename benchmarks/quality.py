"""How well does depeche read? One table from every gold set at hand.

    python benchmarks/quality.py                      our own gold: benchmarks/gold/*.json
    python benchmarks/quality.py --data DIR           also an outside folder of gold records (DIR/*.json, DIR/dev/*.json), by
                                                      its own scorers DIR/score_*.py, with their sets where they are

A gold record is a record of the contract in which `optional` items neither count as missed nor as invented. Ours are
scored by `scores.py` beside this file; an outside folder by its own scorers.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import depeche
import scores

HERE = Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="a folder of gold records and scorers")
    args = parser.parse_args()
    golds = load(sorted((HERE / "gold").glob("*.json")))
    print(f"## our own dispatches (benchmarks/gold): {len(golds)}")
    for row in scores.table(golds, [json.loads(record.to_json()) for record in read(golds)]):
        print(row)
    if args.data:
        paths = sorted([*args.data.glob("*.json"), *args.data.glob("dev/*.json")])
        with tempfile.TemporaryDirectory() as folder:
            records = Path(folder) / "records.jsonl"
            records.write_text("".join(record.to_json() + "\n" for record in read(load(paths))), encoding="utf-8")
            run("records", [str(args.data / "score_record.py"), *map(str, paths), "--", str(records)])
        for name, command in outside(args.data):
            run(name, command)


def load(paths: list[Path]) -> list[dict[str, Any]]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


def read(golds: list[dict[str, Any]]) -> list[depeche.Record]:
    documents = [gold["document"] for gold in golds]
    return [depeche.read(found["text"], published=found["published"], id=found["id"]) for found in documents]


def run(name: str, command: list[str]) -> None:
    print(f"\n## {name}", flush=True)
    subprocess.run([sys.executable, *command], check=False)


def outside(data: Path) -> list[tuple[str, list[str]]]:
    """The commands that run the other benchmarks on the sets and scorers of an outside folder."""
    wanted = [
        ("quotations", "quotes.py", ["--data", str(data), "--scorer", str(data / "score_quotes.py")], data / "quotes-dev.jsonl"),
        ("events of PLOVER's set", "plover.py", ["--data", str(data), "--scorer", str(data / "score_plover.py")], data),
        ("times", "times.py", ["--data", str(data / "times"), "--scorer", str(data / "score_time.py")], data / "times"),
        ("figures", "figures.py", ["--data", str(data / "times"), "--scorer", str(data / "score_numbers.py")], data / "times"),
    ]
    return [
        (name, [str(HERE / script), *arguments])
        for name, script, arguments, needed in wanted
        if (HERE / script).exists() and needed.exists()
    ]


if __name__ == "__main__":
    main()
