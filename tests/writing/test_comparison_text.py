"""A comparison in the words of the terminal: titles, marked words, counts."""

from __future__ import annotations

import pytest

from quyche_app.domain.beside import Part, Uncompared
from quyche_app.domain.comparisons import Change, ChangeKind, Comparison, Layer, Pair
from quyche_app.writing.comparison_text import (
    KIND_WORDS,
    LAYER_WORDS,
    comparison_lines,
    counts_sentence,
    marked_words,
    pair_title,
    uncompared_sentence,
)
from tests.writing.made import EDITED, QUIET, compared, pair, same

SAME = (Change("equal", "Lời."),)
FOLLOWS = pair("d1/k1", "d2/k1", ChangeKind.RENUMBERED, SAME)
NOTES = Uncompared(Part.NOTES, 1, 2)
LONG = " ".join(f"từ{n:02}" for n in range(30))  # 149 letters


@pytest.mark.parametrize(
    ("old", "new", "title"),
    [
        ("d5/k3", "d5/k3", "khoản 3 Điều 5"),
        ("d5/k3", "d5/k4", "khoản 3 Điều 5 → khoản 4 Điều 5"),
        ("", "d5", "Điều 5"),
        ("d5", "", "Điều 5"),
        ("d5", "d5+d6", "Điều 5 → Điều 5 và Điều 6"),
    ],
    ids=["the same", "another number", "inserted", "removed", "split"],
)
def test_the_provisions_of_a_pair_in_words(old: str, new: str, title: str) -> None:
    assert pair_title(pair(old, new)) == title


@pytest.mark.parametrize(
    ("one", "lines"),
    [
        (pair("d5/k3", "d5/k3"), ["Khoản 3 Điều 5: sửa", "    Họp mỗi [-tháng-]{+tuần+}"]),
        (
            pair("d5", "d6", ChangeKind.MOVED, SAME, sure=False),
            ["Điều 5 → Điều 6: chuyển (đoán theo lời văn)"],
        ),
        (
            pair("", "d5", ChangeKind.INSERTED, (Change("insert", "Một.\nHai."),)),
            ["Điều 5: thêm", "    {+Một.", "    Hai.+}"],
        ),
        (same("d5"), []),
        (FOLLOWS, []),
    ],
    ids=["edited", "moved by guess", "two paragraphs", "unchanged", "only follows"],
)
def test_the_block_of_a_pair(one: Pair, lines: list[str]) -> None:
    assert comparison_lines(compared(one), [one])[:-1] == lines


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (EDITED, "Họp mỗi [-tháng-]{+tuần+}"),
        ((Change("equal", "x" * 120), Change("insert", "y")), "x" * 120 + "{+y+}"),
        (
            (Change("equal", LONG), Change("insert", "y")),
            "… từ17 từ18 từ19 từ20 từ21 từ22 từ23 từ24 từ25 từ26 từ27 từ28 từ29{+y+}",
        ),
        (
            (Change("delete", "y"), Change("equal", LONG)),
            "[-y-]từ00 từ01 từ02 từ03 từ04 từ05 từ06 từ07 từ08 từ09 từ10 từ11…",
        ),
        ((Change("equal", LONG),), "…"),
        ((), ""),
    ],
    ids=["edited", "not yet long", "long at the start", "long at the end", "alone", "nothing"],
)
def test_marked_words(changes: tuple[Change, ...], words: str) -> None:
    assert marked_words(changes) == words


def test_a_long_stretch_between_two_changes_keeps_both_ends() -> None:
    words = marked_words((Change("delete", "a"), Change("equal", LONG), Change("insert", "b")))
    assert words.startswith("[-a-]từ00 ")
    assert words.endswith(" từ29{+b+}")
    assert words.count("…") == 1


@pytest.mark.parametrize(
    ("comparison", "shown", "hidden", "sentence"),
    [
        (compared(same("d1")), None, (), "Lời văn hai bản giống hệt nhau, từng chữ."),
        (
            compared(same("d1"), not_compared=(NOTES,)),
            None,
            (),
            "Lời văn hai bản giống hệt nhau, từng chữ. "
            "Khác nhau mà phép so không hiện: chú thích (bản cũ 1, bản mới 2).",
        ),
        (
            compared(pair("d1", "d1"), pair("d2", "d2"), pair("", "d3", ChangeKind.INSERTED)),
            None,
            (),
            "3 chỗ khác nhau: sửa 2, thêm 1.",
        ),
        (
            compared(pair("d1", "d1"), FOLLOWS),
            None,
            (),
            "1 chỗ khác nhau: sửa 1. 1 khoản, điểm ở trong đó giữ nguyên số và lời.",
        ),
        (
            compared(pair("d1", "d1"), pair("d2", "d2", changes=QUIET)),
            [pair("d1", "d1")],
            (Layer.ORTHOGRAPHY, Layer.PUNCTUATION),
            "1 chỗ khác nhau: sửa 1. Đang ẩn: chính tả 1. Còn 1 chỗ không hiện ở đây.",
        ),
        (
            compared(pair("d1", "d1"), not_compared=(NOTES,)),
            [],
            (),
            "0 chỗ khác nhau. Còn 1 chỗ không hiện ở đây. "
            "Khác nhau mà phép so không hiện: chú thích (bản cũ 1, bản mới 2).",
        ),
        (
            compared(pair("d1", "d1")),
            None,
            (Layer.ORTHOGRAPHY,),
            "1 chỗ khác nhau: sửa 1.",
        ),
    ],
    ids=[
        "the same",
        "the same words",
        "changed",
        "only follows",
        "hidden",
        "nothing shown",
        "nothing to hide",
    ],
)
def test_counts_in_a_sentence(
    comparison: Comparison, shown: list[Pair] | None, hidden: tuple[Layer, ...], sentence: str
) -> None:
    assert counts_sentence(comparison, shown, hidden) == sentence


def test_parts_not_compared_are_joined() -> None:
    tables = Uncompared(Part.MERGED_CELLS, 0, 3)
    assert uncompared_sentence(()) == ""
    assert uncompared_sentence((NOTES, tables)).endswith(
        ": chú thích (bản cũ 1, bản mới 2) · ô gộp của bảng (bản cũ 0, bản mới 3)."
    )


def test_every_kind_and_layer_has_words_of_its_own() -> None:
    assert set(KIND_WORDS) == set(ChangeKind)
    assert set(LAYER_WORDS) == set(Layer)
    assert len(set(KIND_WORDS.values())) == len(ChangeKind)
    assert len(set(LAYER_WORDS.values())) == len(Layer)
