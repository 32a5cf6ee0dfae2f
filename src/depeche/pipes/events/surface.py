"""Who stands before and after a word, where the parse does not say? Parties read off the order of words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from depeche.lang.knowledge import country_of_capital
from depeche.pipes.columns import Columns
from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import PLAIN, VERBAL, is_verbal, prepositions
from depeche.pipes.events.lists import unique
from depeche.pipes.events.participles import is_participle
from depeche.pipes.events.parties import Cast, Party, Phrases
from depeche.pipes.events.phrases import words_before
from depeche.pipes.events.subjects import resumed
from depeche.pipes.tree import Token
from depeche.record import Mention

REACH = 40
"""Tokens that are searched on either side."""

TAKEN_UP = 10
"""Tokens between `ce que` and its verb."""

CAUSE = 12
"""Tokens from a word like `soutien` to the end of the name that it brings in."""

SHORT = 5
"""Tokens of `à coups de hache des`."""

MARKS = frozenset({";", ":", "("})
"""What parts clauses besides the words of `boundary`."""

DASHES = ("-", "–", "—")

OF = frozenset({"de"})
TITLES = ("DET", "NUM", "ADJ", "NOUN", "PROPN")


def opening(columns: Columns, i: int) -> str | None:
    """The preposition before the noun phrase that a token begins or stands in, contractions undone; `""` where there is none.

    `None` where it may be both: `des rebelles` is `some rebels` and `of the rebels`.
    """
    for at in columns.before(i, 6):
        lower, pos = columns.lower[at], columns.pos[at]
        if lower == "des":
            return None
        if lower in PLAIN or pos == "ADP":
            return PLAIN.get(lower, lower)
        if pos not in TITLES:
            return ""
    return ""


def causes(tokens: range, columns: Columns) -> Iterator[int]:
    """The tokens of those for whom one marches (`un rassemblement de soutien à Paul Durand`)."""
    for i in tokens:
        if columns.lower[i] in small("cause"):
            for at in range(i, min(i + CAUSE, tokens.stop)):
                if columns.lower[at] == "contre" or columns.pos[at] == "PUNCT":
                    break
                yield at


def subject_before(verb: Token, cast: Cast) -> list[Party]:
    """The nearest party before a verb that no preposition governs, in its clause; that of a relative is its antecedent."""
    if not verb.is_sent_start and verb.i > 0 and verb.nbor(-1).lower_ in small("that") and verb.i + 1 in cast.starts:
        return cast.resolve(verb.nbor(1))
    if _goes_on(verb):
        verb = verb.head
    columns, who, boundary = cast.columns, small("who"), small("boundary") | MARKS
    closed = 0
    for i in columns.before(_past_inset(verb, columns), REACH):
        lower = columns.lower[i]
        closed += (lower == ")") - (lower == "(" and closed > 0)
        if closed or (lower == "(" and ")" in columns.texts[i + 1 : verb.i]):
            continue  # `l'attaque de Londres (Royaume-Uni) survenue hier`
        if lower in who:
            return cast.resolve(verb.doc[i])
        if lower in boundary and columns.pos[i] != "NOUN":
            return []
        mention = cast.by_token.get(i)
        if mention is None or i not in cast.starts or cast.is_topic(verb.doc[i]):
            continue
        if mention.kind == "place" and not country_of_capital(mention.text):
            continue
        if not opening(columns, i) and not _is_owner(columns, i):
            word = _described(verb.doc[i], cast)
            return [*_linked_before(word, mention, cast), *cast.resolve(word)]
    return []


def _goes_on(verb: Token) -> bool:
    """Whether a verb has the subject of the one before, which the parse lacks (`avaient envahi le camp et pris le consul`)."""
    is_linked = verb.dep_ == "conj" and verb.head.i < verb.i and verb.nbor(-1).dep_ == "cc" and is_verbal(verb.head)
    return is_linked and not any(child.dep_.startswith("nsubj") for child in verb.head.children)


def _described(word: Token, cast: Cast) -> Token:
    """Whom a name is but set beside (`des fidèles du guide d'alors, l'imam X, ont envahi`), else the name itself."""
    head = word.head
    is_beside = word.dep_ == "appos" and head.i < word.i and head.i in cast.by_token and not prepositions(head)
    return head if is_beside and "," in (word.left_edge.text, word.left_edge.nbor(-1).text) else word


def _is_owner(columns: Columns, i: int) -> bool:
    """Whether `des` after a noun says whose it is (`Paul Dupont, figure des mineurs, a appelé`)."""
    at = next((at for at in columns.before(i, 4) if columns.lower[at] == "des"), 0)
    is_noun = at > 0 and columns.pos[at - 1] == "NOUN"
    is_noun = is_noun or (at > 1 and columns.texts[at - 2] == ",")  # `, figure des`, taken for a verb
    return is_noun and opening(columns, i) is None


def _past_inset(verb: Token, columns: Columns) -> int:
    """Where a relative set off before a verb begins (`Lima, dont la flotte est à Oran, n'a rien dit`), else the verb."""
    comma = next((i for i in columns.before(verb.i, 6) if columns.pos[i] not in ("AUX", "ADV", "PRON")), verb.i)
    if columns.texts[comma] != ",":
        return verb.i
    for i in columns.before(comma, REACH):
        if columns.lower[i] in small("relative") and columns.texts[i - 1] == ",":
            return i - 1
    return verb.i


def _linked_before(word: Token, mention: Mention, cast: Cast) -> list[Party]:
    """Who stands before a mention as its like, joined to it by `et` (`la Chine et l'Inde signent`)."""
    i, start = word.i - 1, cast.columns.starts[word.i]
    while i > start and word.doc[i].pos_ == "DET":
        i -= 1
    if i <= start or word.doc[i].lower_ != "et":
        return []
    other = cast.by_token.get(i - 1)
    if other is None or (other.kind == "place") != (mention.kind == "place") or other.actor == mention.actor:
        return []
    span = cast.columns.range_of(other)
    return [] if span is None or opening(cast.columns, span.start) else cast.resolve(word.doc[span.start])


def after(verb: Token, wanted: frozenset[str], cast: Cast, *, is_noun: bool = False, reach: int = REACH) -> list[Party]:
    """The first party after a word that one of these prepositions brings in; `""` asks for none.

    Args:
        is_noun: whether the word is a noun, whose phrase ends before the next verb.
        reach: how many tokens are searched.
    """
    end = min(cast.columns.ends[verb.i], verb.i + reach)
    at = bisect_right(cast.begins, verb.i)
    if at == len(cast.begins) or cast.begins[at] >= end:
        return []
    phrases, mark = cast.phrases.get((verb.i, is_noun)) or _phrases(verb, cast, is_noun=is_noun)
    end = min(end, mark) if wanted <= small("where") else end
    for i, preposition in phrases:
        if i >= end:
            return []
        if preposition not in wanted and not ("" in wanted and preposition is None and _is_past_blows(cast.columns, i)):
            continue
        word, mention = verb.doc[i], cast.starts.get(i)
        if preposition == "entre" and word.head.lower_ in small("stretch"):
            continue  # `une opération à la frontière entre le Togo et le Bénin`
        if mention is None:
            if found := cast.titled(word) or cast.adjectives(word):
                return unique([*found, *cast.lists.after(found[0])])
        elif mention.via != "pronoun" and (wanted != OF or mention.kind in ("country", "place") or _is_past_place(verb, i, cast)):
            return cast.resolve(word)
    return []


def _is_past_blows(columns: Columns, at: int) -> bool:
    """Whether what one strikes with stands right before a phrase (`a attaqué à coups de hache des passants`), or how long."""
    before = columns.lower[max(at - SHORT, 0) : at]
    is_long = len(before) > 1 and before[-2] in small("span")  # `a détenu pendant trois jours des otages`
    return (before[:2] == ["à", "coups"] or is_long) and before[-1] == "des"


def is_of_upper(noun: Token, slot: str) -> bool:
    """Whether who a noun's phrase brings in does what is done to it (`la répression d'une marche [par la police]`)."""
    return slot == "par" and noun.dep_ == "nmod" and noun.head.lower_ in small("upper")


def _is_past_place(noun: Token, at: int, cast: Cast) -> bool:
    """Whether only a place or an inset stands between a noun and a phrase (`l'arrestation à Lagos du journaliste`, `l'enlèvement,
    lundi, d'un médecin`)."""
    between = range(noun.i + 1, at)
    commas = [i for i in between if cast.columns.texts[i] == ","]
    if len(commas) == 2 and commas[0] == noun.i + 1 and cast.columns.pos[commas[0] + 1] in ("ADP", "NOUN"):
        return all(cast.columns.pos[i] in ("ADP", "DET", "NUM") for i in range(commas[1] + 1, at))
    spots = [i for i in between if i in cast.by_token and cast.by_token[i].kind in ("place", "country")]
    return bool(spots) and all(i in spots or cast.columns.pos[i] in ("ADP", "DET") for i in between)


def _phrases(verb: Token, cast: Cast, *, is_noun: bool) -> Phrases:
    """The mentions and other nouns in what belongs to a word and follows it, each with the preposition that brings it in;
    and where its first mark of punctuation stands."""
    columns, parting = cast.columns, _parting()
    outside, said = cast.outside(verb), cast.said_until(verb)
    end = min(columns.ends[verb.i], verb.i + REACH)
    found: list[tuple[int, str | None]] = []
    mark = end
    for i in range(verb.i + 1, end):
        lower, pos = columns.lower[i], columns.pos[i]
        if lower in parting or columns.offsets[i] >= said or _begins_clause(verb.doc[i]):
            break
        if pos in VERBAL and _ends_phrase(verb.doc[i], is_noun=is_noun):
            break
        if lower == "," and _ends_relative(verb.doc[i], verb):
            break
        if pos == "PUNCT" and not (lower == "," and cast.is_named_again(i)):
            mark = min(mark, i)
        if i not in outside and (i in cast.starts or (pos == "NOUN" and i not in cast.by_token)):
            found.append((i, opening(columns, i)))
    cast.phrases[verb.i, is_noun] = found, mark
    return found, mark


@cache
def _parting() -> frozenset[str]:
    return small("boundary") | small("who") | MARKS


def _ends_relative(word: Token, verb: Token) -> bool:
    """Whether the clause of a relative ends at a comma (`le gouverneur, qui avait négocié en mai, a été reçu`)."""
    if verb.dep_ not in ("acl:relcl", "acl", "amod") or word.text != "," or word.i + 2 >= len(word.doc):
        return False
    after = word.nbor(2) if word.nbor(1).pos_ == "PRON" and word.nbor(1).lower_ not in _parting() else word.nbor(1)
    return after.pos_ in VERBAL and "VerbForm=Fin" in after.morph


def is_aside(word: Token) -> bool:
    """Whether a comma sets off what somebody does besides (`a réfuté ces propos, affirmant que`)."""
    if word.i < 2 or "Tense=Pres" not in word.morph or "VerbForm=Part" not in word.morph:
        return False
    return word.nbor(-1).text == "," or word.nbor(-1).lower_ == "en"


def _ends_phrase(word: Token, *, is_noun: bool) -> bool:
    """Whether a verb ends the phrase of a noun, or is coordinated with the verb before (`a condamné ... et exhorté`)."""
    if is_noun:
        return word.dep_ != "conj"
    return is_aside(word) or (word.dep_ == "conj" and word.nbor(-1).lower_ in small("join"))


def _begins_clause(word: Token) -> bool:
    """Whether a coordination begins a clause with a subject of its own (`menace de partir, mais Tunis refuse`)."""
    is_link = word.dep_ == "cc" and word.head.pos_ in VERBAL
    return is_link and any(child.dep_.startswith("nsubj") and child.i > word.i for child in word.head.children)


def ends_telling(word: Token, trigger: Token) -> bool:
    """Whether what follows a word is no longer about the trigger: a colon, a bracket, a verb coordinated with it, the comma
    after a clause that stands before its verb."""
    if word.dep_ == "mark" and word.lower_ in small("example"):
        return True  # `..., comme le rapporte Paul Durand`
    if word.text in (":", ";", "(", ")") or _closes_inset(word, trigger) or _ends_relative(word, trigger):
        return True
    if word.text == "," and any(child.dep_ == "mark" and child.lower_ in small("example") for child in trigger.children):
        return True  # `comme il l'avait promis, ...`
    if word.text == "," and _stands_before(trigger.head if trigger.dep_ == "cop" else trigger, word):
        return True
    if word.text == "," and word.i + 1 < len(word.doc) and word.nbor(1).lower_ in small("turning"):
        return True  # `propose de partir, même si Paul reste`
    if word.lower_ in small("meanwhile") and word.i + 1 < len(word.doc) and word.nbor(1).lower_ in small("that"):
        return True  # `s'est dit favorable à la trêve alors que Paul menace`
    if not is_verbal(word):
        is_other = any(child.dep_ == "cop" or (child.dep_ == "det" and trigger.pos_ == "NOUN") for child in word.children)
        return word.dep_ == "conj" and word.head.i == trigger.i and is_other
    above = trigger.head if trigger.pos_ == "NOUN" else resumed(trigger) or trigger
    heads = (trigger.i, above.i)
    if (word.dep_ == "conj" or word.dep_.startswith("parataxis")) and word.head.i in heads:
        return True
    return is_contrast(word) or _is_like(word, trigger)


def _stands_before(verb: Token, comma: Token) -> bool:
    """Whether the clause of a verb or of a predicate stands before its comma and the verb that it belongs to."""
    is_clause = verb.dep_ == "advcl" or (verb.dep_ == "obl:mod" and any(child.dep_ == "mark" for child in verb.children))
    return is_clause and verb.head.i > comma.i


def _closes_inset(word: Token, trigger: Token) -> bool:
    """Whether a dash ends an inset that the trigger stands in (`Une annonce a été faite - et démentie -, puis Paris`)."""
    return word.text in DASHES and any(before.text in DASHES for before in words_before(trigger, REACH))


def _is_like(word: Token, trigger: Token) -> bool:
    """Whether the parser hung elsewhere what goes on with the trigger (`a dénoncé « une attaque lâche » et exhorté Paris`)."""
    is_linked = word.dep_ == "conj" and word.nbor(-1).lower_ in small("join") and not is_participle(word.head)
    return is_linked and is_participle(word) and is_participle(trigger)


def is_contrast(word: Token) -> bool:
    """Whether a clause tells what somebody else does at the same time (`alors que Tunis a pressé Alger de céder`)."""
    marks = {child.lower_ for child in word.children if child.dep_ == "mark" and any(b.dep_ == "fixed" for b in child.children)}
    return bool(marks & small("boundary"))


def begin_of(word: Token, trigger: Token) -> int:
    """Where the clause of a verb that ends another begins: with its subject or what leads it (`votent la grève, alors que le
    gouvernement menace`)."""
    first = min((child.left_edge.i for child in word.children if child.dep_.startswith(("nsubj", "mark"))), default=word.i)
    return first if first > trigger.i else word.i


def takes_up(columns: Columns, verb: int) -> bool:
    """Whether a verb is about the clause before it (`ce que dément Astana`)."""
    lower, that = columns.lower, small("that") | small("who")
    for i in range(verb - 1, max(columns.starts[verb], verb - TAKEN_UP), -1):
        if lower[i] in that and lower[i - 1] == "ce":
            return True
        if columns.pos[i] == "PUNCT":
            return False
    return False
