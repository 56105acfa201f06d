"""A text as an OpenDocument file: its words and notes come back, its looks are named, same bytes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from lxml import etree

from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.beside import Beside, TableShape, table_words
from quyche_app.domain.flow import act_flow
from quyche_app.domain.operations import Footnote
from quyche_app.domain.units import Cell, Mark, Paragraph, Table, Unit, UnitKind
from quyche_app.services.outputs import prove, render
from quyche_app.writing.consolidated import ConsolidatedDocument, expected_lines
from quyche_app.writing.layout import load_profile
from quyche_app.writing.odt import MIMETYPE, odt_bytes, odt_lines, odt_notes
from tests.properties.strategies import trees


def document(act: Act, *notes: Footnote, source: Beside | None = None) -> ConsolidatedDocument:
    made = ConsolidatedDocument(act, notes, (), None, "dang", None, "")
    return made if source is None else replace(made, source=source)


def body(*units: Unit, front: tuple[Paragraph | Table, ...] = ()) -> Act:
    return Act(components=(Component("c", ComponentKind.BODY, front=front, units=units),))


def clause(*lead: Paragraph | Table) -> Unit:
    return Unit("u", UnitKind.CLAUSE, "1", "1. ", lead=lead)


def content(data: bytes, part: str = "content.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(part))


def attributes(element: etree._Element) -> dict[str, str]:
    """Give the attributes of an element without their namespaces."""
    return {etree.QName(str(name)).localname: str(value) for name, value in element.items()}


@given(trees())
def test_every_word_and_note_comes_back_and_the_bytes_are_the_same(act: Act) -> None:
    notes = [
        Footnote(unit.id, "", f"Chú thích {number}.", 1, number, slot)
        for number, (unit, slot) in enumerate(zip(act.units(), ["unit", "text"] * 99, strict=False))
    ]
    made = document(act, *notes)
    data = odt_bytes(made)
    assert data == odt_bytes(made)
    assert [line.split() for line in odt_lines(data) if line.strip(" |")] == [
        line.split() for line in expected_lines(made) if line.strip(" |")
    ]
    in_flow = [note.footnote.text for p in act_flow(act, notes) for note in p.notes]
    assert [words.strip() for words in odt_notes(data)] == in_flow
    assert prove(made, ".odt", data).is_true


def test_the_first_member_names_the_format_unpacked() -> None:
    data = odt_bytes(document(body(clause(Paragraph("Lời.")))))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype").decode() == MIMETYPE
        for name in ("content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"):
            etree.fromstring(archive.read(name))


@pytest.mark.parametrize("words", ["hai  dấu cách", "bậc\tsau", "A&B <c>", " đầu và cuối "])
def test_spaces_and_signs_stay_as_they_are(words: str) -> None:
    made = document(body(clause(Paragraph("Lời."), Paragraph(words))))
    assert odt_lines(odt_bytes(made))[1] == words


def test_bold_and_italic_letters_have_named_looks() -> None:
    act = body(clause(Paragraph("Lời đậm nghiêng.", (Mark(4, 7, "b"), Mark(8, 15, "i")))))
    root = content(odt_bytes(document(act)))
    spans = root.findall(".//{*}span")
    assert [span.text for span in spans] == ["đậm", "nghiêng"]
    looks = {
        style.get("{urn:oasis:names:tc:opendocument:xmlns:style:1.0}name"): dict(style[0].attrib)
        for style in root.findall(".//{*}automatic-styles/{*}style")
    }
    used = [
        looks[span.get("{urn:oasis:names:tc:opendocument:xmlns:text:1.0}style-name")]
        for span in spans
    ]
    assert [list(look.values()) for look in used] == [["bold"], ["italic"]]


def test_merged_cells_and_widths_of_the_source_are_drawn_again() -> None:
    def cell(words: str, span: int = 1) -> Cell:
        return Cell((Paragraph(words),), span)

    table = Table(((cell("A"), cell("B")), (cell(""), cell("C")), (cell("D", 2),)))
    shape = TableShape(table_words(table), "1 1/1+ 1/2", True, False, (30, 70))
    act = Act(
        components=(
            Component(
                "p", ComponentKind.APPENDIX, label="1", front=(Paragraph("PHỤ LỤC 1"), table)
            ),
        )
    )
    made = document(act, source=Beside(tables=(shape,)))
    data = odt_bytes(made)
    root = content(data)
    cells = root.findall(".//{*}table-cell")
    name = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}number-%s-spanned"
    assert [(c.get(name % "rows"), c.get(name % "columns")) for c in cells] == [
        ("2", None),
        (None, None),
        (None, None),
        (None, "2"),
    ]
    assert odt_lines(data)[1:] == ["A | B", " | C", "D"]
    assert prove(made, ".odt", data).is_true


def test_the_proof_sees_another_word_and_another_note() -> None:
    note = Footnote("u", "k1", "Khoản này được sửa đổi.", 1, 0)
    made = document(body(clause(Paragraph("Họp mỗi tháng."))), note)
    other = document(body(clause(Paragraph("Họp mỗi quý."))), note)
    verdict = prove(made, ".odt", render(other, ".odt"))
    assert not verdict.is_true
    forged = document(made.act, replace(note, text="Khoản này được bãi bỏ."))
    assert not prove(made, ".odt", render(forged, ".odt")).is_true
    assert not prove(made, ".odt", render(document(made.act), ".odt")).is_true


def test_notes_and_tables_are_numbered_from_one() -> None:
    words = Table(((Cell((Paragraph("A"),)),),))
    notes = [Footnote("u", "k1", text, 1, place) for place, text in enumerate(("Một.", "Hai."))]
    root = content(odt_bytes(document(body(clause(Paragraph("Lời."), words, words)), *notes)))
    assert [note.text for note in root.iter("{*}note-citation")] == ["1", "2"]
    assert [attributes(note)["id"] for note in root.iter("{*}note")] == ["ftn1", "ftn2"]
    assert [attributes(table)["name"] for table in root.iter("{*}table")] == ["Bang1", "Bang2"]


def test_the_words_of_all_pages_begin_at_the_same_height() -> None:
    margins = load_profile("dang").margins_mm
    styles = content(odt_bytes(document(body(clause(Paragraph("Lời."))))), "styles.xml")
    pages = {
        attributes(layout)["name"]: (
            attributes(layout[0])["margin-top"],
            [
                attributes(header)["min-height"]
                for header in layout.iter("{*}header-footer-properties")
            ],
        )
        for layout in styles.iter("{*}page-layout")
    }
    header = margins["header"]
    assert pages == {
        "FirstPage": (f"{margins['top']}mm", []),
        "Page": (f"{header}mm", [f"{margins['top'] - header}mm"]),
    }


@pytest.mark.parametrize(
    ("style", "above", "is_set_apart"),
    [
        ("QCText", 0, True),
        ("QCArticle", 3, True),
        ("QCChapter", 12, True),
        ("QCFootnote", 0, False),
    ],
)
def test_the_space_around_a_paragraph(style: str, above: float, is_set_apart: bool) -> None:
    styles = content(odt_bytes(document(body(clause(Paragraph("Lời."))))), "styles.xml")
    (named,) = (each for each in styles.iter("{*}style") if attributes(each)["name"] == style)
    space = attributes(named[0])
    below = load_profile("dang").space_after_pt if is_set_apart else 0
    assert float(space["margin-top"].removesuffix("pt")) == above
    assert float(space["margin-bottom"].removesuffix("pt")) == below


def test_files_in_the_package_may_be_read_by_all_and_written_by_their_owner() -> None:
    data = odt_bytes(document(body(clause(Paragraph("Lời.")))))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.external_attr >> 16 for info in archive.infolist()} == {0o644}


def test_a_cell_that_goes_on_from_above_beside_a_wide_one_is_empty() -> None:
    def cell(words: str, span: int = 1) -> Cell:
        return Cell((Paragraph(words),), span)

    table = Table(((cell("A", 2), cell("B")), (cell("C", 2), cell(""))))
    shape = TableShape(table_words(table), "2 1/2 1+", True, False, (30, 30, 40))
    source = Beside(tables=(shape,))
    data = odt_bytes(document(body(clause(Paragraph("Bảng:"), table)), source=source))
    assert odt_lines(data)[1:] == ["A | B", "C | "]
