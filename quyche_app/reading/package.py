"""An office package (OPC): its parts as bytes or as safely parsed XML, and the relations of a part.

Relations that point outside are named, never followed; entities are never resolved; a DOCTYPE is
refused before anything is parsed (docs/libraries.md 5.2 and 6).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from quyche_app.domain.patterns import late
from quyche_app.reading.archive import Archive
from quyche_app.reading.refusals import MAX_ELEMENTS, MAX_XML_BYTES, refusal

_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/main",
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/picture",
        b"http://schemas.openxmlformats.org/drawingml/2006/picture",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)  # ISO 29500 strict names → those of ECMA-376, which the readers know
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TOO_DEEP = late(r"depth|amplification|huge|too long|too big", re.IGNORECASE)


class Relation(NamedTuple):
    """Where a relation points: ``kind`` is the last word of its type ("styles", "image")."""

    id: str
    kind: str
    target: str  # name of a part, or an address when ``is_external``
    is_external: bool = False


class Package:
    """Parts and relations of a package."""

    def __init__(self, archive: Archive) -> None:
        self.name = archive.name
        self._archive = archive
        self._parsed: set[str] = set()
        self._bytes_left = MAX_XML_BYTES
        self._elements_left = MAX_ELEMENTS

    def has(self, part: str) -> bool:
        """Tell whether a part is there."""
        return self._archive.has(part)

    def holds(self, relation: Relation) -> bool:
        """Tell whether a relation leads to a part that is there."""
        return not relation.is_external and self.has(relation.target)

    def part_of(self, relations: Mapping[str, Relation], kind: str) -> str | None:
        """Give the name of the first part of a kind that is there, None when there is none."""
        parts = (relation for relation in relations.values() if relation.kind == kind)
        return next((relation.target for relation in parts if self.holds(relation)), None)

    def names(self) -> tuple[str, ...]:
        """Give the names of all parts, in small letters."""
        return self._archive.names()

    def size(self, part: str) -> int:
        """Give the size of a part that is there, without unpacking it."""
        return self._archive.size(part)

    def bytes(self, part: str) -> bytes:
        """Give a part as it is.

        Raises:
            ReadingError: QC-R014 when it is not there; QC-R011, R012 from the archive.
        """
        if not self._archive.has(part):
            raise refusal("QC-R014", self.name, part)
        return self._archive.read(part)

    def digest(self, part: str) -> str:
        """Give a name of the bytes of a part that is there, without keeping them.

        Raises:
            ReadingError: QC-R011, R012 from the archive.
        """
        return self._archive.digest(part)

    def xml(self, part: str) -> etree._Element:
        """Give the root of an XML part.

        Raises:
            ReadingError: QC-R015 DOCTYPE, QC-R016 not well-formed, QC-R017 too deep or too large.
        """
        self._allow_bytes(part)
        data = self.bytes(part)
        # "<" stands before every element; counting before parsing keeps the memory small.
        self._allow_elements(part, data.count(b"<") - data.count(b"</"))
        if b"<!DOCTYPE" in (data.replace(b"\x00", b"") if b"\x00" in data[:512] else data):
            raise refusal("QC-R015", self.name, part)
        if b"purl.oclc.org" in data[:4096]:
            for strict, plain in _STRICT:
                data = data.replace(strict, plain)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as cause:
            code = "QC-R017" if _TOO_DEEP.search(str(cause)) else "QC-R016"
            raise refusal(code, self.name, f"{part}: {cause}") from cause
        # A DOCTYPE in an encoding that hides its letters from the search above.
        if root.getroottree().docinfo.internalDTD is not None:
            raise refusal("QC-R015", self.name, part)
        self._parsed.add(part.lower())
        return root

    def _allow_bytes(self, part: str) -> None:
        """Count the bytes of all parts that are parsed; a part that is parsed again counts once."""
        if part.lower() not in self._parsed and self.has(part):
            self._bytes_left -= self.size(part)
        if self._bytes_left < 0:
            raise refusal("QC-R017", self.name, part)

    def _allow_elements(self, part: str, count: int) -> None:
        if part.lower() not in self._parsed:
            self._elements_left -= count
        if self._elements_left < 0:
            raise refusal("QC-R017", self.name, part)

    def relations(self, part: str) -> dict[str, Relation]:
        """Give the relations of a part by their ids; "" stands for the package."""
        folder, base = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.has(rels):
            return {}
        found: dict[str, Relation] = {}
        for element in self.xml(rels).iter(_RELATION):
            target, is_external = element.get("Target", ""), element.get("TargetMode") == "External"
            if not is_external:
                target = posixpath.normpath(posixpath.join("/", folder, _unquoted(target))).lstrip(
                    "/"
                )
            kind = element.get("Type", "").rsplit("/", 1)[-1]
            found[element.get("Id", "")] = Relation(
                element.get("Id", ""), kind, target, is_external
            )
        return found

    def main_part(self) -> str:
        """Give the name of the main part, found through the relations of the package.

        Raises:
            ReadingError: QC-R014 when there is none.
        """
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and not relation.is_external:
                if self.has(relation.target):
                    return relation.target
                break
        if self.has("word/document.xml"):
            return "word/document.xml"
        raise refusal("QC-R014", self.name, "no main part")


def _unquoted(target: str) -> str:
    if "%" not in target:
        return target
    from urllib.parse import unquote  # few targets need it, and it loads much

    return unquote(target)


def open_package(name: str, data: bytes) -> Package:
    """Give the package that bytes hold.

    Raises:
        ReadingError: QC-R010 to R014 (``refusals.REFUSALS``).
    """
    archive = Archive(name, data)
    if not archive.has("[Content_Types].xml"):
        raise refusal("QC-R014", name, "no [Content_Types].xml")
    return Package(archive)
