"""Operations on units: amend, repeal, replace; and the door to the others.

Nothing here raises for a bad instruction: what cannot be done goes into the ledger.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quyche_app.amending.account import Ledger, repealed_before
from quyche_app.amending.appendices import (
    rename_appendix,
    repeal_appendix,
    replace_appendix,
    standing_appendix,
)
from quyche_app.amending.desk import Desk
from quyche_app.amending.front import amend_front
from quyche_app.amending.insertions import insert
from quyche_app.amending.partial_wording import (
    cut_short,
    is_all_that_goes,
    is_what_went,
    runs_together,
)
from quyche_app.amending.relocations import Move, merge, relocate, split
from quyche_app.amending.remarks import spoken_aside
from quyche_app.amending.said_counts import compare_parts
from quyche_app.amending.slots import amend_slot, text_of
from quyche_app.amending.surroundings import Handed
from quyche_app.amending.table_rows import change_row, is_row
from quyche_app.amending.wording import Wording, claimed, filled, has_elisions, parse_wording
from quyche_app.amending.work import WorkUnit, place_by_label
from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.flow import unit_lines
from quyche_app.domain.identities import NewId
from quyche_app.domain.labels import order_of
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Instruction, Target, slot_words
from quyche_app.domain.patterns import late
from quyche_app.domain.texts import capital, matching_key
from quyche_app.domain.units import Block, Paragraph, Unit, walk
from quyche_app.domain.verbs import Verb


def apply_to_units(desk: Desk, ledger: Ledger, new_id: NewId, claims: frozenset[str]) -> None:
    """Carry out one instruction; ``claims``: paths that other instructions of the same
    quotation take for themselves."""
    instruction = ledger.instruction
    match instruction.verb:
        case Verb.AMEND:
            _amend(desk, ledger, new_id, claims)
        case Verb.INSERT:
            wording, taken = insert(desk, ledger, new_id)
            _extra_units(desk, wording, taken, claims, ledger)
        case Verb.REPEAL:
            _repeal(desk, ledger)
        case Verb.REPLACE:
            _replace(desk, ledger, new_id, claims)
        case Verb.SUSPEND:
            _suspend(desk, ledger)
        case Verb.RENUMBER | Verb.MOVE:
            _reword(desk, relocate(desk, ledger), ledger, new_id, claims)
        case Verb.SPLIT:
            split(desk, ledger, new_id)
        case Verb.MERGE:
            merge(desk, ledger, new_id)
        case Verb.REPLACE_WORDS | Verb.ADD_WORDS | Verb.REMOVE_WORDS:
            raise AssertionError("phrase operations are carried out elsewhere")


def _amend(desk: Desk, ledger: Ledger, new_id: NewId, claims: frozenset[str]) -> None:
    instruction = ledger.instruction
    if not instruction.quoted:
        ledger.fail(message("wording.missing", "không có lời văn mới trong ngoặc kép"))
        return
    wording = parse_wording(instruction, new_id)
    taken: set[str] = set()
    for target in instruction.targets:
        address = desk.address(target, ledger)
        if target.slot in ("preamble", "title"):
            amend_front(desk.work, target.slot, target.address, instruction.quoted, ledger)
            continue
        if _is_appendix(address):
            _amend_appendix(desk, target.slot, address, ledger, new_id)
            continue
        if target.slot not in ("unit", "text"):
            unit = _standing(desk, address, ledger)
            quoted = _of_part(instruction, target)
            if quoted is None:
                ledger.fail(
                    message(
                        "wording.of_which_part",
                        "không rõ phần nào của lời văn mới là của {slot}",
                        slot=slot_words(target.slot),
                    )
                )
            elif unit is not None:
                amend_slot(
                    unit,
                    desk.slot(address, unit, target.slot, ledger),
                    wording,
                    quoted,
                    ledger,
                    rest_is_ordered=_names_inside(instruction, target),
                )
                desk.rewritten.add(f"{unit.id}#{target.slot}")
            continue
        _amend_unit(desk, address, wording, ledger, taken)
    _extra_units(desk, wording, taken, claims, ledger)
    if not ledger.changed and not ledger.failures:
        ledger.fail(message("outcome.already_so", "lời văn hiện có đã đúng như lời văn mới"))


def _of_part(instruction: Instruction, target: Target) -> Sequence[Block] | None:
    """The quoted paragraphs of one of several dashes, paragraphs or sentences: one for each in their order;
    None where they are not as many."""
    parts = [one for one in instruction.targets if ":" in one.slot]
    if target not in parts or len(parts) < 2:
        return instruction.quoted
    if len(instruction.quoted) != len(parts):
        return None
    return (instruction.quoted[parts.index(target)],)


def _amend_appendix(desk: Desk, slot: str, address: Address, ledger: Ledger, new_id: NewId) -> None:
    quoted = ledger.instruction.quoted
    if is_row(slot):
        _at_rows(desk, address, slot, quoted, ledger)
    elif slot == "heading":
        rename_appendix(desk, address, quoted, ledger)
    elif slot in ("unit", "text"):
        replace_appendix(desk, address, quoted, ledger, new_id)
    else:
        ledger.fail(
            message(
                "slot.not_amended",
                "chưa sửa được {slot} của {place}",
                slot=slot_words(slot),
                place=address.words,
            )
        )


def _names_inside(instruction: Instruction, target: Target) -> bool:
    """Whether an instruction names a provision inside that of a target too ("tên điều và khoản 1")."""
    steps = target.address.steps
    return any(
        len(other.address.steps) > len(steps) and other.address.steps[: len(steps)] == steps
        for other in instruction.targets
    )


def _standing(desk: Desk, address: Address, ledger: Ledger) -> WorkUnit | None:
    """Give the unit of an address that is still there; a failure in the ledger where it was repealed."""
    unit = desk.unit(address, ledger)
    if unit is not None and unit.repealed:
        ledger.fail(repealed_before(capital(address.words)))
        return None
    return unit


def _amend_unit(
    desk: Desk, address: Address, wording: Wording, ledger: Ledger, taken: set[str]
) -> None:
    unit = _standing(desk, address, ledger)
    if unit is None:
        return
    new = claimed(wording, address.steps, taken)
    if new is None:
        new = _other_reading(desk, unit, address, wording, ledger)
    elif new.id in taken and not _is_of_all(new, wording, address, ledger):
        return
    if new is not None:
        _give_wording(desk, unit, address, new, ledger, taken)


def _is_of_all(new: Unit, wording: Wording, address: Address, ledger: Ledger) -> bool:
    """Whether wording that another provision took already may be meant for this one too: with a doubt when
    there is one wording alone; of several each has its own."""
    same = [u for u in wording.all_units() if (u.kind, u.label) == (new.kind, new.label)]
    if len(same) > 1:
        ledger.fail(
            message(
                "wording.not_of_place",
                "trong ngoặc kép không có lời văn của {place}",
                place=address.words,
            )
        )
        return False
    ledger.doubt(
        message(
            "wording.of_several",
            "một lời văn mới cho nhiều chỗ, trong đó có {place}",
            place=address.words,
        )
    )
    return True


def _reword(
    desk: Desk,
    moved: Sequence[Move],
    ledger: Ledger,
    new_id: NewId,
    claims: frozenset[str],
) -> None:
    """ "Khoản 3 được đánh số lại thành khoản 4 và được sửa đổi như sau: “4. …”": the new words stand under
    the new number."""
    if not ledger.instruction.quoted:
        return
    wording = parse_wording(ledger.instruction, new_id)
    taken: set[str] = set()
    for move in moved:
        new = claimed(wording, move.becomes.steps, taken)
        if new is None:
            ledger.fail(
                message(
                    "wording.not_of_result",
                    "trong ngoặc kép không có lời văn mới của {place}",
                    place=move.becomes.words,
                )
            )
            continue
        _give_wording(desk, move.unit, move.becomes, new, ledger, taken)
    _extra_units(desk, wording, taken, claims, ledger)


def _give_wording(
    desk: Desk, unit: WorkUnit, address: Address, new: Unit, ledger: Ledger, taken: set[str]
) -> None:
    if not any((new.heading, new.children, new.tail, _has_words(new.lead))):
        ledger.fail(
            message("wording.label_alone", "lời văn mới của {place} chỉ có số", place=address.words)
        )
        return
    if (aside := spoken_aside(new)) is not None:
        ledger.fail(aside)
        return
    ledger.doubt(cut_short(new, unit.frozen(), address))
    ledger.doubt(runs_together(new))
    ledger.doubt(_other_than_said(unit.frozen(), ledger.instruction.words_old, address))
    taken.update(u.id for u in walk((new,)))
    _take_closing(desk, unit, new, address, ledger)
    if has_elisions(new):
        ledger.doubt(
            message("wording.left_out_kept", "dấu “…” trong lời văn mới: phần lược bớt giữ như cũ")
        )
        new = filled(new, unit.frozen())
    if not desk.is_free(unit, new, address.words, ledger):
        return
    if unit_lines(unit.frozen()) == unit_lines(new) and unit.id not in desk.worded:
        return  # a second application: nothing to write
    desk.rewrite(unit, new)
    desk.worded[unit.id] = ledger
    ledger.write(unit.id, "unit")


_WORD = late(r"[^\W\d_]|…|\.{3}")  # dots stand for the old words


def _has_words(blocks: Sequence[Block]) -> bool:
    """Whether blocks are more than a number or a mark: "“2.”" words nothing."""
    return any(not isinstance(block, Paragraph) or _WORD.search(block.text) for block in blocks)


def _other_than_said(old: Unit, said: Sequence[str], address: Address) -> Message | None:
    """A doubt when a table of changes gives old words that are not all of a provision."""
    if not said:
        return None
    whole = matching_key(" ".join(unit_lines(old)))
    pieces = [matching_key(piece) for piece in re.split(r"…|\.{3}", said[0]) if piece.strip()]
    at = 0
    for piece in pieces:
        found = whole.find(piece, at)
        if found < 0:
            break
        at = found + len(piece)
    else:
        is_open = bool(re.search(r"(?:…|\.{3})\W*$", said[0]))
        if pieces and whole.startswith(pieces[0]) and (is_open or at >= len(whole)):
            return None
    return message(
        "wording.other_old_words",
        "nội dung cũ trong bảng không đúng lời văn của {place}",
        place=address.words,
    )


def _take_closing(desk: Desk, unit: WorkUnit, new: Unit, address: Address, ledger: Ledger) -> None:
    """A paragraph behind the last point may be the point's own or close the clause. New wording of
    the point that brings such a paragraph itself takes the place of one that begins alike."""
    parent = unit.parent
    if parent is None or not parent.tail or unit is not parent.children[-1] or unit.children:
        return
    further = [b.text for b in new.lead[1:] if isinstance(b, Paragraph)]
    if not further or len(new.lead) <= len(unit.lead):
        return
    kept = [block for block in parent.tail if not _begins_like_one(block, further)]
    if len(kept) == len(parent.tail):
        ledger.doubt(
            message(
                "wording.tail_of_whom",
                "không rõ đoạn cuối sau {place} có thuộc phần được sửa không",
                place=address.words,
            )
        )
        return
    parent.tail = kept
    parent.touch()
    desk.rewritten.add(f"{parent.id}#tail")
    ledger.doubt(
        message(
            "wording.tail_replaced",
            "đoạn sau {place} được coi là của chính nó và được thay",
            place=address.words,
        )
    )


def _begins_like_one(block: Block, texts: Sequence[str]) -> bool:
    return isinstance(block, Paragraph) and any(_begin_alike(block.text, text) for text in texts)


def _begin_alike(old: str, new: str) -> bool:
    first, second = matching_key(old).split()[:5], matching_key(new).split()[:5]
    return len(first) == 5 and first == second


def _is_one_paragraph(unit: WorkUnit) -> bool:
    """Whether all words of a unit stand behind its number: new words without it can mean nothing else."""
    held = [unit.heading, *unit.children, *unit.tail]
    return held == [None] and len(unit.lead) == 1


def _is_sentence(wording: Wording) -> bool:
    """Whether new wording may be all of a provision: "Trường" in place of a clause is a part of it."""
    if wording.units or len(wording.loose) != 1:
        return False
    words = text_of(wording.loose)
    return words[:1].isupper() and words.rstrip().endswith((".", ";", ":"))


def _other_reading(
    desk: Desk, unit: WorkUnit, address: Address, wording: Wording, ledger: Ledger
) -> Unit | None:
    """The quotation has no unit with the target's label."""
    new = _only_one_left(unit, wording, ledger)
    if new is not None:
        ledger.doubt(
            message(
                "wording.label_kept",
                "lời văn mới mang số {label}, khác với {place}; giữ số {kept}",
                label=new.label,
                place=address.words,
                kept=unit.label,
            )
        )
        return replace(new, label=unit.label, prefix=unit.prefix)
    is_told = len(ledger.instruction.targets) == 1 and all(
        u.kind.depth > unit.kind.depth for u in wording.units
    )
    if is_told and wording.loose:
        if not (_is_sentence(wording) and _is_one_paragraph(unit)):
            why = "lời văn mới không ghi lại số của {place}"
            ledger.doubt(message("wording.no_labels", why, place=address.words))
        return Unit(
            unit.id,
            unit.kind,
            unit.label,
            unit.prefix,
            unit.heading,
            unit.heading_apart,
            wording.loose,
            wording.units,
        )
    if is_told and wording.units:
        return _children_only(desk, unit, address, wording, ledger)
    ledger.fail(
        message(
            "wording.not_of_place",
            "trong ngoặc kép không có lời văn của {place}",
            place=address.words,
        )
    )
    return None


def _only_one_left(unit: WorkUnit, wording: Wording, ledger: Ledger) -> Unit | None:
    """The one quoted unit of a kind that no target claims, for the one target of that kind that
    finds nothing: "sửa đổi điểm c khoản 1 và khoản 2 như sau: “b) … 2. …”"."""
    claims = [(t, claimed(wording, t.address.steps)) for t in ledger.instruction.targets]
    taken = {one.id for _, one in claims if one is not None}
    left = [u for u in wording.units if not _any_taken(u, taken)]
    without = [t for t, one in claims if one is None and t.address.steps]
    same = [u for u in left if u.kind is unit.kind]
    kin = [t for t in without if t.address.own.kind == str(unit.kind)]
    return same[0] if len(left) == len(same) == len(kin) == len(without) == 1 else None


def _children_only(
    desk: Desk, unit: WorkUnit, address: Address, wording: Wording, ledger: Ledger
) -> Unit:
    """ "Sửa đổi Điều 5 như sau: “2. …”": only some children are quoted."""
    ledger.doubt(
        message(
            "wording.inside_alone",
            "lời văn mới chỉ có phần bên trong của {place}",
            place=address.words,
        )
    )
    new_labels = {(u.kind, u.label): u for u in wording.units}
    children = [new_labels.pop((c.kind, c.label), c.frozen()) for c in unit.children]
    for extra in new_labels.values():
        place = next(
            (n for n, c in enumerate(children) if order_of(c.label) > order_of(extra.label)),
            len(children),
        )
        children.insert(place, extra)
    return replace(unit.frozen(), children=tuple(children))


def _extra_units(
    desk: Desk, wording: Wording, taken: set[str], claims: frozenset[str], ledger: Ledger
) -> None:
    """Quoted units that nobody claims: beside the target, under the same parent."""
    if ledger.changed:
        desk.handed.append(Handed(ledger, wording, taken, claims))
    if not taken or not ledger.changed:
        return
    anchor = desk.work.by_id.get(ledger.changed[-1])
    if anchor is None:
        return
    for new in wording.units:
        if new.id in taken or _any_taken(new, taken):
            continue
        if any(path.endswith(_last_label(new)) for path in claims):
            continue
        if new.kind is not anchor.kind:
            ledger.doubt(
                message(
                    "wording.unused",
                    "trong ngoặc kép còn {label} chưa dùng đến",
                    label=new.prefix.strip(" .)"),
                )
            )
            continue
        same = next(
            (s for s in anchor.siblings if s.kind is new.kind and s.label == new.label), None
        )
        name = f"{new.prefix.strip(' .)')}"
        if same is not None:
            ledger.doubt(
                message(
                    "wording.unnamed",
                    "trong ngoặc kép còn có lời văn của {place} không được nêu tên",
                    place=name,
                )
            )
            desk.rewrite(same, new)
            ledger.write(same.id, "unit")
        else:
            ledger.doubt(
                message(
                    "wording.unnamed_inserted",
                    "trong ngoặc kép có thêm {place} không được nêu tên: đọc là bổ sung",
                    place=name,
                )
            )
            desk.put(
                new,
                anchor.parent,
                anchor,
                place_by_label(anchor.siblings, new.kind, new.label),
                ledger,
            )


def _last_label(unit: Unit) -> str:
    """The end of the path of a unit ("k2"): claims are compared by it."""
    return Address((Step(str(unit.kind), unit.label),)).path


def _repeal(desk: Desk, ledger: Ledger) -> None:
    quoted = ledger.instruction.quoted if len(ledger.instruction.targets) == 1 else ()
    said = text_of(quoted)
    for target in ledger.instruction.targets:
        address = desk.address(target, ledger)
        if _is_appendix(address):
            if is_row(target.slot):
                _at_rows(desk, address, target.slot, (), ledger)
                continue
            if target.slot not in ("unit", "text"):
                ledger.fail(
                    message(
                        "slot.not_removed",
                        "chưa bỏ được {slot} của {place}",
                        slot=slot_words(target.slot),
                        place=address.words,
                    )
                )
                continue
            repeal_appendix(desk, address, ledger)
            continue
        unit = desk.unit(address, ledger)
        if unit is None:
            continue
        if target.slot not in ("unit", "text"):
            slot = desk.slot(address, unit, target.slot, ledger)
            before = unit_lines(unit.frozen())
            amend_slot(unit, slot, Wording((), ()), (), ledger)
            if said and not is_what_went(before, unit_lines(unit.frozen()), said):
                ledger.doubt(_quotes_other(f"{slot_words(target.slot)} {address.words}"))
            continue
        if unit.repealed:
            ledger.fail(repealed_before(capital(address.words)))
            continue
        if said and not is_all_that_goes(unit_lines(unit.frozen()), said):
            ledger.fail(_quotes_other(address.words))
            continue
        compare_parts(ledger.instruction, unit, ledger)
        for node in unit.walk():
            desk.rewritten.add(node.id)
            if node is not unit:
                desk.work.by_id.pop(node.id, None)
        unit.repealed = True
        unit.children, unit.lead, unit.tail = [], [], []
        unit.heading = None
        unit.touch()
        ledger.write(unit.id, "repeal")


def _quotes_other(place: str) -> Message:
    return message(
        "repeal.quotes_other",
        "lời nêu trong ngoặc kép không phải toàn bộ lời văn của {place}",
        place=place,
    )


def _suspend(desk: Desk, ledger: Ledger) -> None:
    """The words stay as they are; a note says until when they have no effect."""
    for target in ledger.instruction.targets:
        address = desk.address(target, ledger)
        if _is_appendix(address) or target.slot not in ("unit", "text"):
            ledger.fail(
                message(
                    "suspension.not_possible",
                    "chưa ghi được việc tạm ngưng hiệu lực của {place}",
                    place=address.words,
                )
            )
            continue
        unit = _standing(desk, address, ledger)
        if unit is not None:
            unit.touch()
            ledger.write(unit.id, "suspend")


def _replace(desk: Desk, ledger: Ledger, new_id: NewId, claims: frozenset[str]) -> None:
    if ledger.instruction.quoted:
        _amend(desk, ledger, new_id, claims)
        return
    for target in ledger.instruction.targets:
        address = desk.address(target, ledger)
        if _is_appendix(address) and target.slot in ("unit", "text"):
            replace_appendix(desk, address, (), ledger, new_id, is_attached=True)
        else:
            ledger.fail(
                message(
                    "wording.none_of_place", "không có lời văn mới của {place}", place=address.words
                )
            )


def _at_rows(
    desk: Desk, address: Address, slot: str, quoted: Sequence[Block], ledger: Ledger
) -> None:
    component = standing_appendix(desk, address, ledger)
    if component is not None:
        change_row(component, slot, quoted, ledger)


def _is_appendix(address: Address) -> bool:
    return len(address.steps) == 1 and address.top.kind == "appendix"


def _any_taken(unit: Unit, taken: set[str]) -> bool:
    return any(u.id in taken for u in walk((unit,)))
