"""What does the same sentence look like on another wire?

Every function takes a `Sent` and a seeded `random.Random` and gives a `Sent`: the letters change, the tree and the names stay.
A no-break space is a token of its own for spaCy, so it is inserted as one, hung on the token before it.
"""

from __future__ import annotations

import itertools
import random
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from corpora import Sent

OPENING, CLOSING = '«“"„', '»”"'
MARKS = [("«", "»", True), ("“", "”", False), ('"', '"', False), ("«", "»", False), ("„", "“", False)]
"""Opening mark, closing mark, and whether a space stands inside."""


@dataclass(frozen=True)
class Rates:
    """How often each change is made, between 0 and 1."""

    apostrophe: float = 0.4
    quotes: float = 0.25
    nbsp: float = 0.25
    accents: float = 0.15
    capitals: float = 0.03
    bullet: float = 0.02
    heading: float = 0.08
    swap: float = 0.25
    aside: float = 0.15
    join: float = 0.35
    newline: float = 0.5

    @classmethod
    def none(cls) -> Rates:
        return cls(apostrophe=0, quotes=0, nbsp=0, accents=0, capitals=0, bullet=0, heading=0, swap=0, aside=0, newline=0)


def strip_accents(text: str) -> str:
    """`État` without its accent: `Etat`. The cedilla goes too."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def vary(sent: Sent, rng: random.Random, rates: Rates) -> Sent:
    """One variant of a sentence."""
    changes: list[tuple[float, Callable[[Sent, random.Random], Sent]]] = [
        (rates.apostrophe, apostrophes), (rates.quotes, quotation_marks), (rates.accents, plain_capitals),
        (rates.capitals, all_capitals), (rates.nbsp, no_break_spaces), (rates.bullet, bullet),
    ]  # fmt: skip
    for rate, change in changes:
        if rng.random() < rate:
            sent = change(sent, rng)
    return sent


def apostrophes(sent: Sent, rng: random.Random) -> Sent:
    """All straight, or all curly."""
    old, new = rng.choice([("'", "’"), ("’", "'"), ("'", "’")])
    return replace(sent, words=[word.replace(old, new) for word in sent.words])


def quotation_marks(sent: Sent, rng: random.Random) -> Sent:
    """« » become “ ” or " ", and the other way round."""
    opening, closing, spaced = rng.choice(MARKS)
    words, spaces = list(sent.words), list(sent.spaces)
    is_open = False
    for i, word in enumerate(sent.words):
        if len(word) != 1 or word not in OPENING + CLOSING:
            continue
        opens = word in "«“„" or (word == '"' and not is_open)
        is_open = opens
        words[i] = opening if opens else closing
        if opens:
            spaces[i] = spaced
        elif i and spaces[i - 1] != spaced and words[i - 1] not in OPENING:
            spaces[i - 1] = spaced
    return replace(sent, words=words, spaces=spaces)


def plain_capitals(sent: Sent, rng: random.Random) -> Sent:
    """`État`, `À` lose the accent of their capital, as many wires have it."""
    del rng
    words = [strip_accents(word[0]) + word[1:] if word[0].isupper() else word for word in sent.words]
    return replace(sent, words=words)


def all_capitals(sent: Sent, rng: random.Random) -> Sent:
    """A heading in capitals, with its accents or without. Long texts stay as they are."""
    if len(sent.words) > 40:
        return sent
    strip = rng.random() < 0.6
    words = [strip_accents(word.upper()) if strip else word.upper() for word in sent.words]
    return replace(sent, words=words)


def heading(sent: Sent, rng: random.Random) -> Sent:
    """The first line of an article in capitals."""
    end = next((i for i, word in enumerate(sent.words) if word.startswith("\n")), 0)
    first = all_capitals(replace(sent, words=sent.words[:end]), rng)
    return replace(sent, words=[*first.words, *sent.words[end:]])


class Swaps:
    """Other names in the same places: a name is exchanged, through the whole article, for one of the same type that was seen
    after the same word (`à`, `de`, `l'`, `ministre`...), so that the context has to tell the type."""

    def __init__(self, sents: list[Sent], places: list[list[str]]) -> None:
        self.pool: dict[tuple[str, str], list[list[str]]] = {}
        for sent in sents:
            for a, b, label in sent.ents or []:
                self.pool.setdefault(self._key(sent, a, label), []).append(sent.words[a:b])
        for before in ("à", "de", "près de"):
            self.pool.setdefault(("LOC", before), []).extend(places)

    @staticmethod
    def _key(sent: Sent, start: int, label: str) -> tuple[str, str]:
        return label, sent.words[start - 1].lower() if start else ""

    def __call__(self, sent: Sent, rng: random.Random, rate: float) -> Sent:
        if sent.heads or not sent.ents or rate == 0:
            return sent
        chosen: dict[tuple[str, ...], list[str] | None] = {}
        words, spaces, ents, last = [], [], [], 0
        for a, b, label in sent.ents:
            old = tuple(sent.words[a:b])
            if old not in chosen:
                others = self.pool[self._key(sent, a, label)] if rng.random() < rate else []
                chosen[old] = rng.choice(others) if len(others) > 5 else None
            new = chosen[old] or list(old)
            words += sent.words[last:a]
            spaces += sent.spaces[last:a]
            ents.append((len(words), len(words) + len(new), label))
            words += new
            blanks = (
                sent.spaces[a : b - 1]
                if new == list(old)
                else [not (w in "-’'" or w[-1] in "'’" or n == "-") for w, n in itertools.pairwise(new)]
            )
            spaces += [*blanks, sent.spaces[b - 1]]
            last = b
        return replace(sent, words=[*words, *sent.words[last:]], spaces=[*spaces, *sent.spaces[last:]], ents=ents)


class Asides:
    """`, indique le rectorat,` put into sentences that have none: after the subject, after what begins the sentence, at the end.

    The parentheticals come from sentences that have one, with their trees.
    """

    def __init__(self, sents: list[Sent]) -> None:
        self.pool = [aside for sent in sents if sent.heads for aside in self._of(sent)]

    @staticmethod
    def _of(sent: Sent) -> Iterator[Sent]:
        for top, dep in enumerate(sent.deps):
            if dep != "parataxis:insert":
                continue
            inside = [i for i in subtree(sent.heads, top) if i == top or sent.deps[i] != "punct" or sent.heads[i] != top]
            start, end = inside[0], inside[-1] + 1
            subject = any(sent.heads[i] == top and sent.deps[i] == "nsubj" for i in inside)
            if subject and inside == list(range(start, end)) and end - start <= 20:
                yield part(sent, start, end, top)

    def __call__(self, sent: Sent, rng: random.Random) -> Sent:
        if not sent.heads or not self.pool or any(d.startswith("parataxis") or not d for d in sent.deps):
            return sent
        places = self.places(sent)
        if not places:
            return sent
        at, before, after = rng.choice(places)
        said = between_commas(rng.choice(self.pool), before=before, after=after)
        size, root = len(said.words), sent.deps.index("ROOT")

        def moved(i: int) -> int:
            return i + size if i >= at else i

        inside = [moved(root) if dep == "ROOT" else at + head for head, dep in zip(said.heads, said.deps, strict=True)]
        heads = [moved(head) for head in sent.heads]
        spaces = [*sent.spaces[: at - 1], sent.spaces[at - 1] and not before, *said.spaces, *sent.spaces[at:]]
        spaces[at + size - 1] = after
        return replace(
            sent,
            words=[*sent.words[:at], *said.words, *sent.words[at:]],
            spaces=spaces,
            pos=[*sent.pos[:at], *said.pos, *sent.pos[at:]],
            morphs=[*sent.morphs[:at], *said.morphs, *sent.morphs[at:]],
            heads=[*heads[:at], *inside, *heads[at:]],
            deps=[*sent.deps[:at], *("parataxis:insert" if dep == "ROOT" else dep for dep in said.deps), *sent.deps[at:]],
            ents=None,
        )

    @staticmethod
    def places(sent: Sent) -> list[tuple[int, bool, bool]]:
        """Where an aside may stand, and whether a comma is put before and after it."""
        root, found = sent.deps.index("ROOT"), []
        if sent.pos[root] not in {"VERB", "AUX", "ADJ"} or len(sent.words) < 6:
            return []
        for i, (head, dep) in enumerate(zip(sent.heads, sent.deps, strict=True)):
            inside = subtree(sent.heads, i) if head == root and i < root else []
            if not inside or inside[0] != 0 or inside[-1] + 1 != len(inside) or inside[-1] + 2 >= len(sent.words):
                continue
            comma_follows = sent.words[inside[-1] + 1] == ","
            is_subject = dep.startswith("nsubj") and sent.pos[i] in {"NOUN", "PROPN"}
            if is_subject and not comma_follows and sent.words[inside[-1]] != ",":
                found += [(inside[-1] + 1, True, True)] * 2
            elif dep in {"obl:mod", "advmod", "advcl", "obl:arg"} and comma_follows:
                found += [(inside[-1] + 2, False, True)] * 2
        if sent.words[-1] == "." and sent.spaces[-2:-1] == [False]:
            found.append((len(sent.words) - 1, True, False))
        return found


def between_commas(sent: Sent, *, before: bool, after: bool) -> Sent:
    """A comma before, a comma after, or both, hung on the root."""
    if before:
        sent = insert(sent, 0, ",", "PUNCT", "punct", space=True)
    if after:
        sent = replace(sent, spaces=[*sent.spaces[:-1], False])
        sent = insert(sent, len(sent.words), ",", "PUNCT", "punct", space=True)
    return sent


def subtree(heads: list[int], top: int) -> list[int]:
    """The words that hang on a word, and itself, in order."""
    inside = {top}
    while more := {i for i, head in enumerate(heads) if head in inside} - inside:
        inside |= more
    return sorted(inside)


def part(sent: Sent, start: int, end: int, top: int) -> Sent:
    """A run of words as a text of its own."""
    return Sent(
        sent.words[start:end], sent.spaces[start:end], sent.pos[start:end], sent.morphs[start:end],
        [(i if i == top else sent.heads[i]) - start for i in range(start, end)],
        ["ROOT" if i == top else sent.deps[i] for i in range(start, end)],
    )  # fmt: skip


def bullet(sent: Sent, rng: random.Random) -> Sent:
    """An item of a list: a dash or a bullet before the sentence."""
    if len(sent.words) > 40:
        return sent
    return insert(sent, 0, rng.choice(["-", "–", "•", "*", "—"]), "PUNCT", "punct", space=True)


def no_break_spaces(sent: Sent, rng: random.Random) -> Sent:
    """Put U+00A0 or U+202F where French typography asks for it."""
    blank = rng.choice(["\u00a0", "\u202f", "\u00a0"])
    places = []
    for i, word in enumerate(sent.words[:-1]):
        follows = sent.words[i + 1]
        is_place = word in {"«", "–", "—"} or follows in {"»", ":", ";", "!", "?", "%", "€", "–"}
        if sent.spaces[i] and is_place and not _inside_name(sent, i):
            places.append(i)
    spaces = list(sent.spaces)
    for i in places:
        spaces[i] = False
    sent = replace(sent, spaces=spaces)
    for i in reversed(places):
        sent = insert(sent, i + 1, blank, "SPACE", "dep", space=False)
    return sent


def _inside_name(sent: Sent, i: int) -> bool:
    return any(start <= i and i + 1 < end for start, end, _ in sent.ents or [])


def insert(sent: Sent, at: int, word: str, pos: str, dep: str, *, space: bool) -> Sent:
    """Add a token before position `at`: blanks hang on the token before, marks on the root."""

    def moved(i: int) -> int:
        return i + 1 if i >= at else i

    ents = None if sent.ents is None else [(moved(a), b + 1 if b > at else b, label) for a, b, label in sent.ents]
    words = [*sent.words[:at], word, *sent.words[at:]]
    spaces = [*sent.spaces[:at], space, *sent.spaces[at:]]
    if not sent.heads:
        return replace(sent, words=words, spaces=spaces, ents=ents)
    heads = [moved(head) for head in sent.heads]
    root = sent.deps.index("ROOT")
    head = max(at - 1, 0) if pos == "SPACE" and at else moved(root)
    return replace(
        sent,
        words=words,
        spaces=spaces,
        pos=[*sent.pos[:at], pos, *sent.pos[at:]],
        morphs=[*sent.morphs[:at], "", *sent.morphs[at:]],
        heads=[*heads[:at], head, *heads[at:]],
        deps=[*sent.deps[:at], dep, *sent.deps[at:]],
        ents=ents,
    )


def split_clitics(sent: Sent, rng: random.Random) -> Sent:
    """spaCy's tokenizer makes two tokens of the treebanks' `-t-il`; seven times in ten we do too."""
    for i in reversed(range(len(sent.words))):
        if sent.words[i].startswith("-t-") and sent.heads and rng.random() < 0.7:
            rest = sent.words[i][2:]
            sent = insert(sent, i, sent.words[i][:2], "PART", "dep", space=False)
            words, heads = list(sent.words), list(sent.heads)
            words[i + 1], heads[i] = rest, i + 1
            sent = replace(sent, words=words, heads=heads)
    return sent


def line_break(sent: Sent, rng: random.Random) -> Sent:
    """End the sentence with a new line, as a token."""
    spaces = [*sent.spaces[:-1], False]
    sent = replace(sent, spaces=spaces)
    return insert(sent, len(sent.words), rng.choice(["\n\n", "\n\n", "\n", "\n\n\t", "\n \n"]), "SPACE", "dep", space=False)


def join(sents: list[Sent]) -> Sent:
    """Several sentences as one text."""
    if len(sents) == 1:
        return sents[0]
    words: list[str] = []
    spaces: list[bool] = []
    pos: list[str] = []
    morphs: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    ents: list[tuple[int, int, str]] = []
    for sent in sents:
        offset = len(words)
        ends_blank = sent.words[-1].isspace()
        words += sent.words
        spaces += [*sent.spaces[:-1], not ends_blank]
        pos += sent.pos
        morphs += sent.morphs
        deps += sent.deps
        heads += [head + offset for head in sent.heads]
        ents += [(a + offset, b + offset, label) for a, b, label in sent.ents or []]
    has_ents = all(sent.ents is not None for sent in sents)
    return Sent(words, spaces, pos, morphs, heads, deps, ents if has_ents else None, sents[0].group)
