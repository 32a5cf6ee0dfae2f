"""What holds? Alliances, memberships, leadership, borders, competition, ownership, supply, dependence, offices."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from depeche.lang import FRENCH, knowledge
from depeche.pipes import extensions
from depeche.pipes.actors import lexicon
from depeche.pipes.actors.cast import slug
from depeche.pipes.columns import columns_of
from depeche.pipes.events.parties import Cast
from depeche.pipes.extensions import Held
from depeche.pipes.relations.frames import read_lexicon
from depeche.pipes.relations.reading import Reading, is_measure, readings
from depeche.record import Actor, Mention, Relation

OFFICE = "office-held"
BODIES = ("organisation", "group")
HEADING = 4
"""Characters before the country that a heading begins with (`En Grèce : `)."""
NEAR = 8
"""Characters from its head in which the subject of a sentence begins."""


@Language.factory("depeche_relations", assigns=["doc._.relations"], default_config={"lexicon": None})
class Relations:
    """Write the layer `relations`.

    >>> import depeche
    >>> record = depeche.read("Le Bélarus, allié de la Russie, accueille Vladimir Poutine.", published="2024-11-27")
    >>> [(one.text, one.predicate, one.subject, one.object) for one in record.relations]
    [('allié de la Russie', 'ally_of', 'by', 'ru')]

    Args:
        lexicon: a folder with `relations.toml`; ours by default.

    Raises:
        LexiconError: the file is wrong.
    """

    def __init__(self, nlp: Language, name: str, lexicon: str | None) -> None:
        self.name = name
        self.lexicon = read_lexicon(Path(lexicon) if lexicon else FRENCH)

    def __call__(self, doc: Doc) -> Doc:
        if not doc._.mentions:
            return doc
        found = [*self._told(doc), *self._offices(doc)]
        doc._.actors = _with_named(doc._.actors, found)
        extensions.write(doc, "relations", _once(found))
        return doc

    def _told(self, doc: Doc) -> Iterator[Relation]:
        if not doc.has_annotation("DEP"):
            return
        for one in readings(self.lexicon, Cast(columns_of(doc))):
            figure = _figure(doc, one)
            words = set(doc.text[one.start : one.end].lower().replace("’", "'").replace("'", " ").split())
            if figure is not None or not one.frame.measured or words & self.lexicon.roles["measures"]:
                yield _relation(doc, one.start, one.end, one.frame.predicate, one.subject, one.object, one.frame.id, figure)

    def _offices(self, doc: Doc) -> Iterator[Relation]:
        """Who holds an office of a country or organisation, told by a role beside a name: the fullest telling of each."""
        kinds = {actor.id: actor.kind for actor in doc._.actors}
        fullest: dict[tuple[str, str], Held] = {}
        for held in doc._.offices:
            if held.person not in kinds or self._is_no_office(doc, held):
                continue
            for place in self._places(doc, held, kinds):
                before = fullest.get((held.person, place))
                if before is None or (held.end - held.start > before.end - before.start):
                    fullest[held.person, place] = held
        for (person, place), held in fullest.items():
            yield _relation(doc, held.start, held.end, "holds_office", person, place, OFFICE, None)

    def _places(self, doc: Doc, held: Held, kinds: dict[str, str]) -> Iterator[str]:
        """The countries and organisations of an office: those of the role, else one named in it, else by the tables."""
        of_country = held.office in self.lexicon.roles["of_a_country"]
        bodies = (*BODIES, "place") if held.office in self.lexicon.roles["of_a_place"] else BODIES
        found = [
            place for place in held.places if place in knowledge.countries() or (kinds.get(place) in bodies and not of_country)
        ]
        if not found and held.office not in self.lexicon.roles["abroad"]:
            found = [name for name, kind in _named_in(doc, held) if kind == "country" or not of_country][:1]
        is_abroad = held.office in self.lexicon.roles["abroad"]
        found = list(found or self._described(doc, held) or (() if held.places else _place_by_date(doc, held)))
        is_minister = of_country and not is_abroad
        if not found and not held.places and (is_minister or held.office in self.lexicon.roles["head_of_state"]):
            found = list(_by_context(doc, held, is_minister=is_minister))
        if not found and not held.places and is_minister and not _names_place(doc, held):
            found = [actor.country for actor in doc._.actors if actor.id == held.person and actor.country]
        yield from found

    def _described(self, doc: Doc, held: Held) -> tuple[str, ...]:
        """Whom the role describes (`la présidente de la commission`, `la porte-parole du gouvernement`), or owns by a possessive.

        `sa directrice` is of an organisation, `leur ambassadeur à Moscou` of a country.
        """
        roles = self.lexicon.roles
        inside = [one for one in doc._.mentions if held.start < one.start and one.end <= held.end and one.via == "description"]
        found = [
            one.actor
            for one in inside
            if one.actor and (one.kind in BODIES or (one.kind == "country" and one.text.lower() in roles["whole_parts"]))
        ]
        bodies = (actor.id for actor in doc._.actors if actor.kind in BODIES)
        begun = [body for body in bodies if any(body.startswith(f"{id}-") for id in held.places)]
        if found or len(begun) == 1:
            return (*found, *begun)[:1]
        words = doc.text[held.start : held.end].split()
        if not words or lexicon.load().determiners.get(words[0].lower()) != "possessive":
            return ()
        return _owner(doc, held, ("country",) if held.office in roles["abroad"] and held.places else BODIES)

    def _is_no_office(self, doc: Doc, held: Held) -> bool:
        roles = self.lexicon.roles
        is_whole = bool(roles["whole_parts"] & set(doc.text[held.start : held.end].lower().split()))
        return held.office in roles["no_office"] or (held.is_within and held.office in roles["of_a_part"] and not is_whole)


def _relation(
    doc: Doc, start: int, end: int, predicate: str, subject: str, object: str, why: str, figure: int | None
) -> Relation:
    return Relation(
        start=start,
        end=end,
        text=doc.text[start:end],
        predicate=predicate,  # type: ignore[arg-type]  # the loader's file holds it
        subject=subject,
        object=object,
        figure=figure,
        why=why,
    )


def _figure(doc: Doc, one: Reading) -> int | None:
    """The figure that measures a relation: the first in its passage that is no plain number."""
    if one.frame.figure:
        for index, figure in enumerate(doc._.figures):
            if one.start <= figure.start and figure.end <= one.end and is_measure(figure):
                return index
    return None


def _named_in(doc: Doc, held: Held) -> Iterator[tuple[str, str]]:
    """The countries and organisations that the role names (`porte-parole du Kremlin`)."""
    for mention in doc._.mentions:
        is_inside = held.start < mention.start and mention.end <= held.end and mention.via in ("name", "acronym", "metonymy")
        if is_inside and mention.actor and mention.actor != held.person and mention.kind in (*BODIES, "country"):
            yield mention.actor, mention.kind


def _names_place(doc: Doc, held: Held) -> bool:
    """Whether the office is of a place that is no country (`la Première ministre du Québec`)."""
    return any(held.start < ent.start_char and ent.end_char <= held.end and ent.label_ == "LOC" for ent in doc.ents)


def _owner(doc: Doc, held: Held, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The actor of these kinds that is the last before the possessive in its sentence, else the first of the sentence before."""
    tokens = doc.char_span(held.start, held.end, alignment_mode="expand")
    if tokens is None:
        return ()
    here = tokens.sent
    for sent in (here, doc[here.start - 1].sent if here.start else here):
        found = [
            one
            for one in doc._.mentions
            if sent.start_char <= one.start and one.end <= min(sent.end_char, held.start) and one.kind in (*BODIES, "country")
        ]
        if sent != here and (subject := _main_subject(sent, found, kinds)):
            return subject
        if found:
            first = found[0]
            is_body = first.kind in kinds or (first.kind == "country" and first.via == "description")  # `Le gouvernement kényan`
            return (first.actor,) if first.actor and is_body and first.start - sent.start_char < NEAR else ()
    return ()


def _by_context(doc: Doc, held: Held, *, is_minister: bool) -> tuple[str, ...]:
    """Whose minister or head of state is it: of the government that the sentence before is about, of the heading's country.

    `Équateur : le Parlement ouvre un procès ... contre le président Rodrigo Salvatierra`.
    """
    tokens = doc.char_span(held.start, held.end, alignment_mode="expand")
    if tokens is None:
        return ()
    before = doc[tokens.sent.start - 1].sent if tokens.sent.start else tokens.sent
    countries = [one for one in doc._.mentions if one.kind == "country" and one.actor]
    near = [one for one in countries if one.start >= before.start_char and one.via == "description"]
    if is_minister and (subject := _main_subject(before, near, ("country",))):
        return subject
    first = countries[0] if countries else None
    is_heading = first is not None and first.start <= HEADING and doc.text[first.end :].lstrip().startswith(":")
    is_beside = is_minister or "," not in doc.text[held.start : held.end]
    return (first.actor,) if first is not None and first.actor and is_heading and is_beside else ()


def _main_subject(sent: Span, found: list[Mention], kinds: tuple[str, ...] = BODIES) -> tuple[str, ...]:
    """The organisation that is the subject of a sentence's main verb."""
    heads = [token.idx for token in sent.root.children if token.dep_.startswith("nsubj")]
    over = [one for one in found if any(one.start <= head < one.end for head in heads)]
    return tuple(one.actor for one in over if one.actor and one.kind in kinds)[:1]


def _place_by_date(doc: Doc, held: Held) -> tuple[str, ...]:
    """Of what is a bare role (`le secrétaire général, António Guterres`), if the tables give it to this person on this date?"""
    if "," not in doc.text[held.start : held.end]:
        return ()
    for actor in doc._.actors:
        holder = knowledge.holder_of(held.office, actor.id, doc._.published)
        if holder and slug(holder[0]) == held.person:
            return (actor.id,)
    return ()


def _once(found: list[Relation]) -> list[Relation]:
    """Each relation of one passage once, as a figure measures it if any does."""
    ranked = sorted(found, key=lambda one: one.figure is None)
    return list({(one.predicate, one.subject, one.object, one.start // 200): one for one in reversed(ranked)}.values())


def _with_named(actors: tuple[Actor, ...], found: list[Relation]) -> tuple[Actor, ...]:
    """The actors, with the countries that only an adjective names (`le président gambien Adama Barrow`)."""
    known = {actor.id: actor for actor in actors}
    for one in found:
        for name in (one.subject, one.object):
            if name not in known:
                known[name] = Actor(
                    id=name, name=knowledge.country_name(name), kind="country", country=name, wikidata=knowledge.wikidata_of(name)
                )  # fmt: skip
    return tuple(known[name] for name in sorted(known))
