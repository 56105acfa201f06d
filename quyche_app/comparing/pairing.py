"""Which provision of the old text is which of the new one.

By identity where both are states of one record; else by equal words, by the votes of children, by
label and place inside paired parents, by likeness. What was paired by likeness alone is unsure.
Source: architecture.md 6.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from quyche_app.comparing.nodes import Node, pair, syllables
from quyche_app.domain.units import UnitKind

# Below this share of common words two provisions are not the same one, wherever they stand.
_LIKE_SAME_LABEL = 0.35
_LIKE_NEIGHBOURS = 0.3
_LIKE_ANYWHERE = 0.55
# Words in more provisions than this do not help to find a candidate.
_COMMON = 60


def pair_all(old: list[Node], new: list[Node], *, by_identity: bool) -> None:
    """Pair the provisions of two components; the rest stay without a mate."""
    if by_identity:
        known = {node.unit.id: node for node in new}
        for node in old:
            mate = known.get(node.unit.id)
            if mate is not None and mate.kind is node.kind:
                pair(node, mate)
    _by_subtree(old, new)
    _by_body(old, new)
    _same_words_inside_parents(old)
    for _ in range(2):
        _by_votes(old, new)
        _inside_parents(old, new)
    _by_context(old, new)
    _anywhere(old, new)
    _by_votes(old, new)
    _inside_parents(old, new)


def _free(nodes: Sequence[Node]) -> list[Node]:
    return [node for node in nodes if node.mate is None]


def _by_subtree(old: list[Node], new: list[Node]) -> None:
    """Whole provisions with the same words inside, unique on both sides."""
    keys: dict[Node, str] = {}

    def key(node: Node) -> str:
        found = keys.get(node)
        if found is None:
            inner = "\x1e".join(key(child) for child in node.children)
            found = f"{node.kind}\x1f{node.body}\x1f{inner}\x1f{node.tail}"
            keys[node] = found
        return found

    groups = _grouped(old, new, key)
    for left, right in groups:
        if len(left) == len(right) == 1 and left[0].weight >= 20:
            _pair_deep(left[0], right[0])


def _pair_deep(old: Node, new: Node) -> None:
    if old.mate is None and new.mate is None:
        pair(old, new)
    for one, other in zip(old.children, new.children, strict=True):
        _pair_deep(one, other)


def _grouped(
    old: Sequence[Node], new: Sequence[Node], key: Callable[[Node], str]
) -> list[tuple[list[Node], list[Node]]]:
    groups: dict[str, tuple[list[Node], list[Node]]] = {}
    for side, nodes in enumerate((old, new)):
        for node in nodes:
            if node.mate is None:
                groups.setdefault(key(node), ([], []))[side].append(node)
    return [group for group in groups.values() if group[0] and group[1]]


def _by_body(old: list[Node], new: list[Node]) -> None:
    """The same own words, unique on both sides; a short heading too when the label is the same."""
    for left, right in _grouped(old, new, lambda node: f"{node.kind}\x1f{node.body}"):
        if len(left) == len(right) == 1 and (
            len(left[0].body) >= 12
            or (left[0].unit.heading and left[0].unit.label == right[0].unit.label)
        ):
            pair(left[0], right[0])


def _same_words_inside_parents(old: list[Node]) -> None:
    """Repeated words ("Gồm:") belong to the parents already paired, before any vote of children."""
    for node in old:
        if node.mate is not None:
            _same_words(_free(node.children), _free(node.mate.children))


def _by_votes(old: list[Node], new: list[Node]) -> None:
    """A parent is the parent that most of its children's words went to."""
    for kind in reversed(UnitKind):
        votes: dict[Node, Counter[Node]] = defaultdict(Counter)
        for node in old:
            if node.kind is not kind or node.mate is not None:
                continue
            for child in node.children:
                if child.mate is not None and child.mate.parent is not None and (
                    child.mate.parent.kind is kind and child.mate.parent.mate is None
                ):
                    votes[node][child.mate.parent] += max(1, child.weight)
        ranked = sorted(
            ((weight, -one.place, -other.place, one, other)
             for one, counter in votes.items() for other, weight in counter.items()),
            key=lambda row: row[:3], reverse=True,
        )
        for weight, _, _, one, other in ranked:
            if one.mate is None and other.mate is None and (
                2 * weight >= min(one.weight, other.weight) * 0.5
            ):
                pair(one, other)


def _inside_parents(old: list[Node], new: list[Node]) -> None:
    """Children of paired parents: equal words, then the same label and likeness, then likeness."""
    tops = [([n for n in old if n.parent is None], [n for n in new if n.parent is None])]
    pairs = tops + [
        (node.children, node.mate.children) for node in old if node.mate is not None
    ]
    done: set[int] = set()
    while pairs:
        left_all, right_all = pairs.pop(0)
        left, right = _free(left_all), _free(right_all)
        if not left or not right:
            continue
        before = {id(n) for n in left}
        _same_words(left, right)
        _same_label(_free(left), _free(right))
        _most_alike(_free(left), _free(right))
        for node in left:
            if node.mate is not None and id(node) in before and id(node) not in done:
                done.add(id(node))
                pairs.append((node.children, node.mate.children))


def _same_words(left: Sequence[Node], right: Sequence[Node]) -> None:
    waiting: dict[tuple[UnitKind, str], list[Node]] = defaultdict(list)
    for node in right:
        waiting[(node.kind, node.body)].append(node)
    for node in left:
        same = waiting.get((node.kind, node.body))
        if same:
            best = next((n for n in same if n.unit.label == node.unit.label), same[0])
            same.remove(best)
            pair(node, best)


def _same_label(left: Sequence[Node], right: Sequence[Node]) -> None:
    labels = {(n.kind, n.unit.label): n for n in right}
    for node in left:
        other = labels.get((node.kind, node.unit.label))
        if other is not None and other.mate is None and (
            likeness(node, other) >= _LIKE_SAME_LABEL
        ):
            pair(node, other)


def _most_alike(left: Sequence[Node], right: Sequence[Node]) -> None:
    scores = []
    for one in left:
        for other in right:
            if one.kind is other.kind:
                score = likeness(one, other)
                if score >= _LIKE_ANYWHERE - 0.1:
                    scores.append((score, -abs(one.place - other.place), one, other))
    for score, _, one, other in sorted(scores, key=lambda row: row[:2], reverse=True):
        if one.mate is None and other.mate is None:
            pair(one, other, sure=score >= 0.6)


def _by_context(old: list[Node], new: list[Node]) -> None:
    """One provision left between two paired neighbours on both sides: the place is a witness."""
    for node in old:
        if node.mate is not None:
            continue
        siblings = _siblings(node, old)
        at = siblings.index(node)
        before = siblings[at - 1].mate if at else None
        after = siblings[at + 1].mate if at + 1 < len(siblings) else None
        anchor = before or after
        if anchor is None:
            continue
        others = _siblings(anchor, new)
        place = others.index(anchor) + (1 if before is not None else -1)
        if not 0 <= place < len(others):
            continue
        other = others[place]
        closed = before is None or after is None or (
            place + 1 < len(others) and others[place + 1] is after
        )
        if other.mate is None and other.kind is node.kind and closed and (
            likeness(node, other) >= _LIKE_NEIGHBOURS
        ):
            pair(node, other, sure=False)


def _siblings(node: Node, nodes: list[Node]) -> list[Node]:
    if node.parent is not None:
        return node.parent.children
    return [n for n in nodes if n.parent is None]


def _anywhere(old: list[Node], new: list[Node]) -> None:
    """The rest, wherever it went: candidates share uncommon words."""
    left, right = _free(old), _free(new)
    if not left or not right:
        return
    index: dict[str, list[Node]] = defaultdict(list)
    for node in right:
        for word in _bigrams(node):
            index[word].append(node)
    scores = []
    for node in left:
        shared: Counter[Node] = Counter()
        for word in _bigrams(node):
            candidates = index.get(word, ())
            if len(candidates) <= _COMMON:
                for other in candidates:
                    if other.kind is node.kind:
                        shared[other] += 1
        for other, _ in shared.most_common(4):
            score = likeness(node, other)
            if score >= _LIKE_ANYWHERE:
                scores.append((score, node.weight, -abs(node.place - other.place), node, other))
    for score, _, _, one, other in sorted(scores, key=lambda row: row[:3], reverse=True):
        if one.mate is None and other.mate is None:
            pair(one, other, sure=score >= 0.75)


def _bigrams(node: Node) -> set[str]:
    words = syllables(node.body) or [""]
    if len(words) < 3:
        return {" ".join(words)}
    return {f"{a} {b}" for a, b in itertools.pairwise(words)}


def likeness(one: Node, other: Node) -> float:
    """Give the share of common words of two provisions, in order, 0 to 1; children count little
    when the own words are few."""
    from rapidfuzz.distance import Indel

    left, right = syllables(one.body), syllables(other.body)
    if len(left) + len(right) < 12 and (one.children or other.children):
        left += [w for c in one.children for w in syllables(c.body)[:12]]
        right += [w for c in other.children for w in syllables(c.body)[:12]]
    if not left or not right:
        return 1.0 if left == right else 0.0
    return float(Indel.normalized_similarity(left, right))
