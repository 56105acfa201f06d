"""What lists over frozen rows share: the model, and the ground of a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from quyche_app.gui.theme.look import color, px

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_Row = TypeVar("_Row")


class RowsModel(QAbstractListModel, Generic[_Row]):
    """A list of frozen rows, shown anew as a whole."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_Row] = []

    def show(self, rows: Sequence[_Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def words_of(self, row: _Row) -> str:
        """Give a row as it is read aloud and copied."""
        raise NotImplementedError

    def row_at(self, number: int) -> _Row:
        """Give the row of a line."""
        return self._rows[number]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words_of(row)
        return row if role == ROW_ROLE else None


def paint_row_ground(
    painter: QPainter, option: QStyleOptionViewItem, ground: str, *, first_column: bool = True
) -> bool:
    """Paint the ground of a row: selection is a pale fill and a bar at the left
    (docs/window.md 4.6)."""
    rect: QRect = option.rect
    state: QStyle.StateFlag = option.state
    is_on = bool(state & QStyle.StateFlag.State_Selected)
    painter.fillRect(rect, color("accent_pale" if is_on else ground))
    if is_on and first_column:
        painter.fillRect(rect.x(), rect.y(), px(3), rect.height(), color("accent"))
    return is_on
