"""What noun phrase, quality or quotation does a cue report: `condamne l'attaque`, `se dit prêt`, `parle d'un « montage »`?"""

from __future__ import annotations

from depeche.pipes.statements.acts import noun_act
from depeche.pipes.statements.edges import clause_end, is_present_participle
from depeche.pipes.statements.marks import Quotation
from depeche.pipes.statements.reading import OPENERS, Hit, Reading, Said
from depeche.pipes.statements.speakers import is_time
from depeche.pipes.statements.telling import is_sentence, told, whole

REACH = 30
"""Tokens that may stand between a cue and its quotation."""
NEAR = 14
"""Tokens that may stand between a cue and what somebody is accused or warned of."""
PHRASES = frozenset({"q", "dq", "adq", "np", "dnp", "adnp", "nde", "nà", "attr", "pred", "contre", "npcontre"})
"""The frames that let a cue report a noun phrase with a quotation in it."""


def read_quotation(reading: Reading, hit: Hit) -> list[Said]:
    """`a parlé d'un « montage »`, `a dit au maire « Il y en a ... »`, `promet un « nouveau départ »`."""
    quote = _quote_after(reading, hit)
    if quote is None or quote.start in reading.told:
        return []
    if _has_object(reading, hit):
        before = reading.token_at(quote.start) - 1
        before -= reading.pos[before] == "DET" and not reading.is_role(before, "of")
        is_named = "attr" in hit.cue.frames and (reading.is_role(before, "as") or reading.is_role(before, "of"))
        return _phrase(reading, hit, "object", before + 1) if is_named else []
    if not reading.lexicon.opens("quotation", hit.cue) and not reading.lexicon.opens("object", hit.cue):
        return []
    token = reading.token_at(quote.start)
    if _quoted_manner(reading, token):
        return []
    is_addressed = all(reading.is_role(i, "oneself") for i in range(hit.last + 1, token))
    if is_sentence(reading, quote) and "par" in hit.cue.frames and (is_addressed or reading.text[quote.inner[0]].isupper()):
        return whole(reading, hit, "quotation", quote)
    begin = _phrase_start(reading, hit, token)
    begin += reading.is_role(begin, "as")
    frames = hit.cue.frames
    is_close = "par" in frames and (token == hit.last + 1 or is_sentence(reading, quote))
    if not frames & PHRASES and not noun_act(reading, begin) and not is_close:
        return []
    is_led = begin - 1 > hit.last - 1 and reading.is_role(begin - 1, "preposition") and reading.pos[begin - 1] != "DET"
    is_to = reading.is_role(begin - 1, "to") and bool(frames & {"adq", "adnp"})
    if is_led and begin > hit.last + 1 and not is_to and not reading.is_role(begin - 1, "of") and not is_sentence(reading, quote):
        return []
    end = clause_end(reading, begin, hit.verb, is_phrase=True)
    if end <= quote.start and reading.pos[reading.token_before(end) + 1] == "CCONJ":
        return []
    end = max(end, quote.end)
    return told(reading, hit, "object", reading.starts[begin], end)


def _quote_after(reading: Reading, hit: Hit) -> Quotation | None:
    _, end = reading.bounds(hit.verb)
    stop = next((other.first for other in reading.hits_from(hit.last + 1, end) if other.first > hit.last), end)
    limit = min(end, stop, hit.last + REACH)
    quote = reading.quote_in(reading.ends[hit.last], reading.starts[limit] if limit < len(reading.starts) else len(reading.text))
    if quote is None or len(quote.inner) == 0:
        return None
    token = reading.token_at(quote.start)
    between = range(hit.last + 1, token)
    if any(reading.is_finite(i) or reading.text[reading.starts[i]] in ";:" for i in between):
        return None
    if any(reading.is_role(i, "clitic") and is_present_participle(reading, i + 1) for i in between):
        return None
    return quote


def _phrase_start(reading: Reading, hit: Hit, quoted: int) -> int:
    """Where the noun phrase that holds the quotation begins: right after the cue, or after the preposition nearest to it."""
    token = _after_date(reading, hit, hit.last + 1, quoted)
    is_phrase = reading.pos[token] in ("DET", "NOUN", "PROPN", "NUM", "ADJ") or token == quoted
    if is_phrase and (not reading.is_role(token, "preposition") or reading.pos[token] == "DET"):
        return token
    start = quoted
    while start > token and not reading.is_role(start - 1, "preposition") and not reading.is_role(start - 1, "aside_noun"):
        start -= 1
    return start


def read_predicate(reading: Reading, hit: Hit) -> list[Said]:
    """`se dit « particulièrement rassuré »`, `se dit prêt à collaborer`."""
    token = hit.last + 1
    if "pred" not in hit.cue.frames or hit.tense == "infinitive" or token >= len(reading.lower):
        return []
    _, end = reading.bounds(hit.verb)
    while token + 1 < end and reading.char(token) not in OPENERS and _is_passed(reading, token):
        token += 1
    if reading.pos[token] in ("ADJ", "VERB", "ADV", "PUNCT") and reading.sentence[token] == reading.sentence[hit.verb]:
        begin = hit.last + 1
        return told(reading, hit, "predicate", reading.starts[begin], clause_end(reading, token, hit.verb, is_phrase=True))
    return []


def _is_passed(reading: Reading, token: int) -> bool:
    """An adverb before the quality: `toujours prêt`, `en revanche fermement opposé`."""
    if reading.is_role(token, "in"):
        return reading.is_adverb(token + 1)
    return reading.is_adverb(token) and reading.pos[token + 1] in ("ADJ", "VERB", "PUNCT", "ADV")


def read_object(reading: Reading, hit: Hit) -> list[Said]:
    """`a salué la création de ce gouvernement`, `se félicite du résultat`, `accuse X de fraude`."""
    frames = hit.cue.frames
    token = hit.last + 1
    _, end = reading.bounds(hit.verb)
    is_idle = hit.tense == "infinitive" and not _is_purpose(reading, hit)
    if hit.is_passive or is_idle or _has_object(reading, hit) or _is_sentenced(reading, hit):
        return []
    token = _after_date(reading, hit, token, end)
    if token >= end:
        return []
    manner = _quoted_manner(reading, token) if "np" in frames else None
    if manner and reading.pos[reading.token_at(manner.end)] == "DET":
        return _phrase(reading, hit, "object", token)
    if "nadnp" in frames and (called := _called_to(reading, hit)) is not None:
        return _phrase(reading, hit, "object", called)
    token = _beyond_phrase(reading, hit, token) if frames & {"np", "light", "nà"} else token
    if any(reading.is_role(i, "no_content") for i in range(token, min(token + 3, end))):
        return []
    is_of = reading.is_role(token, "of")
    is_number = is_of and "dq" in frames and reading.pos[token + 1 : token + 2] == ["NUM"]
    is_claim = "cnp" in frames and reading.is_role(token + 1, "claim")
    is_claim = is_claim or ("tnp" in frames and (hit.is_negated or reading.is_role(token, "whole")))
    is_phrase = is_claim or "np" in frames or ("light" in frames and "dnp" not in frames and noun_act(reading, token))
    if is_phrase and reading.pos[token] in ("DET", "NUM", "PROPN") and not (is_of and "dnp" in frames):
        return _phrase(reading, hit, "object", token)
    if "npcontre" in frames:
        return _against(reading, hit, token, end)
    if is_number or (is_of and "dnp" in frames):
        return _phrase(reading, hit, "object", token if reading.is_role(token, "article_of") else token + 1)
    if reading.is_role(token, "to") and "adnp" in frames:
        return _phrase(reading, hit, "object", token + 1)
    if "nde" in frames:
        for place in range(token + 1, min(end, token + NEAR)):
            if reading.is_finite(place):
                break
            if reading.is_role(place, "bare_of") and reading.pos[place + 1 : place + 2] == ["NOUN"] and place > token + 1:
                return _phrase(reading, hit, "accusation" if hit.cue.act == "accuse" else "object", place + 1)
    if "nà" in frames and reading.pos[token] == "DET":
        return _phrase(reading, hit, "accusation", token)
    return []


def _quoted_manner(reading: Reading, token: int) -> Quotation | None:
    """The quotation that opens here, if a preposition leads it that leads no object (`« avec effet immédiat »`)."""
    if reading.char(token) not in OPENERS or reading.pos[token + 1 : token + 2] != ["ADP"]:
        return None
    is_object = reading.is_role(token + 1, "of") or reading.is_role(token + 1, "to")
    return None if is_object else reading.quote_in(reading.starts[token], reading.ends[token])


def _is_adverb(reading: Reading, token: int) -> bool:
    return reading.is_adverb(token) and reading.pos[token] != "DET"


def _parts_dates(reading: Reading, token: int) -> bool:
    return reading.char(token) == "," and (is_time(reading, token - 1) or is_time(reading, token + 1))


def _after_date(reading: Reading, hit: Hit, token: int, end: int) -> int:
    """The token after an adverb or date beside the cue; a duration may be what it reports (`a requis dix ans de prison`)."""
    while token < end and (_is_adverb(reading, token) or is_time(reading, token) or _parts_dates(reading, token)):
        objects = (reading.tokens[token], reading.head(token))
        if is_time(reading, token) and any(word.dep_ == "obj" and word.head.i == hit.verb for word in objects):
            break
        token += 1
    return token


def _is_purpose(reading: Reading, hit: Hit) -> bool:
    """Is it what an act is for (`sont descendus dans la rue pour réclamer le départ`)? Who acts says so by acting."""
    return hit.cue.act == "ask" and reading.is_role(hit.first - 1, "for") and reading.tokens[hit.verb].dep_ == "advcl"


def _called_to(reading: Reading, hit: Hit) -> int | None:
    """The noun phrase that somebody is called to: `a exhorté les deux camps à la retenue`."""
    children = reading.tokens[hit.verb].children
    called = next((child.i for child in children if child.dep_ == "obj" and child.i > hit.last), None)
    for child in children:
        marks = [word.i for word in child.children if word.dep_ == "case" and reading.is_role(word.i, "to")]
        is_thing = child.pos_ == "NOUN" and not reading.mentions_in(child.idx, child.idx + 1)
        if called is not None and child.i > called and child.dep_.startswith("obl") and marks and is_thing:
            return marks[0] + 1
    return None


def _beyond_phrase(reading: Reading, hit: Hit, token: int) -> int:
    """The object behind an addressee or a circumstance: `a réclamé devant le Parlement la levée de l'embargo`."""
    if not reading.is_role(token, "preposition") or reading.pos[token] != "ADP" or reading.is_role(token, "of"):
        return token
    found = next((child.i for child in reading.tokens[hit.verb].children if child.dep_ == "obj" and child.i > token + 1), None)
    if found is None or found > token + NEAR or any(reading.is_finite(i) for i in range(token, found)):
        return token
    start = found
    while start > token and reading.pos[start] != "DET" and reading.pos[start - 1] in ("DET", "ADJ", "NUM"):
        start -= 1
    return start


def _has_object(reading: Reading, hit: Hit) -> bool:
    """Is what the cue is about the relative before it (`les voyages qu'il appréciait`)?"""
    before = range(max(0, hit.first - 3), hit.first)
    return any(reading.is_role(i, "that") and reading.pos[i] == "PRON" and reading.tokens[i].dep_ != "mark" for i in before)


def _is_sentenced(reading: Reading, hit: Hit) -> bool:
    """Is it a court's sentence (`a condamné X à cinq ans de prison`) and no judgement in words?"""
    if hit.cue.act != "condemn":
        return False
    window = range(hit.last + 1, min(reading.bounds(hit.verb)[1], hit.last + NEAR + 1))
    return any(reading.is_role(i, "penalty") for i in window)


def _against(reading: Reading, hit: Hit, token: int, end: int) -> list[Said]:
    """`a mis en garde Damas contre toute attaque`: what is warned of."""
    for place in range(token, min(end, token + NEAR)):
        if reading.is_role(place, "against"):
            return _phrase(reading, hit, "object", place + 1)
        if reading.is_finite(place):
            break
    return []


def _phrase(reading: Reading, hit: Hit, why: str, token: int) -> list[Said]:
    _, end = reading.bounds(hit.verb)
    if token >= end:
        return []
    return told(reading, hit, why, reading.starts[token], clause_end(reading, token, hit.verb, is_phrase=True))
