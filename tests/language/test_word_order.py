"""Sentences whose parts stand in another order, as the plain one."""

from __future__ import annotations

import pytest

from quyche_app.language.word_order import active_form, without_everywhere, without_opener


@pytest.mark.parametrize(
    ("passive", "active"),
    [
        ("Khoản 2 Điều 5 được sửa đổi như sau:", "sửa đổi khoản 2 Điều 5 như sau:"),
        ("Điều 5 đã được sửa đổi, bổ sung như sau:", "sửa đổi, bổ sung điều 5 như sau:"),
        ("Điều 56 được bổ sung khoản 5 như sau:", "bổ sung khoản 5 điều 56 như sau:"),
        ("Khoản 2 Điều 5 hết hiệu lực.", "Bãi bỏ khoản 2 Điều 5."),
        ("Tại Điều 5, thay cụm từ “A” bằng “B”.", "Thay cụm từ “A” bằng “B” tại Điều 5"),
        ("Sửa đổi Điều 5 như sau:", "Sửa đổi Điều 5 như sau:"),
    ],
)
def test_a_passive_order_is_read_as_an_active_one(passive: str, active: str) -> None:
    assert active_form(passive) == active


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        (
            "Dùng cụm từ “B” thay cho cụm từ “A” tại Điều 3.",
            "Thay cụm từ “A” bằng cụm từ “B” tại Điều 3.",
        ),
        ("Lấy “B” thay thế cho “A”", "Thay “A” bằng “B”"),
        ("Bỏ “A” tại Điều 3, thay bằng “B”.", "Thay “A” tại Điều 3 bằng “B”."),
        ("Bỏ cụm từ “A” và thay bằng “B” tại Điều 3", "Thay cụm từ “A” bằng “B” tại Điều 3"),
        ("Sau từ “A” tại Điều 3, bổ sung “B”.", "Bổ sung “B” sau từ “A” tại Điều 3."),
        ("Ngay trước “A” thêm “B”", "Bổ sung “B” ngay trước “A”"),
        ("Bổ sung vào sau “A” tại Điều 3 từ “B”", "Bổ sung từ “B” vào sau “A” tại Điều 3"),
        (
            "Bổ sung vào sau khoản 3 Điều 4 khoản 3a như sau:",
            "Bổ sung khoản 3a vào sau khoản 3 Điều 4 như sau:",
        ),
        (
            "Bổ sung vào sau khoản 3 Điều 4 Điều 5 như sau:",
            "Bổ sung vào sau khoản 3 Điều 4 Điều 5 như sau:",
        ),
        ("Bổ sung vào cuối Điều 3 từ “A”.", "Bổ sung từ “A” vào cuối Điều 3."),
        ("Từ “A” cuối khoản 1 thay bằng “B”", "Thay từ “A” cuối khoản 1 bằng “B”"),
        ("Dấu “;” ở cuối điểm c thay bằng dấu “.”", "Thay dấu “;” ở cuối điểm c bằng dấu “.”"),
        ("Tại Điều 3 viết “A”, nay sửa thành “B”.", "Thay “A” tại Điều 3 bằng “B”."),
        ("Tại Điều 3 có ghi “A” để đọc là “B”.", "Tại Điều 3 có ghi “A” để đọc là “B”."),
        (
            "Thay “A” bằng “B (được sửa đổi bởi Luật số 3)” tại Điều 3 (được sửa đổi bởi Luật số 4)",
            "Thay “A” bằng “B (được sửa đổi bởi Luật số 3)” tại Điều 3                             ",
        ),
        ("Mọi chỗ ghi “A” nay ghi là “B”", "Thay mọi chỗ ghi “A” bằng “B”"),
        ("“A” tại Điều 3 đổi thành “B”", "Thay “A” tại Điều 3 bằng “B”"),
        ("“A” ở Điều 3 bãi bỏ.", "Bỏ “A” ở Điều 3"),
        ("Dùng cụm từ “B” tại Điều 3.", "Dùng cụm từ “B” tại Điều 3."),
    ],
)
def test_words_may_stand_in_another_order(sentence: str, plain: str) -> None:
    assert active_form(sentence) == plain


@pytest.mark.parametrize(
    ("sentence", "rest", "everywhere"),
    [
        ("Thay “A” bằng “B” trong toàn văn Quy chế.", "Thay “A” bằng “B”.", True),
        (
            "Thay “A” bằng “B” tại các điều, khoản có liên quan của Quy chế",
            "Thay “A” bằng “B”",
            True,
        ),
        ("Tại tất cả các điều của Quy chế, từ “A” sửa thành “B”", "Từ “A” sửa thành “B”", True),
        ("Toàn bộ Quy chế: thay “A” bằng “B”", "Thay “A” bằng “B”", True),
        ("Thay “A” bằng “B” tại các điều của Chương II", None, False),
        ("Thay “A” bằng “B” trong toàn bộ Chương II của Quy chế", None, False),
    ],
)
def test_the_whole_text_may_be_named(sentence: str, rest: str | None, everywhere: bool) -> None:
    assert without_everywhere(sentence) == (rest or sentence, everywhere)


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("Nay bãi bỏ Điều 3", "Bãi bỏ Điều 3"),
        ("Thống nhất dùng “B” thay cho “A”", "Dùng “B” thay cho “A”"),
        ("Đính chính: tại Điều 3 ghi “A” là “B”", "Tại Điều 3 ghi “A” là “B”"),
        ("Khoản 3 Điều 6 giữ nguyên; khoản 4 sửa thành “4.”", "Khoản 4 sửa thành “4.”"),
        ("Giữ nguyên Điều 3; bãi bỏ Điều 4", "Bãi bỏ Điều 4"),
        ("Thống nhất nội dung Điều 3", "Thống nhất nội dung Điều 3"),
        ("Cơ bản thống nhất bỏ Điều 3", "Cơ bản thống nhất bỏ Điều 3"),
    ],
)
def test_words_before_the_verb_that_order_nothing(sentence: str, rest: str) -> None:
    assert without_opener(sentence) == rest
