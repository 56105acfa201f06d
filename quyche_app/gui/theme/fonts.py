"""Choosing families that have every Vietnamese letter. Source: ui.md 6.3, dependencies.md 0.2."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from quyche_app.gui.theme import tokens as t


def has_all_letters(family: str, *, bold: bool = False) -> bool:
    """Tell whether the file of a family itself has all Vietnamese letters (no other face mixed in)."""
    font = QFont(family)
    font.setPixelSize(16)
    font.setBold(bold)
    raw = QRawFont.fromFont(font)
    if not raw.isValid() or raw.familyName() != family:
        return False
    return all(raw.supportsCharacter(ord(letter)) for letter in t.VIETNAMESE_LETTERS)


def choose_family(families: tuple[str, ...]) -> tuple[str, str]:
    """Give the first usable family of a row, and the first of the row that was passed over or "".

    A family is usable when it is installed and has all letters in regular and bold.
    """
    installed = set(QFontDatabase.families())
    for family in families:
        if family in installed and has_all_letters(family) and has_all_letters(family, bold=True):
            return family, "" if family == families[0] else families[0]
    return families[-1], families[0]
