"""What does a sentence tell, as whole events: who, to whom, and whether it was done?"""

from __future__ import annotations

import pytest

import depeche


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un attentat a fait neuf morts dans le centre du Tchad.", [("ASSAULT", "actual", (), ("morts",))]),
        ("Pérou : pas d'alliance possible entre Durand et Martin", [("AGREE", "denied", ("durand", "martin"), ())]),
        ("Le Tchad a annoncé une offensive prochaine.", [("ASSAULT", "planned", ("td",), ())]),
        ("Lomé : un projet d'attentat déjoué", [("ASSAULT", "denied", (), ())]),
        ("Le maire votera en cas de démission du juge.", [("RETREAT", "possible", ("juge",), ())]),
        (
            "Les rebelles démentent la libération des otages.",
            [("REJECT", "actual", ("rebelles",), ()), ("RETREAT", "denied", ("rebelles",), ("otages",))],
        ),
        ("Une enquête du quotidien Le Monde évalue la dette à un milliard.", []),
        ("Les services ont vu des appels à tuer des juges.", [("ASSAULT", "planned", (), ("juges",))]),
        ("Ce n'est pas une bombe, mais un attentat.", [("ASSAULT", "denied", (), ()), ("ASSAULT", "actual", (), ())]),
        ("Ce ne sont pas les seules accusations visant Airbus.", [("ACCUSE", "actual", (), ("airbus",))]),
        ("La loi vient d'un projet de loi adopté par le Sénat togolais.", [("SUPPORT", "actual", ("senat-togolais",), ())]),
        ("Mine de Doba : dix morts. Une explosion de méthane a tué dix mineurs.", []),
        ("L'étoile a été vue à l'aide du télescope du Chili.", []),
        ("Médias : grève à la radio", [("PROTEST", "actual", (), ())]),
        ("Les deux ministres ont chacun exclu de démissionner.", [("REJECT", "actual", ("ministres",), ())]),
        ("Oslo n'exclut pas d'envoyer des soldats au Mali.", [("MOBILIZE", "possible", ("no",), ("ml",))]),
        ("Alors que la police est en grève, le ministre dort.", [("PROTEST", "actual", ("police",), ())]),
        ("Les rebelles se sont d'ailleurs rendus à l'armée.", [("RETREAT", "actual", ("rebelles",), ("armee",))]),
        ("Les mineurs ont voté la grève contre le maire.", [("PROTEST", "actual", ("mineurs",), ("maire",))]),
        ("Les mineurs votent une grève pour protester contre Paul.", [("PROTEST", "planned", ("mineurs",), ("paul",))]),
        ("Les rebelles se sont constitués prisonniers.", [("RETREAT", "actual", ("rebelles",), ())]),
        ("C'est au tour de Lomé d'être visée par des tirs de drones.", [("ASSAULT", "actual", (), ("tg",))]),
        ("Il faut dire que les deux juges ont chacun exclu de démissionner.", [("REJECT", "actual", ("juges",), ())]),
        ("Les soldats ont été déployés en raison de la crise du Mali.", [("MOBILIZE", "actual", ("soldats",), ())]),
        ("Des élus ont manifesté des réticences.", []),
        (
            "Paul Durand a rencontré Jean Martin. Les négociations ont échoué.",
            [("CONSULT", "actual", ("paul-durand", "jean-martin"), ())] * 2,
        ),
        (
            "Le ministre Paul Durand et le ministre Jean Martin sont venus. Ama Koffi et Kofi Adjo aussi. "
            "Les deux ministres ont démissionné.",
            [("RETREAT", "actual", ("paul-durand", "jean-martin"), ())],
        ),
        (
            "Le candidat écologiste Paul Durand se tait. Le candidat socialiste a démissionné.",
            [("RETREAT", "actual", ("candidat-socialiste",), ())],
        ),
        (
            "Paul Durand, candidat écologiste, se tait. Le candidat du Parti socialiste a démissionné.",
            [("RETREAT", "actual", ("candidat-du-parti-socialiste",), ())],
        ),
        ("Ils ont défilé pour montrer leur opposition à la loi.", [("PROTEST", "actual", (), ())]),
        ("Deux élèves se sont vu attribuer une note.", []),
        ("Les partis se sont mis d'accord sur le départ de Paul Durand.", [("AGREE", "actual", ("partis",), ())]),
        ("La grève de la rédaction se poursuit.", [("PROTEST", "actual", ("redaction",), ())]),
        ("Mali : le maire de Gao reçoit des menaces", [("THREATEN", "actual", (), ("maire-de-gao",))]),
        ("Les otages ont été échangés, non libérés.", [("COOPERATE", "actual", (), ()), ("RETREAT", "denied", (), ("otages",))]),
        ("L'envoi de médecins cubains en Haïti a été salué.", []),
        ("Les députés ont été invités à voter la loi.", [("SUPPORT", "planned", ("deputes",), ())]),
    ],
)  # fmt: skip
def test_events(text: str, expected: list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]) -> None:
    found = depeche.read(text, published="2024-11-26").events
    assert [(event.type, event.status, event.actors, event.recipients) for event in found] == expected
