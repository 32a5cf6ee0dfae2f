"""What hangs on a verb? Its subjects, objects and complements as the parse has them, and what the parser hung elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field

from depeche.pipes.events import participles
from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import is_verbal, prepositions
from depeche.pipes.events.participles import is_infinitive, is_participle
from depeche.pipes.events.subjects import after_telling, is_added, is_apart, is_second, is_torn
from depeche.pipes.tree import Token

AUTHORS = frozenset({"par", "de"})
"""What brings in who did what a passive tells; the parser takes others for it too (`un attentat commis contre X`)."""


@dataclass
class Collected:
    surface: list[Token] = field(default_factory=list)
    object: list[Token] = field(default_factory=list)
    oblique: list[tuple[frozenset[str], Token]] = field(default_factory=list)
    agent: list[Token] = field(default_factory=list)
    clause: list[Token] = field(default_factory=list)
    is_passive: bool = False
    is_reflexive: bool = False


def collect(verb: Token) -> Collected:
    found = Collected()
    pairs = [counted(child) for child in verb.children]
    labels = {dep for _, dep in pairs}
    found.is_passive = "aux:pass" in labels or ("nsubj:pass" in labels and not labels & {"aux:tense", "expl:pv"})
    for child, dep in pairs:
        if dep.startswith("nsubj"):
            is_other = is_second(child, verb, found.surface[0]) if found.surface else is_added(child, verb)
            if found.surface and not is_other and is_apart(found.surface[-1], child):
                found.surface.clear()
            (found.object if is_other else found.surface).append(child)
        elif dep == "obj" and child.i > 0 and child.nbor(-1).text == "-":
            continue  # the end of a name (`a remis à la Croix-Rouge`)
        elif dep == "obj" and "par" not in prepositions(child):
            is_when = child.lower_ in small("period") and verb.dep_ in ("acl", "amod") and is_participle(verb)
            if not is_when:  # `une femme enlevée la semaine dernière`
                _object(child, found)
        elif dep == "iobj":
            found.oblique.append((frozenset({"à"}), child))
        elif dep == "obj" or (dep == "obl:agent" and prepositions(child) <= AUTHORS):
            found.agent.append(child)
        elif dep.startswith("obl") or dep in ("nmod", "advmod", "dep"):
            before = prepositions(child)
            if "par" in before and found.is_passive:
                found.agent.append(child)
            elif before:
                found.oblique.append((before, child))
                if is_verbal(child) and "VerbForm=Inf" in child.morph:
                    found.clause.append(child)
        elif dep in ("xcomp", "ccomp"):
            found.clause.append(child)
            found.object.extend(_held(child))
        elif dep == "advcl":
            found.object.extend(_held(child))
        elif dep in ("expl:comp", "expl:pass"):
            found.is_reflexive = True
    _mend(verb, found, is_tensed="aux:tense" in labels)
    return found


def _mend(verb: Token, found: Collected, *, is_tensed: bool) -> None:
    """What the parser hung on other words: agents on complements, subjects on auxiliaries or on a clause before."""
    if found.is_passive and not found.agent:  # `a été ouverte contre lui, à son encontre par le parquet`
        about = [token for before, token in found.oblique if "contre" in before or token.lower_ in small("regard")]
        found.agent.extend(child for token in about for child in token.children if "par" in prepositions(child))
    if not found.surface and is_tensed:
        auxiliaries = (child for child in verb.children if child.dep_ == "aux:tense")  # `ils ont chacun refusé`
        found.surface.extend(word for one in auxiliaries for word in one.children if word.dep_ == "nsubj")
    if found.is_passive and not found.agent:  # `a été tué et deux autres blessés par des rebelles`, `interdits de sortir par X`
        tasked = (word for task in found.clause for word in participles.authors(task))
        found.agent.extend(participles.shared_agents(verb) or tasked)
    if not (found.object or found.clause or found.is_passive):  # `a livré à la Côte d'Ivoire des blindés`
        names = (token for before, token in found.oblique if "à" in before and token.pos_ == "PROPN")
        below = (child for token in names for child in token.children if child.dep_ == "nmod")
        found.object.extend(child for child in below if any(mark.lower_ == "des" for mark in child.children))
    if found.surface and (second := after_telling(verb, found.surface[-1])) is not None:
        found.surface = [second]
    if found.surface and is_torn(verb, found.surface[0]):
        found.surface.insert(0, verb.head)


def _held(child: Token) -> list[Token]:
    """The object that the parser hung on what it is taken for (`rejette comme infondées les accusations`)."""
    is_as = any(mark.lower_ in small("as") for mark in child.children)
    is_told = any(below.dep_.startswith("aux") for below in child.children)  # `soupçonné d'avoir violé une femme`
    is_held = is_as or (child.pos_ == "ADJ" and child.dep_ == "xcomp" and not is_told)
    return [below for below in child.children if is_held and below.dep_ == "obj" and below.i > child.i]


def counted(child: Token) -> tuple[Token, str]:
    """What an adverb counts, in its place: `plus de mille migrants` are the subject or the object, not `plus`."""
    if child.dep_ == "nsubj:pass" and child.lower_ in small("there"):
        return child, "expl"  # `après y avoir été contraint`
    if child.dep_.startswith("nsubj") and child.i > child.head.i and is_infinitive(child.head):
        return child, "dep"  # `dit avoir porté plainte contre une chaîne (Ama Koffi)`
    if child.pos_ == "VERB" and child.dep_.startswith("nsubj") and "VerbForm=Inf" not in child.morph:
        inner = (below for below in child.children if below.dep_.startswith("nsubj") and below.i < child.i)
        return next(inner, child), child.dep_  # `dix gardes pris lundi ont été tués`, `une femme enlevée il y a un an a parlé`
    if child.dep_ == "nsubj" and prepositions(child) - {"de"}:  # `Après un entretien avec Paul, Lima a cédé`
        apposed = (below for below in child.children if below.dep_ == "appos" and _is_set_off(below))
        return next(apposed, child), child.dep_
    if child.lower_ in small("each") and child.dep_ in ("nsubj", "aux:pass") and child.nbor(-1).dep_.startswith("aux"):
        return child, "expl"  # `ont chacun refusé`
    is_count = child.pos_ == "ADV" and child.lower_ not in small("inherit")  # `lors de deux attentats` counts nothing
    if is_count and child.dep_.startswith(("nsubj", "obj", "obl:agent", "advmod")):
        for noun in child.children:
            is_number = any(below.dep_ == "nummod" for below in noun.children)
            if noun.pos_ in ("NOUN", "PROPN") and "de" in prepositions(noun) and (is_number or child.dep_ != "advmod"):
                return noun, "obj" if child.dep_ == "advmod" else child.dep_
    return child, child.dep_


def _is_set_off(apposed: Token) -> bool:
    """Whether a comma stands before an apposition."""
    return "," in (apposed.left_edge.text, apposed.left_edge.nbor(-1).text)


def _object(child: Token, found: Collected) -> None:
    if child.lower_ in ("se", "s'", "s’"):
        found.is_reflexive = True
    elif is_verbal(child) and "VerbForm=Inf" in child.morph:
        found.clause.append(child)
    else:
        found.object.append(child)
