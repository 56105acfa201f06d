"""Words that stay and only look otherwise."""

from __future__ import annotations

import pytest

from quyche_app.comparing.formatting import formatting_changes, has_marks, own_formatting
from quyche_app.domain.comparisons import Change, Layer
from quyche_app.domain.units import Block, Mark, Paragraph
from tests.comparing.trees import side
from tests.making import article, clause, table

_BOLD = (Mark(4, 7, "b"),)


def told(changes: tuple[Change, ...]) -> list[tuple[str, str]]:
    assert all(c.layer is Layer.FORMATTING for c in changes if c.op != "equal")
    return [(change.op, change.text) for change in changes]


@pytest.mark.parametrize(
    ("lead", "tail", "expected"),
    [
        ((Paragraph("Họp."),), (), False),
        ((Paragraph("Họp.", (Mark(0, 3, "b"),)),), (), True),
        ((Paragraph("Họp."),), (Paragraph("x", (Mark(0, 1, "i"),)),), True),
        ((table(("x",)),), (), False),
        ((), (), False),
    ],
)
def test_whether_any_words_are_marked(
    lead: tuple[Block, ...], tail: tuple[Block, ...], expected: bool
) -> None:
    nodes = side(clause("1", lead=lead, tail=tail), clause("2", "x")).values()
    assert has_marks(nodes) is expected


def _same(*words: str) -> list[tuple[str, str]]:
    return [("equal", "".join(words))]


def _change(words: str) -> list[tuple[str, str]]:
    return [("delete", words), ("insert", words)]


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        (_BOLD, _BOLD, _same("Họp mỗi tháng")),
        ((), _BOLD, [*_same("Họp "), *_change("mỗi"), *_same(" tháng")]),
        (_BOLD, (), [*_same("Họp "), *_change("mỗi"), *_same(" tháng")]),
        (_BOLD, (Mark(4, 7, "i"),), [*_same("Họp "), *_change("mỗi"), *_same(" tháng")]),
        ((), (Mark(5, 6, "b"),), [*_same("Họp "), *_change("mỗi"), *_same(" tháng")]),
        ((), (Mark(3, 4, "b"),), _same("Họp mỗi tháng")),
        ((), (Mark(0, 13, "b"),), _change("Họp mỗi tháng")),
        (
            (),
            (Mark(0, 3, "b"), Mark(8, 13, "b")),
            [*_change("Họp"), *_same(" mỗi "), *_change("tháng")],
        ),
        ((), (Mark(0, 3, "b"), Mark(3, 7, "i")), [*_change("Họp mỗi"), *_same(" tháng")]),
        ((), (Mark(8, 99, "b"),), [*_same("Họp mỗi "), *_change("tháng")]),
    ],
    ids=[
        "the same",
        "marked",
        "no longer",
        "another mark",
        "whole words",
        "a space",
        "all",
        "two places",
        "neighbours joined",
        "beyond the end",
    ],
)
def test_where_the_marks_differ(
    old: tuple[Mark, ...], new: tuple[Mark, ...], changes: list[tuple[str, str]]
) -> None:
    words = "Họp mỗi tháng"
    made = formatting_changes((Paragraph(words, old),), (Paragraph(words, new),), words)
    assert told(made) == changes


def test_words_behind_a_label_and_on_several_lines_keep_their_places() -> None:
    old = (Paragraph("Họp."), Paragraph("Họp."))
    new = (Paragraph("Họp."), Paragraph("Họp.", (Mark(0, 3, "b"),)))
    words = "1. Họp.\nHọp."
    changes = told(formatting_changes(old, new, words, 3))
    assert "".join(text for op, text in changes if op != "insert") == words
    assert [text for op, text in changes if op == "delete"] == ["Họp"]


def test_words_that_are_not_there_tell_nothing() -> None:
    changes = formatting_changes((Paragraph("x"),), (Paragraph("x", (Mark(0, 1, "b"),)),), "khác")
    assert told(changes) == _same("khác")


def test_own_words_are_looked_for_behind_label_and_name() -> None:
    plain = article("1", "Họp", lead=(Paragraph("Họp"),))
    bold = article("1", "Họp", lead=(Paragraph("Họp", (Mark(0, 3, "b"),)),))
    changes = told(own_formatting(side(plain)["d1"], side(bold)["d1"]))
    assert changes == [("equal", "Điều 1. Họp\n"), *_change("Họp")]
