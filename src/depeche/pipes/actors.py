"""Placeholder, being written: every named entity is its own actor."""

from __future__ import annotations

import re
import unicodedata

from spacy.language import Language
from spacy.tokens import Doc

from depeche.pipes import extensions
from depeche.record import Actor, Mention

KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "group"}


def slug(name: str) -> str:
    """ASCII, lower case, hyphens: `Kassym-Jomart Tokaïev` -> `kassym-jomart-tokaiev`."""
    plain = unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("Œ", "OE")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


@Language.factory("depeche_actors", assigns=["doc._.actors", "doc._.mentions"], default_config={"lexicon": None})
class Actors:
    def __init__(self, nlp: Language, name: str, lexicon: str | None) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        actors, mentions = {}, []
        for ent in doc.ents:
            if name := slug(ent.text):
                kind = KINDS[ent.label_]
                actors.setdefault(name, Actor(id=name, name=ent.text, kind=kind))
                mentions.append(Mention(start=ent.start_char, end=ent.end_char, text=ent.text, kind=kind, actor=name, via="name", why="ner"))
        doc._.actors = tuple(actors[name] for name in sorted(actors))
        extensions.write(doc, "mentions", mentions)
        return doc
