"""A card: a framed surface with rounded corners."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, px
from quyche_app.gui.widgets.basic import column


class Card(QWidget):
    """A frame around ``body``; ``set_chosen`` accents it."""

    def __init__(self, *, margin: int = 10, role: str = "control") -> None:
        super().__init__()
        self._role = role
        self._is_chosen = False
        self.body = column(self, margins=(margin, margin, margin, margin), gap=4)

    def set_chosen(self, chosen: bool) -> None:
        """Show that this card is the present one."""
        self._is_chosen = chosen
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("accent" if self._is_chosen else "line"), 1))
        painter.setBrush(color("accent_pale" if self._is_chosen else self._role))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, px(t.RADIUS_CARD), px(t.RADIUS_CARD))
        if self._is_chosen:
            painter.fillRect(QRectF(0, px(3), px(3), self.height() - px(6)), color("accent"))
