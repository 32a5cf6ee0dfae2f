"""Which role belongs to which name? `le président russe Vladimir Poutine`, `Josep Borrell, chef de ...`, `le chef de ..., X,`."""

from __future__ import annotations

from depeche.lang import knowledge
from depeche.pipes.actors.page import Page, Spot, joined

CLOSING = (",", ".", ")", "")
"""What may stand after a name or noun that tells who was named before it."""


def appositions(page: Page, spots: list[Spot]) -> dict[int, int]:
    """For the number of each role or description the number of the name that it belongs to."""
    names = {spot.start: k for k, spot in enumerate(spots) if spot.kind == "name" and page.names[spot.head].label_ == "PER"}
    ends = {spots[k].end: k for k in names.values()}
    names.update({spots[k].head: k for k in list(names.values())})
    found: dict[int, int] = {}
    for k, spot in enumerate(spots):
        if spot.kind not in ("role", "noun", "description"):
            continue
        name = _named(page, spot, names, ends, spots)
        if name is None and page.has(spot.start - 1, "and"):
            name = _joined(page, spot, spots, found)
        if name is not None:
            found[k] = name
    for k, spot in enumerate(spots):
        if k not in found and (name := _shared(page, spot, spots, found)) is not None:
            found[k] = name
    _add_titled(page, spots, found)
    return found


def _add_titled(page: Page, spots: list[Spot], found: dict[int, int]) -> None:
    """Add whom a description names who has a title (`son rival, le président X,`)."""
    titles = {spots[j].start: spots[name] for j, name in found.items() if _leads(page, spots[j], spots[name])}
    numbers = {spots[name].head: name for name in found.values()}
    for k, spot in enumerate(spots):
        name = titles.get(spot.end + 1) if k not in found and spot.kind in ("noun", "description") else None
        is_own = spot.determiner in ("possessive", "definite") and page.word(spot.end) == "," and not page.is_plural(spot.head)
        if name is not None and is_own and _stands_for_person(page, spot) and _closes(page, spot, name.end):
            found[k] = numbers[name.head]


def _leads(page: Page, spot: Spot, name: Spot) -> bool:
    """Whether a title or a noun with `nommé` stands before its name (`Le tueur, un policier nommé X,`)."""
    return is_title(spot, name) or (page.has(spot.end, "called") and spot.end + 1 == name.head)


def _stands_for_person(page: Page, spot: Spot) -> bool:
    noun, row = page.lexicon.nouns.get(spot.form), page.lexicon.descriptions.get(spot.form)
    is_described = row is not None and row["points"] in ("person", "ally", "counterpart")
    return is_described or (noun is not None and noun.kind == "person")


def _shared(page: Page, spot: Spot, spots: list[Spot], found: dict[int, int]) -> int | None:
    """The name after two roles that `et` joins (`le vice-président et ministre de la Défense X`)."""
    if spot.kind not in ("role", "noun", "description") or not page.has(spot.end, "and") or page.is_plural(spot.head):
        return None
    near = [j for j, name in found.items() if spots[j].start == spot.end + 1 and is_title(spots[j], spots[name])]
    return next((found[j] for j in near if not spots[j].determiner and not page.is_plural(spots[j].head)), None)


def _joined(page: Page, spot: Spot, spots: list[Spot], found: dict[int, int]) -> int | None:
    """The name before two roles that `et` joins (`X, président du parti et homme d'affaires,`)."""
    noun = page.lexicon.nouns.get(spot.form) if spot.kind == "noun" else None
    is_one = spot.kind == "role" or (noun is not None and noun.kind == "person" and not noun.is_plural)
    if spot.determiner or not is_one or page.is_plural(spot.head):
        return None
    before = next((j for j in found if spots[j].end == spot.start - 1 and not spots[j].determiner), None)
    return found[before] if before is not None and spots[found[before]].end <= spots[before].start else None


def _named(page: Page, spot: Spot, names: dict[int, int], ends: dict[int, int], spots: list[Spot]) -> int | None:
    if spot.end in names and spot.kind == "noun" and page.is_plural(spot.head) and page.has(spot.after, "of"):
        return None  # `des partisans du président sortant X`
    if spot.end in names:
        return None if spot.kind == "noun" and page.has(spot.head, "led") else names[spot.end]
    if page.has(spot.end, "called") and spot.end + 1 in names:
        return names[spot.end + 1] if not page.is_plural(spot.head) else None  # `un policier nommé Omar Ba`
    party = page.names.get(spot.end) if spot.kind == "role" else None
    if party is not None and party.label_ == "ORG" and party.text.isupper() and party.end in names:
        return names[party.end]  # `le sénateur LR Paul Morel`
    if spot.kind == "role" and spot.end + 1 in names and _is_participle(page, spot.end):
        return names[spot.end + 1]
    if spot.kind != "role" and not _is_one_person(page, spot):
        return None
    end = spot.end + (page.word(spot.end + 1) == "," and _is_participle(page, spot.end))  # `le vainqueur proclamé, X,`
    end = _told_end(page, spot) or end
    if party is not None and party.label_ == "ORG":
        end = party.end  # `le chef du parti islamiste Ennahdha, X,`
    end = _past_brackets(page, end)
    at = end + 1
    if at not in names and page.has(at, "article") and at + 1 in names and spots[names[at + 1]].head > at + 1:
        at += 1  # `, le colonel Innocent Bahati`
    elif at not in names and page.has(at, "article") and (near := _past_noun(page, at, names)):
        at = near  # `, le diplomate néerlandais Paul Durand`
    elif at not in names and page.has(at, "article") and at + 2 in names and knowledge.country_of_adjective(page.texts[at + 1]):
        at += 2  # `, le Suisse Paul Durand`
    if page.word(end) == "," and at in names and _closes(page, spot, spots[names[at]].end):
        return names[at]
    return _before(page, spot, ends, spots) if spot.kind == "role" or spot.determiner != "possessive" else None


def _past_noun(page: Page, at: int, names: dict[int, int]) -> int:
    """Where a name begins after an article, a noun for one person and its country (`le diplomate suisse [X]`), else 0."""
    noun = page.lexicon.nouns.get(page.word(at + 1))
    if noun is None or noun.kind != "person" or noun.is_plural:
        return 0
    return next((i for i in (at + 2, at + 3) if i in names and (i == at + 2 or page.country(at + 2))), 0)


def _past_brackets(page: Page, end: int) -> int:
    """The place after a short form in brackets (`le chef du Front uni (FU), X,`)."""
    return end + 3 if page.word(end) == "(" and page.word(end + 2) == ")" else end


def _told_end(page: Page, spot: Spot) -> int:
    """The comma after a participle that tells by whom somebody was made what he is (`l'émissaire nommé par Lima, X,`), else 0."""
    if page.word(spot.end + 1) != "par" or not _is_participle(page, spot.end):
        return 0
    low, stop = spot.end + 2, min(page.bounds(spot.end)[1], spot.end + 9)
    at = next((i for i in range(low, stop) if page.tag(i) in ("PUNCT", "VERB", "AUX")), 0)
    return at if page.word(at) == "," else 0


def bodies(page: Page, spots: list[Spot]) -> dict[int, int]:
    """For the number of each body told by a noun the number of its name (`un groupe inconnu, les Lions du Darfour, a ...`,
    `le parti au pouvoir, Ennahda,`, `le FLN, premier parti du pays,`)."""
    names = {spot.head: k for k, spot in enumerate(spots) if spot.kind == "name" and page.names[spot.head].label_ == "ORG"}
    ends = {spots[k].end: k for k in names.values()}
    found: dict[int, int] = {}
    for k, spot in enumerate(spots):
        if not _is_body(page, spot):
            continue
        end = spot.end + 2 if joined(page.lower[spot.end : spot.end + 2]) in page.lexicon.words["ruling"] else spot.end
        at = end + 1 + page.has(end + 1, "article")
        if page.word(end) == "," and at in names and page.word(_past_brackets(page, spots[names[at]].end)) in CLOSING:
            found[k] = names[at]
        elif page.word(spot.start - 1) == "," and page.word(end) in CLOSING:
            before = spot.start - (4 if page.word(spot.start - 2) == ")" else 1)
            if before in ends:
                found[k] = ends[before]
    return found


def _is_body(page: Page, spot: Spot) -> bool:
    """Whether a noun tells one body, which a name beside it may be: a new one, or one that is mostly told by its name."""
    noun, row = page.lexicon.nouns.get(spot.form), page.lexicon.descriptions.get(spot.form)
    is_told = row is not None and row["points"] == "organisation"
    is_new = spot.determiner == "new" and noun is not None and noun.kind in ("organisation", "group")
    is_called = any(page.tag(i) == "ADJ" for i in range(spot.start, spot.end))  # `X, puissant mouvement chiite`
    is_set_off = spot.determiner == "" and page.word(spot.start - 1) == "," and is_called
    is_known = (is_set_off or spot.determiner in ("definite", "possessive", "new")) and is_told
    is_plural = (noun is not None and noun.is_plural) or page.is_plural(spot.head)
    return spot.kind in ("noun", "description") and (is_new or is_known) and not is_plural and page.tag(spot.start - 1) != "CCONJ"


def _is_participle(page: Page, i: int) -> bool:
    """`le président [élu] Jean Morvan`, `le ministre [démissionnaire] Paul Brac`."""
    is_past = page.token(i).morph.get("VerbForm", []) == ["Part"]
    return page.tag(i) == "ADJ" or (page.tag(i) == "VERB" and is_past)


def _is_one_person(page: Page, spot: Spot) -> bool:
    """`un ancien otage`, `son homologue`, `un des meneurs`: a noun for one person, with its determiner."""
    noun = page.lexicon.nouns.get(spot.form) if spot.kind == "noun" else None
    if noun is None or spot.determiner == "one":
        return noun is not None and noun.is_plural
    is_set_off = spot.determiner == "" and page.word(spot.start - 1) in (",", "(")  # `X, victime d'un attentat`
    is_one = spot.determiner in ("definite", "new", "possessive") or is_set_off
    return noun.kind == "person" and is_one and not page.is_plural(spot.head)


def _before(page: Page, spot: Spot, ends: dict[int, int], spots: list[Spot]) -> int | None:
    """The name before a role, after which it is set in commas or brackets, or that a link joins to it."""
    i = spot.start - 1
    if page.tag(spot.end) in ("VERB", "AUX") and spot.determiner in ("new", "indefinite"):
        return None  # `après le vote du maire X, un adolescent fuit`
    is_subject = page.tag(spot.end) in ("VERB", "AUX") and page.token(spot.end).morph.get("VerbForm", []) == ["Fin"]
    if is_subject and spot.determiner and page.word(i) == "," and i in ends and page.is_led(spots[ends[i]].start):
        return None  # `Invité par X, le président est arrivé`
    if page.word(i) in (",", "(") and i in ends:
        return ends[i] if not _lists(page, spot) else None
    for link in range(i, max(i - 4, 0), -1):
        is_link = page.has(link, "link")
        if (is_link or page.word(link) == ",") and link in ends:
            return ends[link] if is_link or not _lists(page, spot) else None
        if not is_link and not page.has(link, "bridge") and page.tag(link) not in ("ADJ", "ADV", "DET"):
            return None
    return None


def is_title(spot: Spot, name: Spot) -> bool:
    """Whether the role stands right before the name: it is then a part of the name, no mention of its own."""
    return spot.end in (name.start, name.head)


def with_title(title: Spot, name: Spot) -> Spot:
    """The name with a title of one word before it, where it is a surname alone (`le [président Sissi]`)."""
    is_bare = title.kind == "role" and title.first + 1 == name.start == name.head
    return name._replace(start=title.first) if is_bare and name.end == name.head + 1 else name


def _closes(page: Page, spot: Spot, end: int) -> bool:
    """`le secrétaire général, Ban Ki-moon, ...`: a mark closes the name, or a verb of which both may be the subject."""
    if page.tag(end) in ("PUNCT", "SPACE", "") or page.word(end) in ("-", "–"):
        return True
    return page.tag(end) in ("VERB", "AUX", "PRON") and spot.kind == "role" and page.tag(spot.start - 1) != "ADP"


def _lists(page: Page, spot: Spot) -> bool:
    """`Macron, le président russe et ...`, `Omar Ba, un policier, deux passants`: the comma is one of a list."""
    is_more = page.word(spot.end) == "," and page.tag(spot.end + 1) in ("DET", "NUM") and spot.kind == "noun"
    return is_more or (page.tag(spot.end) == "CCONJ" and spot.determiner != "")
