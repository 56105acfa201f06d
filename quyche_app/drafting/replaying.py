"""Carrying out again what a journal holds, with a gap where a line of it cannot be read.

Every edit holds what stood there before and what stands there after. Behind a gap the words before no
longer agree: somebody's own steps are missing between. The words after are still that person's, so
they are put in place of what stands there now.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from quyche_app.domain.acts import Act
from quyche_app.domain.units import Unit, walk
from quyche_app.drafting.edits import (
    Edit,
    EditRefused,
    Frame,
    Splice,
    Step,
    Words,
    apply_edit,
    apply_step,
    find_unit,
    own_frame,
    own_words,
)


@dataclass
class Replay:
    """A text with what was carried out on it again.

    Attributes:
        act: the text now.
        steps: what was carried out, as it was carried out, the oldest first.
        left_out: how many could not be read or had no place in the text.
        is_sure: whether the text is the one that the first step was made for. Where it may be another,
            words that the steps before did not write themselves are never written over.
    """

    act: Act
    is_sure: bool = True
    steps: list[Step] = field(default_factory=list)
    left_out: int = 0
    _touched: set[str] = field(default_factory=set)

    def skip(self) -> None:
        """Pass over a step that cannot be read."""
        self.left_out += 1

    def carry_out(self, step: Step) -> None:
        """Carry out a step; one that has no place in the text is left out."""
        try:
            act: Act | None = apply_step(self.act, step)
        except EditRefused:
            act, step = self._fitted(step)
        if act is None or _has_twins(act, step):
            self.left_out += 1
            return
        self.act = act
        self.steps.append(step)
        self._touched.update(_written(step))

    def _fitted(self, step: Step) -> tuple[Act | None, Step]:
        """Give the text after a step that was made behind a gap, and the step as it fits here; None
        where it has no place."""
        act, edits = self.act, []
        for edit in step.edits:
            fitted = _fitted_edit(act, edit)
            if fitted is None or not (self.is_sure or _written_over(fitted) <= self._touched):
                return None, step
            try:
                act = apply_edit(act, fitted)
            except EditRefused:
                return None, step
            edits.append(fitted)
        return act, replace(step, edits=tuple(edits))


def _fitted_edit(act: Act, edit: Edit) -> Edit | None:
    match edit:
        case Words():
            unit = find_unit(act, edit.unit_id)
            return None if unit is None else Words(edit.unit_id, own_words(unit), edit.new)
        case Frame():
            found = next((c for c in act.components if c.id == edit.component_id), None)
            return None if found is None else Frame(edit.component_id, own_frame(found), edit.new)
        case Splice():
            return _fitted_splice(act, edit)


def _fitted_splice(act: Act, edit: Splice) -> Splice | None:
    """The same siblings, known by their identities, wherever they stand now."""
    siblings = _children(act, edit.parent_id)
    if siblings is None:
        return None
    if not edit.old:
        return replace(edit, at=min(edit.at, len(siblings)))
    wanted = [unit.id for unit in edit.old]
    ids = [unit.id for unit in siblings]
    if wanted[0] not in ids:
        return None
    at = ids.index(wanted[0])
    if ids[at : at + len(wanted)] != wanted:
        return None
    return replace(edit, at=at, old=siblings[at : at + len(wanted)])


def _children(act: Act, parent_id: str) -> tuple[Unit, ...] | None:
    component = next((c for c in act.components if c.id == parent_id), None)
    if component is not None:
        return component.units
    unit = find_unit(act, parent_id)
    return None if unit is None else unit.children


def _has_twins(act: Act, step: Step) -> bool:
    """Whether a step put in a provision that the text had already: its removal is what was lost."""
    if not any(isinstance(edit, Splice) for edit in step.edits):
        return False
    ids = [unit.id for component in act.components for unit in walk(component.units)]
    return len(set(ids)) < len(ids)


def _written_over(edit: Edit) -> set[str]:
    match edit:
        case Words():
            return {edit.unit_id}
        case Frame():
            return {edit.component_id}
        case Splice():
            return {unit.id for unit in edit.old}


def _written(step: Step) -> set[str]:
    """The identities whose words a step gave."""
    return {
        owner
        for edit in step.edits
        for owner in (
            {unit.id for unit in edit.new} if isinstance(edit, Splice) else _written_over(edit)
        )
    }
