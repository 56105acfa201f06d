"""Fields: search with an icon and its key, boxes that choose one of several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QStyledItemDelegate

from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.icons import paint_icon
from quyche_app.gui.theme.look import color, program_font, px
from quyche_app.gui.widgets.buttons import paint_key
from quyche_app.gui.widgets.text_wrap import elided

_LEAST_COMBO = 96


class TextField(QLineEdit):
    """A field with an optional icon at its left and key at its right.

    Signals:
        came: the caret came into it.
    """

    came = Signal()

    def __init__(self, hint: str = "", icon: str = "", key: str = "", width: int = 0) -> None:
        super().__init__()
        self._icon, self._key = icon, key
        self.setFont(program_font())
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint.rstrip("…"))
        self.setFixedHeight(px(t.CONTROL_HEIGHT))
        if width:
            self.setFixedWidth(px(width))
        right = 10
        if key:
            right += QFontMetrics(program_font(t.SIZE_TINY)).horizontalAdvance(key) + px(12)
        self.setTextMargins(px(26 if icon else 6), 0, right if key else px(6), 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = px(16)
        if self._icon:
            paint_icon(
                painter,
                self._icon,
                QRectF(px(9), (self.height() - side) / 2, side, side),
                color("text2"),
            )
        if self._key and not self.text():
            width = QFontMetrics(program_font(t.SIZE_TINY)).horizontalAdvance(self._key) + px(8)
            paint_key(painter, self._key, self.width() - width - px(8), self.height(), "text2")


class Combo(QComboBox):
    """A box that shows one of several named things and opens a list of them."""

    def __init__(self, name: str, icon: str = "", *, width: int = 0) -> None:
        super().__init__()
        self._icon = icon
        self.setAccessibleName(name)
        self.setFont(program_font())
        self.setFixedHeight(px(t.CONTROL_HEIGHT))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(_ComboRows(self))
        self.setMaxVisibleItems(18)
        self._wanted = px(width)
        if width:
            # Large type on a small screen: the box gives way before words beside it are covered.
            self.setMinimumWidth(min(self._wanted, px(_LEAST_COMBO)))
            self.setMaximumWidth(self._wanted)
        policy = QSizePolicy.Policy.Maximum if width else QSizePolicy.Policy.Preferred
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(self._wanted or size.width(), px(t.CONTROL_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._wanted or px(_LEAST_COMBO), px(_LEAST_COMBO)), px(t.CONTROL_HEIGHT))

    def offer(self, choices: Sequence[tuple[str, str]], value: str) -> None:
        """Put other choices (key, words) into the box without telling anybody."""
        blocked = self.blockSignals(True)
        self.clear()
        for key, words in choices:
            self.addItem(words, key)
            self.setItemData(self.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
        at = self.findData(value)
        self.setCurrentIndex(max(at, 0) if choices else -1)
        self.setToolTip(self.currentText())
        self.blockSignals(blocked)
        self.update()

    @property
    def value(self) -> str:
        """The key of what is chosen."""
        data = self.currentData()
        return data if isinstance(data, str) else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        inset = 1.0 if focused else 0.5
        painter.setPen(QPen(color("accent" if focused else "edge"), 2 if focused else 1))
        painter.setBrush(color("control"))
        radius = px(t.RADIUS_CONTROL)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius
        )
        left = px(8)
        side = px(15)
        if self._icon:
            paint_icon(
                painter,
                self._icon,
                QRectF(left, (self.height() - side) / 2, side, side),
                color("text2"),
            )
            left += px(20)
        mark = px(13)
        right = self.width() - px(8) - mark
        paint_icon(
            painter, "down", QRectF(right, (self.height() - mark) / 2, mark, mark), color("text2")
        )
        painter.setFont(self.font())
        painter.setPen(color("text" if self.isEnabled() else "text2"))
        room = int(right - left - px(4))
        words = elided(self.currentText(), QFontMetrics(self.font()), room)
        painter.drawText(QRectF(left, 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, words)


class _ComboRows(QStyledItemDelegate):
    """Rows of an open box, high enough for two marks on a capital."""

    def sizeHint(self, option, index) -> QSize:  # type: ignore[no-untyped-def]
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height(), px(t.ROW_HEIGHT)))
