"""The own words of a provision, or the head and end of a component, with some of their paragraphs
changed: typed, pasted, a table put in or taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quyche_app.domain.acts import Component
from quyche_app.domain.texts import LINE_BREAK
from quyche_app.domain.units import Block, Mark, Paragraph, Table, Unit, block_lines
from quyche_app.drafting.edits import own_frame, own_words
from quyche_app.drafting.words import cut, joined


def typed_unit(unit: Unit, slot: str, index: int, text: str, marks: tuple[Mark, ...]) -> Unit:
    """Give the own words of a unit with one paragraph as it was typed.

    Args:
        slot: "heading", "lead" or "tail"; index: which paragraph of it, one behind the last for a
            provision without words.
        text: with ``LINE_BREAK`` for a line feed inside the paragraph.
    """
    text = text.replace(LINE_BREAK, "\n")
    if slot == "heading":
        return replace(own_words(unit), heading=text)
    old = _paragraph(blocks_of(unit, slot), index)
    return with_blocks(unit, slot, index, (Paragraph(text, marks, old.align),))


def typed_frame(
    component: Component, slot: str, index: int, text: str, marks: tuple[Mark, ...]
) -> Component:
    """Give the head and end of a component with one paragraph as it was typed."""
    old = _paragraph(frame_blocks(component, slot), index)
    new = Paragraph(text.replace(LINE_BREAK, "\n"), marks, old.align)
    return with_frame_blocks(component, slot, index, (new,))


def pasted_unit(unit: Unit, slot: str, index: int, at: int, pasted: Sequence[Block]) -> Unit:
    """Give the own words of a unit with paragraphs and tables put in at a place of one of its
    paragraphs; a name takes the words alone."""
    if slot == "heading":
        heading = unit.heading_words
        words = " ".join(line for block in pasted for line in block_lines(block))
        return replace(own_words(unit), heading=heading[:at] + words + heading[at:])
    before, after = cut(_paragraph(blocks_of(unit, slot), index), at)
    new = [*pasted]
    if isinstance(new[0], Paragraph):
        new[0] = joined(before, new[0])
    elif before.text:
        new.insert(0, before)
    if isinstance(new[-1], Paragraph) and after.text:
        new[-1] = joined(new[-1], after)
    elif after.text:
        new.append(after)
    return with_blocks(unit, slot, index, new)


def with_table(
    unit: Unit, slot: str, index: int, table: Table | None, *, is_new: bool = False
) -> Unit:
    """Give the own words of a unit with a table changed, put in behind a paragraph, or (None) taken
    out."""
    new = () if table is None else (table,)
    return with_blocks(unit, slot, index + is_new, new, taken=0 if is_new else 1)


def with_blocks(unit: Unit, slot: str, index: int, new: Sequence[Block], *, taken: int = 1) -> Unit:
    """Give the own words of a unit with ``taken`` blocks of a slot, from an index, replaced."""
    blocks = blocks_of(unit, slot)
    changed = (*blocks[:index], *new, *blocks[index + taken :])
    own = own_words(unit)
    return replace(own, tail=changed) if slot.startswith("tail") else replace(own, lead=changed)


def with_frame_blocks(
    component: Component, slot: str, index: int, new: Sequence[Block], *, taken: int = 1
) -> Component:
    """Give the head and end of a component with ``taken`` blocks of it, from an index, replaced."""
    blocks = frame_blocks(component, slot)
    changed = (*blocks[:index], *new, *blocks[index + taken :])
    own = own_frame(component)
    return replace(own, front=changed) if slot.startswith("front") else replace(own, back=changed)


def blocks_of(unit: Unit, slot: str) -> tuple[Block, ...]:
    """Give the blocks of a slot of a provision: "lead", "tail", with or without "-object"."""
    return unit.tail if slot.startswith("tail") else unit.lead


def frame_blocks(component: Component, slot: str) -> tuple[Block, ...]:
    """Give the blocks before or behind the provisions of a component: "front" or "back"."""
    return component.front if slot.startswith("front") else component.back


def _paragraph(blocks: Sequence[Block], index: int) -> Paragraph:
    """The paragraph at an index, an empty one where a provision has none yet."""
    block = blocks[index] if index < len(blocks) else Paragraph("")
    assert isinstance(block, Paragraph)
    return block
