"""Where each sentence begins."""

import re

import pytest
import spacy
from spacy.language import Language

from depeche.errors import LexiconError
from depeche.pipes.sentences import Sentences
from depeche.pipes.tokens import LONGEST, BoundedTokenizer


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("fr")
    nlp.tokenizer = BoundedTokenizer(nlp)
    nlp.add_pipe("depeche_sentences")
    return nlp


def split(nlp: Language, text: str) -> list[str]:
    return [sent.text.strip() for sent in nlp(text).sents if sent.text.strip()]


@pytest.mark.parametrize(
    "text",
    [
        # names, civilities and initials hold together
        "Kassym-Jomart Tokaïev a reçu M. Poutine. | Mme. Diallo était là.",
        "Le Dr. J.-C. Morel et Mgr. Ndiaye sont reçus par George W. Bush. | Ils parlent.",
        "Il a choisi le plan B. | Le ministre a refusé.",
        "MM. Sall et Touré se sont vus. | Selon S. Keita, rien n'a changé.",
        # abbreviations before a figure, dates, decimals
        "Le texte (art. 12, p. 3) date du 3 nov. 2024. | L'article 4 suit.",
        "La hausse est de 3.5 % sur 7.500 km. | 12 villages sont touchés.",
        # marks inside and after quotations
        "« Non. | Nous restons », a dit le ministre.",
        "« Pourquoi ? » a-t-il demandé. | « Rien ! » | Il est parti.",
        "Il a dit : « Nous verrons. » | Le chef de l'État s'est tu.",
        "\"Nous verrons.\" | Le chef de l'État s'est tu.",
        "Ils parlent d'« alliance éprouvée » | Le président a souri.",
        "Il a évoqué le journal « Le Monde » et sa « une ».",
        "Que faire ?... | Attendre... puis partir.",
        "Il attend… | Puis il part.",
        # colon lines, datelines
        "RUSSIE: | Le président est arrivé.",
        "CÔTE D'IVOIRE : | Abidjan dément.",
        "ASTANA, 27 nov 2024 (Dépêche) - | Le président est arrivé.",
        "Il l'a dit : Paris dément.",
    ],
)
def test_sentences(nlp: Language, text: str) -> None:
    expected = text.split(" | ")
    assert split(nlp, text.replace(" | ", " ")) == expected


def test_paragraphs_and_headings(nlp: Language) -> None:
    text = "Mali : une attaque\n\nHuit soldats sont morts\nL'armée confirme\n\n\tBamako accuse.\n"
    assert split(nlp, text) == ["Mali : une attaque", "Huit soldats sont morts", "L'armée confirme", "Bamako accuse."]


def test_a_line_wrapped_by_a_program_is_no_boundary(nlp: Language) -> None:
    text = (
        "Le président de la République a reçu mercredi à Astana son homologue\n"
        "Kassym-Jomart Tokaïev pour une visite de deux jours consacrée surtout\n"
        "à l'énergie. Les deux dirigeants ont signé un accord sur le gaz et le\n"
        "Kazakhstan a confirmé ses livraisons de pétrole à travers la Russie et\n"
        "la mer Caspienne.\n"
    )
    assert len(split(nlp, text)) == 2


ODD = ["", " ", "\n\n", "...", "«", "a\u00a0b", "\x00\x01", "😀. 😀", "M.", "»»»\n«««", "\r\n\r\n.\r\n"]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_kept_whole(nlp: Language, text: str) -> None:
    assert "".join(sent.text_with_ws for sent in nlp(text).sents) == text


def test_a_long_line_takes_no_time_to_speak_of(nlp: Language) -> None:
    sentences = nlp.get_pipe("depeche_sentences")
    for unit in ("a", "A. ", "«", "» ", ". ", "\n", " \n", "A.", "...", "(", "RUSSIE "):
        text = (unit * 100_000)[:100_000]
        doc = sentences(nlp.make_doc(text))
        assert doc.text == text


def test_only_endless_runs_are_cut(nlp: Language) -> None:
    plain = "L'accord « gazier » (Alger-Abuja) : 4 128 km, https://example.org/" + "a" * 100 + "."
    assert [token.text for token in nlp.make_doc(plain)] == [token.text for token in spacy.blank("fr")(plain)]
    run = "Voir « " + "x" * 950 + "  fin."
    assert nlp.make_doc(run).text == run
    assert max(len(token) for token in nlp.make_doc(run)) == LONGEST


def test_a_word_cut_short_before_a_blank_is_one_token(nlp: Language) -> None:
    # As pages leave it whose links were taken out.
    words = [token.text for token in nlp.make_doc("Berne menace l' Italie et « l’ Autriche » d' embargo.")]
    assert words == ["Berne", "menace", "l'", "Italie", "et", "«", "l’", "Autriche", "»", "d'", "embargo", "."]


def test_a_wrong_rule_names_its_file(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "abbreviations.tsv").write_text("form\tbefore\nM\tany\n", encoding="utf-8")
    (tmp_path / "starters.tsv").write_text("form\nLe\n", encoding="utf-8")
    (tmp_path / "sentences.toml").write_text("[[rule]]\nid = 'a'\nkind = 'boundary'\npattern = '('\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=re.escape("sentences.toml")):
        Sentences(spacy.blank("fr"), "sentences", str(tmp_path))


def test_a_sentence_without_end_is_cut_after_a_mark(nlp: Language) -> None:
    doc = nlp("Paris, Kiev, " * 1_000 + "mot " * 1_000)
    assert max(len(sent) for sent in doc.sents) <= 301
    assert [sent[-1].text for sent in doc.sents][:5] == [","] * 5
