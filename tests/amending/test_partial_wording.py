"""New wording that may be a part of what is meant, or more than one provision."""

from __future__ import annotations

import pytest

from quyche_app.amending.partial_wording import (
    cut_short,
    is_all_that_goes,
    is_what_went,
    runs_together,
)
from quyche_app.domain.addresses import Address, parse_path
from quyche_app.domain.units import Unit
from tests.making import article, clause, point

_OLD = clause("2", "Tài liệu gồm:", point("a", "Tờ trình;"), point("b", "Dự thảo."))


def reason(new: Unit, old: Unit = _OLD) -> str:
    address = parse_path("d1/k2")
    assert isinstance(address, Address)
    told = cut_short(new, old, address)
    return told.code if told is not None else ""


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (clause("2", "Tài liệu:", point("a", "Một;"), point("b", "Hai.")), ""),
        (clause("2", "Gửi trước 05 ngày."), ""),
        (clause("2", "Tài liệu gồm:"), "wording.without_inside"),
        (clause("2", "Tài liệu:", point("b", "Hai.")), "wording.without_child"),
        (
            clause("2", "Gồm tờ trình, ... gửi Văn phòng:", point("a", "A;"), point("b", "B.")),
            "wording.left_out_inside",
        ),
        (
            clause("2", "Tài liệu:", point("a", "Như hiện hành;"), point("b", "B.")),
            "wording.no_provision",
        ),
    ],
)
def test_what_may_be_a_part_is_known_by_what_it_lacks(new: Unit, code: str) -> None:
    assert reason(new) == code


def test_dots_that_the_old_words_have_too_leave_nothing_out() -> None:
    words = "Gồm hội nghị, ... do Văn phòng chuẩn bị."
    assert reason(clause("2", words), clause("2", words)) == ""


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("Gửi trước ít nhất 05 ngày làm việc…", True),
        ("Gửi trước ít nhất 05 ngày làm việc...", True),
        ("… hướng dẫn bằng văn bản …", True),
        ("Họ và tên: .......", False),  # a blank to write in
        ("Gửi trước 05 ngày làm việc.", False),
    ],
)
def test_dots_at_an_end_of_new_wording_may_stand_for_words(words: str, is_told: bool) -> None:
    old = clause("2", "Gửi trước ít nhất 03 ngày làm việc. Việc gấp gửi trước 01 ngày.")
    assert reason(clause("2", words), old) == ("wording.left_out_inside" if is_told else "")


def test_a_name_alone_is_not_all_of_an_article_that_has_more() -> None:
    old = article("5", "Họp", clause("1", "Một."))
    assert reason(article("5", "Họp tháng"), old) == "wording.name_alone"
    assert reason(article("5", "Họp tháng"), article("5", "Họp")) == ""


@pytest.mark.parametrize(
    ("new", "is_told"),
    [
        (clause("1", "Một. 2. Hai."), True),
        (clause("1", "Một;2. Hai."), True),
        (clause("1", "Gồm: a) Một; b) Hai."), True),
        (article("5", "Mới 1. Một. 2. Hai."), True),
        (clause("1", "Một trong 2 việc. Mức 1.2 triệu đồng."), False),
    ],
)
def test_a_number_that_goes_on_in_a_line_is_doubted(new: Unit, is_told: bool) -> None:
    assert (runs_together(new) is not None) == is_told


@pytest.mark.parametrize(
    ("said", "is_all"),
    [
        ("2. Báo cáo gửi Văn phòng.", True),
        ("Báo cáo gửi Văn phòng", True),
        ("Báo cáo gửi …", True),
        ("gửi … Văn phòng", False),
        ("gửi Văn phòng", False),
        ("Báo cáo quý gửi Văn phòng.", False),
    ],
)
def test_words_quoted_behind_what_goes_are_all_of_it(said: str, is_all: bool) -> None:
    assert is_all_that_goes(["2. Báo cáo gửi Văn phòng."], said) is is_all


def test_an_article_may_be_quoted_by_its_name() -> None:
    lines = ["Điều 5. Phó Bí thư", "1. Giúp việc Bí thư."]
    assert is_all_that_goes(lines, "Phó Bí thư")
    assert is_all_that_goes(lines, "Điều 5. Phó Bí thư")
    assert not is_all_that_goes(lines, "Giúp việc Bí thư.")


def test_the_words_quoted_behind_a_part_are_those_that_went() -> None:
    before, after = ["2. Một hai. Ba bốn."], ["2. Một hai."]
    assert is_what_went(before, after, "Ba bốn.")
    assert is_what_went(before, after, "Ba …")
    assert not is_what_went(before, after, "Ba.")
    assert not is_what_went(before, after, "Một hai.")
