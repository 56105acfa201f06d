"""Paragraphs become a forest: which labels are believed, and who takes the words (docs/field.md 3)."""

from __future__ import annotations

import pytest

from quyche_app.domain.flow import unit_lines
from quyche_app.domain.identities import running_numbers
from quyche_app.domain.line_labels import read_label
from quyche_app.domain.sources import Role, SourceParagraph
from quyche_app.domain.structure import (
    NOT_BELIEVED,
    Forest,
    ForestBuilder,
    build_quotation,
    settle_headings,
)
from quyche_app.domain.units import Mark, Paragraph, Table, Unit, UnitKind
from tests.making import table


def sources(*lines: str | Paragraph | Table) -> list[SourceParagraph]:
    blocks = [Paragraph(line) if isinstance(line, str) else line for line in lines]
    return [SourceParagraph(number, block) for number, block in enumerate(blocks, 1)]


def built(*lines: str, has_articles: bool = True) -> Forest:
    """Give the forest of a whole text."""
    builder = ForestBuilder(running_numbers(), has_articles=has_articles)
    for index, paragraph in enumerate(sources(*lines)):
        label = read_label(paragraph.text)
        belief = builder.accepts(label) if label is not None else NOT_BELIEVED
        if label is not None and belief.is_one:
            builder.open(index, label, paragraph, belief.doubt)
        else:
            builder.words(index, paragraph.block)
    settle_headings(builder.nodes)
    return builder.finish()


def quoted(*lines: str | Paragraph | Table) -> Forest:
    return build_quotation(sources(*lines), running_numbers())


def shape(units: tuple[Unit, ...]) -> list[object]:
    """Labels with those of their children: ["1", ["1", "2"]]."""
    found: list[object] = []
    for unit in units:
        found.append(unit.label)
        if unit.children:
            found.append(shape(unit.children))
    return found


def doubts(forest: Forest) -> list[bool]:
    """Whether each label of the text is doubted."""
    return [bool(one.doubt) for one in forest.placements if one.role is Role.LABEL]


@pytest.mark.parametrize(
    ("lines", "labels"),
    [
        (
            ["Điều 1. Một", "1. A.", "a) B;", "b) C.", "2. D.", "Điều 2. Hai"],
            ["1", ["1", ["a", "b"], "2"], "2"],
        ),
        (
            ["Chương I", "CHUNG", "Điều 1. Một", "Chương II", "Điều 2. Hai"],
            ["I", ["1"], "II", ["2"]],
        ),
        (
            ["Điều 1. Một", "1. A.", "1.1. B.", "1.2. C.", "2. D."],
            ["1", ["1", ["1.1", "1.2"], "2"]],
        ),
        (["Điều 1. Một", "1. A.", "2.1. B."], ["1", ["1"]]),
        (["Điều 1. Một", "a) A;", "(i) B;", "(ii) C.", "b) D."], ["1", ["a", ["i", "ii"], "b"]]),
        (["Điều 1. Một", "a) A:", "1. B;", "b) C."], ["1", ["a", "b"]]),
        (["Điều 1. Một", "1. A.", "2018. B."], ["1", ["1"]]),
        (["Điều 1. Một", "1. A.", "31. B."], ["1", ["1"]]),
        (["Điều 1. Một", "31. A."], ["1"]),
        (["Điều 1. Một", "Điều 5 Hai"], ["1"]),
        (["Điều 1. Một", "Điều 2 Hai"], ["1", "2"]),
    ],
    ids=[
        "levels",
        "chapters",
        "dotted numbers under their clause",
        "a dotted number of another clause",
        "subpoints",
        "a list of numbers inside a point",
        "a year",
        "too far",
        "too large for a first",
        "a citation too far",
        "a weak label that follows",
    ],
)
def test_the_levels_of_a_text(lines: list[str], labels: list[object]) -> None:
    forest = built(*lines)
    assert shape(forest.units) == labels
    assert doubts(forest) == [False] * len(doubts(forest))
    assert [one.place for one in forest.placements] == list(range(len(lines)))


@pytest.mark.parametrize(
    ("lines", "labels", "doubted"),
    [
        (["Điều 1. Một", "1. A.", "3. B."], ["1", ["1", "3"]], [False, False, True]),
        (["Điều 1. Một", "1. A.", "21. B."], ["1", ["1", "21"]], [False, False, True]),
        (["Điều 1. Một", "1. A.", "22. B."], ["1", ["1"]], [False, False]),
        (["Điều 1. Một", "2. A."], ["1", ["2"]], [False, True]),
        (["Điều 1. Một", "30. A."], ["1", ["30"]], [False, True]),
        (["Điều 1. Một", "b) A."], ["1", ["b"]], [False, True]),
        (["Điều 1. Một", "a) A;", "c) B."], ["1", ["a", "c"]], [False, False, True]),
        (["Điều 1. Một", "a) A;", "h) B."], ["1", ["a"]], [False, False]),
        (
            ["Điều 1. Một", "a) A;", "b) B;", "d) D;", "c) C;", "e) E."],
            ["1", ["a", "b", "d", "c", "e"]],
            [False, False, False, True, True, True],
        ),
        (
            ["Điều 1. Một", "a) A;", "b) B;", "c) C;", "đ) Đ;", "d) D;", "e) E."],
            ["1", ["a", "b", "c", "đ", "d", "e"]],
            [False, False, False, False, True, True, False],
        ),
        (
            ["Điều 1. Một", "1. A.", "3. C.", "2. B.", "4. D."],
            ["1", ["1", "3", "2", "4"]],
            [False, False, True, True, False],
        ),
        (["Điều 1. Một", "2. B.", "1. A."], ["1", ["2"]], [False, True]),
        (
            ["Điều 1. Một", "a) A;", "c) C:", "a) Của C;", "b) Của C."],
            ["1", ["a", "c"]],
            [False, False, True],
        ),
        (["Điều 1. Một", "1. A.", "1. B."], ["1", ["1", "1"]], [False, False, True]),
        (["Điều 1. Một", "1. A:", "1. B."], ["1", ["1"]], [False, False]),
        (["Điều 1. Một", "1a. A.", "1. B."], ["1", ["1a", "1"]], [False, False, True]),
        (["Điều 1a. Một", "Điều 1. Hai"], ["1a", "1"], [False, True]),
        (["Điều 2. Một", "Điều 1. Hai"], ["2", "1"], [False, True]),
        (["Điều 1. Một", "Điều 1. Hai"], ["1", "1"], [False, True]),
        (["Điều 2. Một", "Điều 1"], ["2"], [False]),
        (["Điều 1. Một", "Điều 7. Hai"], ["1", "7"], [False, False]),
    ],
    ids=[
        "a clause missing",
        "a gap of twenty",
        "a gap of more",
        "the first is not 1",
        "a first of thirty",
        "the first is not a",
        "a point missing",
        "too many points missing",
        "a point typed behind the next",
        "two points that changed places",
        "two clauses that changed places",
        "before the first that is not 1",
        "a list of its own inside a point",
        "a number twice",
        "a list that a colon announces",
        "inserted before the first clause",
        "inserted before the first article",
        "an article out of order",
        "an article twice",
        "a bare label that goes back",
        "a strong label may jump",
    ],
)
def test_what_is_believed_with_a_doubt(
    lines: list[str], labels: list[object], doubted: list[bool]
) -> None:
    forest = built(*lines)
    assert shape(forest.units) == labels
    assert doubts(forest) == doubted


@pytest.mark.parametrize(
    ("lines", "labels"),
    [
        (["I. Một", "1. A.", "a) B;", "II. Hai"], ["I", ["1", ["a"]], "II"]),
        (["1. A.", "2. B."], ["1", "2"]),
        (["1. A.", "1.1. B.", "1.2. C."], ["1", ["1.1", "1.2"]]),
    ],
)
def test_a_text_without_articles_begins_with_smaller_levels(
    lines: list[str], labels: list[object]
) -> None:
    assert shape(built(*lines, has_articles=False).units) == labels


@pytest.mark.parametrize(
    ("lines", "owner"),
    [
        (["Điều 1. Một", "a) A;", "b) B.", "Lời cuối."], "1"),
        (["Điều 1. Một", "a) A;", "Lời giữa.", "b) B."], "a"),
        (["Điều 1. Một", "a) A;", "b) B.", "- Gạch."], "b"),
        (["Điều 1. Một", "a) A;", "b) B:", "Lời được báo."], "b"),
        (["Điều 1. Một", "1. A.", "Lời sau."], "1.1"),
        (["Điều 1. Một", "1. A:", "a) B.", "Lời cuối.", "2. C."], "1.1"),
        (["Điều 1. Một", "1. A:", "a) B.", "Lời cuối.", "Điều 2. Hai"], "1.1"),
    ],
    ids=[
        "after the points: of their holder",
        "between points: of the point",
        "a dash item stays with its point",
        "what a colon announces",
        "after a clause",
        "before the next clause",
        "before the next article",
    ],
)
def test_who_takes_the_words_behind_a_list(lines: list[str], owner: str) -> None:
    forest = built(*lines)
    names = {}
    for top in forest.units:
        names[top.id] = top.label
        for child in top.children:
            is_clause = child.kind is UnitKind.CLAUSE
            names[child.id] = f"{top.label}.{child.label}" if is_clause else child.label
            names |= {inner.id: inner.label for inner in child.children}
    (placed,) = [one for one in forest.placements if one.role is Role.TEXT]
    assert names[placed.owner_id] == owner


def test_words_taken_for_the_end_go_to_the_last_child_when_another_comes() -> None:
    forest = built("Điều 1. Một", "1. A:", "a) B;", "b) C.", "Lời.", "2. D.", "c) E.")
    (top,) = forest.units
    assert shape(forest.units) == ["1", ["1", ["a", "b"], "2", ["c"]]]
    assert unit_lines(top)[4] == "Lời."
    forest = quoted("1. A:", "a) B;", "Lời.", "Lời nữa.")
    assert [one.place for one in forest.placements] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("lines", "heading", "apart", "lead"),
    [
        (["Điều 1. Họp", "Lời."], "Họp", False, ["Lời."]),
        (["Điều 1. Họp"], "Họp", False, []),
        (["Điều 1. Họp mỗi tháng."], None, False, ["Họp mỗi tháng."]),
        (["Điều 1. Họp mỗi tháng.", "1. A.", "2. B."], "Họp mỗi tháng.", False, []),
        (["Điều 1. Họp mỗi tháng.", "1. A."], "Họp mỗi tháng.", False, []),
        (["Điều 1. Họp. Rồi báo cáo.", "1. A."], None, False, ["Họp. Rồi báo cáo."]),
        (["Điều 1. Việc họp gồm:", "1. A."], None, False, ["Việc họp gồm:"]),
        (["Điều 1. " + "x" * 301, "1. A."], None, False, ["x" * 301]),
        (["Điều 1. " + "x" * 300, "1. A."], "x" * 300, False, []),
        (["Điều 1. " + "x" * 149], "x" * 149, False, []),
        (["Điều 1. " + "x" * 150], None, False, ["x" * 150]),
        (["Điều 1.", "Họp", "1. A."], "Họp", True, []),
        (["Điều 1.", "Họp mỗi tháng."], None, False, ["Họp mỗi tháng."]),
        (["Điều 1.", "Họp"], None, False, ["Họp"]),
        (["Điều 1.", "Họp;", "1. A."], None, False, ["Họp;"]),
    ],
)
def test_whether_the_words_behind_a_label_are_a_name(
    lines: list[str], heading: str | None, apart: bool, lead: list[str]
) -> None:
    (top,) = built(*lines).units
    assert (top.heading, top.heading_apart) == (heading, apart)
    assert [block.text for block in top.lead if isinstance(block, Paragraph)] == lead


@pytest.mark.parametrize(
    ("lines", "heading", "apart"),
    [
        (["Chương I", "QUY ĐỊNH", "CHUNG", "Điều 1. A"], "QUY ĐỊNH\nCHUNG", True),
        (["Chương I. QUY ĐỊNH", "CHUNG", "Điều 1. A"], "QUY ĐỊNH\nCHUNG", False),
        (["Chương I", "Quy định chung", "Lời.", "Điều 1. A"], "Quy định chung", True),
        (["Chương I", "Lời kết thúc.", "Điều 1. A"], None, False),
        (["Chương I", "QUY ĐỊNH.", "Điều 1. A"], "QUY ĐỊNH.", True),
        (["Chương I", "x" * 301, "Điều 1. A"], None, False),
        (["Chương I", "Điều 1. A"], None, False),
    ],
)
def test_the_name_of_a_chapter_stands_behind_or_below(
    lines: list[str], heading: str | None, apart: bool
) -> None:
    (top,) = built(*lines).units
    assert (top.heading, top.heading_apart) == (heading, apart)


def test_words_below_a_bare_label_begin_on_a_line_of_their_own() -> None:
    (top,) = built("Điều 1.", "Họp mỗi tháng.").units
    assert top.prefix == "Điều 1.\n"
    assert unit_lines(top) == ["Điều 1.", "Họp mỗi tháng."]


# -- quotations -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "labels"),
    [
        (["7. A.", "8. B."], ["7", "8"]),
        (["c) A;", "2. B."], ["c", "2"]),
        (["Điều 9. A", "1. B."], ["9", ["1"]]),
        (["đ) A;", "e) B."], ["đ", "e"]),
        (["Lời không số."], []),
    ],
)
def test_a_quotation_may_begin_with_any_label(lines: list[str], labels: list[object]) -> None:
    assert shape(quoted(*lines).units) == labels


def test_words_before_the_first_label_of_a_quotation_are_not_placed() -> None:
    forest = quoted("Lời đầu.", "1. A.", "Lời sau.")
    assert [one.place for one in forest.placements] == [1, 2]


def test_words_after_the_last_point_of_a_quotation_belong_to_it() -> None:
    (top,) = quoted("c) A;", "Lời.").units
    assert unit_lines(top) == ["c) A;", "Lời."]


def test_tables_are_words_of_the_unit_before_them() -> None:
    made = table(("STT", "Tên"))
    (top,) = quoted("1. A:", made, "2. B.").units[:1]
    assert top.lead == (Paragraph("A:"), made)


def test_marks_are_counted_from_the_words_behind_the_label() -> None:
    marks = (Mark(0, 2, "b"), Mark(1, 5, "i"), Mark(4, 7, "u"))
    (top,) = quoted(Paragraph("1. Họp mỗi tháng.", marks)).units
    assert top.lead == (Paragraph("Họp mỗi tháng.", (Mark(0, 2, "i"), Mark(1, 4, "u"))),)


def test_words_before_the_first_unit_are_no_matter_of_the_builder() -> None:
    with pytest.raises(AssertionError):
        ForestBuilder(running_numbers()).words(0, Paragraph("Lời."))


def test_a_chapter_waits_for_its_name_until_words_come() -> None:
    builder = ForestBuilder(running_numbers())
    assert not builder.awaits_heading
    for index, paragraph in enumerate(sources("Chương I", "CHUNG", "Lời.")):
        label = read_label(paragraph.text)
        if label is not None:
            builder.open(index, label, paragraph, None)
            assert builder.awaits_heading
        else:
            builder.words(index, paragraph.block)
    assert not builder.awaits_heading
    assert [one.role for one in builder.placements] == [Role.LABEL, Role.HEADING, Role.TEXT]


@pytest.mark.parametrize(
    ("lines", "labels", "doubted"),
    [
        (["c) A;", "2. B.", "3. C."], ["c", "2", "3"], [False, False, False]),
        (["Điều 1. A", "1. B.", "1.1. C.", "1.3. D."], ["1", ["1", ["1.1", "1.3"]]], [False] * 4),
        (
            ["Điều 1. A", "1. B.", "1.1. C.", "1.1.1. D.", "1.1.2. E.", "1.2. F."],
            ["1", ["1", ["1.1", ["1.1.1", "1.1.2"], "1.2"]]],
            [False] * 6,
        ),
        (["Điều 1. A", "1. B.", "1.1. C.", "1.2.1. D."], ["1", ["1", ["1.1"]]], [False] * 3),
        (
            ["Điều 1. A", "1. B.", "x", "2) C", "1. D."],
            ["1", ["1", "2"]],
            [False, False, False],
        ),
        (["Điều 1. A", "1 - B.", "1 - C."], ["1", ["1"]], [False, False]),
        (["Điều 1. A", "a) B;", "a) C."], ["1", ["a", "a"]], [False, False, True]),
    ],
    ids=[
        "two levels in one quotation, going on",
        "a gap in dotted numbers",
        "three dotted levels",
        "a dotted number of another",
        "back to a number before the last",
        "numbers with strokes",
        "a point twice",
    ],
)
def test_labels_among_others_of_their_kind(
    lines: list[str], labels: list[object], doubted: list[bool]
) -> None:
    forest = quoted(*lines)
    assert shape(forest.units) == labels
    assert doubts(forest) == doubted


def test_three_dotted_levels_have_kinds_of_their_own() -> None:
    (top,) = built("Điều 1. A", "1. B.", "1.1. C.", "1.1.1. D.").units
    (one,) = top.children[0].children
    assert (one.kind, one.children[0].kind) == (UnitKind.POINT, UnitKind.SUBPOINT)


def test_a_number_that_a_list_inside_the_unit_uses_is_not_one_twice() -> None:
    lines = ("Điều 1. A", "1. B.", "2. C", "1. D.", "2. E.")
    assert shape(built(*lines).units) == ["1", ["1", "2"]]


def test_a_text_without_articles_numbers_its_boxes_as_it_likes() -> None:
    forest = built("I. A", "1. B.", "1. C.", has_articles=False)
    assert shape(forest.units) == ["I", ["1"]]
    assert doubts(forest) == [False, False]


def test_words_behind_a_list_are_of_its_holder_in_a_quotation_too() -> None:
    forest = quoted("1. A", "a) B.", "Lời giữa.", "2. C", "a) D.", "Lời cuối.")
    assert [len(one.tail) for one in forest.units] == [1, 1]
    assert [one.owner_id for one in forest.placements] == ["u1", "u2", "u1", "u3", "u4", "u3"]


def test_words_in_the_middle_of_children_go_to_the_last_child_with_their_account() -> None:
    forest = quoted("Điều 1. A", "a) B.", "(i) C;", "Một.", "Hai.", "b) D.")
    (top,) = forest.units
    assert unit_lines(top.children[0]) == ["a) B.", "(i) C;", "Một.", "Hai."]
    forest = quoted("Điều 1. A", "(i) C;", "Một.", "Hai.", "a) D.")
    (top,) = forest.units
    assert unit_lines(top.children[0]) == ["(i) C;", "Một.", "Hai."]
    assert [one.owner_id for one in forest.placements] == ["u1", "u2", "u2", "u2", "u3"]


def test_a_table_does_not_go_on_with_the_name_of_a_chapter() -> None:
    builder = ForestBuilder(running_numbers())
    rows = table(("STT", "Tên"))
    for index, paragraph in enumerate(sources("Chương I", rows, "Điều 1. A")):
        label = read_label(paragraph.text)
        if label is None:
            builder.words(index, paragraph.block)
        else:
            builder.open(index, label, paragraph, None)
    (top,) = builder.finish().units
    assert (top.heading, top.lead) == (None, (rows,))


@pytest.mark.parametrize(
    ("lines", "prefix"),
    [
        (["1.", "Lời."], None),
        (["Điều 1.", "Lời."], "Điều 1.\n"),
        (["Chương I", "Lời."], "Chương I\n"),
    ],
)
def test_the_gap_behind_a_label_that_stands_alone(lines: list[str], prefix: str | None) -> None:
    units = quoted(*lines).units
    assert (units[0].prefix if units else None) == prefix


@pytest.mark.parametrize("stop", [".", ";", ":", ","])
def test_a_line_that_ends_with_a_stop_is_no_name_below_its_label(stop: str) -> None:
    (top,) = built("Điều 1.", f"Họp{stop}", "1. A.").units
    assert top.heading is None


@pytest.mark.parametrize("stop", [";", ":", ","])
def test_words_that_go_on_are_no_name(stop: str) -> None:
    (top,) = built(f"Điều 1. Họp{stop}", "1. A.").units
    assert top.heading is None


@pytest.mark.parametrize(("length", "is_name"), [(160, True), (161, False)])
def test_a_name_with_a_full_stop_is_short(length: int, is_name: bool) -> None:
    words = "x" * (length - 1) + "."
    (top,) = built(f"Điều 1. {words}", "1. A.").units
    assert (top.heading == words) is is_name


def test_an_article_that_begins_with_a_table_has_no_name() -> None:
    builder = ForestBuilder(running_numbers())
    rows = table(("STT", "Tên"))
    for index, paragraph in enumerate(sources("Điều 1.", rows, "1. A.")):
        label = read_label(paragraph.text)
        if label is None:
            builder.words(index, paragraph.block)
        else:
            builder.open(index, label, paragraph, None)
    settle_headings(builder.nodes)
    (top,) = builder.finish().units
    assert (top.heading, top.lead) == (None, (rows,))
