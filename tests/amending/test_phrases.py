"""Finding words by whole syllables, and putting new ones in their place (docs/field.md 4.5)."""

from __future__ import annotations

import pytest

from quyche_app.amending.phrases import find_words, is_in_longer_word, joined_words, splits_name


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("họp ban và họp tổ", "họp", [("họp", True), ("họp", True)]),
        ("họp ban", "họp b", []),
        ("trong ba tháng", "ba thán", []),
        ("Họp ban", "họp", [("Họp", True)]),
        ("và Họp ban", "họp", [("Họp", False)]),
        ("a. Họp ban. họp", "họp", [("Họp", True), ("họp", True)]),
        ("hoà giải", "hòa giải", [("hoà giải", True)]),
        ("“giao ban”", '"giao ban"', [("“giao ban”", False)]),
        ("2020 – 2025", "2020 - 2025", [("2020 – 2025", False)]),
        ("họp , ban", "họp, ban", [("họp , ban", False)]),
        ("họp ban", "", []),
        ("", "họp", []),
        ("họp", "họp ban", []),
    ],
)
def test_occurrences_are_exact_or_else_loose(
    text: str, words: str, found: list[tuple[str, bool]]
) -> None:
    matches = find_words(text, words)
    assert [(text[m.start : m.end], m.exact) for m in matches] == found


def test_a_capital_at_the_head_of_a_sentence_is_told() -> None:
    assert [m.capital for m in find_words("Họp. họp", "họp")] == [True, False]


@pytest.mark.parametrize(
    ("before", "new", "after", "result"),
    [
        ("họp ", "giao ban", " tuần", ("họp giao ban", " tuần")),
        ("họp", "giao ban", "tuần", ("họp giao ban ", "tuần")),
        ("họp ", " giao ban ", " tuần", ("họp giao ban", " tuần")),
        ("họp ", ", giao ban", ".", ("họp, giao ban", ".")),
        ("họp ", "", " tuần", ("họp ", "tuần")),
        ("họp ", "", ".", ("họp", ".")),
        ("họp ", "", "", ("họp", "")),
        ("", "", " tuần", ("", "tuần")),
        ("(", "giao ban", ")", ("(giao ban", ")")),
        ("", "Họp", "", ("Họp", "")),
        ("họp/", "ban", "", ("họp/ban", "")),
        ("họp", "ban", "(tổ)", ("họp ban ", "(tổ)")),
    ],
)
def test_two_words_never_touch_and_no_space_doubles(
    before: str, new: str, after: str, result: tuple[str, str]
) -> None:
    assert joined_words(before, new, after) == result


@pytest.mark.parametrize(
    ("text", "words", "inside"),
    [
        ("Huyện ủy viên đi cơ sở", "Huyện ủy", True),
        ("Phó Bí thư chủ trì", "Bí thư", True),
        ("Huyện ủy, viên chức", "Huyện ủy", False),
        ("Bí thư chủ trì", "Bí thư", False),
    ],
)
def test_a_piece_of_the_name_of_an_office_is_known(text: str, words: str, inside: bool) -> None:
    start = text.index(words)
    assert is_in_longer_word(text, start, start + len(words)) == inside


def test_a_stretch_runs_from_its_first_words_to_its_last() -> None:
    text = "Khi cần thì họp bất thường, khi vắng thì báo cáo."
    (found,) = find_words(text, "Khi cần … bất thường")
    assert text[found.start : found.end] == "Khi cần thì họp bất thường"
    assert find_words("họp a, họp b, rồi nghỉ", "họp … nghỉ") == []
    assert find_words("họp rồi nghỉ, lại nghỉ", "họp … nghỉ") == []
    assert find_words("nghỉ rồi họp", "họp … nghỉ") == []


@pytest.mark.parametrize(
    ("old", "new", "behind", "expected"),
    [
        ("Phó Bí thư", "Phó Bí thư chuyên trách", " Thường trực họp", True),
        ("Phó Bí thư", "Phó Bí thư chuyên trách", " phụ trách", False),
        ("Phó Bí thư", "Phó Bí thư chuyên trách", ", Thường trực", False),
        ("Phó Bí thư", "Chánh Văn phòng", " Thường trực họp", False),
        ("Bí thư", "Bí thư,", " Thường trực họp", False),
    ],
)
def test_more_words_in_the_middle_of_a_name(
    old: str, new: str, behind: str, expected: bool
) -> None:
    assert splits_name(old, new, behind) is expected


@pytest.mark.parametrize(
    ("before", "new", "after", "expected"),
    [
        ("họp", "ban", "tuần", "họp ban tuần"),
        ("họp", "ban (", "tuần", "họp ban (tuần"),
        ("họp", "ban “", "tuần", "họp ban “tuần"),
        ("họp", "a(b", "tuần", "họp a(b tuần"),
        ("họp (", "ban", ") tuần", "họp (ban) tuần"),
        ("họp", "ban", "(tuần)", "họp ban (tuần)"),
        ("họp", "ban", ", tuần", "họp ban, tuần"),
        ("họp ", " ban ", " tuần", "họp ban tuần"),
        ("họp ", ", ban", " tuần", "họp, ban tuần"),
        ("", "Ban", "họp", "Ban họp"),
        ("họp", "ban", "", "họp ban"),
    ],
)
def test_new_words_get_the_blanks_that_stand_between_words(
    before: str, new: str, after: str, expected: str
) -> None:
    assert "".join(joined_words(before, new, after)) == expected
