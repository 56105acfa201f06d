"""The minimap: one tick per change at its place; the form tells the kind without colour:
removed = left half, added = right half, edited = full width, moved = two short pieces
(docs/window.md 5.4).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip

from quyche_app.gui.theme.look import color, px
from quyche_app.gui.widgets.basic import Panel
from quyche_app.languages import tr

WIDTH = 20


class Minimap(Panel):
    """20 px beside the columns; dragging scrolls."""

    moved_to = Signal(float)

    def __init__(self) -> None:
        super().__init__("panel", "lr")
        self.setFixedWidth(px(WIDTH))
        self.setAccessibleName(tr("Bản đồ thay đổi"))
        self._ticks: list[tuple[float, str, str]] = []
        self._visible = (0.0, 1.0)

    def show_ticks(self, ticks: list[tuple[float, str, str]], visible: tuple[float, float]) -> None:
        """Show other changes and the visible part."""
        self._ticks, self._visible = ticks, visible
        self.update()

    def _y(self, share: float) -> float:
        return px(4) + share * (self.height() - px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        left, width = px(3), self.width() - px(6)
        # Many changes need thin ticks, or the places between them would not be seen.
        high = min(px(4), max(1.0, self.height() / (2 * max(1, len(self._ticks)))))
        for share, role, _ in self._ticks:
            y = self._y(share)
            ink = color(role)
            match role:
                case "removed":
                    pieces = [QRectF(left, y, width / 2, high)]
                case "added":
                    pieces = [QRectF(left + width / 2, y, width / 2, high)]
                case "moved":
                    third = width / 3
                    pieces = [
                        QRectF(left, y, third, high),
                        QRectF(left + 2 * third, y, third, high),
                    ]
                case _:
                    pieces = [QRectF(left, y, width, high)]
            for piece in pieces:
                painter.fillRect(piece, ink)
        top, bottom = (self._y(share) for share in self._visible)
        painter.setPen(QPen(color("edge"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(1.5, top, self.width() - 3, max(px(12), bottom - top)), 2, 2)

    def _drag(self, event: QMouseEvent) -> None:
        share = (event.position().y() - px(4)) / max(1, self.height() - px(12))
        self.moved_to.emit(min(1.0, max(0.0, share)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._ticks:
            nearest = min(self._ticks, key=lambda tick: abs(self._y(tick[0]) - event.pos().y()))
            QToolTip.showText(event.globalPos(), nearest[2], self)
            return True
        return super().event(event)
