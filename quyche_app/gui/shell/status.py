"""The status bar: where am I, running work with its stop button, mode at the right."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from quyche_app.gui.tasks.runner import TaskRunner
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import px
from quyche_app.gui.widgets.basic import ElidedLabel, Label, Panel, row
from quyche_app.gui.widgets.buttons import LinkButton
from quyche_app.gui.widgets.progress_line import ProgressLine
from quyche_app.languages import tr

_HINT_MS = 4000
_LATE_MS = 1000  # ui.md 4.4


class StatusBar(Panel):
    """24 px: words at the left and right, running work between them."""

    def __init__(self, runner: TaskRunner) -> None:
        super().__init__("panel", "t")
        self.setFixedHeight(px(t.STATUS_HEIGHT))
        self._runner = runner
        layout = row(self, margins=(12, 0, 12, 0), gap=16)
        self._left = ElidedLabel("", "text", t.SIZE_SMALL)
        self._work = Label("", "text2", t.SIZE_SMALL)
        self._bar = ProgressLine()
        self._stop = LinkButton(tr("Hủy"))
        self._right = Label("", "text2", t.SIZE_SMALL)
        layout.addWidget(self._left, 1)
        for widget in (self._work, self._bar, self._stop, self._right):
            layout.addWidget(widget)
        self._stop.clicked.connect(self._cancel)
        self._words = ("", "")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._end_hint)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_LATE_MS)
        self._late.timeout.connect(self._show_work)
        runner.changed.connect(self._on_work)
        self._show_work()

    def show_words(self, left: str, right: str) -> None:
        """Say where one is and in which mode."""
        self._words = (left, right)
        if not self._timer.isActive():
            self._left.set_full(left)
        self._right.setText(right)

    def hint(self, sentence: str) -> None:
        """Say something for 4 s."""
        self._left.set_full(tr(sentence))
        self._timer.start(_HINT_MS)

    def _end_hint(self) -> None:
        self._left.set_full(self._words[0])

    def _on_work(self) -> None:
        """What is done within a second needs no word."""
        if self._runner.jobs and self._work.isHidden():
            if not self._late.isActive():
                self._late.start()
            return
        self._late.stop()
        self._show_work()

    def _show_work(self) -> None:
        jobs = self._runner.jobs
        for widget in (self._work, self._bar, self._stop):
            widget.setVisible(bool(jobs))
        if not jobs:
            self._bar.show_share(0)
            return
        job = jobs[0]
        words = tr(f"{len(jobs)} việc đang chạy") if len(jobs) > 1 else tr(job.text or job.title)
        if job.total and len(jobs) == 1:
            words += f" · {job.step} / {job.total}"
            self._bar.show_share(min(1.0, job.step / job.total))
        self._work.setText(words)

    def _cancel(self) -> None:
        for job in self._runner.jobs:
            job.cancel()
