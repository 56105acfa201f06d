"""What a change of a draft touched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quyche_app.domain.acts import Act, Component
from quyche_app.domain.sequences import longest_rising
from quyche_app.domain.trees import Placed, tree_index
from quyche_app.domain.units import Unit, walk
from quyche_app.drafting.edits import Edit, Frame, Splice, Step, Words, own_words


@dataclass(frozen=True, slots=True)
class Changed:
    """What whoever shows a draft is told: one value for everything that happens to it.

    Attributes:
        step: what was carried out, an undone step as its inverse; None when the text is as it was:
            with ``units`` their marks were made anew, without the caret came to another provision or
            something is asked.
        units: identities of the provisions whose own words, number, or place among what holds them
            differ, and of the components whose head or end does.
        is_typed: it was typed, so the page shows it already, and it is marked when typing rests.
    """

    step: Step | None = None
    units: frozenset[str] = frozenset()
    is_typed: bool = False

    @property
    def keeps_structure(self) -> bool:
        """Whether every provision stands where it stood, under the number it had."""
        return self.step is None or all(_keeps_structure(edit) for edit in self.step.edits)


def _keeps_structure(edit: Edit) -> bool:
    match edit:
        case Splice():
            return False
        case Words():
            return edit.old.prefix == edit.new.prefix
        case Frame():
            return True


def changed_units(before: Act, after: Act, step: Step) -> frozenset[str]:
    """Give the identities that a step from one text to another touched, as ``Changed`` tells them.

    Of siblings in another order the fewest are named whose going would leave the others in order.
    """
    found = _reworded(step)
    splices = [edit for edit in step.edits if isinstance(edit, Splice)]
    if not splices:
        return frozenset(found)
    was, now = tree_index(before).by_id, tree_index(after).by_id
    spliced = {unit.id for edit in splices for unit in (*walk(edit.old), *walk(edit.new))}
    units = spliced | (found & (was.keys() | now.keys()))
    found = {unit_id for unit_id in units if _differs(was.get(unit_id), now.get(unit_id))} | (
        found - units
    )
    for holder in {edit.parent_id for edit in splices} | spliced:
        found |= _out_of_order(_children(before, was, holder), _children(after, now, holder))
    return frozenset(found)


def _reworded(step: Step) -> set[str]:
    """The owners whose words, taken together, other edits of the step did not give back."""
    first: dict[str, Unit | Component] = {}
    last: dict[str, Unit | Component] = {}
    for edit in step.edits:
        if not isinstance(edit, Splice):
            owner = edit.unit_id if isinstance(edit, Words) else edit.component_id
            first.setdefault(owner, edit.old)
            last[owner] = edit.new
    return {owner for owner, old in first.items() if last[owner] != old}


def _differs(was: Placed | None, now: Placed | None) -> bool:
    if was is None or now is None:
        return was is not now
    return _holder(was) != _holder(now) or (
        was.unit is not now.unit and own_words(was.unit) != own_words(now.unit)
    )


def _holder(placed: Placed) -> str:
    return placed.component.id if placed.parent is None else placed.parent.id


def _children(act: Act, index: Mapping[str, Placed], holder: str) -> Sequence[Unit]:
    placed = index.get(holder)
    if placed is not None:
        return placed.unit.children
    return next((c.units for c in act.components if c.id == holder), ())


def _out_of_order(before: Sequence[Unit], after: Sequence[Unit]) -> set[str]:
    places = {unit.id: place for place, unit in enumerate(before)}
    stayed = [unit.id for unit in after if unit.id in places]
    kept = set(longest_rising([places[unit_id] for unit_id in stayed]))
    return {unit_id for place, unit_id in enumerate(stayed) if place not in kept}
