"""Empty, loading and error panels. Source: docs/window.md 4.2."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.icons import paint_icon
from quyche_app.gui.theme.look import color, px
from quyche_app.gui.widgets.basic import Label, Panel, column, row
from quyche_app.gui.widgets.buttons import Button
from quyche_app.languages import tr


class IconMark(QWidget):
    """A large icon."""

    def __init__(self, name: str, size: int = 28, role: str = "text") -> None:
        super().__init__()
        self._name, self._role = name, role
        self.setFixedSize(px(size), px(size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, self._name, QRectF(self.rect()), color(self._role))


class EmptyState(Panel):
    """What belongs here, with one button and at most one more."""

    chosen = Signal()
    chosen_second = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str,
        button: str = "",
        second: str = "",
        button_icon: str = "",
    ) -> None:
        super().__init__("window")
        outer = column(self, margins=(24, 24, 24, 24))
        outer.addStretch(2)
        inner = column(gap=12)
        inner.addWidget(IconMark(icon, 34, "text2"), alignment=Qt.AlignmentFlag.AlignHCenter)
        heading = Label(title, size=t.SIZE_EMPTY_TITLE - 2, bold=True)
        heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        inner.addWidget(heading)
        words = Label(sentence, "text2", wraps=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setFixedWidth(px(520))
        inner.addWidget(words, alignment=Qt.AlignmentFlag.AlignHCenter)
        buttons = row(gap=8)
        buttons.addStretch()
        self.button = Button(button, button_icon, main=True)
        if not button:
            self.button.hide()
        self.button.clicked.connect(self.chosen)
        buttons.addWidget(self.button)
        if second:
            other = Button(second)
            other.clicked.connect(self.chosen_second)
            buttons.addWidget(other)
        buttons.addStretch()
        inner.addLayout(buttons)
        outer.addLayout(inner)
        outer.addStretch(3)
        self.setAccessibleName(f"{title}. {sentence}")


class ErrorPanel(Panel):
    """What happened, what stays safe, what to do; never a box."""

    retry = Signal()

    def __init__(self) -> None:
        super().__init__("window")
        outer = column(self, margins=(24, 24, 24, 24))
        outer.addStretch(2)
        self._sentence = Label("", size=t.SIZE_H1, bold=True, wraps=True)
        self._safe = Label("", "text2", wraps=True)
        self._code = Label("", "text2", t.SIZE_SMALL)
        for label in (self._sentence, self._safe):
            label.setFixedWidth(px(620))
        inner = column(gap=10)
        head = row(gap=10)
        head.addWidget(IconMark("err", 24, "removed"), alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._sentence)
        inner.addLayout(head)
        inner.addWidget(self._safe)
        buttons = row()
        again = Button(tr("Thử lại"), "history")
        again.clicked.connect(self.retry)
        buttons.addWidget(again)
        buttons.addWidget(self._code)
        buttons.addStretch()
        inner.addLayout(buttons)
        middle = row()
        middle.addStretch()
        middle.addLayout(inner)
        middle.addStretch()
        outer.addLayout(middle)
        outer.addStretch(3)

    def tell(self, sentence: str, code: str) -> None:
        """Show an error; the texts of the workspace are as they were."""
        self._sentence.setText(sentence)
        self._safe.setText(tr("Văn bản trong kho không bị thay đổi."))
        self._code.setText(tr("Mã {code}", code=code))
        self.setAccessibleName(sentence)


class LoadingPanel(Panel):
    """A line that says what is read; no spinners."""

    def __init__(self) -> None:
        super().__init__("window")
        layout = column(self, margins=(24, 24, 24, 24))
        self._words = Label(tr("Đang đọc…"), "text2")
        layout.addWidget(self._words)
        layout.addStretch()

    def tell(self, words: str) -> None:
        """Say what is read now."""
        self._words.setText(words)
