"""The look in use: theme, text size and families, and what follows from them.

The window is built for one look; a change of theme or text size builds it anew (shell/window.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF

from quyche_app.gui.theme import tokens as t

USUAL_POINTS = 14
_ROW_ROOM = {"tight": -4, "normal": 0, "wide": 8}


@dataclass(frozen=True, slots=True)
class Look:
    """What everything is painted with: ``scale`` is 1.0, 1.25 or 1.5."""

    tokens: t.Tokens = t.LIGHT
    scale: float = 1.0
    program_family: str = t.PROGRAM_FAMILIES[1]
    text_family: str = t.TEXT_FAMILIES[1]
    missing_family: str = ""  # the serif that was wanted and is not here
    points: int = USUAL_POINTS  # size of the text of regulations
    marks: str = "color"  # how changed words are marked: color, plain, orange
    rows: str = "normal"  # room of rows in lists: tight, normal, wide
    has_rail_words: bool = True


class _Current:
    """Holds the one look in use."""

    look = Look()


def current_look() -> Look:
    """Give the look in use."""
    return _Current.look


def use_look(look: Look) -> None:
    """Put a look into use; widgets made afterwards are painted with it."""
    _Current.look = look
    line_height.cache_clear()
    text_width.cache_clear()


def px(length: float) -> int:
    """Give a length at 100 % in pixels of the text size in use."""
    return round(length * _Current.look.scale)


def color(role: str) -> QColor:
    """Give the colour of a token by its name: color("accent")."""
    return QColor(getattr(_Current.look.tokens, role))


def mark_color(role: str, style: str = "") -> QColor:
    """Give the colour of a mark in words, "added" or "removed_pale", in a style of marks."""
    tokens, style = _Current.look.tokens, style or _Current.look.marks
    if style == "plain":
        return QColor(tokens.page if role.endswith("_pale") else tokens.text)
    if style == "orange" and role.startswith("removed"):
        return QColor(tokens.orange_pale if role.endswith("_pale") else tokens.orange)
    return color(role)


def row_px(height: float) -> int:
    """Give the height of a row of a list with the room that was chosen."""
    return px(height + _ROW_ROOM[_Current.look.rows])


def program_font(size: float = t.SIZE_BODY, *, bold: bool = False) -> QFont:
    """Give the sans of labels and lists; bold means semibold (600)."""
    return _font(_Current.look.program_family, size, bold)


def text_font(size: float = t.SIZE_COLUMN, *, bold: bool = False, italic: bool = False) -> QFont:
    """Give the serif of regulations."""
    font = _font(_Current.look.text_family, size * _Current.look.points / USUAL_POINTS, bold)
    font.setItalic(italic)
    return font


def _font(family: str, size: float, bold: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(max(1, round(size * _Current.look.scale)))
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    font.setHintingPreference(QFont.HintingPreference.PreferDefaultHinting)
    return font


@lru_cache(maxsize=256)
def _height_of(key: str) -> int:
    font = QFont()
    font.fromString(key)
    metrics = QFontMetrics(font)
    # Capitals with two marks rise above the ascent of some families (docs/window.md 11.3).
    return max(metrics.height(), metrics.boundingRect("ẬỂỖỮgy").height())


@lru_cache(maxsize=4096)
def text_width(words: str, size: float, bold: bool = False) -> float:
    """Give the width of words in the serif of regulations, in pixels.

    A long text has the same labels ("1.", "a)") thousands of times, and measuring one costs as much
    as all else about its paragraph.
    """
    return QFontMetricsF(text_font(size, bold=bold)).horizontalAdvance(words)


@lru_cache(maxsize=64)
def line_height(size: float, bold: bool = False) -> int:
    """Give the height of one line of program text that cuts no mark."""
    return _height_of(program_font(size, bold=bold).toString())
