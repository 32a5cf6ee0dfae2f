"""Does `depeche check` find a fault that was planted, and is it silent where there is none?

    python benchmarks/faults.py --data FILE.jsonl              clean dispatches, one a line (`id`, `text`, `published`)
    python benchmarks/faults.py --data FILE.jsonl --count 50   so many planted for each rule (default 200)
    python benchmarks/faults.py --data FILE.jsonl --list OUT   also write every finding on the untouched texts, to be judged

A planted fault counts as found where its rule has more findings than on the untouched dispatch, or other ones. The last lines
count what is said of untouched dispatches, by rule: some of it is true, the share is in findings_judged.tsv.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path

import depeche
from depeche.record import Document, Record, Sentence
from planting import PLANTERS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="clean dispatches")
    parser.add_argument("--count", type=int, default=200, help="faults planted for each rule")
    parser.add_argument("--rules", default="", help="only these rules, with commas between")
    parser.add_argument("--bare", action="store_true", help="read sentences alone: enough for most rules, and fast")
    parser.add_argument("--list", type=Path, help="where to write the findings on untouched texts")
    args = parser.parse_args()
    items = [json.loads(line) for line in args.data.read_text(encoding="utf-8").splitlines()]
    clean: dict[str, Record] = {}
    wanted = [name for name in PLANTERS if not args.rules or name in args.rules.split(",")]
    for rule in wanted:
        found = planted = 0
        rng = random.Random(rule)
        for item in rng.sample(items, len(items)):
            text = PLANTERS[rule](rng, item["text"])
            if text is None:
                continue
            planted += 1
            before = clean.setdefault(item["id"], read(item, item["text"], args.bare))
            found += is_found(rule, before, read(item, text, args.bare))
            if planted == args.count:
                break
        print(f"{rule:28} recall {found / max(1, planted):.3f} of {planted}", flush=True)
    untouched(items, clean, args)


def read(item: dict[str, str], text: str, is_bare: bool) -> Record:
    if not is_bare:
        return depeche.read(text, published=item.get("published"), id=item["id"])
    nlp = depeche.load()
    doc = nlp.get_pipe("depeche_sentences")(nlp.make_doc(text))
    sentences = tuple(Sentence(start=sent.start_char, end=sent.end_char) for sent in doc.sents)
    document = Document(id=item["id"], published=item.get("published"), text=text)
    record = Record(document=document, sentences=sentences)
    return record.model_copy(update={"findings": tuple(depeche.check(record))})


def is_found(rule: str, before: Record, after: Record) -> bool:
    messages = [Counter(f.message for f in record.findings if f.rule == rule) for record in (before, after)]
    return bool(messages[1] - messages[0])


def untouched(items: list[dict[str, str]], clean: dict[str, Record], args: argparse.Namespace) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    rows = []
    for item in items:
        record = clean.setdefault(item["id"], read(item, item["text"], args.bare))
        for finding in record.findings:
            counts[finding.severity, finding.rule] += 1
            places = " ".join(f"{start}-{end}" for start, end in finding.spans)
            rows.append(f"{item['id']}\t{finding.rule}\t{finding.severity}\t{places}\n")
    for (severity, rule), count in sorted(counts.items()):
        print(f"untouched: {severity} {rule}: {count}")
    loud = sum(count for (severity, _), count in counts.items() if severity != "info")
    print(f"untouched: {loud / len(items):.3f} findings of level warning or error a dispatch, of {len(items)}")
    if args.list:
        args.list.write_text("id\trule\tseverity\tspans\n" + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
