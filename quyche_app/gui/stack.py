"""Heights of many rows, one below the other, some of them only estimated. Pure arithmetic.

A text of 2 000 pages opens at once: rows are laid out when they are first seen
(docs/window.md 4.2).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class Stack:
    """Rows from top to bottom; offsets follow from heights."""

    def __init__(self, heights: Sequence[float] = (), *, exact: bool = False) -> None:
        self._heights = list(heights)
        self._exact = [exact] * len(self._heights)
        self._offsets: list[float] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    def _ready(self) -> list[float]:
        if self._offsets is None:
            self._offsets = [0.0, *accumulate(self._heights)]
        return self._offsets

    @property
    def total(self) -> float:
        """The height of all rows."""
        return self._ready()[-1]

    def top(self, row: int) -> float:
        """Where a row begins."""
        return self._ready()[row]

    def height(self, row: int) -> float:
        """How high a row is, as far as known."""
        return self._heights[row]

    def is_exact(self, row: int) -> bool:
        """The row was laid out."""
        return self._exact[row]

    def settle(self, row: int, height: float) -> bool:
        """Note the true height of a row; True when the rows below it moved."""
        self._exact[row] = True
        if abs(self._heights[row] - height) < 0.5:
            return False
        self._heights[row] = height
        self._offsets = None
        return True

    def row_at(self, y: float) -> int:
        """Which row lies at a height; the first or last one outside, -1 when there are none."""
        if not self._heights:
            return -1
        return min(max(bisect_right(self._ready(), y) - 1, 0), len(self._heights) - 1)

    def visible(self, top: float, bottom: float) -> range:
        """The rows that touch a stretch."""
        if not self._heights or bottom < 0:
            return range(0)
        return range(self.row_at(top), self.row_at(bottom) + 1)
