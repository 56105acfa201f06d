"""Chips: the state of a thing in a word, an icon and a form (docs/window.md 4.1), and filter
chips."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.icons import paint_icon
from quyche_app.gui.theme.look import color, program_font, px


@dataclass(frozen=True, slots=True)
class ChipForm:
    """How a chip looks: ink and surface tokens ("" = outline) and an icon."""

    ink: str
    surface: str
    icon: str = ""


FORMS: dict[str, ChipForm] = {
    "good": ChipForm("good", "good_pale"),
    "good_ok": ChipForm("good", "good_pale", "ok"),
    "doubt": ChipForm("doubt", "doubt_pale"),
    "doubt_warn": ChipForm("doubt", "doubt_pale", "warn"),
    "bad": ChipForm("removed", "removed_pale"),
    "bad_err": ChipForm("removed", "removed_pale", "err"),
    "accent": ChipForm("accent_text", "accent_pale"),
    "accent_info": ChipForm("accent_text", "accent_pale", "info"),
    "outline": ChipForm("text", ""),
    "outline_time": ChipForm("text", "", "time"),
    "lock": ChipForm("text", "", "lock"),
    "draft": ChipForm("doubt", "doubt_pale", "edit"),
    "neutral": ChipForm("text", "neutral"),
    "added": ChipForm("added", "added_pale"),
    "removed": ChipForm("removed", "removed_pale"),
    "moved": ChipForm("moved", "moved_pale"),
}


def chip_font() -> QFont:
    """Give the font of chips."""
    return program_font(t.SIZE_SMALL)


def chip_size(text: str, form: str) -> QSize:
    """Give the room that a chip takes."""
    width = QFontMetrics(chip_font()).horizontalAdvance(text) + px(14)
    if FORMS[form].icon:
        width += px(18)
    return QSize(width, px(20))


def paint_chip(painter: QPainter, text: str, form: str, x: float, y: float) -> float:
    """Paint a chip with its top left corner at a place; give its width."""
    shape = FORMS[form]
    size = chip_size(text, form)
    box = QRectF(x + 0.5, y + 0.5, size.width() - 1, size.height() - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    needs_frame = not shape.surface or color(shape.surface) == color("page") == color("window")
    painter.setPen(QPen(color("edge")) if needs_frame else Qt.PenStyle.NoPen)
    painter.setBrush(color(shape.surface) if shape.surface else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, px(t.RADIUS_CHIP), px(t.RADIUS_CHIP))
    at = x + px(7)
    if shape.icon:
        side = px(13)
        where = QRectF(at, y + (size.height() - side) / 2, side, side)
        paint_icon(painter, shape.icon, where, color(shape.ink))
        at += px(18)
    painter.setFont(chip_font())
    painter.setPen(color(shape.ink))
    painter.drawText(
        QRectF(at, y, size.width(), size.height()), Qt.AlignmentFlag.AlignVCenter, text
    )
    painter.restore()
    return float(size.width())


class Chip(QWidget):
    """A chip as a widget; hidden while it has no words."""

    def __init__(self, text: str = "", form: str = "neutral") -> None:
        super().__init__()
        self._text, self._form = text, form
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(text, form)

    def show_state(self, text: str, form: str) -> None:
        """Show another state; no words hide the chip."""
        self._text, self._form = text, form
        self.setAccessibleName(text)
        # Shown without a parent it would become a window of its own.
        if not text:
            self.hide()
        elif self.parent() is not None:
            self.show()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self._text, self._form)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_chip(QPainter(self), self._text, self._form, 0, (self.height() - px(20)) / 2)


class FilterChip(QAbstractButton):
    """A chip that filters: a toggle that carries its count."""

    def __init__(self, key: str, text: str, form: str = "neutral") -> None:
        super().__init__()
        self.key = key
        self._form = form
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_words(self, text: str) -> None:
        """Change what the chip says."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        size = chip_size(self.text(), self._form)
        return QSize(size.width(), px(t.SMALL_CONTROL_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = (self.height() - px(20)) / 2
        paint_chip(painter, self.text(), self._form, 0, y)
        ink = FORMS[self._form].ink
        if self.isChecked() or self.hasFocus():
            painter.setPen(
                QPen(color("accent" if self.hasFocus() else ink), 2 if self.hasFocus() else 1)
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = QRectF(0.5, y + 0.5, self.width() - 1, px(20) - 1)
            painter.drawRoundedRect(box, px(t.RADIUS_CHIP), px(t.RADIUS_CHIP))
