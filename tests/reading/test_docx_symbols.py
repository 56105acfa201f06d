"""Characters of symbol fonts in Unicode."""

from __future__ import annotations

import pytest

from quyche_app.reading.docx_symbols import old_letter, symbol


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Symbol", "F0B4", "×"),
        ("symbol", "00B4", "×"),
        ("SYMBOL", "F061", "α"),
        ("Symbol", "F05A", "Ζ"),
        ("Symbol", "F041", "Α"),
        ("Symbol", "F07A", "ζ"),
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings 2", "F050", "✓"),
        ("Wingdings 2", "F04F", "✗"),
        ("Wingdings 2", "F04E", None),
        ("Symbol", "F0AB", "↔"),
        ("Symbol", "F0AA", None),
        ("Symbol", "F0DC", "⇐"),
        ("Symbol", "F0DB", "⇔"),
        ("Wingdings", "F071", "❑"),
        ("Wingdings", "F072", "❒"),
        ("Wingdings", "F077", "⬥"),
        ("Wingdings", "F078", None),
        ("Wingdings", "F0A8", "□"),
        ("Wingdings", "F0DF", "←"),
        ("Wingdings", "F0E0", "→"),
        ("Wingdings", "F0E1", "↑"),
        ("Wingdings", "F0E2", "↓"),
        ("Wingdings", "F000", None),
        ("Wingdings 3", "F0FC", None),
        ("Symbol", "0041", "Α"),
        ("Times New Roman", "0041", "A"),
        ("Times New Roman", "0020", " "),
        ("Times New Roman", "001F", None),
        ("Times New Roman", "D7FF", "\ud7ff"),
        ("Times New Roman", "D800", None),
        ("Times New Roman", "F8FF", None),
        ("Times New Roman", "F900", "\uf900"),
        ("Times New Roman", "FFFD", "\ufffd"),
        ("Times New Roman", "FFFE", None),
        ("Symbol", "xyz", None),
        ("Symbol", "", None),
    ],
)
def test_a_character_of_a_symbol_font(font: str, code: str, shown: str | None) -> None:
    assert symbol(font, code) == shown


@pytest.mark.parametrize(
    ("code", "letter"),
    [
        ("F0B5", "µ"),
        ("00B5", "µ"),
        ("F020", " "),
        ("F01F", None),
        ("F0FF", "ÿ"),
        ("0100", None),
        ("F100", None),
        ("001F", None),
        ("x", None),
    ],
)
def test_a_code_of_an_old_vietnamese_font(code: str, letter: str | None) -> None:
    assert old_letter(code) == letter
