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
from quyche_app.writing.odt import MIMETYPE, odt_bytes, odt_lines, odt_notes
from tests.properties.strategies import trees


def document(act: Act, *notes: Footnote, source: Beside | None = None) -> ConsolidatedDocument:
    made = ConsolidatedDocument(act, notes, (), None, "dang", None, "")
    return made if source is None else replace(made, source=source)


def body(*units: Unit, front: tuple[Paragraph | Table, ...] = ()) -> Act:
    return Act(components=(Component("c", ComponentKind.BODY, front=front, units=units),))


def clause(*lead: Paragraph | Table) -> Unit:
    return Unit("u", UnitKind.CLAUSE, "1", "1. ", lead=lead)


def content(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("content.xml"))


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
