"""Where does a name begin and end? Without a title, a demonym, a determiner or a mark at its edges."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Span, Token

from depeche.lang import FRENCH, knowledge, read_table

YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@cache
def titles() -> frozenset[str]:
    """Words before a person's name that are no part of it: civilities, ranks, offices."""
    civil = read_table(FRENCH / "civilities.tsv", ("form", "gender", "kind"))
    offices = read_table(FRENCH / "offices.tsv", ("form", "office", "gender"))
    return frozenset(row["form"] for row in (*civil, *offices) if " " not in row["form"])


@cache
def words(role: str) -> frozenset[str]:
    """The words of a role of `actor_words.tsv` (`particle`: small words that begin a surname, `von`, `bin`)."""
    return frozenset(row["form"] for row in read_table(FRENCH / "actor_words.tsv", ("form", "role")) if row["role"] == role)


@cache
def numbers() -> frozenset[str]:
    """The words that make a number (`Neuf ingénieurs` is no name)."""
    rows = read_table(FRENCH / "number_words.tsv", ("form", "kind", "value"))
    return frozenset(row["form"] for row in rows if row["kind"] in ("cardinal", "about", "scale"))


def joined(ents: list[Span]) -> list[Span]:
    """`Grand Prix de` and `Helsinki`: a name that ends in a preposition goes on in the name right after it."""
    kept: list[Span] = []
    for ent in ents:
        before = kept[-1] if kept else None
        if before is not None and before.end == ent.start and before[-1].pos_ == "ADP" and _is_headed(before):
            kept[-1] = Span(ent.doc, before.start, ent.end, label=before.label_)
        else:
            kept.append(ent)
    return kept


def _is_headed(name: Span) -> bool:
    """A work, or an organisation with a noun in capitals (`Sénat du`, not `conseil régional d'`)."""
    return name.label_ == "MISC" or (name.label_ == "ORG" and name.text[0].isupper())


def trimmed(ent: Span) -> Span | None:
    """The name within its edges, or `None` where nothing of a name is left."""
    start, end = ent.start, ent.end
    doc = ent.doc
    while start < end and _is_mark(doc[start].text):
        start += 1
    while end > start and _is_mark(doc[end - 1].text) and not (doc[end - 1].text == "+" and end - start > 1):
        end -= 1  # `Canal +`
    if _is_cut(ent, end):
        end += 1  # `18e arrondissement de | Paris`
    while end - start > 1 and doc[end - 1].pos_ == "ADP" and doc[end - 1].text.islower():
        end -= 1
    if ent.label_ == "ORG" and end - start > 2 and YEAR.fullmatch(doc[end - 1].text) and doc[end - 2].lower_ in words("of"):
        end -= 2  # `l'Assemblée nationale de 1992`
    while end - start > 1 and _is_number(doc[end - 1]) and _is_whole(ent, start, end - 1):
        end -= 1
    if end - start == 1 and len(doc[start]) == 1 and doc[start].text.islower():
        return None
    if end - start > 1 and len(doc[end - 1]) == 1 and doc[end - 1].text.islower() and doc[end - 2].text.islower():
        return None  # `vallée de l' Euphrate`, cut at the blank
    while end - start > 1 and _is_small(doc[start], ent.label_):
        start += 1
    if ent.label_ == "PER":
        while start > 0 and doc[start - 1].text in words("particle"):
            start -= 1
        while end - start > 1 and doc[end - 1].text.islower() and doc[end - 1].pos_ == "PRON" and doc[end - 2].text != "-":
            end -= 1
        while start < end - 1 and (doc[start].lower_ in titles() or _is_demonym(doc[start].text)):
            start += 1
    if start == end or not any(char.isalnum() for char in doc[start:end].text):
        return None
    if (doc[start:end].text.islower() and ent.label_ == "PER") or is_none(doc[start:end]):
        return None
    return Span(doc, start, end, label=ent.label_)


def _is_cut(ent: Span, end: int) -> bool:
    """A place that the model ends at its preposition, with a word in capitals behind it that is in no name."""
    doc = ent.doc
    is_open = end < len(doc) and doc[end].text.istitle() and not doc[end].ent_type_
    return is_open and ent.label_ == "LOC" and len(ent) > 1 and doc[end - 1].pos_ == "ADP" and doc[end - 1].text.islower()


def _is_whole(ent: Span, start: int, end: int) -> bool:
    """A name that a number after it is no part of, as it is of `France 2`, `Boeing 747`, `RN 79`."""
    doc = ent.doc
    known = knowledge.named(doc[start:end].text)
    is_road = ent.label_ == "LOC" and known is not None and known.kind not in ("country", "place")
    return known is not None and ent.label_ != "MISC" and not is_road and knowledge.named(doc[start : end + 1].text) is None


def _is_number(token: Token) -> bool:
    """`Allemagne 2` of a road sign, `livrer à la Grande-Bretagne deux suspects`."""
    return token.text.isdigit() or (token.text.islower() and (token.pos_ == "NUM" or "NumType=Card" in token.morph))


def is_none(name: Span) -> bool:
    """What only looks like a name: a number (`Neuf ingénieurs`), `anti-Trump`, the `CFA` of `francs CFA`, `RÉCAPITULATIF`."""
    text, first = name.text, name[0]
    if name.label_ != "MISC" and not any(char.isalpha() for char in text):
        return True
    if first.text[0].islower() and first.lower_.split("-")[0] in words("prefix") and not knowledge.named(text):
        return True
    if first.lower_ in numbers() and len(name) > 1 and all(token.text.islower() for token in name[1:]):
        return True
    if name.start > 0 and name.doc[name.start - 1].lower_ in words("currency"):
        return True
    if text in words("no_name") or text.rstrip("0123456789:+-−") in words("zone") or _is_member(name) or _is_native(name):
        return True
    if first.lower_ in words("of_title") and _is_of_title(name):
        return True
    if len(name) == 1 and _is_demonym(text) and knowledge.named(text) is None:
        is_one = name.start > 0 and name.doc[name.start - 1].lower_ in words("singular")
        return name.label_ != "PER" or is_one  # `Le Kazakh a répondu`
    return text.isupper() and text.lower() in words("rubric")


def _is_of_title(name: Span) -> bool:
    """What a title names besides its office: `président de la [République]`, `garde des [Sceaux]`."""
    doc, at = name.doc, name.start - 1
    while at > 0 and (doc[at].lower_ in words("article") or doc[at].lower_ in words("of")):
        at -= 1
    return len(name) == 1 and 0 <= at < name.start - 1 and doc[at].lower_ in titles()


@cache
def members() -> dict[str, bool]:
    """Nouns for those of a group (`gilet jaune`), each with whether it is a plural, that the tables know as the group's name."""
    rows = read_table(FRENCH / "actor_nouns.tsv", ("singular", "plural", "gender", "kind", "state", "when"))
    groups = [row for row in rows if (known := knowledge.named(row["plural"].capitalize())) and known.kind == "group"]
    return {row["singular"]: False for row in groups} | {row["plural"]: True for row in groups}


def _is_native(name: Span) -> bool:
    """A country's name that means one of its people: `le Suisse`, `un Suisse`, `la Suisse Emma Morvan`."""
    doc, at = name.doc, name.start
    if len(name) > 1 or at == 0 or name[0].lower_ not in words("native") or name.label_ == "PER":
        return False
    after = doc[name.end] if name.end < len(doc) else None
    is_person = after is not None and after.text[:1].isupper() and after.pos_ == "PROPN" and after.ent_type_ in ("PER", "")
    before = doc[at - 1].lower_
    return before in words("masculine") or before in words("one") or is_person


def _is_member(name: Span) -> bool:
    """One or some of a group, not the group: `un Gilet jaune`, `dix Casques bleus`, `une dizaine de Gilets jaunes`."""
    is_plural = members().get(name.text.lower())
    if not is_plural or name.start == 0:
        return is_plural is False
    before = name.doc[name.start - 1]
    if before.lower_ in words("of") and name.start > 1:
        before = name.doc[name.start - 2]
        return before.lower_ in words("quantity") or before.lower_ in words("gathering")
    return before.pos_ == "NUM" or before.lower_ in words("counted")


def _is_small(token: Token, label: str) -> bool:
    """An elided article or preposition before a name, or before a person a preposition (`Pour [Rajoy]`)."""
    is_elided = len(token) == 2 and token.text[-1] in "'’" and token.text[0].islower()
    if label != "PER" or is_elided:
        return is_elided
    is_noble = token.lower_ == "de" and token.i > 0 and token.nbor(-1).lower_ in titles()  # `le général de Gaulle`
    is_of_it = token.text.istitle() and not token.is_sent_start  # `la Chinoise [Du Li]`
    return token.pos_ == "ADP" and token.lower_ not in words("particle") and not is_noble and not is_of_it


def _is_mark(text: str) -> bool:
    return not any(char.isalnum() for char in text) and text not in ("!", "?")


def _is_demonym(text: str) -> bool:
    return knowledge.country_of_adjective(text) is not None
