"""Text files: encodings, line numbers, cleaning."""

from __future__ import annotations

import codecs

import pytest

from quyche_app.domain.errors import ReadingError
from quyche_app.domain.sources import FontConversion
from quyche_app.domain.units import Table, cell_text
from quyche_app.reading.text import read_text
from tests.reading.old_text import in_tcvn3

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
        (1, "QUY CHẾ"),
        (3, "Điều 1. Phạm vi điều chỉnh"),
        (4, "1. Quy chế này quy định chế độ làm việc."),
    ]


def test_old_windows_text_is_read_when_it_is_plainly_vietnamese() -> None:
    # CP1258 writes tones as letters of their own: "Điê" + the dot below, and so on.
    data = "Ði\u00ea\u0300u 1. Quy chê\u0301 la\u0300m viê\u0323c".replace("Ð", "Đ").encode(
        "cp1258"
    )
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


def cells(text: str) -> list[list[list[str]]]:
    """Give the tables of a text file, row by row."""
    return [
        [[cell_text(cell) for cell in row] for row in p.block.rows]
        for p in read_text("a.txt", text.encode()).paragraphs
        if isinstance(p.block, Table)
    ]


def test_a_head_and_a_signature_in_two_columns_are_tables_without_strokes() -> None:
    text = (
        "ĐẢNG ỦY XÃ MẪU | ĐẢNG CỘNG SẢN VIỆT NAM\n* |\nSố 08-QC/ĐU | Mẫu, ngày 10 tháng 01 năm 2026\n"
        "QUY CHẾ\nĐiều 1. Phạm vi\n1. Lời.\nNơi nhận: | T/M ĐẢNG ỦY\n- Như trên. | BÍ THƯ\n"
    )
    assert cells(text) == [
        [
            ["ĐẢNG ỦY XÃ MẪU", "ĐẢNG CỘNG SẢN VIỆT NAM"],
            ["*", ""],
            ["Số 08-QC/ĐU", "Mẫu, ngày 10 tháng 01 năm 2026"],
        ],
        [["Nơi nhận:", "T/M ĐẢNG ỦY"], ["- Như trên.", "BÍ THƯ"]],
    ]
    numbers = [p.number for p in read_text("a.txt", text.encode()).paragraphs]
    assert numbers == [1, 4, 5, 6, 7]


@pytest.mark.parametrize(
    "text",
    [
        "TT | Nội dung\n1 | Việc một\n",
        "a | b\n",
        "A | B | ĐẢNG CỘNG SẢN VIỆT NAM\n",
        "ghi x|y\n",
        "|\n",
        "Nơi nhận: như trên.\n",
    ],
)
def test_other_strokes_are_left_as_they_are(text: str) -> None:
    assert cells(text) == []
    assert [words for _, words in lines(text.encode())] == text.strip().split("\n")


@pytest.mark.parametrize(
    "words",
    [
        "Số        -QC/ĐU",
        "Số:    /QĐ-VP",
        "Mẫu, ngày       tháng       năm 2026",
        "SỐ:     -NQ/TU",
    ],
)
def test_room_left_to_write_a_number_or_a_day_by_hand_is_kept(words: str) -> None:
    assert lines(words.encode()) == [(1, words)]
    assert lines(words.replace(" ", "\u00a0").encode()) == [(1, words)]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ngày    10 tháng  01 năm   2026", "ngày 10 tháng 01 năm 2026"),
        ("Số  -QC/ĐU", "Số -QC/ĐU"),
        ("họp     một tháng     .", "họp một tháng ."),
        ("một số     ý kiến", "một số ý kiến"),
    ],
)
def test_other_spaces_are_brought_together(typed: str, read: str) -> None:
    assert lines(typed.encode()) == [(1, read)]


def test_lines_in_an_old_font_are_named_by_their_numbers() -> None:
    words = "Văn phòng được giao dự trữ những bữa cỗ và ngẫm nghĩ kỹ"
    source = read_text("a.txt", f"QUY\n{in_tcvn3(words)}\n\n{in_tcvn3(words)}\n".encode())
    assert [(p.number, p.text) for p in source.paragraphs] == [(1, "QUY"), (2, words), (4, words)]
    assert source.conversions == (FontConversion("TCVN3", "", (2, 4)),)
