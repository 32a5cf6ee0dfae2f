"""What does not add up in a dispatch? One file a rule; `lang/fr/checks.toml` says what each is, why, and how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from depeche.checks import (
    acronym_conflict,
    dangling_reference,
    date_conflict,
    date_missing,
    doubled_word,
    empty_field,
    encoding_damage,
    figure_conflict,
    gender_agreement_of_names,
    name_variant,
    place_conflict,
    placeholder,
    quote_variant,
    repeated_passage,
    role_conflict,
    speaker_conflict,
    truncated,
    unattributed_quote,
    unbalanced_brackets,
    unbalanced_quotes,
)
from depeche.checks.page import Fault, Page
from depeche.lang import FRENCH, read_rules
from depeche.record import Finding, Record

Severity = Literal["error", "warning", "info"]

FINDERS: dict[str, Callable[[Page], Iterator[Fault]]] = {
    "acronym-conflict": acronym_conflict.find,
    "dangling-reference": dangling_reference.find,
    "date-conflict": date_conflict.find,
    "date-missing": date_missing.find,
    "doubled-word": doubled_word.find,
    "empty-field": empty_field.find,
    "encoding-damage": encoding_damage.find,
    "figure-conflict": figure_conflict.find,
    "gender-agreement-of-names": gender_agreement_of_names.find,
    "name-variant": name_variant.find,
    "place-conflict": place_conflict.find,
    "placeholder": placeholder.find,
    "quote-variant": quote_variant.find,
    "repeated-passage": repeated_passage.find,
    "role-conflict": role_conflict.find,
    "speaker-conflict": speaker_conflict.find,
    "truncated": truncated.find,
    "unattributed-quote": unattributed_quote.find,
    "unbalanced-brackets": unbalanced_brackets.find,
    "unbalanced-quotes": unbalanced_quotes.find,
}


@dataclass(frozen=True)
class Rule:
    """What `--explain` says of a rule: what it finds, why that matters, dispatches that fire it and that must not, the cure."""

    id: str
    severity: Severity
    what: str
    why: str
    fires: tuple[str, ...]
    silent: tuple[str, ...]
    mend: str


@cache
def rules() -> dict[str, Rule]:
    """All rules by id, in id order.

    >>> rules()["empty-field"].severity
    'warning'

    Raises:
        LexiconError: `lang/fr/checks.toml` is wrong.
    """
    columns = ("severity", "what", "why", "fires", "silent", "mend")
    found = read_rules(FRENCH / "checks.toml", required=columns)
    return {
        row["id"]: Rule(
            row["id"], row["severity"], row["what"], row["why"], tuple(row["fires"]), tuple(row["silent"]), row["mend"]
        )
        for row in found
    }


def check(record: Record, *, select: Collection[str] = (), ignore: Collection[str] = ()) -> list[Finding]:
    """What does not add up in this dispatch, in the order of the places?

    >>> from depeche.record import Document
    >>> record = Record(document=Document(id="x", published="2024-11-27", text="Paris dément. Lieu:"))
    >>> [(finding.rule, finding.spans) for finding in check(record)]
    [('empty-field', ((14, 19),))]

    Args:
        select: the ids of the rules to ask; all where it is empty.
        ignore: the ids of rules to leave out.
    """
    page = Page(record)
    found = []
    for id, find in FINDERS.items():
        if (select and id not in select) or id in ignore:
            continue
        for fault in find(page):
            severity = fault.severity or rules()[id].severity
            found.append(Finding(rule=id, severity=severity, message=fault.message, spans=fault.spans))
    return sorted(found, key=lambda finding: (finding.spans, finding.rule, finding.message))
