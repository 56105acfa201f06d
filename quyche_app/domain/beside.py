"""What a file holds beside the words of its text: what a sentence that vouches for words must name.

The model of a text holds words, marks and tables (``domain.units``). Everything else of an office file
is told apart here by kind and content, so that two files can be told to differ in it, and whoever
writes a file anew can say what is not in it. Not counted: what a layout profile writes itself (page
numbers, fonts, margins), and a table of contents, which Word makes from the headings.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.messages import Message, message
from quyche_app.domain.units import Block, Cell, Opaque, Paragraph, Table, block_lines


class Part(StrEnum):
    """A kind of content beside the words."""

    PICTURES = "pictures"
    FORMULAS = "formulas"
    OBJECTS = "objects"  # charts, embedded files
    NOTES = "notes"  # at the foot of a page or the end of the text
    SOURCE_NOTES = (
        "source_notes"  # of a consolidated text: which act a wording comes from (docs/field.md 5.4)
    )
    COMMENTS = "comments"
    PAGE_HEADS = "page_heads"  # heads and feet of pages, with more than a page number
    MERGED_CELLS = "merged_cells"
    COLUMN_WIDTHS = "column_widths"
    INNER_TABLES = "inner_tables"  # a table in a cell
    TEXT_BOXES = "text_boxes"
    HIDDEN = "hidden_words"
    STRUCK = "struck_words"
    TRACKED = "tracked_changes"
    FOREIGN = "foreign_parts"  # another file, inserted whole
    LINKS = "links"
    TYPING = "typing"  # letters in one piece or in several (NFC, NFD)

    @property
    def is_look(self) -> bool:
        """It says nothing of its own: how a table is drawn, how letters are typed, where a link leads."""
        return self in _LOOKS


_LOOKS = frozenset(
    {
        Part.COLUMN_WIDTHS,
        Part.MERGED_CELLS,
        Part.INNER_TABLES,
        Part.TEXT_BOXES,
        Part.LINKS,
        Part.TYPING,
    }
)

PART_WORDS = {
    Part.PICTURES: "hình",
    Part.FORMULAS: "công thức",
    Part.OBJECTS: "biểu đồ hoặc đối tượng nhúng",
    Part.NOTES: "chú thích",
    Part.SOURCE_NOTES: "chú thích nguồn sửa đổi",
    Part.COMMENTS: "nhận xét bên lề",
    Part.PAGE_HEADS: "đầu trang và chân trang",
    Part.MERGED_CELLS: "ô gộp của bảng",
    Part.COLUMN_WIDTHS: "độ rộng cột của bảng",
    Part.INNER_TABLES: "bảng lồng trong ô",
    Part.TEXT_BOXES: "khung bao chữ",
    Part.HIDDEN: "chữ ẩn",
    Part.STRUCK: "chữ gạch ngang",
    Part.TRACKED: "dấu sửa chưa nhận hoặc bỏ",
    Part.FOREIGN: "phần chèn từ tệp khác",
    Part.LINKS: "liên kết",
    Part.TYPING: "cách gõ dấu",
}
# Parts of a source that no file written by the program has; the words of a text box are in the text.
# Where a link leads is no word on paper.
_NEVER_WRITTEN = (
    Part.NOTES,
    Part.SOURCE_NOTES,
    Part.COMMENTS,
    Part.PAGE_HEADS,
    Part.HIDDEN,
    Part.STRUCK,
    Part.TRACKED,
    Part.FOREIGN,
    Part.TEXT_BOXES,
)
_OPAQUE_PARTS = {"hình": Part.PICTURES, "công thức": Part.FORMULAS}
# Columns narrower or wider than an equal share by more than this part of it look uneven on paper.
_UNEVEN = 0.25
_SAME_WIDTH = 3  # hundredths of the table


class Thing(NamedTuple):
    """One thing beside the words; things with equal digests are the same."""

    part: Part
    digest: str


class TableShape(NamedTuple):
    """How a table is drawn.

    Attributes:
        words: its lines, which name it.
        cells: columns that each cell covers, row by row, and which goes on with the one above.
        widths: of its columns in hundredths of the table; () where the file does not say.
    """

    words: str
    cells: str
    has_merged_rows: bool
    has_inner_table: bool
    widths: tuple[int, ...] = ()

    @property
    def is_uneven(self) -> bool:
        """Its columns have widths that a reader sees to differ."""
        share = 100 / max(1, len(self.widths))
        return any(abs(width - share) > _UNEVEN * share for width in self.widths)


@dataclass(frozen=True, slots=True)
class Beside:
    """Everything that a file holds beside its words, in the order of the file."""

    things: tuple[Thing, ...] = ()
    tables: tuple[TableShape, ...] = ()

    def with_act(self, act: Beside) -> Beside:
        """Give what the files of a text and of an act that amends it hold: of the act its notes and its
        tables, which may stand in new wording; its page heads and comments are its own."""
        notes = (thing for thing in act.things if thing.part in (Part.NOTES, Part.SOURCE_NOTES))
        return Beside((*self.things, *notes), (*self.tables, *act.tables))


NOTHING_BESIDE = Beside()
UNKNOWN_SOURCE = message(
    "remark.unknown_source",
    "Không đọc lại được tệp gốc nên chưa rõ tệp ấy còn gì ngoài lời văn: "
    "hình, chú thích, đầu trang.",
)


class Uncompared(NamedTuple):
    """A part in which two files differ though no word says so, with how much of it each has."""

    part: Part
    old: int
    new: int

    @property
    def said(self) -> Message:
        """The part and how much there is: "chú thích (bản cũ 1, bản mới 2)"."""
        text = "{part} (bản cũ {old}, bản mới {new})"
        return message("part.differs", text, part=_named(self.part), old=self.old, new=self.new)

    @property
    def words(self) -> str:
        """The same in Vietnamese."""
        return str(self.said)

    @property
    def needs_a_person(self) -> bool:
        """It may say something: a person must compare it. Cells that are merged otherwise put words under
        another heading. Page heads that only one file has were not put there by its author: plain text,
        and what the program writes, have none. Source notes follow from the wording that is compared."""
        if self.part is Part.SOURCE_NOTES:
            return False
        if self.part is Part.PAGE_HEADS:
            return bool(self.old and self.new)
        return not self.part.is_look or self.part is Part.MERGED_CELLS


class Dropped(NamedTuple):
    """A part of a source that is not in a file that was written."""

    part: Part
    amount: int

    @property
    def needs_a_person(self) -> bool:
        """It says something that the file does not have. How a table is drawn does not, and heads of pages
        are those of the file that they stand in ("CÔNG BÁO/Số …"): the layout profile writes its own."""
        return not self.part.is_look and self.part is not Part.PAGE_HEADS

    @property
    def said(self) -> Message:
        """The part and how much there was: "chú thích (2)"."""
        text = "{part} ({amount})"
        return message("part.dropped", text, part=_named(self.part), amount=self.amount)

    @property
    def words(self) -> str:
        """The same in Vietnamese."""
        return str(self.said)


def _named(part: Part) -> Message:
    return message(f"part.{part}", PART_WORDS[part])


_NAMES_ITSELF = 200  # words of at most so many letters are their own name


def digest_of(*content: bytes | str) -> str:
    """Give a name of a content; words are the same in either form of Unicode and with any blanks."""
    words = [
        " ".join(unicodedata.normalize("NFC", one).split())
        for one in content
        if isinstance(one, str)
    ]
    if len(words) == len(content) and sum(map(len, words)) <= _NAMES_ITSELF:
        return "\0".join(words)
    from hashlib import (
        sha256,  # loaded for texts that have more beside their words than a page head
    )

    made = sha256()
    for one in content:
        if isinstance(one, str):
            one = " ".join(unicodedata.normalize("NFC", one).split()).encode()
        made.update(len(one).to_bytes(8, "big") + one)
    return made.hexdigest()


def differing(old: Beside, new: Beside) -> tuple[Uncompared, ...]:
    """Give the parts in which two files differ beside their words."""
    found = []
    for part in Part:
        if part is Part.TEXT_BOXES:
            continue  # their words are in the text, and compared
        left, right = (_digests(side, part) for side in (old, new))
        if left != right:
            found.append(Uncompared(part, len(left), len(right)))
    return (*found, *_differing_tables(old.tables, new.tables))


def _digests(beside: Beside, part: Part) -> list[str]:
    return [thing.digest for thing in beside.things if thing.part is part]


def _differing_tables(old: Sequence[TableShape], new: Sequence[TableShape]) -> Iterator[Uncompared]:
    """A table is compared with the one of the same words, else with the one in its place; one that came
    or went is told by its words."""
    pairs = _table_pairs(old, new)
    # A row or a column that came or went is told by its words, and leaves nothing to lay side by side.
    alike = [
        (a, b) for a, b in pairs if a.words == b.words or a.cells.count("/") == b.cells.count("/")
    ]
    cells = [(a, b) for a, b in alike if a.cells != b.cells]
    widths = [
        (a, b)
        for a, b in pairs
        if not _same_widths(a.widths, b.widths)
        and (a.words == b.words or len(a.widths) == len(b.widths))
    ]
    inner = [(a, b) for a, b in pairs if a.has_inner_table != b.has_inner_table]
    for part, differ in (
        (Part.MERGED_CELLS, cells),
        (Part.COLUMN_WIDTHS, widths),
        (Part.INNER_TABLES, inner),
    ):
        if differ:
            yield Uncompared(part, len(differ), len(differ))


def _table_pairs(
    old: Sequence[TableShape], new: Sequence[TableShape]
) -> list[tuple[TableShape, TableShape]]:
    free = list(new)
    pairs, left = [], []
    for table in old:
        mate = next((other for other in free if other.words == table.words), None)
        if mate is None:
            left.append(table)
        else:
            free.remove(mate)
            pairs.append((table, mate))
    return [*pairs, *(zip(left, free, strict=True) if len(left) == len(free) else ())]


def _same_widths(old: tuple[int, ...], new: tuple[int, ...]) -> bool:
    if not old or not new:
        return True
    return len(old) == len(new) and all(
        abs(one - other) <= _SAME_WIDTH for one, other in zip(old, new, strict=True)
    )


def dropped(
    act: Act, source: Beside, suffix: str, *, is_redline: bool = False
) -> tuple[Dropped, ...]:
    """Give what a file made from a text has not that its sources have.

    Args:
        source: of the base and of the acts that amend it.
        suffix: of the file: plain text and JSON draw no tables.
        is_redline: its tables have columns of one width and no cells merged downwards.
    """
    counts: Counter[Part] = Counter(
        thing.part for thing in source.things if thing.part in _NEVER_WRITTEN
    )
    counts.update(_opaque_parts(act))
    if suffix.lower() in (*_MEASURED, ".html"):
        is_measured = suffix.lower() in _MEASURED
        counts.update(
            _lost_shapes(act, source.tables, is_measured=is_measured, is_redline=is_redline)
        )
    return tuple(Dropped(part, counts[part]) for part in Part if counts[part])


_MEASURED = (".docx", ".odt")  # files in which columns have widths and cells are merged


def _lost_shapes(
    act: Act, shapes: Sequence[TableShape], *, is_measured: bool, is_redline: bool
) -> Iterator[Part]:
    """What is not drawn of the tables that a text still has; a page of HTML gives columns their room."""
    for table in data_tables(act):
        shape = shape_of(table, shapes)
        if shape is not None:
            keeps = is_measured and not is_redline
            yield from _lost_of(table, shape, is_measured=is_measured, keeps=keeps)


def _lost_of(table: Table, shape: TableShape, *, is_measured: bool, keeps: bool) -> Iterator[Part]:
    if shape.has_merged_rows and not (keeps and merged_rows(table, shape)):
        yield Part.MERGED_CELLS
    if shape.has_inner_table:
        yield Part.INNER_TABLES
    if is_measured and shape.is_uneven and not (keeps and widths_of(table, shape)):
        yield Part.COLUMN_WIDTHS


def table_words(table: Table) -> str:
    """Give the lines of a table, which name it."""
    return "\n".join(block_lines(table))


def shape_of(table: Table, shapes: Sequence[TableShape]) -> TableShape | None:
    """Give how a table was drawn in the file it comes from: the one of the same words, else, where an act
    changed them, the one that begins with the same row."""
    words = table_words(table)
    first = words.partition("\n")[0]
    like = None
    for shape in shapes:
        if shape.words == words:
            return shape
        if like is None and shape.words.partition("\n")[0] == first:
            like = shape
    return like


def widths_of(table: Table, shape: TableShape) -> tuple[int, ...]:
    """Give the widths of the columns of a table in hundredths, () where the shape is of other columns."""
    columns = max((sum(cell.span for cell in row) for row in table.rows), default=1)
    return shape.widths if len(shape.widths) == columns else ()


def merged_rows(table: Table, shape: TableShape) -> tuple[tuple[bool, ...], ...]:
    """Tell for every cell of a table whether it goes on with the one above; () where the table has no
    longer the rows that the shape is of."""
    rows = [row.split(" ") for row in shape.cells.split("/")]
    if shape.words != table_words(table) or [
        [int(cell.rstrip("+")) for cell in row] for row in rows
    ] != [[cell.span for cell in row] for row in table.rows]:
        return ()
    return tuple(tuple(cell.endswith("+") for cell in row) for row in rows)


def cell_starts(row: Sequence[Cell]) -> list[int]:
    """Give the column that each cell of a row begins in."""
    return [0, *accumulate(cell.span for cell in row)][: len(row)]


def data_tables(act: Act) -> Iterator[Table]:
    """Give the tables of a text that say something; those of a head and of a signature only set words
    beside each other, as the layout profile does."""
    for component in act.components:
        edges = (
            (*component.front, *component.back) if component.kind is ComponentKind.APPENDIX else ()
        )
        for block in edges:
            if isinstance(block, Table):
                yield block
    for unit in act.units():
        if unit.repealed:
            continue
        for block in (*unit.lead, *unit.tail):
            if isinstance(block, Table):
                yield block


def _opaque_parts(act: Act) -> Iterator[Part]:
    """The parts of pictures and formulas that stand in a text: files name them and do not hold them."""
    for component in act.components:
        yield from _parts_in((*component.front, *component.back))
    for unit in act.units():
        if not unit.repealed:
            yield from _parts_in((*unit.lead, *unit.tail))


def _parts_in(blocks: Iterable[Block]) -> Iterator[Part]:
    for block in blocks:
        match block:
            case Opaque():
                kind = block.text.strip("[]").partition(":")[0]
                yield _OPAQUE_PARTS.get(kind, Part.OBJECTS)
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from _parts_in(cell.blocks)
            case Paragraph():
                pass
