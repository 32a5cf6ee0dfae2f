"""Who is a party of an event, and who only stands near it?"""

from __future__ import annotations

import pytest

import depeche


@pytest.mark.parametrize(
    ("text", "type", "actors", "recipients"),
    [
        ("Paul Durand s'est opposé à la réforme, puis a félicité Jean Martin.", "SUPPORT", ("paul-durand",), ("jean-martin",)),
        ("Le juge Paul Durand, qui s'est opposé au traité, a soutenu Jean Martin.", "REJECT", ("paul-durand",), ()),
        ("Les ministres de la Cédéao qui rejettent le texte sont partis.", "REJECT", ("ministres-de-la-cedeao",), ()),
        ("Oslo exige des mesures contre le Hamas.", "REQUEST", ("no",), ()),
        ("Oslo réclame une réponse ferme face à la Russie.", "REQUEST", ("no",), ()),
        ("L'instauration par Oslo de sanctions contre l'Iran a surpris.", "SANCTION", ("no",), ("ir",)),
        ("Trois observateurs ghanéens sont persona non grata au Togo.", "SANCTION", ("tg",), ("observateurs-ghaneens",)),
        ("Oslo a assuré la Pologne de son appui.", "SUPPORT", ("no",), ("pl",)),
        ("Haïti : Washington annonce une aide de dix millions de dollars", "AID", ("us",), ("ht",)),
        ("Haïti : le gouvernement haïtien annonce une aide", "AID", ("ht",), ()),
        ("Oslo a remercié le Japon pour le don de douze ambulances.", "AID", ("jp",), ("no",)),
        ("Le Rwanda, dont l'aide au M23 est connue, se tait.", "AID", ("rw",), ("m23",)),
        ("Des affrontements parmi les rebelles ont fait dix morts.", "ASSAULT", ("rebelles",), ()),
        ("Des combats ont repris entre les factions rebelles engagées contre Damas.", "ASSAULT", ("factions-rebelles",), ()),
        ("Les soldats ont repris dix villages au M23 à l'est de Goma.", "ASSAULT", ("soldats",), ("m23",)),
        ("Les raids de l'aviation ont fait dix morts.", "ASSAULT", ("aviation",), ("morts",)),
        ("Une fusillade a éclaté entre gardes du roi et soldats.", "ASSAULT", ("gardes-du-roi", "soldats"), ()),
        ("Des centaines de jeunes armés ont attaqué la police.", "ASSAULT", ("jeunes-armes",), ("police",)),
        ("Les riverains s'en sont pris à un camp de la Monusco.", "ASSAULT", ("riverains",), ("monusco",)),
        ("L'enlèvement, dans la même zone, d'un médecin suisse a été confirmé.", "ASSAULT", (), ("medecin-suisse",)),
        ("Oslo a exhorté Moscou, accusé d'armer des rebelles, à céder.", "ACCUSE", (), ("ru",)),
        ("Des rebelles ont fui vers l'est du Kenya, tuant un juge.", "ASSAULT", ("rebelles",), ("juge",)),
        ("Dix mineurs sont morts dans l'attaque de bars, revendiquée par Daech.", "ASSAULT", ("etat-islamique",), ("mineurs",)),
        ("La médiation du président Kofi Adjo a échoué.", "CONSULT", ("kofi-adjo",), ()),
        ("Kofi Adjo a suspendu les pourparlers menés à La Havane.", "SANCTION", ("kofi-adjo",), ()),
        ("Six médecins ont disparu après l'attaque de leur voiture par des rebelles.", "ASSAULT", ("rebelles",), ("medecins",)),
        ("Dix élèves ont été enlevés lors d'un raid de bandits sur leur école.", "ASSAULT", ("bandits",), ("eleves",)),
        ("Une bombe a explosé à Lagos, blessant trois gardes.", "ASSAULT", (), ("gardes",)),
        ("À Nice, un Tunisien a foncé dans la foule.", "ASSAULT", ("tunisien",), ("foule",)),
        ("Le Togo a nié toute implication dans l'attaque du convoi kényan.", "REJECT", ("tg",), ()),
        ("Le M23 a conquis Goma.", "ASSAULT", ("m23",), ()),
        ("L'aviation turque a procédé à une série de frappes sur Daech.", "ASSAULT", ("aviation-turque",), ("etat-islamique",)),
        (
            "La Mission de l'ONU au Congo (Monuc), dont les hélicoptères avaient ouvert le feu la veille sur des positions"
            " rebelles, a reconnu avoir été débordée.", "ASSAULT", ("monusco",), (),
        ),
        ("Oslo a dénoncé une agression, tandis que Lima menaçait le Chili de représailles.", "THREATEN", ("pe",), ("cl",)),
        ("La trêve obtenue, des tirs de roquettes du Hezbollah ont repris.", "ASSAULT", ("hezbollah",), ()),
        ("Des civils ont été tués dans un village par des chasseurs dozos.", "ASSAULT", ("chasseurs-dozos",), ("civils",)),
        ("L'attaque, qui visait un bus de touristes coréens, a échoué.", "ASSAULT", (), ("touristes-coreens",)),
        ("Un camion piégé a été lancé contre une caserne à Lagos.", "ASSAULT", (), ()),
        ("Les gardes ont tué dix mineurs capturés lundi.", "COERCE", (), ("mineurs",)),
        ("Les tirs de l'artillerie ont fait dix morts parmi les civils.", "ASSAULT", ("artillerie",), ("civils",)),
        ("Oslo a mené une vingtaine de raids contre des camps de Daech.", "ASSAULT", ("no",), ("etat-islamique",)),
        ("Les houthis ont tiré un missile sur Riyad.", "ASSAULT", ("houthis",), ("sa",)),
        ("Lima a transféré le contrôle de la base à la Bolivie.", "RETREAT", ("pe",), ("bo",)),
        (
            "La ministre Ama Koffi, le Premier ministre togolais Paul Durand ainsi que le président Jean Martin ont nié.",
            "REJECT",
            ("ama-koffi", "paul-durand", "jean-martin"),
            (),
        ),
        (
            "Le secrétaire général de l'ONU Paul Durand, Ama Koffi et la ministre Eva Martin ont salué l'accord.",
            "SUPPORT",
            ("paul-durand", "eva-martin", "ama-koffi"),
            (),
        ),
        ("Des rebelles ont pris la ville de Goma aux miliciens.", "ASSAULT", ("rebelles",), ("miliciens",)),
        ("Paul Durand a été placé en résidence surveillée par l'armée.", "COERCE", ("armee",), ("paul-durand",)),
        ("Une attaque chimique imputée à Damas a fait dix morts.", "ASSAULT", ("sy",), ("morts",)),
        ("Togo : au moins un mort dans un attentat", "ASSAULT", (), ("mort",)),
        ("Nigeria : dix morts et vingt blessés dans une attaque de Boko Haram", "ASSAULT", ("boko-haram",), ("morts", "blesses")),
        ("Un avion de chasse turc a abattu un bombardier russe.", "ASSAULT", ("tr",), ("ru",)),
        ("Lima a qualifié d'infondées les accusations du Chili.", "REJECT", ("pe",), ("cl",)),
        ("La médiation de l'OEA entre la junte et l'opposition a échoué.", "CONSULT", ("oea",), ("junte", "opposition")),
        ("Le Togo et le Bénin ont cédé à l'issue de pourparlers tenus à Accra.", "CONSULT", ("tg", "bj"), ()),
        ("Jean Adjo et celui du Mali, Paul Durand, ont remercié Lima.", "SUPPORT", ("jean-adjo", "paul-durand"), ("pe",)),
        ("Jean Adjo a remercié Lima lors d'un appel téléphonique avec Eva Ngo.", "CONSULT", ("eva-ngo", "jean-adjo"), ()),
        ("L'OEA a condamné le raid, suspendu le Togo et remercié Lima.", "SANCTION", ("oea",), ("tg",)),
        ("L'OEA a condamné le raid, appelé au calme et remercié Lima.", "REQUEST", ("oea",), ()),
        ("Jean Adjo a remercié Eva Ngo au cours d'un entretien.", "CONSULT", ("jean-adjo", "eva-ngo"), ()),
        ("Les généraux togolais et béninois se sont mis d'accord.", "AGREE", ("tg", "bj"), ()),
        ("L'OEA avait donné un jour au maire Jean Adjo pour céder le pouvoir.", "RETREAT", ("jean-adjo",), ()),
        ("Vingt pays, dont la Suisse, ont condamné le Togo.", "ACCUSE", ("pays", "ch"), ("tg",)),
        ("Une quarantaine de pays, dont la Suisse, ont condamné le Togo.", "ACCUSE", ("pays", "ch"), ("tg",)),
        ("Une trêve a été décrétée par l'ELN à l'occasion de la fête du pape Jean.", "RETREAT", ("eln",), ()),
        ("Lima a proposé des pourparlers à Quito.", "CONSULT", ("ec", "pe"), ()),
        ("Lima et Quito sont convenus d'un sommet.", "CONSULT", ("pe", "ec"), ()),
        ("Jean Adjo s'est envolé pour Lima afin de lier le Pérou à l'Otan.", "CONSULT", ("jean-adjo",), ("pe",)),
        ("Le chef de la mission, le diplomate suisse Paul Durand, a salué Lima.", "SUPPORT", ("paul-durand",), ("pe",)),
        ("Jean Adjo se rendra en Inde et au Pérou.", "CONSULT", ("jean-adjo",), ("in", "pe")),
        ("Jean Adjo a reçu l'Américain Paul Durand.", "CONSULT", ("jean-adjo", "paul-durand"), ()),
        (
            "Selon Lima, les présidents Ali Bongo et Macky Sall, qui se sont parlé au téléphone, ont ri.",
            "CONSULT",
            ("ali-bongo", "macky-sall"),
            (),
        ),
        ("Athènes a obtenu une aide d'urgence.", "AID", (), ("gr",)),
        ("Le texte a été adopté par plusieurs parlements, dont la Knesset.", "SUPPORT", ("parlements", "il"), ()),
        ("Eva Ngo a reçu, lundi à Lomé, le maire Jean Adjo et Omar Ba.", "CONSULT", ("eva-ngo", "jean-adjo", "omar-ba"), ()),
        ("Dix députés ont voté contre, dont Paul Durand.", "REJECT", ("deputes",), ()),
        ("Une fusillade a éclaté dans un lycée de Lomé, touchant une quinzaine de personnes.", "ASSAULT", (), ("personnes",)),
        ("Dix passants sont morts lors de deux attentats à Kaboul.", "ASSAULT", (), ("passants",)),
        ("Les rebelles affrontent l'armée à Goma.", "ASSAULT", ("rebelles", "armee"), ()),
        ("C'est Jean Ngo, juge travaillant pour l'ONU, enlevé par des bandits.", "ASSAULT", ("bandits",), ("jean-ngo",)),
        ("Deux gardes sont morts après que leur voiture a été visée par des tirs.", "ASSAULT", (), ("gardes",)),
        ("Paul Ngo a été arrêté après sa destitution par le Sénat.", "COERCE", (), ("paul-ngo",)),
        ("Bruxelles : un garde a été attaqué au couteau", "ASSAULT", (), ("garde",)),
        ("Le juge est parti, les élus ont crié et le maire a ri et a félicité Paul Ngo.", "SUPPORT", ("maire",), ("paul-ngo",)),
        ("La police a saisi les armes des rebelles.", "COERCE", ("police",), ("rebelles",)),
        ("Un attentat a tué dix passants dont deux gardes.", "ASSAULT", (), ("passants", "gardes")),
        ("Des passants ont arrêté le voleur en le frappant à coups de poing.", "ASSAULT", ("passants",), ("voleur",)),
        ("Un homme est sorti de sa voiture et a tiré sur la foule.", "ASSAULT", ("homme",), ("foule",)),
        ("Un homme a blessé deux gardes, ainsi qu'une passante.", "ASSAULT", ("homme",), ("gardes", "passante")),
        ("L'armée togolaise recule. Elle a été chassée par des rebelles.", "ASSAULT", ("rebelles",), ("armee-togolaise",)),
        ("Un garde accusé d'avoir frappé une femme part.", "ACCUSE", (), ("garde",)),
        ("Daech avance malgré les attaques aériennes de la Russie.", "ASSAULT", ("ru",), ()),
        ("Paul Ngo a démissionné lundi et Ama Koffi lui a succédé.", "RETREAT", ("paul-ngo",), ()),
        ("Le dépôt de Lorient a été débloqué par la police.", "COERCE", ("police",), ()),
        ("La police a démenti ces accusations auprès du journal Le Monde.", "REJECT", ("police",), ()),
        ("Les rebelles ont repoussé un plan de paix sénégalais.", "REJECT", ("rebelles",), ("sn",)),
        ("Jean Ngo prend la parole. Pour Paul Durand, « c'est vide ». Il dénonce Lima.", "ACCUSE", ("paul-durand",), ("pe",)),
        ("Les américains ont attaqué le Yémen.", "ASSAULT", ("us",), ("ye",)),
    ],
)  # fmt: skip
def test_parties(text: str, type: str, actors: tuple[str, ...], recipients: tuple[str, ...]) -> None:
    found = [event for event in depeche.read(text, published="2024-11-26").events if event.type == type]
    assert [(event.actors, event.recipients) for event in found] == [(actors, recipients)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "La ministre togolaise Ama Koffi a effectué une visite à Kigali, où elle s'est entretenue avec Paul Durand.",
            [("effectué", ("ama-koffi",), ("rw",)), ("entretenue", ("ama-koffi", "paul-durand"), ())],
        ),
        (
            "L'armée a repris dix villages, tuant vingt miliciens.",
            [("repris", ("armee",), ()), ("tuant", ("armee",), ("miliciens",))],
        ),
        (
            "Dix passants ont été tués quand des soldats ont tiré sur la foule.",
            [("tués", ("soldats",), ("passants",)), ("tiré", ("soldats",), ("foule",))],
        ),
    ],
)
def test_two_deeds_of_one_kind_in_a_sentence(text: str, found: list[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> None:
    assert [(event.text, event.actors, event.recipients) for event in depeche.read(text).events] == found
