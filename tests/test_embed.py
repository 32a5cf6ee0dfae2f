"""What the model sees beside the words: the kinds of name that our tables know, and each word once."""

import numpy as np
import pytest
from spacy.lang.fr import French
from thinc.api import Model

from depeche.embed import KINDS, gazetteer_embed, marked, unique_embed
from depeche.pipeline import load

TEXT = "Emmanuel Macron a parlé à Félix Tshisekedi de la Côte d’Ivoire, à Villard-de-Lans, selon Le Monde."


def seen(text: str) -> dict[str, set[str]]:
    """The kinds that each token begins, or (in brackets) goes on with."""
    doc = load().make_doc(text)
    kinds = [name for kind in KINDS for name in (kind, f"({kind})")]
    return {token.text: {kinds[i] for i in np.flatnonzero(row)} for token, row in zip(doc, marked(doc), strict=True) if row.any()}


@pytest.mark.parametrize(
    ("token", "kinds"),
    [
        ("Emmanuel", {"person", "first name"}),
        ("Macron", {"(person)", "surname"}),
        ("Côte", {"country"}),
        ("d’", {"(country)"}),
        ("Ivoire", {"(country)"}),
        ("Le", {"media"}),
        ("Monde", {"(media)"}),
    ],
)
def test_the_tables_know_a_passage_by_its_first_token_and_the_others(token: str, kinds: set[str]) -> None:
    assert seen(TEXT)[token] == kinds


def test_words_in_small_letters_and_words_of_no_table_are_not_marked() -> None:
    assert "monde" not in seen("Le monde a changé.")
    assert seen("Xyrbol et Quentavin discutent.") == {}


def test_training_hides_what_it_is_told_to_hide() -> None:
    doc = load().make_doc(TEXT)
    assert marked(doc, drop=1.0).sum() == 0


def test_a_word_of_a_batch_is_embedded_once_with_the_same_numbers() -> None:
    nlp = French()
    docs = [nlp.make_doc(text) for text in (TEXT, "Le Monde a parlé à Macron .", "")]
    calls: list[int] = []

    def forward(_: Model, texts: list, is_train: bool) -> tuple[list, object]:
        calls.append(sum(map(len, texts)))
        return [np.array([[token.norm, token.orth] for token in doc], dtype="f").reshape(len(doc), 2) for doc in texts], None

    plain: Model = Model("plain", forward, dims={"nO": 2})
    for once, every in zip(unique_embed(plain).predict(docs), plain.predict(docs), strict=True):
        assert np.array_equal(once, every)
    assert calls[0] < calls[1]


def zeros(_: Model, docs: list, is_train: bool) -> tuple[list, object]:
    return [np.zeros((len(doc), 96), "f") for doc in docs], None


def test_no_text_is_too_short() -> None:
    model = gazetteer_embed(Model("zeros", zeros, dims={"nO": 96}), 0.3)
    model.layers[1].initialize()
    nlp = French()
    assert [len(rows) for rows in model.predict([nlp.make_doc(""), nlp.make_doc("Mali")])] == [0, 1]
    assert model.predict([]) == []
