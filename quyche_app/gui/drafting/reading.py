"""Reading the text that a person went to: one at a time, for a draft that is opened is held until it is
closed, and one that nobody wants any more must be let go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from quyche_app.domain.errors import QuyCheError
from quyche_app.gui.drafting.opening import OpenedText, open_text
from quyche_app.gui.session import Session
from quyche_app.gui.tasks.operation import Query
from quyche_app.languages import tr
from quyche_app.services.editing import Editing

_Wanted = tuple[str, str, Editing | None]  # text, state, the draft where this window has it open


class TextReading(QObject):
    """Reads texts in the background, the newest that was asked for.

    Args:
        take, fail: get the text, or the error, of what was asked for last.
    """

    def __init__(
        self,
        session: Session,
        take: Callable[[OpenedText], object],
        fail: Callable[[QuyCheError], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._take, self._fail = session, take, fail
        self._wanted: _Wanted | None = None
        self._next: _Wanted | None = None  # asked for while another reading is under way

    def read(self, document: str, at: str, kept: Editing | None) -> None:
        """Read a text in a state; a draft that is being put away, when that is done."""
        wanted = (document, at, kept)
        if self._wanted is not None:
            self._next = wanted
            return
        self._wanted = wanted
        if not self._session.when_closed(document, self, self._begin):
            self._begin()

    def _begin(self) -> None:
        if self._wanted is None:
            return
        workspace, (document, at, kept) = self._session.workspace, self._wanted
        self._session.run(
            Query(
                tr("Đang đọc văn bản"),
                lambda progress: open_text(workspace, document, at, kept),
                self._on_read,
                self._on_failed,
                slot=(self, "text"),
            )
        )

    def _on_read(self, opened: OpenedText) -> None:
        wanted, asked = self._wanted, self._next
        self._wanted = self._next = None
        is_same = wanted is not None and asked is not None and wanted[:2] == asked[:2]
        if asked is None or (is_same and opened.draft is not None):
            self._take(opened)
            return
        if opened.draft is not None and wanted is not None and wanted[2] is None:
            opened.draft.editing.leave_as_it_is()
        self.read(*asked)

    def _on_failed(self, error: QuyCheError) -> None:
        asked, self._wanted, self._next = self._next, None, None
        if asked is None:
            self._fail(error)
        else:
            self.read(*asked)
