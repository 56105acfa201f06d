"""Elements of a Word document as XML strings, escaped and in schema order."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

from quyche_app.domain.units import Block, Cell, Mark, Opaque, Paragraph, Table

# Characters that XML 1.0 does not allow.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MARK_XML = {
    "b": "<w:b/>", "i": "<w:i/>", "u": '<w:u w:val="single"/>',
    "sup": '<w:vertAlign w:val="superscript"/>', "sub": '<w:vertAlign w:val="subscript"/>',
}
# Order of run properties in the schema.
_MARK_ORDER = ("b", "i", "u", "sup", "sub")


def text_xml(words: str, tag: str = "w:t") -> str:
    """Give a text element; spaces at its ends are kept."""
    return f'<{tag} xml:space="preserve">{escape(_ILLEGAL.sub("", words))}</{tag}>'


def run(words: str, properties: str = "", tag: str = "w:t") -> str:
    """Give a run with its properties (the inside of w:rPr)."""
    if not words:
        return ""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{inside}{text_xml(words, tag)}</w:r>"


def marked_runs(words: str, marks: Sequence[Mark] = (), properties: str = "") -> str:
    """Give the runs of a text with inline marks."""
    if not marks:
        return run(words, properties)
    borders = sorted({0, len(words), *(m.start for m in marks), *(m.end for m in marks)})
    borders = [b for b in borders if 0 <= b <= len(words)]
    out = []
    for start, end in itertools.pairwise(borders):
        kinds = {m.kind for m in marks if m.start <= start and end <= m.end}
        own = "".join(_MARK_XML[kind] for kind in _MARK_ORDER if kind in kinds)
        out.append(run(words[start:end], own + properties if own else properties))
    return "".join(out)


def footnote_reference(number: int) -> str:
    """Give the mark of a footnote in the text."""
    return (
        '<w:r><w:rPr><w:rStyle w:val="QCFootnoteReference"/></w:rPr>'
        f'<w:footnoteReference w:id="{number}"/></w:r>'
    )


def paragraph(inside: str, style: str, *, align: str = "", break_before: bool = False,
              mark: str = "") -> str:
    """Give a paragraph.

    Args:
        inside: its runs.
        style: id of its style.
        align: "center" or "right" where it differs from the style.
        mark: properties of the paragraph mark (tracked changes).
    """
    properties = f'<w:pStyle w:val="{style}"/>'
    if break_before:
        properties += "<w:pageBreakBefore/>"
    if align in ("center", "right"):
        properties += f'<w:jc w:val="{align}"/>'
    if mark:
        properties += f"<w:rPr>{mark}</w:rPr>"
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def block_xml(block: Block, style: str, *, bordered: bool = True) -> str:
    """Give a block: a paragraph, a table, or the words that stand for a picture."""
    match block:
        case Paragraph():
            return paragraph(marked_runs(block.text, block.marks), style, align=block.align)
        case Table():
            return table_xml(block, bordered=bordered)
        case Opaque():
            return paragraph(run(block.text), style) if block.text else ""


def table_xml(table: Table, *, bordered: bool = True) -> str:
    """Give a table over the width of the text."""
    columns = max((sum(c.span for c in row) for row in table.rows), default=1)
    grid = "".join(f'<w:gridCol w:w="{9350 // columns}"/>' for _ in range(columns))
    style = "QCTable" if bordered else "QCPlainTable"
    rows = "".join(row_xml(row, columns) for row in table.rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="5000" w:type="pct"/>'
        f'<w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def row_xml(cells: Sequence[Cell], columns: int, mark: str = "") -> str:
    """Give a table row; ``mark``: its tracked change (the inside of w:trPr)."""
    width = 9350 // columns
    inside = "".join(_cell_xml(cell, width) for cell in cells)
    properties = f"<w:trPr><w:cantSplit/>{mark}</w:trPr>"
    return f"<w:tr>{properties}{inside}</w:tr>"


def _cell_xml(cell: Cell, width: int) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    blocks = "".join(block_xml(block, "QCTableText") for block in cell.blocks)
    if not cell.blocks or not isinstance(cell.blocks[-1], Paragraph):
        blocks += paragraph("", "QCTableText")
    size = f'<w:tcW w:w="{width * cell.span}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{size}{span}</w:tcPr>{blocks}</w:tc>"
