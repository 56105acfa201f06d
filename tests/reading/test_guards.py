"""What a file is, by its content; and that no file can harm."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche_app.domain.errors import ReadingError
from quyche_app.reading import archive, guards
from quyche_app.reading.docx import read_docx
from quyche_app.reading.guards import FileFormat, recognise
from quyche_app.reading.package import open_package
from quyche_app.reading.refusals import REFUSALS
from quyche_app.reading.text import read_text
from tests.reading.packages import docx, element, members, p, zipped


def refused(data: bytes, name: str = "thu.docx") -> str:
    """Give the code with which a file is refused when it is read as a person would."""
    with pytest.raises(ReadingError) as caught:
        read_anything(name, data)
    error = caught.value
    assert name in error.sentence
    assert error.sentence.count("\n") == 0
    return error.code


def read_anything(name: str, data: bytes) -> int:
    """Read a file of any kind; give the number of its paragraphs."""
    if recognise(name, data) is FileFormat.TEXT:
        return len(read_text(name, data).paragraphs)
    return len(read_docx(name, data).paragraphs)


def ole(stream: str, flags: int = 0) -> bytes:
    """Give the beginning of an OLE file with one stream whose FIB holds flags."""
    head = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\x00"))
    struct.pack_into("<H", head, 30, 9)
    first = bytearray(512)
    struct.pack_into("<H", first, 10, flags)
    entry = bytearray(stream.encode("utf-16-le").ljust(128, b"\x00"))
    struct.pack_into("<I", entry, 116, 0)
    return bytes(head + first + entry.ljust(512, b"\x00"))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "QC-R001", id="empty"),
        pytest.param(ole("WordDocument"), "QC-R003", id="old Word"),
        pytest.param(b"{\\rtf1 Quy ch\\'ea}", "QC-R004", id="RTF"),
        pytest.param(zipped({"mimetype": "application/x"}), "QC-R005", id="OpenDocument"),
        pytest.param(b"%PDF-1.7\n", "QC-R006", id="PDF"),
        pytest.param(b"\xff\xd8\xff\xe0JFIF", "QC-R007", id="photograph"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "QC-R007", id="picture"),
        pytest.param(
            zipped({"[Content_Types].xml": "spreadsheetml", "xl/workbook.xml": "<a/>"}),
            "QC-R008",
            id="sheet",
        ),
        pytest.param(b"MZ\x90\x00\x03\x00\x00", "QC-R009", id="program"),
        pytest.param(ole("EncryptedPackage"), "QC-R010", id="encrypted DOCX"),
        pytest.param(ole("WordDocument", 0x0100), "QC-R010", id="encrypted DOC"),
        pytest.param(docx(p("Điều 1."))[:-30], "QC-R011", id="cut"),
        pytest.param(zipped({"[Content_Types].xml": "wordprocessingml"}), "QC-R014", id="bare"),
        pytest.param(zipped({"word/document.xml": "<a/>"}), "QC-R014", id="no types"),
        pytest.param(b"<html><body>Quy ch\xe1\xba\xbf</body></html>", "QC-R019", id="web page"),
        pytest.param(zipped({"quy-che.txt": "Điều 1"}), "QC-R020", id="zip of files"),
    ],
)
def test_each_kind_of_file_is_refused_by_its_name(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_the_ending_of_the_name_decides_nothing() -> None:
    assert recognise("quy-che.txt", docx(p("Điều 1. Phạm vi"))) is FileFormat.DOCX
    assert recognise("quy-che.docx", "Điều 1. Phạm vi".encode()) is FileFormat.TEXT


def test_a_text_that_begins_like_a_bitmap_is_a_text() -> None:
    assert recognise("bm.txt", "BM-2026 Quy chế làm việc".encode()) is FileFormat.TEXT


def test_a_password_is_named_with_what_to_do() -> None:
    with pytest.raises(ReadingError, match=r"tệp có mật khẩu\. Mở bằng Word, bỏ mật khẩu rồi nhập"):
        recognise("mat.docx", ole("EncryptedPackage"))


def test_a_zip_with_a_password_is_named_so() -> None:
    data = bytearray(docx(p("Điều 1.")))
    entry = data.rfind(b"PK\x01\x02")
    data[entry + 8] |= 1
    assert refused(bytes(data)) == "QC-R010"


def test_a_sheet_that_holds_a_document_is_still_a_sheet() -> None:
    types = 'wordprocessingml.document" spreadsheetml.sheet.main+xml'
    assert refused(zipped({"[Content_Types].xml": types, "xl/workbook.xml": "<a/>"})) == "QC-R008"


def test_a_main_part_without_a_body_is_no_document() -> None:
    assert (
        refused(zipped({**members(""), "word/document.xml": element("document", "")})) == "QC-R014"
    )


def test_a_file_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "MAX_FILE_BYTES", 10)
    assert refused(b"12345678901") == "QC-R002"


def test_a_part_that_unpacks_to_far_too_much_is_refused() -> None:
    bomb = members(p("x"))
    bomb["word/document.xml"] = element("document", " " * 30_000_000)
    assert refused(zipped(bomb)) == "QC-R012"


def test_sizes_are_counted_and_the_header_is_not_believed() -> None:
    honest = members(p("x"))
    honest["word/document.xml"] = element("document", " " * 3_000_000)
    data = zipped(honest)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        size = struct.pack("<I", file.getinfo("word/document.xml").file_size)
    assert refused(data.replace(size, struct.pack("<I", 500))) == "QC-R011"


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_MEMBERS", 3)
    assert refused(docx(p("x"))) == "QC-R012"


@pytest.mark.parametrize("name", ["../ngoai.txt", "/etc/x", "C:/x", "word/../../x", "a\\..\\x"])
def test_members_that_point_outside_are_refused(name: str) -> None:
    assert refused(zipped({**members(p("x")), name: "x"})) == "QC-R013"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_that_stands_twice_is_refused() -> None:
    out = io.BytesIO(docx(p("x")))
    with zipfile.ZipFile(out, "a") as file:
        file.writestr("word/document.xml", "<a/>")
    assert refused(out.getvalue()) == "QC-R013"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused_before_parsing(encoding: str) -> None:
    made = members(p("x"))
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'
    made["word/document.xml"] = text.encode(encoding)
    assert refused(zipped(made)) == "QC-R015"


def test_a_doctype_in_styles_is_refused_too() -> None:
    made = members(p("x"), styles="")
    made["word/styles.xml"] = '<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>'
    assert refused(zipped(made)) == "QC-R015"


def test_broken_xml_is_refused() -> None:
    made = {**members(p("x")), "word/document.xml": "<w:document><w:body>"}
    assert refused(zipped(made)) == "QC-R016"


def test_too_deep_and_too_many_elements_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(docx("<w:sdt>" * 300 + "</w:sdt>" * 300)) == "QC-R017"
    monkeypatch.setattr("quyche_app.reading.package.MAX_ELEMENTS", 100)
    assert refused(docx("<w:p/>" * 200)) == "QC-R017"


def test_the_main_part_is_found_through_the_relations() -> None:
    made = members(p("Điều 1. Phạm vi"))
    made["noi-dung/chinh.xml"] = made.pop("word/document.xml")
    made["_rels/.rels"] = str(made["_rels/.rels"]).replace(
        "word/document.xml", "noi-dung/chinh.xml"
    )
    assert open_package("thu.docx", zipped(made)).main_part() == "noi-dung/chinh.xml"


def test_codes_are_in_order_and_each_sentence_names_the_file() -> None:
    assert list(REFUSALS) == [f"QC-R{number:03}" for number in range(1, len(REFUSALS) + 1)]
    assert all("{name}" in sentence and sentence.endswith(".") for sentence in REFUSALS.values())


def is_read_or_refused(name: str, data: bytes) -> bool:
    """Tell that a file was read, or refused with one of the codes; anything else is a defect."""
    try:
        return read_anything(name, data) >= 0
    except ReadingError as error:
        return error.code in REFUSALS


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert is_read_or_refused("soup", data)


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=6))
def test_a_damaged_docx_is_read_or_refused(place: int, patch: bytes) -> None:
    whole = docx(p("Điều 1. Phạm vi") + table_of_numbers(), numbering="")
    place %= len(whole)
    assert is_read_or_refused("hong.docx", whole[:place] + patch + whole[place + len(patch) :])


def table_of_numbers() -> str:
    """Give a table, so that damage can meet one."""
    return "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"


_NAMES = st.sampled_from(
    (
        "p",
        "r",
        "t",
        "pPr",
        "rPr",
        "numPr",
        "numId",
        "ilvl",
        "tbl",
        "tr",
        "tc",
        "tcPr",
        "gridSpan",
        "vMerge",
        "sdt",
        "sdtContent",
        "ins",
        "del",
        "br",
        "tab",
        "fldChar",
        "txbxContent",
        "drawing",
        "pict",
        "sym",
        "footnoteReference",
        "hyperlink",
        "jc",
        "pStyle",
        "b",
        "vanish",
        "caps",
    )
)
_VALUES = st.sampled_from(["", "0", "1", "-1", "99999999999", "x", "center", "begin", "end", "²"])


@st.composite
def soup(draw: st.DrawFn, depth: int = 0) -> str:
    """Draw elements of Word in any order and nesting, with any values."""
    parts = []
    for _ in range(draw(st.integers(0, 3))):
        name, value = draw(_NAMES), draw(_VALUES)
        inside = draw(soup(depth + 1)) if depth < 4 else "chữ"
        parts.append(f'<w:{name} w:val="{value}" w:fldCharType="{value}">{inside}</w:{name}>')
    return "".join(parts) or draw(st.sampled_from(["", "chữ"]))


@given(soup())
def test_any_soup_of_elements_is_read(body: str) -> None:
    level = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
    numbering = f'{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    for tracked in ("accepted", "rejected"):
        read_docx("soup.docx", docx(body, numbering=numbering), tracked=tracked)


def test_hostile_files_are_opened_or_refused_in_little_time_and_memory(shared: Path) -> None:
    resource = pytest.importorskip("resource", reason="đo bộ nhớ cần hệ điều hành kiểu Unix")
    folder = shared / "files" / "hostile"
    wanted_password = {
        "binary-rc4-doc.doc",
        "ecma376-standard-password.docx",
        "protected-agile.docx",
        "password-protected-doc.doc",
        "rc4-cryptoapi-password-doc.doc",
    }
    must_open = {
        "made-decomposed-unicode.docx",
        "made-odd-spaces.docx",
        "made-part-elsewhere.docx",
        "read-only-docx.docx",
    }
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for path in sorted(folder.glob("*")):
        if path.suffix == ".txt":
            continue
        if path.name in must_open:
            assert read_anything(path.name, path.read_bytes()) > 0
        elif path.name == "made-empty-body.docx":
            assert read_anything(path.name, path.read_bytes()) == 0
        elif path.name in wanted_password:
            assert refused(path.read_bytes(), path.name) == "QC-R010"
        else:
            assert refused(path.read_bytes(), path.name) in REFUSALS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300 * 1024


def test_files_of_other_kinds_are_named_by_their_kind(shared: Path) -> None:
    codes = {"doc": "QC-R003", "rtf": "QC-R004", "odt": "QC-R005", "pdf": "QC-R006"}
    for ending, code in codes.items():
        for path in (shared / "files" / ending).glob(f"*.{ending}"):
            assert refused(path.read_bytes(), path.name) == code
