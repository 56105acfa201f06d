"""A zip opened with care: names checked, sizes counted while unpacking."""

from __future__ import annotations

import hashlib
import io
import zipfile

import pytest

from quyche_app.domain.errors import ReadingError
from quyche_app.reading import archive
from quyche_app.reading.archive import Archive
from tests.reading.packages import zipped

_DATA = {"word/document.xml": b"<x/>", "Word/Media/A.PNG": b"\x00" * 1000, "rỗng": b""}


def code_of(data: bytes) -> str:
    with pytest.raises(ReadingError) as caught:
        Archive("a.docx", data)
    return caught.value.code


def test_members_are_found_without_regard_to_capitals() -> None:
    made = Archive("a.docx", zipped(_DATA))
    assert made.name == "a.docx"
    assert made.names() == ("word/document.xml", "word/media/a.png", "rỗng")
    for member in ("word/media/a.png", "WORD/MEDIA/A.PNG"):
        assert made.has(member)
        assert made.size(member) == 1000
        assert made.read(member) == b"\x00" * 1000
    assert made.read("rỗng") == b""
    assert not made.has("word/styles.xml")


def test_a_digest_is_that_of_the_bytes() -> None:
    made = Archive("a.docx", zipped(_DATA))
    assert made.digest("word/document.xml") == hashlib.sha256(b"<x/>").hexdigest()


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["/a"], "QC-R013"),
        (["C:/a"], "QC-R013"),
        (["a/../b"], "QC-R013"),
        (["../b"], "QC-R013"),
        ([".."], "QC-R013"),
        (["a\\..\\b"], "QC-R013"),
        (["a", "A"], "QC-R013"),
        (["a..b", "a/...", "ab:c"], None),
    ],
)
def test_names_that_are_not_safe_are_refused(names: list[str], code: str | None) -> None:
    data = zipped(dict.fromkeys(names, b"x"))
    if code is None:
        assert Archive("a.docx", data).names() == tuple(name.lower() for name in names)
    else:
        assert code_of(data) == code


def _with_method(method: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        file.writestr("a", b"x" * 100)
    return out.getvalue()


def _with_password() -> bytes:
    """Give a zip whose list of members says that a password is needed."""
    data = bytearray(_with_method(zipfile.ZIP_STORED))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "QC-R011"),
        (b"PK\x03\x04 khong phai", "QC-R011"),
        (zipped(_DATA)[:-30], "QC-R011"),
        (_with_method(zipfile.ZIP_BZIP2), "QC-R011"),
        (_with_method(zipfile.ZIP_LZMA), "QC-R011"),
        (_with_password(), "QC-R010"),
    ],
    ids=["empty", "no zip", "cut off", "bzip2", "lzma", "a password"],
)
def test_what_cannot_be_opened_has_a_code(data: bytes, code: str) -> None:
    assert code_of(data) == code


@pytest.mark.parametrize(("most", "is_refused"), [(3, False), (2, True)])
def test_no_more_members_than_allowed(
    monkeypatch: pytest.MonkeyPatch, most: int, is_refused: bool
) -> None:
    monkeypatch.setattr(archive, "MAX_MEMBERS", most)
    if is_refused:
        assert code_of(zipped(_DATA)) == "QC-R012"
    else:
        Archive("a.docx", zipped(_DATA))


def test_entries_are_counted_before_the_zip_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_MEMBERS", 2)
    assert code_of(b"PK\x01\x02" * 8) == "QC-R011"
    assert code_of(b"PK\x01\x02" * 9) == "QC-R012"


@pytest.mark.parametrize(("most", "is_refused"), [(1004, False), (1003, True)])
def test_headers_that_promise_too_much_are_refused(
    monkeypatch: pytest.MonkeyPatch, most: int, is_refused: bool
) -> None:
    monkeypatch.setattr(archive, "MAX_UNPACKED_BYTES", most)
    if is_refused:
        assert code_of(zipped(_DATA)) == "QC-R012"
    else:
        assert Archive("a.docx", zipped(_DATA)).read("word/media/a.png")


def test_what_is_unpacked_is_counted_over_all_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_UNPACKED_BYTES", 1500)
    made = Archive("a.docx", zipped(_DATA))
    made.read("word/media/a.png")
    with pytest.raises(ReadingError) as caught:
        made.read("word/media/a.png")
    assert caught.value.code == "QC-R012"


@pytest.mark.parametrize(("counts_from", "is_refused"), [(1000, False), (999, True)])
def test_a_member_that_was_packed_far_too_well_is_refused(
    monkeypatch: pytest.MonkeyPatch, counts_from: int, is_refused: bool
) -> None:
    monkeypatch.setattr(archive, "MAX_RATIO", 2)
    monkeypatch.setattr(archive, "RATIO_COUNTS_FROM_BYTES", counts_from)
    made = Archive("a.docx", zipped(_DATA))
    if not is_refused:
        assert len(made.read("word/media/a.png")) == 1000
        return
    with pytest.raises(ReadingError) as caught:
        made.read("word/media/a.png")
    assert caught.value.code == "QC-R012"


def test_a_member_whose_bytes_were_changed_is_broken() -> None:
    data = _with_method(zipfile.ZIP_STORED).replace(b"xxxx", b"yyyy", 1)
    with pytest.raises(ReadingError) as caught:
        Archive("a.docx", data).read("a")
    assert caught.value.code == "QC-R011"
