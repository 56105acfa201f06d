"""Files under review, one after the other; nothing is stored before the person says so
(docs/window.md 5.1)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quyche_app.domain.errors import QuyCheError
from quyche_app.gui.library.state import FileResult
from quyche_app.gui.session import Session
from quyche_app.gui.tasks.operation import Query
from quyche_app.languages import tr
from quyche_app.services.views import Imported

if TYPE_CHECKING:
    from quyche_app.gui.library.review_page import ReviewPage
    from quyche_app.gui.library.review_state import ReviewState
    from quyche_app.services.import_file import FileRead


@dataclass(frozen=True, slots=True)
class UnderReview:
    """A file under review, those that wait behind it, and what came of those before it."""

    state: ReviewState
    waiting: list[Path]
    results: list[FileResult]


class Reviewing(QObject):
    """Reads the files and makes the page of each.

    Attributes:
        page: the page of the file under review, None when there is none.
        waiting: the files that come after it.

    Signals:
        changed: another page is to be shown, or the review has ended (no page).
        told: the header or the status of the page changed.
    """

    changed = Signal()
    told = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.page: ReviewPage | None = None
        self.waiting: list[Path] = []
        self.results: list[FileResult] = []

    def begin(self, paths: list[Path]) -> None:
        """Review files."""
        self.waiting, self.results = list(paths), []
        self.go_on()

    def go_on(self) -> None:
        """Read the next file; without one the review ends."""
        from quyche_app.services.import_file import read_to_review

        if not self.waiting:
            self.page = None
            self.changed.emit()
            return
        path = self.waiting.pop(0)

        def failed(error: QuyCheError) -> None:
            self.results.append(FileResult(path.name, error=error))
            self.go_on()

        self.session.run(
            Query(
                tr("Đang đọc {name}", name=path.name),
                lambda progress: read_to_review(path),
                self._take,
                failed,
                slot="library.review",
            )
        )

    def in_hand(self) -> UnderReview | None:
        """Give the work in hand, None when no file is under review."""
        if self.page is None:
            return None
        return UnderReview(self.page.state, self.waiting, self.results)

    def carry_on(self, review: UnderReview) -> None:
        """Go on with a file that was under review on a screen before this one."""
        self.waiting, self.results = review.waiting, review.results
        self._show(review.state)

    def _take(self, read: FileRead) -> None:
        from quyche_app.gui.library.review_state import ReviewState

        self._show(ReviewState.of(read))

    def _show(self, state: ReviewState) -> None:
        from quyche_app.gui.library.review_page import ReviewPage

        self.page = ReviewPage(self.session, state, more=len(self.waiting))
        self.page.stored.connect(self._on_stored)
        self.page.left.connect(self.go_on)
        self.page.told.connect(self.told)
        self.changed.emit()

    def _on_stored(self, imported: Imported) -> None:
        self.results.append(FileResult(imported.file_name, imported))
        self.go_on()
