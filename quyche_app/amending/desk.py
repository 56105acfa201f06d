"""The desk of one act: the text before it, the text while it is changed, and what it wrote.

Addresses are looked up in the text as it stood before the act; the change is made on the working
text (docs/field.md 4.6).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from quyche_app.amending.account import Ledger, repealed_before
from quyche_app.amending.slots import slot_now
from quyche_app.amending.surroundings import Handed, doubt_surroundings
from quyche_app.amending.targets import Found, Missing, TargetFinder
from quyche_app.amending.wording import with_identities
from quyche_app.amending.work import WorkText, WorkUnit
from quyche_app.domain.acts import Act
from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.flow import unit_lines
from quyche_app.domain.messages import message
from quyche_app.domain.operations import Target, slot_words
from quyche_app.domain.texts import capital
from quyche_app.domain.units import Unit, UnitKind, walk


@dataclass
class Desk:
    """What the unit operations of one act work on.

    Attributes:
        finder: the text as it stood before the act.
        work: the text while it is changed.
        amending: the act itself, for appendices attached to it.
        inserted: path → identity of the units this act has inserted so far.
        rewritten: identities of units whose words this act wrote; phrase operations leave them.
        worded: unit identity → the account of the instruction that gave it new wording.
        handed: the quotations handed out so far.
    """

    finder: TargetFinder
    work: WorkText
    amending: Act
    inserted: dict[str, str]
    rewritten: set[str]
    worded: dict[str, Ledger] = field(default_factory=dict)
    handed: list[Handed] = field(default_factory=list)

    def doubt_surroundings(self) -> None:
        """Look, when every order is carried out, at what the quotations hold besides what was asked for."""
        for handed in self.handed:
            written = [self.work.by_id[i] for i in handed.ledger.changed if i in self.work.by_id]
            held = {above.id: above for unit in written for above in unit.with_holders()}
            if held:
                doubt_surroundings(handed, held.values())

    def is_free(self, unit: WorkUnit, new: Unit, words: str, ledger: Ledger) -> bool:
        """Tell whether this act has not worded a unit, what is in it or what holds it, yet; the
        same wording again is no clash (docs/field.md 4.8, 4.10)."""
        holders = unit.with_holders()
        other = next((self.worded[u.id] for u in holders if u.id in self.worded), None)
        if other is None:
            other = next((self.worded[u.id] for u in unit.walk() if u.id in self.worded), None)
        if other is None or other is ledger or unit_lines(unit.frozen()) == unit_lines(new):
            return True
        ledger.fail(
            message(
                "clash.amended_by_another",
                "{place} đã được nội dung khác của văn bản này sửa đổi",
                place=capital(words),
            )
        )
        other.doubt(
            message(
                "clash.another_wording",
                "nội dung khác của văn bản này cho {place} lời văn khác",
                place=words,
            )
        )
        return False

    def address(self, target: Target, ledger: Ledger) -> Address:
        """Give the address a target means in this text."""
        address, doubt = self.finder.meant(target.address, ledger.instruction)
        ledger.doubt(doubt)
        return address

    def unit(self, address: Address, ledger: Ledger) -> WorkUnit | None:
        """The working unit of an address; a failure in the ledger when there is none."""
        known = self.inserted.get(address.path)
        found = self.finder.find(address)
        if isinstance(found, Found):
            ledger.doubt(found.doubt)
            unit = self.work.by_id.get(found.placed.unit.id)
            if unit is not None and unit.component.repealed:
                ledger.fail(repealed_before(capital(address.words)))
                return None
            if unit is not None:
                return unit
            ledger.fail(
                message(
                    "clash.changed_by_another",
                    "{place} đã bị nội dung khác của văn bản này thay đổi",
                    place=capital(address.words),
                )
            )
            return None
        if known is not None and known in self.work.by_id:
            ledger.doubt(
                message(
                    "doubt.inserted_by_this_act",
                    "{place} do chính văn bản này bổ sung",
                    place=address.words,
                )
            )
            return self.work.by_id[known]
        if isinstance(found, Missing):
            ledger.fail(found.reason, found.nearest)
        return None

    def slot(self, address: Address, unit: WorkUnit, slot: str, ledger: Ledger) -> str:
        """The slot that now holds what a target's slot named in the text before the act; a doubt in the
        ledger where an earlier order of the act changed those words."""
        found = self.finder.find(address)
        if not isinstance(found, Found):
            return slot
        now = slot_now(found.placed.unit, unit, slot)
        if now is None:
            ledger.doubt(
                message(
                    "clash.part_changed",
                    "{slot} của {place} đã do nội dung khác của văn bản này thay đổi",
                    slot=slot_words(slot),
                    place=address.words,
                )
            )
        return now or slot

    def rewrite(self, unit: WorkUnit, new: Unit) -> None:
        """Give a unit its new wording; it and children with the same label keep their identity."""
        merged = with_identities(new, unit.frozen())
        kept = {u.id for u in walk((merged,))}
        for node in list(unit.walk()):
            if node.id not in kept:
                self.work.by_id.pop(node.id, None)
        if unit.kind is UnitKind.ARTICLE and not merged.prefix.strip():
            merged = replace(merged, prefix=unit.prefix)
        unit.take(merged)
        unit.touch()
        for node in unit.walk():
            node.touched = True
            self.rewritten.add(node.id)
        self.work.register(unit)

    def put(
        self,
        new: Unit,
        parent: WorkUnit | None,
        beside: WorkUnit | None,
        place: int,
        ledger: Ledger,
    ) -> WorkUnit:
        """Put a new unit at a place among the children of ``parent`` (or the top units beside
        ``beside``)."""
        component = (
            parent.component
            if parent is not None
            else beside.component
            if beside
            else (self.work.component(self.finder.act.main.id))
        )
        unit = WorkUnit(new, parent, component)
        unit.origin = None
        siblings = parent.children if parent is not None else component.units
        siblings.insert(place, unit)
        if parent is not None and parent.tail and len(parent.children) == 1 and not parent.lead:
            parent.lead, parent.tail = parent.tail, []
        unit.touch()
        self.work.register(unit)
        for node in unit.walk():
            node.touched = True
            self.rewritten.add(node.id)
        ledger.write(unit.id, "insert")
        self.inserted[self._inserted_path(unit)] = unit.id
        return unit

    def _inserted_path(self, unit: WorkUnit) -> str:
        steps: list[Step] = []
        node: WorkUnit | None = unit
        while node is not None:
            steps.append(Step(str(node.kind), node.label))
            if node.kind is UnitKind.ARTICLE:
                break
            node = node.parent
        root = self.finder.act.address_root(unit.component.origin)
        return Address(tuple(reversed(steps)), root).path
