"""A read-only screen on another monitor: Đọc or So sánh (docs/window.md 2)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget

from quyche_app.gui.places import Place
from quyche_app.gui.screen import Screen
from quyche_app.gui.session import Session
from quyche_app.gui.shell.outputs import export_shown, print_shown
from quyche_app.gui.shell.screens import make_screen


class SecondWindow(QMainWindow):
    """One screen at a place, without menus; it closes with the window that opened it."""

    def __init__(self, session: Session, place: Place, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._place = session, place
        self.resize(parent.size())
        # Keys of the first window do not reach this one.
        for key, run in (("Ctrl+E", self.ask_export), ("Ctrl+P", self.print_text)):
            QShortcut(QKeySequence(key), self).activated.connect(run)
        self.rebuild()

    def rebuild(self) -> None:
        """Build the screen, again when the look or the language is another."""
        self._screen: Screen = make_screen(self._place.screen, self._session)
        self._screen.told.connect(self._refresh)
        self._screen.export_asked.connect(self.ask_export)
        self._screen.print_asked.connect(self.print_text)
        self.setCentralWidget(self._screen)
        self._screen.open_place(self._place)
        self._refresh()

    @property
    def screen_shown(self) -> Screen:
        """The screen of this window."""
        return self._screen

    def ask_export(self) -> None:
        """Open the export dialog for what this window shows."""
        export_shown(self._session, self._screen, self)

    def print_text(self) -> None:
        """Print what this window shows."""
        print_shown(self._session, self._screen, self)

    def _refresh(self) -> None:
        self.setWindowTitle(f"{self._screen.window_title()} – Quy Chế")

    def closeEvent(self, event: QCloseEvent) -> None:
        self._screen.leave()
        event.accept()
