"""Who is meant by a role? `le président russe`, by what the document says, then by who held the office on its date."""

from __future__ import annotations

from depeche.lang import knowledge
from depeche.pipes.actors.cast import Cast, slug
from depeche.pipes.actors.page import Page, Spot

FEMININE_COUNTRIES_IN_E = ("mx", "kh", "mz", "zw", "bz", "sz", "gb", "sr")
"""Masculine though they end in e: Mexique, Cambodge, Mozambique, Zimbabwe, Belize, Swaziland, Royaume-Uni, Suriname."""
PLURAL_COUNTRIES = ("Pays-Bas", "Philippines", "Maldives", "Seychelles", "Comores", "Fidji")
WITH_FIELD = (
    "ministre",
    "vice-ministre",
    "ministre-delegue",
    "secretaire-d-etat",
    "secretaire",
    "chef",
    "directeur",
    "commissaire",
)
"""Offices that are told apart by their field."""
OF_SOMETHING = ("president", "vice-president", "secretaire-general", "directeur-general", "porte-parole", "patron", "commandant")
"""Offices of a body that the complement names (`le président de la région`)."""
HEADS = ("secretaire-general", "directeur-general", "president", "haut-representant")
"""Offices of who heads an organisation (`le chef de l'ONU`)."""
VAGUE = {"ministre": "ministre", "chef": "", "patron": "", "dirigeant": "", "leader": "", "homme-fort": "", "responsable": ""}
"""Offices that a later role may name loosely, and how the ids of the offices that they can mean begin."""
MANY = ("candidat", "depute", "senateur", "eurodepute")
"""Offices that several have at a time: who has one is not he of a party or a place that was never said to be his."""
CALLINGS = ("opposant", "avocat", "chef", "leader", "general")
"""What one may be beside an office."""
PARTY_HEADS = ("chef", "leader", "dirigeant", "president", "patron", "fondateur", "secretaire-general", "numero-un")
"""Offices of who heads a party, of whom a text seldom tells without his name."""
NEW = ("indefinite", "new", "number")


def office_of(page: Page, spot: Spot) -> str:
    """The id of an office with its field: `ministre grec des Affaires étrangères` -> `ministre-des-affaires-etrangeres`."""
    office = page.lexicon.offices[spot.form]["office"]
    if office not in WITH_FIELD:
        return office
    words: list[str] = []
    for i in range(spot.after, spot.end):
        if page.country(i) or ((page.tag(i) == "CCONJ" or page.word(i) == ",") and page.country(i + 1)):
            continue
        if i in page.inside and knowledge.named(page.inside[i].text):
            while words and (words[-1] in page.lexicon.words["of"] or words[-1] in page.lexicon.determiners):
                words.pop()
            continue
        if page.has(i + 1, "interim") or page.has(i, "interim"):
            continue
        words.append(page.lower[i])
    return slug(" ".join([office, *words]))


def body_of(page: Page, spot: Spot) -> str:
    """The body that the complement of a role describes (`le président de la chambre basse du Japon`), `""` where it names it."""
    if spot.kind != "role" or page.lexicon.offices[spot.form]["office"] in WITH_FIELD or not page.has(spot.after, "of"):
        return ""
    start = spot.after + 1
    while start < spot.end and page.has(start, "article"):
        start += 1
    is_noun = start < spot.end and start not in page.inside and page.tag(start) == "NOUN"
    is_land = page.has(start, "state") or page.has(start, "geography") or page.word(start) in page.lexicon.lands
    if not is_noun or is_land or start + 1 in page.inside or not (spot.countries or spot.names):
        return ""
    return slug(page.doc[start : spot.end].text)


def place_of(page: Page, cast: Cast, spot: Spot) -> str:
    """Of what a role is: the body that it describes, else the country or organisation that it names; `""` where none is said."""
    return body_of(page, spot) or named_place(page, cast, spot)


def named_place(page: Page, cast: Cast, spot: Spot) -> str:
    """The country or organisation that a role names: its id, or `""` where it names none."""
    if spot.countries:
        return spot.countries[0]
    for i in range(spot.first, spot.after):
        if i in page.names and (seat := knowledge.country_of_seat(page.names[i].text)):
            return seat
    for i in spot.names:
        known = knowledge.named(page.names[i].text)
        if known:
            return known.id
        text = knowledge.plain(page.names[i].text)
        if text in cast.aliases or page.names[i].label_ in ("ORG", "LOC"):
            return cast.aliases.get(text, slug(text))
    if spot.kind == "role" and page.has(spot.after, "of") and spot.end > spot.after:
        start = spot.after + 1
        while start < spot.end - 1 and page.has(start, "article"):
            start += 1
        is_state = page.has(start, "state") and start + 1 == spot.end  # `le président de la République`
        return slug(page.doc[start : spot.end].text) if office_of(page, spot) in OF_SOMETHING and not is_state else ""
    return ""


def places_of(page: Page, cast: Cast, spot: Spot) -> tuple[str, ...]:
    """All countries and organisations of a role: several where `et` joins them (`Président du Tchad et de l'Union africaine`)."""
    first = named_place(page, cast, spot)
    found = [first] if first else []
    for before, i in zip(spot.names, spot.names[1:], strict=False):
        known = knowledge.named(page.names[i].text)
        if found and known and not spot.countries and any(page.tag(j) == "CCONJ" for j in range(before + 1, i)):
            found.append(known.id)
    return tuple(dict.fromkeys(found))


def is_former(page: Page, spot: Spot) -> bool:
    """Whether the role is one that somebody had before (`l'ancien président`)."""
    is_prefixed = spot.form.split("-")[0] in page.lexicon.words["former"]
    end = spot.end + page.is_person_at(spot.end + 1)
    is_deposed = any(page.has(i, "deposed") for i in range(spot.after, end))  # `le président déchu`, `renversé Omar Ba`
    return is_prefixed or is_deposed or any(page.has(i, "former") for i in range(spot.start, spot.first))


def learn(page: Page, cast: Cast, role: Spot, person: str) -> None:
    """Note who has an office, as an apposition says."""
    place = place_of(page, cast, role)
    gender = gender_of(page, role) or _agreed(page, role)
    if is_former(page, role):
        cast.former.add(person)
    cast.hold(person, office_of(page, role), place, gender)
    cast.called.setdefault(person, set()).update(_adjectives(page, role))


def _adjectives(page: Page, role: Spot) -> set[str]:
    """What adjectives say of a role, besides its country (`le candidat [écologiste]`)."""
    return {page.lower[i] for i in range(role.after, role.end) if page.tag(i) == "ADJ" and not page.country(i)}


def gender_of(page: Page, role: Spot) -> str:
    """The gender that the words of an office tell, or its determiner (`la ministre`)."""
    return (
        page.lexicon.offices[role.form]["gender"]
        or page.gender_of_determiner(role.start)
        or page.gender_of_determiner(role.start - 1)
    )


def _agreed(page: Page, role: Spot) -> str:
    """The gender that the adjective right after an office tells (`ministre sénégalaise`), `""` where it has one form."""
    if role.after < role.end and page.tag(role.after) == "ADJ":
        found = {"Masc": "m", "Fem": "f"}
        return found.get("".join(page.token(role.after).morph.get("Gender", [])), "")
    return ""


def resolve(page: Page, cast: Cast, spot: Spot, person: str | None) -> str | None:
    """The actor of a role, with its mention; `None` where a bare role is no mention."""
    if person is not None:
        cast.mention(page.span(spot), "role", "role", person)
        return person
    is_new = spot.determiner in NEW
    if page.has(spot.start, "nobody"):
        return None  # `aucun candidat`, `chaque ministre`
    if spot.determiner == "" and page.word(spot.end) == "," and page.has(spot.end + 1, "subject"):
        return None
    if spot.determiner == "" and (page.doc[spot.first].text[:1].islower() or page.tag(spot.start - 1) == "ADP"):
        return None
    id = None if is_new else _subject_of(page, cast, spot) or _known_holder(page, cast, spot) or _renamed(page, cast, spot)
    if id is None:
        id = _nameless(page, cast, spot)
    if gender := gender_of(page, spot):
        cast.genders.setdefault(id, gender)
    cast.mention(page.span(spot), "role", "role", id)
    return id


def _renamed(page: Page, cast: Cast, spot: Spot) -> str | None:
    """Whom a sentence goes on to tell of by what he is or was (`L'opposant Luis Vega s'est rendu. Le chef du parti Sol est
    accusé ...`): the one person named in the sentence before, who has no office that the text told."""
    token, here = page.token(spot.head), page.sentence(spot.start)
    if not token.dep_.startswith("nsubj") or spot.start > page.bounds(spot.start)[0] + 1 or spot.determiner != "definite":
        return None
    place = named_place(page, cast, spot)
    is_partys = place in knowledge.ids("parties") or (place in cast.actors and cast.actors[place].kind == "group")
    is_partys = is_partys or (not spot.names and page.tag(spot.end - 1) != "NOUN" and page.texts[spot.after + 1][:1].isupper())
    if not is_former(page, spot) and not (is_partys and page.lexicon.offices[spot.form]["office"] in PARTY_HEADS):
        return None
    near = {e.actor for e in cast.recent() if e.kind == "person" and here - e.sentence <= 1 and e.actor and not e.form}
    id = next(iter(near)) if len(near) == 1 else None
    if id is None or id not in cast.fullnames or any(id in held for name, held in cast.held.items() if name not in CALLINGS):
        return None
    country, gender = cast.actors[id].country, gender_of(page, spot)
    is_other = bool(country) and place in knowledge.countries() and country != place
    return None if is_other or cast.genders.get(id, gender) not in (gender, "") else id


def _subject_of(page: Page, cast: Cast, spot: Spot) -> str | None:
    """The person who is said to be what the role says (`Il est le plus jeune président du pays`)."""
    children = list(page.token(spot.head).children)
    if not any(child.dep_ == "cop" for child in children):
        return None
    subjects = {child.i for child in children if child.dep_.startswith("nsubj")}
    here = [entry for entry in cast.entries[-12:] if entry.token in subjects and entry.kind == "person"]
    return here[-1].actor if here else None


def _known_holder(page: Page, cast: Cast, spot: Spot) -> str | None:
    office, place = office_of(page, spot), place_of(page, cast, spot)
    is_past = is_former(page, spot)
    if place:
        for name in (office, *(VAGUE if office in HEADS and place not in knowledge.countries() else ())):
            if (name, place) in cast.offices:
                return cast.offices[name, place]
        held = [person for person in cast.held.get(office, ()) if cast.offices.get((office, "")) == person]
        if held and not is_past and office not in MANY and cast.actors[held[-1]].country in (None, place):
            return held[-1]
        named = _of_place(page, cast, office, place)
        return named or (None if is_past else by_date(page, cast, office, place, gender_of(page, spot)))
    held = [person for person in _holders(page, cast, spot, office) if _may_be(page, cast, spot, person)]
    held = [person for person in held if (person in cast.former) == is_past] or held
    if len(held) == 1:
        return held[0]
    if held:
        return next((entry.actor for entry in reversed(cast.recent()) if entry.actor in held), None)
    if is_past or office not in ("president", "premier-ministre", "chancelier"):
        return None
    return _by_topic(page, cast, office, gender_of(page, spot))


def _holders(page: Page, cast: Cast, spot: Spot, office: str) -> list[str]:
    """Who of the document has an office; for `le ministre`, `le dirigeant` alone who has any that it can mean."""
    if cast.held.get(office):
        return cast.held[office]
    is_alone = all(page.has(i, "deposed") for i in range(spot.after, spot.end))  # `l'homme fort déchu`
    if office not in VAGUE or not is_alone:
        return _with_longer_field(cast, office)
    every = [person for name, held in cast.held.items() if name.startswith(VAGUE[office]) for person in held]
    return list(dict.fromkeys(every))


def _with_longer_field(cast: Cast, office: str) -> list[str]:
    """Who has the office whose field is said in short (`ministre de l'Éducation` after `... de l'Éducation nationale`)."""
    if "-" not in office or office in (*HEADS, *OF_SOMETHING):
        return []
    return list(dict.fromkeys(id for name, held in cast.held.items() if name.startswith(f"{office}-") for id in held))


def _may_be(page: Page, cast: Cast, spot: Spot, person: str) -> bool:
    """Whether a bare role may mean its known holder: of the role's gender, and for `son ministre` of the country before it."""
    gender = gender_of(page, spot)
    if gender and cast.genders.get(person, gender) not in (gender, ""):
        return False
    called, known = _adjectives(page, spot), cast.called.get(person)
    if called and known and called.isdisjoint(known):
        return False  # `le candidat socialiste` after `le candidat écologiste Paul Durand`
    owners = [e.actor for e in cast.recent() if e.kind == "country" and e.sentence == page.sentence(spot.start)]
    is_own = spot.determiner == "possessive" and bool(owners)
    return not is_own or cast.actors[person].country in (None, owners[-1])


def _of_place(page: Page, cast: Cast, office: str, place: str) -> str | None:
    """A person of the document who has held the office of the place at any time; for a vague office (`le ministre russe`,
    `le patron de l'ONU`) who has any office of it."""
    past = {slug(row["name"]) for row in knowledge.holders().get((office, place), ())}
    recent = [entry.actor for entry in reversed(cast.recent()) if entry.kind == "person" and entry.actor]
    today = knowledge.holder_of(office, place, page.doc._.published)
    if found := next((id for id in recent if id in past and (today is None or slug(today[0]) not in recent)), None):
        return found
    if office not in VAGUE:
        return None
    if len(place) > 2 and (head := next((id for name in HEADS if (id := by_date(page, cast, name, place))), None)):
        return head
    held = {id for (other, at), id in cast.offices.items() if at == place and other.startswith(VAGUE[office])}
    held |= {id for id in recent if cast.actors[id].country == place and _has(cast, id, VAGUE[office])}
    return next((id for id in recent if id in held), None)


def _has(cast: Cast, person: str, prefix: str) -> bool:
    return any(person in held for office, held in cast.held.items() if office.startswith(prefix))


def _by_topic(page: Page, cast: Cast, office: str, gender: str) -> str | None:
    """A role alone: of the country that the document is about, or of a person named before who has the office."""
    codes = [entry.actor for entry in reversed(cast.recent()) if entry.kind == "country" and entry.actor]
    for code in dict.fromkeys([*codes[:6]]):
        holder = knowledge.holder_of(office, code, page.doc._.published)
        if holder and any(slug(holder[0]) == entry.actor for entry in cast.recent()):
            return slug(holder[0])
    topic = cast.topic or (codes[0] if len(set(codes)) == 1 else None)
    if topic is None:
        return None
    return by_date(page, cast, office, topic, gender) or _of_place(page, cast, office, topic)


def by_date(page: Page, cast: Cast, office: str, place: str, wanted: str = "") -> str | None:
    """Who had an office of a place on the day of the dispatch, as the tables know; from now on he has it in the document.

    Args:
        wanted: the gender that the word of the office tells (`la présidente`).
    """
    holder = knowledge.holder_of(office, place, page.doc._.published)
    if holder is None or (wanted and holder[1] and wanted != holder[1]):
        return None
    name, gender = holder
    id = cast.add(slug(name), name, "person", place if place in knowledge.countries() else None)
    cast.hold(id, office, place, gender)
    return id


def in_country(page: Page, cast: Cast, office: str, code: str) -> str:
    """Who has the office in a country: as the document says, as its date tells, else an actor of its own."""
    known = cast.offices.get((office, code)) or by_date(page, cast, office, code)
    return known or unknown(cast, office, office.replace("-", " "), code)


def _nameless(page: Page, cast: Cast, spot: Spot) -> str:
    """An actor of its own for a role whose holder is not known: `president-du-kazakhstan`."""
    body, land = body_of(page, spot), named_place(page, cast, spot)
    code = land if land in knowledge.countries() else None
    office = office_of(page, spot)
    is_new = spot.determiner in NEW
    if is_new or body or not code:
        name = page.doc[spot.first : spot.end].text
        id = cast.add(slug(name), name, "person", code)
    else:
        id = unknown(cast, office, page.doc[spot.first : spot.after].text.lower(), code)
    if not is_new:
        cast.hold(id, office, body or land, gender_of(page, spot))
    cast.called.setdefault(id, set()).update(_adjectives(page, spot))
    return id


def unknown(cast: Cast, office: str, words: str, code: str) -> str:
    """The actor of an office of a country whose holder is not known (`président du Kazakhstan`)."""
    return cast.add(slug(f"{office} {of_country(code)}"), f"{words} {of_country(code)}", "person", code)


def of_country(code: str) -> str:
    """`de` and a country: `du Kazakhstan`, `de Russie`, `d'Ukraine`, `des États-Unis`."""
    name = knowledge.country_name(code)
    if is_plural_country(code):
        return f"des {name}"
    if name[0] in "AEÉIOUÎ":
        return f"d'{name}"
    return f"de {name}" if gender_of_country(code) == "f" else f"du {name}"


def is_plural_country(code: str) -> bool:
    """Whether a country's name is a plural (`les Philippines`): no `il` or `elle` stands for it."""
    name = knowledge.country_name(code)
    return (name.endswith("s") and " " in name) or "-Unis" in name or name in PLURAL_COUNTRIES


def gender_of_country(code: str) -> str:
    """The gender of a country's name, by its ending.

    Source: Grevisse, Le bon usage, § 480: names in -e are feminine but for Mexique, Cambodge, Mozambique, Zimbabwe, Belize.
    """
    name = knowledge.country_name(code).split()[0].split("-")[0]
    return "f" if name.endswith(("e", "ée")) and code not in FEMININE_COUNTRIES_IN_E else "m"
