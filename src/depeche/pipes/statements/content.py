"""What does a cue report that comes before it: a clause, an infinitive, a noun phrase, a quotation after a colon?"""

from __future__ import annotations

from depeche.pipes.statements.clauses import read_colon, read_infinitive, read_that
from depeche.pipes.statements.phrases import read_object, read_predicate, read_quotation
from depeche.pipes.statements.reading import Hit, Reading, Source
from depeche.pipes.statements.speakers import subject

READERS = (read_colon, read_that, read_infinitive, read_quotation, read_predicate, read_object)
"""The structures, the surest first."""
RECENT = 6
"""Statements before a cue among which the one that holds it is looked for."""


def read_content(reading: Reading, hit: Hit) -> bool:
    """Keep what this cue reports after itself; False where it reports nothing there."""
    if not _may_report(reading, hit):
        return False
    if hit.is_negated and hit.cue.act != "deny" and not reading.lexicon.words["negated"] & {hit.cue.name}:
        return False
    for reader in READERS:
        said = reader(reading, hit)
        if said:
            source = subject(reading, hit)
            if all(item.act == "say" for item in said) and _is_nested(reading, hit, source):
                return False
            is_anybody = source is not None and source.pronoun is not None and reading.is_role(source.pronoun, "anybody")
            is_nobody = source is None and (
                (said[0].why != "que" and not said[0].can_be_direct) if hit.is_passive else hit.tense in ("finite", "infinitive")
            )
            if is_anybody or is_nobody:
                return False
            for item in said:
                item.source = source
                reading.said.append(item)
            hit.used = True
            return True
    return False


def _may_report(reading: Reading, hit: Hit) -> bool:
    """Is this no mere adjective (`la presse écrite que`)? A participle needs its auxiliary, a twin's, or `par`."""
    if hit.tense != "past" or hit.first < hit.verb:
        return True
    is_joined = reading.is_role(hit.verb - 1, "and") or reading.tokens[hit.verb].dep_ == "conj"
    return is_joined or any(reading.is_role(i, "by") for i in range(hit.last + 1, min(hit.last + 4, len(reading.lower))))


def _is_nested(reading: Reading, hit: Hit, source: Source | None) -> bool:
    """Does a speaker say here what he says (`a déclaré qu'il croit que ...`)? The outer statement holds it."""
    place = reading.starts[hit.verb]
    outer = next((said for said in reversed(reading.said[-RECENT:]) if said.start <= place < said.end), None)
    if outer is None or outer.why == "source":
        return False
    is_same = source is None or source.pronoun is not None or (outer.source and outer.source.actors == source.actors)
    return bool(is_same)
