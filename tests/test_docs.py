"""Generated pages are what the code says today, and the README names what is there."""

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = runpy.run_path(str(ROOT / "docs" / "generate.py"))["pages"]()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_generated_pages_are_fresh(name: str) -> None:
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == PAGES[name], "run: python docs/generate.py"


def test_the_map_names_every_room() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rooms = [path for path in (ROOT / "src" / "depeche").iterdir() if path.name not in ("__init__.py", "__pycache__", "py.typed")]
    assert [path.name for path in sorted(rooms) if f"`{path.name}{'/' if path.is_dir() else ''}`" not in readme] == []


def test_links_of_the_readme_lead_somewhere() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [link for link in re.findall(r"\]\(([^)#:]+)\)", readme) if not (ROOT / link).exists()] == []
