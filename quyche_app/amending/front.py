"""The head of a text: its name and its căn cứ get new wording, or new words.

The name stands in the lines behind the kind ("QUY CHẾ" / "làm việc của …"); an order gives it with or
without the kind. Source: docs/field.md 3.4; NĐ 30/2020, phụ lục I, mục II.5.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quyche_app.amending.account import Ledger
from quyche_app.amending.work import WorkComponent, WorkText
from quyche_app.domain.addresses import Address
from quyche_app.domain.messages import message
from quyche_app.domain.patterns import late
from quyche_app.domain.texts import matching_key
from quyche_app.domain.units import Block, Paragraph

_LONGEST_NAME = 8  # lines


def amend_front(
    work: WorkText, slot: str, address: Address, quoted: Sequence[Block], ledger: Ledger
) -> None:
    """Give the name or the căn cứ of the base their new wording (docs/field.md 3.4: addressed as title and
    preamble)."""
    if slot == "title":
        _amend_title(work, _of_text_named(work, address, ledger), quoted, ledger)
    else:
        _amend_bases(work, quoted, ledger)


_TEXT_NAMED = late(
    r"\b(?:tên|tiêu đề)(?:\s+gọi)?(?:\s+của)?\s+(?:(?P<attached>quy chế|quy định|nội quy|điều lệ|quy trình"
    r"|quy ước)|quyết định)\b",
    re.IGNORECASE,
)


def _of_text_named(work: WorkText, address: Address, ledger: Ledger) -> Address:
    """The text whose name is meant, where a file has a decision and a regulation."""
    instruction = ledger.instruction
    is_told = address.component + instruction.component
    if is_told or not work.act.has_decision_and_regulation:
        return address
    named = _TEXT_NAMED.search(instruction.source_text)
    if named is None:
        ledger.doubt(
            message(
                "slot.title_of_which", "không nói rõ tên của quyết định hay của quy chế kèm theo"
            )
        )
        return address
    return Address((), "qc") if named["attached"] else address


def _amend_bases(work: WorkText, quoted: Sequence[Block], ledger: Ledger) -> None:
    component = work.components[0]
    lines = legal_bases(component)
    if not lines:
        ledger.fail(message("slot.no_legal_bases", "không tìm được phần căn cứ trong văn bản gốc"))
        return
    component.front[lines[0] : lines[-1] + 1] = list(quoted)
    component.touched = True
    ledger.write(component.origin.id, "preamble")


def legal_bases(component: WorkComponent) -> list[int]:
    """Give where the căn cứ of a component stand among the blocks of its front."""
    return [
        number
        for number, block in enumerate(component.front)
        if isinstance(block, Paragraph) and block.text.lstrip("-– ").startswith("Căn cứ")
    ]


# Of the lines over an attached text its name is neither the kind nor what it was issued with.
_HEAD = late(r"^(?:BẢN\s+)?(?:QUY CHẾ|QUY ĐỊNH|NỘI QUY|ĐIỀU LỆ|QUY TRÌNH|QUY ƯỚC)\b", re.IGNORECASE)
_ISSUED_WITH = late(r"\(?\s*(?:được\s+)?(?:ban hành\s+)?kèm theo\b.*$", re.IGNORECASE)


def titled(work: WorkText, address: Address) -> list[tuple[WorkComponent, str]]:
    """Give the components that the name an address means may stand in, each with that name: "tên Quy chế" of
    a file with a decision is that of the regulation, not of the decision."""
    if address.component and work.act.has_decision_and_regulation:
        return [
            (one, _HEAD.sub("", _ISSUED_WITH.sub("", one.origin.title)).strip())
            for one in work.components
            if work.act.address_root(one.origin) == address.component
        ]
    return [(one, work.act.title) for one in work.components]


def _amend_title(work: WorkText, address: Address, quoted: Sequence[Block], ledger: Ledger) -> None:
    words = " ".join(block.text for block in quoted if isinstance(block, Paragraph)).strip(" .")
    kind = work.act.kind
    if kind and words.casefold().startswith(kind.casefold()):
        words = words[len(kind) :].strip()
    elif address.component:
        words = _HEAD.sub("", words).strip()
    found = next(
        (
            (component, title, lines)
            for component, title in titled(work, address)
            if (lines := _name_lines(component, title))
        ),
        None,
    )
    if found is None or not words:
        ledger.fail(message("slot.no_title", "không tìm được tên văn bản ở phần đầu văn bản gốc"))
        return
    component, name, lines = found
    if component is not work.components[0] and _key(name) in _key(work.act.title):
        ledger.doubt(
            message(
                "slot.name_elsewhere",
                "tên cũ còn trong tên của quyết định ban hành: không nói có sửa ở đó không",
            )
        )
    first = component.front[lines.start]
    assert isinstance(first, Paragraph)
    shown = words.upper() if first.text.isupper() else words
    component.front[lines.start : lines.stop] = [replace(first, text=shown, marks=())]
    component.touched = True
    if component is work.components[0]:
        work.act = replace(work.act, title=words)
    ledger.write(component.origin.id, "title")


def _name_lines(component: WorkComponent, title: str) -> range | None:
    """The blocks of a front that make up a name, without the line of its kind."""
    wanted = _key(title)
    if not wanted:
        return None
    front = component.front
    for start in range(len(front)):
        for stop in range(start + 1, min(start + _LONGEST_NAME, len(front)) + 1):
            blocks = [block for block in front[start:stop] if isinstance(block, Paragraph)]
            if len(blocks) < stop - start:
                break
            if _key(" ".join(b.text for b in blocks)) == wanted:
                return range(start, stop)
    return None


def _key(name: str) -> str:
    return matching_key(name).casefold()
