"""What is said of a place, told from the place itself; whole sentences: test_topics."""

from __future__ import annotations

import pytest

from quyche_app.language.lexer import TokenKind, tokenize
from quyche_app.language.places import places
from quyche_app.language.predicates import Topic, completed, is_word, predicate_orders
from tests.language.as_ordered import cited, listed, order


def topic(words: str, side: str = "") -> Topic:
    tokens = tokenize(words)
    return Topic(places(tokens, 0, len(tokens)), side)


def said(words: str, of: str = "khoản 2 Điều 5", side: str = "") -> list[str]:
    tokens = tokenize(words)
    return [order(one) for one in predicate_orders(tokens, words, 0, len(tokens), topic(of, side))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("nay sửa đổi như sau:", ["amend d5/k2"]),
        ("như sau:", ["amend d5/k2"]),
        ("bỏ", ["repeal d5/k2"]),
        ("bỏ điểm a", ["repeal d5/k2/đa"]),
        ("bỏ cụm từ “A”", ["remove_words “A”>“” d5/k2"]),
        ("thay «.» bằng «;» và bổ sung điểm d «d) Mới.»", [
            "replace_words “.”>“;” d5/k2", "insert d5/k2/đd : d) Mới.",
        ]),
        ("thời hạn “5 ngày” rút xuống “3 ngày”", ["replace_words “5 ngày”>“3 ngày” d5/k2"]),
        ("thay 5 ngày bằng 3 ngày.", ["replace_words “5 ngày”>“3 ngày” d5/k2"]),
        ("thay khoản 3 bằng khoản 4.", []),
        ("thêm điểm d giữa điểm c và điểm đ:", ["insert d5/k2/đd [after:d5/k2/đc]"]),
        ("bổ sung “, nhanh” vào cuối câu đầu", []),
        ("quy định khác", []),
        ("sửa “A", []),
        ("bỏ cụm từ.", []),
        ("bỏ “A”, “B” thành “C”", []),
    ],
)  # fmt: skip
def test_an_order_of_a_place(words: str, expected: list[str]) -> None:
    assert said(words) == expected


def test_beside_the_place_something_new_is_put() -> None:
    assert said("thêm khoản 2a:", side="after") == ["insert d5/k2a [after:d5/k2]"]
    assert said("thêm đoạn:", side="before") == []
    assert said("thêm “- Mới.”", of="gạch đầu dòng 2 Điều 5", side="after") == [
        "insert [after:d5#item:2] : - Mới."
    ]


@pytest.mark.parametrize(
    ("inner", "above", "expected"),
    [
        ("điểm a", "khoản 2 Điều 5", "d5/k2/đa"),
        ("khoản 3", "khoản 2 Điều 5", "d5/k3"),
        ("Điều 6", "khoản 2 Điều 5", "d6"),
        ("điểm a", "khoản 2, khoản 3 Điều 5", "đa"),
        ("khoản 4", "khoản 2, khoản 3 Điều 5", "d5/k4"),
    ],
)
def test_what_is_inside_a_place_is_completed_by_it(inner: str, above: str, expected: str) -> None:
    assert listed(tuple(completed(topic(inner).cited, topic(above).cited))) == expected


def test_a_word_of_the_grammar_is_told_from_others() -> None:
    assert [is_word(token) for token in tokenize("nhanh , Điều")] == [True, False, False]
    assert tokenize("Điều")[0].kind is TokenKind.UNIT
    assert cited(None) == ""
