"""The benchmarks: each module gives rows, ``benchmarks.run`` prints them in one table.

A row holds what was measured beside its denominator, taken in the same run: seconds alone say
nothing on a machine that is shared.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.pace import bare_start, pace


@dataclass(frozen=True, slots=True)
class Row:
    """One goal and how near it is.

    Attributes:
        goal: its name in the list of goals: "B1".
        what: what was measured, in a few words.
        value: the measured value: seconds, or what ``unit`` says.
        denominator: what it is compared with, in the same unit.
        basis: what the denominator is: "python -c pass".
        factor: how many times the denominator the value may be.
        unit: "s" (shown as milliseconds), "MB", or "" for a plain figure.
    """

    goal: str
    what: str
    value: float
    denominator: float
    basis: str
    factor: float
    unit: str = "s"

    @classmethod
    def timed(cls, goal: str, what: str, value: float, most: float, basis: str) -> Row:
        """Give a row whose goal is a number of seconds, on this machine (see ``pace``)."""
        return cls(goal, what, value, most * pace(bare_start()), basis, 1)

    @property
    def ratio(self) -> float:
        """How many times the denominator the value is."""
        return self.value / self.denominator if self.denominator else float("inf")

    @property
    def is_met(self) -> bool:
        """Whether the goal is met."""
        return self.ratio <= self.factor


def seconds(call: Callable[[], object], repeats: int = 5) -> float:
    """Give the median of several calls after one warm-up."""
    call()
    taken = []
    for _ in range(repeats):
        begun = time.perf_counter()
        call()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)
