"""The strip that names both versions of a comparison. Source: docs/window.md 5.4."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from quyche_app.gui.compare.view import CompareView
from quyche_app.gui.theme.look import color, program_font, px
from quyche_app.gui.widgets.basic import Panel
from quyche_app.gui.widgets.text_wrap import elided
from quyche_app.languages import tr


class Heads(Panel):
    """TRƯỚC and SAU with names, above the columns."""

    def __init__(self, view: CompareView) -> None:
        super().__init__("panel", "b")
        self.setFixedHeight(px(28))
        self._view = view
        self._words = ("", "")

    def show_words(self, left: str, right: str) -> None:
        """Name both versions."""
        self._words = (left, right)
        self.setAccessibleName(tr("Trước: {left}. Sau: {right}.", left=left, right=right))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        lefts = self._view.column_lefts()
        rights = (lefts[1] - px(50), self.width())
        heads = (tr("TRƯỚC"), tr("SAU"))
        for left, right, head, words in zip(lefts, rights, heads, self._words, strict=True):
            painter.setFont(program_font(bold=True))
            painter.setPen(color("text"))
            width = painter.fontMetrics().horizontalAdvance(head)
            painter.drawText(
                QRectF(left, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, head
            )
            painter.setFont(program_font())
            painter.setPen(color("text2"))
            room = right - left - width - px(13)
            shown = elided(words, painter.fontMetrics(), int(room))
            painter.drawText(
                QRectF(left + width + px(5), 0, room, self.height()),
                Qt.AlignmentFlag.AlignVCenter,
                shown,
            )
