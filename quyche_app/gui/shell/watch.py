"""Others work on the same workspace: what they record is looked for, and told like one's own."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from quyche_app.gui.changes import Changes
from quyche_app.gui.session import Session
from quyche_app.gui.tasks.operation import Query
from quyche_app.languages import tr

if TYPE_CHECKING:
    from quyche_app.services.progress import Progress
    from quyche_app.services.views import RecordedSince

_LOOK_EVERY = 5000  # ms


class RecordingWatch(QObject):
    """Looks for recordings that this window has not told of; its own ones are not told again."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._seen: int | None = (
            None  # the newest recording that is known, None before the first look
        )
        # Texts that this window recorded in since then, by how often: told before the look under way
        # began, and after.
        self._told: Counter[str] = Counter()
        self._own: Counter[str] = Counter()
        session.changed.connect(self._on_changed)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        """Look no more: the window is closed."""
        self._timer.stop()

    def begin_anew(self) -> None:
        """Another workspace is open: nothing is known of it."""
        self._seen = None
        self._told, self._own = Counter(), Counter()

    def look(self) -> None:
        """See whether somebody recorded something meanwhile."""
        workspace, seen = self._session.workspace, self._seen
        self._told, self._own = self._told + self._own, Counter()

        def work(progress: Progress) -> RecordedSince:
            from quyche_app.services.library import recorded_since

            return recorded_since(workspace, seen)

        self._session.run(
            Query(tr("Đang xem kho"), work, self._take, slot=(self, "watch"), is_repeated=True)
        )

    def _on_changed(self, changes: Changes, initiator: QObject | None) -> None:
        if initiator is not self:
            self._own.update(changes.texts)

    def _take(self, found: RecordedSince) -> None:
        if any(job.is_kept for job in self._session.runner.jobs):
            return  # one's own recording may be among them and is told by itself: the next look tells
        made = Counter(found.documents)
        others = made - self._told - self._own
        self._own -= made - self._told
        self._told, is_first = Counter(), self._seen is None
        self._seen = found.newest
        if others and not is_first:
            is_new = not found.new.isdisjoint(others)
            self._session.tell(Changes(has_other_documents=is_new, texts=frozenset(others)), self)
