"""Days on a line: in proportion, but never so near that their names would overlap. Arithmetic only."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import pairwise


class Scale:
    """Places of days between 0 and a width.

    Args:
        days: the days that must be told apart, any order.
        width: room in px.
        gap: the least distance between two of them.
    """

    def __init__(self, days: Sequence[date], width: float, gap: float) -> None:
        self._days = sorted(set(days)) or [date(2000, 1, 1)]
        self._places = self._spread(width, gap)

    def _spread(self, width: float, gap: float) -> list[float]:
        days = [day.toordinal() for day in self._days]
        count = len(days)
        if count == 1:
            return [width / 2]
        gap = min(gap, width / (count - 1))
        free = width - gap * (count - 1)
        span = days[-1] - days[0]
        places, place = [0.0], 0.0
        for before, after in pairwise(days):
            place += gap + free * (after - before) / span
            places.append(place)
        return places

    def x_of(self, day: date) -> float:
        """Give the place of a day; days outside lie a little beyond the ends."""
        number = day.toordinal()
        days = [each.toordinal() for each in self._days]
        if number <= days[0]:
            return self._places[0] - min(24.0, (days[0] - number) * 0.1)
        if number >= days[-1]:
            return self._places[-1] + min(24.0, (number - days[-1]) * 0.1)
        at = bisect_right(days, number) - 1
        share = (number - days[at]) / (days[at + 1] - days[at])
        return self._places[at] + share * (self._places[at + 1] - self._places[at])

    def day_at(self, x: float) -> date:
        """Give the day at a place."""
        if x <= self._places[0] or len(self._places) == 1:
            return self._days[0]
        if x >= self._places[-1]:
            return self._days[-1]
        at = bisect_right(self._places, x) - 1
        first, last = self._days[at].toordinal(), self._days[at + 1].toordinal()
        share = (x - self._places[at]) / (self._places[at + 1] - self._places[at])
        return date.fromordinal(first + round(share * (last - first)))

    @property
    def days(self) -> list[date]:
        """The days that are told apart, in order."""
        return list(self._days)
