"""What applying one instruction found out: doubts, failures, changed units, occurrences."""

from __future__ import annotations

from dataclasses import dataclass, field

from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Instruction, Occurrence
from quyche_app.domain.texts import shortened


@dataclass
class Ledger:
    """The account of one instruction while it is applied.

    Attributes:
        doubts: what was supplied by us.
        failures: targets that could not be served, with the reason.
        changed: identities of the units it wrote, in order.
        notes: (unit id, what of it was changed) for the footnotes; see ``notes``.
    """

    instruction: Instruction
    doubts: list[Message] = field(default_factory=list)
    failures: list[Message] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    occurrences: list[Occurrence] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    nearest: str = ""

    def without_changes(self) -> Ledger:
        """Give the account with what it found, and nothing carried out."""
        return Ledger(self.instruction, self.doubts, self.failures, nearest=self.nearest)

    def doubt(self, why: Message | None) -> None:
        """Say once what is not certain; nothing when there is no doubt."""
        if why is not None and why not in self.doubts:
            self.doubts.append(why)

    def fail(self, why: Message, nearest: str = "") -> None:
        """Say once what could not be done."""
        if why not in self.failures:
            self.failures.append(why)
        self.nearest = self.nearest or nearest

    def write(self, unit_id: str, what: str) -> None:
        """Say that a unit was written; ``what``: "unit", "insert", "repeal", "heading", "lead"…"""
        if unit_id not in self.changed:
            self.changed.append(unit_id)
        self.notes.append((unit_id, what))


def may_close(paragraph: str) -> Message:
    """Give the doubt about the last clause of an article: its last paragraph may close the article."""
    return message(
        "stray.may_close",
        "đoạn “{words}” có thể là đoạn kết của điều",
        words=shortened(paragraph),
    )


def already_there(place: str) -> Message:
    """Give the failure of what would stand where something stands."""
    return message("target.already_there", "{place} đã có trong văn bản", place=place)


def repealed_before(place: str) -> Message:
    """Give the failure of what is to be changed and was repealed before."""
    return message("target.repealed", "{place} đã bị bãi bỏ trước đó", place=place)
