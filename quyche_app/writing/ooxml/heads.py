"""The head of an act as a table: body and number on the left, the State or the Party on the right.

The right column is the wider one, so that "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" stands on one line; a
rule as long as the words stands under the motto and under the name of the Party.
Source: NĐ 30/2020, phụ lục I, mục II.1; HD 36-HD/VPTW, phụ lục 3.
"""

from __future__ import annotations

from quyche_app.domain.units import Opaque, Paragraph, Table
from quyche_app.writing.ooxml.elements import block_xml, marked_runs, paragraph, table_xml

_WIDTHS = (3600, 5750)
_CELL_MARGINS = 2 * 108
# How long these are in bold letters of 13 points, the size of words in a table.
_RULED = {"Độc lập - Tự do - Hạnh phúc": 3300, "ĐẢNG CỘNG SẢN VIỆT NAM": 3580}


def frame_xml(block: Table | Opaque, style: str) -> str:
    """Give a table of the head or another object there."""
    return head_table_xml(block) if isinstance(block, Table) else block_xml(block, style)


def head_table_xml(table: Table) -> str:
    """Give a table of the head; one that is not of two columns as any other without lines."""
    is_head = all(len(row) == 2 and all(cell.span == 1 for cell in row) for row in table.rows)
    return table_xml(table, bordered=False, widths=_WIDTHS if is_head else (), words=_words)


def _words(block: Paragraph, width: int) -> str:
    length = _RULED.get(block.text.strip())
    rule = max(0, width - _CELL_MARGINS - length) // 2 if length is not None else None
    return paragraph(
        marked_runs(block.text, block.marks), "QCTableText", align=block.align, rule=rule
    )
