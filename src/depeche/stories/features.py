"""What tells a dispatch from others, whatever its wording (names, numbers, rare words); and, for copies, its runs of words."""

from __future__ import annotations

import math
import re
import zlib
from array import array
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

import numpy
import snowballstemmer

from depeche.checks.page import key_of
from depeche.lang import FRENCH, read_table

TOKEN = re.compile(r"\d+(?:[.,'’ \u00a0\u202f]\d+)*|[^\W\d_]+")
SENTENCE = re.compile(r"[^\n.!?…]+(?:[.!?…]+(?!\s+[A-ZÀ-ÖØ-Þ«“\"])[^\n.!?…]*)*")
NAME, NUMBER = 1, 2
"""The kind of a feature is the rest of its hash by 4; anything else is a word."""
SAMPLE = 8
"""One in so many runs of five words is kept."""
RUN = 5
RARE = 16
"""Features by which a dispatch is found again."""
MIX = numpy.uint64(0x9E3779B97F4A7C15)
SHIFT = numpy.uint64(32)
Vector = dict[int, float]


@dataclass(frozen=True)
class Fingerprint:
    """`sentences`: the features of each sentence with their weights; `shingles`: the sampled hashes of runs of five words."""

    sentences: tuple[Vector, ...]
    shingles: frozenset[int]

    @cached_property
    def words(self) -> Vector:
        """The weights of names and words over the whole dispatch."""
        return _normed({k: v for k, v in self._total.items() if k % 4 != NUMBER})

    @cached_property
    def names(self) -> Vector:
        return _normed({k: v for k, v in self._total.items() if k % 4 == NAME})

    @cached_property
    def numbers(self) -> frozenset[int]:
        return frozenset(k for k in self._total if k % 4 == NUMBER)

    @cached_property
    def _total(self) -> Vector:
        counts: dict[int, int] = {}
        weights: Vector = {}
        for sentence in self.sentences:
            for feature, weight in sentence.items():
                counts[feature] = counts.get(feature, 0) + 1
                weights[feature] = weight
        return {feature: weight * (1 + math.log(counts[feature])) for feature, weight in weights.items()}

    def rarest(self) -> list[int]:
        """The features by which a rewrite of this dispatch is looked for."""
        ranked = sorted(self._total.items(), key=lambda item: (-item[1] * (1.3 if item[0] % 4 == NAME else 1), item[0]))
        return [feature for feature, _ in ranked[:RARE]]

    def pack(self) -> bytes:
        """The sentences as bytes: hashes, 0 between sentences, then a weight of a byte each."""
        hashes, weights = array("I"), bytearray()
        for sentence in self.sentences:
            for feature, weight in sentence.items():
                hashes.append(feature)
                weights.append(min(255, round(weight * 16)))
            hashes.append(0)
            weights.append(0)
        return hashes.tobytes() + bytes(weights)


def unpack(packed: bytes) -> tuple[Vector, ...]:
    """The sentences that `Fingerprint.pack` wrote."""
    count = len(packed) // 5
    hashes = array("I")
    hashes.frombytes(packed[: 4 * count])
    weights = packed[4 * count :]
    sentences: list[Vector] = []
    current: Vector = {}
    for feature, weight in zip(hashes, weights, strict=True):
        if feature:
            current[feature] = weight / 16
        else:
            sentences.append(current)
            current = {}
    return tuple(sentences)


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of a text; layout, case, accents and the form of numbers (`50'000`, `50 000`) make no difference.

    >>> a, b = fingerprint("Karaba compte 50 000 habitants."), fingerprint("KARABA compte 50.000 habitants !")
    >>> a.numbers == b.numbers, a.shingles == b.shingles
    (True, True)
    """
    small = {found[0] for found in TOKEN.finditer(text) if found[0][0].islower()}
    hashes: list[int] = []
    sentences: list[Vector] = []
    for span in SENTENCE.finditer(text):
        vector: Vector = {}
        for token in TOKEN.finditer(text, span.start(), span.end()):
            form = token[0]
            word_hash, feature, weight, name = _token(form)
            hashes.append(word_hash)
            if name and form.lower() not in small:
                vector[name] = NAME_WEIGHT
            elif weight:
                vector[feature] = weight
        if len(vector) > 1:
            sentences.append(vector)
    return Fingerprint(tuple(sentences), _shingles(hashes))


def text_key(text: str) -> str:
    """A hash of the text's letters and digits: the same for two texts that differ in layout, case, accents and marks alone."""
    plain = "".join(token[0] for token in re.finditer(r"[^\W_]+", key_of(text)))
    return f"{zlib.crc32(plain.encode()):08x}{zlib.adler32(plain.encode()):08x}{len(plain):x}"


def _shingles(hashes: list[int]) -> frozenset[int]:
    """One in eight of the hashes of all runs of five words; all where the text is shorter than a few sentences."""
    if len(hashes) < RUN:
        return frozenset()
    words = numpy.array(hashes, dtype=numpy.uint64)
    with numpy.errstate(over="ignore"):
        mixed = words[: len(words) - RUN + 1].copy()
        for place in range(1, RUN):
            mixed = (mixed * MIX) ^ words[place : len(words) - RUN + 1 + place]
        mixed = (mixed * MIX) >> SHIFT
    kept = mixed[mixed % SAMPLE == 0] if len(mixed) > SAMPLE * 4 else mixed
    return frozenset(int(item) for item in kept)


@lru_cache(maxsize=300_000)
def _token(form: str) -> tuple[int, int, float, int]:
    """The hash of a token as a word, its feature and weight, and its feature as a name where it may be one."""
    if form[0].isdigit():
        digits = re.sub(r"\D", "", form).lstrip("0") or "0"
        crc = zlib.crc32(digits.encode())
        return crc, _feature(f"#{digits}", NUMBER), 5.0 if len(digits) > 1 else 3.0, 0
    key = key_of(form)
    crc = zlib.crc32(key.encode())
    if len(key) < 3:
        return crc, 0, 0.0, 0
    stem = key_of(stemmer().stemWord(form.lower()))
    weight = weights().get(stem, UNKNOWN)
    weight = 0.0 if weight < COMMON else min(weight, WORD_LIMIT) * WORD_SHARE
    name = _feature(key, NAME) if form[0].isupper() else 0
    return crc, _feature(stem, 0) if weight else 0, weight, name


def _feature(word: str, kind: int) -> int:
    return (zlib.crc32(word.encode()) & 0x7FFFFFFC or 4) | kind


@cache
def stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("french")


DISPATCHES = 1167
NAME_WEIGHT = 6.0
WORD_LIMIT = 3.5
WORD_SHARE = 0.6
"""Words change in a rewrite and names don't: a word weighs at most a third of what a name does."""
UNKNOWN = math.log((DISPATCHES + 1) / 0.5)
COMMON = math.log(4)
"""A stem in a quarter of all dispatches tells nothing."""


@cache
def weights() -> dict[str, float]:
    """How much a stem tells: the logarithm of how few dispatches hold it.

    Source: counted over 1,167 French Wikinews articles of 2016 to 2018 (CC BY 2.5); stems in fewer than four are left out.
    """
    rows = read_table(FRENCH / "stem_counts.tsv", ("stem", "dispatches"), key="stem")
    return {row["stem"]: math.log((DISPATCHES + 1) / (int(row["dispatches"]) + 0.5)) for row in rows}


def _normed(vector: Vector) -> Vector:
    size = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {feature: weight / size for feature, weight in vector.items()} if size else {}


