"""The list of changes at the right of a comparison."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from quyche_app.gui.compare.rows import ListedChange
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, line_height, program_font, px, row_px
from quyche_app.gui.theme.style import paint_tick
from quyche_app.gui.widgets.chips import chip_size, paint_chip
from quyche_app.gui.widgets.rows import paint_row_ground
from quyche_app.gui.widgets.text_wrap import elided

_Index = QModelIndex | QPersistentModelIndex
CHANGE_ROLE = Qt.ItemDataRole.UserRole


class ChangesModel(QAbstractListModel):
    """Changes with their ticks.

    Args:
        is_seen: tells whether a change is ticked.
        tick: ticks a change or takes the tick away.
    """

    def __init__(self, is_seen: Callable[[int], bool], tick: Callable[[int], None]) -> None:
        super().__init__()
        self._is_seen, self._tick = is_seen, tick
        self._changes: tuple[ListedChange, ...] = ()

    def show(self, changes: Sequence[ListedChange]) -> None:
        """Show other changes."""
        self.beginResetModel()
        self._changes = tuple(changes)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._changes)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        base = super().flags(index)
        return base | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else base

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        change = self._changes[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{change.number}. {change.words}: {change.chip}. {change.summary}"
        if role == Qt.ItemDataRole.CheckStateRole:
            return (
                Qt.CheckState.Checked if self._is_seen(change.number) else Qt.CheckState.Unchecked
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return change.summary
        if role == CHANGE_ROLE:
            return change
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self._tick(self._changes[index.row()].number)
        self.dataChanged.emit(index, index)
        return True

    def row_of(self, number: int) -> int:
        """Give the line of a change, -1 when it is filtered out."""
        return next((at for at, c in enumerate(self._changes) if c.number == number), -1)

    def refresh(self) -> None:
        """Paint the ticks again."""
        if self._changes:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._changes) - 1, 0))


class ChangeRows(QStyledItemDelegate):
    """Tick, number, provision and kind; below it the words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        high = line_height(t.SIZE_BODY, True) + line_height(t.SIZE_SMALL) + px(9)
        return QSize(px(100), max(row_px(47), high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        change: ListedChange = index.data(CHANGE_ROLE)
        rect: QRect = option.rect
        paint_row_ground(painter, option, "panel")
        painter.setPen(color("line_soft"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        high = line_height(t.SIZE_BODY, True)
        top = rect.y() + px(4)
        paint_tick(painter, _tick_box(rect, high), is_on=ticked)
        painter.setFont(program_font(t.SIZE_SMALL))
        painter.setPen(color("text2"))
        number = str(change.number)
        room = max(px(22), painter.fontMetrics().horizontalAdvance(number) + px(6))
        number_box = QRectF(rect.x() + px(32), top, room, high)
        painter.drawText(number_box, Qt.AlignmentFlag.AlignVCenter, number)
        width = chip_size(change.chip, change.form).width()
        paint_chip(painter, change.chip, change.form, rect.right() - width - px(8), top)
        left = rect.x() + px(34) + room
        room = rect.right() - width - px(14) - left
        painter.setFont(program_font(bold=True))
        painter.setPen(color("text"))
        words = elided(change.words, painter.fontMetrics(), room)
        painter.drawText(QRectF(left, top, room, high), Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(program_font(t.SIZE_SMALL))
        painter.setPen(color("text2"))
        room = rect.right() - px(8) - left
        summary = painter.fontMetrics().elidedText(
            change.summary, Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(
            QRectF(left, top + high, room, line_height(t.SIZE_SMALL)),
            Qt.AlignmentFlag.AlignVCenter,
            summary,
        )

    def editorEvent(  # type: ignore[override]
        self, event: QEvent, model: ChangesModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        if event.type() is QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            rect: QRect = option.rect
            if event.position().x() < rect.x() + px(30):
                return model.setData(index, None, Qt.ItemDataRole.CheckStateRole)
        return False


def _tick_box(rect: QRect, high: int) -> QRectF:
    side = px(16)
    return QRectF(rect.x() + px(12), rect.y() + px(4) + (high - side) / 2, side, side)
