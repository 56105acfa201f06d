"""The natural style of offices, clause by clause."""

from __future__ import annotations

import pytest

from quyche_app.language.natural.reader import natural_statement
from tests.language.as_ordered import order

_READINGS = {
    # words
    "Khoản 2 Điều 5 chữ “A” viết lại là “B”.": ["replace_words “A”>“B” d5/k2"],
    "Ở khoản 2 Điều 5, chỗ nào có “A” thì thay là “B”.": ["replace_words “A”>“B” d5/k2"],
    "Điều 4: chỗ có chữ “A” đổi thành “B”.": ["replace_words “A”>“B” d4"],
    # a part of a provision
    "Khoản 2 Điều 6, sau câu thứ nhất thêm câu: “Mới.”": ["insert [after:d6/k2#sentence:1] : Mới."],
    "Câu thứ hai khoản 1 Điều 5 viết gọn lại là: “Mới.”": ["amend d5/k1#sentence:2 : Mới."],
    "Gạch đầu dòng thứ ba Điều 4 bỏ.": ["repeal d4#item:3"],
    # provisions
    "Điều 7 thêm khoản 4, đứng sau khoản 3: “4. Mới.”": ["insert d7/k4 [after:d7/k3] : 4. Mới."],
    "Điều 7a được bổ sung, đứng trước Điều 8, như sau: “Điều 7a. Mới”": [
        "insert d7a [before:d8] : Điều 7a. Mới"
    ],
    "Điều 9 mang tên mới: “Hiệu lực”.": ["amend d9#heading : Hiệu lực"],
    "Khoản 2 và khoản 3 Điều 2 đổi chỗ cho nhau.": ["renumber d2/k2 d2/k3 => d2/k3 d2/k2"],
    "Khoản 3 và khoản 4 Điều 2 gộp làm một, lấy số 3: “3. Mới.”": [
        "merge d2/k3 d2/k4 => d2/k3 : 3. Mới."
    ],
    "Điểm c và điểm d khoản 1 Điều 3 bỏ, thay bằng điểm c: “c) Mới.”": [
        "merge d3/k1/đc d3/k1/đd => d3/k1/đc : c) Mới."
    ],
    "Khoản 4 Điều 3 tách thành khoản 4 và khoản 5: “4. Một. 5. Hai.”": [
        "split d3/k4 => d3/k4 d3/k5 : 4. Một. 5. Hai."
    ],
    # several clauses: each has its place from the one before
    "Khoản 2 Điều 2 bỏ câu cuối, khoản 3 thêm vào cuối: “Mới.”": [
        "repeal d2/k2#sentence:last",
        "insert [end:d2/k3] : Mới.",
    ],
    "Điều 4 khoản 2 giữ nguyên, khoản 3 bỏ.": ["repeal d4/k3"],
    # a comma and "và" end no further repeal: what stands behind them is of the same place
    "Bãi bỏ khoản 3, Điều 4; khoản 4, Điều 4 được chuyển thành khoản 3.": [
        "repeal d4/k3",
        "move d4/k4 => d4/k3",
    ],
    "Bãi bỏ khoản 3 Điều 4; khoản 4 và khoản 5 Điều 4 được chuyển thành khoản 3 và khoản 4.": [
        "repeal d4/k3",
        "move d4/k4 d4/k5 => d4/k3 d4/k4",
    ],
    "Bãi bỏ khoản 3 Điều 4; khoản 4 Điều 9.": ["repeal d4/k3", "repeal d9/k4"],
}


@pytest.mark.parametrize("sentence", _READINGS)
def test_a_sentence_in_the_natural_style_is_read_clause_by_clause(sentence: str) -> None:
    read = natural_statement(sentence)
    assert read is not None
    assert [order(one) for one in read.orders] == _READINGS[sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Khoản 2 Điều 5 bỏ, nếu cấp trên đồng ý.",
        "Khoản 2 Điều 5 nghiên cứu bỏ.",
        "Giữ nguyên và bãi bỏ khoản 2 Điều 5.",
        "Khoản 2 Điều 5 giữ nguyên và bãi bỏ.",
        "Khoản 2 Điều 5 có lẽ bỏ, khoản 3 bỏ.",
        "Khoản 2 Điều 5 chữ “A” viết lại là “B” cho đến hết năm.",
        "Điều 7 thêm khoản 4, đứng sau khoản 3 của quy định khác: “4. Mới.”",
    ],
)
def test_a_clause_with_a_word_that_no_form_takes_makes_the_sentence_unread(sentence: str) -> None:
    assert natural_statement(sentence) is None


def test_words_without_quotation_marks_are_said_to_be_bare() -> None:
    read = natural_statement("Khoản 3 Điều 8: thời hạn 05 ngày nay là thời hạn 03 ngày.")
    assert read is not None
    assert read.is_bare
