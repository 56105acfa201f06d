"""What all screens share: the workspace, the task runner and a way to ask the window for a place."""

from __future__ import annotations

import getpass
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal
from shiboken6 import isValid

from quyche_app.domain.errors import QuyCheError
from quyche_app.gui.changes import Changes
from quyche_app.gui.memory import Memory
from quyche_app.gui.places import Place
from quyche_app.gui.settings.options import BY_KEY, OFF, ON, taken
from quyche_app.gui.shell.keys import chosen_keys, written
from quyche_app.gui.tasks.operation import Operation, Query, Slot
from quyche_app.gui.tasks.runner import Job, TaskRunner
from quyche_app.languages import tr

if TYPE_CHECKING:
    from quyche_app.services.editing import Editing
    from quyche_app.services.workspace import Workspace

T = TypeVar("T")
_PASSWORD = re.compile(r"(://[^:/@]*:)[^@/]*@")


def numbering_chosen(session: Session) -> dict[str, str]:
    """Give what a new draft begins with: nothing where the text itself proposes the numbering."""
    numbering = session.option("numbering")
    return {} if numbering == "auto" else {"numbering": numbering}


def shown_place(place: str) -> str:
    """Give where the texts lie as it is shown: the home folder shortened to ~, a password hidden."""
    home = str(Path.home())
    place = _PASSWORD.sub(r"\1***@", place)
    return place.replace(home, "~", 1) if place.startswith(home) else place


def _is_there(asker: QObject | None) -> bool:
    """Whether whoever waits for an answer was not closed meanwhile."""
    return asker is None or isValid(asker)


class Session(QObject):
    """One open workspace with its window.

    Signals:
        went: a screen asks for a place.
        changed: (``Changes``, who made them or None): the workspace is not as it was.
        hinted: a sentence for the status bar, shown for 4 s.
        option_asked: (name, value): a setting is to be changed; the window does it.
        option_changed: name of a setting that has another value now.
        keys_changed: actions have other keys now.
        welcome_asked, tour_asked: the first steps, or the walk through the program, are wanted.
        place_asked: another workspace is wanted.
        restore_asked: the file of a backup that shall take the place of the workspace.
    """

    went = Signal(object)
    changed = Signal(object, object)
    hinted = Signal(str)
    option_asked = Signal(str, str)
    option_changed = Signal(str)
    keys_changed = Signal()
    welcome_asked = Signal()
    tour_asked = Signal()
    restore_asked = Signal(str)
    place_asked = Signal()

    def __init__(self, workspace: Workspace, where: str, settings: QSettings | None = None) -> None:
        super().__init__()
        self.memory = Memory(settings)
        self.option_steps: list[tuple[str, str]] = []  # (setting, value before), the newest last
        self.workspace = workspace
        self.where = where
        self.runner = TaskRunner(self)
        self.undo_steps: list[Operation[Any]] = []  # what takes back what was done, the newest last
        self._troubles: dict[Slot, str] = {}  # said of work that runs time and again, by slot
        self.document_id = ""
        # Drafts being edited outlive the screens: a change of theme builds those anew.
        self.open_drafts: dict[str, Editing] = {}
        self._closing: dict[str, list[Callable[[], object]]] = {}  # draft → what waits for it
        workspace.person = self.option("person")
        self.person = workspace.person or getpass.getuser()

    def option(self, key: str) -> str:
        """Give the value of a setting."""
        option = BY_KEY[key]
        return taken(option, self.memory.get(key, option.default))

    def is_on(self, key: str) -> bool:
        """Whether a setting with a tick is ticked."""
        return self.option(key) == ON

    def keep_option(self, key: str, value: str) -> None:
        """Give a setting another value; the step can be taken back."""
        before = self.option(key)
        if value != before:
            self.option_steps.append((key, before))
            self._use_option(key, value)

    def undo_option(self) -> str:
        """Take the newest change of a setting back; give its name."""
        key, before = self.option_steps.pop()
        self._use_option(key, before)
        return key

    def _use_option(self, key: str, value: str) -> None:
        self.memory.keep(key, value)
        if key == "person":
            self.person = self.workspace.person = value or getpass.getuser()
        self.option_changed.emit(key)

    def chosen_keys(self) -> dict[str, str]:
        """Give the keys that a person chose: action → sequence."""
        return chosen_keys(self.memory.get("keys"))

    def keep_keys(self, chosen: dict[str, str]) -> None:
        """Use other keys from now on."""
        self.memory.keep("keys", written(chosen))
        self.keys_changed.emit()

    def remembered_layout(self, name: str) -> QByteArray | None:
        """Give a remembered layout, None when there is none or layouts are not remembered."""
        return None if self.option("layout") == OFF else self.memory.get_bytes(name)

    def use_workspace(self, workspace: Workspace) -> None:
        """Work on another workspace from now on; no text is open."""
        self.workspace = workspace
        self.where = shown_place(workspace.place)
        workspace.person = self.option("person")
        self.document_id = ""
        self.open_drafts = {}
        self._closing = {}
        self.undo_steps = []
        self._troubles = {}

    def begin_closing(self, document: str) -> None:
        """Note that a draft is being put away: until then nobody can open it again."""
        self._closing[document] = []

    def end_closing(self, document: str) -> None:
        """Note that a draft is put away, and do what waited for that."""
        for run in self._closing.pop(document, ()):
            run()

    def when_closed(self, document: str, asker: QObject, run: Callable[[], object]) -> bool:
        """Do something when a draft is put away, unless the asker is gone by then; False, and nothing
        done, where it is not being put away."""
        if document not in self._closing:
            return False
        self._closing[document].append(lambda: run() if _is_there(asker) else None)
        return True

    def use_person(self, name: str) -> None:
        """Take another name for what is recorded from now on."""
        name = " ".join(name.split())
        if name and name != self.person:
            self.keep_option("person", name)

    def back_up(self, file: Path) -> None:
        """Write a copy of the workspace in the background."""
        from quyche_app.services.backups import backup

        workspace = self.workspace
        self.run(
            Operation(
                tr("Đang sao lưu kho"),
                # The dialog that names the file has asked whether it may be replaced.
                lambda progress: backup(workspace, file, force=True),
                lambda made: self.hinted.emit(tr("Đã sao lưu kho vào {file}.", file=str(made))),
            )
        )

    def go(self, screen: str, **parts: str) -> None:
        """Ask the window for a place: go("compare", document=…)."""
        self.went.emit(Place(screen, **parts))

    def run(self, asked: Query[T] | Operation[T]) -> Job[T]:
        """Run a query or an operation in the background."""
        if isinstance(asked, Operation):
            return self.runner.start(
                asked.title,
                asked.work,
                partial(self._on_done, asked),
                partial(self._on_failed, asked),
                is_kept=True,
            )
        return self.runner.start(
            asked.title,
            asked.work,
            partial(self._on_read, asked),
            partial(self._on_trouble, asked),
            asked.slot,
        )

    def tell(self, changes: Changes, initiator: QObject | None = None) -> None:
        """Tell every screen that the workspace is not as it was.

        Args:
            initiator: who made the changes and shows them itself: a screen or a part of one.
        """
        if changes:
            self.changed.emit(changes, initiator)

    def undo(self) -> None:
        """Take back the newest operation that can be taken back."""
        if self.undo_steps:
            step = self.undo_steps.pop()
            self.run(replace(step, undo=None, failed=partial(self._on_not_undone, step)))

    def _on_not_undone(self, step: Operation[T], error: QuyCheError) -> None:
        self.undo_steps.append(step)  # it can be tried again
        (step.failed or self._say)(error)

    def _on_done(self, operation: Operation[T], result: T) -> None:
        if operation.undo is not None:
            self.undo_steps.append(operation.undo(result))
        is_there = _is_there(operation.initiator)
        self.tell(operation.changes_after(result), operation.initiator if is_there else None)
        if operation.done is not None and is_there:
            operation.done(result)

    def _on_failed(self, operation: Operation[T], error: QuyCheError) -> None:
        take = operation.failed if _is_there(operation.initiator) else None
        (take or self._say)(error)  # also of work that was left: it changed nothing

    def _on_read(self, query: Query[T], result: T) -> None:
        self._troubles.pop(query.slot, None)
        if _is_there(query.asker):
            query.done(result)

    def _on_trouble(self, query: Query[T], error: QuyCheError) -> None:
        if not _is_there(query.asker):
            return
        if query.is_repeated:
            said = self._troubles.get(query.slot)
            self._troubles[query.slot] = error.sentence
            if said == error.sentence:
                return
        (query.failed or self._say)(error)

    def _say(self, error: QuyCheError) -> None:
        self.hinted.emit(tr(error.message))
