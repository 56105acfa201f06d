"""A column beside a row: "cột “Thời hạn” tại số thứ tự 4 sửa là …" is read as an order about the row, and
narrowed to that cell.

Source: docs/field.md 4.1 (parts of a provision).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from quyche_app.domain.patterns import late
from quyche_app.domain.verbs import Verb
from quyche_app.language.citations import Cited
from quyche_app.language.lexer import without_quotations
from quyche_app.language.orders import Order, Statement
from quyche_app.language.topics import place_alone
from quyche_app.language.vocabulary import VERB_WORDS

_ROW = r"(?:số thứ tự|stt|số tt|dòng|hàng)\s+(?:số\s+|thứ\s+)?\d"
_HAS_ROW = late(rf"\b{_ROW}", re.IGNORECASE)
_OF = r"(?:của|tại|ở|trong|thuộc)"
# What may follow the name of a column that stands without marks.
_BEHIND = (
    rf"(?:[,:;)]|\s(?:{_OF}|{VERB_WORDS}|nay|được|là|từ|chỉnh|nâng|giảm|tăng|ghi|viết"
    r"|đổi|hạ|rút)\b|\s[“„«\"]|$)"
)
_COLUMN = late(
    rf"(?P<open>[,(]?\s*)(?:\b{_OF}\s+)?\bcột\s+(?:(?:thứ|số|ghi)\s+)?"
    rf"(?:[“„«\"](?P<quoted>[^“”„«»\"]+)[”»\"]|(?P<bare>[^“”„«»\",:;()]{{1,40}}?)(?={_BEHIND}))"
    rf"(?P<close>\s*\)?\s*,?(?:\s*{_OF}\b)?\s*)",
    re.IGNORECASE,
)
_AT_ROW = late(rf"(?:{_OF}\s+)?{_ROW}", re.IGNORECASE)


def read_of_cell(text: str, read: Callable[[str], Statement]) -> Statement | None:
    """Give what a sentence about one column of rows orders; None where it names no column beside a row. What
    is more than cells of that column is not understood.

    Args:
        read: reads the sentence without its column.
    """
    if "cột" in text.lower() and (listed := _listed_cells(text)) is not None:
        return listed
    if "cột" not in text.lower() or not _HAS_ROW.search(without_quotations(text)):
        return None
    found = list(_COLUMN.finditer(text))
    if not found:
        return None
    names = {_name(one).casefold(): one for one in found}
    less = text
    for one in reversed(found):
        less = _without(less, one)
    whole = read(less)
    first, *others = names.values()
    name = _name(first)
    orders = [_narrowed(order, name) for order in whole.orders]
    narrowed = [order for order in orders if order is not None]
    if others or not narrowed or len(narrowed) != len(orders):
        orders_left = tuple(replace(order, unknown=first.group().strip()) for order in whole.orders)
        return replace(whole, orders=orders_left)
    return replace(whole, orders=tuple(narrowed))


_NUMBERS = r"\d{1,3}[a-zđ]?(?:(?:\s*,\s*|\s+và\s+)\d{1,3}[a-zđ]?)+"
_IN_TURN = late(
    rf"cột\s+(?:ghi\s+)?(?:[“«\"](?P<quoted>[^“”«»\"]+)[”»\"]|(?P<bare>[^“”«»\",:;]{{1,40}}?))\s+"
    rf"(?:của|tại|ở)\s+(?:các\s+)?(?:dòng|hàng|số thứ tự|stt)\s+(?P<rows>{_NUMBERS})"
    r"(?:\s*,?\s*(?P<place>(?:của\s+|tại\s+)?(?:phụ lục|khoản|điều)\s[^“”:;,]{1,30}?))?"
    r"\s+(?:được\s+|nay\s+)*(?:sửa(?: đổi)?|thay|điều chỉnh)\s+(?:lần lượt|tương ứng)\s+(?:là|thành|bằng)\s+"
    r"(?P<values>[^;:]+?)\s*[.;]?\s*$",
    re.IGNORECASE,
)


def _listed_cells(text: str) -> Statement | None:
    """ "Cột “Mức chi” của các dòng 3, 4, 5 sửa lần lượt là 600, 450, 300": one cell of each row."""
    found = _IN_TURN.match(text)
    if found is None:
        return None
    rows = re.findall(r"\d{1,3}[a-zđ]?", found["rows"])
    values = [one.strip(' “”"') for one in re.split(r"\s*,\s+(?:và\s+)?|\s+và\s+", found["values"])]
    held = place_alone(found["place"]) if found["place"] else []
    if len(rows) != len(values) or not all(values) or (found["place"] and len(held) != 1):
        return None
    place = held[0] if held else Cited([])
    orders = tuple(
        Order(
            Verb.AMEND,
            (replace(place, slot=f"row:{row}/column:{_name(found)}"),),
            inline=value,
            text=text,
        )
        for row, value in zip(rows, values, strict=True)
    )
    return Statement(orders, is_bare="“" not in found["values"])


def _name(column: re.Match[str]) -> str:
    name: str = column["quoted"] or column["bare"]
    return name.strip()


def _without(text: str, column: re.Match[str]) -> str:
    before, behind = text[: column.start()], text[column.end() :]
    if _AT_ROW.match(behind):
        return f"{before}{' ' if before and not before.endswith(' ') else ''}{behind}"
    comma = ", " if "," in column["open"] or "," in column["close"] else " "
    return f"{before.rstrip()}{comma}{behind}"


def _narrowed(order: Order, column: str) -> Order | None:
    """An order about rows as one about a cell of each; None where it is about something else too. A new row
    is put in as a whole."""
    if order.verb is Verb.INSERT and [one.slot[:4] for one in order.targets] == ["row:"]:
        return order
    targets = [_cell(one, column) for one in order.targets]
    pairs = [(pair, [_cell(one, column) for one in pair.places]) for pair in order.pairs]
    every = [*targets, *(one for _, places in pairs for one in places)]
    kept = [one for one in every if one is not None]
    if not kept or len(kept) != len(every) or order.reference is not None or order.results:
        return None
    return replace(
        order,
        targets=tuple(one for one in targets if one is not None),
        pairs=tuple(
            replace(pair, places=tuple(one for one in places if one is not None))
            for pair, places in pairs
        ),
    )


def _cell(one: Cited, column: str) -> Cited | None:
    if not re.fullmatch(r"row:\d+", one.slot):
        return None
    return replace(one, slot=f"{one.slot}/column:{column}")
