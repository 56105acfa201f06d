"""A draft as the paragraphs of the editor's page, and typed paragraphs as words of the draft: pure
values, without Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quyche_app.domain.acts import Act
from quyche_app.domain.flow import FlowParagraph, Part, Slot, act_flow
from quyche_app.domain.texts import LINE_BREAK, OBJECT
from quyche_app.domain.trees import tree_index
from quyche_app.domain.units import (
    Mark,
    Opaque,
    Paragraph,
    Table,
)
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
    spaced = _spaced(act)
    empty: FlowParagraph | None = None  # the last label alone: words may be typed behind it
    for paragraph in act_flow(act):
        if (paragraph.owner, paragraph.slot, paragraph.place) in spaced:
            words = spaced[paragraph.owner, paragraph.slot, paragraph.place]
            paragraph = paragraph._replace(text=words)
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


def _spaced(act: Act) -> dict[tuple[str, Slot, int], str]:
    """Words that end in a space, as they do while somebody types: printing drops it, the page does
    not."""
    found: dict[tuple[str, Slot, int], str] = {}
    for placed in tree_index(act):
        unit = placed.unit
        if unit.heading and unit.heading[-1].isspace():
            found[unit.id, Slot.HEADING, 0] = unit.heading
        first = unit.lead[0] if unit.lead else None
        if isinstance(first, Paragraph) and first.text[-1:].isspace():
            found[unit.id, Slot.LEAD, 0] = first.text
    return found


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
