"""A row of a table of changes orders what its cells say."""

from __future__ import annotations

import pytest

from quyche_app.amending.apply import consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.amending.table_orders import Row, paragraphs_of, row_of
from quyche_app.domain.addresses import Step
from quyche_app.domain.change_tables import Columns
from quyche_app.domain.flow import act_lines
from quyche_app.domain.verbs import Verb
from quyche_app.language.citations import Cited
from quyche_app.reading.files import read_bytes
from tests.language.as_ordered import order

_FOUR = Columns(4, 2, 3, 1)
_TWO = Columns(2, 0, 1)


def read(*cells: str) -> tuple[str, tuple[str, ...]]:
    row = row_of(cells, _FOUR if len(cells) == 4 else _TWO)
    assert row is not None
    return (order(row.order) if row.order is not None else "", row.wording)


@pytest.mark.parametrize(
    ("cells", "expected", "wording"),
    [
        (("1", "Khoản 2, Điều 3", "2. Thu cũ.", "2. Thu mới."), "amend d3/k2", ("2. Thu mới.",)),
        (("1", "Khoản 2, Điều 3", "2. Thu…", "2. Thu mới."), "amend d3/k2", ("2. Thu mới.",)),
        (
            ("2", "Khoản 2, Điều 5", "2. Chi…", "2. Chi: a) Một; b) Hai."),
            "amend d5/k2",
            ("2. Chi:", "a) Một;", "b) Hai."),
        ),
        (("5", "Khoản 4, Điều 5", "3 đồng", "5 đồng"), "replace_words “3 đồng”>“5 đồng” d5/k4#text", ()),
        (("5", "Khoản 4, Điều 5", "“3”", "“5”"), "replace_words “3”>“5” d5/k4#text", ()),
        (("7", "Khoản 3, Điều 7", "3. Chi quà.", "Bãi bỏ"), "repeal d7/k3 : 3. Chi quà.", ()),
        (("7", "Khoản 3, Điều 7", "3. Chi…", "Bãi bỏ"), "repeal d7/k3", ()),
        (("8", "Điều 8, gạch đầu dòng thứ hai", "- Cũ;", "- Mới;"), "amend d8#item:2", ("- Mới;",)),
        (("9", "Điều 10", "Tiết kiệm…", "Giữ nguyên"), "", ()),
        (("10", "Điều 11", "Bổ sung mới", "3. Hỗ trợ."), "insert [end:d11]", ("3. Hỗ trợ.",)),
        (("Khoản 3, Điều 14: 3. Cũ.", "3. Mới."), "amend d14/k3", ("3. Mới.",)),
        (
            ("Điều 15. Tên (toàn bộ)", "Điều 15. Tên mới 1. Một. 2. Hai."),
            "amend d15",
            ("Điều 15. Tên mới", "1. Một.", "2. Hai."),
        ),
        (("Điều 16 (chưa có)", "3. Mới."), "insert [end:d16]", ("3. Mới.",)),
        (("1", "Điều 2", "Chưa có", "Thêm khoản 4: 4. Mới."), "insert [end:d2]", ("4. Mới.",)),
        (("2", "Điều 9, đoạn thứ ba", "", "Không quy định nữa"), "repeal d9#paragraph:3", ()),
        (
            ("3", "Khoản 1, khoản 2, Điều 9", "“15”; “20”", "“10”; “25”"),
            "replace_words “15”>“10” d9/k1#text “20”>“25” d9/k2#text",
            (),
        ),
        (("4", "Khoản 4, Điều 5", "4. Cũ.", "Đưa về Điều 7, thành khoản 5 Điều 7"),
         "move d5/k4 => d7/k5", ()),
        (("5", "Khoản 3 và khoản 4, Điều 7", "3. Cũ.", "Gộp thành khoản 3: 3. Mới."),
         "merge d7/k3 d7/k4 => d7/k3", ("3. Mới.",)),
        (("Khoản 2, Điều 17: “15”", "“10”"), "replace_words “15”>“10” d17/k2#text", ()),
    ],
)  # fmt: skip
def test_what_a_row_orders(cells: tuple[str, ...], expected: str, wording: tuple[str, ...]) -> None:
    assert read(*cells) == (expected, wording)


@pytest.mark.parametrize(
    "cells",
    [
        ("1", "Về tổ chức", "2. Cũ.", "2. Mới."),
        ("1", "Khoản 2, khoản 3 Điều 5", "2. Cũ.", "2. Mới."),
        ("1", "Khoản 4, Điều 5", "Mức chi…", "Mức khác"),
        ("1", "Khoản 2, Điều 5", "2. Cũ.", "Lời mới không có số"),
        ("1", "Điều 11", "Bổ sung mới", "Lời không có số"),
    ],
)
def test_a_row_that_may_be_read_in_two_ways_orders_nothing(cells: tuple[str, ...]) -> None:
    assert row_of(cells, _FOUR) is None


def test_a_row_that_keeps_its_place_says_so() -> None:
    assert row_of(("9", "Điều 10", "Cũ", "Giữ nguyên"), _FOUR) == Row(None)


def test_paragraphs_that_a_cell_ran_together() -> None:
    assert paragraphs_of("Một lời có 2.5 phần; b) không là điểm.") == (
        "Một lời có 2.5 phần; b) không là điểm.",
    )


def test_rows_of_an_act_are_carried_out_and_those_not_read_are_told() -> None:
    base = read_bytes(
        "base.txt",
        (
            "QUY CHẾ\nchi tiêu\nĐiều 1. Chi\n1. Tiền ăn: 100 đồng.\n2. Quà tặng.\n"
            "Điều 2. Thu\n1. Thu khác.\n"
        ).encode(),
    ).act
    words = (
        "VĂN PHÒNG MẪU\nSố 07-QĐ/VP\nBến Mẫu, ngày 05 tháng 3 năm 2026\nQUYẾT ĐỊNH\n"
        "sửa đổi, bổ sung Quy chế chi tiêu\n"
        "Điều 1. Sửa đổi, bổ sung Quy chế theo bảng dưới đây:\n"
        "STT | Điều, khoản | Nội dung cũ | Nội dung mới\n"
        "1 | Khoản 1, Điều 1 | 100 đồng | 200 đồng\n"
        "2 | Khoản 2, Điều 1 | 2. Quà tặng. | Bãi bỏ\n"
        "3 | Điều 2 | Bổ sung mới | 2. Thu mới.\n"
        "4 | Về tổ chức | cũ | mới\n"
        "Điều 2. Quyết định này có hiệu lực từ ngày ký.\n"
    )
    reading = read_amendments(read_bytes("act.txt", words.encode()))
    assert [i.verb for i in reading.instructions] == [
        Verb.REPLACE_WORDS,
        Verb.REPEAL,
        Verb.INSERT,
    ]
    assert [(u.lines, u.why.code) for u in reading.unread] == [((11, 11), "line.row_not_read")]
    lines = act_lines(consolidate(base, [reading]).act)
    assert "1. Tiền ăn: 200 đồng." in lines
    assert "2. Thu mới." in lines
    assert not any("Quà tặng" in line for line in lines)


def test_a_table_in_new_wording_is_new_wording() -> None:
    """Not the rows of the act itself, whatever its head says."""
    words = (
        "QUYẾT ĐỊNH\nsửa đổi Quy chế\n"
        "Điều 1. Sửa đổi khoản 2 Điều 1 như sau:\n"
        "“2. Gửi theo bảng:\nNội dung cũ | Nội dung mới\n1 | 2\n”.\n"
    )
    reading = read_amendments(read_bytes("act.txt", words.encode()))
    (one,) = reading.instructions
    assert [t.path for t in one.targets] == ["d1/k2"]
    assert len(one.quoted) >= 2
    assert reading.unread == ()


_ABOVE = Cited([Step("article", "4")])


@pytest.mark.parametrize(
    ("old", "new", "expected", "wording"),
    [
        ("1. Cũ.", "1. Mới.", "amend d4/k1", ("1. Mới.",)),
        ("Khoản 1. Cũ.", "Khoản 1. Mới.", "amend d4/k1", ("1. Mới.",)),
        ("Điều 11, khoản 2. Cũ.", "Điều 11, khoản 2. Mới.", "amend d11/k2", ("2. Mới.",)),
        ("(chưa có)", "Khoản 4. Mới.", "insert d4/k4", ("4. Mới.",)),
        ("Chưa quy định", "Điều 11a: Cho thuê", "insert d11a", ("Điều 11a: Cho thuê",)),
        ("c. Cũ.", "(Bãi bỏ)", "repeal d4/đc", ()),
        ("Điều 12, khoản 3. Cũ.", "Giữ nguyên", "", ()),
        ("đến 10 triệu", "đến 30 triệu", "replace_words “đến 10 triệu”>“đến 30 triệu” d4#text", ()),
    ],
)
def test_two_columns_tell_the_place_by_their_labels(
    old: str, new: str, expected: str, wording: tuple[str, ...]
) -> None:
    row = row_of((old, new), _TWO, _ABOVE)
    assert row is not None
    assert (order(row.order) if row.order is not None else "", row.wording) == (expected, wording)


@pytest.mark.parametrize(
    ("old", "new", "above"),
    [
        ("1. Cũ.", "2. Mới.", _ABOVE),
        ("1. Cũ.", "Mới.", _ABOVE),
        ("1. Cũ.", "1. Mới.", None),
        ("Cũ.", "Mới.", None),
        ("Chưa quy định", "Mới.", _ABOVE),
        ("Cũ.", "Bãi bỏ", _ABOVE),
    ],
)
def test_two_columns_that_name_no_place_are_not_understood(
    old: str, new: str, above: Cited | None
) -> None:
    assert row_of((old, new), _TWO, above) is None


def test_rows_without_a_place_go_on_with_the_new_article_before_them() -> None:
    act = """QUYẾT ĐỊNH
sửa đổi Quy chế làm việc
Điều 1. Sửa đổi Quy chế như sau:
1. Bổ sung:
Nội dung hiện hành | Nội dung bổ sung
Chưa quy định | Điều 4a: Cho thuê
Chưa quy định | 1. Việc cho thuê.
2. Điều 5:
Nội dung hiện hành | Nội dung sửa đổi
2. Cũ. | 2. Mới."""
    read = read_amendments(read_bytes("sua.txt", act.encode()))
    assert read.unread == ()
    found = [
        (t.address.path, [b.text for b in i.quoted]) for i in read.instructions for t in i.targets
    ]
    assert found == [
        ("qc:d4a", ["Điều 4a: Cho thuê", "1. Việc cho thuê."]),
        ("qc:d5/k2", ["2. Mới."]),
    ]
