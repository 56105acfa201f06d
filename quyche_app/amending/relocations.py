"""Renumber, move, split and merge: rare, and only where the act says what becomes what
(docs/field.md 4.1)."""

from __future__ import annotations

from quyche_app.amending.account import Ledger
from quyche_app.amending.desk import Desk
from quyche_app.amending.wording import claimed, parse_wording
from quyche_app.amending.work import WorkUnit, place_by_label
from quyche_app.domain.addresses import Address
from quyche_app.domain.identities import NewId
from quyche_app.domain.messages import message
from quyche_app.domain.texts import capital
from quyche_app.domain.units import UnitKind


def relocate(desk: Desk, ledger: Ledger) -> None:
    """Give units other labels, or another parent."""
    instruction = ledger.instruction
    if len(instruction.results) != len(instruction.targets):
        ledger.fail(message("relocation.of_what", "không nói rõ số cũ nào thành số mới nào"))
        return
    pairs = []
    for target, result in zip(instruction.targets, instruction.results, strict=True):
        unit = desk.unit(desk.address(target, ledger), ledger)
        if unit is not None:
            pairs.append((unit, desk.address(result, ledger)))
    moving = {unit.id for unit, _ in pairs}
    for unit, address in pairs:
        taken = desk.finder.present(address)
        if taken is not None and taken.placed.unit.id not in moving:
            ledger.fail(
                message(
                    "target.already_there",
                    "{place} đã có trong văn bản",
                    place=capital(address.words),
                )
            )
            continue
        _relabel(desk, unit, address, ledger)


def _relabel(desk: Desk, unit: WorkUnit, address: Address, ledger: Ledger) -> None:
    parent_steps = address.steps[:-1]
    new_label = address.steps[-1].label
    parent = unit.parent
    if (parent_steps and parent_steps[-1].kind != str(UnitKind.ARTICLE)) or len(parent_steps) == 1:
        found = desk.unit(Address(parent_steps, address.component), ledger)
        if found is None:
            return
        parent = found
    unit.prefix = unit.prefix.replace(unit.label, new_label, 1)
    unit.label = new_label
    if parent is not unit.parent or parent is not None:
        unit.siblings.remove(unit)
        if unit.parent is not None:
            unit.parent.touch()
        unit.parent = parent
        siblings = unit.siblings
        siblings.insert(place_by_label(siblings, unit.kind, new_label), unit)
    unit.touch()
    ledger.write(unit.id, "renumber")


def split(desk: Desk, ledger: Ledger, new_id: NewId) -> None:
    """Make several units of one; the part with its label keeps its identity."""
    instruction = ledger.instruction
    if not instruction.quoted or not instruction.results or len(instruction.targets) != 1:
        ledger.fail(message("relocation.no_parts", "không có lời văn của các phần được tách"))
        return
    wording = parse_wording(instruction, new_id)
    unit = desk.unit(desk.address(instruction.targets[0], ledger), ledger)
    if unit is None:
        return
    new = [
        (desk.address(r, ledger), claimed(wording, r.address.steps)) for r in instruction.results
    ]
    if any(one is None for _, one in new):
        ledger.fail(
            message(
                "relocation.part_missing", "trong ngoặc kép thiếu lời văn của một phần được tách"
            )
        )
        return
    for address, _ in new:
        taken = desk.finder.present(address)
        if taken is not None and taken.placed.unit.id != unit.id:
            ledger.fail(
                message(
                    "target.already_there",
                    "{place} đã có trong văn bản",
                    place=capital(address.words),
                )
            )
            return
    first = next((one for a, one in new if one is not None and one.label == unit.label), new[0][1])
    assert first is not None
    desk.rewrite(unit, first)
    ledger.write(unit.id, "unit")
    for _, one in new:
        if one is not None and one is not first:
            place = place_by_label(unit.siblings, one.kind, one.label)
            desk.put(one, unit.parent, unit, place, ledger)


def merge(desk: Desk, ledger: Ledger, new_id: NewId) -> None:
    """Make one unit of several; the others go away."""
    instruction = ledger.instruction
    if not instruction.quoted or len(instruction.results) != 1:
        ledger.fail(message("relocation.no_merged", "không có lời văn của phần gộp lại"))
        return
    wording = parse_wording(instruction, new_id)
    result = instruction.results[0]
    units = [
        u
        for t in instruction.targets
        if (u := desk.unit(desk.address(t, ledger), ledger)) is not None
    ]
    new = claimed(wording, result.address.steps)
    if len(units) != len(instruction.targets) or new is None:
        if new is None:
            ledger.fail(
                message(
                    "relocation.merged_not_quoted",
                    "trong ngoặc kép không có lời văn của phần gộp lại",
                )
            )
        return
    keeper = next((u for u in units if u.label == new.label), units[0])
    desk.rewrite(keeper, new)
    ledger.write(keeper.id, "unit")
    for unit in units:
        if unit is not keeper:
            unit.siblings.remove(unit)
            if unit.parent is not None:
                unit.parent.touch()
            for node in unit.walk():
                desk.work.by_id.pop(node.id, None)
                desk.rewritten.add(node.id)
