"""A three-way comparison as lines, as a sentence and as a report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quyche_app.domain.acts import Act
from quyche_app.domain.beside import Part, Uncompared
from quyche_app.domain.comparisons import Side
from quyche_app.domain.three_way import SlotDifference, Standing, ThreeWay, ThreeWayRow
from quyche_app.writing.three_way import (
    SLOT_WORDS,
    STANDING_WORDS,
    row_title,
    three_way_lines,
    three_way_report,
    three_way_sentence,
)
from tests.writing.made import EDITED, rows, slot

NAMES = ("gốc.docx", "a.docx", "b.docx")
NOTES = Uncompared(Part.NOTES, 1, 2)
NOTHING = ThreeWay(Act(), Act(), Act(), ())


@pytest.mark.parametrize(
    ("changed", "lines"),
    [
        (
            slot(),
            [
                "Khoản 2 Điều 5, lời văn: chỉ A sửa",
                "    A: Họp mỗi [-tháng-]{+tuần+}",
                "    B: giữ nguyên",
            ],
        ),
        (
            slot("label", Standing.CONFLICT, base="2", mine="3", theirs="4", mine_changes=()),
            ["Khoản 2 Điều 5, số: A và B sửa khác nhau", "    A: 3", "    B: 4"],
        ),
        (
            slot("existence", Standing.THEIRS, base="x", mine="x", theirs="", mine_changes=()),
            [
                "Khoản 2 Điều 5, cả điều khoản: chỉ B sửa",
                "    A: giữ nguyên",
                "    B: (không có)",
            ],
        ),
        (
            slot("heading", base="x", mine="a\nb", theirs="x", mine_changes=()),
            [
                "Khoản 2 Điều 5, tên: chỉ A sửa",
                "    A: a",
                "    A: b",
                "    B: giữ nguyên",
            ],
        ),
        (
            slot(base="x", mine="y", theirs="z", mine_changes=EDITED[:1], theirs_changes=EDITED),
            [
                "Khoản 2 Điều 5, lời văn: chỉ A sửa",
                "    A: giữ nguyên",
                "    B: Họp mỗi [-tháng-]{+tuần+}",
            ],
        ),
    ],
    ids=["words", "numbers", "removed", "two paragraphs", "the same words"],
)
def test_the_lines_of_a_slot(changed: SlotDifference, lines: list[str]) -> None:
    first, *said, last = three_way_lines(rows(changed), names=NAMES)
    assert first == "Gốc: gốc.docx · A: a.docx · B: b.docx"
    assert said == lines
    assert last == three_way_sentence(rows(changed))


def test_a_guessed_row_is_called_a_guess() -> None:
    assert three_way_lines(rows(slot(), sure=False), names=NAMES)[1] == (
        "Khoản 2 Điều 5, lời văn: chỉ A sửa (đoán theo lời văn)"
    )


@pytest.mark.parametrize(
    ("result", "sentence"),
    [
        (NOTHING, "Lời văn ba bản giống hệt nhau, từng chữ."),
        (
            replace(NOTHING, not_compared=(NOTES,)),
            "Lời văn ba bản giống hệt nhau, từng chữ. "
            "Khác nhau mà phép so không hiện: chú thích (bản cũ 1, bản mới 2).",
        ),
        (
            rows(slot(), slot("label"), slot("tail", Standing.CONFLICT)),
            "3 chỗ khác nhau: A và B sửa khác nhau 1, chỉ A sửa 2.",
        ),
        (
            rows(slot("tail", Standing.AGREED), not_compared=(NOTES,)),
            "1 chỗ khác nhau: A và B sửa như nhau 1. "
            "Khác nhau mà phép so không hiện: chú thích (bản cũ 1, bản mới 2).",
        ),
    ],
    ids=["the same", "the same words", "two standings", "agreed, and more"],
)
def test_counts_in_a_sentence(result: ThreeWay, sentence: str) -> None:
    assert three_way_sentence(result) == sentence


D1, D2, D3 = (Side("u", path) for path in ("d1", "d2", "d3"))


@pytest.mark.parametrize(
    ("row", "title"),
    [
        (ThreeWayRow(D1, D2, D3, ()), "Điều 1"),
        (ThreeWayRow(None, D2, D3, ()), "Điều 2"),
        (ThreeWayRow(None, None, D3, ()), "Điều 3"),
        (ThreeWayRow(Side("c", "?", "phần đầu"), None, None, ()), "Phần đầu"),
        (ThreeWayRow(None, None, None, ()), ""),
    ],
    ids=["base", "A alone", "B alone", "a name", "nobody"],
)
def test_a_row_is_called_by_the_first_side_that_has_it(row: ThreeWayRow, title: str) -> None:
    assert row_title(row) == title


def test_the_report_holds_each_changed_row() -> None:
    changed = rows(slot(), theirs=None, not_compared=(NOTES,))
    unchanged = rows(path="d6").rows
    report = three_way_report(replace(changed, rows=(*changed.rows, *unchanged)))
    assert report["schema"] == "quyche/three-way/1"
    assert report["counts"] == {"mine": 1}
    assert [part["old"] for part in report["not_compared"]] == [1]
    (row,) = report["rows"]
    assert [row[key] for key in ("base", "mine", "theirs", "sure")] == [
        "d5/k2",
        "d5/k2",
        None,
        True,
    ]
    (one,) = row["slots"]
    assert (one["slot"], one["standing"]) == ("lead", "mine")
    assert (one["base"], one["mine"], one["theirs"]) == (
        "Họp mỗi tháng",
        "Họp mỗi tuần",
        "Họp mỗi tháng",
    )
    assert [change["op"] for change in one["mine_changes"]] == ["equal", "delete", "insert"]
    assert one["theirs_changes"] == []


def test_every_slot_and_standing_has_words() -> None:
    assert set(STANDING_WORDS) == set(Standing)
    assert set(SLOT_WORDS) == {
        "existence",
        "label",
        "heading",
        "lead",
        "tail",
        "place",
        "front",
        "back",
    }
