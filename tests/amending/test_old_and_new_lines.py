"""A place, its old words and its new ones, each on a line of its own."""

from __future__ import annotations

import pytest

from quyche_app.amending.act_lines import ActLine
from quyche_app.amending.old_and_new_lines import old_and_new
from quyche_app.domain.flow import act_lines
from quyche_app.domain.sources import SourceParagraph
from quyche_app.domain.units import Paragraph
from tests.amending.test_silent_kinds import carried_out
from tests.amending.test_told_or_done import is_told

_HEAD = "Điều 1. Sửa đổi các nội dung sau của Quy chế số 11-QC/HU:"
_EFFECT = "Điều 2. Quyết định này có hiệu lực kể từ ngày ký."


def lines_of(*texts: str) -> list[ActLine]:
    """Give lines as a reader has them."""
    return [ActLine(number, number, text) for number, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("texts", "cells"),
    [
        (
            ("Điều 4, khoản 2", "Hiện ghi: “15 ngày”", "Nay ghi: “10 ngày”"),
            ["Điều 4, khoản 2", "“15 ngày”", "“10 ngày”"],
        ),
        (
            ("Khoản 2, Điều 4:", "- Nội dung hiện hành: “2. Cũ.”", "- Nội dung mới: “2. Mới.”"),
            ["Khoản 2, Điều 4", "2. Cũ.", "2. Mới."],
        ),
        (("Điều 4, khoản 2", "Nay ghi: “10 ngày”", "Hiện ghi: “15 ngày”"), None),
        (("Về báo cáo", "Hiện ghi: “15 ngày”", "Nay ghi: “10 ngày”"), None),
        (("Điều 4, khoản 2", "Hiện ghi: “15 ngày”"), None),
        (("Điều 4, khoản 2", "Hiện ghi: “15 ngày”", "Nay ghi:"), None),
    ],
)
def test_three_lines_are_the_cells_of_a_row(
    texts: tuple[str, ...], cells: list[str] | None
) -> None:
    found = old_and_new(lines_of(*texts))
    assert (found[1] if found is not None else None) == cells


def test_new_words_may_stand_below_their_line() -> None:
    lines = lines_of("Khoản 2, Điều 4", "Hiện ghi: “2. Cũ.”", "Nay ghi:")
    lines[2].quoted.append(SourceParagraph(4, Paragraph("“2. Mới.”")))
    found = old_and_new(lines)
    assert found is not None
    assert found[1] == ["Khoản 2, Điều 4", "2. Cũ.", "2. Mới."]


def test_they_are_carried_out_and_held_against_the_old_words() -> None:
    right = carried_out(_HEAD, "Khoản 2, Điều 3", "Hiện ghi: “gửi”", "Nay ghi: “trình”", _EFFECT)
    assert not is_told(*right)
    assert "2. Báo cáo trình Văn phòng." in act_lines(right[1].act)
    other = carried_out(
        _HEAD, "Khoản 2, Điều 3", "Hiện ghi: “2. Khác.”", "Nay ghi: “2. Mới.”", _EFFECT
    )
    assert is_told(*other)


def test_each_may_stand_under_a_number() -> None:
    under = (
        "1. Khoản 2, Điều 3",
        "Hiện ghi: “gửi”",
        "Nay ghi: “trình”",
        "2. Bãi bỏ khoản 1 Điều 3.",
    )
    reading, result = carried_out(_HEAD, *under, _EFFECT)
    assert not is_told(reading, result)
    assert "2. Báo cáo trình Văn phòng." in act_lines(result.act)
    assert "1. (được bãi bỏ)" in act_lines(result.act)
