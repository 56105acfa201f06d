"""Tables in which an act says what changes: "Điều, khoản | Nội dung cũ | Nội dung sửa đổi, bổ sung".

Rows come as the rows of a table, or as lines with strokes or tabs between the cells. Source: docs/field.md
4.3 (two columns, old and new, inside a decision).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quyche_app.domain.patterns import late

_OLD = late(
    r"(?:nội dung|quy định|lời văn|điều lệ|quy chế|cụm từ|từ ngữ|mức|mức chi|thời hạn)?\s*"
    r"(?:(?<=quy chế )số|(?<=quy định )số|cũ|hiện hành|hiện tại|đã ban hành|đang (?:thực hiện|áp dụng"
    r"|quy định)"
    r"|trước khi)\b",
    re.IGNORECASE,
)
_NEW = late(
    r"(?:nội dung|quy định|lời văn|cụm từ|từ ngữ|mức|mức chi|thời hạn)?\s*(?:mới\b|nay\b|(?:đề nghị "
    r"|được |sau khi |dự thảo )?"
    r"(?:sửa đổi|sửa|điều chỉnh|thay thế|bổ sung)\b)",
    re.IGNORECASE,
)
_PLACE = late(
    r"(?:vị trí|chỗ sửa|nơi sửa|địa chỉ|điều,?\s*khoản|điều khoản|điều|khoản|mục)\b", re.IGNORECASE
)
_NOTE = late(r"(?:ghi chú|chú thích|nội dung thay đổi|diễn giải|lý do)\b", re.IGNORECASE)
_REASON = late(r"(?:lý do|giải trình|thuyết minh|căn cứ|cơ sở)\b", re.IGNORECASE)
_NUMBERS = late(r"(?:số\s*)?(?:tt|stt|thứ tự)?\.?$|#$", re.IGNORECASE)
_CHANGED = late(r"nội dung (?:được )?thay đổi\b", re.IGNORECASE)
_CELLS = late(r"\s+\|\s+|\t+")
_LONGEST_HEAD = 60
STROKE = " | "


@dataclass(frozen=True, slots=True)
class Columns:
    """Which cell says what; ``place`` None = the old words begin with it; ``note`` None = no remarks;
    ``reason``: why each row changes, the same cell as ``note`` where that is all that is remarked;
    ``others``: cells that nothing reads, but for the numbers of the rows."""

    count: int
    old: int
    new: int
    place: int | None = None
    note: int | None = None
    reason: int | None = None
    others: tuple[int, ...] = ()


def cells_of(line: str) -> list[str]:
    """Give the cells of a line; one when it has no strokes or tabs."""
    # An empty cell at an end may have lost its space: "Điều 2 | Điều 2 |".
    padded = f" {line.strip()} " if "|" in line else line.strip()
    return [cell.strip() for cell in _CELLS.split(padded)]


def columns_of(cells: Sequence[str]) -> Columns | None:
    """Give the columns when cells are the head of such a table."""
    if len(cells) < 2 or any(len(cell) > _LONGEST_HEAD for cell in cells):
        return None
    old = next((n for n, cell in enumerate(cells) if _OLD.match(cell)), None)
    new = next((n for n, cell in enumerate(cells) if n != old and _NEW.match(cell)), None)
    if old is not None and new is None:  # "Nội dung hiện hành | Nội dung thay đổi"
        new = next((n for n, cell in enumerate(cells) if _CHANGED.match(cell)), None)
    if old is None or new is None:
        return None
    place = next(
        (n for n, cell in enumerate(cells) if n not in (old, new) and _PLACE.match(cell)), None
    )
    note = next(
        (n for n, cell in enumerate(cells) if n not in (old, new, place) and _NOTE.match(cell)),
        None,
    )
    reason = next(
        (n for n, cell in enumerate(cells) if n not in (old, new, place) and _REASON.match(cell)),
        None,
    )
    others = tuple(
        n
        for n, cell in enumerate(cells)
        if n not in (old, new, place, note, reason) and not _NUMBERS.match(cell)
    )
    return Columns(len(cells), old, new, place, note, reason, others)


@dataclass(frozen=True, slots=True)
class OrderColumns:
    """Which cell names the place, and which says what is ordered of it."""

    count: int
    place: int
    order: int


def order_columns_of(cells: Sequence[str]) -> OrderColumns | None:
    """Give the columns when cells are the head of a table whose rows are orders: "Điều, khoản | Nội dung
    sửa đổi"."""
    if len(cells) < 2 or any(len(cell) > _LONGEST_HEAD for cell in cells) or columns_of(cells):
        return None
    place = next((n for n, cell in enumerate(cells) if _PLACE.match(cell)), None)
    order = next((n for n, cell in enumerate(cells) if n != place and _NEW.match(cell)), None)
    if place is None or order is None:
        return None
    return OrderColumns(len(cells), place, order)


def heads_table(cells: Sequence[str]) -> bool:
    """Tell whether cells are the head of a table of changes of either kind."""
    return columns_of(cells) is not None or order_columns_of(cells) is not None


def rows_of_change_tables(lines: Sequence[str]) -> list[int]:
    """Give the indexes of the lines that are rows below the head of a table of changes."""
    found: list[int] = []
    count = 0
    for number, line in enumerate(lines):
        if STROKE not in line:
            count = 0
            continue
        cells = cells_of(line)
        if count and len(cells) == count:
            found.append(number)
        elif heads_table(cells):
            count = len(cells)
    return found
