"""Who did it to whom, where words mislead: tellings that are not one event, towns that only name, who stands apart."""

import pytest

import depeche

DAY = "2024-11-27"


def sides(text: str, trigger: str) -> tuple[set[str], set[str]]:
    """The actors and recipients of the last event told by a word."""
    event = [event for event in depeche.read(text, published=DAY).events if event.text == trigger][-1]
    return set(event.actors), set(event.recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # who attacked is hit: another event
        ("Un attentat a visé un marché de Bamako. Les assaillants ont été abattus. L'attentat a fait dix morts.",
         "attentat", set(), {"morts"}),
        # of two attacks, the one that the same noun told
        ("Un attentat a visé le Togo. L'armée béninoise a attaqué le Niger. L'attentat a été condamné.", "attentat",
         set(), {"tg"}),
        # what a noun says itself is not what another told
        ("Le Tchad a attaqué le Soudan. Les affrontements entre éleveurs ont repris hier.", "affrontements", {"eleveurs"}, set()),
        # who was there is not who did it
        ("Togo : la maison de Kofi Adjo victime d'un acte de vandalisme", "acte", set(), {"kofi-adjo"}),
        ("La loi Adjo exige un vote. Les parents de Kofi Adjo ont porté plainte contre le Togo.", "porté",
         {"parents-de-kofi-adjo"}, {"tg"}),
        ("Le rédacteur en chef et un journaliste ont été libérés.", "libérés", set(), {"redacteur-en-chef", "journaliste"}),
        ("Le maire de Lomé, Kofi Adjo, a été blessé lors des attentats.", "blessé", set(), {"kofi-adjo"}),
        # who set the ambush, to whom a participle set off belongs, whose the march is
        ("Dix soldats ont été tués dans une embuscade tendue par des hommes armés.", "tués", {"hommes-armes"}, {"soldats"}),
        ("Le Togo demande à l'ONU de sanctionner la Zambie, accusée d'avoir triché.", "accusée", set(), {"zm"}),
        ("La répression d'une marche de l'opposition par la police a choqué.", "marche", {"opposition"}, set()),
        ("Le Hezbollah a tiré dix roquettes sur le nord d'Israël.", "tiré", {"hezbollah"}, {"il"}),
        ("Plus de deux cents lycéennes ont été enlevées par Boko Haram.", "enlevées", {"boko-haram"}, {"lyceennes"}),
        ("L'armée a bombardé des camps du PKK.", "bombardé", {"armee"}, {"pkk"}),
        # who bombs is told by `de`, where others died
        ("Sept civils ont péri dans un bombardement de l'Otan.", "bombardement", {"otan"}, {"civils"}),
        ("Vingt civils ont été tués dans un raid de l'aviation saoudienne.", "tués", {"aviation-saoudienne"}, {"civils"}),
        # a town that only names a text
        ("La Zambie a refusé au motif que les accords de Minsk sont caducs.", "refusé", {"zm"}, set()),
        # nobody is a party for standing behind the author of a passive, an infinitive, a verb or `dont`
        ("La marche a été interdite par le préfet de Lomé, qui a envoyé la police.", "interdite", {"prefet-de-lome"}, set()),
        ("Le Sénat chilien a approuvé un texte visant à corriger la loi signée par Pablo Soto.", "approuvé",
         {"senat-chilien"}, set()),
        ("Les accusations de l'Uruguay rappellent la somme remise à des miliciens.", "accusations", {"uy"}, set()),
        # who is to be joined is not asked
        ("La Confédération ouvrière appelle à rejoindre les mineurs.", "appelle", {"confederation-ouvriere"}, set()),
        # what is done beside an act is another's
        ("La Norvège a envoyé des vivres au Soudan et 25 pompiers étaient présents.", "envoyé", {"no"}, {"sd"}),
        # where one marches is not against whom
        ("Des centaines d'habitants ont bloqué la route au sud de Lomé.", "bloqué", {"habitants"}, set()),
        ("Des mineurs ont manifesté devant le ministère du Travail.", "manifesté", {"mineurs"}, {"ministere-du-travail"}),
        # who tries or means to do it, under a noun
        ("Le Tchad a échoué dans sa tentative d'attaquer le Niger.", "attaquer", {"td"}, {"ne"}),
        ("Le Ghana n'a aucune intention d'attaquer le Togo.", "attaquer", {"gh"}, {"tg"}),
        ("La police signale des appels à tuer des ministres.", "tuer", set(), {"ministres"}),
        # whom a blow hits
        ("Des assaillants ont ouvert le feu sur des passants.", "ouvert", {"assaillants"}, {"passants"}),
        ("Il y a au moins trois personnes tuées à Lomé.", "tuées", set(), {"personnes"}),
        ("Plus de 300 personnes ont été molestées par la police.", "molestées", {"police"}, {"personnes"}),
        ("Un tireur a pris deux personnes en otage.", "pris", {"tireur"}, {"personnes"}),
        ("L'attentat a fait deux morts et plus de 50 blessés.", "attentat", set(), {"morts", "blesses"}),
        ("L'attentat a fait deux morts parmi les fidèles.", "attentat", set(), {"fideles"}),
        ("Une attaque faisant dix morts a visé le marché.", "attaque", set(), {"morts"}),
        # who undergoes it
        ("Le ministre Kofi Adjo a été victime mardi de menaces de mort.", "menaces", set(), {"kofi-adjo"}),
        ("Deux ministres sont la cible de sanctions américaines.", "sanctions", {"us"}, {"ministres"}),
        ("Le Togo a été endeuillé par un attentat.", "attentat", set(), {"tg"}),
        # of whom a participle is said
        ("La chanteuse est morte assassinée à Lomé.", "assassinée", set(), {"chanteuse"}),
        ("Le député a été retrouvé égorgé.", "égorgé", set(), {"depute"}),
        ("Trois policiers sont morts, tués par des rebelles.", "tués", {"rebelles"}, {"policiers"}),
        ("La police a poursuivi le suspect, rapidement interpellé à Lomé.", "interpellé", set(), {"suspect"}),
        ("ONU : 2000 employés de l'organisation accusés de crimes.", "accusés", set(), {"employes-de-l-organisation"}),
        ("Les deux journalistes arrêtés lundi ont mangé.", "arrêtés", set(), {"journalistes"}),
        ("Deux ministres ont fait l'objet de sanctions de l'Union européenne.", "sanctions", {"union-europeenne"}, {"ministres"}),
        ("Condamné pour trafic, arrêté deux fois, Kofi Adjo vit à Lomé.", "Condamné", set(), {"kofi-adjo"}),
        # the name that says which body
        ("Elle est soutenue par l'organisation non gouvernementale Secours Lagune.", "soutenue", {"secours-lagune"}, set()),
        ("Un groupe jusque-là inconnu, les Lions du Darfour, a attaqué un convoi.", "attaqué", {"lions-du-darfour"}, {"convoi"}),
        # whose man he is
        ("Kofi Adjo, figure des mineurs, a condamné l'arrestation d'Ama Koffi.", "condamné", {"kofi-adjo"}, set()),
        ("Le journal rapporte les accusations du conseiller du président Kofi Adjo contre le Togo.", "accusations",
         {"conseiller-du-president-kofi-adjo"}, {"tg"}),
        # groups of two countries are countries only where they are a state's
        ("Les syndicats chiliens et péruviens ont condamné la Bolivie.", "condamné", {"syndicats-chiliens-et-peruviens"}, {"bo"}),
        ("Les forces chiliennes et péruviennes ont attaqué la Bolivie.", "attaqué", {"cl", "pe"}, {"bo"}),
        # of an offensive the complement does it, of an attack one that fights; else it suffers it
        ("Après l'offensive de Daech contre la police, Tunis est calme.", "offensive", {"etat-islamique"}, {"police"}),
        ("L'attaque des rebelles a échoué.", "attaque", {"rebelles"}, set()),
        ("L'attaque de la base de l'armée a échoué.", "attaque", set(), {"armee"}),
        ("L'attaque de policiers a été filmée.", "attaque", set(), {"policiers"}),
        ("L'invasion du Koweït a échoué.", "invasion", set(), {"kw"}),
        ("Un capitaine de police et sa femme ont été tués à Dakar.", "tués", set(), {"capitaine-de-police", "femme"}),
        # who is sent does it
        ("Le Kenya a nommé Kofi Adjo pour rencontrer Paul Durand.", "rencontrer", {"kofi-adjo", "paul-durand"}, set()),
        ("Kofi Adjo a fait l'objet d'une enquête de la police.", "fait", {"police"}, {"kofi-adjo"}),
        # where an attack was does not do it
        ("Danemark : une fusillade à Aarhus tue trois passants", "fusillade", set(), {"passants"}),
        ("La fusillade de Nantes a tué deux passants.", "fusillade", set(), {"passants"}),
        ("Selon Anne Kessler, ministre de la Justice, il s'agit d'un attentat.", "attentat", set(), set()),
        ("Trois bergers ont trouvé la mort au Niger dans une attaque.", "attaque", set(), {"bergers"}),
        ("Le raid a été condamné par des personnalités comme Paul Durand, Ama Koffi et Kofi Adjo.", "condamné",
         {"paul-durand", "ama-koffi", "kofi-adjo"}, set()),
        # a pronoun that only stresses a name; what a clause set off adds
        ("Varsovie, elle, a rappelé son ambassadeur à Minsk.", "rappelé", {"pl"}, {"by"}),
        ("Le maire a exprimé sa colère au personnel, qui a alerté la police.", "exprimé", {"maire"}, {"personnel"}),
        # some of a group; brackets in a list; who receives with whom
        ("Le parti recule. Deux de ses cadres ont été arrêtés.", "arrêtés", set(), {"cadres"}),
        ("Ama Koffi (ministre de l'Intérieur) et Kofi Adjo ont accusé le Togo.", "accusé", {"ama-koffi", "kofi-adjo"}, {"tg"}),
        ("La ministre Ama Koffi a reçu une délégation avec M. Adjo.", "reçu", {"ama-koffi", "delegation", "adjo"}, set()),
        # who died when it happened; a sect is the group that was named; points in an acronym
        ("Dix civils sont morts lorsqu'une explosion est survenue dans un bus.", "explosion", set(), {"civils"}),
        ("Boko Haram recule. Les otages étaient détenus par la secte.", "détenus", {"boko-haram"}, {"otages"}),
        ("L'O.N.U. a condamné le Togo.", "condamné", {"onu"}, {"tg"}),
        ("Quatre soldats ont été tués dans un attentat.", "tués", set(), {"soldats"}),
        # who suffered an attack is not who is condemned for it; `par` brings in who did it, `contre` does not
        ("Paris a condamné l'attentat commis contre Kofi Adjo.", "condamné", {"fr"}, set()),
        ("Paris a condamné l'attentat commis contre Kofi Adjo.", "attentat", set(), {"kofi-adjo"}),
        ("Vivement critiquée pour son retard, la ministre a démissionné.", "critiquée", set(), {"ministre"}),
        ("L'opposition s'est indignée de la mort d'Ama Koffi.", "indignée", {"opposition"}, set()),
        ("Une opération militaire a été menée par des rebelles à la frontière entre le Togo et le Bénin.", "opération",
         {"rebelles"}, set()),
        # a title, whose it is, and its name
        ("L'ancien ministre de Kofi Adjo Paul Durand, qui a démissionné en mai, est candidat.", "démissionné",
         {"paul-durand"}, set()),
        ("Lima a déploré le manque de sérieux des Chiliens.", "déploré", {"pe"}, {"cl"}),
        ("L'ONU a dénoncé la brutalité des soldats togolais.", "brutalité", {"soldats-togolais"}, set()),
        ("Le procureur a accusé Lima d'avoir armé des rebelles. Il leur est reproché d'avoir aidé le Chili.", "reproché", set(),
         {"rebelles"}),
        ("Un homme soupçonné du meurtre d'un juge a été arrêté.", "meurtre", {"homme"}, {"juge"}),
        ("Six soldats maliens ont été tués par un bombardement libyen en Syrie.", "tués", {"ly"}, {"soldats-maliens"}),
        ("L'attentat de Lima, qui a causé la mort de dix civils, a été revendiqué.", "attentat", set(), {"civils"}),
        ("Le Togo a annoncé l'annulation du sommet entre le Togo et le Ghana.", "annulation", {"tg"}, {"gh"}),
        ("Kofi Adjo, victime d'une tentative d'assassinat, accuse le Togo.", "tentative", set(), {"kofi-adjo"}),
        # who undergoes it is a thing: nobody else of the sentence stands for it
        ("La loi a été critiquée par le Pérou pour ses liens avec le Chili.", "critiquée", {"pe"}, set()),
        # before whom a complaint is laid, when something is denied, at whose wish or seat
        ("Le maire de Lomé a porté plainte contre le préfet auprès du procureur.", "porté", {"maire-de-lome"}, {"prefet"}),
        ("Le Togo a nié ces faits, jusqu'à ce que Mediapart les prouve.", "nié", {"tg"}, set()),
        ("Le Togo a demandé, à la demande du président du Kenya, une enquête.", "demandé", {"tg"}, set()),
        # who faces accusations, who is accused in a title, where no author is named
        ("L'Unicef fait face à des accusations de fraude.", "accusations", set(), {"unicef"}),
        ("YouTube : des vidéastes accusés de détournement de mineures", "accusés", set(), {"videastes"}),
        # a participle set off by a comma is said of who undergoes the one before
        ("Trois hommes ont été arrêtés, mis en examen et écroués.", "mis", set(), {"hommes"}),
        # whose support or help it is, before who carries it
        ("Le Kenya a reçu une lettre de soutien du Togo.", "lettre", {"tg"}, {"ke"}),
        ("Des accusations de violences à l'encontre de bergers ont surpris.", "accusations", set(), {"bergers"}),
        ("L'Académie a ouvert une enquête à la suite de plaintes contre Paul Sarr.", "ouvert", {"academie"}, {"paul-sarr"}),
        ("« La commission enquête sur le crash », selon une agence citée par Reuters.", "enquête", {"commission"}, set()),
        ("La CGT se réjouit, alors que la CFDT n'a pas appelé à la grève.", "réjouit", {"cgt"}, set()),
        # at whose wish something is done; what is said in spite of
        ("La coalition a frappé le port à la demande du Kenya.", "demande", {"ke"}, {"coalition"}),
        ("Des soldats togolais sont partis à la demande du Kenya.", "partis", {"soldats-togolais"}, set()),
        ("Malgré les critiques du Kenya, le Togo a signé.", "critiques", {"ke"}, {"tg"}),
        # of several, of bodies, a participle set off is said too
        ("Le Mali a suspendu RFI et France 24, accusées de mentir.", "accusées", set(), {"rfi", "france-24"}),
        ("Le Mali a suspendu l'ONG, accusée de mentir.", "accusée", set(), {"ong"}),
        # to whom an act is put down, past what it hit; whom help favours; who face each other, not where
        ("Dix soldats ont péri dans l'attaque d'un camp attribuée au JNIM.", "attaque", {"jnim"}, {"soldats"}),
        ("L'ONU a débloqué 50 millions d'euros d'aide en faveur des réfugiés au Tchad.", "débloqué", {"onu"}, {"refugies"}),
        ("Des combats ont opposé l'armée soudanaise au M23 à Khartoum.", "combats", {"armee-soudanaise", "m23"}, set()),
        ("Amnesty International demande la libération de Paul Sarr.", "demande", {"amnesty-international"}, set()),
        ("Le Bénin et le Togo ont annoncé leur retrait de la Cédéao.", "retrait", {"bj", "tg"}, {"cedeao"}),
        ("Des étudiants ont défilé pour réclamer la libération des opposants.", "défilé", {"etudiants"}, set()),
        # those between whom a text is that is signed
        ("Une trêve entre le Togo et le Kenya a été signée.", "signée", {"tg", "ke"}, set()),
        # help whose owner is said counts; whom it helps is who the clause is about
        ("Paul Sarr a été élu avec le soutien de Kofi Adjo.", "soutien", {"kofi-adjo"}, {"paul-sarr"}),
        ("La ville reste dépendante de l'aide du Togo.", "aide", {"tg"}, set()),
        # persons named after a group of them; what follows a cause is no party
        ("Deux hommes, Paul Sarr, 30 ans, et Kofi Adjo, ont été arrêtés.", "arrêtés", set(), {"paul-sarr", "kofi-adjo"}),
        ("Le Mali a critiqué les accords car ils sont défavorables au Togo.", "critiqué", {"ml"}, set()),
        # who is on a visit; nobody visits his own country
        ("Angela Merkel, en visite à Nairobi, a parlé.", "visite", {"angela-merkel"}, {"ke"}),
        ("Paul Sarr était en déplacement au Togo.", "déplacement", {"paul-sarr"}, {"tg"}),
        ("Emmanuel Macron, en déplacement à Lyon, a parlé.", "déplacement", {"emmanuel-macron"}, set()),
        # who was killed is not blamed
        ("Le maire de Nairobi s'est dit choqué par le meurtre de Paul Sarr.", "dit", {"maire-de-nairobi"}, set()),
        # with whose help; who gains by it; of whom a clause before its verb is said
        ("L'armée malienne a pris la ville avec le soutien du Togo.", "soutien", {"tg"}, {"armee-malienne"}),
        ("L'armée malienne avance grâce à l'aide du Togo.", "avance", {"armee-malienne"}, set()),
        ("Les insurgés ont obtenu l'aide du Togo.", "obtenu", {"tg"}, {"insurges"}),
        ("Après avoir nié les faits, Paul Sarr, ancien élu, a avoué.", "nié", {"paul-sarr"}, set()),
        ("Elle est accusée de fraude.", "accusée", set(), set()),
        ("Paul Sarr et sa femme accusés de fraude", "accusés", set(), {"paul-sarr", "femme"}),
        ("Le Togo a porté plainte à l'encontre du Kenya.", "porté", {"tg"}, {"ke"}),
        # who makes what says it
        ("L'Unesco a voté une résolution rejetant la souveraineté du Togo.", "rejetant", {"unesco"}, {"tg"}),
        ("Le Kenya a publié un communiqué condamnant le Togo.", "condamnant", {"ke"}, {"tg"}),
        # who would gain by what is asked for
        ("Le Togo a demandé la hausse des salaires des infirmières.", "demandé", {"tg"}, set()),
        # what stands past the turn of a sentence, where it is done
        ("Paul Sarr propose de voter la loi, même si le Togo hésite.", "propose", {"paul-sarr"}, set()),
        ("L'état d'urgence a été levé à Montréal.", "levé", set(), set()),
        ("Ce désastre est déploré par le Togo.", "déploré", {"tg"}, set()),
        ("La réforme du bail (partiellement) adoptée", "adoptée", set(), set()),
        ("Le Togo a tout avoué au cours d'un entretien avec Paul Sarr.", "entretien", {"tg", "paul-sarr"}, set()),
    ],
)  # fmt: skip
def test_who_is_party(text: str, trigger: str, actors: set[str], recipients: set[str]) -> None:
    assert sides(text, trigger) == (actors, recipients)


def test_an_attack_taken_up_has_parties_where_it_is_known_who_did_it_to_whom() -> None:
    told = "Le Mali est en deuil. Trois bergers ont été tués dimanche près de Gao lors d'un raid. {} a duré une heure."
    parties = {word: depeche.read(told.format(word)).events[-1].recipients for word in ("Le raid", "Ce raid")}
    assert parties == {"Le raid": (), "Ce raid": ("bergers",)}


def test_an_attack_lends_no_parties_to_one_of_another_name() -> None:
    fights = depeche.read("L'armée togolaise a bombardé les rebelles du Nord. Les combats ont duré une heure.", published=DAY)
    assert [event.actors for event in fights.events][1:] == [()]


@pytest.mark.parametrize(
    "text",
    [
        "L'Ukraine a reçu 31 chars Abrams neufs.",
        "La soirée, présentée par Kofi Adjo et Ama Koffi, a vu la victoire de Jean Morel.",
        "Un avion de la compagnie togolaise s'est écrasé en tentant d'atterrir au Ghana.",
        "Le ministre togolais se rendra à la convocation des juges.",
        "Les lois sont revues afin de garantir que les ouvriers soient payés.",
        "L'usine de Lomé, qui traite les ordures ménagères du Togo, a fermé.",
        "La firme a montré une bombe conventionnelle, jamais utilisée.",
        "En déplacement à Lomé, Kara poursuit sa série de défaites.",
        "Un hebdomadaire a présenté aux candidats dix propositions d'engagements.",
    ],
)
def test_nobody_is_party_to_what_is_no_act(text: str) -> None:
    assert depeche.read(text, published=DAY).events == ()
