"""Base, mine, theirs → who changed what, per provision and slot.

Both sides are compared with the base; a provision is known by what it was there. What both added is
one provision when it stands behind the same provision of the base, inside the same one, and says the
same, or has the same label. Source: docs/architecture.md 6 (three-way).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quyche_app.comparing.align import compare, component_pairs, shared_components
from quyche_app.comparing.nodes import Node, nodes_of, root_path
from quyche_app.comparing.words import word_changes
from quyche_app.domain.acts import Act, Component, blocks_lines
from quyche_app.domain.comparisons import EDGE_WORDS, ChangeKind, Comparison, Pair, Side
from quyche_app.domain.three_way import SlotDifference, Standing, ThreeWay, ThreeWayRow
from quyche_app.domain.units import Unit, UnitKind

_SLOTS = ("label", "heading", "lead", "tail")
_MOVED = (ChangeKind.MOVED, ChangeKind.MOVED_EDITED)


@dataclass
class _Branch:
    """One side laid over the base.

    Attributes:
        mates: identity in the base → the provision it is there now; a split gives its first part.
        moved: identities in the base of what stands elsewhere.
        added: what was added, in the order of the text: the identity of a provision or component of
            the base, or "+" and that of a component that is only here, and what stands behind it.
        guessed: identities in the base whose pairing is a guess.
        merged: identities in the base of what went into the provision before it.
        origin: identity on this side → identity in the base.
    """

    mates: dict[str, Node] = field(default_factory=dict)
    moved: set[str] = field(default_factory=set)
    added: list[tuple[str, Node]] = field(default_factory=list)
    guessed: set[str] = field(default_factory=set)
    merged: set[str] = field(default_factory=set)
    origin: dict[str, str] = field(default_factory=dict)

    def take(self, pair: Pair, node: Node) -> None:
        """Take what a pair says of its provisions in the base: they are ``node`` now."""
        identities = [side.unit_id for side in pair.old]
        self.mates |= dict.fromkeys(identities, node)
        self.origin[node.unit.id] = identities[0]
        self.merged.update(identities[1:])
        if pair.kind in _MOVED:
            self.moved.update(identities)
        if not pair.sure:
            self.guessed.update(identities)


def compare_three(base: Act, mine: Act, theirs: Act) -> ThreeWay:
    """Compare two texts that came from one base.

    Returns:
        a row for every provision of the base and everything added; only those with slots differ.
    """
    branches = _branch(compare(base, mine)), _branch(compare(base, theirs))
    rows: list[ThreeWayRow] = []
    new = _new_components(base, mine, theirs)
    added = _Added(*branches, {_only_here(a): _only_here(b) for a, b in new if a and b})
    for component in base.components:
        others = tuple(_mate(base, act, component) for act in (mine, theirs))
        rows += _edge("front", component, *others)
        nodes = nodes_of(component, root_path(base, component))
        rows += added.behind(component.id)
        for node in nodes:
            rows.append(_row(node, branches))
            rows += added.behind(node.unit.id)
        rows += _edge("back", component, *others)
    for mine_only, theirs_only in new:
        rows += _edge("front", None, mine_only, theirs_only)
        rows += added.behind(*(_only_here(c) if c else "" for c in (mine_only, theirs_only)))
        rows += _edge("back", None, mine_only, theirs_only)
    return ThreeWay(base, mine, theirs, tuple(rows))


def _branch(comparison: Comparison) -> _Branch:
    branch = _Branch()
    inside = [nodes_of(c, root_path(comparison.new, c)) for c in comparison.new.components]
    nodes = {node.unit.id: node for some in inside for node in some}
    for pair in comparison.pairs:
        if pair.is_kept_provision:
            branch.take(pair, nodes[pair.new[0].unit_id])
    homes = {
        component.id: mate.id
        for mate, component in shared_components(comparison.old, comparison.new)
    }
    for component, some in zip(comparison.new.components, inside, strict=True):
        anchor = homes.get(component.id) or _only_here(component)
        for node in some:
            anchor = branch.origin.get(node.unit.id, anchor)
            if node.unit.id not in branch.origin:
                branch.added.append((anchor, node))
    return branch


def _only_here(component: Component) -> str:
    """The anchor of what stands in a component that the base has not; identities of files are counted
    alike, so that it must not be taken for one of the base."""
    return f"+{component.id}"


def _mate(base: Act, act: Act, component: Component) -> Component | None:
    return next((new for old, new in component_pairs(base, act) if old is component), None)


def _new_components(
    base: Act, mine: Act, theirs: Act
) -> list[tuple[Component | None, Component | None]]:
    """Components that the base has not, those of one kind and label side by side."""
    left, right = (
        [new for old, new in component_pairs(base, act) if old is None and new is not None]
        for act in (mine, theirs)
    )
    pairs: list[tuple[Component | None, Component | None]] = []
    for component in left:
        other = next(
            (c for c in right if (c.kind, c.label) == (component.kind, component.label)), None
        )
        if other is not None:
            right.remove(other)
        pairs.append((component, other))
    return [*pairs, *((None, component) for component in right)]


def _edge(
    slot: str, base: Component | None, mine: Component | None, theirs: Component | None
) -> list[ThreeWayRow]:
    """The head or the foot of a component as one row."""
    words = [
        "\n".join(blocks_lines(getattr(c, slot))) if c is not None else ""
        for c in (base, mine, theirs)
    ]
    difference = _difference(slot, *words)
    if difference is None:
        return []
    sides = [
        Side(c.id, "*", EDGE_WORDS[slot]) if c is not None else None for c in (base, mine, theirs)
    ]
    return [ThreeWayRow(sides[0], sides[1], sides[2], (difference,))]


def _row(node: Node, branches: Sequence[_Branch]) -> ThreeWayRow:
    """One provision of the base."""
    base_id = node.unit.id
    mine, theirs = (branch.mates.get(base_id) for branch in branches)
    if mine is not None and theirs is not None:
        slots = _slots(node, mine, theirs, branches)
    else:
        slots = [_existence(node, mine, theirs, branches)]
    sure = all(base_id not in branch.guessed for branch in branches)
    return ThreeWayRow(_side(node), _side(mine), _side(theirs), tuple(slots), sure)


def _slots(
    node: Node, mine: Node, theirs: Node, branches: Sequence[_Branch]
) -> list[SlotDifference]:
    """What differs of a provision that both sides kept."""
    own = [_words(n.unit) for n in (node, mine, theirs)]
    is_merged = any(node.unit.id in branch.merged for branch in branches)
    compared = [slot for slot in _SLOTS if slot != "label" or not is_merged]
    found = [_difference(slot, *(words[slot] for words in own)) for slot in compared]
    found.append(_place(node, mine, theirs, branches))
    return [difference for difference in found if difference is not None]


def _existence(
    node: Node, mine: Node | None, theirs: Node | None, branches: Sequence[_Branch]
) -> SlotDifference:
    """A provision that one side removed, or both; the other may have gone on writing it."""
    was, one, other = (_own_words(side) for side in (node, mine, theirs))
    return SlotDifference(
        "existence",
        _standing_of_removed(node, mine, theirs, branches),
        was,
        one,
        other,
        word_changes(was, one),
        word_changes(was, other),
    )


def _standing_of_removed(
    node: Node, mine: Node | None, theirs: Node | None, branches: Sequence[_Branch]
) -> Standing:
    kept = mine or theirs
    if kept is None:
        return Standing.AGREED
    touched_by = branches[0] if kept is mine else branches[1]
    if _words(kept.unit) != _words(node.unit) or node.unit.id in touched_by.moved:
        return Standing.CONFLICT
    return Standing.THEIRS if theirs is None else Standing.MINE


def _place(
    node: Node, mine: Node, theirs: Node, branches: Sequence[_Branch]
) -> SlotDifference | None:
    moved = [node.unit.id in branch.moved for branch in branches]
    if not any(moved):
        return None
    words = [_standing_place(one) for one in (node, mine, theirs)]
    if all(moved):
        standing = Standing.AGREED if words[1] == words[2] else Standing.CONFLICT
    else:
        standing = Standing.MINE if moved[0] else Standing.THEIRS
        if _holder_is_gone(mine if moved[0] else theirs, *branches[:: 1 if moved[0] else -1]):
            standing = Standing.CONFLICT
    return SlotDifference("place", standing, words[0], words[1], words[2])


def _standing_place(node: Node) -> str:
    """Where a provision stands: an article with its chapter, which its address does not name."""
    words = Side(node.unit.id, node.path).words
    if node.kind is UnitKind.ARTICLE and node.parent is not None:
        return f"{words}, {Side('', node.parent.path).words}"
    return words


def _own_words(node: Node | None) -> str:
    """The own words of a provision with those behind its children; "" where it is not there."""
    if node is None:
        return ""
    return f"{node.words}\n{node.tail}" if node.tail else node.words


class _Added:
    """What both sides added. It is paired in the order of the text, parents before children, as a
    clause can only be one where the articles that hold it are.

    Args:
        components: anchor of a new component of mine → that of theirs.
    """

    def __init__(self, mine: _Branch, theirs: _Branch, components: Mapping[str, str]) -> None:
        self._mine, self._theirs = mine, theirs
        self._together: set[tuple[str, str]] = set()
        self._pairs: dict[str, list[tuple[Node, Node | None]]] = defaultdict(list)
        self._left: dict[str, list[Node]] = defaultdict(list)
        for anchor, node in theirs.added:
            self._left[anchor].append(node)
        for anchor, node in mine.added:
            there = self._left[components.get(anchor, "") if anchor.startswith("+") else anchor]
            same = [n for n in there if n.kind is node.kind and self._is_inside_same(node, n)]
            other = next((n for n in same if n.words == node.words), None) or next(
                (n for n in same if n.unit.label == node.unit.label), None
            )
            if other is not None:
                there.remove(other)
                self._together.add((node.unit.id, other.unit.id))
            self._pairs[anchor].append((node, other))

    def behind(self, mine: str, theirs: str | None = None) -> list[ThreeWayRow]:
        """Give a row for everything behind an anchor, one for what both added."""
        rows = [
            _added_row(
                node,
                other,
                is_orphan=(other is None and _holder_is_gone(node, self._mine, self._theirs)),
            )
            for node, other in self._pairs[mine]
        ]
        return rows + [
            _added_row(None, node, is_orphan=_holder_is_gone(node, self._theirs, self._mine))
            for node in self._left[mine if theirs is None else theirs]
        ]

    def _is_inside_same(self, mine: Node, theirs: Node) -> bool:
        if mine.parent is None or theirs.parent is None:
            return mine.parent is theirs.parent
        ids = mine.parent.unit.id, theirs.parent.unit.id
        origins = self._mine.origin.get(ids[0]), self._theirs.origin.get(ids[1])
        return ids in self._together if origins == (None, None) else origins[0] == origins[1]


def _holder_is_gone(node: Node, own: _Branch, other: _Branch) -> bool:
    """Whether what holds a provision on its side was removed on the other: it would hang in the air."""
    parent = node.parent
    while parent is not None:
        base_id = own.origin.get(parent.unit.id)
        if base_id is not None and base_id not in other.mates:
            return True
        parent = parent.parent
    return False


def _added_row(mine: Node | None, theirs: Node | None, *, is_orphan: bool) -> ThreeWayRow:
    words = [_own_words(node) for node in (mine, theirs)]
    if mine is not None and theirs is not None:
        standing = Standing.AGREED if words[0] == words[1] else Standing.CONFLICT
    else:
        standing = (
            Standing.CONFLICT
            if is_orphan
            else (Standing.MINE if mine is not None else Standing.THEIRS)
        )
    slot = SlotDifference(
        "existence",
        standing,
        "",
        words[0],
        words[1],
        word_changes("", words[0]),
        word_changes("", words[1]),
    )
    return ThreeWayRow(None, _side(mine), _side(theirs), (slot,))


def _difference(slot: str, base: str, mine: str, theirs: str) -> SlotDifference | None:
    """Give what became of the words of a slot, None when nobody changed them."""
    if base == mine == theirs:
        return None
    return SlotDifference(
        slot,
        _standing(base, mine, theirs),
        base,
        mine,
        theirs,
        word_changes(base, mine),
        word_changes(base, theirs),
    )


def _standing(base: str, mine: str, theirs: str) -> Standing:
    if mine == theirs:
        return Standing.AGREED
    if mine == base:
        return Standing.THEIRS
    return Standing.MINE if theirs == base else Standing.CONFLICT


def _words(unit: Unit) -> dict[str, str]:
    return {
        "label": unit.prefix.strip(),
        "heading": unit.heading_words,
        "lead": "\n".join(blocks_lines(unit.lead)),
        "tail": "\n".join(blocks_lines(unit.tail)),
    }


def _side(node: Node | None) -> Side | None:
    return Side(node.unit.id, node.path) if node is not None else None
