"""Elements of a Word document as XML strings, escaped and in schema order."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from quyche_app.domain.beside import TableShape, cell_starts, merged_rows, shape_of, widths_of
from quyche_app.domain.units import Block, Cell, Mark, Opaque, Paragraph, Table
from quyche_app.writing.xml_characters import legal

TABLE_WIDTH = 9350  # the width of the text in twentieths of a point
CellWords = Callable[[Paragraph, int], str]
_MARK_XML = {
    "b": "<w:b/>",
    "i": "<w:i/>",
    "u": '<w:u w:val="single"/>',
    "sup": '<w:vertAlign w:val="superscript"/>',
    "sub": '<w:vertAlign w:val="subscript"/>',
}
# Order of run properties in the schema.
_MARK_ORDER = ("b", "i", "u", "sup", "sub")


def text_xml(words: str, tag: str = "w:t") -> str:
    """Give a text element; spaces at its ends are kept."""
    return f'<{tag} xml:space="preserve">{escape(legal(words))}</{tag}>'


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


def paragraph(
    inside: str,
    style: str,
    *,
    align: str = "",
    break_before: bool = False,
    mark: str = "",
    rule: int | None = None,
) -> str:
    """Give a paragraph.

    Args:
        inside: its runs.
        style: id of its style.
        align: "center" or "right" where it differs from the style.
        mark: properties of the paragraph mark (tracked changes).
        rule: a line below that leaves so much free on both sides, in twentieths of a point.
    """
    properties = f'<w:pStyle w:val="{style}"/>'
    if break_before:
        properties += "<w:pageBreakBefore/>"
    if rule is not None:
        properties += (
            '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
            f'<w:ind w:left="{rule}" w:right="{rule}"/>'
        )
    if align in ("center", "right"):
        properties += f'<w:jc w:val="{align}"/>'
    if mark:
        properties += f"<w:rPr>{mark}</w:rPr>"
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def block_xml(
    block: Block, style: str, *, bordered: bool = True, shapes: Sequence[TableShape] = ()
) -> str:
    """Give a block: a paragraph, a table, or the words that stand for a picture.

    Args:
        shapes: how the tables of the source were drawn; a table that is among them is drawn so again.
    """
    match block:
        case Paragraph():
            return paragraph(marked_runs(block.text, block.marks), style, align=block.align)
        case Table():
            shape = shape_of(block, shapes)
            return (
                table_xml(block, bordered=bordered)
                if shape is None
                else _drawn(block, shape, bordered)
            )
        case Opaque():
            return paragraph(run(block.text), style) if block.text else ""


def _drawn(table: Table, shape: TableShape, bordered: bool) -> str:
    """A table with the columns and the merged rows that it had."""
    shares = widths_of(table, shape)
    columns = max((sum(cell.span for cell in row) for row in table.rows), default=1)
    widths = [TABLE_WIDTH * share // 100 for share in shares] or equal_widths(columns)
    merged = merged_rows(table, shape)
    rows = "".join(
        row_xml(row, widths, merges=_merges(table, merged, place) if merged else ())
        for place, row in enumerate(table.rows)
    )
    return table_of_rows(rows, widths, bordered=bordered)


def _merges(table: Table, merged: Sequence[Sequence[bool]], place: int) -> list[str]:
    """How each cell of a row is merged downwards: it begins, it goes on, or not at all."""
    below = (
        dict(zip(cell_starts(table.rows[place + 1]), merged[place + 1], strict=True))
        if (place + 1 < len(table.rows))
        else {}
    )
    return [
        "<w:vMerge/>" if goes_on else '<w:vMerge w:val="restart"/>' if below.get(start) else ""
        for start, goes_on in zip(cell_starts(table.rows[place]), merged[place], strict=True)
    ]


def table_xml(
    table: Table,
    *,
    bordered: bool = True,
    widths: Sequence[int] = (),
    words: CellWords | None = None,
) -> str:
    """Give a table over the width of the text.

    Args:
        widths: of its columns in twentieths of a point; all the same where none are given.
        words: gives a paragraph of a cell, whose width it is told, where it is no plain one.
    """
    widths = widths or equal_widths(
        max((sum(c.span for c in row) for row in table.rows), default=1)
    )
    return table_of_rows(
        "".join(row_xml(row, widths, words=words) for row in table.rows), widths, bordered=bordered
    )


def equal_widths(columns: int) -> Sequence[int]:
    """Give the widths of columns that are all the same."""
    return (TABLE_WIDTH // columns,) * columns


def table_of_rows(rows: str, widths: Sequence[int], *, bordered: bool) -> str:
    """Give a table of rows that are written."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    style = "QCTable" if bordered else "QCPlainTable"
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="5000" w:type="pct"/>'
        f'<w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def row_xml(
    cells: Sequence[Cell],
    widths: Sequence[int],
    mark: str = "",
    words: CellWords | None = None,
    merges: Sequence[str] = (),
) -> str:
    """Give a table row; ``mark``: its tracked change (the inside of w:trPr); ``merges``: how each cell is
    merged downwards."""
    inside, at = "", 0
    for place, cell in enumerate(cells):
        width = sum(widths[at : at + cell.span])
        merge = merges[place] if merges else ""
        inside += cell_xml(cell.span, width, _inside(cell, width, words), merge)
        at += cell.span
    return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{inside}</w:tr>"


def cell_xml(span: int, width: int, inside: str, merge: str = "") -> str:
    """Give a cell over ``span`` columns; ``merge``: with the ones above or below."""
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{wide}{merge}</w:tcPr>{inside}</w:tc>'


def _inside(cell: Cell, width: int, words: CellWords | None) -> str:
    blocks = "".join(
        words(block, width)
        if words is not None and isinstance(block, Paragraph)
        else block_xml(block, "QCTableText")
        for block in cell.blocks
    )
    if not cell.blocks or not isinstance(cell.blocks[-1], Paragraph):
        blocks += paragraph("", "QCTableText")
    return blocks
