"""Who said what: a French sentence, and what must come out of it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import depeche
from depeche.pipes.statements.marks import quotations
from depeche.record import Statement


def said(text: str, published: str | None = None) -> tuple[Statement, ...]:
    return depeche.read(text, published=published).statements


def only(text: str) -> Statement:
    found = said(text)
    assert len(found) == 1, [(item.why, item.text) for item in found]
    return found[0]


MARKS = [
    ("« Nous partirons », a déclaré la ministre.", "Nous partirons"),
    ("«Nous partirons», a déclaré la ministre.", "Nous partirons"),
    ("«\u00a0Nous partirons\u00a0», a déclaré la ministre.", "Nous partirons"),
    ('"Nous partirons", a déclaré la ministre.', "Nous partirons"),
    ("“Nous partirons”, a déclaré la ministre.", "Nous partirons"),
    ("„Nous partirons“, a déclaré la ministre.", "Nous partirons"),
    ("‘Nous partirons’, a déclaré la ministre.", "Nous partirons"),
    ("'Nous partirons', a déclaré la ministre.", "Nous partirons"),
    ("''Nous partirons'', a déclaré la ministre.", "Nous partirons"),
    ("<< Nous partirons >>, a déclaré la ministre.", "Nous partirons"),
    ("« Nous partirons, a déclaré la ministre.", "Nous partirons"),
    ("Nous partirons », a déclaré la ministre.", "Nous partirons"),
    ("-- « Nous partirons » -- a déclaré la ministre.", "Nous partirons"),
]


@pytest.mark.parametrize(("text", "words"), MARKS)
def test_any_marks_will_do(text: str, words: str) -> None:
    item = only(text)
    assert item.text == words
    assert item.speaker_span is not None
    assert text[slice(*item.speaker_span)] == "la ministre"


def test_a_quotation_runs_over_paragraphs() -> None:
    text = "« Le pays est à genoux.\n\n« Nous le relèverons ensemble », a promis le candidat."
    assert [quote.inner for quote in quotations(text)[0]] == [(2, 23), (27, 54)]
    assert [item.text for item in said(text)][-1] == "Nous le relèverons ensemble"


def test_a_lost_mark_costs_its_own_quotation_only() -> None:
    text = "« La route est coupée, a indiqué le maire.\n« Elle rouvrira demain », a assuré la préfète."
    assert [item.text for item in said(text)] == ["La route est coupée", "Elle rouvrira demain"]


PARTS = ["«", "»", "“", "”", '"', "‘", "’", "''", "<<", "Rien", "va", "dit-il", "X", ".", ",", " ", "\n\n", "\n", ":"]


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PARTS), max_size=25).map(" ".join))
def test_unpaired_marks_never_lose_the_others(mess: str) -> None:
    text = f"« Nous partirons lundi », a déclaré la ministre.\n\n{mess}\n\n« Nous resterons », a répliqué le maire."
    found = [item.text for item in said(text)]
    assert found[0] == "Nous partirons lundi"
    assert "Nous resterons" in found[-1]
