"""Labels of provisions after a change of structure.

Two policies (docs/window.md 5.2): a draft is counted anew and citations follow in the same step; an
issued text keeps its labels, and what is inserted takes one in between. Source: docs/field.md 3.2.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from quyche_app.domain.acts import Act
from quyche_app.domain.addresses import Address
from quyche_app.domain.labels import POINT_LETTERS, order_of
from quyche_app.domain.trees import TreeIndex, tree_index
from quyche_app.domain.units import (
    GROUPING_KINDS,
    Block,
    Paragraph,
    Unit,
    UnitKind,
    printed_label,
    walk,
)
from quyche_app.drafting.citations import carried, may_cite
from quyche_app.drafting.edits import UNSAID, Edit, Step, Words, apply_step, own_words
from quyche_app.drafting.words import changed_paragraph

_ROMANS = (
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def roman(number: int) -> str:
    """Give a Roman number: 14 → "XIV"."""
    text = ""
    for value, letters in _ROMANS:
        while number >= value:
            text, number = text + letters, number - value
    return text


def nth_label(kind: UnitKind, number: int) -> str:
    """Give the label of the n-th sibling, from 1: 5 → "5", "đ", "V"; points go on with a1 after y."""
    if kind in (UnitKind.PART, UnitKind.CHAPTER):
        return roman(number)
    if kind is UnitKind.POINT:
        turn, place = divmod(number - 1, len(POINT_LETTERS))
        return POINT_LETTERS[place] + (str(turn) if turn else "")
    if kind is UnitKind.SUBPOINT:
        return roman(number).lower()
    return str(number)


def label_between(kind: UnitKind, before: str | None, taken: Sequence[str]) -> str:
    """Give a label behind ``before`` that no sibling has: 14 → 14a, 14a → 14b; a → a1, đ1 → đ2.

    A clause or article takes a letter, a point takes a digit (docs/field.md 3.2).
    """
    if before is None:
        return nth_label(kind, 1)
    base = before.rstrip("0123456789") if kind is UnitKind.POINT else before.rstrip(POINT_LETTERS)
    base = base or before
    count = 1
    while True:
        suffix = str(count) if kind is UnitKind.POINT else nth_label(UnitKind.POINT, count)
        label = base + suffix
        if label not in taken and order_of(label) > order_of(before):
            return label
        count += 1


def prefix_of(kind: UnitKind, label: str, like: str = "") -> str:
    """Give the printed label: "Điều 5. ", "3. ", "a) "; ``like``: a sibling's, whose marks it takes."""
    if like:
        old = _label_in(like)
        if old:
            return like.replace(old, label, 1)
    return printed_label(kind, label)


def _label_in(prefix: str) -> str:
    words = prefix.replace("\n", " ").split()
    return words[-1].strip(".,:;)(/-–") if words else ""


def relabelled(unit: Unit, label: str) -> Unit:
    """Give a unit with another label, its marks kept."""
    old = unit.label
    prefix = (
        unit.prefix.replace(old, label, 1)
        if old and old in unit.prefix
        else (prefix_of(unit.kind, label))
    )
    return replace(unit, label=label, prefix=prefix)


def recount(act: Act, component_id: str) -> tuple[Edit, ...]:
    """Give the edits that count a component anew: articles through it, chapters in it, the rest among
    siblings; citations in the whole text follow. Items ("- …") have no labels."""
    component = next(c for c in act.components if c.id == component_id)
    wanted: dict[str, str] = {}
    articles = 0
    for unit in walk(component.units):
        if unit.kind is UnitKind.ARTICLE:
            articles += 1
            wanted[unit.id] = nth_label(unit.kind, articles)
    _count(component.units, wanted)
    return edits_for_labels(
        act,
        {
            unit.id: wanted[unit.id]
            for unit in walk(component.units)
            if wanted.get(unit.id, unit.label) != unit.label
        },
    )


def _count(siblings: Sequence[Unit], wanted: dict[str, str]) -> None:
    counts: dict[UnitKind, int] = {}
    for unit in siblings:
        if unit.kind is not UnitKind.ITEM:
            counts[unit.kind] = counts.get(unit.kind, 0) + 1
            own = _own_style(unit, counts[unit.kind])
            wanted.setdefault(unit.id, own)
        _count(unit.children, wanted)


def _own_style(unit: Unit, number: int) -> str:
    """A section counted in Arabic numbers stays so, and so on: the style of its label now."""
    label = unit.label
    if unit.kind in GROUPING_KINDS:
        if label[:1].isdigit():
            return str(number)
        if label[:1] in "IVXLC":
            return roman(number)
    if "." in label:
        return f"{label.rsplit('.', 1)[0]}.{number}"
    if unit.kind is UnitKind.POINT and label[:1].isdigit():
        return str(number)
    return nth_label(unit.kind, number)


def edits_for_labels(act: Act, labels: dict[str, str]) -> tuple[Edit, ...]:
    """Edits that give units other labels and let every citation of this text follow."""
    if not labels:
        return ()
    before = tree_index(act)
    edits: list[Edit] = []
    for unit_id, label in labels.items():
        unit = before.by_id[unit_id].unit
        edits.append(Words(unit_id, own_words(unit), own_words(relabelled(unit, label))))
    moved = _moved_paths(before, apply_step(act, Step(UNSAID, tuple(edits))), labels)
    if not moved:
        return tuple(edits)  # no address is another one: nothing that is cited has moved
    relabels = {edit.unit_id: edit.new for edit in edits if isinstance(edit, Words)}
    for unit_id, placed in before.by_id.items():
        unit = placed.unit
        if not any(isinstance(b, Paragraph) and may_cite(b.text) for b in (*unit.lead, *unit.tail)):
            continue
        lead = tuple(_carried_block(b, placed.address, moved) for b in unit.lead)
        tail = tuple(_carried_block(b, placed.address, moved) for b in unit.tail)
        if (lead, tail) != (unit.lead, unit.tail):
            old = relabels.get(unit_id) or own_words(unit)
            edits.append(Words(unit_id, old, replace(old, lead=lead, tail=tail)))
    return tuple(edits)


def _moved_paths(before: TreeIndex, act: Act, labels: Mapping[str, str]) -> dict[str, str]:
    """Old path → new path of what has another one: a provision with another label, and what stands in
    it; other addresses stay."""
    after = index_around(act, labels.keys())
    moved: dict[str, str] = {}
    for unit_id in labels:
        for unit in walk((before.by_id[unit_id].unit,)):
            old, new = before.by_id[unit.id].address.path, after.by_id[unit.id].address.path
            if old != new:
                moved[old] = new
    return moved


def index_around(act: Act, unit_ids: Collection[str]) -> TreeIndex:
    """Give the places of some units, of what stands in them and of what they stand in: all that their
    addresses depend on, at a part of the time that a whole text takes."""

    def around(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
        kept = []
        for unit in units:
            if unit.id in unit_ids:
                kept.append(unit)
            elif unit.children and (children := around(unit.children)):
                kept.append(replace(unit, children=children))
        return tuple(kept)

    # Addresses also depend on whether a component has provisions at all: one without any of the units
    # keeps its first.
    components = tuple(replace(c, units=around(c.units) or c.units[:1]) for c in act.components)
    return TreeIndex(replace(act, components=components))


def _carried_block(block: Block, inside: Address, moved: Mapping[str, str]) -> Block:
    if not isinstance(block, Paragraph):
        return block
    changes = carried(block.text, inside, moved)
    return changed_paragraph(block, changes) if changes else block
