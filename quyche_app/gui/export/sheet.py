"""A page of paper: black on white in every theme, on the screen as in print
(docs/window.md 5.8)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from quyche_app.gui.export.pages import LEFT_MM, TOP_MM, Page
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import USUAL_POINTS, color, current_look, text_font, use_look

_NUMBER_MM = 4.6


@contextmanager
def on_paper() -> Iterator[None]:
    """Paint and lay out as on paper: black on white, in the size that is printed."""
    look = current_look()
    use_look(replace(look, tokens=t.PAPER, points=USUAL_POINTS))
    try:
        yield
    finally:
        use_look(look)


def paint_sheet(painter: QPainter, sheet: QRectF, page: Page, number: int, mm: float) -> None:
    """Paint a page into a rectangle.

    Args:
        number: of the page; the first carries none.
        mm: length of a millimetre of the paper.
    """
    left, top = sheet.x() + LEFT_MM * mm, sheet.y() + TOP_MM * mm
    if number > 1:
        painter.setFont(text_font(_NUMBER_MM * mm / current_look().scale))
        painter.setPen(color("text"))
        head = QRectF(sheet.x(), sheet.y() + 9 * mm, sheet.width(), 8 * mm)
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, str(number))
    for piece in page.slices:
        painter.save()
        height = piece.bottom - piece.top
        painter.setClipRect(QRectF(sheet.x(), top + piece.y - 1, sheet.width(), height + 2))
        piece.cell.paint(painter, left, top + piece.y - piece.top)
        painter.restore()
    _paint_notes(painter, sheet, page, left, mm)


def _paint_notes(painter: QPainter, sheet: QRectF, page: Page, left: float, mm: float) -> None:
    if not page.notes:
        return
    y = sheet.bottom() - 20 * mm - sum(note.height for note in page.notes)
    painter.setPen(QPen(color("text"), max(1.0, mm * 0.2)))
    painter.drawLine(QPointF(left, y - 2 * mm), QPointF(left + 50 * mm, y - 2 * mm))
    for note in page.notes:
        note.paint(painter, left, y)
        y += note.height
