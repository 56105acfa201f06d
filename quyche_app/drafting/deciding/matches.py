"""Which provision of the new text is which issued one, as an amending decision must see it.

A decision cannot say "moved" or "split": what stands elsewhere was repealed there and inserted here,
the first part of a split is the old provision, a merged one is the first of its sources.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from quyche_app.comparing.align import component_pairs
from quyche_app.comparing.vocabulary import masked
from quyche_app.domain.acts import Act, Component
from quyche_app.domain.comparisons import ChangeKind, Comparison, Pair, Side
from quyche_app.domain.flow import unit_lines
from quyche_app.domain.labels import missing_between, order_of
from quyche_app.domain.sequences import heaviest_chain
from quyche_app.domain.units import Unit, UnitKind, walk

# So many new siblings among others are an insertion; more are a list that was rewritten.
_FEW = 3
_ELSEWHERE = (ChangeKind.MOVED, ChangeKind.MOVED_EDITED)


@dataclass(frozen=True, slots=True)
class Matches:
    """Which is which; identities of the two texts are apart, as two files both count from one.

    Attributes:
        components: components of both texts that belong together.
        labels_kept: components of the new text whose labels say which provision is which.
        old_of: identity of a new provision → the issued one it is.
        new_of: identity of an issued provision → what it is now.
    """

    components: tuple[tuple[Component | None, Component | None], ...]
    labels_kept: set[str] = field(default_factory=set)
    old_of: dict[str, Unit] = field(default_factory=dict)
    new_of: dict[str, Unit] = field(default_factory=dict)

    @property
    def shared(self) -> list[tuple[Component, Component]]:
        """The components that both texts have."""
        return [(left, right) for left, right in self.components if left and right]

    def is_inserted(self, new: Unit) -> bool:
        """Nothing of the issued text is this provision."""
        return new.id not in self.old_of

    def is_removed(self, old: Unit) -> bool:
        """The new text has this provision no more."""
        return old.id not in self.new_of

    def known_of(self, new: Sequence[Unit]) -> list[tuple[Unit, Unit]]:
        """Give the provisions of the new text that the issued one has, each behind what it was."""
        return [(self.old_of[unit.id], unit) for unit in new if unit.id in self.old_of]

    def match(self, old: Unit, new: Unit) -> None:
        """Say that two are the same provision."""
        self.old_of[new.id], self.new_of[old.id] = old, new

    def part(self, old: Unit, new: Unit) -> None:
        """Say that two are not the same provision after all."""
        del self.old_of[new.id], self.new_of[old.id]


def matches_of(comparison: Comparison) -> Matches:
    """Give the matches of a comparison; provisions left over with the same label under the same
    parent are one provision with another wording."""
    matches = Matches(tuple(component_pairs(comparison.old, comparison.new)))
    _match_kept(comparison, matches)
    _part_strangers(comparison, matches)
    for left, right in matches.shared:
        keeps = _keeps_labels(left, right)
        if keeps:
            matches.labels_kept.add(right.id)
        old_articles, new_articles = articles_of(left), articles_of(right)
        rewritten = keeps or _are_few_in_other_places(old_articles, new_articles, matches)
        _siblings(old_articles, new_articles, matches, keeps_labels=rewritten)
        _part_crossing(old_articles, new_articles, matches)
    _part_strangers(comparison, matches)  # of articles that are known by their labels after all
    for left, right in matches.shared:
        _inside(left.units, right.units, matches, keeps_labels=right.id in matches.labels_kept)
    return matches


def _match_kept(comparison: Comparison, matches: Matches) -> None:
    """Match the provisions that the comparison found on both sides, articles in their place alone."""
    old = {unit.id: unit for unit in comparison.old.units()}
    new = {unit.id: unit for unit in comparison.new.units()}
    for pair in comparison.pairs:
        is_moved = pair.kind in _ELSEWHERE and pair.level is UnitKind.ARTICLE
        if pair.is_kept_provision and not is_moved:
            one, other = _kept(pair)
            matches.match(old[one.unit_id], new[other.unit_id])


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
        if mate is None or unit.kind.depth <= UnitKind.ARTICLE.depth:
            continue
        parent, home = new_parents.get(unit.id), old_parents.get(mate.id)
        if (matches.old_of.get(parent.id) if parent is not None else None) is not home:
            matches.part(mate, unit)


def _parents(act: Act) -> dict[str, Unit]:
    return {child.id: unit for unit in act.units() for child in unit.children}


def articles_of(component: Component) -> list[Unit]:
    """Give the articles of a component in the order of the text."""
    return [unit for unit in walk(component.units) if unit.kind is UnitKind.ARTICLE]


def _inside(
    old: Sequence[Unit], new: Sequence[Unit], matches: Matches, *, keeps_labels: bool
) -> None:
    left, right = ([u for u in units if u.kind is not UnitKind.ARTICLE] for units in (old, new))
    _siblings(left, right, matches, keeps_labels=keeps_labels)
    for unit in new:
        mate = matches.old_of.get(unit.id)
        _inside(
            mate.children if mate is not None else (),
            unit.children,
            matches,
            keeps_labels=keeps_labels,
        )


def _siblings(
    old: Sequence[Unit], new: Sequence[Unit], matches: Matches, *, keeps_labels: bool
) -> None:
    """Match siblings that are left over by their labels.

    Where labels shifted, a list was either counted anew around what came or went, or rewritten: then
    every label says which provision it is, as it does in a text that keeps its labels.
    """
    own = {u.id for u in old}
    shifted = [
        (mate, unit)
        for mate, unit in matches.known_of(new)
        if mate.id in own and mate.label != unit.label
    ]
    is_inside = bool(new) and new[0].kind.depth > UnitKind.ARTICLE.depth
    if shifted and (keeps_labels or (is_inside and not _is_only_counted(old, new, matches))):
        for mate, unit in shifted:
            matches.part(mate, unit)
    _by_label(old, new, matches)


def _are_few_in_other_places(old: Sequence[Unit], new: Sequence[Unit], matches: Matches) -> bool:
    """Whether two or three articles changed places and nothing came or went: each is said to have
    another wording, and no label must be put in between."""
    if [unit.label for unit in old] != [unit.label for unit in new]:
        return False
    shifted = sum(mate.label != unit.label for mate, unit in matches.known_of(new))
    return 0 < shifted <= _FEW


def _part_crossing(old: Sequence[Unit], new: Sequence[Unit], matches: Matches) -> None:
    """Articles that went past others were repealed and inserted: the lightest that cross."""
    places = {unit.id: number for number, unit in enumerate(old)}
    pairs = [(mate, unit) for mate, unit in matches.known_of(new) if mate.id in places]
    rows = [
        (places[mate.id], number, float(sum(map(len, unit_lines(mate))) + 1))
        for number, (mate, _) in enumerate(pairs)
    ]
    kept = set(heaviest_chain(rows))
    for number, (mate, unit) in enumerate(pairs):
        if number not in kept:
            matches.part(mate, unit)


def _keeps_labels(old: Component, new: Component) -> bool:
    """Whether the new text was written like an issued one: it has labels in between ("2a"), gaps, or
    repealed provisions that the old one has not. A draft that is counted anew has none."""
    return _shows_no_count(articles_of(old), articles_of(new)) or any(
        _shows_no_count(one, other) for one, other in _same_lists(old.units, new.units)
    )


def _same_lists(
    old: Sequence[Unit], new: Sequence[Unit]
) -> Iterator[tuple[Sequence[Unit], Sequence[Unit]]]:
    """Children of provisions with the same label, whatever became of their words."""
    articles = {u.label: u for u in walk(tuple(old)) if u.kind is UnitKind.ARTICLE}
    pairs = [
        (articles[u.label], u)
        for u in walk(tuple(new))
        if u.kind is UnitKind.ARTICLE and u.label in articles
    ]
    while pairs:
        one, other = pairs.pop()
        if one.children and other.children:
            yield one.children, other.children
            labels = {(u.kind, u.label): u for u in one.children}
            pairs += [
                (mate, u)
                for u in other.children
                if (mate := labels.get((u.kind, u.label))) is not None
            ]


def _shows_no_count(old: Sequence[Unit], new: Sequence[Unit]) -> bool:
    known = {(u.kind, u.label): u for u in old}
    for unit in new:
        mate = known.get((unit.kind, unit.label))
        if unit.repealed and (mate is None or not mate.repealed):
            return True
        if mate is None and _is_in_between(unit.label):
            return True
    in_force = {name for name, unit in known.items() if not unit.repealed}
    return any(
        (before.kind, label) in in_force
        for before, after in pairwise(new)
        if before.kind is after.kind
        for label in missing_between(before.label, after.label)
    )


def _is_in_between(label: str) -> bool:
    """Whether a label was put between two others: "2a"."""
    return "." not in label and len(order_of(label)) > 1


def _is_only_counted(old: Sequence[Unit], new: Sequence[Unit], matches: Matches) -> bool:
    """Whether siblings only have other numbers: what is in both texts says the same, and something
    came or went."""
    pairs = matches.known_of(new)
    places = {unit.id: number for number, unit in enumerate(old)}
    order = [places.get(mate.id, -1) for mate, _ in pairs]
    came = len(new) - len(pairs)
    return (
        order == sorted(order)
        and came <= max(_FEW, len(pairs))
        and (len(pairs) < max(len(old), len(new)))
        and all(_words(mate) == _words(unit) for mate, unit in pairs)
    )


def _words(unit: Unit) -> list[str]:
    """All words of a provision without its own label, the numbers of what it cites left out."""
    lines = unit_lines(unit)
    lines[0] = lines[0].removeprefix(unit.prefix.strip()).strip()
    return [masked(line).strip(" .;,") for line in lines]


def _by_label(old: Sequence[Unit], new: Sequence[Unit], matches: Matches) -> None:
    free = {(u.kind, u.label): u for u in old if u.id not in matches.new_of}
    for unit in new:
        mate = free.get((unit.kind, unit.label))
        if unit.id not in matches.old_of and mate is not None and mate.id not in matches.new_of:
            matches.match(mate, unit)
