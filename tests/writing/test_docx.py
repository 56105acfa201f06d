"""The consolidated Word file: what it holds, that it reads back, that others open it."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from quyche_app.domain.acts import Component, ComponentKind
from quyche_app.domain.beside import Beside, TableShape, table_words
from quyche_app.domain.errors import WritingError
from quyche_app.domain.operations import Consolidation
from quyche_app.domain.units import Opaque, Paragraph
from quyche_app.resources_folder import sample_file
from quyche_app.services.consolidate import consolidate_files
from quyche_app.services.outputs import document_of, prove, render, write_document
from quyche_app.writing.docx import docx_bytes
from quyche_app.writing.layout import load_profile, profile_for
from tests.making import article, clause, component, table
from tests.writing.libreoffice import pdf_of
from tests.writing.made import body, document, note


@pytest.fixture(scope="module")
def sample() -> Consolidation:
    return consolidate_files(sample_file("quy-che.docx"), [sample_file("quyet-dinh-3868.docx")])


def _part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


TABLE = table(("Ngày", "Việc"), ("Thứ hai", "Họp"))
SHAPES = Beside(tables=(TableShape(table_words(TABLE), "1 1/1 1", False, False, (20, 80)),))


@pytest.mark.parametrize(
    ("made", "style", "widths"),
    [
        (component(ComponentKind.BODY, front=(TABLE,)), "QCPlainTable", ["3600", "5750"]),
        (component(ComponentKind.APPENDIX, front=(TABLE,)), "QCTable", ["1870", "7480"]),
        (component(ComponentKind.BODY, back=(TABLE,)), "QCPlainTable", ["4675", "4675"]),
        (
            component(ComponentKind.BODY, article("1", "Họp", lead=(TABLE,))),
            "QCTable",
            ["1870", "7480"],
        ),
    ],
    ids=["head", "head of an appendix", "foot", "of the text"],
)
def test_a_table_is_drawn_as_its_place_asks(made: Component, style: str, widths: list[str]) -> None:
    words = _part(docx_bytes(document(made, source=SHAPES)), "word/document.xml")
    assert re.findall(r'<w:tblStyle w:val="(\w+)"', words) == [style]
    assert re.findall(r'<w:gridCol w:w="(\d+)"', words) == widths


def test_paragraphs_stand_in_their_styles_and_a_component_on_a_page_of_its_own() -> None:
    first = component(ComponentKind.BODY, article("1", "Họp\nvà bàn", clause("1", "Lời.")))
    second = component(
        ComponentKind.APPENDIX, front=(Paragraph("PHỤ LỤC"), Opaque("h", ""), Paragraph("Mẫu"))
    )
    words = _part(docx_bytes(document(first, second)), "word/document.xml")
    assert re.findall(r'<w:pStyle w:val="(\w+)"', words) == [
        "QCArticle",
        "QCArticle",
        "QCClause",
        "QCTitle",
        "QCFront",
    ]
    assert words.count("<w:pageBreakBefore/>") == 1
    title = re.search(r"<w:p>(?:(?!<w:p>).)*PHỤ LỤC", words)
    assert title is not None
    assert "<w:pageBreakBefore/>" in title[0]
    assert '<w:jc w:val="center"/>' in title[0]


def test_notes_are_numbered_as_their_numbers_stand() -> None:
    notes = (note("clause-1", "Khoản."), note("article-1", "Điều."))
    data = docx_bytes(document(body(), notes=notes))
    listed = re.findall(r"> ([^<]+)</w:t>", _part(data, "word/footnotes.xml"))
    assert listed == ["Điều.", "Khoản."]


def test_every_note_is_a_real_footnote_numbered_in_the_order_of_the_text(
    sample: Consolidation,
) -> None:
    data = docx_bytes(document_of(sample))
    used = [
        int(n)
        for n in re.findall(r'footnoteReference w:id="(\d+)"', _part(data, "word/document.xml"))
    ]
    notes = re.findall(r'<w:footnote w:id="(\d+)">', _part(data, "word/footnotes.xml"))
    assert used == list(range(1, len(sample.footnotes) + 1))
    assert len(notes) == len(used)


def test_reading_the_file_back_gives_every_word_that_was_meant(sample: Consolidation) -> None:
    document = document_of(sample)
    for suffix in (".docx", ".odt", ".txt", ".html", ".json"):
        verdict = prove(document, suffix, render(document, suffix))
        assert verdict.is_true, verdict.differences


def test_a_file_with_a_changed_word_does_not_pass_its_proof(sample: Consolidation) -> None:
    document = document_of(sample)
    for suffix in (".txt", ".html", ".json"):
        data = render(document, suffix).replace("Phạm vi".encode(), "Giới hạn".encode())
        assert not prove(document, suffix, data).is_true


def test_the_same_text_gives_the_same_bytes(sample: Consolidation) -> None:
    assert docx_bytes(document_of(sample)) == docx_bytes(document_of(sample))


def test_a_party_text_is_called_an_internal_copy_and_never_a_certified_consolidation(
    sample: Consolidation,
) -> None:
    words = _part(docx_bytes(document_of(sample)), "word/document.xml")
    assert "Bản hợp nhất nội bộ, theo Quyết định số 3868-QĐ/TU, ngày 05/7/2018" in words
    assert "XÁC THỰC" not in words
    assert "văn bản minh họa" in words.lower()


def test_a_repealed_clause_keeps_its_number_with_the_note_behind_its_stop(
    sample: Consolidation,
) -> None:
    body = _part(docx_bytes(document_of(sample)), "word/document.xml")
    assert re.search(
        r">3\.</w:t></w:r><w:r><w:rPr><w:rStyle[^>]*/></w:rPr><w:footnoteReference "
        r'w:id="\d+"/></w:r><w:r><w:t xml:space="preserve"> \(được bãi bỏ\)',
        body,
    )


def test_pages_have_numbers_except_the_first_and_the_margins_of_the_profile(
    sample: Consolidation,
) -> None:
    data = docx_bytes(document_of(sample))
    body = _part(data, "word/document.xml")
    assert "<w:titlePg/>" in body
    assert 'w:right="850"' in body  # 15 mm, HD 05 IV.4.1
    assert "PAGE" in _part(data, "word/header1.xml")
    assert profile_for(sample.act) == "dang"
    assert load_profile("nha-nuoc").first_line_mm == 12.7


def test_an_unknown_layout_or_ending_is_refused_with_the_known_ones_named(
    sample: Consolidation, tmp_path: Path
) -> None:
    with pytest.raises(WritingError, match="dang, nha-nuoc"):
        docx_bytes(document_of(sample, profile="khong-co"))
    with pytest.raises(WritingError, match=r"\.docx"):
        write_document(document_of(sample), tmp_path / "x.rtf")


def test_an_existing_file_is_replaced_only_when_the_person_says_so(
    sample: Consolidation, tmp_path: Path
) -> None:
    path = tmp_path / "x.txt"
    path.write_text("cũ", encoding="utf-8")
    with pytest.raises(WritingError, match="--force"):
        write_document(document_of(sample), path)
    assert path.read_text(encoding="utf-8") == "cũ"
    write_document(document_of(sample), path, force=True)
    assert "Điều 14a" in path.read_text(encoding="utf-8")
    assert [p.name for p in tmp_path.iterdir()] == ["x.txt"]


def test_validators_find_nothing_in_the_file(sample: Consolidation, tmp_path: Path) -> None:
    file = tmp_path / "x.docx"
    file.write_bytes(docx_bytes(document_of(sample)))
    assert_clean(file)


def assert_clean(file: Path) -> None:
    """Both validators look for different things (docs/libraries.md 5.3)."""
    from ooxml_integrity import check
    from openxml_audit import OpenXmlValidator

    found = OpenXmlValidator().validate(str(file))
    assert found.is_valid, [str(e) for e in found.errors][:5]
    assert not [f for f in check(str(file)) if f]


def test_libreoffice_opens_the_file_and_prints_the_notes_on_their_pages(
    sample: Consolidation, tmp_path: Path
) -> None:
    file = tmp_path / "x.docx"
    file.write_bytes(docx_bytes(document_of(sample)))
    pdf = pdf_of(file, tmp_path)
    if shutil.which("pdftotext") is None:
        pytest.skip("cần poppler-utils")
    words = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True)
    text = " ".join(words.stdout.split())
    assert "Điều 14a" in text
    assert "Khoản này được sửa đổi, bổ sung theo quy định tại khoản 1 Điều 1 của Quyết định" in text
