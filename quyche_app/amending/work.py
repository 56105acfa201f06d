"""A text while an act is applied to it: mutable copies of units, turned back into frozen ones.

Only what an operation touches is rebuilt; everything else is the same object as before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quyche_app.domain.acts import Act, Component
from quyche_app.domain.labels import order_of
from quyche_app.domain.units import REPEALED_TEXT, Block, Paragraph, Unit, UnitKind


def says_repealed(unit: Unit) -> bool:
    """Tell a provision that a text already shows as gone: "4. (được bãi bỏ)"."""
    if unit.children or unit.tail or len(unit.lead) + bool(unit.heading) != 1:
        return False
    words = unit.heading or "".join(b.text for b in unit.lead if isinstance(b, Paragraph))
    return words.strip() == REPEALED_TEXT


class WorkUnit:
    """A unit that may still change."""

    __slots__ = (
        "children",
        "component",
        "heading",
        "heading_apart",
        "id",
        "kind",
        "label",
        "lead",
        "origin",
        "parent",
        "prefix",
        "repealed",
        "tail",
        "touched",
    )

    def __init__(self, unit: Unit, parent: WorkUnit | None, component: WorkComponent) -> None:
        self.id = unit.id
        self.kind = unit.kind
        self.parent = parent
        self.component = component
        self.origin: Unit | None = unit
        self.touched = False
        self.take(unit)

    def take(self, unit: Unit) -> None:
        """Take over the wording of a unit: label, heading, blocks and children."""
        self.label = unit.label
        self.prefix = unit.prefix
        self.heading = unit.heading
        self.heading_apart = unit.heading_apart
        self.lead = list(unit.lead)
        self.tail = list(unit.tail)
        self.repealed = unit.repealed or says_repealed(unit)
        self.children = [WorkUnit(child, self, self.component) for child in unit.children]

    @property
    def siblings(self) -> list[WorkUnit]:
        """The list that holds this unit."""
        return self.parent.children if self.parent is not None else self.component.units

    def touch(self) -> None:
        """Say that this unit changed, so that it and what holds it are rebuilt."""
        for node in self.with_holders():
            node.touched = True
        self.component.touched = True

    def with_holders(self) -> Iterator[WorkUnit]:
        """This unit, what holds it, and so on up."""
        node: WorkUnit | None = self
        while node is not None:
            yield node
            node = node.parent

    def walk(self) -> Iterator[WorkUnit]:
        """This unit and everything in it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()

    def frozen(self) -> Unit:
        """Give the unit; the former object when nothing in it changed."""
        if not self.touched and self.origin is not None:
            return self.origin
        return Unit(
            self.id,
            self.kind,
            self.label,
            self.prefix,
            self.heading,
            self.heading_apart,
            tuple(self.lead),
            tuple([child.frozen() for child in self.children]),
            tuple(self.tail),
            self.repealed,
        )


class WorkComponent:
    """A component that may still change."""

    def __init__(self, component: Component) -> None:
        self.origin = component
        self.front: list[Block] = list(component.front)
        self.back: list[Block] = list(component.back)
        self.title = component.title
        self.repealed = component.repealed
        self.touched = False
        self.units: list[WorkUnit] = []
        self.units = [WorkUnit(unit, None, self) for unit in component.units]

    def walk(self) -> Iterator[WorkUnit]:
        """Every unit in the order of the text."""
        for unit in self.units:
            yield from unit.walk()

    def frozen(self) -> Component:
        """Give the component; the former object when nothing in it changed."""
        if not self.touched:
            return self.origin
        return replace(
            self.origin,
            front=tuple(self.front),
            back=tuple(self.back),
            title=self.title,
            units=tuple([unit.frozen() for unit in self.units]),
            repealed=self.repealed,
        )


@dataclass
class WorkText:
    """A whole act while it is changed."""

    act: Act
    components: list[WorkComponent]
    by_id: dict[str, WorkUnit]

    @classmethod
    def of(cls, act: Act) -> WorkText:
        """Begin with an act."""
        components = [WorkComponent(component) for component in act.components]
        by_id = {unit.id: unit for component in components for unit in component.walk()}
        return cls(act, components, by_id)

    def component(self, component_id: str) -> WorkComponent:
        """Give a component by its identity."""
        return next(c for c in self.components if c.origin.id == component_id)

    def register(self, unit: WorkUnit) -> None:
        """Make new units findable."""
        for node in unit.walk():
            self.by_id[node.id] = node

    def frozen(self) -> Act:
        """Give the act as it is now."""
        return replace(self.act, components=tuple(c.frozen() for c in self.components))


def place_by_label(siblings: list[WorkUnit], kind: UnitKind, label: str) -> int:
    """Give the index where a new unit stands by the order of labels: after the last sibling of its
    kind with a smaller label."""
    order = order_of(label)
    place = 0
    for number, sibling in enumerate(siblings):
        if sibling.kind is kind and order_of(sibling.label) < order:
            place = number + 1
        elif sibling.kind is not kind and place == number:
            # An article before the first section of its chapter, a section before articles.
            place = number + (1 if sibling.kind.depth > kind.depth else 0)
    return place
