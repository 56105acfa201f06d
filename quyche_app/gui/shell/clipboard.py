"""Cut, copy and paste where the focus is."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from quyche_app.gui.widgets.text_surface import TextSurface


class Clipboard:
    """The actions of the menu Sửa that any field understands."""

    def copy(self) -> None:
        """Copy what is chosen where the focus is; a painted text copies its present provision."""
        focused = QApplication.focusWidget()
        if isinstance(focused, TextSurface):
            focused.copy()
        else:
            _press(QKeySequence.StandardKey.Copy)

    def cut(self) -> None:
        """Cut what is chosen where the focus is."""
        _press(QKeySequence.StandardKey.Cut)

    def paste(self) -> None:
        """Paste where the focus is."""
        _press(QKeySequence.StandardKey.Paste)


def _press(key: QKeySequence.StandardKey) -> None:
    """Give a key to the field or page that has the focus: it knows what may be changed."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QLineEdit | QTextEdit | QPlainTextEdit):
        pressed = QKeySequence.keyBindings(key)[0]
        combination = pressed[0]  # type: ignore[index]
        QApplication.sendEvent(
            focused,
            QKeyEvent(QEvent.Type.KeyPress, combination.key(), combination.keyboardModifiers()),
        )
