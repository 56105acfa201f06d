"""Long work tells how far it is, and stops where a person asked so."""

from __future__ import annotations

import pytest

from quyche_app.domain.errors import CancelledByUser
from quyche_app.services.progress import SILENT, Progress


def test_each_step_is_told() -> None:
    told: list[tuple[int, int, str]] = []
    progress = Progress(lambda *step: told.append(step))
    progress.step(1, 3, "đọc")
    progress.step(2, 0, "ghi")
    assert told == [(1, 3, "đọc"), (2, 0, "ghi")]


def test_work_stops_before_the_step_is_told() -> None:
    told: list[tuple[int, int, str]] = []
    asked = iter([False, True, True])
    progress = Progress(lambda *step: told.append(step), lambda: next(asked))
    progress.step(1, 2, "đọc")
    with pytest.raises(CancelledByUser):
        progress.step(2, 2, "ghi")
    with pytest.raises(CancelledByUser):
        progress.check_cancelled()
    assert told == [(1, 2, "đọc")]


def test_nobody_need_listen() -> None:
    SILENT.step(1, 2, "đọc")
    SILENT.check_cancelled()
