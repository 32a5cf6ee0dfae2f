"""Is anything lost when adding is killed? Five kills at random, each resumed, against one run left alone.

    python benchmarks/resume.py --data FILE.jsonl [--kills 5] [--first 200]

Compares every export of both stores byte for byte.
"""

from __future__ import annotations

import argparse
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

FORMS = ("jsonl", "polecat", "plover", "cameo", "ftm", "ninjs", "ics", "gexf", "jsonld", "csv")
COMMAND = [sys.executable, "-m", "depeche.cli"]


def kept(store: Path) -> int:
    try:
        with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM dispatches").fetchone()[0])
    except sqlite3.Error:
        return 0


def killed(store: Path, lines: Path, most: int) -> None:
    """Add until so many are kept, then kill."""
    running = subprocess.Popen([*COMMAND, "add", str(store), str(lines)], stderr=subprocess.DEVNULL)
    while running.poll() is None and kept(store) < most:
        time.sleep(0.01)
    running.send_signal(signal.SIGKILL)
    running.wait()
    print(f"killed with {kept(store)} kept", flush=True)


def exported(store: Path, folder: Path) -> dict[str, bytes]:
    found = {}
    for form in FORMS:
        place = folder / f"{store.stem}.{form}"
        subprocess.run(
            [*COMMAND, "export", str(store), "--to", form, "--output", str(place)], check=True, stderr=subprocess.DEVNULL
        )
        files = sorted(place.iterdir()) if place.is_dir() else [place]
        found |= {f"{form}/{file.name if place.is_dir() else ''}": file.read_bytes() for file in files}
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--first", type=int, help="only so many dispatches of the file")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = folder / "data.jsonl"
        with args.data.open(encoding="utf-8") as given:
            lines.write_text("".join(islice(given, args.first)), encoding="utf-8")
        number = sum(1 for _ in lines.open(encoding="utf-8"))
        broken, whole = folder / "broken.sqlite", folder / "whole.sqlite"
        for most in sorted(random.Random(args.seed).sample(range(1, number), args.kills)):
            killed(broken, lines, most)
        for store in (broken, whole):
            subprocess.run([*COMMAND, "add", str(store), str(lines)], check=False)
        one, other = exported(broken, folder), exported(whole, folder)
        same = [form for form in one if one[form] == other[form]]
        print(f"{kept(whole)} dispatches; {len(same)} of {len(other)} exported files equal byte for byte")
        sys.exit(0 if len(same) == len(other) else 1)


if __name__ == "__main__":
    main()
