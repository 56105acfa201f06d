"""What two sequences have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice, takewhile
from operator import eq
from typing import TypeVar

T = TypeVar("T")


def alike_ends(
    old: Sequence[T], new: Sequence[T], alike: Callable[[T, T], bool] = eq
) -> tuple[int, int]:
    """Give how many items are alike at the beginning of two sequences, and how many of the rest are
    at their end."""
    head = _length_of_first(map(alike, old, new))
    rest = min(len(old), len(new)) - head
    return head, _length_of_first(islice(map(alike, reversed(old), reversed(new)), rest))


def _length_of_first(flags: Iterable[bool]) -> int:
    return sum(1 for _ in takewhile(bool, flags))
