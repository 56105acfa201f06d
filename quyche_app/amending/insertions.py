"""Insertions: where a new unit goes. Nothing that stands is renumbered (docs/field.md 4.1, 4.8)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quyche_app.amending.account import Ledger, already_there, may_close, repealed_before
from quyche_app.amending.appendices import (
    APPENDIX_KINDS,
    add_appendix,
    is_whole_appendix,
    standing_appendix,
)
from quyche_app.amending.desk import Desk
from quyche_app.amending.said_counts import compare_count
from quyche_app.amending.slot_insertions import insert_at_end
from quyche_app.amending.table_rows import is_row, put_row
from quyche_app.amending.unlabelled import labelled
from quyche_app.amending.wording import Wording, claimed, parse_wording
from quyche_app.amending.work import WorkUnit, place_by_label
from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.identities import NewId
from quyche_app.domain.labels import comes_next, follows, number_of, order_of
from quyche_app.domain.line_labels import read_label
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Instruction, Position, Target, slot_words
from quyche_app.domain.patterns import late
from quyche_app.domain.stray_lines import closing_paragraph
from quyche_app.domain.texts import capital
from quyche_app.domain.units import GROUPING_KINDS, Paragraph, Unit, UnitKind, walk


def insert(desk: Desk, ledger: Ledger, new_id: NewId) -> tuple[Wording, set[str]]:
    """Carry out an insertion of units, of words at an end, or of appendices. Gives what the quotation
    holds and the identities of what was put in: what else it holds nobody named."""
    instruction = ledger.instruction
    taken: set[str] = set()
    if not instruction.quoted:
        _insert_attached(desk, ledger, new_id)
        return Wording((), ()), taken
    wording = parse_wording(instruction, new_id)
    compare_count(instruction, wording, ledger)
    ledger.doubt(_twice(wording.units))
    previous: WorkUnit | None = None
    for target in instruction.targets:
        address = desk.address(target, ledger)
        if is_whole_appendix(address) and is_row(target.slot):
            _insert_row(desk, target, address, ledger)
            continue
        if address.steps and address.own.kind in APPENDIX_KINDS:
            _insert_quoted_appendix(desk, target, address, ledger, new_id)
            continue
        if target.slot not in ("unit", "text"):
            unit = desk.unit(address, ledger)
            if unit is not None:
                slot = desk.slot(address, unit, target.slot, ledger)
                insert_at_end(unit, slot, wording, instruction, ledger, desk.work)
            continue
        made = _insert_unit(desk, target, address, wording, ledger, previous, new_id, taken)
        if made is not None and len(instruction.targets) == 1:
            _check_side(desk, made, address, ledger)
        previous = made or previous
    return wording, taken


_SIDE_SAID = late(r"\b(?:cuối|đầu)\b", re.IGNORECASE)


def _check_side(desk: Desk, made: WorkUnit, address: Address, ledger: Ledger) -> None:
    """A new unit that its number puts elsewhere than where the order says: "khoản 5a vào đầu Điều 6"."""
    position = ledger.instruction.position
    # "Bổ sung Điều 6a vào Chương II" names no side of the chapter.
    if position is None or not _SIDE_SAID.search(ledger.instruction.source_text):
        return
    if _stands_there(desk, made, position, ledger):
        return
    ledger.doubt(
        message(
            "insertion.against_side",
            "xếp {place} theo thứ tự số, không đúng chỗ được nêu",
            place=address.words,
        )
    )


def _stands_there(desk: Desk, made: WorkUnit, position: Position, ledger: Ledger) -> bool:
    """Whether a new unit stands on the side of its place that the order names."""
    if position.side in ("start", "end"):
        alike = [one for one in _beside(desk, made, position, ledger) if one.kind is made.kind]
        return not alike or alike[0 if position.side == "start" else -1] is made
    return True


def _beside(desk: Desk, made: WorkUnit, position: Position, ledger: Ledger) -> Sequence[WorkUnit]:
    """All that stands in the place that a new unit goes to the start or the end of."""
    if position.reference is None or not position.reference.address.steps:
        return list(made.component.walk())
    where = desk.address(position.reference, Ledger(ledger.instruction))
    holder = desk.unit(where, Ledger(ledger.instruction))
    return [] if holder is None else list(holder.walk())


def _insert_row(desk: Desk, target: Target, address: Address, ledger: Ledger) -> None:
    component = standing_appendix(desk, address, ledger)
    if component is not None:
        put_row(component, target.slot, ledger)


def _insert_attached(desk: Desk, ledger: Ledger, new_id: NewId) -> None:
    """Without new words in the order only whole appendices can be meant, attached to the act."""
    for target in ledger.instruction.targets:
        address = desk.address(target, ledger)
        if is_whole_appendix(address) and target.slot in ("unit", "text"):
            add_appendix(desk, address, (), ledger, new_id)
        else:
            ledger.fail(message("wording.missing", "không có lời văn mới trong ngoặc kép"))


def _insert_quoted_appendix(
    desk: Desk, target: Target, address: Address, ledger: Ledger, new_id: NewId
) -> None:
    """An appendix whose words stand in quotation marks behind the order."""
    instruction = ledger.instruction
    is_whole = is_whole_appendix(address) and target.slot in ("unit", "text")
    if not is_whole or len(instruction.targets) > 1:
        ledger.fail(
            message(
                "insertion.not_possible",
                "chưa bổ sung được lời văn này vào {place}",
                place=address.words,
            )
        )
        return
    add_appendix(desk, address, instruction.quoted, ledger, new_id)


def _insert_unit(
    desk: Desk,
    target: Target,
    address: Address,
    wording: Wording,
    ledger: Ledger,
    previous: WorkUnit | None,
    new_id: NewId,
    taken: set[str],
) -> WorkUnit | None:
    if not address.steps:
        ledger.fail(message("insertion.of_what", "không nói rõ bổ sung điều, khoản nào"))
        return None
    new = claimed(wording, address.steps)
    if new is None:
        units = [u for u in wording.units if str(u.kind) == address.own.kind]
        if len(ledger.instruction.targets) == 1 and len(units) == 1:
            new = units[0]
            ledger.doubt(
                message(
                    "wording.other_label",
                    "lời văn mới mang số {label}, không phải {place}",
                    label=new.label,
                    place=address.words,
                )
            )
        elif len(ledger.instruction.targets) == 1 and wording.loose:
            new = labelled(desk, wording, address, new_id(), ledger)
        else:
            ledger.fail(
                message(
                    "wording.not_of_place",
                    "trong ngoặc kép không có lời văn của {place}",
                    place=address.words,
                )
            )
            return None
    taken.update(unit.id for unit in walk((new,)))
    _look_at_labels(desk, new, address, ledger)
    position = ledger.instruction.position
    beside = position.reference if position is not None else None
    if beside is not None and beside.slot not in ("unit", "text"):
        ledger.doubt(
            message(
                "insertion.beside_part",
                "“{slot}” chỉ là một phần của {place}: đọc là thêm cạnh {place}",
                slot=slot_words(beside.slot),
                place=beside.address.words,
            )
        )
    if str(new.kind) != address.own.kind:
        new = replace(new, kind=UnitKind(address.own.kind))
    return _place_new(desk, new, address, ledger, previous)


def _twice(units: Sequence[Unit]) -> Message | None:
    """A doubt when two provisions beside each other have one number."""
    labels = [(unit.kind, unit.label) for unit in units]
    twice = next((label for kind, label in labels if labels.count((kind, label)) > 1), "")
    return _has_twice(twice) if twice else None


def _has_twice(label: str) -> Message:
    return message("wording.label_twice", "lời văn mới có hai số {label}", label=label)


def _look_at_labels(desk: Desk, new: Unit, address: Address, ledger: Ledger) -> None:
    """Doubt new wording that has a label twice, and a new chapter with the number of a standing article."""
    for unit in walk((new,)):
        ledger.doubt(_twice(unit.children))
    for block in new.lead[1:]:
        label = read_label(block.text) if isinstance(block, Paragraph) else None
        if label is not None and (label.kind, label.label) == (new.kind, new.label):
            ledger.doubt(_has_twice(new.label))
    if new.kind not in GROUPING_KINDS:
        return
    for article in walk(new.children):
        where = Address((Step(article.kind, article.label),), address.component)
        standing = desk.finder.present(where)
        if article.kind is UnitKind.ARTICLE and standing is not None:
            ledger.doubt(already_there(f"Điều {article.label}"))
    _look_at_first_article(desk, new, ledger)


def _look_at_first_article(desk: Desk, group: Unit, ledger: Ledger) -> None:
    """Doubt a new chapter whose first article does not go on from the articles that stand."""
    first = next((one for one in walk(group.children) if one.kind is UnitKind.ARTICLE), None)
    if first is None:
        return
    order = order_of(first.label)
    before = [one.label for one in _articles(desk) if order_of(one.label) < order]
    last = max(before, key=order_of, default="")
    if last and order[0] - number_of(last) > 1:
        ledger.doubt(_article_by_number(first.label, last))


def _articles(desk: Desk) -> Iterator[WorkUnit]:
    """The articles of the text that an act amends, not those of the decision in front of it."""
    two = desk.finder.act.has_decision_and_regulation
    for component in desk.work.components:
        if not two or component.origin.id == desk.finder.act.main.id:
            yield from (unit for unit in component.walk() if unit.kind is UnitKind.ARTICLE)


def _article_by_number(label: str, before: str) -> Message:
    return message(
        "insertion.article_by_number",
        "không nói đặt Điều {label} ở đâu; số liền trước là {before}",
        label=label,
        before=before,
    )


def _place_new(
    desk: Desk, new: Unit, address: Address, ledger: Ledger, previous: WorkUnit | None
) -> WorkUnit | None:
    existing = desk.finder.present(address)
    if existing is not None and not existing.doubt:
        old = desk.work.by_id.get(existing.placed.unit.id)
        if old is not None and old.repealed:
            ledger.doubt(
                message(
                    "insertion.in_place_of_repealed",
                    "{place} cũ đã bị bãi bỏ, lời văn mới đứng vào số đó",
                    place=address.words,
                )
            )
            desk.rewrite(old, new)
            ledger.write(old.id, "insert")
            return old
        if old is not None and old.label.casefold() == new.label.casefold():
            ledger.fail(already_there(capital(address.words)))
            return None
    if desk.inserted.get(address.path) in desk.work.by_id:
        ledger.fail(
            message(
                "clash.inserted_by_another",
                "{place} đã được nội dung khác của văn bản này bổ sung",
                place=capital(address.words),
            )
        )
        return None
    reference = _reference(desk, ledger.instruction, address, ledger)
    if reference is None:
        return _place_in_parent(desk, new, address, ledger)
    if {new.kind, reference.kind} <= GROUPING_KINDS and new.label[:1].isupper():
        new = replace(new, kind=reference.kind)  # "phần IVa" beside the section "IV."
    if _is_gone(reference.parent):
        ledger.fail(
            message("insertion.place_repealed", "chỗ đặt nội dung bổ sung đã bị bãi bỏ trước đó")
        )
        return None
    if reference.kind.depth < new.kind.depth == UnitKind.ARTICLE.depth:
        return _place_in_group(desk, new, reference, ledger)
    if reference.kind is new.kind:
        return _place_beside(desk, new, reference, previous, ledger)
    holder = reference
    while holder.parent is not None and holder.kind.depth > new.kind.depth:
        holder = holder.parent
    if holder.kind is new.kind:
        return desk.put(new, holder.parent, holder, holder.siblings.index(holder) + 1, ledger)
    return _place_in_parent(desk, new, address, ledger)


def _place_beside(
    desk: Desk, new: Unit, reference: WorkUnit, previous: WorkUnit | None, ledger: Ledger
) -> WorkUnit | None:
    """Before or behind a neighbour of its kind; behind what the same order has put there."""
    siblings = reference.siblings
    position = ledger.instruction.position
    is_before = position is not None and position.side == "before"
    place = siblings.index(reference)
    if not is_before:
        place += 1
        own = set(desk.inserted.values())
        # Behind what other orders of the act have put there, by their numbers.
        there = itertools.takewhile(lambda unit: unit.id in own, siblings[place:])
        place += sum(1 for unit in there if order_of(unit.label) < order_of(new.label))
    if previous is not None and previous in siblings:
        behind = siblings.index(previous) + 1
        place = behind if is_before else max(place, behind)
    alike = [one for one in siblings if one.kind is new.kind]
    between = _BETWEEN.search(ledger.instruction.source_text)
    next_one = next((one for one in alike if one not in siblings[:place]), None)
    if (
        between is not None
        and next_one is not None
        and next_one.label.casefold() != between["last"].casefold()
    ):
        ledger.doubt(
            message(
                "insertion.not_neighbours",
                "hai chỗ được nêu không liền nhau: giữa chúng còn {label}",
                label=next_one.label,
            )
        )
    # "khoản 1a vào trước khoản 1" is meant so.
    is_meant = is_before and number_of(new.label) == number_of(reference.label)
    if not is_meant and not _stands_in_order(new.label, alike, siblings[:place]):
        ledger.doubt(
            message(
                "insertion.against_order",
                "số {label} đứng ở chỗ được nêu thì không theo thứ tự các số bên cạnh",
                label=new.label,
            )
        )
    return desk.put(new, reference.parent, reference, place, ledger)


_BETWEEN = late(
    r"\bgiữa\s+(?P<kind>điều|khoản|điểm|mục)\s+\w{1,4}\s+và\s+(?:(?P=kind)\s+)?(?P<last>\w{1,4})\b",
    re.IGNORECASE,
)


def _stands_in_order(label: str, alike: Sequence[WorkUnit], before: Sequence[WorkUnit]) -> bool:
    """Whether a label is behind that of the neighbour before it, and before that of the one behind it."""
    left = [order_of(one.label) for one in alike if one in before]
    right = [order_of(one.label) for one in alike if one not in before]
    order = order_of(label)
    return (not left or left[-1] < order) and (not right or order < right[0])


def _reference(
    desk: Desk, instruction: Instruction, address: Address, ledger: Ledger
) -> WorkUnit | None:
    position = instruction.position
    if position is None or position.reference is None or not position.reference.address.steps:
        return None
    where = desk.address(position.reference, ledger)
    aside = Ledger(instruction)
    unit = desk.unit(where, aside)
    if unit is None:
        ledger.doubt(
            message(
                "insertion.by_number",
                "không có {place} để đặt cạnh: xếp theo thứ tự số",
                place=where.words,
            )
        )
    return unit


def _place_in_group(desk: Desk, new: Unit, group: WorkUnit, ledger: Ledger) -> WorkUnit | None:
    """An article for a chapter or section that the act names."""
    position = ledger.instruction.position
    at_start = position is not None and position.side == "start"
    place = 0 if at_start else place_by_label(group.children, new.kind, new.label)
    if any(c.kind in GROUPING_KINDS for c in group.children):
        ledger.fail(
            message(
                "insertion.which_section",
                "không nói rõ Điều {label} vào mục nào của {holder}",
                label=new.label,
                holder=group.prefix.strip(),
            )
        )
        return None
    if not _is_in_order(new.label, group.children, place):
        ledger.doubt(
            message(
                "insertion.out_of_order",
                "số {label} không theo thứ tự của {holder}",
                label=new.label,
                holder=group.prefix.strip(),
            )
        )
    return desk.put(new, group, None, place, ledger)


def _is_in_order(label: str, children: Sequence[WorkUnit], place: int) -> bool:
    """Whether a label fits between the children before and behind a place; there must be some."""
    order = order_of(label)
    before, after = children[:place], children[place:]
    if not children or any(order_of(child.label) > order for child in before):
        return False
    return all(order_of(child.label) >= order for child in after)


def _is_gone(unit: WorkUnit | None) -> bool:
    """Whether a unit or what holds it is repealed."""
    while unit is not None:
        if unit.repealed:
            return True
        unit = unit.parent
    return False


def _place_in_parent(desk: Desk, new: Unit, address: Address, ledger: Ledger) -> WorkUnit | None:
    """No neighbour is named: by the order of labels; certain when the label follows."""
    parent_address = Address(address.steps[:-1], address.component)
    if new.kind is UnitKind.ARTICLE:
        return _place_article(desk, new, ledger)
    if not parent_address.steps:
        return _place_top(desk, new, ledger)
    if is_whole_appendix(parent_address):
        return _place_in_annex(desk, new, parent_address, ledger)
    parent = desk.unit(parent_address, ledger)
    if parent is None:
        return None
    if _is_gone(parent):
        ledger.fail(repealed_before(capital(parent_address.words)))
        return None
    place = place_by_label(parent.children, new.kind, new.label)
    before = [c for c in parent.children[:place] if c.kind is new.kind]
    if not before and not follows(new.label, None):
        ledger.doubt(
            message(
                "insertion.nothing_before",
                "{holder} chưa có phần nào đứng trước {place}",
                holder=capital(parent_address.words),
                place=address.words,
            )
        )
    if (
        ledger.instruction.position is None
        and before
        and not comes_next(new.label, before[-1].label)
    ):
        ledger.doubt(
            message(
                "insertion.place_by_number",
                "không nói đặt {place} ở đâu; số liền trước là {before}",
                place=address.words,
                before=before[-1].label,
            )
        )
    if (
        not before
        and new.kind is UnitKind.POINT
        and any(c.kind is UnitKind.CLAUSE for c in parent.children)
    ):
        ledger.fail(
            message(
                "insertion.which_clause",
                "không nói rõ {place} thuộc khoản nào",
                place=address.words,
            )
        )
        return None
    ledger.doubt(_stands_behind_closing(parent, place))
    return desk.put(new, parent, None, place, ledger)


def _stands_behind_closing(parent: WorkUnit, place: int) -> Message | None:
    """A doubt when a new clause comes behind a paragraph that may close its article."""
    if parent.kind is not UnitKind.ARTICLE or not 1 < place == len(parent.children):
        return None
    last = parent.children[-1]
    texts = [block.text for block in last.lead if isinstance(block, Paragraph)]
    closing = "" if last.children else closing_paragraph(texts)
    if not closing:
        return None
    return may_close(closing)


def _place_in_annex(desk: Desk, new: Unit, annex: Address, ledger: Ledger) -> WorkUnit | None:
    """A number of an annex, behind the one before it."""
    component = standing_appendix(desk, annex, ledger)
    alike = (
        [unit for unit in component.units if unit.kind is new.kind] if component is not None else []
    )
    if component is None or not alike:
        ledger.fail(
            message(
                "insertion.not_possible",
                "chưa bổ sung được lời văn này vào {place}",
                place=annex.words,
            )
        )
        return None
    place = place_by_label(component.units, new.kind, new.label)
    before = [unit for unit in component.units[:place] if unit.kind is new.kind]
    if not before or not follows(new.label, before[-1].label):
        ledger.doubt(
            message(
                "insertion.against_order",
                "số {label} đứng ở chỗ được nêu thì không theo thứ tự các số bên cạnh",
                label=new.label,
            )
        )
    return desk.put(new, None, alike[0], place, ledger)


def _place_article(desk: Desk, new: Unit, ledger: Ledger) -> WorkUnit | None:
    order = order_of(new.label)
    before: WorkUnit | None = None
    for unit in _articles(desk):
        if order_of(unit.label) < order:
            before = unit
    if before is None:
        ledger.fail(
            message("insertion.no_place", "không tìm được chỗ cho Điều {label}", label=new.label)
        )
        return None
    if ledger.instruction.position is None and order[0] - number_of(before.label) > 1:
        ledger.doubt(_article_by_number(new.label, before.label))
    place = before.siblings.index(before) + 1
    return desk.put(new, before.parent, before, place, ledger)


def _place_top(desk: Desk, new: Unit, ledger: Ledger) -> WorkUnit | None:
    component = desk.work.component(desk.finder.act.main.id)
    place = place_by_label(component.units, new.kind, new.label)
    if not any(u.kind is new.kind for u in component.units):
        ledger.fail(
            message(
                "insertion.no_place_for", "không tìm được chỗ cho {words}", words=new.prefix.strip()
            )
        )
        return None
    return desk.put(new, None, component.units[max(0, place - 1)], place, ledger)
