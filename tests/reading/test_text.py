"""Text files: encodings, line numbers, cleaning."""

from __future__ import annotations

import codecs

import pytest

from quyche_app.domain.errors import ReadingError
from quyche_app.reading.text import read_text

TEXT = "QUY CHẾ\n\nĐiều 1. Phạm vi điều chỉnh\n1. Quy chế này quy định chế độ làm việc.\n"


def lines(data: bytes) -> list[tuple[int, str]]:
    """Give the numbers and texts of the paragraphs of a text file."""
    return [(paragraph.number, paragraph.text) for paragraph in read_text("a.txt", data).paragraphs]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), id="UTF-8 with its mark"),
        pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), id="UTF-16 little"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), id="UTF-16 big"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), id="lines of Windows"),
    ],
)
def test_a_text_reads_the_same_in_every_encoding(data: bytes) -> None:
    assert lines(data) == [
        (1, "QUY CHẾ"), (3, "Điều 1. Phạm vi điều chỉnh"),
        (4, "1. Quy chế này quy định chế độ làm việc."),
    ]


def test_old_windows_text_is_read_when_it_is_plainly_vietnamese() -> None:
    # CP1258 writes tones as letters of their own: "Điê" + the dot below, and so on.
    data = "Ði\u00ea\u0300u 1. Quy chê\u0301 la\u0300m viê\u0323c".replace("Ð", "Đ").encode("cp1258")
    assert lines(data) == [(1, "Điều 1. Quy chế làm việc")]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("Malmö, Köln và Zürich".encode("latin-1"), id="Latin 1"),
        pytest.param("tænh".encode("latin-1"), id="one word of VNI"),
        pytest.param(codecs.BOM_UTF16_LE + b"\x41", id="half a letter of UTF-16"),
    ],
)
def test_other_encodings_are_refused_rather_than_guessed(data: bytes) -> None:
    with pytest.raises(ReadingError, match="không đúng bảng mã") as caught:
        read_text("cu.txt", data)
    assert caught.value.code == "QC-R018"


def test_binary_junk_is_no_text() -> None:
    with pytest.raises(ReadingError) as caught:
        read_text("rac.txt", b"\x01\x02\x03abc" * 20)
    assert caught.value.code == "QC-R009"


def test_stray_control_characters_of_old_conversions_are_dropped() -> None:
    line = "Điều 1. " + "Văn phòng làm việc theo chế độ thủ trưởng, bảo đảm bí mật nhà nước. " * 2
    line = line.strip()
    assert lines(f"{line}\x03\x04\n".encode()) == [(1, line)]


def test_paragraphs_are_cleaned_and_table_lines_stay_as_they_are() -> None:
    data = "\u0110i\u00ea\u0300u\u00a01.\tPhạm  vi\nTT | Tên | Số\n".encode()
    assert lines(data) == [(1, "Điều 1. Phạm vi"), (2, "TT | Tên | Số")]
