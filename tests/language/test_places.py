"""Places named from the small to the large, and from the large to the small."""

from __future__ import annotations

import pytest

from quyche_app.language.lexer import tokenize
from quyche_app.language.places import places
from tests.language.as_ordered import cited


def read(words: str) -> str:
    tokens = tokenize(words)
    return " ".join(cited(one) for one in places(tokens, 0, len(tokens)))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("điểm c khoản 2 Điều 13", "d13/k2/đc"),
        ("điểm c, khoản 2, Điều 13", "d13/k2/đc"),
        ("Điều 13, khoản 2, điểm c", "d13/k2/đc"),
        ("Điều 13 khoản 2 điểm c", "d13/k2/đc"),
        ("Điều 13 - khoản 2 - điểm c", "d13/k2/đc"),
        ("Điều 13, khoản 2, điểm a, điểm c", "d13/k2/đa d13/k2/đc"),
        ("Điều 13, khoản 2 và 3", "d13/k2 d13/k3"),
        ("Chương II, Điều 4, khoản 3", "d4/k3"),
        ("Chương II, Mục 1", "cII/m1"),
        ("Mục 1, Chương II", "cII/m1"),
        ("Điều 5, khoản 1; Điều 7, khoản 2, điểm a", "d5/k1 d7/k2/đa"),
        ("khoản 1 Điều 5; khoản 2 Điều 7", "d5/k1 d7/k2"),
        ("Điều 5, khoản 1 Điều 7", "d5 d7/k1"),
        ("Điều 4, 6 và từ Điều 9 đến Điều 11", "d4 d6 d9 d10 d11"),
        ("Điều 5, Điều 6", "d5 d6"),
        ("Phụ lục 1, Điều 3", "pl1/d3"),
        ("khoản 2", "k2"),
    ],
)
def test_what_a_place_names(words: str, expected: str) -> None:
    assert read(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Điều 18, gạch đầu dòng thứ tư", "d18#item:4"),
        ("Gạch đầu dòng thứ hai, điểm b, khoản 2, Điều 5", "d5/k2/đb#item:2"),
        ("gạch ngang thứ ba, điểm 3.2", "đ3.2#item:3"),
        ("Khoản 1 Điều 8, đoạn thứ hai", "d8/k1#paragraph:2"),
        ("Đoạn 2, Điều 6", "d6#paragraph:2"),
        ("đoạn cuối điểm 3.2", "đ3.2#paragraph:last"),
        ("ý 2 khoản 3 Điều 5", "d5/k3#item:2"),
        ("tên Chương IV", "cIV#heading"),
        ("câu thứ hai của đoạn cuối Điều 3", "d3#paragraph:last/sentence:2"),
        ("Câu 2, đoạn 1, Điều 1", "d1#paragraph:1/sentence:2"),
        ("Điều 3, đoạn cuối, câu thứ hai", "d3#paragraph:last/sentence:2"),
        (
            "gạch đầu dòng thứ nhất và gạch đầu dòng thứ ba khoản 2 Điều 4",
            "d4/k2#item:1 d4/k2#item:3",
        ),
        ("đoạn thứ nhất và đoạn thứ hai Điều 1", "d1#paragraph:1 d1#paragraph:2"),
        ("gạch đầu dòng thứ hai khoản 2 Điều 4 và đoạn 2 Điều 1", "d4/k2#item:2 d1#paragraph:2"),
        ("tiêu đề Chương II, Mục 1, Mục 2 Chương II", "cII#heading cII/m1#heading cII/m2#heading"),
        ("tiêu đề Chương II, Điều 2, Điều 3", "cII#heading d2 d3"),
        ("khoản cuối Điều 22", "d22/kcuối"),
        ("điểm cuối cùng của khoản 2, Điều 5", "d5/k2/đcuối"),
        ("khoản đầu tiên Điều 4", "d4/kđầu"),
        ("phần căn cứ", "*#preamble"),
    ],
)
def test_a_part_of_a_provision_is_that_of_the_smallest_one(words: str, expected: str) -> None:
    assert read(words) == expected


def test_the_tokens_that_name_a_place_are_told() -> None:
    tokens = tokenize("tại Điều 13, khoản 2 nêu trên")
    used: set[int] = set()
    places(tokens, 0, len(tokens), used)
    assert {tokens[at].value for at in used} == {"Điều", "13", "khoản", "2"}
