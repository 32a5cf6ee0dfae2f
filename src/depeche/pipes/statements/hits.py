"""Where does the dispatch report? Every verb form that is a cue in its place, with its verb group."""

from __future__ import annotations

from dataclasses import replace

from depeche.pipes.statements.lexicon import Form
from depeche.pipes.statements.reading import SUBJECTS, Hit, Reading

GROUP = 9
"""Tokens that a verb group may hold before its verb: `ne l'a pas encore publiquement`."""
FAR = 16
"""Tokens between an auxiliary and its participle, commas around what stands there."""
CLIMB = 5
"""Words up the parse at which the participle that shares its auxiliary is looked for."""
NOUNS = ("NOUN", "PROPN")
GAP = 4
"""Tokens that may stand inside a set phrase: `fait également savoir`."""


def find_hits(reading: Reading) -> None:
    """Keep on the reading all the cue verbs of the text, in order."""
    forms = reading.lexicon.forms
    taken = -1
    for token, word in enumerate(reading.lower):
        if word in forms and token > taken and (hit := _hit(reading, token, forms[word])):
            reading.add(hit)
            taken = hit.last


def _hit(reading: Reading, token: int, forms: list[Form]) -> Hit | None:
    first, has_reflexive, has_auxiliary = _group(reading, token)
    is_shared = False
    if not has_auxiliary and any(form.tense == "past" for form in forms):
        far = _far_auxiliary(reading, token)
        is_shared = far is None and _shares_auxiliary(reading, token)
        first, has_auxiliary = (far, True) if far is not None else (first, is_shared)
    best: tuple[tuple[bool, int, bool], Form, int] | None = None
    for form in forms:
        if form.cue.is_reflexive != has_reflexive and not _may_be_reflexive(reading, token, form):
            continue
        last = _rest(reading, token, form)
        if any(word not in reading.lower[first:token] for word in form.cue.lead):
            continue
        if last is None or not _is_verb(reading, token, form, has_auxiliary):
            continue
        is_likely = form.tense == "past" if has_auxiliary else form.tense == "finite"
        rank = (form.cue.is_reflexive or bool(form.cue.lead), last - token, is_likely)
        if best is None or rank > best[0]:
            best = (rank, form, last)
    if best is None:
        return None
    if best[1].tense == "infinitive" and (led := _led(reading, best[1], token, best[2])):
        return led
    is_past = is_shared or _is_past(reading, token, first, best[1], forms)
    hit = _grouped(reading, best[1], first, token, best[2], is_past, has_reflexive)
    hit.is_passive = hit.is_passive and not is_shared
    return hit if hit.is_negated or not reading.lexicon.words["only_negated"] & {hit.cue.name} else None


def _led(reading: Reading, form: Form, token: int, last: int) -> Hit | None:
    """The cue that another verb leads: `a tenu à souligner`, `se borne à dire`, `n'hésite pas à dénoncer`."""
    begin = reading.bounds(token)[0]
    between: list[str] = []
    for place in range(token - 1, max(begin - 1, token - GROUP), -1):
        word = reading.lower[place]
        if word in reading.lexicon.leads:
            first, has_reflexive, has_auxiliary = _group(reading, place)
            for lead in reading.lexicon.leads[word]:
                is_past = lead.tense == "past" and has_auxiliary
                is_same = lead.rest == tuple(between) and lead.is_reflexive == has_reflexive
                has_negator = any(reading.is_role(i, "negator") for i in range(max(0, first - 2), place))
                if is_same and (has_negator or not lead.is_negated) and (is_past or lead.tense in ("finite", "present")):
                    led = Form(form.cue, "past" if is_past else lead.tense)
                    hit = _grouped(reading, led, first, place, last, is_past, has_reflexive)
                    return replace(hit, verb=token, is_passive=False, is_negated=hit.is_negated and not lead.is_negated)
        if not (reading.is_adverb(place) or reading.is_role(place, "negation") or reading.is_role(place, "clitic")):
            between.insert(0, word)
    return None


def _is_past(reading: Reading, token: int, first: int, form: Form, forms: list[Form]) -> bool:
    """Is it the participle, where a form may be present too (`dit`)?"""
    has_auxiliary = any(reading.is_role(i, "auxiliary") for i in range(first, token))
    is_past = form.tense == "past" and not (reading.is_finite(token) and not has_auxiliary)
    may_be_past = not has_auxiliary and any(other.cue is form.cue and other.tense == "past" for other in forms)
    is_participle = reading.is_role(token + 1, "by") or (
        "VerbForm=Part" in reading.tokens[token].morph and not _has_place_of_verb(reading, token)
    )
    return is_past or (may_be_past and is_participle)


def _grouped(reading: Reading, form: Form, first: int, token: int, last: int, is_past: bool, has_reflexive: bool) -> Hit:
    """The cue with its verb group: negated, passive, a gerund?"""
    group = range(first, token)
    negators, negations = range(max(0, first - 2), token), range(max(0, first - 2), min(token + 3, len(reading.lower)))
    has_avoir = any(reading.is_role(i, "avoir") for i in group)
    was = any(reading.is_role(i, "been") for i in group)
    return Hit(
        cue=form.cue,
        tense="past" if is_past else "finite" if form.tense == "past" else form.tense,
        first=first,
        verb=token,
        last=last,
        is_negated=any(reading.is_role(i, "negator") for i in negators)
        and any(reading.is_role(i, "negation") for i in negations),
        is_passive=is_past and not has_reflexive and (was or not has_avoir),
        has_gerund_mark=first > 0 and reading.is_role(first - 1, "in") and form.tense == "present",
    )


def _group(reading: Reading, token: int) -> tuple[int, bool, bool]:
    """The first token of the verb group that ends here, and whether it holds a reflexive pronoun, an auxiliary."""
    first, has_reflexive, has_auxiliary = token, False, False
    begin = max(reading.bounds(token)[0], token - GROUP)
    for place in range(token - 1, begin - 1, -1):
        if reading.is_role(place, "auxiliary") and reading.pos[place] != "NOUN":
            first, has_auxiliary = place, True
        elif reading.is_role(place, "reflexive"):
            first, has_reflexive = place, True
        elif reading.is_role(place, "clitic"):
            if reading.is_role(place, "article_clitic") and reading.pos[place] != "PRON":
                break
            first = place if reading.is_role(place, "place_pronoun") else first
        elif not (
            reading.is_role(place, "adverb")
            or reading.is_role(place, "negation")
            or (reading.is_role(place, "bare_of") and reading.is_role(place + 1, "after_d"))
            or reading.is_role(place, "negator")
            or (reading.lower[place].startswith("-") and reading.is_role(place, "subject_clitic"))
            or (has_auxiliary is False and reading.pos[place] == "ADV" and not reading.is_role(place, "that"))
            or (reading.is_role(place, "subject_clitic") and reading.lower[place].startswith("t-"))
        ):
            break
    return first, has_reflexive, has_auxiliary


def _far_auxiliary(reading: Reading, token: int) -> int | None:
    """The auxiliary of a participle from which a circumstance parts it: `a, lors d'une émission, accusé X`."""
    begin = max(reading.bounds(token)[0], token - FAR)
    for child in reading.tokens[token].children:
        if begin <= child.i < token and reading.is_role(child.i, "auxiliary") and child.dep_.startswith("aux"):
            return child.i
    for place in range(token - 1, begin - 1, -1):
        if reading.is_role(place, "avoir") and reading.pos[place] in ("AUX", "VERB") and reading.is_finite(place):
            is_parted = reading.char(place + 1) == "," and reading.char(token - 1) == ","
            is_phrase = token - place <= GAP + 2 and reading.lower[place + 1] in reading.lexicon.words["circumstance"]
            return place if is_parted or (is_phrase and not reading.has_finite(place + 1, token)) else None
    return None


def _shares_auxiliary(reading: Reading, token: int) -> bool:
    """Is this participle coordinated with one that has `avoir` (`a condamné l'attaque et exhorté les parties à`)?"""
    word = reading.tokens[token]
    siblings = [other for other in word.head.children if other.dep_ == "conj"]
    is_joined = any(child.dep_ == "cc" for other in (word, *siblings) for child in other.children)
    if word.dep_ != "conj" or not is_joined or "Number=Plur" in word.morph or "Gender=Fem" in word.morph:
        return False
    for _ in range(CLIMB):
        word = word.head
        if any(child.dep_.startswith("aux") and reading.is_role(child.i, "avoir") for child in word.children):
            return "VerbForm=Part" in word.morph
        if word.dep_ != "conj" and "VerbForm=Inf" not in word.morph and word.pos_ not in NOUNS:
            return False
    return False


def _may_be_reflexive(reading: Reading, token: int, form: Form) -> bool:
    """A pronoun of a cue that is not reflexive by itself: `se voit accuser`, `il se dit que`."""
    return not form.cue.is_reflexive and (form.tense == "infinitive" or reading.is_role(token + 1, "that"))


def _rest(reading: Reading, token: int, form: Form) -> int | None:
    """The last token of the cue: this one, or that of the fixed words that must follow it."""
    place = token
    for number, word in enumerate(form.cue.rest):
        limit = GAP if number == 0 and word not in reading.lexicon.words["bare_of"] else 1
        reach = range(place + 1, min(place + 1 + limit, len(reading.lower)))
        found = next((i for i in reach if _agrees(reading.lower[i], word)), None)
        if found is None or reading.sentence[found] != reading.sentence[token]:
            return None
        place = found
    return place


def _has_place_of_verb(reading: Reading, token: int) -> bool:
    """Does the parse give a subject to this word, or to what an infinitive after it belongs to (`Le parti dément avoir`)?"""
    word = reading.tokens[token]
    if word.dep_ == "ROOT" and any(child.dep_ in SUBJECTS and child.i < token for child in word.children):
        return True
    is_next = token + 1 < len(reading.tokens) and "VerbForm=Inf" in reading.tokens[token + 1].morph
    return is_next and reading.is_subject(token - 1)


def _agrees(word: str, fixed: str) -> bool:
    """Is it this word, or an adjective's feminine or plural of it (`s'est dite convaincue`)?"""
    return word == fixed or (len(fixed) > GAP and word in (fixed + "e", fixed + "s", fixed + "es"))


def _is_named(reading: Reading, token: int) -> bool:
    """Does the name of an actor end here, which a verb may follow (`Paris dément`)?"""
    if token < 0:
        return False
    near = reading.mentions_in(reading.starts[token], reading.ends[token])
    return any(mention.end == reading.ends[token] and mention.via in ("name", "acronym", "metonymy") for mention in near)


def _is_verb(reading: Reading, token: int, form: Form, has_auxiliary: bool) -> bool:
    """Is this form the verb here, and not the noun or the adjective that looks like it (`une annonce`)?"""
    if form.cue.rest or form.tense in ("infinitive", "present"):
        return bool(form.cue.rest and form.tense != "present") or reading.pos[token] in ("VERB", "AUX")
    before = token - 1
    if form.tense == "past":
        return has_auxiliary or (reading.pos[token] in ("VERB", "AUX", "ADJ") and not reading.is_role(before, "determiner"))
    if reading.pos[token] in ("VERB", "AUX"):
        return True
    if reading.pos[token] in ("ADV", "X", "INTJ", "ADJ") and (reading.is_role(before, "that") or _is_named(reading, before)):
        return True
    after = reading.lower[token + 1] if token + 1 < len(reading.lower) else ""
    if after.startswith("-") and reading.is_role(token + 1, "subject_clitic"):
        return True
    if reading.is_role(before, "determiner") and not reading.is_role(before, "clitic"):
        return False
    if _has_place_of_verb(reading, token):
        return True
    if reading.is_role(token + 1, "that") and not reading.is_role(before, "determiner"):
        return True
    return reading.is_role(before, "subject_pronoun") or bool(reading.quote_before(reading.starts[token]))
