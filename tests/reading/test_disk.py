"""A file on the disk: read whole, or refused with the code that says why."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quyche_app.domain.errors import ReadingError
from quyche_app.reading import refusals
from quyche_app.reading.disk import file_bytes


def code_of(path: Path) -> str:
    with pytest.raises(ReadingError) as caught:
        file_bytes(path)
    return caught.value.code


@pytest.mark.parametrize("data", [b"", b"Quy ch\xe1\xba\xbf", bytes(range(256))])
def test_a_file_is_read_whole(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a").write_bytes(data)
    assert file_bytes(tmp_path / "a") == data


@pytest.mark.parametrize(("size", "code"), [(5, None), (6, "QC-R002")])
def test_a_file_beyond_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, code: str | None
) -> None:
    monkeypatch.setattr(refusals, "MAX_FILE_BYTES", 5)
    (tmp_path / "a").write_bytes(b"x" * size)
    if code is None:
        assert file_bytes(tmp_path / "a") == b"xxxxx"
    else:
        assert code_of(tmp_path / "a") == code


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "tep").write_bytes(b"x")
    assert code_of(tmp_path / "khong") == "QC-R101"
    assert code_of(tmp_path) == "QC-R102"
    assert code_of(tmp_path / "tep" / "a") == "QC-R104"
    assert code_of(Path("a\0b")) == "QC-R104"


def test_a_file_that_may_not_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError

    (tmp_path / "a").write_bytes(b"x")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert code_of(tmp_path / "a") == "QC-R103"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="hệ điều hành không có ống dẫn")
@pytest.mark.parametrize(("size", "code"), [(5, None), (6, "QC-R002")])
def test_what_has_no_size_is_read_to_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, code: str | None
) -> None:
    monkeypatch.setattr(refusals, "MAX_FILE_BYTES", 5)
    path = tmp_path / "ong"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    writer = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
    os.write(writer, b"x" * size)
    monkeypatch.setattr("quyche_app.reading.disk._opened", lambda path, flags: os.dup(reader))
    os.close(writer)
    try:
        if code is None:
            assert file_bytes(path) == b"xxxxx"
        else:
            assert code_of(path) == code
    finally:
        os.close(reader)
