"""How fast this machine is beside the one that goals in seconds are written for.

Those goals mean a machine where ``python -c pass`` takes 10 ms; on a slower one they are multiplied by
as much as it is slower, and the table says so (docs/testing.md 9).
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from functools import cache

REFERENCE = 0.010  # seconds
_TURNS = 15


@cache
def bare_start() -> float:
    """Give the seconds that ``python -c pass`` takes here, the median of fifteen."""
    taken = []
    for turn in range(_TURNS + 1):
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", "pass"], check=True)
        if turn:  # the first one warms the disk
            taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def pace(start: float) -> float:
    """Give by how much goals in seconds are multiplied; a quicker machine gets no harder ones.

    Args:
        start: seconds that ``python -c pass`` takes.
    """
    return max(1.0, start / REFERENCE)
