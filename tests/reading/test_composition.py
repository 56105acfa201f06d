"""Words in pieces (NFD): found, and put back as they were written."""

from __future__ import annotations

import unicodedata

import pytest

from quyche_app.domain.flow import act_lines
from quyche_app.reading.composition import as_written, may_have_pieces, words_in_pieces
from quyche_app.reading.files import read_bytes


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (nfd("Họp").encode(), True),
        ("Họp giao ban “đ”".encode(), False),
        (b"abc", False),
        ("Họp".encode("utf-16"), True),
        (b"\xfe\xff\x00a", True),
        (b"", False),
    ],
)
def test_a_quick_look_at_the_bytes(data: bytes, expected: bool) -> None:
    assert may_have_pieces(data) is expected


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["Họp"], {}),
        ([nfd("Họp")], {"Họp": nfd("Họp")}),
        ([nfd(" Họp   ban ")], {"Họp ban": nfd("Họp ban")}),
        ([nfd("Họp"), "Họp"], {}),
        (["Họp", nfd("Họp")], {}),
        ([nfd("Họp"), "Báo cáo"], {"Họp": nfd("Họp")}),
        ([], {}),
    ],
    ids=["whole", "in pieces", "spaces", "both ways", "both ways again", "one of two", "nothing"],
)
def test_paragraphs_with_words_in_pieces(lines: list[str], found: dict[str, str]) -> None:
    assert words_in_pieces(lines) == found


_LINES = [
    "QUY CHẾ",
    "Chương I",
    "QUY ĐỊNH",
    "Điều 1. Phạm vi điều chỉnh",
    "1. Họp mỗi tháng.",
    "a) Tờ trình;",
    "b) Báo cáo.",
    "Điều 2. Hiệu lực",
    "Văn phòng theo dõi.",
    "Nơi nhận: Lưu.",
]


@pytest.mark.parametrize("number", range(len(_LINES)))
def test_a_line_comes_back_as_it_was_typed_and_the_others_too(number: int) -> None:
    lines = [nfd(line) if at == number else line for at, line in enumerate(_LINES)]
    read = read_bytes("a.txt", "\n".join(lines).encode())
    assert act_lines(read.act) == _LINES
    written = act_lines(as_written(read))
    label = {3: "Điều 1. ", 7: "Điều 2. ", 4: "1. ", 5: "a) ", 6: "b) "}.get(number, "")
    kept = label + nfd(_LINES[number].removeprefix(label))
    if number == 1:  # a label is no words
        kept = _LINES[number]
    assert written == [*_LINES[:number], kept, *_LINES[number + 1 :]]


def test_a_text_without_such_words_is_the_same_one() -> None:
    read = read_bytes("a.txt", "\n".join(_LINES).encode())
    assert as_written(read) is read.act


def test_units_that_are_not_touched_are_shared() -> None:
    lines = [*_LINES[:8], nfd(_LINES[8])]
    read = read_bytes("a.txt", "\n".join(lines).encode())
    old, new = read.act.main, as_written(read).main
    assert new.units[0].children[0] is old.units[0].children[0]
    assert new.units[0] is not old.units[0]
