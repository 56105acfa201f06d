"""Words of a text in the serif inside panels and cards, with marks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from quyche_app.gui.text_lines import Line
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, px
from quyche_app.gui.widgets.text_cell import CellStyle, TextCell

_STYLE = CellStyle(t.SIZE_QUOTATION, False, 0, 0, 2)


class Quotation(QWidget):
    """As high as its words need; a bar at the left says that they are quoted."""

    def __init__(self, *, has_bar: bool = True) -> None:
        super().__init__()
        self._left = 13 if has_bar else 0
        self._cell = TextCell([], _STYLE)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other words."""
        self._cell = TextCell(lines, _STYLE)
        self.setAccessibleName(" ".join(line.text for line in lines))
        self._fit()
        self.update()

    def _fit(self) -> None:
        height = self._cell.lay_out(max(80, self.width() - px(self._left)))
        self.setFixedHeight(int(height) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._left:
            painter.fillRect(0, 0, px(3), self.height(), color("line"))
        self._cell.paint(painter, px(self._left), 0)
