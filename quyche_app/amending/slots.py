"""Operations on a part of a unit: heading, lead, a paragraph, a sentence, a dash item, the end.

Source: docs/field.md 4.1 (children stay), docs/field.md 4.3 (an elided quotation says: append).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count, groupby, takewhile

from quyche_app.amending.account import Ledger
from quyche_app.amending.table_rows import change_row
from quyche_app.amending.wording import Wording
from quyche_app.amending.work import WorkUnit
from quyche_app.domain.addresses import Step
from quyche_app.domain.line_labels import read_label
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import slot_kind, slot_words
from quyche_app.domain.patterns import late
from quyche_app.domain.sequences import only
from quyche_app.domain.texts import CAPITALS
from quyche_app.domain.units import REPEALED_TEXT, Block, Paragraph, Unit
from quyche_app.language.lexer import without_quotations
from quyche_app.language.named_parts import item_key

_ITEM = late(r"^[-–+•*]\s*")
# A sentence ends at a stop before a capital: "; " goes on, and so do "1.000 đồng" and "TP. Hà Nội".
_SHORT = "".join(
    rf"(?<!\b{word})" for word in ("TP", "Tp", "Đ/c", "đ/c", "ThS", "TS", "PGS", "GS", "Q", "P")
)
_SENTENCE = late(rf".+?(?:{_SHORT}[.!?](?=\s+[“\"(]?[{CAPITALS}])\s+|$)", re.DOTALL)


Spot = tuple[list[Block], int]  # a list of paragraphs and the place of one in it


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
    own = first_unit(wording, unit)
    if (why := many_lists(unit, slot)) is not None:
        ledger.fail(why)
        return
    ledger.doubt(name_doubt(unit, slot_of_whole(unit, slot)))
    ledger.doubt(of_two_doubt(unit, slot, ledger.instruction.source_text))
    match slot_kind(slot_of_whole(unit, slot)):
        case "heading":
            _amend_heading(unit, wording, own, quoted, ledger, rest_is_ordered)
        case "lead":
            if not unit.children:
                ledger.doubt(_NO_LEAD_OF_ITS_OWN)
            _amend_lead(unit, wording, own, ledger)
        case "tail" | "paragraph" | "item" | "sentence":
            ledger.doubt(_labelled(unit, slot, own, wording))
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


_NO_LEAD_OF_ITS_OWN = message(
    "slot.all_is_lead", "chỗ ấy không có đoạn dẫn riêng: đã thay toàn bộ lời văn"
)


def _labelled(unit: WorkUnit, slot: str, own: Unit | None, wording: Wording) -> Message | None:
    """A doubt when new words of a part that has no number begin with one: "Câu thứ nhất khoản 2 sửa thành:
    “3. Mỗi việc …”"."""
    if own is not None or wording.loose or not wording.units:
        return None
    label, standing = wording.units[0].label, words_at(unit, slot)
    if (
        standing is not None
        and (begun := read_label(standing)) is not None
        and begun.label == label
    ):
        return None
    return message(
        "slot.label_in_wording",
        "lời văn mới mang số {label}, mà {slot} không có số",
        label=label,
        slot=slot_words(slot),
    )


def slot_of_whole(unit: WorkUnit, slot: str) -> str:
    """Give the slot as it is in a unit: "đoạn đầu" of one without parts is paragraph one."""
    paragraphs = [block for block in unit.lead if isinstance(block, Paragraph)]
    is_plain = not unit.children and len(paragraphs) > 1
    return "paragraph:1" if slot == "lead" and is_plain else slot


def first_unit(wording: Wording, unit: WorkUnit) -> Unit | None:
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
        heading = own.heading or text_of(own.lead)
    else:
        if wording.units and wording.units[0].kind is unit.kind:
            ledger.doubt(_other_label(wording.units[0], unit))
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
    own_label = re.match(rf"{re.escape(unit.label)}\s*[.:–-]\s+", heading, re.IGNORECASE)
    heading = heading[own_label.end() :] if own_label is not None else heading
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


def _other_label(new: Unit, unit: WorkUnit) -> Message:
    """The new name stands behind the label of another provision: "Tên Điều 13 sửa thành “Điều 14. …”"."""
    return message(
        "wording.other_label",
        "lời văn mới mang số {label}, không phải {place}",
        label=new.label,
        place=Step(unit.kind, unit.label).words,
    )


def _holds_more(own: Unit | None) -> bool:
    """Whether a quoted unit has more than its name."""
    if own is None:
        return False
    if own.children:
        return True
    return own.heading is not None and bool(own.lead)


def _amend_lead(unit: WorkUnit, wording: Wording, own: Unit | None, ledger: Ledger) -> None:
    if not unit.lead:
        ledger.fail(missing("lead"))
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
        ledger.fail(missing(slot))
        return
    blocks, index = spot
    if own is not None:
        is_first = blocks is unit.lead and not index
        quoted = _without_label(own, slot, ledger, is_first=is_first)
    if names_sentence(slot):
        _amend_sentence(blocks, index, slot, quoted, ledger)
    elif slot.startswith("item"):
        _amend_item(blocks, index, quoted, ledger)
    else:
        _write_paragraph(unit, spot, slot, quoted, ledger)
    written = _owner(unit, blocks)
    written.touch()
    ledger.write(written.id, slot)


def _owner(unit: WorkUnit, blocks: Sequence[Block]) -> WorkUnit:
    """Whose paragraphs were written: the unit's, or those behind it, of what holds it."""
    above = unit.parent
    return above if above is not None and blocks is above.tail else unit


def missing(slot: str) -> Message:
    """Give the reason why a part is not changed that is not there."""
    return message("slot.missing", "không có {slot} ở chỗ được nêu", slot=slot_words(slot))


def _without_label(own: Unit, slot: str, ledger: Ledger, *, is_first: bool) -> tuple[Block, ...]:
    """ "đoạn thứ nhất khoản 2 …: “2. …”": the label stands before the slot, it is no word of it."""
    if _holds_behind(own):
        ledger.doubt(
            message(
                "slot.first_paragraph_alone",
                "trong ngoặc kép có cả phần sau {slot}: chỉ lấy đoạn đầu",
                slot=slot_words(slot),
            )
        )
    if not is_first:
        ledger.doubt(
            message(
                "slot.label_of_first",
                "lời văn mới của {slot} mang số {label} của đoạn thứ nhất",
                slot=slot_words(slot),
                label=own.label,
            )
        )
    return own.lead


def _holds_behind(own: Unit) -> bool:
    return bool([*own.children, *own.tail])


def _amend_item(blocks: list[Block], index: int, quoted: Sequence[Block], ledger: Ledger) -> None:
    if not quoted:
        if inner_dashes(blocks, index):
            ledger.doubt(_HOLDS_DASHES)
        blocks[index] = _repealed_item(blocks[index])
        return
    if len(quoted) > 1:
        ledger.doubt(
            message("slot.several_items", "trong ngoặc kép có nhiều gạch đầu dòng cho một")
        )
    if inner_dashes(blocks, index) and not text_of(quoted).rstrip().endswith(":"):
        ledger.doubt(_LEAD_CLOSED)
    blocks[index : index + 1] = as_items(blocks[index], quoted)


_HOLDS_DASHES = message(
    "slot.holds_dashes", "gạch đầu dòng bị bỏ còn các dòng bên trong: không rõ có bỏ cả các dòng ấy"
)


def _write_paragraph(
    unit: WorkUnit, spot: Spot, slot: str, quoted: Sequence[Block], ledger: Ledger
) -> None:
    blocks, index = spot
    if slot.startswith("paragraph"):
        ledger.doubt(_dashes_counted(blocks, index))
    ledger.doubt(_leaves_parts(unit, spot, quoted))
    blocks[index : index + 1] = list(quoted)
    if blocks is unit.lead and not blocks:
        ledger.doubt(_LEAD_GONE if unit.children else _ONLY_LABEL)


def _leaves_parts(unit: WorkUnit, spot: Spot, quoted: Sequence[Block]) -> Message | None:
    """A doubt when a paragraph that leads on to what stands under it goes, or leads on no more."""
    blocks, index = spot
    old = blocks[index]
    leads = isinstance(old, Paragraph) and old.text.rstrip().endswith(":")
    is_over = index + 1 < len(blocks) or (blocks is unit.lead and bool(unit.children))
    if not leads or not is_over or text_of(quoted).rstrip().endswith(":"):
        return None
    return _LEAD_CLOSED if quoted else _LEAD_GONE


_LEAD_CLOSED = message(
    "slot.lead_closed", "chỗ ấy dẫn đến các dòng phía sau; lời văn mới không còn dấu hai chấm"
)
_LEAD_GONE = message("slot.lead_gone", "sau khi bỏ, chỗ ấy không còn đoạn dẫn")
_ONLY_LABEL = message("slot.only_label", "sau khi bỏ, chỗ ấy chỉ còn số")


def _dashes_counted(blocks: Sequence[Block], index: int) -> Message | None:
    """A doubt when dashes stand among the paragraphs that were counted, or the one meant is a dash."""
    before = [b for b in blocks[: index + 1] if isinstance(b, Paragraph)]
    if not any(_ITEM.match(block.text) for block in before):
        return None
    return message("slot.dashes_counted", "đếm đoạn qua cả các gạch đầu dòng: không rõ đoạn nào")


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


def _last_behind(unit: WorkUnit, slot: str, ledger: Ledger) -> Spot | None:
    """ "Đoạn cuối điểm 3.2", where the last words of the point are a dash, or all it has, and a paragraph
    stands behind the last point: that one is meant, though it may close the clause."""
    last, parent = words_at(unit, "paragraph:last"), unit.parent
    if parent is None or unit is not parent.children[-1]:
        return None
    if not isinstance(only(parent.tail), Paragraph):
        return None
    # "Đoạn thứ hai khoản 5.3", which has one of its own: the next one.
    own = len(_paragraphs(unit, only_items=False))
    is_last = slot == "paragraph:last" and (own == 1 or _ITEM.match(last or "") is not None)
    if not is_last and slot != f"paragraph:{own + 1}":
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
    new = text_of(quoted)
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


def find_paragraph(unit: WorkUnit, slot: str) -> Spot | None:
    """Give the list and index of the paragraph that a slot names, or None.

    Unlabelled paragraphs are counted over lead and tail; the words on the label's line are the
    first. A sentence is looked for in the part that is named, else in the first or last paragraph.
    """
    holder, _, inner = slot.partition("/")
    if inner:
        return find_paragraph(unit, holder)
    kind, _, number = slot.partition(":")
    every = _paragraphs(unit, only_items=kind == "item")
    if not every:
        return None
    if slot == "paragraph:last" and unit.children:
        # The last paragraph of a unit with points is that of its last point, if none stands behind it.
        return every[-1] if every[-1][0] is unit.tail else None
    if {kind, number} & {"tail", "last"}:
        return every[-1]
    if kind == "sentence":
        return every[0]
    if number.startswith("“"):
        return _item_called(unit, number.strip("“”"))
    place = int(number) if number.isdigit() else 0
    return every[place - 1] if 0 < place <= len(every) else None


def _item_called(unit: WorkUnit, words: str) -> Spot | None:
    """The only dash of a unit that says these words, the mark at its end aside, or begins with them and a
    mark; on any level of its list."""
    wanted = item_key(words).casefold()
    every = {
        (place, n): item_key(block.text).casefold()
        for place, blocks in enumerate((unit.lead, unit.tail))
        for n, block in enumerate(blocks)
        if isinstance(block, Paragraph) and _ITEM.match(block.text)
    }
    found = [spot for spot, said in every.items() if said == wanted]
    if not found:
        begins = tuple(f"{wanted}{mark}" for mark in (":", ",", " =", " là "))
        found = [spot for spot, said in every.items() if said.startswith(begins)]
    spot = only(found)
    if spot is None:
        return None
    place, index = spot
    return (unit.lead, unit.tail)[place], index


def _paragraphs(unit: WorkUnit, *, only_items: bool) -> list[Spot]:
    """Where the paragraphs, or the dashes alone, of a unit without its points stand."""
    every = [
        (blocks, n)
        for blocks in (unit.lead, unit.tail)
        for n, block in enumerate(blocks)
        if isinstance(block, Paragraph) and (not only_items or _ITEM.match(block.text))
    ]
    if only_items:
        outer = next((_mark(blocks[n]) for blocks, n in every), "")
        return [(blocks, n) for blocks, n in every if _mark(blocks[n]) == outer]
    return every[1:] if begins_with_name(unit) else every


def _mark(block: Block) -> str:
    """The mark that a dash begins with, those of one length taken for the same; "" of another paragraph."""
    found = _ITEM.match(block.text) if isinstance(block, Paragraph) else None
    return found.group().strip().replace("–", "-") if found is not None else ""


def inner_dashes(blocks: Sequence[Block], index: int) -> int:
    """Give how many lines right behind a dash are inside it: "- Gồm:" / "+ Báo cáo;" / "+ Dự thảo."."""
    own = _mark(blocks[index])
    inside = takewhile(lambda mark: mark not in ("", own), map(_mark, blocks[index + 1 :]))
    return len(list(inside)) if own else 0


_ENDS = tuple(".;:,!?…")


def begins_with_name(unit: WorkUnit) -> bool:
    """Tell whether the words on the label's line are the name of a number, and no paragraph: "1. Chế độ hội
    nghị" over its paragraphs."""
    if unit.heading is not None or len(unit.lead) < 2:
        return False
    first, second = unit.lead[:2]
    if not isinstance(first, Paragraph) or not isinstance(second, Paragraph):
        return False
    is_open = bool(first.text) and not first.text.rstrip().endswith(_ENDS)
    return is_open and not _ITEM.match(second.text) and second.text.rstrip().endswith(_ENDS)


def many_lists(unit: WorkUnit, slot: str) -> Message | None:
    """Why a dash that is named by its number is not known: a further list of the same provision has one of
    that number too."""
    kind, _, number = slot.partition("/")[0].partition(":")
    if kind != "item" or not number.isdigit():
        return None
    lists = _lists(unit)
    if not any(len(one) >= int(number) for one in lists[1:]):
        return None
    return message(
        "slot.several_lists",
        "có nhiều dãy gạch đầu dòng: không rõ {slot} của dãy nào",
        slot=slot_words(slot),
    )


def _lists(unit: WorkUnit) -> list[list[Block]]:
    """The dashes of a unit without its points, those in a row together."""
    marked = [
        (isinstance(block, Paragraph) and _ITEM.match(block.text) is not None, block)
        for block in (*unit.lead, *unit.tail)
    ]
    return [
        [block for _, block in run]
        for is_item, run in groupby(marked, lambda one: one[0])
        if is_item
    ]


_COUNTED = late(r"(?:paragraph|sentence):\d")


def name_doubt(unit: WorkUnit, slot: str) -> Message | None:
    """A doubt when paragraphs or sentences are counted behind a name on the label's line."""
    if not _COUNTED.match(slot) or not begins_with_name(unit):
        return None
    return message(
        "slot.name_not_counted", "dòng đầu là tên, không đếm là đoạn: hãy xem có đúng đoạn được nêu"
    )


_OF_TWO = late(
    r"\b(?:câu|đoạn) (?:sau|dưới|trước|trên)\b(?!\s+(?:đây|khoản|điểm|đoạn))", re.IGNORECASE
)


def of_two_doubt(unit: WorkUnit, slot: str, words: str) -> Message | None:
    """A doubt when "câu sau", "đoạn trên" does not speak of one of two."""
    if _OF_TWO.search(without_quotations(words)) is None:
        return None
    if names_sentence(slot):
        spot = find_paragraph(unit, slot)
        block = spot[0][spot[1]] if spot is not None else None
        parts = len(_SENTENCE.findall(block.text)) if isinstance(block, Paragraph) else 0
    elif slot.startswith("paragraph"):
        parts = len(_paragraphs(unit, only_items=False))
    else:
        return None
    if parts == _TWO:
        return None
    return message(
        "slot.not_of_two", "không phải có đúng hai câu hoặc hai đoạn: không rõ câu, đoạn nào"
    )


_TWO = 2


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
    place = only([place for place, words in enumerate(standing, 1) if words == meant])
    return f"{kind}:{place}" if place is not None else None


def text_of(blocks: Sequence[Block]) -> str:
    """Give the words of paragraphs as one line."""
    return " ".join(b.text for b in blocks if isinstance(b, Paragraph))
