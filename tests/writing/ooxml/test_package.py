"""The package of a Word file as a stranger's reader, python-docx, finds it; and what builds it."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm

from quyche_app.writing.layout import load_profile
from quyche_app.writing.named_styles import STYLES
from quyche_app.writing.ooxml.elements import marked_runs, paragraph, w
from quyche_app.writing.ooxml.package import build_package


def _data(*lines: str, title: str = "", notes: tuple[str, ...] = (), head: str = "") -> bytes:
    body = w("body", *(paragraph(marked_runs(line), "QCText") for line in lines))
    return build_package(
        body, profile=load_profile("dang"), footnotes=notes, title=title, first_head=head
    )


def _opened(data: bytes) -> Document:
    return docx.Document(BytesIO(data))


def test_the_page_is_a4_with_the_margins_of_the_profile() -> None:
    (section,) = _opened(_data("Lời.")).sections
    assert section.page_width is not None
    assert section.right_margin is not None
    assert abs(section.page_width - Mm(210)) < Mm(0.1)
    assert abs(section.right_margin - Mm(15)) < Mm(0.1)
    assert section.different_first_page_header_footer


def test_the_first_page_has_its_own_head_where_there_are_words_for_it() -> None:
    (section,) = _opened(_data("Lời.", head="Hiệu lực từ <1/1>")).sections
    assert [line.text for line in section.first_page_header.paragraphs] == ["Hiệu lực từ <1/1>"]
    (other,) = _opened(_data("Lời.")).sections
    assert other.first_page_header.is_linked_to_previous


def test_the_styles_are_ours_and_none_of_a_template() -> None:
    known = {style.style_id for style in _opened(_data("Lời.")).styles}
    built_in = {"Normal", "DefaultParagraphFont", "TableNormal"}
    others = {"QCFootnoteReference", "QCTable", "QCPlainTable"}
    assert known == built_in | others | {style.id for style in STYLES}


def test_the_members_are_ours_and_bear_no_day() -> None:
    with zipfile.ZipFile(BytesIO(_data("Lời."))) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert entries[0].filename == "[Content_Types].xml"
    assert not [entry for entry in entries if "Effects" in entry.filename]


def test_the_properties_name_title_and_program_and_no_day() -> None:
    properties = _opened(_data("Lời.", title="Quy chế <A> & B")).core_properties
    assert (properties.title, properties.author) == ("Quy chế <A> & B", "Quy Chế")
    assert properties.created is properties.modified is None


def test_a_title_longer_than_word_takes_is_cut_between_words_and_odd_characters_go() -> None:
    title = _opened(_data("Lời.", title="\x00" + "Quy chế " * 60)).core_properties.title
    assert len(title) <= 255
    assert title.startswith("Quy chế Quy chế")
    assert title.endswith(("chế…", "Quy…"))


def test_notes_are_a_part_beside_the_text() -> None:
    document = _opened(_data("Lời.", notes=("Một.", "Hai & ba.")))
    notes = document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES).blob.decode()
    assert notes.count("<w:footnote ") == 4  # two lines that part them from the text, two notes
    assert "> Hai &amp; ba.</w:t>" in notes


def test_the_body_is_used_up() -> None:
    body = w("body", paragraph(marked_runs("Lời."), "QCText"))
    build_package(body, profile=load_profile("dang"))
    assert len(body) == 0


def test_the_same_elements_give_the_same_bytes() -> None:
    one, other = (_data("Lời.", title="Quy chế", notes=("Một.",), head="Đầu") for _ in range(2))
    assert one == other


def test_pages_bear_their_number_in_a_head_of_their_own() -> None:
    (section,) = _opened(_data("Lời.", head="Đầu trang một")).sections
    assert [line.text for line in section.header.paragraphs] == ["2"]
    assert section.header.paragraphs[0].style.style_id == "QCPageNumber"


def test_the_distances_of_the_page_are_those_of_the_profile() -> None:
    (section,) = _opened(_data("Lời.")).sections
    margins = load_profile("dang").margins_mm
    made = {
        "top": section.top_margin,
        "bottom": section.bottom_margin,
        "left": section.left_margin,
        "right": section.right_margin,
        "header": section.header_distance,
        "footer": section.footer_distance,
    }
    assert {side: round((length or 0) / Mm(1), 1) for side, length in made.items()} == margins
    assert section.gutter == 0
