"""Who is accused, who is given something, and which house or town is but where it is done?"""

from __future__ import annotations

import pytest

import depeche

DAY = "2024-11-27"


def sides(text: str, type: str) -> list[tuple[set[str], set[str]]]:
    """The two sides of each event of a type."""
    events = depeche.read(text, published=DAY).events
    return [(set(event.actors), set(event.recipients)) for event in events if event.type == type]


@pytest.mark.parametrize(
    ("text", "type", "actors", "recipients"),
    [
        # who is told of by what he is accused of
        ("Kenya : un homme accusé de fraude", "ACCUSE", set(), {"homme"}),
        ("Un homme soupçonné de vol a été arrêté.", "ACCUSE", set(), {"homme"}),
        ("Une association visée par la justice a versé ces chèques.", "ACCUSE", {"justice"}, {"association"}),
        ("Le maire, visé par une plainte, a démissionné.", "ACCUSE", set(), {"maire"}),
        ("France : nouvelles révélations contre Paul Durand", "ACCUSE", set(), {"paul-durand"}),
        ("Une enquête a été ouverte à l'encontre de Paul Durand.", "ACCUSE", set(), {"paul-durand"}),
        ("Le ministre est très critique envers la justice.", "ACCUSE", {"ministre"}, {"justice"}),
        # what is given to whom, taken from whom
        ("Le maire a remis ses relevés de compte aux enquêteurs.", "COOPERATE", {"maire"}, {"enqueteurs"}),
        ("Le colonel s'est emparé d'une somme détenue par des négociants.", "COERCE", {"colonel"}, {"negociants"}),
        ("Ce carnage est une vengeance de Boko Haram contre les Peuls.", "ASSAULT", {"boko-haram"}, {"peuls"}),
        # a house or a town is nobody against whom one protests
        ("Les Gilets jaunes ont bloqué le port de Calais.", "PROTEST", {"gilets-jaunes"}, set()),
        ("Des militants occupent la mosquée de Lyon.", "PROTEST", {"militants"}, set()),
        ("Des agriculteurs ont occupé la préfecture de Rodez.", "PROTEST", {"agriculteurs"}, set()),
        ("L'église Sainte-Marie a été évacuée par la police.", "COERCE", {"police"}, set()),
        ("Les policiers ont évacué la basilique Saint-Denis.", "COERCE", {"policiers"}, set()),
    ],
)
def test_sides(text: str, type: str, actors: set[str], recipients: set[str]) -> None:
    assert sides(text, type) == [(actors, recipients)]


@pytest.mark.parametrize(
    ("text", "type", "actors", "recipients"),
    [
        # a text or a ruling that is named again is said by who made it
        ("Oxfam a publié un rapport. Ce rapport dénonce les ventes d'armes à Riyad.", "ACCUSE", {"oxfam"}, {"sa"}),
        ("Dans une lettre, Paul Durand regrette. Le texte appelle le Togo au calme.", "REQUEST", {"paul-durand"}, {"tg"}),
        ("Le tribunal a rendu son verdict lundi. Paul Durand dénonce le verdict.", "ACCUSE", {"paul-durand"}, {"tribunal"}),
        # on whom it falls what is said
        ("Paul Durand, embarrassé par des accusations concernant son épouse, se tait.", "ACCUSE", set(), {"paul-durand"}),
        ("De nouvelles révélations visant le ministre ont été publiées par Le Monde.", "ACCUSE", set(), {"ministre"}),
        ("Ces révélations embarrassent Paul Durand.", "ACCUSE", set(), {"paul-durand"}),
        ("Paul Durand doit faire face à de nouvelles accusations.", "ACCUSE", set(), {"paul-durand"}),
        ("Le parti est confronté à des critiques de la presse.", "ACCUSE", {"presse"}, {"parti"}),
        # a body goes on to its acronym
        ("La loi est critiquée par le Réseau européen pour la transparence (RET).", "ACCUSE", {"ret"}, set()),
        # a part of a country is only where some are
        ("Le pape a approuvé que les diocèses du nord du Canada soient transférés.", "SUPPORT", {"pape"}, set()),
        # the State of a name is nobody's office
        ("Un suspect a prêté allégeance au chef de l'État islamique.", "SUPPORT", {"suspect"}, {"chef-de-l-etat-islamique"}),
        # of two groups each undergoes its own
        ("Au moins trois gardes tués et 15 personnes arrêtées.", "ASSAULT", set(), {"gardes"}),
    ],
)
def test_who_is_behind(text: str, type: str, actors: set[str], recipients: set[str]) -> None:
    assert sides(text, type) == [(actors, recipients)]


def test_other_numbers_are_others() -> None:
    text = "Quatre détenus ont été tués. 31 détenus ont été arrêtés. Les quatre détenus étaient maliens. 4 détenus sont blessés."
    found = [mention.actor for mention in depeche.read(text, published=DAY).mentions if "détenus" in mention.text]
    assert found == ["detenus", "31-detenus", "detenus", "detenus"]
