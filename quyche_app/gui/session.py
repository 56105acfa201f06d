"""What all screens share: the workspace, the task runner and a way to ask the window for a place."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from quyche_app.domain.errors import QuyCheError
from quyche_app.gui.places import Place
from quyche_app.gui.tasks.runner import Job, TaskRunner
from quyche_app.services.progress import Progress

if TYPE_CHECKING:
    from quyche_app.services.editing import Editing
    from quyche_app.services.workspace import Workspace


class Session(QObject):
    """One open workspace with its window.

    Signals:
        went: a screen asks for a place.
        library_changed: documents were added or recordings made; lists read again.
        recorded: somebody recorded something, here or in another window.
        hinted: a sentence for the status bar, shown for 4 s.
        export_asked: (document id, as-at day in ISO form or "", kind of export).
    """

    went = Signal(object)
    library_changed = Signal()
    recorded = Signal()
    hinted = Signal(str)
    export_asked = Signal(str, str, str)

    def __init__(self, workspace: Workspace, where: str) -> None:
        super().__init__()
        self.workspace = workspace
        self.where = where
        self.runner = TaskRunner(self)
        self.document_id = ""
        # Drafts being edited outlive the screens: a change of theme builds those anew.
        self.open_drafts: dict[str, Editing] = {}
        self.person = getpass.getuser()

    def ask_export(self, document: str, as_at: str = "", kind: str = "consolidated") -> None:
        """Ask the window for the export dialog."""
        self.export_asked.emit(document, as_at, kind)

    def go(self, screen: str, **parts: str) -> None:
        """Ask the window for a place: go("compare", document=…)."""
        self.went.emit(Place(screen, **parts))

    def start(
        self, title: str, work: Callable[[Progress], Any], done: Callable[[Any], None],
        failed: Callable[[QuyCheError], None] | None = None, slot: str = "",
    ) -> Job:
        """Run work in the background; without ``failed`` an error is said in the status bar."""
        return self.runner.start(title, work, done, failed or self._say, slot)

    def _say(self, error: QuyCheError) -> None:
        self.hinted.emit(error.sentence)
