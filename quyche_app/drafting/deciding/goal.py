"""The text that a decision leads to: the new text, where issued provisions keep their labels.

An issued text is not counted anew by an amendment: what is inserted takes a label in between ("khoản
2a", "điểm đ1", "Điều 5a"), and citations follow. Source: docs/field.md 3.2, 4.1.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quyche_app.comparing.align import shared_components
from quyche_app.comparing.words import typing_key
from quyche_app.domain.acts import Act, Component, ComponentKind, blocks_lines
from quyche_app.domain.decisions import Relabelling
from quyche_app.domain.flow import unit_lines
from quyche_app.domain.label_slips import slips_among
from quyche_app.domain.labels import order_of
from quyche_app.domain.texts import capital
from quyche_app.domain.trees import change_units, rebuilt, tree_index
from quyche_app.domain.units import REPEALED_TEXT, Paragraph, Unit, UnitKind, walk
from quyche_app.drafting.deciding.matches import Matches, articles_of
from quyche_app.drafting.edits import UNSAID, Step, apply_step
from quyche_app.drafting.numbering import edits_for_labels, label_between


def with_repeals(act: Act) -> Act:
    """Give a text in which provisions that only say "(được bãi bỏ)" are repealed ones: files of a
    consolidated text print them so (docs/field.md 5.3)."""

    def change(unit: Unit) -> tuple[Unit, ...] | None:
        words = (
            unit.heading
            if unit.heading is not None
            else " ".join(block.text for block in unit.lead if isinstance(block, Paragraph))
        )
        if unit.children or unit.tail or unit.repealed or not _REPEALED.fullmatch(words.strip()):
            return None
        return (replace(unit, heading=None, lead=(), repealed=True),)

    text = change_units(act, change)
    return replace(
        text,
        components=tuple(
            replace(c, repealed=True) if _is_repealed_appendix(c) else c for c in text.components
        ),
    )


def _is_repealed_appendix(component: Component) -> bool:
    lines = blocks_lines((*component.front, *component.back))
    if component.kind is not ComponentKind.APPENDIX or component.units:
        return False
    return len(lines) == 1 and lines[0].endswith(REPEALED_TEXT)


_REPEALED = re.compile(
    r"[(\[]\s*(?:đã\s+)?(?:được\s+|bị\s+)?(?:bãi bỏ|hủy bỏ|huỷ bỏ|bỏ)(?:\s[^()]*)?[)\]][.;]?",
    re.IGNORECASE,
)


def in_parts_of(old: Act, new: Act) -> Act:
    """Give the new text with the parts of the old one, where one of the two has the decision that issues
    the regulation and the other the regulation alone: only what both have is amended."""
    main = next(
        (
            (one, other)
            for one, other in shared_components(old, new)
            if one.kind is not other.kind and ComponentKind.APPENDIX not in (one.kind, other.kind)
        ),
        None,
    )
    if main is None:
        return new
    issues = [
        replace(c, id=f"cu-{c.id}", units=_under_other_ids(c.units))
        for c in old.components
        if c is not main[0] and c.kind is not ComponentKind.APPENDIX
    ]
    appendices = [c for c in new.components if c.kind is ComponentKind.APPENDIX]
    return replace(new, components=(*issues, replace(main[1], kind=main[0].kind), *appendices))


def _under_other_ids(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    return tuple(
        replace(unit, id=f"cu-{unit.id}", children=_under_other_ids(unit.children))
        for unit in units
    )


def with_old_printing(new: Act, matches: Matches) -> Act:
    """Give the new text with the labels of articles and chapters printed as in the old one: "Điều 5:"
    for "Điều 5.", a name on the label's line or below it, is layout, and no decision orders it."""

    def change(unit: Unit) -> Unit:
        mate = matches.old_of.get(unit.id)
        if mate is None or unit.kind.depth > UnitKind.ARTICLE.depth:
            return unit
        if _what_is_printed(mate) != _what_is_printed(unit):
            return unit
        return replace(unit, prefix=mate.prefix, heading_apart=mate.heading_apart)

    return rebuilt(new, change)


def _what_is_printed(unit: Unit) -> tuple[UnitKind, str, bool]:
    """What the printing of a label hangs on: its kind, what it is, whether a name follows it."""
    return unit.kind, unit.label, unit.heading is None


def without_copies(new: Act, matches: Matches) -> tuple[Act, tuple[str, ...]]:
    """Give the new text without provisions that a slip of the printer set twice, number and words the
    same, and the identities of those left away. No decision can order them."""
    copies: dict[str, None] = {}  # a set with an order

    def look(units: Sequence[Unit]) -> None:
        for _, unit, is_twice in slips_among(units):
            if is_twice and matches.is_inserted(unit) and _has_twin(unit, units):
                copies[unit.id] = None

    for component in new.components:
        look(articles_of(component))
        for unit in walk(component.units):
            look([child for child in unit.children if child.kind is not UnitKind.ARTICLE])
    if not copies:
        return new, ()
    return change_units(new, lambda unit: () if unit.id in copies else None), tuple(copies)


def _has_twin(unit: Unit, siblings: Sequence[Unit]) -> bool:
    """Whether another of the siblings has the same number and words."""
    named_so = [other for other in siblings if other.label == unit.label]
    return any(other is not unit and unit_lines(other) == unit_lines(unit) for other in named_so)


def with_old_typing(new: Act, matches: Matches) -> tuple[Act, tuple[str, ...]]:
    """Give the new text where provisions that only differ in typing say what the issued one says, and
    the paths of those provisions: a decision need not amend a tone mark."""
    kept: list[str] = []

    def change(unit: Unit) -> Unit:
        mate = matches.old_of.get(unit.id)
        if mate is None or unit.repealed:
            return unit
        was, now = _own(mate), _own(unit)
        if was == now or typing_key(was) != typing_key(now):
            return unit
        kept.append(unit.id)
        return replace(
            unit,
            heading=mate.heading,
            heading_apart=mate.heading_apart,
            lead=mate.lead,
            tail=mate.tail,
        )

    text = rebuilt(new, change)
    index = tree_index(new)
    return text, tuple(index.by_id[unit_id].address.path for unit_id in kept)


def _own(unit: Unit) -> str:
    """The own words of a provision without its label, lines apart."""
    return "\n".join([unit.heading_words, *blocks_lines((*unit.lead, *unit.tail))])


def goal_of(new: Act, matches: Matches) -> tuple[Act, tuple[Relabelling, ...]]:
    """Give the goal, whose provisions have the identities of the new text, and what was relabelled."""
    labels: dict[str, str] = {}
    components = {component.id: component for component in new.components}
    for old, matched in matches.shared:
        if matched.id in matches.labels_kept:
            continue
        component = components[matched.id]
        _settle(articles_of(old), articles_of(component), matches, labels)
        _inside(old.units, component.units, matches, labels)
    if not labels:
        return new, ()
    goal = apply_step(new, Step(UNSAID, edits_for_labels(new, labels)))
    before, after = tree_index(new), tree_index(goal)
    told = tuple(
        Relabelling(
            before.by_id[unit_id].address.path,
            after.by_id[unit_id].address.path,
            capital(after.by_id[unit_id].address.words),
            unit_id not in matches.old_of,
        )
        for unit_id in labels
    )
    return goal, told


def _inside(
    old: Sequence[Unit], new: Sequence[Unit], matches: Matches, labels: dict[str, str]
) -> None:
    _settle(
        [u for u in old if u.kind is not UnitKind.ARTICLE],
        [u for u in new if u.kind is not UnitKind.ARTICLE],
        matches,
        labels,
    )
    for unit in new:
        mate = matches.old_of.get(unit.id)
        if mate is not None:
            _inside(mate.children, unit.children, matches, labels)


def _settle(
    old: Sequence[Unit], new: Sequence[Unit], matches: Matches, labels: dict[str, str]
) -> None:
    """Find the labels of siblings: issued ones first, then those of what is inserted."""
    for kind in dict.fromkeys(unit.kind for unit in new):
        if kind is UnitKind.ITEM:
            continue
        same = [unit for unit in new if unit.kind is kind]
        kept = {u.id: m.label for u in same if (m := matches.old_of.get(u.id)) is not None}
        taken = {unit.label for unit in old if unit.kind is kind}
        before: str | None = None
        for number, unit in enumerate(same):
            label = kept.get(unit.id)
            if label is None:
                after = next((kept[u.id] for u in same[number + 1 :] if u.id in kept), None)
                label = _label_of_new(unit, before, after, taken)
                taken.add(label)
            if label != unit.label:
                labels[unit.id] = label
            before = label


def _label_of_new(unit: Unit, before: str | None, after: str | None, taken: set[str]) -> str:
    """The label of a provision that is inserted between two: its own where it is free and in order."""
    if unit.label not in taken and _fits(unit.label, before, after):
        return unit.label
    return _between(unit.kind, before, after, taken)


def _fits(label: str, before: str | None, after: str | None) -> bool:
    order = order_of(label)
    if before is not None and order <= order_of(before):
        return False
    return after is None or order < order_of(after)


def _between(kind: UnitKind, before: str | None, after: str | None, taken: set[str]) -> str:
    """ "1a" before 1 is what acts say where something comes first (docs/field.md 4.9)."""
    return label_between(kind, before if before is not None else after, tuple(taken))
