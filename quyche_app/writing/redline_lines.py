"""A text as the sequence of paragraphs and tables that a redline walks along, with their look.

In: an act. Out: lines in the order of the text; their words are those of ``act_lines``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quyche_app.domain.acts import Act
from quyche_app.domain.flow import FlowParagraph, Slot, act_flow, by_line
from quyche_app.domain.units import Mark, Table, block_lines
from quyche_app.writing.named_styles import style_of

_FRAME = (Slot.FRONT, Slot.BACK)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or a table of one side.

    Attributes:
        owner: identity of the unit or component that holds it.
        slot: "text", "tail", "front" or "back", as in ``Pair.slot``.
        bordered: of a table: its lines are drawn.
        new_page: a component begins here on a page of its own.
    """

    owner: str
    slot: str
    text: str
    style: str
    align: str = ""
    marks: tuple[Mark, ...] = ()
    table: Table | None = None
    bordered: bool = True
    new_page: bool = False


def side_lines(act: Act) -> list[Line]:
    """Give the lines of an act in the order of the text."""
    return [line for paragraph in act_flow(act) for line in _lines(paragraph)]


def differing_looks(old: Act, new: Act) -> tuple[str, ...]:
    """Give in words what two texts of the same words differ in, which no tracked change shows."""
    pairs = list(zip(side_lines(old), side_lines(new), strict=False))
    found = (
        ("kiểu chữ", any(one.marks != other.marks for one, other in pairs)),
        ("căn lề", any(one.align != other.align for one, other in pairs)),
        ("bảng", any(one.table != other.table for one, other in pairs)),
    )
    return tuple(words for words, differs in found if differs)


def _lines(paragraph: FlowParagraph) -> Iterator[Line]:
    slot = paragraph.slot if paragraph.slot in _FRAME else "text"
    if paragraph.slot is Slot.TAIL:
        slot = "tail"
    block = paragraph.block
    if block is not None:
        words = "\n".join(block_lines(block))
        if isinstance(block, Table) or words:
            yield Line(
                paragraph.owner,
                slot,
                words,
                style_of(paragraph),
                table=block if isinstance(block, Table) else None,
                bordered=paragraph.is_ruled,
                new_page=paragraph.new_page,
            )
        return
    for line in by_line(paragraph):
        yield Line(
            line.owner,
            slot,
            line.words,
            style_of(line),
            line.align,
            line.word_marks,
            new_page=line.new_page,
        )
