"""Choices of the export dialog: what to export, and a notice."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from quyche_app.gui.export.state import Kind
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, line_height, program_font, px
from quyche_app.gui.theme.style import choice_pen, paint_radio
from quyche_app.gui.widgets.basic import Label, Panel, row
from quyche_app.gui.widgets.states import IconMark
from quyche_app.languages import tr


class KindChoice(QAbstractButton):
    """A radio with two lines in a card."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._is_on = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_kind(kind)

    def show_kind(self, kind: Kind) -> None:
        """Offer a kind of file."""
        self.kind = kind
        self.setText(tr(kind.name))
        self.setAccessibleName(tr(kind.name))
        self.setAccessibleDescription(tr(kind.remark))
        self.update()

    def set_on(self, on: bool) -> None:
        """Turn the choice on or off."""
        self._is_on = on
        self.update()

    def sizeHint(self) -> QSize:
        high = line_height(t.SIZE_BODY, True) + line_height(t.SIZE_SMALL) + px(14)
        return QSize(px(300), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(choice_pen(is_on=self._is_on, has_focus=self.hasFocus()))
        painter.setBrush(color("accent_pale" if self._is_on else "control"))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, px(t.RADIUS_CARD), px(t.RADIUS_CARD))
        if self._is_on:
            painter.fillRect(QRectF(box.x(), box.y() + 3, px(3), box.height() - 6), color("accent"))
        high = line_height(t.SIZE_BODY, True)
        top = px(6)
        paint_radio(painter, QRectF(px(10), top, px(16), high), is_on=self._is_on)
        painter.setFont(program_font(bold=True))
        painter.setPen(color("text"))
        words = QRectF(px(34), top, self.width() - px(40), high)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(program_font(t.SIZE_SMALL))
        painter.setPen(color("text2"))
        second = QRectF(px(34), top + high, self.width() - px(40), line_height(t.SIZE_SMALL))
        remark = painter.fontMetrics().elidedText(
            tr(self.kind.remark), Qt.TextElideMode.ElideRight, int(second.width())
        )
        painter.drawText(second, Qt.AlignmentFlag.AlignVCenter, remark)


class Notice(Panel):
    """An amber strip with a sentence; hidden without one."""

    def __init__(self, role: str) -> None:
        super().__init__(f"{role}_pale")
        line = row(self, margins=(10, 6, 10, 6), gap=8)
        line.addWidget(IconMark("warn", 16, role), alignment=Qt.AlignmentFlag.AlignTop)
        self._words = Label("", role, t.SIZE_SMALL, wraps=True)
        line.addWidget(self._words, 1)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show a sentence, or nothing."""
        self._words.setText(tr(sentence))
        self.setVisible(bool(sentence))
