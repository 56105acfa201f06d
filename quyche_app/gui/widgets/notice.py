"""A strip over the contents that says what happened and asks what to do; never a box."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from quyche_app.gui.theme.look import color, px
from quyche_app.gui.widgets.basic import Label, clear, row
from quyche_app.gui.widgets.buttons import Button
from quyche_app.gui.widgets.states import IconMark


class NoticeBar(QWidget):
    """Hidden until something has to be said."""

    def __init__(self) -> None:
        super().__init__()
        layout = row(self, margins=(14, 6, 14, 6), gap=10)
        layout.addWidget(IconMark("warn", 18, "doubt"))
        self._words = Label("", wraps=True)
        layout.addWidget(self._words, 1)
        self._buttons = row(gap=8)
        layout.addLayout(self._buttons)
        self.hide()

    def tell(self, words: str, choices: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Say something; each choice is a button, that puts the notice away first."""
        self._words.setText(words)
        self.setAccessibleName(words)
        clear(self._buttons)
        for text, run in choices:
            button = Button(text, small=True)
            button.clicked.connect(self.hide)
            button.clicked.connect(run)
            self._buttons.addWidget(button)
        self.show()

    @property
    def words(self) -> str:
        """What is said, "" when nothing is."""
        return "" if self.isHidden() else self._words.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("doubt_pale"))
        painter.fillRect(0, 0, px(4), self.height(), color("doubt"))
        painter.setPen(color("line"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
