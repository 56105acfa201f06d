"""Two acts → a comparison: components paired, provisions aligned, words compared inside pairs."""

from __future__ import annotations

from collections.abc import Sequence

from quyche_app.comparing.kinds import kind_of, moved_nodes, splits
from quyche_app.comparing.nodes import Node, nodes_of
from quyche_app.comparing.pairing import pair_all
from quyche_app.comparing.words import word_changes
from quyche_app.domain.acts import Act, Component, ComponentKind, blocks_lines
from quyche_app.domain.comparisons import (
    Change,
    ChangeKind,
    Comparison,
    Layer,
    Pair,
    Side,
)
from quyche_app.domain.trees import TreeIndex

# A change in these layers alone leaves a provision what it was.
_FOLLOWING = {Layer.NUMBERING, Layer.REFERENCES}


def compare(old: Act, new: Act, *, by_identity: bool = False) -> Comparison:
    """Compare two acts provision by provision.

    Args:
        by_identity: both are states of one stored text: the same identity is the same provision.
    Returns:
        pairs in the order of the new text, removed provisions after their old neighbour; every
        provision of either side stands in exactly one pair of slot "text".
    """
    old_index, new_index = TreeIndex(old), TreeIndex(new)
    pairs: list[Pair] = []
    for left, right in _component_pairs(old, new):
        pairs += _compare_components(left, right, old_index, new_index, by_identity)
    return Comparison(old, new, tuple(pairs))


def _component_pairs(old: Act, new: Act) -> list[tuple[Component | None, Component | None]]:
    """Body with body, regulation with regulation, appendices by label; the only main one with the
    only main one whatever it is called."""
    result: list[tuple[Component | None, Component | None]] = []
    free = list(old.components)
    for component in new.components:
        mate = next((c for c in free if c.kind is component.kind and c.label == component.label), None)
        if mate is None and component.kind is not ComponentKind.APPENDIX:
            others = [c for c in free if c.kind is not ComponentKind.APPENDIX]
            mate = others[0] if len(others) == 1 and component is new.main else None
        if mate is not None:
            free.remove(mate)
        result.append((mate, component))
    for component in free:
        result.append((component, None))
    return result


def _compare_components(
    left: Component | None, right: Component | None, old_index: TreeIndex, new_index: TreeIndex,
    by_identity: bool,
) -> list[Pair]:
    old = nodes_of(left, old_index) if left is not None else []
    new = nodes_of(right, new_index) if right is not None else []
    pair_all(old, new, by_identity=by_identity)
    builder = _PairBuilder(old, new)
    pairs = _edge_pairs(left, right, "front")
    pairs += builder.build()
    return pairs + _edge_pairs(left, right, "back")


def _edge_pairs(left: Component | None, right: Component | None, slot: str) -> list[Pair]:
    """The head or the foot of a component as one pair."""
    old = "\n".join(blocks_lines(getattr(left, slot))) if left is not None else ""
    new = "\n".join(blocks_lines(getattr(right, slot))) if right is not None else ""
    if not old and not new:
        return []
    kind = ChangeKind.EDITED if old and new else (
        ChangeKind.REMOVED if old else ChangeKind.INSERTED
    )
    if old == new:
        kind = ChangeKind.UNCHANGED
    name = "phần đầu" if slot == "front" else "phần cuối"
    old_side = (Side(left.id, "*", name),) if left is not None and old else ()
    new_side = (Side(right.id, "*", name),) if right is not None and new else ()
    return [Pair(old_side, new_side, kind, None, slot, True, word_changes(old, new))]


class _PairBuilder:
    """Turns aligned nodes into pairs in reading order."""

    def __init__(self, old: list[Node], new: list[Node]) -> None:
        self._old, self._new = old, new
        self._moved = moved_nodes(old)
        self._splits = splits(new, old)
        taken = {n for whole, parts in self._splits.items() for n in (whole, *parts)}
        # One provision is split or merged, not both: else the other side's part stood nowhere.
        self._merges = {
            whole: parts for whole, parts in splits(old, new).items()
            if taken.isdisjoint((whole, *parts))
        }
        self._done: set[Node] = set()

    def build(self) -> list[Pair]:
        """Give the pairs."""
        pairs: list[Pair] = []
        removed = self._removed_after()
        pairs += self._removed(removed.get(None, ()))
        open_tails: list[Node] = []
        for node in self._new:
            while open_tails and not _is_inside(node, open_tails[-1]):
                pairs += self._tail(open_tails.pop())
            pairs += self._text_pair(node)
            open_tails.append(node)
            mate = node.mate
            if mate is not None:
                pairs += self._removed(removed.get(mate, ()))
        while open_tails:
            pairs += self._tail(open_tails.pop())
        return pairs

    def _removed_after(self) -> dict[Node | None, list[Node]]:
        """Removed provisions by the paired old provision that stands before them."""
        result: dict[Node | None, list[Node]] = {}
        merged = {part for parts in self._merges.values() for part in parts}
        anchor: Node | None = None
        for node in self._old:
            if node.mate is not None:
                anchor = node
            elif node not in merged:
                result.setdefault(anchor, []).append(node)
        return result

    def _removed(self, nodes: Sequence[Node]) -> list[Pair]:
        pairs = []
        for node in nodes:
            pairs.append(Pair(
                (_side(node),), (), ChangeKind.REMOVED, node.kind, "text", True,
                (Change("delete", node.words),),
            ))
            if node.tail:
                pairs.append(Pair(
                    (_side(node),), (), ChangeKind.REMOVED, node.kind, "tail", True,
                    (Change("delete", node.tail),),
                ))
        return pairs

    def _text_pair(self, node: Node) -> list[Pair]:
        if node in self._done:
            return []
        mate = node.mate
        if mate is not None and mate in self._splits:
            parts = self._splits[mate]
            self._done.update(parts)
            changes = word_changes(mate.words, "\n".join(p.words for p in parts))
            return [Pair((_side(mate),), tuple(map(_side, parts)), ChangeKind.SPLIT, node.kind,
                         "text", mate.sure, changes)]
        if node in self._merges:
            parts = self._merges[node]
            changes = word_changes("\n".join(p.words for p in parts), node.words)
            return [Pair(tuple(map(_side, parts)), (_side(node),), ChangeKind.MERGED, node.kind,
                         "text", node.sure, changes)]
        if mate is None:
            parent = next((p for p in self._splits.values() if node in p), None)
            if parent is not None:
                self._done.update(parent)
                whole = next(w for w, p in self._splits.items() if p is parent)
                changes = word_changes(whole.words, "\n".join(p.words for p in parent))
                return [Pair((_side(whole),), tuple(map(_side, parent)), ChangeKind.SPLIT,
                             node.kind, "text", whole.sure, changes)]
            return [Pair((), (_side(node),), ChangeKind.INSERTED, node.kind, "text", True,
                         (Change("insert", node.words),))]
        changes = _own_changes(mate, node)
        is_changed = any(c.op != "equal" and c.layer not in _FOLLOWING for c in changes)
        kind = kind_of(mate, mate in self._moved, is_changed)
        if kind is ChangeKind.UNCHANGED and any(c.op != "equal" for c in changes):
            kind = ChangeKind.EDITED
        return [Pair((_side(mate),), (_side(node),), kind, node.kind, "text", node.sure, changes)]

    def _tail(self, node: Node) -> list[Pair]:
        mate = node.mate
        old = mate.tail if mate is not None else ""
        if not old and not node.tail:
            return []
        kind = ChangeKind.UNCHANGED if old == node.tail else (
            ChangeKind.INSERTED if not old else
            ChangeKind.REMOVED if not node.tail else ChangeKind.EDITED
        )
        old_side = (_side(mate),) if mate is not None and old else ()
        new_side = (_side(node),) if node.tail else ()
        return [Pair(old_side, new_side, kind, node.kind, "tail", node.sure,
                     word_changes(old, node.tail))]


def _own_changes(old: Node, new: Node) -> tuple[Change, ...]:
    """The word changes of a pair. A unit that was repealed has lost all its words: what they share
    with "(được bãi bỏ)" is chance."""
    old_label, new_label = old.unit.prefix.strip(), new.unit.prefix.strip()
    if old.unit.repealed == new.unit.repealed or old_label != new_label:
        return word_changes(old.words, new.words, old_label, new_label)
    border = len(old_label)
    pieces = (
        Change("equal", old_label), Change("delete", old.words[border:]),
        Change("insert", new.words[border:]),
    )
    return tuple(piece for piece in pieces if piece.text)


def _is_inside(node: Node, holder: Node) -> bool:
    parent = node.parent
    while parent is not None:
        if parent is holder:
            return True
        parent = parent.parent
    return False


def _side(node: Node) -> Side:
    return Side(node.unit.id, node.address.path, node.address.words)
