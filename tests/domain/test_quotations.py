"""Where new wording in quotation marks begins and ends (docs/field.md 4.3)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quyche_app.domain.quotations import (
    LONGEST,
    QuotationEnd,
    after_closing,
    balance,
    begins_quotation,
    has_unusual_marks,
    plain_marks,
    quotation_end,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Điều 5. Họp", True),
        ('"1. Họp', True),
        ("‘1. Họp", True),
        ("Khoản 2 được sửa đổi như sau: “2. Họp", True),
        ('như sau:"2. Họp', True),
        ("cụm từ “hằng tháng”", False),
        ("như sau:", False),
        ("”", False),
        ("", False),
    ],
)
def test_a_paragraph_that_opens_a_quotation(text: str, expected: bool) -> None:
    assert begins_quotation(text) is expected


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Không có dấu nào.", 0, 0),
        ("Không có dấu nào.", 3, 3),
        ("“Mở", 0, 1),
        ("“Mở và đóng”", 0, 0),
        ("đóng”.", 1, 0),
        ("“Mở “trong” vẫn mở", 0, 1),
        ("«Mở» „rồi", 0, 1),
        ('"Mở', 0, 1),
        ('"Mở và đóng"', 0, 0),
        ('đóng".', 1, 0),
        ('một "chữ" trong', 1, 1),
        ("đóng bằng dấu mở“.", 1, 0),
        ("“", 1, 2),
        ("‘‘Mở", 0, 1),
        ("‘‘Mở’’", 0, 0),
        ("‘Một’", 0, 0),
        ("““Mở hai", 0, 2),
        ("hết”.”", 2, 0),
        ("a”", 5, 4),
        ("“a” “b” “c”", 9, 9),
        ("a” b” c”", 9, 6),
    ],
)
def test_how_many_quotations_are_open_after_a_paragraph(text: str, before: int, after: int) -> None:
    assert balance(text, before) == after


@pytest.mark.parametrize(
    ("text", "depth", "words"),
    [
        ("Họp.” và bãi bỏ Điều 7", 1, " và bãi bỏ Điều 7"),
        ("“Họp.” và bãi bỏ", 0, " và bãi bỏ"),
        ("Họp.”.", 1, None),
        ("Họp.” ", 1, None),
        ("Họp “trong” và ngoài", 1, None),
        ("Họp “trong”” và ngoài", 1, " và ngoài"),
        ('Họp." và', 1, None),
        ("Họp.’’ và", 1, " và"),
    ],
)
def test_the_words_behind_the_mark_that_closes_all(
    text: str, depth: int, words: str | None
) -> None:
    at = after_closing(text, depth)
    assert (None if at is None else text.replace("’’", "” ")[at:].replace("  ", " ")) == words


def _next_is(label: str) -> Callable[[str], bool]:
    return lambda text: text.startswith(label)


@pytest.mark.parametrize(
    ("texts", "end"),
    [
        (["“Điều 5. Họp.”", "2. Bãi bỏ Điều 7."], QuotationEnd(0)),
        (["“1. Họp:", "a) Một;", "b) Hai.”", "2. Bãi bỏ."], QuotationEnd(2)),
        (["“1. Họp.", "2. Bãi bỏ Điều 7."], QuotationEnd(0, False)),
        (["“1. Họp.", "a) Một.", "2. Bãi bỏ Điều 7.", "3. Hết."], QuotationEnd(1, False)),
        (["“1. Họp.", "2. Bãi bỏ.", "đóng.”"], QuotationEnd(2, True, 1)),
        (["“1. Họp.", "2. Sửa như sau:", "“2. Báo cáo.”"], QuotationEnd(0, False)),
        (["“1. Họp.", "2. Sửa như sau:", "“2. Quý.", "3. Năm.”", "Hết.”"], QuotationEnd(0, False)),
        (["“1. Họp.", "2. Sửa như sau:", "“2. Theo “Quy chế.", "Hết.”””"], QuotationEnd(0, False)),
        (["“1. Họp.", "Một.", "Hai."], QuotationEnd(0, False)),
        (["“1. “Họp.", "Một’.", "Hai."], QuotationEnd(1, False)),
        (["“1. “Họp.", "Một.", "Hai’.", "Ba’."], QuotationEnd(2, False)),
    ],
    ids=[
        "in its own paragraph",
        "at its mark",
        "lost: before the next order",
        "lost: some paragraphs before it",
        "an order inside",
        "opened again after an order",
        "opened again, and a mark too many at the end",
        "opened again with a quotation in it",
        "never closed",
        "a single mark at the end",
        "the first of two such ends",
    ],
)
def test_where_a_quotation_ends(texts: list[str], end: QuotationEnd) -> None:
    assert quotation_end(texts, 0, _next_is("2. ")) == end


def test_a_quotation_is_looked_for_from_where_it_opens() -> None:
    texts = ["Bãi bỏ.”", "“1. Họp.", "Hai.”"]
    assert quotation_end(texts, 1, _next_is("2. ")) == QuotationEnd(2)


def test_no_quotation_is_longer_than_the_longest() -> None:
    texts = ["“Mở.", *["Lời."] * (LONGEST - 2), "đóng.”"]
    assert quotation_end(texts, 0, _next_is("2. ")) == QuotationEnd(LONGEST - 1)
    texts.insert(1, "Lời.")
    assert quotation_end(texts, 0, _next_is("2. ")) == QuotationEnd(0, False)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("″1. Mới.″", '"1. Mới."'),
        ("＂1. Mới.＂", '"1. Mới."'),
        ("‹1. Mới.›", "«1. Mới.»"),
        ("``1. Mới.''", "“ 1. Mới.” "),
        ("tiêu chí ''đạt''", "tiêu chí ''đạt''"),
        ("„05 ngày“ bằng „07 ngày“", "“05 ngày” bằng “07 ngày”"),
        ("”05 ngày” bằng ”07 ngày”", "“05 ngày” bằng “07 ngày”"),
        ("”1. Mới.“.", "“1. Mới.”."),
        ("”1. Mới một đoạn.", "“1. Mới một đoạn."),
        ("“1. Mới.”", "“1. Mới.”"),
        ("„1. Mới.”", "„1. Mới.”"),
        ('"1. Mới."', '"1. Mới."'),
        ("hết lời”.", "hết lời”."),
    ],
)
def test_unusual_marks_are_read_as_the_usual_ones(typed: str, plain: str) -> None:
    assert plain_marks(typed) == plain
    assert len(plain) == len(typed)
    assert has_unusual_marks([typed]) or typed == plain


def test_a_later_mark_closes_nothing_where_the_next_article_orders_something() -> None:
    texts = ["“2. Họp tháng.", "Điều 2. Thay cụm từ", "1. Thay “A” bằng “B”.", "2. Bỏ C”."]
    is_article = texts[1].__eq__
    assert quotation_end(texts, 0, is_article, lambda at: at == 1) == QuotationEnd(
        0, is_closed=False
    )
    assert quotation_end(texts, 0, is_article) == QuotationEnd(3, swallowed=1)
