"""Marks in texts, painted in one place so that page, columns, cards and tables agree.

Each kind has a line style of its own, so that marks survive the photocopier.
Source: docs/window.md 6.2. Qt knows no double underline (docs/window.md 11.1), so all lines are painted
here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
)

from quyche_app.gui.text_lines import Run
from quyche_app.gui.theme.look import color, mark_color, px

_GAP = 2.0  # between removed words and those that replace them; no space enters the text


def formats(runs: Sequence[Run], length: int) -> list[QTextLayout.FormatRange]:
    """Give what the layout itself must know: weight, colour, pale fill, raised numbers."""
    ranges = []
    for run in runs:
        made = QTextLayout.FormatRange()
        made.start, made.length = run.start, min(run.end, length) - run.start
        made.format = char_format(run.form)
        ranges.append(made)
        if run.form == "removed" and any(o.form == "added" and o.start == run.end for o in runs):
            ranges.append(_gap_after(run))
    return ranges


def char_format(form: str) -> QTextCharFormat:
    """Give the format of a mark: weight, colour, pale fill."""
    made = QTextCharFormat()
    match form:
        case "bold":
            made.setFontWeight(QFont.Weight.Bold)
        case "italic":
            made.setFontItalic(True)
        case "note":
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            made.setForeground(QBrush(color("accent")))
        case "low":
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
        case "found":
            made.setBackground(QBrush(color("found")))
            made.setForeground(QBrush(color("found_text")))
        case "quiet":
            made.setForeground(QBrush(color("text2")))
        case "added" | "removed" | "moved":
            made.setForeground(QBrush(mark_color(form)))
            made.setBackground(QBrush(mark_color(f"{form}_pale")))
    return made


def _gap_after(run: Run) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = run.end - 1, 1
    made.format = char_format(run.form)
    made.format.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    made.format.setFontLetterSpacing(_GAP)
    return made


def paint_marks(
    painter: QPainter, layout: QTextLayout, origin: QPointF, runs: Sequence[Run]
) -> None:
    """Paint the lines of marks over words that were drawn at ``origin``."""
    for run in runs:
        if run.form in ("added", "removed", "moved", "trace", "noise", "underline", "wave"):
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                start = max(run.start, line.textStart())
                end = min(run.end, line.textStart() + line.textLength())
                end -= _trailing_space(layout.text(), start, end, line)
                if start < end:
                    _paint_stretch(painter, line, origin, start, end, run.form)


def _trailing_space(text: str, start: int, end: int, line: QTextLine) -> int:
    """Spaces at the end of a line carry no mark: they hang over the margin."""
    at_line_end = end == line.textStart() + line.textLength()
    return len(text[start:end]) - len(text[start:end].rstrip(" ")) if at_line_end else 0


def _x_of(line: QTextLine, position: int) -> float:
    place: Any = line.cursorToX(position)
    # The binding gives the place alone or together with the position it was asked for.
    return float(place[0] if isinstance(place, tuple) else place)


def _paint_stretch(
    painter: QPainter, line: QTextLine, origin: QPointF, start: int, end: int, form: str
) -> None:
    left, right = _x_of(line, start) + origin.x(), _x_of(line, end) + origin.x()
    base = origin.y() + line.y() + line.ascent()
    painter.save()
    width = max(1.0, px(1))
    match form:
        case "added" | "underline":
            painter.setPen(QPen(mark_color("added") if form == "added" else color("text"), width))
            _line(painter, left, right, base + px(2.5))
        case "removed":
            painter.setPen(QPen(mark_color("removed"), width))
            _line(painter, left, right - 1, base - line.ascent() * 0.3)
        case "moved":
            painter.setPen(QPen(mark_color("moved"), width))
            _line(painter, left, right, base + px(2))
            _line(painter, left, right, base + px(4.5))
        case "wave":
            painter.setPen(QPen(color("doubt"), width))
            _wave(painter, left, right, base + px(3))
        case _:
            pen = QPen(color("text2"), 1.6)
            pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
            _line(painter, left, right, base + px(3))
    painter.restore()


def _line(painter: QPainter, left: float, right: float, y: float) -> None:
    level = round(y) + 0.5
    painter.drawLine(QPointF(left, level), QPointF(right, level))


def _wave(painter: QPainter, left: float, right: float, y: float) -> None:
    step = float(px(3))
    points, up, x = [], True, left
    while x <= right:
        points.append(QPointF(x, y - (1 if up else -1)))
        up, x = not up, x + step
    painter.drawPolyline(points)
