"""Violence, force, protest and retreat on news text: what tells none of them, and who is party to one."""

import pytest

import depeche

DAY = "2024-11-27"


def told(text: str) -> list[tuple[str, str, str, set[str], set[str]]]:
    """Each event: the word, the type, the status, the two sides."""
    events = depeche.read(text, published=DAY).events
    return [(event.text, event.type, event.status, set(event.actors), set(event.recipients)) for event in events]


@pytest.mark.parametrize(
    "text",
    [
        # accidents and nature kill too
        "Un grave incident a tué une centaine de voyageurs lorsque le train est tombé.",
        "Quatre rhinocéros ont été tués dans le parc.",
        "Le conducteur n'a pas été blessé.",
        "Les rafales ont atteint 150 km/h au large.",
        "L'indice recule, une explosion des ventes jamais vue depuis mai.",
        # a law, a plan, a problem is attacked with words
        "Le ministre attaque le modèle des plateformes.",
        "La mairie s'attaque aux discriminations.",
        "Il veut continuer le combat jusqu'au bout.",
        "La bataille juridique autour du terrain se termine.",
        # the other sense
        "La présidente élue sera investie le 20 janvier.",
        "Le tribunal de commerce a prononcé la liquidation de la compagnie.",
        "La fonderie a augmenté ses effectifs en mai.",
        "L'œuf est interdit au Chili depuis cet été.",
        "Trois stations de radio ont été fermées par l'ouragan.",
        "Des mineurs ont été tués par le grisou.",
        "La lumière de la supernova renseigne sur l'explosion et sur la température des explosions.",
        "La chenille s'est attaquée à la forêt de la Dent du Chat.",
        "La suspension de la cession du centre médical a été décidée.",
        "Les secouristes tentent de libérer deux survivants.",
        "Les pompiers ont évacué les habitants du village.",
        "Un tronçon de l'autoroute est paralysé aux États-Unis.",
        "Des captures d'écran du ministre circulent.",
        "L'accès à l'enseignement est permis par ce diplôme au Maroc.",
        "Inde : état d'alerte en raison d'un nuage toxique",
        "La mobilisation mondiale contre le virus a débuté.",
        "Le camion s'est couché sur la chaussée.",
        "La ville dut soumettre un plan à la préfecture.",
        "La préfète a révoqué le permis du navire.",
        "Les policiers sont arrivés vers trois heures.",
        "Le projet ne renforce pas la sécurité énergétique du pays.",
        "Un total de 64 vols ont été annulés lundi à l'aéroport de Lyon.",
        "Les ministres sont éliminés avec 18 % des voix.",
        "Deux habitants sont pris au piège dans des bâtiments.",
        "Zoé, une girafe de six ans, a été abattue par des braconniers.",
        "La ligue se heurte au silence du ministère.",
        "La passagère a été grièvement brûlée.",
        "Un cyclone frappe la côte, une frappe sans pitié.",
        "Un piéton a été écrasé par un mur.",
        "Deux jeunes lynx ont été relâchés.",
        "La violence des propos du ministre étonne.",
        "Une opération de vote par correspondance est en cours à Lomé.",
        "Le chauffeur fait partie des victimes.",
        "La firme a annoncé la reprise des livraisons de gaz au Kazakhstan.",
        "La mairie a lancé une opération de nettoyage contre la neige.",
        "La firme cherche à tuer l'application de sa rivale.",
        "L'institut retient la définition du chômage de la préfecture.",
        "Le blocage de la révision constitutionnelle continue.",
        "L'inspection générale a été saisie par le ministre.",
        "« Nous nous sommes arrêtés à Lomé », a dit le ministre.",
        "Des milliers de personnes ont dû évacuer les lieux.",
        "Les policiers ont frappé à la porte.",
        "Avant de se donner la mort, le tireur a fui.",
        "Après la retraite sportive de Kofi Adjo, le club a fermé.",
        "La plate-forme de rassemblement de l'opposition a choisi son chef.",
    ],
)
def test_no_violence_is_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Un combat a opposé l'armée aux rebelles dans le nord.", ("combat", "ASSAULT", "actual", {"armee", "rebelles"}, set())),
        ("La police a investi l'immeuble.", ("investi", "ASSAULT", "actual", {"police"}, set())),
        ("Les jihadistes sont repassés à l'offensive.", ("repassés", "ASSAULT", "actual", {"jihadistes"}, set())),
        # a head of a title is no party to what it tells
        ("Niger : un berger tué à coups de couteau à Agadez", ("tué", "ASSAULT", "actual", set(), {"berger"})),
        # a town of one's own country is not whom one attacks
        ("L'armée irakienne a lancé l'assaut sur Mossoul.", ("lancé", "ASSAULT", "actual", {"armee-irakienne"}, set())),
        ("Le convoi du ministre a essuyé des tirs dans le centre de Lomé.",
         ("essuyé", "ASSAULT", "actual", set(), {"convoi-du-ministre"})),
        # harm denied is not the attack denied
        ("L'attaque n'a fait aucun blessé.", ("attaque", "ASSAULT", "actual", set(), set())),
        # where one strikes is not against whom
        ("Le trafic est perturbé par une grève des contrôleurs en Suède.",
         ("grève", "PROTEST", "actual", {"controleurs"}, set())),
        # whose deed it is said to be; against whom it was
        ("Les rebelles pourraient être à l'origine de l'attaque.", ("attaque", "ASSAULT", "actual", {"rebelles"}, set())),
        ("Les députés ont imputé ce bombardement à l'armée.", ("bombardement", "ASSAULT", "possible", {"armee"}, set())),
        ("Le maire accuse les rebelles d'être responsables de l'attaque.", ("attaque", "ASSAULT", "actual", {"rebelles"}, set())),
        ("L'attentat commis contre Kofi Adjo a échoué.", ("attentat", "ASSAULT", "actual", set(), {"kofi-adjo"})),
        ("France : une personne blessée par un courrier piégé au siège du FMI",
         ("blessée", "ASSAULT", "actual", set(), {"personne"})),
        # an arrest that is announced is made
        ("Les autorités ont annoncé l'arrestation de deux suspects.",
         ("arrestation", "COERCE", "actual", {"autorites"}, {"suspects"})),
        # the name of a minister, not of whose minister he is
        ("L'ancien ministre de Jacques Chirac Nicolas Sarkozy, qui avait démissionné en mai, revient.",
         ("démissionné", "RETREAT", "actual", {"nicolas-sarkozy"}, set())),
        # another clause than the one that the noun stands in
        ("Alors que le couple présidentiel déjeunait, des manifestations ont eu lieu.",
         ("manifestations", "PROTEST", "actual", set(), set())),
        ("La mairie a décidé de fermer alors que 500 militaires sont déployés dans la région.",
         ("déployés", "MOBILIZE", "actual", {"militaires"}, set())),
        # what one averts or faces is another's; what one could do is done
        ("La police a déjoué un attentat.", ("attentat", "ASSAULT", "denied", set(), set())),
        ("Le Pakistan fait face depuis 2004 à une insurrection.", ("insurrection", "PROTEST", "actual", set(), {"pk"})),
        ("Les djihadistes ont pu facilement fuir la ville.", ("fuir", "RETREAT", "actual", {"djihadistes"}, set())),
        # for whom one marches, and against what
        ("La manifestation de soutien pour Kofi Adjo a rassemblé mille mineurs.",
         ("manifestation", "PROTEST", "actual", {"mineurs"}, set())),
        ("Des militants ont protesté contre les centrales en formant une chaîne traversant la Belgique.",
         ("protesté", "PROTEST", "actual", {"militants"}, set())),
        # what an act answers is another's
        ("Oslo a mené des raids contre Daech en représailles à l'attentat de Bergen.",
         ("attentat", "ASSAULT", "actual", set(), set())),
        # whom one has freed, his men had taken; he was accused of it
        ("Le Hamas a libéré deux otages, que ses hommes avaient emmenés à Gaza.",
         ("emmenés", "ASSAULT", "actual", {"hommes"}, {"otages"})),
        ("Kofi Adjo a accusé le régime d'avoir tiré sur les mineurs.", ("tiré", "ASSAULT", "possible", {"regime"}, {"mineurs"})),
        # whose arrest it is; the second half of a title; who strikes back
        ("Kofi Adjo a été relâché lundi. Son arrestation avait été condamnée par Oslo.",
         ("arrestation", "COERCE", "actual", set(), {"kofi-adjo"})),
        ("Burundi : le coup d'État a échoué, trois généraux arrêtés", ("arrêtés", "COERCE", "actual", set(), {"generaux"})),
        ("Mali : un Casque bleu marocain tué, la Minusca riposte", ("riposte", "ASSAULT", "actual", {"minusca"}, set())),
        ("L'armée a dépêché deux hélicoptères sur place.", ("dépêché", "MOBILIZE", "actual", {"armee"}, set())),
        # what is told of others by hearsay; what one does not rule out; a truce is broken
        ("La garde a tué des pirates, qui détiendraient cent marins.",
         ("détiendraient", "COERCE", "possible", {"pirates"}, {"marins"})),
        ("La Cédéao n'exclut pas une intervention armée contre la junte.",
         ("intervention", "ASSAULT", "possible", {"cedeao"}, {"junte"})),
        # what a neighbour is accused of; who a relative is about; who is taken to task for a crime
        ("Kinshasa accuse le Rwanda voisin de soutenir M. Adjo, ce que Kigali nie.",
         ("soutenir", "SUPPORT", "possible", {"rw"}, {"adjo"})),
        ("Trois gardes ont été blessés mardi à Lomé par des jeunes fidèles au président sortant Kofi Adjo, qui ont encerclé leur"
         " véhicule et y ont mis le feu.",
         ("encerclé", "COERCE", "actual", {"jeunes-fideles"}, set())),
        ("Des rebelles ont tué dix civils. Un garde a aidé les blessés. Ama Koffi a condamné ces meurtres.",
         ("condamné", "ACCUSE", "actual", {"ama-koffi"}, {"rebelles"})),
        # what doubts an attack in times of peace
        ("La vidéo montre l'attaque d'une équipe de médecins par des rebelles.",
         ("attaque", "ASSAULT", "actual", {"rebelles"}, {"equipe-de-medecins"})),
        ("Un garde a été tué et trois mineurs blessés par des rebelles.", ("tué", "ASSAULT", "actual", {"rebelles"}, {"garde"})),
        # who is so many years old is suspected, not his years
        ("La police a arrêté un Irakien de 29 ans suspecté de préparer un attentat.",
         ("attentat", "ASSAULT", "planned", {"irakien"}, set())),
        # one's own country is not whom one leaves alone
        ("L'armée irakienne quitte le nord de l'Irak.", ("quitte", "RETREAT", "actual", {"armee-irakienne"}, set())),
        # an army drives out, and is driven out
        ("Les forces spéciales ont chassé l'organisation terroriste de Jerablus.",
         ("chassé", "ASSAULT", "actual", {"forces-speciales"}, {"organisation-terroriste-de-jerablus"})),
        ("L'armée syrienne avait été expulsée de Palmyre en mai.", ("expulsée", "ASSAULT", "actual", set(), {"armee-syrienne"})),
        # the noun of an expression may be whom it is done to
        ("Les rebelles ont enlevé des journalistes.", ("enlevé", "ASSAULT", "actual", {"rebelles"}, {"journalistes"})),
        # another clause's subject
        ("Six personnes sont mortes lorsqu'au moins un individu a ouvert le feu.",
         ("ouvert", "ASSAULT", "actual", {"individu"}, {"personnes"})),
        # what one has no interest in; what is granted; a future that tells of the past
        ("Le Rwanda n'a aucun intérêt à tuer Kofi Adjo.", ("tuer", "ASSAULT", "denied", {"rw"}, {"kofi-adjo"})),
        ("Si Kofi Adjo a été libéré hier, l'inquiétude reste grande.", ("libéré", "RETREAT", "actual", set(), {"kofi-adjo"})),
        ("L'attaque aura donc fait trois morts.", ("attaque", "ASSAULT", "actual", set(), {"morts"})),
        # another clause's subject, and who only reports it
        ("Dix personnes sont mortes lorsqu'un individu s'est fait exploser.", ("fait", "ASSAULT", "actual", {"individu"}, set())),
        ("Le parquet confirme que les explosions sont des attentats et précise qu'elles ont fait dix morts.",
         ("explosions", "ASSAULT", "actual", set(), set())),
        # what is asked is sure, what was averted did not happen, what one should have done one has not
        ("Rien ne dit quand Kofi Adjo a été tué.", ("tué", "ASSAULT", "actual", set(), {"kofi-adjo"})),
        ("Un attentat déjoué à Lomé visait la campagne.", ("attentat", "ASSAULT", "denied", set(), set())),
        ("Kofi Adjo aurait dû démissionner.", ("démissionner", "RETREAT", "possible", {"kofi-adjo"}, set())),
        # a headline's bare participle; an infinitive that is undergone
        ("Tunis : Kofi Adjo reconnu coupable de fraude", ("reconnu", "SANCTION", "actual", set(), {"kofi-adjo"})),
        ("Les accords empêchent les rebelles d'être condamnés à des peines de prison.",
         ("condamnés", "SANCTION", "denied", set(), {"rebelles"})),
        ("À la suite de l'attentat dans une église, l'association décide de fermer.",
         ("attentat", "ASSAULT", "actual", set(), set())),
        # who is brought under it
        ("Les régions tenues par les séparatistes sont soumises à un blocus ukrainien.",
         ("blocus", "COERCE", "actual", {"ua"}, {"separatistes"})),
        # where it was done is no party
        ("La police turque a saisi deux tonnes de cannabis à bord d'un bateau près des côtes libyennes.",
         ("saisi", "COERCE", "actual", {"police-turque"}, set())),
        ("Le cargo a été arraisonné au large de Tobrouk (est de la Libye).", ("arraisonné", "COERCE", "actual", set(), set())),
        ("L'armée irakienne impose un siège à la ville de Falloujah.",
         ("impose", "COERCE", "actual", {"armee-irakienne"}, {"falloujah"})),
        # who only speaks of it, or was there; whose work it is; who died of it
        ("Deux témoins ont fait état de tirs contre la police.", ("tirs", "ASSAULT", "actual", set(), {"police"})),
        ("Le suspect a trouvé la mort lors du raid.", ("raid", "ASSAULT", "actual", set(), {"suspect"})),
        ("Cette explosion serait le fait d'un kamikaze.", ("explosion", "ASSAULT", "actual", {"kamikaze"}, set())),
        ("L'attentat a causé la mort de dix gendarmes.", ("attentat", "ASSAULT", "actual", set(), {"gendarmes"})),
        ("Mali : deux soldats périssent dans un attentat", ("attentat", "ASSAULT", "actual", set(), {"soldats"})),
        # a town only tells where the building is; who finds it hard to do it
        ("Un attentat a été commis contre un hôtel du centre de Mogadiscio.", ("attentat", "ASSAULT", "actual", set(), set())),
        ("La difficulté pour les troupes irakiennes de lutter contre les djihadistes est grande.",
         ("lutter", "ASSAULT", "actual", {"troupes-irakiennes"}, {"djihadistes"})),
        # it is forbidden to some whom nobody names
        ("Le texte interdit aux navires étrangers d'aider les réfugiés.", ("interdit", "COERCE", "actual", set(), set())),
        ("Le texte interdit aux organisations d'aider les réfugiés.", ("interdit", "COERCE", "actual", set(), {"organisations"})),
        # what stands with another verb, another noun's relative, a crowd that protests
        ("L'armée tire en direction de positions de Daech.", ("tire", "ASSAULT", "actual", {"armee"}, {"etat-islamique"})),
        ("Un raid a visé des habitants évacués de villes qui ont été assiégées par les rebelles.",
         ("assiégées", "COERCE", "actual", {"rebelles"}, set())),
        # the second of two verbs may carry the noun
        ("L'offensive a duré dix jours et a été menée par des rebelles tchadiens.",
         ("offensive", "ASSAULT", "actual", {"rebelles-tchadiens"}, set())),
        # the relative's antecedent and a coordination may be the subject that a frame asks for
        ("Des rebelles qui ont repris la ville de Goma ont fui.", ("repris", "ASSAULT", "actual", {"rebelles"}, set())),
        # who takes to the street to protest has protested
        ("Mille mineurs se sont réunis pour protester contre le Chili.",
         ("protester", "PROTEST", "actual", {"mineurs"}, {"cl"})),
    ],
)  # fmt: skip
def test_who_is_party_to_violence(text: str, event: tuple[str, str, str, set[str], set[str]]) -> None:
    assert event in told(text)


def test_a_vague_noun_points_back_only_to_what_was_told() -> None:
    assert told("Le chômage progresse, une explosion jamais vue. Une explosion a été filmée à la surface de l'astre.") == []
