"""Did it happen? Whether the text tells an act as done, planned, possible or denied."""

from __future__ import annotations

from depeche.pipes.events.frames import Lexicon
from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import is_verbal, prepositions
from depeche.pipes.events.phrases import is_needed, words_before
from depeche.pipes.events.syntax import DEPTH
from depeche.pipes.tree import Token
from depeche.record import Status

UP = ("xcomp", "ccomp", "advcl", "conj", "obj", "obl:mod", "obl:arg", "nsubj", "nsubj:pass", "acl", "parataxis")
BETWEEN = ("AUX", "ADV", "DET", "ADJ", "PRON", "NUM")
VERBAL = ("VERB", "AUX")
OPEN: tuple[Status, ...] = ("planned", "possible")


class Judge:
    """Reads the status of a trigger from the verbs above it."""

    def __init__(self, lexicon: Lexicon, timed: frozenset[int] = frozenset()) -> None:
        self.words = lexicon.words
        self.timed = timed
        self.modals = self.words["modal_plan"] | self.words["modal_maybe"] | self.words["modal_go"]

    def of_trigger(self, verb: Token, tenses: frozenset[str]) -> Status:
        """The status of a verb that is a trigger; its form decides where the parser took it for another word."""
        if verb.i > 1 and verb.nbor(-1).lower_ in small("not") and verb.nbor(-2).text == ",":
            return "denied"  # `libérés, pas jugés`
        status = self.of_verb(verb)
        if status != "actual":
            return status
        if tenses == {"conditional"}:
            return "planned" if verb.dep_ in ("ccomp", "acl:relcl") else "possible"
        if tenses == {"future"}:
            return "possible" if self._is_conditioned(verb) else "planned"
        return self.by_order(verb) or status

    def by_order(self, token: Token) -> Status | None:
        """What the verb says that stands right before, whatever the parse ties it to (`dément toute tentative`)."""
        is_negated = False
        for word in words_before(token, 9):
            form = word.lower_
            if form in self.words["deny"]:
                return None if is_negated or self.is_negated(word) else "denied"
            if form in self.words["negator"]:
                is_negated = True
            elif form in self.words["modal_maybe"] and is_conditional(word):
                return "denied" if is_negated else "possible"
            elif form in self.words["modal_plan"] and word.pos_ in VERBAL and "Tense=Past" not in word.morph:
                return "denied" if is_negated else "planned"
            elif not (word.i in self.timed or word.pos_ in BETWEEN or form in self.words["light"]):
                return None
        return None

    def of_verb(self, verb: Token, depth: int = 0, *, is_own: bool = True) -> Status:
        """The status of the act that a verb tells."""
        if is_own and (self.is_negated(verb) or "sans" in prepositions(verb)):
            return "denied"
        if verb.dep_ == "acl:relcl" and verb.head.lower_ in small("case"):
            return "possible"  # `dans le cas où il renoncerait`
        is_past = verb.dep_ == "acl" and "Tense=Past" in verb.morph  # `un projet de loi adopté par le Sénat`
        is_draft = not small("draft").isdisjoint((verb.head.lower_, verb.head.head.lower_))
        if verb.dep_ in ("acl", "acl:relcl") and is_draft and not is_past:
            return "possible"  # `un projet de résolution condamnant Lima`
        if found := self._mood(verb):
            return found
        if depth > DEPTH or verb.head.i == verb.i:
            return "actual"
        return self._from_above(verb, verb.head, depth)

    def _mood(self, verb: Token) -> Status | None:
        """What the verb's own form and auxiliaries say."""
        finite = [verb, *(child for child in verb.children if child.dep_.startswith(("aux", "cop")))]
        for token in finite:
            is_done = "Tense=Past" in token.morph or "VerbForm=Part" in token.morph
            if token is not verb and token.lower_ in self.words["modal_maybe"] and not is_done:
                return "possible"
            if token is not verb and token.lower_ in self.words["modal_plan"] and not is_done:
                return "planned"
            if token is not verb and token.lower_ in self.words["modal_go"]:
                return "planned"
        is_if = any(is_hypothesis(child, self.words["if"]) for child in verb.children)
        if is_if and not _is_granted(verb):
            return "possible"
        if any("Mood=Cnd" in token.morph or is_conditional(token) for token in finite):
            return "planned" if self._is_future_in_past(verb, finite) else "possible"
        is_when = any(child.lower_ in small("when") for child in verb.children)  # `quand la loi aura été votée`
        is_past = "VerbForm=Part" in verb.morph and not is_when  # `l'attaque aura fait trois morts`
        finite = [token for token in finite if not is_past or token.dep_ != "aux:tense"]
        if any("Tense=Fut" in token.morph or is_future(token) for token in finite):
            return "possible" if self._is_conditioned(verb) else "planned"
        return None

    def _is_conditioned(self, verb: Token) -> bool:
        """`Nous partirons si l'armée recule`."""
        clauses = [child for child in verb.children if child.dep_ == "advcl"]
        return any(is_hypothesis(mark, self.words["if"]) for clause in clauses for mark in clause.children)

    def _is_future_in_past(self, verb: Token, finite: list[Token]) -> bool:
        """`ils ont annoncé qu'ils partiraient`: a future told in the past, unless it is compound."""
        is_compound = len(finite) > 1 and finite[1].dep_ != "aux:pass"
        return verb.dep_ == "ccomp" and is_verbal(verb.head) and not is_compound

    def _from_above(self, verb: Token, head: Token, depth: int) -> Status:
        if verb.dep_ == "xcomp" and head.pos_ == "ADJ" and head.head.lower_ in self.words["charge"]:
            head = head.head  # `accuse le pays voisin de soutenir Paul`, hung on `voisin`
        form, dep = head.lower_, verb.dep_
        if dep == "conj":
            is_bare = not any(child.dep_.startswith("nsubj") or _is_finite_auxiliary(child) for child in verb.children)
            return self.of_verb(head, depth + 1, is_own=False) if is_bare and "VerbForm=Fin" not in verb.morph else "actual"
        if any(child.dep_ == "aux:tense" and {"Tense=Pres", "VerbForm=Part"} <= child.morph for child in verb.children):
            return "actual"  # `n'a pu agir, la Russie ayant opposé son veto`
        if dep == "acl:relcl" or not (is_verbal(head) or head.pos_ in ("ADJ", "NOUN")):
            return "actual"
        if dep in ("xcomp", "ccomp", "obj", "obl:arg", "obl:mod", "acl", "advcl", "nsubj"):
            is_infinitive = "VerbForm=Inf" in verb.morph or (dep == "xcomp" and _is_infinitive_passive(verb))
            if dep in ("obl:mod", "advcl") and is_infinitive and prepositions(verb) & {"pour", "afin"}:
                return "planned"
            if dep in ("obl:mod", "advcl") and is_infinitive and "après" in prepositions(verb):
                return "actual"
            if dep in ("obl:mod", "advcl") and is_infinitive and "avant" in prepositions(verb):
                above = self._mood(head) or self.of_verb(head, depth + 1)
                return above if above != "denied" else "actual"  # `aurait tenté de tuer l'un avant de blesser l'autre`
            if dep == "advcl" and "de" in prepositions(verb) and any("VerbForm=Inf" in child.morph for child in verb.children):
                return self.under(head, depth)  # `accusé d'avoir tué`
            is_undergone = _is_infinitive_passive(verb)
            is_kept = dep == "acl" and (is_infinitive or is_undergone) and head.dep_ in ("obj", "obl:arg", "iobj")
            if is_kept and head.head.lower_ in self.words["deny"]:
                return self.under(head.head, depth)  # `empêche les rebelles d'attaquer`
            is_done = any(child.dep_.startswith("aux") and "VerbForm=Inf" in child.morph for child in verb.children)
            is_charged = head.head.lower_ in self.words["maybe"] | self.words["charge"] and "de" in prepositions(verb)
            if dep == "acl" and (is_done or is_kept) and is_charged:
                return self.under(head.head, depth)  # `accuse l'armée d'avoir fait tirer`
            if dep == "acl" and is_infinitive and any(child.lower_ in small("no") for child in head.children):
                return "denied"  # `n'a aucun intérêt à attaquer`
            is_meant = dep == "acl" and is_infinitive and head.dep_ == "obj" and form in self.words["plan_noun"]
            if is_meant and self.is_negated(head.head):
                return "denied"  # `n'a pas l'intention d'attaquer`
            if dep in ("acl", "nsubj") and head.pos_ == "NOUN":
                return "planned" if is_infinitive and form in self.words["plan_noun"] else "actual"
            if dep in ("xcomp", "ccomp", "obj", "obl:arg", "obl:mod") and (dep != "obl:mod" or is_infinitive):
                asked = (child for child in (*verb.children, *head.children) if head.i < child.i < verb.i)
                is_asked = any(child.lower_ in self.words["asked"] for child in asked)  # `on ne sait quand il est mort`
                return self.under(head, depth, is_infinitive=is_infinitive, is_asked=is_asked)
            if dep == "advcl" and "VerbForm=Ger" in verb.morph and "VerbForm=Inf" in head.morph:
                above = self.of_verb(head, depth + 1, is_own=False)
                return above if above in OPEN else "actual"  # `peut céder en autorisant`
            if dep == "advcl" and not is_infinitive and "VerbForm=Ger" not in verb.morph:
                if any(child.dep_ == "obl:agent" for child in verb.children) and verb.i < head.i:
                    return "actual"
                above = self.of_verb(head, depth + 1, is_own=False)
                is_bare = "VerbForm=Part" in verb.morph and not any(map(_is_finite_auxiliary, verb.children))
                return above if above == "planned" and is_bare else "actual"
        return "actual"

    def under(self, head: Token, depth: int, *, is_infinitive: bool = True, is_asked: bool = False) -> Status:
        """The status of what stands below a verb as its complement."""
        form = head.lower_
        if form in self.words["ready"] and not self.is_negated(head):
            return "possible"
        if form in self.words["deny"]:
            if self.is_negated(head):
                return "possible" if is_infinitive else "actual"
            return "denied"
        if self.is_negated(head):
            if form in self.words["regret"] or is_asked:
                return "actual"  # `ne regrette pas d'avoir accepté`
            return "possible" if form in self.words["vouch"] else "denied"
        above = self._mood(head)
        if form in self.words["modal_plan"]:
            return above or "actual" if "VerbForm=Part" in head.morph else self._denied_above(head, depth) or "planned"
        if form in self.words["modal_maybe"]:
            if "VerbForm=Part" in head.morph and above is None:  # `ont pu fuir`: they fled
                return self.of_verb(head, depth + 1)
            return self._denied_above(head, depth) or "possible"
        if form in self.words["modal_go"] and is_infinitive:
            return self._denied_above(head, depth) or "planned"
        if form in self.words["maybe"]:
            return "possible"
        if is_infinitive and (form in self.words["plan"] or form in self.words["intend"]):
            return self._denied_above(head, depth) or ("possible" if above == "possible" else "planned")
        if above and is_infinitive:
            return above
        return self.of_verb(head, depth + 1) if head.dep_ in UP and is_infinitive else "actual"

    def _denied_above(self, head: Token, depth: int) -> Status | None:
        """`a démenti vouloir`: the plan itself is denied."""
        if depth > DEPTH or head.head.i == head.i or head.dep_ not in UP:
            return None
        return "denied" if self.of_verb(head, depth + 1) == "denied" else None

    def is_announced(self, noun: Token) -> bool:
        """Whether what a noun tells is the object of a verb that makes it known, and not said to be still to come."""
        is_known = noun.dep_ == "obj" and noun.head.lower_ in self.words["announce"]
        return is_known and not any(child.lower_ in self.words["future"] for child in noun.children)

    def of_noun(self, noun: Token, support: Token | None, *, is_carried: bool) -> Status:
        """The status of the act that a noun tells; `support` is the verb above it, `is_carried` if that verb only carries it."""
        if "sans" in prepositions(noun):
            return "denied"
        if noun.dep_ == "conj" and any(child.lower_ == "mais" and child.dep_ == "cc" for child in noun.children):
            return "actual"  # `il ne s'agit pas d'un accident, mais d'un attentat`
        if self.is_averted(noun):
            return "denied"
        led = prepositions(noun) | (prepositions(noun.head) if noun.head.lower_ in small("case") else frozenset())
        if {"en", "cas"} <= led | {noun.head.lower_}:
            return "possible"  # `en cas d'attaque`
        is_said = any(child.dep_ == "cop" for child in noun.children)
        for child in noun.children:
            if child.dep_ in ("det", "advmod") and child.lower_ in small("no") and not is_said:
                return "denied"  # `pas d'alliance possible`
            if child.lower_ in self.words["hedge"]:
                return "possible"
            if child.lower_ in self.words["future"]:
                return "planned"
        head = noun.head
        if is_needed(noun):
            return "possible"
        if noun.dep_ == "nmod" and head.lower_ in self.words["hedge"]:
            return "possible"  # `des cas présumés de torture`, read as what is said of `présumés`
        if noun.dep_ == "nmod" and head.lower_ in self.words["bearing"]:
            return self.of_noun(head, support, is_carried=is_carried)
        if charged(noun, self.words["charge"]) is not None:
            return "possible"
        if noun.dep_ == "nmod" and head.pos_ == "NOUN":
            for use, status in (("maybe_noun", "possible"), ("plan_noun", "planned"), ("deny_noun", "denied")):
                if head.lower_ in self.words[use]:
                    return status  # type: ignore[return-value]
        if noun.pos_ != "VERB" and is_said:
            is_one = any(child.lower_ in self.words["only"] for child in noun.children)
            return "actual" if is_one and self.is_negated(noun) else self.of_verb(noun)
        found = self._from_support(noun, support, is_carried) if support is not None else "actual"
        return self.by_order(noun) or found if found == "actual" else found

    def is_averted(self, noun: Token) -> bool:
        """Whether what a noun tells was kept from happening (`un attentat déjoué`)."""
        told = (child for child in noun.children if child.dep_ in ("acl", "amod"))
        return any(child.lower_ in self.words["avert"] for child in told)

    def of_plan(self, plan: Token, last: Token) -> Status:
        """The status of what is told as a plan (`un projet d'attentat`, `a déjoué un projet d'attentat`); `last` ends it."""
        is_hindered = plan.dep_ in ("obj", "nsubj:pass") and plan.head.lower_ in self.words["avert"]
        is_over = (is_hindered and not self.is_negated(plan.head)) or any(map(self.is_averted, (plan, last)))
        return "denied" if is_over else "planned"

    def _from_support(self, noun: Token, support: Token, is_carried: bool) -> Status:
        form = support.lower_
        if noun.i < support.i and noun.head.lower_ in self.words["inherit"] and form in self.words["plan"]:
            return self.of_verb(support)  # `lors de la réunion, ils ont décidé`
        is_core = noun.dep_ == "obj" or noun.dep_.startswith("nsubj") or is_carried
        if is_core:
            if form in self.words["deny"] and noun.dep_ == "obj":
                if self.is_negated(support):
                    return "possible" if form in self.words["open"] else "actual"  # `n'exclut pas une intervention`
                return "denied"
            if any(child.lower_ in self.words["hedge"] for child in (support,)):
                return "denied" if self.is_negated(support) else "possible"
            if form in self.words["claim"] or (form in self.words["over"] and noun.dep_.startswith("nsubj")):
                return "actual"  # `l'attaque n'a pas été revendiquée`
            is_enacted = noun.dep_ in ("obj", "nsubj:pass") or (support.dep_ == "acl" and support.head.i == noun.i)
            if form in self.words["enact"] and "VerbForm=Part" in support.morph and is_enacted:
                return self.of_verb(support)
            if self.is_negated(support):
                if _is_inside(noun) or self._is_harmless(support):
                    return "actual"  # `il n'y a pas de lien entre ce procès et les attentats`
                return "denied" if is_carried or (noun.dep_ == "nsubj:pass" and form in self.words["announce"]) else "actual"
            if form in self.words["cancel"]:
                return "denied" if noun.dep_ in ("obj", "nsubj:pass") else "actual"
            is_told = noun.dep_.startswith(("nsubj", "obl:agent")) and form in self.words["occur"]
            if form in self.words["plan"] and not is_told:
                return "planned"
            if form in self.words["maybe"]:
                return "possible"
            if form in self.words["announce"] and noun.dep_ == "obj":
                return "planned"
            return self.of_verb(support) if is_carried else "actual"
        if prepositions(noun) & self.words["inherit"] or noun.head.lower_ in self.words["inherit"]:
            if noun.i < support.i and "VerbForm=Inf" in support.morph and is_verbal(support.head):
                support = support.head  # `lors de la réunion, ils ont décidé de reporter`
            above = self.of_verb(support)
            return above if above in OPEN else "actual"
        return "actual"

    def _is_harmless(self, support: Token) -> bool:
        """Whether it is only denied that an attack harmed somebody (`l'attaque n'a pas fait de victime`)."""
        harm = self.words["dead"] | self.words["injured"]
        return any(child.dep_ == "obj" and child.lower_ in harm for child in support.children)

    def is_negated(self, verb: Token) -> bool:
        """A verb under `ne ... pas`, `ne ... plus`, `ne ... aucun`; `ne ... que` and a bare `ne` do not deny."""
        has_ne = has_word = False
        for child in verb.children:
            lower, dep = child.lower_, child.dep_
            has_ne = has_ne or lower in small("ne")
            has_word = has_word or (lower in self.words["negator"] and dep != "det")
            if dep.startswith("aux") or dep == "cop":
                for below in child.children:
                    has_ne = has_ne or below.lower_ in small("ne")
                    has_word = has_word or below.lower_ in self.words["negator"]
            elif dep in ("obj", "nsubj", "nsubj:pass", "obl:arg") and not has_word:
                has_word = has_word or any(
                    below.lower_ in self.words["negator"] and below.dep_ in ("det", "advmod") for below in child.children
                )
        return has_ne and (has_word or self._is_bare(verb))

    def _is_bare(self, verb: Token) -> bool:
        """A verb that `ne` denies alone (`n'a pu adopter le texte`), where no `que` follows."""
        after = (verb.doc[i].lower_ for i in range(verb.i + 1, min(verb.i + 4, len(verb.doc))))
        return verb.lower_ in self.words["bare_ne"] and small("that").isdisjoint(after)


def charged(noun: Token, charges: frozenset[str]) -> Token | None:
    """The verb by which somebody is charged with what a noun tells: `soupçonné du meurtre`, `accusés de vols et de massacres`."""
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    is_below = noun.dep_ in ("obl:arg", "obl:mod", "obj") and "de" in prepositions(noun)
    return noun.head if is_below and noun.head.lower_ in charges else None


def _is_finite_auxiliary(token: Token) -> bool:
    """Whether a verb has its own finite auxiliary, be it that of `vu` in `s'est vu confisquer`."""
    is_caused = token.dep_ == "aux:caus" and any(map(_is_finite_auxiliary, token.children))
    return token.dep_.startswith("aux") and ("VerbForm=Fin" in token.morph or is_caused)


def _is_infinitive_passive(verb: Token) -> bool:
    """`va être reçue`."""
    return any(child.dep_ == "aux:pass" and "VerbForm=Inf" in child.morph for child in verb.children)


def _is_granted(verb: Token) -> bool:
    """Whether a clause in `si` grants what has happened (`S'il a été libéré hier, d'autres restent en prison`)."""
    marks = [child for child in verb.children if child.dep_ == "mark" and child.is_sent_start]
    auxiliaries = [child for child in verb.children if child.dep_ == "aux:tense"]
    return bool(marks) and any("Tense=Pres" in child.morph and "Mood=Cnd" not in child.morph for child in auxiliaries)


def _is_inside(noun: Token) -> bool:
    """Whether a noun, or the one that it is joined to, only completes another noun."""
    return noun.dep_ == "nmod" or (noun.dep_ == "conj" and noun.head.dep_ == "nmod")


def is_hypothesis(token: Token, marks: frozenset[str]) -> bool:
    """A mark of hypothesis; `même si` grants what it says."""
    if token.dep_ != "mark" or token.lower_.replace("’", "'") not in marks or token.pos_ != "SCONJ":
        return False
    return token.i == 0 or token.nbor(-1).pos_ not in ("ADV", "ADJ")


def is_future(token: Token) -> bool:
    return token.lower_.endswith(("era", "eront", "ira", "iront", "ndra", "ndront")) and "VerbForm=Fin" in token.morph


def is_conditional(token: Token) -> bool:
    return token.lower_.endswith(("rait", "raient")) and "VerbForm=Fin" in token.morph and "Tense=Imp" not in token.morph
