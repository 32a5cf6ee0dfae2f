"""The words and surface patterns that the rules look at: `check_words.tsv` by role, `check_patterns.toml` by id."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from depeche.checks.page import key_of
from depeche.errors import LexiconError
from depeche.lang import FRENCH, read_rules, read_table
from depeche.lang.knowledge import countries

PATTERNS = FRENCH / "check_patterns.toml"
END = ""
"""The branch of a tree of names where one ends."""

ROLE = re.compile(r"\{([a-z_]+)\}")


@cache
def forms(role: str) -> tuple[str, ...]:
    """The forms of one role, as they are listed.

    >>> forms("month")[0]
    'janvier'

    Raises:
        KeyError: there is no such role.
    """
    return _roles()[role]


@cache
def keys(role: str) -> frozenset[str]:
    """The forms of one role as they are compared: lower case, no accents."""
    return frozenset(key_of(form) for form in forms(role))


@cache
def pattern(id: str) -> re.Pattern[str]:
    """A surface pattern, its roles filled in.

    >>> bool(pattern("date-relative").search("Hier, il est parti."))
    True

    Raises:
        KeyError: there is no such pattern.
        LexiconError: it is no regular expression, or names a role that there isn't.
    """
    try:
        return re.compile(ROLE.sub(lambda found: _choice(found[1]), _patterns()[id]))
    except (re.error, ValueError) as exc:
        raise LexiconError(str(PATTERNS), 1, f"rule {id!r}: {exc}") from exc


def one_of(names: Iterable[str]) -> str:
    """These names as a regular expression, the longest first; an apostrophe may be straight or curly, a blank any blank.

    What begins alike is written once: a search tries few branches at each place of a text, and not every name.

    >>> one_of(["Asie", "Asie du Sud", "Arabie"])
    '(?:A(?:rabie|sie(?:\\\\s+du\\\\s+Sud)?))'
    """
    tree: dict[str, Any] = {}
    for name in names:
        branch = tree
        for sign in name:
            branch = branch.setdefault({"'": "['’]", " ": r"\s+"}.get(sign) or re.escape(sign), {})
        branch[END] = {}
    return f"(?:{_branches(tree)})"


def _branches(tree: dict[str, Any]) -> str:
    found = [sign + _branches(below) for sign, below in sorted(tree.items()) if sign != END]
    if END in tree:
        return f"(?:{'|'.join(found)})?" if found else ""
    return found[0] if len(found) == 1 else f"(?:{'|'.join(found)})"


@cache
def _choice(role: str) -> str:
    if role == "country":
        return one_of(name for row in countries().values() for name in (row["name"], *row["variants"].split("|")) if name)
    if role == "region":
        rows = read_table(FRENCH / "regions.tsv", ("names", "countries"))
        return one_of(name for row in rows for name in row["names"].split("|"))
    if role == "office":
        rows = read_table(FRENCH / "offices.tsv", ("form", "office", "gender"), key="form")
        found = [row["form"] for row in rows]
        return one_of([*found, *(form[:1].upper() + form[1:] for form in found), *(form.title() for form in found)])
    if role not in _roles():
        raise ValueError(f"check_words.tsv has no role {role!r}")
    return one_of(forms(role))


@cache
def _patterns() -> dict[str, str]:
    return {row["id"]: row["pattern"] for row in read_rules(PATTERNS, required=["pattern"])}


@cache
def _roles() -> dict[str, tuple[str, ...]]:
    rows = read_table(FRENCH / "check_words.tsv", ("role", "words"), key="role")
    return {row["role"]: tuple(row["words"].split("|")) for row in rows}
