"""A text cut into pages for the preview: lines from top to bottom, notes at the foot of their page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from quyche_app.domain.operations import Footnote
from quyche_app.gui.text_lines import Line, Run, TextBlock
from quyche_app.gui.theme.look import current_look
from quyche_app.gui.widgets.text_cell import CellStyle, TextCell

# A4 and the margins of official papers, mm (HD 05-HD/VPTW and NĐ 30/2020 agree on these).
PAGE_WIDTH_MM, PAGE_HEIGHT_MM = 210, 297
LEFT_MM, RIGHT_MM, TOP_MM, BOTTOM_MM = 30, 20, 20, 20
_TYPE_MM = 14 / 72 * 25.4
_NOTE_MM = 10 / 72 * 25.4


@dataclass(frozen=True, slots=True)
class Slice:
    """Part of a cell on a page: from ``top`` to ``bottom`` of the cell, painted at ``y``."""

    cell: TextCell
    top: float
    bottom: float
    y: float


@dataclass
class Page:
    """What stands on a page."""

    slices: list[Slice] = field(default_factory=list)
    notes: list[TextCell] = field(default_factory=list)
    notes_height: float = 0.0


def _is_heading(block: TextBlock) -> bool:
    return bool(block.lines) and block.lines[-1].look in ("group", "article")


class Paginator:
    """Fills pages for a width of the page in px."""

    def __init__(self, page_width: float) -> None:
        self.mm = page_width / PAGE_WIDTH_MM
        self.text_width = (PAGE_WIDTH_MM - LEFT_MM - RIGHT_MM) * self.mm
        self._height = (PAGE_HEIGHT_MM - TOP_MM - BOTTOM_MM) * self.mm
        self._gap = 1.6 * self.mm
        scale = current_look().scale
        self._style = CellStyle(
            _TYPE_MM * self.mm / scale,
            True,
            10 * self.mm / scale,
            5 * self.mm / scale,
            1.6 * self.mm / scale,
        )
        self._note_style = CellStyle(_NOTE_MM * self.mm / scale, False, 0, 0, 0)

    def pages(
        self, blocks: Sequence[TextBlock], notes: Sequence[tuple[int, Footnote]]
    ) -> list[Page]:
        """Give the pages."""
        waiting = dict(notes)
        pages = [Page()]
        y = 0.0
        for at, block in enumerate(blocks):
            cell = self._cell(block)
            numbers = [
                int(line.text[run.start : run.end])
                for line in block.lines
                for run in line.runs
                if run.form == "note" and line.text[run.start : run.end].isdigit()
            ]
            own = [self._note_cell(n, waiting[n]) for n in numbers if n in waiting]
            page = pages[-1]
            is_part = block.slot == "front" and at > 0  # an appendix begins a page
            room = self._height - page.notes_height - y
            if page.slices and (is_part or self._needed_together(blocks, at) > room):
                pages.append(Page())
                y = 0.0
            y = self._place(cell, own, pages, y + self._gap if pages[-1].slices else y)
        return pages

    def _cell(self, block: TextBlock) -> TextCell:
        cell = TextCell(block.lines, self._style)
        cell.lay_out(self.text_width)
        return cell

    def _needed_together(self, blocks: Sequence[TextBlock], at: int) -> float:
        """Give the height that a heading needs with the headings below it and two lines of words: no
        heading stands alone at the foot of a page. 0 for a block of words."""
        needed = 0.0
        while at < len(blocks) and _is_heading(blocks[at]):
            needed += self._cell(blocks[at]).height + self._gap
            at += 1
        if needed and at < len(blocks):
            rows = self._cell(blocks[at]).rows()[:2]
            needed += rows[-1][1] - rows[0][0] + self._gap if rows else 0.0
        return needed

    def _note_cell(self, number: int, note: Footnote) -> TextCell:
        mark = str(number)
        line = Line(f"{mark} {note.text}", "plain", (Run(0, len(mark), "note"),))
        cell = TextCell([line], self._note_style)
        cell.lay_out(self.text_width)
        return cell

    def _place(self, cell: TextCell, notes: list[TextCell], pages: list[Page], y: float) -> float:
        rows = cell.rows()
        for at, (top, bottom) in enumerate(rows):
            own = notes if at == len(rows) - 1 else []
            needed = sum(note.height for note in own) + (3 * self.mm if own else 0)
            page = pages[-1]
            if page.slices and y + bottom - top + needed + page.notes_height > self._height:
                page = Page()
                pages.append(page)
                y = 0.0
            page.slices.append(Slice(cell, top, bottom, y))
            page.notes += own
            page.notes_height += needed
            following = rows[at + 1][0] if at + 1 < len(rows) else bottom
            y += following - top
        return y
