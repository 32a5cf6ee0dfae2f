"""How alike are two dispatches: does one hold the other's words, do they tell the same, sentence by sentence?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from depeche.stories.features import Fingerprint, Vector

Kind = Literal["identical", "copy", "update", "rewrite", "same-event", "different"]
COPY = 0.3
"""Share of one's runs of five words in the other from which it is a copy."""
TOLD = 0.3
"""Likeness of names and words from which two dispatches are compared sentence by sentence."""
REWRITE = 0.44
"""Likeness, sentences included, from which one tells what the other tells."""
AROUND = 0.12
"""How far from its place, as a share of the length, a sentence is looked for: a rewrite keeps the order."""
SAME_EVENT = 0.45


@dataclass(frozen=True)
class Likeness:
    """`held`: the share of the first's sampled runs of words that the second has; `holds`: the other way round.

    `told` compares names and words as a whole, `aligned` sentence by sentence, the less well covered of the two deciding.
    """

    held: float
    holds: float
    told: float
    aligned: float

    @property
    def score(self) -> float:
        """How sure it is that both tell one story, 0 to 1."""
        return max(self.held, self.holds, 0.3 * self.told + 0.7 * self.aligned)

    @property
    def kind(self) -> Kind:
        """What the second is to the first.

        >>> Likeness(1.0, 0.6, 0.9, 0.7).kind, Likeness(0.0, 0.0, 0.7, 0.6).kind, Likeness(0.0, 0.0, 0.2, 0.0).kind
        ('update', 'rewrite', 'different')
        """
        if max(self.held, self.holds) >= COPY:
            return "update" if self.holds < 0.85 and self.held >= self.holds else "copy"
        if 0.3 * self.told + 0.7 * self.aligned >= REWRITE:
            return "rewrite"
        return "same-event" if self.told >= SAME_EVENT else "different"


def likeness(one: Fingerprint, other: Fingerprint) -> Likeness:
    """Compare two dispatches by their fingerprints."""
    common = len(one.shingles & other.shingles)
    held = common / len(one.shingles) if one.shingles else 0.0
    holds = common / len(other.shingles) if other.shingles else 0.0
    told = (cosine(one.words, other.words) + cosine(one.names, other.names)) / 2
    if told < TOLD:
        return Likeness(held, holds, told, 0.0)
    aligned = min(covered(one.sentences, other.sentences), covered(other.sentences, one.sentences))
    return Likeness(held, holds, told, aligned * _figures_agree(one, other))


def _figures_agree(one: Fingerprint, other: Fingerprint) -> float:
    """Less than 1 where both count and hardly a number is in both: the same running story, another day."""
    fewer = min(len(one.numbers), len(other.numbers))
    if fewer < 4:
        return 1.0
    shared = len(one.numbers & other.numbers) / fewer
    return min(1.0, 0.7 + shared)


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of length 1."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[feature] for feature, weight in one.items() if feature in other)


def covered(sentences: tuple[Vector, ...], others: tuple[Vector, ...]) -> float:
    """How well is each sentence told by the nearest of the others, long ones counting more?"""
    holders: dict[int, list[int]] = {}
    for number, other in enumerate(others):
        for feature in other:
            holders.setdefault(feature, []).append(number)
    sizes = [_size(other) for other in others]
    total = best = 0.0
    for place, sentence in enumerate(sentences):
        size = _size(sentence)
        if not size:
            continue
        dots: dict[int, float] = {}
        for feature, weight in sentence.items():
            for number in holders.get(feature, ()):
                dots[number] = dots.get(number, 0.0) + weight * others[number][feature]
        total += size
        here = place / len(sentences)
        near = (dot / (size * sizes[number]) for number, dot in dots.items() if abs(number / len(others) - here) <= AROUND)
        best += size * max(near, default=0.0)
    return best / total if total else 0.0


def _size(vector: Vector) -> float:
    return math.sqrt(sum(weight * weight for weight in vector.values()))
