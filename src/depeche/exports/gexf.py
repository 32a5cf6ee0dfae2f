"""The network of actors as GEXF 1.3, for Gephi: an arrow for each actor, recipient and type of event, weighted by their number.

Source: GEXF 1.3 primer.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations, product
from typing import IO, Any

from lxml import etree

from depeche.store import Store

NAMESPACE = "http://gexf.net/1.3"


def export(store: Store, out: IO[str]) -> int:
    """Write the network of a store; how many arrows."""
    people: dict[str, tuple[str, str, str]] = {}
    arrows: Counter[tuple[str, str, str]] = Counter()
    for record in store.records():
        known = {actor.id: (actor.name, actor.kind, actor.country or "") for actor in record.actors}
        for event in record.events:
            pairs = list(product(event.actors, event.recipients)) if event.recipients else list(combinations(event.actors, 2))
            for source, target in pairs:
                people.setdefault(source, known[source])
                people.setdefault(target, known[target])
                arrows[source, target, event.type] += 1
    root = etree.Element("gexf", {"version": "1.3"}, nsmap={None: NAMESPACE})
    graph = etree.SubElement(root, "graph", {"defaultedgetype": "directed"})
    for owner, names in (("node", ("kind", "country")), ("edge", ("type",))):
        attributes = etree.SubElement(graph, "attributes", {"class": owner})
        for name in names:
            etree.SubElement(attributes, "attribute", {"id": name, "title": name, "type": "string"})
    nodes = etree.SubElement(graph, "nodes")
    for id, (name, kind, country) in sorted(people.items()):
        node = etree.SubElement(nodes, "node", {"id": id, "label": name})
        _values(node, {"kind": kind, "country": country})
    edges = etree.SubElement(graph, "edges")
    for number, ((source, target, type), weight) in enumerate(sorted(arrows.items())):
        edge = etree.SubElement(
            edges, "edge", {"id": str(number), "source": source, "target": target, "weight": str(weight), "label": type}
        )
        _values(edge, {"type": type})
    out.write(etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="UTF-8").decode("utf-8"))
    return len(arrows)


def _values(element: Any, values: dict[str, str]) -> None:
    parent = etree.SubElement(element, "attvalues")
    for name, value in values.items():
        etree.SubElement(parent, "attvalue", {"for": name, "value": value})
