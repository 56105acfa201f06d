"""A text as lines ready to be painted: pure values, without Qt.

A ``TextBlock`` is one provision's own words (label, heading, lead), or the words after its
children, or the head or end of a component. Its lines joined by line feeds are what is copied.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from quyche_app.domain.acts import Act, Component, component_head
from quyche_app.domain.operations import Footnote
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import (
    GROUPING_KINDS,
    REPEALED_TEXT,
    Block,
    Cell,
    Mark,
    Opaque,
    Paragraph,
    Table,
    Unit,
    UnitKind,
    block_lines,
    cell_text,
)
from quyche_app.drafting.words import LINE_BREAK
from quyche_app.languages import tr

_MARK_KINDS = {"b": "bold", "i": "italic", "u": "underline", "sup": "note", "sub": "low"}


@dataclass(frozen=True, slots=True)
class Run:
    """Characters ``start`` to ``end`` of a line in a form: bold, italic, added, removed, moved,
    noise, found, note (a footnote number, not part of the words), trace (wording of an act)."""

    start: int
    end: int
    form: str


CellRuns = tuple[tuple[tuple[Run, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: ``look`` is body, article, group, center, right, plain or table."""

    text: str
    look: str = "body"
    runs: tuple[Run, ...] = ()
    depth: int = 0  # 0 for clauses, 1 for points, 2 for what is below
    cells: tuple[tuple[str, ...], ...] = ()  # rows of a table
    cell_runs: CellRuns = ()  # how the words of each cell are set, in the order of the cells


@dataclass(frozen=True, slots=True)
class TextBlock:
    """What is painted, chosen and copied as one piece."""

    key: str  # unit id, or component id with the slot
    unit_id: str
    path: str
    words: str  # address in words
    lines: tuple[Line, ...]
    slot: str = "text"

    @property
    def text(self) -> str:
        """The words as they are copied."""
        return "\n".join(line.text for line in self.lines)


def block_line(block: Block, look: str = "body", depth: int = 0) -> Line:
    """Give a block as a line."""
    match block:
        case Paragraph():
            return Line(block.text, _aligned(block, look), _runs(block.marks), depth)
        case Table():
            text = "\n".join(" | ".join(cell_text(cell) for cell in row) for row in block.rows)
            return Line(text, "table", cells=cell_words(block), cell_runs=cell_runs(block))
        case Opaque():
            return Line(block.text or f"[{block.name}]", "center", (), depth)


def cell_words(table: Table) -> tuple[tuple[str, ...], ...]:
    """Give the words of each cell, its paragraphs on lines of their own; as long as ``cell_text``."""
    return tuple(
        tuple(
            LINE_BREAK.join(line for block in cell.blocks for line in block_lines(block))
            for cell in row
        )
        for row in table.rows
    )


def cell_runs(table: Table) -> CellRuns:
    """Give how the words of each cell are set: bold, italic, underlined."""
    return tuple(tuple(_runs_of_cell(cell) for cell in row) for row in table.rows)


def _runs_of_cell(cell: Cell) -> tuple[Run, ...]:
    runs: list[Run] = []
    at = 0
    for block in cell.blocks:
        if isinstance(block, Paragraph):
            runs += _runs(block.marks, at)
        at += sum(len(line) + 1 for line in block_lines(block))
    return tuple(runs)


def _aligned(block: Paragraph, look: str) -> str:
    return block.align if block.align in ("center", "right") else look


def _runs(marks: Iterable[Mark], shift: int = 0) -> tuple[Run, ...]:
    return tuple(
        Run(mark.start + shift, mark.end + shift, _MARK_KINDS[mark.kind])
        for mark in marks
        if mark.kind in _MARK_KINDS
    )


def unit_lines(unit: Unit) -> tuple[Line, ...]:
    """Give the lines of label, heading and lead of a unit."""
    depth = max(0, unit.kind.depth - UnitKind.CLAUSE.depth)
    look = "group" if unit.kind in GROUPING_KINDS else "body"
    if unit.repealed:
        return (_labelled(unit, f"{unit.prefix.rstrip()} {REPEALED_TEXT}", look, depth),)
    lines: list[Line] = []
    lead = list(unit.lead)
    if unit.heading is not None:
        lines += _heading_lines(unit)
    elif lead and isinstance(lead[0], Paragraph):
        first = lead.pop(0)
        assert isinstance(first, Paragraph)
        lines += _first_lines(unit, first, look, depth)
    elif unit.prefix.strip():
        lines.append(_labelled(unit, unit.prefix.strip(), look, depth))
    lines += [block_line(block, "body", depth) for block in lead]
    return tuple(lines)


def _heading_lines(unit: Unit) -> list[Line]:
    heading = unit.heading or ""
    look = "group" if unit.kind in GROUPING_KINDS else "article"
    if unit.heading_apart:
        texts = [unit.prefix.strip(), *heading.split("\n")]
    else:
        texts = (unit.prefix + heading).strip().split("\n")
    return [Line(text, look, (Run(0, len(text), "bold"),)) for text in texts]


def _first_lines(unit: Unit, first: Paragraph, look: str, depth: int) -> list[Line]:
    text = (unit.prefix + first.text).strip()
    if "\n" in text:
        return [_labelled(unit, piece, look, depth) for piece in text.split("\n")]
    line = _labelled(unit, text, look, depth)
    return [replace(line, runs=line.runs + _runs(first.marks, len(text) - len(first.text)))]


def _labelled(unit: Unit, text: str, look: str, depth: int) -> Line:
    """The label of an article is bold; a chapter is bold as a whole."""
    if unit.kind is UnitKind.ARTICLE:
        return Line(text, look, (Run(0, min(len(unit.prefix.rstrip()), len(text)), "bold"),), depth)
    if unit.kind in GROUPING_KINDS:
        return Line(text, look, (Run(0, len(text), "bold"),), depth)
    return Line(text, look, (), depth)


def act_blocks(act: Act) -> tuple[TextBlock, ...]:
    """Give the whole text in reading order."""
    index = TreeIndex(act)
    blocks: list[TextBlock] = []
    for component in act.components:
        blocks += _component_blocks(component, index)
    return tuple(blocks)


def draft_block(name: str) -> TextBlock:
    """Give the line that tells a draft on paper from the text in force."""
    return remark_block(tr(f"({name}; chưa ban hành, chưa có hiệu lực)"))


def remark_block(words: str) -> TextBlock:
    """Give a line of our own on paper: which state of the text this is."""
    return TextBlock(
        "remark", "", "", "", (Line(words, "center", (Run(0, len(words), "italic"),)),)
    )


def _component_blocks(component: Component, index: TreeIndex) -> Iterator[TextBlock]:
    name = component.title or tr("Phần đầu")
    if component.repealed:
        head = component_head(component)
        line = Line(f"{head} {REPEALED_TEXT}", "center", (Run(0, len(head), "bold"),))
        yield TextBlock(f"{component.id}:front", component.id, "", name, (line,), "front")
        return
    if component.front:
        lines = tuple(_front_line(block) for block in component.front)
        yield TextBlock(f"{component.id}:front", component.id, "", name, lines, "front")
    for unit in component.units:
        yield from _unit_blocks(unit, index)
    if component.back:
        lines = tuple(block_line(block, "plain") for block in component.back)
        yield TextBlock(f"{component.id}:back", component.id, "", name, lines, "back")


def _front_line(block: Block) -> Line:
    line = block_line(block, "plain")
    letters = [char for char in line.text if char.isalpha()]
    is_title = bool(letters) and all(char.isupper() for char in letters)
    is_rule = bool(line.text) and set(line.text) <= set("-–—_* ")
    if line.look == "plain" and (is_title or is_rule):
        bold = (Run(0, len(line.text), "bold"),) if is_title else ()
        return replace(line, look="center", runs=line.runs + bold)
    return line


def _unit_blocks(unit: Unit, index: TreeIndex) -> Iterator[TextBlock]:
    address = index.by_id[unit.id].address
    yield TextBlock(unit.id, unit.id, address.path, address.words, unit_lines(unit))
    if unit.repealed:
        return
    for child in unit.children:
        yield from _unit_blocks(child, index)
    if unit.tail:
        depth = max(0, unit.kind.depth - UnitKind.CLAUSE.depth)
        lines = tuple(block_line(block, "body", depth) for block in unit.tail)
        yield TextBlock(f"{unit.id}:tail", unit.id, address.path, address.words, lines, "tail")


def with_notes(
    blocks: tuple[TextBlock, ...], footnotes: tuple[Footnote, ...]
) -> tuple[tuple[TextBlock, ...], tuple[tuple[int, Footnote], ...]]:
    """Put the numbers of footnotes behind the words they speak of; give blocks and numbered notes.

    Numbers run in reading order (domain.md 5.4).
    """
    by_unit: dict[str, list[Footnote]] = {}
    for note in footnotes:
        by_unit.setdefault(note.unit_id, []).append(note)
    numbered: list[tuple[int, Footnote]] = []
    result: list[TextBlock] = []
    for block in blocks:
        notes = by_unit.pop(block.unit_id, []) if block.lines else []
        lines = list(block.lines)
        for note in notes:
            numbered.append((len(numbered) + 1, note))
            at = _noted_line(lines, note)
            text = lines[at].text
            number = str(len(numbered))
            run = Run(len(text), len(text) + len(number), "note")
            lines[at] = replace(lines[at], text=text + number, runs=(*lines[at].runs, run))
        result.append(replace(block, lines=tuple(lines)) if notes else block)
    return tuple(result), tuple(numbered)


def _noted_line(lines: list[Line], note: Footnote) -> int:
    """A note on a heading stands behind the heading, another behind the last line of words."""
    if note.slot == "heading":
        return 0
    for at in range(len(lines) - 1, -1, -1):
        if lines[at].look != "table":
            return at
    return len(lines) - 1


def words_of(line: Line) -> str:
    """Give the words of a line without footnote numbers."""
    text = line.text
    for run in sorted(line.runs, key=lambda run: -run.start):
        if run.form == "note":
            text = text[: run.start] + text[run.end :]
    return text
