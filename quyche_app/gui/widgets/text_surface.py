"""The base of painted texts: scrolling, choosing words with the mouse, copying them.

Subclasses say where cells lie; a cell is one provision. Words can be chosen across provisions of
one column. Source: docs/window.md 11.5.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from quyche_app.gui.theme.look import color
from quyche_app.gui.widgets.text_cell import TextCell


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A position in the words: column, row of the column, position in the cell."""

    column: int
    row: int
    position: int


class TextSurface(QAbstractScrollArea):
    """A painted text with cells in one or more columns."""

    row_clicked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._anchor: Spot | None = None
        self._end: Spot | None = None

    # -- what subclasses know -----------------------------------------------------------------

    @abstractmethod
    def spot_at(self, point: QPoint) -> Spot | None:
        """Give the position in the words at a point of the viewport."""

    @abstractmethod
    def cell_at(self, column: int, row: int) -> TextCell | None:
        """Give the cell of a row in a column, laid out."""

    @abstractmethod
    def row_at(self, point: QPoint) -> int:
        """Give the row at a point of the viewport, -1 for none."""

    @abstractmethod
    def row_words(self, row: int) -> str:
        """Give the words of a whole row: what Ctrl+C copies when nothing is chosen."""

    # -- choosing words -------------------------------------------------------------------------

    def _chosen(self) -> tuple[Spot, Spot] | None:
        """Where the chosen words begin and end; None when none are chosen."""
        if self._anchor is None or self._end is None or self._anchor == self._end:
            return None
        return min(self._anchor, self._end), max(self._anchor, self._end)

    def selection_in(self, column: int, row: int) -> tuple[int, int] | None:
        """Give what is chosen of one cell."""
        chosen = self._chosen()
        if chosen is None:
            return None
        start, end = chosen
        if column != start.column or not start.row <= row <= end.row:
            return None
        low = start.position if row == start.row else 0
        high = end.position if row == end.row else 1 << 30
        return low, high

    def chosen_words(self) -> str:
        """Give the words that are chosen, "" for none."""
        chosen = self._chosen()
        if chosen is None:
            return ""
        start, end = chosen
        pieces = []
        for row in range(start.row, end.row + 1):
            cell = self.cell_at(start.column, row)
            inside = self.selection_in(start.column, row)
            if cell is not None and inside is not None:
                pieces.append(cell.copied(inside[0], min(inside[1], cell.length)))
        return "\n".join(pieces)

    def clear_selection(self) -> None:
        """Choose nothing."""
        self._anchor = self._end = None
        self.viewport().update()

    def copy(self) -> None:
        """Put the chosen words, or else the present row, on the clipboard."""
        words = self.chosen_words() or self.row_words(self.present_row())
        if words:
            QGuiApplication.clipboard().setText(words)

    def present_row(self) -> int:
        """The row that commands are about, -1 for none."""
        return -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._anchor = self._end = self.spot_at(event.position().toPoint())
            self.viewport().update()
            row = self.row_at(event.position().toPoint())
            if row >= 0:
                self.row_clicked.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._anchor is not None:
            spot = self.spot_at(event.position().toPoint())
            if spot is not None and spot.column == self._anchor.column:
                self._end = spot
                self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_PageDown:
                bar.setValue(bar.value() + bar.pageStep())
            case Qt.Key.Key_PageUp:
                bar.setValue(bar.value() - bar.pageStep())
            case _:
                super().keyPressEvent(event)

    def paint_focus(self, painter: QPainter) -> None:
        """Show by a frame that keys go to this text."""
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
