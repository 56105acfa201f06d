"""A thin line that shows a share."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from quyche_app.gui.theme.look import color, px


class ProgressLine(QWidget):
    """96 × 6: what is done of the whole."""

    def __init__(self, width: int = 90) -> None:
        super().__init__()
        self.setFixedSize(px(width), px(6))
        self._share = 0.0

    def show_share(self, share: float) -> None:
        """Show another share, 0 to 1."""
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleDescription(f"{round(self._share * 100)} %")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A frame around the whole, so that nothing done cannot look like all done (high contrast).
        painter.setPen(color("edge"))
        painter.setBrush(color("control"))
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(whole, px(3), px(3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent"))
        painter.drawRoundedRect(
            QRectF(0, 0, self.width() * self._share, self.height()), px(3), px(3)
        )
