"""What is each choice of the training worth? Short runs, some seeds each, scored on development parts: mean and spread.

    python training/compare.py --data DIR --out /tmp/train/compare                  every choice, three seeds
    python training/compare.py --data DIR --out /tmp/train/compare --only plain     one choice
    python training/compare.py --out /tmp/train/compare --report                    the table of what has run

A run that has a log is not made again. The shipped weights learn from the development parts too and run longer.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
CHOICES = {
    "together": ["--names"],
    "names apart": ["--own-tok2vec", "--names"],
    "trees apart": [],
    "sentences": ["--names", "--sentences"],
    "plain": ["--names", "--plain"],
    "eight layers": ["--names", "--config", str(HERE / "configs" / "deep.cfg")],
    "without our own sentences": ["--names", "--no-written"],
}
"""What train.py is told, by the name in the table."""

COLUMNS = ["sequoia_las", "gsd_las", "names_f", "names_PER", "names_LOC", "names_ORG", "names_MISC"]


def run(data: Path, out: Path, choice: str, seed: int, steps: int) -> None:
    """One training, its output beside its log."""
    out.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, str(HERE / "train.py"), "--data", str(data), "--out", str(out), "--seed", str(seed)]
    options = ["--config", str(HERE / "configs" / "news.cfg"), "--steps", str(steps), "--every", str(steps), *CHOICES[choice]]
    with (out / "output.txt").open("w", encoding="utf8") as output:
        subprocess.run(
            [*command, *options], stdout=output, stderr=subprocess.STDOUT, check=True, env=os.environ | {"OMP_NUM_THREADS": "1"}
        )


def report(out: Path) -> list[str]:
    """Mean and spread (least to most) of every column, a line a choice."""
    lines = [f"{'':26}{'seeds':>6}" + "".join(f"{column:>18}" for column in COLUMNS)]
    for choice in CHOICES:
        logs = [json.loads(path.read_text(encoding="utf8"))[-1] for path in sorted((out / choice).glob("*/log.json"))]
        cells = [cell([log[column] for log in logs if column in log]) for column in COLUMNS]
        if logs:
            lines.append(f"{choice:26}{len(logs):>6}" + "".join(f"{text:>18}" for text in cells))
    return lines


def cell(values: list[float]) -> str:
    if not values:
        return ""
    return f"{statistics.mean(values):.1f} ({min(values):.1f}-{max(values):.1f})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", choices=list(CHOICES))
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--steps", type=int, default=400)
    parser.add_argument("--report", action="store_true", help="only print the table")
    args = parser.parse_args()
    if not args.report and args.data is None:
        parser.error("--data: the folder of the corpora is needed to train")
    for seed in range(1, args.seeds + 1) if not args.report else ():
        for choice in [args.only] if args.only else CHOICES:
            folder = args.out / choice / str(seed)
            if not (folder / "log.json").exists():
                run(args.data, folder, choice, seed, args.steps)
    print(*report(args.out), sep="\n")


if __name__ == "__main__":
    main()
