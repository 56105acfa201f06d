"""Which text a screen shows, in which state: that is what is exported and printed, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from quyche_app.domain.texts import shortened
from quyche_app.gui.versions import ISSUED
from quyche_app.languages import tr
from quyche_app.services.views import Role, TextAt

if TYPE_CHECKING:
    from quyche_app.services.workspace import Workspace

_MOST_LETTERS = 60  # of a title that stands for a number


@dataclass(frozen=True, slots=True)
class Shown:
    """A text in the state that a screen shows.

    Attributes:
        day: whose wording; None = as issued.
        known_at: the recording up to which it is known; None = the newest.
        before: the text that it is compared with; None when the screen compares nothing.
    """

    document: str
    day: date | None
    known_at: int | None = None
    before: Shown | None = None

    @property
    def as_at(self) -> date | str:
        """What is asked for to read it: its day, or the wording as issued."""
        return self.day or ISSUED


def read_shown(workspace: Workspace, shown: Shown) -> TextAt:
    """Read a text in the state that a screen shows.

    Raises:
        StorageError: see ``text_as_at``.
    """
    from quyche_app.services.text_as_at import text_as_at

    return text_as_at(workspace, shown.document, as_at=shown.as_at, known_at=shown.known_at)


def shown_as(text: TextAt) -> Shown:
    """Give the very state that was read."""
    return Shown(text.document.id, text.as_at, text.known_at)


def shown_words(text: TextAt, shown: Shown) -> str:
    """Name a text that was read as a screen shows it, with the recording where it is an old one."""
    words = state_words(text)
    if shown.known_at is None or shown.before is not None or text.document.role is Role.DRAFT:
        return words
    return tr("{words}, biết tới lần ghi {recording}", words=words, recording=shown.known_at)


def name_of(text: TextAt) -> str:
    """Give the number of a text, or its title without the name of the draft."""
    document = text.document
    title = document.title.removeprefix(f"{document.status_text}: ")
    return document.number or shortened(title, _MOST_LETTERS)


def state_words(text: TextAt) -> str:
    """Name a text and its state: number, which wording, how many acts are in it."""
    name = name_of(text)
    if text.document.role is Role.DRAFT:
        return tr(
            "{name}, {status}, lần ghi {recording}",
            name=name,
            status=tr(text.document.chip),
            recording=text.known_at,
        )
    if text.as_at is None:
        issued = text.act.issue_date
        if issued is None:
            return tr("{name}, lời văn khi ban hành", name=name)
        return tr("{name}, lời văn khi ban hành {day}", name=name, day=issued)
    if not text.amended_by:
        return tr("{name}, có hiệu lực ngày {day}", name=name, day=text.as_at)
    return tr(
        "{name}, hợp nhất {count} văn bản, có hiệu lực ngày {day}",
        name=name,
        count=len(text.amended_by),
        day=text.as_at,
    )
