"""Who stands on which side of an event, where the sentence says it in passing?"""

from __future__ import annotations

import pytest

import depeche


@pytest.mark.parametrize(
    ("text", "type", "actors", "recipients"),
    [
        ("Après une rencontre avec Paul Durand, Ama Koffi a promis une réforme.", "CONSULT", {"paul-durand", "ama-koffi"}, set()),
        ("À l'issue d'un entretien avec Paul Durand, Ama Koffi a salué le Togo.", "SUPPORT", {"ama-koffi"}, {"tg"}),
        ("Quatre gardes sont morts lorsque des rebelles ont ouvert le feu.", "ASSAULT", {"rebelles"}, {"gardes"}),
        ("La police a arrêté deux voleurs, nommés Ali Ba et Jean Roux.", "COERCE", {"police"}, {"ali-ba", "jean-roux"}),
        ("Ama Koffi s'est rendue auprès de Paul Durand.", "CONSULT", {"ama-koffi"}, {"paul-durand"}),
        ("Un homme accusé d'avoir préparé un attentat a été arrêté.", "ASSAULT", {"homme"}, set()),
        ("Arrestation à Lima de deux suspects.", "COERCE", set(), {"suspects"}),
        ("Les mineurs en grève à Lima\n\nPlusieurs routes ont été bloquées.", "PROTEST", {"mineurs"}, set()),
        ("La marche a réuni deux mille personnes à Lyon.", "PROTEST", {"personnes"}, set()),
        ("L'opposition appelle à une manifestation samedi.", "PROTEST", {"opposition"}, set()),
        ("La CGT appelle les cheminots à faire grève.", "PROTEST", {"cheminots"}, set()),
        ("Lima a dénoncé l'aide aux paysans, qui depuis lundi, ont bloqué la route.", "PROTEST", {"paysans"}, set()),
        ("Un garde a été blessé par dix à quinze individus.", "ASSAULT", {"individus"}, {"garde"}),
        ("Les manifestants ont été dispersés par 200 à 300 policiers.", "ASSAULT", {"policiers"}, {"manifestants"}),
        ("La police a arrêté Ali Ba et Jean Roux. Le premier a nié, le second a été expulsé.", "REJECT", {"ali-ba"}, {"police"}),
        ("Un homme s'en est pris à deux passants.", "ASSAULT", {"homme"}, {"passants"}),
        ("Le pape a reçu des victimes d'abus sexuels.", "ASSAULT", set(), {"victimes-d-abus-sexuels"}),
        ("Les troupes togolaises engagées dans l'offensive ont fui.", "ASSAULT", {"troupes-togolaises"}, set()),
        ("La CGT appelle à une grève à la SNCF.", "REQUEST", {"cgt"}, set()),
        ("Les dockers ont pris d'assaut le centre-ville.", "PROTEST", {"dockers"}, set()),
        ("Les soupçons se sont renforcés autour de Paul Durand.", "ACCUSE", set(), {"paul-durand"}),
        ("Une femme enlevée la semaine dernière a été retrouvée.", "ASSAULT", set(), {"femme"}),
        ("L'ancien président a été condamné à trois ans de prison.", "SANCTION", set(), {"president"}),
        ("Les députés ont adopté une motion de censure contre le maire.", "ACCUSE", {"deputes"}, {"maire"}),
        ("Une femme a été condamnée à dix ans de prison pour le meurtre de son mari.", "ASSAULT", {"femme"}, {"mari"}),
        ("Le Conseil d'État a donné raison à la mairie de Lomé.", "SUPPORT", {"conseil-d-etat"}, {"mairie-de-lome"}),
        ("Un jeune homme a été écroué. Il a été placé en garde à vue.", "COERCE", set(), {"jeune-homme"}),
    ],
)
def test_who_stands_where(text: str, type: str, actors: set[str], recipients: set[str]) -> None:
    found = [event for event in depeche.read(text, published="2024-11-26").events if event.type == type]
    assert found
    assert {(frozenset(event.actors), frozenset(event.recipients)) for event in found} == {
        (frozenset(actors), frozenset(recipients))
    }


def test_a_mishap_in_the_title_is_no_attack() -> None:
    told = depeche.read("Accident de car à Lima\n\nQuatre personnes ont été blessées.", published="2024-11-26").events
    assert not told
    told = depeche.read("Attentat après un match à Lima\n\nQuatre personnes ont été blessées.", published="2024-11-26").events
    assert any(event.recipients == ("personnes",) for event in told)


def test_who_strikes_back_hits_who_struck() -> None:
    told = depeche.read("Des gardes ont repris le poste. Des rebelles ont riposté.", published="2024-11-26").events
    assert [(event.actors, event.recipients) for event in told] == [(("gardes",), ()), (("rebelles",), ("gardes",))]


def test_one_who_attacks_and_is_hit_is_told_twice() -> None:
    told = depeche.read("Les soldats participant à l'offensive ont été tués.", published="2024-11-26").events
    assert [(event.actors, event.recipients) for event in told] == [(("soldats",), ()), ((), ("soldats",))]
