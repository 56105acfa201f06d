"""New wording of a provision that does not repeat its number: it is printed as its neighbours print theirs.

"Bổ sung khoản 10a vào Điều 9 như sau: “Trường hợp …”". Source: docs/field.md 4.3.
"""

from __future__ import annotations

from quyche_app.amending.account import Ledger
from quyche_app.amending.desk import Desk
from quyche_app.amending.wording import Wording
from quyche_app.amending.work import WorkUnit
from quyche_app.domain.addresses import Address
from quyche_app.domain.messages import message
from quyche_app.domain.units import Unit, UnitKind, printed_label


def labelled(desk: Desk, wording: Wording, address: Address, unit_id: str, ledger: Ledger) -> Unit:
    """Give the loose paragraphs of new wording as the unit of an address, with a doubt in the account."""
    step = address.own
    kind = UnitKind(step.kind)
    ledger.doubt(
        message("wording.no_label", "lời văn mới không ghi số của {place}", place=address.words)
    )
    prefix = prefix_beside(_holder(desk, address), kind, step.label)
    return Unit(
        unit_id, kind, step.label, prefix, None, False, tuple(wording.loose), tuple(wording.units)
    )


def _holder(desk: Desk, address: Address) -> WorkUnit | None:
    found = desk.finder.present(Address(address.steps[:-1], address.component))
    return desk.work.by_id.get(found.placed.unit.id) if found is not None else None


def prefix_beside(holder: WorkUnit | None, kind: UnitKind, label: str) -> str:
    """Give a printed label with the marks of the last unit of its kind in the same place."""
    for child in reversed(holder.children if holder is not None else []):
        if child.kind is kind and child.label in child.prefix:
            return child.prefix.replace(child.label, label, 1)
    return printed_label(kind, label)
