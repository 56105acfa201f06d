"""Words, sentences, dashes and paragraphs that are added to a provision.

Source: docs/field.md 3.7, 4.2, 4.3.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quyche_app.amending.account import Ledger, already_there
from quyche_app.amending.phrases import joined_words
from quyche_app.amending.slots import (
    Spot,
    find_paragraph,
    first_unit,
    inner_dashes,
    missing,
    names_sentence,
    sentence_span,
    text_of,
)
from quyche_app.amending.table_rows import is_row, put_row
from quyche_app.amending.wording import Wording
from quyche_app.amending.work import WorkText, WorkUnit, place_by_label
from quyche_app.domain.labels import ORDINAL_WORDS
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Instruction, slot_words
from quyche_app.domain.patterns import late
from quyche_app.domain.texts import SMALL_LETTERS, capital
from quyche_app.domain.units import Block, Paragraph, Unit
from quyche_app.language.lexer import without_quotations

_ELIDED = late(r"^\s*(?:\.{2,}|…)\s*")
_ELIDED_END = late(r"\s*(?:\.{3,}|…)\s*$")
_NO_WORDING = message("wording.missing", "không có lời văn mới trong ngoặc kép")


def insert_at_end(
    unit: WorkUnit,
    slot: str,
    wording: Wording,
    instruction: Instruction,
    ledger: Ledger,
    work: WorkText,
) -> None:
    """Add words or paragraphs to a unit: at its end, as its lead, or as a further paragraph."""
    if (why_not := _why_not(unit, slot, instruction)) is not None:
        ledger.fail(why_not)
    elif names_sentence(slot):
        _insert_sentence(unit, slot, instruction, ledger)
    elif slot.startswith(("item", "paragraph")):
        _insert_beside(unit, slot, instruction, ledger)
    elif is_row(slot):
        put_row(unit, slot, ledger)
    elif labelled := _units_alone(unit, wording):
        _insert_units(unit, labelled, ledger, work)
    elif slot == "lead":
        _insert_lead(unit, _first_unit_lead(wording, unit) or wording.loose, instruction)
        ledger.write(unit.id, "lead")
    else:
        _insert_tail(unit, first_unit(wording, unit), instruction, ledger)


def _why_not(unit: WorkUnit, slot: str, instruction: Instruction) -> Message | None:
    """Why nothing can be added: there is a lead already, or no name of its own."""
    if slot == "heading":
        return message("slot.no_name", "chỗ được nêu không có tên riêng")
    if slot != "lead" or _is_at_start(instruction):
        return None
    return already_there(slot_words("lead")) if unit.lead else None


def _units_alone(unit: WorkUnit, wording: Wording) -> list[Unit]:
    """The quoted units that belong into a unit; none where words without a number stand before them."""
    if wording.loose:
        return []
    return [new for new in wording.units if new.kind.depth > unit.kind.depth]


def _insert_tail(
    unit: WorkUnit, own: Unit | None, instruction: Instruction, ledger: Ledger
) -> None:
    """Words for the end: joined to the last paragraph where they go on in it, else
    paragraphs of their own."""
    if own is not None:
        ledger.doubt(
            message(
                "slot.label_dropped",
                "lời văn thêm vào cuối mang số {label} của chính chỗ được sửa: bỏ số ấy",
                label=own.label,
            )
        )
    ledger.doubt(_not_the_next_paragraph(unit, instruction))
    ledger.doubt(_without_place(instruction))
    blocks = list(instruction.quoted) if own is None else list(own.lead)
    target = unit.tail if unit.children else unit.lead
    if not target:
        ledger.doubt(_end_of_points(unit, blocks))
    blocks = _after_elision(target, blocks, ledger)
    if target and own is None and _is_joined(blocks, instruction):
        target[-1] = _with_more_words(target[-1], blocks)
    else:
        target += blocks
    unit.touch()
    ledger.write(unit.id, "tail")


_NAMES_PLACE = late(r"\b(?:cuối|tiếp|nối|sau|trước)\b", re.IGNORECASE)


def _without_place(instruction: Instruction) -> Message | None:
    """A doubt when words that are no sentence are added, and the order does not say where: "bỏ “mỗi năm”,
    thêm “mỗi quý”"."""
    words = text_of(instruction.quoted)
    if not words[:1].islower():
        return None
    if _NAMES_PLACE.search(without_quotations(instruction.source_text)):
        return None
    return message("slot.without_place", "không nói rõ thêm vào chỗ nào: đã thêm vào cuối")


def _end_of_points(unit: WorkUnit, blocks: Sequence[Block]) -> Message | None:
    """A doubt when words that go on in a sentence are to stand behind points."""
    if not unit.children:
        return None
    if _GOES_ON.match(text_of(blocks)) is None:
        return None
    return message("slot.end_of_points", "không rõ thêm vào cuối điểm nào hay thành đoạn riêng")


_A_SENTENCE = late(r"\bcuối (?:khoản|điểm|đoạn|điều) câu(?:\s+sau)?\s*:\s*$", re.IGNORECASE)


def _is_joined(blocks: Sequence[Block], instruction: Instruction) -> bool:
    """Whether words belong into the last paragraph: they go on in it, or are quoted in the order itself."""
    if _stands_in_the_line(instruction):
        return True
    if len(blocks) == 1 and _A_SENTENCE.search(instruction.source_text):
        return True
    return len(blocks) == 1 and _GOES_ON.match(text_of(blocks)) is not None


def _insert_lead(unit: WorkUnit, added: Sequence[Block], instruction: Instruction) -> None:
    """Put words at the start: a sentence into the first paragraph, a paragraph before it."""
    first = unit.lead[0] if unit.lead else None
    if isinstance(first, Paragraph) and _stands_in_the_line(instruction):
        words = text_of(added)
        unit.lead = [Paragraph(f"{words} {first.text}", align=first.align), *unit.lead[1:]]
    else:
        unit.lead = [*added, *unit.lead]
    unit.touch()


def _is_at_start(instruction: Instruction) -> bool:
    return instruction.position is not None and instruction.position.side == "start"


_GOES_ON = late(rf"[{SMALL_LETTERS},;]|\W*$")
_NTH = late(r"\bđoạn\s+(?:thứ\s+)?(?P<number>hai|ba|tư|năm|\d)\b", re.IGNORECASE)


def _not_the_next_paragraph(unit: WorkUnit, instruction: Instruction) -> Message | None:
    """A doubt when "bổ sung đoạn thứ hai" meets a place that has not exactly one paragraph."""
    said = _NTH.search(instruction.source_text)
    if said is None:
        return None
    number = said["number"].lower()
    count = sum(isinstance(block, Paragraph) for block in (*unit.lead, *unit.tail))
    if int(ORDINAL_WORDS.get(number, number)) == count + 1:
        return None
    return message(
        "slot.which_paragraph", "không rõ đoạn mới là đoạn thứ mấy: đã thêm vào cuối chỗ được nêu"
    )


def _insert_units(unit: WorkUnit, labelled: Sequence[Unit], ledger: Ledger, work: WorkText) -> None:
    """New units with numbers of their own, each by its number; none where one of them is there already."""
    there = {(child.kind, child.label) for child in unit.children}
    taken = next((new for new in labelled if (new.kind, new.label) in there), None)
    if taken is not None:
        ledger.fail(already_there(capital(taken.prefix.strip(" .)"))))
        return
    for new in labelled:
        child = WorkUnit(new, unit, unit.component)
        child.origin = None
        unit.children.insert(place_by_label(unit.children, new.kind, new.label), child)
        work.register(child)
        child.touch()
        ledger.write(child.id, "insert")


def _after_elision(target: list[Block], blocks: list[Block], ledger: Ledger) -> list[Block]:
    """Join "… những lời tiếp theo" to the last paragraph; gives the paragraphs that are left."""
    match blocks[:1], target[-1:]:
        case [Paragraph() as first], [Paragraph() as last]:
            pass
        case _:
            return blocks
    if not _ELIDED.match(first.text):
        return blocks
    words = _ELIDED_END.sub("", _ELIDED.sub("", first.text))
    text = last.text
    if _goes_on(words):
        # The words go on inside the sentence: its old stop gives way.
        text = text.rstrip(" .;")
        ledger.doubt(message("slot.goes_on", "nối tiếp câu cuối: dấu kết câu cũ được bỏ"))
    joined, _ = joined_words(text, words, "")
    target[-1] = Paragraph(joined, last.marks, last.align)
    return blocks[1:]


def _goes_on(words: str) -> bool:
    """Whether words go on inside a sentence."""
    return words[:1].islower() or words[:1] in ",;"


def _insert_sentence(unit: WorkUnit, slot: str, instruction: Instruction, ledger: Ledger) -> None:
    """A new sentence: beside the one that the order names, or the one of that number."""
    spot = find_paragraph(unit, slot)
    block = _block_at(spot)
    new = text_of(instruction.quoted)
    if not isinstance(block, Paragraph):
        ledger.fail(missing(slot))
        return
    if not new:
        ledger.fail(_NO_WORDING)
        return
    if "/" not in slot:
        ledger.doubt(_of_which_paragraph(unit, slot))
    at = _place_of_sentence(block.text, slot, instruction, ledger)
    if at is None:
        return
    assert spot is not None
    blocks, index = spot
    before, behind = block.text[:at].rstrip(), block.text[at:].lstrip()
    blocks[index] = Paragraph(" ".join(filter(None, (before, new, behind))), (), block.align)
    unit.touch()
    ledger.write(unit.id, slot)


def _block_at(spot: Spot | None) -> Block | None:
    return spot[0][spot[1]] if spot is not None else None


def _of_which_paragraph(unit: WorkUnit, slot: str) -> Message | None:
    """A doubt when a sentence is counted in a place of several paragraphs."""
    paragraphs = [b for b in (*unit.lead, *unit.tail) if isinstance(b, Paragraph)]
    if len(paragraphs) < 2:
        return None
    return message("slot.sentence_of_which", "không rõ {slot} của đoạn nào", slot=slot_words(slot))


def _place_of_sentence(
    text: str, slot: str, instruction: Instruction, ledger: Ledger
) -> int | None:
    """Where in a paragraph a new sentence goes; None and a failure where it cannot be told."""
    side = instruction.position.side if instruction.position is not None else ""
    span = sentence_span(text, slot)
    is_beside = side in ("before", "after")
    if not is_beside and _is_behind_the_last(text, slot):
        return len(text)
    if span is None:
        ledger.fail(message("slot.no_sentence", "không có câu được nêu"))
        return None
    if is_beside:
        return span[side == "after"]
    ledger.doubt(
        message(
            "slot.sentence_there", "{slot} đã có: câu mới đứng trước câu ấy", slot=slot_words(slot)
        )
    )
    return span[0]


def _is_behind_the_last(text: str, slot: str) -> bool:
    """Whether a sentence of a number would be the next one of a paragraph, or its last."""
    number = slot.rpartition(":")[2]
    if number == "last":
        return True
    return sentence_span(text, f"sentence:{int(number) - 1}") == sentence_span(
        text, "sentence:last"
    )


def _insert_beside(unit: WorkUnit, slot: str, instruction: Instruction, ledger: Ledger) -> None:
    """A new dash or paragraph before or behind another one."""
    side = instruction.position.side if instruction.position is not None else ""
    kind, _, number = slot.partition(":")
    is_counted = side not in ("before", "after") and number.isdigit()
    # "Bổ sung gạch đầu dòng thứ tư" where there are three: behind the last.
    spot = find_paragraph(unit, f"{kind}:{int(number) - 1}" if is_counted else slot)
    if spot is None:
        ledger.fail(missing(slot))
        return
    if not instruction.quoted:
        ledger.fail(_NO_WORDING)
        return
    if is_counted and find_paragraph(unit, slot) is not None:
        ledger.doubt(
            message(
                "slot.part_there",
                "{slot} đã có: phần mới đứng trước phần ấy",
                slot=slot_words(slot),
            )
        )
    blocks, index = spot
    at = index if side == "before" else index + 1 + inner_dashes(blocks, index)
    blocks[at:at] = list(instruction.quoted)
    unit.touch()
    ledger.write(unit.id, "tail")


_FURTHER_PARAGRAPH = late(r"(?<!cuối )(?<!đầu )\bđoạn\b", re.IGNORECASE)


def _stands_in_the_line(instruction: Instruction) -> bool:
    """Whether the words to add are one paragraph quoted in the order itself, and no paragraph of their
    own is asked for: "bổ sung vào cuối khoản: “Tài liệu được gửi qua mạng.”"."""
    words = text_of(instruction.quoted)
    order, found, _ = instruction.source_text.partition(words)
    if not all((len(instruction.quoted) == 1, words, found)):
        return False
    return words[0] not in "-–+•" and not _FURTHER_PARAGRAPH.search(order)


def _with_more_words(block: Block, added: Sequence[Block]) -> Block:
    """A paragraph with further words: a sentence goes behind it, words before its closing mark."""
    words = text_of(added)
    if not isinstance(block, Paragraph):
        return block
    text = block.text.rstrip()
    if _goes_on(words):
        stop = text[len(text.rstrip(" .;,:")) :].strip()
        joined, _ = joined_words(text.rstrip(" .;,:"), words, "")
        closed = joined if joined[-1:] in ".;:!?" else f"{joined}{stop}"
    else:
        closed = f"{text} {words}"
    return Paragraph(closed, block.marks, block.align)


def _first_unit_lead(wording: Wording, unit: WorkUnit) -> tuple[Block, ...]:
    own = first_unit(wording, unit)
    return own.lead if own is not None else ()
