"""Times: values, anchors, a missing date, ages, and texts that no calendar knows."""

import re
import time
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from depeche.errors import LexiconError
from depeche.lang import FRENCH
from depeche.record import Time


@pytest.fixture(scope="module")
def nlp() -> Language:
    """No parse: the pipe must do without."""
    blank = spacy.blank("fr")
    blank.add_pipe("depeche_times")
    return blank


def read(nlp: Language, text: str, published: str | None = "2024-11-27") -> list[Time]:
    doc = nlp.make_doc(text)
    doc._.published = published
    return list(nlp(doc)._.times)


def values(nlp: Language, text: str, published: str | None = "2024-11-27") -> list[str]:
    return [found.value for found in read(nlp, text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Le ministre a démissionné mercredi.", "2024-11-27"),
        ("Le ministre a démissionné mardi.", "2024-11-26"),
        ("Le ministre partira mardi.", "2024-12-03"),
        ("Le scrutin, prévu dimanche, est maintenu.", "2024-12-01"),
        ("Il avait refusé en septembre.", "2024-09"),
        ("Le sommet aura lieu en janvier.", "2025-01"),
        ("Le pacte sera signé le 15 janvier.", "2025-01-15"),
        ("Le FÉVRIER 2022 de tous les dangers.", "2022-02"),
        ("L'EXPLOSION DU 4 AOUT 2020", "2020-08-04"),
        ("Le 1er mars 2024, il partait.", "2024-03-01"),
        ("Le nonante-cinquième jour, en 1995, il partait.", "1995"),
        ("Les élections auront lieu le week-end prochain.", "2024-W49-WE"),
    ],
)
def test_a_time_is_anchored(nlp: Language, text: str, value: str) -> None:
    assert values(nlp, text) == [value]


def test_the_day_told_before_is_the_anchor(nlp: Language) -> None:
    text = "Il a été arrêté le 3 mars 2022. La veille, à 15 heures, son avocat avait fui. Deux jours plus tard, il parlait."
    assert values(nlp, text) == ["2022-03-03", "2022-03-02", "2022-03-02T15:00", "2022-03-04"]


def test_the_small_hours_of_a_night_are_of_the_next_day(nlp: Language) -> None:
    text = "Dans la nuit de samedi à dimanche, vers 2 heures, des tirs ont éclaté."
    assert values(nlp, text) == ["2024-11-23TNI", "2024-11-24T02:00"]


def test_without_a_date_values_stay_undetermined(nlp: Language) -> None:
    text = "Mercredi, il a dit qu'en septembre, à 14h30 ou hier soir, l'an dernier, rien n'avait bougé."
    assert values(nlp, text, None) == [
        "XXXX-WXX-3",
        "XXXX-09",
        "XXXX-XX-XXT14:30",
        "XXXX-XX-XXTEV",
        "XXXX",
    ]


@pytest.mark.parametrize(
    ("text", "published", "source"),
    [
        ("ASTANA, 27 nov. 2024 (AFP) - Le président est arrivé mercredi.", "2024-11-27", "dateline"),
        ("Paris, le 27 novembre 2024 – Le ministre a parlé.", "2024-11-27", "dateline"),
        ("Un titre\n\n27 novembre 2024. – Le ministre a parlé.", "2024-11-27", "dateline"),
        ("Mercredi 27 novembre, le ministre a parlé, en guerre depuis février 2022.", "2024-11-27", "inferred"),
        ("Le ministre a parlé mercredi 27 novembre.", None, None),
        ("Né le 16 mars 1978, il a étudié à Lyon.", None, None),
        ("Le ministre a parlé.", None, None),
    ],
)
def test_a_missing_date_is_read_or_stays_missing(nlp: Language, text: str, published: str | None, source: str | None) -> None:
    doc = nlp(nlp.make_doc(text))
    assert (doc._.published, doc._.published_from) == (published, source)


def test_a_given_date_is_kept(nlp: Language) -> None:
    doc = nlp.make_doc("ASTANA, 27 nov. 2024 (AFP) - Le président est là.")
    doc._.published, doc._.published_from = "2024-11-28", "option"
    doc = nlp(doc)
    assert (doc._.published, doc._.published_from) == ("2024-11-28", "option")


@pytest.mark.parametrize(
    "text",
    [
        "L'homme de 38 ans et la fillette de 6 ans ont été secourus.",
        "Marie Dupont, 42 ans, est élue.",
        "Âgé de 3 et 5 ans, les enfants vont bien.",
        "Les moins de 18 ans sont exclus.",
        "Il est mort à l'âge de 93 ans.",
        "Le vol AF1990 transportait 180 passagers.",
        "Le 10, rue de la Paix, a été détruit.",
        "Près de 2022 soldats, 2/3 des forces, sept mineurs, l'article 1984.",
        "Il a été reçu un jour par une seconde équipe.",
    ],
)
def test_ages_and_counts_are_no_times(nlp: Language, text: str) -> None:
    assert read(nlp, text) == []


def test_intervals_are_half_open_and_open_ends_are_none(nlp: Language) -> None:
    found = read(nlp, "Depuis 2011, du 27 au 28 novembre, fin mars 2023, avant 16 h, il travaille.")
    assert [(item.begin, item.until) for item in found] == [
        ("2011-01-01T00:00:00", None),
        ("2024-11-27T00:00:00", "2024-11-28T00:00:00"),
        ("2024-11-28T00:00:00", "2024-11-29T00:00:00"),
        ("2023-03-21T00:00:00", "2023-04-01T00:00:00"),
        (None, "2024-11-28T16:00:00"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [("Le 30 février 2021, rien.", "2021-02-30"), ("Le 31/02/2021, rien.", "2021-02-31"), ("Le 29 février, rien.", "2024-02-29")],
)
def test_days_that_do_not_exist_have_no_interval(nlp: Language, text: str, value: str) -> None:
    (found,) = read(nlp, text)
    assert found.value == value
    assert (found.begin is None) == (value != "2024-02-29")


WORDS = re.findall(
    r"\S+",
    """
    le la de du au à en 31 février 0 00 9999 0001 99 2024 mars mardi semaine prochaine dernière il y a dans 99999999 siècles ans
    jours heures 24h 31/02/2021 0/0/0 00:00 24:00 25h61 1er XIXe XXXXXXe siècle années 60 veille lendemain Pâques minuit soir
    nuit entre et - / jusqu'à avant après depuis mi- fin début premier dimanche week-end été trimestre deuxième hier , .
    """,
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join),
    st.sampled_from([None, "", "0001-01-01", "9999-12-31", "2024-02-29", "0000-00-00", "2024-11-27T23:59:59", "hier"]),
)
def test_no_words_and_no_date_raise(nlp: Language, text: str, published: str | None) -> None:
    for found in read(nlp, text, published):
        assert text[found.start : found.end] == found.text
        assert found.value


def test_long_lines_take_linear_time(nlp: Language) -> None:
    seconds = []
    for size in (2_000, 8_000):
        text = "le 3 , le 4 et " * size
        words = spacy.tokens.Doc(nlp.vocab, words=[text])
        started = time.process_time()
        nlp.get_pipe("depeche_times")(words)
        seconds.append(time.process_time() - started)
    assert seconds[1] < 10 * seconds[0] + 0.5


def test_a_wrong_rule_names_its_file(tmp_path: Path) -> None:
    for name in ("time_words.tsv", "time_context.tsv", "holidays.tsv", "dayparts.tsv"):
        (tmp_path / name).write_text((FRENCH / name).read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "times.toml").write_text(
        '[[rule]]\nid = "a"\nread = "date"\ngives = "Day"\npattern = "{<nought>}"\n', encoding="utf-8"
    )
    with pytest.raises(LexiconError, match=r"times\.toml"):
        spacy.blank("fr").add_pipe("depeche_times", config={"lexicon": str(tmp_path)})
