"""The command box: one list under the field, in three groups. Source: docs/window.md 3, 11.2.

The list is a plain child of the window, never a popup: it must not take the focus of the input
method away from the field.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from quyche_app.gui.shell.commands import Found
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, program_font, px
from quyche_app.gui.widgets.fields import TextField
from quyche_app.gui.widgets.text_wrap import elided
from quyche_app.languages import tr

_Index = QModelIndex | QPersistentModelIndex
_FOUND_ROLE = Qt.ItemDataRole.UserRole
WIDTH = 290


class FoundModel(QAbstractListModel):
    """The list under the field."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Found] = []

    def show(self, rows: list[Found]) -> None:
        """Show other matches."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        found = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{found.group}: {found.words}"
        if role == _FOUND_ROLE:
            return found
        return None

    def found(self, row: int) -> Found:
        """Give a match."""
        return self._rows[row]


class _FoundRows(QStyledItemDelegate):
    """Group at the left, words, key at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(200), px(t.ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        found: Found = index.data(_FOUND_ROLE)
        rect = option.rect
        state = option.state
        is_on = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, color("accent_pale" if is_on else "page"))
        if is_on:
            painter.fillRect(rect.x(), rect.y(), px(3), rect.height(), color("accent"))
        painter.setFont(program_font(t.SIZE_TINY))
        painter.setPen(color("text2"))
        painter.drawText(rect.adjusted(px(12), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, found.group)
        painter.drawText(
            rect.adjusted(0, 0, -px(12), 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            found.remark,
        )
        painter.setFont(program_font())
        painter.setPen(color("accent_text" if is_on else "text"))
        words = elided(found.words, painter.fontMetrics(), rect.width() - px(190))
        painter.drawText(rect.adjusted(px(92), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)


class CommandBox(TextField):
    """The field in the menu row with its list."""

    chosen = Signal(object)

    def __init__(self, host: QWidget, find: Callable[[str], list[Found]]) -> None:
        super().__init__(tr("Tìm lệnh, điều khoản, văn bản…"), "search", "Ctrl+K", WIDTH)
        self.setFixedHeight(px(t.SMALL_CONTROL_HEIGHT))
        self._host, self._find = host, find
        self._model = FoundModel(self)
        self._list = QListView(host)
        self._list.setFrameShape(QFrame.Shape.Box)
        self._list.setModel(self._model)
        self._rows = _FoundRows(self._list)
        self._list.setItemDelegate(self._rows)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(tr("Kết quả tìm"))
        self._list.hide()
        self._list.clicked.connect(self._on_click)
        self.textChanged.connect(self._show_found)
        self.installEventFilter(self)

    def _show_found(self) -> None:
        if not self.hasFocus() and not self.text():
            self._list.hide()
            return
        rows = self._find(self.text())
        self._model.show(rows)
        if not rows:
            self._list.hide()
            return
        self._list.setCurrentIndex(self._model.index(0, 0))
        width = px(520)
        place = self.mapTo(self._host, self.rect().bottomRight())
        height = min(len(rows), 16) * px(t.ROW_HEIGHT) + 4
        self._list.setGeometry(place.x() - width, place.y() + 4, width, height)
        self._list.raise_()
        self._list.show()

    def _on_click(self, index: QModelIndex) -> None:
        self._run(index.row())

    def _run(self, row: int) -> None:
        found = self._model.found(row)
        self.close_list()
        self.chosen.emit(found)

    def close_list(self) -> None:
        """Close the list and forget what was typed."""
        self.clear()
        self._list.hide()

    def put_away(self) -> None:
        """The list is a child of the window, not of the field: it goes when the field does."""
        self._list.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            if event.reason() in (
                Qt.FocusReason.MouseFocusReason,
                Qt.FocusReason.ShortcutFocusReason,
            ):
                self._show_found()
        elif event.type() is QEvent.Type.FocusOut:
            self._list.hide()
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        row = self._list.currentIndex().row()
        count = self._model.rowCount()
        match event.key():
            case Qt.Key.Key_Down if count:
                self._list.setCurrentIndex(self._model.index((row + 1) % count, 0))
            case Qt.Key.Key_Up if count:
                self._list.setCurrentIndex(self._model.index((row - 1) % count, 0))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if count and self._list.isVisible():
                self._run(max(row, 0))
            case Qt.Key.Key_Escape:
                self.close_list()
                self.clearFocus()
            case _:
                return False
        return True
