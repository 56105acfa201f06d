"""Cards of instructions and the table of occurrences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from quyche_app.domain.addresses import parse_path
from quyche_app.domain.operations import Occurrence
from quyche_app.domain.texts import capital
from quyche_app.gui.amendments.state import Card, occurrence_line
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, line_height, program_font, px, row_px
from quyche_app.gui.widgets.chips import chip_size, paint_chip
from quyche_app.gui.widgets.rows import paint_row_ground
from quyche_app.gui.widgets.text_cell import CellStyle, TextCell
from quyche_app.gui.widgets.text_wrap import elided
from quyche_app.languages import tr

_Index = QModelIndex | QPersistentModelIndex
CARD_ROLE = Qt.ItemDataRole.UserRole
OCCURRENCE_ROLE = Qt.ItemDataRole.UserRole
OCCURRENCE_COLUMNS = ("Chỗ", "Điều khoản", "Trước → sau", "Tình trạng")


class CardsModel(QAbstractListModel):
    """Instructions as cards."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: tuple[Card, ...] = ()

    def show(self, cards: Sequence[Card]) -> None:
        """Show other cards; the same number of them keeps the place."""
        cards = tuple(cards)
        if len(cards) == len(self._cards):
            self._cards = cards
            if cards:
                self.dataChanged.emit(self.index(0, 0), self.index(len(cards) - 1, 0))
            return
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            decision = f", {card.decision_chip[0]}" if card.decision else ""
            return (
                f"{card.number}. {card.target}: {card.verb} {card.words} ({card.chip[0]}{decision})"
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{card.target}\n{card.verb} {card.words}"
        if role == CARD_ROLE:
            return card
        return None

    def row_of(self, index: int) -> int:
        """Give the line of an instruction, -1 when it is filtered out."""
        return next((at for at, card in enumerate(self._cards) if card.index == index), -1)


class CardRows(QStyledItemDelegate):
    """A card: number, target, decision, state; below it verb and start of the words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        high = line_height(t.SIZE_BODY, True) + line_height(t.SIZE_SMALL) + px(24)
        return QSize(px(200), max(row_px(61), high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        card: Card = index.data(CARD_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_on = bool(state & QStyle.StateFlag.State_Selected)
        box = QRectF(rect).adjusted(px(10) + 0.5, 3.5, -px(10) - 0.5, -4.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("accent" if is_on else "line"), 1))
        painter.setBrush(color("accent_pale" if is_on else "control"))
        painter.drawRoundedRect(box, px(t.RADIUS_CARD), px(t.RADIUS_CARD))
        if is_on:
            painter.fillRect(QRectF(box.x(), box.y() + 2, px(3), box.height() - 4), color("accent"))
        self._paint_words(painter, card, box)

    def _paint_words(self, painter: QPainter, card: Card, box: QRectF) -> None:
        high = line_height(t.SIZE_BODY, True)
        top, left, right = box.y() + px(7), box.x() + px(11), box.right() - px(10)
        painter.setFont(program_font(t.SIZE_SMALL))
        painter.setPen(color("text2"))
        number = str(card.number)
        painter.drawText(QRectF(left, top, px(30), high), Qt.AlignmentFlag.AlignVCenter, number)
        left += max(px(14), painter.fontMetrics().horizontalAdvance(number) + px(6))
        painter.setFont(program_font(bold=True))
        second_right = right
        needed = painter.fontMetrics().horizontalAdvance(card.target)
        # A chip that would cut the name of the provision stands a line lower.
        for words, form in (card.chip, card.decision_chip):
            if not words:
                continue
            width = chip_size(words, form).width()
            if needed <= right - width - px(6) - left:
                right -= width
                paint_chip(painter, words, form, right, top)
                right -= px(6)
            else:
                second_right -= width
                paint_chip(painter, words, form, second_right, top + high + px(2))
                second_right -= px(6)
        painter.setPen(color("text"))
        target = elided(card.target, painter.fontMetrics(), int(right - left))
        painter.drawText(
            QRectF(left, top, right - left, high), Qt.AlignmentFlag.AlignVCenter, target
        )
        start = box.x() + px(11)
        second = QRectF(start, top + high + px(3), second_right - start, line_height(t.SIZE_SMALL))
        painter.setFont(program_font(t.SIZE_SMALL))
        painter.setPen(color("text2"))
        painter.drawText(second, Qt.AlignmentFlag.AlignVCenter, card.verb)
        shift = painter.fontMetrics().horizontalAdvance(card.verb + " ")
        painter.setPen(color("text"))
        words = painter.fontMetrics().elidedText(
            card.words, Qt.TextElideMode.ElideRight, int(second.width() - shift)
        )
        painter.drawText(second.adjusted(shift, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)


class OccurrencesModel(QAbstractTableModel):
    """Each place of a phrase with the sentence before and after."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Occurrence, ...] = ()

    def show(self, rows: Sequence[Occurrence]) -> None:
        """Show other places."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(OCCURRENCE_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(OCCURRENCE_COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        occurrence = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (
                str(index.row() + 1),
                provision_words(occurrence.path),
                f"{occurrence.before} → {occurrence.after}",
                tr("khớp"),
            )[index.column()]
        if role == OCCURRENCE_ROLE:
            return occurrence
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 2:
            return f"{occurrence.before}\n→ {occurrence.after}"
        return None

    def occurrence_at(self, row: int) -> Occurrence:
        """Give a place."""
        return self._rows[row]


def provision_words(path: str) -> str:
    """Give a path in words: "Khoản 2 Điều 17"."""
    address = parse_path(path)
    return capital(address.words) if address is not None else path


class OccurrenceRows(QStyledItemDelegate):
    """Rows of the table of occurrences; the sentence is set in the serif, with marks."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(60), row_px(33))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        occurrence: Occurrence = index.data(OCCURRENCE_ROLE)
        paint_row_ground(painter, option, "page", first_column=index.column() == 0)
        painter.setPen(color("line_soft"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(px(9), 0, -px(6), 0)
        if index.column() == 2:
            painter.save()
            painter.setClipRect(inner)
            cell = TextCell([occurrence_line(occurrence)], CellStyle(t.SIZE_QUOTATION, False, 0))
            high = cell.lay_out(4000)
            cell.paint(painter, inner.x(), inner.y() + (inner.height() - high) / 2)
            painter.restore()
            return
        if index.column() == 3:
            paint_chip(
                painter, tr("khớp"), "good", inner.x(), inner.y() + (inner.height() - px(20)) / 2
            )
            return
        painter.setPen(color("text2" if index.column() == 0 else "text"))
        painter.setFont(program_font(bold=index.column() == 1))
        words = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideMiddle, inner.width()
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)
