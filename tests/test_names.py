"""Names: what the rules add to the model, and where a name begins and ends."""

import pytest
import spacy
from spacy.tokens import Doc, Span

import depeche
from depeche.pipes.names.bodies import bodies
from depeche.pipes.names.document import agreed, short_forms, surnames
from depeche.pipes.names.edges import is_none, joined, trimmed
from depeche.pipes.names.growing import grown
from depeche.pipes.names.heads import led, quoted, told
from depeche.pipes.names.known import Gazetteer
from depeche.pipes.names.own import labelled as own_labels
from depeche.pipes.names.parting import parted, widened
from depeche.pipes.names.patterns import addressed, districts, expansions, fields, joined_to_bracket, roads

NLP = spacy.blank("fr")


def doc_with(words: list[str], *names: tuple[int, int, str], pos: dict[int, str] | None = None) -> tuple[Doc, list[Span]]:
    doc = Doc(NLP.vocab, words=words, pos=[(pos or {}).get(i, "NOUN") for i in range(len(words))])
    return doc, [Span(doc, start, end, label=label) for start, end, label in names]


def labelled(spans: list[Span]) -> list[tuple[str, str]]:
    return [(span.text, span.label_) for span in sorted(spans, key=lambda span: span.start)]


def test_a_number_word_after_a_known_name_is_not_of_it() -> None:
    record = depeche.read("La Libye a livré à la Grande-Bretagne deux de ses ressortissants.")
    assert ("Grande-Bretagne", "gb") in [(mention.text, mention.actor) for mention in record.mentions]


def test_a_title_and_a_demonym_are_no_part_of_a_person() -> None:
    _, (name,) = doc_with(["Président", "Chinois", "Xi", "Jinping"], (0, 4, "PER"))
    trim = trimmed(name)
    assert trim is not None and trim.text == "Xi Jinping"


def test_a_name_of_marks_is_none() -> None:
    _, (name,) = doc_with(["«", "»"], (0, 2, "ORG"))
    assert trimmed(name) is None


def test_a_name_goes_on_after_its_preposition() -> None:
    _, spans = doc_with(["Grand", "Prix", "de", "Monza"], (0, 3, "MISC"), (3, 4, "LOC"), pos={2: "ADP"})
    assert labelled(joined(spans)) == [("Grand Prix de Monza", "MISC")]


def test_a_road_is_a_place() -> None:
    doc, spans = doc_with(["l'", "A61", "est", "coupée"], (1, 2, "ORG"))
    assert labelled(roads(doc, spans)) == [("A61", "LOC")]


def test_the_noun_before_tells_what_a_name_is() -> None:
    doc, spans = doc_with(["la", "société", "Valdor", "et", "Valdor"], (2, 3, "LOC"), (4, 5, "LOC"))
    spans, labels = told(doc, spans)
    assert labelled(agreed(doc, spans, labels)) == [("Valdor", "ORG"), ("Valdor", "ORG")]


def test_a_short_form_is_what_its_name_is() -> None:
    doc, spans = doc_with(["Front", "uni", "(", "FU", ")", "puis", "FU"], (0, 2, "ORG"))
    assert labelled(short_forms(doc, spans)) == [("Front uni", "ORG"), ("FU", "ORG"), ("FU", "ORG")]


def test_a_surname_is_known_once_the_name_is_full() -> None:
    doc, spans = doc_with(["Jeanne", "Morvan", "parle", ".", "Morvan", "sort"], (0, 2, "PER"))
    assert labelled(surnames(doc, spans)) == [("Jeanne Morvan", "PER"), ("Morvan", "PER")]


@pytest.mark.parametrize(
    "name", ["Macron", "Zelensky", "Tshisekedi", "Tebboune", "JNIM", "M23", "Gazprom", "TotalEnergies", "CEDEAO"]
)
def test_names_of_today_are_known(name: str) -> None:
    found = [item for item in depeche.read(f"Selon nos informations, {name} a refusé lundi.").mentions if item.text == name]
    assert found and found[0].actor


def test_a_name_says_itself_what_it_is() -> None:
    words = ["Élection", "législative", ",", "Parti", "du", "Lac", ",", "Valdor", "SC", ",", "Antonov", "An-26"]
    doc, spans = doc_with(words, (0, 2, "ORG"), (3, 6, "LOC"), (7, 9, "LOC"), (10, 12, "PER"))
    assert [label for _, label in labelled(own_labels(doc, spans))] == ["MISC", "ORG", "ORG", "MISC"]


def test_a_person_is_no_part_of_the_town_before_him() -> None:
    doc, spans = doc_with(["la", "maire", "de", "Nantes", "Anne", "Morvan"], (3, 6, "LOC"))
    assert labelled(parted(doc, spans)) == [("Nantes", "LOC"), ("Anne Morvan", "PER")]


def test_a_capital_article_an_initial_and_a_street_belong_to_the_name() -> None:
    words = ["à", "La", "Sauvetat", ",", "E.", "Morvan", ",", "rue", "Jean", "Morvan"]
    doc, spans = doc_with(words, (2, 3, "LOC"), (5, 6, "PER"), (8, 10, "PER"))
    found = [("E. Morvan", "PER"), ("La Sauvetat", "LOC"), ("rue Jean Morvan", "LOC")]
    assert sorted(labelled(widened(doc, spans))) == found


def test_an_organisation_goes_on_up_to_its_acronym() -> None:
    words = ["Parti", "du", "droit", "et", "du", "progrès", "(", "ADP", ")"]
    doc, spans = doc_with(words, (0, 3, "ORG"), pos={3: "CCONJ", 4: "ADP", 6: "PUNCT"})
    assert labelled(joined_to_bracket(doc, spans)) == [("Parti du droit et du progrès", "ORG")]


def test_who_is_called_is_a_person() -> None:
    doc, spans = doc_with(["un", "certain", "Kerven", "et", "le", "dénommé", "Brac"])
    assert labelled(addressed(doc, spans)) == [("Kerven", "PER"), ("Brac", "PER")]


def test_a_known_name_is_longer_than_what_was_found_of_it() -> None:
    doc, spans = doc_with(["sur", "France", "Info", "et", "en", "France"], (1, 2, "LOC"), (5, 6, "LOC"))
    assert labelled(Gazetteer(NLP).add(doc, spans)) == [("France Info", "ORG"), ("France", "LOC")]


def test_a_known_organisation_ends_before_its_complement() -> None:
    words = ["les", "Gilets", "jaunes", "du", "rond-point", "et", "l'", "Union", "africaine"]
    doc, spans = doc_with(words, (1, 5, "ORG"), (7, 9, "ORG"))
    assert labelled(Gazetteer(NLP).add(doc, spans)) == [("Gilets jaunes", "ORG"), ("Union africaine", "ORG")]


@pytest.mark.parametrize(
    ("words", "none"), [("Un Gilet jaune", True), ("trois Gilets jaunes", True), ("les Gilets jaunes", False)]
)
def test_one_of_a_group_is_no_name(words: str, none: bool) -> None:
    _, (name,) = doc_with(words.split(), (1, 3, "ORG"))
    assert is_none(name) is none


@pytest.mark.parametrize(("name", "label", "none"), [("Kazakh", "LOC", True), ("CDI", "ORG", True), ("Kazakhstan", "LOC", False)])
def test_a_demonym_or_a_noun_in_capitals_is_no_name(name: str, label: str, none: bool) -> None:
    _, (span,) = doc_with(["le", name], (1, 2, label))
    assert is_none(span) is none


def test_the_noun_before_makes_of_its_words_a_name() -> None:
    doc, spans = doc_with(["la", "tempête", "Ymer", "et", "l'", "émission", "«", "Paroles", "»", "du", "film", "de", "Morvan"])
    assert labelled(led(doc, spans)) == [("Ymer", "MISC"), ("Paroles", "MISC")]


def test_a_thing_has_a_persons_name_but_who_leads_one_is_a_person() -> None:
    words = ["la", "sonde", "Morvan", ",", "le", "chef", "d'", "orchestre", "Jean", "Morvan"]
    doc, spans = doc_with(words, (2, 3, "PER"), (8, 10, "PER"))
    assert labelled(told(doc, spans)[0]) == [("Morvan", "MISC"), ("Jean Morvan", "PER")]


def test_a_full_name_after_a_profession_is_a_person() -> None:
    doc, spans = doc_with(["la", "patineuse", "Akiko", "Morita", ",", "la", "députée", "LR"], (2, 4, "LOC"), (7, 8, "ORG"))
    assert labelled(told(doc, spans)[0]) == [("Akiko Morita", "PER"), ("LR", "ORG")]


def test_an_affair_a_station_and_a_hospital_go_with_their_name() -> None:
    words = ["l'", "affaire", "Morvan", ",", "gare", "de", "Valdor", ",", "hôpital", "Morvan", ",", "ville", "de", "Valdor"]
    doc, spans = doc_with(words, (2, 3, "PER"), (6, 7, "LOC"), (9, 10, "PER"), (13, 14, "LOC"))
    found = [("affaire Morvan", "MISC"), ("gare de Valdor", "LOC"), ("hôpital Morvan", "ORG"), ("Valdor", "LOC")]
    assert labelled(widened(doc, spans)) == found


def test_a_road_and_a_district_have_their_number() -> None:
    doc, spans = doc_with(["la", "RN", "20", ",", "le", "XIXe", "arrondissement", "de", "Paris"], (1, 2, "ORG"), (8, 9, "LOC"))
    assert labelled(districts(doc, roads(doc, spans))) == [("RN 20", "LOC"), ("XIXe arrondissement de Paris", "LOC")]


def test_a_ministers_field_in_capitals_is_an_organisation() -> None:
    words = ["ministre", "de", "l'", "Intérieur", ",", "ministre", "des", "Affaires", "sociales", ",", "ministre", "de", "santé"]
    doc, spans = doc_with(words, pos={8: "ADJ"})
    assert labelled(fields(doc, spans)) == [("Intérieur", "ORG"), ("Affaires sociales", "ORG")]


def test_the_last_word_and_hyphens_tell_what_a_name_is() -> None:
    words = ["Valdor", "Cup", ",", "Valdor", "Airlines", ",", "Bourg-sur-Valdor"]
    doc, spans = doc_with(words, (0, 2, "LOC"), (3, 5, "PER"), (6, 7, "PER"))
    assert [label for _, label in labelled(own_labels(doc, spans))] == ["MISC", "ORG", "LOC"]


@pytest.mark.parametrize(
    ("words", "label", "name"),
    [
        ("la chaîne France 2", "ORG", "France 2"),
        ("le groupe Canal +", "ORG", "Canal +"),
        ("planète Valdor b", "LOC", "Valdor b"),
        ("général de Morvan", "PER", "de Morvan"),
    ],
)
def test_what_belongs_to_a_name_stays(words: str, label: str, name: str) -> None:
    parts = words.split()
    _, (span,) = doc_with(parts, (len(parts) - 2, len(parts), label), pos={1: "ADP"} if label == "PER" else None)
    trim = trimmed(span)
    assert trim is not None and trim.text == name


def test_a_number_after_a_letter_is_a_road_only_with_its_article() -> None:
    doc, spans = doc_with(["A", "10", "heures", ",", "l'", "A", "10", "et", "la", "D1"])
    assert labelled(roads(doc, spans)) == [("A 10", "LOC")]


def test_a_swiss_is_no_country() -> None:
    _, (one,) = doc_with(["un", "Suisse"], (1, 2, "LOC"))
    _, (land,) = doc_with(["la", "Suisse", "vote"], (1, 2, "LOC"))
    assert is_none(one) and not is_none(land)


def test_a_group_and_a_pope_are_named_without_their_noun() -> None:
    doc, spans = doc_with(["le", "groupe", "État", "islamique", "et", "Facebook"])
    assert labelled(Gazetteer(NLP).add(doc, spans)) == [("État islamique", "ORG"), ("Facebook", "MISC")]


def test_a_name_goes_over_its_hyphens_back_to_its_noun_and_on_to_its_year() -> None:
    doc = Doc(
        NLP.vocab,
        words=["Valdor", "-", "Merles", ",", "Place", "de", "la", "Brèche", ",", "Coupe", "du", "monde", "de", "judo", "2031"],
        spaces=[False, False, False, True, True, True, True, False, True, True, True, True, True, True, False],
        pos=["PROPN"] * 15,
    )
    spans = [Span(doc, 0, 1, label="LOC"), Span(doc, 7, 8, label="PER"), Span(doc, 9, 12, label="MISC")]
    found = [("Valdor-Merles", "LOC"), ("Place de la Brèche", "LOC"), ("Coupe du monde de judo 2031", "MISC")]
    assert labelled(grown(doc, spans)) == found


def test_a_body_in_capitals_and_the_vote_of_a_country_are_names() -> None:
    words = ["le", "Sénat", "vote", ",", "le", "Parlement", "espagnol", ",", "l'", "élection", "présidentielle", "kazakhe"]
    doc, spans = doc_with(words, pos={2: "VERB", 6: "ADJ", 10: "ADJ", 11: "ADJ"})
    found = [("Sénat", "ORG"), ("Parlement espagnol", "ORG"), ("élection présidentielle kazakhe", "MISC")]
    assert labelled(bodies(doc, spans)) == found


def test_capitals_that_no_table_knows_are_an_organisation_and_a_film_is_found_only_as_a_name() -> None:
    doc, spans = doc_with(["l'", "UERTX", "dit", ",", "le", "film", "Valdor"], (1, 2, "LOC"))
    assert labelled(led(doc, own_labels(doc, spans))) == [("UERTX", "ORG")]


def test_a_number_is_part_of_a_road_and_of_a_product() -> None:
    _, (road, plane) = doc_with(["la", "RN", "20", "et", "un", "Boeing", "747"], (1, 3, "LOC"), (5, 7, "MISC"))
    assert [span.text for name in (road, plane) if (span := trimmed(name))] == ["RN 20", "Boeing 747"]


def test_an_organisation_in_small_letters_ends_at_its_preposition_and_a_place_does_not() -> None:
    words = ["conseil", "régional", "du", "Merlois", ",", "19e", "arrondissement", "de", "Valdor"]
    _, spans = doc_with(words, (0, 3, "ORG"), (3, 4, "LOC"), (5, 8, "LOC"), pos={2: "ADP", 7: "ADP"})
    found = [span.text for name in joined(spans) if (span := trimmed(name))]
    assert found == ["conseil régional", "Merlois", "19e arrondissement de Valdor"]


def test_a_time_zone_and_the_republic_of_a_title_are_no_names() -> None:
    words = ["procureur", "de", "la", "République", ",", "UTC+2", ",", "la", "République"]
    _, (title, zone, state) = doc_with(words, (3, 4, "LOC"), (5, 6, "ORG"), (8, 9, "LOC"))
    assert [is_none(name) for name in (title, zone, state)] == [True, True, False]


def test_one_hospital_of_a_town_is_no_name_and_a_verb_no_noun() -> None:
    words = ["un", "hôpital", "de", "Valdor", ",", "le", "front", "coupe", "le", "Merlois"]
    doc, spans = doc_with(words, (3, 4, "LOC"), (9, 10, "LOC"), pos={7: "VERB", 8: "DET"})
    assert labelled(widened(doc, spans)) == [("Valdor", "LOC"), ("Merlois", "LOC")]


def test_a_ministers_fields_are_one() -> None:
    doc, spans = doc_with(["ministre", "de", "la", "Culture", "et", "des", "Sports", ",", "Anne", "Morvan"], (8, 10, "PER"))
    assert labelled(fields(doc, spans)) == [("Culture et des Sports", "ORG"), ("Anne Morvan", "PER")]


def test_a_tail_that_is_a_name_of_its_own_is_not_joined() -> None:
    words = ["le", "Front", "Valdor", "et", "de", "l'", "Armée", "merloise", "(", "AM", ")"]
    doc, spans = doc_with(words, (1, 3, "ORG"), (6, 8, "ORG"), pos={3: "CCONJ", 4: "ADP", 5: "DET", 8: "PUNCT"})
    assert labelled(joined_to_bracket(doc, spans)) == [("Front Valdor", "ORG"), ("Armée merloise", "ORG")]


def test_a_name_that_is_whole_keeps_its_kind_before_its_acronym() -> None:
    doc, spans = doc_with(["Brevet", "d'", "Études", "Navales", "(", "BEN", ")"], (0, 4, "MISC"), pos={1: "ADP"})
    assert labelled(expansions(doc, spans)) == [("Brevet d' Études Navales", "MISC")]


def test_a_family_and_a_firm_are_not_the_person_of_their_name() -> None:
    words = ["Jeanne", "Morvan", "et", "la", "famille", "Morvan", ",", "les", "Morvan", ",", "la", "Morvan"]
    doc, spans = doc_with(words, (0, 2, "PER"), (11, 12, "ORG"))
    assert labelled(surnames(doc, spans)) == [("Jeanne Morvan", "PER"), ("Morvan", "ORG")]


def test_what_a_noun_quotes_is_a_name_whole() -> None:
    words = ["le", "collectif", "«", "Sécurité", "pour", "tous", "»", "et", "il", "dit", "«", "Paix", "pour", "tous", "»"]
    doc, spans = doc_with(words, (3, 4, "MISC"))
    assert labelled(quoted(doc, spans)) == [("Sécurité pour tous", "ORG")]


def test_a_name_that_begins_with_a_figure_is_longer_than_what_was_found_of_it() -> None:
    doc, spans = doc_with(["la", "21st", "Century", "Fox"], (2, 4, "PER"))
    assert labelled(Gazetteer(NLP).add(doc, spans)) == [("21st Century Fox", "ORG")]
