"""Who did what to whom: parties by construction, status, word, time, place, toll, tellings, scales, the field's failures."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

import depeche
from depeche.cli import main
from depeche.lang import FRENCH
from depeche.lang.conjugation import forms
from depeche.pipes.events.frames import read_lexicon
from depeche.pipes.events.modes import read_modes
from depeche.pipes.events.scales import read_scales
from depeche.record import Event, Record

DAY = "2024-11-27"
MODES = {
    "CONSULT": {"visit", "third-party", "phone", "meet"},
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign", "return"},
    "ACCUSE": {"disapprove", "investigate", "allege"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber", "ban",
    },
    "ASSAULT": {
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack",
        "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    },
}  # fmt: skip


def rules() -> list[dict[str, object]]:
    return tomllib.loads((FRENCH / "events.toml").read_text(encoding="utf-8"))["rule"]


def read(text: str, published: str | None = DAY) -> Record:
    return depeche.read(text, published=published)


def the(text: str, type: str) -> Event:
    found = [event for event in read(text).events if event.type == type]
    assert len(found) == 1, [(event.text, event.type, event.why) for event in read(text).events]
    return found[0]


def sides(text: str, type: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    event = the(text, type)
    return event.actors, event.recipients


def test_there_are_900_triggers_of_every_type_and_mode() -> None:
    counts: Counter[str] = Counter()
    modes: dict[str, set[str]] = {}
    triggers = set()
    for rule in rules():
        for key in ("verbs", "phrases", "nouns", "adjectives"):
            for word in rule.get(key, ()):  # type: ignore[attr-defined]
                triggers.add((rule["type"], word))
                counts[str(rule["type"])] += 1
        if "mode" in rule:
            modes.setdefault(str(rule["type"]), set()).add(str(rule["mode"]))
    assert len(triggers) >= 900
    assert len(counts) == 16
    assert min(counts.values()) >= 20
    assert {type: found - modes.get(type, set()) for type, found in MODES.items()} == {type: set() for type in MODES}


def test_no_expression_stands_twice_in_one_rule_and_every_verb_can_be_conjugated() -> None:
    for rule in rules():
        for key in ("verbs", "phrases", "nouns"):
            words = list(rule.get(key, ()))  # type: ignore[call-overload]
            assert len(words) == len(set(words)), rule["id"]
        for verb in rule.get("verbs", ()):  # type: ignore[attr-defined]
            assert len(forms(verb.removeprefix("se ").removeprefix("s'"))) > 5, verb


def test_every_type_and_mode_has_its_scale() -> None:
    scales = read_scales(FRENCH)
    for rule in rules():
        assert (rule["type"], rule.get("mode", "")) in scales.rows
    assert len(set(scales.contexts.values())) == 38


@pytest.mark.parametrize(
    ("text", "type", "actors", "recipients"),
    [
        ("Paris et Berlin ont condamné Téhéran.", "ACCUSE", ("fr", "de"), ("ir",)),
        ("L'Iran, l'Irak et la Syrie ont condamné la Turquie.", "ACCUSE", ("ir", "iq", "sy"), ("tr",)),
        ("La Moldavie a été menacée par la Russie.", "THREATEN", ("ru",), ("md",)),
        ("L'invasion russe de l'Ukraine a surpris.", "ASSAULT", ("ru",), ("ua",)),
        ("L'invasion de l'Ukraine par la Russie a surpris.", "ASSAULT", ("ru",), ("ua",)),
        ("Le Japon a annoncé mardi avoir suspendu son aide au Mali.", "SANCTION", ("jp",), ("ml",)),
        ("La Chine a décidé de soutenir la Serbie.", "SUPPORT", ("cn",), ("rs",)),
        ("L'Iran, qui a attaqué Israël, se tait.", "ASSAULT", ("ir",), ("il",)),
        ("Le Qatar reste prudent en défendant le Soudan.", "SUPPORT", ("qa",), ("sd",)),
        ("La Chine observe, sans condamner la Russie.", "ACCUSE", ("cn",), ("ru",)),
        ("Le président kazakh, Kassym-Jomart Tokaïev, a félicité la Turquie.", "SUPPORT", ("kassym-jomart-tokaiev",), ("tr",)),
        ("Le Canada a condamné l'Iran. Il a expulsé deux diplomates iraniens.", "SANCTION", ("ca",), ("diplomates-iraniens",)),
        ("Les forces américaines et britanniques ont bombardé le Yémen.", "ASSAULT", ("us", "gb"), ("ye",)),
        ("Le Ghana et le Togo ont signé un traité.", "SUPPORT", ("gh", "tg"), ()),
        ("L'Inde a signé un traité avec le Népal.", "SUPPORT", ("in", "np"), ()),
        ("Un entretien entre Emmanuel Macron et Joe Biden a eu lieu.", "CONSULT", ("emmanuel-macron", "joe-biden"), ()),
        ("Emmanuel Macron a reçu Joe Biden à Paris.", "CONSULT", ("emmanuel-macron", "joe-biden"), ()),
        ("Les rebelles ont occupé le pont. La police les a dispersés.", "ASSAULT", ("police",), ("rebelles",)),
        ("Joe Biden est à Rome. L'opposition lui reproche d'avoir tardé.", "ACCUSE", ("opposition",), ("joe-biden",)),
        ("Le ministre s'est réfugié en Argentine, qui lui a accordé l'asile.", "AID", ("ar",), ("ministre",)),
        ("« L'armée nous a attaqués », raconte Luc Peeters.", "ASSAULT", ("armee",), ("luc-peeters",)),
        ("La Lituanie a déclaré persona non grata deux diplomates.", "SANCTION", ("lt",), ("diplomates",)),
        ("Des jeunes ont manifesté contre la présence militaire française.", "PROTEST", ("jeunes",), ("fr",)),
        ("La police a arrêté sept personnes.", "COERCE", ("police",), ("personnes",)),
        ("L'émir a été tué dans une embuscade attribuée aux rebelles.", "ASSAULT", ("rebelles",), ("emir",)),
        ("Le Mali a rappelé Issa Koné, son ambassadeur à Alger.", "SANCTION", ("ml",), ("dz",)),
        ("Les Serbes de Bosnie ont bombardé la Croatie.", "ASSAULT", ("serbes-ba",), ("hr",)),
        ("Le Kenya a condamné une attaque et exhorté le Mali à agir.", "ACCUSE", ("ke",), ()),
        ("La Russie accuse la Suède d'espionnage, ce que Stockholm nie depuis la guerre en Ukraine.", "REJECT", ("se",), ("ru",)),
        ("Un conflit qui a tué dix mille personnes prend fin.", "ASSAULT", (), ("personnes",)),
        ("L'a accusé mardi le ministre russe Sergueï Lavrov.", "ACCUSE", ("serguei-lavrov",), ()),
        ("Plus de mille mineurs boliviens ont été arrêtés par l'armée.", "COERCE", ("armee",), ("mineurs-boliviens",)),
        ("Des barrages ont été érigés par des pêcheurs à l'entrée du port.", "PROTEST", ("pecheurs",), ()),
        ("La mort de deux marins dans l'attaque de leur navire par des rebelles émeut.", "ASSAULT", ("rebelles",), ("marins",)),
        ("Des tirs israéliens ont fait six morts parmi les manifestants.", "ASSAULT", ("il",), ("manifestants",)),
        ("Les combats ont opposé lundi les rebelles à l'armée.", "ASSAULT", ("rebelles", "armee"), ()),
        ("Le retrait américain de l'Unesco est effectif.", "SANCTION", ("us",), ("unesco",)),
        ("Une marche a eu lieu à l'appel de l'opposition.", "PROTEST", ("opposition",), ()),
        ("L'Unesco a condamné « une opération lâche » et exhorté Tunis à agir.", "ACCUSE", ("unesco",), ()),
        ("Tchad : onze civils tués dans une frappe de drone, l'armée nie.", "REJECT", ("armee",), ()),
        ("Lima, dont mille soldats sont au Mali avec la Minusma, n'a pas encore condamné Rome.", "ACCUSE", ("pe",), ("it",)),
        ("Des milliers d'étudiants ont réclamé le retrait de la loi sur la police.", "REQUEST", ("etudiants",), ()),
        ("Le Gabon a réclamé devant l'Assemblée la levée de l'embargo.", "REQUEST", ("ga",), ()),
        ("À Naples, le Gabon a plaidé pour une trêve.", "REQUEST", ("ga",), ()),
        ("« Israël viole le droit », a dénoncé Ankara.", "ACCUSE", ("tr",), ("il",)),
        ("« C'est une honte », a dénoncé Ankara.", "ACCUSE", ("tr",), ()),
        ("L'opposition a manifesté lundi à Lomé. Le maire a interdit cette marche.", "COERCE", ("maire",), ("opposition",)),
        ("L'opposition a manifesté lundi à Lomé. Le maire a interdit la chasse.", "COERCE", ("maire",), ()),
        ("Le Sénat a reçu Paul Durand, accusé par l'opposition d'avoir triché.", "ACCUSE", ("opposition",), ("paul-durand",)),
        ("Tunis a menacé de fermer le port, mais Alger n'exclut pas un accord.", "THREATEN", ("tn",), ()),
        ("Tokyo a promis un prêt, alors que la Suède a pressé Lima de payer.", "AGREE", ("jp",), ()),
        ("Les rebelles se sont repliés vers la forêt, emmenant trois otages.", "RETREAT", ("rebelles",), ()),
        ("Le Pérou a rejeté les résultats, qui donnent la victoire à Emmanuel Macron.", "REJECT", ("pe",), ()),
        ("Des heurts ont opposé une centaine d'étudiants à la police.", "ASSAULT", ("etudiants", "police"), ()),
        ("Oslo se désengage de la mission de l'ONU au Mali.", "RETREAT", ("no",), ("minusma",)),
        ("Le parti Ennahdha, allié de la gauche, a critiqué l'Italie.", "ACCUSE", ("ennahdha",), ("it",)),
    ],
)  # fmt: skip
def test_parties_by_construction(text: str, type: str, actors: tuple[str, ...], recipients: tuple[str, ...]) -> None:
    assert sides(text, type) == (actors, recipients)


def test_the_two_leaders_are_the_two() -> None:
    text = "Emmanuel Macron a reçu Joe Biden à Paris. Les deux dirigeants se sont ensuite entretenus à huis clos."
    event = [event for event in read(text).events if event.type == "CONSULT"][-1]
    assert set(event.actors) == {"emmanuel-macron", "joe-biden"}


@pytest.mark.parametrize(
    ("text", "type", "status"),
    [
        ("La Turquie a attaqué la Syrie.", "ASSAULT", "actual"),
        ("Vladimir Poutine doit rencontrer Xi Jinping jeudi.", "CONSULT", "planned"),
        ("Le Premier ministre indien prendra part au sommet de l'Asean.", "CONSULT", "planned"),
        ("La Turquie attaquera la Syrie.", "ASSAULT", "planned"),
        ("La Turquie prévoit d'attaquer la Syrie.", "ASSAULT", "planned"),
        ("La Turquie aurait attaqué la Syrie.", "ASSAULT", "possible"),
        ("La Turquie pourrait attaquer la Syrie.", "ASSAULT", "possible"),
        ("La Turquie n'a pas attaqué la Syrie.", "ASSAULT", "denied"),
        ("La Turquie dément avoir attaqué la Syrie.", "ASSAULT", "denied"),
        ("La Turquie a refusé de condamner la Syrie.", "REJECT", "actual"),
        ("La Turquie ne reconnaît que le Nord, sans attaquer la Syrie.", "ASSAULT", "denied"),
        ("Des négociations entre l'Iran et l'Irak n'ont pas repris.", "CONSULT", "denied"),
        ("Même si elle est contestée par la Chine, la résolution tient.", "REJECT", "actual"),
    ],
)
def test_status(text: str, type: str, status: str) -> None:
    assert the(text, type).status == status


def test_an_event_in_a_statement_keeps_its_own_status_and_its_speaker() -> None:
    event = the("Selon Kiev, l'armée russe a bombardé un village ukrainien.", "ASSAULT")
    assert (event.status, event.said_by) == ("actual", "ua")


def test_time_is_the_events_own_and_never_the_publication_date() -> None:
    text = "La Turquie a attaqué la Syrie en mars 2020."
    event = the(text, "ASSAULT")
    assert event.time == "2020-03"
    assert event.time_span is not None
    assert text[slice(*event.time_span)] == "mars 2020"
    assert the("La Turquie a attaqué la Syrie.", "ASSAULT").time is None
    record = read("Mardi, le Kenya a reçu des fonds. La Turquie a attaqué la Syrie en 2019.")
    assert [event.time for event in record.events if event.type == "ASSAULT"] == ["2019"]


def test_the_time_of_a_condemnation_is_not_that_of_the_act() -> None:
    events = read("Paris a condamné mardi l'invasion russe de l'Ukraine.").events
    assert [(event.type, event.time) for event in events] == [("ACCUSE", "2024-11-26"), ("ASSAULT", None)]


def test_spans_of_a_later_piece_of_a_long_text_quote_it() -> None:
    text = "Il pleut sur la ville. " * 4500 + "Berlin a condamné l'Iran mardi."
    event = next(event for event in read(text).events if event.type == "ACCUSE")
    assert [text[slice(*span)] for span in event.party_spans] == ["Berlin", "Iran"]
    assert event.time_span is not None
    assert text[slice(*event.time_span)] == "mardi"


def test_why_shows_frame_and_words(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Paris a condamné l'Iran. Il pleut.", encoding="utf-8")
    result = CliRunner().invoke(main, ["read", str(path), "--why", "--published", DAY])
    assert result.exit_code == 0
    assert "accuse-denounce" in result.output
    assert "fr from « Paris »" in result.output
    assert "Il pleut" not in result.output
    assert CliRunner().invoke(main, ["read", str(path), "--why", "--format", "json"]).exit_code == 2


def test_place_by_attachment_else_none() -> None:
    assert the("Un attentat à Bagdad a tué trois soldats.", "ASSAULT").place == "bagdad"
    assert the("La Turquie a menacé la Syrie.", "THREATEN").place is None
    text = "Le calme règne à Bagdad. Des rebelles ont tué deux soldats.\n\nUn rebelle a tué un policier."
    assert [event.place for event in read(text).events] == ["bagdad", None]


def test_figures_of_the_clause() -> None:
    record = read("Un attentat à la bombe a fait 12 morts et 30 blessés à Bagdad.")
    event = next(event for event in record.events if event.type == "ASSAULT")
    assert event.dead is not None
    assert record.figures[event.dead].value == 12
    assert event.injured is not None
    assert record.figures[event.injured].value == 30


def test_one_event_told_twice_has_one_id_and_the_parties_of_both() -> None:
    text = "La Turquie a mené une attaque contre la Syrie lundi.\n\nL'attaque a surpris. L'Iran a arrêté deux journalistes."
    first, second = [event for event in read(text).events if event.type == "ASSAULT"]
    assert first.event == second.event
    assert (second.actors, second.recipients, second.time) == (("tr",), ("sy",), first.time)


def test_events_of_other_days_keep_their_ids_apart() -> None:
    text = "La Turquie a attaqué la Syrie lundi. La Turquie a attaqué la Syrie mardi."
    first, second = [event for event in read(text).events if event.type == "ASSAULT"]
    assert first.event != second.event


def test_scales_and_contexts() -> None:
    event = the("L'armée israélienne a bombardé le Liban.", "ASSAULT")
    assert (event.quad, event.score, event.cameo, event.goldstein) == (4, -9.5, "19", -10)
    assert "military" in event.contexts


def test_each_event_says_its_frame_and_the_words_of_its_parties() -> None:
    text = "Berlin a condamné l'Iran."
    event = the(text, "ACCUSE")
    assert event.why == "accuse-denounce"
    assert [text[slice(*span)] for span in event.party_spans] == ["Berlin", "Iran"]


@pytest.mark.parametrize(
    "text",
    [
        "Sa frappe enroulée a trompé le gardien.",
        "Le club attaque la saison avec ambition.",
        "L'enseigne lance une offensive commerciale avant Noël.",
        "La bataille des prix fait rage entre les hypermarchés.",
        "La crise cardiaque l'a emporté.",
        "Le film divise la critique.",
        "Le tribunal de commerce examine la vente.",
        "Le prince charmant arrive au château.",
        "Une vague de chaleur frappe le sud.",
        "L'équipe a rencontré des difficultés.",
    ],
)
def test_the_word_is_there_but_no_event(text: str) -> None:
    assert read(text).events == ()


class TestWhatTheFieldFailsAt:
    def test_petrarch_stamps_the_storys_date_on_every_event(self) -> None:
        times = [event.time for event in read("Le Mali a condamné le Niger. La Chine a condamné le Japon en 2012.").events]
        assert times == [None, "2012"]

    @pytest.mark.parametrize(
        ("name", "id"),
        [("Emmanuel Macron", "emmanuel-macron"), ("La CEDEAO", "cedeao"), ("Le M23", "m23"), ("Gazprom", "gazprom")],
    )
    def test_petrarch_does_not_know_who_acts_today(self, name: str, id: str) -> None:
        assert sides(f"{name} a condamné la Libye.", "ACCUSE")[0] == (id,)

    def test_universal_petrarch_invents_events(self) -> None:
        text = "Le Conseil municipal de Lyon a voté mardi un budget de deux millions. La piscine rouvrira en juin."
        assert len(read(text).events) <= 1

    def test_universal_petrarch_glues_actors(self) -> None:
        event = the("Le Brésil, l'Argentine et le Chili ont condamné le Venezuela.", "ACCUSE")
        assert event.actors == ("br", "ar", "cl")

    def test_universal_petrarch_counts_an_event_for_each_pair(self) -> None:
        text = "La France, l'Italie et l'Espagne ont condamné l'Iran, la Syrie et le Liban."
        assert len(read(text).events) == 1

    def test_universal_petrarch_takes_the_object_for_the_target(self) -> None:
        actors, recipients = sides("La France a envoyé des vivres au Soudan.", "AID")
        assert (actors, recipients) == (("fr",), ("sd",))

    def test_universal_petrarch_leaves_code_in_fields(self) -> None:
        record = read("La Croix-Rouge et l'ONU ont demandé l'aide du Japon.")
        known = {actor.id for actor in record.actors}
        assert all(set(event.actors) | set(event.recipients) <= known for event in record.events)

    def test_polecat_struggles_with_several_events_and_negation(self) -> None:
        text = "L'Iran n'a pas attaqué Israël. L'Iran pourrait condamner la Syrie. L'Iran a expulsé deux diplomates français."
        assert [(event.type, event.status) for event in read(text).events] == [
            ("ASSAULT", "denied"),
            ("ACCUSE", "possible"),
            ("SANCTION", "actual"),
        ]

    def test_gdelt_makes_three_events_of_three_places(self) -> None:
        text = "Un attentat à Bagdad a tué trois soldats. Les blessés ont été conduits à Bassora, puis à Mossoul."
        assert len([event for event in read(text).events if event.type == "ASSAULT"]) == 1

    def test_one_unresolvable_place_empties_nothing(self) -> None:
        text = "Une explosion à Xyzzyville a blessé un soldat. Un attentat à Bagdad a tué trois soldats."
        assert [event.place for event in read(text).events][-1] == "bagdad"

    def test_one_a_day_filters_merge_two_strikes_of_a_day(self) -> None:
        text = "La Turquie a bombardé un village en Syrie mardi. Mardi aussi, la Turquie a bombardé un camp en Irak."
        first, second = [event for event in read(text).events if event.type == "ASSAULT"]
        assert first.event != second.event


def test_the_lexicon_is_laid_out_by_first_word() -> None:
    lexicon = read_lexicon(FRENCH)
    assert {trigger.frame.type for trigger in lexicon.triggers["menacera"].all} == {"THREATEN"}
    assert any(trigger.rest for trigger in lexicon.triggers["mettre"].all)


@pytest.mark.parametrize(
    ("text", "trigger", "type", "mode"),
    [
        ("Paris réclame la libération des otages.", "réclame", "REQUEST", "yield"),
        ("L'opposition exige la démission du président.", "exige", "REQUEST", "change"),
        ("Bamako a demandé une aide d'urgence à l'ONU.", "demandé", "REQUEST", "assist"),
        ("Téhéran menace de fermer le détroit d'Ormuz.", "menace", "THREATEN", "restrict"),
        ("Le Tchad menace de rompre les relations avec le Soudan.", "menace", "THREATEN", "relations"),
        ("Kigali refuse tout dialogue avec les rebelles.", "refuse", "REJECT", "meet"),
        ("Moscou rejette ces accusations.", "rejette", "REJECT", None),
    ],
)
def test_the_mode_of_what_is_asked(text: str, trigger: str, type: str, mode: str | None) -> None:
    events = [(event.text, event.type, event.mode) for event in depeche.read(text).events]
    assert (trigger, type, mode) in events


def test_every_mode_that_words_tell_has_its_scale() -> None:
    rows = read_scales(FRENCH).rows
    assert {(type, mode) for (type, _), mode in read_modes(FRENCH).words.items()} <= set(rows)


@pytest.mark.parametrize(
    ("text", "type", "actors", "recipients"),
    [
        ("Ankara reproche à Stockholm d'abriter des militants kurdes.", "ACCUSE", ("tr",), ("se",)),
        ("Washington a exigé du Hamas qu'il renonce à la lutte armée.", "REQUEST", ("us",), ("hamas",)),
        ("Reçu à l'Élysée, le ministre kényan a remercié le Togo.", "CONSULT", ("ministre-du-kenya", "fr"), ()),
        ("Le rejet par Athènes du plan turc surprend.", "REJECT", ("gr",), ("tr",)),
        ("Le Kremlin s'en est pris mercredi au Danemark.", "ACCUSE", ("ru",), ("dk",)),
        ("Le Ghana a condamné l'assassinat d'un juge équatorien.", "ACCUSE", ("gh",), ()),
        ("Le candidat ghanéen a reçu le soutien de la Suède.", "SUPPORT", ("se",), ("candidat-du-ghana",)),
    ],
)
def test_parties_that_the_verb_or_the_head_of_the_sentence_names(
    text: str, type: str, actors: tuple[str, ...], recipients: tuple[str, ...]
) -> None:
    assert sides(text, type) == (actors, recipients)


def test_a_capital_takes_no_part_in_what_is_done_there_by_another() -> None:
    assert the("Le ministre kényan a été reçu à l'Élysée par Issa Koné.", "CONSULT").actors == ("issa-kone", "ministre-du-kenya")
    assert not [event for event in read("Saisie par Quito, la Cour se tait.").events if event.type == "ACCUSE"]


def test_who_sees_something_done_to_him_undergoes_it() -> None:
    found = depeche.read("Quatre diplomates se sont vu refuser l'entrée en Géorgie.").events
    assert [(event.type, event.actors, event.recipients) for event in found] == [("REJECT", (), ("diplomates",))]
    found = depeche.read("Trois journalistes se sont fait arrêter par la police à Conakry.").events
    assert [(event.type, event.actors, event.recipients) for event in found] == [("COERCE", ("police",), ("journalistes",))]


def test_what_que_takes_up_is_the_object() -> None:
    found = depeche.read("Le traité, que le Parlement doit encore ratifier, lie Paris et Berlin.").events
    assert [(event.text, event.type, event.status) for event in found] == [("ratifier", "SUPPORT", "planned")]
