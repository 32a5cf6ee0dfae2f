"""How well are figures read? The sets of an outside folder, in the form that their scorer reads, and its scores.

    python benchmarks/figures.py --data DIR --scorer DIR/score_numbers.py [--errors 40] [--out FOLDER]

Every `numbers_*.jsonl` of DIR is read. News sentences are read as the record has them, dates left out by the times layer;
single expressions and Recognizers' specs are asked one model at a time (a spec of numbers wants the bare number of every
expression, one of currency only money), so for those the predictions keep the kind asked for.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

import depeche.pipeline  # noqa: F401  registers the pipes
from depeche.pipes.figures import untimed
from depeche.pipes.figures.numerals import Numeral, numerals
from depeche.pipes.figures.quantities import Reading, readings

MODS = {"more": "more_than", "less": "less_than", "at_least": "at_least", "at_most": "at_most", "about": "approx"}
SMALL = ("un", "une", "de", "millions", "milliards")
DURATIONS = ("a", "mo", "wk", "d", "h", "min", "s")
UNITS = {
    "percent": "%", "point": "point", "har": "ha", "L": "l", "mL": "ml", "cL": "cl", "hL": "hl", "Cel": "°C", "[degF]": "°F",
    "deg": "°", "kW.h": "kWh", "[bbl_us]": "baril", "[bbl_us]/d": "baril/jour", "a": "an", "mo": "month", "wk": "week",
    "d": "day", "h": "hour", "min": "minute", "s": "second", "[gal_us]": "gallon", "[mi_i]": "mile", "IRR": "rial",
    "SAR": "riyal", "[cup_us]": "cup", "[tbs_us]": "tablespoon",
}  # fmt: skip
THEIRS = {
    "JPY": "Yen Japonais", "CNY": "Yuan Chinois", "FRF": "Franc", "CAD": "Dollar Canadien", "AUD": "Dollar Australien",
    "HKD": "Dollar de Hong Kong", "NZD": "Dollar néo-zélandais", "INR": "Roupie", "FIM": "Mark Finlandais",
    "NLG": "Florins Néerlandais", "MXN": "Mexican peso", "dm": "Décimètres", "hm": "Hectomètre", "[in_i]": "Pouce",
    "[ft_i]": "Pied", "[oz_av]": "Onces", "[acr_us]": "Acre", "ug": "Microgramme", "[cft_i]": "Pieds cube", "bit": "Bit",
    "[mi_i]/h": "Miles par heure", "rad": "Radian", "[lb_av]": "Livre", "cent": "Cent", "deg": "Degree", "a": "Ans",
    "mo": "Mois", "wk": "Semaines", "d": "Jour", "[bbl_us]/d": "Baril",
}  # fmt: skip
"""Recognizers' own names of units, where the scorer folds no others onto them."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="a folder with numbers_*.jsonl")
    parser.add_argument("--scorer", type=Path, required=True, help="score_numbers.py")
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    nlp = spacy.blank("fr")
    nlp.add_pipe("depeche_times")
    for path in sorted(args.data.glob("numbers_*.jsonl")):
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        spans = {record["id"]: list(predicted(nlp, record)) for record in records}
        print(f"\n### {path.name}", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "predicted.jsonl"
            out.write_text(
                "".join(json.dumps({"id": name, "spans": found}) + "\n" for name, found in spans.items()), encoding="utf-8"
            )
            command = [sys.executable, str(args.scorer), "--gold", str(path), "--pred", str(out), "--errors", str(args.errors)]
            subprocess.run(command, check=True)
        if "kind" in records[0]:
            for row in by_model(records, spans, args.errors):
                print(row)


def predicted(nlp: Language, record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The figures of a text as the scorer wants them."""
    text, kind = record["text"], record.get("kind")
    if kind == "ordinal" or kind == "number":
        dates = [time for time in nlp(text)._.times if time.type == "DATE" and re.search("[a-zé]{3}", time.text)]
        dates = dates if kind == "number" else []
        for one in numerals(text):
            if wanted(text, one, kind) and not any(time.start <= one.start < time.end for time in dates):
                yield {"start": one.start, "end": one.end, "kind": kind, "value": one.value, "unit": None}
        return
    times = [time for time in nlp(text)._.times if time.type not in ("DURATION", "SET")] if kind is None else []
    for one in untimed(readings(text), times):
        found = span(one, theirs=kind is not None)
        if kind is not None and one.high is not None:
            found |= {"value": one.high}
        if one.unit == "deg" and any(word in text for word in ("température", "thermostat")):
            found |= {"kind": "temperature"}
        if kind:
            found |= named_by_them(text[one.start : one.end], one, record["id"])
        if kind in (None, found["kind"]) and not (kind and one.unit == "point"):
            yield found


def named_by_them(words: str, one: Reading, name: str) -> dict[str, str]:
    """What Recognizers calls this figure, where it tells apart what the codes do not."""
    if "agemodel" in name:
        return {"kind": "measure" if one.unit in DURATIONS else "none"}
    if one.unit == "cent":
        name = next(word for word in words.split() if word[0].isalpha() and word not in SMALL)
        return {"unit": name.removesuffix("s") if name in ("cents", "pesewas") else name}
    if one.unit == "t" and "métrique" in words:
        return {"unit": "Tonne métrique"}
    if one.unit == "INR" and "indienne" in words:
        return {"unit": "Roupie indienne"}
    return {"unit": "Dollar États-Unis"} if one.unit == "USD" and "usd" in words.lower() else {}


def wanted(text: str, one: Numeral, kind: str) -> bool:
    """Would Recognizers' model of numbers, or of ordinals, speak here? It leaves out what is glued to a unit."""
    if kind == "ordinal":
        return one.kind in ("ordinal", "relative")
    glued = text[one.end : one.end + 1].isalpha() or (one.kind == "article" and re.match(r" \w", text[one.end :]))
    return not glued and one.kind not in ("ordinal", "relative", "multiple", "vague")


def span(one: Reading, *, theirs: bool) -> dict[str, Any]:
    kinds = {"about": "number", "count": "number", "multiple": "number", "range": "number"}
    kind = kinds.get(one.rule, one.rule)
    unit: str | None = UNITS.get(one.unit, one.unit)
    if theirs:
        unit = THEIRS.get(one.unit, unit)
    if one.unit in ("count", "ordinal"):
        unit = "x" if one.rule == "multiple" else None
    elif one.unit in DURATIONS:
        kind = "duration"
    elif one.unit in ("Cel", "[degF]"):
        kind = "temperature"
    elif one.unit == "percent":
        kind = "percent"
    elif one.rule == "range":
        kind = "money" if one.unit.isupper() and len(one.unit) == 3 else "measure"
    found: dict[str, Any] = {"start": one.start, "end": one.end, "kind": kind, "value": one.value, "unit": unit}
    if one.high is not None or one.vague:
        found |= {"value": None, "low": one.value, "high": one.high}
    return found | ({"mod": MODS[one.mod]} if one.mod else {})


def by_model(records: list[dict[str, Any]], spans: dict[str, list[dict[str, Any]]], errors: int) -> Iterator[str]:
    """Recognizers' specs, one row a model: the texts whose values are all found, and no other."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for record in records:
        model = record["id"].split("/")[0]
        gold = sorted((one["value"] is None, one["value"] or 0) for one in record["spans"] if one["value"] is not None)
        found = sorted((one["value"] is None, one["value"] or 0) for one in spans[record["id"]])
        total[model] += 1
        same = len(gold) == len(found) and all(
            a[0] == b[0] and abs(a[1] - b[1]) <= 1e-6 * max(1, abs(a[1])) for a, b in zip(gold, found, strict=True)
        )
        right[model] += same
        if errors and not same:
            yield f"  {record['id']} {record['text'][:90]!r} {gold} {found}"
    yield from (f"{model:28} {right[model]}/{total[model]}" for model in total)


if __name__ == "__main__":
    main()
