"""One column of provisions: as a white page on grey, or as a plain column.

Rows are laid out when first seen; until then their height is an estimate.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

from quyche_app.gui.stack import Stack
from quyche_app.gui.text_lines import TextBlock
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, px
from quyche_app.gui.widgets.text_cell import CellStyle, TextCell
from quyche_app.gui.widgets.text_surface import Spot, TextSurface

_EXACT_UP_TO = 1200  # rows; longer texts are laid out as they are seen
PAGE_WIDTH = 664
_PAGE_MARGIN = 58
_COLUMN_MARGIN = 14


class FlowView(TextSurface):
    """A text from top to bottom.

    Args:
        is_page: a white page of 664 px on grey, else the column fills the view.
        size: of type, in px at 100 %.
    """

    def __init__(
        self, *, is_page: bool = False, size: float = t.SIZE_COLUMN, gap: float = 6
    ) -> None:
        super().__init__()
        self._is_page = is_page
        self._style = CellStyle(size=size, gap=gap)
        self._blocks: tuple[TextBlock, ...] = ()
        self._cells: list[TextCell] = []
        self._stack = Stack()
        self._row_of: dict[str, int] = {}
        self._present = -1
        self._barred: frozenset[str] = frozenset()
        self._zoom = 1.0

    # -- contents ---------------------------------------------------------------------------

    def show_blocks(self, blocks: Sequence[TextBlock], changed: Iterable[str] = ()) -> None:
        """Show a text; provisions named in ``changed`` get a bar in the margin."""
        self._blocks = tuple(blocks)
        self._barred = frozenset(changed)
        self._row_of = {}
        for row, block in enumerate(self._blocks):
            self._row_of.setdefault(block.unit_id, row)
        self._present = -1
        self.clear_selection()
        self._make_cells()

    def _make_cells(self) -> None:
        style = CellStyle(
            size=self._style.size * self._zoom,
            gap=self._style.gap * self._zoom,
            first_indent=self._style.first_indent * self._zoom,
            depth_indent=self._style.depth_indent * self._zoom,
        )
        self._cells = [TextCell(block.lines, style) for block in self._blocks]
        self._measure()

    def _measure(self) -> None:
        width = self._text_width()
        is_short = len(self._cells) <= _EXACT_UP_TO
        heights = [
            (cell.lay_out(width) if is_short else cell.estimated_height(width)) + self._gap(row)
            for row, cell in enumerate(self._cells)
        ]
        self._stack = Stack(heights, exact=is_short)
        self._set_range()

    def _gap(self, row: int) -> float:
        """Room above a row: more before chapters and articles."""
        lines = self._blocks[row].lines
        look = lines[0].look if lines else "body"
        room = {"group": 16, "article": 10}.get(look, 5)
        return px(room * self._zoom)

    def _set_range(self) -> None:
        view = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, int(self._stack.total + 2 * self._top_margin() - view)))
        bar.setPageStep(view)
        bar.setSingleStep(px(24))
        self.viewport().update()

    # -- geometry -----------------------------------------------------------------------------

    def _page_rect(self) -> QRectF:
        view = self.viewport().width()
        if not self._is_page:
            return QRectF(0, 0, view, self.viewport().height())
        width = min(px(PAGE_WIDTH * self._zoom), view - px(28))
        return QRectF((view - width) / 2, 0, width, 0)

    def _margin(self) -> int:
        if not self._is_page:
            return px(_COLUMN_MARGIN)
        return px(_PAGE_MARGIN * self._zoom)

    def _top_margin(self) -> int:
        return px(14) + px(36) if self._is_page else px(10)

    def _text_width(self) -> float:
        return max(80.0, self._page_rect().width() - 2 * self._margin())

    def zoom_to(self, zoom: float) -> None:
        """Set the size of the page: 0.5 to 3."""
        self._zoom = min(3.0, max(0.5, zoom))
        present = self._present
        self._make_cells()
        if present >= 0:
            self._scroll_to_row(present)

    @property
    def zoom(self) -> float:
        """The size of the page; 1.0 as at 100 %."""
        return self._zoom

    # -- places -------------------------------------------------------------------------------

    def set_present(self, unit_id: str, *, scroll: bool = True) -> bool:
        """Shade a provision and bring it to one third of the height; False when it is not here."""
        row = self._row_of.get(unit_id, -1)
        self._present = row
        if row >= 0 and scroll:
            self._scroll_to_row(row)
        self.viewport().update()
        return row >= 0

    def _scroll_to_row(self, row: int) -> None:
        view = self.viewport().height()
        for near in range(max(0, row - 30), min(len(self._cells), row + 30)):
            self._settle(near)
        self._set_range()
        self.verticalScrollBar().setValue(int(self._stack.top(row) + self._top_margin() - view / 3))

    def present_unit(self) -> str:
        """The unit that is shaded, "" for none."""
        return self._blocks[self._present].unit_id if self._present >= 0 else ""

    def block_at(self, row: int) -> TextBlock:
        """Give the block of a row."""
        return self._blocks[row]

    # -- TextSurface --------------------------------------------------------------------------

    def present_row(self) -> int:
        return self._present

    def row_words(self, row: int) -> str:
        return self._cells[row].copied(0, self._cells[row].length) if row >= 0 else ""

    def cell_at(self, column: int, row: int) -> TextCell | None:
        if not 0 <= row < len(self._cells):
            return None
        self._cells[row].lay_out(self._text_width())
        return self._cells[row]

    def row_at(self, point: QPoint) -> int:
        y = point.y() + self.verticalScrollBar().value() - self._top_margin()
        return self._stack.row_at(y) if self._cells else -1

    def spot_at(self, point: QPoint) -> Spot | None:
        row = self.row_at(point)
        cell = self.cell_at(0, row)
        if cell is None:
            return None
        y = point.y() + self.verticalScrollBar().value() - self._top_margin()
        left = self._page_rect().x() + self._margin()
        inside_y = y - self._stack.top(row) - self._gap(row)
        return Spot(0, row, cell.position_at(point.x() - left, inside_y))

    # -- painting -----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        row = self._stack.row_at(self.verticalScrollBar().value()) if self._cells else -1
        self._measure()
        if self._present >= 0 and not event.oldSize().isValid():
            self._scroll_to_row(self._present)  # the place was asked for before the view had a size
        elif row >= 0 and event.oldSize().width() != event.size().width():
            self.verticalScrollBar().setValue(int(self._stack.top(row)))

    def _settle(self, row: int) -> bool:
        if self._stack.is_exact(row):
            return False
        height = self._cells[row].lay_out(self._text_width())
        return self._stack.settle(row, height + self._gap(row))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        scroll = self.verticalScrollBar().value()
        top = self._top_margin()
        visible = self._stack.visible(scroll - top, scroll - top + self.viewport().height())
        moved = [self._settle(row) for row in visible]
        if any(moved):
            self._set_range()
            visible = self._stack.visible(scroll - top, scroll - top + self.viewport().height())
        self._paint_page(painter, scroll)
        left = self._page_rect().x() + self._margin()
        for row in visible:
            self._paint_row(painter, row, left, self._stack.top(row) + top - scroll)
        self.paint_focus(painter)

    def _paint_page(self, painter: QPainter, scroll: int) -> None:
        view = QRectF(self.viewport().rect())
        painter.fillRect(view, color("window" if self._is_page else "page"))
        if self._is_page:
            page = self._page_rect()
            page.setTop(px(14) - scroll)
            page.setHeight(self._stack.total + 2 * px(36))
            painter.fillRect(page, color("page"))
            painter.setPen(color("line"))
            painter.drawRect(page.adjusted(0, 0, -1, -1))

    def _paint_row(self, painter: QPainter, row: int, left: float, y: float) -> None:
        gap, block = self._gap(row), self._blocks[row]
        height = self._stack.height(row)
        if row == self._present:
            page = self._page_rect()
            band = QRectF(page.x() + 1, y + gap - px(4), page.width() - 3, height - gap + px(8))
            painter.fillRect(band, color("accent_pale" if not self._is_page else "present"))
            painter.fillRect(QRectF(band.x(), band.y(), px(3), band.height()), color("accent"))
        if block.unit_id in self._barred:
            bar_x = left - px(28) if self._is_page else left - px(9)
            painter.fillRect(QRectF(bar_x, y + gap, px(3), height - gap), color("edit_bar"))
        self._cells[row].paint(painter, left, y + gap, self.selection_in(0, row))
