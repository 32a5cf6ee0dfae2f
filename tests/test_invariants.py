"""On any text whatever: every span quotes the text, every id stands for an actor, twice read is twice the same.

`DEPECHE_FUZZ=10000 pytest tests/test_invariants.py` (`make fuzz`) reads as many texts; the plain test run reads 150.
"""

import os
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import depeche
from depeche.pipeline import PIECE, pieces
from depeche.record import Record, faults

EXAMPLES = int(os.environ.get("DEPECHE_FUZZ", "150"))
EXAMPLE_TEXTS = [path.read_text(encoding="utf-8") for path in sorted(Path("examples").glob("*.txt"))]
MARKS = "«»“”\"'’‘.,;:!?…()[]-–—\u00a0\u202f\n\t 0123456789%€/"
WORDS = [
    "le", "la", "les", "un", "une", "M.", "Mme", "président", "russe", "Paris", "Moscou", "Il", "elle", "ils",
    "accuse", "dément", "a", "déclaré", "que", "selon", "«", "»", "“", "”", '"', "’", "mercredi", "27", "novembre",
    "2024", "deux", "jours", "43", "%", "7.500", "km", "1,5", "milliard", "d'euros", "OTSC", "(OTSC)", "Vladimir",
    "Poutine", "Kazakhstan", "a-t-il", "ajouté", ",", ".", ":", "\n", "\n\n", "RUSSIE:", "contre", "avec", "à",
    "rencontre", "l'invasion", "de", "l'Ukraine", "sans", "condamner", "pourrait", "trois", "morts",
]  # fmt: skip

loose = st.text(st.one_of(st.characters(), st.sampled_from(MARKS)), max_size=200)
wordy = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A piece of a real dispatch with bits cut out, doubled, swapped and spoilt."""
    text = draw(st.sampled_from(EXAMPLE_TEXTS)) if EXAMPLE_TEXTS else "Paris dément."
    start = draw(st.integers(0, max(0, len(text) - 50)))
    text = text[start : start + draw(st.integers(20, 500))]
    for _ in range(draw(st.integers(1, 5))):
        a, b = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        text = draw(st.sampled_from([text[:a] + text[b:], text[:b] + text[a:], text[:a] + draw(loose) + text[b:], text.upper()]))
    return text[:1500]


SETTINGS = settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@SETTINGS
@given(st.one_of(loose, wordy, mutated()), st.sampled_from([None, "2024-11-27", "2024-02-29"]))
def test_every_span_is_exact(text: str, published: str | None) -> None:
    record = depeche.read(text, published=published)
    assert list(faults(record)) == []
    assert len(record.document.text) == len(text)
    assert Record.from_json(record.to_json()) == record


def test_reading_twice_gives_the_same_bytes() -> None:
    for text in EXAMPLE_TEXTS[:2]:
        assert depeche.read(text).to_json() == depeche.read(text).to_json()


def test_pieces_make_up_the_text() -> None:
    for text in ("", "a", "a" * (2 * PIECE + 5), "mot " * PIECE, "Une phrase. " * 30_000, "ligne\n\n" * 40_000):
        found = list(pieces(text))
        assert "".join(piece for _, piece in found) == text
        assert all(text.startswith(piece, offset) and len(piece) <= PIECE for offset, piece in found)
