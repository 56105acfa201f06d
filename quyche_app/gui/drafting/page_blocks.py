"""A draft as the paragraphs of the editor's page, and typed paragraphs as words of the draft: pure
values, without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quyche_app.domain.acts import Act, Component
from quyche_app.domain.flow import FlowParagraph, Part, Slot, act_flow
from quyche_app.domain.units import (
    Block,
    Mark,
    Opaque,
    Paragraph,
    Table,
    Unit,
    block_lines,
)
from quyche_app.drafting.differences import OBJECT
from quyche_app.drafting.edits import own_frame, own_words
from quyche_app.drafting.words import LINE_BREAK, cut, joined
from quyche_app.gui.text_lines import CellRuns, cell_runs, cell_words, depth_of, look_of


@dataclass(frozen=True, slots=True)
class PageBlock:
    """One paragraph of the page.

    Attributes:
        unit_id: the provision (or component) it belongs to.
        slot: "heading", "lead", "tail"; "front", "back"; "label" and objects
            ("lead-object" …) cannot be typed into.
        index: which paragraph of the slot.
        label: painted before the first line, no part of the text.
        look: body, article, group, center, right.
        depth: 0 for clauses, 1 for points, 2 for what is below.
        cells: rows of a table, painted in place of its one character.
        cell_runs: how the words of each cell are set.
    """

    unit_id: str
    slot: str
    index: int
    text: str
    label: str = ""
    marks: tuple[Mark, ...] = ()
    look: str = "body"
    depth: int = 0
    cells: tuple[tuple[str, ...], ...] = ()
    cell_runs: CellRuns = ()

    @property
    def is_editable(self) -> bool:
        """Whether words can be typed here."""
        return self.slot in ("heading", "lead", "tail", "front", "back")

    @property
    def is_frame(self) -> bool:
        """Whether this is a head or an end, not a provision."""
        return self.slot.startswith(("front", "back"))


def page_blocks(act: Act) -> list[PageBlock]:
    """Give every paragraph of the page in the order of the text."""
    blocks: list[PageBlock] = []
    empty: FlowParagraph | None = None  # the last label alone: words may be typed behind it
    for paragraph in act_flow(act):
        if empty is not None and (paragraph.owner, paragraph.slot) != (empty.owner, Slot.LEAD):
            blocks.append(_typed(empty._replace(slot=Slot.LEAD), empty.label))
        elif empty is not None:
            # A table stands first: the label is painted beside it.
            paragraph = paragraph._replace(label=empty.label)
        is_empty = paragraph.part is Part.BARE
        empty = paragraph if is_empty else None
        if not is_empty:
            blocks.append(_page_block(paragraph))
    if empty is not None:
        blocks.append(_typed(empty._replace(slot=Slot.LEAD), empty.label))
    return blocks


def _page_block(paragraph: FlowParagraph) -> PageBlock:
    label = paragraph.label.strip()
    if paragraph.block is not None:
        return _object(paragraph, paragraph.block, label)
    match paragraph.part:
        case Part.REPEALED if paragraph.slot is Slot.FRONT:
            return PageBlock(
                paragraph.owner, "front-object", 0, paragraph.words, look=_look(paragraph)
            )
        case Part.REPEALED:
            return _typed(paragraph, label)
        case Part.LABEL:
            return _typed(paragraph._replace(text=label), "")
    return _typed(paragraph, label)


def _typed(paragraph: FlowParagraph, label: str) -> PageBlock:
    return PageBlock(
        paragraph.owner,
        paragraph.slot.value,
        paragraph.place,
        paragraph.text.replace("\n", LINE_BREAK),
        label,
        paragraph.marks,
        _look(paragraph),
        depth_of(paragraph),
    )


def _look(paragraph: FlowParagraph) -> str:
    """As everywhere in the window; the page knows no plain words, and words keep their own side."""
    if paragraph.part is Part.WORDS and paragraph.align:
        return paragraph.align
    look = look_of(paragraph)
    return "body" if look == "plain" else look


def _object(paragraph: FlowParagraph, block: Table | Opaque, label: str) -> PageBlock:
    page = PageBlock(
        paragraph.owner,
        f"{paragraph.slot}-object",
        paragraph.place,
        OBJECT,
        label,
        (),
        "center",
        depth_of(paragraph),
    )
    match block:
        case Table():
            return replace(page, cells=cell_words(block), cell_runs=cell_runs(block))
        case Opaque():
            return replace(page, text=f"[{block.text or block.name}]")


def typed_unit(unit: Unit, place: PageBlock, text: str, marks: tuple[Mark, ...]) -> Unit:
    """Give the own words of a unit with one paragraph as it stands on the page now."""
    text = text.replace(LINE_BREAK, "\n")
    if place.slot == "heading":
        return replace(own_words(unit), heading=text)
    blocks = unit.lead if place.slot == "lead" else unit.tail
    old = blocks[place.index] if place.index < len(blocks) else Paragraph("")
    assert isinstance(old, Paragraph)
    new = Paragraph(text, marks, old.align)
    changed = (*blocks[: place.index], new, *blocks[place.index + 1 :])
    own = own_words(unit)
    return replace(own, lead=changed) if place.slot == "lead" else replace(own, tail=changed)


def typed_frame(
    component: Component, place: PageBlock, text: str, marks: tuple[Mark, ...]
) -> Component:
    """Give the head and end of a component with one paragraph as it stands on the page now."""
    blocks = component.front if place.slot == "front" else component.back
    old = blocks[place.index]
    assert isinstance(old, Paragraph)
    new = Paragraph(text.replace(LINE_BREAK, "\n"), marks, old.align)
    return with_frame_block(component, place.slot, place.index, (new,))


def with_frame_block(
    component: Component, slot: str, index: int, new: Sequence[Block], *, taken: int = 1
) -> Component:
    """Give the head and end of a component with ``taken`` blocks of it, from an index, replaced."""
    own = own_frame(component)
    blocks = own.front if slot.startswith("front") else own.back
    changed = (*blocks[:index], *new, *blocks[index + taken :])
    return replace(own, front=changed) if slot.startswith("front") else replace(own, back=changed)


def pasted_unit(unit: Unit, place: PageBlock, at: int, pasted: Sequence[Block]) -> Unit:
    """Give the own words of a unit with paragraphs and tables put in at a place of one of its
    paragraphs; a name takes the words alone."""
    if place.slot == "heading":
        heading = unit.heading or ""
        words = " ".join(line for block in pasted for line in block_lines(block))
        return replace(own_words(unit), heading=heading[:at] + words + heading[at:])
    blocks = unit.lead if place.slot == "lead" else unit.tail
    old = blocks[place.index] if place.index < len(blocks) else Paragraph("")
    assert isinstance(old, Paragraph)
    before, after = cut(old, at)
    new = [*pasted]
    if isinstance(new[0], Paragraph):
        new[0] = joined(before, new[0])
    elif before.text:
        new.insert(0, before)
    if isinstance(new[-1], Paragraph) and after.text:
        new[-1] = joined(new[-1], after)
    elif after.text:
        new.append(after)
    changed = (*blocks[: place.index], *new, *blocks[place.index + 1 :])
    own = own_words(unit)
    return replace(own, lead=changed) if place.slot == "lead" else replace(own, tail=changed)


def with_table(
    unit: Unit, slot: str, index: int, table: Table | None, *, is_new: bool = False
) -> Unit:
    """Give the own words of a unit with a table changed, put in behind a paragraph, or (None) taken out."""
    own = own_words(unit)
    blocks = own.tail if slot.startswith("tail") else own.lead
    rest = blocks[index + 1 :]
    kept = blocks[: index + 1] if is_new else blocks[:index]
    changed = (*kept, *(() if table is None else (table,)), *rest)
    return replace(own, tail=changed) if slot.startswith("tail") else replace(own, lead=changed)
