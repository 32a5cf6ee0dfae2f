"""Actors: names, roles and their holders, nameless groups."""

import pytest

import depeche


def mentions(text: str, published: str | None = "2024-11-27") -> list[tuple[str, str | None]]:
    return [(item.text, item.actor) for item in depeche.read(text, published=published).mentions]


def test_role_is_resolved_by_date_or_stays_a_role() -> None:
    text = "Le président russe a rencontré hier à Paris les ministres de la région."
    assert ("Le président russe", "vladimir-poutine") in mentions(text)
    assert ("Le président russe", "president-de-russie") in mentions(text, "2026-03-01")


def test_surname_stands_for_the_full_name() -> None:
    found = mentions("Le président Emmanuel Macron est arrivé lundi. Macron a rencontré ses ministres dans la soirée.")
    assert [actor for text, actor in found if text.endswith("Macron")] == ["emmanuel-macron"] * 2


@pytest.mark.parametrize("text", ["", " \n", "\U0001f600" * 50, "le président", "a\x00b ONU", "de " * 3000, "il " * 3000])
def test_any_text_is_read(text: str) -> None:
    depeche.read(text)
