"""The words of one paragraph: runs, fields, tracked changes, breaks, notes, pictures."""

from __future__ import annotations

import pytest
from lxml import etree

from quyche_app.reading.docx_fonts import FORMAT_BITS, FontTable
from quyche_app.reading.docx_runs import BREAK, Content, RunReader, Thing, graphic_content
from quyche_app.reading.docx_styles import BOLD, CAPITALS, ITALIC, SIGN, Styles
from tests.reading.packages import element


def reader(*, is_accepted: bool = True) -> RunReader:
    return RunReader(Styles(None, FontTable({})), is_accepted=is_accepted)


def children(inside: str) -> list[etree._Element]:
    return list(etree.fromstring(element("p", inside).encode()))


def r(inside: str, format: str = "") -> str:
    return f"<w:r><w:rPr>{format}</w:rPr>{inside}</w:r>"


def t(words: str) -> str:
    return f"<w:t>{words}</w:t>"


def content(inside: str, *, is_accepted: bool = True, base: int = 0) -> Content:
    return reader(is_accepted=is_accepted).read(children(inside), base)


def words(inside: str, *, is_accepted: bool = True) -> str:
    return "".join(text for text, _ in content(inside, is_accepted=is_accepted).pieces)


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (r(t("Họp")), "Họp"),
        (r(t("Họp") + "<w:tab/>" + t("ban")), "Họp\tban"),
        (r("<w:ptab/>"), "\t"),
        (r("<w:br/>") + r("<w:cr/>"), BREAK * 2),
        (r(t("a") + "<w:noBreakHyphen/>" + t("b")), "a-b"),
        (r("<w:softHyphen/>"), "\u00ad"),
        (r('<w:sym w:font="Wingdings" w:char="F0FC"/>'), "✓"),
        (r('<w:sym w:font="Wingdings" w:char="F000"/>'), "\ufffd"),
        (f"<w:hyperlink>{r(t('Họp'))}</w:hyperlink>", "Họp"),
        (f"<w:sdt><w:sdtContent>{r(t('Họp'))}</w:sdtContent></w:sdt>", "Họp"),
        (f"<w:smartTag><w:customXml>{r(t('Họp'))}</w:customXml></w:smartTag>", "Họp"),
        (f"<w:bdo><w:dir>{r(t('Họp'))}</w:dir></w:bdo>", "Họp"),
        (f"<w:ruby><w:rt>{r(t('x'))}</w:rt><w:rubyBase>{r(t('Họp'))}</w:rubyBase></w:ruby>", "Họp"),
        (f"<w:other>{r(t('x'))}</w:other>", ""),
        (r("<w:other/>" + t("")), ""),
        (
            f"<mc:AlternateContent><mc:Choice>{r(t('a'))}</mc:Choice><mc:Fallback>{r(t('b'))}</mc:Fallback></mc:AlternateContent>",
            "a",
        ),
        ("<mc:AlternateContent/>", ""),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
    ],
)
def test_the_words_of_a_paragraph(inside: str, text: str) -> None:
    assert words(inside) == text


_FIELD = '<w:fldChar w:fldCharType="{}"/>'


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (
            r(_FIELD.format("begin"))
            + r(t("PAGE"))
            + r(_FIELD.format("separate"))
            + r(t("5"))
            + r(_FIELD.format("end"))
            + r(t(" trang")),
            "5 trang",
        ),
        (r(_FIELD.format("begin")) + r(t("x")) + r(_FIELD.format("end")) + r(t("y")), "y"),
        (r(_FIELD.format("begin")) + r(t("x") + "<w:tab/>"), ""),
        (r(_FIELD.format("end")) + r(_FIELD.format("separate")) + r(t("x")), "x"),
        (
            r(_FIELD.format("begin"))
            + r(_FIELD.format("separate"))
            + r(_FIELD.format("begin"))
            + r(t("x"))
            + r(_FIELD.format("end"))
            + r(t("y"))
            + r(_FIELD.format("end")),
            "y",
        ),
        (f"<w:fldSimple>{r(t('5'))}</w:fldSimple>", "5"),
    ],
    ids=["result", "no result", "never ends", "never began", "inside a result", "simple"],
)
def test_a_field_gives_its_result(inside: str, text: str) -> None:
    assert words(inside) == text


def test_an_unclosed_field_does_not_eat_the_next_paragraph() -> None:
    made = reader()
    made.read(children(r(_FIELD.format("begin"))), 0)
    assert made.read(children(r(t("x"))), 0).pieces == [("x", 0)]


@pytest.mark.parametrize("tag", ["ins", "del", "moveFrom", "moveTo"])
def test_tracked_changes_are_counted_and_one_side_is_read(tag: str) -> None:
    inside = f"<w:{tag}>{r(t('a') + '<w:delText>b</w:delText>')}</w:{tag}>"
    is_new = tag in ("ins", "moveTo")
    for is_accepted in (True, False):
        made = reader(is_accepted=is_accepted)
        read = made.read(children(inside), 0)
        assert made.change_count == 1
        assert bool(read.pieces) is (is_new is is_accepted)


@pytest.mark.parametrize(
    ("format", "is_accepted", "bits"),
    [
        ("<w:b/>", True, BOLD),
        ("", True, 0),
        ("<w:b/><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange>", True, BOLD),
        ("<w:b/><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange>", False, ITALIC),
        ("<w:b/><w:rPrChange/>", False, 0),
        ("<w:b/>", False, BOLD),
    ],
)
def test_the_format_of_each_side(format: str, is_accepted: bool, bits: int) -> None:
    read = content(r(t("a"), format), is_accepted=is_accepted)
    assert read.pieces == [("a", bits)]


def test_a_run_begins_with_the_bits_of_its_paragraph() -> None:
    inside = r(t("a"), "<w:i/>") + r(t("b")) + r(t("c"), '<w:b w:val="0"/>')
    assert content(inside, base=BOLD).pieces == [("a", BOLD | ITALIC), ("b", BOLD), ("c", 0)]


def test_hidden_words_are_counted_and_left_out() -> None:
    made = reader()
    inside = r(t("a") + "<w:tab/>", "<w:vanish/>") + r(t("b"))
    assert made.read(children(inside), 0).pieces == [("b", 0)]
    assert made.hidden_count == 1


@pytest.mark.parametrize(
    ("inside", "flags"),
    [
        (r(t("a")), (False, False, False)),
        (r("<w:br/>"), (True, False, False)),
        (r(t("a"), "<w:caps/>"), (False, True, False)),
        (r(t("a"), '<w:rFonts w:ascii=".VnTime"/>'), (False, False, True)),
        (r('<w:sym w:font=".VnTime" w:char="F0B5"/>'), (False, False, True)),
    ],
    ids=["plain", "a break", "capitals", "an old font", "a sign of an old font"],
)
def test_what_the_pieces_are_told_to_hold(inside: str, flags: tuple[bool, bool, bool]) -> None:
    read = content(inside)
    assert (read.has_break, read.has_capitals, read.is_old) == flags


def test_a_sign_has_a_font_of_its_own() -> None:
    inside = '<w:sym w:font="Symbol" w:char="F0B4"/>' + t("a")
    read = content(r(inside, '<w:b/><w:rFonts w:ascii=".VnTime"/>'))
    old = 1 << FORMAT_BITS
    assert read.pieces == [("×", BOLD | SIGN), ("a", BOLD | old)]
    assert content(r('<w:sym w:font=".VnTime" w:char="F0B5"/>')).pieces == [("µ", old)]


def test_unknown_symbols_are_counted() -> None:
    made = reader()
    made.read(children(r('<w:sym w:font="Wingdings" w:char="F000"/>') * 2), 0)
    assert made.unknown_symbols == 2


@pytest.mark.parametrize(
    ("mark", "text"),
    [("", "*sau"), ('w:customMarkFollows="1"', "sau"), ('w:customMarkFollows="off"', "*sau")],
)
def test_notes_are_referred_to_and_their_own_marks_are_no_words(mark: str, text: str) -> None:
    note = f'<w:footnoteReference w:id="3" {mark}/>'
    inside = r(note + t("*")) + r(t("sau")) + r('<w:endnoteReference w:id="4"/>')
    assert content(inside).notes == (("footnote", "3"), ("endnote", "4"))
    assert words(inside) == text


def test_a_formula_leaves_its_letters_and_itself() -> None:
    read = content("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", base=BOLD)
    assert read.pieces == [("x", BOLD)]
    assert [(thing.kind, thing.relation) for thing in read.things] == [("công thức", "")]
    assert read.has_hanging


@pytest.mark.parametrize(
    ("inside", "found", "boxes"),
    [
        ('<a:blip r:embed="r1"/>', [("hình", "r1")], 0),
        ("<a:blip/>", [], 0),
        ('<v:imagedata r:id="r2"/>', [("hình", "r2")], 0),
        ("<v:imagedata/>", [], 0),
        ('<o:OLEObject ProgID="Excel.Sheet" r:id="r3"/>', [("đối tượng nhúng", "r3")], 0),
        ('<o:OLEObject ProgID="Equation.3" r:id="r3"/>', [("công thức", "r3")], 0),
        ('<v:imagedata r:id="r2"/><o:OLEObject r:id="r3"/>', [("đối tượng nhúng", "r3")], 0),
        ('<a:blip r:embed="r1"/><a:blip r:embed="r2"/>', [("hình", "r1"), ("hình", "r2")], 0),
        ('<w:txbxContent><a:blip r:embed="r1"/></w:txbxContent>', [], 1),
        (
            "<mc:AlternateContent><mc:Choice><w:txbxContent/></mc:Choice>"
            "<mc:Fallback><w:txbxContent/></mc:Fallback></mc:AlternateContent>",
            [],
            1,
        ),
        (
            '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="r5"/>',
            [("biểu đồ", "r5")],
            0,
        ),
    ],
)
def test_what_a_drawing_holds(inside: str, found: list[tuple[str, str]], boxes: int) -> None:
    drawing = etree.fromstring(element("drawing", f"<w:x>{inside}</w:x>").encode())
    held, things = graphic_content(drawing)
    assert [(thing.kind, thing.relation) for thing in things] == found
    assert len(held) == boxes
    read = content(r(f"<w:drawing>{inside}</w:drawing>"))
    assert (len(read.boxes), len(read.things)) == (boxes, len(found))


def test_the_content_of_the_next_paragraph_goes_behind() -> None:
    box = etree.Element("x")
    one, two = Content([("a", 0)]), Content([("b", CAPITALS)])
    assert not one.has_hanging
    two.boxes, two.things, two.notes = (box,), (Thing("hình", "r1", box),), (("footnote", "1"),)
    two.has_break = two.has_capitals = two.is_old = True
    one.absorb(two)
    assert one == Content(
        [("a", 0), ("b", CAPITALS)], (box,), two.things, (("footnote", "1"),), True, True, True
    )
    one.absorb(Content([]))
    assert (one.has_break, one.has_capitals, one.is_old) == (True, True, True)
