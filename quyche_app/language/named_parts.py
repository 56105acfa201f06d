"""Parts that are named by their words: a column beside a row ("cột “Thời hạn” tại số thứ tự 4 sửa là …"), a
column alone, a row by the words of a cell ("dòng “Bằng khen”"), a dash by its own ("gạch đầu dòng “- Báo
cáo tháng;”"). The sentence is read as one about parts with numbers, and what it orders gets the names back.

Source: docs/field.md 4.1 (parts of a provision).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from quyche_app.domain.labels import ORDINAL_WORDS
from quyche_app.domain.patterns import late
from quyche_app.domain.sequences import only
from quyche_app.domain.texts import CAPITALS
from quyche_app.domain.verbs import WORD_VERBS, Verb
from quyche_app.language.citations import Cited
from quyche_app.language.lexer import changed_outside_quotes, outside_quotes, without_quotations
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


_Read = Callable[[str], Statement]

# "của bảng Mục III", "tại bảng thuộc khoản 3 Điều 5": a table is named by the provision that holds it.
_TABLE_OF = late(
    rf"(?P<before>\s|^)(?:{_OF}\s+bảng|(?<=[”»\"\d]\s)bảng)(?:\s+{_OF})?\s+"
    r"(?=(?:mục|khoản|điểm|phụ lục|điều|phần)\s+[\dIVXa-zđ]{1,5}\b)",
    re.IGNORECASE,
)
# A row by the words of a cell; behind "thêm" it is what is new.
_NAMED_ROW = late(
    r"(?<!thêm )(?<!sung )(?<!đầu )\b(?:dòng|hàng)\s+(?:(?:ghi|có|tiêu chí)\s+)?"
    r"[“„«\"](?P<name>[^“”„«»\"|]{2,80})[”»\"](?=\s*(?:[,:;]|$|[a-zđà-ỹ(]))",
    re.IGNORECASE,
)
# A dash by its words; behind "thêm", "bằng" it is what is new.
_NAMED_ITEM = late(
    r"(?<!thêm )(?<!sung )(?<!bằng )(?<!thành )(?<!là )(?<!một )(?<!mới )\b(?:gạch đầu dòng|dấu gạch|dấu cộng"
    r"|ý)\s+(?:(?:ghi|có nội dung|nội dung)\s+)?[“„«\"]\s*(?P<name>[-–+]\s*[^“”„«»\"]{2,300})[”»\"]",
    re.IGNORECASE,
)
# "ý về Thành đoàn đổi thành “…”": the dash that begins with these words.
_ITEM_ABOUT = late(
    rf"\b(?i:ý|gạch đầu dòng)\s+(?:nói\s+)?về\s+(?P<name>[{CAPITALS}][^“”:;,()\d]{{2,60}}?)"
    r"(?=\s+(?:tại|của|ở|thêm|bổ sung|đổi|sửa|thay|bỏ|bãi bỏ|được|nay|viết|bị)\b)"
)
# "Sửa đổi K3 tại Mục 2 Phần I Phụ lục": what a formula calls by a letter and a number.
_SYMBOL = late(
    r"(?:(?<=đổi )|(?<=sung )|(?<=bỏ )|(?<=thế ))(?P<name>[A-Z]\d{1,2})(?=\s+(?:tại|của|ở|trong)\s+"
    r"(?:Mục|Phần|Phụ lục|Mẫu|khoản|điểm|Điều|Khoản|Điểm)\b)"
)
# "quầy số 5, Phụ lục I": a row by what its table counts.
_COUNTED_ROW = late(
    r"(?<![\w“])(?P<name>(?:quầy|bàn|tổ|nhóm|cụm|đội|chốt|phòng|vị trí|tiêu chí|chỉ tiêu|hạng mục|danh hiệu"
    r"|thủ tục)\s+số\s+\d{1,3})(?=\s*,?\s+(?:của\s+|tại\s+)?Phụ lục\b)"
)
_FIRST_ROW, _FIRST_ITEM = (
    9001,
    71,
)  # of those that have no number; no list of an office is that long


def read_of_named(text: str, read: _Read) -> Statement | None:
    """Give what a sentence orders that names a part by its words; None where it names none. What is more than
    such parts is not understood.

    Args:
        read: reads the sentence without these names.
    """
    small = text.lower()
    has_hint = any(word in small for word in ("bảng", "cột", "dòng", "hàng", "ý", "dấu", "phụ lục"))
    if not has_hint and _SYMBOL.search(text) is None:
        return None
    plain = changed_outside_quotes(_TABLE_OF, lambda found: f"{found['before']}tại ", text)
    plain = changed_outside_quotes(_OF_NAMED_TABLE, lambda found: f"{found['link']} ", plain)
    is_of_table = plain != text
    rows, plain = _numbered(plain, _NAMED_ROW, "số thứ tự {}", _FIRST_ROW)
    counted, plain = _numbered(plain, _COUNTED_ROW, "số thứ tự {}", _FIRST_ROW + 100)
    rows |= counted
    items, plain = _numbered(plain, _NAMED_ITEM, "gạch đầu dòng thứ {}", _FIRST_ITEM)
    about, plain = _numbered(plain, _ITEM_ABOUT, "gạch đầu dòng thứ {}", _FIRST_ITEM + 10)
    symbols, plain = _numbered(plain, _SYMBOL, "gạch đầu dòng thứ {}", _FIRST_ITEM + 20)
    items |= about | symbols
    whole = _read_of_cell(plain, read)
    if whole is None and plain == text:
        return None
    if whole is None:
        whole = _in_tables(read(plain)) if is_of_table > bool(rows) else read(plain)
    names = {f"row:{number}": f"row:“{name}”" for number, name in rows.items()}
    names |= {f"item:{number}": f"item:“{item_key(name)}”" for number, name in items.items()}
    return _with_names(whole, names, {"số thứ tự": rows, "gạch đầu dòng thứ": items})


def item_key(words: str) -> str:
    """Give the words of a dash as it is called by them: without its mark and the one at its end."""
    return words.strip().lstrip("-–+•* ").rstrip(" .;,")


def _numbered(
    text: str, pattern: re.Pattern[str], form: str, first: int
) -> tuple[dict[int, str], str]:
    """Parts named by their words, by the numbers that are put in their place, and the text with these."""
    found = outside_quotes(pattern, text)
    names = {number: one["name"].strip() for number, one in enumerate(found, first)}
    for number, one in reversed([*enumerate(found, first)]):
        text = f"{text[: one.start()]}{form.format(number)}{text[one.end() :]}"
    return names, text


# "Điều 16: trong bảng phân phối phí, dòng số 2 …": a table by its name, beside a row or a column.
_OF_NAMED_TABLE = late(
    r"(?P<link>(?<=[\dIVX]),|:)\s+(?:(?:trong|tại|ở)\s+)?bảng(?:\s+[^\W\d_]+){1,6}\s*,\s*"
    r"(?=(?:thêm|bổ sung|bỏ|sửa|thay)?\s*(?:dòng|hàng|số thứ tự|cột)\b)",
    re.IGNORECASE,
)


def _in_tables(read: Statement) -> Statement:
    """Words that are changed "tại bảng thuộc khoản 3" stand in its rows alone; of several places it is not
    told which are tables."""

    def in_rows(one: Cited) -> Cited:
        return replace(one, slot="row:*") if one.is_whole else one

    def narrowed(order: Order) -> Order:
        if any(len(pair.places) > 1 for pair in order.pairs):
            return replace(order, unknown=order.unknown or "bảng")
        return order.with_places_of_words(in_rows)

    return replace(read, orders=tuple(map(narrowed, read.orders)))


def _with_names(
    read: Statement, names: dict[str, str], numbers: dict[str, dict[int, str]]
) -> Statement:
    """A reading with the names of parts in the place of the numbers that stood for them, in what is quoted of
    the sentence too."""

    def named(one: Cited) -> Cited:
        part, slash, inside = one.slot.partition("/")
        return replace(one, slot=f"{names.get(part, part)}{slash}{inside}")

    def as_written(words: str) -> str:
        for kind, parts in numbers.items():
            for number, name in parts.items():
                words = words.replace(f"{kind} {number}", f"{kind.removesuffix(' thứ')} “{name}”")
        return words

    orders = tuple(
        replace(
            order.with_places(named), unknown=as_written(order.unknown), text=as_written(order.text)
        )
        for order in read.orders
    )
    return replace(read, orders=orders)


def _read_of_cell(text: str, read: _Read) -> Statement | None:
    """What a sentence about one column of rows orders; None where it names no column beside a row."""
    if "cột" in text.lower() and (listed := _listed_cells(text)) is not None:
        return listed
    found = outside_quotes(_COLUMN, text) if "cột" in text.lower() else []
    if not found:
        return None
    if not _HAS_ROW.search(without_quotations(text)):
        return _read_of_column(text, found, read)
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


def _read_of_column(text: str, found: Sequence[re.Match[str]], read: _Read) -> Statement | None:
    """ "Tại cột “Chức vụ” bảng Mục III, thay “A” bằng “B”": words in every cell of a column."""
    column = only(found)
    if column is None:
        return None
    name, row = _name(column), f"số thứ tự {_FIRST_ROW - 1}"
    start = text.lower().index("cột", column.start())
    end = column.end("quoted") + 1 if column["quoted"] else column.end("bare")
    whole = read(f"{text[:start]}{row}{text[end:]}")
    orders = [_narrowed(order, name) for order in whole.orders]
    if not orders or any(one is None or one.verb not in WORD_VERBS for one in orders):
        return None
    return replace(whole, orders=tuple(_of_all_rows(one) for one in orders if one is not None))


def _of_all_rows(order: Order) -> Order:
    """An order about the cell of one row as one about those of every row."""

    def every(one: Cited) -> Cited:
        return replace(one, slot=one.slot.partition("/")[2])

    return order.with_places(every)


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
    is_placed = len(held) == 1 if found["place"] else True
    if not all((is_placed, len(rows) == len(values), *values)):
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
    name: str = (column["quoted"] or column["bare"]).strip()
    place = ORDINAL_WORDS.get(name.lower()) if "thứ" in column.group().lower() else None
    return name if place is None else str(place)  # "cột thứ tư"


def _without(text: str, column: re.Match[str]) -> str:
    before, behind = text[: column.start()], text[column.end() :]
    if _AT_ROW.match(behind):
        return f"{before.rstrip()} {behind}".lstrip()
    comma = ", " if "," in column["open"] + column["close"] else " "
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
    is_more = any((order.reference is not None, order.results, len(kept) != len(every)))
    if is_more or not kept:
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
