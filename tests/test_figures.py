"""Figures: numbers in every typography, what they measure, and what is no figure."""

import time
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

import depeche
from depeche.errors import LexiconError
from depeche.pipes.figures.lexicon import folded, pattern
from depeche.pipes.figures.numerals import numerals
from depeche.pipes.figures.quantities import readings

PIECES = [
    "12",
    " ",
    "1,5",
    "milliard",
    "de ",
    "dollars",
    "vingt",
    "-",
    "et",
    "un",
    "7.500",
    "%",
    "à",
    "ième",
    "M€",
    "İ",
    "é",
    "²",
    "$",
    "'",
    "\n",
    "½",
]


def measured(text: str) -> list[tuple[str, float, float | None, str, str | None]]:
    return [(text[one.start : one.end], one.value, one.high, one.unit, one.mod) for one in readings(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7.500", 7500),
        ("7 500", 7500),
        ("7\xa0500", 7500),
        ("7\u202f500", 7500),
        ("50'000", 50000),
        ("50’000", 50000),
        ("3,14", 3.14),
        ("14.5", 14.5),
        ("2.345.678,9", 2345678.9),
        ("1,5 milliard", 1.5e9),
        ("2 millions 300.000", 2300000),
        ("deux cent mille", 200000),
        ("septante-deux", 72),
        ("quatre-vingt-dix-neuf", 99),
        ("nonante et un", 91),
        ("soixante et onze", 71),
        ("trois millions et demi", 3.5e6),
        ("un demi-million", 5e5),
        ("deux virgule zéro trois", 2.03),
        ("une douzaine de millions", 12e6),
        ("trois quarts", 0.75),
        ("½", 0.5),
        ("3/4", 0.75),
        ("DEUX CENTS", 200),
    ],
)
def test_one_number_has_one_value(text: str, value: float) -> None:
    assert [(one.start, one.end, pytest.approx(one.value)) for one in numerals(text)] == [(0, len(text), value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plus de 7.500 kilomètres", [("7.500 kilomètres", 7500, None, "km", "more")]),
        ("quelque 2.000 policiers", [("2.000", 2000, None, "count", "about")]),
        ("jusqu’à 40 °C", [("40 °C", 40, None, "Cel", "at_most")]),
        ("moins 12 degrés Celsius", [("moins 12 degrés Celsius", -12, None, "Cel", None)]),
        ("de 2 à 3 millions d'euros", [("2 à 3 millions d'euros", 2e6, 3e6, "EUR", None)]),
        ("entre 12 % et 15 %", [("12 % et 15 %", 12, 15, "percent", None)]),
        ("passé de 12 à 15 tonnes", [("12", 12, None, "count", None), ("15 tonnes", 15, None, "t", None)]),
        ("3,2 Md€ ou plus", [("3,2 Md€", 3.2e9, None, "EUR", "at_least")]),
        ("dix dollars canadiens", [("dix dollars canadiens", 10, None, "CAD", None)]),
        ("0,2 point de pourcentage", [("0,2 point de pourcentage", 0.2, None, "point", None)]),
        ("Un élu sur trois", [("Un élu sur trois", 1 / 3, None, "count", None)]),
        ("15 à 20 000 manifestants", [("15 à 20 000", 15000, 20000, "count", None)]),
        ("2 tonnes et demie de riz", [("2 tonnes et demie", 2.5, None, "t", None)]),
        ("un milliard 200 millions de dollars", [("un milliard 200 millions de dollars", 1.2e9, None, "USD", None)]),
        ("un bébé de six livres", [("six livres", 6, None, "[lb_av]", None)]),
        ("il a lu six livres", [("six", 6, None, "count", None)]),
        ("la 14 e édition", [("14 e", 14, None, "ordinal", None)]),
        ("2 000 000 000 € d'économies", [("2 000 000 000 €", 2e9, None, "EUR", None)]),
        ("le XIe sommet", [("XIe", 11, None, "ordinal", None)]),
        ("l’eau couvre 70 % à 80 % des champs", [("70 % à 80 %", 70, 80, "percent", None)]),
        ("un kilomètre et une tonne", [("un kilomètre", 1, None, "km", None), ("une tonne", 1, None, "t", None)]),
        ("un homme, une femme et une seconde frappe", [("seconde", 2, None, "ordinal", None)]),
    ],
)
def test_figures_have_unit_range_and_modifier(
    text: str, expected: list[tuple[str, float, float | None, str, str | None]]
) -> None:
    assert measured(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "le 14 juillet", "du 22 au 23 mars 2018", "2024-11-27", "27/11/2024", "en 2019", "à 14H30", "la COP28",
        "un Airbus A320-200", "un F-16", "au 05 61 22 33 44", "la 3DS", "le péage n°25",
        "le vol 447", "https://exemple.fr/a/123?b=45", "la 5G", "3-0,", "tous deux", "note [1].",
        "au 37, rue de la Paix", "l'A 10",
        "la Seconde Guerre mondiale", "le groupe des Sept", "les années 90", "la Ve République",
        "une victoire 8 à 3",
        "l'un des chefs",
        "le neuf", "Covid-19",
    ],
)  # fmt: skip
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert measured(text) == []


def test_times_are_no_figures() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("depeche_figures")
    doc = nlp("Le siège dure depuis douze jours.")
    assert [one.unit for one in doc._.figures] == ["d"]
    doc._.times = doc._.figures
    assert nlp.get_pipe("depeche_figures")(doc)._.figures == ()


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
@settings(max_examples=150, deadline=None)
def test_spans_stand_in_any_text(text: str) -> None:
    assert len(folded(text)) == len(text)
    ends = [0]
    for one in readings(text):
        assert ends[-1] <= one.start < one.end <= len(text)
        assert one.high is None or one.high > one.value
        ends.append(one.end)


@pytest.mark.parametrize("piece", ["1", "un ", "cent ", "vingt et ", "1 à ", "12 345 ", "-", "$", "quart de ", "3,", "million "])
def test_time_is_linear(piece: str) -> None:
    text = piece * (30_000 // len(piece))
    start = time.process_time()
    readings(text)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("text", "number", "of", "subject"),
    [
        ("Le Niger, qui produit 5 % de l'uranium mondial, a nationalisé la mine.", "5 %", "de l'uranium mondial", ("ne",)),
        ("Le Mali a expulsé 12 diplomates français.", "12", "diplomates français", None),
        ("La Chine a livré 300 camions.", "300", "camions", ("cn",)),
    ],
)
def test_what_is_counted_and_about_whom(text: str, number: str, of: str, subject: tuple[str, ...] | None) -> None:
    record = depeche.read(text, published="2024-11-27")
    (found,) = record.figures
    assert found.text == number
    assert found.of is not None and text[found.of[0] : found.of[1]] == of
    assert subject is None or found.subject == subject


def test_without_a_parse_the_next_noun_is_counted() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("depeche_figures")
    doc = nlp("Ils exportent 80 % de leur pétrole et 12 tonnes d'or.")
    assert [doc.text[one.of[0] : one.of[1]] for one in doc._.figures if one.of] == ["de leur pétrole", "d'or"]


def test_a_wrong_pattern_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "figure_patterns.tsv").write_text("# head\nname\tpattern\nof\t(\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"figure_patterns\.tsv.*3"):
        pattern("of", tmp_path)
