"""Who acts without a name? `des hommes armés`, `l'armée syrienne`: an actor of its own; `le gouvernement russe`: the country."""

from __future__ import annotations

from spacy.tokens import Token

from depeche.lang import knowledge
from depeche.pipes.actors.cast import Cast, slug
from depeche.pipes.actors.lexicon import Noun
from depeche.pipes.actors.likelihood import depends, is_likely
from depeche.pipes.actors.page import Page, Spot
from depeche.pipes.actors.phrases import tail
from depeche.pipes.figures.numerals import numerals
from depeche.record import Kind


def is_mention(page: Page, spot: Spot, noun: Noun) -> bool:
    """Whether a noun phrase is somebody: nothing rules it out, and what is known of it speaks for it."""
    if page.has(spot.start, "nobody") or (noun.is_state and page.has(spot.start - 1, "under")):
        return False  # `aucun groupe`, `sous ce régime`
    if noun.gender == "m" and not noun.is_plural and page.gender_of_determiner(spot.start) == "f":
        return False  # `la mort d'un civil`
    if page.has(spot.head, "seat") and _is_term(page, spot):
        return False
    if page.has(spot.head, "stance") and spot.determiner == "possessive" and page.has(spot.after, "to"):
        return False  # `leur opposition au texte`
    if page.has(spot.head, "ground") and _is_ground(page, spot):
        return False
    if page.has(spot.head, "house") and page.texts[spot.head].islower() and (spot.end == spot.after or spot.names):
        return False  # `l'église`, but `l'Église`, `l'église catholique`
    is_some = page.has(spot.start + 1, "of")  # `deux de ses membres`
    counts = [i for i in range(spot.start, spot.first) if page.has(i, "quantity") or page.has(i, "gathering")]
    amount = counts[0] if counts else spot.start if is_some else spot.head
    token = page.token(amount)
    is_body = noun.kind in ("organisation", "group") and spot.form == noun.singular
    if is_body and (name := page.names.get(page.past_mark(spot.end))) is not None and name.label_ == "ORG":
        return False
    if is_body and any(_is_apposed(page, spot, i) for i in spot.names):
        return False  # `l'agence de presse officielle KCNA`
    if any(child.dep_ == "cop" for child in token.children) or token.dep_ == "vocative":
        return page.has(spot.after, "cleft")  # `ce sont dix civils qui ont péri`
    if spot.determiner == "" and spot.start == spot.head:
        before = page.inside.get(spot.start - 1)
        is_after_name = before is not None and before.label_ == "PER" and not noun.is_plural
        if is_after_name or "VerbForm=Part" in page.token(spot.head).morph:
            return False  # `Jeanne Morvan élue présidente`
    noun_before = page.token(spot.head).head
    is_bare = spot.determiner == "" and not page.has(spot.head - 1, "quantity")
    if is_bare and page.token(spot.head).dep_ == "amod" and noun_before.i == spot.head - 1:
        return False  # `la lutte armée`
    if _is_of_right(page, spot):
        return False
    if page.has(spot.head, "kin") and spot.determiner == "possessive":
        return True
    if spot.form in page.lexicon.words["bare"]:
        return spot.end == spot.after or not page.has(spot.after, "of")
    if noun.acts and token.dep_ == "appos" and page.word(_before_about(page, spot.start)) != ":":
        return False  # but `France : un homme tué`
    if page.has(spot.head, "toll"):
        return _is_toll(page, spot, token)
    is_towards = page.word(spot.start - 1) in page.lexicon.metonymy["towards"] and spot.form not in page.lexicon.metonymy["bond"]
    return not noun.acts or is_towards or is_likely(page, spot, noun)


def _is_of_right(page: Page, spot: Spot) -> bool:
    """Whether whose right is meant (`les droits de l'homme`), not who did it (`la ville a été prise par les rebelles`)."""
    of = spot.head - 1 if spot.start == spot.head else spot.head - 2
    return page.has(of, "of") and page.has(of - 1, "right")


def _is_apposed(page: Page, spot: Spot, i: int) -> bool:
    """Whether a body's own name ends its phrase; of a person it is (`l'armée syrienne du président X`)."""
    name = page.names[i]
    return name.end == spot.end and page.tag(i - 1) in ("ADJ", "NOUN") and name.label_ != "PER"


def _is_ground(page: Page, spot: Spot) -> bool:
    """Whether a camp is a place, and no side (`les camps du PKK`, `l'attaque d'un camp`, not `le camp de Paul Durand`)."""
    is_hit = page.has(spot.start - 1, "of") and page.word(spot.start - 2) in page.lexicon.metonymy["of_victim"]
    return is_hit or any(page.names[i].label_ != "PER" for i in spot.names)


def _is_term(page: Page, spot: Spot) -> bool:
    """Whether an office is meant, not who holds it (`élu à la présidence`, `pendant la présidence`)."""
    is_won = page.word(spot.start - 1) == "à" and any(page.has(i, "to_seat") for i in range(spot.start - 6, spot.start - 1))
    return is_won or spot.determiner == "possessive" or page.has(spot.start - 1, "during")


def _is_toll(page: Page, spot: Spot, token: Token) -> bool:
    """Whether a blow has cost them (`l'attentat a fait deux morts et dix blessés`)."""
    words = page.lexicon.metonymy
    head, dep = depends(token)
    if dep == "obj" and head.lower_ in words["tally"]:
        return True  # `on recense quinze blessés`
    is_headed = page.word(_before_about(page, spot.start)) == ":"  # `Lima : au moins un mort dans un attentat`
    if is_headed or dep in ("ROOT", "appos") or (token.dep_ == "conj" and head.dep_ == "ROOT"):
        return any(child.lower_ in words["blow"] for child in (*token.children, *token.head.children))
    if dep != "obj" or head.lower_ not in words["cost"]:
        return False
    if head.dep_ == "conj" and not any(child.dep_.startswith("nsubj") for child in head.children):
        head = head.head  # `les attentats ont tué dix civils et fait vingt blessés`
    if head.dep_ == "advcl":  # `une bombe a explosé, faisant dix morts`
        head = head.head
    blows = [head.head] if head.dep_.startswith("acl") else [child for child in head.children if child.dep_.startswith("nsubj")]
    return any(blow.lower_ in words["blow"] for blow in blows)


def _before_about(page: Page, i: int) -> int:
    """The token before a phrase and the words that make its number rough (`la mort d'[au moins 28 personnes]`)."""
    i -= 1
    while i > 0 and page.has(i, "about"):
        i -= 1
    return i


def resolve(page: Page, cast: Cast, spot: Spot) -> str | None:
    """The actor of a nameless noun, with its mention."""
    noun = page.lexicon.nouns[spot.form]
    code = place(page, spot)
    if page.has(spot.head, "led") and page.is_person_at(spot.end):
        spot = spot._replace(end=page.names[spot.end].end)  # `l'administration Reagan`
        id = cast.add(_key(page, spot), _name(page, spot), "organisation")
    elif noun.is_state:
        id = state(page, cast, spot, code)
    else:
        kind: Kind = "organisation" if noun.kind == "organisation" else "group" if noun.kind == "group" else "person"
        if spot.determiner == "one" and kind == "group":
            kind = "person"
        id = same_head(page, cast, spot) or cast.add(_counted(page, cast, spot), _name(page, spot), kind, code)
    is_one = noun.kind == "person" and not noun.is_plural
    gender = noun.gender or (page.gender_of_determiner(spot.start) if is_one else "")
    if gender:
        cast.genders.setdefault(id, gender)
    cast.mention(page.span(spot._replace(end=tail(page, spot.start, spot.end))), "description", "noun", id)
    return id


def place(page: Page, spot: Spot) -> str | None:
    """The country that the phrase names; not the one that they only lean to (`les forces fidèles à la Russie`)."""
    if any(page.has(i, "leaning") for i in range(spot.after, spot.end)):
        return None
    if spot.countries:
        return spot.countries[0]
    codes = [code for i in spot.names if (code := knowledge.country_named(page.names[i].text))]
    return codes[0] if codes else None


def state(page: Page, cast: Cast, spot: Spot, code: str | None) -> str:
    """A government: its country; that of the topic where none is named; else an actor of its own."""
    if code:
        return cast.country(code)
    for i in spot.names:
        capital = knowledge.country_of_capital(page.names[i].text)
        if capital:
            return cast.country(capital)
    is_bare = (spot.end == spot.after or page.has(spot.end - 1, "own")) and spot.start >= spot.first - 1
    if not spot.names and spot.determiner in ("definite", "contracted") and is_bare:
        topic = cast.topic or _same_state(cast, spot) or _last_country(cast) or _country_of_people(cast)
        if topic:
            return cast.country(topic)
    return cast.add(_key(page, spot), _name(page, spot), "organisation")


def _same_state(cast: Cast, spot: Spot) -> str | None:
    """The country that the same noun has stood for, where it has been named at least as often as the last one."""
    countries = [entry.actor for entry in cast.recent() if entry.kind == "country" and entry.actor]
    same = next((e.actor for e in reversed(cast.recent()) if e.form == spot.form and e.kind == "country"), None)
    return same if same and countries.count(same) >= countries.count(countries[-1]) else None


def _last_country(cast: Cast) -> str | None:
    """The country named last, where no other is named beside it (`Bichkek et Douchanbé s'accusent, ... les autorités`)."""
    last = [entry for entry in reversed(cast.entries[-20:]) if entry.kind == "country"]
    beside = {entry.actor for entry in last if entry.sentence == last[0].sentence}
    return last[0].actor if len(beside) == 1 else None


def _country_of_people(cast: Cast) -> str | None:
    """The country of everybody who was named, where it is one (`Aminata Sow, ministre sénégalaise, ... le gouvernement`)."""
    codes = {cast.actors[e.actor].country for e in cast.recent() if e.actor and e.kind == "person"} - {None}
    return next(iter(codes)) if len(codes) == 1 else None


def same_head(page: Page, cast: Cast, spot: Spot) -> str | None:
    """`les soldats` after `28 soldats gouvernementaux`: a known noun without more words is the last actor of that noun, or of
    one that means the same (`les insurgés` after `les rebelles`)."""
    if spot.determiner not in ("definite", "contracted", "demonstrative"):
        return None
    told = [entry for entry in reversed(cast.recent()) if entry.actor and entry.form in page.lexicon.nouns]
    if spot.end == spot.after + 1 and (of := page.word(spot.after)) in page.lexicon.nouns and page.has(spot.head, "many"):
        return next((entry.actor for entry in told if entry.form == of), None)  # `les forces rebelles` after `les rebelles`
    if spot.end > spot.after:
        return None
    if _number(page, spot) and (id := _counted(page, cast, spot)) in cast.actors:
        return id  # `les trois soldats` after `deux soldats` and `trois soldats`
    same = page.lexicon.same.get(spot.form, {spot.form})
    found = next((entry.actor for entry in told if entry.form == spot.form), None)
    found = found or next((entry.actor for entry in told if entry.form in same), None)
    kin = (entry.actor for entry in told if entry.form in page.lexicon.words["many"])
    return found or next((id for id in kin if id and id.endswith(f"-{spot.form}")), None)


def _counted(page: Page, cast: Cast, spot: Spot) -> str:
    """The id of some of whom it is told how many they are: others than those of whom it was told before, where these were more
    or fewer (`quatre détenus`, then `184 détenus`)."""
    key, number = _key(page, spot), "" if page.texts[spot.head][:1].isupper() else _number(page, spot)
    return key if not number or cast.counts.setdefault(key, number) == number else slug(f"{number}-{key}")


def _number(page: Page, spot: Spot) -> str:
    """How many some are said to be, in figures; empty where it is not said."""
    if not any(page.tag(i) == "NUM" for i in range(spot.start, spot.first)):
        return ""
    found = numerals(page.doc[spot.start : spot.first].text)
    return f"{found[0].value:g}" if found and found[0].value else ""


def _name(page: Page, spot: Spot) -> str:
    """The phrase without its determiner; `un des meneurs du parti` is a `meneur du parti`."""
    if spot.determiner == "one":
        return page.lexicon.nouns[spot.form].singular + page.doc[spot.after - 1 : spot.end].text.removeprefix(
            page.doc[spot.after - 1].text
        )
    return page.doc[spot.first : spot.end].text


def _key(page: Page, spot: Spot) -> str:
    return slug(_name(page, spot)) or slug(spot.form)
