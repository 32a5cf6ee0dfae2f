"""Our French model: what it is made of, and that it reads what the bare model misreads."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from depeche import model
from depeche.errors import ModelError


@pytest.fixture(scope="module")
def nlp() -> Language:
    return model.load_model()


def _subject(doc: Doc, cue: str) -> str | None:
    verb = next(token for token in doc if token.text == cue)
    return next((child.text for child in verb.children if child.dep_.startswith("nsubj")), None)


def test_loads_our_pipes_without_a_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        nlp = model.load_model()
    assert nlp.pipe_names == list(model.PIPES)
    assert nlp.vocab.vectors.shape == (20_000, 300)


def test_weights_stay_small() -> None:
    size = sum(path.stat().st_size for path in model.WEIGHTS.rglob("*") if path.is_file())
    assert size < 15_000_000


def test_names_keep_the_labels_of_the_bare_model(nlp: Language) -> None:
    assert set(nlp.get_pipe("ner").labels) == {"PER", "LOC", "ORG", "MISC"}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "cue", "subject"),
    [
        ("« Nous n'accepterons jamais cette décision », a déclaré vendredi le ministre kazakh.", "déclaré", "ministre"),
        ("« Le pont sera rouvert en mai », estime le maire de la ville.", "estime", "maire"),
        ("Le pont sera rouvert en mai, a-t-il ajouté.", "ajouté", "-il"),
        ("« Le pont sera rouvert en mai », souligne-t-elle.", "souligne", "-elle"),
        ("“Le pont sera rouvert en mai”, a indiqué à l’AFP un responsable local.", "indiqué", "responsable"),
    ],
)
def test_parenthetical_has_its_subject(nlp: Language, text: str, cue: str, subject: str) -> None:
    assert _subject(nlp(text), cue) == subject


def test_same_text_same_reading(nlp: Language) -> None:
    text = "ASTANA, 27 nov (AFP) - Le groupe Eni a signé un accord avec KazMunayGas.\n\nLes travaux dureront un an."
    first, second = nlp(text), model.load_model()(text)
    assert [(t.head.i, t.dep_, t.pos_) for t in first] == [(t.head.i, t.dep_, t.pos_) for t in second]
    assert [(e.text, e.label_) for e in first.ents] == [(e.text, e.label_) for e in second.ents]


def test_preset_boundaries_stay_in_force(nlp: Language) -> None:
    doc = nlp.make_doc("Le ministre est venu. \n\n Il repart lundi.")
    starts = {0, next(token.i for token in doc if token.text == "Il")}
    for token in doc:
        token.is_sent_start = token.i in starts
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    assert {sent.start for sent in doc.sents} == starts


def test_missing_weights_are_an_error_that_says_where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(model, "WEIGHTS", tmp_path)
    with pytest.raises(ModelError, match="reinstall depeche"):
        model.load_model()


def test_a_word_embedded_once_gives_the_same_numbers(nlp: Language) -> None:
    texts = ["M. Diallo a vu M. Sow  à l'aéroport.", "", "Sow", "Le maire dit « non », le préfet dit oui. Le maire part."]
    docs = [nlp.make_doc(text) for text in texts]
    once = nlp.get_pipe("tok2vec").model.get_ref("embed")  # type: ignore[attr-defined]
    plain = once.layers[0]
    for ours, theirs in zip(once.predict(docs), plain.predict(docs), strict=True):
        assert ours.shape == theirs.shape
        assert abs(ours - theirs).max(initial=0) < 1e-5
