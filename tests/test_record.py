"""The record refuses to contradict itself."""

import pytest
from pydantic import ValidationError

from depeche.errors import RecordError
from depeche.record import Actor, Document, Mention, Record, Sentence, Statement

DOCUMENT = Document(id="x", text="Paris dément.")
FRANCE = Actor(id="fr", name="France", kind="country", country="fr")


def test_a_sound_record_goes_out_and_comes_back() -> None:
    paris = Mention(start=0, end=5, text="Paris", kind="country", actor="fr", via="metonymy", why="metonymy")
    record = Record(document=DOCUMENT, sentences=(Sentence(start=0, end=13),), actors=(FRANCE,), mentions=(paris,))
    assert Record.from_json(record.to_json()) == record
    assert Record.from_json(record.to_json(indent=2)).to_json() == record.to_json()


@pytest.mark.parametrize("start, end, text", [(0, 5, "Pari"), (0, 4, "Paris"), (5, 5, ""), (20, 25, "Paris")])
def test_a_misquoted_span_is_refused(start: int, end: int, text: str) -> None:
    with pytest.raises(ValidationError, match="does not quote"):
        Record(document=DOCUMENT, mentions=(Mention(start=start, end=end, text=text, kind="place", via="name"),))


def test_a_span_outside_the_text_is_refused() -> None:
    said = Statement(start=0, end=5, text="Paris", segments=((0, 5),), mode="indirect", act="say", cue=(6, 99))
    with pytest.raises(ValidationError, match="is not in the text"):
        Record(document=DOCUMENT, statements=(said,))


def test_an_actor_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError, match="no actor has the id 'de'"):
        Record(document=DOCUMENT, mentions=(Mention(start=0, end=5, text="Paris", kind="place", via="name", actor="de"),))


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"document": {"id": "x"}}'])
def test_json_that_is_no_record(text: str) -> None:
    with pytest.raises(RecordError, match="not a record"):
        Record.from_json(text)
