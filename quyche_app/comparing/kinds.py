"""What happened to a pair: unchanged, edited, renumbered, moved.

The heavier block is the anchor, the lighter one has moved. Source: docs/architecture.md 6.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from quyche_app.comparing.nodes import Node
from quyche_app.comparing.splitting import Parts
from quyche_app.domain.comparisons import ChangeKind
from quyche_app.domain.sequences import heaviest_chain
from quyche_app.domain.units import UnitKind


def moved_nodes(old: Sequence[Node], split: Parts, merged: Parts) -> set[Node]:
    """Give the old provisions that stand elsewhere: under another parent, or across siblings.

    The parts of a provision that was split or merged are one parent.
    """
    new_home = {part: whole.mate for whole, parts in split.items() for part in parts}
    old_home = {part: whole.mate for whole, parts in merged.items() for part in parts}
    moved: set[Node] = set()
    lists: dict[Node | None, list[Node]] = {}
    articles: list[Node] = []
    for node in old:
        mate = node.mate
        if mate is None:
            continue
        if node.kind is UnitKind.ARTICLE:
            # An article may change its chapter without moving: a new chapter heading came between. It
            # moved when both chapters stand in both texts.
            if _changed_chapter(node.parent, mate.parent):
                moved.add(node)
            articles.append(node)
            continue
        home, goal = _home(node, old_home), _home(mate, new_home)
        if _mate(home) is goal:
            lists.setdefault(home, []).append(node)
        else:
            moved.add(node)
    for nodes in (articles, *lists.values()):
        moved |= _out_of_order(nodes)
    return moved


def _home(node: Node, homes: dict[Node, Node | None]) -> Node | None:
    """What holds a provision; for the parts of one that was split or merged, the one they are."""
    parent = node.parent
    return homes.get(parent, parent) if parent is not None else None


def _mate(node: Node | None) -> Node | None:
    return node.mate if node is not None else None


def _changed_chapter(old: Node | None, new: Node | None) -> bool:
    if old is None or new is None or old.kind is not new.kind:
        return False
    return None not in (old.mate, new.mate) and old.mate is not new


def _out_of_order(nodes: Sequence[Node]) -> set[Node]:
    """Give the lightest provisions whose removal leaves the others in order."""
    places = [node.mate.place for node in nodes if node.mate is not None]
    if all(a < b for a, b in itertools.pairwise(places)):
        return set()
    rows = [(n, place, float(max(1, nodes[n].weight))) for n, place in enumerate(places)]
    keep = set(heaviest_chain(rows))
    return {node for number, node in enumerate(nodes) if number not in keep}


def kind_of(node: Node, is_moved: bool, is_changed: bool) -> ChangeKind:
    """Give the kind of a paired old provision."""
    if is_moved:
        return ChangeKind.MOVED_EDITED if is_changed else ChangeKind.MOVED
    if is_changed:
        return ChangeKind.EDITED
    if node.mate is not None and node.path != node.mate.path:
        return ChangeKind.RENUMBERED
    return ChangeKind.UNCHANGED
