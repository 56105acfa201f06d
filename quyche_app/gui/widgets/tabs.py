"""Names side by side, one of them on: the tabs of a side panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, program_font, px
from quyche_app.languages import tr

_SIDE = 6  # px free at both ends


class Tabs(QWidget):
    """Tabs with counts.

    Signals:
        chosen: the key of the tab that is on now.
    """

    chosen = Signal(str)

    def __init__(self, tabs: Sequence[tuple[str, str]], value: str) -> None:
        super().__init__()
        self._words = {key: tr(words) for key, words in tabs}
        self._counts: dict[str, int] = {}
        self._value = value
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    @property
    def value(self) -> str:
        """The key of the tab that is on."""
        return self._value

    def show_tab(self, value: str) -> None:
        """Turn a tab on."""
        if value != self._value:
            self._value = value
            self._name()
            self.update()
            self.chosen.emit(value)

    def show_count(self, key: str, count: int) -> None:
        """Put a count behind a name; 0 shows none."""
        if self._counts.get(key, 0) != count:
            self._counts[key] = count
            self._name()
            self.update()

    def _name(self) -> None:
        self.setAccessibleName(
            ", ".join(
                self._text(key) + (f" ({tr('đang mở')})" if key == self._value else "")
                for key in self._words
            )
        )

    def _text(self, key: str) -> str:
        count = self._counts.get(key, 0)
        return f"{self._words[key]} {count}" if count else self._words[key]

    def _font(self, key: str) -> QFont:
        """Smaller where the names would not fit beside each other."""
        normal = QFontMetrics(program_font(bold=True))
        needed = sum(normal.horizontalAdvance(self._text(k)) + px(14) for k in self._words)
        size = t.SIZE_BODY if needed <= self.width() - px(_SIDE) * 2 else t.SIZE_SMALL
        return program_font(size, bold=key == self._value)

    def _boxes(self) -> list[tuple[str, QRectF]]:
        widths = [
            (key, QFontMetrics(self._font(key)).horizontalAdvance(self._text(key)))
            for key in self._words
        ]
        room = self.width() - px(_SIDE) * 2 - sum(width for _, width in widths)
        gap = min(float(px(18)), room / max(1, len(widths)))
        boxes, x = [], gap / 2 + px(_SIDE)
        for key, width in widths:
            boxes.append((key, QRectF(x, 0, width, self.height())))
            x += width + gap
        return boxes

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(37))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for key, box in self._boxes():
            is_on = key == self._value
            painter.setFont(self._font(key))
            painter.setPen(color("accent_text" if is_on else "text2"))
            painter.drawText(
                box.adjusted(0, 0, 4, 0), Qt.AlignmentFlag.AlignVCenter, self._text(key)
            )
            if is_on:
                line = QRectF(box.left() - px(4), self.height() - px(3), box.width() + px(8), px(3))
                painter.fillRect(line, color("accent"))
        if self.hasFocus():
            painter.setPen(QPen(color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for key, box in self._boxes():
            if box.adjusted(-px(6), 0, px(6), 0).contains(event.position()):
                self.show_tab(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = list(self._words)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.show_tab(keys[(keys.index(self._value) + step) % len(keys)])
