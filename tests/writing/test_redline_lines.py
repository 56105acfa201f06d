"""The lines that a redline walks along."""

from __future__ import annotations

import pytest

from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.flow import act_lines
from quyche_app.domain.units import Block, Mark, Opaque, Paragraph
from quyche_app.writing.redline_lines import differing_looks, side_lines
from tests.making import act, article, clause, component, table

TABLE = table(("Ngày", "Việc"), ("Thứ hai", "Họp"))


def of_blocks(*blocks: Block) -> Act:
    return act(article("1", "Họp", clause("1", "Lời."), tail=blocks))


@pytest.mark.parametrize(
    ("made", "line"),
    [
        (
            component(ComponentKind.BODY, front=(Paragraph("QUY CHẾ", (), "center"),)),
            ("body-", "front", "QUY CHẾ", "QCTitle", "center", True),
        ),
        (
            component(ComponentKind.BODY, back=(Paragraph("Nơi nhận"),)),
            ("body-", "back", "Nơi nhận", "QCBack", "", True),
        ),
        (
            component(ComponentKind.BODY, article("1", "Họp")),
            ("article-1", "text", "Điều 1. Họp", "QCArticle", "", True),
        ),
        (
            component(ComponentKind.BODY, clause("1", "Lời.")),
            ("clause-1", "text", "1. Lời.", "QCClause", "", True),
        ),
        (
            component(ComponentKind.BODY, front=(TABLE,)),
            ("body-", "front", "Ngày | Việc\nThứ hai | Họp", "QCFront", "", False),
        ),
        (
            component(ComponentKind.APPENDIX, front=(Opaque("h", "[hình]"),)),
            ("appendix-", "front", "[hình]", "QCFront", "", True),
        ),
    ],
    ids=["head", "foot", "article", "clause", "table of the head", "picture"],
)
def test_a_line_has_its_owner_and_its_look(
    made: Component, line: tuple[str, str, str, str, str, bool]
) -> None:
    (one,) = side_lines(Act(components=(made,)))
    # Whether lines are drawn is said of tables and objects alone.
    bordered = one.bordered if one.table is not None else True
    assert (one.owner, one.slot, one.text, one.style, one.align, bordered) == line


def test_words_behind_children_are_a_slot_of_their_own() -> None:
    lines = side_lines(of_blocks(Paragraph("Đoạn cuối."), TABLE))
    assert [(one.slot, one.table is not None) for one in lines] == [
        ("text", False),
        ("text", False),
        ("tail", False),
        ("tail", True),
    ]


def test_an_object_without_words_is_no_line_and_an_empty_table_is_one() -> None:
    lines = side_lines(of_blocks(Opaque("h", ""), table(("",))))
    assert [one.text for one in lines[2:]] == [""]


def test_lines_of_a_name_are_lines_and_words_are_those_of_the_text() -> None:
    made = act(article("1", "Họp\nvà bàn", clause("1", "Lời.")))
    assert [one.text for one in side_lines(made)] == act_lines(made)
    assert len(side_lines(made)) == 3


def test_marks_are_counted_over_label_and_words() -> None:
    made = act(clause("1", lead=(Paragraph("Lời.", (Mark(0, 3, "b"),)),)))
    assert side_lines(made)[0].marks == (Mark(3, 6, "b"),)


def test_a_second_component_begins_a_page_whatever_begins_it() -> None:
    body = component(ComponentKind.BODY, article("1", "Họp"))
    for first in (Paragraph("PHỤ LỤC"), TABLE):
        appendix = component(ComponentKind.APPENDIX, article("2", "Mẫu"), front=(first,))
        lines = side_lines(Act(components=(body, appendix)))
        assert [one.new_page for one in lines] == [False, True, False]


PLAIN = of_blocks(Paragraph("Lời."), TABLE)


@pytest.mark.parametrize(
    ("other", "looks"),
    [
        (PLAIN, ()),
        (of_blocks(Paragraph("Lời.", (Mark(0, 1, "b"),)), TABLE), ("kiểu chữ",)),
        (of_blocks(Paragraph("Lời.", (), "right"), TABLE), ("căn lề",)),
        (of_blocks(Paragraph("Lời."), table(("Ngày",), ("Việc",))), ("bảng",)),
        (
            of_blocks(Paragraph("Lời.", (Mark(0, 1, "b"),), "center"), table(("x",))),
            ("kiểu chữ", "căn lề", "bảng"),
        ),
    ],
    ids=["nothing", "marks", "side", "table", "all"],
)
def test_looks_that_no_tracked_change_shows(other: Act, looks: tuple[str, ...]) -> None:
    assert differing_looks(PLAIN, other) == looks
    assert differing_looks(other, PLAIN) == looks
