"""Actors: names, roles and their holders, nameless groups, metonymy, pronouns, descriptions."""

import pytest

import depeche


def mentions(text: str, published: str | None = "2024-11-27") -> list[tuple[str, str | None]]:
    return [(item.text, item.actor) for item in depeche.read(text, published=published).mentions]


def test_role_is_resolved_by_date_or_stays_a_role() -> None:
    text = "Le président russe a rencontré hier à Paris les ministres de la région."
    assert ("Le président russe", "vladimir-poutine") in mentions(text)
    assert ("Le président russe", "president-de-russie") in mentions(text, "2026-03-01")


READINGS = [
    ("Jean Okemba, ancien président catalan, a été arrêté. L'ex-président se tait.", "L'ex-président", "jean-okemba", "role"),
    ("L'ancien président Kofi Adjo a vu le président Jean Okemba. Le président part.", "Le président", "jean-okemba", "role"),
    ("L'armée merloise du président Jean Okemba avance.", "L'armée merloise", "armee-merloise", "description"),
    ("Des partisans du président Jean Okemba ont protesté.", "Des partisans", "partisans", "description"),
    ("L'avocat du président Jean Okemba a protesté.", "L'avocat du président Jean Okemba", "avocat-du-president-jean-okemba",
     "role"),
    ("Les rebelles ont tiré. Les forces rebelles se retirent.", "Les forces rebelles", "rebelles", "description"),
    ("Les forces rebelles ont tiré. Les rebelles se retirent.", "Les rebelles", "forces-rebelles", "description"),
    ("Les rebelles ont tiré. Les insurgés se retirent.", "Les insurgés", "rebelles", "description"),
    ("Le Maroc est revenu. La France salue le geste. Le royaume hésitait.", "Le royaume", "ma", "description"),
    ("La Commission européenne menace Rome. L'exécutif européen insiste.", "exécutif européen", "commission-europeenne", "name"),
    ("Jean Okemba a battu Luc Mba. Okemba règne depuis la chute de ce dernier.", "ce dernier", "luc-mba", "pronoun"),
    ("Les tribus ont demandé de l'aide à l'état major. Elles attendent.", "l'état major", "etat-major", "description"),
    ("Le président Emmanuel Macron est arrivé lundi. Macron a rencontré ses ministres.", "Macron", "emmanuel-macron", "name"),
    ("Une lettre de Ban Ki-moon est arrivée. M. Ban y appelle au calme.", "M. Ban", "ban-ki-moon", "name"),
    ("Josep Borrell, chef de la diplomatie de l'UE, a réagi.", "chef de la diplomatie de l'UE", "josep-borrell", "role"),
    ("La cheffe de la diplomatie allemande, Annalena Baerbock, est à Kiev.", "La cheffe de la diplomatie allemande",
     "annalena-baerbock", "role"),
    ("Vladimir Poutine est à Astana. Le chef de l'État russe y restera deux jours.", "Le chef de l'État russe",
     "vladimir-poutine", "role"),
    ("Le président russe a reçu son homologue kazakh à Sotchi.", "son homologue kazakh", "kassym-jomart-tokaiev", "role"),
    ("Sergueï Lavrov, le ministre russe des Affaires étrangères, a parlé. Le ministre russe s'est dit prêt.", "Le ministre russe",
     "serguei-lavrov", "role"),
    ("Joseph Mbata, vice-président du Burundi, a ouvert le sommet. Le vice-président a plaidé pour la paix.", "Le vice-président",
     "joseph-mbata", "role"),
    ("L'Organisation du traité de sécurité collective (OTSC) se réunit. L'OTSC a six membres.", "OTSC", "otsc", "acronym"),
    ("Le Front uni du Wadaï (FUW) a signé. Le FUW avait refusé lundi.", "Front uni du Wadaï", "fuw", "name"),
    ("L'Union nationale du Wadaï (Unawad) a signé. L'Unawad hésitait.", "Union nationale du Wadaï", "unawad", "name"),
    ("Le chef de la junte, le lieutenant-colonel Oumar Diko, a parlé.", "Le chef de la junte", "oumar-diko", "role"),
    ("Le vice-Premier ministre chargé du Budget, Oleg Darine, part.", "Le vice-Premier ministre chargé du Budget", "oleg-darine",
     "role"),
    ("Le patron de l'Otan, Jan Kessel, est à Kiev. Le secrétaire général de l'Otan y restera.", "Le secrétaire général de l'Otan",
     "jan-kessel", "role"),
    ("Un groupe affilié à Al-Qaïda a attaqué un convoi.", "Un groupe affilié à Al-Qaïda", "groupe-affilie-a-al-qaida",
     "description"),
    ("Les anti-balaka ont pris la ville.", "anti-balaka", "anti-balaka", "demonym"),
    ("La société civile malienne a protesté lundi. La société civile exige un vote.", "La société civile",
     "societe-civile-malienne", "description"),
    ("Le Hezbollah a tiré lundi. Le groupe chiite libanais accuse Israël.", "Le groupe chiite libanais", "hezbollah",
     "description"),
    ("Jean Okemba a été arrêté lundi. L'opposant dénonce un complot.", "L'opposant", "jean-okemba", "description"),
    ("Jean Okemba a vu Luc Mba lundi. L'opposant dénonce un complot.", "L'opposant", "opposant", "role"),
    ("La militante Grace Mbeki a été libérée. La jeune femme est rentrée.", "La jeune femme", "grace-mbeki", "description"),
    ("Les Vingt-Sept ont refusé lundi.", "Vingt-Sept", "union-europeenne", "name"),
    ("La mission de l'ONU en Centrafrique a condamné l'attaque.", "mission de l'ONU en Centrafrique", "minusca", "name"),
    ("Trois de ses membres ont été écroués.", "Trois de ses membres", "membres", "description"),
    ("L'un de ses fils a été enlevé.", "L'un de ses fils", "fils", "description"),
    ("Le ministre a traité les manifestants de voyous.", "les manifestants", "manifestants", "description"),
    ("Le juge a débouté ses avocats de leur demande de mise en liberté.", "ses avocats", "avocats", "description"),
    ("Le maire a accusé les forces de sécurité de violences.", "les forces de sécurité", "forces-de-securite", "description"),
    ("Un somalien a été arrêté mardi.", "Un somalien", "somalien", "demonym"),
    ("Jean Okemba, maire de Brest et homme d'affaires controversé, a porté plainte.", "homme d'affaires controversé",
     "jean-okemba", "description"),
    ("Les rebelles ont attaqué. Dix d'entre eux ont été tués.", "Dix d'entre eux", "rebelles", "pronoun"),
    ("Un groupe inconnu, les Lions du Darfour, a revendiqué l'attaque.", "Un groupe inconnu", "lions-du-darfour", "description"),
    ("Le vainqueur proclamé, Oumar Diko, a appelé au calme.", "Le vainqueur", "oumar-diko", "description"),
    ("MM. Morvan et Kerven ont signé un accord.", "Kerven", "kerven", "name"),
    ("Les parties ont accepté une trêve.", "Les parties", "parties", "description"),
    ("Moscou a démenti toute implication.", "Moscou", "ru", "metonymy"),
    ("Une alliance dirigée par Moscou s'est réunie.", "Moscou", "ru", "metonymy"),
    ("Les provocations de Pyongyang inquiètent Séoul.", "Pyongyang", "kp", "metonymy"),
    ("Ce que dément Astana depuis lundi.", "Astana", "kz", "metonymy"),
    ("Les relations entre Paris et Alger se dégradent.", "Alger", "dz", "metonymy"),
    ("Le Kremlin a refusé.", "Kremlin", "ru", "metonymy"),
    ("Une explosion a eu lieu à Moscou.", "Moscou", "moscou", "name"),
    ("L'accord de Paris sur le climat est en vigueur.", "Paris", "paris", "name"),
    ("Le train entre Paris et Lyon a été arrêté.", "Paris", "paris", "name"),
    ("L'attaque a eu lieu au Burkina Faso.", "Burkina Faso", "bf", "name"),
    ("Un séisme a secoué la mer du Japon mardi.", "mer du Japon", "mer-du-japon", "name"),
    ("Le Tchad parle d'une invention, ce que Khartoum dément.", "Khartoum", "sd", "metonymy"),
    ("Le ministre répète que Varsovie « n'a pas changé d'avis ».", "Varsovie", "pl", "metonymy"),
    ("Eau : Lomé et Cotonou s'allient contre la sécheresse", "Lomé", "tg", "metonymy"),
    ("Le texte a été lu au palais de Koulouba.", "Koulouba", "koulouba", "name"),
    ("Le Portugal vend au Maroc 30 % de son blé.", "Maroc", "ma", "name"),
    ("Le préfet accuse la commission électorale d'avoir menti.", "la commission électorale",
     "commission-electorale", "description"),
    ("Les dockers ont repris le travail.", "Les dockers", "dockers", "description"),
    ("Mariama Fall, ministre sénégalaise de l'Eau, est inquiète. Elle partira.", "Elle", "mariama-fall", "pronoun"),
    ("Le Mouvement du 5 juin (M5) a signé. Le M5 avait refusé lundi.", "M5", "m5", "acronym"),
    ("L'Otan salue la société publique Belmarok.", "Belmarok", "belmarok", "name"),
    ("Il est champion d'Europe 2011.", "Europe", "europe", "name"),
    ("Bichkek et Douchanbé s'accusent. Rien n'est sûr, ont dit les autorités.", "les autorités", "autorites", "description"),
    ("Les Occidentaux dénoncent une mascarade.", "Occidentaux", "occident", "demonym"),
    ("Les Russes ont voté dimanche.", "Russes", "ru", "demonym"),
    ("Des hommes armés ont attaqué un village.", "Des hommes armés", "hommes-armes", "description"),
    ("Les manifestants ont défilé dans le calme.", "Les manifestants", "manifestants", "description"),
    ("Un porte-parole de l'armée a confirmé le bilan.", "Un porte-parole de l'armée", "porte-parole-de-l-armee", "role"),
    ("Le gouvernement géorgien a démissionné.", "Le gouvernement géorgien", "ge", "description"),
    ("Selon un responsable militaire, l'opération a échoué. Il a évoqué des pertes.", "Il", "responsable-militaire", "pronoun"),
    ("« C'est inacceptable », a dit Josep Borrell. « Nous agirons », a-t-il ajouté.", "il", "josep-borrell", "pronoun"),
    ("Mme Meloni a rencontré M. Macron. Elle a plaidé pour un accord.", "Elle", "giorgia-meloni", "pronoun"),
    ("Il était attendu depuis lundi : le président Emmanuel Macron est arrivé à Rabat.", "Il", "emmanuel-macron", "pronoun"),
    ("Les manifestants ont défilé. Ils réclament des élections.", "Ils", "manifestants", "pronoun"),
    ("L'opposant Jean Fotso est arrivé hier. « Paul Biya, vous mentez », clame-t-il.", "il", "jean-fotso", "pronoun"),
    ("Jean Fotso est inquiet. Il répète que Louis Bwemba roule pour lui.", "lui", "jean-fotso", "pronoun"),
    ("L'armée togolaise, avec la coalition internationale, a lancé une opération.", "la coalition internationale",
     "coalition-internationale", "description"),
    ("Anna Diallo, ministre de l'Eau, a parlé. Le Ghana, selon son ministre de l'Eau, paiera.", "son ministre de l'Eau",
     "anna-diallo", "role"),
    ("Le Kazakhstan produit de l'uranium. Ce pays en exporte vers la Chine.", "Ce pays", "kz", "description"),
    ("Le Kazakhstan a signé avec la Chine un accord entre Pékin et cette ancienne république soviétique.",
     "cette ancienne république soviétique", "kz", "description"),
    ("L'UE se réunit. Son allié américain n'a pas été prévenu.", "Son allié américain", "us", "description"),
    ("Le président français Emmanuel Macron est inquiet. Son pays est isolé.", "Son pays", "fr", "description"),
    ("L'Américain Dan Homer a gagné. L'Américain est heureux.", "Américain", "dan-homer", "demonym"),
    ("Un des leaders de la CGT, Paul Morel, a démenti.", "Un des leaders de la CGT", "paul-morel", "description"),
    ("L'assaillant, Karim Sefri, a été arrêté.", "L'assaillant", "karim-sefri", "description"),
    ("Selon un policier, Paul Morel a pris la fuite.", "un policier", "policier", "description"),
    ("Paul Morel, un policier, deux passants sont blessés.", "un policier", "policier", "description"),
    ("La famille Morel a disparu avec Paul Morel.", "famille Morel", "famille-morel", "name"),
    ("Il a reçu le président de la chambre basse du Japon.", "le président de la chambre basse du Japon",
     "president-de-la-chambre-basse-du-japon", "role"),
    ("Le porte-parole de l'armée malienne a démenti.", "Le porte-parole de l'armée malienne",
     "porte-parole-de-l-armee-malienne", "role"),
    ("Bruno Le Roux, ministre français de l'Intérieur, a menti. Le ministre est parti.", "Le ministre", "bruno-le-roux", "role"),
    ("La France livre des armes à Kiev.", "Kiev", "ua", "metonymy"),
    ("Les pays hostiles à Moscou se réunissent.", "Moscou", "ru", "metonymy"),
    ("Le chanteur a donné un concert à Moscou.", "Moscou", "moscou", "name"),
    ("Un dénommé Kouassi Bra a été arrêté.", "Kouassi Bra", "kouassi-bra", "name"),
    ("Saran (Loiret) attend Omar Ba.", "Saran", "saran", "name"),
    ("Trente combattants rebelles sont morts. Ils fuyaient Al-Qaïda. Le groupe extrémiste avance.", "Le groupe extrémiste",
     "al-qaida", "description"),
    ("Amadou Koné est nommé. A. Koné a remercié ses amis.", "A. Koné", "amadou-kone", "name"),
    ("Côte d'Ivoire : un décret. Le président de la République a signé.", "Le président de la République",
     "alassane-ouattara", "role"),
    ("Rosatom bâtira la centrale. Le groupe russe a été choisi lundi.", "Le groupe russe", "rosatom", "description"),
    ("Deux Kényans ont été arrêtés lundi.", "Deux Kényans", "kenyans", "demonym"),
    ("L'attaque a tué quatre Kényans et un Ghanéen.", "un Ghanéen", "ghaneen", "demonym"),
    ("Les trois Kényans ont été libérés.", "Les trois Kényans", "kenyans", "demonym"),
    ("Abdou Morel a menti. Le président Morel a été hué.", "président Morel", "abdou-morel", "name"),
    ("Anatole France est lu à Dakar. La France a protesté.", "France", "fr", "name"),
    ("Omar Ba a gagné. Il est le plus jeune président du Wadaï.", "le plus jeune président du Wadaï", "omar-ba", "role"),
    ("Anne Morel, ministre de l'Éducation nationale, part. La ministre de l'Éducation est lasse.",
     "La ministre de l'Éducation", "anne-morel", "role"),
    ("Anne Morel est partie. Le juge lui a donné dix jours.", "lui", "anne-morel", "pronoun"),
    ("Le sénateur PS Paul Morel a démenti. Le sénateur est furieux.", "Le sénateur", "paul-morel", "role"),
    ("L'administration Morel a menti.", "L'administration Morel", "administration-morel", "description"),
    ("Le proviseur a calmé les élèves.", "Le proviseur", "proviseur", "description"),
    ("Jean Ba, ministre de la Justice, part. L'ex-ministre de la Justice est las.", "L'ex-ministre de la Justice", "jean-ba",
     "role"),
    ("Le Parlement de Londres (Royaume-Uni) a voté.", "Parlement de Londres", "parlement-de-londres", "name"),
]  # fmt: skip


def test_an_adjective_is_nobody() -> None:
    record = depeche.read("Le Hamas renonce à la lutte armée. Une intervention armée de Paris est exclue.")
    assert [mention.text for mention in record.mentions] == ["Hamas", "Paris"]


@pytest.mark.parametrize(("text", "passage", "actor", "via"), READINGS, ids=[row[1] + "=" + row[2] for row in READINGS])
def test_reading(text: str, passage: str, actor: str, via: str) -> None:
    found = [item for item in depeche.read(text, published="2024-11-27").mentions if item.text == passage]
    assert found, mentions(text)
    assert (found[-1].actor, found[-1].via) == (actor, via)


def test_they_are_the_two_who_were_the_subject() -> None:
    text = "Les sénateurs ont siégé. Jean Girier et Luc Fratacci ont défendu Paul Morel. Ils ont été mis en difficulté."
    found = next(item for item in depeche.read(text).mentions if item.text == "Ils")
    assert found.members == ("jean-girier", "luc-fratacci")


NONE = [
    ("Il y a trois ans, il fallait attendre.", ("Il", "il")),
    ("Il s'agit d'un accord.", ("Il",)),
    ("La défense des droits de l'homme recule.", ("l'homme", "homme")),
    ("Le Boeing 737 s'est posé le 3 mai 2024.", ("Boeing 737", "3 mai 2024")),
    ("L'armée russe avance.", ("russe",)),
    ("Selon un nouveau bilan, le séisme a fait 40 morts.", ("un nouveau bilan",)),
    ("L'Otan salue la société publique Belmarok.", ("la société publique",)),
    ("Le groupe État islamique a frappé.", ("Le groupe",)),
    ("L'ONU condamne l'organisation « État islamique ».", ("l'organisation",)),
    ("La vallée de l' Euphrate est calme.", ("vallée de l",)),
    ("La plupart des témoignages affirment que la police a tiré.", ("La plupart des témoignages",)),
    ("Un Français sur deux est inquiet.", ("Un Français", "Français")),
    ("La garde à vue de Paul Morel a été prolongée.", ("La garde",)),
    ("Le mode est celui employé à Dakar.", ("employé",)),
    ("Omar Ba est inquiet. L'attentat est ancien. Il avait fait 29 morts.", ("Il",)),
    ("Omar Ba est inquiet. La loi est ancienne. Elle a été votée lundi.", ("Elle",)),
    ("Les photos de 2009 montrent que la foule était plus dense.", ("Les photos", "Les photos de 2009")),
    ("Le patron est soupçonné par le fisc japonais d'avoir menti.", ("le fisc japonais d'",)),
    ("L'élection d'Omar Ba à la présidence de la CGT a surpris.", ("la présidence de la CGT",)),
    ("La situation laisse présager une crise.", ("La situation",)),
    ("Les auditions ont révélé que la police avait menti.", ("Les auditions",)),
    ("Aucun groupe n'a revendiqué l'attaque.", ("Aucun groupe n'", "Aucun groupe")),
    ("Le Dow Jones a perdu 3 %.", ("Dow Jones",)),
    ("Le pays a vécu trente ans sous ce régime.", ("ce régime", "régime")),
    ("Le pays reste sous l'état d'urgence.", ("l'état d'urgence", "l'état")),
    ("L'Italien Carlo Motta a gagné.", ("Italien",)),
    ("Il a fallu appeler les pompiers.", ("Il",)),
    ("Aucun policier n'a été blessé.", ("Aucun policier", "policier")),
    ("L'avion est tombé. Il s'est disloqué.", ("Il",)),
    ("RÉCAPITULATIF. Le Bénin a payé deux millions de francs CFA.", ("RÉCAPITULATIF", "CFA")),
    ("Les Philippines ont un vaccin. Il a été décidé d'attendre.", ("Il",)),
    ("Une grue est tombée en pleine rue à New York.", ("rue à New York",)),
    ("Une manifestation anti-Trump a dégénéré.", ("anti-Trump",)),
    ("L'escalade sur les droits de l'homme entre Pierre Nkuru et l'ONU s'aggrave.", ("l'homme",)),
    ("Le blocus prend le pays en otage, une prise d'otages dit-il.", ("otages",)),
]


@pytest.mark.parametrize(("text", "passages"), NONE)
def test_no_mention(text: str, passages: tuple[str, ...]) -> None:
    assert not {passage for passage, _ in mentions(text)} & set(passages)


def test_two_leaders_are_their_members() -> None:
    text = "Le président kazakh Kassym-Jomart Tokaïev a reçu Vladimir Poutine. Les deux dirigeants ont signé un accord."
    found = next(item for item in depeche.read(text).mentions if item.text == "Les deux dirigeants")
    assert (found.actor, found.members) == (None, ("kassym-jomart-tokaiev", "vladimir-poutine"))


def test_the_several_are_the_same_again_and_of_their_kind() -> None:
    text = "Le Togo et le Bénin se querellent. Paris appelle les deux alliés du Niger au calme. Les deux pays négocient."
    found = {item.text: item.members for item in depeche.read(text, published="2024-11-27").mentions}
    assert found["les deux alliés du Niger"] == found["Les deux pays"] == ("tg", "bj")


def test_the_kin_of_somebody_are_others_than_those_named() -> None:
    text = "Omar Ba a vu Luc Mba et Jean Okemba mardi. Ses trois fils ont été arrêtés."
    found = {item.text: item.actor for item in depeche.read(text, published="2024-11-27").mentions}
    assert found["Ses trois fils"] == "fils"


def test_scots_are_not_the_state_that_they_live_in() -> None:
    record = depeche.read("Le gouvernement écossais réclame un vote à Londres.", published="2024-11-27")
    assert [mention.actor for mention in record.mentions if "gouvernement" in mention.text] == ["gouvernement-ecossais"]


def test_women_alone_are_elles() -> None:
    text = "Paul Morel a reçu Jean Fotso. Les pluies sont fortes. Elles cesseront."
    assert not [item for item in depeche.read(text).mentions if item.text == "Elles" and item.members]


def test_a_name_with_a_title_is_one_mention_and_a_role_in_commas_is_its_own() -> None:
    assert mentions("Le président russe Vladimir Poutine a parlé.") == [("Vladimir Poutine", "vladimir-poutine")]
    found = mentions("Le secrétaire général, Ban Ki-moon, a parlé.")
    assert found == [("Le secrétaire général", "ban-ki-moon"), ("Ban Ki-moon", "ban-ki-moon")]


def test_an_official_knows_his_country() -> None:
    record = depeche.read("Le ministre malien de la Défense, Oumar Traoré Keïta, a démissionné.", published="2024-11-27")
    assert {actor.id: actor.country for actor in record.actors}["oumar-traore-keita"] == "ml"


@pytest.mark.parametrize("text", ["", " \n", "\U0001f600" * 50, "le président", "a\x00b ONU", "de " * 3000, "il " * 3000])
def test_any_text_is_read(text: str) -> None:
    depeche.read(text)


def test_a_long_list_of_capitals_is_read() -> None:
    depeche.read("Paris et Moscou " * 2000)


def test_both_and_two_sides_stand_for_the_two_of_before() -> None:
    text = "Le président ouzbek a reçu jeudi son homologue turkmène. Tous deux ont signé un traité entre les deux voisins."
    found = {item.text: item.members for item in depeche.read(text).mentions}
    assert len(found["Tous deux"]) == 2
    assert found["les deux voisins"] == ("uz", "tm")
    floating = depeche.read("Aminata Sow et Jean Diallo ont tous deux démissionné lundi.").mentions
    assert [item.text for item in floating] == ["Aminata Sow", "Jean Diallo"]
    camps = depeche.read("Le JNIM et l'EIGS se disputent la zone. Les deux camps ont annoncé une trêve.").mentions
    assert camps[-1].members == ("jnim", "eigs")
    text = "Les combats entre l'armée et le M23 continuent. Le Kenya et le Togo parlent. L'ONU appelle les deux camps au calme."
    assert depeche.read(text).mentions[-1].members == ("armee", "m23")


def test_a_capital_after_a_comma_is_judged_by_its_own_verb() -> None:
    found = {item.text: item.via for item in depeche.read("Contrairement à Moscou, Pékin n'a pas réagi.").mentions}
    assert found == {"Moscou": "metonymy", "Pékin": "metonymy"}


def test_those_who_have_an_office_in_two_countries_are_two() -> None:
    text = "Les présidents russe et turc ont signé lundi un accord. Les deux chefs d'État se reverront."
    record = depeche.read(text, published="2024-11-27")
    several = [item.members for item in record.mentions if item.members]
    assert several == [("vladimir-poutine", "recep-tayyip-erdogan")] * 2


def test_counterparts_of_two_countries_are_two() -> None:
    record = depeche.read("Le président kazakh a reçu mardi ses homologues russe et turc.", published="2024-11-27")
    assert [item.members for item in record.mentions if item.members] == [("vladimir-poutine", "recep-tayyip-erdogan")]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Les ministres russe, turc et iranien de la Pêche ont signé.", ("russie", "turquie", "iran")),
        ("Les ministres de la Pêche russe, turc et iranien ont signé.", ("russie", "turquie", "iran")),
    ],
)
def test_those_of_an_office_in_three_countries_are_three(text: str, members: tuple[str, ...]) -> None:
    found = [item.members for item in depeche.read(text, published="2024-11-27").mentions if item.members]
    assert [tuple(name.split("-")[-1] for name in names) for names in found] == [members]


@pytest.mark.parametrize(
    ("text", "words", "members"),
    [
        ("Le Togo et le Bénin ont rompu. L'OEA demande aux deux pays de céder.", "deux pays", ("tg", "bj")),
        (
            "La junte et les rebelles ont rompu. Le Togo et le Bénin exhortent les belligérants à céder.",
            "les belligérants",
            ("junte", "rebelles"),
        ),
        ("Omar Ba et Jean Adjo se sont vus. Aucun des deux hommes n'a cédé.", "deux hommes", ("omar-ba", "jean-adjo")),
        ("La junte et les rebelles se parlent. Les deux camps ont cédé.", "Les deux camps", ("junte", "rebelles")),
    ],
)
def test_two_sides_are_those_last_told_together(text: str, words: str, members: tuple[str, ...]) -> None:
    assert {item.text: item.members for item in depeche.read(text).mentions}[words] == members


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Le ministre togolais par intérim, Jean Adjo, a démissionné.", "Le ministre togolais par intérim", "jean-adjo"),
        ("L'émissaire de l'ONU, le Ghanéen Kofi Adjo, est à Lomé.", "L'émissaire de l'ONU", "kofi-adjo"),
        ("Jean Adjo a vu son homologue kényan, Omar Ouko, à Lomé.", "son homologue kényan", "omar-ouko"),
        ("Le chef du Front du Nord (FDN), Ali Sow, a cédé.", "Le chef du Front du Nord", "ali-sow"),
        ("Invité par le roi Jean Adjo, le président ghanéen est arrivé.", "le président ghanéen", "john-dramani-mahama"),
    ],
)
def test_whose_role_a_name_beside_it_is(text: str, words: str, actor: str) -> None:
    found = {item.text: item.actor for item in depeche.read(text, published="2025-11-27").mentions}
    assert found[words] == actor


def test_who_attacks_is_the_group_not_those_to_whom_it_is_bound() -> None:
    record = depeche.read("Un groupe affilié à Al-Qaïda qui a attaqué un convoi lundi a fui.", published="2024-11-27")
    assert [event.actors for event in record.events if event.type == "ASSAULT"] == [("groupe-affilie-a-al-qaida",)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ce certain délai indique que rien ne presse.", None),
        ("Un pont a sauté, a dit une source sûre. Cette source ajoute que deux camions ont brûlé.", "source-sure"),
        ("Le président élu Oumar Diko a annoncé qu'il viendrait.", "oumar-diko"),
        ("L'agence de presse officielle KCNA a annoncé que l'essai était réussi.", "kcna"),
        ("La victoire face à Brest montre que l'équipe progresse.", None),
        ("Selon une information relayée lundi, le pont a sauté.", None),
        ("Selon un climatologue de Brest, la mer monte.", "climatologue-de-brest"),
    ],
)
def test_a_noun_that_nobody_bears_speaks_not(text: str, speaker: str | None) -> None:
    assert depeche.read(text).statements[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chaque candidat a eu dix minutes.", "Chaque candidat"),
        ("Rien ne précise que Jeanne Morvan est partie.", "Rien"),
        ("Le mouvement, FUW selon son acronyme, a nié.", "son acronyme"),
        ("Jeanne Morvan élue présidente du conseil", "élue"),
    ],
)
def test_nobody_is_no_mention(text: str, words: str) -> None:
    assert words not in [found for found, _ in mentions(text)]


def test_a_party_in_power_takes_up_no_other_body() -> None:
    found = dict(mentions("La Commission européenne menace l'Italie. La crise gagne le parti au pouvoir."))
    assert found.get("le parti") != "commission-europeenne"


@pytest.mark.parametrize(
    ("text", "is_somebody"),
    [
        ("Un homme est sorti d'une voiture devant la foule. Puis, il s'est fait exploser.", True),
        ("L'individu serait dément. Il a été interné dans le passé.", True),
        ("Le maire a vu le juge. Il y en a trois autres.", False),
        ("Le maire a vu le juge. Il est aussi conseillé d'attendre.", False),
        ("Le maire a vu le juge. Il en est de même à Lyon.", False),
    ],
)
def test_il_is_somebody_or_nobody(text: str, is_somebody: bool) -> None:
    assert any(item.via == "pronoun" for item in depeche.read(text).mentions) is is_somebody


def test_what_a_law_does_is_not_done_by_who_adopts_it() -> None:
    assert "Elle" not in dict(mentions("L'Assemblée a adopté la loi. Elle prévoit une amende."))
