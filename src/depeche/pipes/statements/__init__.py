"""Who said what? Every passage that the dispatch puts in somebody's mouth."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from depeche.lang import FRENCH
from depeche.pipes import extensions
from depeche.pipes.statements.answers import read_answer
from depeche.pipes.statements.assembly import assemble
from depeche.pipes.statements.content import read_content
from depeche.pipes.statements.hits import find_hits
from depeche.pipes.statements.inverted import read_inverted
from depeche.pipes.statements.lexicon import read_lexicon
from depeche.pipes.statements.loose import read_lines, read_loose
from depeche.pipes.statements.nouns import read_nouns
from depeche.pipes.statements.reading import Reading
from depeche.pipes.statements.sources import read_sources


@Language.factory(
    "depeche_statements",
    assigns=["doc._.statements"],
    default_config={"lexicon": None},
)
class Statements:
    """Find what the dispatch reports, with its speaker, its exact words and its act: `doc._.statements`.

    >>> import depeche
    >>> record = depeche.read("« Rien n'est décidé », a déclaré Vladimir Poutine.")
    >>> [(said.text, said.mode, said.act) for said in record.statements]
    [("Rien n'est décidé", 'direct', 'say')]

    Args:
        lexicon: a folder with `statements.toml`, `cues.tsv`, `conjugation.tsv` and `statement_words.tsv`; ours by default.

    Raises:
        LexiconError: one of these files is wrong.
    """

    def __init__(self, nlp: Language, name: str, lexicon: str | None) -> None:
        self.name = name
        folder = Path(lexicon) if lexicon else FRENCH
        self.lexicon = read_lexicon(folder)

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            extensions.write(doc, "statements", [])
            return doc
        reading = Reading.of(doc, self.lexicon)
        find_hits(reading)
        reading.mend()
        read(reading)
        extensions.write(doc, "statements", assemble(reading))
        return doc


def read(reading: Reading) -> None:
    """Read every structure, the surest first: what precedes an inverted cue, what follows a cue, sources, the rest."""
    for hit in reading.hits:
        is_quoted = bool(reading.around(reading.starts[hit.verb]))
        if is_quoted:
            read_inverted(reading, hit)
        elif not read_answer(reading, hit) and not read_inverted(reading, hit):
            read_content(reading, hit)
    read_sources(reading)
    read_nouns(reading)
    read_loose(reading)
    read_lines(reading)
