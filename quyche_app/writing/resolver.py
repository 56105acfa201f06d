"""Tracked changes of any Word file, accepted or rejected: the paragraphs that are left.

Our own resolver, independent of the reader: it proves our redlines. Knows insertions, deletions,
moves, changed paragraph marks (which join paragraphs) and changed table rows.
"""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from quyche_app.domain.texts import clean

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_INSERTED = {f"{_W}ins", f"{_W}moveTo"}
_DELETED = {f"{_W}del", f"{_W}moveFrom"}
_TEXT = {f"{_W}t", f"{_W}delText"}
_HOLDERS = {f"{_W}sdt", f"{_W}customXml"} | _INSERTED | _DELETED
_BREAKS = {f"{_W}br", f"{_W}tab", f"{_W}cr"}


def accept_all(data: bytes) -> list[str]:
    """Give the lines of the new text: insertions taken, deletions gone."""
    return _Resolver(drop=_DELETED).lines(_body(data))


def reject_all(data: bytes) -> list[str]:
    """Give the lines of the old text: insertions gone, deletions back."""
    return _Resolver(drop=_INSERTED).lines(_body(data))


def _body(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("word/document.xml")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    body = etree.fromstring(xml, parser).find(f"{_W}body")
    if body is None:
        raise AssertionError("a document without a body")
    return body


class _Resolver:
    """Walks a body; ``drop``: the changes whose words and marks go away."""

    def __init__(self, drop: set[str]) -> None:
        self._drop = drop
        self._open = ""  # words of paragraphs whose mark went away

    def lines(self, body: etree._Element) -> list[str]:
        out: list[str] = []
        for child in body:
            if child.tag == f"{_W}p":
                words = self._open + self._words(child)
                if self._mark_goes(child):
                    self._open = words
                    continue
                self._open = ""
                out.append(words)
            elif child.tag == f"{_W}tbl":
                out += self._rows(child)
            elif child.tag in _HOLDERS and child.tag not in self._drop:
                content = child.find(f"{_W}sdtContent")
                out += self.lines(content if content is not None else child)
        if self._open:
            out.append(self._open)
            self._open = ""
        return [line for line in map(clean, out) if line]

    def _words(self, element: etree._Element) -> str:
        out = []
        for child in element:
            if child.tag in self._drop or child.tag in (f"{_W}pPr", f"{_W}rPr"):
                continue
            if child.tag in _TEXT:
                out.append(child.text or "")
            elif child.tag in _BREAKS:
                out.append(" ")
            else:
                out.append(self._words(child))
        return "".join(out)

    def _mark_goes(self, paragraph: etree._Element) -> bool:
        mark = paragraph.find(f"{_W}pPr/{_W}rPr")
        return mark is not None and any(child.tag in self._drop for child in mark)

    def _rows(self, table: etree._Element) -> list[str]:
        out = []
        for row in table.iter(f"{_W}tr"):
            properties = row.find(f"{_W}trPr")
            if properties is not None and any(c.tag in self._drop for c in properties):
                continue
            cells = []
            for cell in row.findall(f"{_W}tc"):
                inner = _Resolver(self._drop).lines(cell)
                cells.append(" ".join(inner))
            out.append(" | ".join(cells))
        return out
