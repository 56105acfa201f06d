"""The status bar: where am I, running work with its stop button, mode at the right."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QMenu

from quyche_app.gui.tasks.runner import TaskRunner
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import px
from quyche_app.gui.widgets.basic import ElidedLabel, Label, Panel, row
from quyche_app.gui.widgets.buttons import IconButton, LinkButton
from quyche_app.gui.widgets.progress_line import ProgressLine
from quyche_app.languages import tr

_HINT_MS = 4000
_KEPT_HINTS = 12
_LATE_MS = 1000  # docs/window.md 4.4


class StatusBar(Panel):
    """24 px: words at the left and right; between them a choice with a menu, hints, running work.

    Signals:
        menu_asked: (ids of actions, place on the screen): the menu of the choice is wanted.
    """

    menu_asked = Signal(object, object)

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
        self._choice = LinkButton("")
        self._choice.clicked.connect(self._on_choice)
        self._choice_actions: tuple[str, ...] = ()
        self._hint = ElidedLabel("", "accent_text", t.SIZE_SMALL)
        self._told: list[str] = []
        self._notices = IconButton("info", tr("Thông báo gần đây"), small=True, quiet=True)
        self._notices.setFixedHeight(px(t.STATUS_HEIGHT - 2))
        self._notices.clicked.connect(self._show_notices)
        layout.addWidget(self._left, 3)
        layout.addWidget(self._choice)
        layout.addWidget(self._hint, 3)
        for widget in (self._work, self._bar, self._stop, self._right, self._notices):
            layout.addWidget(widget)
        self._choice.hide()
        self._hint.hide()
        self._stop.clicked.connect(self._cancel)
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
        self._left.set_full(left)
        self._right.setText(right)

    def show_choice(self, words: str, actions: tuple[str, ...]) -> None:
        """Show a choice that opens a menu, nothing without words."""
        self._choice_actions = actions
        self._choice.setVisible(bool(words))
        if words:
            self._choice.setText(f"{words} ▾")
            self._choice.setAccessibleName(words)
            self._choice.updateGeometry()

    def _on_choice(self) -> None:
        self.menu_asked.emit(self._choice_actions, self._choice.mapToGlobal(QPoint(0, 0)))

    def hint(self, sentence: str) -> None:
        """Say something for 4 s; it stays in "Thông báo gần đây"."""
        self._hint.set_full(sentence)
        self._hint.show()
        self._told = [sentence, *(each for each in self._told if each != sentence)][:_KEPT_HINTS]
        self._timer.start(_HINT_MS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _end_hint(self) -> None:
        self._hint.hide()

    def _show_notices(self) -> None:
        """What was said lately, the newest first."""
        self._menu = QMenu()
        for words in self._told or [tr("Chưa có thông báo nào.")]:
            self._menu.addAction(words).setEnabled(False)
        self._menu.popup(self._notices.mapToGlobal(QPoint(0, -self._menu.sizeHint().height())))

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
        words = (
            tr("{count} việc đang chạy", count=len(jobs))
            if len(jobs) > 1
            else (job.text or job.title)
        )
        if job.total and len(jobs) == 1:
            words += f" · {job.step} / {job.total}"
            self._bar.show_share(min(1.0, job.step / job.total))
        self._work.setText(words)

    def _cancel(self) -> None:
        for job in self._runner.jobs:
            job.cancel()
