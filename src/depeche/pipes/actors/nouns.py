"""Who acts without a name? `des hommes armés`, `l'armée syrienne`: an actor of its own; `le gouvernement russe`: the country."""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

from depeche.lang import knowledge
from depeche.pipes.actors.cast import Cast, slug
from depeche.pipes.actors.lexicon import Noun
from depeche.pipes.actors.page import Page, Spot
from depeche.pipes.actors.phrases import tail
from depeche.pipes.figures.numerals import numerals
from depeche.record import Kind

BLOW = 8
"""Tokens before whom it hits in which a blow is looked for."""

ACTING = ("nsubj", "nsubj:pass", "nsubj:caus", "obl:agent")


def is_mention(page: Page, spot: Spot, noun: Noun) -> bool:
    """A noun that is often none of an actor (`la société`, `les membres`) is a mention only where it acts or is of somebody."""
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
    if page.has(spot.head, "kin") and spot.determiner == "possessive":
        return True
    if spot.form in page.lexicon.words["bare"]:
        return spot.end == spot.after or not page.has(spot.after, "of")
    if noun.acts:
        if token.dep_ == "appos" and page.word(_before_about(page, spot.start)) != ":":
            return False  # but `France : un homme tué`
        has_name = bool(spot.names or spot.countries)
        if not has_name and not _acts(page, spot, token):
            return False
    return not page.has(spot.head - 3, "right") and not (spot.start == spot.head and page.has(spot.head - 2, "right"))


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


def _acts(page: Page, spot: Spot, token: Token) -> bool:
    """Whether a noun with a determiner acts, or something is done to it that is done to actors (`accuse la commission`)."""
    words = page.lexicon.metonymy
    head, dep = _depends(token)
    if page.has(spot.head, "toll"):
        return _is_toll(page, spot, token)
    if page.has(spot.after, "bearing_arms") and spot.determiner != "":
        singular = page.lexicon.nouns[page.lexicon.nouns[spot.form].singular]
        if singular.kind == "person":
            return True  # `les six hommes armés`
    if _is_struck(page, spot, token):
        return True
    is_done_to = head.lower_ in words["on_actor"] or head.lower_ in words["on_person"] or _is_put(page, head)
    is_acted_on = dep == "obj" and is_done_to
    is_victim = page.has(_before_about(page, spot.start), "of") and _is_of_deed(page, spot, head, dep)
    is_told = dep in ACTING or is_acted_on or is_victim or _is_met(page, spot, head)
    is_told = is_told or any(child.lower_ in words["angry"] and child.i > token.i for child in token.children)
    is_told = is_told or _is_author(page, spot, head) or (dep == "obj" and _is_gathered(page, head))
    is_told = is_told or _is_marked(page, spot, token) or _is_resumed(token)
    is_joined = token.dep_ == "conj" and page.is_plural(spot.head) and page.tag(spot.start - 1) == "CCONJ"
    return (spot.determiner != "" or is_joined) and (is_told or _is_given(page, spot, token))


def _is_put(page: Page, verb: Token) -> bool:
    """Whether a verb puts somebody where only somebody is put (`mettre en garde les chefs`, `envoyer en prison dix membres`)."""
    words = page.lexicon.metonymy
    is_put = verb.lower_ in words["put"]
    return is_put and any(child.dep_.startswith("obl") and child.lower_ in words["put_in"] for child in verb.children)


def _is_given(page: Page, spot: Spot, token: Token) -> bool:
    """Whether something is given or said to them (`remettre une preuve à la justice`, `critique envers la justice`)."""
    words, before = page.lexicon.metonymy, page.word(spot.start - 1)
    if before not in words["dative"]:
        return before in words["towards"] and spot.form not in words["bond"]
    verb = token.head.head if token.dep_ == "nmod" and token.head.dep_ == "obj" else token.head
    return token.dep_ in ("obl:arg", "iobj", "nmod", "obl:mod") and verb.lower_ in words["to_actor"]


def _is_of_deed(page: Page, spot: Spot, head: Token, dep: str) -> bool:
    """Whether a phrase after `de` says who suffers a deed, also past its place (`l'interpellation à Lille d'un jeune homme`)."""
    deeds = page.lexicon.metonymy["of_victim"]
    if dep == "nmod" and head.lower_ in deeds:
        return True
    place = page.inside.get(_before_about(page, spot.start) - 1)
    return place is not None and place.label_ == "LOC" and place.start > 1 and page.word(place.start - 2) in deeds


def _before_about(page: Page, i: int) -> int:
    """The token before a phrase and the words that make its number rough (`la mort d'[au moins 28 personnes]`)."""
    i -= 1
    while i > 0 and page.has(i, "about"):
        i -= 1
    return i


def _depends(token: Token) -> tuple[Token, str]:
    """What a noun depends on, and how: of one that is coordinated or that an adverb or pronoun counts (`plus de 300
    personnes`, `l'un de ses fils`), as that one."""
    above = token.head
    is_counted = above.pos_ == "ADV" or (above.pos_ == "PRON" and "PronType=Dem" not in str(above.morph))
    if is_counted and token.dep_.startswith(("obl", "nmod")):
        token = above
    return (token.head.head, token.head.dep_) if token.dep_ == "conj" else (token.head, token.dep_)


def _is_struck(page: Page, spot: Spot, token: Token) -> bool:
    """Whether a blow or a charge falls on them (`ouvrir le feu sur des passants`, `une plainte contre la société`), or comes from
    them (`de la part de groupes armés`)."""
    words = page.lexicon.metonymy
    if page.has(spot.start - 1, "of") and page.word(spot.start - 2) in words["side"]:
        return True
    first = token.head.left_edge.i if token.dep_ == "conj" else spot.start  # `entre partisans de Paul et gardes du palais`
    if page.word(first - 1) in words["between"] and page.word(first - 2) in words["clash"]:
        return True
    if token.dep_ == "conj" and page.word(first) in words["between"] and page.word(first - 1) in words["clash"]:
        return True
    if page.word(spot.start - 1) not in words["at"]:
        return False
    before = [page.word(i) for i in range(max(spot.start - BLOW, page.bounds(spot.start)[0]), spot.start - 1)]
    is_charged = page.word(spot.start - 1) != "parmi" and not words["charge"].isdisjoint(before)
    is_hit = page.lexicon.nouns[spot.form].kind != "organisation" and not (words["strike"] | words["blow"]).isdisjoint(before)
    return is_charged or is_hit


def _is_marked(page: Page, spot: Spot, token: Token) -> bool:
    """Whether they are said to be hit or taken (`trois personnes tuées`, `prendre deux personnes en otage`)."""
    words = page.lexicon.metonymy
    if page.word(spot.end) == "en" and page.word(spot.end + 1) in words["hostage"]:
        return True
    is_hit = any(child.dep_ in ("acl", "amod") and child.lower_ in words["on_person"] for child in token.children)
    return is_hit and page.lexicon.nouns[spot.form].kind != "organisation"


def _is_toll(page: Page, spot: Spot, token: Token) -> bool:
    """Whether a blow has cost them (`l'attentat a fait deux morts et dix blessés`)."""
    words = page.lexicon.metonymy
    head, dep = _depends(token)
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


def _is_resumed(token: Token) -> bool:
    """Whether the parser took for a title the subject of a sentence that goes on after a relative clause (`Une femme de 40 ans,
    qui venait d'être licenciée, a tué trois collègues`)."""
    labels = {child.dep_ for child in token.children}
    verbs = (child for child in token.children if child.dep_.startswith("parataxis") and child.pos_ == "VERB")
    return token.dep_ == "ROOT" and "acl:relcl" in labels and any(verb.nbor(-1).pos_ == "AUX" for verb in verbs)


def _is_author(page: Page, spot: Spot, verb: Token) -> bool:
    """Whether `par` brings them in after a participle, past a number or a place (`blessé par dix à quinze individus`, `tués dans
    leur village par des chasseurs`)."""
    at = spot.start - 1
    if page.tag(at - 1) == "NUM" and page.tag(spot.start) == "NUM":
        at -= 2
    if page.word(at) != "par":
        return False
    if verb.pos_ == "NOUN" and page.lexicon.nouns[spot.form].kind != "organisation":
        return True  # `une attaque par des hommes armés`
    below = [verb, *islice(verb.ancestors, 2)] if verb.pos_ in ("NOUN", "PROPN") else [verb]
    return any("VerbForm=Part" in str(word.morph) for word in below)


def _is_gathered(page: Page, verb: Token) -> bool:
    """Whether a protest has drawn them (`la marche a réuni deux mille personnes`)."""
    words = page.lexicon.metonymy
    subjects = (child.lower_ for child in verb.children if child.dep_.startswith("nsubj"))
    return verb.lower_ in words["gather"] and not words["rally"].isdisjoint(subjects)


def _is_met(page: Page, spot: Spot, head: Token) -> bool:
    """Whether a noun is one of two sides (`une rencontre entre le ministre et les trois syndicats`)."""
    words = page.lexicon.metonymy
    is_led = any(page.word(i) in words["with"] for i in range(max(spot.start - 6, 0), spot.start))
    if page.word(spot.start - 1) in words["with"] and page.word(spot.start - 2) in words["clash"]:
        return True  # `des heurts avec les forces de l'ordre`
    return is_led and bool({head.lower_, head.head.lower_} & (words["met"] | words["meeting"]))


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
