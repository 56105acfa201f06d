"""Phím tắt: every action with its key, each to be changed; what Unikey takes is refused with the reason."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QKeySequenceEdit, QWidget

from quyche_app.gui.actions import AnyAction, plain_words
from quyche_app.gui.session import Session
from quyche_app.gui.shell.keys import NONE, keys_of, other_owner, refusal
from quyche_app.gui.shell.tables import TABLES
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import program_font, px
from quyche_app.gui.widgets.basic import Label
from quyche_app.gui.widgets.buttons import LinkButton, key_words
from quyche_app.languages import tr

_SCREENS = {
    "": "Mọi màn hình",
    "library": "Kho văn bản",
    "drafting": "Soạn thảo",
    "amendments": "Sửa đổi",
    "compare": "So sánh",
    "timeline": "Dòng thời gian",
    "settings": "Cài đặt",
}


class KeyField(QKeySequenceEdit):
    """A field for one keystroke; Esc leaves it, its button takes the key away.

    Attributes:
        line: where it stands in the grid.

    Signals:
        left: Esc was pressed.
    """

    left = Signal()

    def __init__(self, keys: str, line: int) -> None:
        super().__init__(QKeySequence(keys))
        self.line = line
        self.setFont(program_font())
        self.setMaximumSequenceLength(1)
        self.setClearButtonEnabled(True)
        self.setAccessibleName(tr("Nhấn phím mới"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class KeysPanel(QWidget):
    """A grid of actions and keys.

    Signals:
        told: a sentence for the status bar.
    """

    told = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnStretch(0, 1)
        self._editor: KeyField | None = None
        self._shown: dict[int, Label] = {}
        line = 0
        for screen, table in TABLES:
            head = Label(tr(_SCREENS[screen]), "text2", t.SIZE_SMALL, bold=True)
            self._grid.addWidget(head, line, 0)
            line += 1
            for action in table:
                self._add(action, line)
                line += 1

    def _add(self, action: AnyAction, line: int) -> None:
        chosen = self.session.chosen_keys()
        words = plain_words(tr(action.text)).rstrip("…")
        self._grid.addWidget(Label(words, wraps=True), line, 0)
        keys = keys_of(action, chosen)
        shown = Label(key_words(keys) if keys else "—", "text" if keys else "text2")
        shown.setMinimumWidth(px(110))
        self._grid.addWidget(shown, line, 1)
        self._shown[line] = shown
        change = LinkButton(tr("Đổi…"))
        change.setAccessibleName(tr("Đổi phím của {words}", words=words))
        change.clicked.connect(partial(self._begin, action, line))
        self._grid.addWidget(change, line, 2)
        if action.id in chosen:
            back = LinkButton(tr("Về mặc định"))
            back.clicked.connect(partial(self.use, action, action.keys))
            self._grid.addWidget(back, line, 3)

    def _begin(self, action: AnyAction, line: int) -> None:
        """Ask for a key in the place of the one shown; it begins with that one."""
        self._end_editing()
        present = keys_of(action, self.session.chosen_keys())
        self._editor = editor = KeyField(present, line)
        editor.editingFinished.connect(partial(self._take, action, present))
        editor.left.connect(self._end_editing)
        self._shown[line].hide()
        self._grid.addWidget(editor, line, 1)
        editor.show()
        editor.setFocus()

    def _take(self, action: AnyAction, present: str) -> None:
        if self._editor is None:
            return
        keys = self._editor.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        self._end_editing()
        if keys != present:
            self.use(action, keys)

    def _end_editing(self) -> None:
        """Show the key again in the place of the field."""
        editor, self._editor = self._editor, None
        if editor is not None:
            self._shown[editor.line].show()
            editor.hide()
            editor.deleteLater()

    def use(self, action: AnyAction, keys: str) -> None:
        """Give an action a key; an empty one leaves it without. Refusals are told."""
        why = refusal(keys) if keys else ""
        owner = other_owner(keys, action.id, TABLES, self.session.chosen_keys()) if keys else None
        if why:
            self.told.emit(tr("Không dùng được {keys}. {why}", keys=key_words(keys), why=tr(why)))
        elif owner is not None:
            name = plain_words(tr(owner.text)).rstrip("…")
            self.told.emit(
                tr(
                    "{keys} đang là phím của “{name}”. Đổi phím ấy trước.",
                    keys=key_words(keys),
                    name=name,
                )
            )
        else:
            self._keep(action, keys or NONE)

    def _keep(self, action: AnyAction, keys: str) -> None:
        chosen = self.session.chosen_keys()
        chosen.pop(action.id, None)
        if keys and keys != action.keys:
            chosen[action.id] = keys
        self.session.keep_keys(chosen)
