"""Appendices as wholes: replaced by the one attached to the amending act, added, repealed.

Source: docs/field.md 4.1 ("Thay thế Phụ lục/Mẫu … bằng …": the appendix becomes the attached one).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from quyche_app.amending.account import Ledger, already_there, repealed_before
from quyche_app.amending.desk import Desk
from quyche_app.amending.work import WorkComponent
from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.addresses import Address
from quyche_app.domain.identities import NewId
from quyche_app.domain.labels import number_of
from quyche_app.domain.messages import Message, message
from quyche_app.domain.patterns import late
from quyche_app.domain.stray_lines import begins_annex
from quyche_app.domain.texts import capital
from quyche_app.domain.trees import appendix_among
from quyche_app.domain.units import Block, Paragraph, Unit

APPENDIX_KINDS = frozenset({"appendix", "form"})  # of a step that names a whole component


def is_whole_appendix(address: Address) -> bool:
    """Tell whether an address is that of an appendix, not of something in it."""
    return len(address.steps) == 1 and address.top.kind in APPENDIX_KINDS


def replace_appendix(
    desk: Desk,
    address: Address,
    quoted: Sequence[Block],
    ledger: Ledger,
    new_id: NewId,
    *,
    is_attached: bool = False,
) -> None:
    """Give the appendix of an address its new words.

    Args:
        quoted: the new words when they stand in the instruction.
        new_id: gives identities: those of another file would not be unique here.
        is_attached: the new appendix is attached to the amending act.
    """
    opened = _untouched(desk, address, ledger)
    if opened is None:
        return
    if quoted:
        head = _head_of(opened)
        keeps_head = bool(head) and not _begins_annex(quoted)
        if keeps_head:
            ledger.doubt(
                message(
                    "appendix.without_name",
                    "lời văn mới không có số và tên của {place}: giữ số và tên cũ",
                    place=address.words,
                )
            )
        _give_way(desk, opened)
        opened.front = [*(head if keeps_head else ()), *quoted]
        opened.units, opened.back = [], []
    else:
        new = _attached(desk.amending, address.top.label) if is_attached else None
        if new is None:
            ledger.fail(_not_attached(address))
            return
        if new.label != opened.origin.label:
            ledger.doubt(_other_label(address))
        _give_way(desk, opened)
        fresh = WorkComponent(replace(_own_identities(new, new_id), id=opened.origin.id))
        opened.front, opened.units, opened.back = fresh.front, fresh.units, fresh.back
        for unit in opened.walk():
            unit.component = opened
            unit.origin = None
            unit.touched = True
        opened.title = new.title
    ledger.write(opened.origin.id, "unit")


_LABEL_LINE = late(
    r"\W*(?:phụ lục|mẫu|biểu)(?:\s+số)?(?:\s+[\w./-]{1,8})?\s*[.:]?\s*$", re.IGNORECASE
)
# "PHỤ LỤC II. DIỆN TÍCH": the name with its number before it
_LABEL_BEFORE = late(
    r"(?:phụ lục|mẫu|biểu)(?:\s+số)?\s+(?P<label>[\w/-]{1,8})\s*[.:–-]\s*(?=\w)", re.IGNORECASE
)
_ISSUED_WITH = late(r"\W*(?:\(|(?:ban hành )?kèm theo\b)", re.IGNORECASE)


def _head_of(opened: WorkComponent) -> list[Block]:
    """The lines of an appendix with its number, its name and what it was issued with."""
    return list(itertools.takewhile(_is_of_head, opened.front))


def _is_of_head(block: Block) -> bool:
    text = block.text.strip() if isinstance(block, Paragraph) else ""
    return bool(text) and bool(
        text.isupper() or _LABEL_LINE.match(text) or _ISSUED_WITH.match(text)
    )


def _begins_annex(quoted: Sequence[Block]) -> bool:
    """Whether new words begin with the number or the name of the appendix."""
    first = quoted[0]
    return isinstance(first, Paragraph) and (
        _is_of_head(first)
        or _LABEL_BEFORE.match(first.text) is not None
        or begins_annex(first.text)
    )


def rename_appendix(desk: Desk, address: Address, quoted: Sequence[Block], ledger: Ledger) -> None:
    """Give the appendix of an address another name: the lines between its number and what it was issued with,
    or its first words."""
    opened = standing_appendix(desk, address, ledger)
    if opened is None:
        return
    texts = [b.text if isinstance(b, Paragraph) else "" for b in opened.front]
    first = next((at for at, text in enumerate(texts) if _LABEL_LINE.match(text)), None)
    words = " ".join(b.text for b in quoted if isinstance(b, Paragraph)).strip(" .")
    if (own := _LABEL_BEFORE.match(words)) is not None:
        if appendix_among([opened.origin], own["label"]) is None:
            ledger.doubt(_other_label(address))
        words = words[own.end() :]
    start = 0 if first is None else first + 1
    name = list(itertools.takewhile(lambda text: text.isupper(), texts[start:]))
    name = [text for text in name if not _ISSUED_WITH.match(text)]
    if first is None or not name or not words:
        ledger.fail(
            message("appendix.no_name", "không tìm được tên của {place}", place=address.words)
        )
        return
    old = opened.front[start]
    assert isinstance(old, Paragraph)
    opened.front[start : start + len(name)] = [replace(old, text=words.upper(), marks=())]
    opened.touched = True
    ledger.write(opened.origin.id, "title")


def repeal_appendix(desk: Desk, address: Address, ledger: Ledger) -> None:
    """Repeal the appendix of an address; it keeps its name (docs/field.md 4.1)."""
    opened = _untouched(desk, address, ledger)
    if opened is None:
        return
    _give_way(desk, opened)
    opened.repealed = True
    ledger.write(opened.origin.id, "repeal")


def add_appendix(
    desk: Desk, address: Address, quoted: Sequence[Block], ledger: Ledger, new_id: NewId
) -> None:
    """Add an appendix behind the others: from quotation marks, or the one attached to the act."""
    label = address.top.label
    before = [c.origin for c in desk.work.components if label]
    if appendix_among(before, label) is not None:
        ledger.fail(already_there(capital(address.words)))
        return
    if quoted:
        new = Component(new_id(), ComponentKind.APPENDIX, label, front=tuple(quoted))
    else:
        attached = _attached(desk.amending, label)
        if attached is None:
            ledger.fail(_not_attached(address))
            return
        new = _own_identities(attached, new_id)
    ledger.doubt(_leaves_a_gap(desk, label))
    component = WorkComponent(new)
    desk.work.components.append(component)
    desk.rewritten.add(new.id)
    ledger.write(new.id, "insert")


def _leaves_a_gap(desk: Desk, label: str) -> Message | None:
    """A doubt when an appendix has no number right before it: "Phụ lục IV" where the last is II."""
    number = number_of(label)
    standing = [
        number_of(one.origin.label)
        for one in desk.work.components
        if one.origin.kind is ComponentKind.APPENDIX
    ]
    if not (label and standing) or number <= 1 or {number, number - 1} & set(standing):
        return None
    return message(
        "appendix.gap", "văn bản gốc chưa có phụ lục nào ngay trước số {label}", label=label
    )


def _other_label(address: Address) -> Message:
    return message(
        "appendix.other_label",
        "phụ lục kèm theo không mang số của {place}",
        place=address.words,
    )


def standing_appendix(desk: Desk, address: Address, ledger: Ledger) -> WorkComponent | None:
    """Give the appendix of an address; a failure when there is none, or it was repealed."""
    old = desk.finder.appendix(address.top.label)
    if old is None:
        ledger.fail(
            message("target.missing", "không có {place} trong văn bản gốc", place=address.words)
        )
        return None
    opened = desk.work.component(old.id)
    if opened.repealed:
        ledger.fail(repealed_before(capital(address.words)))
        return None
    return opened


def _untouched(desk: Desk, address: Address, ledger: Ledger) -> WorkComponent | None:
    """The appendix of an address that no other order of the act has touched."""
    opened = standing_appendix(desk, address, ledger)
    if opened is None:
        return None
    own = {opened.origin.id, *(unit.id for unit in opened.walk())}
    if any(written.partition("#")[0] in own for written in desk.rewritten):
        ledger.fail(
            message(
                "clash.changed_by_another",
                "{place} đã bị nội dung khác của văn bản này thay đổi",
                place=capital(address.words),
            )
        )
        return None
    return opened


def _give_way(desk: Desk, opened: WorkComponent) -> None:
    """What stood in an appendix is no place any more for the other instructions of the act: words that
    they change there would be written into nothing."""
    for unit in opened.walk():
        desk.work.by_id.pop(unit.id, None)
        desk.rewritten.add(unit.id)
    desk.rewritten.add(opened.origin.id)
    opened.touched = True


def _not_attached(address: Address) -> Message:
    return message("annex.not_attached", "văn bản sửa đổi không kèm {place}", place=address.words)


def _attached(source: Act, label: str) -> Component | None:
    """The appendix of an amending act with a label, or its only one when that has no label."""
    found = appendix_among(source.components, label)
    if found is not None:
        return found
    alone = appendix_among(source.components, "")
    return alone if alone is not None and not alone.label else None


def _own_identities(component: Component, new_id: NewId) -> Component:
    def renewed(unit: Unit) -> Unit:
        return replace(unit, id=new_id(), children=tuple(renewed(c) for c in unit.children))

    return replace(component, id=new_id(), units=tuple(renewed(u) for u in component.units))
