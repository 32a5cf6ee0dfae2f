"""What is each choice of the training worth? Short runs, some seeds each, scored on development parts: mean and spread.

    python training/compare.py --data DIR --out /tmp/train/compare                  every choice, three seeds
    python training/compare.py --data DIR --out /tmp/train/compare --only "trees apart"   one choice
    python training/compare.py --out /tmp/train/compare --report                    the table of what has run

A run that has a log is not made again. The shipped weights learn from the development parts too and run longer. The parses of
the choice `self-training` are those on which the first two seeds of `trees apart` agree.
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
SILVER = "silver.spacy"
CHOICES = {
    "together": ["--names"],
    "names apart": ["--names", "--own-tok2vec"],
    "names apart, no tables": ["--names", "--own-tok2vec", "--no-tables"],
    "names apart, plain": ["--names", "--own-tok2vec", "--plain"],
    "trees apart": [],
    "trees, plain": ["--plain"],
    "trees, sentences": ["--sentences"],
    "trees, self-training": ["--silver", SILVER],
}
"""What train.py is told, by the name in the table; SILVER stands for a file in the folder of the runs."""

COLUMNS = ["sequoia_las", "gsd_las", "names_f", "names_PER", "names_LOC", "names_ORG", "names_MISC"]


def run(data: Path, out: Path, choice: str, seed: int, size: list[str]) -> None:
    """One training, its output beside its log."""
    folder = out / choice / str(seed)
    folder.mkdir(parents=True, exist_ok=True)
    chosen = [str(out / SILVER) if option == SILVER else option for option in CHOICES[choice]]
    if SILVER in CHOICES[choice] and not (out / SILVER).exists():
        first, second = (str(out / "trees apart" / str(number)) for number in (1, 2))
        python("silver.py", data, out / SILVER, ["--first", first, "--second", second], folder / "silver.txt")
    options = ["--seed", str(seed), "--config", str(HERE / "configs" / "news.cfg"), *size]
    python("train.py", data, folder, [*options, *chosen], folder / "output.txt")


def python(script: str, data: Path, out: Path, options: list[str], printed: Path) -> None:
    """One of our scripts, on one thread."""
    command = [sys.executable, str(HERE / script), "--data", str(data), "--out", str(out), *options]
    with printed.open("w", encoding="utf8") as output:
        subprocess.run(command, stdout=output, stderr=subprocess.STDOUT, check=True, env=os.environ | {"OMP_NUM_THREADS": "1"})


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
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--words", type=int, default=400, help="in a batch: small ones learn more in a short run")
    parser.add_argument("--report", action="store_true", help="only print the table")
    args = parser.parse_args()
    if not args.report and args.data is None:
        parser.error("--data: the folder of the corpora is needed to train")
    size = ["--steps", str(args.steps), "--every", str(args.steps), "--words", str(args.words)]
    for choice in [args.only] if args.only else CHOICES:
        for seed in range(1, args.seeds + 1) if not args.report else ():
            if not (args.out / choice / str(seed) / "log.json").exists():
                run(args.data, args.out, choice, seed, size)
    print(*report(args.out), sep="\n")


if __name__ == "__main__":
    main()
