"""Dependencies point down: which room may import which."""

import ast
from pathlib import Path

import depeche

ROOT = Path(depeche.__file__).parent
ALLOWED = {
    "errors": set(),
    "record": {"errors"},
    "lang": {"errors"},
    "genuine": {"errors", "lang"},
    "embed": {"lang"},
    "model": {"errors", "lang", "genuine", "embed"},
    "pipes": {"errors", "record", "lang"},
    "sources": {"errors", "record", "lang"},
    "views": {"errors", "record"},
    "checks": {"errors", "record", "lang"},
    "store": {"errors", "record", "sources", "questions"},
    "questions": {"errors"},
    "archive": {"errors", "questions"},
    "exports": {"errors", "record", "store", "questions", "lang"},
    "stories": {"errors", "record", "lang", "checks"},
    "pipeline": {"errors", "record", "model", "pipes", "sources", "checks"},
    "batch": {"errors", "record", "pipeline", "sources"},
    "__init__": {"errors", "record", "pipeline", "checks"},
    "commands": {
        "", "errors", "record", "sources", "views", "checks", "stories", "batch", "store", "archive", "questions", "exports",
        "lang", "pipeline", "genuine",
    },
    "cli": {"", "errors", "record", "sources", "views", "batch", "commands"},
}


def room(name: str) -> str:
    return name.removeprefix("depeche").strip(".").split(".")[0]


def test_every_import_points_down() -> None:
    wrong = []
    for path in sorted(ROOT.rglob("*.py")):
        here = path.relative_to(ROOT).with_suffix("").parts[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                names = [f"{node.module}.{alias.name}" if node.module == "depeche" else node.module for alias in node.names]
            for name in names:
                if name.split(".")[0] == "depeche" and room(name) not in ALLOWED[here] | {here}:
                    wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert wrong == []


def test_only_the_command_line_prints() -> None:
    printing = [
        str(path.relative_to(ROOT))
        for path in sorted(ROOT.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert printing == []
