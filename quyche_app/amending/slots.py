"""Operations on a part of a unit: heading, lead, a paragraph, a sentence, a dash item, the end.

Source: docs/field.md 4.1 (children stay), docs/field.md 4.3 (an elided quotation says: append).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count, takewhile

from quyche_app.amending.account import Ledger, already_there
from quyche_app.amending.phrases import joined_words
from quyche_app.amending.table_rows import change_row, insert_row, is_row
from quyche_app.amending.wording import Wording
from quyche_app.amending.work import WorkText, WorkUnit, place_by_label
from quyche_app.domain.labels import ORDINAL_WORDS
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Instruction, slot_words
from quyche_app.domain.texts import CAPITALS, SMALL_LETTERS, capital
from quyche_app.domain.units import REPEALED_TEXT, Block, Paragraph, Unit

_ELIDED = re.compile(r"^\s*(?:\.{2,}|…)\s*")
_ELIDED_END = re.compile(r"\s*(?:\.{3,}|…)\s*$")
_ITEM = re.compile(r"^[-–+•*]\s*")
# A sentence ends at a stop before a capital: "; " goes on, and so does "1.000 đồng".
_SENTENCE = re.compile(rf".+?(?:[.!?](?=\s+[“\"(]?[{CAPITALS}])\s+|$)", re.DOTALL)


def amend_slot(
    unit: WorkUnit,
    slot: str,
    wording: Wording,
    quoted: Sequence[Block],
    ledger: Ledger,
    *,
    rest_is_ordered: bool = False,
) -> None:
    """Give one slot of a unit its new wording; an empty quotation takes the slot away.

    Args:
        rest_is_ordered: the same instruction names other parts of the unit, which take what else the
            quotation holds.
    """
    own = _first_unit(wording, unit)
    match slot_of_whole(unit, slot).partition(":")[0]:
        case "heading":
            _amend_heading(unit, wording, own, quoted, ledger, rest_is_ordered)
        case "lead":
            _amend_lead(unit, wording, own, ledger)
        case "tail" | "paragraph" | "item" | "sentence":
            _amend_paragraph(unit, slot_of_whole(unit, slot), own, quoted, ledger)
        case "row":
            change_row(unit, slot, quoted, ledger)
        case _:
            ledger.fail(
                message(
                    "slot.not_of_component",
                    "chưa sửa được {slot} của một phần văn bản",
                    slot=slot_words(slot),
                )
            )


def slot_of_whole(unit: WorkUnit, slot: str) -> str:
    """Give the slot as it is in a unit: "đoạn đầu" of one without parts is paragraph one."""
    paragraphs = [block for block in unit.lead if isinstance(block, Paragraph)]
    is_plain = not unit.children and len(paragraphs) > 1
    return "paragraph:1" if slot == "lead" and is_plain else slot


def _first_unit(wording: Wording, unit: WorkUnit) -> Unit | None:
    return next(
        (u for u in wording.all_units() if u.kind is unit.kind and u.label == unit.label), None
    )


def _amend_heading(
    unit: WorkUnit,
    wording: Wording,
    own: Unit | None,
    quoted: Sequence[Block],
    ledger: Ledger,
    rest_is_ordered: bool,
) -> None:
    if own is not None:
        heading = own.heading or _text(own.lead)
    else:
        heading = "\n".join(b.text for b in quoted if isinstance(b, Paragraph))
        if wording.units and wording.units[0].heading:
            heading = wording.units[0].heading
    if not heading:
        ledger.fail(message("slot.no_heading", "không có tên mới trong ngoặc kép"))
        return
    if not rest_is_ordered and _holds_more(own):
        ledger.doubt(
            message("slot.heading_alone", "trong ngoặc kép có cả phần sau tên: chỉ lấy tên")
        )
    heading = heading.rstrip(".") if unit.heading and not unit.heading.endswith(".") else heading
    if unit.heading == heading:
        return  # a second application: nothing to write
    first = unit.lead[0] if unit.lead else None
    if unit.heading is None and isinstance(first, Paragraph):
        # The name of a number stands on its line: "1. Quan hệ công tác".
        if first.text.rstrip()[-1:] in ".;:,":
            ledger.fail(message("slot.no_name", "chỗ được nêu không có tên riêng"))
            return
        if first.text == heading:
            return
        unit.lead[0] = Paragraph(heading, first.marks if first.text == heading else (), first.align)
        unit.touch()
        ledger.write(unit.id, "lead")
        return
    unit.heading = heading
    unit.touch()
    ledger.write(unit.id, "heading")


def _holds_more(own: Unit | None) -> bool:
    """Whether a quoted unit has more than its name."""
    if own is None:
        return False
    if own.children:
        return True
    return own.heading is not None and bool(own.lead)


def _amend_lead(unit: WorkUnit, wording: Wording, own: Unit | None, ledger: Ledger) -> None:
    if not unit.lead:
        ledger.fail(
            message("slot.missing", "không có {slot} ở chỗ được nêu", slot=slot_words("lead"))
        )
        return
    lead = own.lead if own is not None else wording.loose
    if not lead:
        ledger.fail(message("slot.no_lead", "không có đoạn mở đầu mới trong ngoặc kép"))
        return
    if own is not None and own.children:
        ledger.doubt(
            message(
                "slot.lead_alone", "trong ngoặc kép có cả phần sau đoạn mở đầu: chỉ lấy đoạn mở đầu"
            )
        )
    if list(lead) == unit.lead:
        return  # a second application: nothing to write
    unit.lead = list(lead)
    unit.touch()
    ledger.write(unit.id, "lead")


def _amend_paragraph(
    unit: WorkUnit, slot: str, own: Unit | None, quoted: Sequence[Block], ledger: Ledger
) -> None:
    spot = _last_behind(unit, slot, ledger) or find_paragraph(unit, slot)
    if spot is None:
        ledger.fail(
            message("slot.missing", "không có {slot} ở chỗ được nêu", slot=slot_words(slot))
        )
        return
    blocks, index = spot
    if own is not None:
        # "đoạn thứ nhất khoản 2 …: “2. …”": the label stands before the slot, it is no word of it.
        quoted = own.lead
        if own.children or own.tail:
            ledger.doubt(
                message(
                    "slot.first_paragraph_alone",
                    "trong ngoặc kép có cả phần sau {slot}: chỉ lấy đoạn đầu",
                    slot=slot_words(slot),
                )
            )
        if blocks is not unit.lead or index:
            ledger.doubt(
                message(
                    "slot.label_of_first",
                    "lời văn mới của {slot} mang số {label} của đoạn thứ nhất",
                    slot=slot_words(slot),
                    label=own.label,
                )
            )
    if names_sentence(slot):
        _amend_sentence(blocks, index, slot, quoted, ledger)
    elif slot.startswith("item") and not quoted:
        blocks[index] = _repealed_item(blocks[index])
    elif slot.startswith("item"):
        if len(quoted) > 1:
            ledger.doubt(
                message("slot.several_items", "trong ngoặc kép có nhiều gạch đầu dòng cho một")
            )
        blocks[index : index + 1] = as_items(blocks[index], quoted)
    else:
        if slot.startswith("paragraph") and _counts_dashes(blocks, index):
            ledger.doubt(
                message(
                    "slot.dashes_counted", "đếm đoạn qua cả các gạch đầu dòng: không rõ đoạn nào"
                )
            )
        if not quoted and unit.children and blocks is unit.lead and len(unit.lead) == 1:
            ledger.doubt(message("slot.lead_gone", "sau khi bỏ, chỗ ấy không còn đoạn dẫn"))
        blocks[index : index + 1] = list(quoted)
        if not quoted and not unit.lead and not unit.children:
            ledger.doubt(message("slot.only_label", "sau khi bỏ, chỗ ấy chỉ còn số"))
    unit.touch()
    ledger.write(unit.id, slot)


def _counts_dashes(blocks: Sequence[Block], index: int) -> bool:
    """Whether dashes stand among the paragraphs that were counted up to one that is none, or it is one."""
    before = [b for b in blocks[: index + 1] if isinstance(b, Paragraph)]
    return any(_ITEM.match(block.text) for block in before)


def as_items(old: Block, quoted: Sequence[Block]) -> list[Block]:
    """Give new words of a dash, with the mark that the quotation may lack, and its closing mark."""
    match old, list(quoted):
        case Paragraph(text=standing), [Paragraph(text=words)] if not _ITEM.match(words):
            mark = _ITEM.match(standing)
        case _:
            return list(quoted)
    if mark is None:
        return list(quoted)
    end = "" if words.endswith((".", ";", ":")) else standing[len(standing.rstrip(".;")) :]
    return [Paragraph(f"{mark.group()}{words}{end}", (), old.align)]


def _last_behind(unit: WorkUnit, slot: str, ledger: Ledger) -> tuple[list[Block], int] | None:
    """ "Đoạn cuối điểm 3.2", where the last words of the point are a dash and a paragraph stands behind the
    last point: that one is meant, though it may close the clause."""
    last, parent = words_at(unit, "paragraph:last"), unit.parent
    if slot != "paragraph:last" or parent is None or unit is not parent.children[-1]:
        return None
    if _ITEM.match(last or "") is None:
        return None
    if len(parent.tail) != 1 or not isinstance(parent.tail[0], Paragraph):
        return None
    ledger.doubt(message("slot.paragraph_behind", "đoạn cuối đứng sau điểm cuối cùng của khoản"))
    parent.touch()
    return parent.tail, 0


def _repealed_item(block: Block) -> Block:
    """A dash that is repealed keeps its mark, so that the others keep their count."""
    if not isinstance(block, Paragraph):
        return block
    mark = _ITEM.match(block.text)
    return Paragraph(f"{mark.group() if mark else '- '}{REPEALED_TEXT}", (), block.align)


def _amend_sentence(
    blocks: list[Block], index: int, slot: str, quoted: Sequence[Block], ledger: Ledger
) -> None:
    block = blocks[index]
    assert isinstance(block, Paragraph)
    span = sentence_span(block.text, slot)
    if span is None:
        ledger.fail(message("slot.no_sentence", "không có câu được nêu"))
        return
    start, end = span
    new = " ".join(b.text for b in quoted if isinstance(b, Paragraph))
    if not new and not block.text[:start] + block.text[end:]:
        ledger.doubt(message("slot.only_sentence", "sau khi bỏ, đoạn ấy không còn câu nào"))
    if new and new[-1] not in ".!?;:":
        new += block.text[end - 1] if block.text[end - 1] in ".!?;:" else ""
    behind = block.text[end:] if new else block.text[end:].lstrip()
    blocks[index] = Paragraph(f"{block.text[:start]}{new}{behind}".strip())


def names_sentence(slot: str) -> bool:
    """Tell a slot that is a sentence, of a provision or of a part of it: "paragraph:2/sentence:1"."""
    return slot.rpartition("/")[2].startswith("sentence")


def sentence_span(text: str, slot: str) -> tuple[int, int] | None:
    """Give where the sentence that a slot names begins and ends, without the space behind it; None when a
    paragraph has none of that number."""
    number = slot.rpartition(":")[2]
    sentences = list(_SENTENCE.finditer(text))
    place = len(sentences) - 1 if number == "last" else int(number) - 1
    if not 0 <= place < len(sentences):
        return None
    start = sentences[place].start()
    return start, start + len(sentences[place].group().rstrip())


def find_paragraph(unit: WorkUnit, slot: str) -> tuple[list[Block], int] | None:
    """Give the list and index of the paragraph that a slot names, or None.

    Unlabelled paragraphs are counted over lead and tail; the words on the label's line are the
    first. A sentence is looked for in the part that is named, else in the first or last paragraph.
    """
    holder, _, inner = slot.partition("/")
    if inner:
        return find_paragraph(unit, holder)
    kind, _, number = slot.partition(":")
    every = [(unit.lead, n) for n, b in enumerate(unit.lead) if isinstance(b, Paragraph)]
    every += [(unit.tail, n) for n, b in enumerate(unit.tail) if isinstance(b, Paragraph)]
    if kind == "item":
        every = [
            (blocks, n)
            for blocks, n in every
            if isinstance(b := blocks[n], Paragraph) and _ITEM.match(b.text)
        ]
    if not every:
        return None
    if number == "last" and kind == "paragraph" and unit.children and every[-1][0] is unit.lead:
        return None  # the last paragraph of a unit with points is that of its last point
    if kind in ("tail",) or number == "last":
        return every[-1]
    if kind == "sentence":
        return every[0]
    if not number.isdigit() or int(number) > len(every):
        return None
    return every[int(number) - 1]


def words_at(unit: WorkUnit, slot: str) -> str | None:
    """Give the words of the paragraph, dash or sentence that a slot names; None where there is none."""
    spot = find_paragraph(unit, slot)
    block = spot[0][spot[1]] if spot is not None else None
    if not isinstance(block, Paragraph):
        return None
    if not names_sentence(slot):
        return block.text
    span = sentence_span(block.text, slot)
    return block.text[slice(*span)] if span is not None else None


def slot_now(before: Unit, unit: WorkUnit, slot: str) -> str | None:
    """Give the slot that now holds what a slot named in the text before the act (docs/field.md 4.6): an
    earlier order may have taken a sentence away or put a dash in. None where those words are gone, or stand
    in several places."""
    kind, _, number = slot.rpartition(":")
    meant = words_at(WorkUnit(before, None, unit.component), slot) if number else None
    if meant is None or words_at(unit, slot) == meant:
        return slot
    standing = takewhile(bool, (words_at(unit, f"{kind}:{place}") for place in count(1)))
    places = [place for place, words in enumerate(standing, 1) if words == meant]
    return f"{kind}:{places[0]}" if len(places) == 1 else None


def insert_at_end(
    unit: WorkUnit,
    slot: str,
    wording: Wording,
    instruction: Instruction,
    ledger: Ledger,
    work: WorkText,
) -> None:
    """Add words or paragraphs to a unit: at its end, as its lead, or as a further paragraph."""
    if names_sentence(slot):
        _insert_sentence(unit, slot, instruction, ledger)
        return
    if slot.startswith(("item", "paragraph")):
        _insert_beside(unit, slot, instruction, ledger)
        return
    if is_row(slot):
        insert_row(unit, slot, instruction.quoted, ledger)
        return
    if slot == "lead" and unit.lead and not _is_at_start(instruction):
        ledger.fail(already_there(slot_words("lead")))
        return
    if slot == "heading":
        ledger.fail(message("slot.no_name", "chỗ được nêu không có tên riêng"))
        return
    labelled = [u for u in wording.units if u.kind.depth > unit.kind.depth]
    if labelled and not wording.loose:
        _insert_units(unit, labelled, ledger, work)
        return
    if slot == "lead":
        _insert_lead(unit, _first_unit_lead(wording, unit) or wording.loose, instruction)
        ledger.write(unit.id, "lead")
        return
    own = _first_unit(wording, unit)
    if own is not None:
        ledger.doubt(
            message(
                "slot.label_dropped",
                "lời văn thêm vào cuối mang số {label} của chính chỗ được sửa: bỏ số ấy",
                label=own.label,
            )
        )
    ledger.doubt(_not_the_next_paragraph(unit, instruction))
    blocks = list(instruction.quoted) if own is None else list(own.lead)
    target = unit.tail if unit.children else unit.lead
    if target and blocks:
        blocks = _after_elision(target, blocks, ledger)
    if unit.children and not target and _GOES_ON.match(_text(blocks)):
        ledger.doubt(
            message("slot.end_of_points", "không rõ thêm vào cuối điểm nào hay thành đoạn riêng")
        )
    goes_on = len(blocks) == 1 and _GOES_ON.match(_text(blocks)) is not None
    goes_on = goes_on or _text(blocks)[:1] in (",", ";")
    if own is None and target and (goes_on or _stands_in_the_line(instruction)):
        target[-1] = _with_more_words(target[-1], blocks)
    else:
        target += blocks
    unit.touch()
    ledger.write(unit.id, "tail")


def _insert_lead(unit: WorkUnit, added: Sequence[Block], instruction: Instruction) -> None:
    """Put words at the start: a sentence into the first paragraph, a paragraph before it."""
    first = unit.lead[0] if unit.lead else None
    if isinstance(first, Paragraph) and _stands_in_the_line(instruction):
        words = _text(added)
        unit.lead = [Paragraph(f"{words} {first.text}", align=first.align), *unit.lead[1:]]
    else:
        unit.lead = [*added, *unit.lead]
    unit.touch()


def _is_at_start(instruction: Instruction) -> bool:
    return instruction.position is not None and instruction.position.side == "start"


_GOES_ON = re.compile(rf"[{SMALL_LETTERS}]|\W*$")
_NTH = re.compile(r"\bđoạn\s+(?:thứ\s+)?(?P<number>hai|ba|tư|năm|\d)\b", re.IGNORECASE)


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
    first, last = blocks[0], target[-1]
    if not isinstance(first, Paragraph) or not isinstance(last, Paragraph):
        return blocks
    if not _ELIDED.match(first.text):
        return blocks
    words = _ELIDED_END.sub("", _ELIDED.sub("", first.text))
    text = last.text
    if words[:1].islower() or words[:1] in ",;":
        # The words go on inside the sentence: its old stop gives way.
        text = text.rstrip(" .;")
        ledger.doubt(message("slot.goes_on", "nối tiếp câu cuối: dấu kết câu cũ được bỏ"))
    joined, _ = joined_words(text, words, "")
    target[-1] = Paragraph(joined, last.marks, last.align)
    return blocks[1:]


def _insert_sentence(unit: WorkUnit, slot: str, instruction: Instruction, ledger: Ledger) -> None:
    """A new sentence: beside the one that the order names, or the one of that number."""
    spot = find_paragraph(unit, slot)
    block = spot[0][spot[1]] if spot is not None else None
    new = _text(instruction.quoted)
    if spot is None or not isinstance(block, Paragraph) or not new:
        ledger.fail(
            message("slot.missing", "không có {slot} ở chỗ được nêu", slot=slot_words(slot))
        )
        return
    blocks, index = spot
    if (
        "/" not in slot
        and len([b for b in (*unit.lead, *unit.tail) if isinstance(b, Paragraph)]) > 1
    ):
        ledger.doubt(
            message("slot.sentence_of_which", "không rõ {slot} của đoạn nào", slot=slot_words(slot))
        )
    at = _place_of_sentence(block.text, slot, instruction, ledger)
    if at is None:
        return
    before, behind = block.text[:at].rstrip(), block.text[at:].lstrip()
    blocks[index] = Paragraph(" ".join(filter(None, (before, new, behind))), (), block.align)
    unit.touch()
    ledger.write(unit.id, slot)


def _place_of_sentence(
    text: str, slot: str, instruction: Instruction, ledger: Ledger
) -> int | None:
    """Where in a paragraph a new sentence goes; None and a failure where it cannot be told."""
    position = instruction.position
    span = sentence_span(text, slot)
    if position is not None and position.side in ("before", "after"):
        if span is None:
            ledger.fail(message("slot.no_sentence", "không có câu được nêu"))
            return None
        return span[position.side == "after"]
    number = slot.rpartition(":")[2]
    if number == "last" or sentence_span(text, f"sentence:{int(number) - 1}") == _last_span(text):
        return len(text)
    if span is None:
        ledger.fail(message("slot.no_sentence", "không có câu được nêu"))
        return None
    ledger.doubt(
        message(
            "slot.sentence_there", "{slot} đã có: câu mới đứng trước câu ấy", slot=slot_words(slot)
        )
    )
    return span[0]


def _last_span(text: str) -> tuple[int, int] | None:
    return sentence_span(text, "sentence:last")


def _insert_beside(unit: WorkUnit, slot: str, instruction: Instruction, ledger: Ledger) -> None:
    """A new dash or paragraph before or behind another one."""
    spot = find_paragraph(unit, slot)
    if spot is None or not instruction.quoted:
        ledger.fail(
            message("slot.missing", "không có {slot} ở chỗ được nêu", slot=slot_words(slot))
        )
        return
    blocks, index = spot
    is_behind = instruction.position is None or instruction.position.side != "before"
    at = index + 1 if is_behind else index
    blocks[at:at] = list(instruction.quoted)
    unit.touch()
    ledger.write(unit.id, "tail")


_FURTHER_PARAGRAPH = re.compile(r"(?<!cuối )(?<!đầu )\bđoạn\b", re.IGNORECASE)


def _stands_in_the_line(instruction: Instruction) -> bool:
    """Whether the words to add are one paragraph quoted in the order itself, and no paragraph of their
    own is asked for: "bổ sung vào cuối khoản: “Tài liệu được gửi qua mạng.”"."""
    words = _text(instruction.quoted)
    order, found, _ = instruction.source_text.partition(words)
    if len(instruction.quoted) != 1 or not words or not found:
        return False
    return words[0] not in "-–+•" and not _FURTHER_PARAGRAPH.search(order)


def _with_more_words(block: Block, added: Sequence[Block]) -> Block:
    """A paragraph with further words: a sentence goes behind it, words before its closing mark."""
    words = _text(added)
    if not isinstance(block, Paragraph):
        return block
    text = block.text.rstrip()
    if words[:1].islower() or words[:1] in ",;":
        stop = text[len(text.rstrip(" .;,:")) :].strip()
        joined, _ = joined_words(text.rstrip(" .;,:"), words, "")
        closed = joined if joined[-1:] in ".;:!?" else f"{joined}{stop}"
    else:
        closed = f"{text} {words}"
    return Paragraph(closed, block.marks, block.align)


def _first_unit_lead(wording: Wording, unit: WorkUnit) -> tuple[Block, ...]:
    own = _first_unit(wording, unit)
    return own.lead if own is not None else ()


def _text(blocks: Sequence[Block]) -> str:
    return " ".join(b.text for b in blocks if isinstance(b, Paragraph))
