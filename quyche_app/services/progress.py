"""Progress of long work: the only thing a long task takes besides its values."""

from __future__ import annotations

from collections.abc import Callable

from quyche_app.domain.errors import CancelledByUser
from quyche_app.domain.messages import Message


class Progress:
    """Tells how far work is and whether the person wants it stopped.

    Args:
        report: called with (step, total, what is done now); total 0 = unknown.
        is_cancelled: asked by ``check_cancelled``.
    """

    def __init__(
        self,
        report: Callable[[int, int, str | Message], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._report = report
        self._is_cancelled = is_cancelled

    def step(self, step: int, total: int, text: str | Message) -> None:
        """Tell how far the work is, and stop it here when the person asked so."""
        self.check_cancelled()
        if self._report is not None:
            self._report(step, total, text)

    def check_cancelled(self) -> None:
        """Raise ``CancelledByUser`` when the person stopped the work."""
        if self._is_cancelled is not None and self._is_cancelled():
            raise CancelledByUser


SILENT = Progress()
