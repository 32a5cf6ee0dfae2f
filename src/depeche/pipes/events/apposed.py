"""Which name follows a role or the word for a body? `son homologue Paul Durand`, `l'organisation non gouvernementale Amnesty`."""

from __future__ import annotations

from depeche.pipes.columns import Columns
from depeche.pipes.events.grammar import small
from depeche.pipes.tree import Token
from depeche.record import Mention

BODIES = ("organisation", "group")

FAR = 4
"""Adjectives between the word for a body and its name."""


def named_by(mention: Mention, columns: Columns, starts: dict[int, Mention], at: int) -> Mention:
    """The name that says whom a mention means, or the mention itself.

    Args:
        starts: the mentions by their first tokens.
        at: the token after the mention.
    """
    if mention.via not in ("role", "description"):
        return mention
    is_apart = mention.actor is None and columns.texts[at : at + 1] == [","]
    name = starts.get(at + is_apart)
    if name is not None and name.via == "name" and name.kind == "person" and (mention.kind != "group" or is_apart):
        return name  # not `des partisans du président sortant Paul Durand`
    return (_body(columns, starts, at, mention.kind) if mention.kind in BODIES else None) or mention


def _body(columns: Columns, starts: dict[int, Mention], at: int, kind: str) -> Mention | None:
    """The organisation named after adjectives, or set off by commas (`un groupe inconnu, les Lions du Nord, a attaqué`)."""
    end = at
    while end < min(at + FAR, len(columns.texts)) and end not in starts and _describes(columns, end):
        end += 1
    is_apart = columns.texts[end : end + 1] == [","]
    start = end + is_apart
    start += is_apart and columns.pos[start : start + 1] == ["DET"] and start not in starts
    name = starts.get(start)
    if name is None or name.via not in ("name", "acronym") or name.kind not in BODIES:
        return None
    if not is_apart:
        is_many = columns.lower[at - 1].endswith(("s", "x")) and name.kind == kind  # not `des militants CGT`
        return name if end > at or is_many else None  # `les réseaux sociaux Twitter et Facebook`
    after = columns.between(name.start, name.end)
    stop = after.stop if after is not None else start + 1
    is_closed = columns.texts[stop : stop + 1] == [","] and columns.pos[stop + 1 : stop + 2] != ["CCONJ"]
    return name if is_closed and columns.lower[max(at - 2, 0)] in ("un", "une") else None


def _describes(columns: Columns, i: int) -> bool:
    """Whether a word says of what kind a body is (`l'organisation armée État islamique`)."""
    return columns.pos[i] in ("ADJ", "ADV") or (columns.pos[i] in ("NOUN", "VERB") and columns.lower[i] in small("armed"))


def is_stressed(token: Token) -> bool:
    """Whether a pronoun between commas only stresses the name before it (`Varsovie, elle, a rappelé son ambassadeur`)."""
    if token.pos_ != "PRON" or token.i < 2 or token.i + 1 >= len(token.doc):
        return False
    is_apart = token.nbor(-1).text == "," and token.nbor(1).text == ","
    return is_apart and token.nbor(-2).pos_ in ("NOUN", "PROPN") and "PronType=Prs" in token.morph


def past_name(token: Token, named: dict[int, Mention]) -> Token:
    """Whom the comma after a name brings in, where the parser took that for the subject, which but names whom a role named before
    (`Après un appel de la ministre, Ama Koffi, la Chine a cédé`)."""
    mention, first = named.get(token.i), token.left_edge
    while first.i > 0 and named.get(first.i) is not mention:
        first = first.nbor(1)
    role = named.get(first.i - 2) if first.i > 1 and first.nbor(-1).text == "," else None
    if mention is None or role is None or role.actor is None or role.actor != mention.actor or role is mention:
        return token
    fellows = (child for child in token.children if child.dep_ == "conj")
    return next((child for child in fellows if "," in [below.text for below in child.children] and not _is_linked(child)), token)


def _is_linked(token: Token) -> bool:
    return any(child.dep_ == "cc" for child in token.children)
