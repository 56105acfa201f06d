"""What was split into several provisions; with the sides exchanged, what was merged."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

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
_BY_PLACE = attrgetter("place")


class _Whole:
    """An old provision with the new ones that were found to be parts of it, and what none of them
    says: kept while parts are found, so that each costs its own words only."""

    def __init__(self, whole: Node, code: Callable[[Node], str]) -> None:
        self.parts: list[Node] = []
        self.words = code(whole)
        self.lost = whole.weight
        self._code = code
        self._left_over = Counter(self.words)
        if whole.mate is not None:
            self.take(whole.mate)

    def take(self, part: Node) -> None:
        """Take a part."""
        insort(self.parts, part, key=_BY_PLACE)
        self.lost -= part.weight
        self._left_over.subtract(self._code(part))

    def has_part(self, words: str) -> bool:
        """Tell whether words stand in the whole and are gone from the rest."""
        from rapidfuzz.distance import LCSseq

        least = _SHARE * len(words)
        if len(words) < _LEAST_WORDS or LCSseq.similarity(words, self.words) < least:
            return False
        left = self._left_over
        return (
            sum(max(0, min(left[word], count)) for word, count in Counter(words).items()) >= least
        )


def splits(new: Sequence[Node], code: Callable[[Node], str], inner: Callable[[Node], str]) -> Parts:
    """Give old provision → the new ones it was split into, two or more, in the order of the text.

    A part has no mate, stands beside the mate of the whole or beside another part, and its words
    stand in the whole and are gone from the rest.

    Args:
        new: all provisions of the new side.
        code: gives the words of a provision with all inside, one character each.
        inner: the same without its name.
    """
    free = [n for n in new if n.mate is None and n.kind in _PART_KINDS]
    if not free:
        return {}
    found = _Found(new, code)
    for nodes in (free, free[::-1]):
        for node in nodes:
            if node not in found.part_of:
                found.look_at(node, inner)
    return found.parts()


class _Found:
    """The parts that were found so far."""

    def __init__(self, new: Sequence[Node], code: Callable[[Node], str]) -> None:
        self.part_of: dict[Node, Node] = {}
        self._wholes: dict[Node, _Whole] = {}
        self._code = code
        self._beside_of, self._place_of = _families(new)

    def parts(self) -> Parts:
        """Give every whole with its parts."""
        return {whole: self._wholes[whole].parts for whole in dict.fromkeys(self.part_of.values())}

    def look_at(self, node: Node, inner: Callable[[Node], str]) -> None:
        """Take a provision as a part of what stands nearby, where it is one."""
        for whole in self._nearby(node):
            known = self._wholes.get(whole)
            # What the rest still says cannot have gone to the part: most neighbours end here.
            if _lost(whole, known) < _LEAST_LOST * node.weight:
                continue
            if known is None:
                known = self._wholes[whole] = _Whole(whole, self._code)
            if known.has_part(inner(node)):
                known.take(node)
                self.part_of[node] = whole
                return

    def _nearby(self, node: Node) -> Iterator[Node]:
        """The paired provisions of its kind that its neighbours are, or are parts of."""
        beside, at = self._beside_of[node], self._place_of[node]
        for step in _NEAR:
            if not 0 <= at + step < len(beside):
                continue
            neighbour = beside[at + step]
            whole = self.part_of.get(neighbour, neighbour.mate)
            if whole is not None and whole.kind is node.kind and whole.mate is not None:
                yield whole


def _lost(whole: Node, known: _Whole | None) -> int:
    """How much of a whole none of its parts says; before any is known, its mate is the only one."""
    if known is not None:
        return known.lost
    return whole.weight - whole.mate.weight if whole.mate is not None else whole.weight


def _families(nodes: Sequence[Node]) -> tuple[dict[Node, Sequence[Node]], dict[Node, int]]:
    """Give the list that each provision stands in, and its place there."""
    tops = [node for node in nodes if node.parent is None]
    lists = [tops, *(node.children for node in nodes if node.children)]
    beside = {node: family for family in lists for node in family}
    return beside, {node: at for family in lists for at, node in enumerate(family)}
