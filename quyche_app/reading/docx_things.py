"""Pictures, formulas and embedded objects of a DOCX as opaque blocks: kept as they came."""

from __future__ import annotations

import base64
import posixpath

from lxml import etree

from quyche_app.domain.units import Opaque
from quyche_app.reading.docx_runs import Thing
from quyche_app.reading.package import Package, Relation

MAX_PAYLOAD_BYTES = 5 * 1024 * 1024  # a larger picture keeps its name only


def opaque(thing: Thing, package: Package, relations: dict[str, Relation]) -> Opaque:
    """Give the block that stands for a picture, a formula, a chart or an embedded object."""
    relation = relations.get(thing.relation)
    if relation is None:
        payload = etree.tostring(thing.element, encoding="utf-8")
        return Opaque(thing.kind, f"[{thing.kind}]", _encoded(payload))
    name = posixpath.basename(relation.target)
    if relation.is_external or not package.has(relation.target):
        return Opaque(name, f"[{thing.kind}: {name}]")
    return Opaque(name, f"[{thing.kind}: {name}]", _encoded(package.bytes(relation.target)))


def _encoded(payload: bytes) -> str:
    if len(payload) > MAX_PAYLOAD_BYTES:
        return ""
    return base64.b64encode(payload).decode("ascii")
