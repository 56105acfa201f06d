"""Choosing families that have every Vietnamese letter. Source: docs/window.md 6.3,
docs/libraries.md 2.2."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from quyche_app.gui.theme import tokens as t
from quyche_app.resources_folder import resource


@lru_cache(maxsize=32)
def has_all_letters(family: str, *, bold: bool = False) -> bool:
    """Tell whether the file of a family itself has all Vietnamese letters (no other face mixed in)."""
    font = QFont(family)
    font.setPixelSize(16)
    font.setBold(bold)
    raw = QRawFont.fromFont(font)
    if not raw.isValid() or raw.familyName() != family:
        return False
    return all(raw.supportsCharacter(ord(letter)) for letter in t.VIETNAMESE_LETTERS)


def is_usable(family: str) -> bool:
    """Tell whether a family is here and has all letters in regular and bold."""
    return (
        family in QFontDatabase.families()
        and has_all_letters(family)
        and has_all_letters(family, bold=True)
    )


def choose_family(families: tuple[str, ...]) -> tuple[str, str]:
    """Give the first usable family of a row, and the first of the row that was passed over or "".

    A family that this machine lacks and the program ships is loaded before later ones are taken.
    """
    for family in families:
        if is_usable(family) or (_load(family) and is_usable(family)):
            return family, "" if family == families[0] else families[0]
    return families[-1], families[0]


@lru_cache(maxsize=8)
def _load(family: str) -> bool:
    """Load the files of a family from ``resources/fonts``; tell whether there are any."""
    files = sorted(resource("fonts").glob(f"{family.replace(' ', '')}-*.ttf"))
    loaded = [QFontDatabase.addApplicationFont(str(file)) for file in files]
    has_all_letters.cache_clear()
    return any(number >= 0 for number in loaded)
