"""What a sentence says about the day of effect: a day where it is sure, and never a day by guess."""

from __future__ import annotations

from datetime import date

import pytest

from quyche_app.language.effect_clauses import Says, clauses_by_line, clauses_of

_SIGNED = date(2026, 3, 5)
_FIRST_OF_APRIL = date(2026, 4, 1)


def _one(sentence: str) -> tuple[Says, date | None]:
    clause = clauses_of(sentence, _SIGNED)[0]
    return clause.says, clause.day


@pytest.mark.parametrize(
    "sentence",
    [
        "Quyết định này có hiệu lực kể từ ngày ký.",
        "Quyết định này có hiệu lực từ ngày ký ban hành và thay thế Quyết định số 9-QĐ/TU ngày 25/01/2021.",
        "Quyết định này gồm 03 điều, có hiệu lực từ ngày ký.",
        "Quyết định này thay thế Quyết định số 9-QĐ/TU, ngày 25/01/2021, có hiệu lực từ ngày ký.",
        "Quyết định này thay thế Quyết định số 9-QĐ/TU ngày 25/01/2021 và có hiệu lực kể từ ngày ban hành.",
        "Hiệu lực thi hành: kể từ ngày ký./.",
    ],
)
def test_from_the_day_of_signing(sentence: str) -> None:
    assert _one(sentence) == (Says.WHOLE, _SIGNED)


@pytest.mark.parametrize(
    "sentence",
    [
        "Quyết định này có hiệu lực từ ngày 01 tháng 4 năm 2026.",
        "Quyết định có hiệu lực từ ngày 01/4/2026./.",
        "Quyết định này có hiệu lực từ ngày 01.4.2026.",
        "Quyết định này có hiệu lực kể từ 00 giờ 00 phút ngày 01 tháng 4 năm 2026.",
        "Quyết định này có hiệu lực từ 24 giờ 00 phút ngày 31/3/2026.",
        "Hiệu lực thi hành: từ ngày 01 tháng 4 năm 2026.",
        "Quyết định này được áp dụng từ ngày 01/4/2026.",
        "Điều khoản thi hành Quyết định này có hiệu lực từ ngày 01/4/2026.",
        "Nghị quyết này được Hội đồng nhân dân xã thông qua ngày 10 tháng 3 năm 2026 và có hiệu lực từ "
        "ngày 01 tháng 4 năm 2026.",
    ],
)
def test_from_a_day_that_is_written(sentence: str) -> None:
    assert _one(sentence) == (Says.WHOLE, _FIRST_OF_APRIL)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Nghị quyết này đã được Hội đồng nhân dân xã thông qua ngày 02 tháng 3 năm 2026 và có hiệu lực "
            "từ ngày thông qua.",
            (Says.WHOLE, date(2026, 3, 2)),
        ),
        (
            "Nghị quyết này được Hội đồng nhân dân xã thông qua ngày 02/3/2026 và có hiệu lực sau 10 ngày "
            "kể từ ngày được thông qua.",
            (Says.WHOLE, date(2026, 3, 12)),
        ),
        (
            "Nghị quyết này được Hội đồng nhân dân xã thông qua ngày 02/3/2026, có hiệu lực từ ngày ký.",
            (Says.WHOLE, _SIGNED),
        ),
        ("Nghị quyết này có hiệu lực kể từ ngày thông qua.", (Says.UNCLEAR, None)),
    ],
)
def test_from_the_day_of_passing_where_it_is_written(
    sentence: str, expected: tuple[Says, date | None]
) -> None:
    assert _one(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Quyết định này có hiệu lực thi hành sau 10 ngày kể từ ngày ký.", 15),
        ("Quyết định này có hiệu lực thi hành sau 10 (mười) ngày, kể từ ngày ký ban hành.", 15),
        ("Quyết định này có hiệu lực sau mười lăm ngày kể từ ngày ban hành.", 20),
        ("Quyết định này có hiệu lực kể từ ngày thứ 7 sau ngày ký.", 12),
    ],
)
def test_days_after_signing_are_counted(sentence: str, day: int) -> None:
    assert _one(sentence) == (Says.WHOLE, date(2026, 3, day))


@pytest.mark.parametrize(
    "sentence",
    [
        "Quyết định này có hiệu lực sau 15 ngày kể từ ngày đăng Công báo.",
        "Quyết định này có hiệu lực sau 10 ngày làm việc kể từ ngày ký.",
        "Quyết định này có hiệu lực sau 02 tháng kể từ ngày ký.",
        "Quyết định này có hiệu lực sau ngày ký 10 ngày.",
        "Quyết định này có hiệu lực kể từ ngày được thông qua.",
        "Quyết định này có hiệu lực từ ngày 31 tháng 6 năm 2026.",
        "Quyết định này có hiệu lực từ tháng 7 năm 2026.",
        "Quyết định này có hiệu lực kể từ ngày Nghị định số 11/2026/NĐ-CP ngày 01/01/2026 có hiệu lực.",
        "Quyết định này thay thế Quyết định số 9-QĐ/TU, có hiệu lực từ ngày 25/01/2021.",
    ],
)
def test_what_gives_no_sure_day_is_unclear(sentence: str) -> None:
    assert _one(sentence) == (Says.UNCLEAR, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Quyết định này có hiệu lực từ ngày 01/4/2026 đến hết ngày 31/12/2026.",
        "Quyết định này có hiệu lực từ ngày 01/4/2026 cho đến khi có quy định mới.",
        "Quyết định này có hiệu lực từ ngày 01/4/2026, thời hạn áp dụng 02 năm.",
        "Quyết định này có hiệu lực từ ngày 01/4/2026 và áp dụng từ khóa 2027.",
    ],
)
def test_an_end_and_another_time_are_told_beside_the_day(sentence: str) -> None:
    said = [(c.says, c.day) for c in clauses_of(sentence, _SIGNED)]
    assert said == [(Says.WHOLE, _FIRST_OF_APRIL), (Says.NOTE, None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Quyết định này hết hiệu lực kể từ ngày 31/12/2027.",
        "Quyết định này được thực hiện đến hết ngày 31/12/2027.",
    ],
)
def test_an_end_alone_is_told(sentence: str) -> None:
    assert _one(sentence) == (Says.NOTE, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Đề án đã trình trước ngày Quyết định này có hiệu lực thì tiếp tục làm đến hết ngày 31/12/2027.",
        "Hồ sơ nhận trước ngày Quyết định này có hiệu lực thì theo Quyết định số 9-QĐ/TU ngày 25/01/2021.",
        "Kể từ ngày Quyết định này có hiệu lực, các tổ công tác thành lập trước đây giải thể.",
    ],
)
def test_what_goes_on_beside_the_act_is_no_day_of_effect(sentence: str) -> None:
    assert _one(sentence) == (Says.TRANSITION, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Quyết định số 9-QĐ/TU có hiệu lực từ ngày 25/01/2021.",
        "Quyết định này thay thế Quyết định số 9-QĐ/TU có hiệu lực từ ngày 25/01/2021.",
        "Quyết định số 9-QĐ/TU hết hiệu lực kể từ ngày Quyết định này có hiệu lực.",
        "Các nội dung khác của Quy chế giữ nguyên hiệu lực.",
        "Văn phòng chịu trách nhiệm thi hành Quyết định này kể từ ngày ký.",
        "Bãi bỏ cụm từ “có hiệu lực từ ngày 01/01/2020” tại Điều 3.",
    ],
)
def test_sentences_about_other_texts_say_nothing_of_the_act(sentence: str) -> None:
    assert clauses_of(sentence, _SIGNED) == []


def test_parts_with_a_day_of_their_own() -> None:
    said = clauses_of(
        "Quyết định này có hiệu lực từ ngày ký, trừ khoản 1 Điều 1 có hiệu lực sau 10 ngày kể từ ngày ký; "
        "riêng khoản 2 Điều 1 có hiệu lực khi có hướng dẫn.",
        _SIGNED,
    )
    assert [(c.says, c.day) for c in said] == [
        (Says.WHOLE, _SIGNED),
        (Says.PART, date(2026, 3, 15)),
        (Says.UNCLEAR, None),
    ]
    assert "khoản 2 Điều 1" in said[-1].places


def test_a_name_on_a_line_of_its_own_goes_with_the_next() -> None:
    (title, line) = clauses_by_line(["Hiệu lực thi hành", "Từ ngày 01 tháng 4 năm 2026."], _SIGNED)
    assert title == []
    assert [(c.says, c.day) for c in line] == [(Says.WHOLE, _FIRST_OF_APRIL)]


def test_without_a_day_of_signing_nothing_is_counted() -> None:
    (clause,) = clauses_of("Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.", None)
    assert (clause.says, clause.day) == (Says.WHOLE, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kể từ ngày 01 tháng 4 năm 2026, Quyết định này có hiệu lực thi hành.",
        "- Quyết định này có hiệu lực từ ngày 01/4/2026.",
        "Các nội dung còn lại của Quyết định này có hiệu lực từ ngày 01/4/2026.",
    ],
)
def test_other_ways_to_say_the_same_day(sentence: str) -> None:
    assert _one(sentence) == (Says.WHOLE, _FIRST_OF_APRIL)
