"""Two acts → a comparison: components paired, provisions aligned, words compared inside pairs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quyche_app.collector import collector_paused
from quyche_app.comparing.formatting import formatting_changes, has_marks, own_formatting
from quyche_app.comparing.kinds import kind_of, moved_nodes
from quyche_app.comparing.nodes import Node, nodes_of, root_path
from quyche_app.comparing.pairing import Aligner
from quyche_app.comparing.references import Renumbering, article_label
from quyche_app.comparing.splitting import Parts
from quyche_app.comparing.words import word_changes
from quyche_app.domain.acts import Act, Component, ComponentKind, blocks_lines
from quyche_app.domain.comparisons import (
    EDGE_WORDS,
    Change,
    ChangeKind,
    Comparison,
    Layer,
    Pair,
    Side,
)
from quyche_app.domain.flow import component_lines
from quyche_app.domain.units import Block, UnitKind

# A change in these layers alone leaves a provision what it was.
_FOLLOWING = {Layer.NUMBERING, Layer.REFERENCES, Layer.FORMATTING}


def compare(
    old: Act, new: Act, *, by_identity: bool = False, by_hand: Iterable[tuple[str, str]] = ()
) -> Comparison:
    """Compare two acts provision by provision.

    Args:
        by_identity: both are states of one stored text: the same identity is the same provision.
        by_hand: paths of an old and of a new provision that a person said are the same one; they
            win over everything else. A path that is not there is passed over.
    Returns:
        pairs in the order of the new text, removed provisions after their old neighbour; every
        provision of either side stands in exactly one pair of slot "text".
    """
    hand = tuple(by_hand)
    with collector_paused():
        pairs: list[Pair] = []
        masks: dict[str, str] = {}
        for left, right in component_pairs(old, new):
            before = nodes_of(left, root_path(old, left), masks) if left is not None else []
            after = nodes_of(right, root_path(new, right), masks) if right is not None else []
            aligner = Aligner(before, after)
            aligner.align(by_identity=by_identity, by_hand=hand)
            pairs += _edge_pairs(left, right, "front")
            pairs += _PairBuilder(before, after, aligner.split, aligner.merged).build()
            pairs += _edge_pairs(left, right, "back")
            for node in (*before, *after):
                node.parent = node.mate = None  # no circles: the nodes go without the collector
    return Comparison(old, new, tuple(pairs), hand)


def component_pairs(old: Act, new: Act) -> list[tuple[Component | None, Component | None]]:
    """Give which component is compared with which: body with body, regulation with regulation,
    appendices by label; the only main one with the only main one whatever it is called, or with the
    one of a decision and its regulation that it is."""
    result: list[tuple[Component | None, Component | None]] = []
    free = list(old.components)
    issued = _issued_with_and_alone(old, new)
    for component in new.components:
        mate = _mate_of(component, free, issued, is_main=component is new.main)
        if mate is not None:
            free.remove(mate)
        result.append((mate, component))
    return [*result, *((component, None) for component in free)]


def shared_components(old: Act, new: Act) -> list[tuple[Component, Component]]:
    """Give the components that both acts have, see ``component_pairs``."""
    return [(left, right) for left, right in component_pairs(old, new) if left and right]


def _mate_of(
    component: Component,
    free: Sequence[Component],
    issued: tuple[Component, Component] | None,
    *,
    is_main: bool,
) -> Component | None:
    """Give the old component that a new one is compared with, see ``component_pairs``."""
    named = (component.kind, component.label)
    same = next((c for c in free if (c.kind, c.label) == named), None)
    if component.kind is ComponentKind.APPENDIX:
        return same
    if issued is not None:
        return issued[0] if component is issued[1] else None
    if same is not None or not is_main:
        return same
    others = [c for c in free if c.kind is not ComponentKind.APPENDIX]
    return others[0] if len(others) == 1 else None


def _issued_with_and_alone(old: Act, new: Act) -> tuple[Component, Component] | None:
    """Where one side has a decision with the regulation that it issues and the other a single text:
    which of the two it is, told by the lines they share; None = both sides are of one sort."""
    sides = [
        [c for c in act.components if c.kind is not ComponentKind.APPENDIX] for act in (old, new)
    ]
    if {len(side) for side in sides} != {1, 2}:
        return None
    alone = next(side[0] for side in sides if len(side) == 1)
    lines = set(component_lines(alone))
    both = next(side for side in sides if len(side) == 2)
    same = max(both, key=lambda component: len(lines.intersection(component_lines(component))))
    return (same, alone) if len(sides[0]) == 2 else (alone, same)


def _edge_pairs(left: Component | None, right: Component | None, slot: str) -> list[Pair]:
    """The head or the foot of a component as one pair."""
    (old, old_side), (new, new_side) = (_edge(component, slot) for component in (left, right))
    if old == new == "":
        return []
    kind = _kind_of_words(old, new)
    return [Pair(old_side, new_side, kind, None, slot, True, word_changes(old, new))]


def _edge(component: Component | None, slot: str) -> tuple[str, tuple[Side, ...]]:
    """The words of the head or the foot of a component, with what holds them where there are any."""
    if component is None:
        return "", ()
    words = "\n".join(blocks_lines(getattr(component, slot)))
    return words, (Side(component.id, "*", EDGE_WORDS[slot]),) if words else ()


class _PairBuilder:
    """Turns aligned nodes into pairs in reading order."""

    def __init__(self, old: list[Node], new: list[Node], split: Parts, merged: Parts) -> None:
        self._old, self._new = old, new
        self._moved = moved_nodes(old, split, merged)
        self._splits = split
        self._merges = merged
        self._whole_of = {part: whole for whole, parts in split.items() for part in parts}
        self._renumbering = Renumbering(old)
        self._has_marks = has_marks(old) and has_marks(new)

    def build(self) -> list[Pair]:
        """Give the pairs."""
        removed = self._removed_after()
        pairs = self._removed(removed.get(None, ()))
        open_tails: list[Node] = []  # most provisions have none
        for node in self._new:
            while open_tails and not _is_inside(node, open_tails[-1]):
                pairs += self._tail(open_tails.pop())
            mate = node.mate
            if mate is not None and mate.words == node.words and self._is_whole(node):
                pairs.append(self._same_words_pair(mate, node))
            else:
                pairs += self._text_pair(node)
            if self._may_have_tail(node):
                open_tails.append(node)
            if mate is not None and mate in removed:
                pairs += self._removed(removed[mate])
        for node in reversed(open_tails):
            pairs += self._tail(node)
        return pairs

    def _is_whole(self, node: Node) -> bool:
        """It was neither merged nor split."""
        return node not in self._merges and node not in self._whole_of

    def _may_have_tail(self, node: Node) -> bool:
        """There are words behind its children, on one of the sides."""
        if node.tail or not self._is_whole(node):
            return True
        return node.mate is not None and bool(node.mate.tail)

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
            gone = (Change("delete", node.words),)
            pairs.append(_pair([node], [], ChangeKind.REMOVED, gone))
            if node.tail:
                gone = (Change("delete", node.tail),)
                pairs.append(_pair([node], [], ChangeKind.REMOVED, gone, slot="tail"))
        return pairs

    def _text_pair(self, node: Node) -> list[Pair]:
        whole = self._whole_of.get(node)
        if whole is not None:
            return self._split_pair(whole, node)
        if node in self._merges:
            return [self._merged_pair(node)]
        mate = node.mate
        if mate is None:
            return [_pair([], [node], ChangeKind.INSERTED, (Change("insert", node.words),))]
        return [self._edited_pair(mate, node)]

    def _same_words_pair(self, mate: Node, node: Node) -> Pair:
        """Nearly every provision: the same words, here or under another number."""
        kind = kind_of(mate, mate in self._moved, is_changed=False)
        changes: tuple[Change, ...] = (Change("equal", node.words),)
        if self._has_marks and mate.unit.lead != node.unit.lead:
            changes = own_formatting(mate, node)
            if kind is ChangeKind.UNCHANGED and len(changes) > 1:
                kind = ChangeKind.EDITED
        return Pair((_side(mate),), (_side(node),), kind, node.kind, "text", node.sure, changes)

    def _split_pair(self, whole: Node, part: Node) -> list[Pair]:
        """All parts of a provision in one pair, where the first of them stands."""
        parts = self._splits[whole]
        if part is not parts[0]:
            return []
        changes = word_changes(whole.words, "\n".join(part.words for part in parts))
        sure = _is_sure(whole, changes)
        return [_pair([whole], parts, ChangeKind.SPLIT, changes, sure=sure)]

    def _merged_pair(self, node: Node) -> Pair:
        parts = self._merges[node]
        changes = word_changes("\n".join(part.words for part in parts), node.words)
        sure = _is_sure(node, changes)
        return _pair(parts, [node], ChangeKind.MERGED, changes, sure=sure)

    def _edited_pair(self, mate: Node, node: Node) -> Pair:
        changes = self._own_changes(mate, node)
        if self._has_marks and mate.body == node.body and mate.unit.lead != node.unit.lead:
            changes = _with_formatting(changes, mate, node)
        layers = {change.layer for change in changes if change.op != "equal"}
        kind = kind_of(mate, mate in self._moved, is_changed=not layers <= _FOLLOWING)
        if kind is ChangeKind.UNCHANGED and layers:
            kind = ChangeKind.EDITED
        return _pair([mate], [node], kind, changes, sure=node.sure)

    def _tail_sides(self, node: Node) -> tuple[list[Node], list[Node]]:
        """The old and the new provisions whose words behind their children are compared with a new
        one: all sources of a merged one; at the last part of a split one those of all parts."""
        if node in self._merges:
            return self._merges[node], [node]
        whole = self._whole_of.get(node)
        if whole is not None:
            parts = self._splits[whole]
            return ([whole], parts) if node is parts[-1] else ([], [])
        return [node.mate] if node.mate is not None else [], [node]

    def _tail(self, node: Node) -> list[Pair]:
        old_side, new_side = ([n for n in side if n.tail] for side in self._tail_sides(node))
        if not old_side and not new_side:
            return []
        old, new = ("\n".join([n.tail for n in side]) for side in (old_side, new_side))
        kind = _kind_of_words(old, new)
        changes = word_changes(old, new)
        if self._has_marks and old == new:
            changes = formatting_changes(_tail_blocks(old_side), _tail_blocks(new_side), new)
            if len(changes) > 1:
                kind = ChangeKind.EDITED
        level = node.kind
        return [_pair(old_side, new_side, kind, changes, "tail", sure=node.sure, level=level)]

    def _own_changes(self, old: Node, new: Node) -> tuple[Change, ...]:
        """The word changes of a pair. A unit that was repealed has lost all its words: what they share
        with "(được bãi bỏ)" is chance."""
        old_label, new_label = old.unit.prefix.strip(), new.unit.prefix.strip()
        if old.unit.repealed == new.unit.repealed or old_label != new_label:
            articles = article_label(old), article_label(new)
            return word_changes(
                old.words,
                new.words,
                old_label,
                new_label,
                only_cites=old.body == new.body,
                follows=lambda one, other, before, behind: self._renumbering.explains(
                    one, other, before, behind, articles
                ),
            )
        border = len(old_label)
        pieces = (
            Change("equal", old_label),
            Change("delete", old.words[border:]),
            Change("insert", new.words[border:]),
        )
        return tuple(piece for piece in pieces if piece.text)


def _kind_of_words(old: str, new: str) -> ChangeKind:
    """What became of words that stand outside the own words of a provision."""
    if old == new:
        return ChangeKind.UNCHANGED
    return ChangeKind.INSERTED if not old else ChangeKind.REMOVED if not new else ChangeKind.EDITED


def _is_sure(whole: Node, changes: Sequence[Change]) -> bool:
    """Whether most of the own words of a split or merged provision are in both texts; else it is told
    as a guess."""
    if not whole.sure:
        return False
    kept = sum(len(change.text) for change in changes if change.op == "equal")
    gone, come = (sum(len(c.text) for c in changes if c.op == op) for op in ("delete", "insert"))
    return kept >= max(gone, come)


def _with_formatting(changes: tuple[Change, ...], old: Node, new: Node) -> tuple[Change, ...]:
    """The changes of a provision that has another number, with words that only look otherwise."""
    label = len(new.unit.prefix.strip())
    told = own_formatting(old, new)
    if len(told) < 2 or changes[-1:] != (Change("equal", new.words[label:]),):
        return changes
    return tuple(
        c for c in (*changes[:-1], Change("equal", told[0].text[label:]), *told[1:]) if c.text
    )


def _tail_blocks(nodes: Sequence[Node]) -> list[Block]:
    return [block for node in nodes for block in node.unit.tail]


def _pair(
    old: Sequence[Node],
    new: Sequence[Node],
    kind: ChangeKind,
    changes: tuple[Change, ...],
    slot: str = "text",
    *,
    sure: bool = True,
    level: UnitKind | None = None,
) -> Pair:
    """Give the pair of some provisions; its level is that of the first one, if not said otherwise."""
    level = level or (*new, *old)[0].kind
    return Pair(tuple(map(_side, old)), tuple(map(_side, new)), kind, level, slot, sure, changes)


def _is_inside(node: Node, holder: Node) -> bool:
    parent = node.parent
    while parent is not None and parent is not holder:
        parent = parent.parent
    return parent is holder


def _side(node: Node) -> Side:
    return Side(node.unit.id, node.path)
