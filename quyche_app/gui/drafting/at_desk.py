"""What the parts of the desk know of it: the draft that is open, and ways to do something with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from quyche_app.drafting.session import Command, DraftSession
from quyche_app.gui.drafting.editor import PageEditor
from quyche_app.gui.session import Session
from quyche_app.gui.widgets.notice import NoticeBar
from quyche_app.services.editing import Editing


class Desk(Protocol):
    """The desk as its parts see it; what each member does is said in ``DraftDesk``."""

    session: Session
    notice: NoticeBar
    page: PageEditor

    @property
    def editing(self) -> Editing | None:
        """The draft that is open."""

    @property
    def drafting(self) -> DraftSession | None:
        """The session of the draft that is open."""

    def do(self, command: Command, refusal: str | None = None) -> None:
        """Carry a command out and say what was done."""

    def undo(self) -> None:
        """Take the newest step back."""

    def redo(self) -> None:
        """Do again what was undone."""

    def save(self, why: str = "") -> None:
        """Record the draft."""

    def when_saved(self, run: Callable[[], object]) -> None:
        """Do something once the workspace has the whole text."""

    def window(self) -> QWidget:
        """The window that dialogs stand over."""


class ToolDesk(Desk, Protocol):
    """The desk as its tool bar sees it."""

    def add(self) -> None:
        """A provision of the same kind."""

    def add_table(self) -> None:
        """A table."""

    def promote(self) -> None:
        """Up one level."""

    def demote(self) -> None:
        """Down one level."""

    def move_up(self) -> None:
        """Before the provision above."""

    def move_down(self) -> None:
        """Behind the provision below."""

    def bold(self) -> None:
        """Bold, or plain again."""

    def italic(self) -> None:
        """Italic, or plain again."""

    def toggle_marks(self) -> None:
        """Show or hide what differs from the base."""
