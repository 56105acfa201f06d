"""The strip under the page that finds words of the draft and replaces them: whole syllables."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox

from quyche_app.drafting.session import Place, ReplaceAll
from quyche_app.gui.drafting.desk import DraftDesk
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import program_font, px
from quyche_app.gui.widgets.basic import Label, Panel, column, row
from quyche_app.gui.widgets.buttons import Button, IconButton
from quyche_app.gui.widgets.fields import TextField
from quyche_app.languages import tr


class FindBar(Panel):
    """Find and replace in the draft that is open."""

    def __init__(self, desk: DraftDesk) -> None:
        super().__init__("panel", "t")
        self._desk = desk
        self._places: list[Place] = []
        self._at = -1
        lines = column(self, margins=(12, 6, 12, 6), gap=6)
        line = row(gap=6)
        lines.addLayout(line)
        self._words = _field(tr("Tìm trong dự thảo…"), "search")
        self._words.textChanged.connect(self._find)
        self._words.installEventFilter(self)
        line.addWidget(self._words)
        before = IconButton("up", tr("Chỗ trước"), key="Shift+F3", small=True)
        after = IconButton("down", tr("Chỗ sau"), key="F3", small=True)
        before.clicked.connect(self.before)
        after.clicked.connect(self.next)
        line.addWidget(before)
        line.addWidget(after)
        self._count = Label("", "text2", t.SIZE_SMALL)
        line.addWidget(self._count)
        line.addStretch()
        self._case = QCheckBox(tr("Phân biệt hoa, thường"))
        self._case.setFont(program_font())
        self._case.toggled.connect(self._find)
        line.addWidget(self._case)
        close = IconButton("x", tr("Đóng"), key="Esc", small=True)
        close.clicked.connect(self.leave)
        line.addWidget(close)
        second = row(gap=6)
        lines.addLayout(second)
        self._new = _field(tr("Thay bằng…"), "replace")
        self._new.installEventFilter(self)
        self._one = Button(tr("Thay"), small=True)
        self._one.clicked.connect(self.replace_one)
        self._all = Button(tr("Thay tất cả"), small=True)
        self._all.clicked.connect(self.replace_all)
        for widget in (self._new, self._one, self._all):
            second.addWidget(widget)
        second.addStretch()

    def begin(self, words: str = "", *, replaces: bool = False) -> None:
        """Open the strip, with the words that are chosen on the page."""
        for widget in (self._new, self._one, self._all):
            widget.setVisible(replaces)
        self.show()
        if words and "\n" not in words:
            self._words.setText(words)
        else:
            self._find()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()

    def leave(self) -> None:
        """Close the strip and go back to the page."""
        self.hide()
        self._desk.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        drafting = self._desk.drafting
        self._places = (
            []
            if drafting is None
            else drafting.find(self._words.text(), match_case=self._case.isChecked())
        )

    def _find(self) -> None:
        self._look()
        self._at = -1
        self._tell()

    def _tell(self) -> None:
        total = len(self._places)
        if not self._words.text().strip():
            words = ""
        elif not total:
            words = tr("không có")
        else:
            words = f"{self._at + 1}/{total}" if self._at >= 0 else tr("{count} chỗ", count=total)
        self._count.setText(words)
        for button in (self._one, self._all):
            button.setEnabled(bool(total))

    def next(self) -> None:
        """Go to the next place."""
        self._go(1)

    def before(self) -> None:
        """Go to the place before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        self._look()
        if self._places:
            self._at = (
                (self._at + by) % len(self._places)
                if self._at >= 0 or by > 0
                else (len(self._places) - 1)
            )
            place = self._places[self._at]
            self._desk.page.go_to_spot(
                place.unit_id, place.slot, place.index, place.start, place.end - place.start
            )
        self._tell()

    def replace_one(self) -> None:
        """Replace the place that is shown and go to the next."""
        if self._at < 0:
            self._go(1)
            return
        self._look()
        if self._at < len(self._places):
            self._replace([self._places[self._at]])
            self._at -= 1
            self._go(1)

    def replace_all(self) -> None:
        """Replace every place in one step."""
        self._look()
        self._replace(self._places)
        self._find()

    def _replace(self, places: list[Place]) -> None:
        self._desk.do(ReplaceAll(tuple(places), self._new.text()), refusal="")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if watched is self._new:
                    self.replace_one()
                else:
                    self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
        return super().eventFilter(watched, event)


def _field(hint: str, icon: str) -> TextField:
    field = TextField(hint, icon)
    field.setMinimumWidth(px(140))
    field.setMaximumWidth(px(300))
    return field
