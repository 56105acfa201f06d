"""A text as lines ready to be painted: pure values, without Qt.

A ``TextBlock`` is one provision's own words (label, heading, lead), or the words after its
children, or the head or end of a component. Its lines joined by line feeds are what is copied.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from quyche_app.domain.acts import Act
from quyche_app.domain.flow import FlowParagraph, Part, Slot, act_flow, by_line, own_flow
from quyche_app.domain.operations import Footnote
from quyche_app.domain.texts import LINE_BREAK
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import (
    GROUPING_KINDS,
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
from quyche_app.languages import tr

_MARK_KINDS = {"b": "bold", "i": "italic", "u": "underline", "sup": "note", "sub": "low"}


@dataclass(frozen=True, slots=True)
class Run:
    """Characters ``start`` to ``end`` of a line in a form: bold, italic, added, removed, moved,
    noise, found, note (a footnote number, not part of the words), trace (wording of an act)."""

    start: int
    end: int
    form: str


def runs_within(runs: Iterable[Run], start: int, end: int) -> tuple[Run, ...]:
    """Give the parts of runs that stand between two positions, counted from the first of them."""
    return tuple(
        Run(max(run.start, start) - start, min(run.end, end) - start, run.form)
        for run in runs
        if run.start < end and run.end > start
    )


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
    return tuple(line for paragraph in own_flow(unit) for line in _lines(paragraph))


def look_of(paragraph: FlowParagraph) -> str:
    """Give the look of a paragraph: body, article, group, center, right; "plain" in head and foot."""
    kind = paragraph.kind
    if kind is None:
        return _frame_look(paragraph)
    if paragraph.part in (Part.NAME, Part.LABEL):
        return "group" if kind in GROUPING_KINDS else "article"
    if kind in GROUPING_KINDS and paragraph.label:
        return "group"
    return "body" if paragraph.label else paragraph.align or "body"


def depth_of(paragraph: FlowParagraph) -> int:
    """Give how deep a provision is set: 0 for clauses, 1 for points, 2 for what is below."""
    kind = paragraph.kind
    return max(0, kind.depth - UnitKind.CLAUSE.depth) if kind is not None else 0


def _frame_look(paragraph: FlowParagraph) -> str:
    """Lines of the head in capitals and rules are centred where the file does not say otherwise."""
    if paragraph.part is Part.REPEALED:
        return "center"
    if paragraph.align or paragraph.slot is Slot.BACK or paragraph.block is not None:
        return paragraph.align or "plain"
    is_rule = bool(paragraph.text) and set(paragraph.text) <= set("-–—_* ")
    return "center" if is_rule or _is_capital(paragraph.text) else "plain"


def _is_capital(words: str) -> bool:
    letters = [char for char in words if char.isalpha()]
    return bool(letters) and all(char.isupper() for char in letters)


def _lines(paragraph: FlowParagraph) -> list[Line]:
    depth = depth_of(paragraph)
    if paragraph.block is not None:
        return [block_line(paragraph.block, "body", depth)]
    return [_line(line, depth) for line in by_line(paragraph)]


def _line(line: FlowParagraph, depth: int) -> Line:
    bold = _bold_letters(line)
    runs = (Run(0, bold, "bold"),) if bold else ()
    return Line(line.words, look_of(line), (*runs, *_runs(line.word_marks)), depth)


def _bold_letters(line: FlowParagraph) -> int:
    """How many letters at the beginning of a line are bold: the whole of a name, the label of an
    article, a title of the head that is in capitals."""
    if line.kind is None:
        if line.part is Part.REPEALED:
            return len(line.label.rstrip())
        is_title = line.slot is Slot.FRONT and not line.align and _is_capital(line.text)
        return len(line.text) if is_title else 0
    if line.part in (Part.NAME, Part.LABEL) or (line.kind in GROUPING_KINDS and line.label):
        return len(line.words)
    return len(line.label.rstrip()) if line.kind is UnitKind.ARTICLE else 0


def act_blocks(act: Act) -> tuple[TextBlock, ...]:
    """Give the whole text in reading order."""
    return with_notes(act, ())[0]


def draft_block(name: str) -> TextBlock:
    """Give the line that tells a draft on paper from the text in force."""
    return remark_block(tr("({name}; chưa ban hành, chưa có hiệu lực)", name=name))


def remark_block(words: str) -> TextBlock:
    """Give a line of our own on paper: which state of the text this is."""
    return TextBlock(
        "remark", "", "", "", (Line(words, "center", (Run(0, len(words), "italic"),)),)
    )


def with_notes(
    act: Act, footnotes: Sequence[Footnote], only: frozenset[str] | None = None
) -> tuple[tuple[TextBlock, ...], tuple[tuple[int, Footnote], ...]]:
    """Give the whole text in reading order with the numbers of its footnotes, and the numbered notes.

    Numbers run in reading order and stand where a written file has them (docs/field.md 5.4).

    Args:
        only: the provisions that are wanted; None for all.
    """
    index = TreeIndex(act)
    names = {component.id: component.title or tr("Phần đầu") for component in act.components}
    numbered: list[tuple[int, Footnote]] = []
    blocks: list[TextBlock] = []
    for (owner, slot), paragraphs in groupby(act_flow(act, footnotes), _piece_of):
        if only is not None and owner not in only:
            continue
        lines = tuple(line for paragraph in paragraphs for line in _numbered(paragraph, numbered))
        key = owner if slot == "text" else f"{owner}:{slot}"
        if owner in names:
            blocks.append(TextBlock(key, owner, "", names[owner], lines, slot))
            continue
        address = index.by_id[owner].address
        blocks.append(TextBlock(key, owner, address.path, address.words, lines, slot))
    return tuple(blocks), tuple(numbered)


def _piece_of(paragraph: FlowParagraph) -> tuple[str, str]:
    """What a paragraph is painted and chosen with: own words, words after the children, head, foot."""
    slot = paragraph.slot
    return paragraph.owner, slot.value if slot in (Slot.TAIL, Slot.FRONT, Slot.BACK) else "text"


def _numbered(paragraph: FlowParagraph, numbered: list[tuple[int, Footnote]]) -> list[Line]:
    """The lines of a paragraph with the numbers of its notes; the notes are added to ``numbered``."""
    if not paragraph.notes:
        return _lines(paragraph)
    lines = []
    for piece in by_line(paragraph):
        line = _line(piece, depth_of(piece))
        shift = 0
        for at, note in piece.notes:
            numbered.append((len(numbered) + 1, note))
            line = _with_number(line, at + shift, str(len(numbered)))
            shift += len(str(len(numbered)))
        lines.append(line)
    return lines


def _with_number(line: Line, at: int, number: str) -> Line:
    """A line with the number of a note put in; what is behind it moves along."""
    size = len(number)
    moved = [
        Run(
            run.start + size if run.start >= at else run.start,
            run.end + size if run.end > at else run.end,
            run.form,
        )
        for run in line.runs
    ]
    text = line.text[:at] + number + line.text[at:]
    return replace(line, text=text, runs=(*moved, Run(at, at + size, "note")))


def words_of(line: Line) -> str:
    """Give the words of a line without footnote numbers."""
    text = line.text
    for run in sorted(line.runs, key=lambda run: -run.start):
        if run.form == "note":
            text = text[: run.start] + text[run.end :]
    return text
