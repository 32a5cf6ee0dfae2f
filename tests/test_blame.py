"""Who blames, bans, warns or recalls whom, where the words that say it stand apart; and whether it was done."""

import pytest

import depeche

DAY = "2024-11-27"


def told(text: str, trigger: str) -> depeche.record.Event:
    """The last event told by a word."""
    return [event for event in depeche.read(text, published=DAY).events if event.text == trigger][-1]


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # what a noun takes up is by who did it
        ("Un tribunal de Lomé a condamné Kofi Adjo. Cette décision a été critiquée par le Ghana.", "critiquée",
         {"gh"}, {"tribunal-de-lome"}),
        ("Kofi Adjo a été condamné par un tribunal de Lomé, un verdict qualifié de mascarade par le Ghana.", "qualifié",
         {"gh"}, {"tribunal-de-lome"}),
        ("Le Chili quitte l'Unesco. Le Pérou a salué une décision « courageuse ».", "salué", {"pe"}, {"cl"}),
        # who frees somebody is who holds him, not he
        ("La police a arrêté Kofi Adjo. Le Ghana a réclamé sa libération.", "réclamé", {"gh"}, {"police"}),
        ("La police a arrêté Kofi Adjo. Le Ghana a réclamé sa démission.", "réclamé", {"gh"}, {"kofi-adjo"}),
        # amends are asked of whom one takes to task
        ("Ama Koffi a critiqué Kofi Adjo et exigé des excuses.", "exigé", {"ama-koffi"}, {"kofi-adjo"}),
        # one's own side is not blamed, nor whose followers march
        ("Le parti Horizon a dénoncé une manœuvre après l'expulsion de ses élus.", "dénoncé", {"horizon"}, set()),
        ("Une manifestation de partisans du président Kofi Adjo a eu lieu à Lomé.", "manifestation", {"partisans"}, set()),
        # a body that only its kind names
        ("Le Chili accuse l'Unesco. Le pays a décidé de quitter l'organisation.", "quitter", {"cl"}, {"unesco"}),
        # who is put in jail or warned is somebody
        ("La juge Ama Koffi a envoyé en prison huit membres du gouvernement catalan.", "envoyé",
         {"ama-koffi"}, {"membres-du-gouvernement-catalan"}),
        ("Le Conseil militaire a mis en garde les chefs de la contestation.", "mis", {"conseil-militaire"},
         {"chefs-de-la-contestation"}),
        ("Le Chili a averti Lima qu'il n'hésiterait pas à fermer le port.", "averti", {"cl"}, {"pe"}),
        # what is asked is done by the second of two
        ("Le Chili a exigé que les coupables soient punis et que Lima cesse ses tirs.", "exigé", {"cl"}, {"pe"}),
        # all that a list names
        ("Lima, Quito et Bogota, qui ont rompu leurs relations avec Caracas, se taisent.", "rompu", {"pe", "ec", "co"}, {"ve"}),
        # who recalls his envoy does it to who expelled him
        ("Le Chili a expulsé l'ambassadeur du Pérou. Lima a rappelé son ambassadeur.", "rappelé", {"pe"}, {"cl"}),
        # who sees it done to him, and who acts in spite of it
        ("Kofi Adjo s'est vu refuser l'entrée au Togo.", "refuser", set(), {"kofi-adjo"}),
        ("Kofi Adjo a signé la loi malgré l'opposition de la Conférence épiscopale.", "opposition",
         {"conference-episcopale"}, {"kofi-adjo"}),
        # a participle joined to an adjective
        ("Ama Koffi a été reconnue coupable de vol et expulsée vers le Togo.", "expulsée", set(), {"ama-koffi"}),
        # what is but said of whom one writes to
        ("Le parti Horizon a retiré sa confiance au ministre, Kofi Adjo, contraint de démissionner.", "démissionner",
         {"kofi-adjo"}, set()),
        ("Le Chili a rompu avec le Pérou, auquel il impute des actes hostiles.", "impute", {"cl"}, {"pe"}),
        ("Le Venezuela a entamé la procédure de sortie de l'Organisation des États américains.", "sortie", {"ve"}, {"oea"}),
        ("L'Union européenne ouvre une procédure d'infraction contre Budapest.", "ouvre", {"union-europeenne"}, {"hu"}),
        # who presented what is refused, whom `ce que` is about, whom the pronoun means
        ("La juge a rejeté la demande d'extradition de Kofi Adjo présentée par le Pérou.", "rejeté", {"juge"}, {"pe"}),
        ("Le Chili a expulsé deux diplomates, ce que le Pérou a qualifié de provocation.", "qualifié", {"pe"}, {"cl"}),
        ("Kofi Adjo a parlé. Le parti Horizon a menacé de le destituer.", "menacé", {"horizon"}, {"kofi-adjo"}),
        ("Le Chili a rejeté comme infondées les accusations de Lima.", "rejeté", {"cl"}, {"pe"}),
        # what another did, in the same sentence
        ("Trois opposants ont été arrêtés alors qu'ils menaient une marche interdite par l'armée.", "arrêtés", set(),
         {"opposants"}),
        ("Le Front uni, le parti au pouvoir, a menacé le Chili.", "menacé", {"front-uni"}, {"cl"}),
        # with whose mother
        ("L'assassinat du journaliste Kofi Adjo et de sa mère a eu lieu lundi.", "assassinat", set(), {"kofi-adjo", "mere"}),
        ("Le Chili s'est attiré les foudres de Lima.", "attiré", {"pe"}, {"cl"}),
        # followers are not their leader; whom a relative takes up does not act
        ("Des partisans du président sortant Kofi Adjo ont attaqué le Sénat chilien.", "attaqué",
         {"partisans-du-president-sortant"}, {"senat-chilien"}),
        ("Le président Kofi Adjo a limogé le ministre Paul Durand, qu'il accuse de vol.", "accuse", {"kofi-adjo"},
         {"paul-durand"}),
        ("Le Parlement polonais a adopté la loi malgré les mises en garde de Bruxelles.", "mises", {"union-europeenne"},
         {"parlement-polonais"}),
        ("« Nous n'hésiterons pas à frapper le Pérou », a averti le Chili.", "averti", {"cl"}, set()),
        ("Le parti Horizon a appelé les Chiliens à boycotter le vote.", "appelé", {"horizon"}, {"cl"}),
        ("La maire de Quito a été empêchée de quitter le pays et s'est vu confisquer son passeport.", "confisquer", set(),
         {"maire-de-quito"}),
        ("En dépit des protestations de Lima, Quito a signé la loi.", "protestations", {"pe"}, {"ec"}),
        ("La Suisse a gelé les avoirs de l'ancien président tunisien Kofi Adjo.", "gelé", {"ch"}, {"kofi-adjo"}),
        ("Les partis de la majorité ont voté contre la levée de l'immunité du ministre, poursuivi pour vol.", "poursuivi",
         set(), {"ministre"}),
        ("L'Union européenne a condamné la tenue d'un vote dans les territoires maliens occupés par le Togo.", "condamné",
         {"union-europeenne"}, {"tg"}),
        # a title with the name of a body and of who leads it
        ("Le chef du parti islamiste Horizon (PH), Kofi Adjo, a été arrêté.", "arrêté", set(), {"kofi-adjo"}),
    ],
)  # fmt: skip
def test_who_is_blamed(text: str, trigger: str, actors: set[str], recipients: set[str]) -> None:
    event = told(text, trigger)
    assert (set(event.actors), set(event.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "type", "status"),
    [
        ("Le Conseil de sécurité n'a pu adopter la résolution.", "adopter", "SUPPORT", "denied"),
        ("Le Sénat chilien ne peut que condamner le Pérou.", "condamner", "ACCUSE", "possible"),
        ("Le Conseil de sécurité n'a pu agir, le Pérou ayant opposé son veto.", "opposé", "REJECT", "actual"),
        ("Le Chili accuse le Pérou d'avoir délibérément attaqué un poste.", "attaqué", "ASSAULT", "possible"),
        ("Lima n'a pas l'intention de restituer les terres au Chili.", "restituer", "RETREAT", "denied"),
        ("Le Pérou prépare un projet de résolution condamnant le Chili.", "condamnant", "ACCUSE", "possible"),
        ("Le Sénat chilien a autorisé l'arrestation de Kofi Adjo.", "arrestation", "COERCE", "planned"),
        ("Nous ne reconnaîtrons jamais cette annexion, a dit le Pérou.", "reconnaîtrons", "REJECT", "actual"),
        ("La CEDEAO a exclu d'intervenir au Togo.", "exclu", "REJECT", "actual"),
        ("Le Pérou a testé un missile. Le Chili a condamné le tir.", "tir", "MOBILIZE", "actual"),
    ],
)
def test_whether_it_was_done(text: str, trigger: str, type: str, status: str) -> None:
    event = told(text, trigger)
    assert (event.type, event.status) == (type, status)
