"""What an order on words is about besides its place: of which of several spots it speaks."""

from __future__ import annotations

import pytest

from quyche_app.domain.operations import ABOUT, COUNTED
from quyche_app.language.statements import read_statement
from quyche_app.language.subjects import about_one_spot, counted, describes_part, subject_of


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Khoản 1 Điều 10: thời hạn gửi báo cáo quý “ngày 20” thay bằng “ngày 25”.",
            "gửi báo cáo quý",
        ),
        ("Tại khoản 1 Điều 10, thay cụm từ “ngày 20” bằng cụm từ “ngày 25”.", ""),
        ("Thay “a” bằng “b” tại Điều 3 Quy chế làm việc của Ban Chấp hành.", ""),
        ("Thay “a” bằng “b” tại khoản 1 (báo cáo quý) Điều 3.", "báo cáo quý"),
        ("Thay “a” bằng “b” tại khoản 1 Điều 3 (đã sửa năm 2020).", ""),
    ],
)
def test_the_words_that_tell_which_spot_is_meant_are_what_nothing_else_explains(
    text: str, subject: str
) -> None:
    assert subject_of(text) == subject


def test_a_count_of_spots_is_read_in_words_and_digits() -> None:
    assert counted("Thay “a” bằng “b” tại Điều 3 (cả hai chỗ).") == "2"
    assert counted("Thay “a” bằng “b” tại Điều 3 (3 nơi).") == "3"
    assert counted("Thay “a (hai chỗ)” bằng “b” tại Điều 3.") == ""


def test_the_words_of_an_order_are_bound_to_the_spot_or_to_the_count() -> None:
    orders = read_statement("Thay “a” bằng “b” tại khoản 1 Điều 3.").orders
    (about,) = about_one_spot(orders, "báo cáo quý")
    assert [(pair.side, pair.anchor) for pair in about.pairs] == [(ABOUT, "báo cáo quý")]
    (several,) = about_one_spot(orders, "", "2")
    assert [(pair.side, pair.anchor) for pair in several.pairs] == [(COUNTED, "2")]
    assert about_one_spot(orders, "") == tuple(orders)


@pytest.mark.parametrize(
    ("text", "is_part"),
    [
        ("Bãi bỏ khoản 2 Điều 8 (trường hợp gấp).", True),
        ("Bãi bỏ khoản 2 Điều 8 (đã được sửa đổi).", False),
        ("Bãi bỏ khoản 2 (cả hai điểm).", False),
        ("Bãi bỏ khoản 2 Điều 8.", False),
    ],
)
def test_words_in_brackets_behind_a_place_may_name_a_part_of_it(text: str, is_part: bool) -> None:
    assert describes_part(text) is is_part
