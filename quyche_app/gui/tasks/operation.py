"""What is run off the window's thread: a question to the workspace, or an operation that changes it.

``Session.run`` takes both; what the work gives is what ``done`` takes, and a type checker sees that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject

from quyche_app.domain.errors import QuyCheError
from quyche_app.gui.changes import NOTHING, Changes
from quyche_app.services.progress import Progress

T = TypeVar("T")
Slot = tuple[QObject, str] | str


@dataclass(frozen=True, slots=True)
class Query(Generic[T]):
    """Something that is read or computed; nothing changes.

    Attributes:
        title: what the status bar says meanwhile: "Đang đọc kho".
        work: runs off the window's thread.
        done: takes what the work gave, on the window's thread.
        failed: takes the error; without it the status bar says its sentence.
        slot: who asks and for what: a newer query of the slot makes this one worthless, neither result
            nor error is told. Another window that asks for the same has a slot of its own.
        is_repeated: nobody asked, it runs time and again: the same trouble is said once, until the
            slot goes well.
    """

    title: str
    work: Callable[[Progress], T]
    done: Callable[[T], None]
    failed: Callable[[QuyCheError], None] | None = None
    slot: Slot = ""
    is_repeated: bool = False

    @property
    def asker(self) -> QObject | None:
        """Who waits for the result, None for nobody in particular; one that was closed gets none."""
        return self.slot[0] if isinstance(self.slot, tuple) else None


@dataclass(frozen=True, slots=True)
class Operation(Generic[T]):
    """Something that changes the workspace, or writes a file. Once its work is done it counts: it is
    not overtaken by another one, and a cancelling that came too late changes nothing.

    Attributes:
        title, work, done, failed: as of a ``Query``; ``done`` comes after the screens were told,
            and is None where what was done shows by itself.
        changes: what is not as it was, when the work is done; a failed one changed nothing.
        initiator: who started it and shows the result itself: a screen or a part of one.
        undo: gives the operation that takes it back, from its result; None where there is none.
    """

    title: str
    work: Callable[[Progress], T]
    done: Callable[[T], None] | None = None
    changes: Changes | Callable[[T], Changes] = NOTHING
    failed: Callable[[QuyCheError], None] | None = None
    initiator: QObject | None = None
    undo: Callable[[T], Operation[Any]] | None = None

    def changes_after(self, result: T) -> Changes:
        """Give what is not as it was, now that the work gave its result."""
        return self.changes if isinstance(self.changes, Changes) else self.changes(result)
