"""Mentions without a name: who is gathered, counted, taken up by a noun; and what is no mention."""

import pytest

import depeche


def mentions(text: str) -> dict[str, str | None]:
    return {item.text: item.actor for item in depeche.read(text).mentions}


def test_several_are_those_named() -> None:
    text = "Koffi Ba a accusé Awa Sarr. Les deux rivaux avaient signé un accord."
    assert [item.members for item in depeche.read(text).mentions][-1] == ("koffi-ba", "awa-sarr")


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Une soixantaine de Gilets jaunes ont bloqué le pont.", "Une soixantaine de Gilets jaunes", "gilets-jaunes"),
        ("Des dizaines de Kurdes ont manifesté à Lyon.", "Des dizaines de Kurdes", "kurdes"),
        ("Il a tiré sur un groupe de CRS.", "un groupe de CRS", "crs"),
        ("Un couple de touristes a été enlevé.", "Un couple de touristes", "touristes"),
        ("Un groupe de travail a été créé par le ministre.", "Un groupe de travail", "groupe-de-travail"),
        (
            "Le Figaro a nié. Selon Le Monde, la mairie est visée par le syndicat UWT. Le journal a porté plainte.",
            "Le journal",
            "le-monde",
        ),
        ("Les rebelles ont attaqué Bambari. L'armée a repris la ville.", "la ville", "bambari"),
        ("Trois hommes âgés de 26, 30 et 48 ans ont été arrêtés.", "Trois hommes âgés de 26, 30 et 48 ans", "hommes"),
        ("Les rebelles soutenus par la Turquie ont pris Al-Bab.", "Les rebelles soutenus par la Turquie", "rebelles"),
        ("Awa Sarr a accusé le gouverneur de détournement de fonds.", "le gouverneur", "gouverneur"),
        ("Le chef du Front uni du Sud (FUS), Koffi Sarr, a fui.", "Le chef du Front uni du Sud", "koffi-sarr"),
        ("Awa Sarr accuse son rival, le président Koffi Ba, de fraude.", "son rival", "koffi-ba"),
        ("Awa Sarr dit que son parti, le Mouvement pour le peuple (MPP), boycotte le vote.", "son parti", "mpp"),
        ("Il accuse le Front populaire (FP), une milice touareg. Celle-ci nie.", "Celle-ci", "fp-nom"),
        ("Le Hezbollah, puissant mouvement chiite libanais, a nié.", "puissant mouvement chiite libanais", "hezbollah"),
        ("L'ONU s'inquiète. L'armée combat la rébellion.", "la rébellion", "rebellion"),
        ("Al-Qaïda a attaqué l'université de Garissa. Le groupe a fui.", "Le groupe", "al-qaida"),
        ("La Cour pénale internationale (CPI) a saisi l'ONU. La juridiction a jugé Awa Sarr.", "La juridiction", "cpi"),
        ("Le général Koffi Ba s'est rendu. Le chef de Volonté nouvelle est accusé.", "Le chef de Volonté nouvelle", "koffi-ba"),
        ("Les forces loyales à Koffi Ba ont fui.", "Les forces loyales à Koffi Ba", "forces-loyales-a-koffi-ba"),
        ("Le Parti du peuple (RPC) a nié.", "RPC", "rpc"),
        ("Une bombe a explosé à Lomé, faisant dix morts.", "dix morts", "morts"),
        ("Koffi Ba a perdu le soutien de son voisin tchadien.", "son voisin tchadien", "td"),
        ("Une attaque contre un convoi par des hommes armés a échoué.", "des hommes armés", "hommes-armes"),
        ("Koffi Ba, président du Parti libéral, a nié. Son parti a protesté.", "Son parti", "parti-liberal"),
        ("Koffi Ba a été abattu. Le tueur, un policier nommé Omar Sow, a fui.", "Le tueur", "omar-sow"),
        ("Un juge a tué Koffi Ba. Le meurtrier a fui.", "Le meurtrier", "juge"),
        ("Koffi Ba a été tué. Le meurtrier a fui.", "Le meurtrier", "meurtrier"),
        ("Koffi Ba est jugé depuis lundi. L'accusé a nié.", "L'accusé", "koffi-ba"),
        ("Le président renversé Koffi Ba a vu le président Omar Sow. L'ancien président a ri.", "L'ancien président", "koffi-ba"),
        ("Le journal Gara l'a dit. L'ETA a nié. Le groupe basque se tait.", "Le groupe basque", "eta"),
        ("Un tribunal de Lomé a jugé Koffi Ba. La juridiction l'a condamné.", "La juridiction", "tribunal-de-lome"),
        ("La Géorgie s'est tue. Le Kremlin a ri. On a demandé à ce dernier de partir.", "ce dernier", "ru"),
        ("Le Mali a été accusé lundi. Le Niger a menacé son voisin.", "son voisin", "ml"),
        ("Les Frères musulmans ont nié. La confrérie a protesté.", "La confrérie", "freres-musulmans"),
        ("L'ancien président ghanéen Koffi Ba vit à Lomé. L'homme fort déchu a nié les faits.", "L'homme fort", "koffi-ba"),
        ("Le vice-président et ministre de la Défense Koffi Sarr a démissionné.", "Le vice-président", "koffi-sarr"),
        ("Le Garde des Sceaux et ministre Koffi Sarr a parlé.", "Le Garde des Sceaux", "koffi-sarr"),
        ("L'assaut des forces spéciales a échoué.", "forces spéciales", "forces-speciales"),
        ("Des maçons sont morts dans un village du Mali, tués par des chasseurs.", "des chasseurs", "chasseurs"),
        ("Les six hommes armés qui riaient.", "Les six hommes armés", "hommes-armes"),
        ("Le CICR est au Niger. Il enquête sur la rébellion.", "la rébellion", "rebellion"),
        ("Il a prêté allégeance au chef de l'État islamique.", "État islamique", "etat-islamique"),
        ("Lors du vote du maire Koffi Sarr, un adolescent a crié.", "un adolescent", "adolescent"),
        ("L'individu interpellé serait dément.", "L'individu interpellé", "individu"),
        ("Les attentats ont provoqué la mort d'au moins 28 personnes.", "28 personnes", "personnes"),
        ("Les attentats ont tué 28 personnes et fait au moins 43 blessés.", "43 blessés", "blesses"),
        ("On recense également quinze blessés.", "quinze blessés", "blesses"),
        ("Un enfant a été transporté vers l'hôpital de Grenoble.", "Grenoble", "grenoble"),
        ("Le parti affirme, lui, que le maire ment.", "lui", "parti"),
        ("Jean Okemba accuse, quant à lui, des membres du parti.", "lui", "jean-okemba"),
        ("Jean Okemba a lui aussi salué Paul Morvan.", "lui", "jean-okemba"),
        ("Des soldats sont venus. On a blessé quatre d'entre eux.", "quatre d'entre eux", "soldats"),
        ("L'Ordre de Malte se tait. L'ordre a refusé.", "L'ordre", "ordre-de-malte"),
        ("La primaire de la droite inquiète le maire.", "la droite", "droite"),
        ("Un jeune homme a été arrêté à Lomé.", "Un jeune homme", "jeune-homme"),
        ("Une femme âgée de 40 ans, qui venait d'être licenciée, a tué le maire.", "Une femme âgée de 40 ans", "femme"),
        ("Trois élus enlevés dans la nuit par des inconnus armés.", "des inconnus armés", "inconnus-armes"),
        ("Le maire a demandé à une commission d'enquêter sur les faits.", "une commission", "commission"),
        ("Le ministre a accordé un délai aux familles.", "familles", "familles"),
        ("Le parquet a ouvert une enquête visant trois personnalités.", "trois personnalités", "personnalites"),
        ("Elle a porté plainte contre deux journaux.", "deux journaux", "journaux"),
        ("Interpellation à Roubaix d'un jeune homme soupçonné de vol.", "un jeune homme", "jeune-homme"),
        ("Un homme accusé de meurtre attend son procès.", "Un homme", "homme"),
    ],
)
def test_a_description_is_whole_and_of_its_actor(text: str, words: str, actor: str) -> None:
    assert mentions(text).get(words) == actor


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Un groupe de soldats a pris la radio.", "soldats"),
        ("La circulation est coupée sur l'A61 et la RN 20.", "A61"),
        ("L'homme a crié « Allahu Akbar » avant de tirer.", "Allahu Akbar"),
        ("Jean Okemba élu président du conseil", "élu"),
        ("L'Ordre de Malte se tait. On a donné l'ordre de tirer.", "l'ordre"),
        ("Il agit dans le cadre de la loi.", "le cadre de la loi"),
        ("Le maire l'a dit sur les médias sociaux.", "les médias sociaux"),
        ("Le maire est poursuivi pour association de malfaiteurs.", "malfaiteurs"),
    ],
)
def test_what_is_no_mention(text: str, words: str) -> None:
    assert words not in mentions(text)
