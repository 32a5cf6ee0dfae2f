"""What happened? Who did what to whom, of PLOVER's sixteen types, told by a verb or a noun."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from depeche.lang import FRENCH, knowledge
from depeche.pipes import extensions
from depeche.pipes.columns import columns_of
from depeche.pipes.events.antecedents import is_taken_up
from depeche.pipes.events.details import Setting
from depeche.pipes.events.frames import read_lexicon
from depeche.pipes.events.likelihood import ENOUGH, FAINT, SURE, traits
from depeche.pipes.events.mishaps import without_mishaps
from depeche.pipes.events.modes import read_modes
from depeche.pipes.events.origins import origins, with_countries
from depeche.pipes.events.parties import Cast
from depeche.pipes.events.reading import Reader
from depeche.pipes.events.replies import reply
from depeche.pipes.events.scales import read_scales
from depeche.pipes.events.selection import select
from depeche.pipes.events.slots import Reading
from depeche.pipes.events.telling import Telling, follow, is_faint, join
from depeche.pipes.events.triggers import find
from depeche.pipes.weights import read_weights
from depeche.record import Actor, Event

__all__ = ["Cast", "Events"]

SPORT = 6
"""So many words of sport in a dispatch make it one of sport, whose attacks, captures and accords are no acts of politics."""


@Language.factory("depeche_events", assigns=["doc._.events"], default_config={"lexicon": None})
class Events:
    """Write the layer `events`.

    >>> import depeche
    >>> record = depeche.read("Paris a condamné mardi l'invasion russe de l'Ukraine.", published="2024-11-27")
    >>> [(event.text, event.type, event.actors, event.recipients) for event in record.events]
    [('condamné', 'ACCUSE', ('fr',), ('ru',)), ('invasion', 'ASSAULT', ('ru',), ('ua',))]

    Args:
        lexicon: a folder with `events.toml`, `event_words.tsv`, `event_uses.tsv`, `event_traps.tsv`, `event_modes.tsv`,
            `event_weights.tsv`, `scales.tsv` and `contexts.tsv`; else ours.

    Raises:
        LexiconError: one of these files is wrong.
    """

    def __init__(self, nlp: Language, name: str, lexicon: str | None) -> None:
        self.name = name
        folder = Path(lexicon) if lexicon else FRENCH
        self.lexicon = read_lexicon(folder)
        self.scales = read_scales(folder)
        self.modes = read_modes(folder)
        self.weights = read_weights(folder / "event_weights.tsv")

    def __call__(self, doc: Doc) -> Doc:
        cast = self.cast(doc)
        setting = Setting(doc, cast, self.lexicon.words)
        told = list(filter(self.is_likely, self.readings(cast)))
        tellings = [
            Telling(reading, setting.time_of(reading), setting.place_of(reading), setting.attached_place(reading))
            for reading in told
        ]
        join(tellings, cast)
        follow(tellings)
        reply([telling.reading for telling in tellings], cast, self.lexicon.words["control"])
        tied = [telling for telling in tellings if not (telling.reading.frame.light and is_faint(telling.reading))]
        events = [self._event(telling, setting) for telling in tied]
        doc._.actors = _with_named(doc._.actors, events)
        extensions.write(doc, "events", events)
        return doc

    def cast(self, doc: Doc) -> Cast:
        """Who may be a party in a doc; its actors get the countries that the text gives them."""
        columns = columns_of(doc)
        cast = Cast(columns)
        found = origins(columns, cast.codes, self.lexicon.words["civic"])
        doc._.actors = with_countries(doc._.actors, found)
        cast.countries.update(found)
        return cast

    def is_likely(self, reading: Reading) -> bool:
        """Whether a reader would say that the text tells this event here: surely where both sides are named and nothing speaks
        against it."""
        is_whole = bool(reading.actors) and (bool(reading.recipients) or (reading.frame.both and len(reading.actors) > 1))
        token = reading.match.token
        is_same = reading.is_noun and reading.frame.light and is_taken_up(token)  # `cet appel`: judged when tied
        is_about = reading.frame.denies and token.dep_ == "acl:relcl" and token.head.lower_ == "ce"  # `ce que nie Lima`
        if (is_whole or is_same or is_about) and reading.doubt is None:
            return True
        known = list(traits(reading))
        enough = SURE if reading.doubt is not None or FAINT in known else ENOUGH
        return self.weights.of(known) >= enough

    def readings(self, cast: Cast) -> list[Reading]:
        """What each trigger tells by the first frame that holds; where none holds, what it would tell by the first of the
        others, in doubt. None inside an expression that was read, nor where the dispatch is of a match or a race."""
        if len(self.lexicon.words["sport"].intersection(cast.columns.words)) >= SPORT:
            return []
        reader = Reader(self.lexicon, cast)
        found = []
        for sent, matches in find(cast.columns, self.lexicon):
            words = frozenset(cast.columns.words[sent.start : sent.stop])
            taken: dict[int, Reading] = {}
            doubtful: dict[int, Reading] = {}
            for match in matches:
                at = match.token.i
                if at in taken or _is_covered(at, taken):
                    continue
                reading = reader.read(match, sent, words)
                if reading is not None and reading.doubt is None:
                    taken[at] = reading
                elif reading is not None:
                    doubtful.setdefault(at, reading)
            kept = select(list(taken.values()), cast, self.is_likely)
            for at, reading in doubtful.items():
                if at not in taken and not _is_covered(at, taken):
                    reader.finish(reading)
                    kept.append(reading)
            found += sorted(kept, key=lambda reading: reading.match.token.i)
        return without_mishaps(found, cast.columns)

    def _event(self, telling: Telling, setting: Setting) -> Event:
        reading, time = telling.reading, telling.time
        token, frame = reading.match.token, reading.frame
        mode = self.modes.of(reading, setting.cast.columns)
        scale = self.scales.of(frame.type, mode)
        return Event(
            start=token.idx,
            end=token.idx + len(token),
            text=token.text,
            why=frame.id,
            type=frame.type,  # type: ignore[arg-type]  # the loader checks it
            mode=mode,
            status=reading.status,
            actors=tuple(party.actor for party in reading.actors),
            recipients=tuple(party.actor for party in reading.recipients),
            time=time.value if time else None,
            time_span=(time.start, time.end) if time else None,
            place=telling.place,
            said_by=setting.speaker_of(reading),
            event=telling.event,
            score=scale.score,
            quad=scale.quad,
            cameo=scale.cameo,
            goldstein=scale.goldstein,
            contexts=self.scales.contexts_of(setting.cast.columns.words[reading.sent.start : reading.sent.stop]),
            party_spans=tuple((party.start, party.end) for party in (*reading.actors, *reading.recipients)),
            **setting.tolls_of(reading),
        )


def _is_covered(at: int, taken: dict[int, Reading]) -> bool:
    return any(told.match.covers(at) for told in taken.values())


def _with_named(actors: tuple[Actor, ...], events: list[Event]) -> tuple[Actor, ...]:
    """The actors, with the countries that only an adjective names (`l'invasion russe`)."""
    known = {actor.id: actor for actor in actors}
    for event in events:
        for name in (*event.actors, *event.recipients):
            if name not in known:
                known[name] = Actor(
                    id=name, name=knowledge.country_name(name), kind="country", country=name, wikidata=knowledge.wikidata_of(name)
                )  # fmt: skip
    return tuple(known[name] for name in sorted(known))
