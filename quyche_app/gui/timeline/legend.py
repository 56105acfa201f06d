"""What the tones of the bars mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, program_font, px
from quyche_app.gui.timeline.models import tone_brush
from quyche_app.languages import tr

_ENTRIES = (("tone1", "lời văn gốc"), ("tone2", "sau lần sửa 1"), ("tone3", "sau lần sửa 2"))


_DAY = "ngày đang xem"


class Legend(QWidget):
    """Swatches with words, and the line of the day."""

    def sizeHint(self) -> QSize:
        return QSize(px(300), px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(100), px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(program_font(t.SIZE_SMALL))
        x = px(14)
        for role, words in _ENTRIES:
            if x + px(20) + painter.fontMetrics().horizontalAdvance(tr(words)) > self.width():
                return  # what does not fit is left out whole
            painter.setPen(QPen(color("edge"), 1))
            painter.setBrush(tone_brush(role))
            painter.drawRect(QRectF(x + 0.5, self.height() / 2 - px(5), px(16), px(10)))
            painter.setPen(color("text2"))
            width = painter.fontMetrics().horizontalAdvance(tr(words))
            box = QRectF(x + px(20), 0, width + 4, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, tr(words))
            x += px(20) + width + px(16)
        if x + px(8) + painter.fontMetrics().horizontalAdvance(tr(_DAY)) > self.width():
            return
        painter.setPen(QPen(color("text"), 2))
        painter.drawLine(x, px(7), x, self.height() - px(7))
        painter.setPen(color("text2"))
        box = QRectF(x + px(8), 0, px(140), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, tr(_DAY))
