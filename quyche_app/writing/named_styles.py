"""Named styles, one for each kind of unit, so that an office can change the look in one place.

In: a paragraph of the flow. Out: the name of its style, its side, its marks. Every file that has
styles (Word, OpenDocument) is set by these.
"""

from __future__ import annotations

from dataclasses import dataclass

from quyche_app.domain.flow import FlowParagraph, Part, Slot, is_title
from quyche_app.domain.units import Mark, UnitKind

STYLE_OF = {
    UnitKind.PART: "QCPart",
    UnitKind.CHAPTER: "QCChapter",
    UnitKind.SECTION: "QCSection",
    UnitKind.SUBSECTION: "QCSection",
    UnitKind.ARTICLE: "QCArticle",
    UnitKind.CLAUSE: "QCClause",
    UnitKind.POINT: "QCPoint",
    UnitKind.SUBPOINT: "QCPoint",
    UnitKind.ITEM: "QCPoint",
}
HEADING_OF = {
    UnitKind.PART: "QCPartName",
    UnitKind.CHAPTER: "QCChapterName",
    UnitKind.SECTION: "QCSectionName",
    UnitKind.SUBSECTION: "QCSectionName",
}


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style; ``indent``: first line as in the profile."""

    id: str
    name: str
    size: str = "body"
    bold: bool = False
    italic: bool = False
    align: str = "both"
    indent: bool = True
    keep_next: bool = False
    before: int = 0  # twentieths of a point
    outline: int | None = None


STYLES = (
    Style("QCText", "QC Đoạn"),
    Style("QCTitle", "QC Tiêu đề", "title", bold=True, align="center", indent=False),
    Style("QCFront", "QC Phần đầu", indent=False),
    Style("QCNote", "QC Ghi chú bản hợp nhất", italic=True, align="center", indent=False),
    Style("QCActList", "QC Danh mục văn bản hợp nhất"),
    Style(
        "QCPart",
        "QC Phần",
        "heading",
        True,
        align="center",
        indent=False,
        keep_next=True,
        before=240,
        outline=0,
    ),
    Style(
        "QCPartName", "QC Tên phần", "heading", True, align="center", indent=False, keep_next=True
    ),
    Style(
        "QCChapter",
        "QC Chương",
        "heading",
        True,
        align="center",
        indent=False,
        keep_next=True,
        before=240,
        outline=0,
    ),
    Style(
        "QCChapterName",
        "QC Tên chương",
        "heading",
        True,
        align="center",
        indent=False,
        keep_next=True,
    ),
    Style(
        "QCSection",
        "QC Mục",
        "heading",
        True,
        align="center",
        indent=False,
        keep_next=True,
        before=120,
        outline=1,
    ),
    Style(
        "QCSectionName", "QC Tên mục", "heading", True, align="center", indent=False, keep_next=True
    ),
    Style("QCArticle", "QC Điều", "heading", True, keep_next=True, before=60, outline=2),
    Style("QCArticleText", "QC Điều không tên"),
    Style("QCClause", "QC Khoản"),
    Style("QCPoint", "QC Điểm"),
    Style("QCBack", "QC Phần cuối", indent=False, align="left"),
    Style("QCTableText", "QC Chữ trong bảng", "table", align="left", indent=False),
    Style("QCFootnote", "QC Chú thích", "footnote", indent=False),
    Style("QCPageNumber", "QC Số trang", "page_number", align="center", indent=False),
)
_OF_PART = {
    Part.TITLE: "QCTitle",
    Part.HEAD: "QCFront",
    Part.FOOT: "QCBack",
    Part.STANDING: "QCNote",
    Part.ACTS: "QCActList",
}
_OF_SLOT = {Slot.FRONT: "QCFront", Slot.BACK: "QCBack"}


def style_of(paragraph: FlowParagraph) -> str:
    """Give the name of the style of a paragraph of one line, or of what stands for an object."""
    kind, part = paragraph.kind, paragraph.part
    if part in _OF_PART:
        return _OF_PART[part]
    if kind is None:
        return "QCTitle" if part is Part.REPEALED else _OF_SLOT[paragraph.slot]
    if part is Part.NAME and not paragraph.label:
        return HEADING_OF.get(kind, STYLE_OF[kind])
    if part is Part.WORDS and kind is UnitKind.ARTICLE and paragraph.label:
        return "QCArticleText"
    if paragraph.label:
        return STYLE_OF[kind]
    return "QCText"


def side_of(paragraph: FlowParagraph) -> str:
    """Give "center" or "right" where a paragraph differs from its style."""
    if paragraph.part is Part.TITLE and not paragraph.align and is_title(paragraph.text):
        return "center"
    return "" if paragraph.label else paragraph.align


def marks_of(paragraph: FlowParagraph) -> tuple[Mark, ...]:
    """Give the marks of a paragraph; the label of an article without a name is bold."""
    marks = paragraph.word_marks
    if paragraph.part is Part.WORDS and paragraph.kind is UnitKind.ARTICLE and paragraph.label:
        return (*marks, Mark(0, len(paragraph.label.rstrip()), "b"))
    return marks
