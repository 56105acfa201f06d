"""The tree of a text: units with a label, a heading, a lead, children and a tail; blocks in them.

Everything is frozen; a change builds a new tree that shares what it did not touch.
Source: docs/architecture.md 4.1, docs/field.md 3.1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum


class UnitKind(StrEnum):
    """The levels of a text, from the largest to the smallest (docs/field.md 3.1)."""

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    SUBSECTION = "subsection"
    ARTICLE = "article"
    CLAUSE = "clause"
    POINT = "point"
    SUBPOINT = "subpoint"
    ITEM = "item"

    depth: int  # the place of the level: 0 for a part, 8 for an item


for _depth, _kind in enumerate(UnitKind):
    _kind.depth = _depth  # asked for thousands of times a text: an attribute is the quickest
GROUPING_KINDS = frozenset({UnitKind.PART, UnitKind.CHAPTER, UnitKind.SECTION, UnitKind.SUBSECTION})


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline mark over characters ``start`` to ``end`` (0-based, end excluded): b, i, u, sup, sub."""

    start: int
    end: int
    kind: str

    def covers(self, start: int, end: int) -> bool:
        """Tell whether all characters from ``start`` to ``end`` are marked."""
        return self.start <= start and end <= self.end


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of words; ``align`` is "", "center" or "right" where the source said so."""

    text: str
    marks: tuple[Mark, ...] = ()
    align: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell with its blocks; ``span`` counts the columns it covers."""

    blocks: tuple[Block, ...]
    span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells of blocks."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Opaque:
    """A picture or formula, kept as it came: its name, bytes in base64, and words that stand for it."""

    name: str
    text: str
    payload: str = ""


Block = Paragraph | Table | Opaque


@dataclass(frozen=True, slots=True)
class Unit:
    """A provision.

    Attributes:
        id: opaque identity that never changes.
        label: "14a", "đ1", "III", "thứ hai".
        prefix: the label as printed, with what stands between it and the words: "Điều 14a. ", "đ1) ";
            it ends with a line feed when the words begin in the next paragraph.
        heading: its name; None when it has none.
        heading_apart: the heading stands in paragraphs of its own below the label.
        lead: blocks before the children; without a heading the first shares the label's line.
        tail: blocks after the children.
        repealed: keeps its place and label, prints "(được bãi bỏ)".
    """

    id: str
    kind: UnitKind
    label: str
    prefix: str
    heading: str | None = None
    heading_apart: bool = False
    lead: tuple[Block, ...] = ()
    children: tuple[Unit, ...] = ()
    tail: tuple[Block, ...] = ()
    repealed: bool = False

    @property
    def heading_words(self) -> str:
        """The heading; "" when it has none."""
        return self.heading or ""

    @property
    def is_article_in_force(self) -> bool:
        """It is an article, and not repealed."""
        return self.kind is UnitKind.ARTICLE and not self.repealed


def printed_label(kind: UnitKind, label: str) -> str:
    """Give a label as it is printed, with what stands between it and the words: "Điều 5. ", "a) "."""
    match kind:
        case UnitKind.PART:
            return f"Phần {label}\n"
        case UnitKind.CHAPTER:
            return f"Chương {label}\n"
        case UnitKind.SECTION:
            return f"Mục {label}. "
        case UnitKind.SUBSECTION:
            return f"Tiểu mục {label}. "
        case UnitKind.ARTICLE:
            return f"Điều {label}. "
        case UnitKind.CLAUSE:
            return f"{label}. "
        case UnitKind.SUBPOINT:
            return f"({label}) "
        case UnitKind.ITEM:
            return "- "
        case _:
            return f"{label}) "


REPEALED_TEXT = "(được bãi bỏ)"  # docs/field.md 5.3


def block_lines(block: Block) -> list[str]:
    """Give the lines of a block: a paragraph is one, a table one a row with cells joined by " | "."""
    match block:
        case Paragraph():
            return [block.text]
        case Table():
            return [" | ".join(cell_text(cell) for cell in row) for row in block.rows]
        case Opaque():
            return [block.text] if block.text else []


def line_cells(line: str) -> list[str]:
    """Give the cells of a row on one line, see ``block_lines``; an empty one at an end may have lost its
    space in a file of plain text."""
    return [cell.strip() for cell in f" {line} ".split(" | ")]


def cell_text(cell: Cell) -> str:
    """Give the words of a cell on one line."""
    return " ".join(line for block in cell.blocks for line in block_lines(block))


def walk(units: tuple[Unit, ...]) -> Iterator[Unit]:
    """Give every unit of a forest, parents before children, in the order of the text."""
    for unit in units:
        yield unit
        yield from walk(unit.children)


def map_units(
    units: tuple[Unit, ...], change: Callable[[Unit], tuple[Unit, ...] | None]
) -> tuple[Unit, ...]:
    """Rebuild a forest: ``change`` gives None to go on inside a unit, or the units that replace it."""
    out: list[Unit] = []
    touched = False
    for unit in units:
        result = change(unit)
        if result is not None:
            out += result
            touched = touched or result != (unit,)
            continue
        children = map_units(unit.children, change)
        if children is not unit.children:
            unit = replace(unit, children=children)
            touched = True
        out.append(unit)
    return tuple(out) if touched else units
