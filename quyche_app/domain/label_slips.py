"""Numbers that stand twice or out of order: slips of typing that a person should know of before two
texts are compared or one is amended.

Source of the rule: NĐ 30/2020, phụ lục I, mục II.5 (one number each, in order).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quyche_app.domain.acts import Act, Component
from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.labels import SortKey, order_of
from quyche_app.domain.messages import Message, message
from quyche_app.domain.texts import capital
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import Unit, UnitKind, walk


class LabelSlip(NamedTuple):
    """A unit whose number does not follow the one before it.

    Attributes:
        before: the last unit of its kind before it.
        is_twice: a unit before it has the same number.
    """

    before: Unit
    unit: Unit
    is_twice: bool


def slips_among(units: Iterable[Unit]) -> Iterator[LabelSlip]:
    """Give the slips among units that are numbered in one row; "Điều 1a" may stand before Điều 1."""
    last: dict[UnitKind, Unit] = {}
    seen: set[tuple[UnitKind, SortKey]] = set()
    for unit in units:
        if unit.kind is UnitKind.ITEM:
            continue
        order = order_of(unit.label)
        before = last.get(unit.kind)
        if before is not None:
            is_twice = (unit.kind, order) in seen
            former = order_of(before.label)
            if is_twice or (former > order and former[:-1] != order):
                yield LabelSlip(before, unit, is_twice)
        seen.add((unit.kind, order))
        last[unit.kind] = unit


def label_slip_messages(act: Act) -> tuple[Message, ...]:
    """Give every slip of the articles, clauses and points of an act, one message each."""
    slips = [slip for component in act.components for slip in _slips_of(component)]
    if not slips:
        return ()
    places = TreeIndex(act).by_id
    return tuple([slip_message(places[slip.unit.id].address, slip) for slip in slips])


def _slips_of(component: Component) -> Iterator[LabelSlip]:
    """Articles are numbered through all chapters (docs/field.md 3.1), other units under their
    parent."""
    articles = [unit for unit in walk(component.units) if unit.kind is UnitKind.ARTICLE]
    yield from slips_among(articles)
    waiting = articles[::-1]
    while waiting:
        children = waiting.pop().children
        if children and not _only_rise(children):
            yield from slips_among(children)
        waiting += children[::-1]


def _only_rise(units: Sequence[Unit]) -> bool:
    """Whether nothing is to be found, as in nearly every list: one kind, and numbers that rise."""
    kind, last = units[0].kind, order_of(units[0].label)
    for unit in units[1:]:
        order = order_of(unit.label)
        if unit.kind is not kind or order <= last:
            return False
        last = order
    return True


def slip_message(address: Address, slip: LabelSlip) -> Message:
    """Say a slip; ``address``: that of the unit whose number slipped."""
    words = address.words
    if slip.is_twice:
        return message("slip.twice", "{place} có hai lần", place=capital(words))
    before = Step(slip.before.kind, slip.before.label).words
    return message(
        "slip.out_of_order", "{place} đứng sau {before}", place=capital(words), before=before
    )
