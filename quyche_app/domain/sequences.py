"""Questions about rows of things: the only one, and which pairings can stand together without crossing."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

_Thing = TypeVar("_Thing")


def only(things: Sequence[_Thing]) -> _Thing | None:
    """Give the thing of which there is just one; None where there are none or several."""
    return things[0] if len(things) == 1 else None


def heaviest_chain(rows: Sequence[tuple[int, int, float]]) -> list[int]:
    """Give the indexes of the pairings of greatest total weight in which both sides only grow.

    Args:
        rows: (place on the left, place on the right, weight above 0) in any order.
    """
    if all(a[0] < b[0] and a[1] < b[1] for a, b in itertools.pairwise(rows)):
        return list(range(len(rows)))
    order = sorted(range(len(rows)), key=lambda n: (rows[n][0], -rows[n][1]))
    places = sorted({row[1] for row in rows})
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(places) + 1)  # Fenwick: weight, index
    previous = [-1] * len(rows)
    total = [0.0] * len(rows)
    for number in order:
        rank = bisect_left(places, rows[number][1])
        best, at = (0.0, -1), rank
        while at > 0:
            if tree[at] > best:
                best = tree[at]
            at -= at & -at
        total[number], previous[number] = best[0] + rows[number][2], best[1]
        at, value = rank + 1, (total[number], number)
        while at < len(tree):
            if value > tree[at]:
                tree[at] = value
            at += at & -at
    chain: list[int] = []
    at = max(range(len(rows)), key=total.__getitem__, default=-1)
    while at >= 0:
        chain.append(at)
        at = previous[at]
    chain.reverse()
    return chain


def longest_rising(numbers: Sequence[int], *, repeats: bool = False) -> list[int]:
    """Give the places of the longest rising row of numbers; ``repeats``: a number may come again."""
    step = len(numbers) + 1
    return heaviest_chain(
        [
            (place, number * step + place if repeats else number, 1.0)
            for place, number in enumerate(numbers)
        ]
    )
