"""Tracked changes of any Word file, accepted or rejected: the paragraphs that are left.

Our own resolver, independent of the reader: it proves our redlines. Knows insertions, deletions,
moves, changed paragraph marks (which join paragraphs), changed table rows and cells. Automatic
numbers, notes and what stands in headers are not its matter.
"""

from __future__ import annotations

import io
import posixpath
import zipfile

from lxml import etree

from quyche_app.domain.texts import clean

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_INSERTED = {f"{_W}ins", f"{_W}moveTo", f"{_W}cellIns"}
_DELETED = {f"{_W}del", f"{_W}moveFrom", f"{_W}cellDel"}
_TEXT = {f"{_W}t", f"{_W}delText"}
_HOLDERS = {f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml"} | _INSERTED | _DELETED
_BREAKS = {f"{_W}br", f"{_W}tab", f"{_W}cr"}
# Properties hold no words; a fallback says again what stands beside it in newer XML.
_WORDLESS = {
    f"{_W}pPr",
    f"{_W}rPr",
    f"{_W}sdtPr",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_MAIN_KIND = "/relationships/officeDocument"


def accept_all(data: bytes) -> list[str]:
    """Give the lines of the new text: insertions taken, deletions gone."""
    return _Resolver(drop=_DELETED).lines(_body(data))


def reject_all(data: bytes) -> list[str]:
    """Give the lines of the old text: insertions gone, deletions back."""
    return _Resolver(drop=_INSERTED).lines(_body(data))


def tracked_count(data: bytes) -> int:
    """How many insertions, deletions and moves the body of a Word file tracks."""
    return sum(1 for _ in _body(data).iter(*_INSERTED, *_DELETED))


def _body(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        relations = etree.fromstring(archive.read("_rels/.rels"), parser)
        xml = archive.read(_main_part(relations))
    body = etree.fromstring(xml, parser).find(f"{_W}body")
    if body is None:
        raise AssertionError("a document without a body")
    return body


def _main_part(relations: etree._Element) -> str:
    """The document is where the package says; most call it word/document.xml, not all."""
    for relation in relations:
        if relation.get("Type", "").endswith(_MAIN_KIND):
            return posixpath.normpath(relation.get("Target", "").lstrip("/"))
    return "word/document.xml"


class _Resolver:
    """Walks a body; ``drop``: the changes whose words and marks go away."""

    def __init__(self, drop: set[str]) -> None:
        self._drop = drop
        self._open = ""  # words of paragraphs whose mark went away

    def lines(self, holder: etree._Element) -> list[str]:
        """Give the lines of a body, a cell or a note that have words."""
        out = [*self._parts(holder), self._closed()]
        return [line for line in map(clean, out) if line]

    def _parts(self, holder: etree._Element) -> list[str]:
        out: list[str] = []
        for child in holder:
            if child.tag == f"{_W}p":
                self._open += self._words(child)
                if not self._mark_goes(child):
                    out.append(self._closed())
            elif child.tag == f"{_W}tbl":
                # A paragraph cannot join a table: its words stay in front of it.
                out += [self._closed(), *self._rows(child)]
            elif child.tag in _HOLDERS and child.tag not in self._drop:
                out += self._parts(child)
        return out

    def _closed(self) -> str:
        words, self._open = self._open, ""
        return words

    def _words(self, element: etree._Element) -> str:
        out = []
        for child in element:
            if child.tag in self._drop or child.tag in _WORDLESS:
                continue
            if child.tag in _TEXT:
                out.append(child.text or "")
            elif child.tag in _BREAKS:
                out.append(" ")
            else:
                out.append(self._words(child))
        return "".join(out)

    def _mark_goes(self, paragraph: etree._Element) -> bool:
        return self._is_dropped(paragraph.find(f"{_W}pPr/{_W}rPr"))

    def _is_dropped(self, properties: etree._Element | None) -> bool:
        return properties is not None and any(child.tag in self._drop for child in properties)

    def _rows(self, table: etree._Element) -> list[str]:
        rows = (
            row for row in _inside(table, f"{_W}tr") if not self._is_dropped(row.find(f"{_W}trPr"))
        )
        return [
            " | ".join(
                " ".join(_Resolver(self._drop).lines(cell))
                for cell in _inside(row, f"{_W}tc")
                if not self._is_dropped(cell.find(f"{_W}tcPr"))
            )
            for row in rows
        ]


def _inside(holder: etree._Element, tag: str) -> list[etree._Element]:
    """Rows of a table or cells of a row, also those in content controls; not those of tables in
    cells."""
    found = []
    for child in holder:
        if child.tag == tag:
            found.append(child)
        elif child.tag in _HOLDERS:
            found += _inside(child, tag)
    return found
