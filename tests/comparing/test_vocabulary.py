"""What words are compared by: citations masked, one character a word, likeness."""

from __future__ import annotations

import pytest

from quyche_app.comparing import vocabulary
from quyche_app.comparing.vocabulary import Vocabulary, likeness, masked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Theo Điều 5.", "Theo điều #."),
        ("khoản 2 Điều 14a", "khoản # điều #"),
        ("điểm đ1 khoản 2", "điểm # khoản #"),
        ("Điều 5, 6 và 7", "điều #"),
        ("khoản 2 hoặc 3", "khoản #"),
        ("khoản 2 đến 5", "khoản #"),
        ("CHƯƠNG II", "chương #"),
        ("tiểu mục 1 mục 2", "tiểu mục # mục #"),
        ("Điều này", "điều #"),
        ("Điều kiện họp", "Điều kiện họp"),
        ("điểm đến", "điểm đến"),
        ("khoản tiền 5 đồng", "khoản tiền 5 đồng"),
        ("Phần việc", "Phần việc"),
        ("họp 5 lần", "họp 5 lần"),
        ("", ""),
    ],
)
def test_the_numbers_of_cited_provisions_are_taken_out(text: str, expected: str) -> None:
    assert masked(text) == expected


def test_every_word_has_a_character_of_its_own() -> None:
    words = Vocabulary()
    first = words.code("Họp mỗi tháng, họp mỗi tuần: 5.")
    assert len(first) == 7
    assert first[0] == first[3]
    assert first[1] == first[4]
    assert len(set(first)) == 5
    assert words.code("HỌP, 5") == first[0] + first[6]
    assert words.code("hoà") == words.code("hòa") != words.code("hoa")
    assert words.code("") == ""


def test_no_word_is_half_of_a_pair() -> None:
    words = Vocabulary()
    code = words.code(" ".join(f"t{number}" for number in range(0xD800 - 0x100 + 3)))
    assert code[-3:] == "\ue000\ue001\ue002"
    assert code[-4] == "\ud7ff"


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("abcd", "abcd", 1.0),
        ("abcd", "wxyz", 0.0),
        ("", "abcd", 0.0),
        ("", "", 0.0),
        ("abcd", "abxd", 0.75),
        ("abcd", "abcdabcd", 4 * (1 / 12 + 0.5 / 4)),
        ("ab", "abcd", 2 * 2 / 6),
        ("abc", "abcxyz", 3 * 2 / 9),
        ("dcba", "abcd", 0.25),
    ],
    ids=[
        "the same",
        "nothing in common",
        "one empty",
        "both empty",
        "one other word",
        "contained",
        "few words contained",
        "three words contained",
        "turned round",
    ],
)
def test_how_alike_two_codes_are(one: str, other: str, score: float) -> None:
    assert likeness(one, other) == pytest.approx(score)
    assert likeness(other, one) == pytest.approx(score)


def test_what_is_not_alike_enough_may_be_nothing() -> None:
    assert likeness("abcd", "abxd", 0.75) == pytest.approx(0.75)
    assert likeness("abcd", "axyz", 0.9) == 0.0


def test_long_codes_are_told_by_runs_of_three_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "_MOST_WORDS", 15)
    assert likeness("abcde", "abcde") == pytest.approx(3 * 2 / 10)
    assert likeness("abcde", "edcba") == 0.0
    assert likeness("ababab", "ababab") == pytest.approx(4 * 2 / 12)
    assert likeness("abcd", "abxd") == 0.0
