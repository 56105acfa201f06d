"""A text as the sequence of paragraphs and tables that a redline walks along, with their look.

In: an act. Out: lines in the order of the text; their words are those of ``act_lines``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quyche_app.domain.acts import Act, Component, ComponentKind, component_lines
from quyche_app.domain.units import (
    Block,
    Mark,
    Opaque,
    Paragraph,
    Table,
    Unit,
    UnitKind,
    block_lines,
    own_head_lines,
)
from quyche_app.writing.ooxml.styles import HEADING_OF, STYLE_OF


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
    lines: list[Line] = []
    for number, component in enumerate(act.components):
        own = list(_component(component))
        if number and own:
            own[0] = replace(own[0], new_page=True)
        lines += own
    return lines


def differing_looks(old: Act, new: Act) -> tuple[str, ...]:
    """Give in words what two texts of the same words differ in, which no tracked change shows."""
    pairs = list(zip(side_lines(old), side_lines(new), strict=False))
    found = (
        ("kiểu chữ", any(one.marks != other.marks for one, other in pairs)),
        ("căn lề", any(one.align != other.align for one, other in pairs)),
        ("bảng", any(one.table != other.table for one, other in pairs)),
    )
    return tuple(words for words, differs in found if differs)


def cut_marks(marks: Sequence[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """Give the marks of a stretch of words, counted from its start."""
    return tuple(
        Mark(max(0, mark.start - start), min(end, mark.end) - start, mark.kind)
        for mark in marks
        if mark.start < end and mark.end > start
    )


def _component(component: Component) -> Iterator[Line]:
    if component.repealed:
        yield Line(component.id, "front", component_lines(component)[0], "QCTitle")
        return
    # Tables of the head and the foot set words beside each other; those of an appendix are tables.
    is_data = component.kind is ComponentKind.APPENDIX
    yield from _blocks(component.id, "front", component.front, "QCFront", bordered=is_data)
    for unit in component.units:
        yield from _unit(unit)
    yield from _blocks(component.id, "back", component.back, "QCBack", bordered=False)


def _blocks(
    owner: str, slot: str, blocks: Sequence[Block], style: str, *, bordered: bool = True
) -> Iterator[Line]:
    for block in blocks:
        match block:
            case Paragraph():
                yield Line(owner, slot, block.text, style, block.align, block.marks)
            case Table():
                words = "\n".join(block_lines(block))
                yield Line(owner, slot, words, style, table=block, bordered=bordered)
            case Opaque():
                if block.text:
                    yield Line(owner, slot, block.text, style)


def _unit(unit: Unit) -> Iterator[Line]:
    yield from _head(unit)
    if unit.repealed:
        return
    for child in unit.children:
        yield from _unit(child)
    yield from _blocks(unit.id, "tail", unit.tail, "QCText")


def _head(unit: Unit) -> Iterator[Line]:
    """Label, heading and lead: the same lines as ``own_head_lines``."""
    first = unit.lead[0] if unit.lead and not unit.repealed else None
    words = first if unit.heading is None and isinstance(first, Paragraph) else None
    rest = () if unit.repealed else unit.lead[1:] if words is not None else unit.lead
    count = len(own_head_lines(unit)) - sum(len(block_lines(block)) for block in rest)
    is_plain = unit.kind is UnitKind.ARTICLE and words is not None
    style = "QCArticleText" if is_plain else STYLE_OF[unit.kind]
    after = HEADING_OF.get(unit.kind, "QCText" if words is not None else style)
    marks = _shifted(words, unit.prefix) if words is not None else ()
    at = 0
    for number, text in enumerate(own_head_lines(unit)[:count]):
        end = at + len(text)
        yield Line(
            unit.id, "text", text, after if number else style, marks=cut_marks(marks, at, end)
        )
        at = end + 1
    yield from _blocks(unit.id, "text", rest, "QCText")


def _shifted(first: Paragraph, prefix: str) -> tuple[Mark, ...]:
    """The marks of the words behind a label, counted from the start of the label's line."""
    whole = prefix + first.text
    shift = len(prefix) - (len(whole) - len(whole.lstrip()))
    return tuple(Mark(m.start + shift, m.end + shift, m.kind) for m in first.marks)
