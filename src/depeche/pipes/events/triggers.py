"""Where does the text tell an event? Words and expressions of the frames, matched on tokens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from depeche.pipes.columns import Columns
from depeche.pipes.events.frames import SOME, Lexicon, Trap, Trigger
from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import is_verbal, prepositions
from depeche.pipes.events.participles import is_fronted
from depeche.pipes.events.phrases import words_before
from depeche.pipes.events.syntax import objects
from depeche.pipes.events.waging import undergone
from depeche.pipes.tree import Token

ITSELF = ("ACCUSE", "AGREE", "ASSAULT")
"""Types of acts whose expressions are other ones with `se` (`la grève se poursuit pour un jour`)."""

GAP = 4
"""Words that may stand between two words of an expression (`ouvrir aussitôt le feu`)."""


class Match(NamedTuple):
    """A trigger found at a token; `last` is the last token of the expression, `noun` its object where that stands elsewhere."""

    trigger: Trigger
    token: Token
    last: Token
    noun: Token | None = None

    def covers(self, i: int) -> bool:
        """Whether a token is one of the expression's later words."""
        return self.token.i < i <= self.last.i

    def words(self) -> list[str]:
        """The words of the expression (`lancer une offensive`)."""
        tokens = [*self.token.doc[self.token.i : self.last.i + 1], *([self.noun] if self.noun is not None else [])]
        return [token.lower_ for token in tokens]


def find(columns: Columns, lexicon: Lexicon) -> Iterator[tuple[range, list[Match]]]:
    """The triggers of each sentence, in order; of several at one token all are given, the most specific first."""
    tokens, words = columns.tokens, columns.words
    trapped = frozenset(_trapped(words, lexicon.traps))
    named = trapped.union(_named(columns))
    found = []
    for sent in columns.sentences:
        places = [i for i in sent if words[i] in lexicon.triggers and i not in named and _may_be(tokens[i])]
        present = frozenset(words[sent.start : sent.stop]) if places else frozenset()
        known = (match for i in places for match in _at(tokens[i], sent, lexicon, words, present))
        if places:
            found.append((sent, [match for match in known if match.last.i not in trapped]))
    told = {
        match.trigger.frame.id for sent, matches in found for match in matches if _is_told(match, words[sent.start : sent.stop])
    }
    for sent, matches in found:
        kept = [match for match in matches if not match.trigger.again or match.trigger.frame.id in told]
        if kept:
            yield sent, kept


def _may_be(token: Token) -> bool:
    return token.pos_ != "ADP" or _is_entering(token)


def _is_entering(token: Token) -> bool:
    """Whether what the tagger took for a preposition is a verb (`l'armée turque entre en Syrie`)."""
    return token.lower_ == "entre" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ in small("into")


def _is_told(match: Match, words: list[str]) -> bool:
    """Whether a sentence itself has what the frame of a trigger asks for, so that a vague noun may point back to it."""
    needed = match.trigger.frame.needs_any
    return not match.trigger.again and (not needed or not needed.isdisjoint(words))


def _named(columns: Columns) -> Iterator[int]:
    """The tokens inside a name of several words: `Organisation de libération de la Palestine` tells no release."""
    for mention in columns.doc._.mentions:
        if mention.via == "name" and mention.kind != "country":
            tokens = columns.range_of(mention)
            if tokens is not None and len(tokens) > 1:
                yield from tokens


def _trapped(words: list[str], traps: dict[str, tuple[Trap, ...]]) -> Iterator[int]:
    """The tokens of expressions that hold the word of a trigger and tell no event (`un appel d'offres`)."""
    for i in [i for i, word in enumerate(words) if word in traps]:
        for at, forms in traps[words[i]]:
            first, last = i - at, i - at + len(forms)
            if first >= 0 and last <= len(words) and all(words[n] in wanted for n, wanted in enumerate(forms, first)):
                yield from range(first, last)


def _at(token: Token, sent: range, lexicon: Lexicon, words: list[str], present: frozenset[str]) -> list[Match]:
    known = lexicon.triggers[words[token.i]]
    near = known.near(words[token.i + 1 : min(token.i + 2 + GAP, sent.stop)])
    if not near and not known.objects:
        return []
    is_noun = known.has_nouns and _is_noun_like(token) and not _is_qualifier(token, lexicon.words["carrier"])
    found = []
    for trigger in near:
        if (trigger.asked or trigger.asked_of) and _lacks(trigger, present):
            continue
        is_one = is_noun if trigger.is_noun else _is_like(token, trigger)
        last = token.i if is_one else None
        if is_one and trigger.rest:
            last = _rest(token.i, trigger, words, sent.stop)
        if last is None or (trigger.kind == "phrase" and _is_of_another(token, trigger, last)):
            continue
        if trigger.kind not in ("verb", "phrase") or _is_as_reflexive(token, trigger):
            found.append(Match(trigger, _lexical(token, last), token.doc[last]))
    if known.objects:
        found += _by_object(token, [trigger for trigger in known.objects if not _lacks(trigger, present)])
    return found


def _lacks(trigger: Trigger, present: frozenset[str]) -> bool:
    """Whether a sentence has none of the words that a frame asks for: nothing need be looked for in its places."""
    if any(map(present.isdisjoint, trigger.asked)):
        return True
    return any(map(present.isdisjoint, trigger.asked_of)) and present.isdisjoint(small("taking_up"))


def _is_like(token: Token, trigger: Trigger) -> bool:
    """Whether a token may be the verb or adjective that a trigger asks for."""
    if trigger.kind != "adjective":
        return _is_verb_like(token, trigger)
    labels = {child.dep_ for child in token.children}
    if "aux:tense" in labels and not labels & {"aux:pass", "cop"} and not _is_reflexive(token):
        return False  # `le meurtre a choqué`
    is_bare = token.dep_ == "acl" and not any(child.dep_.startswith("obl") for child in token.children)
    return not (is_bare or token.dep_ in ("amod", "nmod", "obj", "nsubj") or _is_gerund(token))


def _is_as_reflexive(token: Token, trigger: Trigger) -> bool:
    """Whether a verb is said with `se` where its trigger asks for it, and without where that would be another act."""
    if trigger.reflexive:
        return _is_reflexive(token)
    is_other = trigger.kind == "verb" or trigger.frame.type in ITSELF  # `il s'est donné la mort`
    return not (is_other and _is_on_itself(token))


def _by_object(token: Token, triggers: list[Trigger]) -> Iterator[Match]:
    """Expressions whose object stands elsewhere: `des barricades ont été érigées`, `les barricades qu'ils ont érigées`."""
    if not triggers or not is_verbal(token):
        return
    for noun in objects(token):
        for trigger in triggers:
            is_other = trigger.frame.type == "ASSAULT" and not trigger.reflexive and _is_on_itself(token)
            if noun.lower_ in trigger.noun and not is_other and (not trigger.reflexive or _is_reflexive(token)):
                yield Match(trigger, token, token, noun)


def _lexical(token: Token, last: int) -> Token:
    """The verb of an expression that was found at its auxiliary (`a eu un entretien`)."""
    is_auxiliary = token.dep_ in ("aux:tense", "aux:pass") and token.i < token.head.i <= last
    return token.head if is_auxiliary and token.head.lower_ not in small("undergone") else token


def _is_of_another(token: Token, trigger: Trigger, last: int) -> bool:
    """Whether the first word of an expression is but the auxiliary of another verb (`a été placé en garde à vue` is not `être en
    garde à vue`)."""
    verb = token.head
    is_auxiliary = token.dep_ == "aux:pass" or (token.dep_ == "aux:tense" and verb.lower_ not in small("had"))
    if not is_auxiliary or not token.i < verb.i <= last or verb.lower_ in small("undergone"):
        return False
    return all(verb.lower_ not in words for words in trigger.rest)


def _is_verb_like(token: Token, trigger: Trigger) -> bool:
    if token.dep_ == "aux:caus" and trigger.kind == "verb":
        return False  # `se sont vu attribuer un prix`
    if token.pos_ in ("VERB", "AUX") or (token.pos_ == "ADV" and trigger.kind == "verb"):
        return True
    if _is_entering(token):
        return True
    if trigger.tenses & {"participle"} and is_fronted(token):
        return True
    if trigger.tenses & {"participle"} and token.pos_ == "ADJ":
        return token.dep_ in ("acl", "ROOT", "conj", "advcl", "ccomp", "xcomp", "acl:relcl", "amod") and any(
            child.dep_.startswith(("obl", "aux", "cop", "nsubj")) for child in token.children
        )
    return trigger.kind == "phrase" and is_verbal(token)


def _is_noun_like(token: Token) -> bool:
    if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.text[:1].islower()):
        return True
    return token.is_sent_start and token.pos_ in ("PROPN", "NOUN")


def _is_qualifier(token: Token, carriers: frozenset[str]) -> bool:
    """A bare `de` and a noun only say of what kind the noun before is: `navires de guerre`, `accord de coopération`."""
    if token.i < 2 or token.nbor(-1).lower_ not in ("de", "d'", "d’"):
        return False
    before = token.nbor(-2)
    if before.pos_ == "ADJ" and before.i > 0:
        before = before.nbor(-1)
    if before.pos_ not in ("NOUN", "PROPN") or before.lower_ in carriers or undergone(token) is not None:
        return False
    has_party = any(prepositions(child) & small("towards") for child in token.children if child.dep_.startswith(("nmod", "obl")))
    is_led = token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "entre"  # `le lieu de combats entre A et B`
    return not (has_party or is_led)


def _is_reflexive(token: Token) -> bool:
    """Whether a reflexive pronoun stands before a verb and its auxiliaries; `se faire abattre` is said of another verb."""
    if any(child.dep_ == "aux:caus" for child in token.children):
        return False
    for word in words_before(token, 5):
        if word.lower_.replace("’", "'") in ("se", "s'", "me"):
            return True
        if word.lower_ == "nous":
            return token.lower_.endswith("ons") or (word.i > 0 and word.nbor(-1).lower_ == "nous")
        if word.pos_ not in ("AUX", "ADV", "PRON") and word.lower_ not in ("ne", "n'"):
            break
    own = (child for child in token.children if child.i < token.i and child.dep_.startswith("expl"))
    return any(child.lower_.replace("’", "'") in ("se", "s'") for child in own)  # `se sont d'ailleurs rendus`


def _is_on_itself(token: Token) -> bool:
    """Whether a verb is said with `se` (`il s'est recueilli`), which makes it another verb; not `se faire` and an infinitive."""
    if token.i > 0 and token.nbor(-1).lower_.replace("’", "'") in small("itself") and token.pos_ == "VERB":
        return True
    own = [child for child in token.children if child.i < token.i]
    has_itself = any(child.dep_.startswith("expl") and child.lower_.replace("’", "'") in small("itself") for child in own)
    has_itself = has_itself or any(child.lower_ == "nous" and child.i > 0 and child.nbor(-1).lower_ == "nous" for child in own)
    return has_itself and not any(child.dep_ == "aux:caus" for child in own)


def _is_gerund(token: Token) -> bool:
    """`en reconnaissant`: the verb, not the adjective."""
    return "VerbForm=Ger" in token.morph or (token.i > 0 and token.nbor(-1).lower_ == "en")


def _rest(at: int, trigger: Trigger, words: list[str], end: int) -> int | None:
    """The index of the last word of the expression, or `None` where its other words do not follow."""
    gap = GAP if trigger.kind == "phrase" else 0
    first = at
    for wanted in trigger.rest:
        for other in range(at + 1, min(at + 2 + gap, end)):
            if at == first < other - 1 and words[other - 1] in SOME:
                continue  # `faire un feu` is not `faire feu`
            if words[other] in wanted and words[at:other].count(",") != 1:
                at = other
                break
        else:
            return None
        gap = min(gap, 1)
    return at
