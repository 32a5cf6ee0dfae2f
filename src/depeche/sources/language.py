"""Is this text French?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from depeche.lang import FRENCH, read_table
from depeche.record import Finding

SAMPLE = 20_000
"""Characters looked at: a dispatch is in one language."""

FEWEST_WORDS = 12
"""Below this many words the question is left open (`None`) unless the script answers it."""

FRENCH_SHARE = 0.2
"""Share of French function words above which a text is French whatever else is thought of it (news: 0.35-0.5)."""


@dataclass(frozen=True)
class Language:
    """`code` is ISO 639-1, `None` where the text is too short to tell; `is_french` holds unless something speaks against it."""

    code: str | None
    is_french: bool
    start: int = 0
    end: int = 0

    def finding(self) -> Finding:
        """What a reader is told of a text in another language."""
        return Finding(
            rule="not-french",
            severity="warning",
            message=f"the language looks like {self.code!r}, not French: nothing but sentences was read",
            spans=((self.start, self.end),) if self.end > self.start else (),
        )


def is_french(text: str) -> Language:
    """The language of a text, as far as reading French is concerned.

    >>> is_french("Le président russe est arrivé mercredi au Kazakhstan pour une visite de deux jours.").code
    'fr'
    >>> is_french("The Russian president arrived in Kazakhstan on Wednesday for a two-day visit, officials said.").code
    'en'

    Source: py3langid's model of 97 languages, overruled where the share of French function words is that of French text.
    """
    sample = text[:SAMPLE]
    words = re.findall(r"[^\W\d_]+", sample)
    letters = sum(map(len, words))
    latin = sum(len(word) for word in words if max(word) < "ɐ")
    if not words:
        return Language(None, True)
    is_latin = latin * 2 >= letters
    if is_latin:
        share = sum(word.lower() in _function_words() for word in words) / len(words)
        if share >= FRENCH_SHARE:
            return Language("fr", True)
        if len(words) < FEWEST_WORDS:
            return Language(None, True)
    code, probability = _identifier().classify(sample)
    if is_latin and (code == "fr" or probability < 0.9):
        return Language("fr" if code == "fr" else None, True)
    start = len(text) - len(text.lstrip())
    return Language(str(code), False, start, min(len(text.rstrip()), start + 80))


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row["form"] for row in read_table(FRENCH / "function_words.tsv", ["form"], key="form"))


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
