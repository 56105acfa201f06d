"""Item models over frozen rows, and how the rows are painted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from quyche_app.gui.library.state import Collection, form_of
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.icons import paint_icon
from quyche_app.gui.theme.look import color, line_height, program_font, px, row_px
from quyche_app.gui.widgets.chips import paint_chip
from quyche_app.gui.widgets.rows import ROW_ROLE, Index, RowsModel, paint_row_ground
from quyche_app.gui.widgets.text_wrap import elided, wrapped
from quyche_app.gui.words import day_words
from quyche_app.languages import tr, tr_all
from quyche_app.services.views import DocumentRow, Role

COLUMNS = ("Số, ký hiệu", "Tên văn bản", "Tình trạng", "Người ghi cuối", "Ngày")
_BY, _DAY = 3, 4


class CollectionsModel(RowsModel[Collection]):
    """Collections and issuers with counts."""

    def words_of(self, row: Collection) -> str:
        return (
            tr("{label}, {count} văn bản", label=row.label, count=row.count)
            if row.count is not None and row.key
            else row.label
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and not self._rows[index.row()].key:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def row_of(self, key: str) -> int:
        """Give the line of a collection, -1 for none."""
        return next((at for at, line in enumerate(self._rows) if line.key == key), -1)


class CollectionRows(QStyledItemDelegate):
    """27 px: icon, name, count at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Collection = index.data(ROW_ROLE)
        return QSize(px(100), row_px(t.ROW_HEIGHT + (9 if not line.key else 0)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Collection = index.data(ROW_ROLE)
        rect: QRect = option.rect
        is_on = paint_row_ground(painter, option, "panel")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not line.key:
            painter.setFont(program_font(t.SIZE_TINY, bold=True))
            painter.setPen(color("text2"))
            painter.drawText(
                rect.adjusted(px(12), px(9), 0, 0), Qt.AlignmentFlag.AlignVCenter, line.label
            )
            return
        ink = "accent_text" if is_on else "text"
        painter.setFont(program_font(bold=is_on))
        painter.setPen(color(ink))
        left = px(11)
        if line.icon:
            side = px(15)
            icon_box = QRectF(rect.x() + left, rect.y() + (rect.height() - side) / 2, side, side)
            paint_icon(painter, line.icon, icon_box, color(ink))
            left += px(20)
        count_room = px(34 if line.count is not None else 10)
        words = elided(line.label, painter.fontMetrics(), rect.width() - left - count_room)
        painter.drawText(rect.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        if line.count is not None:
            painter.drawText(
                rect.adjusted(0, 0, -px(10), 0),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                str(line.count),
            )


class DocumentsModel(QAbstractTableModel):
    """The table of documents."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[DocumentRow, ...] = ()

    def show(self, rows: Sequence[DocumentRow]) -> None:
        """Show other documents."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == _DAY else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _cells(row)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            tips = {1: f"{row.title}\n{tr_all(row.remarks)}", _BY: row.updated_by}
            return tips.get(index.column())
        if role == ROW_ROLE:
            return row
        return None

    def document_at(self, row: int) -> DocumentRow:
        """Give the document of a line."""
        return self._rows[row]

    def row_of(self, document_id: str) -> int:
        """Give the line of a document, -1 when it is not shown."""
        return next((at for at, row in enumerate(self._rows) if row.id == document_id), -1)


def _cells(row: DocumentRow) -> tuple[str, ...]:
    """What each column says of a text."""
    return (
        shown_number(row),
        row.title,
        tr(row.chip),
        row.updated_by,
        day_words(row.day),
    )


def shown_number(row: DocumentRow) -> str:
    """Give the number of a text; a draft has none until it is issued."""
    return "—" if row.role is Role.DRAFT else row.number or "—"


_NAME_LINES = 3  # names of regulations are long; three lines at the most


class DocumentRows(QStyledItemDelegate):
    """The name in a few lines, below it size and remark."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.column() != 1:
            return QSize(px(60), row_px(48))
        row: DocumentRow = index.data(ROW_ROLE)
        view = option.widget
        width = view.columnWidth(1) if isinstance(view, QTreeView) else px(400)
        lines = wrapped(row.title, program_font(bold=True), width - px(18), _NAME_LINES)
        height = len(lines) * line_height(t.SIZE_BODY, True) + line_height(t.SIZE_SMALL) + px(12)
        return QSize(px(100), max(row_px(48), height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: DocumentRow = index.data(ROW_ROLE)
        rect: QRect = option.rect
        is_on = paint_row_ground(painter, option, "page", first_column=index.column() == 0)
        painter.setPen(color("line_soft"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(color("text"))
        painter.setFont(program_font())
        inner = rect.adjusted(px(9), px(7), -px(9), -px(4))
        match index.column():
            case 0:
                words = elided(shown_number(row), painter.fontMetrics(), inner.width())
                painter.drawText(inner, Qt.AlignmentFlag.AlignTop, words)
            case 1:
                self._paint_name(painter, row, inner, is_on)
            case 2:
                paint_chip(painter, tr(row.chip), form_of(row), inner.x(), inner.y() - 1)
            case 3:
                words = elided(row.updated_by, painter.fontMetrics(), inner.width())
                painter.drawText(inner, Qt.AlignmentFlag.AlignTop, words)
            case _:
                painter.drawText(
                    inner,
                    Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight,
                    day_words(row.day),
                )

    def _paint_name(self, painter: QPainter, row: DocumentRow, inner: QRect, is_on: bool) -> None:
        font = program_font(bold=is_on)
        y, step = inner.y(), line_height(t.SIZE_BODY, is_on)
        painter.setFont(font)
        for words in wrapped(row.title, font, inner.width(), _NAME_LINES):
            painter.drawText(
                QRect(inner.x(), y, inner.width(), step), Qt.AlignmentFlag.AlignVCenter, words
            )
            y += step
        painter.setFont(program_font(t.SIZE_SMALL))
        painter.setPen(color("text2"))
        step = line_height(t.SIZE_SMALL)
        painter.drawText(
            QRect(inner.x(), y, inner.width(), step),
            Qt.AlignmentFlag.AlignVCenter,
            painter.fontMetrics().elidedText(
                tr_all(row.remarks), Qt.TextElideMode.ElideRight, inner.width()
            ),
        )
