"""Where may something stand for an actor? Names, roles, nouns, descriptions and pronouns, in order, before any is resolved."""

from __future__ import annotations

from depeche.lang import knowledge
from depeche.pipes.actors.page import Page, Spot, joined
from depeche.pipes.actors.phrases import Reach, begin, is_gathering, one_of, quantity

LONGEST_FORM = 8
WIDE = ("ambassadeur", "envoye", "envoye-special", "representant", "representant-permanent", "representant-special", "emissaire")
"""Offices whose complement may stand after `à`, `en`, `pour`: `l'ambassadeur britannique à l'ONU`."""


def spots(page: Page) -> list[Spot]:
    """Every spot of the page, by place; none overlaps another of its kind, a longer one may hold a shorter one."""
    found: list[Spot] = []
    busy = 0
    for i, text in enumerate(page.texts):
        if i in page.names and i not in page.timed:
            found.append(_name(page, i))
        elif i not in page.inside and i >= busy and not text.isspace():
            spot = _clitic(page, i) or _pronoun(page, i) or _people(page, i) or office(page, i)
            spot = spot or _noun(page, i) or _description(page, i)
            if spot:
                found.append(spot)
                busy = spot.after
    return sorted(found, key=lambda spot: (spot.start, -spot.end))


def _name(page: Page, i: int) -> Spot:
    """A name with the civility or rank right before it."""
    ent, start = page.names[i], i
    if page.lexicon.peoples.get(knowledge.plain(ent.text)):
        return _people(page, i) or Spot("name", i, ent.end, i, ent.text, i, ent.end)
    low = page.bounds(i)[0]
    for size in (3, 1):  # `lieutenant-colonel` is three tokens
        row = page.lexicon.civilities.get(joined(page.lower[i - size : i])) if i - size >= low else None
        if ent.label_ == "PER" and row and i - 1 not in page.inside and start == i:
            start = i - size if row["kind"] == "civility" or page.tag(i - 1) != "ADP" else i
    _, determiner = begin(page, start)
    return Spot("name", start, ent.end, i, ent.text, i, ent.end, determiner)


def _pronoun(page: Page, i: int) -> Spot | None:
    if page.lower[i] not in page.lexicon.begins["pronouns"]:
        return None
    for size in (3, 2, 1):
        form = joined(page.lower[i : i + size])
        if size == 2 and form not in page.lexicon.pronouns:
            form = form.replace(" ", "-")
        row = page.lexicon.pronouns.get(form)
        if row and i + size <= len(page.doc) and (size > 1 or page.tag(i) in ("PRON", "NOUN", "DET", "PROPN", "ADV", "VERB")):
            if " " in form and page.tag(i + 2) in ("NOUN", "PROPN"):
                continue
            return Spot("pronoun", _some_of(page, i), i + size, i, form, i, i + size)
    return None


def _some_of(page: Page, i: int) -> int:
    """Where a pronoun's phrase begins of whom some are told (`[quatre d']entre eux`, `[une dizaine d']entre elles`)."""
    if not page.has(i - 1, "among") or not page.has(i - 2, "of"):
        return i
    if page.has(i - 3, "quantity"):
        return begin(page, i - 3)[0]
    return i - 3 if page.tag(i - 3) == "NUM" or page.has(i - 3, "some") or page.has(i - 3, "each") else i


def _clitic(page: Page, i: int) -> Spot | None:
    """A small word that is the object of the verb that follows (`les a reçus`), no article."""
    if page.word(i) not in page.lexicon.clitics:
        return None
    token = page.token(i)
    if page.tag(i) != "PRON" and not (page.tag(i) == "DET" and token.dep_ == "obj"):  # `en le frappant`, read as an article
        return None
    is_close = i < token.head.i <= i + 4 and page.tag(token.head.i) in ("VERB", "AUX")
    is_object = token.dep_ in ("obj", "iobj", "obl:arg", "expl:comp") and is_close
    return Spot("clitic", i, i + 1, i, page.word(i), i, i + 1) if is_object else None


def _people(page: Page, i: int) -> Spot | None:
    """`les Russes`, `des Occidentaux`, `l'Occident`: a capital inside a sentence, or after a determiner."""
    doc = page.doc
    sizes = (2, 1) if page.texts[i] in page.lexicon.people_begins else ()
    for size in sizes:
        text = knowledge.plain(doc[i : i + size].text)
        row = page.lexicon.peoples.get(text)
        if row:
            start, determiner = begin(page, i)
            first, _ = quantity(page, start, determiner)
            end = min(i + size, len(doc))
            return Spot("people", first if first < start else i, end, i, text, i, end, determiner)
    text = page.texts[i]
    is_small = page.tag(i) == "NOUN" and text.islower()
    if not (is_small or text[:1].isupper()) or text.isupper() or not knowledge.country_of_adjective(text):
        return None
    start, determiner = begin(page, i)
    if not determiner or page.tag(i + 1) == "NOUN":
        return None
    is_counted = any(page.tag(k) == "NUM" or page.has(k, "counted") for k in range(start, i))
    if is_small and not ((is_counted or page.word(i - 1) == "les") and _is_party(page, i)):
        return None
    start = i if determiner in ("definite", "contracted") and start >= i - 1 and not is_counted else start
    return Spot("people", start, i + 1, i, text, i, i + 1, determiner, (knowledge.country_of_adjective(text) or "",))


def _is_party(page: Page, i: int) -> bool:
    """Whether a noun acts or is hit (`un somalien a été arrêté`): in small letters it may be a language."""
    token = page.token(i)
    token = token.head if token.dep_ == "conj" else token
    is_hit = token.dep_ == "obj" and token.head.lower_ in page.lexicon.metonymy["on_person"]
    return is_hit or token.dep_ in ("nsubj", "nsubj:pass", "obl:agent")


def office(page: Page, i: int) -> Spot | None:
    """The role whose first word stands here (`président de la Cour`)."""
    if page.lower[i] not in page.lexicon.begins["offices"]:
        return None
    stop = page.bounds(i)[1]
    for size in range(LONGEST_FORM, 0, -1):
        form = joined(page.lower[i : min(i + size, stop)])
        row = page.lexicon.offices.get(form) if i + size <= stop else None
        is_verb = page.tag(i) in ("VERB", "AUX") and page.tag(i - 1) != "DET"
        name = page.inside.get(i + size - 1)
        if name is not None and name.end > i + size:
            continue  # `le chef de l'[État islamique]`
        if row is None or (size == 1 and (is_verb or page.tag(i) in ("ADP", "DET", "PRON", "ADV"))):
            continue
        if size == 1 and page.tag(i) == "ADJ" and page.tag(i + 1) in ("NOUN",):
            continue
        if i + size - 1 in page.inside and page.inside[i + size - 1].end > i + size:
            continue  # `le chef de l'État islamique`
        start, determiner = begin(page, i)
        if _is_clitic(page, start):
            return None
        reach = Reach(page, i + size, wide=row["office"] in WIDE)
        end, names = _of_verb(page, start, i, i + size, reach.end), tuple(reach.names)
        if _of_title(page, i + size, end) < end:  # `le porte-parole du président X`
            end, names = page.names[end].end, (*names, end)
        return Spot("role", start, end, i, form, i, i + size, determiner, tuple(reach.countries), names)
    return None


def _noun(page: Page, i: int) -> Spot | None:
    if page.lower[i] not in page.lexicon.begins["nouns"] or _is_thing(page, i):
        return None
    for size in range(min(3, len(page.doc) - i), 0, -1):
        form = joined(page.lower[i : i + size])
        noun = page.lexicon.nouns.get(form)
        if noun is not None and page.has(i, "remainder") and _counts_others(page, i):
            continue
        is_counted = page.tag(i - 1) == "NUM" or page.has(i - 1, "quantity")
        is_counted = is_counted or (page.has(i - 1, "of") and page.has(i - 2, "quantity"))  # `des centaines de jeunes`
        if noun is None or (size == 1 and page.tag(i) not in ("NOUN", "PROPN") and not (is_counted and noun.is_plural)):
            continue
        if size == 1 and page.has(i, "age_noun") and page.lower[i + 1 : i + 2] and page.lower[i + 1] in page.lexicon.nouns:
            size, form = 2, page.lower[i + 1]  # `un jeune manifestant`
        start, determiner = begin(page, i)
        if _is_clitic(page, start):
            return None
        is_bare = determiner == "" and not page.texts[i][:1].isupper()
        if is_bare and not noun.is_plural and page.tag(i - 1) == "ADP":
            return None
        start, determiner = quantity(page, *one_of(page, start, determiner))
        reach = Reach(page, i + size)
        end = _of_title(page, i + size, _of_verb(page, start, i, i + size, reach.end))
        is_led = size > 1 and (page.tag(i) == "ADJ" or page.has(i, "age_noun"))
        head = i + size - 1 if is_led else i  # `un jeune homme`
        return Spot("noun", start, end, head, form, i, i + size, determiner, tuple(reach.countries), tuple(reach.names))
    return None


def _counts_others(page: Page, i: int) -> bool:
    """Whether `autres` only goes with a noun (`trente autres pays`), or counts nobody (`les autres`)."""
    is_led = page.tag(i + 1) in ("NOUN", "PROPN", "NUM", "ADJ") and not page.has(i + 1, "hurt")
    return is_led or page.tag(i - 1) == "DET"


def _of_title(page: Page, after: int, end: int) -> int:
    """Where a phrase ends before a complement that is the title of the person behind it (`l'armée syrienne [du président] X`)."""
    if not page.is_person_at(end) or end == after or page.lower[end - 1] not in page.lexicon.begins["offices"]:
        return end
    at = next((k for k in range(end - 2, after - 1, -1) if page.has(k, "of")), None)
    return end if at is None or joined(page.lower[at + 1 : end]) not in page.lexicon.offices else at


def _of_verb(page: Page, start: int, i: int, after: int, end: int) -> int:
    """Where a phrase ends whose last `de` is the verb's (`priver les détenus [de visites]`, `traiter le maire [de menteur]`)."""
    token = page.token(i)
    is_by = token.dep_ == "obl:agent"  # `accusé par l'opposition [de fraude]`
    if not (token.dep_ == "obj" or is_by) or token.head.i > start:
        return end
    if token.head.lower_ not in page.lexicon.metonymy["verb_of"]:
        return end
    if page.has(end, "of"):
        return end
    bare = [k for k in range(after, end - 1) if page.word(k) in ("de", "d'") and _is_bare(page, k + 1)]
    owned = [k for k in bare if page.tag(k + 1) != "NOUN" or page.has(k + 1, "deed")]  # `débouter l'avocat de sa demande de X`
    return (owned or bare[-1:] or [end])[0]


def _is_bare(page: Page, i: int) -> bool:
    """Whether what follows `de` is a noun alone that makes no kind of people (`forces de sécurité`), or one with `leur`."""
    if page.lexicon.determiners.get(page.word(i)) in ("possessive", "speaker"):
        return True
    return page.tag(i) == "NOUN" and i not in page.inside and not page.has(i, "kind_of")


def _is_thing(page: Page, i: int) -> bool:
    """Whether a noun stands in words for a thing (`garde à vue`), or is a participle after `celui` (`celui employé à Nice`)."""
    things = page.lexicon.words["thing"]
    is_field = page.texts[i][:1].isupper() and page.is_field(i)  # `ministre de la Justice`
    if is_field or is_gathering(page, i) or joined(page.lower[max(i - 2, 0) : i + 1]) in things:  # `dans le cadre`
        return True
    return page.has(i - 1, "pointing") or any(joined(page.lower[i : i + size]) in things for size in (2, 3))


def _is_clitic(page: Page, start: int) -> bool:
    """Whether what looks like a determiner is a pronoun before its verb (`s'il le juge nécessaire`)."""
    return page.word(start - 1) in page.lexicon.words["subject"]


def _description(page: Page, i: int) -> Spot | None:
    if page.lower[i] not in page.lexicon.begins["descriptions"]:
        return None
    for size in range(min(2, len(page.doc) - i), 0, -1):
        form = joined(page.lower[i : i + size])
        row = page.lexicon.descriptions.get(form)
        if row is None or (size == 1 and page.tag(i) not in ("NOUN", "PROPN")):
            continue
        start, determiner = quantity(page, *begin(page, i))
        reach = Reach(page, i + size)
        if page.has(i, "former") and (determiner == "" or reach.countries or reach.names):
            return None  # `X, ancien président russe,`: an office
        end = _of_verb(page, start, i, i + size, reach.end)
        return Spot("description", start, end, i, form, i, i + size, determiner, tuple(reach.countries), tuple(reach.names))
    return None
