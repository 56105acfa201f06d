"""What styles say after all they are based on (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

import pytest
from lxml import etree

from quyche_app.reading.docx_fonts import FONT_MASK, FORMAT_BITS, FontTable
from quyche_app.reading.docx_styles import (
    BOLD,
    CAPITALS,
    HIDDEN,
    ITALIC,
    NOTHING_SAID,
    SUBSCRIPT,
    SUPERSCRIPT,
    UNDERLINE,
    NumberReference,
    RunFormat,
    Styles,
    alignment,
    number_reference,
    run_format,
)
from tests.reading.packages import element


def rpr(inside: str) -> etree._Element:
    return etree.fromstring(element("rPr", inside).encode())


def styles(*rows: str, defaults: str = "") -> Styles:
    head = f"<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults>"
    root = etree.fromstring(element("styles", head + "".join(rows)).encode())
    return Styles(root, FontTable({}))


def style(
    own: str, based: str = "", *, ppr: str = "", run: str = "", name: str = "", more: str = ""
) -> str:
    return (
        f'<w:style w:styleId="{own}" w:type="paragraph" {more}><w:name w:val="{name or own}"/>'
        f'{f"""<w:basedOn w:val="{based}"/>""" if based else ""}'
        f"<w:pPr>{ppr}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


_NUM = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("", NOTHING_SAID),
        ("<w:sz/>", NOTHING_SAID),
        ("<w:b/>", RunFormat(BOLD, BOLD)),
        ('<w:b w:val="0"/>', RunFormat(BOLD, 0)),
        ("<w:b/><w:i/>", RunFormat(BOLD | ITALIC, BOLD | ITALIC)),
        ('<w:b/><w:b w:val="0"/>', RunFormat(BOLD, 0)),
        ("<w:vanish/><w:caps/>", RunFormat(HIDDEN | CAPITALS, HIDDEN | CAPITALS)),
        ('<w:u w:val="single"/>', RunFormat(UNDERLINE, UNDERLINE)),
        ('<w:u w:val="none"/>', RunFormat(UNDERLINE, 0)),
        ('<w:vertAlign w:val="superscript"/>', RunFormat(SUPERSCRIPT | SUBSCRIPT, SUPERSCRIPT)),
        ('<w:vertAlign w:val="subscript"/>', RunFormat(SUPERSCRIPT | SUBSCRIPT, SUBSCRIPT)),
        ('<w:vertAlign w:val="baseline"/>', RunFormat(SUPERSCRIPT | SUBSCRIPT, 0)),
        (
            '<w:vertAlign w:val="superscript"/><w:vertAlign w:val="subscript"/>',
            RunFormat(SUPERSCRIPT | SUBSCRIPT, SUBSCRIPT),
        ),
        ('<w:rFonts w:ascii=".VnTime"/>', RunFormat(FONT_MASK, 1 << FORMAT_BITS)),
        ('<w:rFonts w:ascii="Arial"/>', RunFormat(FONT_MASK, 0)),
        ('<w:rStyle w:val="Đậm"/>', RunFormat(style="Đậm")),
    ],
)
def test_what_run_properties_say(inside: str, said: RunFormat) -> None:
    assert run_format(rpr(inside), FontTable({})) == said


@pytest.mark.parametrize(
    ("said", "below", "bits"),
    [
        (NOTHING_SAID, BOLD, BOLD),
        (RunFormat(BOLD, 0), BOLD | ITALIC, ITALIC),
        (RunFormat(BOLD, BOLD), ITALIC, BOLD | ITALIC),
    ],
)
def test_what_is_said_stands_above_what_holds(said: RunFormat, below: int, bits: int) -> None:
    assert said.over(below) == bits


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, None),
        ("center", "center"),
        ("right", "right"),
        ("end", "right"),
        ("both", ""),
        ("", ""),
    ],
)
def test_an_alignment(value: str | None, said: str | None) -> None:
    assert alignment(value) == said


@pytest.mark.parametrize(
    ("inside", "reference"),
    [
        ("", None),
        ("<w:numPr/>", NumberReference("", None)),
        (_NUM.format(2, 7), NumberReference("7", 2)),
        ('<w:numPr><w:numId w:val="7"/></w:numPr>', NumberReference("7", None)),
    ],
)
def test_the_numbering_of_a_paragraph(inside: str, reference: NumberReference | None) -> None:
    assert number_reference(rpr(inside)) == reference


def test_a_style_holds_what_those_below_it_say() -> None:
    made = styles(
        style("a", ppr='<w:jc w:val="center"/>' + _NUM.format(1, 5), run="<w:b/>"),
        style("b", "a", ppr='<w:numPr><w:ilvl w:val="2"/></w:numPr>', run="<w:i/>"),
        style("c", "b", ppr='<w:jc w:val="left"/>', run='<w:b w:val="0"/>'),
        defaults='<w:u w:val="single"/>',
    )
    a, b, c = (made.paragraph(name) for name in "abc")
    assert (a.align, b.align, c.align) == ("center", "center", "")
    assert (a.reference, a.owner) == (NumberReference("5", 1), "a")
    assert (b.reference, b.owner) == (NumberReference("5", 2), "b")
    assert (c.reference, c.owner) == (NumberReference("5", 2), "b")
    assert (a.bits, b.bits, c.bits) == (
        UNDERLINE | BOLD,
        UNDERLINE | BOLD | ITALIC,
        UNDERLINE | ITALIC,
    )
    assert (made.numbering_of("a"), made.numbering_of("x")) == ("5", "")


@pytest.mark.parametrize("said", ["1", "true", "on"])
def test_an_unknown_style_is_the_default_one_and_a_circle_ends(said: str) -> None:
    made = styles(
        style("a", ppr='<w:jc w:val="right"/>', more=f'w:default="{said}"'),
        style("x", "y", run="<w:b/>"),
        style("y", "x", run="<w:i/>"),
    )
    assert made.paragraph("").align == made.paragraph("không có").align == "right"
    assert made.paragraph("x").bits == BOLD | ITALIC
    assert Styles(None, FontTable({})).paragraph("").align == ""


@pytest.mark.parametrize(
    ("name", "is_contents"),
    [("toc 1", True), ("TOC Heading", True), ("Mục lục 2", True), ("toc", False), ("mục 1", False)],
)
def test_a_line_of_a_table_of_contents(name: str, is_contents: bool) -> None:
    assert styles(style("a", name=name)).paragraph("a").is_contents is is_contents


@pytest.mark.parametrize(
    ("below", "said", "bits"),
    [
        (0, RunFormat(style="đậm"), BOLD),
        (BOLD, RunFormat(style="đậm"), 0),
        (BOLD, RunFormat(BOLD, BOLD, "đậm"), BOLD),
        (UNDERLINE, RunFormat(style="gạch"), UNDERLINE),
        (0, RunFormat(style="gạch"), UNDERLINE),
        (BOLD, RunFormat(style="không có"), BOLD),
        (BOLD, RunFormat(ITALIC, ITALIC), BOLD | ITALIC),
    ],
    ids=[
        "bold style",
        "bold upon bold changes over",
        "said directly",
        "underline does not change over",
        "underline",
        "no such style",
        "no style",
    ],
)
def test_a_character_style_upon_a_paragraph(below: int, said: RunFormat, bits: int) -> None:
    made = styles(style("đậm", run="<w:b/>"), style("gạch", run='<w:u w:val="single"/>'))
    assert made.run_bits(below, said) == bits
