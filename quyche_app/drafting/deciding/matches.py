"""Which provision of the new text is which issued one, as an amending decision must see it.

A decision cannot say "moved" or "split": what stands elsewhere was repealed there and inserted here,
the first part of a split is the old provision, a merged one is the first of its sources.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from quyche_app.comparing.align import component_pairs
from quyche_app.domain.acts import Act, Component
from quyche_app.domain.comparisons import ChangeKind, Comparison, Pair, Side
from quyche_app.domain.units import GROUPING_KINDS, Unit, UnitKind, walk

_ELSEWHERE = (ChangeKind.MOVED, ChangeKind.MOVED_EDITED)


@dataclass(frozen=True, slots=True)
class Matches:
    """Which is which; identities of the two texts are apart, as two files both count from one.

    Attributes:
        components: component of the new text → that of the old one.
        old_of: identity of a new provision → the issued one it is.
        new_of: identity of an issued provision → what it is now.
    """

    components: tuple[tuple[Component | None, Component | None], ...]
    old_of: dict[str, Unit] = field(default_factory=dict)
    new_of: dict[str, Unit] = field(default_factory=dict)

    def is_inserted(self, new: Unit) -> bool:
        """Nothing of the issued text is this provision."""
        return new.id not in self.old_of

    def is_removed(self, old: Unit) -> bool:
        """The new text has this provision no more."""
        return old.id not in self.new_of

    def match(self, old: Unit, new: Unit) -> None:
        """Say that two are the same provision."""
        self.old_of[new.id], self.new_of[old.id] = old, new

    def part(self, old: Unit, new: Unit) -> None:
        """Say that two are not the same provision after all."""
        del self.old_of[new.id], self.new_of[old.id]


def matches_of(comparison: Comparison) -> Matches:
    """Give the matches of a comparison; provisions left over with the same label under the same
    parent are one provision with another wording."""
    old = {unit.id: unit for unit in comparison.old.units()}
    new = {unit.id: unit for unit in comparison.new.units()}
    matches = Matches(tuple(component_pairs(comparison.old, comparison.new)))
    for pair in comparison.pairs:
        if pair.slot == "text" and pair.old and pair.new:
            one, other = _kept(pair)
            is_moved = pair.kind in _ELSEWHERE and pair.level is UnitKind.ARTICLE
            if not is_moved:
                matches.match(old[one.unit_id], new[other.unit_id])
    _part_strangers(comparison, matches)
    for left, right in matches.components:
        if left is not None and right is not None:
            _by_label(_articles(left), _articles(right), matches)
            _inside(left.units, right.units, matches)
    return matches


def _kept(pair: Pair) -> tuple[Side, Side]:
    """Of the parts of a split, or the sources of a merger, the one with the label of the other side,
    else the first."""
    if len(pair.new) > 1:
        same = next((s for s in pair.new if s.path == pair.old[0].path), pair.new[0])
        return pair.old[0], same
    same = next((s for s in pair.old if s.path == pair.new[0].path), pair.old[0])
    return same, pair.new[0]


def _part_strangers(comparison: Comparison, matches: Matches) -> None:
    """A clause that stands in another article was repealed there and inserted here."""
    old_parents, new_parents = _parents(comparison.old), _parents(comparison.new)
    for unit in comparison.new.units():  # parents before children
        mate = matches.old_of.get(unit.id)
        if mate is None or unit.kind is UnitKind.ARTICLE or unit.kind in GROUPING_KINDS:
            continue
        parent, home = new_parents.get(unit.id), old_parents.get(mate.id)
        if (matches.old_of.get(parent.id) if parent is not None else None) is not home:
            matches.part(mate, unit)


def _parents(act: Act) -> dict[str, Unit]:
    return {child.id: unit for unit in act.units() for child in unit.children}


def _articles(component: Component) -> list[Unit]:
    return [unit for unit in walk(component.units) if unit.kind is UnitKind.ARTICLE]


def _inside(old: Sequence[Unit], new: Sequence[Unit], matches: Matches) -> None:
    _by_label(old, new, matches)
    for unit in new:
        mate = matches.old_of.get(unit.id)
        _inside(mate.children if mate is not None else (), unit.children, matches)


def _by_label(old: Sequence[Unit], new: Sequence[Unit], matches: Matches) -> None:
    free = {(u.kind, u.label): u for u in old if u.id not in matches.new_of}
    for unit in new:
        mate = free.get((unit.kind, unit.label))
        if unit.id not in matches.old_of and mate is not None and mate.id not in matches.new_of:
            matches.match(mate, unit)
