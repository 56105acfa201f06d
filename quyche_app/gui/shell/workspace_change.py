"""Another workspace under the window: one at another place, or a backup put in the place of this one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from quyche_app.domain.errors import QuyCheError
from quyche_app.gui.session import Session
from quyche_app.gui.shell.frame import WindowFrame
from quyche_app.gui.tasks.operation import Query
from quyche_app.languages import tr

if TYPE_CHECKING:
    from quyche_app.services.workspace import Workspace


class WorkspaceChange(QObject):
    """Closes the present workspace once nothing works on it, and opens the other one."""

    def __init__(self, session: Session, window: WindowFrame) -> None:
        super().__init__(window)
        self.session = session
        self._window = window

    def ask_restore(self) -> None:
        """Ask for a backup that shall take the place of the workspace."""
        from quyche_app.gui.settings.store import ask_restore

        ask_restore(self.session, self._window)

    def verify_store(self) -> None:
        """Prove everything that is stored."""
        from quyche_app.gui.settings.store import prove_store

        prove_store(self.session, self._window)

    def ask_place(self) -> None:
        """Ask for another workspace to work with."""
        from quyche_app.gui.settings.store_place import PlaceDialog

        dialog = PlaceDialog(self.session, self._window)
        dialog.chosen.connect(self.use_place)
        dialog.open()

    def use_place(
        self, place: str, remembered: str, then: Callable[[], object] = lambda: None
    ) -> None:
        """Work with the workspace of another place, now and the next times. It is opened in the
        background; where it cannot be, the present one stays.

        Args:
            remembered: the place without its password.
            then: what is done afterwards, whichever workspace it is.
        """
        from quyche_app.services.workspace import open_workspace

        def take(opened: Workspace) -> None:
            if self._put_down():
                self.session.workspace.close()
                self.session.memory.keep("workspace", remembered)
                self._window.use_workspace(opened)
            else:
                opened.close()
            then()

        def fail(error: QuyCheError) -> None:
            self.session.hinted.emit(tr(error.message))
            then()

        # Not overtaken by another one: what is opened must be used or closed.
        self.session.run(
            Query(tr("Đang mở kho"), lambda progress: open_workspace(place), take, fail)
        )

    def restore_from(self, file: str) -> None:
        """Make a backup the workspace; every screen is read anew."""
        from quyche_app.services.backups import kept_words, refuse_server, restore, restore_keeping
        from quyche_app.services.workspace import open_workspace

        where = self.session.workspace.place
        try:
            refuse_server(where)
        except QuyCheError as error:
            self.session.hinted.emit(tr(error.message))
            return
        if not self._put_down():
            return
        self.session.workspace.close()
        kept = None
        try:
            kept = restore_keeping(Path(file), where)
            told = tr("Đã khôi phục kho.") + (f" {tr(kept_words(kept))}" if kept else "")
        except QuyCheError as error:
            told = tr(error.message)
        try:
            workspace = open_workspace(where)
        except QuyCheError as error:
            if kept is None or not kept.is_sound:
                raise
            restore(kept.file, where)
            workspace, told = open_workspace(where), tr(error.message)
        self._window.use_workspace(workspace)
        self.session.hinted.emit(told)

    def _put_down(self) -> bool:
        """Record what is typed and let the work in hand end: the workspace is about to be closed.

        Returns:
            False when some work goes on: what it records must not go into a closed workspace.
        """
        self._window.leave_screens()
        if self.session.runner.wait(10):
            return True
        self._window.screen_shown.reload()
        self.session.hinted.emit(
            tr("Một việc còn đang chạy. Hãy chờ xong, hoặc hủy ở thanh dưới, rồi làm lại.")
        )
        return False
