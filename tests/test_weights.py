"""Learned weights: how likely a case is, and what is wrong with a table of them."""

from pathlib import Path

import pytest

import depeche
from depeche.errors import LexiconError
from depeche.lang import FRENCH
from depeche.pipes.weights import ALWAYS, Weights, read_weights


def test_a_trait_that_no_row_names_weighs_nothing() -> None:
    weights = Weights({ALWAYS: 0.0, "number=plural": 1.0})
    assert weights.of(["noun=rebelles"]) == 0.5
    assert weights.of(["number=plural", "number=plural"]) == weights.of(["number=plural", "noun=rebelles"]) > 0.7


@pytest.mark.parametrize("name", ["noun_weights.tsv", "event_weights.tsv"])
def test_our_own_weights_are_read(name: str) -> None:
    assert ALWAYS in read_weights(FRENCH / name).rows


def test_a_weight_that_is_no_number_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "event_weights.tsv"
    path.write_text("trait\tweight\nalways\tmuch\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"event_weights\.tsv:.*'always'.*'much'"):
        read_weights(path)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Des hommes armés ont attaqué Goma.", {"Des hommes armés"}),
        ("Les forces kurdes ont repris la ville.", {"Les forces kurdes"}),
        ("L'attaque visait les secours.", set()),  # no noun of the table: not known as somebody
        ("Deux individus ont été interpellés à Lomé.", {"Deux individus"}),
    ],
)
def test_who_is_somebody_without_a_name(text: str, found: set[str]) -> None:
    record = depeche.read(text, published="2024-11-27")
    assert {mention.text for mention in record.mentions if mention.via == "description"} == found


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Lima a condamné l'arrestation d'un juge. L'armée a fait deux attaques.", {"condamné", "arrestation"}),
        ("Deux soldats ont été tués dans une attaque contre un poste.", {"tués"}),
    ],
)
def test_what_is_told(text: str, events: set[str]) -> None:
    record = depeche.read(text, published="2024-11-27")
    assert events <= {event.text for event in record.events}
