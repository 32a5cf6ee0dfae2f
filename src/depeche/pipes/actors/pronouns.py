"""Whom does a pronoun stand for? By gender, number, where it stands, who was subject, and who spoke last."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from depeche.lang import Row
from depeche.pipes.actors import naming
from depeche.pipes.actors.cast import Cast, Entry
from depeche.pipes.actors.descriptions import gender_of
from depeche.pipes.actors.page import Page, Spot, joined
from depeche.record import Mention

WEIGHTS = {
    "far": 1.3, "subject": 1.6, "inner": 0.9, "person": 0.8, "gender": 0.3, "quoted": 1.2, "often": 0.4, "unsure": 0.5,
    "beside": 1.5,
}  # fmt: skip
"""What counts for and against an earlier mention, set on the even lines of the coreference set (docs/actors.md)."""
FAR = 40
"""Tokens ahead that are searched."""
FARTHEST = 3
"""Sentences back that are searched."""
CLAUSE = 9
"""Tokens behind `il est` in which what it announces begins."""
ORDINALS = ("first", "second")
"""What asks for one of two that were named together."""
DEPTH = 5
"""Verbs upwards that a missing subject is looked for at."""


def is_impersonal(page: Page, spot: Spot) -> bool:
    """`il y a`, `il faut`, `il est possible`: an `il` that stands for nobody.

    Source: Grevisse, Le bon usage, § 779-788.
    """
    if spot.form not in page.lexicon.words["impersonal"]:
        return False
    is_expletive, words = page.token(spot.head).dep_ == "expl:subj", page.lexicon.impersonal
    i = spot.end
    while page.has(i, "clitic"):
        if page.has(i, "there") and page.has(i + 1, "there_is"):
            return True
        i += 1
    if page.tag(i) == "AUX" and page.word(i + 1) in words["verb"]:
        i += 1  # `il a fallu`
    if page.word(i) in words["verb"]:
        return is_expletive or not page.has(i, "only_impersonal_by_parse")
    if page.has(i, "be"):
        while page.has(i + 1, "between_be"):
            i += 1
        if page.word(i + 1) in words["adjective"]:
            return True
    if page.has(i, "modal"):
        return page.has(i + 1, "clitic") and page.has(i + 2, "after_modal")
    return is_expletive and not _is_inverted(page, spot) and not _is_somebody(page, spot)


def _is_somebody(page: Page, spot: Spot) -> bool:
    """Whether the words around a verb that no table knows as impersonal say that `il` is somebody, whatever its tree says: a
    pronoun before a verb other than `être` (`il s'est attaqué`, `il y parvient`), or no clause behind `être` (`il est prêt`)."""
    verb = next(i for i in range(spot.end, len(page.doc) + 1) if not page.has(i, "clitic"))
    clitics = [page.word(k) for k in range(spot.end, verb) if not page.has(k, "negation")]
    if page.has(verb, "there_is") and any(page.has(k, "there") for k in range(spot.end, verb)):
        return False  # `il y en a`
    is_be = page.has(verb, "be") and (not page.has(verb, "there_is") or page.has(verb + 1, "between_be"))
    if page.lexicon.words["reflexive"].intersection(clitics) or (clitics and not is_be):
        return page.word(verb) not in page.lexicon.impersonal["verb"]
    if page.tag(verb) != "AUX" or clitics:
        return False
    return not any(_opens(page, k) for k in range(verb + 1, min(verb + CLAUSE, page.bounds(verb)[1])))


def _opens(page: Page, i: int) -> bool:
    """Whether a clause or an infinitive that an impersonal `être` announces begins here (`il est bon que`, `de partir`)."""
    if page.has(i, "that"):
        return True
    is_mark = page.has(i, "of") or page.word(i) == "à"
    ahead = [page.token(k) for k in range(i + 1, min(i + 4, len(page.doc)))]
    return is_mark and (page.tag(i + 1) == "NUM" or any("VerbForm=Inf" in token.morph for token in ahead))


def _is_inverted(page: Page, spot: Spot) -> bool:
    """`a-t-il ajouté`, `dit-il`."""
    return page.token(spot.head).text.startswith("-") or page.word(spot.start - 1) == "t"


def resolve(page: Page, cast: Cast, spot: Spot) -> str | None:
    """The actor of a pronoun, with its mention; actor `None` where nobody fits."""
    row = page.lexicon.pronouns[spot.form]
    if _is_contrasted(page, spot):
        return _contrasted(page, cast, spot, row)
    if is_impersonal(page, spot) or _is_none(page, spot):
        return None
    if _is_of_things(page, spot, row):
        return None
    if row["asks"] in ORDINALS:
        return _of_two(page, cast, spot, row["asks"])
    if row["asks"] == "both":
        if members := _together(page, cast, spot, row["gender"]) if _is_subject_alone(page, spot) else ():
            cast.mention(page.span(spot), "pronoun", "several", None, kind="group", members=members)
        return None
    best = choose(page, cast, spot, row["gender"], row["number"], row["asks"])
    if row["number"] == "p" and best is not None and (pair := _pair(page, cast, spot, best, row["gender"])):
        cast.mention(page.span(spot), "pronoun", "several", None, kind="group", members=pair)
        return None
    is_weak = best is None or (best.kind != "person" and not best.is_subject)
    if is_weak and _is_thing(page, cast, spot, row):
        return None
    if best is None and row["number"] == "p" and (members := _together(page, cast, spot, row["gender"])):
        cast.mention(page.span(spot), "pronoun", "pronoun", None, kind="group", members=members)
        return None
    if best is None:
        id = _ahead(page, cast, spot, row["gender"]) if row["number"] == "s" else None
        cast.mention(page.span(spot), "pronoun", "cataphora" if id else "pronoun", id)
        return id
    cast.mention(
        page.span(spot), "pronoun", "pronoun", best.actor, kind="group", members=best.members if best.actor is None else ()
    )
    return best.actor


def _is_contrasted(page: Page, spot: Spot) -> bool:
    """Whether it only stresses who has just been named (`la police, elle, nie`, `quant à lui`, `lui aussi`, `lui qui gagne`)."""
    if not page.has(spot.head, "stressed"):
        return False
    is_led = page.has(spot.start - 1, "to") and page.word(spot.start - 2) == "quant"
    is_apart = page.word(spot.start - 1) == "," and (page.word(spot.end) in (",", "qui"))
    return is_led or is_apart or page.has(spot.end, "also")


def _contrasted(page: Page, cast: Cast, spot: Spot, row: Row) -> str | None:
    """The subject before it in its sentence, else who else agrees with it there; nobody where the subject is a thing."""
    here = page.sentence(spot.start)
    near = [e for e in cast.recent() if e.sentence == here and e.actor and _agrees(e, row["gender"], row["number"])]
    if not near or _is_thing(page, cast, spot, row):
        return None
    best = max(near, key=lambda e: (e.is_subject, not e.is_inner, e.token))
    cast.mention(page.span(spot), "pronoun", "pronoun", best.actor)
    return best.actor


def _is_subject_alone(page: Page, spot: Spot) -> bool:
    """`tous deux ont signé`, not `ils ont tous deux signé`, where another subject has been named."""
    is_before_verb = page.tag(spot.end) in ("VERB", "AUX") or page.has(spot.end, "clitic")
    return is_before_verb and page.tag(spot.start - 1) not in ("VERB", "AUX", "NOUN", "PROPN", "ADV")


def _of_two(page: Page, cast: Cast, spot: Spot, asks: str) -> str | None:
    """`Le premier nie, le second se tait`: one of the only two persons, or countries, that one sentence before names, where both
    ordinals stand near each other before their verbs."""
    is_before_verb = page.tag(spot.end) in ("VERB", "AUX", "PUNCT") or page.has(spot.end, "clitic")
    other = range(spot.end, spot.end + FAR) if asks == "first" else range(spot.start - 2, max(spot.start - FAR, 0), -1)
    forms = page.lexicon.pronouns
    twin = next((i for i in other if (row := forms.get(joined(page.lower[i : i + 2]))) and row["asks"] in ORDINALS), None)
    if not is_before_verb or twin is None or forms[joined(page.lower[twin : twin + 2])]["asks"] == asks:
        return None
    here = page.sentence(min(spot.start, twin))
    for kind in ("person", "country", "organisation"):
        for back in (1, 2):
            found = [e.actor for e in cast.recent() if e.sentence == here - back and e.kind == kind and not e.form]
            members = list(dict.fromkeys(id for id in found if id))
            if len(members) == 2:
                cast.mention(page.span(spot), "pronoun", "of_two", id := members[asks == "second"])
                return id
    return None


def _may_be_all(cast: Cast, members: tuple[str, ...], gender: str) -> bool:
    """Whether a plural pronoun agrees: `elles` are women or feminine countries, `ils` are not all women."""
    genders = [gender_of(cast, id) for id in members]
    return all(found == "f" for found in genders) if gender == "f" else any(found != "f" for found in genders)


def clitic(page: Page, cast: Cast, spot: Spot) -> None:
    """Note whom the object of a verb stands for (`La police les a dispersés`): no mention, but a party of the verb."""
    if spot.form == "lui" and _is_contrasted(page, spot):
        resolve(page, cast, spot)
        return
    row = page.lexicon.clitics[spot.form]
    best = choose(page, cast, spot, "" if spot.form == "lui" else row["gender"], row["number"], "clitic")
    if best is not None:
        start, end = page.span(spot)
        text, members = cast.text[start:end], best.members if best.actor is None else ()
        cast.clitics.append(
            Mention(start=start, end=end, text=text, kind=best.kind, actor=best.actor, via="pronoun", members=members)
        )
        if spot.form == "lui" and best.kind in ("person", "country"):
            cast.mention((start, end), "pronoun", "pronoun", best.actor)


def _together(page: Page, cast: Cast, spot: Spot, gender: str) -> tuple[str, ...]:
    """The two persons, or two countries, of the last sentence that names just two (`X et Y se sont entretenus. Ils ...`)."""
    here = page.sentence(spot.start)
    for kind in ("person", "country"):
        for back in range(3):
            found = [e.actor for e in cast.recent() if e.sentence == here - back and e.kind == kind and e.actor]
            members = tuple(dict.fromkeys(id for id in found if id))
            if len(members) == 2 and _may_be_all(cast, members, gender):
                return members
            if members:
                break
    return ()


def _pair(page: Page, cast: Cast, spot: Spot, best: Entry, gender: str) -> tuple[str, ...]:
    """The persons whom `et` joins as the subject of the sentence before, after whoever else it might be."""
    here = page.sentence(spot.start)
    near = [e for e in cast.recent() if here - e.sentence == 1 and e.kind == "person" and e.actor and e.token > best.token]
    for first in near:
        if first.is_subject and not first.is_quoted:
            root = page.token(first.token)
            joined = [e for e in near if e.token != first.token and _is_joined(page.token(e.token), root)]
            members = tuple(dict.fromkeys(id for e in (first, *joined) if (id := e.actor)))
            return members if len(members) > 1 and _may_be_all(cast, members, gender) else ()
    return ()


def _is_joined(token: Token, root: Token) -> bool:
    """Whether a name is joined to another by `et` or a comma; its tree may hang on its first word."""
    heads = (token, token.head) if token.dep_.startswith("flat") else (token,)
    return any(head.dep_ == "conj" and head.head.i in (root.i, root.head.i) for head in heads)


def _ahead(page: Page, cast: Cast, spot: Spot, gender: str) -> str | None:
    """Cataphora: the first person named after the pronoun in its sentence or the next, where none was before."""
    here = page.sentence(spot.start)
    for i in range(spot.end, min(spot.end + FAR, len(page.doc))):
        ent = page.names.get(i)
        if ent is not None and ent.label_ == "PER" and page.sentence(i) - here <= 1:
            id = naming.person(page, cast, ent.text)
            return id if cast.genders.get(id, gender) in (gender, "") else None
    return None


def _is_thing(page: Page, cast: Cast, spot: Spot, row: Row) -> bool:
    """Whether the last subject before the pronoun is a noun that agrees with it and is nobody (`L'opération ... Elle ...`)."""
    wanted = {"m": "Masc", "f": "Fem"}.get(row["gender"]), {"s": "Sing", "p": "Plur"}[row["number"]]
    start = page.sent_starts[max(page.sentence(spot.start) - 1, 0)]
    taken = {entry.token for entry in cast.recent()}
    for i in range(spot.start - 1, max(start, spot.start - 3 * FAR) - 1, -1):
        token = page.token(i)
        if token.dep_ in ("nsubj", "nsubj:pass") and token.pos_ == "NOUN":
            agrees = (token.morph.get("Gender", [""])[0], token.morph.get("Number", [""])[0]) == wanted
            named = {child.i for child in token.children if child.dep_ in ("appos", "flat:name")}  # `le syndicat UFC part`
            return agrees and i not in taken and named.isdisjoint(taken)
    return False


def _is_of_things(page: Page, spot: Spot, row: Row) -> bool:
    """Whether what is told of it is told of things: it has made dead (`Il avait fait 29 morts`), has come into being or force
    (`elle a été adoptée`)."""
    token = page.token(spot.head)
    verb = token.head
    if row["asks"] != "subject" or not token.dep_.startswith("nsubj"):
        return False
    words = page.lexicon.metonymy
    has_cost = verb.lower_ in words["cost"] and any(page.has(c.i, "toll") for c in verb.children if c.dep_ == "obj")
    is_done = token.dep_ == "nsubj:pass" and verb.lower_ in words["of_thing"]
    return has_cost or is_done or (verb.lower_ in words["thing_does"] and _object_before(page, spot, row))


def _object_before(page: Page, spot: Spot, row: Row) -> bool:
    """Whether a thing that agrees with the pronoun is the object of the sentence before (`adopte la loi. Elle prévoit ...`)."""
    wanted = {"m": "Masc", "f": "Fem"}.get(row["gender"]), {"s": "Sing", "p": "Plur"}[row["number"]]
    here = page.sentence(spot.start)
    if not here:
        return False
    for i in range(page.sent_starts[here - 1], page.sent_starts[here]):
        token = page.token(i)
        is_thing = token.pos_ == "NOUN" and token.dep_ == "obj" and page.word(i) not in page.lexicon.nouns
        if is_thing and (token.morph.get("Gender", [""])[0], token.morph.get("Number", [""])[0]) == wanted:
            return True
    return False


def _is_none(page: Page, spot: Spot) -> bool:
    """`lui` before a verb is a dative clitic, `lui-même` is an emphasis: neither is read."""
    if page.has(spot.end, "self"):
        return True
    row = page.lexicon.pronouns[spot.form]
    is_clitic = page.tag(spot.head - 1) != "ADP" or (row["number"] == "s" and page.tag(spot.end) in ("VERB", "AUX"))
    return row["asks"] == "oblique" and is_clitic


def choose(page: Page, cast: Cast, spot: Spot, gender: str, number: str, asks: str) -> Entry | None:
    """The mention before the pronoun that fits it best."""
    here = page.sentence(spot.start)
    near = [e for e in cast.recent() if (e.actor or e.members) and page.apart(spot.head, e.sentence, here) <= FARTHEST]
    barred = _barred(page, cast, spot, asks)
    fits = [e for e in near if _agrees(e, gender, number) and (e.token not in barred)]
    if not fits:
        return None
    if asks == "last":
        return max(fits, key=lambda e: (e.sentence + 0.5 * (e.kind != "country") - 0.3 * e.is_inner, e.token))
    inverted = _is_inverted(page, spot)
    often = Counter(e.actor for e in cast.recent())
    return max(
        fits, key=lambda e: (_score(page, spot, e, here, inverted) + WEIGHTS["often"] * min(often[e.actor], 3) / 3, e.token)
    )


def _barred(page: Page, cast: Cast, spot: Spot, asks: str) -> set[int]:
    """Who it can't be: for `lui` the subject of its own clause, for `clame-t-il` who is named in what is said, for a subject
    whose view is told (`Selon Paul Durand, il a été arrêté`)."""
    if asks == "oblique":
        verb = page.token(spot.head).head
        return {child.i for child in verb.children if child.dep_.startswith("nsubj")}
    if asks == "last" and not page.token(spot.head).dep_.startswith("nsubj"):
        return _with_fellows(cast, _subjects(page.token(spot.head)))  # `après la destitution de ce dernier`
    if asks == "clitic":
        return _with_fellows(cast, _subjects(page.token(spot.head).head) | _before_who(page, spot))
    if asks == "subject" and (taken := _taken_up(page, spot) | _viewing(page, spot)):
        return _with_fellows(cast, taken)
    if _is_inverted(page, spot) and not page.quoted[spot.head]:
        here = page.sentence(spot.start)
        return {entry.token for entry in cast.recent() if entry.is_quoted and entry.sentence == here}
    return set()


def _taken_up(page: Page, spot: Spot) -> set[int]:
    """The tokens of whom a relative object takes up, and of whose he is: not its subject (`l'envoyé de l'ONU, qu'il accuse`)."""
    verb, at = page.token(spot.head).head, spot.start - 2
    if not page.has(spot.start - 1, "that") or at < 1 or not (page.word(at) == "," or verb.dep_.startswith("acl")):
        return set()
    noun = page.token(at - 1) if page.word(at) == "," else verb.head
    found = {noun.i}
    while noun.dep_ in ("nmod", "appos", "conj", "flat:name") and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
        found.add(noun.i)
    return found


def _viewing(page: Page, spot: Spot) -> set[int]:
    """The tokens of whose view a clause is told in, named before its subject."""
    verb = page.token(spot.head).head
    before = (child for child in verb.children if child.i < spot.start)
    sources = [child for child in before if any(page.has(case.i, "source") for case in child.children)]
    return {token.i for source in sources for token in source.subtree}


def _subjects(verb: Token) -> set[int]:
    """The tokens of the subject of a verb, its own or that of the verb above; for `qui`, what it takes up."""
    for _ in range(DEPTH):
        own = [child for child in verb.children if child.dep_.startswith("nsubj")]
        if own:
            is_relative = own[0].lower_ == "qui" and verb.dep_ == "acl:relcl"
            return {verb.head.i} if is_relative else {token.i for child in own for token in child.subtree}
        if verb.head.i == verb.i:
            break
        verb = verb.head
    return set()


def _before_who(page: Page, spot: Spot) -> set[int]:
    """The token before the relative whose verb the pronoun is the object of (`le garde qui, pour se défendre, l'a abattu`)."""
    for i in range(spot.start - 1, max(spot.start - CLAUSE, 1), -1):
        if page.word(i) == "qui":
            return {i - 1 - (page.word(i - 1) == ",")}
        if "VerbForm=Fin" in str(page.token(i).morph):
            break
    return set()


def _with_fellows(cast: Cast, barred: set[int]) -> set[int]:
    """These tokens and those of every mention of the same actors."""
    actors = {entry.actor for entry in cast.recent() if entry.token in barred and not entry.is_inner} - {None}
    return barred | {entry.token for entry in cast.recent() if entry.actor in actors}


def _agrees(entry: Entry, gender: str, number: str) -> bool:
    return entry.number == number and entry.kind != "place" and (not entry.gender or not gender or entry.gender == gender)


def _score(page: Page, spot: Spot, entry: Entry, here: int, inverted: bool) -> float:
    """How well an earlier mention fits as the one whom a pronoun takes up."""
    score = -WEIGHTS["far"] * page.apart(spot.head, entry.sentence, here)
    score += WEIGHTS["subject"] * entry.is_subject - WEIGHTS["inner"] * entry.is_inner
    score += WEIGHTS["person"] * (entry.kind == "person") + WEIGHTS["gender"] * (entry.gender != "")
    score -= WEIGHTS["unsure"] * (entry.kind == "organisation" and entry.gender == "")
    if entry.is_quoted != page.quoted[spot.head]:
        score -= WEIGHTS["quoted"]
    if spot.kind == "clitic":
        score += WEIGHTS["beside"] * (entry.sentence == here)
    if inverted:
        score += 1.5 * (entry.kind == "person")
    return score
