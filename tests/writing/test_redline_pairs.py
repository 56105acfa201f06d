"""Which lines of two texts stand for each other in a redline."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyche_app.domain.comparisons import ChangeKind, Comparison, Pair
from quyche_app.writing.redline_lines import Line
from quyche_app.writing.redline_pairs import aligned, are_alike, backbone
from tests.making import table
from tests.writing.made import compared, pair

A = "Họp giao ban mỗi tháng một lần"
B = "Văn thư lưu hồ sơ điện tử"
C = "Gửi giấy mời trước ba ngày"


def lines(
    *words: str, owner: str = "u-d1", slot: str = "text", style: str = "QCText"
) -> list[Line]:
    return [Line(owner, slot, line, style) for line in words]


@pytest.mark.parametrize(
    ("old", "new", "alike"),
    [
        ("Họp mỗi tháng", "Họp mỗi tuần", True),
        ("a b c d e f g", "a h i j k", False),
        ("a b c", "A, B; C.", True),
        ("a b c", "", False),
        ("", "", False),
        ("…, .", "…, .", False),
        ("a a a", "a", True),
        ("a b c d e f g h i j k l m", "a b c d e f g", True),
        ("a b c d e f g x y z", "a b c q r s t u v w", False),
    ],
    ids=[
        "a word",
        "one of many",
        "other marks and capitals",
        "against nothing",
        "nothing",
        "marks alone",
        "one word often",
        "half gone",
        "less than a third",
    ],
)
def test_words_in_common_make_a_change_readable(old: str, new: str, alike: bool) -> None:
    assert are_alike(old, new) is alike


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ((A, B), (A, B), [(0, 0), (1, 1)]),
        ((A, B, C), (A, C), [(0, 0), (2, 1)]),
        ((A, C), (A, B, C), [(0, 0), (1, 2)]),
        ((A, B), (f"{A} nữa", B), [(0, 0), (1, 1)]),
        ((A, C), (f"{C} nữa", f"{A} nữa"), [(0, 1)]),
        ((A, B, C), (f"{A} nữa", f"{B} mới", f"{C} nữa"), [(0, 0), (1, 1), (2, 2)]),
        ((A,), (B,), []),
        ((), (A,), []),
        ((), (), []),
    ],
    ids=[
        "the same",
        "gone",
        "come",
        "edited",
        "crossing",
        "all edited",
        "unlike",
        "nothing old",
        "nothing",
    ],
)
def test_equal_lines_first_and_like_ones_between(
    old: tuple[str, ...], new: tuple[str, ...], pairs: list[tuple[int, int]]
) -> None:
    assert aligned(lines(*old), lines(*new)) == pairs


def test_the_pairs_of_most_in_common_are_taken() -> None:
    old = lines("Họp giao ban mỗi tháng", "Họp mỗi tháng")
    new = lines("Họp mỗi tháng, quý")
    assert aligned(old, new) == [(1, 0)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (lines(A), lines(f"{A} nữa", style="QCTitle")),
        (lines(A), [Line("u", "text", f"{A} nữa", "QCText", table=table((A,)))]),
    ],
    ids=["another style", "a table"],
)
def test_lines_of_another_look_are_no_pair(old: list[Line], new: list[Line]) -> None:
    assert aligned(old, new) == []


def test_a_paragraph_and_a_table_of_the_same_words_are_no_pair() -> None:
    other = [Line("u", "text", A, "QCText", table=table((A,)))]
    assert aligned(lines(A), other) == []


def test_lines_that_must_have_more_in_common() -> None:
    old, new = lines("a b c d"), lines("a b x y")
    assert aligned(old, new) == [(0, 0)]
    assert aligned(old, new, least=0.6) == []
    assert aligned(old, new, least=0.5) == [(0, 0)]


def test_stretches_too_long_to_weigh_are_left_apart() -> None:
    many = [f"{A} {n} x" for n in range(80)]
    assert aligned(lines(*many[:50]), lines(*(f"{one} y" for one in many))) != []
    assert aligned(lines(*many[:51]), lines(*(f"{one} y" for one in many[:79]))) == []


@settings(max_examples=10)
@given(*[st.lists(st.sampled_from([A, B, C, f"{A} nữa", f"{B} mới"]), max_size=5)] * 2)
def test_pairs_rise_on_both_sides(old: list[str], new: list[str]) -> None:
    pairs = aligned(lines(*old), lines(*new))
    assert all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(pairs))
    assert aligned(lines(*old), lines(*old)) == [(n, n) for n in range(len(old))]


def side(owner: str, *words: str, slot: str = "text") -> list[Line]:
    return lines(*words, owner=f"u-{owner}", slot=slot)


@pytest.mark.parametrize(
    ("comparison", "old", "new", "pairs"),
    [
        (compared(pair("d1", "d9")), side("d1", A), side("d9", B), [(0, 0)]),
        (compared(pair("d1", "d9", slot="tail")), side("d1", A), side("d9", B), []),
        (
            compared(pair("d1", "d9", slot="tail")),
            side("d1", A, slot="tail"),
            side("d9", f"{A} nữa", slot="tail"),
            [(0, 0)],
        ),
        (compared(pair("d1+d2", "d9")), side("d1", A) + side("d2", C), side("d9", B), []),
        (
            compared(pair("d1+d2", "d9")),
            side("d1", A) + side("d2", B),
            side("d9", f"{B} mới"),
            [(1, 0)],
        ),
        (compared(), side("d1", "a b c d"), side("d9", "a b x y"), []),
        (compared(), side("d1", "a b c d"), side("d9", "a b c y"), [(0, 0)]),
    ],
    ids=[
        "the line of its label",
        "words behind have no label",
        "words behind",
        "merged",
        "merged and alike",
        "apart, half in common",
        "apart, most in common",
    ],
)
def test_what_the_comparison_pairs_and_what_is_alike(
    comparison: Comparison, old: list[Line], new: list[Line], pairs: list[tuple[int, int]]
) -> None:
    assert backbone(comparison, old, new) == pairs


def test_where_two_pairs_cross_the_smaller_has_moved() -> None:
    pairs: tuple[Pair, ...] = (
        pair("d1", "d1", ChangeKind.MOVED),
        pair("d2", "d2", ChangeKind.MOVED),
    )
    old = side("d1", "Họp.") + side("d2", B)
    new = side("d2", B) + side("d1", "Họp.")
    assert backbone(compared(*pairs), old, new) == [(1, 0)]


def test_words_in_common_weigh_not_the_length_of_what_changed() -> None:
    old = side("d1", B) + side("d2", "Họp.")
    new = side("d2", "Họp.") + side("d1", A)
    assert backbone(compared(pair("d1", "d1"), pair("d2", "d2")), old, new) == [(1, 0)]


def test_stretches_before_between_and_behind_are_aligned() -> None:
    old = side("x", A) + side("d1", "Họp.") + side("x", B) + side("d2", "Bàn.") + side("x", C)
    new = side("y", A) + side("d1", "Họp.") + side("y", B) + side("d2", "Bàn.") + side("y", C)
    comparison = compared(pair("d1", "d1"), pair("d2", "d2"))
    assert backbone(comparison, old, new) == [(n, n) for n in range(5)]
