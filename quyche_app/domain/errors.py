"""The one family of errors. Each holds a message (what happened, with a stable code) and the place.

A caller catches ``QuyCheError``; everything else is a defect (docs/architecture.md 9).
"""

from __future__ import annotations

from collections.abc import Mapping

from quyche_app.domain.messages import Message, message


class QuyCheError(Exception):
    """The request cannot be served; nothing was changed.

    Attributes:
        message: what happened and what to do, in one sentence.
        place: file, paragraph or provision; "" when there is none.
        detail: for the report only.
    """

    def __init__(self, said: Message, *, place: str = "", detail: str = "") -> None:
        super().__init__(str(said))
        self.message = said
        self.place = place
        self.detail = detail

    @property
    def code(self) -> str:
        """Stable, never reused ("QC-R007")."""
        return self.message.code

    @property
    def sentence(self) -> str:
        """The message in Vietnamese."""
        return str(self.message)


class ReadingError(QuyCheError):
    """A file cannot be read (QC-R…)."""


class AmendingError(QuyCheError):
    """An act cannot be applied as asked (QC-A…)."""


class WritingError(QuyCheError):
    """A file cannot be written or did not pass its proof (QC-W…)."""


class StorageError(QuyCheError):
    """The workspace cannot serve the request (QC-S…)."""


class ClashError(StorageError):
    """Somebody recorded provisions that this person changed too; nothing was written.

    Attributes:
        unit_ids: the provisions.
        recordings: the other person's newest recording of each of them.
        who: the other person, "" when unknown.
    """

    def __init__(
        self,
        said: Message,
        *,
        recordings: Mapping[str, int],
        who: str = "",
        detail: str = "",
    ) -> None:
        super().__init__(said, detail=detail)
        self.unit_ids = tuple(recordings)
        self.recordings = recordings
        self.who = who


class CancelledByUser(QuyCheError):
    """The person stopped the work; everything is as before."""

    def __init__(self) -> None:
        super().__init__(message("QC-X001", "Đã hủy. Không có gì thay đổi."))
