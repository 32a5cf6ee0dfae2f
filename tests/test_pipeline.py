"""Loading and reading from Python; each pipe in somebody's own pipeline; very long texts."""

import spacy

import depeche
from depeche.pipeline import PIECE, PIPES, load


def test_load_gives_a_language_with_our_pipes() -> None:
    nlp = load()
    assert [name for name in nlp.pipe_names if name.startswith("depeche_")] == [
        "depeche_sentences", *(f"depeche_{name}" for name in PIPES),
    ]  # fmt: skip
    assert [sent.text for sent in nlp("Paris dément. Moscou accuse.").sents] == ["Paris dément.", "Moscou accuse."]


def test_a_pipe_can_be_added_to_another_pipeline() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("depeche_sentences")
    nlp.add_pipe("depeche_times")
    doc = nlp.make_doc("Il est arrivé le 3 mars 2021.")
    doc._.published = "2021-03-10"
    assert [time.value for time in nlp(doc)._.times] == ["2021-03-03"]


def test_a_lone_surrogate_is_read_as_a_replacement_character() -> None:
    assert depeche.read("Paris \ud800 dément.").document.text == "Paris \ufffd dément."


def test_a_long_text_is_read_in_pieces_with_its_own_offsets() -> None:
    sentence = "Le 3 mars 2021, la Chine a accusé le Japon. "
    text = sentence * (PIECE // len(sentence) + 20)
    record = depeche.read(text, published="2021-03-10")
    assert len(record.sentences) == text.count(".")
    assert {time.value for time in record.times} == {"2021-03-03"}
    assert len(record.times) == len(record.sentences)
    assert record.times[-1].start > PIECE


def test_a_name_of_two_letters_is_no_country() -> None:
    """`ps` is Palestine's code, `rn` and `g7` nobody's."""
    record = depeche.read("Selon le président du RN, rien n'est fait. Le chef du G7 dément. Le PS aussi.", published="2024-11-27")
    assert [actor.id for actor in record.actors if actor.kind == "country"] == []
    assert "ps" not in [actor.id for actor in record.actors]


def test_names_that_overlap_are_one() -> None:
    assert [mention.text for mention in depeche.read("M. M. G0").mentions] == ["M. M. G0"]


def test_the_address_may_give_the_day() -> None:
    document = depeche.read("Paris dément.", url="https://site.example/2024/11/27/paris").document
    assert (document.published, document.published_from) == ("2024-11-27", "metadata")
    assert depeche.read("Paris dément.", url="https://site.example/20241399/paris").document.published is None
