"""Finding and changing provisions in an act: by identity and by address.

A ``TreeIndex`` is built once for an act and answers in constant time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.labels import SortKey, order_of, roman_value
from quyche_app.domain.units import GROUPING_KINDS, Unit, UnitKind, map_units

# Kinds that an address may leave out above an article (docs/field.md 3.1).
_SKIPPED = {str(kind) for kind in GROUPING_KINDS}
_KIND_NAMES = {kind: str(kind) for kind in UnitKind}
_Key = tuple[str, ...]


class Placed(NamedTuple):
    """A unit with its place: parent unit (None at the top), component and address."""

    unit: Unit
    parent: Unit | None
    component: Component
    address: Address


class TreeIndex:
    """Every unit of an act by identity and by address."""

    def __init__(self, act: Act) -> None:
        self.act = act
        self.by_id: dict[str, Placed] = {}
        self._by_key: dict[_Key, list[Placed]] = {}
        self._steps: dict[tuple[UnitKind, str], tuple[Step, str]] = {}
        for component in act.components:
            match component.kind:
                case ComponentKind.REGULATION:
                    root = Address((), act.address_root(component))
                case ComponentKind.APPENDIX:
                    root = Address((Step("appendix", component.label),))
                case ComponentKind.BODY:
                    root = Address(())
            self._add(component.units, None, component, root, _key(root))

    def _add(
        self,
        units: tuple[Unit, ...],
        parent: Unit | None,
        component: Component,
        above: Address,
        above_key: _Key,
    ) -> None:
        # One call for every unit of a long text: keys grow from the parent's, nothing is made twice.
        by_id, by_key = self.by_id, self._by_key
        in_appendix = component.kind is ComponentKind.APPENDIX
        known = self._steps
        for unit in units:
            found = known.get((unit.kind, unit.label))
            if found is None:
                step = Step(_KIND_NAMES[unit.kind], unit.label)
                found = known[unit.kind, unit.label] = step, _step_key(step)
            step, own = found
            if unit.kind is UnitKind.ARTICLE and above.steps:
                # An article is addressed without its chapter too.
                count = 1 if in_appendix else 0
                address = Address((*above.steps[:count], step), above.component)
                key = (*above_key[: count + 1], own)
            else:
                address = Address((*above.steps, step), above.component)
                key = (*above_key, own)
            placed = Placed(unit, parent, component, address)
            by_id[unit.id] = placed
            by_key.setdefault(key, []).append(placed)
            if unit.kind is UnitKind.ARTICLE and (full := (*above_key, own)) != key:
                by_key.setdefault(full, []).append(placed)
            if unit.children:
                self._add(unit.children, unit, component, address, key)

    def find(self, address: Address) -> list[Placed]:
        """Give the units an address names; several when labels repeat, none when it is not there."""
        found = self._by_key.get(_key(address), [])
        if found or not address.steps:
            return found
        # Chapters named above an article need not be complete: try the article alone.
        for number, step in enumerate(address.steps):
            if step.kind not in (UnitKind.ARTICLE, *_SKIPPED):
                break  # what an appendix or a form lacks is not looked for in the text itself
            if step.kind == UnitKind.ARTICLE and number:
                alone = Address(address.steps[number:], address.component)
                return self._by_key.get(_key(alone), [])
        if address.top.kind in _SKIPPED and len(address.steps) == 1:
            return self._ending(address)
        return []

    def _ending(self, address: Address) -> list[Placed]:
        """The units of a component whose last step is the only one of an address."""
        suffix = _step_key(address.top)
        return [
            placed
            for key, places in self._by_key.items()
            if key[-1] == suffix and key[0] == address.component
            for placed in places
        ]

    def component_of(self, label: str) -> Component | None:
        """Give the appendix with a label ("I", "02"); the only one for an empty label."""
        return appendix_among(self.act.components, label)

    def __iter__(self) -> Iterator[Placed]:
        return iter(self.by_id.values())


def appendix_among(components: Iterable[Component], label: str) -> Component | None:
    """Give the appendix with a label ("I", "02", in either kind of digits); the only one for an empty
    label."""
    appendices = [c for c in components if c.kind is ComponentKind.APPENDIX]
    for component in appendices:
        if _appendix_key(component.label) == _appendix_key(label):
            return component
    return appendices[0] if not label and len(appendices) == 1 else None


def _key(address: Address) -> _Key:
    return (address.component, *(_step_key(step) for step in address.steps))


def _step_key(step: Step) -> str:
    """ "Chương V" and "Chương 5" are the same chapter; other labels are what they are."""
    if step.kind in _SKIPPED:
        return f"{step.kind}:{order_of(step.label)}"
    if step.kind == "appendix":
        return f"appendix:{_appendix_key(step.label)}"
    return f"{step.kind}:{step.label}".casefold()


def _appendix_key(label: str) -> tuple[str, SortKey]:
    """ "Phụ lục II", "Phụ lục 2" and "Phụ lục số 02" are one; "Phụ lục A" is none of them."""
    is_letter = label.isalpha() and roman_value(label) is None
    return (label.casefold(), ()) if is_letter else ("", order_of(label))


def change_units(act: Act, change: Callable[[Unit], tuple[Unit, ...] | None]) -> Act:
    """Rebuild an act: see ``map_units``."""
    components = []
    for component in act.components:
        units = map_units(component.units, change)
        components.append(
            component if units is component.units else replace(component, units=units)
        )
    return replace(act, components=tuple(components))


def rebuilt(act: Act, change: Callable[[Unit], Unit]) -> Act:
    """Rebuild an act with every unit changed alone, children before parents."""

    def inner(unit: Unit) -> Unit:
        children = tuple([inner(child) for child in unit.children])
        return change(unit if children == unit.children else replace(unit, children=children))

    return replace(
        act,
        components=tuple(
            replace(component, units=tuple([inner(unit) for unit in component.units]))
            for component in act.components
        ),
    )


def change_children(
    act: Act,
    parent_id: str | None,
    component_id: str,
    change: Callable[[tuple[Unit, ...]], tuple[Unit, ...]],
) -> Act:
    """Rebuild the children of one unit, or the top units of a component when parent_id is None."""
    components = []
    for component in act.components:
        if component.id == component_id:
            if parent_id is None:
                component = replace(component, units=change(component.units))
            else:

                def at_parent(unit: Unit) -> tuple[Unit, ...] | None:
                    if unit.id != parent_id:
                        return None
                    return (replace(unit, children=change(unit.children)),)

                component = replace(component, units=map_units(component.units, at_parent))
        components.append(component)
    return replace(act, components=tuple(components))


_KEPT = 3
_indexes: list[TreeIndex] = []


def tree_index(act: Act) -> TreeIndex:
    """Give the index of a text; the newest few are kept, as one text is asked about several times
    while it is edited."""
    for kept in _indexes:
        if kept.act is act:
            return kept
    made = TreeIndex(act)
    _indexes[:] = [made, *_indexes[: _KEPT - 1]]
    return made
