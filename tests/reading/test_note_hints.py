"""Which texts may have typed footnotes at all."""

from __future__ import annotations

import pytest

from quyche_app.domain.sources import SourceParagraph
from quyche_app.domain.units import Block, Paragraph
from quyche_app.reading.note_hints import may_have_notes
from tests.making import table


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([Paragraph("1. Họp."), Paragraph("[1] Khoản này mới.")], True),
        ([Paragraph("Khoản này [2] mới.")], True),
        ([Paragraph("Khoản này được sửa đổi theo Điều 1.")], True),
        ([Paragraph("Điểm này bị bãi bỏ.")], True),
        ([Paragraph("Điều này được thay thế.")], True),
        ([Paragraph("Họp được"), Paragraph("sửa đổi")], False),
        ([Paragraph("[3] mục")], False),
        ([table(("[1]", "được sửa đổi"))], False),
        ([], False),
    ],
    ids=[
        "a note",
        "a number",
        "amended",
        "repealed",
        "replaced",
        "over two paragraphs",
        "another number",
        "in a table",
        "nothing",
    ],
)
def test_words_that_every_text_with_notes_has(blocks: list[Block], expected: bool) -> None:
    paragraphs = [SourceParagraph(number, block) for number, block in enumerate(blocks, 1)]
    assert may_have_notes(paragraphs) is expected
