"""What a DOCX holds beside the words of its text, each thing with a digest."""

from __future__ import annotations

import pytest

from quyche_app.domain.beside import Beside, Part, TableShape
from quyche_app.domain.units import Cell, Paragraph, Table
from quyche_app.reading.docx_beside import read_beside
from quyche_app.reading.docx_names import TBL
from quyche_app.reading.package import open_package
from tests.reading.packages import cell, docx, members, p, relations, row, table, zipped


def beside(body: str, **parts: str | bytes) -> Beside:
    package = open_package("a.docx", docx(body, **parts))
    relations = package.relations("word/document.xml")
    return read_beside(package, relations, package.xml("word/document.xml"), ())


def things(body: str, **parts: str | bytes) -> list[tuple[Part, str]]:
    return [(thing.part, thing.digest) for thing in beside(body, **parts).things]


def run(inside: str, format: str = "") -> str:
    return f"<w:p><w:r><w:rPr>{format}</w:rPr>{inside}</w:r></w:p>"


_PNG = "<w:drawing><a:blip r:embed='r_image'/></w:drawing>"


@pytest.mark.parametrize(
    ("body", "parts", "found"),
    [
        (p("Lời."), {}, []),
        (run(_PNG), {"image": b"abc"}, [Part.PICTURES]),
        (run("<w:drawing><a:blip r:link='r9'/></w:drawing>"), {}, [Part.PICTURES]),
        (run("<w:drawing><a:blip/></w:drawing>"), {}, []),
        (run("<w:pict><v:imagedata r:id='r_image'/></w:pict>"), {"image": b"abc"}, [Part.PICTURES]),
        (
            run("<w:object><v:imagedata r:id='r_image'/><o:OLEObject r:id='r9'/></w:object>"),
            {"image": b"abc"},
            [Part.OBJECTS],
        ),
        (
            run("<w:object><v:imagedata r:id='r_image'/></w:object>"),
            {"image": b"a"},
            [Part.PICTURES],
        ),
        (
            run("<w:object><o:OLEObject ProgID='Equation.3' r:id='r9'/></w:object>"),
            {},
            [Part.FORMULAS],
        ),
        ("<w:p><m:oMath><m:t>x</m:t></m:oMath></w:p>", {}, [Part.FORMULAS]),
        (f"<w:p><w:ins>{run('<w:t>mới</w:t>')}</w:ins></w:p>", {}, [Part.TRACKED]),
        (f"<w:p><w:del>{run('<w:delText>cũ</w:delText>')}</w:del></w:p>", {}, [Part.TRACKED]),
        ("<w:p><w:ins/></w:p>", {}, []),
        (run("<w:t>x</w:t>", "<w:strike/>"), {}, [Part.STRUCK]),
        (run("<w:t>x</w:t>", "<w:dstrike/>"), {}, [Part.STRUCK]),
        (run("<w:t>x</w:t>", '<w:strike w:val="0"/>'), {}, []),
        (run("<w:t>x</w:t>", "<w:vanish/>"), {}, [Part.HIDDEN]),
        (run("", "<w:vanish/>"), {}, []),
        (p("x", "<w:rPr><w:vanish/></w:rPr>"), {}, []),
        ("<w:altChunk r:id='r9'/>", {}, [Part.FOREIGN]),
        ("<w:p><w:hyperlink r:id='r_image'/></w:p>", {"image": b"a"}, [Part.LINKS]),
        ("<w:p><w:hyperlink r:id='r9'/></w:p>", {}, []),
        (
            run(f"<w:pict><w:txbxContent>{p('Khung')}</w:txbxContent></w:pict>"),
            {},
            [Part.TEXT_BOXES],
        ),
        (run(f"<w:pict><w:txbxContent>{p()}</w:txbxContent></w:pict>"), {}, []),
        (
            run(
                f"<mc:AlternateContent><mc:Choice>{_PNG}</mc:Choice><mc:Fallback>{_PNG}</mc:Fallback></mc:AlternateContent>"
            ),
            {"image": b"abc"},
            [Part.PICTURES],
        ),
        (p("x"), {"comments": f"<w:comment>{p('Nên rõ')}</w:comment>"}, [Part.COMMENTS]),
    ],
)
def test_each_thing_is_of_one_part(
    body: str, parts: dict[str, str | bytes], found: list[Part]
) -> None:
    assert [part for part, _ in things(body, **parts)] == found


def test_equal_contents_have_equal_digests() -> None:
    one, other = things(run(_PNG), image=b"abc"), things(run(_PNG), image=b"abd")
    assert one == things(run(_PNG), image=b"abc")
    assert one != other


def _note(words: str, note_id: str = "3") -> str:
    return f'<w:footnote w:id="{note_id}">{p(words)}</w:footnote>'


_REFERENCE = run('<w:footnoteReference w:id="3"/>')


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        (_note("Xem thêm."), [Part.NOTES]),
        (
            _note("Khoản này được sửa đổi theo quy định tại khoản 1 Điều 1 của Quyết định số 5."),
            [Part.SOURCE_NOTES],
        ),
        (_note("Xem thêm.", "4"), []),
        ("", []),
    ],
    ids=["a note", "a note on the source", "another note", "no notes"],
)
def test_notes_are_those_that_the_text_refers_to(notes: str, found: list[Part]) -> None:
    assert [part for part, _ in things(_REFERENCE, footnotes=notes)] == found


_HEADER = '<w:sectPr><w:headerReference r:id="r_header"/></w:sectPr>'
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


@pytest.mark.parametrize(
    ("header", "count"),
    [
        (p("CÔNG BÁO"), 1),
        (p("Trang 5"), 0),
        (p("1/2"), 0),
        (p(), 0),
        ("<w:p><w:r><w:pict><v:shape><v:textpath string='MẬT'/></v:shape></w:pict></w:r></w:p>", 1),
        (f"<w:p>{_FIELD.format('begin')}<w:r><w:t>Tên</w:t></w:r>{_FIELD.format('end')}</w:p>", 0),
        ("<w:p><w:fldSimple><w:r><w:t>Tên</w:t></w:r></w:fldSimple></w:p>", 0),
    ],
    ids=[
        "words",
        "a page number",
        "of pages",
        "nothing",
        "a watermark",
        "a field",
        "a simple field",
    ],
)
def test_a_page_head_says_more_than_the_number_of_the_page(header: str, count: int) -> None:
    found = things(p("x") + _HEADER * 2, header=header)
    assert [part for part, _ in found] == [Part.PAGE_HEADS] * count


def test_page_heads_with_other_pictures_are_other_things() -> None:
    def heads(picture: bytes) -> list[tuple[Part, str]]:
        data = members(p("x") + _HEADER, header=run(_PNG), image=picture)
        data["word/_rels/header1.xml.rels"] = relations({"image": "/word/media/image1.png"})
        package = open_package("a.docx", zipped(data))
        own = package.relations("word/document.xml")
        found = read_beside(package, own, package.xml("word/document.xml"), ()).things
        return [(thing.part, thing.digest) for thing in found]

    assert [part for part, _ in heads(b"abc")] == [Part.PAGE_HEADS]
    assert heads(b"abc") == heads(b"abc")
    assert heads(b"abc") != heads(b"xyz")


# -- tables -----------------------------------------------------------------------------------------


def shape(body: str) -> TableShape:
    package = open_package("a.docx", docx(body))
    root = package.xml("word/document.xml")
    element = next(root.iter(TBL))
    words = Table(((Cell((Paragraph("STT"),)), Cell((Paragraph("Tên"),))),))
    (made,) = read_beside(package, {}, root, [(words, element)]).tables
    assert made.words == "STT | Tên"
    return made


_MERGE, _SPAN = '<w:vMerge w:val="{}"/>', '<w:gridSpan w:val="{}"/>'


@pytest.mark.parametrize(
    ("rows", "cells", "has_merged"),
    [
        ([row(cell(p()), cell(p()))], "1 1", False),
        ([row(cell(p(), head=_SPAN.format(2))), row(cell(p()), cell(p()))], "2/1 1", False),
        (
            [
                row(cell(p(), head=_MERGE.format("restart")), cell(p())),
                row(cell(p(), head=_MERGE.format("continue")), cell(p())),
                row(cell(p(), head="<w:vMerge/>"), cell(p())),
            ],
            "1 1/1+ 1/1+ 1",
            True,
        ),
        ([f"<w:sdt><w:sdtContent>{row(cell(p()))}</w:sdtContent></w:sdt>"], "1", False),
        ([f"<w:del>{row(cell(p()))}</w:del>", row(cell(p()))], "1", False),
    ],
    ids=["plain", "spans", "merged downwards", "in a control", "deleted"],
)
def test_how_cells_are_merged(rows: list[str], cells: str, has_merged: bool) -> None:
    made = shape(table(*rows))
    assert (made.cells, made.has_merged_rows, made.has_inner_table) == (cells, has_merged, False)


def test_a_table_in_a_cell_is_told() -> None:
    made = shape(table(row(cell(table(row(cell(p()), cell(p()))), p()))))
    assert (made.cells, made.has_inner_table) == ("1", True)


@pytest.mark.parametrize(
    ("grid", "widths"),
    [
        ("", ()),
        ('<w:gridCol w:w="2000"/><w:gridCol w:w="6000"/>', (25, 75)),
        ('<w:gridCol w:w="1"/><w:gridCol w:w="2"/>', (33, 67)),
        ('<w:gridCol w:w="0"/><w:gridCol w:w="6000"/>', ()),
        ('<w:gridCol/><w:gridCol w:w="6000"/>', ()),
    ],
)
def test_the_widths_of_columns(grid: str, widths: tuple[int, ...]) -> None:
    assert shape(table(f"<w:tblGrid>{grid}</w:tblGrid>", row(cell(p())))).widths == widths
    assert shape(table(row(cell(p())))).widths == ()
