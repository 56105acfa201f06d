"""The preview: a page of the text to be exported, painted by us."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from quyche_app.domain.operations import Footnote
from quyche_app.gui.export.pages import (
    PAGE_HEIGHT_MM,
    PAGE_WIDTH_MM,
    Page,
    Paginator,
)
from quyche_app.gui.export.sheet import on_paper, paint_sheet
from quyche_app.gui.text_lines import TextBlock
from quyche_app.gui.theme.look import color, px
from quyche_app.gui.widgets.basic import ground
from quyche_app.languages import tr

_FULL_WIDTH = 564  # px of the page at 100 %


class _Sheet(QWidget):
    """One page."""

    def __init__(self) -> None:
        super().__init__()
        self._page = Page()
        self._number = 1
        self._mm = 1.0
        self._text_width = 100.0

    def show_page(self, page: Page, number: int, paginator: Paginator) -> None:
        """Show another page."""
        self._page, self._number = page, number
        self._mm, self._text_width = paginator.mm, paginator.text_width
        width, height = PAGE_WIDTH_MM * self._mm, PAGE_HEIGHT_MM * self._mm
        self.setFixedSize(int(width) + px(48), int(height) + px(28))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("backdrop"))
        sheet = QRectF(px(24), px(14), PAGE_WIDTH_MM * self._mm, PAGE_HEIGHT_MM * self._mm)
        with on_paper():
            painter.fillRect(sheet, color("page"))
            painter.setPen(color("line"))
            painter.drawRect(sheet)
            paint_sheet(painter, sheet, self._page, self._number, self._mm)


class Preview(QScrollArea):
    """Pages one at a time, in a size that can be changed.

    Signals:
        turned: the page shown or the number of pages changed.
    """

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        ground(self, "backdrop")
        self._sheet = _Sheet()
        self.setWidget(self._sheet)
        self._blocks: tuple[TextBlock, ...] = ()
        self._notes: tuple[tuple[int, Footnote], ...] = ()
        self._pages: list[Page] = []
        self._paginator = Paginator(_FULL_WIDTH)
        self.number = 1
        self.zoom = 0.92
        self._is_whole = False
        self.setAccessibleName(tr("Xem trước"))

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def show_text(self, blocks: Sequence[TextBlock], notes: Sequence[tuple[int, Footnote]]) -> None:
        """Show another text, from its first page."""
        self._blocks, self._notes = tuple(blocks), tuple(notes)
        self.number = 1
        self._paginate()

    def _paginate(self) -> None:
        with on_paper():
            self._paginator = Paginator(px(_FULL_WIDTH) * self.zoom)
            self._pages = self._paginator.pages(self._blocks, self._notes)
        self.turn_to(self.number)

    def turn_to(self, number: int) -> None:
        """Show a page."""
        self.number = min(max(number, 1), max(1, self.count))
        if self._pages:
            self._sheet.show_page(self._pages[self.number - 1], self.number, self._paginator)
        self.verticalScrollBar().setValue(0)
        self.turned.emit()

    def zoom_to(self, zoom: float, *, whole: bool = False) -> None:
        """Set the size of the page."""
        self._is_whole = whole
        self.zoom = min(2.0, max(0.4, zoom))
        self._paginate()

    def show_whole(self) -> None:
        """Make the whole page fit."""
        height = self.viewport().height() - px(32)
        self.zoom_to(height / (px(_FULL_WIDTH) * PAGE_HEIGHT_MM / PAGE_WIDTH_MM), whole=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_whole:
            self.show_whole()
