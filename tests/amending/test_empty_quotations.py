"""Quotation marks with nothing between them, and marks that stay open: told, never a defect."""

from __future__ import annotations

import pytest

from quyche_app.domain.flow import act_lines
from quyche_app.domain.operations import State
from tests.amending.cases import applied, base

_HEAD = (
    "QUYẾT ĐỊNH\nsửa đổi, bổ sung Quy chế làm việc của Văn phòng mẫu\n"
    "Điều 1. Sửa đổi, bổ sung một số điều của Quy chế như sau:\n"
)
_TAIL = "\nĐiều 2. Quyết định này có hiệu lực từ ngày ký."
_EMPTY = (
    "1. Thay thế “” chuyển.",
    "1. Thay thế cụm từ “” bằng cụm từ “Bí thư” tại khoản 2 Điều 2.",
    "1. Thay thế cụm từ “cấp trên” bằng cụm từ “” tại khoản 2 Điều 2.",
    "1. Bổ sung cụm từ “Bí thư” vào sau cụm từ “” tại khoản 2 Điều 2.",
    "1. Bỏ cụm từ “” tại Điều 2.",
    "1. Bãi bỏ “”.",
    "1. Chuyển “” thành “”.",
    "1. “” “”",
    "1. Sửa đổi khoản 2 Điều 1 như sau:\n“”.",
    "1. Sửa đổi khoản 2 Điều 1 như sau: “",
    "1. Sửa đổi tên Điều 1 thành “”.",
    "1. Bổ sung Điều 3a vào sau Điều 3 như sau: “”.",
    "1. Bổ sung Phụ lục như sau: “",
    "1. Bổ sung Phụ lục III như sau:\n“”.",
    "1. Bổ sung Phụ lục III, Phụ lục IV như sau:\n“PHỤ LỤC III\nBiểu mẫu”.",
)


@pytest.mark.parametrize("order", _EMPTY)
@pytest.mark.parametrize("shape", ["{head}{order}{tail}", "{head}{order}", "{order}"])
def test_an_empty_or_open_quotation_changes_nothing(order: str, shape: str) -> None:
    result = applied(shape.format(head=_HEAD, order=order, tail=_TAIL))
    assert act_lines(result.act) == act_lines(base())
    assert all(o.reason for o in result.outcomes)


def test_new_wording_with_empty_marks_behind_it_is_taken_with_its_words() -> None:
    act = (
        _HEAD
        + "1. Sửa đổi khoản 2 Điều 1 như sau: “2. Văn phòng họp mỗi tuần một lần.” “”."
        + _TAIL
    )
    assert "2. Văn phòng họp mỗi tuần một lần." in act_lines(applied(act).act)


def test_an_appendix_in_quotation_marks_is_added_behind_the_text() -> None:
    act = _HEAD + "1. Bổ sung Phụ lục III như sau:\n“PHỤ LỤC III\nBiểu mẫu\n1. Giấy mời”." + _TAIL
    result = applied(act)
    assert [o.state for o in result.outcomes] == [State.APPLIED]
    assert act_lines(result.act) == [*act_lines(base()), "PHỤ LỤC III", "Biểu mẫu", "1. Giấy mời"]
    assert [o.state for o in applied(act, act).outcomes] == [State.APPLIED, State.FAILED]
