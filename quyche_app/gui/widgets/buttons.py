"""Buttons painted from the tokens: main (filled, one per region), plain, quiet, icon only, link."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.icons import paint_icon
from quyche_app.gui.theme.look import color, program_font, px


class Button(QAbstractButton):
    """A button with words, an optional icon before them and its key in a small frame behind them."""

    def __init__(
        self,
        text: str = "",
        icon: str = "",
        *,
        main: bool = False,
        key: str = "",
        quiet: bool = False,
        small: bool = False,
        menu_mark: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._key, self._main, self._quiet = icon, key, main, quiet
        self._menu_mark = menu_mark
        self._height = t.SMALL_CONTROL_HEIGHT if small else t.CONTROL_HEIGHT
        self._font = program_font(t.SIZE_SMALL if small else t.SIZE_BODY)
        self.setText(text)
        self.setAccessibleName(text)
        if key:
            self.setToolTip(f"{text} ({key})")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_words(self, text: str) -> None:
        """Change what the button says."""
        self.setText(text)
        self.setAccessibleName(text)
        if self._key:
            self.setToolTip(f"{text} ({self._key})")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = px(12) * 2 if self.text() else px(8) * 2
        if self._icon:
            width += px(16) + (px(8) if self.text() else 0)
        width += QFontMetrics(self._font).horizontalAdvance(self.text())
        if self._key:
            width += px(12) + self._key_width()
        if self._menu_mark:
            width += px(20)
        return QSize(max(width, px(self._height)), px(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _key_width(self) -> int:
        return QFontMetrics(program_font(t.SIZE_TINY)).horizontalAdvance(self._key) + px(8)

    def _inks(self) -> tuple[str, str, str]:
        """Surface, frame and words."""
        if not self.isEnabled():
            return ("", "", "edge") if self._quiet else ("neutral", "line", "text2")
        if self._main:
            return "accent", "accent", "on_accent"
        if self.isChecked() or self.isDown():
            return "accent_pale", "accent", "accent_text"
        if self._quiet:
            return ("accent_pale" if self.underMouse() else ""), "", "text"
        return ("panel" if self.underMouse() else "control"), "line", "text"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        surface, frame, ink = self._inks()
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        pen = QPen(color(frame)) if frame else QPen(Qt.PenStyle.NoPen)
        if frame and not self.isEnabled():
            pen.setStyle(Qt.PenStyle.DashLine)  # told apart without colour
        painter.setPen(pen)
        if surface:
            painter.setBrush(color(surface))
        painter.drawRoundedRect(area, px(t.RADIUS_CONTROL), px(t.RADIUS_CONTROL))
        self._paint_words(painter, ink)
        if self.hasFocus():
            role = "on_accent" if self._main else "accent"
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color(role), 2 if not self._main else 1.5))
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 3, 3)

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        x = float(px(12) if self.text() else (self.width() - px(16)) / 2)
        side = px(16)
        if self._icon:
            paint_icon(
                painter, self._icon, QRectF(x, (self.height() - side) / 2, side, side), color(ink)
            )
            x += side + px(8)
        painter.setFont(self._font)
        painter.setPen(color(ink))
        width = QFontMetrics(self._font).horizontalAdvance(self.text())
        painter.drawText(
            QRectF(x, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        x += width + px(12)
        if self._key:
            paint_key(painter, self._key, x, self.height(), ink)
        if self._menu_mark:
            size = px(14)
            mark = QRectF(self.width() - px(10) - size, (self.height() - size) / 2, size, size)
            paint_icon(painter, "down", mark, color(ink))


def paint_key(painter: QPainter, key: str, x: float, height: float, ink: str) -> None:
    """Paint a key name in a small frame, as on buttons and in the command box."""
    font = program_font(t.SIZE_TINY)
    metrics = QFontMetrics(font)
    box = QRectF(x, (height - px(16)) / 2, metrics.horizontalAdvance(key) + px(8), px(16))
    painter.setFont(font)
    pen_color = color(ink)
    pen_color.setAlphaF(0.55)
    painter.setPen(QPen(pen_color))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setPen(color(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)


class IconButton(Button):
    """A button of an icon alone; its words are the tool tip and the accessible name."""

    def __init__(
        self, icon: str, words: str, *, key: str = "", quiet: bool = False, small: bool = False
    ) -> None:
        super().__init__("", icon, quiet=quiet, small=small)
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({key})" if key else words)


class LinkButton(QAbstractButton):
    """Underlined words that go somewhere."""

    def __init__(self, text: str, *, size: float = t.SIZE_SMALL) -> None:
        super().__init__()
        self._font = program_font(size)
        self._font.setUnderline(True)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font)
        return QSize(metrics.horizontalAdvance(self.text()) + 2, px(t.SMALL_CONTROL_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(color("accent" if self.isEnabled() else "text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class Segmented(QWidget):
    """A few choices side by side, one of them on."""

    chosen = Signal(str)

    def __init__(self, choices: tuple[tuple[str, str], ...], value: str) -> None:
        super().__init__()
        self._choices = choices
        self._value = value
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(" / ".join(label for _, label in choices))

    @property
    def value(self) -> str:
        """The key of the choice that is on."""
        return self._value

    def set_value(self, value: str) -> None:
        """Turn a choice on."""
        if value != self._value:
            self._value = value
            self.chosen.emit(value)
            self.update()

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(program_font())
        return [metrics.horizontalAdvance(label) + px(20) for _, label in self._choices]

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + 1, px(t.CONTROL_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(program_font())
        whole = QRectF(0.5, 0.5, sum(self._widths()), self.height() - 1)
        shape = QPainterPath()
        shape.addRoundedRect(whole, px(t.RADIUS_CONTROL), px(t.RADIUS_CONTROL))
        painter.fillPath(shape, color("control"))
        boxes = self._boxes()
        painter.save()
        painter.setClipPath(shape)
        painter.setPen(color("line"))
        for number, (key, box) in enumerate(boxes):
            if key == self._value:
                painter.fillRect(box, color("accent_pale"))
            if number:
                painter.drawLine(box.topLeft(), box.bottomLeft())
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(color("line"))
        painter.drawPath(shape)
        for (key, box), (_, label) in zip(boxes, self._choices, strict=True):
            is_on = key == self._value
            if is_on:
                painter.save()
                painter.setClipRect(box.adjusted(-0.5, -0.5, 1, 1))
                painter.setPen(QPen(color("accent"), 1))
                painter.drawPath(shape)
                for x in {box.left(), box.right()} - {whole.left(), whole.right()}:
                    painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
                painter.restore()
            painter.setPen(color("accent_text" if is_on else "text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)
        if self.hasFocus():
            painter.setPen(QPen(color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _boxes(self) -> list[tuple[str, QRectF]]:
        boxes, x = [], 0.5
        for (key, _), width in zip(self._choices, self._widths(), strict=True):
            boxes.append((key, QRectF(x, 0.5, width, self.height() - 1)))
            x += width
        return boxes

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for key, box in self._boxes():
            if box.left() <= event.position().x() < box.right():
                self.set_value(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = [key for key, _ in self._choices]
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.set_value(keys[(keys.index(self._value) + step) % len(keys)])


def key_words(keys: str) -> str:
    """Give a key sequence as people read it: Ctrl+Enter, Alt+↓."""
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
    for english, shown in (
        ("Return", "Enter"),
        ("Down", "↓"),
        ("Up", "↑"),
        ("Left", "←"),
        ("Right", "→"),
    ):
        text = text.replace(english, shown)
    return text
