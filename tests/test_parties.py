"""Who did it to whom, where words mislead: tellings that are not one event, towns that only name, who stands apart."""

import pytest

import depeche

DAY = "2024-11-27"


def sides(text: str, trigger: str) -> tuple[set[str], set[str]]:
    """The actors and recipients of the last event told by a word."""
    event = [event for event in depeche.read(text, published=DAY).events if event.text == trigger][-1]
    return set(event.actors), set(event.recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # who attacked is hit: another event
        ("Un attentat a visé un marché de Bamako. Les assaillants ont été abattus. L'attentat a fait dix morts.",
         "attentat", set(), {"ml"}),
        # of two attacks, the one that the same noun told
        ("Un attentat a visé le Togo. L'armée béninoise a attaqué le Niger. L'attentat a été condamné.", "attentat", set(), {"tg"}),
        # what a noun says itself is not what another told
        ("Le Tchad a attaqué le Soudan. Les affrontements entre éleveurs ont repris hier.", "affrontements", {"eleveurs"}, set()),
        # who was there is not who did it
        ("Le maire de Lomé, Kofi Adjo, a été blessé lors des attentats.", "attentats", set(), {"kofi-adjo"}),
        # a town that only names a text
        ("La Zambie a refusé au motif que les accords de Minsk sont caducs.", "refusé", {"zm"}, set()),
    ],
)  # fmt: skip
def test_who_is_party(text: str, trigger: str, actors: set[str], recipients: set[str]) -> None:
    assert sides(text, trigger) == (actors, recipients)
