"""Names in the room there is: lines broken between words, and the middle left out between words.

An act number stays whole ("3868-QĐ/TU" is one word), and so does every syllable
(docs/window.md 4.7).
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

_MARK = "…"


def elided(text: str, metrics: QFontMetrics, width: int) -> str:
    """Give a text with its middle left out when it is wider than its room.

    Args:
        width: in pixels.
    """
    if metrics.horizontalAdvance(text) <= width:
        return text
    words = text.split(" ")
    head, tail = words[: (len(words) + 1) // 2], words[(len(words) + 1) // 2 :]
    while head and tail:
        if len(head) > len(tail):
            head.pop()
        else:
            tail.pop(0)
        shown = " ".join([*head, _MARK, *tail])
        if metrics.horizontalAdvance(shown) <= width and head and tail:
            return shown
    # Not even one word on each side: letters it must be.
    return metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, max(width, 0))


def line_count(text: str, metrics: QFontMetrics, width: int) -> int:
    """Give how many lines a text takes when it is broken between words."""
    if metrics.horizontalAdvance(text) <= width:
        return 1
    count, used, space = 1, 0, metrics.horizontalAdvance(" ")
    for word in text.split(" "):
        wide = metrics.horizontalAdvance(word)
        if used and used + wide > width:
            count, used = count + 1, 0
        used += wide + space
    return count


def wrapped(text: str, font: QFont, width: int, most: int) -> list[str]:
    """Give a text in at most so many lines; what is too long loses the middle of its last line."""
    metrics = QFontMetrics(font)
    lines: list[str] = [""]
    words = text.split(" ")
    for at, word in enumerate(words):
        joined = f"{lines[-1]} {word}".strip()
        if not lines[-1] or metrics.horizontalAdvance(joined) <= width:
            lines[-1] = joined
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = elided(" ".join([lines[-1], *words[at:]]), metrics, width)
            break
    return lines
