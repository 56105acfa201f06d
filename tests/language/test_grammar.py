"""The words of an instruction and what they order (docs/field.md 4.1-4.5)."""

from __future__ import annotations

from datetime import date

import pytest

from quyche_app.domain.verbs import Verb
from quyche_app.language.grammar import replace_end
from quyche_app.language.orders import Clause
from quyche_app.language.statements import read_statement
from tests.language.as_ordered import order


def orders(words: str) -> list[str]:
    return [order(one) for one in read_statement(words).orders]


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("Sửa đổi Điều 5", Verb.AMEND),
        ("Sửa đổi, bổ sung Điều 5", Verb.AMEND),
        ("Bổ sung, sửa đổi Điều 5", Verb.AMEND),
        ("Điều chỉnh Điều 5", Verb.AMEND),
        ("Đính chính Điều 5", Verb.AMEND),
        ("Bổ sung Điều 5", Verb.INSERT),
        ("Thêm Điều 5", Verb.INSERT),
        ("Bãi bỏ Điều 5", Verb.REPEAL),
        ("Hủy bỏ Điều 5", Verb.REPEAL),
        ("Huỷ bỏ Điều 5", Verb.REPEAL),
        ("Loại bỏ Điều 5", Verb.REPEAL),
        ("Xóa Điều 5", Verb.REPEAL),
        ("Bỏ Điều 5", Verb.REPEAL),
        ("Thay thế Điều 5", Verb.REPLACE),
        ("Chuyển Điều 5", Verb.MOVE),
        ("Đánh số lại Điều 5", Verb.RENUMBER),
        ("Sắp xếp lại Điều 5", Verb.RENUMBER),
        ("Đổi số thứ tự Điều 5", Verb.RENUMBER),
        ("Tách Điều 5", Verb.SPLIT),
        ("Gộp Điều 5", Verb.MERGE),
        ("Nhập Điều 5", Verb.MERGE),
    ],
)
def test_the_first_word_says_what_is_done(words: str, verb: Verb) -> None:
    (one,) = read_statement(words).orders
    assert (one.verb, order(one)) == (verb, f"{verb.value} d5")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Khoản 1 Điều 3 thay “thành” bằng “nay”.", "replace_words “thành”>“nay” d3/k1"),
        ("Cụm từ “A” tại Điều 3 đổi thành “B”.", "replace_words “A”>“B” d3"),
        ("Toàn văn thay “A” bằng “B”.", "replace_words “A”>“B” everywhere"),
        ("Các từ “A” trong Chương III lược bỏ.", "remove_words “A”>“” cIII"),
        ("Đoạn “A” tại khoản 4 Điều 7: bỏ.", "remove_words “A”>“” d7/k4"),
        ("Không thực hiện Điều 12.", "repeal d12"),
        ("Bãi bỏ Điều 6 (khoản 4).", "repeal d6/k4"),
        ("Điều 9, khoản 2: không thực hiện việc thi đua, bỏ khoản 2.", "repeal d9/k2"),
        ("Không quy định nội dung tại khoản 5 Điều 6 nữa.", "repeal d6/k5"),
        ("Điều 10a đổi thành Điều 11; các điều sau giữ nguyên số.", "renumber d10a => d11"),
        ("Chuyển Điều 21 (Chương IV) về cuối Chương III.", "move d21 [end:cIII]"),
        ("Chuyển Điều 2, Điều 3 từ Chương I sang Mục 1 Chương II.", "move d2 d3 [end:cII/m1]"),
        ("Chuyển Điều 2 về Chương II, Chương III.", "move d2 cIII ? về"),
        ("Sửa đổi tên Quy chế như sau: “Mới”.", "amend *#title : Mới"),
        ("Đổi tên Quy chế A thành Quy chế B.", "amend *#title : Quy chế B"),
        ("Trong toàn bộ Quy chế, cụm từ “A” sửa thành “B”.", "replace_words “A”>“B” everywhere"),
        ("Điều 3 sửa điểm b như sau, các điểm còn lại giữ nguyên:", "amend d3/đb"),
        (
            "Khoản 2 Điều 6 sửa “5” thành “3”, các nội dung khác giữ nguyên.",
            "replace_words “5”>“3” d6/k2",
        ),
    ],
)
def test_words_come_first_and_what_is_not_named_stays(words: str, expected: str) -> None:
    assert orders(words) == [expected]


def test_a_new_provision_takes_the_number_that_the_old_one_leaves() -> None:
    words = "Bổ sung khoản 2 vào sau khoản 1 Điều 2 và đánh số lại khoản 2 thành khoản 3 như sau:"
    assert orders(words) == ["renumber d2/k2 => d2/k3", "insert d2/k2 [after:d2/k1]"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Khoản 2 Điều 6 đã được sửa đổi tại Quyết định số 20-QĐ/VP nay bãi bỏ.", ["repeal d6/k2"]),
        ("Khoản 2 Điều 6 được bổ sung bởi Điều 1 Quyết định số 20-QĐ/VP: bỏ.", ["repeal d6/k2"]),
        (
            "- Điều 8: điểm a «A» thành «B»; điểm b «C» thành «D».",
            ["replace_words “A”>“B” d8/đa", "replace_words “C”>“D” d8/đb"],
        ),
        ("Khoản 1 Điều 2 (câu cuối) bỏ.", ["repeal d2/k1#sentence:last"]),
        ("Sửa đổi điểm c(iv) và điểm d (v) khoản 1 Điều 9:", ["amend d9/k1/đc/eiv d9/k1/đd/ev"]),
        ("Điểm c(iv) khoản 1 Điều 9 bỏ.", ["repeal d9/k1/đc/eiv"]),
        (
            "Điều 3 được sửa đổi khoản 1, khoản 3 và bổ sung khoản 5 như sau:",
            ["amend d3/k1 d3/k3", "insert d3/k5"],
        ),
        ("Bỏ khoản 2 của các Điều 5 và Điều 6.", ["repeal d5/k2 d6/k2"]),
        ("Bỏ khoản 2 của các Điều 5, Điều 6; Điều 7.", ["repeal d5/k2 d6/k2 d7"]),
        ("Thay “A” bằng “B” tại Chương II (Điều 4).", ["replace_words “A”>“B” cII d4 ? Điều 4"]),
        (
            "Thay “A” bằng “B” trong Quy chế (Điều 7 giữ nguyên).",
            ["replace_words “A”>“B” everywhere ? Điều 7 giữ nguyên)."],
        ),
    ],
)
def test_what_limits_a_place_is_read_or_told(words: str, expected: list[str]) -> None:
    assert orders(words) == expected


def test_what_was_done_to_a_provision_before_orders_nothing() -> None:
    words = "Bãi bỏ khoản 2 Điều 5 (đã được bổ sung theo Quyết định số 9-QĐ/TU)"
    assert orders(words) == ["repeal d5/k2"]
    assert read_statement(words).act_name == ""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Bãi bỏ khoản 1, sửa đổi khoản 2 Điều 10 như sau:", ["repeal d10/k1", "amend d10/k2"]),
        (
            "Sửa đổi khoản 3, bổ sung khoản 3a vào sau khoản 3 Điều 7 như sau:",
            ["amend d7/k3", "insert d7/k3a [after:d7/k3]"],
        ),
        (
            "Bãi bỏ điểm c khoản 3, cụm từ “A” tại điểm a khoản 4 Điều 2.",
            ["repeal d2/k3/đc", "remove_words “A”>“” d2/k4/đa"],
        ),
        (
            "Thay thế cụm từ “A” bằng cụm từ “B” và bỏ cụm từ “C” tại khoản 2 Điều 3.",
            ["replace_words “A”>“B” d3/k2", "remove_words “C”>“” d3/k2"],
        ),
        (
            "Sửa đổi khoản 1 Điều 2: “1. Mới”; khoản 2 như sau: “2. Mới”.",
            ["amend d2/k1 : 1. Mới", "amend k2 : 2. Mới"],
        ),
        ("Văn phòng họp mỗi tuần một lần.", []),
        ("Thủ trưởng sửa đổi Điều 5 của Quy chế", []),
    ],
    ids=["two verbs", "beside", "unit and words", "one place", "two wordings", "none", "tells"],
)
def test_a_line_may_order_several_things_or_nothing(words: str, expected: list[str]) -> None:
    assert orders(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Tách khoản 2 Điều 11 thành khoản 2 và khoản 2a", "split d11/k2 => d11/k2 d11/k2a"),
        ("Chuyển khoản 3 thành khoản 4 Điều 9", "move d9/k3 => d9/k4"),
        (
            "Đánh số lại khoản 3, khoản 4 Điều 9 thành khoản 4, khoản 5",
            "renumber d9/k3 d9/k4 => d9/k4 d9/k5",
        ),
        ("Gộp khoản 1 và khoản 2 Điều 3 thành khoản 1", "merge d3/k1 d3/k2 => d3/k1"),
        ("Thay thế Phụ lục I bằng Phụ lục I kèm theo Quyết định này", "replace plI"),
        ("Bổ sung khoản 5a sau khoản 5 Điều 2 như sau:", "insert d2/k5a [after:d2/k5]"),
        ("Bổ sung khoản 1a vào trước khoản 2 Điều 2 như sau:", "insert d2/k1a [before:d2/k2]"),
        ("Bổ sung vào cuối khoản 4 Điều 3 như sau:", "insert [end:d3/k4]"),
        ("Sửa đổi một số khoản của Điều 34 như sau:", "amend d34~3"),
        ("Sửa đổi tên Điều 5 như sau:", "amend d5#heading"),
        ("Sửa đổi tên điều và khoản 2 Điều 51 như sau:", "amend d51#heading d51/k2"),
        ("Sửa đổi phần A và phần B Phụ lục số 01", "amend pl01/pA pl01/pB"),
        ("Bãi bỏ khoản 2 chẳng hạn Điều 4", "repeal d4/k2 ? chẳng hạn"),
        (
            "Bãi bỏ Điều 5 của Quy chế và Điều 3 của Quyết định",
            "repeal d5 ? Điều 3 của Quyết định",
        ),
        (
            "Sửa đổi khoản 1 Điều 2 như sau: “1. Mới”, áp dụng từ quý sau",
            "amend d2/k1 : 1. Mới | amend ? áp dụng từ quý sau",
        ),
    ],
)
def test_places_results_and_words_that_nothing_explains(words: str, expected: str) -> None:
    assert " | ".join(orders(words)) == expected


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Bãi bỏ khoản 2 Điều 4 kể từ ngày 01/01/2027.", date(2027, 1, 1)),
        ("Khoản 2 Điều 4 hết hiệu lực từ ngày 05 tháng 3 năm 2027.", date(2027, 3, 5)),
        ("Bãi bỏ khoản 2 Điều 4 kể từ ngày Quyết định này có hiệu lực.", None),
        ("Bãi bỏ khoản 2 Điều 4. Quyết định này có hiệu lực từ ngày 01/01/2027.", None),
        ("Bãi bỏ khoản 2 Điều 4.", None),
    ],
    ids=["a day", "in words", "that of the act", "of the act itself", "none"],
)
def test_an_order_may_have_a_day_of_its_own(words: str, day: date | None) -> None:
    statement = read_statement(words)
    assert [(order(one), one.effect) for one in statement.orders] == [("repeal d4/k2", day)]


def test_a_day_in_the_new_words_is_not_that_of_the_order() -> None:
    words = "Thay cụm từ “A” bằng cụm từ “A kể từ ngày 01/01/2027” tại Điều 4."
    (one,) = read_statement(words).orders
    assert (one.effect, one.pairs[0].new) == (None, "A kể từ ngày 01/01/2027")


@pytest.mark.parametrize(
    ("words", "name", "regulation"),
    [
        ("Sửa đổi Điều 3 của Quyết định số 05-QĐ/TU như sau:", "Quyết định số 05-QĐ/TU", False),
        ("Sửa đổi một số điều của Quy chế làm việc như sau:", "Quy chế làm việc", True),
        ("Bãi bỏ Điều 5 của Quyết định này", "", False),
        ("Sửa đổi Điều 28 được bổ sung bởi Thông tư số 8/2024/TT-X như sau:", "", False),
        ("Sửa đổi Điều 28 như sau:", "", False),
    ],
    ids=["an act", "a regulation", "this act", "history", "none"],
)
def test_the_act_that_a_line_names(words: str, name: str, regulation: bool) -> None:
    statement = read_statement(words)
    assert (statement.act_name, statement.names_regulation) == (name, regulation)


def test_what_a_container_promises() -> None:
    container = read_statement("Sửa đổi, bổ sung một số điều của Quy chế như sau:")
    assert (container.has_generic, container.promises_text) == (True, True)
    repeal = read_statement("Bãi bỏ Điều 5.")
    assert (repeal.has_generic, repeal.promises_text) == (False, False)


def test_a_clause_is_cut_before_a_token() -> None:
    assert replace_end(Clause(Verb.AMEND, 0, 1, 9, "sửa"), 4) == Clause(Verb.AMEND, 0, 1, 4, "sửa")


def test_a_word_that_gets_a_capital_is_told_in_brackets() -> None:
    words = "Bỏ cụm từ “A, ” tại khoản 2 Điều 9 (chữ “ba” tại khoản 2 Điều 9 viết hoa);"
    assert orders(words) == ["remove_words “A, ”>“” d9/k2", "replace_words “ba”>“Ba” d9/k2"]


@pytest.mark.parametrize(
    "words",
    [
        "Bãi bỏ hai khoản Điều 6.",
        "Bãi bỏ điều sau Điều 6.",
        "Bãi bỏ các điểm khoản 3 Điều 5.",
        "Bãi bỏ từ khoản 3 Điều 5 đến khoản 2 Điều 6.",
        "Bãi bỏ từ Điều 7 đến Điều 5.",
        "Từ Điều 3 đến Chương III thay “A” bằng “B”.",
        "Đoạn 1, câu 2 Điều 7 bỏ.",
        "Đoạn 1 và câu 2 Điều 7 bỏ.",
        "Phụ lục 1, số thứ tự 2, số thứ tự 3 bãi bỏ.",
        "Trong Quy chế, kể từ Điều 5, thay “A” bằng “B”.",
        "Bãi bỏ Điều 6 của Quy chế, chỉ giữ khoản 1.",
        "Bãi bỏ khoản 2 Điều 6 của Quy chế, thực hiện thí điểm 01 năm.",
        "Bãi bỏ Phụ lục 1 trong năm 2026.",
        "Bãi bỏ khoản 1 hoặc khoản 3 Điều 6.",
        "Khoản 3 Điều 2 bỏ gạch đầu dòng “A”.",
        "Khoản 2 Điều 6 sửa 05 ngày thành 03 ngày trong năm 2026.",
        "Khoản 2 Điều 6 tăng thêm “A”.",
        "Sửa đổi tên Điều 6 và tên Điều 7 như sau: “Mới”.",
        "Đổi tên Quy chế A thành Quy chế B và bỏ Điều 1.",
        "Chuyển Điều 6 về đầu Chương II.",
        "Điều 6 (về tài liệu họp) bỏ.",
    ],
)
def test_an_order_that_would_be_done_too_widely_or_by_halves_is_not_carried_out(words: str) -> None:
    assert all(one.unknown for one in read_statement(words).orders)


def test_a_word_of_a_name_is_no_provision_without_a_number() -> None:
    words = "Bãi bỏ số thứ tự 24 tại Phụ lục Danh mục khu vực."
    assert not any(one.unknown for one in read_statement(words).orders)


def test_a_part_in_brackets_may_be_the_lead() -> None:
    assert orders("Bãi bỏ khoản 1 Điều 8 (đoạn đầu).") == ["repeal d8/k1#lead"]
