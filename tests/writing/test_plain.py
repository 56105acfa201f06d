"""A text as plain lines."""

from __future__ import annotations

import pytest

from quyche_app.domain.acts import Act
from quyche_app.domain.units import Paragraph
from quyche_app.writing.plain import text_bytes
from tests.making import act, article, clause


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (act(article("1", "Họp", clause("1", "Lời."))), "Điều 1. Họp\n1. Lời.\n"),
        (act(article("1", "Họp", repealed=True)), "Điều 1. (được bãi bỏ)\n"),
        (act(article("1", None, lead=()), article("2", "Họp")), "Điều 1.\nĐiều 2. Họp\n"),
        (Act(), "\n"),
    ],
    ids=["a paragraph a line", "repealed", "a bare label", "nothing"],
)
def test_one_paragraph_is_one_line_in_utf_8(text: Act, lines: str) -> None:
    assert text_bytes(text) == lines.encode()


def test_a_paragraph_without_words_is_no_line() -> None:
    made = act(article("1", "Họp", lead=(Paragraph("Một."), Paragraph(" "), Paragraph("Hai."))))
    assert text_bytes(made).decode().splitlines() == ["Điều 1. Họp", "Một.", "Hai."]
