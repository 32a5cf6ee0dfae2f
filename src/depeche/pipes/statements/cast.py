"""Which actors speak? Nameless speakers get an actor of their own, pronouns that of the speaker before them."""

from __future__ import annotations

from depeche.lang.knowledge import country_of_adjective, slug
from depeche.pipes import extensions
from depeche.pipes.statements.reading import SUBJECTS, Reading, Said, Source
from depeche.pipes.statements.relays import relays
from depeche.record import Actor, Kind, Mention

BACK = 3
"""Sentences in which the one that a pronoun stands for is looked for."""


class Cast:
    """The speakers of a dispatch, asked for in the order of the text."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.named: dict[tuple[int, int], tuple[str, ...]] = {}
        self.new_actors: dict[str, Actor] = {}
        self.new_mentions: list[Mention] = []
        self.last: list[tuple[int, tuple[str, ...]]] = []
        """Of each speaker so far, the sentence and the actors."""
        self.marks: dict[str, set[str]] = {}
        for mention in reading.mentions:
            if mention.actor:
                self.marks.setdefault(mention.actor, set()).update(self._marks(mention))

    def speakers(self, said: Said) -> tuple[str, ...]:
        """The actors who say this, the first the one who is named first."""
        actors = self._resolved(said.source)
        if actors and said.why != "answer":
            self.last.append((self.reading.sentence[said.anchor], actors))
        return actors

    def relays(self, said: Said, speakers: tuple[str, ...]) -> tuple[str, ...]:
        """The actors through whom it came, the nearest first."""
        found = [name for source in (*said.via, *relays(self.reading, said)) for name in self._resolved(source)]
        return tuple(name for name in dict.fromkeys(found) if name not in speakers)

    def write(self) -> None:
        """Add the nameless speakers to the actors and mentions of the dispatch."""
        doc = self.reading.doc
        if self.new_mentions:
            actors = {**self.new_actors, **{actor.id: actor for actor in doc._.actors}}
            doc._.actors = tuple(sorted(actors.values(), key=lambda actor: actor.id))
            extensions.write(doc, "mentions", (*doc._.mentions, *self.new_mentions))

    def _resolved(self, source: Source | None) -> tuple[str, ...]:
        if source is None or (source.pronoun is not None and self.reading.is_role(source.pronoun, "anybody")):
            return ()
        if source.pronoun is not None and (meant := self._last_speaker(source, source.pronoun)):
            return meant
        if source.actors:
            return source.actors
        if source.phrase and self._is_latter(*source.phrase):
            return self._latter(source.phrase[0])
        if source.phrase is not None:
            return self._nameless(*source.phrase)
        return self._meant(source.pronoun) if source.pronoun is not None else ()

    def _is_overtaken(self, since: int, here: int, source: Source) -> bool:
        """Is the actor that the pronoun was read for the subject of a whole sentence since that speaker's?"""
        reading = self.reading
        for number in range(since + 1, here):
            begin, end = reading.sentences[number]
            for mention in reading.mentions_in(reading.starts[begin], reading.ends[end - 1]):
                tokens = range(reading.token_at(mention.start), reading.token_before(mention.end) + 1)
                is_main = any(reading.tokens[i].dep_ in SUBJECTS and reading.head(i).dep_ == "ROOT" for i in tokens)
                if is_main and mention.actor in source.actors and mention.kind != "place":
                    return True
        return False

    def _last_speaker(self, source: Source, token: int) -> tuple[str, ...]:
        """The speaker of the last sentences, for whom a pronoun beside a cue stands before anybody else."""
        here, marks = self.reading.sentence[token], self._token_marks(token)
        for sentence, actors in reversed(self.last[-BACK:]):
            if 0 <= here - sentence <= BACK and self._agree(actors, marks):
                return () if self._is_overtaken(sentence, here, source) else actors
        return ()

    def _meant(self, token: int) -> tuple[str, ...]:
        """For whom does this pronoun stand: the last subject of its gender and number?"""
        reading = self.reading
        here, marks = reading.sentence[token], self._token_marks(token)
        first = reading.sentences[max(0, here - BACK)][0]
        for mention in reversed(reading.mentions_in(reading.starts[first], reading.starts[token])):
            head = reading.tokens[min(reading.token_at(mention.start), len(reading.lower) - 1)]
            is_subject = any(word.dep_ in SUBJECTS for word in (head, head.head) if word.i <= reading.token_before(mention.end))
            if is_subject and mention.kind in ("person", "group") and mention.actor and self._agree((mention.actor,), marks):
                return (mention.actor,)
        return ()

    def _is_latter(self, begin: int, end: int) -> bool:
        return end - begin == 2 and self.reading.is_role(begin, "demonstrative") and self.reading.is_role(begin + 1, "latter")

    def _latter(self, token: int) -> tuple[str, ...]:
        """`Ce dernier` is the one who was named last."""
        reading, marks = self.reading, self._token_marks(token + 1)
        first = reading.sentences[max(0, reading.sentence[token] - BACK)][0]
        for mention in reversed(reading.mentions_in(reading.starts[first], reading.starts[token])):
            is_somebody = mention.kind in ("person", "group") and mention.via != "pronoun"
            if is_somebody and mention.actor and mention.end <= reading.starts[token] and self._agree((mention.actor,), marks):
                return (mention.actor,)
        return ()

    def _agree(self, actors: tuple[str, ...], marks: set[str]) -> bool:
        """May a pronoun of this gender and number stand for these actors?"""
        if len(actors) > 1:
            return "Sing" not in marks
        known = self.marks.get(actors[0], set())
        genders, numbers = known & {"Masc", "Fem"}, known & {"Sing", "Plur"}
        return (not genders or bool(genders & marks) or not marks & {"Masc", "Fem"}) and (
            "Plur" in numbers or "Plur" not in marks
        )

    def _marks(self, mention: Mention) -> set[str]:
        reading = self.reading
        token = reading.token_at(mention.start)
        stop = reading.token_before(mention.end) + 1
        head = next((i for i in range(token, stop) if reading.pos[i] in ("NOUN", "PRON")), None)
        return self._token_marks(head) if head is not None else set()

    def _token_marks(self, token: int) -> set[str]:
        named = [feature.split("=") for feature in self.reading.tokens[token].morph]
        owner = {value for name, value in named if name == "Number[psor]"}
        return owner or {value for name, value in named if name in ("Gender", "Number")}

    def _told_before(self, begin: int, end: int) -> tuple[str, ...]:
        """The nameless actor of the same noun before it (`cette source` after `une source sûre`): `ce délai` is nobody."""
        reading = self.reading
        nouns = {reading.lower[i] for i in range(begin, end) if reading.pos[i] == "NOUN"}
        told = [*reading.mentions_in(0, reading.starts[begin]), *self.new_mentions]
        for mention in sorted(told, key=lambda mention: -mention.start):
            if mention.via == "description" and mention.actor and nouns & set(slug(mention.text).split("-")):
                return (mention.actor,)
        return ()

    def _apposed(self, first: int, end: int) -> tuple[str, ...]:
        """Whose name ends the phrase, no preposition before it (`l'agence de presse officielle KCNA`, `le président élu X`)?"""
        reading = self.reading
        is_between = end + 1 < len(reading.lower) and reading.pos[end] in ("VERB", "ADP")  # `sud-soudanais`
        if is_between and ("VerbForm=Part" in reading.tokens[end].morph or country_of_adjective(reading.lower[end])):
            after = next(iter(reading.mentions_in(reading.starts[end + 1], reading.ends[end + 1])), None)
            if after is not None and after.kind == "person" and after.via == "name" and after.actor:
                return (after.actor,)
        for mention in reading.mentions_in(reading.starts[first], reading.ends[end - 1]):
            before = reading.pos[max(reading.token_at(mention.start) - 1, first)]
            is_last = mention.via in ("name", "acronym") and mention.end == reading.ends[end - 1]
            if is_last and mention.actor and mention.kind != "country" and before in ("NOUN", "ADJ"):
                return (mention.actor,)
        return ()

    def _nameless(self, begin: int, end: int) -> tuple[str, ...]:
        """A speaker without a name gets an actor, called by the phrase without its determiner, and a mention."""
        reading = self.reading
        while end - 1 > begin and (reading.is_role(end - 1, "negator") or reading.pos[end - 1] == "ADP"):
            end -= 1  # `le fisc japonais d'avoir menti`
        if (begin, end) in self.named:
            return self.named[begin, end]
        first = begin
        while first < end - 1 and (reading.pos[first] in ("DET", "NUM", "PUNCT") or reading.is_role(first, "determiner")):
            first += 1
        if apposed := self._apposed(first, end):
            return apposed
        if reading.is_role(begin, "demonstrative"):
            return self._told_before(begin, end)
        if reading.is_role(begin, "no_one"):
            return ()
        name = reading.text[reading.starts[first] : reading.ends[end - 1]]
        key = slug(name)
        if not key or not any(pos in ("NOUN", "PROPN", "PRON") for pos in reading.pos[first:end]):
            return ()
        if self._is_document(first, end):
            return self._authors(first, end)
        if self._is_thing(first, end):
            return ()
        kind = self._kind(first, end)
        self.new_actors.setdefault(key, Actor(id=key, name=name, kind=kind))
        start, stop = reading.starts[begin], reading.ends[end - 1]
        text = reading.text[start:stop]
        self.new_mentions.append(
            Mention(start=start, end=stop, text=text, kind=kind, actor=key, via="description", why="speaker")
        )
        self.named[begin, end] = (key,)
        return (key,)

    def _is_document(self, first: int, end: int) -> bool:
        """A text is nobody (`selon un nouveau bilan`, `la plupart des témoignages`)."""
        return self.reading.is_role(self._noun(first, end), "document")

    def _is_thing(self, first: int, end: int) -> bool:
        """What happens or is done says nothing itself (`la victoire montre que`, `la mobilisation`)."""
        reading = self.reading
        noun = self._noun(first, end)
        is_deed = reading.lower[noun].endswith(tuple(reading.lexicon.words["thing_ending"])) and not reading.is_role(noun, "body")
        return reading.is_role(noun, "thing") or (is_deed and reading.tokens[noun].text.islower())

    def _kind(self, first: int, end: int) -> Kind:
        noun = self._noun(first, end)
        if "Plur" in self._token_marks(first) or self.reading.is_role(noun, "amount"):
            return "group"
        return "organisation" if self.reading.is_role(noun, "body") else "person"

    def _noun(self, first: int, end: int) -> int:
        """The token of the noun of a phrase, past `la plupart de`."""
        reading = self.reading
        noun = next((i for i in range(first, end) if reading.pos[i] in ("NOUN", "PROPN")), first)
        if reading.is_role(noun, "most"):
            noun = next((i for i in range(noun + 1, end) if reading.pos[i] in ("NOUN", "PROPN")), noun)
        return noun

    def _authors(self, first: int, end: int) -> tuple[str, ...]:
        """Whose text it is (`le rapport de la Banque mondiale`): who is named in the phrase, or nobody."""
        reading = self.reading
        inside = reading.mentions_in(reading.starts[first], reading.ends[end - 1])
        return next(((one.actor,) for one in inside if one.actor and one.kind in ("organisation", "person")), ())
