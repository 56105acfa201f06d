"""How a provision becomes paragraphs, said once for every kind of file and every screen."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.flow import (
    Part,
    Slot,
    act_flow,
    act_lines,
    as_blocks,
    by_line,
    flow_lines,
    last_lines,
    own_flow,
    own_head_lines,
    unit_lines,
)
from quyche_app.domain.operations import Footnote
from quyche_app.domain.units import Cell, Mark, Paragraph, Table, Unit, UnitKind, walk
from tests.properties.strategies import trees

ROOT = Path(__file__).resolve().parents[2]
TABLE = Table(((Cell((Paragraph("STT"),)), Cell((Paragraph("Tên"),))),))


def unit(kind: UnitKind, prefix: str, **rest: object) -> Unit:
    return Unit("u", kind, "1", prefix, **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("made", "parts", "lines"),
    [
        (
            unit(UnitKind.ARTICLE, "Điều 1. ", heading="Phạm vi", lead=(Paragraph("Lời."),)),
            [Part.NAME, Part.WORDS],
            ["Điều 1. Phạm vi", "Lời."],
        ),
        (
            unit(UnitKind.CHAPTER, "Chương I\n", heading="QUY ĐỊNH\nCHUNG"),
            [Part.LABEL, Part.NAME],
            ["Chương I", "QUY ĐỊNH", "CHUNG"],
        ),
        (
            unit(UnitKind.ARTICLE, "Điều 1.", heading="Phạm vi", heading_apart=True),
            [Part.LABEL, Part.NAME],
            ["Điều 1.", "Phạm vi"],
        ),
        (unit(UnitKind.ARTICLE, "Điều 1. ", heading=""), [Part.NAME], ["Điều 1."]),
        (unit(UnitKind.CHAPTER, "Chương I\n", heading=""), [Part.LABEL, Part.NAME], ["Chương I"]),
        (unit(UnitKind.CLAUSE, "1. ", lead=(Paragraph("Lời."),)), [Part.WORDS], ["1. Lời."]),
        (unit(UnitKind.CLAUSE, "1. ", lead=(Paragraph(""),)), [Part.WORDS], ["1."]),
        (
            unit(UnitKind.ARTICLE, "Điều 1\n", lead=(Paragraph("Lời."),)),
            [Part.LABEL, Part.WORDS],
            ["Điều 1", "Lời."],
        ),
        (unit(UnitKind.CLAUSE, "1. "), [Part.BARE], ["1."]),
        (
            unit(UnitKind.CLAUSE, "1. ", lead=(TABLE,)),
            [Part.BARE, Part.OBJECT],
            ["1.", "STT | Tên"],
        ),
        (
            unit(UnitKind.CLAUSE, "1. ", lead=(Paragraph("Lời\nhai dòng."),)),
            [Part.WORDS],
            ["1. Lời", "hai dòng."],
        ),
        (
            unit(UnitKind.CLAUSE, "1. ", lead=(Paragraph("Lời."),), repealed=True),
            [Part.REPEALED],
            ["1. (được bãi bỏ)"],
        ),
    ],
)
def test_the_parts_and_lines_of_a_provision(
    made: Unit, parts: list[Part], lines: list[str]
) -> None:
    flow = own_flow(made)
    assert [paragraph.part for paragraph in flow] == parts
    assert flow_lines(flow) == lines == own_head_lines(made)


@given(trees())
def test_every_way_of_reading_the_flow_gives_the_same_words(act: Act) -> None:
    lines = act_lines(act)
    assert lines == [line for p in act_flow(act) for line in p.lines]
    assert lines == [line for p in act_flow(act) for piece in by_line(p) for line in piece.lines]
    for placed in act.units():
        assert own_head_lines(placed) == flow_lines(own_flow(placed))


@given(trees(), st.integers(0, 40))
def test_the_last_lines_are_those_of_the_whole(act: Act, most: int) -> None:
    for component in act.components:
        whole = [line for unit in component.units for line in unit_lines(unit)]
        assert last_lines(component.units, most) == whole[max(0, len(whole) - most) :]


@given(trees())
def test_marks_stay_on_their_letters_behind_a_label(act: Act) -> None:
    for component in act.components:
        for one in walk(component.units):
            first = one.lead[0] if one.lead and one.heading is None else None
            if one.repealed or not isinstance(first, Paragraph):
                continue
            words = next(p for p in own_flow(one) if p.slot is Slot.LEAD)
            (block,) = as_blocks([words])[:1]
            assert isinstance(block, Paragraph)
            marked = [block.text[m.start : m.end] for m in block.marks]
            assert marked == [first.text[m.start : m.end] for m in first.marks]


def test_a_break_inside_words_behind_a_label_cuts_marks_and_notes_with_them() -> None:
    made = unit(UnitKind.CLAUSE, "1. ", lead=(Paragraph("Lời đậm\nđậm nữa.", (Mark(4, 11, "b"),)),))
    (words,) = own_flow(made)
    one, two = by_line(words)
    assert (one.words, [one.words[m.start : m.end] for m in one.word_marks]) == (
        "1. Lời đậm",
        ["đậm"],
    )
    assert (two.words, [two.words[m.start : m.end] for m in two.word_marks]) == (
        "đậm nữa.",
        ["đậm"],
    )


@pytest.mark.parametrize(
    ("slot", "lead", "place"),
    [
        ("unit", (Paragraph("Lời."),), ("1. Lời.", 2)),
        ("insert", (Paragraph("Lời."),), ("1. Lời.", 2)),
        ("text", (Paragraph("Lời."),), ("1. Lời.", 7)),
        ("text", (Paragraph("Lời."), Paragraph("Sau.")), ("Sau.", 4)),
        ("text", (Paragraph("Lời."), TABLE), ("", 0)),
    ],
)
def test_notes_on_the_whole_stand_behind_the_label_others_behind_the_words(
    slot: str, lead: tuple[Paragraph | Table, ...], place: tuple[str, int]
) -> None:
    made = unit(UnitKind.CLAUSE, "1. ", lead=lead)
    act = Act(components=(Component("c", ComponentKind.BODY, units=(made,)),))
    note = Footnote("u", "k1", "Chú thích.", 1, 0, slot)
    (noted,) = [p for p in act_flow(act, (note,)) if p.notes]
    assert (noted.words, noted.notes[0].at) == place
    assert act_lines(act) == flow_lines(act_flow(act, (note,)))


def test_a_component_begins_a_page_the_first_one_does_not() -> None:
    front = (Paragraph("PHỤ LỤC I"), Paragraph("Mẫu"))
    body, appendix = (
        Component(name, kind, front=front)
        for name, kind in (("c", ComponentKind.BODY), ("d", ComponentKind.APPENDIX))
    )
    flow = list(act_flow(Act(components=(body, appendix))))
    assert [p.new_page for p in flow] == [False, False, True, False]
    assert [(p.slot, p.place) for p in flow] == [(Slot.FRONT, 0), (Slot.FRONT, 1)] * 2


def test_notes_on_a_component_stand_in_its_first_words_or_behind_its_objects() -> None:
    note = Footnote("c", "k1", "Chú thích.", 1, 0)
    for front, places in (
        ((Paragraph("PHỤ LỤC I"), TABLE), [[9], []]),
        ((TABLE, Paragraph("Mẫu")), [[], [3]]),
        ((TABLE,), [[], [0]]),
    ):
        component = Component("c", ComponentKind.APPENDIX, front=front)
        flow = list(act_flow(Act(components=(component,)), (note,)))
        assert [[n.at for n in p.notes] for p in flow] == places
        assert [p.place for p in flow] == [0, 1]


def test_a_repealed_component_is_one_paragraph_with_its_notes_behind_its_name() -> None:
    component = Component(
        "c", ComponentKind.APPENDIX, "I", front=(Paragraph("PHỤ LỤC I"),), repealed=True
    )
    note = Footnote("c", "k1", "Chú thích.", 1, 0)
    (only,) = act_flow(Act(components=(component,)), (note,))
    assert (only.slot, only.place, only.part) == (Slot.FRONT, 0, Part.REPEALED)
    assert [n.at for n in only.notes] == [len(only.label.rstrip())]


def test_a_note_behind_a_table_has_the_next_place() -> None:
    listed = unit(UnitKind.CLAUSE, "1. ", lead=(Paragraph("Gồm:"), TABLE))
    alone = unit(UnitKind.CLAUSE, "1. ", lead=(TABLE,))
    for one in (listed, alone):
        act = Act(components=(Component("c", ComponentKind.BODY, units=(one,)),))
        *_, grid, noted = act_flow(act, (Footnote("u", "k1", "Chú thích.", 1, 0, "text"),))
        assert (grid.block, noted.part, len(noted.notes)) == (TABLE, Part.NOTES, 1)
        assert noted.place == grid.place + 1


def test_no_note_is_lost_whatever_it_is_on() -> None:
    front = (Paragraph("PHỤ LỤC I"),)
    made = unit(UnitKind.CLAUSE, "1. ", lead=(TABLE,), tail=(Paragraph("Sau."),))
    for repealed in (False, True):
        for front_now in (front, ()):
            component = Component(
                "c", ComponentKind.APPENDIX, front=front_now, units=(made,), repealed=repealed
            )
            gone = replace(component, units=(replace(made, repealed=True),))
            for one in (component, gone):
                notes = [Footnote(o, "", "x", 1, 0, s) for o in "cu" for s in ("unit", "text")]
                found = [
                    n.footnote for p in act_flow(Act(components=(one,)), notes) for n in p.notes
                ]
                wanted = [n for n in notes if n.unit_id == "c" or not one.repealed]
                assert sorted(map(str, found)) == sorted(map(str, wanted))


def _calls(tree: ast.AST, names: set[str]) -> list[str]:
    return [n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute) and n.attr in names]


def test_one_stream_sets_a_text() -> None:
    """No other module of writing or of the window puts labels, names and children together."""
    allowed = {"gui/drafting/models.py"}  # the outline: the tree itself, not its paragraphs
    for room in ("writing", "gui"):
        for path in sorted((ROOT / "quyche_app" / room).rglob("*.py")):
            name = path.relative_to(ROOT / "quyche_app").as_posix()
            tree = ast.parse(path.read_text(encoding="utf-8"))
            used = set(_calls(tree, {"prefix", "heading_apart"}))
            assert "heading_apart" not in used, name
            if name not in allowed and "prefix" in used:
                assert name == "gui/compare/rows.py", name  # the length of a label alone
