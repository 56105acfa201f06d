"""The head and the signature of an act typed, or written by ourselves, as two columns of plain text.

"ĐẢNG ỦY XÃ … | ĐẢNG CỘNG SẢN VIỆT NAM", "* |", "Số … | …, ngày …": the stroke parts the columns of a
table without lines (NĐ 30/2020, phụ lục I; HD 36-HD/VPTW, phụ lục 3) and is no word of the text. Rows of
other tables keep their strokes: how many columns those have is not sure from a line.
"""

from __future__ import annotations

from collections.abc import Sequence

from quyche_app.domain.patterns import late
from quyche_app.domain.sources import SourceParagraph
from quyche_app.domain.units import Cell, Paragraph, Table, line_cells

STROKE = "|"
# What stands in a head or in a signature and in no table of contents of an act.
_HEAD = late(r"CỘNG H[ÒO][ÀA]? XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM")
_SIGNATURE = late(r"Nơi nhận\b|NƠI NHẬN\b|(?:T/M|TM\.|KT\.|K/T|TL\.|T/L|TUQ\.)\s")


def with_columns(paragraphs: Sequence[SourceParagraph]) -> tuple[SourceParagraph, ...]:
    """Give the paragraphs with heads and signatures of two columns as tables; a row keeps the number of
    its line."""
    result: list[SourceParagraph] = []
    run: list[SourceParagraph] = []
    for paragraph in paragraphs:
        if run and not (_is_row(paragraph) and paragraph.number == run[-1].number + 1):
            result += _table(run)
            run = []
        if _is_row(paragraph):
            run.append(paragraph)
        else:
            result.append(paragraph)
    return (*result, *_table(run))


def _is_row(paragraph: SourceParagraph) -> bool:
    text = paragraph.text
    return text.count(STROKE) == 1 and len(line_cells(text)) == 2


def _table(run: list[SourceParagraph]) -> list[SourceParagraph]:
    rows = [line_cells(paragraph.text) for paragraph in run]
    cells = [cell for row in rows for cell in row]
    is_head = any(_HEAD.search(cell) for cell in cells)
    if not is_head and not any(_SIGNATURE.match(cell) for cell in cells):
        return run
    align = "center" if is_head else ""  # a signature has its list of recipients at the left
    table = Table(
        tuple(tuple(Cell((Paragraph(words, align=align),)) for words in row) for row in rows)
    )
    return [SourceParagraph(run[0].number, table)]
