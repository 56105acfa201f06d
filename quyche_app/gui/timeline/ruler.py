"""A ruler of days with events and a handle (docs/window.md 5.5). Future events are hollow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, line_height, program_font, px
from quyche_app.gui.timeline.scale import Scale
from quyche_app.gui.widgets.text_wrap import elided

_NAME_GAP = 118
_SNAP = 6
_SIDE = 66
_LINE_Y = 30


@dataclass(frozen=True, slots=True)
class Stop:
    """An event on a ruler; several on one day are one stop."""

    day: date
    first: str  # bold line
    second: str
    is_future: bool = False


class TimeRuler(QWidget):
    """A line with events and a handle.

    Args:
        role: colour token of the line.
        is_free: the handle may stand on any day, else on events only.

    Signals:
        moved_to_stop: index of the event (rulers of events).
        moved_to_day: the day (datetime.date), where the handle may stand on any.
    """

    moved_to_stop = Signal(int)
    moved_to_day = Signal(object)

    def __init__(self, name: str, role: str, *, is_free: bool) -> None:
        super().__init__()
        self._role, self._is_free = role, is_free
        self._stops: list[Stop] = []
        self._days: list[date] = []
        self._day = date.today()
        self._handle_words = ""
        self.setFixedHeight(px(78))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def show_stops(self, stops: list[Stop], days: list[date], day: date, handle: str) -> None:
        """Show other events and the handle on a day."""
        self._stops, self._days, self._day, self._handle_words = stops, days, day, handle
        self.setAccessibleDescription(
            f"{handle}. " + "; ".join(f"{stop.first} {stop.second}" for stop in stops)
        )
        self.update()

    def _scale(self) -> Scale:
        room = max(50.0, self.width() - 2 * px(_SIDE))
        return Scale(self._days, room, min(px(_NAME_GAP), room / max(1, len(self._days) - 1)))

    def _x(self, day: date) -> float:
        return px(_SIDE) + self._scale().x_of(day)

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = float(px(_LINE_Y))
        handle = self._x(self._day)
        painter.setPen(QPen(color("line"), px(3)))
        painter.drawLine(QPointF(px(8), y), QPointF(self.width() - px(8), y))
        painter.setPen(QPen(color(self._role), px(3)))
        painter.drawLine(QPointF(px(8), y), QPointF(handle, y))
        for stop in self._stops:
            self._paint_stop(painter, stop, y)
        self._paint_handle(painter, handle, y)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_stop(self, painter: QPainter, stop: Stop, y: float) -> None:
        x = self._x(stop.day)
        painter.setPen(QPen(color(self._role), 2))
        painter.setBrush(color("panel" if stop.is_future else self._role))
        painter.drawEllipse(QPointF(x, y), px(5.5), px(5.5))
        room = px(_NAME_GAP)
        top = y + px(9)
        for words, bold, ink in ((stop.first, True, "text"), (stop.second, False, "text2")):
            font = program_font(t.SIZE_SMALL, bold=bold)
            painter.setFont(font)
            painter.setPen(color(ink))
            shown = elided(words, painter.fontMetrics(), room - px(4))
            high = line_height(t.SIZE_SMALL, bold)
            box = QRectF(x - room / 2, top, room, high)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
            top += high - 1

    def _paint_handle(self, painter: QPainter, x: float, y: float) -> None:
        font = program_font(t.SIZE_SMALL)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(self._handle_words) + px(10)
        left = min(max(0.0, x - width / 2), self.width() - width)
        box = QRectF(left, y - px(28), width, px(16))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("text"))
        painter.drawRoundedRect(box, px(3), px(3))
        painter.setPen(color("page"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._handle_words)
        painter.setPen(QPen(color("text"), 2))
        painter.drawLine(QPointF(x, y - px(12)), QPointF(x, y + px(10)))

    # -- moving ---------------------------------------------------------------------------------

    def _move_to(self, x: float) -> None:
        if not self._stops:
            return
        nearest = min(range(len(self._stops)), key=lambda at: abs(self._x(self._stops[at].day) - x))
        if not self._is_free:
            self.moved_to_stop.emit(nearest)
            return
        if abs(self._x(self._stops[nearest].day) - x) <= px(_SNAP):
            day = self._stops[nearest].day
        else:
            day = self._scale().day_at(x - px(_SIDE))
        if day != self._day:
            self.moved_to_day.emit(day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._move_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._is_free:
            self._move_to(event.position().x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        days = [stop.day for stop in self._stops]
        if (not step and event.key() not in (Qt.Key.Key_Home, Qt.Key.Key_End)) or not days:
            super().keyPressEvent(event)
            return
        if not self._is_free:
            at = days.index(self._day) if self._day in days else 0
            edge = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(days) - 1}.get(Qt.Key(event.key()))
            stop = edge if edge is not None else min(max(at + step, 0), len(days) - 1)
            self.moved_to_stop.emit(stop)
            return
        self.moved_to_day.emit(self._stepped(event, step, days))

    def _stepped(self, event: QKeyEvent, step: int, days: list[date]) -> date:
        if event.key() == Qt.Key.Key_Home:
            return days[0]
        if event.key() == Qt.Key.Key_End:
            return days[-1]
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            ahead = [day for day in days if (day - self._day).days * step > 0]
            return (min(ahead) if step > 0 else max(ahead)) if ahead else self._day
        return self._day + timedelta(days=step)
