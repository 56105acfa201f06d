"""What the helpers of the window (beginning, another workspace) may ask of it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QMainWindow

from quyche_app.gui.places import Place
from quyche_app.gui.screen import Screen
from quyche_app.services.workspace import Workspace


class WindowFrame(QMainWindow):
    """The window as its helpers see it; the window itself carries these out."""

    @property
    def screen_shown(self) -> Screen:
        """The screen in front."""
        raise NotImplementedError

    def go(self, place: Place) -> None:
        """Go to a place."""
        raise NotImplementedError

    def go_screen(self, key: str) -> None:
        """Go to a screen with the text that is open."""
        raise NotImplementedError

    def rect_of(self, part: str) -> QRect:
        """Give where a part of the window is."""
        raise NotImplementedError

    def rebuild_if_asked(self) -> None:
        """Build everything anew when a change of the look waits for it."""
        raise NotImplementedError

    def leave_screens(self) -> None:
        """Record what is typed on every screen."""
        raise NotImplementedError

    def use_workspace(self, workspace: Workspace) -> None:
        """Go on with a workspace that was opened."""
        raise NotImplementedError

    def ask_import(self) -> None:
        """Ask for files to import."""
        raise NotImplementedError

    def import_sample(self) -> None:
        """Put the built-in sample into the workspace."""
        raise NotImplementedError
