"""The cues: which words put a passage in somebody's mouth, in all their forms?"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from depeche.errors import LexiconError
from depeche.lang import Row, read_rules, read_table
from depeche.record import Statement

ACTS = get_args(Statement.model_fields["act"].annotation)
STANCES = ("neutral", "factive", "doubtful")


@dataclass(frozen=True)
class Cue:
    """A verb, noun or preposition that reports, as its line in `cues.tsv` describes it."""

    name: str
    act: str
    frames: frozenset[str]
    stance: str
    rest: tuple[str, ...] = ()
    """The words that follow the conjugated one (`savoir` in `faire savoir`)."""
    is_reflexive: bool = False


@dataclass(frozen=True)
class Form:
    """A form of a cue: `tense` is `finite`, `past` (participle), `present` (participle), `infinitive` or `noun`."""

    cue: Cue
    tense: str


@dataclass
class Lexicon:
    """All forms by their (first) word in lower case, the sources by their words, the small words by their role."""

    forms: dict[str, list[Form]] = field(default_factory=dict)
    nouns: dict[str, Cue] = field(default_factory=dict)
    sources: dict[str, list[tuple[tuple[str, ...], Cue]]] = field(default_factory=dict)
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    rules: dict[str, frozenset[str]] = field(default_factory=dict)
    """Of each rule of `statements.toml`, the frames that open it."""

    def opens(self, rule: str, cue: Cue) -> bool:
        """May this cue open this structure?"""
        return bool(self.rules.get(rule, frozenset()) & cue.frames)


def read_lexicon(folder: Path) -> Lexicon:
    """The lexicon of a language folder.

    >>> from depeche.lang import FRENCH
    >>> [form.cue.name for form in read_lexicon(FRENCH).forms["rappelle"]]
    ['rappeler']

    Raises:
        LexiconError: `statements.toml`, `cues.tsv`, `conjugations.tsv` or `statement_words.tsv` is wrong.
    """
    path = folder / "conjugations.tsv"
    classes = {row["class"]: row for row in read_table(path, ["class", "strip", "finite", "past", "present"], key="class")}
    lexicon = Lexicon()
    rows = read_table(folder / "statement_words.tsv", ["role", "words"], key="role")
    rules = read_rules(folder / "statements.toml", required=["frames"])
    lexicon.rules = {rule["id"]: frozenset(rule["frames"]) for rule in rules}
    lexicon.words = {row["role"]: frozenset(row["words"].split()) for row in rows}
    path = folder / "cues.tsv"
    for number, row in enumerate(read_table(path, ["cue", "class", "act", "frames", "stance"]), 1):
        if row["act"] not in ACTS or row["stance"] not in STANCES:
            raise LexiconError(str(path), number, f"{row['cue']!r}: no such act or stance")
        if row["class"] not in classes and row["class"] not in ("noun", "source"):
            raise LexiconError(str(path), number, f"{row['cue']!r}: no such class as {row['class']!r}")
        _add(lexicon, row, classes)
    return lexicon


def _add(lexicon: Lexicon, row: Row, classes: dict[str, Row]) -> None:
    frames = frozenset(row["frames"].split(","))
    if row["class"] == "source":
        cue = Cue(row["cue"], row["act"], frames, row["stance"])
        words = tuple(row["cue"].replace("'", "' ").split())
        lexicon.sources.setdefault(words[0], []).append((words, cue))
        lexicon.sources[words[0]].sort(key=lambda entry: -len(entry[0]))
        return
    if row["class"] == "noun":
        cue = Cue(row["cue"], row["act"], frames, row["stance"])
        lexicon.nouns[row["cue"]] = lexicon.nouns[row["cue"] + "s"] = cue
        return
    words = tuple(row["cue"].replace("s'", "se ").split())
    is_reflexive = words[0] == "se"
    verb, *rest = words[1:] if is_reflexive else words
    cue = Cue(row["cue"], row["act"], frames, row["stance"], tuple(_split(rest)), is_reflexive)
    for form, tense in conjugate(verb, classes[row["class"]]):
        lexicon.forms.setdefault(form, []).append(Form(cue, tense))


def _split(words: list[str]) -> list[str]:
    return [part for word in words for part in word.replace("'", "' ").split()]


def conjugate(verb: str, endings: Row) -> list[tuple[str, str]]:
    """The forms of a verb in the third person, each with its tense, by a line of `conjugations.tsv`.

    >>> row = {"strip": "er", "finite": "e ent", "past": "é", "present": "ant"}
    >>> conjugate("nier", row)
    [('nier', 'infinitive'), ('nie', 'finite'), ('nient', 'finite'), ('nié', 'past'), ('niant', 'present')]
    """
    stem = verb.removesuffix(endings["strip"])
    forms = [(verb, "infinitive")]
    for tense in ("finite", "past", "present"):
        forms.extend((stem + ending.removeprefix("-"), tense) for ending in endings[tense].split())
    return list(dict.fromkeys(forms))
