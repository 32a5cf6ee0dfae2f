"""Copies, rewrites, one story: what is judged, kept, overruled, compared and merged."""

import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import depeche
from depeche.cli import main
from depeche.record import Document, Record
from depeche.stories import Stories, check_story, compare, merge, stories
from depeche.stories.features import fingerprint, text_key, unpack
from depeche.stories.likeness import likeness
from depeche.stories.store import canonical

FIRST = """La mine de cuivre de Karaba a rouvert lundi 4 mars, vingt ans après sa fermeture,
a annoncé le préfet Arsène Duvallon.
Quelque 340 ouvriers, venus pour la plupart de Lagor, y travailleront dès cette semaine.
« Nous ne quitterons plus cette vallée », a déclaré Paul Moreau, président de la société Kuprum.
La reprise a coûté 52 millions d'euros, dont 18 millions versés par la région du Haut-Sirin.
Les écologistes de Terre-Vive dénoncent un danger pour la rivière Sova."""
UPDATE = FIRST + (
    " Le ministre Igor Santel se rendra sur place mercredi pour rencontrer les syndicats,"
    " qui demandent des masques et des douches."
)
CHANGED = FIRST.replace("ne quitterons plus", "quitterons").replace("340", "430").replace("Moreau", "Moraud")
REWRITE = """À Karaba, le cuivre coule à nouveau : le préfet Arsène Duvallon a donné lundi 4 mars le signal de la reprise,
deux décennies plus tard.
Ils sont 340, originaires de Lagor surtout, qui descendent au fond ces jours-ci.
Paul Moreau, patron de Kuprum, jure que son groupe restera.
Le chantier aura englouti 52 millions d'euros ; le Haut-Sirin en a payé 18.
L'association Terre-Vive craint pour les eaux de la Sova."""
OTHER = """Le festival de Brumont s'est achevé dimanche sur un concert de la chanteuse Anouk Delorme devant 12 000 spectateurs.
La pluie a forcé les organisateurs à annuler deux soirées. La prochaine édition aura lieu en juillet à Castelbas."""


def kept(*items: tuple[str, str]) -> Stories:
    found = Stories(sqlite3.connect(":memory:"))
    for id, text in items:
        found.add(Document(id=id, text=text, published="2024-03-04"))
    return found


def record(id: str, text: str) -> Record:
    return depeche.read(text, id=id, published="2024-03-04")


def kinds(found: Stories) -> dict[tuple[str, str], str]:
    return {(judgement.first, judgement.second): judgement.kind for judgement in found.judgements()}


def test_each_kind() -> None:
    found = kept(("a", FIRST), ("b", UPDATE), ("c", REWRITE), ("d", OTHER), ("e", FIRST.upper()), ("f", FIRST[:330]))
    assert kinds(found)["a", "b"] == "update"
    assert kinds(found)["a", "c"] == "rewrite"
    assert kinds(found)["a", "e"] == "identical"
    assert kinds(found)["a", "f"] == "copy"
    assert not [pair for pair in kinds(found) if "d" in pair]


def test_who_holds_whose_words() -> None:
    judgement = kept(("a", FIRST)).add(Document(id="b", text=UPDATE))[0]
    assert (judgement.held, judgement.holds < 1) == (1.0, True)


def test_a_known_address_and_a_new_text_under_a_known_id() -> None:
    found = Stories(sqlite3.connect(":memory:"))
    found.add(Document(id="a", text=FIRST, url="https://karaba.example/mine?utm_source=x"))
    assert found.add(Document(id="b", text=OTHER, url="http://www.karaba.example/mine/"))[0].kind == "identical"
    assert found.add(Document(id="a", text=FIRST)) == []
    again = found.add(Document(id="a", text=UPDATE))[0]
    assert (again.first, again.second, again.kind) == ("a", "a@2", "update")
    assert canonical("https://a.example/x?id=3&utm_medium=rss#haut") == "a.example/x?id=3"


def test_the_same_order_gives_the_same_judgements() -> None:
    items = [("a", FIRST), ("b", UPDATE), ("c", REWRITE), ("d", OTHER)]
    assert kept(*items).judgements() == kept(*items).judgements()


def test_a_tree_of_versions() -> None:
    found = stories(kept(("a", FIRST), ("b", UPDATE), ("d", OTHER), ("c", UPDATE + " Il repart jeudi.")))
    shown = [[(version.id, version.parent) for version in story.versions] for story in found]
    assert shown == [[("a", None), ("b", "a"), ("c", "b")], [("d", None)]]


def test_a_person_overrules_and_stays_overruled() -> None:
    found = kept(("a", FIRST), ("b", UPDATE), ("c", REWRITE), ("d", OTHER))
    found.judge("a", "c", "different")
    found.judge("d", "a", "same-event")
    found.add(Document(id="e", text=FIRST + " Fin.", published="2024-03-05"))
    groups = [{version.id for version in story.versions} for story in stories(found)]
    assert {"a", "b", "d", "e"} in groups
    assert {"c"} in groups
    with pytest.raises(KeyError):
        found.judge("a", "x", "different")


def test_a_fingerprint_survives_the_store() -> None:
    one = fingerprint(FIRST)
    back = unpack(one.pack())
    assert [set(sentence) for sentence in back] == [set(sentence) for sentence in one.sentences]
    assert text_key(FIRST) == text_key(FIRST.upper().replace("'", "’"))
    assert fingerprint("").sentences == ()
    assert likeness(fingerprint(""), fingerprint("Oui.")).kind == "different"


def test_what_a_version_changed() -> None:
    found = compare(record("a", FIRST), record("b", CHANGED))
    one, other = found.first.document.text, found.second.document.text
    said = {
        (item.type, one[slice(*item.first)].split()[0], other[slice(*item.second)].split()[0], item.is_contradiction)
        for item in found.differences
    }
    assert ("figure", "340", "430", False) in said
    assert ("name", "Moreau", "Moraud", False) in said
    assert any(type == "quotation" and is_contradiction for type, _, _, is_contradiction in said)
    longer = compare(record("a", FIRST), record("b", UPDATE))
    assert (longer.count("added"), longer.count("cut")) == (1, 0)


@pytest.mark.parametrize(("one", "other"), [("50'000", "50.000"), ("50 000", "50 000"), ("douze", "12")])
def test_the_form_of_a_number_is_no_difference(one: str, other: str) -> None:
    text = "La mine de cuivre de Karaba emploie {} ouvriers depuis le printemps."
    assert compare(record("a", text.format(one)), record("b", text.format(other))).differences == ()


def test_findings_and_one_record_of_a_story() -> None:
    records = [record("a", FIRST), record("b", CHANGED)]
    found = {(finding.rule, finding.severity) for finding in check_story(records)}
    assert {("quote-variant", "warning"), ("figure-conflict", "info"), ("name-variant", "info")} <= found
    merged = merge([record("a", FIRST), record("b", UPDATE)])
    assert merged.dispatches == ("a", "b")
    assert all(item.dispatches for layer in (merged.events, merged.statements, merged.figures) for item in layer)
    if merged.statements:
        assert merged.statements[0].dispatches == ("a", "b")


def run(*args: str) -> Result:
    result = CliRunner().invoke(main, list(args))
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_compare_in_the_terminal_and_on_a_page(tmp_path: Path) -> None:
    paths = []
    for name, text in (("v1", FIRST), ("v2", CHANGED), ("v3", CHANGED + " Il repart mardi pour Lagor avec les syndicats.")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        paths.append(str(tmp_path / f"{name}.txt"))
    result = run("compare", *paths)
    assert result.exit_code == 1
    assert "v1 → v2" in result.stdout
    assert "v2 → v3: copy" in result.stdout or "v2 → v3: update" in result.stdout
    page = tmp_path / "page.html"
    assert run("compare", *paths, "--format", "html", "--output", str(page)).exit_code == 1
    assert "<mark>" in page.read_text(encoding="utf-8")
    found = json.loads(run("compare", *paths[:2], "--format", "json").stdout)[0]
    assert {item["type"] for item in found["differences"]} >= {"name", "quotation", "figure"}
    assert run("compare", paths[0], "rien.txt").exit_code == 2
    assert run("compare", paths[0], paths[0]).exit_code == 0


def test_stories_are_kept_and_overruled_from_the_command_line(tmp_path: Path) -> None:
    for name, text in (("v1", FIRST), ("v2", UPDATE), ("autre", OTHER)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    store = str(tmp_path / "s.sqlite")
    assert "update of v1" in run("stories", str(tmp_path / "v1.txt"), str(tmp_path / "v2.txt"), "--store", store).stdout
    run("stories", str(tmp_path / "autre.txt"), "--store", store, "--split", "v1", "v2", "--join", "v1", "autre")
    found = json.loads(run("stories", "--store", store, "--format", "json").stdout)
    assert [[version["id"] for version in story["versions"]] for story in found] == [["v1", "autre"], ["v2"]]
    missing = run("stories", "--store", store, "--split", "v1", "x")
    assert missing.exit_code == 2
    assert "'x'" in missing.stderr


def test_check_says_what_differs_in_a_story(tmp_path: Path) -> None:
    for name, text in (("v1", FIRST), ("v2", CHANGED)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    paths = [str(tmp_path / "v1.txt"), str(tmp_path / "v2.txt")]
    lines = run("check", *paths, "--story", "--published", "2024-03-04").stdout.splitlines()
    assert sum("quote-variant" in line for line in lines) == 2
    assert not [line for line in run("check", *paths, "--published", "2024-03-04").stdout.splitlines() if "differ" in line]
