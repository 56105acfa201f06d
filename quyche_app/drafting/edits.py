"""The two edits that every change of a draft is made of, and named steps of them.

Each is a pure function tree → tree that knows its inverse, so that the undo stack, the crash
journal, autosave and the screen consume one stream (docs/architecture.md 8). An edit names what it
changes by identity and holds what stood there: applied to another tree it is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from quyche_app.domain.acts import Act, Component
from quyche_app.domain.errors import QuyCheError
from quyche_app.domain.messages import Message, message
from quyche_app.domain.units import Paragraph, Unit
from quyche_app.drafting.policy import PolicyChange
from quyche_app.drafting.spots import Spot


class EditRefused(QuyCheError):
    """An edit met a text that it was not made for."""


@dataclass(frozen=True, slots=True)
class Words:
    """The own words of a unit, without children: label, heading, lead, tail.

    Attributes:
        old, new: the unit before and after, both with ``children`` left empty.
    """

    unit_id: str
    old: Unit
    new: Unit

    @property
    def inverse(self) -> Words:
        """The edit that takes this one back."""
        return Words(self.unit_id, self.new, self.old)


@dataclass(frozen=True, slots=True)
class Splice:
    """Some siblings give way to others.

    Attributes:
        parent_id: the unit, or the component, whose children they are.
        at: place of the first, from 0.
        old, new: the siblings before and after, with everything in them.
    """

    parent_id: str
    at: int
    old: tuple[Unit, ...]
    new: tuple[Unit, ...]

    @property
    def inverse(self) -> Splice:
        """The edit that takes this one back."""
        return Splice(self.parent_id, self.at, self.new, self.old)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before the first provision of a component and behind the last: head, title,
    signature.

    Attributes:
        old, new: the component before and after, both with ``units`` left empty.
    """

    component_id: str
    old: Component
    new: Component

    @property
    def inverse(self) -> Frame:
        """The edit that takes this one back."""
        return Frame(self.component_id, self.new, self.old)


Edit = Words | Splice | Frame


# Of edits that are tried, never done by a person.
UNSAID = Message("step.unsaid", "")


@dataclass(frozen=True, slots=True)
class Step:
    """What a person did in one go: "thêm khoản 5 Điều 12"; it is undone as a whole.

    Attributes:
        said: what was done, small initial: it stands behind "Hoàn tác: ".
        focus: identity of the provision that the caret belongs to afterwards.
        policy: how labels follow from here on, where the step changes that.
        caret_before: where the caret stood, where that is known.
        caret_after: where it stands afterwards; None = where the new words end, or at the focus.
    """

    said: Message
    edits: tuple[Edit, ...]
    focus: str = ""
    policy: PolicyChange | None = None
    caret_before: Spot | None = None
    caret_after: Spot | None = None

    @property
    def name(self) -> str:
        """What was done, in Vietnamese."""
        return str(self.said)

    @property
    def inverse(self) -> Step:
        """The step that takes this one back."""
        return Step(
            self.said,
            tuple(edit.inverse for edit in reversed(self.edits)),
            self.focus,
            None if self.policy is None else self.policy.inverse,
            self.caret_after,
            self.caret_before,
        )


def changed_end(edit: Words) -> Spot | None:
    """Give where the new words of an edit end, for the caret. None when no paragraph that both have
    says anything else."""
    old, new = edit.old, edit.new
    pairs = [("heading", 0, old.heading_words, new.heading_words)]
    for slot, before, after in (("lead", old.lead, new.lead), ("tail", old.tail, new.tail)):
        for number, (was, now) in enumerate(zip(before, after, strict=False)):
            if isinstance(was, Paragraph) and isinstance(now, Paragraph):
                pairs.append((slot, number, was.text, now.text))
    for slot, number, first, second in pairs:
        if first != second:
            kept, same = _alike(first, second), _alike(first[::-1], second[::-1])
            return Spot(edit.unit_id, slot, number, max(kept, len(second) - same))
    return None


def _alike(first: str, second: str) -> int:
    """How many characters two texts begin with alike."""
    return next(
        (n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b),
        min(len(first), len(second)),
    )


def own_words(unit: Unit) -> Unit:
    """Give a unit without its children: what a ``Words`` edit holds."""
    return replace(unit, children=())


def own_frame(component: Component) -> Component:
    """Give a component without its provisions: what a ``Frame`` edit holds."""
    return replace(component, units=())


def apply_step(act: Act, step: Step) -> Act:
    """Give the text after a step.

    Raises:
        EditRefused: QC-D001 the text is not the one the step was made for; nothing is changed.
    """
    words: dict[str, list[Words]] = {}
    for edit in step.edits:
        if isinstance(edit, Words):
            words.setdefault(edit.unit_id, []).append(edit)
            continue
        act = apply_edit(_all_reworded(act, words), edit)
        words = {}
    return _all_reworded(act, words)


def _all_reworded(act: Act, words: dict[str, list[Words]]) -> Act:
    """Words of many units in one walk: counting a text anew touches half of it."""
    if not words:
        return act
    if len(words) == 1:
        (edits,) = words.values()
        for edit in edits:
            act = apply_edit(act, edit)
        return act
    left = dict(words)
    components = tuple(
        c if (units := _reworded_units(c.units, left)) is c.units else replace(c, units=units)
        for c in act.components
    )
    if left:
        raise _refused()
    return replace(act, components=components)


def _reworded_units(units: tuple[Unit, ...], left: dict[str, list[Words]]) -> tuple[Unit, ...]:
    """The siblings with the edits in ``left`` carried out in them, which are taken out of it."""
    out, touched = [], False
    for unit in units:
        if not left:
            out.append(unit)
            continue
        edits = left.pop(unit.id, None)
        if edits is not None:
            for edit in edits:
                unit = _reworded(unit, edit)
            touched = True
        if unit.children:
            children = _reworded_units(unit.children, left)
            if children is not unit.children:
                unit, touched = replace(unit, children=children), True
        out.append(unit)
    return tuple(out) if touched else units


def apply_edit(act: Act, edit: Edit) -> Act:
    """Give the text after one edit.

    Raises:
        EditRefused: QC-D001 the text is not the one the edit was made for.
    """
    match edit:
        case Words():
            return _changed(act, edit.unit_id, lambda unit: _reworded(unit, edit))
        case Frame():
            return _with_component(act, edit.component_id, lambda c: _framed(c, edit))
        case Splice():
            if any(component.id == edit.parent_id for component in act.components):
                return _with_component(act, edit.parent_id, lambda c: _spliced_component(c, edit))
            return _changed(
                act,
                edit.parent_id,
                lambda unit: replace(unit, children=_spliced(unit.children, edit)),
            )


def _reworded(unit: Unit, edit: Words) -> Unit:
    if own_words(unit) != edit.old:
        raise _refused()
    return replace(edit.new, children=unit.children)


Path = tuple[int, ...]


def path_of(act: Act, unit_id: str) -> Path | None:
    """Give where a unit lies: the place of its component, then of the unit on every level."""
    for number, component in enumerate(act.components):
        path = _path_in(component.units, unit_id)
        if path is not None:
            return (number, *path)
    return None


def _path_in(units: tuple[Unit, ...], unit_id: str) -> Path | None:
    for number, unit in enumerate(units):
        if unit.id == unit_id:
            return (number,)
        path = _path_in(unit.children, unit_id) if unit.children else None
        if path is not None:
            return (number, *path)
    return None


def unit_at(act: Act, path: Path) -> Unit:
    """Give the unit at a path of this very text."""
    units = act.components[path[0]].units
    for number in path[1:-1]:
        units = units[number].children
    return units[path[-1]]


def find_unit(act: Act, unit_id: str) -> Unit | None:
    """Give a unit of a text, None when it is not there."""
    path = path_of(act, unit_id)
    return None if path is None else unit_at(act, path)


def reworded_at(act: Act, path: Path, edit: Words) -> Act:
    """Give the text after one edit of words, without looking for the unit: what typing waits for.

    Raises:
        EditRefused: QC-D001 another unit, or other words, stand there.
    """
    component = act.components[path[0]]
    units = _reworded_at(component.units, path[1:], edit)
    components = (
        *act.components[: path[0]],
        replace(component, units=units),
        *act.components[path[0] + 1 :],
    )
    return replace(act, components=components)


def _reworded_at(units: tuple[Unit, ...], path: Path, edit: Words) -> tuple[Unit, ...]:
    at = path[0]
    unit = units[at]
    if len(path) > 1:
        new = replace(unit, children=_reworded_at(unit.children, path[1:], edit))
    elif unit.id != edit.unit_id:
        raise _refused()
    else:
        new = _reworded(unit, edit)
    return (*units[:at], new, *units[at + 1 :])


def _with_component(act: Act, component_id: str, change: Callable[[Component], Component]) -> Act:
    """The text with one component changed."""
    if all(component.id != component_id for component in act.components):
        raise _refused()
    return replace(
        act,
        components=tuple(change(c) if c.id == component_id else c for c in act.components),
    )


def _framed(component: Component, edit: Frame) -> Component:
    if own_frame(component) != edit.old:
        raise _refused()
    return replace(edit.new, units=component.units)


def _spliced_component(component: Component, edit: Splice) -> Component:
    return replace(component, units=_spliced(component.units, edit))


def _spliced(units: tuple[Unit, ...], edit: Splice) -> tuple[Unit, ...]:
    end = edit.at + len(edit.old)
    if units[edit.at : end] != edit.old:
        raise _refused()
    return (*units[: edit.at], *edit.new, *units[end:])


def _changed(act: Act, unit_id: str, change: Callable[[Unit], Unit]) -> Act:
    components = []
    found = False
    for component in act.components:
        units = None if found else _changed_units(component.units, unit_id, change)
        found |= units is not None
        components.append(component if units is None else replace(component, units=units))
    if not found:
        raise _refused()
    return replace(act, components=tuple(components))


def _changed_units(
    units: tuple[Unit, ...], unit_id: str, change: Callable[[Unit], Unit]
) -> tuple[Unit, ...] | None:
    """The siblings with one unit, at any depth, changed; None when it is not among them."""
    for at, unit in enumerate(units):
        if unit.id == unit_id:
            return (*units[:at], change(unit), *units[at + 1 :])
        children = _changed_units(unit.children, unit_id, change) if unit.children else None
        if children is not None:
            return (*units[:at], replace(unit, children=children), *units[at + 1 :])
    return None


def _refused() -> EditRefused:
    return EditRefused(message("QC-D001", "Chỗ này đã khác với lúc sửa; hãy mở lại dự thảo."))


def joined_edits(former: Words | Frame, later: Words | Frame) -> Words | Frame:
    """Two edits of the same words, one right after the other, as one.

    Raises:
        EditRefused: the second does not begin where the first ended.
    """
    match former, later:
        case Words(), Words() if former.unit_id == later.unit_id and former.new == later.old:
            return Words(former.unit_id, former.old, later.new)
        case Frame(), Frame() if (
            former.component_id == later.component_id and former.new == later.old
        ):
            return Frame(former.component_id, former.old, later.new)
    raise _refused()
