"""The rail at the left: one entry per screen, with badges. Source: docs/window.md 3."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.icons import paint_icon
from quyche_app.gui.theme.look import color, current_look, line_height, program_font, px
from quyche_app.gui.widgets.basic import Panel, column
from quyche_app.languages import tr


@dataclass(frozen=True, slots=True)
class RailEntry:
    """An entry: ``screen`` is the key of the screen, "export" opens the dialog."""

    screen: str
    label: str
    icon: str


RAIL: tuple[RailEntry, ...] = (
    RailEntry("library", "Kho văn bản", "library"),
    RailEntry("drafting", "Soạn thảo", "edit"),
    RailEntry("amendments", "Sửa đổi", "amend"),
    RailEntry("compare", "So sánh", "compare"),
    RailEntry("timeline", "Dòng thời gian", "time"),
    RailEntry("export", "Xuất văn bản", "export"),
    RailEntry("settings", "Cài đặt", "settings"),
)


class _RailButton(QAbstractButton):
    """One entry: icon 20, label of 11 px in at most two lines, badge at the top right."""

    def __init__(self, entry: RailEntry) -> None:
        super().__init__()
        self.entry = entry
        self._count = 0
        self._label = tr(entry.label)
        self.setText(self._label)
        self.setAccessibleName(self._label)
        self.setToolTip(self._label)
        self.setCheckable(entry.screen != "export")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._is_compact = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_count(self, count: int) -> None:
        """Show how much work waits; 0 removes the badge."""
        self._count = count
        work = tr(", {count} việc", count=count) if count else ""
        self.setAccessibleName(self._label + work)
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show the picture alone; the words are the tool tip."""
        if compact != self._is_compact:
            self._is_compact = compact
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(t.RAIL_NARROW), max(px(t.RAIL_ENTRY_HEIGHT), self.labelled_height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(t.RAIL_NARROW), px(24) if self._is_compact else self.labelled_height())

    def labelled_height(self) -> int:
        """How high the entry must be to show its words."""
        label = line_height(t.SIZE_TINY) * len(self._label_lines())
        return px(26) + label + px(2)

    def _label_lines(self) -> list[str]:
        metrics = QFontMetrics(program_font(t.SIZE_TINY))
        room = px(t.RAIL_WIDTH - 8)
        if metrics.horizontalAdvance(self.text()) <= room:
            return [self.text()]
        words = self.text().split(" ")
        first = words[0]
        for at in range(2, len(words)):
            if metrics.horizontalAdvance(" ".join(words[:at])) > room:
                break
            first = " ".join(words[:at])
        return [first, self.text()[len(first) + 1 :]]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = self.isChecked()
        ink = color("rail_active_text" if active else "rail_text")
        body = QRectF(self.rect()).adjusted(px(4), 1, -px(4), -1)
        if active:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("rail_active"))
            painter.drawRoundedRect(body, px(4), px(4))
            painter.fillRect(
                QRectF(0, body.y() + px(6), px(3), body.height() - px(12)), color("badge")
            )
        lines = [] if self._is_compact else self._label_lines()
        step = line_height(t.SIZE_TINY) - px(1)
        high = px(20) + (px(3) + step * len(lines) if lines else 0)
        top = max(px(2.0), (self.height() - high) / 2)
        side = px(20)
        paint_icon(
            painter, self.entry.icon, QRectF((self.width() - side) / 2, top, side, side), ink
        )
        painter.setFont(program_font(t.SIZE_TINY))
        painter.setPen(ink)
        y = top + side + px(3)
        for words in lines:
            painter.drawText(QRectF(0, y, self.width(), step), Qt.AlignmentFlag.AlignCenter, words)
            y += step
        if self._count:
            self._paint_badge(painter, top)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("badge"), 2))
            painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), px(4), px(4))

    def _paint_badge(self, painter: QPainter, top: float) -> None:
        words = str(self._count) if self._count < 100 else "99+"
        font = program_font(t.SIZE_TINY, bold=True)
        width = max(px(16), QFontMetrics(font).horizontalAdvance(words) + px(8))
        box = QRectF(self.width() / 2 + px(7), top - px(3), width, px(16))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("badge"))
        painter.drawRoundedRect(box, px(8), px(8))
        painter.setFont(font)
        painter.setPen(color("badge_text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class Rail(Panel):
    """All entries; Cài đặt stands at the bottom."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("rail")
        self._has_words = current_look().has_rail_words
        self.setFixedWidth(px(t.RAIL_WIDTH if self._has_words else t.RAIL_NARROW))
        self.setMinimumHeight(px(24) * len(RAIL))  # low windows show pictures alone
        layout = column(self, margins=(0, 4, 0, 4), gap=2)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, _RailButton] = {}
        for entry in RAIL:
            button = _RailButton(entry)
            self._buttons[entry.screen] = button
            if button.isCheckable():
                self._group.addButton(button)
            if entry.screen == "settings":
                layout.addStretch(1)
            layout.addWidget(button)
        self._group.buttonClicked.connect(self._on_click)
        self._buttons["export"].clicked.connect(self._on_export)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        buttons = self._buttons.values()
        needed = sum(button.labelled_height() + px(2) for button in buttons) + px(8)
        for button in buttons:
            button.set_compact(not self._has_words or needed > self.height())

    def _on_click(self, button: QWidget) -> None:
        if isinstance(button, _RailButton):
            self.chosen.emit(button.entry.screen)

    def _on_export(self) -> None:
        self.chosen.emit("export")

    def show_active(self, screen: str) -> None:
        """Mark the entry of the present screen."""
        if screen in self._buttons:
            self._buttons[screen].setChecked(True)

    def show_count(self, screen: str, count: int) -> None:
        """Show how much work waits on a screen."""
        if screen in self._buttons:
            self._buttons[screen].show_count(count)
