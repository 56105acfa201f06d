"""Operations on units: amend, insert, repeal, replace, renumber, move, split, merge.

Addresses are looked up in the text as it stood before the act; the change is made on the working
text (domain.md 4.6). Nothing here raises for a bad instruction: it goes into the ledger.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quyche_app.amending.account import Ledger
from quyche_app.amending.appendices import replace_appendix
from quyche_app.amending.slots import amend_slot, insert_at_end
from quyche_app.amending.targets import Found, Missing, TargetFinder
from quyche_app.amending.wording import Wording, claimed, parse_wording, with_identities
from quyche_app.amending.work import WorkText, WorkUnit, place_by_label
from quyche_app.domain.acts import Act
from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.identities import NewId
from quyche_app.domain.labels import order_of
from quyche_app.domain.operations import Instruction, Target, Verb
from quyche_app.domain.units import Block, Paragraph, Unit, UnitKind


@dataclass
class Operator:
    """Carries out the unit instructions of one act on a working text.

    Attributes:
        finder: the text as it stood before the act.
        inserted: path → identity of the units this act has inserted so far.
        rewritten: identities of units whose words this act wrote; phrase operations leave them.
    """

    finder: TargetFinder
    work: WorkText
    amending: Act
    inserted: dict[str, str]
    rewritten: set[str]

    def apply(self, ledger: Ledger, new_id: NewId, claims: frozenset[str]) -> None:
        """Carry out one instruction; ``claims``: paths that other instructions of the same
        quotation take for themselves."""
        instruction = ledger.instruction
        match instruction.verb:
            case Verb.AMEND:
                self._amend(ledger, new_id, claims)
            case Verb.INSERT:
                self._insert(ledger, new_id)
            case Verb.REPEAL:
                self._repeal(ledger, new_id)
            case Verb.REPLACE:
                self._replace(ledger, new_id, claims)
            case Verb.RENUMBER | Verb.MOVE:
                self._relocate(ledger)
            case Verb.SPLIT:
                self._split(ledger, new_id)
            case Verb.MERGE:
                self._merge(ledger, new_id)
            case Verb.REPLACE_WORDS | Verb.ADD_WORDS | Verb.REMOVE_WORDS:
                raise AssertionError("phrase operations are carried out elsewhere")

    # -- finding ----------------------------------------------------------------------------------

    def _address(self, target: Target, ledger: Ledger) -> Address:
        address, doubt = self.finder.address(target.address)
        ledger.doubt(doubt)
        return address

    def _unit(self, address: Address, ledger: Ledger) -> WorkUnit | None:
        """The working unit of an address; a failure in the ledger when there is none."""
        known = self.inserted.get(address.path)
        found = self.finder.find(address)
        if isinstance(found, Found):
            ledger.doubt(found.doubt)
            unit = self.work.by_id.get(found.placed.unit.id)
            if unit is not None:
                return unit
            ledger.fail(f"{_capital(address.words)} đã bị nội dung khác của văn bản này thay đổi")
            return None
        if known is not None and known in self.work.by_id:
            ledger.doubt(f"{address.words} do chính văn bản này bổ sung")
            return self.work.by_id[known]
        if isinstance(found, Missing):
            near = f"; gần nhất: {found.nearest}" if found.nearest else ""
            ledger.fail(found.reason + near, found.nearest)
        return None

    # -- amend ------------------------------------------------------------------------------------

    def _amend(self, ledger: Ledger, new_id: NewId, claims: frozenset[str]) -> None:
        instruction = ledger.instruction
        if not instruction.quoted:
            ledger.fail("không có lời văn mới trong ngoặc kép")
            return
        wording = parse_wording(instruction.quoted, new_id)
        taken: set[str] = set()
        for target in instruction.targets:
            address = self._address(target, ledger)
            if target.slot in ("preamble", "title"):
                amend_front(self.work, target.slot, instruction.quoted, ledger)
                continue
            if address.steps and address.steps[0].kind == "appendix" and len(address.steps) == 1:
                replace_appendix(self.work, self.finder, address, instruction.quoted, ledger,
                                 new_id)
                continue
            if target.slot not in ("unit", "text"):
                unit = self._unit(address, ledger)
                if unit is not None:
                    amend_slot(unit, target.slot, wording, instruction.quoted, ledger)
                    self.rewritten.add(f"{unit.id}#{target.slot}")
                continue
            self._amend_unit(address, wording, ledger, taken)
        self._extra_units(wording, taken, claims, ledger)

    def _amend_unit(
        self, address: Address, wording: Wording, ledger: Ledger, taken: set[str]
    ) -> None:
        unit = self._unit(address, ledger)
        if unit is None:
            return
        if unit.repealed:
            ledger.fail(f"{_capital(address.words)} đã bị bãi bỏ trước đó")
            return
        new = claimed(wording, address.steps)
        if new is None:
            new = self._other_reading(unit, address, wording, ledger)
        if new is None:
            return
        taken.update(u.id for u in _walk(new))
        self.rewrite(unit, new)
        ledger.write(unit.id, "unit")

    def _other_reading(
        self, unit: WorkUnit, address: Address, wording: Wording, ledger: Ledger
    ) -> Unit | None:
        """The quotation has no unit with the target's label."""
        alone = len(ledger.instruction.targets) == 1
        same_kind = [u for u in wording.units if u.kind is unit.kind]
        if alone and len(same_kind) == 1 and len(wording.units) == 1:
            new = same_kind[0]
            ledger.doubt(
                f"lời văn mới mang số {new.label}, khác với {address.words}; giữ số {unit.label}"
            )
            return replace(new, label=unit.label, prefix=unit.prefix)
        if alone and wording.loose and not any(
            u.kind.depth <= unit.kind.depth for u in wording.units
        ):
            ledger.doubt("lời văn mới không ghi lại số của " + address.words)
            return Unit(
                unit.id, unit.kind, unit.label, unit.prefix, unit.heading, unit.heading_apart,
                wording.loose, wording.units,
            )
        if alone and wording.units and not wording.loose and all(
            u.kind.depth > unit.kind.depth for u in wording.units
        ):
            return self._children_only(unit, address, wording, ledger)
        ledger.fail(f"trong ngoặc kép không có lời văn của {address.words}")
        return None

    def _children_only(
        self, unit: WorkUnit, address: Address, wording: Wording, ledger: Ledger
    ) -> Unit:
        """"Sửa đổi Điều 5 như sau: “2. …”": only some children are quoted."""
        ledger.doubt(f"lời văn mới chỉ có phần bên trong của {address.words}")
        new_labels = {(u.kind, u.label): u for u in wording.units}
        children = [new_labels.pop((c.kind, c.label), c.frozen()) for c in unit.children]
        for extra in new_labels.values():
            place = next((n for n, c in enumerate(children)
                          if order_of(c.label) > order_of(extra.label)), len(children))
            children.insert(place, extra)
        return replace(unit.frozen(), children=tuple(children))

    def _extra_units(
        self, wording: Wording, taken: set[str], claims: frozenset[str], ledger: Ledger
    ) -> None:
        """Quoted units that nobody claims: beside the target, under the same parent."""
        if not taken or not ledger.changed:
            return
        anchor = self.work.by_id.get(ledger.changed[-1])
        if anchor is None:
            return
        for new in wording.units:
            if new.id in taken or new.kind is not anchor.kind or _any_taken(new, taken):
                continue
            path = self._path_of(anchor, new)
            if path in claims:
                continue
            same = next((s for s in anchor.siblings if s.kind is new.kind and s.label == new.label),
                        None)
            name = f"{new.prefix.strip(' .)')}"
            if same is not None:
                ledger.doubt(f"trong ngoặc kép còn có lời văn của {name} không được nêu tên")
                self.rewrite(same, new)
                ledger.write(same.id, "unit")
            else:
                ledger.doubt(f"trong ngoặc kép có thêm {name} không được nêu tên: đọc là bổ sung")
                self._put(new, anchor.parent, anchor, place_by_label(anchor.siblings, new.kind,
                                                                     new.label), ledger)

    def _path_of(self, anchor: WorkUnit, new: Unit) -> str:
        placed = self.finder.index.by_id.get(anchor.id)
        if placed is None:
            return ""
        steps = (*placed.address.steps[:-1], Step(str(new.kind), new.label))
        return Address(steps, placed.address.component).path

    def rewrite(self, unit: WorkUnit, new: Unit) -> None:
        """Give a unit its new wording; it and children with the same label keep their identity."""
        merged = with_identities(new, unit.frozen())
        kept = {u.id for u in _walk(merged)}
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

    # -- insert -----------------------------------------------------------------------------------

    def _insert(self, ledger: Ledger, new_id: NewId) -> None:
        instruction = ledger.instruction
        if not instruction.quoted:
            if any(t.address.steps and t.address.steps[0].kind in ("appendix", "form")
                   for t in instruction.targets):
                self._insert_appendices(ledger, new_id)
                return
            ledger.fail("không có lời văn mới trong ngoặc kép")
            return
        wording = parse_wording(instruction.quoted, new_id)
        previous: WorkUnit | None = None
        for target in instruction.targets:
            address = self._address(target, ledger)
            if target.slot not in ("unit", "text"):
                unit = self._unit(address, ledger)
                if unit is not None:
                    insert_at_end(unit, target.slot, wording, instruction, ledger, self.work)
                continue
            previous = self._insert_unit(target, address, wording, ledger, previous) or previous

    def _insert_appendices(self, ledger: Ledger, new_id: NewId) -> None:
        for target in ledger.instruction.targets:
            address = self._address(target, ledger)
            replace_appendix(self.work, self.finder, address, (), ledger, new_id,
                             source=self.amending, insert=True)

    def _insert_unit(
        self, target: Target, address: Address, wording: Wording, ledger: Ledger,
        previous: WorkUnit | None,
    ) -> WorkUnit | None:
        if not address.steps:
            ledger.fail("không nói rõ bổ sung điều, khoản nào")
            return None
        new = claimed(wording, address.steps)
        if new is None:
            units = [u for u in wording.units if str(u.kind) == address.steps[-1].kind]
            if len(ledger.instruction.targets) == 1 and len(units) == 1:
                new = units[0]
                ledger.doubt(f"lời văn mới mang số {new.label}, không phải {address.words}")
            else:
                ledger.fail(f"trong ngoặc kép không có lời văn của {address.words}")
                return None
        return self._place_new(new, address, ledger, previous)

    def _place_new(
        self, new: Unit, address: Address, ledger: Ledger, previous: WorkUnit | None
    ) -> WorkUnit | None:
        instruction = ledger.instruction
        existing = self.finder.find(address)
        if isinstance(existing, Found) and not existing.doubt:
            old = self.work.by_id.get(existing.placed.unit.id)
            if old is not None and old.repealed:
                ledger.doubt(f"{address.words} cũ đã bị bãi bỏ, lời văn mới đứng vào số đó")
                self.rewrite(old, new)
                ledger.write(old.id, "insert")
                return old
            if old is not None:
                ledger.fail(f"{_capital(address.words)} đã có trong văn bản")
                return None
        if self.inserted.get(address.path) in self.work.by_id:
            ledger.fail(f"{_capital(address.words)} đã được nội dung khác của văn bản này bổ sung")
            return None
        reference = self._reference(instruction, address, ledger)
        if reference is not None and reference.kind is UnitKind(address.steps[-1].kind):
            siblings = reference.siblings
            index = siblings.index(reference)
            side = instruction.position.side if instruction.position else "after"
            place = index if side == "before" else index + 1
            while side != "before" and previous is not None and previous in siblings[place:] and (
                siblings.index(previous) >= place
            ):
                place = siblings.index(previous) + 1
            if side == "before" and previous is not None and previous in siblings:
                place = siblings.index(previous) + 1
            return self._put(new, reference.parent, reference, place, ledger)
        if reference is not None and reference.kind.depth > new.kind.depth:
            holder = reference
            while holder.parent is not None and holder.kind.depth > new.kind.depth:
                holder = holder.parent
            if holder.kind is new.kind:
                place = holder.siblings.index(holder) + 1
                return self._put(new, holder.parent, holder, place, ledger)
        return self._place_in_parent(new, address, ledger)

    def _reference(
        self, instruction: Instruction, address: Address, ledger: Ledger
    ) -> WorkUnit | None:
        position = instruction.position
        if position is None or position.reference is None:
            return None
        where = self._address(position.reference, ledger)
        aside = Ledger(instruction)
        unit = self._unit(where, aside)
        if unit is None:
            ledger.doubt(f"không có {where.words} để đặt cạnh: xếp theo thứ tự số")
        return unit

    def _place_in_parent(self, new: Unit, address: Address, ledger: Ledger) -> WorkUnit | None:
        """No neighbour is named: by the order of labels; certain when the label follows."""
        parent_address = Address(address.steps[:-1], address.component)
        if new.kind is UnitKind.ARTICLE:
            return self._place_article(new, ledger)
        if not parent_address.steps:
            return self._place_top(new, ledger)
        parent = self._unit(parent_address, ledger)
        if parent is None:
            return None
        place = place_by_label(parent.children, new.kind, new.label)
        before = [c for c in parent.children[:place] if c.kind is new.kind]
        if ledger.instruction.position is None and before and (
            order_of(new.label)[0] - order_of(before[-1].label)[0] > 1
        ):
            ledger.doubt(f"không nói đặt {address.words} ở đâu; số liền trước là {before[-1].label}")
        if not before and new.kind is UnitKind.POINT and any(
            c.kind is UnitKind.CLAUSE for c in parent.children
        ):
            ledger.fail(f"không nói rõ {address.words} thuộc khoản nào")
            return None
        return self._put(new, parent, None, place, ledger)

    def _place_article(self, new: Unit, ledger: Ledger) -> WorkUnit | None:
        order = order_of(new.label)
        two = self.finder.act.has_decision_and_regulation
        before: WorkUnit | None = None
        for component in self.work.components:
            if two and component.origin.id != self.finder.act.main.id:
                continue
            for unit in component.walk():
                if unit.kind is UnitKind.ARTICLE and order_of(unit.label) < order:
                    before = unit
        if before is None:
            ledger.fail(f"không tìm được chỗ cho Điều {new.label}")
            return None
        place = before.siblings.index(before) + 1
        return self._put(new, before.parent, before, place, ledger)

    def _place_top(self, new: Unit, ledger: Ledger) -> WorkUnit | None:
        component = self.work.component(self.finder.act.main.id)
        place = place_by_label(component.units, new.kind, new.label)
        if not any(u.kind is new.kind for u in component.units):
            ledger.fail(f"không tìm được chỗ cho {new.prefix.strip()}")
            return None
        return self._put(new, None, component.units[max(0, place - 1)], place, ledger)

    def _put(
        self, new: Unit, parent: WorkUnit | None, beside: WorkUnit | None, place: int,
        ledger: Ledger,
    ) -> WorkUnit:
        component = parent.component if parent is not None else beside.component if beside else (
            self.work.component(self.finder.act.main.id)
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
        two = self.finder.act.has_decision_and_regulation
        component = "qc" if two and unit.component.origin.id == self.finder.act.main.id else ""
        return Address(tuple(reversed(steps)), component).path

    # -- repeal -----------------------------------------------------------------------------------

    def _repeal(self, ledger: Ledger, new_id: NewId) -> None:
        for target in ledger.instruction.targets:
            address = self._address(target, ledger)
            if address.steps and address.steps[0].kind == "appendix" and len(address.steps) == 1:
                replace_appendix(self.work, self.finder, address, (), ledger, new_id, repeal=True)
                continue
            unit = self._unit(address, ledger)
            if unit is None:
                continue
            if target.slot not in ("unit", "text"):
                amend_slot(unit, target.slot, Wording((), ()), (), ledger)
                continue
            if unit.repealed:
                ledger.fail(f"{_capital(address.words)} đã bị bãi bỏ trước đó")
                continue
            for node in unit.walk():
                self.rewritten.add(node.id)
                if node is not unit:
                    self.work.by_id.pop(node.id, None)
            unit.repealed = True
            unit.children, unit.lead, unit.tail = [], [], []
            unit.heading = None
            unit.touch()
            ledger.write(unit.id, "repeal")

    # -- replace ----------------------------------------------------------------------------------

    def _replace(self, ledger: Ledger, new_id: NewId, claims: frozenset[str]) -> None:
        if ledger.instruction.quoted:
            self._amend(ledger, new_id, claims)
            return
        for target in ledger.instruction.targets:
            address = self._address(target, ledger)
            if address.steps and address.steps[0].kind == "appendix" and len(address.steps) == 1:
                replace_appendix(self.work, self.finder, address, (), ledger, new_id,
                                 source=self.amending)
            else:
                ledger.fail(f"không có lời văn mới của {address.words}")

    # -- renumber, move, split, merge -------------------------------------------------------------

    def _relocate(self, ledger: Ledger) -> None:
        instruction = ledger.instruction
        if len(instruction.results) != len(instruction.targets):
            ledger.fail("không nói rõ số cũ nào thành số mới nào")
            return
        pairs = []
        for target, result in zip(instruction.targets, instruction.results, strict=True):
            unit = self._unit(self._address(target, ledger), ledger)
            if unit is not None:
                pairs.append((unit, self._address(result, ledger)))
        moving = {unit.id for unit, _ in pairs}
        for unit, address in pairs:
            taken = self.finder.find(address)
            if isinstance(taken, Found) and taken.placed.unit.id not in moving:
                ledger.fail(f"{_capital(address.words)} đã có trong văn bản")
                continue
            self._relabel(unit, address, ledger)

    def _relabel(self, unit: WorkUnit, address: Address, ledger: Ledger) -> None:
        parent_steps = address.steps[:-1]
        new_label = address.steps[-1].label
        parent = unit.parent
        if (parent_steps and parent_steps[-1].kind != str(UnitKind.ARTICLE)) or len(parent_steps) == 1:
            found = self._unit(Address(parent_steps, address.component), ledger)
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

    def _split(self, ledger: Ledger, new_id: NewId) -> None:
        instruction = ledger.instruction
        if not instruction.quoted or not instruction.results or len(instruction.targets) != 1:
            ledger.fail("không có lời văn của các phần được tách")
            return
        wording = parse_wording(instruction.quoted, new_id)
        unit = self._unit(self._address(instruction.targets[0], ledger), ledger)
        if unit is None:
            return
        new = [(self._address(r, ledger), claimed(wording, r.address.steps))
               for r in instruction.results]
        if any(one is None for _, one in new):
            ledger.fail("trong ngoặc kép thiếu lời văn của một phần được tách")
            return
        first = next((one for a, one in new if one is not None and one.label == unit.label), new[0][1])
        assert first is not None
        self.rewrite(unit, first)
        ledger.write(unit.id, "unit")
        for _, one in new:
            if one is not None and one is not first:
                place = place_by_label(unit.siblings, one.kind, one.label)
                self._put(one, unit.parent, unit, place, ledger)

    def _merge(self, ledger: Ledger, new_id: NewId) -> None:
        instruction = ledger.instruction
        if not instruction.quoted or len(instruction.results) != 1:
            ledger.fail("không có lời văn của phần gộp lại")
            return
        wording = parse_wording(instruction.quoted, new_id)
        result = instruction.results[0]
        units = [u for t in instruction.targets
                 if (u := self._unit(self._address(t, ledger), ledger)) is not None]
        new = claimed(wording, result.address.steps)
        if len(units) != len(instruction.targets) or new is None:
            if new is None:
                ledger.fail("trong ngoặc kép không có lời văn của phần gộp lại")
            return
        keeper = next((u for u in units if u.label == new.label), units[0])
        self.rewrite(keeper, new)
        ledger.write(keeper.id, "unit")
        for unit in units:
            if unit is not keeper:
                unit.siblings.remove(unit)
                if unit.parent is not None:
                    unit.parent.touch()
                for node in unit.walk():
                    self.work.by_id.pop(node.id, None)
                    self.rewritten.add(node.id)


def amend_front(work: WorkText, slot: str, quoted: Sequence[Block], ledger: Ledger) -> None:
    """Give the căn cứ of the base their new wording (domain.md 3.4: addressed as preamble)."""
    component = work.components[0]
    lines = [n for n, b in enumerate(component.front)
             if isinstance(b, Paragraph) and b.text.lstrip("- ").startswith("Căn cứ")]
    if slot != "preamble" or not lines:
        ledger.fail("không tìm được phần căn cứ trong văn bản gốc")
        return
    component.front[lines[0] : lines[-1] + 1] = list(quoted)
    component.touched = True
    ledger.write(component.origin.id, "preamble")


def _walk(unit: Unit) -> list[Unit]:
    return [unit, *[inner for child in unit.children for inner in _walk(child)]]


def _any_taken(unit: Unit, taken: set[str]) -> bool:
    return any(u.id in taken for u in _walk(unit))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
