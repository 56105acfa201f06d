"""Sentences that name the place first, as Party offices write them (docs/field.md 4.1, 4.5)."""

from __future__ import annotations

import pytest

from quyche_app.domain.addresses import Address
from quyche_app.language.lexer import tokenize
from quyche_app.language.statements import read_statement
from quyche_app.language.topics import (
    place_alone,
    topic_orders,
    without_remarks,
)
from quyche_app.language.word_order import begins_with_place
from tests.language.as_ordered import listed, order


def orders(words: str) -> list[str]:
    plain = without_remarks(words)
    return [order(one) for one in topic_orders(tokenize(plain), plain)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Khoản 2, Điều 5 sửa đổi như sau:", "amend d5/k2"),
        ("Khoản 2 Điều 5 nay sửa đổi, bổ sung như sau:", "amend d5/k2"),
        ("Khoản 2 Điều 5 được sửa đổi như sau:", "amend d5/k2"),
        ("Điều 5, khoản 2 sửa thành: “2. Mới.”", "amend d5/k2 : 2. Mới."),
        ("Khoản 2 Điều 5 sửa là: “2. Mới.”", "amend d5/k2 : 2. Mới."),
        ("Khoản 2 Điều 5 sửa lại “2. Mới.”", "amend d5/k2 : 2. Mới."),
        ("Khoản 2 Điều 5 nay là: “2. Mới.”", "amend d5/k2 : 2. Mới."),
        ("Khoản 2 Điều 5 được thay bằng khoản sau đây: “2. Mới.”", "amend d5/k2 : 2. Mới."),
        ("Toàn bộ Điều 10 viết lại như sau:", "amend d10"),
        ("Khoản 2, Điều 3:", "amend d3/k2"),
        ("Câu thứ nhất Điều 24 sửa thành: “Mới.”", "amend d24#sentence:1 : Mới."),
        ("Tên Chương IV sửa là: “MỚI”", "amend cIV#heading : MỚI"),
        ("Chương IV: tên chương sửa thành “MỚI”", "amend cIV#heading : MỚI"),
        ("Mục 2, Chương I đổi tên thành “MỚI”.", "amend cI/m2#heading : MỚI"),
        ("Để họp tốt hơn, khoản 1 Điều 9 sửa thành:", "amend d9/k1"),
    ],
)
def test_new_wording_of_a_place(words: str, expected: str) -> None:
    assert orders(words) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Khoản 4 Điều 8 bỏ đi.", "repeal d8/k4"),
        ("Khoản 4, Điều 8 không thực hiện, bãi bỏ.", "repeal d8/k4"),
        ("Điều 9 khoản 3 không còn phù hợp, hủy bỏ.", "repeal d9/k3"),
        ("Điểm a Khoản 2 Điều 4: bỏ", "repeal d4/k2/đa"),
        ("Khoản 4 Điều 8 bỏ (do đã quy định tại khoản 1 Điều 9).", "repeal d8/k4"),
        ("Phụ lục 1: bỏ số thứ tự 6.", "repeal pl1#row:6"),
    ],
)
def test_a_place_is_taken_away(words: str, expected: str) -> None:
    assert orders(words) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Điều 3, khoản 2 bổ sung thêm điểm đ như sau:", "insert d3/k2/đđ"),
        ("Điều 2: bổ sung khoản 4", "insert d2/k4"),
        (
            "Sau khoản 3 Điều 3 bổ sung khoản 3a: “3a. Mới.”",
            "insert d3/k3a [after:d3/k3] : 3a. Mới.",
        ),
        ("Giữa Điều 14 và Điều 15 bổ sung Điều 14a như sau:", "insert d14a [after:d14]"),
        ("Điều 5 bổ sung khoản 4 vào sau khoản 3:", "insert d5/k4 [after:d5/k3]"),
        ("Khoản 4, Điều 4 bổ sung vào cuối khoản: “Câu mới.”", "insert [end:d4/k4] : Câu mới."),
        ("Khoản 4 Điều 4 bổ sung câu “Câu mới.” vào cuối.", "insert [end:d4/k4] : Câu mới."),
        ("Khoản 2, Điều 9 bổ sung đoạn:", "insert [end:d9/k2]"),
        ("Điều 18, bổ sung gạch đầu dòng thứ tư: “- Mới.”", "insert [after:d18#item:3] : - Mới."),
        ("Sau gạch đầu dòng 4, Điều 6 thêm “- Mới.”", "insert [after:d6#item:4] : - Mới."),
    ],
)
def test_something_is_put_into_a_place_or_beside_it(words: str, expected: str) -> None:
    assert orders(words) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Tại Điều 6 thay “A” bằng “B”.", ["replace_words “A”>“B” d6"]),
        ("Điều 6, khoản 1: thay chữ “A” bằng chữ “B”.", ["replace_words “A”>“B” d6/k1"]),
        ("Khoản 1 Điều 6: “A” nay là “B”.", ["replace_words “A”>“B” d6/k1"]),
        ("Khoản 1 Điều 6, cụm từ “A” nay là “B”.", ["replace_words “A”>“B” d6/k1"]),
        ("Điểm 6.1: «A» thành «B».", ["replace_words “A”>“B” đ6.1"]),
        (
            "Khoản 3 Điều 4, khoản 1 Điều 7: các cụm từ “A”, “B” đều thay bằng “C”;",
            ["replace_words “A”>“C” d4/k3 d7/k1 “B”>“C” d4/k3 d7/k1"],
        ),
        (
            "Tại khoản 1 Điều 3 thay “A” bằng “B”, thay “C” bằng “D”.",
            ["replace_words “A”>“B” d3/k1", "replace_words “C”>“D” d3/k1"],
        ),
        (
            "Tại khoản 1 Điều 3 thay “A” bằng “B”; tại khoản 3 thay “C” bằng “D”;",
            ["replace_words “A”>“B” d3/k1", "replace_words “C”>“D” d3/k3"],
        ),
        ("Khoản 1 Điều 3: “A” nay là “B”; “C” nay là “D”.", [
            "replace_words “A”>“B” d3/k1", "replace_words “C”>“D” d3/k1",
        ]),
        ("Khoản 1, Điều 7 bổ sung chữ “N” sau chữ “A”.", ["add_words “”>“N” d7/k1 after “A”"]),
        ("Khoản 1, Điều 7 bổ sung cụm từ “, N” vào cuối khoản.", ["add_words “”>“, N” d7/k1 end “”"]),
        ("Khoản 1, Điều 7 bỏ cụm từ “A”.", ["remove_words “A”>“” d7/k1"]),
        ("Điều 10, ý 2: bỏ cụm từ “A”.", ["remove_words “A”>“” d10#item:2"]),
        ("Phần căn cứ: thay “A” bằng “B”.", ["replace_words “A”>“B” *#preamble"]),
        ("Điều 5 thay “A” bằng “B”, trừ câu cuối.", [
            "replace_words “A”>“B” d5 except “” d5#sentence:last",
        ]),
        ("Điều 5 thay “A” bằng “B”, trừ khoản 2.", ["replace_words “A”>“B” d5 except “” d5/k2"]),
    ],
)  # fmt: skip
def test_words_of_a_place(words: str, expected: list[str]) -> None:
    assert orders(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Khoản 2 và khoản 3 Điều 12 nhập thành khoản 2 như sau:", "merge d12/k2 d12/k3 => d12/k2"),
        ("Điều 16 và Điều 17 gộp thành Điều 16 như sau:", "merge d16 d17 => d16"),
        ("Điều 10a đổi thành Điều 11.", "renumber d10a => d11"),
        ("Khoản 4, Điều 9 chuyển thành khoản 3, Điều 10.", "move d9/k4 => d10/k3"),
    ],
)
def test_a_place_becomes_another(words: str, expected: str) -> None:
    assert orders(words) == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "Khỏan 3 Điều 4 sửa đổi như sau:",
        "Khoản 3, Điều 17: “60 ngày” “45 ngày”",
        "Điều 5 quy định về chế độ họp.",
        "Điều 5",
        "Sửa đổi Điều 5 như sau:",
    ],
)
def test_what_is_no_such_sentence_or_not_understood_orders_nothing(words: str) -> None:
    assert orders(words) == []


@pytest.mark.parametrize(
    ("words", "unknown"),
    [
        ("Phụ lục 3: bỏ chức danh Trưởng ban.", "chức danh Trưởng ban."),
        ("Điều 10a đổi thành Điều 11; các điều sau giữ nguyên số.", ""),
    ],
)
def test_words_that_nothing_explains_are_named(words: str, unknown: str) -> None:
    read = topic_orders(tokenize(words), words)
    assert not read or any(one.unknown for one in read)
    assert not unknown or read[-1].unknown == unknown


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Về Chương I:", "cI"),
        ("Tại Điều 3", "d3"),
        ("Khoản 3, Điều 12", "d12/k3"),
        ("Đối với Điều 6:", "d6"),
        ("Về tổ chức thực hiện", ""),
        ("Điều 6 bỏ", ""),
        ("Sửa đổi Điều 6", ""),
        ("Sau khoản 3 Điều 6", ""),
    ],
)
def test_a_line_may_only_lead_to_a_place(words: str, expected: str) -> None:
    found = place_alone(words)
    assert (listed(tuple(found)) if found else "") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Khoản 2 Điều 5 (mới) bỏ", "Khoản 2 Điều 5       bỏ"),
        ("Bỏ Điều 5 (trừ khoản 2)", "Bỏ Điều 5 (trừ khoản 2)"),
        ("thay “A (mới)” bằng “B”", "thay “A (mới)” bằng “B”"),
        ("(Điều 5, khoản 2) bỏ", " Điều 5, khoản 2  bỏ"),
        ("bỏ “A” (chữ “B” viết hoa)", "bỏ “A” (chữ “B” viết hoa)"),
    ],
)
def test_remarks_are_passed_over_exceptions_are_not(words: str, expected: str) -> None:
    assert without_remarks(words) == expected


def test_a_sentence_may_begin_with_a_place() -> None:
    for words in ("Điều 5 bỏ", "(Điều 5) bỏ", "Tại khoản 2", "Sau điểm a", "Tên Chương I"):
        assert begins_with_place(words)
    for words in ("Sửa đổi Điều 5", "Văn phòng sửa Điều 5", "Điềm 5"):
        assert not begins_with_place(words)


def test_the_grammar_reads_them_with_the_day_and_the_act_that_they_name() -> None:
    read = read_statement("Khoản 2 Điều 5 Quy chế làm việc bỏ kể từ ngày 01/01/2027.")
    assert [order(one) for one in read.orders] == ["repeal d5/k2"]
    assert str(read.orders[0].effect) == "2027-01-01"
    assert (read.act_name.startswith("Quy chế làm việc"), read.names_regulation) == (True, True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Khoản 3 Điều 3; khoản 2 Điều 5 thay “A” bằng “B”.",
            ["replace_words “A”>“B” d3/k3 d5/k2"],
        ),
        (
            "Điều 3 khoản 3, Điều 5 khoản 2 thay “A” bằng “B”.",
            ["replace_words “A”>“B” d3/k3 d5/k2"],
        ),
        ("Điều 3, khoản 3; Điều 5, khoản 2: bỏ.", ["repeal d3/k3 d5/k2"]),
        ("Khoản 3 Điều 3; khoản 2 Điều 5.", []),
        ("Khoản 3 Điều 3 bỏ; khoản 2 Điều 5.", []),
        ("Mục II.3.b sửa lại như sau:", ["amend mII/k3/đb"]),
        ("Mục II.3, điểm b bỏ.", ["repeal mII/k3/đb"]),
        ("Từ khoản 1 đến khoản 3 Điều 6 sửa đổi như sau:", ["amend d6/k1 d6/k2 d6/k3"]),
        ("Điều 5 (khoản 1, khoản 2) bỏ.", ["repeal d5/k1 d5/k2"]),
        ("Điều 5 (khoản 3, điểm b) bỏ.", []),
        ("Chương II (Điều 3, Điều 4) bỏ.", []),
        ("Điều 6 (trừ khoản 4) bỏ.", []),
        ("Điều 4 (khoản 2): thay điểm c bằng điểm c mới: “c) Mới.”", ["amend d4/k2/đc : c) Mới."]),
        ("Khoản 1 Điều 2: bỏ câu cuối.", ["repeal d2/k1#sentence:last"]),
        ("Khoản 1 Điều 2: câu cuối bỏ.", ["repeal d2/k1#sentence:last"]),
    ],
)
def test_several_places_and_parts_of_a_place(words: str, expected: list[str]) -> None:
    assert orders(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Khoản 3 Điều 8 sau từ “A” bổ sung “, B”.", ["add_words “”>“, B” d8/k3 after “A”"]),
        ("Khoản 3 Điều 8, trước chữ “A” thêm chữ “B”.", ["add_words “”>“B” d8/k3 before “A”"]),
        ("Cuối khoản 3 Điều 8 bổ sung câu “Mới.”", ["insert [end:d8/k3] : Mới."]),
        ("Trước khoản 1 Điều 6 thêm đoạn mở đầu: “Mới.”", ["insert d6#lead [before:d6/k1] : Mới."]),
        ("Cuối Chương III bổ sung Điều 8a như sau:", ["insert d8a [end:cIII]"]),
        ("Sau khoản 3 Điều 3 bổ sung: “3a. Mới.”", ["insert [after:d3/k3] : 3a. Mới."]),
        ("Sau khoản 3 Điều 3 bổ sung: “a) Mới.”", []),
        ("Điều 2 khoản 2: sau điểm a thêm điểm a1:", ["insert d2/k2/đa1 [after:d2/k2/đa]"]),
        ("Điểm 6.1, sau gạch đầu dòng 4 thêm «- Mới.»", ["insert [after:đ6.1#item:4] : - Mới."]),
        (
            "Khoản 2 Điều 5 thay «.» bằng «;» và bổ sung điểm d «d) Mới.»",
            ["replace_words “.”>“;” d5/k2", "insert d5/k2/đd : d) Mới."],
        ),
        ("Điều 2 thêm 01 khoản: “4. Mới.”", ["insert [end:d2] : 4. Mới."]),
        ("Điều 2 thêm 01 khoản: “a) Mới.”", []),
        ("Điều 2 thêm “4. Mới.”", []),
        ("Khoản 3 Điều 2 thêm gạch đầu dòng: “- Mới.”", ["insert [end:d2/k3] : - Mới."]),
        ("Khoản 3 Điều 8 bổ sung đoạn cuối: “Mới.”", ["insert [end:d8/k3] : Mới."]),
    ],
)
def test_something_is_added_to_a_place(words: str, expected: list[str]) -> None:
    assert orders(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Khoản 2 Điều 6 tăng từ “5” lên “7”.", ["replace_words “5”>“7” d6/k2"]),
        ("Khoản 2 Điều 6 nâng thời hạn từ “5” lên “7”.", ["replace_words “5”>“7” d6/k2"]),
        ("Khoản 2 Điều 6 sửa 05 ngày thành 07 ngày.", ["replace_words “05 ngày”>“07 ngày” d6/k2"]),
        ("Khoản 2 Điều 6 sửa lại thành 07 ngày.", ["amend d6/k2 ? 07 ngày."]),
        (
            "Khoản 3 Điều 6 đổi thành khoản 4; khoản 4 đổi thành khoản 5.",
            ["renumber d6/k3 d6/k4 => d6/k4 d6/k5"],
        ),
    ],
)
def test_words_and_numbers_become_others(words: str, expected: list[str]) -> None:
    assert orders(words) == expected


@pytest.mark.parametrize(
    ("line", "paths"),
    [
        ("Điều 4 (nội dung giám sát):", ["d4"]),
        ("- Điều 7 (đoàn giám sát):", ["d7"]),
        ("- Khoản 3 Điều 7 (chế độ của thành viên)", ["d7/k3"]),
        ("Điều 4 (trừ khoản 2):", []),
        ("Điều 4 (khoản 2):", ["d4/k2"]),
        ("Điều 4 (nếu có):", []),
        ("Điều 4 (02 khoản):", []),
        ("Điều 4 (đoạn cuối):", []),
    ],
)
def test_what_a_place_is_about_stands_behind_it_in_brackets(line: str, paths: list[str]) -> None:
    places = [one for one in place_alone(line) if one.is_whole]
    assert [Address(one.path_steps()).path for one in places] == paths
