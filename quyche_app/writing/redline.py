"""A Word file with native tracked changes: rejected it is the old text, accepted the new one.

Both sides are right by construction: old and new lines are walked together along a backbone of
lines that are the same or edited; what is not on it is deleted or inserted as a whole. Formatting
is that of the new text where the words are the same, and is not tracked.
Source: docs/architecture.md 7.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import takewhile

from quyche_app.comparing.words import word_changes
from quyche_app.domain.comparisons import Change, Comparison
from quyche_app.domain.flow import cut_marks
from quyche_app.domain.texts import clean, tokens
from quyche_app.domain.units import Cell, Mark, Paragraph, Table, cell_text
from quyche_app.writing.layout import LayoutProfile
from quyche_app.writing.ooxml.blocks import (
    TABLE_WIDTH,
    cell_element,
    columns_of,
    equal_widths,
    row_element,
    row_of_cells,
    table_of_rows,
)
from quyche_app.writing.ooxml.elements import RUN, Element, marked_runs, paragraph, tracked, w
from quyche_app.writing.ooxml.package import build_package
from quyche_app.writing.redline_lines import Line, side_lines
from quyche_app.writing.redline_pairs import aligned, are_alike, backbone

_TIME = "00:00:00"
# LibreOffice takes insertions of one author within a minute for one: where one ends a paragraph and
# the next begins one, rejecting them would join the two paragraphs. So the first comes later.
_LATER = "00:10:00"


def redline_bytes(
    comparison: Comparison, *, author: str, day: date, profile: LayoutProfile, head: str = ""
) -> bytes:
    """Give the Word file. Same comparison, same bytes. Cost: linear in the text.

    Args:
        author: who made the changes.
        head: words above the text of the first page, which are no part of either text.
        day: when; a file that does not say it is read wrongly by LibreOffice (see ``_LATER``).
    """
    old, new = side_lines(comparison.old), side_lines(comparison.new)
    writer = _Changes(author, day)
    body = w("body")
    body.extend(writer.walk(old, new, backbone(comparison, old, new)))
    return build_package(body, profile=profile, title=comparison.new.full_name, first_head=head)


class _Changes:
    """Writes tracked changes with running numbers."""

    def __init__(self, author: str, day: date) -> None:
        self._author, self._day = clean(author), day
        self._count = 0

    def _change(self, kind: str, runs: Iterable[Element] = (), time: str = _TIME) -> Element:
        """Give a change of a kind ("ins", "del") around runs, or an empty one that marks."""
        self._count += 1
        return tracked(kind, self._count, self._author, f"{self._day}T{time}Z", runs)

    def walk(
        self, old: Sequence[Line], new: Sequence[Line], pairs: Sequence[tuple[int, int]]
    ) -> Iterator[Element]:
        """Give every line in order: deleted ones, inserted ones, then the next pair."""
        at_old = at_new = 0
        for left, right in [*pairs, (len(old), len(new))]:
            yield from (self._whole(line, "del") for line in old[at_old:left])
            yield from (self._whole(line, "ins") for line in new[at_new:right])
            if left < len(old):
                yield from self._pair(old[left], new[right])
            at_old, at_new = left + 1, right + 1

    def _whole(self, line: Line, kind: str) -> Element:
        if line.table is not None:
            columns = columns_of(line.table)
            rows = [self._row(row, columns, kind) for row in line.table.rows]
            return table_of_rows(rows, equal_widths(columns), bordered=line.bordered)
        mark = self._change(kind)
        words = marked_runs(line.text, line.marks)
        inside = [self._change(kind, words)] if words else []
        return paragraph(
            inside, line.style, align=line.align, break_before=line.new_page, mark=mark
        )

    def _pair(self, old: Line, new: Line) -> list[Element]:
        if old.table is not None and new.table is not None:
            return self._tables(old, old.table, new, new.table)
        inside = self._words(old.text, old.marks, new.text, new.marks)
        return [paragraph(inside, new.style, align=new.align, break_before=new.new_page)]

    def _words(
        self, old: str, old_marks: Sequence[Mark], new: str, new_marks: Sequence[Mark]
    ) -> list[Element]:
        """Give the runs of an edited paragraph."""
        out: list[Element] = []
        at_old = at_new = 0
        changes = _changes(old, new)
        for number, change in enumerate(changes, 1):
            size = len(change.text)
            if change.op == "delete":
                runs = marked_runs(change.text, cut_marks(old_marks, at_old, at_old + size))
                out.append(self._change("del", runs))
                at_old += size
                continue
            runs = marked_runs(change.text, cut_marks(new_marks, at_new, at_new + size))
            at_new += size
            if change.op == "insert":
                time = _LATER if number == len(changes) else _TIME
                out.append(self._change("ins", runs, time))
            else:
                out += runs
                at_old += size
        return out

    # -- tables -----------------------------------------------------------------------------------

    def _tables(self, old: Line, old_table: Table, new: Line, new_table: Table) -> list[Element]:
        columns = columns_of(new_table)
        if columns_of(old_table) != columns:
            return [self._whole(old, "del"), self._whole(new, "ins")]
        left, right = old_table.rows, new_table.rows
        pairs = aligned(_row_lines(left), _row_lines(right))
        rows: list[Element] = []
        at_old = at_new = 0
        for one, other in [*pairs, (len(left), len(right))]:
            rows += [self._row(row, columns, "del") for row in left[at_old:one]]
            rows += [self._row(row, columns, "ins") for row in right[at_new:other]]
            if one < len(left):
                rows += self._row_pair(left[one], right[other], columns)
            at_old, at_new = one + 1, other + 1
        return [table_of_rows(rows, equal_widths(columns), bordered=new.bordered)]

    def _row(self, row: Sequence[Cell], columns: int, kind: str) -> Element:
        """A row that goes or comes: Word wants the row and its words marked."""
        made = row_element(row, equal_widths(columns), self._change(kind))
        for run in list(made.iter(RUN)):
            holder = run.getparent()
            assert holder is not None  # a run stands in a paragraph
            place = holder.index(run)
            holder.insert(place, self._change(kind, [run]))
        return made

    def _row_pair(self, old: Sequence[Cell], new: Sequence[Cell], columns: int) -> list[Element]:
        if [cell_text(cell) for cell in old] == [cell_text(cell) for cell in new]:
            return [row_element(new, equal_widths(columns))]
        if not _same_shape(old, new):
            return [self._row(old, columns, "del"), self._row(new, columns, "ins")]
        cells = [
            cell_element(
                after.span, TABLE_WIDTH // columns * after.span, self._cell_words(before, after)
            )
            for before, after in zip(old, new, strict=True)
        ]
        return [row_of_cells(cells)]

    def _cell_words(self, old: Cell, new: Cell) -> list[Element]:
        return [
            paragraph(self._words(a.text, a.marks, b.text, b.marks), "QCTableText", align=b.align)
            for a, b in zip(old.blocks, new.blocks, strict=True)
            if isinstance(a, Paragraph) and isinstance(b, Paragraph)
        ]


def _changes(old: str, new: str) -> Sequence[Change]:
    """Word by word, or as a whole behind the label where little is left of the words."""
    if are_alike(old, new):
        return word_changes(old, new)
    both = takewhile(lambda pair: pair[0] == pair[1], zip(tokens(old), tokens(new), strict=False))
    same = "".join(one for one, _ in both)
    parts = (("equal", same), ("delete", old[len(same) :]), ("insert", new[len(same) :]))
    return [Change(op, text) for op, text in parts if text]


def _row_lines(rows: Sequence[Sequence[Cell]]) -> list[Line]:
    return [Line("", "", " | ".join(cell_text(cell) for cell in row), "") for row in rows]


def _same_shape(old: Sequence[Cell], new: Sequence[Cell]) -> bool:
    """Cell by cell the same number of paragraphs and nothing else, over the same columns."""
    return len(old) == len(new) and all(
        a.span == b.span
        and len(a.blocks) == len(b.blocks) > 0
        and all(isinstance(block, Paragraph) for block in (*a.blocks, *b.blocks))
        for a, b in zip(old, new, strict=True)
    )
