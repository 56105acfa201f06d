"""Bars of the articles that ever changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, program_font, px, row_px
from quyche_app.gui.timeline.scale import Scale
from quyche_app.gui.widgets.rows import paint_row_ground
from quyche_app.gui.words import day_words
from quyche_app.languages import tr
from quyche_app.services.views import Span, TimelineRow

_Index = QModelIndex | QPersistentModelIndex
BARS_ROLE = Qt.ItemDataRole.UserRole
_LABEL_WIDTH = 106


def span_words(span: Span) -> str:
    """Give what stands in a bar: gốc, lần 1, bổ sung."""
    if span.is_inserted:
        return tr("bổ sung")
    return tr("gốc") if span.ordinal == 0 else tr("lần {ordinal}", ordinal=span.ordinal)


def _tone(span: Span) -> str:
    """The shade of a wording: the first one, the one that followed, later ones."""
    if span.ordinal == 0 and not span.is_inserted:
        return "tone1"
    return "tone2" if span.ordinal <= 1 else "tone3"


class BarsModel(QAbstractListModel):
    """Articles with their wordings over time."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[TimelineRow, ...] = ()

    def show(self, rows: Sequence[TimelineRow]) -> None:
        """Show other articles."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            spans = "; ".join(
                tr(
                    "{span} từ {day}",
                    span=span_words(span),
                    day=day_words(span.valid_from, tr("đầu")),
                )
                for span in row.spans
                if span.ordinal >= 0
            )
            return f"{row.words}: {spans}"
        if role == BARS_ROLE:
            return row
        return None

    def row_of(self, unit_id: str) -> int:
        """Give the line of an article, -1 for none."""
        return next((at for at, row in enumerate(self._rows) if row.unit_id == unit_id), -1)


class BarRows(QStyledItemDelegate):
    """Label and bars; a line for the day runs through all rows."""

    def __init__(self) -> None:
        super().__init__()
        self._days: list[date] = []
        self._day = date.today()

    def show_day(self, days: list[date], day: date) -> None:
        """Set the ends of the axis and the day looked at."""
        self._days, self._day = days, day

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(200), row_px(t.ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: TimelineRow = index.data(BARS_ROLE)
        rect: QRect = option.rect
        is_on = paint_row_ground(painter, option, "page")
        painter.setPen(color("line_soft"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(program_font(bold=is_on))
        painter.setPen(color("text"))
        label = QRectF(rect.x() + px(14), rect.y(), px(_LABEL_WIDTH), rect.height())
        painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, row.words)
        left, right = rect.x() + px(14 + _LABEL_WIDTH), rect.right() - px(16)
        scale = Scale(self._days, right - left - px(40), px(72))
        for span in row.spans:
            self._paint_span(painter, span, scale, left, right, rect)
        x = left + scale.x_of(self._day)
        painter.setPen(QPen(color("text"), 2))
        painter.drawLine(int(x), rect.top(), int(x), rect.bottom())

    def _paint_span(
        self, painter: QPainter, span: Span, scale: Scale, left: int, right: int, rect: QRect
    ) -> None:
        begin = left if span.valid_from is None else left + scale.x_of(span.valid_from)
        end = right if span.valid_to is None else left + scale.x_of(span.valid_to) - 1
        if span.ordinal < 0:
            if span.valid_from is not None:
                self._paint_gone(painter, QRectF(begin, rect.y(), end - begin, rect.height()))
            return
        tone = _tone(span)
        box = QRectF(begin, rect.y() + px(6), max(2.0, end - begin), rect.height() - px(12))
        is_contrast = color("edge") == color("text")
        painter.setPen(QPen(color("edge"), 1) if is_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(tone_brush(tone))
        painter.drawRoundedRect(box, 2, 2)
        painter.setFont(program_font(t.SIZE_TINY))
        painter.setPen(color("page" if is_contrast and tone == "tone3" else "tone_text"))
        words = painter.fontMetrics().elidedText(
            span_words(span), Qt.TextElideMode.ElideRight, int(box.width() - px(8))
        )
        if is_contrast and tone == "tone2":  # no word is read through hatching
            wide = painter.fontMetrics().horizontalAdvance(words)
            painter.fillRect(
                QRectF(box.x() + px(3), box.y() + 1, wide + px(4), box.height() - 2), color("page")
            )
        painter.drawText(box.adjusted(px(5), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_gone(self, painter: QPainter, box: QRectF) -> None:
        """The article was repealed: words where its bar ended."""
        painter.setFont(program_font(t.SIZE_TINY))
        painter.setPen(color("text2"))
        painter.drawText(box.adjusted(px(5), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, tr("bãi bỏ"))


def tone_brush(tone: str) -> QBrush:
    """Give the fill of a wording: three tones; in high contrast hollow, hatched, solid
    (docs/window.md 6.1)."""
    if color("edge") != color("text"):
        return QBrush(color(tone))
    pattern = {
        "tone1": Qt.BrushStyle.NoBrush,
        "tone2": Qt.BrushStyle.BDiagPattern,
        "tone3": Qt.BrushStyle.SolidPattern,
    }[tone]
    return QBrush(color("text"), pattern)
