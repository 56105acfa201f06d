"""Labels, panels and lines in the roles of the tokens."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, line_height, program_font, px
from quyche_app.gui.widgets.text_wrap import elided


class Label(QLabel):
    """Words of the program in a role: "text", "text2", "doubt" …"""

    def __init__(
        self,
        text: str = "",
        role: str = "text",
        size: float = t.SIZE_BODY,
        *,
        bold: bool = False,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(program_font(size, bold=bold))
        self._line = line_height(size, bold)
        self.set_role(role)
        self.setWordWrap(wraps)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setMinimumHeight(self._line)

    def set_role(self, role: str) -> None:
        """Paint the words in the colour of a token."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, color(role))
        self.setPalette(palette)


class ElidedLabel(Label):
    """A name that is shortened in its middle when the room is short; the tool tip has it in full."""

    def __init__(
        self, text: str = "", role: str = "text", size: float = t.SIZE_BODY, *, bold: bool = False
    ) -> None:
        super().__init__("", role, size, bold=bold)
        self._full = ""
        self.set_full(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_full(self, text: str) -> None:
        """Show another name."""
        self._full = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics = QFontMetrics(self.font())
        self.setText(elided(self._full, metrics, max(40, self.width())))


class Panel(QWidget):
    """A surface in the colour of a token, with 1 px lines at the sides named in ``lines`` (t r b l)."""

    def __init__(
        self,
        role: str = "panel",
        lines: str = "",
        parent: QWidget | None = None,
        *,
        line_role: str = "line",
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._lines = lines
        self._line_role = line_role

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(self._role))
        painter.setPen(color(self._line_role))
        area = self.rect()
        if "t" in self._lines:
            painter.drawLine(area.topLeft(), area.topRight())
        if "b" in self._lines:
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        if "l" in self._lines:
            painter.drawLine(area.topLeft(), area.bottomLeft())
        if "r" in self._lines:
            painter.drawLine(area.topRight(), area.bottomRight())


class Rule(QWidget):
    """A separating line of 1 px."""

    def __init__(self, *, upright: bool = False, role: str = "line") -> None:
        super().__init__()
        self._role = role
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), color(self._role))


def clear(layout: QBoxLayout) -> None:
    """Take everything out of a layout."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if isinstance(inner, QBoxLayout):
            clear(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def ground(view: QWidget, role: str) -> None:
    """Give a list or a scroll area the surface of a token."""
    palette = view.palette()
    for part in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
        palette.setColor(part, color(role))
    view.setPalette(palette)


def row(
    parent: QWidget | None = None,
    *,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    gap: int = 8,
) -> QHBoxLayout:
    """Give a horizontal layout with margins and gap of the 4 px grid."""
    return _laid(QHBoxLayout(parent) if parent is not None else QHBoxLayout(), margins, gap)


def column(
    parent: QWidget | None = None,
    *,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    gap: int = 0,
) -> QVBoxLayout:
    """Give a vertical layout with margins and gap of the 4 px grid."""
    return _laid(QVBoxLayout(parent) if parent is not None else QVBoxLayout(), margins, gap)


_Box = TypeVar("_Box", bound=QBoxLayout)


def _laid(layout: _Box, margins: tuple[int, int, int, int], gap: int) -> _Box:
    layout.setContentsMargins(*(px(margin) for margin in margins))
    layout.setSpacing(px(gap))
    return layout
