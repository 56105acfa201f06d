"""Words of a text in the serif inside panels and cards, with marks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

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
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other words."""
        self._cell = TextCell(lines, _STYLE)
        self.setAccessibleName(" ".join(line.text for line in lines))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(self._cell.lay_out(max(80, width - px(self._left)))) + 2

    def sizeHint(self) -> QSize:
        width = self.width() or px(260)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._left:
            painter.fillRect(0, 0, px(3), self.height(), color("line"))
        self._cell.lay_out(max(80, self.width() - px(self._left)))
        self._cell.paint(painter, px(self._left), 0)
