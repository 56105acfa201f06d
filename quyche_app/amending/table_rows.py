"""Rows of a table, called by the number in their first cell: "số thứ tự 3 Phụ lục 1", "… khoản 2 Điều 8".

A new row goes behind the one with the number before it; a repealed one keeps its number and says so, so
that the others keep theirs. Source: docs/field.md 4.1, 5.3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quyche_app.amending.account import Ledger, already_there
from quyche_app.amending.work import WorkComponent, WorkUnit
from quyche_app.domain.change_tables import STROKE
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import slot_words
from quyche_app.domain.units import (
    REPEALED_TEXT,
    Block,
    Cell,
    Paragraph,
    Table,
    cell_text,
    line_cells,
)

Holder = WorkComponent | WorkUnit  # an appendix, or a provision with a table


@dataclass(frozen=True, slots=True)
class RowSpot:
    """A row among the blocks of a part: one of a table, or a line with strokes between its cells.

    Attributes:
        row: its place in the table; None = a line.
        owner: whose blocks they are; None = the words before the units.
    """

    blocks: list[Block]
    index: int
    row: int | None
    owner: WorkUnit | None = None

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells of the row."""
        block = self.blocks[self.index]
        if isinstance(block, Table) and self.row is not None:
            return block.rows[self.row]
        return _cells((block,))

    def put(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        """Put rows in the place of this one."""
        block = self.blocks[self.index]
        if isinstance(block, Table) and self.row is not None:
            whole = (*block.rows[: self.row], *rows, *block.rows[self.row + 1 :])
            self.blocks[self.index] = replace(block, rows=whole)
        else:
            lines = [STROKE.join(cell_text(cell) for cell in row).rstrip() for row in rows]
            self.blocks[self.index : self.index + 1] = [Paragraph(line) for line in lines]


def is_row(slot: str) -> bool:
    """Tell a slot that names a row: "row:3"."""
    return slot.startswith("row:") and slot.partition(":")[2].isdigit()


def row_spot(holder: Holder, slot: str) -> RowSpot | None:
    """Give the only row with the number of a slot; None when there is none, or more than one."""
    number = slot.partition(":")[2]
    found = [
        spot
        for blocks, owner in _parts(holder)
        for index, block in enumerate(blocks)
        for spot in _rows(blocks, index, block, owner)
        if _number(spot.cells[0]) == number
    ]
    return found[0] if len(found) == 1 else None


def _rows(
    blocks: list[Block], index: int, block: Block, owner: WorkUnit | None
) -> Iterator[RowSpot]:
    if isinstance(block, Table):
        yield from (
            RowSpot(blocks, index, row, owner) for row, cells in enumerate(block.rows) if cells
        )
    elif isinstance(block, Paragraph) and STROKE in f"{block.text} ":
        yield RowSpot(blocks, index, None, owner)


def change_row(holder: Holder, slot: str, quoted: Sequence[Block], ledger: Ledger) -> None:
    """Give a row its new words; none take it away."""
    spot = row_spot(holder, slot)
    if spot is None:
        ledger.fail(_missing(slot))
        return
    cells, old = _cells(quoted), spot.cells
    if not quoted:
        cells = (old[0], Cell((Paragraph(REPEALED_TEXT),), max(1, sum(c.span for c in old) - 1)))
    elif len(cells) != len(old) or _number(cells[0]) != _number(old[0]):
        ledger.fail(
            message(
                "row.other_cells", "lời văn mới không khớp các ô của {slot}", slot=slot_words(slot)
            )
        )
        return
    _write(holder, spot, [cells])
    ledger.write(_owner_id(holder, spot), "repeal" if not quoted else "unit")


def insert_row(holder: Holder, slot: str, quoted: Sequence[Block], ledger: Ledger) -> None:
    """Put a new row behind the one with the number before it."""
    number = slot.partition(":")[2]
    if row_spot(holder, slot) is not None:
        ledger.fail(already_there(slot_words(slot)))
        return
    before = row_spot(holder, f"row:{int(number) - 1}")
    cells = _cells(quoted)
    if before is None:
        ledger.fail(_missing(f"row:{int(number) - 1}"))
        return
    if len(cells) != len(before.cells) or _number(cells[0]) != number:
        ledger.fail(
            message(
                "row.other_cells", "lời văn mới không khớp các ô của {slot}", slot=slot_words(slot)
            )
        )
        return
    _write(holder, before, [before.cells, cells])
    ledger.write(_owner_id(holder, before), "insert")


def _parts(holder: Holder) -> Iterator[tuple[list[Block], WorkUnit | None]]:
    if isinstance(holder, WorkComponent):
        yield holder.front, None
    for unit in holder.walk():
        yield unit.lead, unit
        yield unit.tail, unit


def _number(cell: Cell) -> str:
    return cell_text(cell).strip().rstrip(".").lstrip("0")


def _cells(quoted: Sequence[Block]) -> tuple[Cell, ...]:
    """The cells of the new words: a row of a table, or a line with strokes."""
    first = quoted[0] if len(quoted) == 1 else None
    if isinstance(first, Table) and len(first.rows) == 1:
        return first.rows[0]
    if isinstance(first, Paragraph):
        return tuple(Cell((Paragraph(words),)) for words in line_cells(first.text))
    return ()


def _write(holder: Holder, spot: RowSpot, rows: Sequence[tuple[Cell, ...]]) -> None:
    spot.put(rows)
    if spot.owner is not None:
        spot.owner.touch()
    component = holder if isinstance(holder, WorkComponent) else holder.component
    component.touched = True


def _owner_id(holder: Holder, spot: RowSpot) -> str:
    if spot.owner is not None:
        return spot.owner.id
    return holder.origin.id if isinstance(holder, WorkComponent) else holder.id


def _other_cells(slot: str) -> Message:
    return message(
        "row.other_cells", "lời văn mới không khớp các ô của {slot}", slot=slot_words(slot)
    )


def _missing(slot: str) -> Message:
    return message("slot.missing", "không có {slot} ở chỗ được nêu", slot=slot_words(slot))
