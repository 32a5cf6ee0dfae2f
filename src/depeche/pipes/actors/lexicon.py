"""Which words point at actors? The tables of `lang/fr` that the pipe reads, loaded once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from depeche.lang import FRENCH, Row, read_table
from depeche.lang.conjugation import forms
from depeche.pipes.weights import Weights, read_weights


@dataclass(frozen=True)
class Noun:
    """A noun that names who acts without a name; `acts`: only where it is subject, agent, or has a country or a name."""

    singular: str
    gender: str
    kind: str
    is_state: bool
    is_plural: bool
    acts: bool


@dataclass(frozen=True)
class Lexicon:
    """The words of the pipe, all in lower case with straight apostrophes, except names."""

    offices: dict[str, Row]
    nouns: dict[str, Noun]
    pronouns: dict[str, Row]
    clitics: dict[str, Row]
    determiners: dict[str, str]
    civilities: dict[str, Row]
    descriptions: dict[str, Row]
    peoples: dict[str, Row]
    first_names: dict[str, str]
    impersonal: dict[str, frozenset[str]]
    metonymy: dict[str, frozenset[str]]
    words: dict[str, frozenset[str]]
    country_sets: dict[str, tuple[str, ...]]
    lands: frozenset[str]
    same: dict[str, frozenset[str]]
    noun_weights: Weights

    @cached_property
    def begins(self) -> dict[str, frozenset[str]]:
        """The tokens that a form may begin with, by table: what begins with none of them need not be looked up."""
        tables: dict[str, Iterable[str]] = {
            "offices": self.offices,
            "nouns": self.nouns,
            "pronouns": self.pronouns,
            "descriptions": self.descriptions,
        }
        return {name: frozenset(first_tokens(table)) for name, table in tables.items()}

    @cached_property
    def people_begins(self) -> frozenset[str]:
        """What a form of `peoples` may begin with, cut anywhere."""
        return frozenset(form[:end] for form in self.peoples for end in range(1, len(form) + 1))


@cache
def load(folder: Path = FRENCH) -> Lexicon:
    """Read the tables.

    Raises:
        LexiconError: one of them is wrong.
    """
    pronouns = _rows(folder / "pronouns.tsv", ("form", "gender", "number", "asks"))
    return Lexicon(
        offices=_rows(folder / "offices.tsv", ("form", "office", "gender")),
        nouns=_nouns(folder / "actor_nouns.tsv"),
        pronouns={form: row for form, row in pronouns.items() if row["asks"] != "clitic"},
        clitics={form: row for form, row in pronouns.items() if row["asks"] == "clitic" or form == "lui"},
        determiners={form: row["kind"] for form, row in _rows(folder / "determiners.tsv", ("form", "kind")).items()},
        civilities=_rows(folder / "civilities.tsv", ("form", "gender", "kind")),
        descriptions=_rows(folder / "descriptions.tsv", ("form", "points", "gender")),
        peoples=_rows(folder / "peoples.tsv", ("form", "id", "name", "kind")),
        first_names={form: row["gender"] for form, row in _rows(folder / "first_names.tsv", ("form", "gender")).items()},
        impersonal=_by_role(folder / "impersonal.tsv"),
        metonymy=_metonymy(folder / "metonymy.tsv"),
        words=_by_role(folder / "actor_words.tsv"),
        country_sets=_sets(folder),
        same=_alike(folder),
        noun_weights=read_weights(folder / "noun_weights.tsv"),
        lands=frozenset(noun for noun, row in _heads(folder).items() if row["label"] == "LOC"),
    )


def first_tokens(forms: Iterable[str]) -> set[str]:
    """The tokens that forms may begin with: the tokenizer cuts at blanks, after apostrophes and, here and there, at hyphens.

    >>> sorted(first_tokens(["chef d'état-major"]))
    ['chef', "chef d'", "chef d'état", "chef d'état-major"]
    """
    cut = re.compile(r"(?<=')|(?=[ -])|$")
    return {form[: found.end()] for form in forms for found in cut.finditer(form) if found.end()}


def _rows(path: Path, columns: tuple[str, ...]) -> dict[str, Row]:
    return {row["form"]: row for row in read_table(path, columns, key="form")}


def _heads(folder: Path) -> dict[str, Row]:
    return {row["noun"]: row for row in read_table(folder / "name_heads.tsv", ("noun", "label"), key="noun")}


def _sets(folder: Path) -> dict[str, tuple[str, ...]]:
    """The countries that a narrowing adjective or a part of the world holds."""
    rows = read_table(folder / "country_sets.tsv", ("forms", "countries"))
    found = {form: tuple(row["countries"].split()) for row in rows for form in row["forms"].split("|")}
    for row in read_table(folder / "regions.tsv", ("names", "countries")):
        found.update({name: tuple(row["countries"].split()) for name in row["names"].split("|")})
    return found


def _alike(folder: Path) -> dict[str, frozenset[str]]:
    """The nouns that may mean the same people as each."""
    sets = [frozenset(row["forms"].split("|")) for row in read_table(folder / "alike.tsv", ("forms",))]
    return {form: alike for alike in sets for form in alike}


def _by_role(path: Path) -> dict[str, frozenset[str]]:
    rows = read_table(path, ("form", "role"))
    return {role: frozenset(row["form"] for row in rows if row["role"] == role) for role in sorted({row["role"] for row in rows})}


def _metonymy(path: Path) -> dict[str, frozenset[str]]:
    """The roles of the table; the verbs in all their forms."""
    roles = _by_role(path)
    of_verbs = (
        "place_verb", "place_object", "to_actor", "on_actor", "on_person", "met", "strike",
        "cost", "gather", "tally", "of_thing", "thing_does", "verb_of", "put",
    )  # fmt: skip
    for role in of_verbs:
        roles[role] = frozenset(form for verb in roles[role] for form in forms(verb))
    return roles


def _nouns(path: Path) -> dict[str, Noun]:
    found: dict[str, Noun] = {}
    for row in read_table(path, ("singular", "plural", "gender", "kind", "state", "when"), key="singular"):
        for form, is_plural in ((row["singular"], False), (row["plural"], True)):
            kind = "group" if is_plural and row["kind"] == "person" else row["kind"]
            noun = Noun(row["singular"], row["gender"], kind, row["state"] == "yes", is_plural, row["when"] == "acts")
            found.setdefault(form, noun)
    return found
