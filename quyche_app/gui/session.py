"""What all screens share: the workspace, the task runner and a way to ask the window for a place."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from quyche_app.domain.errors import QuyCheError
from quyche_app.gui.places import Place
from quyche_app.gui.tasks.runner import Job, TaskRunner
from quyche_app.languages import tr
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
        theme_asked, text_size_asked: another look is wanted.
        export_asked: (document id, as-at day in ISO form or "", kind of export).
    """

    went = Signal(object)
    library_changed = Signal()
    recorded = Signal()
    hinted = Signal(str)
    export_asked = Signal(str, str, str)
    theme_asked = Signal(str)
    text_size_asked = Signal(str)

    def __init__(
        self, workspace: Workspace, where: str, settings: QSettings | None = None
    ) -> None:
        super().__init__()
        self._settings = settings
        self.workspace = workspace
        self.where = where
        self.runner = TaskRunner(self)
        self.document_id = ""
        # Drafts being edited outlive the screens: a change of theme builds those anew.
        self.open_drafts: dict[str, Editing] = {}
        workspace.person = self.remembered("person", "")
        self.person = workspace.person or getpass.getuser()

    def remembered(self, name: str, otherwise: str) -> str:
        """Give what this machine remembers for this person."""
        return otherwise if self._settings is None else str(self._settings.value(name, otherwise))

    def remembered_bytes(self, name: str) -> QByteArray | None:
        """Give a remembered layout, None when there is none or layouts are not remembered."""
        if self._settings is None or self.remembered("layout", "1") != "1":
            return None
        value = self._settings.value(name)
        return value if isinstance(value, QByteArray) else None

    def remember(self, name: str, value: object) -> None:
        """Remember something on this machine."""
        if self._settings is not None:
            self._settings.setValue(name, value)

    def use_person(self, name: str) -> None:
        """Take another name for what is recorded from now on."""
        name = " ".join(name.split())
        if name and name != self.person:
            self.person = self.workspace.person = name
            self.remember("person", name)

    def back_up(self, file: Path) -> None:
        """Write a copy of the workspace in the background."""
        from quyche_app.services.backups import backup

        workspace = self.workspace
        self.start(tr("Đang sao lưu kho"), lambda progress: backup(workspace, file),
                   lambda made: self.hinted.emit(tr(f"Đã sao lưu kho vào {made}.")))

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
