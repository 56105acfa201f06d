"""The two columns of a comparison, painted: provisions level with each other, a band between them
with number, tick and a bar in the colour of the kind, hatched where a side is missing.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent

from quyche_app.gui.compare.rows import CompareRow
from quyche_app.gui.stack import Stack
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.icons import paint_icon
from quyche_app.gui.theme.look import color, line_height, program_font, px
from quyche_app.gui.theme.style import paint_tick
from quyche_app.gui.widgets.text_cell import CellStyle, TextCell
from quyche_app.gui.widgets.text_surface import Spot, TextSurface
from quyche_app.languages import tr

BAND = 38
_PAD_X, _PAD_Y = 12, 6
_FOLD_HEIGHT = 24
_BAND_LEAST = 44  # room for number and tick
_EXACT_UP_TO = 600


class CompareView(TextSurface):
    """Both columns and the band between them.

    Signals:
        change_chosen: number of the change that was clicked.
        tick_clicked: number of the change whose tick was clicked.
        fold_opened: row of the fold that was clicked.
        scrolled: the visible part moved.
    """

    change_chosen = Signal(int)
    tick_clicked = Signal(int)
    scrolled = Signal()

    def __init__(self, is_seen: Callable[[int], bool]) -> None:
        super().__init__()
        self._is_seen = is_seen
        self._rows: list[CompareRow] = []
        self._cells: dict[tuple[int, int], TextCell] = {}
        self._stack = Stack()
        self._present = 0
        self._style = CellStyle()
        self.setAccessibleName(tr("So sánh hai cột"))
        self.verticalScrollBar().valueChanged.connect(self._tell_scrolled)
        self.row_clicked.connect(self._on_row)

    def _tell_scrolled(self) -> None:
        self.scrolled.emit()

    # -- contents -----------------------------------------------------------------------------

    def show_rows(
        self, rows: tuple[CompareRow, ...], present: int, *, keep_place: bool = False
    ) -> None:
        """Show other rows."""
        place = self.verticalScrollBar().value() if keep_place else 0
        self._rows = list(rows)
        self._present = present
        self._cells = {}
        self.clear_selection()
        self._measure()
        if keep_place:
            self.verticalScrollBar().setValue(place)
        elif present:
            self.show_change(present)
        self._describe()

    def open_fold(self, row: int) -> None:
        """Show what a fold holds, in its place."""
        if 0 <= row < len(self._rows) and self._rows[row].is_fold:
            place = self.verticalScrollBar().value()
            self._rows[row : row + 1] = self._rows[row].folded
            self._cells = {}
            self._measure()
            self.verticalScrollBar().setValue(place)

    def open_fold_of(self, unit_id: str) -> int:
        """Give the row of a provision, opened when it was folded; -1 when it is not here."""
        for at, row in enumerate(self._rows):
            inner = [each for each in row.folded if unit_id in (each.left_unit, each.right_unit)]
            if inner:
                self.open_fold(at)
                return at + row.folded.index(inner[0])
            if unit_id in (row.left_unit, row.right_unit):
                return at
        return -1

    def _measure(self) -> None:
        is_short = len(self._rows) <= _EXACT_UP_TO
        heights = [self._row_height(at, exact=is_short) for at in range(len(self._rows))]
        self._stack = Stack(heights, exact=is_short)
        self._set_range()

    def _set_range(self) -> None:
        view = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, int(self._stack.total + px(80) - view)))
        bar.setPageStep(view)
        bar.setSingleStep(px(24))
        self.viewport().update()
        self.scrolled.emit()

    def _row_height(self, at: int, *, exact: bool) -> float:
        row = self._rows[at]
        if row.is_fold:
            return px(_FOLD_HEIGHT)
        height = 0.0
        for side in (0, 1):
            cell = self._cell(side, at)
            if cell is not None:
                width = self._text_width()
                own = cell.lay_out(width) if exact else cell.estimated_height(width)
                remark = row.right_remark if side else row.left_remark
                height = max(height, own + (line_height(t.SIZE_SMALL) + px(4) if remark else 0))
        height += 2 * px(_PAD_Y)
        return max(height, px(_BAND_LEAST) if row.change and self._starts_change(at) else 0)

    def _cell(self, side: int, at: int) -> TextCell | None:
        lines = self._rows[at].right if side else self._rows[at].left
        if not lines:
            return None
        key = (side, at)
        if key not in self._cells:
            self._cells[key] = TextCell(lines, self._style)
        return self._cells[key]

    # -- geometry -------------------------------------------------------------------------------

    def _column_width(self) -> float:
        return max(100.0, (self.viewport().width() - px(BAND)) / 2)

    def _text_width(self) -> float:
        return self._column_width() - 2 * px(_PAD_X)

    def _left_of(self, side: int) -> float:
        return self._column_width() + px(BAND) if side else 0.0

    def column_lefts(self) -> tuple[float, float]:
        """Where the words of both columns begin, for the heads above them."""
        return px(_PAD_X), self._left_of(1) + px(_PAD_X)

    def visible_share(self) -> tuple[float, float]:
        """Which part of the text is visible, from 0 to 1."""
        total = max(1.0, self._stack.total)
        top = self.verticalScrollBar().value()
        return min(1.0, top / total), min(1.0, (top + self.viewport().height()) / total)

    def ticks(self) -> list[tuple[float, str, str]]:
        """Give (place from 0 to 1, token, words) of every change, for the minimap."""
        total = max(1.0, self._stack.total)
        return [
            (self._stack.top(at) / total, row.bar, row.words)
            for at, row in enumerate(self._rows)
            if row.change and self._starts_change(at)
        ]

    def scroll_to_share(self, share: float) -> None:
        """Bring a part of the text into the middle."""
        self.verticalScrollBar().setValue(
            int(share * self._stack.total - self.viewport().height() / 2)
        )

    def show_change(self, number: int) -> None:
        """Frame a change and bring it to one third of the height."""
        self._present = number
        at = next((at for at, row in enumerate(self._rows) if row.change == number), -1)
        if at >= 0:
            self._bring(at)
        self.viewport().update()
        self._describe()

    def _bring(self, at: int) -> None:
        for near in range(max(0, at - 40), min(len(self._rows), at + 40)):
            self._settle(near)
        self._set_range()
        top = self._stack.top(at) - self.viewport().height() / 3
        self.verticalScrollBar().setValue(int(top))

    def show_unit(self, unit_id: str) -> None:
        """Bring a provision into view."""
        at = self.open_fold_of(unit_id)
        if at >= 0:
            self._bring(at)

    def _describe(self) -> None:
        total = max((row.change for row in self._rows), default=0)
        words = next((row.words for row in self._rows if row.change == self._present), "")
        seen = tr("Đã xem") if self._present and self._is_seen(self._present) else tr("Chưa xem")
        self.setAccessibleDescription(
            tr(
                "Thay đổi {present} trên {total}. {words}. {seen}.",
                present=self._present,
                total=total,
                words=words,
                seen=seen,
            )
        )

    # -- TextSurface ----------------------------------------------------------------------------

    def present_row(self) -> int:
        return next((at for at, row in enumerate(self._rows) if row.change == self._present), -1)

    def row_words(self, row: int) -> str:
        if row < 0:
            return ""
        sides = [
            line.text
            for side in (self._rows[row].left, self._rows[row].right)
            for line in side or ()
        ]
        return self._rows[row].words + "\n" + "\n".join(sides)

    def cell_at(self, column: int, row: int) -> TextCell | None:
        if not 0 <= row < len(self._rows) or self._rows[row].is_fold:
            return None
        cell = self._cell(column, row)
        if cell is not None:
            cell.lay_out(self._text_width())
        return cell

    def row_at(self, point: QPoint) -> int:
        y = point.y() + self.verticalScrollBar().value()
        return self._stack.row_at(y) if self._rows and y < self._stack.total else -1

    def spot_at(self, point: QPoint) -> Spot | None:
        row = self.row_at(point)
        side = 1 if point.x() >= self._left_of(1) else 0
        cell = self.cell_at(side, row)
        if cell is None:
            return None
        y = (
            point.y()
            + self.verticalScrollBar().value()
            - self._stack.top(row)
            - self._text_top(row, side)
        )
        return Spot(side, row, cell.position_at(point.x() - self._left_of(side) - px(_PAD_X), y))

    def _text_top(self, row: int, side: int) -> float:
        remark = self._rows[row].right_remark if side else ""
        return px(_PAD_Y) + (line_height(t.SIZE_SMALL) + px(2) if remark else 0)

    def _on_row(self, at: int) -> None:
        row = self._rows[at]
        if row.is_fold:
            self.open_fold(at)
        elif row.change:
            self.change_chosen.emit(row.change)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        at = self.row_at(point)
        in_band = self._column_width() <= point.x() < self._left_of(1)
        if at >= 0 and in_band and self._rows[at].change:
            inside = point.y() + self.verticalScrollBar().value() - self._stack.top(at)
            if px(20) <= inside <= px(42) and self._starts_change(at):
                self.tick_clicked.emit(self._rows[at].change)
                self.viewport().update()
                return
        super().mousePressEvent(event)

    # -- painting -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        row = self._stack.row_at(self.verticalScrollBar().value()) if self._rows else -1
        self._measure()
        if row >= 0 and event.oldSize().width() > 0:
            self.verticalScrollBar().setValue(int(self._stack.top(row)))
        elif self._present:
            self.show_change(self._present)

    def _settle(self, at: int) -> bool:
        if self._stack.is_exact(at):
            return False
        return self._stack.settle(at, self._row_height(at, exact=True))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        scroll, view = self.verticalScrollBar().value(), self.viewport().height()
        moved = [self._settle(at) for at in self._stack.visible(scroll, scroll + view)]
        if any(moved):
            self._set_range()
        painter.fillRect(self.viewport().rect(), color("page"))
        band = QRectF(self._column_width(), 0, px(BAND), view)
        painter.fillRect(band, color("panel"))
        for at in self._stack.visible(scroll, scroll + view):
            box = QRectF(
                0, self._stack.top(at) - scroll, self.viewport().width(), self._stack.height(at)
            )
            self._paint_row(painter, at, box)
        self._paint_frame(painter, scroll)
        self.paint_focus(painter)

    def _paint_row(self, painter: QPainter, at: int, box: QRectF) -> None:
        row = self._rows[at]
        if row.is_fold:
            self._paint_fold(painter, row, box)
            return
        for side, lines in enumerate((row.left, row.right)):
            cell_box = QRectF(self._left_of(side), box.y(), self._column_width(), box.height())
            if lines is None:
                _paint_hatching(painter, cell_box)
                continue
            self._paint_remark(painter, row, side, cell_box)
            cell = self.cell_at(side, at)
            if cell is not None:
                cell.paint(
                    painter,
                    cell_box.x() + px(_PAD_X),
                    box.y() + self._text_top(at, side),
                    self.selection_in(side, at),
                )
        painter.setPen(color("line"))
        for x in (self._column_width(), self._left_of(1)):
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        if row.change:
            self._paint_band(painter, at, box)
        painter.setPen(color("line_soft"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _paint_remark(self, painter: QPainter, row: CompareRow, side: int, box: QRectF) -> None:
        words = row.right_remark if side else row.left_remark
        if not words:
            return
        painter.setFont(program_font(t.SIZE_SMALL))
        painter.setPen(color("moved" if row.bar == "moved" else "text2"))
        high = line_height(t.SIZE_SMALL)
        top = box.y() + px(4) if side else box.bottom() - high - px(4)
        where = QRectF(box.x() + px(_PAD_X), top, box.width() - 2 * px(_PAD_X), high)
        align = Qt.AlignmentFlag.AlignLeft if side else Qt.AlignmentFlag.AlignRight
        painter.drawText(where, align | Qt.AlignmentFlag.AlignVCenter, words)

    def _starts_change(self, at: int) -> bool:
        return at == 0 or self._rows[at - 1].change != self._rows[at].change

    def _paint_band(self, painter: QPainter, at: int, box: QRectF) -> None:
        row = self._rows[at]
        left = self._column_width()
        painter.fillRect(QRectF(left + 1, box.y(), px(4), box.height()), color(row.bar))
        if not self._starts_change(at):
            return
        middle = QRectF(left + px(6), box.y() + px(4), px(BAND - 8), px(16))
        painter.setFont(program_font(t.SIZE_TINY))
        painter.setPen(color("text2"))
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, str(row.change))
        side = px(15)
        tick = QRectF(middle.center().x() - side / 2, box.y() + px(22), side, side)
        paint_tick(painter, tick, is_on=self._is_seen(row.change))

    def _paint_fold(self, painter: QPainter, row: CompareRow, box: QRectF) -> None:
        painter.fillRect(box, color("panel"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = px(12)
        mark = QRectF(px(12), box.center().y() - side / 2, side, side)
        paint_icon(painter, "right", mark, color("text2"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(program_font(t.SIZE_SMALL))
        painter.setPen(color("text2"))
        metrics = painter.fontMetrics()
        left_room = int(box.width() * 0.6)
        words = metrics.elidedText(row.fold, Qt.TextElideMode.ElideRight, left_room)
        painter.drawText(box.adjusted(px(33), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.drawText(
            box.adjusted(0, 0, -px(12), 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            row.fold_count,
        )
        painter.setPen(color("line_soft"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _paint_frame(self, painter: QPainter, scroll: int) -> None:
        """Frame the whole present change over both columns."""
        start = 0
        while start < len(self._rows):
            if not self._present or self._rows[start].change != self._present:
                start += 1
                continue
            end = start
            while end + 1 < len(self._rows) and self._rows[end + 1].change == self._present:
                end += 1
            top = self._stack.top(start) - scroll
            high = self._stack.top(end) + self._stack.height(end) - scroll - top
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("accent"), 2))
            painter.drawRect(QRectF(1, top, self.viewport().width() - 2, high))
            start = end + 1


def _paint_hatching(painter: QPainter, box: QRectF) -> None:
    painter.save()
    painter.setClipRect(box)
    painter.fillRect(box, color("panel"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color("line"), 1))
    step = px(11)
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += step
    painter.restore()
