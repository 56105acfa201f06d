"""Columns of a screen: sides keep their width, the middle takes the rest (docs/window.md 3)."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from quyche_app.gui.theme.look import px

_NARROW = 1036  # a window of 1120 without the rail: the right side gives way (docs/window.md 4.7)
_NARROW_RIGHT = 272
_WITHOUT_RIGHT = 1000  # below, the right side is shown when it is asked for (F4)


class Columns(QSplitter):
    """A splitter that is given its widths when it first has a size.

    Args:
        left, right: widths of the sides at 100 %; 0 = there is no such side.
    """

    def __init__(self, left: int = 0, right: int = 0) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._left, self._right = left, right
        self._is_set = False
        self._remembered: QByteArray | None = None
        self.setChildrenCollapsible(False)

    def take_remembered(self, state: QByteArray) -> None:
        """Stand as the last time, when it first has a size."""
        self._remembered = state

    @property
    def has_right(self) -> bool:
        """There is a right side that can be hidden."""
        return self._right > 0

    @property
    def shows_right(self) -> bool:
        """The right side is shown."""
        right = self._right_widget()
        return right is not None and not right.isHidden()

    def toggle_right(self) -> None:
        """Show or hide the right side."""
        right = self._right_widget()
        if right is not None:
            right.setVisible(right.isHidden())

    def _right_widget(self) -> QWidget | None:
        return self.widget(self.count() - 1) if self._right else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_set and self.count() and self.width() > px(400):
            self._is_set = True
            if self._remembered is not None and self.restoreState(self._remembered):
                return
            right = self._right
            if right and self.width() < px(_NARROW):
                right = _NARROW_RIGHT
            side = self._right_widget()
            if side is not None and self.width() < px(_WITHOUT_RIGHT):
                side.hide()
            sides = [px(self._left)] if self._left else []
            rest = [px(right)] if right else []
            self.setSizes([*sides, self.width() - sum(sides) - sum(rest), *rest])
            for at in range(self.count()):
                is_middle = at == len(sides)
                self.setStretchFactor(at, 1 if is_middle else 0)
