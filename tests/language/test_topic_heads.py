"""What is said of the matter goes before an order is read; its place stays, and what limits stays."""

from __future__ import annotations

import pytest

from quyche_app.language.topic_heads import has_head, matter_of, names_person, without_head


@pytest.mark.parametrize(
    ("said", "left"),
    [
        (
            "Đồng chí Lê A (mục II, khoản 1): gạch đầu dòng thứ ba bỏ.",
            "Mục II, khoản 1: gạch đầu dòng thứ ba bỏ.",
        ),
        (
            "Đồng chí Lê A (mục II, khoản 1) thôi phụ trách an ninh: bỏ câu cuối.",
            "Mục II, khoản 1: bỏ câu cuối.",
        ),
        ("Bảng phân công (mục IV, khoản 6): dòng 4 bỏ.", "Mục IV, khoản 6: dòng 4 bỏ."),
        (
            "Việc sửa đổi đối tượng tại khoản 2 Điều 1: khoản này viết lại là “2. Mới.”",
            "Khoản 2 Điều 1: viết lại là “2. Mới.”",
        ),
        ("Việc giao ban tại Điều 8: đoạn thứ nhất bỏ.", "Điều 8: đoạn thứ nhất bỏ."),
        (
            "Việc sửa đổi Điều 2 của Quyết định số 6/QĐ: bỏ “A”.",
            "Điều 2 của Quyết định số 6/QĐ: bỏ “A”.",
        ),
        ("Việc điều chỉnh Phụ lục: dòng 2 bỏ.", "Phụ lục: dòng 2 bỏ."),
        ("Việc tiếp dân: khoản 2 Điều 14 bỏ.", "Khoản 2 Điều 14 bỏ."),
        ("Việc bỏ cụm từ “A” tại khoản 2 Điều 18.", "Bỏ cụm từ “A” tại khoản 2 Điều 18."),
        ("Đồng chí Lê A chuyển công tác: mục III, khoản 2 bỏ “A”.", "Mục III, khoản 2 bỏ “A”."),
        (
            "Lỗi đánh máy được đính chính: tại khoản 3 Điều 18 bỏ “A”.",
            "Tại khoản 3 Điều 18 bỏ “A”.",
        ),
    ],
)
def test_the_matter_goes_and_the_place_stays(said: str, left: str) -> None:
    assert has_head(said)
    assert without_head(said) == left


@pytest.mark.parametrize(
    "said",
    [
        "Việc tiếp dân trong trường hợp gấp: khoản 2 Điều 14 bỏ.",  # when
        "Việc không áp dụng Điều 8: khoản 1 bỏ.",  # denied
        "Việc họp năm 2025: khoản 2 Điều 14 bỏ.",  # for one year
        "Đồng chí Lê A (mục II, khoản 1), riêng việc này: bỏ câu cuối.",
        "Việc giao ban tại Điều 8: do Văn phòng chuẩn bị.",  # no order follows
        "Việc “A (mục II): bỏ” do Văn phòng.",
        "Khoản 2 Điều 5 (họp): bỏ.",
        "Văn phòng theo dõi.",
    ],
)
def test_what_limits_or_orders_nothing_is_left(said: str) -> None:
    assert without_head(said) == said


@pytest.mark.parametrize(
    ("said", "matter", "is_person"),
    [
        ("Việc cưỡng chế tại khoản 2 Điều 8: bãi bỏ.", "cưỡng chế", False),
        ("Đồng chí Lê A (mục II, khoản 1): bãi bỏ.", "Đồng chí Lê A", True),
        ("Việc sửa đổi Điều 8: khoản 1 bãi bỏ.", "", False),
        ("Bãi bỏ khoản 2 Điều 8.", "", False),
    ],
)
def test_the_matter_that_is_said_before_a_place(said: str, matter: str, is_person: bool) -> None:
    assert matter_of(said) == matter
    assert names_person(matter) is is_person
