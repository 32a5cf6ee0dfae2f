"""What does saying so do? The act of a cue, or of the words that a light cue leads to: `exprime sa gratitude` praises."""

from __future__ import annotations

from depeche.pipes.statements.reading import OPENERS, Hit, Reading

HEAD = 5
"""Tokens within which the noun or adjective that decides is looked for: `ses plus sincères remerciements`."""
CLAUSE = 14
"""Tokens within which the verb of a clause that calls something by a name is looked for."""
CLAUSES = ("que", "inverted", "colon", "quotation")
"""The structures that report a whole clause."""
POLAR = ("praise", "condemn", "promise")


def act_of(reading: Reading, hit: Hit, why: str, begin: int) -> str:
    """The act of what a cue reports from this token on.

    The cue decides; where it is a light verb, the noun after it does, and where it gives a quality (`se dit rassuré`,
    `qualifie ... d'historique`), that quality. Where it only says, whoever calls something a crime condemns it.
    Promising to strike back is a threat.
    """
    frames = hit.cue.frames
    if hit.is_negated and hit.cue.act == "deny":
        return "say"
    if hit.cue.act == "say" and why in CLAUSES and (act := clause_act(reading, begin)):
        return act
    if hit.cue.act == "promise" and why == "infinitive":
        return "threaten" if reading.is_role(begin, "reprisal") else "say" if _is_past(reading, begin) else "promise"
    if why == "object" and "light" in frames and (act := noun_act(reading, begin)):
        return act
    if why == "object" and "nom" in frames and names_badly(reading, begin):
        return "condemn"
    if why == "object" and reading.is_role(begin, "possessive") and hit.cue.name in reading.lexicon.words["remorse"]:
        return "say"
    if why in ("predicate", "object") and frames & {"attr", "pred"}:
        return quality_act(reading, begin) or hit.cue.act
    return hit.cue.act


def _is_past(reading: Reading, begin: int) -> bool:
    """Is it what was done (`jure n'avoir rien vu`), which nobody can promise?"""
    token = begin
    while reading.is_role(token, "before_infinitive"):
        token += 1
    return reading.is_role(token, "perfect")


def clause_act(reading: Reading, begin: int) -> str | None:
    """What saying this clause does: it thanks, condemns or threatens."""
    if reading.is_role(begin, "praise_word"):
        return "praise"
    end = reading.bounds(begin)[1]
    for token in range(begin, end):
        if reading.is_role(token, "reprisal_to_come") and any(reading.is_role(i, "first_person") for i in range(begin, token)):
            return "threaten"
    return "condemn" if condemns(reading, begin) else None


def condemns(reading: Reading, begin: int) -> bool:
    """Does the clause that begins here call something by a bad name (`C'est une provocation`, `... serait inacceptable`)?"""
    end = min(begin + CLAUSE, reading.bounds(begin)[1])
    verb = next((i for i in range(begin, end) if reading.is_finite(i)), end)
    if not reading.is_role(verb, "naming_verb") or reading.is_role(verb - 1, "negator"):
        return False
    for token in range(verb + 1, min(verb + HEAD, end)):
        if reading.is_role(token, "condemn_word"):
            return not reading.is_role(token - 1, "negation")
        is_of = reading.is_role(token, "of") and (reading.pos[token] == "DET" or reading.is_role(token - 1, "kind_noun"))
        if reading.pos[token] in ("ADP", "PUNCT", "SCONJ", "VERB") and not is_of and reading.char(token) not in OPENERS:
            return False
    return False


def noun_act(reading: Reading, begin: int) -> str | None:
    """The act of the noun that heads the phrase which begins here, if it is a cue."""
    for token in range(begin, min(begin + HEAD, reading.bounds(begin)[1])):
        for words, cue in reading.lexicon.nouns.get(reading.lower[token], ()):
            if tuple(reading.lower[token : token + len(words)]) == words:
                return cue.act
        if token > begin and reading.is_role(token, "preposition") and reading.pos[token] == "ADP":
            break
    return None


def names_badly(reading: Reading, begin: int) -> bool:
    """Does a bad name stand in the phrase that begins here (`une « provocation »`)?"""
    return any(reading.is_role(i, "condemn_word") for i in range(begin, min(begin + HEAD, reading.bounds(begin)[1])))


def quality_act(reading: Reading, begin: int) -> str | None:
    """The act of calling oneself or something so (`satisfait`, `scandalisé`, `prêt`, `mascarade`)."""
    if names_badly(reading, begin):
        return "condemn"
    for token in range(begin, min(begin + HEAD, reading.bounds(begin)[1])):
        for act in POLAR:
            if reading.is_role(token, f"{act}_quality"):
                return act
    return None
