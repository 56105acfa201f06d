"""Appendices as wholes: replaced by the one attached to the amending act, added, repealed.

Source: docs/field.md 4.1 ("Thay thế Phụ lục/Mẫu … bằng …": the appendix becomes the attached one).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quyche_app.amending.account import Ledger, already_there
from quyche_app.amending.targets import TargetFinder
from quyche_app.amending.work import WorkComponent, WorkText
from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.addresses import Address
from quyche_app.domain.identities import NewId
from quyche_app.domain.messages import message
from quyche_app.domain.units import Block, Unit


def replace_appendix(
    work: WorkText,
    finder: TargetFinder,
    address: Address,
    quoted: Sequence[Block],
    ledger: Ledger,
    new_id: NewId,
    *,
    source: Act | None = None,
    repeal: bool = False,
    insert: bool = False,
) -> None:
    """Replace, add or repeal the appendix of an address.

    Args:
        quoted: its new words when they stand in the instruction.
        new_id: gives identities: those of another file would not be unique here.
        source: the amending act when the new appendix is attached to it.
    """
    label = address.steps[0].label if address.steps else ""
    old = finder.appendix(label)
    if insert:
        _insert(work, address, old, _new(label, quoted, source, new_id), ledger)
        return
    if old is None:
        ledger.fail(
            message("target.missing", "không có {place} trong văn bản gốc", place=address.words)
        )
        return
    opened = work.component(old.id)
    if repeal:
        opened.repealed = True
        opened.touched = True
        ledger.write(old.id, "repeal")
        return
    new = _attached(source, label) if source is not None else None
    if quoted:
        opened.front, opened.units, opened.back = list(quoted), [], []
    elif new is not None:
        fresh = WorkComponent(replace(_own_identities(new, new_id), id=old.id))
        opened.front, opened.units, opened.back = fresh.front, fresh.units, fresh.back
        for unit in opened.walk():
            unit.component = opened
            unit.origin = None
            unit.touched = True
        opened.title = new.title
    else:
        ledger.fail(
            message("annex.not_attached", "văn bản sửa đổi không kèm {place}", place=address.words)
        )
        return
    opened.touched = True
    ledger.write(old.id, "unit")


def _attached(source: Act, label: str) -> Component | None:
    appendices = [c for c in source.components if c.kind is ComponentKind.APPENDIX]
    wanted = label.casefold().lstrip("0")
    for component in appendices:
        if component.label.casefold().lstrip("0") == wanted:
            return component
    return appendices[0] if len(appendices) == 1 and not appendices[0].label else None


def _new(
    label: str, quoted: Sequence[Block], source: Act | None, new_id: NewId
) -> Component | None:
    """The appendix to add: from quotation marks, or the one attached to the amending act."""
    if quoted:
        return Component(new_id(), ComponentKind.APPENDIX, label, front=tuple(quoted))
    attached = _attached(source, label) if source is not None else None
    return None if attached is None else _own_identities(attached, new_id)


def _insert(
    work: WorkText, address: Address, old: Component | None, new: Component | None, ledger: Ledger
) -> None:
    name = address.words
    if old is not None and address.steps[0].label:
        ledger.fail(already_there(name))
    elif new is None:
        ledger.fail(message("annex.not_attached", "văn bản sửa đổi không kèm {place}", place=name))
    else:
        component = WorkComponent(new)
        work.components.append(component)
        ledger.write(component.origin.id, "insert")


def _own_identities(component: Component, new_id: NewId) -> Component:
    def renewed(unit: Unit) -> Unit:
        return replace(unit, id=new_id(), children=tuple(renewed(c) for c in unit.children))

    return replace(component, id=new_id(), units=tuple(renewed(u) for u in component.units))
