"""The dashed zone that takes files."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, px
from quyche_app.gui.widgets.basic import Label, column, row
from quyche_app.gui.widgets.buttons import Button
from quyche_app.gui.widgets.states import IconMark
from quyche_app.languages import tr


class DashedBox(QWidget):
    """A surface with a dashed frame; the frame is accented while files hover."""

    def __init__(self) -> None:
        super().__init__()
        self._is_hovered = False

    def set_hovered(self, hovered: bool) -> None:
        """Show that files hover over the window."""
        self._is_hovered = hovered
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(color("accent" if self._is_hovered else "edge"), 1.5)
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([2.5, 2.5])
        painter.setPen(pen)
        painter.setBrush(color("accent_pale" if self._is_hovered else "panel"))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, px(t.RADIUS_CARD), px(t.RADIUS_CARD))


class DropZone(DashedBox):
    """The zone below the table of the library."""

    choose = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(px(66))
        layout = row(self, margins=(32, 8, 32, 8), gap=16)
        layout.addWidget(IconMark("drop", 24))
        words = column(gap=2)
        self._title = Label(tr("Thả tệp vào đây để nhập"), bold=True)
        words.addStretch()
        words.addWidget(self._title)
        words.addWidget(
            Label(
                tr(
                    "Word (.docx) hoặc chữ (.txt) · mỗi lần nhiều tệp · tệp gốc luôn được giữ nguyên"
                ),
                "text2",
                t.SIZE_SMALL,
                wraps=True,
            )
        )
        words.addStretch()
        layout.addLayout(words, 1)
        button = Button(tr("Chọn tệp…"), "folder")
        button.clicked.connect(self.choose)
        layout.addWidget(button)

    def show_hover(self, count: int) -> None:
        """Say what a drop would do; 0 when nothing hovers."""
        self.set_hovered(count > 0)
        self._title.setText(
            tr("Thả để nhập {count} tệp", count=count) if count else tr("Thả tệp vào đây để nhập")
        )
