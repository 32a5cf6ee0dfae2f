"""Does a capital stand for its government? By what the verb does, the preposition before it and the noun that it completes."""

from __future__ import annotations

from spacy.tokens import Token

from depeche.lang import knowledge
from depeche.pipes.actors.page import Page

LONGEST_LIST = 5
"""Names of a list that are followed back to its first."""
GIVEN = 6
"""Tokens before `à` in which what is given may stand."""
OPENINGS = ("", ",", ":", ".", "que", "qu'", "mais", "car", "-", "–", "—", "(")
"""What may stand before a subject that opens its clause."""
QUOTES = ("«", "“", '"')
SUBJECT = ("nsubj", "nsubj:pass", "nsubj:caus")


def is_government(page: Page, start: int, end: int, depth: int = 0) -> bool:
    """Whether the capital at `[start, end)` acts or is acted on (`Astana a démenti`), and is not where something happens.

    Source: place-for-government of SemEval-2007 task 8 (Markert and Nissim 2007).
    """
    words = page.lexicon.metonymy
    before, root = page.word(start - 1), page.doc[start:end].root
    if page.tag(start - 1) == "CCONJ" or (before == "," and root.dep_ == "conj"):
        before = _first_of_list(page, start)
    if before in words["between"] or (page.tag(start - 1) == "CCONJ" and _between(page, start)):
        return _between_actors(page, start)
    if before in words["stands_after"] or _phrase_before(page, start) in words["stands_after"]:
        return True
    if before in page.lexicon.words["of"]:
        return _completes(page, start)
    if before in words["dative"]:
        return _is_given(page, start, root)
    if before in words["on_phrase"]:
        return True
    if page.tag(start - 1) == "ADP":
        return False
    if _is_inverted_subject(page, start):
        return True
    if root.dep_ in SUBJECT:
        return root.head.pos_ in ("VERB", "AUX", "NOUN", "ADJ") and not _is_place_verb(page, root.head.i)
    if root.dep_ == "obl:agent":
        return True
    if root.dep_ in ("obj", "iobj", "obl:arg") and root.head.pos_ == "VERB":
        return root.head.lower_ in words["on_actor"] or (root.dep_ == "obj" and root.head.lower_ not in words["place_object"])
    if root.dep_ == "conj" and root.head.i in page.inside:
        ent = page.inside[root.head.i]
        return ent.start < start and depth < LONGEST_LIST and is_government(page, ent.start, ent.end, depth + 1)
    return before.strip() in OPENINGS and _is_followed_by_verb(page, end)


def _is_given(page: Page, start: int, root: Token) -> bool:
    """After `à`: something is given or said to it (`demande à Moscou`, `livre des armes à Kiev`, `hostile à Pékin`)."""
    words, head = page.lexicon.metonymy, root.head
    if head.lower_ in words["to_actor"] and head.i < start:
        is_staged = any(child.dep_ == "obj" and child.lower_ in words["staged"] for child in head.children)
        return not is_staged and not any(child.dep_.startswith("expl") for child in head.children)
    i, low = start - 2, max(start - GIVEN, page.bounds(start)[0])
    while i >= low and page.tag(i) not in ("VERB", "AUX", "PUNCT"):
        if page.word(i) in words["given"]:
            return page.tag(i) != "NOUN" or page.tag(i + 1) in ("ADP", "ADJ")
        i -= 1
    return False


def _is_followed_by_verb(page: Page, end: int) -> bool:
    """`Minsk "n'exclut pas"`, `Pékin et Moscou dénoncent`: a verb comes next, after marks, clitics and other names of a list."""
    while end < len(page.doc):
        if end + 1 in page.names and page.tag(end) == "CCONJ":
            end = page.names[end + 1].end
        elif page.word(end) in QUOTES or page.has(end, "clitic") or page.has(end, "before_verb"):
            end += 1
        else:
            break
    return (page.tag(end) in ("VERB", "AUX") or page.word(end) in page.lexicon.metonymy["says"]) and not _is_place_verb(page, end)


def _is_inverted_subject(page: Page, start: int) -> bool:
    """`ce que dément Astana`, `comme l'a annoncé Moscou`: the subject after its verb, in a clause that a relative opens."""
    low = max(start - 5, page.bounds(start)[0])
    if any(page.tag(i) in ("PUNCT", "NOUN", "PROPN", "DET") and not page.has(i, "article") for i in range(low, start)):
        low = max(i for i in range(low, start) if page.tag(i) in ("PUNCT", "NOUN", "PROPN", "DET")) + 1
    return any(page.has(i, "relative") for i in range(low, start - 1)) and not page.has(start - 1, "relative")


def _is_place_verb(page: Page, i: int) -> bool:
    return page.doc[i].lower_ in page.lexicon.metonymy["place_verb"]


def _first_of_list(page: Page, start: int) -> str:
    """The word before the first name of a list (`selon Moscou, Pékin et Téhéran`)."""
    i = start - 1
    while start - i < 4 * LONGEST_LIST and i > 1 and (page.tag(i) == "CCONJ" or page.word(i) == ",") and i - 1 in page.inside:
        i = page.inside[i - 1].start - 1
    return page.word(i)


def _between(page: Page, start: int) -> bool:
    return any(page.word(i) in page.lexicon.metonymy["between"] for i in range(max(start - 6, 0), start - 1))


def _between_actors(page: Page, start: int) -> bool:
    """After `entre`: governments where what lies between is a relation, not a road."""
    words = page.lexicon.metonymy
    i = next((i for i in range(start - 1, max(start - 8, -1), -1) if page.word(i) in words["between"]), start)
    other = next(
        (page.names[j] for j in range(i + 1, min(i + 10, page.bounds(start)[1])) if j in page.names and j != start), None
    )
    if other is not None and other.label_ == "LOC" and not _may_act(other.text):
        return False
    return not any(word in words["way"] for word in page.lower[max(i - 6, page.bounds(i)[0]) : i])


def _may_act(text: str) -> bool:
    known = knowledge.named(text)
    return known is not None or knowledge.country_of_capital(text) is not None or knowledge.country_of_seat(text) is not None


def _completes(page: Page, start: int) -> bool:
    """After `de`: the noun that the capital completes is one of an actor (`les provocations de Pyongyang`)."""
    i, low = start - 2, max(start - 5, page.bounds(start)[0])
    while i >= low and page.tag(i) in ("ADJ", "ADV"):
        i -= 1
    return i >= low and page.word(i) in page.lexicon.metonymy["of_actor"]


def _phrase_before(page: Page, start: int) -> str:
    """A preposition of two words before a place (`face à`)."""
    return " ".join(page.lower[max(start - 2, 0) : start])
