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

from quyche_app.reading.refusals import MAX_FILE_BYTES, refusal


class FileFormat(StrEnum):
    """The formats that are read."""

    TEXT = "text"
    DOCX = "docx"


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
