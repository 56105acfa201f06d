"""What happened to a pair: unchanged, edited, renumbered, moved; and what was split or merged.

The heavier block is the anchor, the lighter one has moved. Source: architecture.md 6.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence

from quyche_app.comparing.nodes import Node, syllables
from quyche_app.domain.comparisons import ChangeKind
from quyche_app.domain.units import UnitKind

# Share of a part's words that must stand in the whole for a split or a merge.
_SHARE = 0.75
_PART_KINDS = (UnitKind.ARTICLE, UnitKind.CLAUSE, UnitKind.POINT)


def moved_nodes(old: Sequence[Node]) -> set[Node]:
    """Give the old provisions that stand elsewhere: under another parent, or across siblings."""
    moved: set[Node] = set()
    for node in old:
        # An article may change its chapter without moving: a new chapter heading came between.
        if node.mate is None or node.kind is UnitKind.ARTICLE:
            continue
        if _parent_mate(node) is not node.mate.parent:
            moved.add(node)
    articles = [n for n in old if n.kind is UnitKind.ARTICLE and n.mate is not None]
    moved |= _out_of_order(articles)
    holders = [None, *(n for n in old if n.kind.depth >= UnitKind.ARTICLE.depth)]
    for holder in holders:
        children = [
            n for n in (holder.children if holder is not None else
                        [o for o in old if o.parent is None])
            if n.mate is not None and n not in moved and n.kind is not UnitKind.ARTICLE
        ]
        moved |= _out_of_order(children)
    return moved


def _parent_mate(node: Node) -> Node | None:
    return node.parent.mate if node.parent is not None else None


def _out_of_order(nodes: Sequence[Node]) -> set[Node]:
    """Give the lightest provisions whose removal leaves the others in order (heaviest increasing
    sequence)."""
    places = [node.mate.place for node in nodes if node.mate is not None]
    if all(a < b for a, b in itertools.pairwise(places)):
        return set()
    order = sorted(set(places))
    best: list[tuple[int, int]] = [(0, -1)] * (len(order) + 1)  # weight, last index; Fenwick tree
    previous = [-1] * len(nodes)
    total = [0] * len(nodes)
    for number, node in enumerate(nodes):
        rank = bisect_left(order, places[number])
        weight, before = _prefix(best, rank)
        previous[number], total[number] = before, weight + max(1, node.weight)
        _raise(best, rank + 1, (total[number], number))
    keep: set[int] = set()
    at = max(range(len(nodes)), key=lambda n: total[n])
    while at >= 0:
        keep.add(at)
        at = previous[at]
    return {node for number, node in enumerate(nodes) if number not in keep}


def _prefix(best: list[tuple[int, int]], count: int) -> tuple[int, int]:
    found = (0, -1)
    while count > 0:
        found = max(found, best[count])
        count -= count & -count
    return found


def _raise(best: list[tuple[int, int]], at: int, value: tuple[int, int]) -> None:
    while at < len(best):
        best[at] = max(best[at], value)
        at += at & -at


def kind_of(node: Node, is_moved: bool, is_changed: bool) -> ChangeKind:
    """Give the kind of a paired old provision."""
    if is_moved:
        return ChangeKind.MOVED_EDITED if is_changed else ChangeKind.MOVED
    if is_changed:
        return ChangeKind.EDITED
    mate = node.mate
    if mate is not None and (
        node.unit.label != mate.unit.label or node.address.path != mate.address.path
    ):
        return ChangeKind.RENUMBERED
    return ChangeKind.UNCHANGED


def splits(new: Sequence[Node], old: Sequence[Node]) -> dict[Node, list[Node]]:
    """Give old provision → the new ones it was split into (two or more, in text order).

    A new provision without a mate, beside the mate of an old one, whose words stand in the old one
    and are no longer in the mate. Called with the sides exchanged it finds merges.
    """
    found: dict[Node, list[Node]] = {}
    for node in new:
        if node.mate is not None or node.kind not in _PART_KINDS:
            continue
        siblings = node.parent.children if node.parent is not None else [
            n for n in new if n.parent is None
        ]
        at = siblings.index(node)
        for other in (at - 1, at + 1):
            if not 0 <= other < len(siblings):
                continue
            neighbour = siblings[other]
            whole = neighbour.mate
            if whole is None or whole.kind is not node.kind:
                continue
            if _is_part(node, neighbour, whole):
                parts = found.setdefault(whole, [neighbour])
                parts.append(node)
                parts.sort(key=lambda n: n.place)
                break
    return found


def _all_words(node: Node) -> list[str]:
    words = syllables(node.body)
    for child in node.children:
        words += _all_words(child)
    return words + syllables(node.tail)


def _is_part(part: Node, rest: Node, whole: Node) -> bool:
    from collections import Counter

    words = Counter(_all_words(part))
    count = sum(words.values())
    if count < 4:
        return False
    left_over = Counter(_all_words(whole)) - Counter(_all_words(rest))
    return sum((words & left_over).values()) >= _SHARE * count
