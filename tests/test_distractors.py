"""Who stands in the sentence and has no part in the act? A source, a title, a relative, a place of talks, what is only said."""

from __future__ import annotations

import pytest

import depeche


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # named in a title, or where somebody speaks for himself
        ("La loi a été critiquée par Paul Durand, ministre de la Défense du Togo.", [("ACCUSE", ("paul-durand",), ())]),
        ("Le juge Paul Durand a été vu à Lima. Selon le ministre Jean Morel, il a été arrêté lundi.", [
            ("COERCE", (), ("paul-durand",)),
        ]),
        ("Le candidat Paul Durand et la femme qui l'a accusé de fraude ont parlé.", [("ACCUSE", ("femme",), ("paul-durand",))]),
        # a relative that stands for the act itself
        ("L'armée a dénoncé l'attaque qui a eu lieu lundi.", [("ACCUSE", ("armee",), ()), ("ASSAULT", (), ())]),
        ("Le Hamas a tiré dix roquettes sur le sud d'Israël, qui a riposté.", [
            ("ASSAULT", ("hamas",), ("il",)), ("ASSAULT", ("il",), ("hamas",)),
        ]),
        # whom one keeps from it does it not
        ("La police a empêché les manifestants de défiler.", [
            ("COERCE", ("police",), ("manifestants",)), ("PROTEST", ("manifestants",), ()),
        ]),
        # the object before what the order of words gives
        ("Les États-Unis ont sanctionné le Togo pour son soutien à la Chine.", [("SANCTION", ("us",), ("tg",))]),
        # where talks are, and who acts long after them
        ("Le ministre Paul Durand relance une réforme trois mois après le sommet de Singapour avec Ama Koffi.", [
            ("CONSULT", ("ama-koffi",), ()),
        ]),
        # who is behind a law or a march
        ("Des étudiants ont manifesté contre la réforme de la justice voulue par le gouvernement.", [
            ("PROTEST", ("etudiants",), ("gouvernement",)),
        ]),
        ("Le maire, Luc Ferrand, a interdit la manifestation prévue samedi par l'extrême droite.", [
            ("COERCE", ("luc-ferrand",), ("extreme-droite",)),
        ]),
        # the dead are those who died
        ("Le général a reconnu la mort de douze soldats dans une embuscade tendue par les insurgés.", [
            ("ASSAULT", ("insurges",), ("soldats",)),
        ]),
        # who gets it, who does it
        ("Les habitants ont besoin de l'aide de l'ONU.", [("AID", ("onu",), ("habitants",))]),
        ("La ville a connu des combats entre les forces du maréchal Haftar et l'armée.", [
            ("ASSAULT", ("forces-du-marechal", "armee"), ()),
        ]),
        ("Paris a annoncé le retrait de ses troupes du Mali.", [("RETREAT", ("fr",), ("ml",))]),
        ("Deux anciens ministres ont été jugés lundi par le tribunal de Conakry.", [
            ("SANCTION", ("tribunal-de-conakry",), ("ministres",)),
        ]),
        ("Le ministre tadjik a démenti l'installation d'une base militaire chinoise.", [
            ("REJECT", ("ministre-du-tadjikistan",), ()),
        ]),
        # what is no act
        ("Paul Durand a soutenu que les élus sont en mission.", []),
        ("Le député a demandé au ministre comment il allait payer.", []),
        ("« Qui paiera ? », a demandé le député Paul Martin.", []),
        ("Les agents feront des études à l'aide de sondes.", []),
    ],
)
def test_who_has_no_part_in_it(text: str, expected: list[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> None:
    record = depeche.read(text, published="2024-11-27")
    assert [(event.type, event.actors, event.recipients) for event in record.events] == expected


def test_what_is_needed_is_only_possible() -> None:
    text = "« Nous avons besoin d'un accord avec Bruxelles », a déclaré le ministre Paul Durand."
    record = depeche.read(text, published="2024-11-27")
    assert [(event.type, event.status) for event in record.events] == [("AGREE", "possible")]


def test_a_verb_in_the_past_historic_has_the_subject_behind_it() -> None:
    text = "Paul Durand a parlé à Lima. « C'est facile », critiqua-t-il en montrant la foule."
    record = depeche.read(text, published="2024-11-27")
    assert [(event.type, event.actors, event.recipients) for event in record.events] == [("ACCUSE", ("paul-durand",), ())]
