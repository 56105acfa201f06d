"""Rows of a table of changes, and lines that stand as one, → instructions.

Source: docs/field.md 4.3.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quyche_app.amending.act_context import Context
from quyche_app.amending.act_lines import ActLine
from quyche_app.amending.annotated_rows import annotated_row, heading_row
from quyche_app.amending.line_orders import LineOrders
from quyche_app.amending.old_and_new_lines import COLUMNS, old_and_new
from quyche_app.amending.table_orders import paragraphs_of, row_of
from quyche_app.domain.change_tables import Columns, OrderColumns
from quyche_app.domain.line_labels import read_label
from quyche_app.domain.messages import message
from quyche_app.domain.patterns import late
from quyche_app.domain.sources import SourceParagraph
from quyche_app.domain.texts import shortened
from quyche_app.domain.units import Paragraph, UnitKind
from quyche_app.domain.verbs import Verb
from quyche_app.language.citations import Cited
from quyche_app.language.orders import Statement
from quyche_app.language.statements import read_statement

_AGAINST = late(
    r"\b(?:chưa|không|trừ|chỉ|riêng|giữ nguyên|bãi bỏ|khoản|điểm|điều|thời điểm|từ \d\S*|từ ngày|đối tượng|cả"
    r"|nghiên cứu|xem lại|đề nghị|dự kiến|tạm|nội dung)\b",
    re.IGNORECASE,
)


# A reason may name any provision; what it may not say is that nobody agreed.
_REFUSED = late(
    r"(?:chưa|không (?:đồng ý|thống nhất|nhất trí|thông qua)|giữ nguyên|nghiên cứu|xem lại|đề nghị|dự kiến"
    r"|tạm)\b"
    r"|.*\b(?:chưa (?:thống nhất|thông qua|đồng ý)|không (?:đồng ý|thống nhất|nhất trí|thông qua))\b",
    re.IGNORECASE,
)


def _says_against(cells: Sequence[str], columns: Columns) -> str:
    """What a cell says against carrying out its row, or beside it, that nothing else reads: "Chưa thống
    nhất" as a remark, whatever stands under another head. A reason says nothing of the kind."""
    said = [cells[number] for number in columns.others if cells[number].strip(" -–.")]
    if said:
        return said[0]
    if columns.reason is not None and _REFUSED.match(cells[columns.reason]):
        return cells[columns.reason]
    # Without a column of places the remark is where they stand.
    if columns.note in (None, columns.reason) or columns.place is None:
        return ""
    remark = cells[columns.note]
    return remark if _AGAINST.search(remark) else ""


class ChangeRows:
    """Reads the rows of an act into what its lines order."""

    def __init__(self, orders: LineOrders) -> None:
        self._orders = orders

    def without_pairs(
        self, lines: Sequence[ActLine], context: Context, place: str
    ) -> list[ActLine]:
        """Take what stands as place, old words and new words on three lines; give the other lines."""
        left, at = list[ActLine](), 0
        while at < len(lines):
            found = old_and_new(lines[at : at + 3])
            row = row_of(found[1], COLUMNS) if found is not None else None
            if found is None or row is None or row.order is None:
                left.append(lines[at])
                at += 1
                continue
            self.row(*found, COLUMNS, context, place)
            at += 3
        return left

    def under_head(
        self, line: ActLine, cells: Sequence[str], columns: Columns, context: Context, place: str
    ) -> Context:
        """Take a row of a table of changes; gives what the rows below are about."""
        heading = heading_row(cells, columns)
        if heading is None:
            self.row(line, cells, columns, context, place)
            return context
        cited, row = heading
        if row.order is None:
            self._orders.lead(line)
        else:
            self._orders.order(row.order, Statement((row.order,)), line, context, place)
        return replace(context, steps=cited.path_steps(), within=())

    def order(
        self,
        line: ActLine,
        cells: Sequence[str],
        columns: OrderColumns,
        context: Context,
        place: str,
    ) -> None:
        """Take a row whose second cell is an order: "Khoản 2, Điều 6 | Bỏ cụm từ “hậu cần”". A cell runs the
        paragraphs of new wording together."""
        what = cells[columns.order]
        read = read_statement(f"{cells[columns.place].rstrip(' :.')}: {what[:1].lower()}{what[1:]}")
        orders = tuple(
            order
            if order.inline is None
            else replace(order, inline="\n".join(paragraphs_of(order.inline)))
            for order in read.orders
        )
        self._orders.statement(line, context, place, replace(read, orders=orders))

    def row(
        self, line: ActLine, cells: Sequence[str], columns: Columns, context: Context, place: str
    ) -> None:
        """Take what a row of a table of changes orders, or tell it."""
        above = Cited(list(reversed(context.steps))) if context.steps else None
        if beside := _says_against(cells, columns):
            self._orders.tell(
                line,
                message(
                    "line.row_with_remark",
                    "ô khác của dòng nói: “{words}”",
                    words=shortened(beside),
                ),
            )
            return
        row = annotated_row(cells, columns, above)
        if row is None and (cells[columns.old] or columns.note is None or above is None):
            row = row_of(cells, columns, above)
        if row is None and self._goes_on_new_article(line, cells[columns.new]):
            return
        if row is None:
            self._orders.tell(
                line, message("line.row_not_read", "chưa hiểu dòng này của bảng sửa đổi")
            )
        elif row.order is None:
            self._orders.lead(line)
        else:
            quoted = [SourceParagraph(line.number, Paragraph(words)) for words in row.wording]
            worded = replace(line, quoted=quoted)
            before = len(self._orders.instructions)
            self._orders.order(row.order, Statement((row.order,)), worded, context, place)
            for number in range(before, len(self._orders.instructions)):
                if row.old and row.wording:
                    made = replace(self._orders.instructions[number], words_old=(row.old,))
                    self._orders.instructions[number] = made

    def _goes_on_new_article(self, line: ActLine, words: str) -> bool:
        """Take a row for the next paragraph of the article that the row before puts in: "Chưa quy định | Điều
        11a: Cho thuê" / "Chưa quy định | 1. …"."""
        last = self._orders.instructions[-1] if self._orders.instructions else None
        if last is None or last.verb is not Verb.INSERT or read_label(words) is None:
            return False
        kinds = {step.kind for target in last.targets for step in target.address.steps[-1:]}
        if (kinds, last.source_lines[1]) != ({UnitKind.ARTICLE}, line.number - 1):
            return False
        lines = (last.source_lines[0], line.last)
        quoted = (*last.quoted, Paragraph(words))
        self._orders.instructions[-1] = replace(last, quoted=quoted, source_lines=lines)
        return True
