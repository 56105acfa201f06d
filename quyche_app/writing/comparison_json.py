"""A comparison for machines: ``quyche/comparison/1`` of docs/command-line.md 6.3."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from quyche_app.domain.beside import Uncompared
from quyche_app.domain.comparisons import Change, Comparison, Pair, Side


def comparison_report(
    comparison: Comparison, pairs: Sequence[Pair] | None = None
) -> dict[str, Any]:
    """Give the report; ``pairs`` where only some are wanted."""
    shown = comparison.pairs if pairs is None else pairs
    return {
        "schema": "quyche/comparison/1",
        "pairs": [pair_row(pair) for pair in shown],
        "counts": comparison.counts(),
        "only_follow": sum(pair.only_follows for pair in comparison.pairs),
        "layers": comparison.layer_counts(),
        "by_hand": [{"old": old, "new": new} for old, new in comparison.by_hand],
        "not_compared": uncompared_rows(comparison.not_compared),
    }


def uncompared_rows(parts: Iterable[Uncompared]) -> list[dict[str, str | int]]:
    """Give the parts that differ and were not compared; ``old``, ``new``: how much of it each file has."""
    return [
        {"part": part.part.value, "words": part.words, "old": part.old, "new": part.new}
        for part in parts
    ]


def pair_row(pair: Pair) -> dict[str, Any]:
    """Give one pair; a side of a split or merge is a list of paths."""
    return {
        "old": _paths(pair.old),
        "new": _paths(pair.new),
        "kind": pair.kind.value,
        "sure": pair.sure,
        "slot": pair.slot,
        "changes": change_rows(pair.changes),
    }


def change_rows(changes: Sequence[Change]) -> list[dict[str, str]]:
    """Give the changes of words with their layers."""
    return [{"op": c.op, "text": c.text, "layer": c.layer.value} for c in changes]


def _paths(sides: tuple[Side, ...]) -> str | list[str] | None:
    if not sides:
        return None
    return sides[0].path if len(sides) == 1 else [side.path for side in sides]
