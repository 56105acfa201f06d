"""Changing a table: a small grid over the page; cells that are not touched keep their marks."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QTableWidget, QTableWidgetItem, QWidget

from quyche_app.domain.units import Cell, Paragraph, Table, block_lines
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import program_font, px
from quyche_app.gui.widgets.basic import Label, column, row
from quyche_app.gui.widgets.buttons import Button
from quyche_app.languages import tr


class TableDialog(QDialog):
    """A grid of the words of a table."""

    def __init__(self, table: Table, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Bảng"))
        self.resize(px(720), px(420))
        self._table = table
        self._is_removed = False
        layout = column(self, margins=(16, 16, 16, 16), gap=12)
        layout.addWidget(Label(tr("Bảng trong lời văn"), size=t.SIZE_H1, bold=True))
        columns = max((len(cells) for cells in table.rows), default=1)
        self._grid = QTableWidget(len(table.rows), columns)
        self._grid.setFont(program_font())
        self._grid.setAccessibleName(tr("Các ô của bảng"))
        self._grid.horizontalHeader().hide()
        self._grid.verticalHeader().hide()
        self._grid.horizontalHeader().setDefaultSectionSize(px(200))
        self._grid.setWordWrap(True)
        for number, cells in enumerate(table.rows):
            for at, cell in enumerate(cells):
                self._grid.setItem(number, at, QTableWidgetItem(_words(cell)))
        self._grid.resizeRowsToContents()
        layout.addWidget(self._grid, 1)
        tools = row(gap=6)
        for words, run in (
            (tr("Thêm hàng"), self._add_row),
            (tr("Bỏ hàng"), self._remove_row),
            (tr("Thêm cột"), self._add_column),
            (tr("Bỏ cột"), self._remove_column),
        ):
            button = Button(words, small=True)
            button.clicked.connect(run)
            tools.addWidget(button)
        tools.addStretch()
        layout.addLayout(tools)
        buttons = row()
        remove = Button(tr("Bỏ cả bảng"))
        remove.clicked.connect(self._remove)
        buttons.addWidget(remove)
        buttons.addStretch()
        cancel = Button(tr("Hủy"))
        cancel.clicked.connect(self.reject)
        done = Button(tr("Xong"), "ok", main=True)
        done.clicked.connect(self.accept)
        buttons.addWidget(cancel)
        buttons.addWidget(done)
        layout.addLayout(buttons)

    def _add_row(self) -> None:
        self._grid.insertRow(self._grid.currentRow() + 1 or self._grid.rowCount())

    def _remove_row(self) -> None:
        if self._grid.rowCount() > 1:
            self._grid.removeRow(max(0, self._grid.currentRow()))

    def _add_column(self) -> None:
        self._grid.insertColumn(self._grid.currentColumn() + 1 or self._grid.columnCount())

    def _remove_column(self) -> None:
        if self._grid.columnCount() > 1:
            self._grid.removeColumn(max(0, self._grid.currentColumn()))

    def _remove(self) -> None:
        self._is_removed = True
        self.accept()

    def table(self) -> Table | None:
        """Give the table as it is now, None when it was taken out."""
        if self._is_removed:
            return None
        known = {_words(cell): cell for cells in self._table.rows for cell in cells if _words(cell)}
        rows = []
        for number in range(self._grid.rowCount()):
            cells = []
            for at in range(self._grid.columnCount()):
                item = self._grid.item(number, at)
                words = item.text() if item is not None else ""
                same = self._same_cell(number, at, words)
                cells.append(same or known.get(words) or _cell(words))
            rows.append(tuple(_without_covered(cells)))
        return Table(tuple(rows))

    def _same_cell(self, number: int, at: int, words: str) -> Cell | None:
        rows = self._table.rows
        if number < len(rows) and at < len(rows[number]) and _words(rows[number][at]) == words:
            return rows[number][at]
        return None


def _without_covered(cells: list[Cell]) -> list[Cell]:
    """A cell over several columns leaves no cells of its own under it."""
    kept: list[Cell] = []
    skip = 0
    for cell in cells:
        if skip and not _words(cell):
            skip -= 1
            continue
        kept.append(cell)
        skip = cell.span - 1
    return kept


def _words(cell: Cell) -> str:
    return "\n".join(line for block in cell.blocks for line in block_lines(block))


def _cell(words: str) -> Cell:
    return Cell(tuple(Paragraph(line) for line in words.split("\n")))
