"""What is this file, and may it be opened? Answered by content, never by the ending of the name.

In: the name (for messages only) and the bytes of a file. Out: a format that can be read, or a
``ReadingError`` that says in one Vietnamese sentence what the file is and what to do. Limits and
signatures: docs/libraries.md 6. It parses nothing; packages are opened by ``archive`` and
``package``.
"""

from __future__ import annotations

import re
import struct
from enum import StrEnum

from quyche_app.domain.errors import ReadingError

MEGABYTE = 1024 * 1024
MAX_FILE_BYTES = 200 * MEGABYTE
MAX_MEMBERS = 5_000
MAX_UNPACKED_BYTES = 500 * MEGABYTE
MAX_RATIO = 200  # unpacked to packed, of one member
RATIO_COUNTS_FROM_BYTES = 8 * MEGABYTE  # a small member harms nobody, however well it was packed
# A text file; the largest law has 1 MB.
MAX_TEXT_BYTES = 16 * MEGABYTE
MAX_TEXT_LINES = 400_000
# Of all XML parts that are parsed: the trees take several times as much memory, and an element some
# ten microseconds. The largest act seen has 60,000 elements.
MAX_XML_BYTES = 32 * MEGABYTE
MAX_ELEMENTS = 400_000

REFUSALS = {
    "QC-R001": "Tệp {name} rỗng (0 byte); hãy chọn lại tệp có nội dung.",
    "QC-R002": "Tệp {name} lớn hơn 200 MB; hãy tách nhỏ hoặc bỏ bớt hình rồi nhập lại.",
    "QC-R003": "Tệp {name} là Word đời cũ (.doc); hãy mở bằng Word, lưu thành .docx rồi nhập lại.",
    "QC-R004": "Tệp {name} là RTF; hãy mở bằng Word, lưu thành .docx rồi nhập lại.",
    "QC-R005": "Tệp {name} là OpenDocument (.odt, .ods …); hãy lưu thành .docx rồi nhập lại.",
    "QC-R006": "Tệp {name} là PDF; hãy nhập bản .docx hoặc .txt của văn bản.",
    "QC-R007": "Tệp {name} là hình ảnh; hãy nhập bản .docx hoặc .txt của văn bản.",
    "QC-R008": "Tệp {name} là bảng tính hoặc trình chiếu, không phải văn bản Word (.docx).",
    "QC-R009": "Tệp {name} không phải tệp .docx hay tệp chữ .txt mà chương trình đọc được.",
    "QC-R010": "Tệp {name} là tệp có mật khẩu. Mở bằng Word, bỏ mật khẩu rồi nhập lại.",
    "QC-R011": "Tệp {name} bị hỏng hoặc chép thiếu; hãy lấy lại tệp gốc rồi nhập lại.",
    "QC-R012": "Tệp {name} bung ra quá lớn so với dung lượng thật nên không được mở.",
    "QC-R013": "Tệp {name} chứa tên thành phần không an toàn nên không được mở.",
    "QC-R014": "Tệp {name} thiếu phần nội dung của văn bản Word; hãy mở bằng Word và lưu lại.",
    "QC-R015": "Tệp {name} chứa khai báo DOCTYPE không được phép nên không được mở.",
    "QC-R016": "Tệp {name} có nội dung XML bị hỏng; hãy mở bằng Word và lưu lại rồi nhập lại.",
    "QC-R017": "Tệp {name} có cấu trúc lồng quá sâu hoặc quá nhiều phần tử nên không được mở.",
    "QC-R018": "Tệp {name} không đúng bảng mã; hãy lưu lại với bảng mã UTF-8 rồi nhập lại.",
    "QC-R019": "Tệp {name} là trang web hoặc XML; hãy mở bằng Word, lưu thành .docx rồi nhập lại.",
    "QC-R020": "Tệp {name} là tệp nén; hãy giải nén rồi chọn tệp văn bản bên trong.",
    "QC-R021": "Tệp chữ {name} lớn hơn 16 MB hoặc có hơn 400.000 dòng; hãy tách nhỏ rồi nhập lại.",
}


class FileFormat(StrEnum):
    """The formats that are read."""

    TEXT = "text"
    DOCX = "docx"


def refusal(code: str, name: str, detail: str = "") -> ReadingError:
    """Give the error of a code for a file; ``detail`` is for the report only."""
    return ReadingError(code, REFUSALS[code].format(name=name), place=name, detail=detail)


# First bytes → why the file is not read. Longer signatures stand before their beginnings.
_SIGNATURES = (
    (b"{\\rtf", "QC-R004"),
    (b"%PDF", "QC-R006"),
    (b"\x89PNG", "QC-R007"),
    (b"\xff\xd8\xff", "QC-R007"),
    (b"GIF8", "QC-R007"),
    (b"II*\x00", "QC-R007"),
    (b"MM\x00*", "QC-R007"),
    (b"BM", "QC-R007"),
    (b"Rar!", "QC-R020"),
    (b"7z\xbc\xaf\x27\x1c", "QC-R020"),
    (b"\x1f\x8b", "QC-R020"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_MARKUP = (b"<?xml", b"<!doctype", b"<html", b"mime-version:")
# Documents and templates, with macros or without; a sheet may hold a document, but not as its main.
_WORD_MAIN = re.compile(rb"(?:wordprocessingml|ms-word)\.[\w.]+\.main\+xml")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_BMP_HEADER_BYTES = 14


def recognise(name: str, data: bytes) -> FileFormat:
    """Give the format of a file.

    Raises:
        ReadingError: QC-R001 to R020 (``REFUSALS``): nothing that can be read, or unsafe to open.
    """
    if not data:
        raise refusal("QC-R001", name)
    if len(data) > MAX_FILE_BYTES:
        raise refusal("QC-R002", name)
    if data.startswith(_ZIP):
        return _package_kind(name, data)
    if data.startswith(_OLE):
        raise refusal(_ole_refusal(data), name)
    head = data[:1024].lstrip()
    for signature, code in _SIGNATURES:
        if head.startswith(signature) and (signature != b"BM" or _is_bitmap(data)):
            raise refusal(code, name)
    if _without_mark(head).lower().startswith(_MARKUP):
        raise refusal("QC-R019", name)
    if b"\x00" in data[:65536] and not data.startswith(_UTF16_MARKS):
        raise refusal("QC-R009", name)
    return FileFormat.TEXT


def _without_mark(head: bytes) -> bytes:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()


def _is_bitmap(data: bytes) -> bool:
    """A text may begin with "BM" (a common short name of an office); a bitmap says its size."""
    return len(data) >= _BMP_HEADER_BYTES and struct.unpack("<I", data[2:6])[0] == len(data)


def _package_kind(name: str, data: bytes) -> FileFormat:
    from quyche_app.reading.archive import Archive  # zipfile takes a third of the start-up time

    archive = Archive(name, data)
    if archive.has("[Content_Types].xml"):
        types = archive.read("[Content_Types].xml")
        if _WORD_MAIN.search(types) or archive.has("word/document.xml"):
            return FileFormat.DOCX
        if b"spreadsheetml" in types or b"presentationml" in types:
            raise refusal("QC-R008", name)
        raise refusal("QC-R014", name, "no WordprocessingML part")
    if archive.has("mimetype"):
        raise refusal("QC-R005", name)
    if archive.has("word/document.xml"):
        raise refusal("QC-R014", name, "no [Content_Types].xml")
    raise refusal("QC-R020", name)


def _ole_refusal(data: bytes) -> str:
    """Tell an encrypted package or an encrypted .doc from a plain .doc and from other OLE files."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "QC-R010"
    entry = data.find("WordDocument".encode("utf-16-le"))
    if entry < 0:
        return "QC-R008" if "Workbook".encode("utf-16-le") in data else "QC-R009"
    return "QC-R010" if _word_binary_is_encrypted(data, entry) else "QC-R003"


def _word_binary_is_encrypted(data: bytes, entry: int) -> bool:
    """Read the flag fEncrypted at the beginning of the stream WordDocument.

    Source: [MS-CFB] 2.2 and 2.6 (sector size, first sector of a stream), [MS-DOC] 2.5.2 (FibBase).
    """
    if len(data) < max(entry + 120, 32):
        return False
    shift = struct.unpack_from("<H", data, 30)[0]
    sector = struct.unpack_from("<I", data, entry + 116)[0]
    if shift not in (9, 12) or sector > len(data):
        return False
    flags_at = ((sector + 1) << shift) + 10
    if flags_at + 2 > len(data):
        return False
    return bool(struct.unpack_from("<H", data, flags_at)[0] & 0x0100)
