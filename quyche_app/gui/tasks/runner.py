"""The one task runner: work off the window's thread, with progress, cancelling and one way to fail.

Source: docs/window.md 4.4, docs/architecture.md 8. Results come back as frozen values on the
window's thread.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal

from quyche_app.domain.errors import CancelledByUser, QuyCheError
from quyche_app.domain.messages import message
from quyche_app.languages import tr
from quyche_app.services.progress import Progress

DEFECT = "Có lỗi ngoài dự kiến. Văn bản trong kho không bị thay đổi. Có thể làm tiếp."
T = TypeVar("T")


@dataclass(eq=False)
class Job(Generic[T]):
    """One piece of work under way.

    Attributes:
        title: what the status bar says: "Đang nhập quy-che.docx".
        slot: a newer job of the same slot makes the answer of an older one worthless.
        is_kept: the work changes something; once done it counts, also when it was cancelled too late.
    """

    title: str
    work: Callable[[Progress], T]
    done: Callable[[T], None]
    failed: Callable[[QuyCheError], None]
    slot: Hashable = ""
    is_kept: bool = False
    is_cancelled: bool = False
    is_stale: bool = False
    step: int = 0
    total: int = 0
    text: str = ""
    started: float = field(default_factory=time.monotonic)
    _answer: Callable[[], None] | None = None

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self.is_cancelled = True

    def do(self, progress: Progress) -> None:
        """Do the work, on any thread; what came of it is told later.

        Raises:
            Exception: a defect, for the exception hook; the person hears of it too.
        """
        try:
            value = self.work(progress)
        except QuyCheError as error:
            self._answer = partial(self.failed, error)
        except BaseException as defect:
            told = QuyCheError(message("QC-X900", DEFECT), detail=repr(defect))
            self._answer = partial(self.failed, told)
            raise
        else:
            if self.is_cancelled and not self.is_kept:
                self._answer = partial(self.failed, CancelledByUser())
            else:
                self._answer = partial(self.done, value)

    def tell(self) -> None:
        """Tell what came of the work, on the window's thread; nothing when a newer job has overtaken it."""
        answer, self._answer = self._answer, None
        if answer is not None and not self.is_stale:
            answer()


class TaskRunner(QObject):
    """Runs jobs on a pool; everything it tells is told on the window's thread."""

    changed = Signal()
    _stepped = Signal(object, int, int, str)
    _ended = Signal(object)  # a Job

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self.jobs: list[Job[Any]] = []
        self._runnables: dict[int, _Run] = {}
        self._stepped.connect(self._on_step, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._on_end, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[QuyCheError], None],
        slot: Hashable = "",
        *,
        is_kept: bool = False,
    ) -> Job[T]:
        """Start work; ``done`` gets what it gave, ``failed`` the error a person should read."""
        if slot:
            for other in self.jobs:
                if other.slot == slot:
                    other.is_stale = True
                    other.cancel()
        job = Job(title, work, done, failed, slot, is_kept)
        self.jobs.append(job)
        run = _Run(job, self)
        self._runnables[id(job)] = run
        self._pool.start(run)
        self.changed.emit()
        return job

    def call_off(self) -> None:
        """Stop everything, for the window is closed: of what is only read nothing is told any more."""
        for job in self.jobs:
            job.is_stale = not job.is_kept
            job.cancel()

    def wait(self, seconds: float = 30.0) -> bool:
        """Let every job end and tell its result; False when the time was not enough."""
        end = time.monotonic() + seconds
        while self.jobs and time.monotonic() < end:
            self._pool.waitForDone(20)
            QCoreApplication.processEvents()
        return not self.jobs

    def _on_step(self, job: Job[Any], step: int, total: int, text: str) -> None:
        job.step, job.total, job.text = step, total, text
        self.changed.emit()

    def _on_end(self, job: Job[Any]) -> None:
        if job in self.jobs:
            self.jobs.remove(job)
        self._runnables.pop(id(job), None)
        self.changed.emit()
        job.tell()


class _Run(QRunnable):
    """A job on a thread of the pool."""

    def __init__(self, job: Job[Any], runner: TaskRunner) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._job, self._runner = job, runner

    def run(self) -> None:
        job, runner = self._job, self._runner
        progress = Progress(
            lambda step, total, text: runner._stepped.emit(job, step, total, tr(text)),
            lambda: job.is_cancelled,
        )
        try:
            job.do(progress)
        finally:
            # A defect goes on to the exception hook, and the window hears of it.
            runner._ended.emit(job)
