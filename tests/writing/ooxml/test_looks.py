"""The runs of a paragraph: words with their marks, numbers of notes in their places."""

from __future__ import annotations

import pytest

from quyche_app.domain.flow import FlowParagraph, Note, Part, Slot
from quyche_app.domain.operations import Footnote
from quyche_app.domain.units import Mark, UnitKind
from quyche_app.writing.ooxml.elements import Element, run
from quyche_app.writing.ooxml.looks import runs_of
from tests.writing.ooxml.reading import tags, words


def note(at: int, text: str) -> Note:
    return Note(at, Footnote("u", "d1", text, 1, 0))


def reference(footnote: Footnote) -> Element:
    return run(f"[{footnote.text}]")


def clause(text: str, label: str = "", *notes: Note, marks: tuple[Mark, ...] = ()) -> FlowParagraph:
    return FlowParagraph(
        "u", Slot.LEAD, 0, Part.WORDS, text, label, marks, kind=UnitKind.CLAUSE, notes=notes
    )


@pytest.mark.parametrize(
    ("paragraph", "runs"),
    [
        (clause("Họp."), ["Họp."]),
        (clause("", "3."), ["3."]),
        (clause(""), []),
        (clause("Họp.", "3. ", note(2, "a")), ["3.", "[a]", " Họp."]),
        (clause("Họp.", "", note(4, "a"), note(4, "b")), ["Họp.", "[a]", "[b]"]),
        (clause("Họp.", "", note(0, "a")), ["[a]", "Họp."]),
        (clause("", "", note(0, "a")), ["[a]"]),
    ],
    ids=["words", "label", "nothing", "behind the label", "two", "before", "alone"],
)
def test_notes_stand_in_their_places(paragraph: FlowParagraph, runs: list[str]) -> None:
    assert [words(one) for one in runs_of(paragraph, reference)] == runs


def test_a_mark_goes_on_behind_a_note() -> None:
    made = runs_of(clause("mỗi tháng", "", note(3, "a"), marks=(Mark(0, 6, "b"),)), reference)
    assert [(words(one), tags(one[0])) for one in made] == [
        ("mỗi", ["b"]),
        ("[a]", []),
        (" th", ["b"]),
        ("áng", []),
    ]


def test_marks_are_counted_behind_the_label() -> None:
    made = runs_of(clause("Họp lại", "1. ", marks=(Mark(0, 3, "i"),)), reference)
    assert [(words(one), tags(one[0])) for one in made] == [
        ("1. ", []),
        ("Họp", ["i"]),
        (" lại", []),
    ]
