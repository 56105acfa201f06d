"""Renumber, move, split and merge: rare, and only where the act says what becomes what
(docs/field.md 4.1)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from quyche_app.amending.account import Ledger, already_there, repealed_before
from quyche_app.amending.desk import Desk
from quyche_app.amending.parts import merge_parts, parts_change_places
from quyche_app.amending.said_counts import compare_count, compare_merged
from quyche_app.amending.unlabelled import labelled, prefix_beside
from quyche_app.amending.wording import Wording, claimed, parse_wording
from quyche_app.amending.work import WorkUnit, place_by_label
from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.identities import NewId
from quyche_app.domain.labels import comes_next, follows, number_of, order_of
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Target
from quyche_app.domain.texts import capital
from quyche_app.domain.units import Unit, UnitKind

_PART_MISSING = message(
    "relocation.part_missing", "trong ngoặc kép thiếu lời văn của một phần được tách"
)


@dataclass(frozen=True, slots=True)
class Move:
    """A unit, and what becomes of it: its address and what holds it then (None = nothing)."""

    unit: WorkUnit
    becomes: Address
    parent: WorkUnit | None


def relocate(desk: Desk, ledger: Ledger) -> list[Move]:
    """Give units other labels, or another parent; gives what was done, for new wording to follow."""
    instruction = ledger.instruction
    position = instruction.position
    if not instruction.results and position is not None and position.reference is not None:
        return _to_group(desk, position.reference, ledger)
    if any(result.slot not in ("unit", "text") for result in instruction.results):
        ledger.fail(
            message("relocation.into_part", "chưa chuyển được một điều khoản thành một đoạn")
        )
        return []
    if any(target.slot not in ("unit", "text") for target in instruction.targets):
        if parts_change_places(desk, ledger):
            return []
        ledger.fail(
            message("relocation.part", "chưa chuyển được một đoạn hoặc câu thành điều khoản")
        )
        return []
    if len(instruction.results) != len(instruction.targets):
        ledger.fail(message("relocation.of_what", "không nói rõ số cũ nào thành số mới nào"))
        return []
    moves = [
        move
        for target, result in zip(instruction.targets, instruction.results, strict=True)
        if (move := _move(desk, target, result, ledger)) is not None
    ]
    free = _unblocked(moves, ledger, desk.rewritten)
    for move in free:
        _carry_out(move, ledger)
    return free


def _to_group(desk: Desk, reference: Target, ledger: Ledger) -> list[Move]:
    """Put articles into another chapter or section, where their numbers belong."""
    holder = desk.unit(desk.address(reference, ledger), ledger)
    moves: list[Move] = []
    if holder is None:
        return moves
    for target in ledger.instruction.targets:
        address = desk.address(target, ledger)
        unit = desk.unit(address, ledger)
        if unit is None:
            continue
        is_beside = holder.kind.depth >= unit.kind.depth  # the words of one clause behind another's
        if is_beside or any(child.kind is not unit.kind for child in holder.children):
            ledger.fail(_other_place(address, desk.address(reference, ledger)))
        else:
            moves.append(Move(unit, address, holder))
            _carry_out(moves[-1], ledger)
    return moves


def _move(desk: Desk, target: Target, result: Target, ledger: Ledger) -> Move | None:
    """What becomes of a target; None when it cannot be carried out."""
    address = desk.address(target, ledger)
    unit = desk.unit(address, ledger)
    if unit is None:
        return None
    becomes = desk.address(result, ledger)
    kind = becomes.own.kind
    if kind != str(unit.kind) and not (_may_change_level(unit) and kind in _LEVELS):
        ledger.fail(_other_place(address, becomes))
        return None
    if len(becomes.steps) == 1:  # an article stays in its chapter
        ledger.doubt(_out_of_order(desk, unit, becomes))
        return Move(unit, becomes, unit.parent)
    above = Address(becomes.steps[:-1], becomes.component)
    parent = desk.unit(above, ledger)
    if parent is None:
        return None
    if parent.repealed:
        ledger.fail(repealed_before(capital(above.words)))
        return None
    return Move(unit, becomes, parent)


def _out_of_order(desk: Desk, unit: WorkUnit, becomes: Address) -> Message | None:
    """A doubt when an article gets a number that belongs far from where it stands: "Điều 7 thành Điều
    10a"."""
    label = order_of(becomes.own.label)
    articles = [u for u in desk.work.by_id.values() if u.kind is UnitKind.ARTICLE]
    others = [u for u in articles if u is not unit and u.component is unit.component]
    between = sorted(
        (order_of(unit.label), label),
    )
    passed = [u for u in others if between[0] < order_of(u.label) < between[1]]
    if len(passed) < 2 or all(other.parent is unit.parent for other in passed):
        return None
    return message(
        "relocation.far_away",
        "{place} mang số mới {result} nhưng vẫn đứng ở chỗ cũ trong chương",
        place=Step(str(unit.kind), unit.label).words,
        result=becomes.words,
    )


_LEVELS = frozenset((UnitKind.CLAUSE, UnitKind.POINT, UnitKind.SUBPOINT))


def _may_change_level(unit: WorkUnit) -> bool:
    """A clause or a point without parts of its own may become a point or a clause of another place."""
    return unit.kind in _LEVELS and not unit.children and not unit.tail


def _unblocked(moves: list[Move], ledger: Ledger, written: Collection[str]) -> list[Move]:
    """The moves to a place that is empty or becomes so. What cannot move keeps its place, so that
    nothing else takes it.

    Args:
        written: what this act wrote: what it repealed gives its number away.
    """
    while True:
        leaving = {move.unit.id for move in moves}
        leaving |= {
            each.id
            for move in moves
            for each in _neighbours(move.unit, move.parent)
            if each.repealed and each.id in written
        }
        blocked = [
            move
            for move in moves
            if _is_taken(move.unit, move.parent, move.becomes.own.label, leaving)
        ]
        if not blocked:
            return moves
        for move in blocked:
            ledger.fail(already_there(capital(move.becomes.words)))
        moves = [move for move in moves if move not in blocked]


def _is_taken(
    unit: WorkUnit, parent: WorkUnit | None, label: str, leaving: Collection[str]
) -> bool:
    """Whether another unit has the kind and the label that a unit gets under a parent; articles are
    numbered through all chapters."""
    return any(
        other.kind is unit.kind
        and other.label.casefold() == label.casefold()
        and other.id not in leaving
        for other in _neighbours(unit, parent)
    )


def _neighbours(unit: WorkUnit, parent: WorkUnit | None) -> Iterator[WorkUnit]:
    """The units among which a number of a unit is looked for."""
    if unit.kind is UnitKind.ARTICLE or parent is None:
        return unit.component.walk()
    return iter(parent.children)


def _carry_out(move: Move, ledger: Ledger) -> None:
    unit, label = move.unit, move.becomes.own.label
    is_elsewhere = move.parent is not unit.parent
    if any(child.label.startswith(f"{unit.label}.") for child in unit.children):
        ledger.doubt(
            message(
                "relocation.inner_numbers", "số bên trong vẫn theo số cũ {label}", label=unit.label
            )
        )
    for other in list(_neighbours(unit, move.parent)):
        if other.repealed and other.kind is unit.kind and other.label == label:
            other.siblings.remove(other)  # its number is given away (docs/field.md 5.3)
            other.touch()
    kind = UnitKind(move.becomes.own.kind)
    if kind is unit.kind:
        unit.prefix = unit.prefix.replace(unit.label, label, 1)
    else:
        unit.prefix = prefix_beside(move.parent, kind, label)
        unit.kind = kind
    unit.label = label
    unit.touch()
    unit.siblings.remove(unit)
    unit.parent = move.parent
    if move.parent is not None:
        for node in unit.walk():
            node.component = move.parent.component
    _put_in_order(unit)
    if is_elsewhere and unit.kind is not UnitKind.ARTICLE:  # articles are numbered through
        ledger.doubt(_leaves_a_gap(unit))
    unit.touch()
    ledger.write(unit.id, "renumber")


def _leaves_a_gap(unit: WorkUnit) -> Message | None:
    """A doubt when a provision that comes from elsewhere has no number right before it."""
    place = unit.siblings.index(unit)
    before = [one.label for one in unit.siblings[:place] if one.kind is unit.kind]
    if comes_next(unit.label, before[-1]) if before else follows(unit.label, None):
        return None
    return message("relocation.gap", "chỗ mới chưa có số liền trước số {label}", label=unit.label)


def _put_in_order(unit: WorkUnit) -> None:
    """Put a unit that stands among no siblings yet where its label belongs."""
    siblings = unit.siblings
    siblings.insert(place_by_label(siblings, unit.kind, unit.label), unit)


def _other_place(address: Address, becomes: Address) -> Message:
    return message(
        "relocation.other_place",
        "{result} không cùng cấp hoặc không cùng chỗ với {place}: chưa làm được",
        result=capital(becomes.words),
        place=address.words,
    )


def _is_beside(unit: WorkUnit, address: Address, becomes: Address) -> bool:
    """Whether a part of a unit is of its kind and under what holds it."""
    return (
        becomes.own.kind == str(unit.kind)
        and becomes.component == address.component
        and becomes.steps[:-1] == address.steps[:-1]
    )


def split(desk: Desk, ledger: Ledger, new_id: NewId) -> None:
    """Make several units of one; the part with its label keeps its identity."""
    instruction = ledger.instruction
    if not instruction.quoted or len(instruction.targets) != 1:
        ledger.fail(message("relocation.no_parts", "không có lời văn của các phần được tách"))
        return
    wording = parse_wording(instruction, new_id)
    compare_count(replace(instruction, targets=()), wording, ledger)
    address = desk.address(instruction.targets[0], ledger)
    unit = desk.unit(address, ledger)
    if unit is None:
        return
    parts: list[Unit] = []
    results = instruction.results or _told_by_wording(address, wording)
    if not results and (within := _with_inner_parts(unit, wording)) is not None:
        if desk.is_free(unit, within, address.words, ledger):
            _reword(desk, unit, within, ledger)
        return
    if not results:
        ledger.fail(message("relocation.no_parts", "không có lời văn của các phần được tách"))
        return
    for result in results:
        becomes = desk.address(result, ledger)
        part = claimed(wording, becomes.steps)
        why = _why_no_part(unit, address, becomes, part)
        if part is None or why is not None:
            ledger.fail(why or _PART_MISSING)
            return
        parts.append(part)
    first = next((part for part in parts if part.label == unit.label), parts[0])
    if not desk.is_free(unit, first, address.words, ledger):
        return
    _reword(desk, unit, first, ledger)
    for part in parts:
        if part is not first:
            place = place_by_label(unit.siblings, part.kind, part.label)
            desk.put(part, unit.parent, unit, place, ledger)


def _told_by_wording(address: Address, wording: Wording) -> tuple[Target, ...]:
    """ "Tách khoản 1 thành hai khoản như sau: “1. … 1a. …”": the new words say their numbers."""
    kind = address.own.kind
    above = Address(address.steps[:-1], address.component)
    named = tuple(Target(above.child(kind, u.label)) for u in wording.units if str(u.kind) == kind)
    has_own = any(t.address.own.label == address.own.label for t in named)
    return named if has_own and len(named) > 1 else ()


def _with_inner_parts(unit: WorkUnit, wording: Wording) -> Unit | None:
    """ "Tách Điều 19 thành hai khoản: “1. … 2. …”": what had no parts gets them in the place of its words;
    its label and its name stay. None where it has no name, or the wording is something else."""
    kinds = {part.kind for part in wording.units}
    is_listed = len(wording.units) > 1 and not wording.loose and len(kinds) == 1
    if unit.children or not unit.heading or not is_listed or kinds.pop().depth <= unit.kind.depth:
        return None
    if [number_of(part.label) for part in wording.units] != [*range(1, len(wording.units) + 1)]:
        return None
    return replace(unit.frozen(), lead=(), children=wording.units, tail=())


def _why_no_part(
    unit: WorkUnit, address: Address, becomes: Address, part: Unit | None
) -> Message | None:
    if not _is_beside(unit, address, becomes):
        return _other_place(address, becomes)
    if part is None:
        return _PART_MISSING
    taken = _is_taken(unit, unit.parent, part.label, {unit.id})
    return already_there(capital(becomes.words)) if taken else None


def merge(desk: Desk, ledger: Ledger, new_id: NewId) -> None:
    """Make one unit of several; the others go away."""
    instruction = ledger.instruction
    if any(":" in target.slot for target in instruction.targets):
        merge_parts(desk, ledger)
        return
    if instruction.quoted and not instruction.results and _into_holder(desk, ledger, new_id):
        return
    if not instruction.quoted or len(instruction.results) != 1:
        ledger.fail(message("relocation.no_merged", "không có lời văn của phần gộp lại"))
        return
    wording = parse_wording(instruction, new_id)
    becomes = desk.address(instruction.results[0], ledger)
    places = [desk.address(target, ledger) for target in instruction.targets]
    units = [unit for place in places if (unit := desk.unit(place, ledger)) is not None]
    new = claimed(wording, becomes.steps)
    if new is None and wording.loose and not wording.units:
        new = labelled(desk, wording, becomes, new_id(), ledger)
    if new is None:
        ledger.fail(
            message(
                "relocation.merged_not_quoted", "trong ngoặc kép không có lời văn của phần gộp lại"
            )
        )
    if new is None or len(units) != len(places):
        return
    compare_merged(instruction, units[0].parent, ledger)
    keeper = _keeper(units, places, becomes)
    if keeper is None:
        ledger.fail(_other_place(places[0], becomes))
        return
    if _is_taken(keeper, keeper.parent, new.label, {unit.id for unit in units}):
        ledger.fail(already_there(capital(becomes.words)))
        return
    if all(desk.is_free(u, new, p.words, ledger) for u, p in zip(units, places, strict=True)):
        _merged(desk, units, keeper, new, ledger)


def _into_holder(desk: Desk, ledger: Ledger, new_id: NewId) -> bool:
    """ "Gộp khoản 1 và khoản 2 Điều 24 thành một khoản như sau: “…”" where the article has no other clause
    and the new words have no number: they become the words of the article. Tells whether it was so."""
    wording = parse_wording(ledger.instruction, new_id)
    places = [desk.address(target, ledger) for target in ledger.instruction.targets]
    units = [unit for place in places if (unit := desk.unit(place, ledger)) is not None]
    holder = units[0].parent if units else None
    if wording.units or holder is None or len(units) != len(places):
        return False
    nodes = [node.id for unit in units for node in unit.walk()]
    is_all = {unit.id for unit in units} == {child.id for child in holder.children}
    if not is_all or holder.tail or not desk.rewritten.isdisjoint(nodes):
        return False
    for node in nodes:
        desk.work.by_id.pop(node, None)
        desk.rewritten.add(node)
    holder.children.clear()
    holder.lead = [*holder.lead, *wording.loose]
    holder.touch()
    ledger.write(holder.id, "merge")
    return True


def _keeper(
    units: Sequence[WorkUnit], places: Sequence[Address], becomes: Address
) -> WorkUnit | None:
    """The unit that goes on as the merged one: that of its address, else the first beside it. None
    where there is none, or where one of the units is inside another."""
    inside = {node.id for unit in units for node in unit.walk() if node is not unit}
    if any(unit.id in inside for unit in units):
        return None
    paired = list(zip(units, places, strict=True))
    same = [unit for unit, place in paired if place == becomes]
    beside = [unit for unit, place in paired if _is_beside(unit, place, becomes)]
    return next(iter((*same, *beside)), None)


def _merged(
    desk: Desk, units: Sequence[WorkUnit], keeper: WorkUnit, new: Unit, ledger: Ledger
) -> None:
    is_renumbered = keeper.label != new.label
    _reword(desk, keeper, new, ledger)
    for unit in dict.fromkeys(units):
        if unit is not keeper:
            unit.siblings.remove(unit)
            if unit.parent is not None:
                unit.parent.touch()
            for node in unit.walk():
                desk.work.by_id.pop(node.id, None)
                desk.rewritten.add(node.id)
    if is_renumbered:
        keeper.siblings.remove(keeper)
        _put_in_order(keeper)


def _reword(desk: Desk, unit: WorkUnit, new: Unit, ledger: Ledger) -> None:
    desk.rewrite(unit, new)
    desk.worded[unit.id] = ledger
    ledger.write(unit.id, "unit")
