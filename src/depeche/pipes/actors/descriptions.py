"""Who is taken up by a description? `ce pays`, `son allié russe`, `l'organisation`, `son homologue kazakh`."""

from __future__ import annotations

from depeche.lang import knowledge
from depeche.pipes.actors.cast import Cast, Entry, slug
from depeche.pipes.actors.page import Page, Spot, joined
from depeche.pipes.actors.roles import by_date, gender_of_country, unknown
from depeche.record import Kind

DOING = ("nsubj", "obl:agent")
"""How the parse marks who does something."""
KNOWN = ("definite", "contracted", "demonstrative")
WANTED: dict[str, tuple[Kind, ...]] = {
    "country": ("country",),
    "person": ("person",),
    "organisation": ("organisation", "group"),
    "place": ("place",),
}


def resolve(page: Page, cast: Cast, spot: Spot) -> bool:
    """Write the mention of what a description takes up; whether there is one."""
    points = page.lexicon.descriptions[spot.form]["points"]
    at = page.past_mark(spot.end)
    is_named = at in page.names and (at > spot.end or (points == "organisation" and page.names[at].label_ == "ORG"))
    is_right = page.has(spot.head - 3, "right") and page.has(spot.head - 2, "of")  # `les droits de l'homme`
    if page.word(spot.end) == "-" or is_named or is_right or _is_condition(page, spot):
        return False
    is_many = any(page.has(i, "quantity") for i in range(spot.start, spot.first))  # `une quarantaine de pays`
    if is_many or page.token(spot.head).morph.get("Number", []) == ["Plur"]:
        return points == "country" and _plural(page, cast, spot) is not None
    if points == "counterpart":
        _counterpart(page, cast, spot)
        return True
    if points == "ally":
        is_open = page.has(spot.head, "neighbour") or not _is_persons(page, cast, spot)
        is_countrys = spot.determiner == "possessive" and spot.countries and is_open
        id = cast.country(spot.countries[0]) if is_countrys else None
        is_bare = id is None and spot.determiner == "possessive" and spot.end == spot.after
        id = _neighbour(page, cast, spot) if is_bare and page.has(spot.head, "neighbour") else id
    elif points == "capital":
        id = None
    elif points == "country":
        id = _country(page, cast, spot)
    else:
        is_own = points == "organisation" and spot.determiner == "possessive" and spot.end == spot.after
        id = _own_body(page, cast, spot) if is_own else None
        kinds: tuple[Kind, ...] = ("group",) if page.has(spot.head, "band") else WANTED[points]
        id = _taken_up(page, cast, spot, kinds) if spot.determiner in KNOWN else id
    if id is not None:
        cast.mention(page.span(spot), "description", points, id)
    return id is not None


def _neighbour(page: Page, cast: Cast, spot: Spot) -> str | None:
    """`son voisin` alone: the one other country near that of the subject."""
    here = page.sentence(spot.start)
    near = [e for e in cast.recent() if e.kind == "country" and e.actor and here - e.sentence <= 1]
    owners = [e.actor for e in near if e.is_subject and e.sentence == here]
    others = {e.actor for e in near} - set(owners[-1:])
    return next(iter(others)) if owners and len(others) == 1 else None


def _is_persons(page: Page, cast: Cast, spot: Spot) -> bool:
    """Whether the last subject of the sentence is a person (`Omar Ba bat son rival français`): so is then the rival."""
    here = page.sentence(spot.start)
    owners = [entry.kind for entry in cast.recent() if entry.sentence == here and entry.is_subject]
    return owners[-1:] == ["person"]


def _is_condition(page: Page, spot: Spot) -> bool:
    """`l'état d'urgence` is no State."""
    is_lower = spot.form.startswith("état") and page.doc[spot.head].text[0] == "é"
    return is_lower and page.has(spot.after, "of") and spot.after + 1 not in page.inside


def _country(page: Page, cast: Cast, spot: Spot) -> str | None:
    if spot.determiner in ("possessive", "speaker"):
        return _own_country(page, cast, spot)
    is_own = page.has(spot.head, "own") or page.has(spot.head, "kingdom")
    if spot.determiner not in KNOWN or (not is_own and spot.determiner != "demonstrative"):
        return None
    if spot.names and spot.determiner != "demonstrative":
        return None
    if spot.countries:
        return cast.country(spot.countries[0])
    here = page.sentence(spot.start)
    beside = _beside(page, cast, spot)
    allowed = _allowed(page, spot)
    recent = [
        e for e in cast.recent() if e.kind == "country" and e.actor and e.actor != beside and (not allowed or e.actor in allowed)
    ]
    near = [entry for entry in recent if here - entry.sentence <= 1]
    codes = [entry.actor for entry in recent if entry.actor]
    if not codes:
        return None if allowed else cast.topic
    if allowed:
        return codes[-1]
    if spot.determiner == "demonstrative" and near:
        return max(near, key=lambda e: (e.sentence, e.is_subject, e.token)).actor
    if cast.topic in codes:
        return cast.topic
    if near:
        return max(near, key=lambda e: (e.sentence, e.is_subject, e.token)).actor
    return max(dict.fromkeys(codes), key=codes.count)


def _allowed(page: Page, spot: Spot) -> tuple[str, ...]:
    """The countries that the words of the phrase leave (`soviétique`, `d'Asie centrale`); empty where they leave all."""
    words = [page.word(i) for i in range(spot.start, spot.end)] + [knowledge.plain(page.names[i].text) for i in spot.names]
    return next((page.lexicon.country_sets[word] for word in words if word in page.lexicon.country_sets), ())


def _beside(page: Page, cast: Cast, spot: Spot) -> str | None:
    """The actor that `et` joins to the phrase (`entre Moscou et ce pays`, `de Paul et de la femme`): it is not the same."""
    at = spot.start - 1 - (page.tag(spot.start - 1) == "ADP")
    if page.tag(at) != "CCONJ" or not cast.entries:
        return None
    return cast.entries[-1].actor if cast.entries[-1].token >= spot.start - 5 else None


def _plural(page: Page, cast: Cast, spot: Spot) -> str | None:
    """`d'autres pays africains`: a group of its own, where something tells it from all countries."""
    if spot.end == spot.after and spot.determiner not in ("new", "number"):
        return None
    name = page.doc[spot.first : spot.end].text
    id = cast.add(slug(name), name, "group")
    cast.mention(page.span(spot), "description", "countries", id)
    return id


def _own_country(page: Page, cast: Cast, spot: Spot) -> str | None:
    """`son pays`: that of the person who is the subject before it; `notre pays`: that of who speaks."""
    here = page.sentence(spot.start)
    if spot.determiner == "speaker":
        after = next((entry for entry in cast.recent()[::-1] if entry.kind == "person" and entry.is_subject), None)
        return cast.actors[after.actor].country if after and after.actor else None
    for entry in sorted(cast.entries[-12:], key=lambda e: (e.sentence, e.is_subject, e.token), reverse=True):
        if entry.actor and here - entry.sentence <= 1 and entry.kind in ("person", "country"):
            country = cast.actors[entry.actor].country
            if country:
                return cast.country(country)
    return None


def _own_body(page: Page, cast: Cast, spot: Spot) -> str | None:
    """`son parti`: the body of which the person before it was said to have an office."""
    here = page.sentence(spot.start)
    near = [e for e in cast.recent() if e.kind == "person" and e.actor and here - e.sentence <= 1]
    owner = max(near, key=lambda e: (e.sentence, e.is_subject, e.token)).actor if near else None
    held = [place for (_, place), person in cast.offices.items() if person == owner and place in cast.actors]
    bodies = [place for place in held if cast.actors[place].kind in ("organisation", "group")]
    return next((id for id in bodies if is_of_sort(page, cast, spot, id)), None)


def _taken_up(page: Page, cast: Cast, spot: Spot, kinds: tuple[Kind, ...]) -> str | None:
    """The last actor of the kind, where the phrase adds nothing that could mean another."""
    if joined(page.lower[spot.end : spot.end + 2]) in page.lexicon.words["ruling"]:
        return None  # `le parti au pouvoir`
    adjectives = 2 if spot.countries else 1  # `le groupe chiite libanais`
    first = spot.first - 1 if page.tag(spot.first - 1) == "ADJ" and "person" in kinds else spot.first  # `la jeune femme`
    if spot.names or spot.end > spot.after + adjectives or spot.start < first - 1:
        return None
    here = page.sentence(spot.start)
    if spot.countries:
        same = [e.actor for e in cast.recent() if e.actor and e.kind in kinds and not e.form and here - e.sentence <= 3]
        return next((id for id in reversed(same) if cast.actors[id].country == spot.countries[0]), None)
    nameless = page.lexicon.nouns.keys() - (page.lexicon.words["court"] if page.has(spot.head, "court") else set())
    beside = _beside(page, cast, spot)
    recent = [e for e in cast.recent() if e.actor and e.actor != beside and e.kind in kinds and e.form not in nameless]
    if "organisation" in kinds and spot.form not in page.lexicon.words["taken_up"]:
        with_word = [e for e in recent if e.actor and spot.form in cast.actors[e.actor].name.lower().split()]
        if with_word or page.has(spot.head, "by_name"):
            is_its = with_word and not page.has(spot.end, "of")  # `l'ordre` after `l'Ordre de Malte`, not `l'ordre de tirer`
            return with_word[-1].actor if is_its or not page.has(spot.head, "by_name") else None
    if "place" in kinds and page.has(spot.head, "town"):
        is_office = page.has(spot.start - 1, "of") and page.word(spot.start - 2) in page.lexicon.offices  # `maire de la commune`
        is_related = spot.end < len(page.doc) and "PronType=Rel" in str(page.token(spot.end).morph)
        return None if spot.end > spot.after or is_related or is_office else _town(recent, here)
    media = knowledge.media()
    is_medium = page.has(spot.head, "medium") and any(e.actor in media for e in recent)
    if is_medium:
        recent = [e for e in recent if e.actor in media]
    elif page.has(spot.head, "no_medium"):
        recent = [e for e in recent if e.actor not in media]
    if "organisation" in kinds:
        recent = [e for e in recent if e.actor and is_of_sort(page, cast, spot, e.actor)]
    reach = 4 if "organisation" in kinds else 2 + (spot.determiner == "demonstrative")
    near = [e for e in recent if here - e.sentence <= reach]
    if page.has(spot.head, "alone"):
        return None if beside else _only_one(page, cast, spot, here)
    return near[-1].actor if near and (is_medium or _is_known(page, spot)) else None


def _only_one(page: Page, cast: Cast, spot: Spot, here: int) -> str | None:
    """The one person of whom the text has told just before (`l'opposant`, `l'accusé`), where there was no other; of more the one
    of the sentence before; for `le meurtrier` only who did something."""
    kin, gender = page.lexicon.words["kin"], page.lexicon.descriptions[spot.form]["gender"]
    near = [e for e in cast.recent() if e.kind == "person" and e.actor and e.number == "s" and e.form not in kin]
    is_killer = page.has(spot.head, "killer")
    near = [e for e in near if here - e.sentence <= 2 and not (is_killer and page.token(e.token).dep_ not in DOING)]
    last = max((e.sentence for e in near), default=here)
    found = {e.actor: e.gender for e in near}
    if len(found) > 1 and last == here - 1:
        near = [e for e in near if e.sentence == last]
        found = {e.actor: e.gender for e in near}
    is_other = bool(gender) and not set(found.values()) <= {gender, ""}
    return next(iter(found)) if len(found) == 1 and not is_other else None


def is_of_sort(page: Page, cast: Cast, spot: Spot, id: str) -> bool:
    """Whether an actor may be what the phrase calls it: a court a court, `le mouvement`, `la rébellion` no institution."""
    words = frozenset(slug(cast.actors[id].name).split("-"))
    if page.has(spot.head, "court"):
        return not words.isdisjoint(page.lexicon.words["court_name"])
    if not any(page.has(i, "partisan") for i in range(spot.start, spot.end)):
        return True
    if any(e.actor == id and page.has(e.token - 1, "medium") for e in cast.recent()):
        return False  # `le journal Gara`
    is_told = id in knowledge.ids("groups") or id in knowledge.ids("parties") or cast.actors[id].kind == "group"
    is_public = id in knowledge.ids("organisations") and not page.has(spot.head, "union")
    return is_told or not (is_public or not words.isdisjoint(page.lexicon.words["institution"]))


def _town(places: list[Entry], here: int) -> str | None:
    """The town that was named last, just before or as the only place of the text (`la ville`)."""
    near = [e for e in places if here - e.sentence <= 2]
    only = {e.actor for e in places}
    return near[-1].actor if near else next(iter(only)) if len(only) == 1 else None


def _is_known(page: Page, spot: Spot) -> bool:
    return spot.determiner == "demonstrative" or spot.form in page.lexicon.words["taken_up"]


def _counterpart(page: Page, cast: Cast, spot: Spot) -> str | None:
    """`son homologue kazakh`: who has the subject's office in that country."""
    code = spot.countries[0] if spot.countries else None
    id = (counterpart(page, cast, spot, code) or unknown(cast, spot.form, spot.form, code)) if code else None
    id = id or (_colleague(page, cast, spot) if code is None else None)
    cast.mention(page.span(spot), "role", "counterpart", id, kind="person")
    return id


def _colleague(page: Page, cast: Cast, spot: Spot) -> str | None:
    """`son homologue` alone: the one other person near whose office is that of the subject before."""
    here = page.sentence(spot.start)
    near = _subjects_first(cast, here)
    own = near[0].actor if near else None
    others = [id for held in cast.held.values() if own in held for id in held if id != own]
    found = dict.fromkeys(e.actor for e in cast.recent() if e.actor in others)
    return next(iter(found)) if len(found) == 1 else None


def counterpart(page: Page, cast: Cast, spot: Spot, code: str) -> str | None:
    """Who has in a country the office of the subject before (`son homologue kazakh`)."""
    here = page.sentence(spot.start)
    offices = [o for entry in _subjects_first(cast, here) for o, held in cast.held.items() if entry.actor in held]
    holders = (cast.offices.get((office, code)) or by_date(page, cast, office, code) for office in offices)
    id = next((holder for holder in holders if holder), None)
    named = [e.actor for e in cast.recent() if e.kind == "person" and e.actor and cast.actors[e.actor].country == code]
    id = id or (named[-1] if len(set(named)) == 1 else None)
    if id is None and offices:
        forms = (form for form, row in page.lexicon.offices.items() if row["office"] == offices[0])
        id = unknown(cast, offices[0], next(forms, offices[0].replace("-", " ")), code)
    return id


def _subjects_first(cast: Cast, here: int) -> list[Entry]:
    near = [entry for entry in cast.recent() if entry.kind == "person" and here - entry.sentence <= 2]
    return sorted(near, key=lambda e: (e.sentence, e.is_subject, e.token), reverse=True)


def gender_of(cast: Cast, id: str) -> str:
    """The gender that a pronoun for the actor has, `""` where it is not known."""
    if id in cast.genders:
        return cast.genders[id]
    return gender_of_country(id) if cast.actors[id].kind == "country" else ""
