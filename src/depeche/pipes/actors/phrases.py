"""How far does a noun phrase reach? From its determiner to the end of its adjectives and complements."""

from __future__ import annotations

from depeche.pipes.actors.page import Page

LONGEST = 24
"""Tokens that a phrase may have."""
DEEPEST = 4
"""Complements of complements that are followed."""
LEANING = ("anti-", "pro-")
"""How the word begins that says what a group is for or against (`les forces anti-régime`)."""


def begin(page: Page, i: int) -> tuple[int, str]:
    """The first token of the phrase whose noun is at `i`, and the kind of its determiner (`""` where it has none).

    A contracted article (`du`, `au`) tells the kind, but is no part of the phrase.
    """
    low, start, kind = page.bounds(i)[0], i, ""
    while start > max(low, i - 6):
        tag, found = page.tag(start - 1), page.lexicon.determiners.get(page.word(start - 1))
        if found == "contracted" and tag != "DET":
            return start, kind or "definite"
        if _stops(page, start - 1, low, found):
            break
        start -= 1
        kind = found or kind or ("number" if tag == "NUM" else "")
        if found in ("definite", "demonstrative", "possessive", "speaker", "new") and not page.has(start - 1, "whole"):
            break
    while start < i and page.word(start) == "«":
        start += 1
    return start, kind


def one_of(page: Page, start: int, determiner: str) -> tuple[int, str]:
    """The phrase with the `un des` or `l'une de ses` before its plural: it is of one person then; or with `deux de ses`."""
    low = page.bounds(start)[0]
    at = start if page.word(start) in ("des", "de") else start - 1
    if at - 1 < low or not page.has(at, "of"):
        return start, determiner
    if determiner == "possessive" and at - 1 not in page.timed and (page.tag(at - 1) == "NUM" or page.has(at - 1, "some")):
        return at - 1, "number"
    if not page.has(at - 1, "one"):
        return start, determiner
    return (at - 2 if at - 2 >= low and page.word(at - 2) == "l'" else at - 1), "one"


def quantity(page: Page, start: int, determiner: str) -> tuple[int, str]:
    """The phrase with a noun of quantity before it (`des milliers de [personnes]`, `un groupe de [soldats]`)."""
    low = page.bounds(start)[0]
    while start - 2 >= low and page.has(start - 1, "of") and (page.has(start - 2, "quantity") or is_gathering(page, start - 2)):
        start, determiner = begin(page, start - 2)
        determiner = determiner or "number"
    return start, determiner


def is_gathering(page: Page, i: int) -> bool:
    """Whether the noun at `i` only gathers those of the plural after it (`un groupe de soldats`, `un couple de touristes`)."""
    if not (page.has(i, "gathering") and page.word(i + 1) in ("de", "d'")):
        return False
    noun = page.lexicon.nouns.get(page.word(i + 2))
    return noun is not None and noun.kind == "group" and (noun.is_plural or page.texts[i + 2].isupper())  # `CRS`


def tail(page: Page, start: int, end: int) -> int:
    """Where the words end that belong to a phrase, but not to its actor's name: an age, a participle alone (`l'individu
    [interpellé]`), and who is behind them (`les rebelles [soutenus par la Turquie]`)."""
    if (last := _aged(page, end)) > end or end >= len(page.doc):
        return last
    token = page.token(end)
    is_told = token.dep_ == "acl" and start <= token.head.i < end and "VerbForm=Part" in str(token.morph)
    if not is_told or "Tense=Pres" in str(token.morph):
        return end
    if page.has(end, "backed") and page.word(end + 1) == "par":
        at = end + 2 + (page.tag(end + 2) == "DET")
        if at in page.names:
            return page.names[at].end
        return Reach(page, at + 1).end if page.tag(at) == "NOUN" else end
    return end + 1 if page.tag(end + 1) in ("VERB", "AUX", "PUNCT") and token.pos_ == "VERB" else end


def _aged(page: Page, at: int) -> int:
    """Where an age ends that is said at a place (`[âgés respectivement de 26, 30 et 48 ans]`), the place itself if none is."""
    i, stop = at + 1, page.bounds(at - 1)[1]
    i += page.tag(i) == "ADV"
    if not page.has(at, "aged") or not page.has(i, "of"):
        return at
    while i < stop and not page.has(i, "age"):
        if not (page.has(i, "of") or page.tag(i) in ("NUM", "CCONJ", "PUNCT", "ADP", "DET") or page.has(i, "quantity")):
            return at
        i += 1
    return i + 1 if i < stop else at


def _stops(page: Page, i: int, low: int, determiner: str | None) -> bool:
    """Whether the token at `i` is no part of the phrase that follows it."""
    tag = page.tag(i)
    if page.has(i, "degree") and page.tag(i + 1) == "ADJ" and (page.has(i - 1, "singular") or page.has(i - 1, "plural")):
        return False  # `le plus jeune président`
    if i in page.inside or i in page.timed or page.texts[i].isspace():
        return True
    if page.has(i, "hundred") and page.tag(i - 1) in ("NUM", "DET", "ADP"):
        return False  # `deux cents lycéennes`
    if determiner is None and tag not in ("ADJ", "NUM", "DET") and not page.has(i, "former") and page.word(i) != "«":
        return True
    if tag == "ADP" and determiner is not None:
        return True
    return tag == "ADJ" and determiner is None and page.texts[i][:1].isupper() and i > low and page.tag(i - 1) != "DET"


class Reach:
    """Where a phrase ends, with the countries and names found on the way."""

    def __init__(self, page: Page, after: int, *, wide: bool = False) -> None:
        self.page = page
        self.limit = min(page.bounds(after - 1)[1], after + LONGEST)
        self.wide = wide
        self.countries: list[str] = []
        self.names: list[int] = []
        self.end = self._rest(after, 0)

    def _rest(self, i: int, depth: int) -> int:
        page = self.page
        while i < self.limit:
            word, tag = page.word(i), page.tag(i)
            if i in page.inside or _aged(page, i) > i:
                break
            if code := page.country(i):
                self.countries.append(code)
                i += 1
            elif self._is_bound(i) and (end := self._complement(i + 2, depth)):
                i = page.names[end].end if page.has(i, "leaning") and page.is_person_at(end) else end  # `fidèles au général X`
            elif (tag == "ADJ" and self._qualifies(i)) or word.startswith(LEANING) or (word == "-" and page.tag(i + 1) == "ADJ"):
                i += 1
            elif word == "-" and self._is_glued(i):
                i += 2  # `camions-bennes`, `anti-apartheid`
            elif end := self._after_preposition(i, depth):
                i = end
            elif (tag == "CCONJ" and self._joins(i)) or self._lists(i):
                i += 1
            elif word == "par" and page.has(i + 1, "interim"):
                i += 2
            else:
                break
        return i

    def _lists(self, i: int) -> bool:
        """Is the comma at `i` one between countries of which more follow (`russe, turc et iranien`)?"""
        page = self.page
        if page.word(i) != "," or not page.country(i - 1):
            return False
        while page.word(i) == "," and page.country(i + 1):
            i += 2
        return page.tag(i) == "CCONJ" and bool(page.country(i + 1))

    def _qualifies(self, i: int) -> bool:
        """Whether what the tagger took for an adjective belongs to the noun: not `toute` of `toute puissante`, not a participle
        (`un homme [tentant] d'entrer`)."""
        page = self.page
        after = i + 1 + page.has(i + 1, "of")
        is_verbal = page.word(i).endswith("ant") and page.tag(after) == "VERB" and "VerbForm=Inf" in page.token(after).morph
        return not is_verbal and not page.has(i, "whole")

    def _is_bound(self, i: int) -> bool:
        """A participle or adjective that ties the noun to what follows (`affilié à`, `chargée de`, `fidèles à`)."""
        page = self.page
        return (page.has(i, "bound") or page.has(i, "leaning")) and (page.has(i + 1, "to") or page.has(i + 1, "of"))

    def _is_glued(self, i: int) -> bool:
        """A hyphen without blanks between two words that are no names."""
        page = self.page
        is_inner = i + 1 < self.limit and i + 1 not in page.inside and page.doc[i + 1].is_alpha
        return is_inner and not page.doc[i].whitespace_ and not page.doc[i - 1].whitespace_

    def _after_preposition(self, i: int, depth: int) -> int | None:
        """The end of the complement whose preposition, of one or two words (`auprès de`), stands at `i`."""
        page = self.page
        if page.has(i, "of"):
            return self._complement(i + 1, depth)
        noun = i + 1 + (page.tag(i + 1) == "DET")
        if page.tag(i) == "ADP" and page.has(noun, "in_state"):
            return noun + 1  # `le dirigeant en exil du parti`, `le président par intérim`
        if page.has(i, "to") and page.has(noun, "contest"):
            return self._complement(i + 1, depth)  # `le candidat malheureux à la présidentielle`
        if self.wide and depth == 0 and page.has(i, "at"):
            return self._complement(i + 2 if page.has(i + 1, "of") else i + 1, depth)
        return None

    def _joins(self, i: int) -> bool:
        """Does `et` at `i` go on with the complement (`du Tchad et de l'Union`, `étrangères et européennes`)?"""
        page = self.page
        if page.tag(i - 1) == "ADJ" and page.tag(i + 1) == "ADJ" and page.tag(i + 2) not in ("NOUN", "PROPN"):
            return True
        if page.country(i - 1) and page.country(i + 1) and page.tag(i + 2) not in ("NOUN", "PROPN"):
            return True
        if page.has(i + 1, "of") and page.has(i - 1, "kind_of") and page.has(i + 2, "kind_of"):
            return True  # `les forces de défense et de sécurité`
        return page.has(i + 1, "of") and bool(self.names) and i + 2 < self.limit and page.tag(i + 2) != "VERB"

    def _complement(self, i: int, depth: int) -> int | None:
        """The end of the noun phrase that begins at `i`, after its preposition; `None` where there is none."""
        page, steps = self.page, 0
        if depth >= DEEPEST:
            return None
        while i < self.limit and i not in page.inside and steps < 4 and self._is_before_noun(i):
            i, steps = i + 1, steps + 1
        if i >= self.limit or i in page.timed or page.has(i, "adverb") or page.has(i, "blow"):
            return None  # `a tué un cambrioleur d'un coup de fusil`
        if i in page.names:
            name = page.names[i]
            self.names.append(i)
            return self._rest(name.end, depth + 1) if name.end <= self.limit else None
        if i not in page.inside and page.tag(i) in ("NOUN", "PROPN", "X") and not page.texts[i].isspace():
            if i + 1 in page.names and page.names[i + 1].label_ in ("LOC", "ORG") and page.names[i + 1].end <= self.limit:
                self.names.append(i + 1)
                return self._rest(page.names[i + 1].end, depth + 1)
            return self._rest(i + 1, depth + 1)
        return None

    def _is_before_noun(self, i: int) -> bool:
        page = self.page
        tag = page.tag(i)
        if page.has(i, "article") and tag != "NOUN":
            return True
        return tag in ("DET", "NUM") or (tag == "ADJ" and (i + 1 in page.names or page.tag(i + 1) in ("NOUN", "PROPN", "ADJ")))
