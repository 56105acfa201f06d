"""The head of an act as a table: body and number on the left, the State or the Party on the right.

The right column is the wider one, so that "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" stands on one line; a
rule as long as the words stands under the motto and under the name of the Party.
Source: NĐ 30/2020, phụ lục I, mục II.1; HD 36-HD/VPTW, phụ lục 3.
"""

from __future__ import annotations

from quyche_app.domain.units import Opaque, Paragraph, Table
from quyche_app.writing.ooxml.blocks import block_element, table_element
from quyche_app.writing.ooxml.elements import Element, marked_runs, paragraph

_WIDTHS = (3600, 5750)
_CELL_MARGINS = 2 * 108
# How long these are in bold letters of 13 points, the size of words in a table.
_RULED = {"Độc lập - Tự do - Hạnh phúc": 3300, "ĐẢNG CỘNG SẢN VIỆT NAM": 3580}


def head_element(block: Table | Opaque, style: str) -> Element | None:
    """Give a table of the head or another object there; None for one without words."""
    return _head_table(block) if isinstance(block, Table) else block_element(block, style)


def _head_table(table: Table) -> Element:
    """A table of the head; one that is not of two columns as any other without lines."""
    is_head = all(len(row) == 2 and all(cell.span == 1 for cell in row) for row in table.rows)
    return table_element(table, bordered=False, widths=_WIDTHS if is_head else (), words=_words)


def _words(block: Paragraph, width: int) -> Element:
    length = _RULED.get(block.text.strip())
    rule = max(0, width - _CELL_MARGINS - length) // 2 if length is not None else None
    return paragraph(
        marked_runs(block.text, block.marks), "QCTableText", align=block.align, rule=rule
    )
