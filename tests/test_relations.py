"""Relations: figures tied to them, what is denied or supposed, who holds which office."""

import pytest
import spacy

import depeche


def told(text: str) -> list[tuple[str, str, str]]:
    return [(one.predicate, one.subject, one.object) for one in depeche.read(text, published="2024-11-27").relations]


def test_a_figure_measures_a_relation() -> None:
    record = depeche.read("La Slovaquie importe 85 % de son gaz de Russie.", published="2024-11-27")
    (relation,) = record.relations
    assert relation.figure is not None
    assert record.figures[relation.figure].value == 85


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Le Chili et l'Argentine ont fixé le tracé des 5 300 kilomètres de leur frontière.", 5300),
        ("Le Niger a rouvert sa frontière avec le Bénin, longue de 266 kilomètres.", 266),
        ("Le Laos et le Vietnam ont en commun une frontière longue de 2 130 km.", 2130),
        ("L'Iran couvre 16 % des besoins turcs.", 16),
        ("Près de 40 % du blé égyptien provient de Russie.", 40),
        ("Renault contrôle 43 % du capital de Nissan.", 43),
    ],
)
def test_a_figure_beside_the_passage_measures_it(text: str, value: float) -> None:
    record = depeche.read(text, published="2024-11-27")
    (relation,) = record.relations
    assert relation.figure is not None
    assert record.figures[relation.figure].value == value


@pytest.mark.parametrize(
    "text",
    [
        "Le Kosovo n'est pas un allié de la Serbie.",
        "La Moldavie dépendrait de la Russie.",
        "L'ancien Premier ministre britannique Boris Johnson a écrit un livre.",
        "Les voisins ont appelé la police.",
    ],
)
def test_nothing_is_read_where_it_is_not_plain(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Syrie et son allié russe ont repris la ville.", [("ally_of", "ru", "sy")]),
        (
            "L'OTSC, alliance dirigée par Moscou, se réunit. Le président tadjik Emomali Rahmon est attendu.",
            [("led_by", "otsc", "ru"), ("holds_office", "emomali-rahmon", "tj")],
        ),
        (
            "Idriss Déby, président du Tchad et de l'Union africaine, a parlé.",
            [("holds_office", "idriss-deby", "td"), ("holds_office", "idriss-deby", "union-africaine")],
        ),
        ("Le Hezbollah et le Hamas, alliés à l'Iran, ont réagi.", [("ally_of", "hamas", "ir"), ("ally_of", "hezbollah", "ir")]),
    ],
)
def test_relations_of_several(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert sorted(told(text)) == sorted(expected)


def test_without_a_parse_nothing_breaks() -> None:
    nlp = spacy.blank("fr")
    for name in ("sentencizer", "depeche_names", "depeche_actors", "depeche_relations"):
        nlp.add_pipe(name)
    assert isinstance(nlp("Le Bélarus, allié de la Russie, accueille le sommet.")._.relations, tuple)


def test_an_organisation_with_a_short_id_is_no_country() -> None:
    record = depeche.read("Le président du RN a réuni ses cadres. La cheffe de file de la RN l'a suivi.", published="2024-11-27")
    assert any(mention.actor == "rn" for mention in record.mentions)


def test_an_office_is_of_the_body_that_the_role_describes_or_owns() -> None:
    text = "L'ONG a suspendu ses activités. « Nous partons », a déclaré sa directrice, Claire Morel."
    assert [(one.subject, one.object) for one in depeche.read(text).relations] == [("claire-morel", "ong")]
    text = "La commission électorale a compté. La présidente de la commission, Anne Ravelo, a démenti."
    assert [(one.subject, one.object) for one in depeche.read(text).relations] == [("anne-ravelo", "commission-electorale")]
    text = "L'ex-Premier ministre français François Fillon a parlé."
    assert not depeche.read(text).relations


def test_several_are_each_a_party() -> None:
    text = "Le Togo et le Bénin se querellent. L'Union africaine, dont les deux pays sont membres, attend."
    found = [(one.predicate, one.subject, one.object) for one in depeche.read(text).relations]
    assert sorted(found) == [("part_of", "bj", "union-africaine"), ("part_of", "tg", "union-africaine")]
