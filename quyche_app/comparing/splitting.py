"""What was split into several provisions; with the sides exchanged, what was merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from quyche_app.comparing.nodes import Node
from quyche_app.domain.units import UnitKind

# Share of a part's words that must stand in the whole, and no longer in the rest of it.
_SHARE = 0.75
_LEAST_WORDS = 4
_LEAST_LOST = 0.3
# Where the rest of the whole is looked for: something may have been inserted between the parts.
_NEAR = (-1, 1, -2, 2, -3, 3)
_PART_KINDS = (UnitKind.ARTICLE, UnitKind.CLAUSE, UnitKind.POINT)

Parts = dict[Node, list[Node]]


def splits(
    new: Sequence[Node], code: Callable[[Node], str], inner: Callable[[Node], str]
) -> Parts:
    """Give old provision → the new ones it was split into, two or more, in the order of the text.

    A part has no mate, stands beside the mate of the whole or beside another part, and its words
    stand in the whole and are gone from the rest.

    Args:
        new: all provisions of the new side.
        code: gives the words of a provision with all inside, one character each.
        inner: the same without its name.
    """
    found: Parts = {}
    part_of: dict[Node, Node] = {}
    free = [n for n in new if n.mate is None and n.kind in _PART_KINDS]
    tops = [node for node in new if node.parent is None]
    for nodes in (free, free[::-1]):
        for node in nodes:
            if node in part_of:
                continue
            beside = tops if node.parent is None else node.parent.children
            at = beside.index(node)
            for step in _NEAR:
                neighbour = beside[at + step] if 0 <= at + step < len(beside) else None
                whole = part_of.get(neighbour, neighbour.mate) if neighbour is not None else None
                if whole is None or whole.kind is not node.kind or whole.mate is None:
                    continue
                rest = found.get(whole, [whole.mate])
                # What the rest still says cannot have gone to the part: most neighbours end here.
                lost = whole.weight - sum(other.weight for other in rest)
                if lost >= _LEAST_LOST * node.weight and _is_part(
                    inner(node), [code(other) for other in rest], code(whole)
                ):
                    found[whole] = sorted((*rest, node), key=lambda n: n.place)
                    part_of[node] = whole
                    break
    return found


def _is_part(part: str, rest: Iterable[str], whole: str) -> bool:
    from rapidfuzz.distance import LCSseq

    least = _SHARE * len(part)
    if len(part) < _LEAST_WORDS or LCSseq.similarity(part, whole) < least:
        return False
    left_over = Counter(whole)
    for other in rest:
        left_over -= Counter(other)
    return (left_over & Counter(part)).total() >= least
