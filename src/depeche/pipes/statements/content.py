"""What does a cue report that comes before it: a clause, an infinitive, a noun phrase, a quotation after a colon?"""

from __future__ import annotations

from depeche.pipes.statements.acts import act_of, noun_act
from depeche.pipes.statements.edges import clause_end
from depeche.pipes.statements.marks import Quotation
from depeche.pipes.statements.reading import OPENERS, Hit, Reading, Said, Source
from depeche.pipes.statements.speakers import is_time, subject

REACH = 30
"""Tokens that may stand between a cue and its `que`."""
PHRASES = frozenset({"q", "dq", "adq", "np", "dnp", "adnp", "nde", "nà", "attr", "pred", "contre", "npcontre"})
"""The frames that let a cue report a noun phrase with a quotation in it."""
LONGEST_NAME = 6
"""Words that a name in quotation marks may have."""
RECENT = 6
"""Statements before a cue among which the one that holds it is looked for."""
FAR = 26
"""Tokens that may stand between an accusation's cue and its infinitive: the accused, with an apposition."""
NEAR = 14
"""Tokens that may stand between a cue and its infinitive."""


def read_content(reading: Reading, hit: Hit) -> bool:
    """Keep what this cue reports after itself; False where it reports nothing there."""
    if not _may_report(reading, hit):
        return False
    if hit.is_negated and hit.cue.act != "deny" and not reading.lexicon.words["negated"] & {hit.cue.name}:
        return False
    for reader in (_colon, _that, _infinitive, _quotation, _predicate, _object):
        said = reader(reading, hit)
        if said:
            source = subject(reading, hit)
            if _is_nested(reading, hit, source):
                return False
            is_anybody = source is not None and source.pronoun is not None and reading.is_role(source.pronoun, "anybody")
            is_nobody = source is None and (
                (said[0].why != "que" and not said[0].can_be_direct) if hit.is_passive else hit.tense in ("finite", "infinitive")
            )
            if is_anybody or is_nobody:
                return False
            for item in said:
                item.source = source
                reading.said.append(item)
            hit.used = True
            return True
    return False


def _may_report(reading: Reading, hit: Hit) -> bool:
    """Is this no mere adjective (`la presse écrite que`)? A participle needs its auxiliary, a twin's, or `par`."""
    if hit.tense != "past" or hit.first < hit.verb:
        return True
    is_joined = reading.is_role(hit.verb - 1, "and") or reading.doc[hit.verb].dep_ == "conj"
    return is_joined or any(reading.is_role(i, "by") for i in range(hit.last + 1, min(hit.last + 4, len(reading.lower))))


def _is_nested(reading: Reading, hit: Hit, source: Source | None) -> bool:
    """Does a speaker say here what he says (`a déclaré qu'il croit que ...`)? The outer statement holds it."""
    place = reading.starts[hit.verb]
    outer = next((said for said in reversed(reading.said[-RECENT:]) if said.start <= place < said.end), None)
    if outer is None or outer.why == "source":
        return False
    is_same = source is None or source.pronoun is not None or (outer.source and outer.source.actors == source.actors)
    return bool(is_same) and hit.cue.act == "say"


def cue_span(reading: Reading, hit: Hit) -> tuple[int, int]:
    first = hit.first - 1 if hit.has_gerund_mark else hit.first
    return reading.starts[first], reading.ends[hit.last]


def _said(reading: Reading, hit: Hit, why: str, begin: int, end: int, *, can_be_direct: bool = False) -> list[Said]:
    start, end = (begin, end) if can_be_direct else reading.trimmed(begin, end)
    if start >= end:
        return []
    reading.tell(start, end)
    act = act_of(reading, hit, why, reading.token_at(start))
    said = Said(why, [(start, end)], act, cue_span(reading, hit), anchor=hit.verb, can_be_direct=can_be_direct)
    said.stance = hit.cue.stance
    return [said]


def _colon(reading: Reading, hit: Hit) -> list[Said]:
    """`X a déclaré à la presse : « ... »`; without marks only right after the cue (`a prévenu : rien ne changera`)."""
    if not reading.lexicon.opens("colon", hit.cue):
        return []
    _, end = reading.bounds(hit.verb)
    following = reading.hits_from(hit.last + 1, hit.last + REACH)
    others = {other.verb for other in following if reading.lexicon.opens("colon", other.cue)}
    for token in range(hit.last + 1, min(end, hit.last + REACH)):
        if token in others:
            return []
        if reading.text[reading.starts[token]] == ":":
            quote = reading.quote_in(reading.ends[token], reading.ends[token] + 8)
            blank = quote and not reading.text[reading.ends[token] : quote.start].strip(" \t\r\n\u00a0\u202f-–—,")
            if quote and blank:
                return _whole(reading, hit, "colon", quote)
            if token - hit.last <= 8 and token + 1 < end and "par" in hit.cue.frames:
                return _said(reading, hit, "colon", reading.starts[token + 1], reading.ends[end - 1])
            return []
        if token > hit.last and reading.is_role(token, "that") and token - hit.last < 3:
            return []
    return []


def _whole(reading: Reading, hit: Hit, why: str, quote: Quotation) -> list[Said]:
    reading.told.add(quote.start)
    return _said(reading, hit, why, *quote.inner, can_be_direct=True)


def _that(reading: Reading, hit: Hit) -> list[Said]:
    """`X a déclaré mercredi que ...`, `Y, ajoutant qu'il ...`, `a expliqué pourquoi ...`."""
    if not reading.lexicon.opens("que", hit.cue) and not reading.lexicon.opens("question", hit.cue):
        return []
    _, end = reading.bounds(hit.verb)
    others = {other.verb for other in reading.hits_from(hit.last + 1, hit.last + REACH)}
    for token in range(hit.last + 1, min(end, hit.last + REACH)):
        char = reading.text[reading.starts[token]]
        if char in ";:" or token in others:
            break
        if any(True for quote in reading.around(reading.starts[token])) and not reading.around(reading.starts[hit.verb]):
            break
        if reading.is_role(token, "that") and hit.cue.frames & {"que"} and _is_conjunction(reading, hit, token):
            return _clauses(reading, hit, token, end)
        is_open = token <= hit.last + 2 and reading.lexicon.opens("question", hit.cue)
        if is_open and reading.is_role(token, "question") and _asks(reading, hit, token):
            return _said(reading, hit, "question", reading.starts[token], clause_end(reading, token, hit.verb))
    return []


def _asks(reading: Reading, hit: Hit, token: int) -> bool:
    if reading.is_role(token, "this"):
        return reading.is_role(token + 1, "after_this") and token == hit.last + 1
    return token == hit.last + 1 and reading.pos[token] in ("ADV", "SCONJ", "ADP", "PRON")


def _is_conjunction(reading: Reading, hit: Hit, token: int) -> bool:
    """Is this `que` the conjunction that opens what the cue reports, not a relative, not a comparison's?"""
    if reading.is_role(token - 1, "comparison") and token - 1 > hit.last:
        return False
    if reading.is_role(token - 1, "this"):
        return token - hit.last <= 3
    between = range(hit.last + 1, token)
    if any(reading.is_role(i, "comparison") for i in between) and reading.pos[token + 1 : token + 2] == ["ADP"]:
        return False
    if all(reading.pos[i] in ("ADV", "PUNCT") or reading.is_role(i, "adverb") or is_time(reading, i) for i in between):
        return True
    is_mark = reading.doc[token].dep_ == "mark"
    if not is_mark and reading.pos[token] == "PRON" and reading.pos[token - 1] in ("NOUN", "PROPN", "PRON"):
        return False
    if any(reading.is_finite(i) for i in between) and not any(reading.text[reading.starts[i]] == "," for i in between):
        return False
    return is_mark or reading.pos[token] == "SCONJ" or reading.text[reading.starts[token - 1]] == ","


def _clauses(reading: Reading, hit: Hit, that: int, end: int) -> list[Said]:
    """The clause after `que`, and those after a later `et que` on the same level."""
    begin = after_that(reading, that)
    if begin >= end:
        return []
    stop = clause_end(reading, begin, hit.verb)
    found: list[Said] = []
    for token in range(begin + 2, end):
        if reading.starts[token] >= stop:
            break
        if reading.is_role(token, "that") and reading.is_role(token - 1, "and") and not reading.around(reading.starts[token]):
            found.extend(_said(reading, hit, "que", reading.starts[begin], reading.starts[token - 1]))
            begin = after_that(reading, token)
    if begin < end and reading.starts[begin] < stop:
        found.extend(_said(reading, hit, "que", reading.starts[begin], stop))
    return found


def after_that(reading: Reading, that: int) -> int:
    """The token after `que`, whose apostrophe may be a token of its own, and after `selon lui`."""
    token = that + 1
    while token < len(reading.lower) and reading.lower[token] in ("'", ","):
        token += 1
    if reading.is_role(token, "according") and reading.is_role(token + 1, "oneself"):
        token += 2
        while token < len(reading.lower) and reading.lower[token] == ",":
            token += 1
    return token


def _infinitive(reading: Reading, hit: Hit) -> list[Said]:
    """`indique vouloir ...`, `promet de ...`, `menace de ...`, `appelle X à ...`, `accuse X de ...`."""
    frames = hit.cue.frames
    if not reading.lexicon.opens("infinitive", hit.cue) or hit.tense == "infinitive":
        return []
    _, end = reading.bounds(hit.verb)
    for token in range(hit.last + 1, min(end, hit.last + (FAR if "nde" in frames else NEAR))):
        char = reading.text[reading.starts[token]]
        if char in ";:" or reading.is_role(token, "that") or (token > hit.last + 1 and _is_clause(reading, token)):
            break
        before = infinitive_before(reading, token, hit.last)
        if before is None:
            continue
        is_bare = before <= hit.last
        is_of = not is_bare and reading.is_role(before, "bare_of")
        is_to = not is_bare and reading.is_role(before, "bare_to")
        if frames & ({"inf"} if is_bare else {"de", "nde"} if is_of else {"à"} if is_to else set()):
            why = "accusation" if "nde" in frames else "infinitive"
            begin = before + 1 if before > hit.last else _bare_start(reading, token, hit.last)
            begin += reading.lower[begin] == "'"
            return _said(reading, hit, why, reading.starts[begin], clause_end(reading, begin, hit.verb))
        if not is_bare and not is_of and not is_to:
            break
    return []


def _is_clause(reading: Reading, token: int) -> bool:
    """Does a clause of its own begin here: a finite verb, a present participle, a relative?"""
    is_participle = reading.pos[token] == "VERB" and "Pres" in reading.doc[token].morph.get("Tense", [])
    return reading.is_finite(token) or is_participle or reading.is_role(token, "relative")


def _bare_start(reading: Reading, token: int, last: int) -> int:
    while token - 1 > last and (reading.is_role(token - 1, "before_infinitive") or reading.char(token - 1) in OPENERS):
        token -= 1
    return token


def infinitive_before(reading: Reading, token: int, last: int) -> int | None:
    """If an infinitive stands here, the place of the preposition before it, or of the cue where there is none."""
    if reading.pos[token] not in ("VERB", "AUX") or "Inf" not in reading.doc[token].morph.get("VerbForm", []):
        return None
    place = token - 1
    while place > last and (
        reading.is_role(place, "before_infinitive") or reading.char(place) in OPENERS or reading.lower[place] == "'"
    ):
        place -= 1
    if place <= last:
        return last
    if reading.is_role(place, "preposition"):
        return place
    is_parted = reading.text[reading.starts[place]] == "," and reading.text[reading.starts[last + 1]] == ","
    return last if is_parted or (place == last + 1 and reading.pos[place] == "ADV") else None


def _quotation(reading: Reading, hit: Hit) -> list[Said]:
    """`a parlé d'un « montage »`, `a dit au maire « Il y en a ... »`, `promet un « nouveau départ »`."""
    quote = _quote_after(reading, hit)
    if quote is None or quote.start in reading.told or _has_object(reading, hit):
        return []
    if not reading.lexicon.opens("quotation", hit.cue) and not reading.lexicon.opens("object", hit.cue):
        return []
    token = reading.token_at(quote.start)
    is_addressed = all(reading.is_role(i, "oneself") for i in range(hit.last + 1, token))
    if is_sentence(reading, quote) and "par" in hit.cue.frames and (is_addressed or reading.text[quote.inner[0]].isupper()):
        return _whole(reading, hit, "quotation", quote)
    begin = _phrase_start(reading, hit, token)
    frames = hit.cue.frames
    is_close = "par" in frames and (token == hit.last + 1 or is_sentence(reading, quote))
    if not frames & PHRASES and not noun_act(reading, begin) and not is_close:
        return []
    is_led = begin - 1 > hit.last - 1 and reading.is_role(begin - 1, "preposition") and reading.pos[begin - 1] != "DET"
    is_to = reading.is_role(begin - 1, "to") and bool(frames & {"adq", "adnp"})
    if is_led and begin > hit.last + 1 and not is_to and not reading.is_role(begin - 1, "of") and not is_sentence(reading, quote):
        return []
    end = max(clause_end(reading, begin, hit.verb, is_phrase=True), quote.end)
    return _said(reading, hit, "object", reading.starts[begin], end)


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
    return quote


def is_name(reading: Reading, quote: Quotation) -> bool:
    """Is it the name of something (`l'opération « Tempête »`): capitals, no verb, right after a noun?"""
    token = reading.token_at(quote.start)
    words = reading.text[slice(*quote.inner)].split()
    is_capital = words[0][:1].isupper() and len(words) < LONGEST_NAME
    return is_capital and reading.pos[token - 1] in ("NOUN", "PROPN") and not is_sentence(reading, quote)


def is_sentence(reading: Reading, quote: Quotation) -> bool:
    """Does the quotation hold a clause, with a finite verb, rather than a word or two?"""
    begin, end = reading.token_at(quote.inner[0]), reading.token_before(quote.inner[1]) + 1
    return reading.has_finite(begin, end) and end - begin > 2


def _phrase_start(reading: Reading, hit: Hit, quoted: int) -> int:
    """Where the noun phrase that holds the quotation begins: right after the cue, or after the preposition nearest to it."""
    token = hit.last + 1
    while token < quoted and (reading.pos[token] == "ADV" or reading.is_role(token, "adverb")):
        token += 1
    is_phrase = reading.pos[token] in ("DET", "NOUN", "PROPN", "NUM", "ADJ") or token == quoted
    if is_phrase and (not reading.is_role(token, "preposition") or reading.pos[token] == "DET"):
        return token
    start = quoted
    while start > token and not reading.is_role(start - 1, "preposition") and not reading.is_role(start - 1, "aside_noun"):
        start -= 1
    return start


def _predicate(reading: Reading, hit: Hit) -> list[Said]:
    """`se dit « particulièrement rassuré »`, `se dit prêt à collaborer`."""
    token = hit.last + 1
    if "pred" not in hit.cue.frames or token >= len(reading.lower):
        return []
    _, end = reading.bounds(hit.verb)
    while token + 1 < end and reading.char(token) not in OPENERS and _is_passed(reading, token):
        token += 1
    if reading.pos[token] in ("ADJ", "VERB", "ADV", "PUNCT") and reading.sentence[token] == reading.sentence[hit.verb]:
        begin = hit.last + 1
        return _said(reading, hit, "predicate", reading.starts[begin], clause_end(reading, token, hit.verb, is_phrase=True))
    return []


def _is_passed(reading: Reading, token: int) -> bool:
    """An adverb before the quality: `toujours prêt`, `en revanche fermement opposé`."""
    if reading.is_role(token, "in"):
        return reading.is_adverb(token + 1)
    return reading.is_adverb(token) and reading.pos[token + 1] in ("ADJ", "VERB", "PUNCT", "ADV")


def _object(reading: Reading, hit: Hit) -> list[Said]:
    """`a salué la création de ce gouvernement`, `se félicite du résultat`, `accuse X de fraude`."""
    frames = hit.cue.frames
    token = hit.last + 1
    _, end = reading.bounds(hit.verb)
    if hit.is_passive or hit.tense == "infinitive" or _has_object(reading, hit) or _is_sentenced(reading, hit):
        return []
    while token < end and (reading.is_adverb(token) or is_time(reading, token)):
        token += 1
    if token >= end:
        return []
    is_of = reading.is_role(token, "of")
    is_claim = "cnp" in frames and reading.is_role(token + 1, "claim")
    is_phrase = is_claim or "np" in frames or ("light" in frames and "dnp" not in frames and noun_act(reading, token))
    if is_phrase and reading.pos[token] in ("DET", "NUM", "PROPN") and not (is_of and "dnp" in frames):
        return _phrase(reading, hit, "object", token)
    if "npcontre" in frames:
        return _against(reading, hit, token, end)
    if is_of and "dnp" in frames:
        return _phrase(reading, hit, "object", token if reading.is_role(token, "article_of") else token + 1)
    if reading.is_role(token, "to") and "adnp" in frames:
        return _phrase(reading, hit, "object", token + 1)
    if "nde" in frames and hit.cue.act == "accuse":
        for place in range(token + 1, min(end, token + NEAR)):
            if reading.is_finite(place):
                break
            if reading.is_role(place, "bare_of") and reading.pos[place + 1 : place + 2] == ["NOUN"] and place > token + 1:
                return _phrase(reading, hit, "accusation", place + 1)
    if "nà" in frames and reading.pos[token] == "DET":
        return _phrase(reading, hit, "accusation", token)
    return []


def _has_object(reading: Reading, hit: Hit) -> bool:
    """Is what the cue is about the relative before it (`les voyages qu'il appréciait`)?"""
    before = range(max(0, hit.first - 3), hit.first)
    return any(reading.is_role(i, "that") and reading.pos[i] == "PRON" and reading.doc[i].dep_ != "mark" for i in before)


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
    return _said(reading, hit, why, reading.starts[token], clause_end(reading, token, hit.verb, is_phrase=True))
