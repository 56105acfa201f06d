"""Characters of symbol fonts in Unicode: what w:sym of Symbol and Wingdings shows.

Only signs seen in office files; anything else is None and is reported by the reader.
"""

from __future__ import annotations

_SYMBOL = (
    dict(
        zip(
            range(0x41, 0x5B),
            "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ",
            strict=True,
        )
    )
    | dict(
        zip(
            range(0x61, 0x7B),
            "αβχδεφγηιϕκλμνοπθρστυϖωξψζ",
            strict=True,
        )
    )
    | {
        0x20: " ",
        0x22: "∀",
        0x24: "∃",
        0x2A: "∗",
        0x2B: "+",
        0x2D: "−",
        0x3C: "<",
        0x3D: "=",
        0x3E: ">",
        0xA3: "≤",
        0xA5: "∞",
        0xAB: "↔",
        0xAC: "←",
        0xAD: "↑",
        0xAE: "→",
        0xAF: "↓",
        0xB0: "°",
        0xB1: "±",
        0xB2: "″",
        0xB3: "≥",
        0xB4: "×",
        0xB7: "•",
        0xB8: "÷",
        0xB9: "≠",
        0xBA: "≡",
        0xBB: "≈",
        0xBC: "…",
        0xC5: "⊕",
        0xC6: "∅",
        0xC7: "∩",
        0xC8: "∪",
        0xCE: "∈",
        0xD6: "√",
        0xD7: "⋅",
        0xDB: "⇔",
        0xDC: "⇐",
        0xDE: "⇒",
        0xE5: "∑",
        0xF2: "∫",
    }
)
_WINGDINGS = {
    0x20: " ",
    0x28: "☎",
    0x2A: "✉",
    0x6C: "●",
    0x6D: "❍",
    0x6E: "■",
    0x6F: "□",
    0x70: "□",
    0x71: "❑",
    0x72: "❒",
    0x73: "⬧",
    0x74: "⧫",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "□",
    0xAB: "★",
    0xAC: "✶",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xEF: "⇦",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0xA3: "□", 0x97: "•"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_PRIVATE = range(0xF000, 0xF100)


def symbol(font: str, code: str) -> str | None:
    """Give the character of a symbol font; ``code`` is hexadecimal. None: not known."""
    try:
        value = int(code, 16)
    except ValueError:
        return None
    table = _FONTS.get(font.lower())
    if value in _PRIVATE:
        value -= _PRIVATE.start
        return None if table is None else table.get(value)
    if table is not None and value in table:
        return table[value]
    is_character = 0x20 <= value < 0xD800 or 0xF900 <= value < 0xFFFE
    return chr(value) if is_character else None


def old_letter(code: str) -> str | None:
    """Give the character of a code in an old Vietnamese font (".VnTime"), as its text has it."""
    try:
        value = int(code, 16)
    except ValueError:
        return None
    value -= _PRIVATE.start if value in _PRIVATE else 0
    return chr(value) if 0x20 <= value <= 0xFF else None
