"""A draft as the paragraphs of the editor's page, and typed paragraphs as words of the draft: pure
values, without Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quyche_app.domain.acts import Act, Component, component_head
from quyche_app.domain.units import (
    GROUPING_KINDS,
    REPEALED_TEXT,
    Block,
    Mark,
    Opaque,
    Paragraph,
    Table,
    Unit,
    UnitKind,
    block_lines,
)
from quyche_app.drafting.differences import OBJECT
from quyche_app.drafting.edits import own_frame, own_words
from quyche_app.drafting.words import LINE_BREAK, cut, joined
from quyche_app.gui.text_lines import CellRuns, cell_runs, cell_words


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
    for component in act.components:
        blocks += _component(component)
    return blocks


def _component(component: Component) -> Iterator[PageBlock]:
    if component.repealed:
        words = f"{component_head(component)} {REPEALED_TEXT}"
        yield PageBlock(component.id, "front-object", 0, words, look="center")
        return
    for index, block in enumerate(component.front):
        yield _fixed(component.id, "front", index, block)
    for unit in component.units:
        yield from _unit(unit)
    for index, block in enumerate(component.back):
        yield _fixed(component.id, "back", index, block)


def _fixed(component_id: str, slot: str, index: int, block: Block) -> PageBlock:
    if not isinstance(block, Paragraph):
        return PageBlock(
            component_id,
            f"{slot}-object",
            index,
            _object_words(block),
            look="center",
            cells=_cells(block),
            cell_runs=_cell_runs(block),
        )
    letters = [char for char in block.text if char.isalpha()]
    is_title = bool(letters) and all(char.isupper() for char in letters)
    look = block.align or ("center" if is_title and slot == "front" else "body")
    text = block.text.replace("\n", LINE_BREAK)
    return PageBlock(component_id, slot, index, text, "", block.marks, look)


def _object_words(block: Table | Opaque) -> str:
    return OBJECT if isinstance(block, Table) else f"[{block.text or block.name}]"


def _cells(block: Table | Opaque) -> tuple[tuple[str, ...], ...]:
    if not isinstance(block, Table):
        return ()
    return cell_words(block)


def _cell_runs(block: Table | Opaque) -> CellRuns:
    return cell_runs(block) if isinstance(block, Table) else ()


def _unit(unit: Unit) -> Iterator[PageBlock]:
    depth = max(0, unit.kind.depth - UnitKind.CLAUSE.depth)
    is_group = unit.kind in GROUPING_KINDS
    look = "group" if is_group else "body"
    label = unit.prefix.strip()
    if unit.repealed:
        yield PageBlock(unit.id, "label", 0, REPEALED_TEXT, label, (), look, depth)
        return
    if unit.prefix.endswith("\n") or unit.heading_apart:
        yield PageBlock(unit.id, "label", 0, label, "", (), look if is_group else "article", depth)
        label = ""
    if unit.heading is not None:
        heading_look = "group" if is_group else "article"
        yield PageBlock(
            unit.id,
            "heading",
            0,
            unit.heading.replace("\n", LINE_BREAK),
            label,
            (),
            heading_look,
            depth,
        )
        label = ""
    if label and not unit.lead:
        yield PageBlock(unit.id, "lead", 0, "", label, (), look, depth)
    for index, block in enumerate(unit.lead):
        yield _own(unit.id, "lead", index, block, label if index == 0 else "", look, depth)
    for child in unit.children:
        yield from _unit(child)
    for index, block in enumerate(unit.tail):
        yield _own(unit.id, "tail", index, block, "", look, depth)


def _own(
    unit_id: str, slot: str, index: int, block: Block, label: str, look: str, depth: int
) -> PageBlock:
    if not isinstance(block, Paragraph):
        return PageBlock(
            unit_id,
            f"{slot}-object",
            index,
            _object_words(block),
            label,
            (),
            "center",
            depth,
            _cells(block),
            _cell_runs(block),
        )
    return PageBlock(
        unit_id,
        slot,
        index,
        block.text.replace("\n", LINE_BREAK),
        label,
        block.marks,
        block.align or look,
        depth,
    )


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
