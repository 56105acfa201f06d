"""A read-only screen on another monitor: Đọc or So sánh (ui.md 2)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from quyche_app.gui.places import Place
from quyche_app.gui.screen import Screen
from quyche_app.gui.session import Session
from quyche_app.gui.shell.screens import make_screen


class SecondWindow(QMainWindow):
    """One screen at a place, without menus; it closes with the window that opened it."""

    def __init__(self, session: Session, place: Place, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._place = session, place
        self.resize(parent.size())
        self.rebuild()

    def rebuild(self) -> None:
        """Build the screen, again when the look or the language is another."""
        self._screen: Screen = make_screen(self._place.screen, self._session)
        self._screen.told.connect(self._refresh)
        self.setCentralWidget(self._screen)
        self._screen.open_place(self._place)
        self._refresh()

    @property
    def screen_shown(self) -> Screen:
        """The screen of this window."""
        return self._screen

    def _refresh(self) -> None:
        self.setWindowTitle(f"{self._screen.window_title()} – Quy Chế")

    def closeEvent(self, event: QCloseEvent) -> None:
        self._screen.leave()
        event.accept()
