"""Words of a paragraph with their marks: replaced, cut, joined."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyche_app.domain.units import Mark, Paragraph
from quyche_app.drafting.words import Change, changed_paragraph, cut, joined

BOLD = Paragraph("một hai ba", (Mark(4, 7, "b"),), "right")  # "hai" is bold


@pytest.mark.parametrize(
    ("changes", "text", "marks"),
    [
        ([], "một hai ba", [(4, 7)]),
        ([(0, 3, "M")], "M hai ba", [(2, 5)]),
        ([(8, 10, "bốn")], "một hai bốn", [(4, 7)]),
        ([(4, 7, "bảy tám")], "một bảy tám ba", [(4, 11)]),
        ([(5, 6, "xyz")], "một hxyzi ba", [(4, 9)]),
        ([(2, 5, "Z")], "mộZai ba", [(2, 5)]),
        ([(6, 9, "Z")], "một haZa", [(4, 7)]),
        ([(3, 8, "")], "mộtba", []),
        ([(4, 4, "+")], "một +hai ba", [(4, 8)]),
        ([(7, 7, "+")], "một hai+ ba", [(4, 7)]),
        ([(0, 3, "M"), (8, 10, "B")], "M hai B", [(2, 5)]),
    ],
    ids=[
        "nothing",
        "before",
        "behind",
        "the whole mark",
        "inside",
        "over its start",
        "over its end",
        "gone with it",
        "put in at its start",
        "put in at its end",
        "two",
    ],
)
def test_marks_keep_to_their_words(
    changes: list[Change], text: str, marks: list[tuple[int, int]]
) -> None:
    made = changed_paragraph(BOLD, changes)
    assert (made.text, [(m.start, m.end) for m in made.marks]) == (text, marks)
    assert made.align == "right"


@pytest.mark.parametrize(
    ("at", "left", "right"),
    [
        (0, ("", []), ("một hai ba", [(4, 7)])),
        (4, ("một", []), ("hai ba", [(0, 3)])),
        (5, ("một h", [(4, 5)]), ("ai ba", [(0, 2)])),
        (7, ("một hai", [(4, 7)]), ("ba", [])),
        (8, ("một hai", [(4, 7)]), ("ba", [])),
        (10, ("một hai ba", [(4, 7)]), ("", [])),
    ],
    ids=["start", "before the mark", "inside it", "behind it", "behind the space", "end"],
)
def test_a_cut_takes_the_spaces_away_and_shares_the_marks(
    at: int, left: tuple[str, list[tuple[int, int]]], right: tuple[str, list[tuple[int, int]]]
) -> None:
    made = [(one.text, [(m.start, m.end) for m in one.marks]) for one in cut(BOLD, at)]
    assert made == [left, right]
    assert {one.align for one in cut(BOLD, at)} == {"right"}


@pytest.mark.parametrize(
    ("left", "right", "text", "start"),
    [("x", "hai", "x hai", 2), ("", "hai", "hai", 0)],
    ids=["words", "nothing before"],
)
def test_joined_words_have_a_space_between(left: str, right: str, text: str, start: int) -> None:
    made = joined(Paragraph(left, align="center"), Paragraph(right, (Mark(0, 3, "b"),)))
    assert made == Paragraph(text, (Mark(start, start + 3, "b"),), "center")


def test_nothing_behind_leaves_no_space() -> None:
    assert joined(BOLD, Paragraph("")) == BOLD


@settings(max_examples=25)
@given(st.integers(0, 10))
def test_what_is_cut_and_joined_has_all_its_words(at: int) -> None:
    assert joined(*cut(BOLD, at)).text.replace(" ", "") == BOLD.text.replace(" ", "")
