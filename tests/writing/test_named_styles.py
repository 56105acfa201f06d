"""Which named style a paragraph has, and where it differs from it."""

from __future__ import annotations

import pytest

from quyche_app.domain.flow import FlowParagraph, Part, Slot
from quyche_app.domain.units import Mark, UnitKind
from quyche_app.writing.named_styles import (
    HEADING_OF,
    STYLE_OF,
    STYLES,
    marks_of,
    side_of,
    style_of,
)


def framed(
    part: Part, slot: Slot = Slot.FRONT, text: str = "Lời", align: str = ""
) -> FlowParagraph:
    return FlowParagraph("c", slot, 0, part, text, align=align)


def of_unit(
    kind: UnitKind, part: Part, label: str = "", text: str = "Lời", align: str = ""
) -> FlowParagraph:
    marks = (Mark(0, 3, "i"),)
    return FlowParagraph("u", Slot.LEAD, 0, part, text, label, marks, align, kind)


@pytest.mark.parametrize(
    ("paragraph", "style"),
    [
        (framed(Part.TITLE), "QCTitle"),
        (framed(Part.HEAD), "QCFront"),
        (framed(Part.FOOT, Slot.BACK), "QCBack"),
        (framed(Part.STANDING), "QCNote"),
        (framed(Part.ACTS), "QCActList"),
        (framed(Part.REPEALED), "QCTitle"),
        (framed(Part.OBJECT), "QCFront"),
        (framed(Part.OBJECT, Slot.BACK), "QCBack"),
        (of_unit(UnitKind.CHAPTER, Part.LABEL, "Chương I"), "QCChapter"),
        (of_unit(UnitKind.CHAPTER, Part.NAME), "QCChapterName"),
        (of_unit(UnitKind.SUBSECTION, Part.NAME), "QCSectionName"),
        (of_unit(UnitKind.SECTION, Part.NAME, "Mục 1. "), "QCSection"),
        (of_unit(UnitKind.ARTICLE, Part.NAME, "Điều 1. "), "QCArticle"),
        (of_unit(UnitKind.ARTICLE, Part.NAME), "QCArticle"),
        (of_unit(UnitKind.ARTICLE, Part.WORDS, "Điều 1. "), "QCArticleText"),
        (of_unit(UnitKind.ARTICLE, Part.WORDS), "QCText"),
        (of_unit(UnitKind.ARTICLE, Part.REPEALED, "Điều 1. "), "QCArticle"),
        (of_unit(UnitKind.CLAUSE, Part.WORDS, "1. "), "QCClause"),
        (of_unit(UnitKind.CLAUSE, Part.WORDS), "QCText"),
        (of_unit(UnitKind.SUBPOINT, Part.WORDS, "(1) "), "QCPoint"),
        (of_unit(UnitKind.CLAUSE, Part.OBJECT), "QCText"),
    ],
    ids=[
        "title",
        "head",
        "foot",
        "standing",
        "list of acts",
        "repealed appendix",
        "table of the head",
        "table of the foot",
        "label of a chapter",
        "name of a chapter",
        "name of a subsection",
        "section with its name",
        "article with its name",
        "name below its article",
        "article without a name",
        "words of an article",
        "repealed article",
        "clause",
        "second paragraph of a clause",
        "subpoint",
        "table of a clause",
    ],
)
def test_the_style_of_a_paragraph(paragraph: FlowParagraph, style: str) -> None:
    assert style_of(paragraph) == style


@pytest.mark.parametrize(
    ("paragraph", "side"),
    [
        (framed(Part.TITLE, text="QUY CHẾ"), "center"),
        (framed(Part.TITLE, text="làm việc của Văn phòng"), ""),
        (framed(Part.TITLE, text="QUY CHẾ", align="right"), "right"),
        (framed(Part.HEAD, text="QUY CHẾ"), ""),
        (framed(Part.HEAD, align="center"), "center"),
        (of_unit(UnitKind.CLAUSE, Part.WORDS, align="right"), "right"),
        (of_unit(UnitKind.CLAUSE, Part.WORDS, "1. ", align="right"), ""),
    ],
    ids=[
        "kind of the text",
        "its name",
        "set by the text",
        "other head",
        "as written",
        "words",
        "behind a label",
    ],
)
def test_the_side_of_a_paragraph(paragraph: FlowParagraph, side: str) -> None:
    assert side_of(paragraph) == side


@pytest.mark.parametrize(
    ("paragraph", "marks"),
    [
        (
            of_unit(UnitKind.ARTICLE, Part.WORDS, "Điều 1. "),
            [Mark(8, 11, "i"), Mark(0, 7, "b")],
        ),
        (of_unit(UnitKind.ARTICLE, Part.WORDS), [Mark(0, 3, "i")]),
        (of_unit(UnitKind.ARTICLE, Part.NAME, "Điều 1. "), [Mark(8, 11, "i")]),
        (of_unit(UnitKind.CLAUSE, Part.WORDS, "1. "), [Mark(3, 6, "i")]),
    ],
    ids=["article without a name", "its second paragraph", "with a name", "clause"],
)
def test_the_label_of_an_article_without_a_name_is_bold(
    paragraph: FlowParagraph, marks: list[Mark]
) -> None:
    assert list(marks_of(paragraph)) == marks


def test_every_kind_has_a_style_that_is_there_once() -> None:
    known = [style.id for style in STYLES]
    assert len(set(known)) == len(known) == len({style.name for style in STYLES})
    assert set(STYLE_OF) == set(UnitKind)
    assert {*STYLE_OF.values(), *HEADING_OF.values()} <= set(known)


def test_headings_are_bold_and_stay_with_what_follows() -> None:
    names = {"QCPartName", "QCChapterName", "QCSectionName"}
    headings = {"QCPart", "QCChapter", "QCSection", "QCArticle", *names}
    assert {style.id for style in STYLES if style.bold} == {"QCTitle", *headings}
    assert {style.id for style in STYLES if style.keep_next} == headings
    assert [style.outline for style in STYLES if style.id in headings - names] == [0, 0, 1, 2]
