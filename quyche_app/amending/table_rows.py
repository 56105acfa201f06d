"""Rows of a table, called by the number in their first cell: "số thứ tự 3 Phụ lục 1", "… khoản 2 Điều 8", or
by the words of one of their cells: "dòng “Bằng khen”"; one cell of a row, called by its column: "cột “Thời
hạn” tại số thứ tự 3"; and a column alone.

A new row goes behind the one with the number before it; a repealed one keeps its number and says so, so
that the others keep theirs. Source: docs/field.md 4.1, 5.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from quyche_app.amending.account import Ledger, already_there
from quyche_app.amending.work import WorkComponent, WorkUnit
from quyche_app.domain.change_tables import STROKE
from quyche_app.domain.labels import comes_next
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import slot_words
from quyche_app.domain.patterns import late
from quyche_app.domain.sequences import only
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


class NamedRow(NamedTuple):
    """What a slot names: "row:3", "row:“Bằng khen”", the cell "row:3/column:Thời hạn", all rows "row:*", or a
    column of all "column:Mức".

    Attributes:
        number: in the first cell; in marks: the words of a cell; "*" = every row.
        column: the name of a column, or its number from one; "" = the whole row.
    """

    number: str
    column: str


_SLOT = late(
    r"row:(?P<number>\d+[a-zđ]?|“[^“”]+”|\*)(?:/column:(?P<column>.+))?|column:(?P<alone>.+)"
)


def named_row(slot: str) -> NamedRow | None:
    """Give the row that a slot names; None when it names something else."""
    found = _SLOT.fullmatch(slot)
    if found is None:
        return None
    if found["alone"]:
        return NamedRow("*", found["alone"])
    return NamedRow(found["number"], found["column"] or "")


def is_row(slot: str) -> bool:
    """Tell a slot that names a row, or a cell of one."""
    return named_row(slot) is not None


def names_cell(slot: str) -> bool:
    """Tell a slot that names one cell of a row."""
    return is_row(slot) and "column:" in slot


def row_spot(holder: Holder, slot: str) -> RowSpot | None:
    """Give the only row that a slot names; None when there is none, or more than one."""
    return only(row_spots(holder, slot))


def row_spots(holder: Holder, slot: str) -> list[RowSpot]:
    """Give every row that a slot names."""
    named = named_row(slot)
    return [
        spot
        for blocks, owner in _parts(holder)
        for index, block in enumerate(blocks)
        for spot in _rows(blocks, index, block, owner)
        if named is not None and _is_called(spot, named, slot)
    ]


_COUNTED = late(
    r"(?P<kind>\w+(?: \w+)?)\s+số\s+(?P<number>\d{1,3})"
)  # "quầy số 5" under a head "Quầy"


def _is_called(spot: RowSpot, named: NamedRow, slot: str) -> bool:
    if named.number == "*":
        return not named.column or cell_place(spot, slot) is not None
    if named.number.startswith("“"):
        words = named.number.strip("“”")
        counted = _COUNTED.fullmatch(words)
        if counted is not None and _number(spot.cells[0]) == counted["number"].lstrip("0"):
            return any(_same_name(cell_text(row[0]), counted["kind"]) for row in _above(spot))
        return any(_same_name(cell_text(cell), words) for cell in spot.cells)
    return _number(spot.cells[0]) == named.number


def is_of_all_rows(slot: str) -> bool:
    """Tell a slot that names a whole column, or a whole table."""
    return slot.startswith(("row:*", "column:"))


def cell_place(spot: RowSpot, slot: str) -> int | None:
    """Give the place among the cells of a row of the one that a slot names by its column; None when no
    column above the row is called so, or several are."""
    named = named_row(slot)
    if named is None or not named.column:
        return None
    starts = _starts(spot.cells)
    if named.column.isdigit():
        wanted = [int(named.column) - 1]
    else:
        wanted = [
            start
            for cells in _above(spot)
            for start, cell in zip(_starts(cells), cells, strict=True)
            if _same_name(cell_text(cell), named.column)
        ]
    places = {starts.index(one) for one in wanted if one in starts}
    return places.pop() if len(places) == 1 else None


def _above(spot: RowSpot) -> Iterator[tuple[Cell, ...]]:
    """The rows of the same table that stand above a row."""
    block = spot.blocks[spot.index]
    if isinstance(block, Table) and spot.row is not None:
        yield from block.rows[: spot.row]
        return
    for before in reversed(spot.blocks[: spot.index]):
        if not isinstance(before, Paragraph) or STROKE not in f"{before.text} ":
            return
        yield _cells((before,))


def _starts(cells: Sequence[Cell]) -> list[int]:
    """The column, from zero, in which each cell of a row begins."""
    return [sum(cell.span for cell in cells[:place]) for place in range(len(cells))]


def _same_name(one: str, other: str) -> bool:
    return _plain_name(one) == _plain_name(other)


def _plain_name(words: str) -> str:
    return " ".join(words.casefold().split()).strip(" :.;,")


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
    quoted = _own_row(slot, quoted, ledger)
    cells, old = _cells(quoted), spot.cells
    if names_cell(slot):
        _change_cell(holder, spot, slot, quoted, ledger)
        return
    if not quoted:
        cells = (old[0], Cell((Paragraph(REPEALED_TEXT),), max(1, sum(c.span for c in old) - 1)))
    elif len(cells) != len(old) or _other_number(cells[0], old[0]):
        ledger.fail(_other_cells(slot))
        return
    _write(holder, spot, [cells])
    ledger.write(_owner_id(holder, spot), "repeal" if not quoted else "unit")


def _own_row(slot: str, quoted: Sequence[Block], ledger: Ledger) -> Sequence[Block]:
    """Of the rows that several slots of an order share the one with the number of a slot; all of them where
    there are not as many as slots."""
    targets, named = ledger.instruction.targets, named_row(slot)
    are_rows = all(is_row(target.slot) for target in targets)
    if named is None or not are_rows or not 1 < len(quoted) == len(targets):
        return quoted
    rows = [(block, _cells((block,))) for block in quoted]
    own = [block for block, cells in rows if cells[:1] and _number(cells[0]) == named.number]
    return own if own else quoted


def _other_number(new: Cell, old: Cell) -> bool:
    """Whether a row that has a number would get another one; the first cell of some tables is a name."""
    numbers = {_number(new), _number(old)}
    return len(numbers) > 1 and any(map(str.isdigit, numbers))


def _change_cell(
    holder: Holder, spot: RowSpot, slot: str, quoted: Sequence[Block], ledger: Ledger
) -> None:
    """Give one cell its new words. An empty cell is no repeal that an office writes."""
    place = cell_place(spot, slot)
    if not place:
        ledger.fail(_missing(slot))
        return
    words = only(quoted)
    if not isinstance(words, Paragraph):
        ledger.fail(_other_cells(slot))
        return
    cells = list(spot.cells)
    cells[place] = Cell((words,), cells[place].span)
    _write(holder, spot, [tuple(cells)])
    ledger.write(_owner_id(holder, spot), "unit")


def put_row(holder: Holder, slot: str, ledger: Ledger) -> None:
    """Put in the row that an instruction orders: beside the one it names, or where its number says."""
    position, quoted = ledger.instruction.position, ledger.instruction.quoted
    reference = position.reference if position is not None else None
    if position is None or reference is None or not is_row(reference.slot):
        insert_row(holder, slot, quoted, ledger)
        return
    is_new = reference.slot != slot
    if is_new and row_spot(holder, slot) is not None:
        ledger.fail(already_there(slot_words(slot)))
    else:
        insert_row_beside(holder, reference.slot, position.side, quoted, ledger)


def insert_row(holder: Holder, slot: str, quoted: Sequence[Block], ledger: Ledger) -> None:
    """Put a new row behind the one with the number before it."""
    named = named_row(slot)
    if named is None or named.column:
        ledger.fail(_missing(slot))
        return
    number = named.number
    if row_spot(holder, slot) is not None:
        ledger.fail(already_there(slot_words(slot)))
        return
    neighbour = f"row:{_before(number)}"
    before = row_spot(holder, neighbour)
    cells = _cells(quoted)
    if before is None:
        ledger.fail(_missing(neighbour))
        return
    if len(cells) != _width(before) or _number(cells[0]) != number:
        ledger.fail(_other_cells(slot))
        return
    _write(holder, before, [before.cells, cells])
    ledger.write(_owner_id(holder, before), "insert")


def insert_row_beside(
    holder: Holder, slot: str, side: str, quoted: Sequence[Block], ledger: Ledger
) -> None:
    """Put a new row before or behind the one that a slot names."""
    spot, cells = row_spot(holder, slot), _cells(quoted)
    if spot is None or names_cell(slot):
        ledger.fail(_missing(slot))
        return
    if len(cells) != _width(spot):
        ledger.fail(_other_cells(slot))
        return
    new, old = _number(cells[0]), _number(spot.cells[0])
    are_numbered = new.isdigit() | old.isdigit()
    if are_numbered and not comes_next(new, old):
        ledger.doubt(
            message(
                "row.against_order",
                "số thứ tự của dòng mới không theo số của dòng đứng cạnh",
            )
        )
    _write(holder, spot, [cells, spot.cells] if side == "before" else [spot.cells, cells])
    ledger.write(_owner_id(holder, spot), "insert")


def _width(spot: RowSpot) -> int:
    """How many cells a new row beside this one has; a row that was repealed has fewer than those above it."""
    if cell_text(spot.cells[-1]) != REPEALED_TEXT:
        return len(spot.cells)
    return max(len(row) for row in (spot.cells, *_above(spot)))


def _before(number: str) -> str:
    """The number that a new one follows: "7" for "7a" and for "8", "7a" for "7b"."""
    digits, letter = re.fullmatch(r"(\d+)(\D?)", number).groups()  # type: ignore[union-attr]
    if not letter:
        return str(int(digits) - 1)
    return digits if letter == "a" else f"{digits}{chr(ord(letter) - 1)}"


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
    words = only(quoted)
    if isinstance(words, Table):
        return only(words.rows) or ()
    if isinstance(words, Paragraph):
        return tuple(Cell((Paragraph(one),)) for one in line_cells(words.text))
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
