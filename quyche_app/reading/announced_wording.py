"""Lines of an amending act that announce new wording, which may stand under them without quotation marks.

Source: docs/field.md 4.3, 4.8.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quyche_app.domain.change_tables import STROKE
from quyche_app.domain.line_labels import LineLabel, read_label
from quyche_app.domain.operations import slot_kind
from quyche_app.domain.patterns import late
from quyche_app.domain.verbs import Verb
from quyche_app.language.beginnings import is_order
from quyche_app.language.lexer import quotes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quyche_app.language.orders import Order

PROMISES_TEXT = late(r"như sau\s*:\s*$")
PROMISES_BARELY = late(r":\s*$")  # "1.2. Khoản 2, Điều 3:"
# "khoản 2", "Phụ lục I": an order for a provision; "một số điều như sau:" only leads to others.
NAMES_ONE = late(
    r"\b(?:(?:điều|khoản|điểm|tiết|chương|mục|phần|phụ lục|mẫu)\s+(?:số\s+|thứ\s+)?[\dIVXLCa-zđ]{1,5}\b"
    r"|tên|đoạn|căn cứ)",
    re.IGNORECASE,
)
# "Điều 5 được sửa đổi, bổ sung như sau"; what only tells the history of a text orders nothing: "đã
# được sửa đổi, bổ sung một số điều theo Quyết định …", "được bổ sung thì …".
_PASSIVE = late(
    r"được\s+(?>(?:sửa đổi|bổ sung|thay thế|bãi bỏ|thay|bỏ)\b(?:,?\s+(?:và\s+)?bổ sung\b)?)"
    r"(?!\s+(?:(?:một số|các)\s+(?:điều|nội dung)\s+)?(?:theo|bởi|tại|thì|hằng|hàng)\b)"
)
# "thì thực hiện như sau:", "được tiến hành như sau:" promise a procedure, no new wording.
PROCEDURE = late(
    r"(?:\bthì\b[^“”]*|\b(?:thực hiện|tiến hành|giải quyết|xử lý|phân công|áp dụng|xác định)\s+)"
    r"như sau\s*:\s*$"
)


def orders(words: str, length: int = 200) -> bool:
    """Whether words order a change, or say at their beginning that something is changed: "Điều 5 được
    sửa đổi …"."""
    return is_order(words) or bool(_PASSIVE.search(words[:length]))


_DASH = late(r"\bgạch đầu dòng\b[^“”\"«»]*:\s*$", re.IGNORECASE)


def announces_dash(before: str, line: str) -> bool:
    """Tell whether a line with a dash is the one that the order before it adds: "Bổ sung một gạch đầu dòng
    vào cuối Điều 6:" / "- …"."""
    return line[:2] in ("- ", "– ") and _DASH.search(before) is not None and is_order(before)


_CONTAINER = late(r"[A-ZĐ]\.\s")


def ends_bare_wording(text: str, announcing: str) -> bool:
    """Tell whether a line cannot belong to the wording without marks that a line before it announces: a
    further dash or unnumbered line that orders something, or the letter over another group of orders."""
    if _CONTAINER.match(text) and _is_place(text):
        return True
    mark = announcing[:1]
    if mark in _BULLETS:
        words = text.lstrip(f"{_BULLETS} ")
        is_other = is_order(words) or _PLACE_FIRST.match(words) is not None
        return text[:1] in _BULLETS and (is_other or _is_place(words))
    return read_label(announcing) is None and read_label(text) is None and is_order(text)


_BULLETS = "-–+•*"
_PLACE_FIRST = late(
    r"(?:Điều|Khoản|Điểm|Mục|Phần|Chương|Gạch đầu dòng|Đoạn|Câu)\s+[^:“”]{1,60}:\s", re.IGNORECASE
)


# Asked first, because most lines before a list name no provision, and to know an order takes all the
# patterns of the language.
_DIGIT = late(r"\d")
_UNIT_WORDS = ("điều", "khoản", "điểm", "tiết", "chương", "mục", "phần", "phụ lục", "mẫu", "ý")


def _names_any(words: str) -> bool:
    """Whether words may name a provision; a slip in its name has a number behind it: "Khỏan 3"."""
    small = words.lower()
    return any(word in small for word in _UNIT_WORDS) or _DIGIT.search(words) is not None


def announces_unit(before: str, label: LineLabel | None) -> bool:
    """Tell whether a line begins with the very label that the order before it names, or with the first of
    several: "Điều 2 (khoản hai) sửa thành:" / "2. …"."""
    if label is None or not PROMISES_BARELY.search(before):
        return False
    if not (_names_any(before) and is_order(before)):
        return False
    if quotes(label.rest) and is_order(label.rest):
        return False  # "Điểm a khoản 3 sửa như sau:" / "a) Thay “A” bằng “B”"
    announced = _announced_units(before)
    return announced[:1] == [label.label.casefold()]


def _announced_units(before: str) -> list[str]:
    """The labels of the whole provisions whose wording follows an order, in their order; none where it is for
    anything else."""
    order = _announcing(before)
    cited = (order.results or order.targets) if order is not None else ()
    if not all(one.is_whole for one in cited):
        return []
    return [one.own.label.casefold() for one in cited]


_SENTENCE_END = late(r"(?<=[^\d\W][.;])\s+")  # not that of a label


def announces_exactly(before: str, lines: Sequence[str]) -> bool:
    """Tell whether lines are, one for one, what the order before them announces: each provision that it
    names under its own label, a single dash, or a name in capitals. No line of them can be more or less
    than the wording then: "Khoản 3, khoản 4, Điều 7:" / "3. …" / "4. …"."""
    if any(is_order(sentence) for line in lines for sentence in _SENTENCE_END.split(line)[1:]):
        return False  # "2. Văn phòng họp hằng quý. Bỏ khoản 3."
    labels = [read_label(line) for line in lines]
    if None in labels:
        only = lines[0] if len(lines) == 1 else ""
        return announces_dash(before, only) or announces_name(before, only, labels[0])
    if not announces_unit(before, labels[0]):
        return False
    return [label.label.casefold() for label in labels if label] == _announced_units(before)


def announces_part(before: str, line: str, label: LineLabel | None) -> bool:
    """Tell whether a line without a label is the sentence or paragraph that the order before it words
    anew, or puts in: "Điều 11, câu thứ nhất nay là:" / "Ban Thường vụ họp …", "Khoản 3 thêm đoạn:" / …"""
    if label is not None or line[:1] in _BULLETS:
        return False
    if not PROMISES_BARELY.search(before):
        return False
    if not is_order(before) or is_order(line) or _is_place(line):
        return False
    order = _announcing(before)
    if order is not None and not order.targets:
        return order.verb is Verb.INSERT and _NEW_PARAGRAPH.search(before) is not None
    parts = [slot_kind(one.slot) for one in order.targets] if order is not None else []
    if parts == ["row"]:
        return STROKE in line
    return len(parts) == 1 and parts[0] in _ONE_LINE


_NEW_PARAGRAPH = late(r"\b(?:đoạn|câu)(?:\s+(?:mới|sau))?\s*:\s*$", re.IGNORECASE)
_ONE_LINE = ("sentence", "paragraph", "lead", "tail")


# The grammar takes a third of the time in which ``quyche outline`` starts, and few texts need it.
def _orders_in(words: str) -> Sequence[Order]:
    from quyche_app.language.statements import read_statement

    return read_statement(words).orders


def _is_place(words: str) -> bool:
    """Whether words are nothing but a place."""
    from quyche_app.language.topics import place_alone

    return bool(place_alone(words))


def _announcing(before: str) -> Order | None:
    """The one order of a line whose wording follows; one that takes away has none."""
    made = [order for order in _orders_in(before) if _promises(order)]
    return made[0] if len(made) == 1 and made[0].verb is not Verb.REPEAL else None


def _promises(order: Order) -> bool:
    """Whether the wording of an order follows: "Thêm khoản 5:" says no more."""
    return order.promises_text or (order.verb is Verb.INSERT and order.inline is None)


def announces_name(before: str, line: str, label: LineLabel | None) -> bool:
    """Tell whether a line in capitals is the name that the order before it gives: "Tên Chương IV sửa
    thành:" / "QUAN HỆ PHỐI HỢP"."""
    if label is not None or not line.isupper() or not PROMISES_BARELY.search(before):
        return False
    orders = _orders_in(before)
    return len(orders) == 1 and [one.slot for one in orders[0].targets] == ["heading"]
