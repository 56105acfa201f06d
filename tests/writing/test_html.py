"""A text as one page: classes of paragraphs, marks, linked notes."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from quyche_app.domain.acts import Component, ComponentKind
from quyche_app.domain.units import Cell, Mark, Opaque, Paragraph, Table
from quyche_app.writing.html import html_bytes
from tests.making import article, chapter, clause, component, table
from tests.writing.made import PARTY_ACT, body, document, note


def page_of(*components: Component, **rest: Any) -> html.HtmlElement:
    return html.document_fromstring(html_bytes(document(*components, **rest)).decode())


def classes(page: html.HtmlElement) -> dict[str, str | None]:
    """Give the words of each paragraph with its class."""
    return {p.text_content(): p.get("class") for p in page.iter("p")}


def inside(paragraph: Paragraph) -> str:
    """Give what is written between the ends of a paragraph."""
    made = html_bytes(document(component(ComponentKind.BODY, front=(paragraph,)))).decode()
    return made.partition("<section>")[2].partition(">")[2].partition("</p>")[0]


@pytest.mark.parametrize(
    ("marks", "written"),
    [
        ((), "Họp &amp; &lt;bàn&gt;"),
        ((Mark(0, 3, "b"),), "<b>Họp</b> &amp; &lt;bàn&gt;"),
        ((Mark(6, 11, "i"),), "Họp &amp; <i>&lt;bàn&gt;</i>"),
        (
            (Mark(0, 5, "u"), Mark(4, 11, "b")),
            "<u>Họp </u><b><u>&amp;</u></b><b> &lt;bàn&gt;</b>",
        ),
        ((Mark(0, 3, "sup"),), "<sup>Họp</sup> &amp; &lt;bàn&gt;"),
        ((Mark(0, 3, "sub"),), "<sub>Họp</sub> &amp; &lt;bàn&gt;"),
    ],
    ids=["none", "at the start", "at the end", "crossing", "raised", "lowered"],
)
def test_marks_are_elements_that_never_cross(marks: tuple[Mark, ...], written: str) -> None:
    assert inside(Paragraph("Họp & <bàn>", marks)) == written


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (Paragraph("QUY CHẾ"), "front"),
        (Paragraph("TỈNH ỦY"), "front"),
        (Paragraph("Căn cứ Điều lệ;"), ""),
        (Paragraph("làm việc", (), "center"), "front"),
        (Paragraph("(Ban hành kèm theo)", (), "center"), "note"),
        (Paragraph("(Ban hành kèm theo)"), ""),
    ],
    ids=["title", "capitals", "grounds", "in the middle", "in brackets", "in brackets, left"],
)
def test_the_class_of_a_line_of_the_head(line: Paragraph, kind: str) -> None:
    page = page_of(component(ComponentKind.BODY, front=(line,)))
    assert classes(page) == {line.text: kind}


def test_the_class_of_a_line_of_the_text() -> None:
    unnamed = article("2", None, lead=(Paragraph("Lời."),))
    units = (
        chapter("I", article("1", "Họp", clause("1", "Lời một.")), heading="CHUNG"),
        chapter("II", unnamed, repealed=True),
        chapter("III", unnamed, lead=(Paragraph("Lời chương."),)),
        article("4", lead=()),
    )
    made = component(ComponentKind.BODY, *units, back=(Paragraph("Nơi nhận"),))
    assert classes(page_of(made, draft_name="Dự thảo")) == {
        "(Dự thảo; chưa ban hành, chưa có hiệu lực)": "note",
        "Chương I": "group",
        "CHUNG": "group",
        "Điều 1. Họp": "article",
        "1. Lời một.": "",
        "Chương II (được bãi bỏ)": "",
        "Chương III": "group",
        "Lời chương.": "",
        "Điều 2. Lời.": "",
        "Điều 4.": "",
        "Nơi nhận": "plain",
    }


def test_lines_of_acts_are_plain_paragraphs() -> None:
    first, *listed = classes(page_of(body(), amended_by=(PARTY_ACT,))).values()
    assert (first, listed[:2]) == ("note", ["", ""])


def test_a_note_and_its_number_lead_to_each_other() -> None:
    notes = (note("article-1", "Điều & này"), note("clause-1", "Khoản này"))
    page = page_of(body(), notes=notes)
    assert [(one.get("id"), one[0].get("href"), one[0].text) for one in page.iter("sup")] == [
        ("r1", "#n1", "1"),
        ("r2", "#n2", "2"),
    ]
    listed = page.find_class("notes")[0].findall("li")
    assert [(one.get("id"), one.text, one[0].get("href")) for one in listed] == [
        ("n1", "Điều & này ", "#r1"),
        ("n2", "Khoản này ", "#r2"),
    ]
    assert classes(page)["1.2 Họp mỗi tháng."] == ""


def test_a_text_without_notes_has_no_list_of_them() -> None:
    assert page_of(body()).find_class("notes") == []


def test_a_component_begins_a_section() -> None:
    appendix = component(ComponentKind.APPENDIX, article("2", "Mẫu"), front=(Paragraph("PHỤ LỤC"),))
    sections = page_of(body(), appendix).findall("body/section")
    assert [one.find("p").text for one in sections] == ["Điều 1. Họp", "PHỤ LỤC"]


@pytest.mark.parametrize(
    ("made", "frame"),
    [
        (component(ComponentKind.BODY, front=(table(("a", "b")),)), "frame"),
        (component(ComponentKind.APPENDIX, front=(table(("a", "b")),)), ""),
        (component(ComponentKind.BODY, back=(table(("a", "b")),)), "frame foot"),
        (component(ComponentKind.BODY, article("1", "Họp", tail=(table(("a", "b")),))), ""),
    ],
    ids=["head", "head of an appendix", "foot", "of the text"],
)
def test_the_frame_of_a_table(made: Component, frame: str) -> None:
    (one,) = page_of(made).iter("table")
    assert one.get("class") == frame
    assert [(td.get("colspan"), td.find("p").text) for td in one.iter("td")] == [
        ("1", "a"),
        ("1", "b"),
    ]


def test_what_stands_for_a_picture_and_cells_over_columns() -> None:
    inner = Cell((table(("x",)), Opaque("h", "[<hình>]"), Opaque("h", "")), span=3)
    page = page_of(component(ComponentKind.BODY, front=(Table(((inner,),)),)))
    outer, _ = page.iter("td")
    assert outer.get("colspan") == "3"
    assert [p.text for p in page.iter("p")] == ["x", "[<hình>]"]


@pytest.mark.parametrize(
    ("fields", "name"),
    [({}, "Văn bản"), ({"kind": "Quy chế", "title": "<A>"}, "Quy chế <A>")],
    ids=["no name", "a name"],
)
def test_the_name_of_the_page(fields: dict[str, str], name: str) -> None:
    assert page_of(body(), **fields).find(".//title").text == name
