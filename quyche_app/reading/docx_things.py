"""Pictures, formulas and embedded objects of a DOCX as opaque blocks: kept as they came."""

from __future__ import annotations

import base64
import posixpath

from lxml import etree

from quyche_app.domain.units import Opaque
from quyche_app.reading.docx_runs import Thing
from quyche_app.reading.package import Package, Relation

MAX_KEPT_BYTES = 20 * 1024 * 1024  # of all pictures together; what comes after keeps its name only


class Things:
    """Makes the blocks of one document; a picture that stands twice is held once."""

    def __init__(self, package: Package, relations: dict[str, Relation]) -> None:
        self._package = package
        self._relations = relations
        self._left = MAX_KEPT_BYTES
        self._payloads: dict[str, str] = {}

    def opaque(self, thing: Thing) -> Opaque:
        """Give the block that stands for a picture, a formula, a chart or an embedded object."""
        relation = self._relations.get(thing.relation)
        if relation is None:
            payload = self._encoded(etree.tostring(thing.element, encoding="utf-8"))
            return Opaque(thing.kind, f"[{thing.kind}]", payload)
        name = posixpath.basename(relation.target)
        text = f"[{thing.kind}: {name}]"
        if not self._package.holds(relation):
            return Opaque(name, text)
        if relation.target not in self._payloads:
            self._payloads[relation.target] = self._kept(relation.target)
        return Opaque(name, text, self._payloads[relation.target])

    def _kept(self, part: str) -> str:
        """A part that does not fit is not even unpacked."""
        return (
            self._encoded(self._package.bytes(part))
            if self._package.size(part) <= self._left
            else ""
        )

    def _encoded(self, payload: bytes) -> str:
        if len(payload) > self._left:
            return ""
        self._left -= len(payload)
        return base64.b64encode(payload).decode("ascii")
