"""A head and a signature in two columns of plain text are tables; other strokes stay."""

from __future__ import annotations

import pytest

from quyche_app.domain.sources import SourceParagraph
from quyche_app.domain.units import Cell, Paragraph, Table
from quyche_app.reading.text_columns import with_columns


def lines(*texts: str, first: int = 1) -> list[SourceParagraph]:
    return [SourceParagraph(number, Paragraph(text)) for number, text in enumerate(texts, first)]


def as_text(paragraphs: tuple[SourceParagraph, ...]) -> list[str | list[str]]:
    return [
        [" / ".join(cell.blocks[0].text for cell in row) for row in one.block.rows]  # type: ignore[union-attr]
        if isinstance(one.block, Table)
        else one.text
        for one in paragraphs
    ]


@pytest.mark.parametrize(
    ("texts", "read"),
    [
        (
            ["ĐẢNG ỦY XÃ MẪU | ĐẢNG CỘNG SẢN VIỆT NAM", "* |", "QUY CHẾ"],
            [["ĐẢNG ỦY XÃ MẪU / ĐẢNG CỘNG SẢN VIỆT NAM", "* / "], "QUY CHẾ"],
        ),
        (
            ["UBND XÃ MẪU | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            [["UBND XÃ MẪU / CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]],
        ),
        (
            ["Lời.", "Nơi nhận: | T/M BAN THƯỜNG VỤ", "- Lưu. | BÍ THƯ"],
            ["Lời.", ["Nơi nhận: / T/M BAN THƯỜNG VỤ", "- Lưu. / BÍ THƯ"]],
        ),
        (["- Lưu. | KT. BÍ THƯ"], [["- Lưu. / KT. BÍ THƯ"]]),
        (["STT | Tên", "1 | Tờ trình"], ["STT | Tên", "1 | Tờ trình"]),
        (["Ghi | Người ở Nơi nhận"], ["Ghi | Người ở Nơi nhận"]),
        (["a | b | ĐẢNG CỘNG SẢN VIỆT NAM"], ["a | b | ĐẢNG CỘNG SẢN VIỆT NAM"]),
        (["a|ĐẢNG CỘNG SẢN VIỆT NAM"], ["a|ĐẢNG CỘNG SẢN VIỆT NAM"]),
        ([], []),
    ],
    ids=[
        "head of the Party",
        "head of the State",
        "signature",
        "signature by order",
        "another table",
        "words inside a cell",
        "three columns",
        "no spaces",
        "nothing",
    ],
)
def test_what_stands_in_two_columns(texts: list[str], read: list[str | list[str]]) -> None:
    assert as_text(with_columns(lines(*texts))) == read


def test_a_row_keeps_the_number_of_its_line_and_a_gap_begins_another_table() -> None:
    head = lines("A | ĐẢNG CỘNG SẢN VIỆT NAM", "* |", first=3)
    apart = lines("C | TM. BAN THƯỜNG VỤ", first=9)
    read = with_columns([*head, *apart])
    assert [(one.number, one.line_count) for one in read] == [(3, 2), (9, 1)]


@pytest.mark.parametrize(
    ("text", "align"), [("A | ĐẢNG CỘNG SẢN VIỆT NAM", "center"), ("Nơi nhận: | BÍ THƯ", "")]
)
def test_a_head_is_centred_and_a_signature_is_not(text: str, align: str) -> None:
    (one,) = with_columns(lines(text))
    words = text.split(" | ")
    assert one.block == Table((tuple(Cell((Paragraph(w, align=align),)) for w in words),))
