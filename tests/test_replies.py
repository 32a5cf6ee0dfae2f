"""Who is answered when only another sentence says it: denials, praise, pronouns, what is signed, who speaks for whom."""

import pytest

import depeche

DAY = "2024-11-27"


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("La Bolivie a sanctionné le Pérou. Lima a dénoncé un « acte hostile ».", "dénoncé", {"pe"}, {"bo"}),
        ("« Simone Ngo était une grande dame », a salué Paul Durand.", "salué", {"paul-durand"}, {"simone-ngo"}),
        ("Des soldats ont renversé le président Paul Biya. La Cédéao a condamné le putsch.", "condamné", {"cedeao"}, {"soldats"}),
        ("Le Tchad a mené des raids. Dix rebelles ont été tués par ces raids.", "tués", {"td"}, {"rebelles"}),
        ("Selon Lima, un avion a été abattu, ce que nie Quito.", "nie", {"ec"}, {"pe"}),
        ("Le Kenya accuse l'Ouganda d'armer des rebelles. Kampala dément.", "dément", {"ug"}, {"ke"}),
        ("Le Kenya accuse l'Ouganda d'armer des rebelles, ce que Kampala dément.", "dément", {"ug"}, {"ke"}),
        ("Le Chili a expulsé deux diplomates péruviens. La Bolivie a salué le beau temps.", "salué", {"bo"}, set()),
        ("Le Laos et le Vietnam ont conclu un accord. Le document a été signé à Hué.", "signé", {"la", "vn"}, set()),
        (
            "Koffi Ba a accusé Awa Sarr. Le Laos et le Vietnam ont signé un accord. Le Togo a rejeté ces accusations.",
            "rejeté", {"tg"}, {"koffi-ba"},
        ),
        ("Paul Diop a rencontré Ama Koffi. Au cours de l'entretien, il a ri.", "entretien", {"paul-diop", "ama-koffi"}, set()),
        ("Le Laos et le Vietnam signent un accord sur leur frontière.", "signent", {"la", "vn"}, set()),
        ("Des heurts ont opposé la police tchadienne à des étudiants.", "heurts", 2, set()),
        (
            "La junte et les rebelles se sont séparés sans avoir conclu d'accord. Ces discussions étaient les premières.",
            "discussions",
            {"junte", "rebelles"},
            set(),
        ),
        (
            "Le Togo et le Bénin se sont réunis. À l'issue de cette rencontre, Jean Adjo a remercié Lima.",
            "rencontre",
            {"tg", "bj"},
            set(),
        ),
        ("La Suède a remercié le Togo pour son aide.", "remercié", {"se"}, {"tg"}),
    ],
)
def test_who_is_answered(text: str, trigger: str, actors: set[str] | int, recipients: set[str]) -> None:
    event = next(event for event in depeche.read(text, published=DAY).events if event.text == trigger)
    if isinstance(actors, int):
        assert len(event.actors) == actors
    else:
        assert set(event.actors) == actors
    assert set(event.recipients) == recipients


def test_a_spokesman_speaks_for_his_side() -> None:
    text = "« Nous retirerons nos hommes », a annoncé le porte-parole du Front de libération du Kasaï."
    event = next(event for event in depeche.read(text, published=DAY).events if event.type == "RETREAT")
    assert all("porte-parole" not in actor for actor in event.actors)


def test_one_is_not_asked_to_free_oneself() -> None:
    record = depeche.read("La Cédéao a exigé la libération du Premier ministre togolais.", published=DAY)
    event = next(event for event in record.events if event.type == "REQUEST")
    assert event.recipients == ()
