"""Whom does an attack hit, who goes on, who is beside whom? Parties that stand in the sentence, in odd places."""

from __future__ import annotations

import pytest

import depeche


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who holds the place
        ("L'armée a lancé une offensive contre Goma, aux mains du M23.", [("ASSAULT", ("armee",), ("m23",))]),
        ("Les rebelles ont attaqué Goma, tenue par l'armée.", [("ASSAULT", ("rebelles",), ("armee",))]),
        ("Les rebelles s'affrontent à Goma, fief des miliciens.", [("ASSAULT", ("rebelles",), ())]),
        # what a protest is against
        ("Des émeutes antichinoises ont éclaté à Lomé.", [("PROTEST", (), ("cn",))]),
        ("Les étudiants ont scandé des slogans anti-américains.", [("PROTEST", ("etudiants",), ("us",))]),
        # lists
        ("La bombe visait les juges, les secours ainsi que la police.", [("ASSAULT", (), ("juges", "police"))]),
        ("Les réseaux Twitter et Facebook ainsi que YouTube ont été bloqués.", [("COERCE", (), ("twitter", "meta", "youtube"))]),
        # talks
        ("Un sommet réunissant la France et le Togo est prévu lundi.", [("CONSULT", ("fr", "tg"), ())]),
        ("Des pourparlers organisés par le Ghana entre le Togo et le Bénin ont repris.", [("CONSULT", ("gh", "tg", "bj"), ())]),
        ("Les négociations conduites par le Ghana et le Togo ont échoué.", [("CONSULT", ("gh", "tg"), ())]),
        # subjects
        ("En s'attaquant à Goma, un fief du parti au pouvoir, les rebelles ont surpris.", [("ASSAULT", ("rebelles",), ())]),
        ("Une vidéo montre Paul Durand frapper un jeune manifestant.", [("ASSAULT", ("paul-durand",), ("jeune-manifestant",))]),
        (
            "Hier, des fidèles du guide d'alors, l'imam Koffi, avaient envahi le consulat du Togo et pris des gardes en otages.",
            [("ASSAULT", ("fideles-du-guide",), ("consulat-du-togo",)), ("ASSAULT", ("fideles-du-guide",), ("gardes",))],
        ),
        # objects and agents out of place
        ("Un homme a attaqué à coups de hache des soldats du fort.", [("ASSAULT", ("homme",), ("soldats-du-fort",))]),
        ("Une enquête a été ouverte contre le maire par le parquet de Lyon.", [("ACCUSE", ("parquet-de-lyon",), ("maire",))]),
        ("Des soldats togolais ont franchi la frontière avec le Bénin.", [("MOBILIZE", ("soldats-togolais",), ("bj",))]),
        ("Le gérant a été victime d'une bavure des forces de sécurité.", [("ASSAULT", ("forces-de-securite",), ("gerant",))]),
        ("Les soldats ont arrêté puis torturé des opposants.", [
            ("COERCE", ("soldats",), ("opposants",)), ("ASSAULT", ("soldats",), ("opposants",)),
        ]),
        ("L'armée turque entre en Syrie.", [("MOBILIZE", ("armee-turque",), ("sy",))]),
        ("Le Togo a demandé au Bénin de rouvrir la route. Cet appel a surpris.", [("REQUEST", ("tg",), ("bj",))] * 2),
        ("Un cadre du parti, Paul Durand, fustige pour sa part la lenteur du maire.", [("ACCUSE", ("paul-durand",), ("maire",))]),
        ("Le juge va rencontrer Paul ainsi qu'un certain nombre d'élus.", [("CONSULT", ("juge", "paul", "elus"), ())]),
        ("Les talibans ont visé un hôtel du centre de Kaboul.", [("ASSAULT", ("talibans",), ())]),
        # who was hit besides
        ("Cinq passants ont été tués et trente autres blessés dans un attentat.", [("ASSAULT", (), ("passants", "autres"))]),
        ("Un attentat a coûté la vie à dix soldats et blessé vingt autres.", [("ASSAULT", (), ("soldats", "autres"))]),
        ("Des attentats ont été commis à Goma, faisant trois blessés.", [("ASSAULT", (), ("blesses",))]),
        ("Ce sont neuf élèves qui ont perdu la vie dans deux attentats.", [("ASSAULT", (), ("eleves",))]),
        ("L'attaque a fait six morts, dont deux assaillants.", [("ASSAULT", (), ("morts",))]),
        ("Les rebelles ont détenu pendant trois jours des employés de la banque.", [
            ("COERCE", ("rebelles",), ("employes-de-la-banque",)),
        ]),
        # what is told again, and of whom some are counted
        ("Le Sénat a destitué Ama Koffi. La destitution a surpris.", [("SANCTION", ("senat",), ("ama-koffi",))] * 2),
        ("Les rebelles ont enlevé deux prêtres. L'enlèvement a été revendiqué.", [("ASSAULT", ("rebelles",), ("pretres",))] * 2),
        ("L'armée a dispersé les manifestants et en a arrêté une dizaine.", [
            ("ASSAULT", ("armee",), ("manifestants",)), ("COERCE", ("armee",), ("manifestants",)),
        ]),
        ("Oslo a expulsé des diplomates, dont trois ont été arrêtés.", [
            ("SANCTION", ("no",), ("diplomates",)), ("COERCE", (), ("diplomates",)),
        ]),
        ("Le maire s'en est pris aux ouvriers de Durand qui continuent de manifester.", [
            ("ACCUSE", ("maire",), ("ouvriers-de-durand",)), ("PROTEST", ("ouvriers-de-durand",), ()),
        ]),
        ("Le maire a nié tout lien entre Paul Durand et Ama Koffi.", [("REJECT", ("maire",), ())]),
        (
            "Le tribunal a condamné Paul Durand à deux ans de prison. Sa femme a été condamnée à une amende.",
            [("SANCTION", ("tribunal",), ("paul-durand",)), ("SANCTION", ("tribunal",), ("femme",))],
        ),
        ("Le ministre a fait l'annonce du début de l'offensive contre les rebelles.", [("ASSAULT", (), ("rebelles",))]),
        ("Le Canada poursuit ses frappes contre l'organisation armée Daech.", [("ASSAULT", ("ca",), ("etat-islamique",))]),
    ],
)
def test_who_does_it_to_whom(text: str, expected: list[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> None:
    record = depeche.read(text, published="2024-11-27")
    assert [(event.type, event.actors, event.recipients) for event in record.events] == expected
