"""How many instructions came to what: the one count that every sentence and chip shows.

An instruction is one order of an amending act as the program reads it. It came to exactly one of four
things; the total is their sum, so no two places can disagree.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quyche_app.domain.messages import Message, all_said, message
from quyche_app.domain.operations import Confidence, Consolidation, Outcome, State

UNDONE = "undone"  # recorded, and taken back by a person


@dataclass(frozen=True, slots=True)
class InstructionCounts:
    """Counts of the instructions of one or more acts.

    Attributes:
        applied: they are in the text; ``doubtful`` are among them.
        failed: they could not be applied, or a person left them out.
        ignored: they are about another text.
        undone: they were applied and taken back.
        unread: paragraphs that were not understood; no instructions, so in no total.
        transitional: passages that go on under the old rules; no instructions either.
    """

    applied: int = 0
    doubtful: int = 0
    failed: int = 0
    ignored: int = 0
    undone: int = 0
    unread: int = 0
    transitional: int = 0

    @property
    def total(self) -> int:
        """All instructions, whatever came of them."""
        return self.applied + self.failed + self.ignored + self.undone

    @property
    def share(self) -> str:
        """How many of all are in the text: "25/26"."""
        return f"{self.applied}/{self.total}"

    @property
    def is_whole(self) -> bool:
        """Every instruction is in the text, and nothing was left unread."""
        return self.applied == self.total > 0 and not self.unread

    @property
    def is_short(self) -> bool:
        """Something that the acts order for this text is not in it."""
        return bool(self.failed or self.undone or self.unread)

    @property
    def needs_a_person(self) -> bool:
        """Something failed, was taken back, was not read, was applied with a doubt, or goes on beside
        the text."""
        return bool(self.is_short or self.doubtful or self.transitional)

    @property
    def parts(self) -> tuple[Message, ...]:
        """What came of them, one message for each thing that there is."""
        total = self.total
        applied = message(
            "counts.applied",
            "{count} nội dung sửa đổi: áp dụng {applied}",
            count=total,
            applied=self.applied,
        )
        if self.doubtful:
            applied = message(
                "counts.applied_doubtful",
                "{count} nội dung sửa đổi: áp dụng {applied} (cần xem {doubtful})",
                count=total,
                applied=self.applied,
                doubtful=self.doubtful,
            )
        others = (
            ("counts.failed", "không áp dụng được {number}", self.failed),
            ("counts.undone", "đã hoàn tác {number}", self.undone),
            ("counts.ignored", "về văn bản khác {number}", self.ignored),
        )
        passages = (
            ("counts.unread", "{count} đoạn chưa đọc được", self.unread),
            ("counts.transitional", "{count} điều khoản chuyển tiếp", self.transitional),
        )
        return (
            applied,
            *(message(code, text, number=number) for code, text, number in others if number),
            *(message(code, text, count=count) for code, text, count in passages if count),
        )

    @property
    def sentence(self) -> str:
        """The counts as one Vietnamese sentence."""
        return all_said(self.parts, between=", ") + "."


NOTHING_COUNTED = InstructionCounts()


def counts_of_outcomes(
    outcomes: Iterable[Outcome], unread: int = 0, transitional: int = 0
) -> InstructionCounts:
    """Count the outcomes of applying acts, beside what stands in no outcome: see the attributes."""
    found = list(outcomes)
    doubtful = sum(
        1 for o in found if o.state is State.APPLIED and o.confidence is not Confidence.HIGH
    )
    counts = counts_of_states((o.state for o in found), unread)
    return replace(counts, doubtful=doubtful, transitional=transitional)


def counts_of_states(states: Iterable[str], unread: int = 0) -> InstructionCounts:
    """Count recorded states, one an instruction; ``unread``: paragraphs that were not understood."""
    found = list(states)
    return InstructionCounts(
        applied=found.count(State.APPLIED),
        failed=found.count(State.FAILED),
        ignored=found.count(State.IGNORED),
        undone=found.count(UNDONE),
        unread=unread,
    )


def state_over_texts(states: Iterable[str]) -> str:
    """Give what came of one instruction that was laid over several texts: what is missing in one of
    them is missing; ignored is what none of them is about."""
    order = (State.FAILED, UNDONE, State.APPLIED, State.IGNORED)
    found = set(states)
    return next(state for state in order if state in found)


def counts_of(result: Consolidation) -> InstructionCounts:
    """Count the outcomes of a consolidation."""
    return counts_of_outcomes(
        result.outcomes,
        len(result.unread),
        sum(len(reading.transitional) for reading in result.amending),
    )
