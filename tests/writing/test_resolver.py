"""The resolver of tracked changes, which proves our redlines: every way Word marks a change."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from quyche_app.writing.resolver import accept_all, reject_all
from tests.reading.packages import cell, docx, members, p, relations, row, table, zipped


def r(text: str, name: str = "t") -> str:
    """Give a run."""
    return f'<w:r><w:{name} xml:space="preserve">{text}</w:{name}></w:r>'


def gone(text: str) -> str:
    """Give deleted words."""
    return f"<w:del>{r(text, 'delText')}</w:del>"


def come(text: str) -> str:
    """Give inserted words."""
    return f"<w:ins>{r(text)}</w:ins>"


def marked(inside: str, kind: str) -> str:
    """Give a paragraph whose mark was changed."""
    return f"<w:p><w:pPr><w:rPr><w:{kind}/></w:rPr></w:pPr>{inside}</w:p>"


def both(*body: str) -> tuple[list[str], list[str]]:
    """Give the lines after accepting and after rejecting everything."""
    data = docx("".join(body))
    return accept_all(data), reject_all(data)


def test_words_inserted_and_deleted_inside_a_paragraph() -> None:
    body = f"<w:p>{r('Họp mỗi ')}{gone('tháng')}{come('tuần')}{r(' một lần.')}</w:p>"
    assert both(body) == (["Họp mỗi tuần một lần."], ["Họp mỗi tháng một lần."])


def test_words_that_one_person_inserted_and_another_deleted_stand_on_neither_side() -> None:
    body = f"<w:p>{r('Họp')}<w:ins>{gone(' bất thường')}</w:ins>{r('.')}</w:p>"
    assert both(body) == (["Họp."], ["Họp."])


def test_a_whole_paragraph_inserted_and_a_whole_paragraph_deleted() -> None:
    body = (
        p("1. Một.") + marked(gone("2. Hai."), "del") + marked(come("2. Ba."), "ins") + p("3. Tư.")
    )
    assert both(body) == (["1. Một.", "2. Ba.", "3. Tư."], ["1. Một.", "2. Hai.", "3. Tư."])


def test_a_changed_mark_joins_a_paragraph_with_the_next() -> None:
    assert both(marked(r("Điều 1."), "del") + p(" Họp")) == (["Điều 1. Họp"], ["Điều 1.", "Họp"])
    assert both(marked(r("Điều 1."), "ins") + p(" Họp")) == (["Điều 1.", "Họp"], ["Điều 1. Họp"])


def test_a_deleted_mark_before_a_table_leaves_its_words_before_the_table() -> None:
    body = marked(r("Lịch họp"), "del") + table(row(cell(p("ô")))) + p("sau")
    assert both(body)[0] == ["Lịch họp", "ô", "sau"]


def test_a_deleted_mark_joins_across_a_content_control() -> None:
    body = marked(r("Điều 1."), "del") + f"<w:sdt><w:sdtContent>{p(' Họp')}</w:sdtContent></w:sdt>"
    assert both(body)[0] == ["Điều 1. Họp"]


def test_moved_words_leave_the_one_place_and_stand_in_the_other() -> None:
    body = (
        marked(f"<w:moveFrom>{r('1. Một.')}</w:moveFrom>", "moveFrom")
        + p("2. Hai.")
        + marked(f"<w:moveTo>{r('1. Một.')}</w:moveTo>", "moveTo")
        + p("3. Ba.")
    )
    assert both(body) == (["2. Hai.", "1. Một.", "3. Ba."], ["1. Một.", "2. Hai.", "3. Ba."])


def test_table_rows_and_cells_come_and_go() -> None:
    body = table(
        row(cell(p("1")), cell(p("2"), head="<w:cellDel/>"), cell(p("3"), head="<w:cellIns/>")),
        row(cell(p("mới")), head="<w:ins/>"),
        row(cell(p("cũ")), head="<w:del/>"),
    )
    assert both(body) == (["1 | 3", "mới"], ["1 | 2", "cũ"])


def test_a_table_in_a_cell_is_said_once() -> None:
    body = table(row(cell(p("ngoài"), table(row(cell(p("a")), cell(p("b")))), p())))
    assert both(body)[0] == ["ngoài a | b"]


def test_a_text_box_that_word_stores_twice_is_said_once() -> None:
    box = f"<w:txbxContent>{p('DỰ THẢO')}</w:txbxContent>"
    body = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f"{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert both(body)[0] == ["DỰ THẢO"]


def test_the_document_is_found_under_whatever_name_the_package_gives_it() -> None:
    parts = members(p("Điều 1. Họp"))
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = relations({"officeDocument": "/word/document2.xml"})
    assert accept_all(zipped(parts)) == ["Điều 1. Họp"]


# Automatic numbers and the words of notes are printed by LibreOffice and are not our matter here;
# a text box is printed by us only.
_OTHER_THAN_CHANGES = {
    "complicated-document",
    "deleted-footnote",
    "inserted-numbered-paragraph",
    "jupiter-revisions",
    "qd-hiep-hoi-dn-compared",
}


@pytest.mark.parametrize(
    ("ending", "resolve"), [("accepted", accept_all), ("rejected", reject_all)]
)
def test_real_files_resolve_to_the_letters_that_libreoffice_leaves(
    shared: Path, ending: str, resolve: Callable[[bytes], list[str]]
) -> None:
    seen, differing = 0, []
    for expected in sorted((shared / "files" / "tracked").glob(f"*.{ending}.txt")):
        name = expected.name.removesuffix(f".{ending}.txt")
        if name in _OTHER_THAN_CHANGES:
            continue
        seen += 1
        data = expected.with_name(f"{name}.docx").read_bytes()
        got = _letters(" ".join(resolve(data)))
        if got != _letters(expected.read_text(encoding="utf-8")):
            differing.append(name)
    assert seen >= 10
    assert differing == []


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def test_a_file_without_changes_is_the_same_on_both_sides(shared: Path) -> None:
    file = shared / "files" / "docx" / "giay-moi-hop.docx"
    data = file.read_bytes()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert b"<w:ins " not in archive.read("word/document.xml")
    assert accept_all(data) == reject_all(data) != []
