"""Progress of long work on the terminal: a bar on standard error, only when it is a terminal and the
work takes longer than a second (docs/command-line.md 1)."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from quyche_app.domain.messages import Message
from quyche_app.languages import tr
from quyche_app.services.progress import SILENT, Progress

_PATIENCE_S = 1.0


@contextmanager
def terminal_progress() -> Iterator[Progress]:
    """Give a progress that draws nothing for a second, then a bar; silent when nobody looks."""
    if not sys.stderr.isatty():
        yield SILENT
        return
    bar = _Bar()
    try:
        yield Progress(bar.show)
    finally:
        bar.clear()


class _Bar:
    """One line that is drawn again; rich is loaded when there is something to draw."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._status: object | None = None

    def show(self, step: int, total: int, text: str | Message) -> None:
        """Draw how far the work is."""
        if time.monotonic() - self._begun < _PATIENCE_S:
            return
        from rich.console import Console
        from rich.status import Status

        words = f"{tr(text)} {step} / {total}" if total else tr(text)
        if not isinstance(self._status, Status):
            self._status = Status(words, console=Console(stderr=True))
            self._status.start()
        else:
            self._status.update(words)

    def clear(self) -> None:
        """Take the line away."""
        stop = getattr(self._status, "stop", None)
        if stop is not None:
            stop()
