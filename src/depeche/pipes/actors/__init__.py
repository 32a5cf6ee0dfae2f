"""Who acts, speaks or is acted on? Names, roles, nameless groups and pronouns, each resolved to an actor or to `None`.

`spots` finds every stretch that may stand for an actor; names, acronyms and appositions are learnt from the whole document;
then each spot is resolved from left to right, by the file that answers its question.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from depeche.lang import knowledge
from depeche.pipes import extensions
from depeche.pipes.actors import descriptions, groups, lexicon, naming, nouns, peoples, pronouns, roles
from depeche.pipes.actors.apposition import appositions, bodies, is_title, with_title
from depeche.pipes.actors.cast import Cast, Entry, slug
from depeche.pipes.actors.page import Page, Spot
from depeche.pipes.actors.spots import office, spots
from depeche.pipes.extensions import Held
from depeche.record import Mention

__all__ = ["Actors", "mention_at", "mention_of_token", "slug"]

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:caus")


def mention_at(doc: Doc, start: int, end: int) -> Mention | None:
    """Which mention overlaps these characters best? `None` where none does."""
    found = [item for item in doc._.mentions if item.start < end and item.end > start]
    return max(found, key=lambda item: _overlap(item, start, end), default=None)


def _overlap(item: Mention, start: int, end: int) -> float:
    return (min(item.end, end) - max(item.start, start)) / (max(item.end, end) - min(item.start, start))


def mention_of_token(doc: Doc, token: Token) -> Mention | None:
    """Which mention is this token in? The shortest that covers it, or `None`."""
    found = [item for item in doc._.mentions if item.start <= token.idx and token.idx + len(token) <= item.end]
    return min(found, key=lambda item: item.end - item.start, default=None)


@Language.factory("depeche_actors", assigns=["doc._.actors", "doc._.mentions"], default_config={"lexicon": None})
class Actors:
    """Write the layers `actors` and `mentions`.

    >>> import spacy
    >>> nlp = spacy.blank("fr")
    >>> _ = nlp.add_pipe("sentencizer"), nlp.add_pipe("depeche_names"), nlp.add_pipe("depeche_actors")
    >>> doc = nlp("Le président russe est arrivé au Kazakhstan.")
    >>> [(mention.text, mention.actor) for mention in doc._.mentions]
    [('Le président russe', 'president-de-russie'), ('Kazakhstan', 'kz')]
    """

    def __init__(self, nlp: Language, name: str, lexicon: str | None) -> None:
        self.name = name
        self.lexicon = _load(lexicon)

    def __call__(self, doc: Doc) -> Doc:
        page = Page(doc, self.lexicon)
        cast = Cast(page.columns.text)
        naming.learn(page, cast)
        found = spots(page)
        named = appositions(page, found)
        for spot in found:
            if spot.kind == "people":
                peoples.learn(page, cast, spot)
        people = _learn_roles(page, cast, found, named)
        for k, name in bodies(page, found).items():
            people.setdefault(k, naming.body(cast, page.names[found[name].head].text))
        doc._.offices = tuple(_offices(page, cast, found, named, {k: people[k] for k in named}))
        titles = {k for k, name in named.items() if is_title(found[k], found[name])}
        titled = {named[k]: with_title(found[k], found[named[k]]) for k in titles}
        for k, spot in enumerate(found):
            if k not in titles:
                _resolve(page, cast, titled.get(k, spot), people.get(k))
        used = {id for item in cast.mentions for id in (item.actor, *item.members) if id}
        doc._.actors = tuple(cast.actors[id] for id in sorted(used))
        extensions.write(doc, "mentions", cast.mentions)
        doc._.clitics = tuple(cast.clitics)
        return doc


def _load(folder: str | None) -> lexicon.Lexicon:
    return lexicon.load() if folder is None else lexicon.load(Path(folder))


def _learn_roles(page: Page, cast: Cast, found: list[Spot], named: dict[int, int]) -> dict[int, str]:
    """The person of each role that a name stands beside; whoever has an office is known in the whole document."""
    people = {}
    for k in sorted(named):
        ent = page.names[found[named[k]].head]
        people[k] = person = naming.person(page, cast, ent.text)
        if found[k].kind == "role":
            roles.learn(page, cast, found[k], person)
        place = roles.named_place(page, cast, found[k])
        cast.add(person, ent.text, "person", place if place in knowledge.countries() else None)
    return people


def _offices(page: Page, cast: Cast, found: list[Spot], named: dict[int, int], people: dict[int, str]) -> Iterator[Held]:
    """Who holds which office, as the text says it beside the name."""
    for k in sorted(people):
        role, name = found[k], found[named[k]]
        if role.kind == "role" and not roles.is_former(page, role):
            (start, end), (first, last) = page.span(role), page.span(name)
            office = page.lexicon.offices[role.form]["office"]
            is_within = bool(role.countries) and page.has(role.after, "of")
            yield Held(people[k], office, roles.places_of(page, cast, role), min(start, first), max(end, last), is_within)


def _resolve(page: Page, cast: Cast, spot: Spot, person: str | None) -> None:
    before = len(cast.mentions)
    if spot.kind == "clitic":
        pronouns.clitic(page, cast, spot)
    elif spot.kind == "name":
        naming.resolve(page, cast, spot)
    elif spot.kind == "people":
        peoples.resolve(page, cast, spot)
    elif spot.kind == "pronoun":
        pronouns.resolve(page, cast, spot)
    elif groups.several(page, cast, spot):
        pass
    elif spot.kind in ("noun", "description") and person is not None:
        cast.mention(page.span(spot), "description", "apposition", person)
    elif spot.kind == "role" and person is None and spot.form in page.lexicon.descriptions and _taken_up(page, cast, spot):
        pass
    elif spot.kind == "role":
        roles.resolve(page, cast, spot, person)
    elif spot.kind == "description" or (spot.form in page.lexicon.descriptions and _taken_up(page, cast, spot)):
        if spot.kind == "description" and not descriptions.resolve(page, cast, spot):
            _former(page, cast, spot)
    elif nouns.is_mention(page, spot, page.lexicon.nouns[spot.form]):
        nouns.resolve(page, cast, spot)
    for item in cast.mentions[before:]:
        cast.entries.append(_entry(page, cast, spot, item))


def _former(page: Page, cast: Cast, spot: Spot) -> None:
    """`l'ancien président`, where nobody was named whom it takes up: a role like another."""
    role = office(page, spot.head + 1) if page.has(spot.head, "former") else None
    if role is None:
        return
    is_known = any(person in cast.former for person in cast.held.get(roles.office_of(page, role), ()))
    if is_known or all(entry.kind != "person" for entry in cast.recent()):
        roles.resolve(page, cast, role, None)


def _taken_up(page: Page, cast: Cast, spot: Spot) -> bool:
    """A noun that takes up somebody named before (`l'organisation`) is no actor of its own."""
    return not nouns.same_head(page, cast, spot) and descriptions.resolve(page, cast, spot)


def _form(cast: Cast, spot: Spot, item: Mention) -> str:
    """The noun of the nameless actor that a pronoun takes up, `""` for one with a name."""
    if spot.kind != "pronoun" or item.actor is None:
        return ""
    return next((entry.form for entry in reversed(cast.recent()) if entry.actor == item.actor), "")


def _own_form(spot: Spot, item: Mention) -> str:
    """The noun of a nameless actor; one that takes up a body (`le journal`) is for each the one named last."""
    return "" if item.why == "organisation" else spot.form


def _gender_of_word(page: Page, spot: Spot) -> str:
    """The gender of the noun that tells a body, whatever that of its name."""
    noun, row = page.lexicon.nouns.get(spot.form), page.lexicon.descriptions.get(spot.form)
    return noun.gender if noun is not None else row["gender"] if row is not None else ""


def _entry(page: Page, cast: Cast, spot: Spot, item: Mention) -> Entry:
    root = page.doc[spot.start : spot.end].root
    if item.via == "name" and item.kind == "person" and root.dep_ in ("flat:name", "appos", "flat"):
        root = root.head
    asked = page.lexicon.pronouns.get(spot.form, {}).get("gender", "")
    gender = descriptions.gender_of(cast, item.actor) if item.actor else asked
    if item.via == "description" and item.kind in ("organisation", "group"):
        gender = _gender_of_word(page, spot) or gender  # `le Front populaire, une milice. Celle-ci nie.`
    if item.via == "metonymy":
        gender = page.gender_of_determiner(spot.start - 1) or gender  # `le Kremlin ... ce dernier`
    plural = spot.kind in ("noun", "people") and page.token(spot.head).morph.get("Number", []) == ["Plur"]
    if spot.kind == "noun":
        plural = (page.lexicon.nouns[spot.form].is_plural and spot.form != page.lexicon.nouns[spot.form].singular) or plural
    if spot.determiner == "one":
        plural = False
    if item.kind == "country" and item.actor in knowledge.countries() and item.via in ("name", "acronym"):
        plural = roles.is_plural_country(item.actor)
    if spot.kind == "pronoun":
        plural = page.lexicon.pronouns[spot.form]["number"] == "p"
    if spot.kind == "people":
        plural = item.kind != "person" and (spot.form.endswith(("s", "x")) or plural)
    if spot.kind == "name" and item.kind == "group":
        plural = spot.start > 0 and page.token(spot.start - 1).morph.get("Number", []) == ["Plur"]
    return Entry(
        token=spot.head,
        sentence=page.sentence(spot.start),
        actor=item.actor,
        kind=item.kind,
        gender=gender,
        number="p" if plural or item.members else "s",
        is_subject=root.dep_ in SUBJECTS or (item.kind == "person" and _is_whose_view(page, spot)),
        is_inner=root.dep_ == "nmod" or (root.dep_ == "appos" and root.head.dep_ == "nmod" and page.word(spot.start - 1) == "("),
        is_quoted=page.quoted[spot.head],
        form=_own_form(spot, item) if spot.kind == "noun" else _form(cast, spot, item),
        members=item.members,
    )


def _is_whose_view(page: Page, spot: Spot) -> bool:
    """Whether a sentence begins with whose view it tells (`Pour Ama Koffi, « le texte est vide »`)."""
    first = page.bounds(spot.start)[0]
    return spot.start - 1 == first and page.has(first, "view")
