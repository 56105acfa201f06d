"""Elements of a Word file: escaped, in schema order, each a new one."""

from __future__ import annotations

from lxml import etree

from quyche_app.domain.units import Cell, Mark, Opaque, Paragraph, Table
from quyche_app.writing.ooxml.blocks import block_element, table_element
from quyche_app.writing.ooxml.elements import (
    Element,
    marked_runs,
    name,
    paragraph,
    root,
    run,
    tracked,
    w,
)


def _xml(*elements: Element) -> str:
    """The elements as they stand in a part, without its root."""
    written = etree.tostring(root("body", *elements), encoding="unicode")
    return written.partition(">")[2].removesuffix("</w:body>")


def _tags(element: Element) -> list[str]:
    return [str(child.tag).partition("}")[2] for child in element]


def test_words_are_escaped_and_characters_that_xml_forbids_go() -> None:
    assert _xml(run(" <A> & \x00B ")) == (
        '<w:r><w:t xml:space="preserve"> &lt;A&gt; &amp; B </w:t></w:r>'
    )


def test_runs_are_cut_where_marks_begin_and_end() -> None:
    runs = marked_runs("một hai ba", [Mark(0, 7, "b"), Mark(4, 10, "u")])
    assert ["".join(one.itertext()) for one in runs] == ["một ", "hai", " ba"]
    assert [_tags(one[0]) for one in runs] == [["b"], ["b", "u"], ["u"]]
    assert marked_runs("", [Mark(0, 0, "b")]) == marked_runs("") == []


def test_the_properties_of_a_paragraph_stand_in_the_order_of_the_schema() -> None:
    mark = tracked("ins", 1, "A", "2020-01-02T00:00:00Z")
    made = paragraph([], "QCText", align="center", break_before=True, rule=9, mark=mark)
    assert _tags(made[0]) == ["pStyle", "pageBreakBefore", "pBdr", "ind", "jc", "rPr"]


def test_a_paragraph_gets_nothing_from_one_with_the_same_look() -> None:
    mark = tracked("del", 1, "A", "2020-01-02T00:00:00Z")
    first = paragraph([run("Một.")], "QCText", mark=mark)
    second = paragraph([], "QCText")
    assert _tags(first) == ["pPr", "r"]
    assert _xml(second) == '<w:p><w:pPr><w:pStyle w:val="QCText"/></w:pPr></w:p>'


def test_deleted_words_have_a_text_of_another_name_and_the_author_is_escaped() -> None:
    made = tracked("del", 7, 'A & "B"', "2020-01-02T00:00:00Z", [run("cũ")])
    assert made.get(name("author")) == 'A & "B"'
    assert _tags(made[0]) == ["delText"]
    assert _tags(tracked("ins", 8, "A", "2020-01-02T00:00:00Z", [run("mới")])[0]) == ["t"]


def test_a_cell_ends_with_a_paragraph_whatever_stands_in_it() -> None:
    inner = Table(((Cell((Paragraph("trong"),)),),))
    made = table_element(Table(((Cell((inner,)), Cell(())),)))
    first, second = made.iterchildren(name("tr")).__next__().iterchildren(name("tc"))
    assert _tags(first) == ["tcPr", "tbl", "p"]
    assert _tags(second) == ["tcPr", "p"]


def test_what_stands_for_a_picture_is_its_words_or_nothing() -> None:
    assert block_element(Opaque("", ""), "QCText") is None
    made = block_element(Opaque("", "[hình]"), "QCText")
    assert made is not None
    assert "".join(made.itertext()) == "[hình]"


def test_attributes_bear_the_prefix_of_the_format() -> None:
    assert _xml(w("jc", val="center")) == '<w:jc w:val="center"/>'
