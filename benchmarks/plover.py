"""How well do we read who did what to whom? Our records of a set of sentences, given to a scorer of events.

    python benchmarks/plover.py --data FOLDER [--out FILE] [--scorer SCRIPT] [--errors]

FOLDER holds `plover-dev.jsonl`, one object a line with `id`, `text` and `published`. The records are written to FILE as
they are, one a line.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import depeche


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument(
        "--out", type=Path, default=Path(tempfile.gettempdir()) / "plover-ours.jsonl", help="the records that we read"
    )
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--errors", action="store_true", help="also list what was missed, invented and misread")
    given = parser.parse_args()
    gold = given.data / "plover-dev.jsonl"
    with given.out.open("w", encoding="utf-8") as out:
        for line in gold.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            record = depeche.read(item["text"], id=item["id"], published=item.get("published"))
            out.write(record.to_json() + "\n")
    if given.scorer:
        command = [sys.executable, str(given.scorer), str(gold), str(given.out), *(["--errors"] if given.errors else [])]
        return subprocess.run(command, check=False).returncode
    print(f"{given.out}: written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
