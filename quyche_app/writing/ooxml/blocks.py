"""Blocks of a text as elements of a Word file: paragraphs, tables, what stands for a picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from quyche_app.domain.beside import TableShape, cell_starts, merged_rows, shape_of, widths_of
from quyche_app.domain.units import Block, Cell, Opaque, Paragraph, Table
from quyche_app.writing.ooxml.elements import Element, marked_runs, paragraph, run, w

TABLE_WIDTH = 9350  # the width of the text in twentieths of a point
CellWords = Callable[[Paragraph, int], Element]


def block_element(
    block: Block, style: str, *, bordered: bool = True, shapes: Sequence[TableShape] = ()
) -> Element | None:
    """Give a block: a paragraph, a table, or the words that stand for a picture; None without any.

    Args:
        shapes: how the tables of the source were drawn; a table that is among them is drawn so again.
    """
    match block:
        case Paragraph():
            return paragraph(marked_runs(block.text, block.marks), style, align=block.align)
        case Table():
            shape = shape_of(block, shapes)
            if shape is None:
                return table_element(block, bordered=bordered)
            return _drawn(block, shape, bordered)
        case Opaque():
            return paragraph([run(block.text)], style) if block.text else None


def _drawn(table: Table, shape: TableShape, bordered: bool) -> Element:
    """A table with the columns and the merged rows that it had."""
    shares = widths_of(table, shape)
    widths = [TABLE_WIDTH * share // 100 for share in shares] or equal_widths(columns_of(table))
    merged = merged_rows(table, shape)
    rows = (
        row_element(row, widths, merges=_merges(table, merged, place) if merged else ())
        for place, row in enumerate(table.rows)
    )
    return table_of_rows(rows, widths, bordered=bordered)


def _merges(table: Table, merged: Sequence[Sequence[bool]], place: int) -> list[Element | None]:
    """How each cell of a row is merged downwards: it begins, it goes on, or not at all."""
    below: dict[int, bool] = {}
    if place + 1 < len(table.rows):
        starts_below = cell_starts(table.rows[place + 1])
        below = dict(zip(starts_below, merged[place + 1], strict=True))
    return [
        w("vMerge") if goes_on else w("vMerge", val="restart") if below.get(start) else None
        for start, goes_on in zip(cell_starts(table.rows[place]), merged[place], strict=True)
    ]


def table_element(
    table: Table,
    *,
    bordered: bool = True,
    widths: Sequence[int] = (),
    words: CellWords | None = None,
) -> Element:
    """Give a table over the width of the text.

    Args:
        widths: of its columns in twentieths of a point; all the same where none are given.
        words: gives a paragraph of a cell, whose width it is told, where it is no plain one.
    """
    widths = widths or equal_widths(columns_of(table))
    rows = (row_element(row, widths, words=words) for row in table.rows)
    return table_of_rows(rows, widths, bordered=bordered)


def columns_of(table: Table) -> int:
    """Give how many columns a table has: those of its widest row."""
    return max((sum(cell.span for cell in row) for row in table.rows), default=1)


def equal_widths(columns: int) -> Sequence[int]:
    """Give the widths of columns that are all the same."""
    return (TABLE_WIDTH // columns,) * columns


def table_of_rows(rows: Iterable[Element], widths: Sequence[int], *, bordered: bool) -> Element:
    """Give a table of rows that are made."""
    style = "QCTable" if bordered else "QCPlainTable"
    looks = (w("tblStyle", val=style), w("tblW", w="5000", type="pct"), w("tblLook", val="0000"))
    grid = w("tblGrid", *(w("gridCol", w=str(width)) for width in widths))
    return w("tbl", w("tblPr", *looks), grid, *rows)


def row_element(
    cells: Sequence[Cell],
    widths: Sequence[int],
    mark: Element | None = None,
    words: CellWords | None = None,
    merges: Sequence[Element | None] = (),
) -> Element:
    """Give a table row.

    Args:
        mark: its tracked change.
        merges: how each cell is merged downwards.
    """
    made, at = [], 0
    for place, cell in enumerate(cells):
        width = sum(widths[at : at + cell.span])
        merge = merges[place] if merges else None
        made.append(cell_element(cell.span, width, _inside(cell, width, words), merge))
        at += cell.span
    return row_of_cells(made, mark)


def row_of_cells(cells: Iterable[Element], mark: Element | None = None) -> Element:
    """Give a row of cells that are made; it stays on one page."""
    properties = w("trPr", w("cantSplit"))
    if mark is not None:
        properties.append(mark)
    return w("tr", properties, *cells)


def cell_element(
    span: int, width: int, inside: Iterable[Element], merge: Element | None = None
) -> Element:
    """Give a cell over ``span`` columns; ``merge``: with the ones above or below."""
    properties = w("tcPr", w("tcW", w=str(width), type="dxa"))
    if span > 1:
        properties.append(w("gridSpan", val=str(span)))
    if merge is not None:
        properties.append(merge)
    return w("tc", properties, *inside)


def _inside(cell: Cell, width: int, words: CellWords | None) -> list[Element]:
    blocks = (
        words(block, width)
        if words is not None and isinstance(block, Paragraph)
        else block_element(block, "QCTableText")
        for block in cell.blocks
    )
    made = [block for block in blocks if block is not None]
    if not cell.blocks or not isinstance(cell.blocks[-1], Paragraph):
        made.append(paragraph((), "QCTableText"))  # a cell ends with a paragraph
    return made
