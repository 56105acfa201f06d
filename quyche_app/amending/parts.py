"""Dashes and paragraphs of one provision that change places or become one.

Source: docs/field.md 3.7, 4.2.
"""

from __future__ import annotations

from collections.abc import Sequence

from quyche_app.amending.account import Ledger
from quyche_app.amending.desk import Desk
from quyche_app.amending.slots import Spot, as_items, find_paragraph
from quyche_app.amending.work import WorkUnit
from quyche_app.domain.messages import message
from quyche_app.domain.operations import Target


def parts_change_places(desk: Desk, ledger: Ledger) -> bool:
    """Tell whether two parts of one place were to change places, and do it: "Đoạn thứ hai và đoạn thứ
    ba đổi chỗ cho nhau"."""
    targets, results = ledger.instruction.targets, ledger.instruction.results
    if len(targets) != 2 or tuple(results) != tuple(reversed(targets)):
        return False
    if any(target.slot.startswith("sentence") for target in targets):
        return False
    unit = _unit_of_all(desk, targets, ledger)
    spots = _spots(unit, [target.slot for target in targets])
    if unit is None or len(spots) != 2:
        return False
    (one, at), (other, place) = spots
    one[at], other[place] = other[place], one[at]
    unit.touch()
    ledger.write(unit.id, targets[0].slot)
    return True


def merge_parts(desk: Desk, ledger: Ledger) -> None:
    """Put the new words in the place of the first of several parts; nothing is left of the others: "Gạch
    đầu dòng thứ ba và thứ tư gộp lại thành một gạch đầu dòng: …"."""
    targets, quoted = ledger.instruction.targets, ledger.instruction.quoted
    unit = _unit_of_all(desk, targets, ledger)
    slots = [desk.slot(t.address, unit, t.slot, ledger) for t in targets] if unit else []
    spots = sorted(_spots(unit, slots), key=lambda spot: spot[1])
    lists = {id(blocks) for blocks, _ in spots}
    if unit is None or not quoted or len(lists) != 1:
        ledger.fail(message("relocation.no_merged", "không có lời văn của phần gộp lại"))
        return
    blocks, first = spots[0]
    for _, at in reversed(spots[1:]):
        del blocks[at]
    blocks[first : first + 1] = as_items(blocks[first], quoted)
    unit.touch()
    ledger.write(unit.id, targets[0].slot)


def _unit_of_all(desk: Desk, targets: Sequence[Target], ledger: Ledger) -> WorkUnit | None:
    """The one provision that all parts are of; None where they are of several."""
    if len({target.address for target in targets}) != 1:
        return None
    return desk.unit(desk.address(targets[0], ledger), ledger)


def _spots(unit: WorkUnit | None, slots: Sequence[str]) -> list[Spot]:
    """Where all the parts stand; nothing when one of them is not there."""
    if unit is None:
        return []
    found = [spot for slot in slots if (spot := find_paragraph(unit, slot)) is not None]
    return found if len(found) == len(slots) else []
