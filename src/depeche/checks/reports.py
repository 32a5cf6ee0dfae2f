"""How are findings written down: a line each, JSON, SARIF, GitHub's annotations, one HTML page."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from html import escape
from importlib.metadata import version
from typing import IO, Any

from depeche.checks import Rule, rules
from depeche.record import Finding, Record

LEVELS = {"error": "error", "warning": "warning", "info": "note"}
GITHUB = {"error": "error", "warning": "warning", "info": "notice"}


@dataclass(frozen=True)
class Checked:
    """A dispatch, where it was read from (`file`, or `file.jsonl:12`), and its findings."""

    where: str
    record: Record
    findings: list[Finding]

    @cached_property
    def _line_starts(self) -> list[int]:
        text = self.record.document.text
        return [0, *(place + 1 for place, letter in enumerate(text) if letter == "\n")]

    def position(self, place: int) -> tuple[int, int]:
        """Line and column, both from 1, of an offset of the text."""
        line = bisect_right(self._line_starts, place)
        return line, place - self._line_starts[line - 1] + 1

    @property
    def file(self) -> tuple[str, int | None]:
        """The file, and the line where it holds a dispatch a line."""
        path, _, line = self.where.rpartition(":")
        return (path, int(line)) if path and line.isdigit() else (self.where, None)


def write_text(checked: Iterable[Checked], out: IO[str]) -> None:
    """`file:line:col rule message`, a finding a line, and a last line that counts."""
    total = dispatches = 0
    for item in checked:
        dispatches += 1
        for finding in item.findings:
            total += 1
            line, column = item.position(finding.spans[0][0] if finding.spans else 0)
            others = ", ".join("{}:{}".format(*item.position(start)) for start, _ in finding.spans[1:])
            level = "" if finding.severity == "warning" else f"{finding.severity}: "
            also = f" (also {others})" if others else ""
            out.write(f"{item.where}:{line}:{column} {finding.rule} {level}{finding.message}{also}\n")
        out.flush()
    if total:
        out.write(f"{total} finding{'s' * (total > 1)} in {dispatches} dispatch{'es' * (dispatches > 1)}\n")


def write_json(checked: Iterable[Checked], out: IO[str]) -> None:
    """An array of findings, each with its file, position, quoted spans."""
    found = []
    for item in checked:
        text = item.record.document.text
        for finding in item.findings:
            line, column = item.position(finding.spans[0][0] if finding.spans else 0)
            spans = [{"start": start, "end": end, "text": text[start:end]} for start, end in finding.spans]
            place = {"file": item.where, "id": item.record.document.id, "line": line, "column": column}
            said = {"rule": finding.rule, "severity": finding.severity, "message": finding.message}
            found.append({**place, **said, "spans": spans})
    json.dump(found, out, ensure_ascii=False, indent=2)
    out.write("\n")


def write_github(checked: Iterable[Checked], out: IO[str]) -> None:
    """Workflow commands that GitHub shows beside the lines."""
    for item in checked:
        path, row = item.file
        for finding in item.findings:
            line, column = item.position(finding.spans[0][0] if finding.spans else 0)
            place = f"file={_property(path)},line={row or line},col={1 if row else column},title={finding.rule}"
            message = finding.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
            out.write(f"::{GITHUB[finding.severity]} {place}::{message}\n")


def _property(value: str) -> str:
    for mark, code in (("%", "%25"), (":", "%3A"), (",", "%2C")):
        value = value.replace(mark, code)
    return value


def write_sarif(checked: Iterable[Checked], out: IO[str]) -> None:
    """SARIF 2.1.0; columns count code points."""
    results = [_result(item, finding) for item in checked for finding in item.findings]
    driver = {"name": "depeche", "version": version("depeche"), "rules": [_descriptor(rule) for rule in rules().values()]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    json.dump({"$schema": schema, "version": "2.1.0", "runs": [run]}, out, ensure_ascii=False, indent=2)
    out.write("\n")


def _descriptor(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.mend},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(item: Checked, finding: Finding) -> dict[str, Any]:
    locations = [_location(item, span) for span in finding.spans or ((0, 0),)]
    result = {"ruleId": finding.rule, "level": LEVELS[finding.severity], "message": {"text": finding.message}}
    return {**result, "locations": locations[:1], "relatedLocations": locations[1:]}


def _location(item: Checked, span: tuple[int, int]) -> dict[str, Any]:
    path, row = item.file
    (line, column), (last, end) = item.position(span[0]), item.position(span[1])
    region = {"startLine": line, "startColumn": column, "endLine": last, "endColumn": end}
    return {"physicalLocation": {"artifactLocation": {"uri": path}, "region": {"startLine": row} if row else region}}


def write_html(checked: Iterable[Checked], out: IO[str]) -> None:
    """One page: each dispatch with its findings, each place marked in the text and linked from the finding."""
    out.write(
        "<!doctype html><html lang=en><meta charset=utf-8><title>depeche check</title><style>body{font:16px/1.5 Georgia,serif;"
        "max-width:50rem;margin:2rem auto;padding:0 1rem}mark{background:#fd8;padding:0 .1em}mark:target{background:#f80}"
        "pre{white-space:pre-wrap;font:inherit}code{color:#555}li{margin:.3em 0}</style>\n"
    )
    for number, item in enumerate(checked):
        out.write(f"<h2>{escape(item.where)}</h2>\n<ul>\n")
        for finding in item.findings:
            links = " ".join(f'<a href="#d{number}-{s}">{"{}:{}".format(*item.position(s))}</a>' for s, _ in finding.spans)
            out.write(f"<li><code>{finding.rule}</code> {finding.severity}: {escape(finding.message)} {links}</li>\n")
        out.write("</ul>\n" if item.findings else "</ul><p>Nothing found.</p>\n")
        out.write(f"<pre>{_marked(item, number)}</pre>\n")


def _marked(item: Checked, number: int) -> str:
    """The text with the places of the findings marked; of two that overlap the first is."""
    text, place, parts = item.record.document.text, 0, []
    for start, end in sorted({span for finding in item.findings for span in finding.spans}):
        anchor = f'<a id="d{number}-{start}"></a>'
        if start < place:
            continue
        parts += [escape(text[place:start]), anchor, f"<mark>{escape(text[start:end])}</mark>"]
        place = end
    return "".join([*parts, escape(text[place:])])


def explain(rule: Rule) -> str:
    """What `--explain` prints of a rule.

    >>> explain(rules()["empty-field"]).splitlines()[0]
    'empty-field (warning)'
    """
    lines = [f"{rule.id} ({rule.severity})", "", f"What: {rule.what}", f"Why: {rule.why}", "", "Fires on:"]
    lines += [_shown(text) for text in rule.fires] + ["", "Silent on:"] + [_shown(text) for text in rule.silent]
    return "\n".join([*lines, "", f"How to mend: {rule.mend}"])


def _shown(text: str) -> str:
    return "\n".join(f"  | {line}" for line in text.splitlines())


WRITERS: dict[str, Callable[[Iterable[Checked], IO[str]], None]] = {
    "text": write_text,
    "json": write_json,
    "sarif": write_sarif,
    "github": write_github,
    "html": write_html,
}
