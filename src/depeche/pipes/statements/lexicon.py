"""The cues: which words put a passage in somebody's mouth, in all their forms?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from depeche.errors import LexiconError
from depeche.lang import Row, read_rules, read_table
from depeche.lang.conjugation import tenses
from depeche.record import Statement

ACTS = get_args(Statement.model_fields["act"].annotation)
STANCES = get_args(Statement.model_fields["stance"].annotation)
KINDS = ("verb", "noun", "source")
LEADS = ("lead", "lead_negated")
"""The roles of `statement_words.tsv` that give verbs which lead a cue."""
OTHER_PERSONS = ("s", "z", "x", "ai")
"""Letters that end a finite form of the first or second person, and none of the third."""


@dataclass(frozen=True)
class Cue:
    """A verb, noun or preposition that reports, as its line in `cues.tsv` describes it."""

    name: str
    act: str
    frames: frozenset[str]
    stance: str
    rest: tuple[str, ...] = ()
    """The words that follow the conjugated one (`savoir` in `faire savoir`)."""
    lead: tuple[str, ...] = ()
    """The pronouns that come before it (`y` in `y voir`)."""
    is_reflexive: bool = False


@dataclass(frozen=True)
class Form:
    """A form of a cue: `tense` is `finite`, `past` (participle), `present` (participle) or `infinitive`."""

    cue: Cue
    tense: str


@dataclass(frozen=True)
class Lead:
    """A form of a verb that leads an infinitive which reports: `a tenu à`, `s'est borné à`, `ne cesse de`."""

    tense: str
    rest: tuple[str, ...]
    """The words between it and the infinitive."""
    is_reflexive: bool
    is_negated: bool
    """Does it take a negation that negates nothing (`n'hésite pas à`)?"""


@dataclass
class Lexicon:
    """All forms by their (first) word in lower case, the sources by their words, the small words by their role."""

    forms: dict[str, list[Form]] = field(default_factory=dict)
    nouns: dict[str, list[tuple[tuple[str, ...], Cue]]] = field(default_factory=dict)
    sources: dict[str, list[tuple[tuple[str, ...], Cue]]] = field(default_factory=dict)
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    leads: dict[str, list[Lead]] = field(default_factory=dict)
    """Of each form, the verbs that it is of, if they may lead a cue (`tenir` in `a tenu à souligner`)."""
    rules: dict[str, frozenset[str]] = field(default_factory=dict)
    """Of each rule of `statements.toml`, the frames that open it."""

    def opens(self, rule: str, cue: Cue) -> bool:
        """May this cue open this structure?"""
        return bool(self.rules[rule] & cue.frames)


def read_lexicon(folder: Path) -> Lexicon:
    """The lexicon of a language folder.

    >>> from depeche.lang import FRENCH
    >>> [form.cue.name for form in read_lexicon(FRENCH).forms["dément"]]
    ['démentir']

    Raises:
        LexiconError: `statements.toml`, `cues.tsv`, `conjugation.tsv` or `statement_words.tsv` is wrong.
    """
    lexicon = Lexicon()
    rows = read_table(folder / "statement_words.tsv", ["role", "words"], key="role")
    rules = read_rules(folder / "statements.toml", required=["frames"])
    lexicon.rules = {rule["id"]: frozenset(rule["frames"]) for rule in rules}
    lexicon.words = {row["role"]: frozenset(row["words"].split()) for row in rows}
    future = {form for verb in lexicon.words["reprisal"] for form, names in tenses(verb, folder).items() if "future" in names}
    lexicon.words["reprisal_to_come"] = frozenset(future)
    for role in LEADS:
        for words in lexicon.words[role]:
            _add_lead(lexicon, tuple(words.split("_")), role != "lead", folder)
    path = folder / "cues.tsv"
    seen: set[tuple[str, str]] = set()
    for number, row in enumerate(read_table(path, ["cue", "kind", "act", "frames", "stance"]), 1):
        name = (row["kind"], row["cue"])
        if row["kind"] not in KINDS or row["act"] not in ACTS or row["stance"] not in STANCES or name in seen:
            raise LexiconError(str(path), number, f"{row['cue']!r}: no such kind, act or stance, or it is there already")
        seen.add(name)
        _add(lexicon, row, folder)
    for entries in (*lexicon.nouns.values(), *lexicon.sources.values()):
        entries.sort(key=lambda entry: -len(entry[0]))
    return lexicon


def _add(lexicon: Lexicon, row: Row, folder: Path) -> None:
    frames = frozenset(row["frames"].split(","))
    words = _split(row["cue"])
    if row["kind"] != "verb":
        cue = Cue(row["cue"], row["act"], frames, row["stance"])
        table = lexicon.sources if row["kind"] == "source" else lexicon.nouns
        table.setdefault(words[0], []).append((words, cue))
        if row["kind"] == "noun":
            table.setdefault(words[0] + "s", []).append(((words[0] + "s", *words[1:]), cue))
        return
    is_reflexive = words[0] in lexicon.words["reflexive"]
    words = words[1:] if is_reflexive else words
    cut = next((number for number, word in enumerate(words) if word not in lexicon.words["clitic"]), 0)
    cue = Cue(row["cue"], row["act"], frames, row["stance"], words[cut + 1 :], words[:cut], is_reflexive)
    for form, tense in conjugated(words[cut], folder):
        lexicon.forms.setdefault(form, []).append(Form(cue, tense))


def _add_lead(lexicon: Lexicon, words: tuple[str, ...], is_negated: bool, folder: Path) -> None:
    is_reflexive = words[0] in lexicon.words["reflexive"]
    verb, *rest = words[1:] if is_reflexive else words
    for form, tense in conjugated(verb, folder):
        lexicon.leads.setdefault(form, []).append(Lead(tense, tuple(rest), is_reflexive, is_negated))


def _split(words: str) -> tuple[str, ...]:
    return tuple(words.replace("'", "' ").split())


def conjugated(verb: str, folder: Path) -> Iterator[tuple[str, str]]:
    """The forms of a verb that report others, each with its tense: a dispatch seldom says `j'affirme`.

    >>> from depeche.lang import FRENCH
    >>> [form for form, tense in conjugated("nier", FRENCH) if tense == "present"]
    ['niant']
    """
    for form, names in tenses(verb, folder).items():
        if "infinitive" in names:
            yield form, "infinitive"
        if "participle" in names:
            yield form, "past"
        if "gerund" in names:
            yield form, "present"
        if names - {"infinitive", "participle", "gerund"} and not form.endswith(OTHER_PERSONS):
            yield form, "finite"
