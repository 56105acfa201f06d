"""Tables on the page: painted as they are printed, in one character of the document."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPyTextObject, QTextCharFormat, QTextDocument, QTextFormat

from quyche_app.gui.text_lines import CellRuns, Line
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import px
from quyche_app.gui.widgets.text_cell import CellStyle, TextCell

OBJECT_TYPE = QTextFormat.ObjectTypes.UserObject.value + 1
_NUMBER = QTextFormat.Property.UserProperty.value + 2
Rows = tuple[tuple[str, ...], ...]


class TableObject(QPyTextObject):
    """Lays tables out for the width of the text and paints them."""

    def __init__(self, parent: QTextDocument) -> None:
        super().__init__(parent)
        self._cells: list[TextCell] = []
        self._numbers: dict[tuple[Rows, CellRuns], int] = {}
        self.width = float(px(500))
        self.zoom = 1.0

    def form_of(self, rows: Rows, runs: CellRuns = ()) -> QTextCharFormat:
        """Give the format of the character that stands for a table."""
        number = self._numbers.get((rows, runs))
        if number is None:
            number = self._numbers[rows, runs] = len(self._cells)
            text = "\n".join(" | ".join(row) for row in rows)
            style = CellStyle((t.SIZE_PAGE - 1) * self.zoom, False, 0, 0, 4)
            self._cells.append(TextCell([Line(text, "table", cells=rows, cell_runs=runs)], style))
        form = QTextCharFormat()
        form.setObjectType(OBJECT_TYPE)
        form.setProperty(_NUMBER, number)
        return form

    def _cell(self, form: QTextFormat) -> TextCell:
        number = form.property(_NUMBER)
        return self._cells[int(number) if number is not None else 0]

    def intrinsicSize(self, doc: Any, pos: int, form: QTextFormat) -> QSizeF:
        return QSizeF(self.width, self._cell(form).lay_out(self.width) + px(4))

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: Any, pos: int, form: QTextFormat
    ) -> None:
        cell = self._cell(form)
        cell.lay_out(self.width)
        cell.paint(painter, rect.left(), rect.top() + px(2))
