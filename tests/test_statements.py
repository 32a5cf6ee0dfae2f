"""Who said what: a French sentence, and what must come out of it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import depeche
from depeche.pipes.statements.marks import quotations
from depeche.record import Statement


def said(text: str, published: str | None = None) -> tuple[Statement, ...]:
    return depeche.read(text, published=published).statements


def only(text: str) -> Statement:
    found = said(text)
    assert len(found) == 1, [(item.why, item.text) for item in found]
    return found[0]


MARKS = [
    ("« Nous partirons », a déclaré la ministre.", "Nous partirons"),
    ("«Nous partirons», a déclaré la ministre.", "Nous partirons"),
    ("«\u00a0Nous partirons\u00a0», a déclaré la ministre.", "Nous partirons"),
    ('"Nous partirons", a déclaré la ministre.', "Nous partirons"),
    ("“Nous partirons”, a déclaré la ministre.", "Nous partirons"),
    ("„Nous partirons“, a déclaré la ministre.", "Nous partirons"),
    ("‘Nous partirons’, a déclaré la ministre.", "Nous partirons"),
    ("'Nous partirons', a déclaré la ministre.", "Nous partirons"),
    ("''Nous partirons'', a déclaré la ministre.", "Nous partirons"),
    ("<< Nous partirons >>, a déclaré la ministre.", "Nous partirons"),
    ("« Nous partirons, a déclaré la ministre.", "Nous partirons"),
    ("Nous partirons », a déclaré la ministre.", "Nous partirons"),
    ("-- « Nous partirons » -- a déclaré la ministre.", "Nous partirons"),
]


@pytest.mark.parametrize(("text", "words"), MARKS)
def test_any_marks_will_do(text: str, words: str) -> None:
    item = only(text)
    assert item.text == words
    assert item.speaker_span is not None
    assert text[slice(*item.speaker_span)] == "la ministre"


def test_a_quotation_runs_over_paragraphs() -> None:
    text = "« Le pays est à genoux.\n\n« Nous le relèverons ensemble », a promis le candidat."
    assert [quote.inner for quote in quotations(text)[0]] == [(2, 23), (27, 54)]
    assert [item.text for item in said(text)][-1] == "Nous le relèverons ensemble"


def test_a_lost_mark_costs_its_own_quotation_only() -> None:
    text = "« La route est coupée, a indiqué le maire.\n« Elle rouvrira demain », a assuré la préfète."
    assert [item.text for item in said(text)] == ["La route est coupée", "Elle rouvrira demain"]


PARTS = ["«", "»", "“", "”", '"', "‘", "’", "''", "<<", "Rien", "va", "dit-il", "X", ".", ",", " ", "\n\n", "\n", ":"]


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PARTS), max_size=25).map(" ".join))
def test_unpaired_marks_never_lose_the_others(mess: str) -> None:
    text = f"« Nous partirons lundi », a déclaré la ministre.\n\n{mess}\n\n« Nous resterons », a répliqué le maire."
    found = [item.text for item in said(text)]
    assert found[0] == "Nous partirons lundi"
    assert "Nous resterons" in found[-1]


# What must come out: the words, the mode, the act, the words that name the speaker.
CASES = [
    (
        "« Rien n'est signé », a déclaré jeudi à la presse Ali Bagheri, négociateur en chef iranien.",
        [("Rien n'est signé", "direct", "say", "Ali Bagheri")],
    ),
    ("« Rien n'est signé », a-t-il ajouté.", [("Rien n'est signé", "direct", "say", "il")]),
    (
        "« Nous ne plierons pas, a lancé Ousmane Sonko, quoi qu'il arrive. »",
        [("Nous ne plierons pas, a lancé Ousmane Sonko, quoi qu'il arrive.", "direct", "say", "Ousmane Sonko")],
    ),
    (
        "« Nous ne plierons pas », a lancé Ousmane Sonko, « quoi qu'il arrive ».",
        [("Nous ne plierons pas », a lancé Ousmane Sonko, « quoi qu'il arrive", "direct", "say", "Ousmane Sonko")],
    ),
    (
        "La capture de la ville est un revers, affirme le chercheur.",
        [("La capture de la ville est un revers", "indirect", "say", "le chercheur")],
    ),
    (
        '"Le barrage a cédé", souligne le préfet. "Il faut évacuer", insiste-t-il.',
        [("Le barrage a cédé", "direct", "say", "le préfet"), ("Il faut évacuer", "direct", "say", "il")],
    ),
    (
        "La Cédéao a condamné l'attaque et exhorté la junte à coopérer avec ses voisins.",
        [
            ("l'attaque", "indirect", "condemn", "Cédéao"),
            ("coopérer avec ses voisins", "indirect", "ask", "Cédéao"),
        ],
    ),
    (
        "L'ONU a invité les rebelles à quitter Goma et réclamé l'ouverture d'une enquête.",
        [("quitter Goma", "indirect", "ask", "ONU"), ("l'ouverture d'une enquête", "indirect", "ask", "ONU")],
    ),
    ("Tunis a remercié Alger mais décliné son offre.", [("Alger", "indirect", "praise", "Tunis")]),
    (
        "L'Union africaine a exhorté les deux camps à la retenue.",
        [("la retenue", "indirect", "ask", "Union africaine")],
    ),
    (
        "Le président tchadien a réclamé devant le Parlement la levée de l'embargo.",
        [("la levée de l'embargo", "indirect", "ask", "Le président tchadien")],
    ),
    (
        "Des milliers d'habitants sont descendus dans la rue pour réclamer le départ du gouverneur.",
        [("le départ du gouverneur", "indirect", "ask", "Des milliers d'habitants")],
    ),
    (
        "La réunion n'a pas eu lieu, contrairement à ce qu'avait annoncé le ministère de la Défense.",
        [("La réunion n'a pas eu lieu", "indirect", "deny", "le ministère de la Défense")],
    ),
    (
        "« C'est une provocation », a déclaré le porte-parole de la diplomatie.",
        [("C'est une provocation", "direct", "condemn", "le porte-parole de la diplomatie")],
    ),
    ("Damas a promis de riposter à cette frappe.", [("riposter à cette frappe", "indirect", "threaten", "Damas")]),
    ("La direction a parlé de 70 % de grévistes.", [("70 % de grévistes", "indirect", "say", "La direction")]),
    (
        "Elle porte, selon un expert de la région, la marque du mouvement.",
        [("Elle porte, selon un expert de la région, la marque du mouvement", "indirect", "say", "un expert de la région")],
    ),
    ("Le Kremlin a estimé que l'accord était « mort-né ».", [("l'accord était « mort-né »", "mixed", "say", "Kremlin")]),
    (
        "Le porte-parole a précisé qu'aucune date n'était fixée et que la réunion aurait lieu à Genève.",
        [
            ("aucune date n'était fixée", "indirect", "say", "Le porte-parole"),
            ("la réunion aurait lieu à Genève", "indirect", "say", "Le porte-parole"),
        ],
    ),
    ("Paris dément avoir livré des missiles à Erevan.", [("avoir livré des missiles à Erevan", "indirect", "deny", "Paris")]),
    (
        "Téhéran nie que ses drones aient été vendus à Moscou.",
        [("ses drones aient été vendus à Moscou", "indirect", "deny", "Téhéran")],
    ),
    (
        "Kigali soutiendrait les rebelles du M23, ce que nie le gouvernement rwandais.",
        [("Kigali soutiendrait les rebelles du M23", "indirect", "deny", "le gouvernement rwandais")],
    ),
    (
        "Minsk accuse Vilnius d'avoir organisé la manifestation, des accusations rejetées par la présidente lituanienne.",
        [
            ("avoir organisé la manifestation", "indirect", "accuse", "Minsk"),
            ("avoir organisé la manifestation", "indirect", "deny", "la présidente lituanienne"),
        ],
    ),
    (
        "Kinshasa accuse Kigali de soutenir les rebelles, ce que le Rwanda dément.",
        [("soutenir les rebelles", "indirect", "accuse", "Kinshasa"), ("soutenir les rebelles", "indirect", "deny", "Rwanda")],
    ),
    ("Selon l'ONU, trois convois ont été bloqués.", [("trois convois ont été bloqués", "indirect", "say", "ONU")]),
    (
        "Trois convois, selon l'ONU, ont été bloqués à la frontière.",
        [("Trois convois, selon l'ONU, ont été bloqués à la frontière", "indirect", "say", "ONU")],
    ),
    (
        "Trois convois ont été bloqués, d'après une source militaire.",
        [("Trois convois ont été bloqués", "indirect", "say", "une source militaire")],
    ),
    ("Pour l'économiste Jean Roux, « la dette est soutenable ».", [("« la dette est soutenable »", "mixed", "say", "Jean Roux")]),
    ("Pour la ville, le chantier a duré trois ans.", []),
    (
        "De source policière, le suspect a été arrêté à Lille.",
        [("le suspect a été arrêté à Lille", "indirect", "say", "source policière")],
    ),
    ("Aux yeux de l'opposition, le scrutin a été truqué.", [("le scrutin a été truqué", "indirect", "say", "l'opposition")]),
    ("À en croire le ministre, la crise est passée.", [("la crise est passée", "indirect", "say", "le ministre")]),
    (
        "Selon Jean Dupont, directeur de l'agence, la route est coupée.",
        [("la route est coupée", "indirect", "say", "Jean Dupont")],
    ),
    (
        "Selon des médias russes citant le Kremlin, la rencontre est annulée.",
        [("la rencontre est annulée", "indirect", "say", "des médias russes")],
    ),
    (
        "Le ministre a promis de quitter le pouvoir en juin.",
        [("quitter le pouvoir en juin", "indirect", "promise", "Le ministre")],
    ),
    ("Le Hezbollah menace de frapper Haïfa.", [("frapper Haïfa", "indirect", "threaten", "Hezbollah")]),
    (
        "La junte a averti que toute intervention serait « une déclaration de guerre ».",
        [("toute intervention serait « une déclaration de guerre »", "mixed", "threaten", "La junte")],
    ),
    ("L'Élysée a appelé les parties à déposer les armes.", [("déposer les armes", "indirect", "ask", "Élysée")]),
    (
        "Les avocats demandent la libération immédiate du journaliste.",
        [("la libération immédiate du journaliste", "indirect", "ask", "Les avocats")],
    ),
    ("Berlin a salué la libération des otages.", [("la libération des otages", "indirect", "praise", "Berlin")]),
    ("Le pape s'est félicité du cessez-le-feu.", [("du cessez-le-feu", "indirect", "praise", "Le pape")]),
    (
        "L'Union africaine condamne le coup d'État au Niger.",
        [("le coup d'État au Niger", "indirect", "condemn", "Union africaine")],
    ),
    ("Le tribunal a condamné l'ancien ministre à cinq ans de prison.", []),
    (
        "Le ministre a dénoncé une « ingérence inacceptable ».",
        [("une « ingérence inacceptable »", "mixed", "condemn", "Le ministre")],
    ),
    (
        "La télévision a qualifié l'attaque d'« acte barbare ».",
        [("l'attaque d'« acte barbare »", "mixed", "condemn", "La télévision")],
    ),
    (
        "Le maire s'est dit « très inquiet » pour les commerces.",
        [("« très inquiet » pour les commerces", "mixed", "say", "Le maire")],
    ),
    (
        "Le Premier ministre se dit satisfait des négociations.",
        [("satisfait des négociations", "indirect", "praise", "Le Premier ministre")],
    ),
    (
        "Le président dit vouloir négocier avec les insurgés.",
        [("vouloir négocier avec les insurgés", "indirect", "say", "Le président")],
    ),
    ("La compagnie assure ne pas avoir été prévenue.", [("ne pas avoir été prévenue", "indirect", "say", "La compagnie")]),
    ("Le syndicat exige que les salaires soient relevés.", [("les salaires soient relevés", "indirect", "ask", "Le syndicat")]),
    (
        "Le juge a demandé si le témoin connaissait l'accusé.",
        [("si le témoin connaissait l'accusé", "indirect", "ask", "Le juge")],
    ),
    (
        "Vladimir Poutine : « Nous n'avons pas d'autre choix. »",
        [("Nous n'avons pas d'autre choix.", "direct", "say", "Vladimir Poutine")],
    ),
    ("Le procureur a conclu : « L'affaire est close. »", [("L'affaire est close.", "direct", "say", "Le procureur")]),
    ("Et le ministre d'ajouter : « Nous tiendrons. »", [("Nous tiendrons.", "direct", "say", "le ministre")]),
    ("« C'est une honte ! » s'est indignée la sénatrice.", [("C'est une honte !", "direct", "condemn", "la sénatrice")]),
    ("« Qui paiera ? », s'interroge le maire de Calais.", [("Qui paiera ?", "direct", "ask", "le maire de Calais")]),
    (
        "« L'eau manque », témoigne Fatou, 34 ans, qui vit à Bol. « On marche des heures. »",
        [("L'eau manque", "direct", "say", "Fatou"), ("On marche des heures.", "direct", "say", None)],
    ),
    ("Le film « Les Misérables » sera projeté à l'opération « Barkhane ».", []),
    ("L'armée a lancé l'opération « Tempête » à l'aube.", []),
    (
        "Le ministre, qui s'exprimait à Abidjan, a affirmé que le prix du cacao augmenterait.",
        [("le prix du cacao augmenterait", "indirect", "say", "Le ministre")],
    ),
    ("Syrie : Israël menace de poursuivre ses frappes", [("poursuivre ses frappes", "indirect", "threaten", "Israël")]),
    (
        "Interrogé par l'AFP, le général a confirmé que la base était évacuée.",
        [("la base était évacuée", "indirect", "say", "le général")],
    ),
    ("L'attentat a été revendiqué par le groupe État islamique.", []),
    ("Le groupe État islamique a revendiqué l'attentat.", [("l'attentat", "indirect", "say", "État islamique")]),
    (
        "Comme l'a rappelé la chancelière, la décision appartient au Parlement.",
        [("la décision appartient au Parlement", "indirect", "say", "la chancelière")],
    ),
    (
        "Il a reconnu avoir menti, ajoutant qu'il regrettait son geste.",
        [("avoir menti", "indirect", "say", "Il"), ("il regrettait son geste", "indirect", "say", "Il")],
    ),
    ("Elle a fait savoir qu'elle ne se représenterait pas.", [("elle ne se représenterait pas", "indirect", "say", "Elle")]),
    (
        "Le directeur a mis en garde contre une « catastrophe sanitaire ».",
        [("une « catastrophe sanitaire »", "mixed", "threaten", "Le directeur")],
    ),
    ("Londres et Paris ont annoncé l'envoi de renforts.", [("l'envoi de renforts", "indirect", "say", "Londres")]),
    ("Le président n'a pas dit s'il serait candidat.", []),
    (
        "Selon lui, nous avons été et demeurons un peuple libre.",
        [("nous avons été et demeurons un peuple libre", "indirect", "say", "lui")],
    ),
    (
        "“La frontière est fermée”, indique un communiqué de la présidence.",
        [("La frontière est fermée", "direct", "say", "un communiqué de la présidence")],
    ),
    ("‘La frontière est fermée’, indique le communiqué.", [("La frontière est fermée", "direct", "say", "le communiqué")]),
    ('« Il m\'a dit : "Pars !" », raconte la jeune femme.', [('Il m\'a dit : "Pars !"', "direct", "say", "la jeune femme")]),
    (
        "Cette trêve est, selon l'envoyé spécial, « la dernière chance ».",
        [("Cette trêve est, selon l'envoyé spécial, « la dernière chance »", "mixed", "say", "l'envoyé spécial")],
    ),
    ("Le ministre a évoqué des « progrès tangibles ».", [("des « progrès tangibles »", "mixed", "say", "Le ministre")]),
    ("D'après le journal Le Monde, l'accord sera signé lundi.", [("l'accord sera signé lundi", "indirect", "say", "Le Monde")]),
    ("« Nous gagnerons » (Marine Le Pen)", [("Nous gagnerons", "direct", "say", "Marine Le Pen")]),
    ("Emmanuel Macron (le président) : « La France tiendra. »", [("La France tiendra.", "direct", "say", "Emmanuel Macron")]),
    (
        "Le roi a adressé ses félicitations au nouveau président.",
        [("ses félicitations au nouveau président", "indirect", "praise", "Le roi")],
    ),
    (
        "La secrétaire générale a réitéré son appel à la retenue.",
        [("son appel à la retenue", "indirect", "ask", "La secrétaire générale")],
    ),
    ("Le ministère rejette catégoriquement ces allégations.", [("ces allégations", "indirect", "deny", "Le ministère")]),
    (
        "La décision est « injuste », a déploré l'avocat de la défense.",
        [("La décision est « injuste »", "mixed", "condemn", "l'avocat de la défense")],
    ),
    (
        "Il s'agit d'un acte « lâche et odieux », a dénoncé le chef du gouvernement.",
        [("Il s'agit d'un acte « lâche et odieux »", "mixed", "condemn", "le chef du gouvernement")],
    ),
    (
        "Les rebelles ont accepté de négocier, a-t-on appris de source diplomatique.",
        [("Les rebelles ont accepté de négocier", "indirect", "say", "source diplomatique")],
    ),
    (
        "Les deux dirigeants ont convenu que la frontière rouvrirait.",
        [("la frontière rouvrirait", "indirect", "say", "Les deux dirigeants")],
    ),
    (
        "« Il est temps de partir », écrit le New York Times dans un éditorial.",
        [("Il est temps de partir", "direct", "say", "New York Times")],
    ),
    ("M. Dupont, lui, pense que l'usine rouvrira.", [("l'usine rouvrira", "indirect", "say", "M. Dupont")]),
    ("Accusé de corruption, l'ancien maire clame son innocence.", [("son innocence", "indirect", "deny", "l'ancien maire")]),
    ("Il a dit non.", []),
    (
        "Sur X, le président a écrit que la paix était « à portée de main ».",
        [("la paix était « à portée de main »", "mixed", "say", "le président")],
    ),
    ("Le gouvernement s'est engagé à rouvrir les écoles.", [("rouvrir les écoles", "indirect", "promise", "Le gouvernement")]),
    (
        "Le parquet soupçonne le trésorier de détournement de fonds.",
        [("détournement de fonds", "indirect", "accuse", "Le parquet")],
    ),
    ("Il reproche à Bruxelles d'« humilier » son pays.", [("« humilier » son pays", "mixed", "accuse", "Il")]),
    (
        "Les Vingt-Sept se sont déclarés prêts à sanctionner Minsk.",
        [("prêts à sanctionner Minsk", "indirect", "promise", "Les Vingt-Sept")],
    ),
    (
        "Le consul a tenu à rappeler que le visa reste gratuit.",
        [("le visa reste gratuit", "indirect", "say", "Le consul")],
    ),
    ("L'évêque n'hésite pas à dénoncer une « farce ».", [("une « farce »", "mixed", "condemn", "L'évêque")]),
    ("Le préfet n'a pas voulu rappeler que le pont est fermé.", []),
    (
        "Le barrage, a assuré l'ingénieure, résistera aux pluies.",
        [("Le barrage, a assuré l'ingénieure, résistera aux pluies", "indirect", "say", "l'ingénieure")],
    ),
    ("Lima, dont les mines inquiètent La Paz, a exhorté Quito à négocier.", [("négocier", "indirect", "ask", "Lima")]),
    ("Il se rendra à Bonn afin, dit-il, de « parler vrai ».", [("« parler vrai »", "mixed", "say", "il")]),
    ("Le parti dément avoir touché la moindre somme.", [("avoir touché la moindre somme", "indirect", "deny", "Le parti")]),
    ("La procureure a requis douze ans de prison.", [("douze ans de prison", "indirect", "ask", "La procureure")]),
    (
        "Le groupe, qui avait juré de rester à Lagos, a fermé ses bureaux.",
        [("rester à Lagos", "indirect", "promise", "Le groupe")],
    ),
    ("À ses yeux, le traité est mort.", [("le traité est mort", "indirect", "say", "ses")]),
    ("« Merci à tous », a lancé le maire.", [("Merci à tous", "direct", "praise", "le maire")]),
    (
        "« Au premier tir, nous frapperons leurs ports », a déclaré l'amiral.",
        [("Au premier tir, nous frapperons leurs ports", "direct", "threaten", "l'amiral")],
    ),
    ("L'otage jure n'avoir rien vu.", [("n'avoir rien vu", "indirect", "say", "L'otage")]),
    ("Le ministre cache que la caisse est vide.", []),
    ("Le préfet, Paul Roux, a justifié l'intervention, demandée par le maire.", []),
    ("Oslo se dit prête à aider, à condition que Minsk recule.", [("prête à aider", "indirect", "promise", "Oslo")]),
    ("Le juge fait état de 12 morts, dont trois enfants.", [("12 morts, dont trois enfants", "indirect", "say", "Le juge")]),
    (
        "Bonn s'engage à payer, alors que Rome a appelé à la retenue.",
        [("payer", "indirect", "promise", "Bonn"), ("la retenue", "indirect", "ask", "Rome")],
    ),
    ("Le maire a imputé à la société la panne du réseau.", [("la panne du réseau", "indirect", "accuse", "Le maire")]),
    ("Le juge n'exclut pas un report.", [("un report", "indirect", "say", "Le juge")]),
    ("Le juge a exclu deux avocats.", []),
    ("Le juge exclut tout report.", [("tout report", "indirect", "deny", "Le juge")]),
    (
        "Le fort, que la mairie décrit comme une « ruine », sera vendu.",
        [("une « ruine »", "mixed", "say", "la mairie")],
    ),
    (
        "Le club a poursuivi la ligue, lequel se défend de toute fraude.",
        [("toute fraude", "indirect", "deny", "Le club")],
    ),
    ("L'annonce par Lomé du retrait des troupes a surpris.", [("du retrait des troupes", "indirect", "say", "Lomé")]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[:40] for text, _ in CASES])
def test_structure(text: str, wanted: list[tuple[str, str, str, str | None]]) -> None:
    found = [
        (item.text, item.mode, item.act, text[slice(*item.speaker_span)] if item.speaker_span else None) for item in said(text)
    ]
    assert [item[:3] for item in found] == [item[:3] for item in wanted]
    for (*_, speaker), (*_, expected) in zip(found, wanted, strict=True):
        assert (speaker is None) == (expected is None)
        assert expected is None or expected in str(speaker) or str(speaker) in expected


def test_relays_are_kept_in_order() -> None:
    for text, via in [
        ("« C'est fini », a déclaré Emmanuel Macron à l'AFP.", ("afp",)),
        ("Selon des médias russes citant Vladimir Poutine, la rencontre est annulée.", ("vladimir-poutine",)),
        ("Le convoi a été visé, selon des témoins cités par Reuters.", ("reuters",)),
        ("« C'est fini », a-t-il dit selon Le Monde.", ("le-monde",)),
    ]:
        assert said(text)[0].via == via, text


def test_the_cue_tells_what_the_reporter_thinks_of_it() -> None:
    stances = [only(f"Le ministre {cue} que la caisse est vide.").stance for cue in ("affirme", "reconnaît", "prétend")]
    assert stances == ["neutral", "factive", "doubtful"]


def test_when_it_was_said() -> None:
    text = "Le ministre a affirmé mercredi que la caisse serait vide en décembre. « Elle l'est déjà », a répliqué la députée."
    assert [item.time for item in said(text, "2024-11-27")] == ["2024-11-27", "2024-11-27"]
    assert only("Le ministre a affirmé que la caisse est vide.").time is None


def test_verbatim_is_what_stands_between_the_marks() -> None:
    text = "Elle a dénoncé un « procès politique » et une \"farce\"."
    assert [text[slice(*span)] for item in said(text) for span in item.verbatim] == ["procès politique", "farce"]


def test_ten_thousand_marks_are_read() -> None:
    found, lonely = quotations("« a " * 10_000 + "»" * 10_000)
    assert len(found) > 0
    assert len(lonely) > 0


def test_behind_on_stands_somebody() -> None:
    for text, speaker in [
        ("« Le réseau est coupé », peut-on lire dans le communiqué de l'opérateur.", "le communiqué de l'opérateur"),
        ("« La visite est maintenue », indique-t-on à l'Élysée.", "Élysée"),
        ("Des rebelles ont été tués, a-t-on appris auprès de l'armée.", "l'armée"),
    ]:
        span = only(text).speaker_span
        assert span is not None
        assert text[slice(*span)] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "À noter que les pays qualifiés votent aussi.",
        "On note que la route est longue.",
        "Depuis les accords dits de « Minsk », rien n'a changé.",
        "La presse écrite que connaît la France est en crise.",
        "Les voyages qu'il appréciait et le club « Rencontres » lui manquent.",
        "Il court de l'« Open » de Paris à l'autre bout du pays.",
    ],
)
def test_no_speech_here(text: str) -> None:
    assert said(text) == ()


def test_joint_speakers_all_speak() -> None:
    for text, speakers in [
        ("Paris, Rome et Londres ont condamné l'attaque.", ("fr", "it", "gb")),
        ("« C'est grave », ont déclaré Angela Merkel et Emmanuel Macron.", ("angela-merkel", "emmanuel-macron")),
        ("« C'est grave », a déclaré Angela Merkel et Emmanuel Macron a quitté la salle.", ("angela-merkel",)),
    ]:
        assert only(text).speakers == speakers


def test_an_interview_needs_no_marks() -> None:
    text = "Emmanuel Macron : Nous devons agir vite.\nLe reste est du passé."
    assert (only(text).text, only(text).speaker) == ("Nous devons agir vite", "emmanuel-macron")
    assert said("Emmanuel Macron : la fin d'un règne") == ()
