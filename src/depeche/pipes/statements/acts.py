"""What does saying so do? The act of a cue, or of the words that a light cue leads to: `exprime sa gratitude` praises."""

from __future__ import annotations

from depeche.pipes.statements.reading import Hit, Reading

HEAD = 5
"""Tokens within which the noun or adjective that decides is looked for: `ses plus sincères remerciements`."""
POLAR = ("praise", "condemn", "promise")


def act_of(reading: Reading, hit: Hit, why: str, begin: int) -> str:
    """The act of what a cue reports from this token on.

    The cue decides; where it is a light verb, the noun after it does, and where it gives a quality (`se dit rassuré`,
    `qualifie ... d'historique`), that quality.
    """
    frames = hit.cue.frames
    if why == "object" and "light" in frames and (act := noun_act(reading, begin)):
        return act
    if why in ("predicate", "object") and frames & {"attr", "pred"}:
        return quality_act(reading, begin) or hit.cue.act
    return hit.cue.act


def noun_act(reading: Reading, begin: int) -> str | None:
    """The act of the noun that heads the phrase which begins here, if it is a cue."""
    for token in range(begin, min(begin + HEAD, reading.bounds(begin)[1])):
        for words, cue in reading.lexicon.nouns.get(reading.lower[token], ()):
            if tuple(reading.lower[token : token + len(words)]) == words:
                return cue.act
        if token > begin and reading.is_role(token, "preposition") and reading.pos[token] == "ADP":
            break
    return None


def quality_act(reading: Reading, begin: int) -> str | None:
    """The act of calling oneself or something so (`satisfait`, `scandalisé`, `prêt`)."""
    for token in range(begin, min(begin + HEAD, reading.bounds(begin)[1])):
        for act in POLAR:
            if reading.is_role(token, f"{act}_quality"):
                return act
    return None
