"""Acts from files applied to a base from a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quyche_app.domain.errors import CancelledByUser
from quyche_app.domain.flow import act_lines
from quyche_app.domain.operations import Consolidation
from quyche_app.services.consolidate import (
    consolidate_files,
    has_changes,
    text_as_at,
    useless_acts,
)
from quyche_app.services.progress import Progress
from tests.services.office_texts import (
    ASKED,
    FIRST,
    LATE,
    REGULATION,
    SECOND,
    USELESS,
    written,
)

_BASE_LINES = REGULATION.splitlines()


def run(folder: Path, *acts: str, progress: Progress | None = None) -> Consolidation:
    base = written(folder, "gốc.txt", REGULATION)
    paths = [written(folder, f"{n}.txt", act) for n, act in enumerate(acts)]
    return consolidate_files(base, paths, progress=progress or Progress())


@pytest.mark.parametrize(
    ("acts", "expected"),
    [([FIRST], True), ([USELESS], False), ([USELESS, FIRST], True), ([], False)],
)
def test_whether_anything_was_applied(tmp_path: Path, acts: list[str], expected: bool) -> None:
    assert has_changes(run(tmp_path, *acts)) is expected


@pytest.mark.parametrize(
    ("act", "is_useless"),
    [
        (FIRST, False),
        (USELESS, False),
        (FIRST.replace("Văn phòng Tỉnh ủy Bến Mẫu", "Ban Tổ chức xã Mẫu"), False),
        ("QUYẾT ĐỊNH\nvề việc họp\nĐiều 1. Họp mỗi tháng.\n", True),
    ],
    ids=["applied", "failed is about it all the same", "another name", "no order at all"],
)
def test_acts_without_an_instruction_on_the_base(
    tmp_path: Path, act: str, is_useless: bool
) -> None:
    result = run(tmp_path, act)
    assert bool(useless_acts(result)) is is_useless


def test_each_file_is_a_step_and_work_can_be_stopped(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    run(
        tmp_path,
        FIRST,
        SECOND,
        progress=Progress(lambda step, total, _: told.append((step, total))),
    )
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    with pytest.raises(CancelledByUser):
        run(tmp_path, FIRST, progress=Progress(None, lambda: True))


def _clause(lines: list[str], start: str) -> str:
    return next(line for line in lines if line.startswith(start))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2018, 7, 15), "1. Hồ sơ giấy được nộp vào lưu trữ."),
        (date(2018, 12, 31), "1. Hồ sơ giấy được nộp vào lưu trữ."),
        (date(2019, 1, 1), "1. Hồ sơ giấy được nộp vào lưu trữ trong năm."),
        (date(2020, 2, 29), "1. Hồ sơ giấy được nộp vào lưu trữ trong năm."),
        (date(2020, 3, 1), "1. Hồ sơ giấy được nộp vào lưu trữ trong tháng."),
        (None, "1. Hồ sơ giấy được nộp vào lưu trữ trong tháng."),
    ],
)
def test_the_text_of_a_day(tmp_path: Path, day: date | None, words: str) -> None:
    result = run(tmp_path, FIRST, SECOND, LATE)
    lines = act_lines(text_as_at(result, day))
    assert _clause(lines, "1. Hồ sơ") == words


def test_what_has_no_known_day_is_in_force_on_none(tmp_path: Path) -> None:
    result = run(tmp_path, FIRST, ASKED)
    now = act_lines(text_as_at(result, date(2030, 1, 1)))
    assert _clause(now, "2. Việc") == "2. Việc gấp được báo cáo trong buổi."
    whole = act_lines(text_as_at(result, None))
    assert _clause(whole, "2. Việc") == "2. Việc gấp được báo cáo ngay."
