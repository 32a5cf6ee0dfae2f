"""Names: what the rules add to the model, and where a name begins and ends."""

import pytest
import spacy
from spacy.tokens import Doc, Span

import depeche
from depeche.pipes.names.document import agreed, short_forms, surnames
from depeche.pipes.names.edges import joined, trimmed
from depeche.pipes.names.heads import told
from depeche.pipes.names.own import labelled as own_labels
from depeche.pipes.names.parting import parted, widened
from depeche.pipes.names.patterns import addressed, joined_to_bracket, roads

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
