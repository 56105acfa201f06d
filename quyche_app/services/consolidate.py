"""Apply amending acts from files to a base from a file: the main job without a workspace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quyche_app.amending.apply import Accept, consolidate
from quyche_app.domain.acts import Act
from quyche_app.domain.operations import Confidence, Consolidation, State
from quyche_app.reading.files import read_file
from quyche_app.services.progress import SILENT, Progress
from quyche_app.services.read_amendments import read_act


@dataclass(frozen=True, slots=True)
class OutcomeCounts:
    """How many instructions came to what; ``doubtful`` are among the applied."""

    applied: int
    doubtful: int
    failed: int
    ignored: int
    unread: int

    @property
    def needs_a_person(self) -> bool:
        """Something failed, was not read, or was applied with a doubt."""
        return bool(self.failed or self.unread or self.doubtful)

    @property
    def sentence(self) -> str:
        """The counts as one Vietnamese sentence."""
        total = self.applied + self.failed + self.ignored
        parts = [f"{total} nội dung sửa đổi: áp dụng {self.applied}"]
        if self.doubtful:
            parts[0] += f" (cần xem {self.doubtful})"
        if self.failed:
            parts.append(f"không áp dụng được {self.failed}")
        if self.ignored:
            parts.append(f"về văn bản khác {self.ignored}")
        if self.unread:
            parts.append(f"{self.unread} đoạn chưa đọc được")
        return ", ".join(parts) + "."


def counts_of(result: Consolidation) -> OutcomeCounts:
    """Count the outcomes of a consolidation."""
    states = [outcome.state for outcome in result.outcomes]
    doubtful = sum(
        1 for o in result.outcomes
        if o.state is State.APPLIED and o.confidence is not Confidence.HIGH
    )
    return OutcomeCounts(
        states.count(State.APPLIED), doubtful, states.count(State.FAILED),
        states.count(State.IGNORED), len(result.unread),
    )


def consolidate_files(
    base: Path, acts: Sequence[Path], *, accept: str = "recognised", progress: Progress = SILENT
) -> Consolidation:
    """Read a base and amending acts and apply them in order of effect."""
    total = len(acts) + 2
    progress.step(1, total, f"Đang đọc {base.name}")
    text = read_file(base)
    readings = []
    for number, path in enumerate(acts, 1):
        progress.step(number + 1, total, f"Đang đọc {path.name}")
        readings.append(read_act(path, number))
    progress.step(total, total, "Đang áp dụng")
    return consolidate(text.act, readings, accept=Accept(accept))


def text_as_at(result: Consolidation, day: date | None) -> Act:
    """Give the text in force on a day; None = after everything."""
    if day is None:
        return result.act
    act = result.base
    for stage in result.stages:
        if stage.effect_date is None or stage.effect_date <= day:
            act = stage.act
    return act
