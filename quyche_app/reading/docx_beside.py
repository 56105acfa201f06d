"""What a DOCX holds beside the words of its text, each thing with a digest of its content.

In: a package, its body, and the tables that were read. Out: ``Beside``. Nothing is read into the text
here; the readers of words and this count look at the same elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from quyche_app.domain.beside import Beside, Part, TableShape, Thing, digest_of
from quyche_app.domain.patterns import late
from quyche_app.domain.units import Table, block_lines
from quyche_app.reading.docx_names import (
    BLIP,
    CHART,
    DEL,
    DIAGRAM,
    FALLBACK,
    ID,
    IMAGE_DATA,
    INS,
    MATH,
    MOVE_FROM,
    MOVE_TO,
    OLE_OBJECT,
    RELATION_EMBED,
    RELATION_ID,
    RPR,
    TBL,
    TC,
    TEXT_BOX,
    TR,
    P,
    R,
    T,
    child_value,
    continues_above,
    is_on,
    number,
    own_text,
    w,
)
from quyche_app.reading.package import Package, Relation

_DELETED_TEXT, _INSTRUCTION, _FIELD = w("delText"), w("instrText"), w("fldChar")
_NOTE_REFERENCES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
_PAGE_PARTS = (w("headerReference"), w("footerReference"))
_TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"  # a watermark
_OBJECT = w("object")
_LINKED = RELATION_EMBED.removesuffix("embed") + "link"
_LETTER = late(r"[^\W\d_]")
# Words that stand beside a page number and say nothing else.
_PAGE_WORDS = late(r"\b(?:trang|page|số|of|tổng|cộng)\b|[\d\W_]", re.IGNORECASE)
_CELL_PROPERTIES, _SPAN = w("tcPr"), w("gridSpan")
_WRAPPERS = frozenset({w("sdt"), w("sdtContent"), w("customXml"), INS, MOVE_TO})
_CHANGES = (INS, DEL, MOVE_FROM, MOVE_TO)
_STRIKES = (w("strike"), w("dstrike"))
_LOOKED_AT = (
    BLIP,
    IMAGE_DATA,
    OLE_OBJECT,
    CHART,
    DIAGRAM,
    MATH,
    TEXT_BOX,
    *_NOTE_REFERENCES,
    *_PAGE_PARTS,
    *_CHANGES,
    *_STRIKES,
    w("vanish"),
    w("altChunk"),
    w("hyperlink"),
)


def read_beside(
    package: Package,
    relations: dict[str, Relation],
    body: etree._Element,
    tables: Sequence[tuple[Table, etree._Element]],
) -> Beside:
    """Give what a document holds beside its words.

    Args:
        tables: each table as it was read, with its element.
    """
    reader = _BesideReader(package, relations)
    things = [*reader.things(body), *reader.comments()]
    return Beside(tuple(things), tuple(_shape(table, element) for table, element in tables))


class _BesideReader:
    def __init__(self, package: Package, relations: dict[str, Relation]) -> None:
        self._package = package
        self._relations = relations
        self._notes: dict[str, dict[str, etree._Element]] = {}
        self._seen_pages: set[str] = set()

    def things(self, body: etree._Element) -> Iterator[Thing]:
        """Give the things of a body in the order of the file."""
        for element in body.iter(*_LOOKED_AT):
            # A fallback says again what stands beside it in newer XML.
            if next(element.iterancestors(FALLBACK), None) is None:
                yield from self._thing(element)

    def _thing(self, element: etree._Element) -> Iterator[Thing]:
        tag = element.tag
        if tag in (BLIP, IMAGE_DATA):
            yield from self._picture(element)
        elif tag == MATH:
            yield Thing(
                Part.FORMULAS, digest_of(etree.tostring(element, method="c14n", exclusive=True))
            )
        elif tag in (OLE_OBJECT, CHART, DIAGRAM):
            is_formula = tag == OLE_OBJECT and element.get("ProgID", "").startswith("Equation")
            part = Part.FORMULAS if is_formula else Part.OBJECTS
            yield Thing(part, self._target(element.get(RELATION_ID, "")))
        elif tag in _NOTE_REFERENCES:
            yield from self._note(_NOTE_REFERENCES[tag], element.get(ID, ""))
        elif tag in _PAGE_PARTS:
            yield from self._page_part(element.get(RELATION_ID, ""))
        elif tag in _CHANGES:
            words = _words(element, (T, _DELETED_TEXT))
            if words:
                yield Thing(Part.TRACKED, digest_of(etree.QName(tag).localname, words))
        elif tag == w("altChunk"):
            yield Thing(Part.FOREIGN, self._target(element.get(RELATION_ID, "")))
        elif tag == w("hyperlink"):
            relation = self._relations.get(element.get(RELATION_ID, ""))
            if relation is not None:
                yield Thing(Part.LINKS, digest_of(relation.target))
        elif tag == TEXT_BOX:
            if words := _words(element):
                yield Thing(Part.TEXT_BOXES, digest_of(words))
        else:
            yield from _formatted(element)

    def _picture(self, element: etree._Element) -> Iterator[Thing]:
        """An embedded object carries a picture of itself: the object alone is counted."""
        held_in = next(element.iterancestors(_OBJECT), None)
        if held_in is not None and next(held_in.iter(OLE_OBJECT), None) is not None:
            return
        relation = _first_of(element, RELATION_EMBED, _LINKED, RELATION_ID)
        if relation:
            yield Thing(Part.PICTURES, self._target(relation))

    def _target(self, relation_id: str, relations: dict[str, Relation] | None = None) -> str:
        relation = (self._relations if relations is None else relations).get(relation_id)
        if relation is None:
            return digest_of(relation_id)
        if not self._package.holds(relation):
            return digest_of(relation.target)
        return self._package.digest(relation.target)

    def _root(self, kind: str) -> etree._Element | None:
        part = self._package.part_of(self._relations, kind)
        return None if part is None else self._package.xml(part)

    def _note(self, kind: str, note_id: str) -> Iterator[Thing]:
        if kind not in self._notes:
            root = self._root(kind)
            notes = () if root is None else root.iterfind(w(kind.removesuffix("s")))
            self._notes[kind] = {note.get(ID, ""): note for note in notes}
        note = self._notes[kind].get(note_id)
        if note is not None:
            words = _words(note)
            from quyche_app.reading.typed_notes import tells_source  # patterns that few texts need

            yield Thing(Part.SOURCE_NOTES if tells_source(words) else Part.NOTES, digest_of(words))

    def comments(self) -> Iterator[Thing]:
        """Give the comments in the margin."""
        root = self._root("comments")
        for comment in () if root is None else root.iterfind(w("comment")):
            yield Thing(Part.COMMENTS, digest_of(_words(comment)))

    def _page_part(self, relation_id: str) -> Iterator[Thing]:
        """A head or a foot of pages that says more than the number of the page; one that several
        sections share is one."""
        relation = self._relations.get(relation_id)
        if relation is None or not self._package.holds(relation):
            return
        root = self._package.xml(relation.target)
        words = _page_words(root)
        own = self._package.relations(relation.target)
        pictures = [
            self._target(_first_of(element, RELATION_EMBED, RELATION_ID), own)
            for element in root.iter(BLIP, IMAGE_DATA)
            if next(element.iterancestors(FALLBACK), None) is None
        ]
        digest = digest_of(words, *pictures)
        if (words or pictures) and digest not in self._seen_pages:
            self._seen_pages.add(digest)
            yield Thing(Part.PAGE_HEADS, digest)


def _formatted(element: etree._Element) -> Iterator[Thing]:
    """Words that are hidden or struck through; the mark of a paragraph has no words."""
    properties = element.getparent()
    holder = properties.getparent() if properties is not None and properties.tag == RPR else None
    if holder is None or holder.tag != R or not is_on(element):
        return
    if words := _words(holder):
        yield Thing(Part.STRUCK if element.tag in _STRIKES else Part.HIDDEN, digest_of(words))


def _words(element: etree._Element, tags: Iterable[str] = (T,)) -> str:
    """The words of an element; paragraphs are set apart by a blank."""
    out = []
    for part in element.iter(P, *tags):
        out.append(" " if part.tag == P else own_text(part))
    return " ".join("".join(out).split())


def _page_words(root: etree._Element) -> str:
    """The words of a head or foot without the results of fields; "" where only a page number is left."""
    out: list[str] = [part.get("string", "") for part in root.iter(_TEXT_PATH)]
    depth = 0
    for part in root.iter(P, T, _FIELD):
        if part.tag == _FIELD:
            kind = part.get(w("fldCharType"))
            depth += {"begin": 1, "end": -1}.get(kind or "", 0)
        elif part.tag == P:
            out.append(" ")
        elif depth <= 0 and next(part.iterancestors(w("fldSimple"), FALLBACK), None) is None:
            out.append(own_text(part))
    words = " ".join("".join(out).split())
    return words if _LETTER.search(_PAGE_WORDS.sub(" ", words)) else ""


def _own(holder: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also those in content controls; not those of tables in cells."""
    for child in holder:
        if child.tag == wanted:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _own(child, wanted)


def _shape(table: Table, element: etree._Element) -> TableShape:
    rows = []
    has_merged = False
    for row in _own(element, TR):
        cells = []
        for cell in _own(row, TC):
            properties = cell.find(_CELL_PROPERTIES)
            goes_on = continues_above(properties)
            has_merged |= goes_on
            cells.append(f"{number(child_value(properties, _SPAN), 1)}{'+' if goes_on else ''}")
        rows.append(" ".join(cells))
    grid = element.find(w("tblGrid"))
    widths = (
        []
        if grid is None
        else [number(column.get(w("w"))) for column in grid.iterfind(w("gridCol"))]
    )
    total = sum(widths)
    inner = sum(1 for _ in element.iter(TBL)) > 1
    return TableShape(
        "\n".join(block_lines(table)),
        "/".join(rows),
        has_merged,
        inner,
        tuple(round(100 * width / total) for width in widths) if total and all(widths) else (),
    )


def _first_of(element: etree._Element, *names: str) -> str:
    """The first attribute of these that says anything; empty where none does."""
    return next(filter(None, map(element.get, names)), "")
