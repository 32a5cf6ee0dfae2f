"""What we know of the world: countries, organisations, groups, firms, media, persons, holders of offices."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from depeche.lang import knowledge

NAMES = """
France|Russie|Ukraine|États-Unis|Etats-Unis|Chine|Royaume-Uni|Allemagne|Israël|Iran|Arabie saoudite
Émirats arabes unis|Qatar|Syrie|Liban|Irak|Turquie|Égypte|Algérie|Maroc|Tunisie|Libye|Mali|Niger|Burkina Faso|Tchad
Sénégal|Côte d’Ivoire|Côte d'Ivoire|Guinée-Bissau|RDC|Rwanda|Burundi|Soudan du Sud|République centrafricaine|Cameroun
Gabon|Nigeria|Bénin|Togo|Ghana|Éthiopie|Érythrée|Somalie|Kenya|Afrique du Sud|Mozambique|Kazakhstan|Ouzbékistan
Kirghizstan|Tadjikistan|Turkménistan|Azerbaïdjan|Arménie|Géorgie|Biélorussie|Moldavie|Corée du Nord|Corée du Sud
Taïwan|Birmanie|Viêt Nam|Nouvelle-Calédonie|Groenland|Kosovo|Sahara occidental|Hong Kong|Mayotte|Haïti|Venezuela|ONU
OTAN|UE|UA|OTSC|UEEA|CEI|OCS|BRICS|G7|G20|OPEP|OPEP+|AIEA|OMS|FMI|Banque mondiale|OMC|CPI|CIJ|CEDH|CJUE|OSCE|OCDE|BCE
BERD|CEDEAO|Cédéao|UEMOA|CEMAC|CEEAC|SADC|AES|IGAD|CIRGL|EAC|UMA|OHADA|BCEAO|BEAC|BAD|MONUSCO|MINUSCA|MINUSMA|FINUL
UNRWA|HCR|PAM|UNICEF|UNESCO|OCHA|GIEC|CICR|MSF|RSF|FIDH|HRW|Amnesty International|Ligue arabe|CCG|OCI|ASEAN|APEC
Commission européenne|Parlement européen|Conseil de sécurité|Frontex|Interpol|Mercosur|CELAC|CARICOM|ZLECAf
Conférence épiscopale nationale du Congo|JNIM|GSIM|EIGS|AQMI|État islamique|Daech|ISWAP|Boko Haram|Al-Qaïda|M23|AFC
FDLR|ADF|CODECO|Wazalendo|Chebab|FSR|FLA|MNLA|CMA|Africa Corps|Wagner|Hamas|Hezbollah|Houthis|Jihad islamique|PKK|YPG
FDS|HTS|Talibans|TTP|Polisario|FACT|CPC|Fano|FARC|ELN|Hayat Tahrir al-Cham|Hachd al-Chaabi|VDP|Kataëb Hezbollah
Gardiens de la révolution|Likoud|Rassemblement national|LFI|AfD|PASTEF|UDPS|ANC|Ennahdha|Rosatom|Gazprom|Rosneft
Novatek|Lukoil|KazMunayGas|KazAtomProm|Kazatomprom|Orano|TotalEnergies|EDF|Engie|Framatome|Eni|Shell|BP|ExxonMobil
Chevron|Equinor|Sonatrach|Sonelgaz|NNPC|SNIM|Somaïr|Perenco|Sonangol|SNPC|Gécamines|Glencore|Barrick Gold|Eramet
Rio Tinto|Saudi Aramco|ADNOC|QatarEnergy|Naftogaz|Energoatom|Socar|Petrobras|PDVSA|CNPC|Sinopec|CNNC|Cameco
Westinghouse|Samrouk-Kazyna|Nord Stream|Transneft|Airbus|Boeing|AFP|Reuters|Associated Press|Tass|TASS|RIA Novosti
Interfax|Kazinform|Tengrinews|APS|Anadolu|Xinhua|Chine nouvelle|Kyodo|Yonhap|KCNA|IRNA|Tasnim|Le Monde|Le Figaro|RFI
France 24|Jeune Afrique|Radio Okapi|BBC|CNN|New York Times|Financial Times|Al Jazeera|Der Spiegel|Bild|Haaretz
Mediapart|Ukrinform|Kommersant|Meduza|Macron|Emmanuel Macron|Jean-Noël Barrot|Sébastien Lecornu|Poutine
Vladimir Poutine|Lavrov|Sergueï Lavrov|Dmitri Peskov|Maria Zakharova|Zelensky|Volodymyr Zelensky|Volodymyr Zelenskyy
Zelenski|Andriï Sybiga|Loukachenko|Tokaïev|Kassym-Jomart Tokaïev|Nazarbaïev|Mirziyoïev|Chavkat Mirzioïev|Japarov
Sadyr Japarov|Rahmon|Emomali Rahmon|Serdar Berdimouhamedov|Aliev|Ilham Aliev|Pachinian|Nikol Pachinian|Zourabichvili
Maia Sandu|Erdogan|Recep Tayyip Erdogan|Hakan Fidan|Donald Trump|Joe Biden|Marco Rubio|Antony Blinken|J. D. Vance
Elon Musk|Keir Starmer|Friedrich Merz|Olaf Scholz|Giorgia Meloni|Pedro Sánchez|Viktor Orban|Donald Tusk|Robert Fico
Aleksandar Vucic|Ursula von der Leyen|Josep Borrell|Kaja Kallas|António Guterres|Mark Rutte|Rafael Grossi
Benyamin Netanyahou|Mahmoud Abbas|Bachar al-Assad|Ahmed al-Charaa|Khamenei|Massoud Pezeshkian|Mohammed ben Salmane
Abdel Fattah al-Sissi|Tebboune|Abdelmadjid Tebboune|Ahmed Attaf|Mohammed VI|Kaïs Saïed|Khalifa Haftar|Burhane
Assimi Goïta|Goïta|Ibrahim Traoré|Abdourahamane Tiani|Tiani|Mahamat Idriss Déby|Bassirou Diomaye Faye|Ousmane Sonko
Alassane Ouattara|Mamadi Doumbouya|Paul Biya|Oligui Nguema|Denis Sassou Nguesso|Touadéra|Tshisekedi|Félix Tshisekedi
Corneille Nangaa|Paul Kagame|Ndayishimiye|Museveni|William Ruto|Abiy Ahmed|Ramaphosa|Cyril Ramaphosa|Bola Tinubu
Xi Jinping|Wang Yi|Narendra Modi|Kim Jong-un|Sanae Takaichi|Shehbaz Sharif|Lula|Javier Milei|Nicolas Maduro
Claudia Sheinbaum|Mark Carney|Justin Trudeau|Léon XIV
"""
LIST = [name for name in re.split(r"[|\n]+", NAMES) if name.strip()]


def test_three_hundred_names_of_the_news_are_known() -> None:
    assert len(LIST) > 300
    assert [name for name in LIST if knowledge.named(name) is None] == []


def test_two_spellings_are_one_actor() -> None:
    for one, other in [
        ("Zelensky", "Volodymyr Zelenskyy"),
        ("Tokaiev", "Kassym-Jomart Tokaïev"),
        ("JNIM", "GSIM"),
        ("Cédéao", "CEDEAO"),
        ("KazAtomProm", "Kazatomprom"),
        ("Etats-Unis", "ÉTATS-UNIS"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("Daech", "État islamique"),
    ]:
        first, second = knowledge.named(one), knowledge.named(other)
        assert first and second and first.id == second.id, (one, other)


def test_ids_are_slugs_and_kinds_those_of_the_record() -> None:
    for known in [*knowledge.organisations().values(), *knowledge.persons().values()]:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", known.id) and known.id not in knowledge.countries(), known
        assert known.kind in ("organisation", "group", "person"), known
        assert known.country is None or known.country in knowledge.countries(), known


def test_a_person_is_no_organisation_and_no_country() -> None:
    for form, known in knowledge.persons().items():
        assert form not in knowledge.organisations(), (form, known.id)
        assert knowledge.country_named(form) is None, (form, known.id)


@pytest.mark.parametrize(
    ("form", "codes"),
    [
        ("nord-coréen", ["kp"]),
        ("sud-africaines", ["za"]),
        ("franco-allemand", ["fr", "de"]),
        ("russo-ukrainienne", ["ru", "ua"]),
        ("sino-américaines", ["cn", "us"]),
        ("américano-sud-coréens", ["us", "kr"]),
        ("néo-zélandais", ["nz"]),
        ("kirghizo-tadjike", ["kg", "tj"]),
        ("congolais", ["cd"]),
        ("vice-président", []),
        ("", []),
        ("-", []),
        ("--", []),
    ],
)
def test_compound_adjectives(form: str, codes: list[str]) -> None:
    assert knowledge.countries_of_adjective(form) == codes


@pytest.mark.parametrize(
    ("seat", "code"),
    [
        ("Kremlin", "ru"),
        ("Élysée", "fr"),
        ("Elysée", "fr"),
        ("Maison-Blanche", "us"),
        ("Maison Blanche", "us"),
        ("Bercy", "fr"),
        ("Matignon", "fr"),
        ("Quai d’Orsay", "fr"),
        ("Pentagone", "us"),
        ("Downing Street", "gb"),
        ("palais d'Etoudi", "cm"),
        ("Palais d’Etoudi", "cm"),
        ("Koulouba", "ml"),
        ("Aso Rock", "ng"),
        ("Bundestag", "de"),
        ("Akorda", "kz"),
        ("Kosyam", "bf"),
        ("palais de la Nation", "cd"),
    ],
)
def test_seats_of_power(seat: str, code: str) -> None:
    assert knowledge.country_of_seat(seat) == code


def test_two_hundred_and_fifty_countries_and_territories() -> None:
    assert len(knowledge.countries()) == 250
    assert knowledge.country_wikidata("fr") == "Q142"


def test_holders_follow_one_another() -> None:
    bodies = {known.id for known in knowledge.organisations().values()}
    for (office, country), rows in knowledge.holders().items():
        assert country in knowledge.countries() or country in bodies, country
        assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", row["start"]) for row in rows), (office, country)
        assert all(not row["until"] or row["start"] < row["until"] <= knowledge.LAST_DAY for row in rows), (office, country)
        assert all(a["until"] and a["until"] <= b["start"] for a, b in pairwise(rows)), (office, country)
        assert all(row["gender"] in ("m", "f") and row["source"] for row in rows), (office, country)


@pytest.mark.parametrize(
    ("office", "country", "day", "name"),
    [
        ("president", "kz", "2016-05-01", "Noursoultan Nazarbaïev"),
        ("president", "kz", "2024-11-27", "Kassym-Jomart Tokaïev"),
        ("president", "us", "2024-12-31", "Joe Biden"),
        ("president", "us", "2025-01-20", "Donald Trump"),
        ("premier-ministre", "fr", "2018-03-01", "Édouard Philippe"),
        ("premier-ministre", "fr", "2025-11-01", "Sébastien Lecornu"),
        ("premier-ministre", "de", "2025-06-01", "Friedrich Merz"),
        ("president", "ml", "2019-01-01", "Ibrahim Boubacar Keïta"),
        ("president", "ir", "2024-06-01", "Mohammad Mokhber"),
        ("president", "ma", "2020-01-01", "Mohammed VI"),
        ("president", "gb", "2023-01-01", "Charles III"),
        ("ministre-des-affaires-etrangeres", "ru", "2018-01-01", "Sergueï Lavrov"),
        ("ministre-des-affaires-etrangeres", "fr", "2015-01-01", "Laurent Fabius"),
        ("ministre-de-la-defense", "us", "2015-01-01", None),
        ("ministre-des-affaires-etrangeres", "ru", "2024-01-01", None),
        ("secretaire-general", "onu", "2016-12-31", "Ban Ki-moon"),
        ("secretaire-general", "onu", "2024-11-27", "António Guterres"),
        ("president", "fr", "2026-02-01", None),
        ("president", "fr", None, None),
        ("president", "it", "2014-05-01", None),
        ("dompteur", "fr", "2020-01-01", None),
    ],
)
def test_who_held_the_office_on_the_day(office: str, country: str, day: str | None, name: str | None) -> None:
    found = knowledge.holder_of(office, country, day)
    assert (found[0] if found else None) == name


@pytest.mark.parametrize(
    ("form", "country"),
    [
        ("France", "fr"),
        ("Paris", "fr"),
        ("Donetsk", "ua"),
        ("Kidal", "ml"),
        ("Goma", "cd"),
        ("Alep", "sy"),
        ("Lyon", "fr"),
        ("Khan Younès", "ps"),
        ("ASTANA", "kz"),
        ("Djibouti", "dj"),
        ("Nord-Kivu", "cd"),
        ("Crimée", "ua"),
        ("mer Rouge", None),
        ("Haut-Karabakh", "az"),
    ],
)
def test_a_place_knows_its_country(form: str, country: str | None) -> None:
    place = knowledge.place_named(form)
    assert place is not None and place.country == country
    assert place.lat is None or (-90 <= place.lat <= 90 and place.lon is not None and -180 <= place.lon <= 180)


def test_a_country_is_no_hamlet() -> None:
    for code, row in knowledge.countries().items():
        place = knowledge.place_named(row["name"])
        assert place is not None and place.country == code, code


def test_an_end_that_no_source_gives_is_the_last_state_that_names_the_holder() -> None:
    assert knowledge.holder_of("president", "sy", "2024-12-04") == ("Bachar al-Assad", "m")
    assert knowledge.holder_of("president", "sy", "2024-12-06") is None  # the next state names nobody
    assert knowledge.holder_of("premier-ministre", "sk", "2019-06-01") is None  # two states contradict each other
    assert knowledge.holder_of("premier-ministre", "fi", "2023-05-01") == ("Sanna Marin", "f")  # her successor was but chosen
