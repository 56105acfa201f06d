"""What a sentence says beside its order that forbids carrying it out as it reads: a part of the place stays,
a second number of the same provision, a further text.

"Bãi bỏ Điều 10, riêng khoản 1 giữ nguyên", "Bãi bỏ khoản 4 (nay là khoản 5) Điều 6", "Bãi bỏ Điều 7 Quy chế;
bãi bỏ Điều 2 Quyết định số 25". Such a sentence is told. Source: docs/field.md 4.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quyche_app.domain.addresses import Step
from quyche_app.domain.patterns import late
from quyche_app.domain.verbs import Verb
from quyche_app.language.citations import Cited
from quyche_app.language.lexer import outside_quotes, tokenize, without_quotations
from quyche_app.language.orders import Order
from quyche_app.language.places import places

_KIND = r"(?:điều|khoản|điểm|tiết|mục|chương|phần|phụ lục)"
_LABEL = r"(?:\d{1,3}(?:\.\d{1,3})*[a-zđ]?|[IVXLC]{1,5}[a-z]?|[a-zđ]\d?)(?!\w)"
_UNIT = rf"(?:{_KIND}\s+{_LABEL})"
_UNITS = rf"(?:các\s+)?{_UNIT}(?:(?:\s*,\s*|\s+và\s+|\s+)(?:{_UNIT}|{_LABEL}))*"
_STAYS = r"(?:giữ nguyên|giữ lại|không thay đổi|không đổi|không sửa(?: đổi)?|như cũ|vẫn còn|còn hiệu lực)"
_KEPT = late(
    rf"(?P<what>{_UNITS})(?:\s+(?:của\s+)?Quy (?:chế|định))?\s+(?:này\s+)?"
    rf"(?:(?:thì|vẫn|được|có|cũng|của điều này|của khoản này)\s+)*{_STAYS}"
    rf"|\b(?:giữ nguyên|giữ lại|không sửa(?: đổi)?)\s+(?:nội dung\s+)?(?P<behind>{_UNITS})",
    re.IGNORECASE,
)
# "Bãi bỏ khoản 2 Điều 5, đoạn cuối giữ nguyên": of a whole that changes a part would stay.
_PART = (
    r"(?:câu|đoạn(?: văn)?|gạch đầu dòng|gạch|ý|vế|dòng|bảng|đoạn mở đầu|đoạn dẫn|câu dẫn|lời dẫn)"
    r"(?:\s+(?:thứ\s+)?(?:nhất|hai|ba|tư|bốn|năm|đầu|cuối|sau|trước|trên|dưới|này|\d{1,2}))?"
)
_KEPT_PART = late(
    rf"\b{_PART}(?:\s*(?:,|và)\s*{_PART})*\s+(?:(?:thì|vẫn|được|có|cũng)\s+)*{_STAYS}"
    rf"|\b(?:giữ nguyên|giữ lại)\s+(?:nội dung\s+)?{_PART}\b",
    re.IGNORECASE,
)
_MAY_STAY = late(
    _STAYS, re.IGNORECASE
)  # most sentences say nothing of the kind, and it is found fast
# Its own part is given, moved or counted anew: nothing is taken from what stays.
_KEEPS_PARTS = frozenset((Verb.INSERT, Verb.MOVE, Verb.RENUMBER))


def kept_inside(text: str, orders: Sequence[Order]) -> str:
    """Give the words that say that a part of what an order changes stays as it is; "" when none do."""
    if not _MAY_STAY.search(text):
        return ""
    wholes = [
        one for order in orders for one in _changed(order) if one.is_whole or one.slot == "text"
    ]
    if wholes:
        for found in outside_quotes(_KEPT_PART, text):
            return found.group()
    for found in outside_quotes(_KEPT, text):
        words = found["behind"] or _alone(found["what"], found.start() > 0)
        tokens = tokenize(words)
        kept = places(tokens, 0, len(tokens))
        changed = [one for order in orders for one in _changed(order)]
        everything = any(order.whole_act for order in orders)
        left_out = [one.steps for o in orders for _, less in o.exclusions for one in less]
        if kept and all(one.steps in left_out for one in kept):
            continue  # "…; riêng Điều 7 giữ nguyên"
        if everything or any(_is_in(k, c) for k in kept for c in changed):
            return found.group()
    return ""


_OTHERS_OF = late(r"\b(?:khác|còn lại)\s+(?:của|tại|ở|trong|thuộc)\s+$", re.IGNORECASE)


def kept_places(text: str) -> list[Cited]:
    """Give the provisions that a sentence says stay as they are; not those of which it says so of the rest:
    "các nội dung khác của Điều 9 giữ nguyên"."""
    if not _MAY_STAY.search(text):
        return []
    kept: list[Cited] = []
    for found in outside_quotes(_KEPT, text):
        if _OTHERS_OF.search(text[: found.start()]):
            continue
        tokens = tokenize(found["behind"] or found["what"])
        kept += places(tokens, 0, len(tokens))
    return [one for one in kept if one.steps and one.is_whole]


_FURTHER = late(rf".*,\s*(?=(?:riêng\s+)?(?:các\s+)?{_KIND}\s)", re.IGNORECASE | re.DOTALL)


def _alone(words: str, is_behind: bool) -> str:
    """What stays, without what the order before it names: "Bãi bỏ khoản 2 Điều 4, khoản 3 giữ nguyên"."""
    return _FURTHER.sub("", words, count=1) if is_behind else words


def _changed(order: Order) -> Iterator[Cited]:
    """The places whose words an order changes."""
    yield from (one for pair in order.pairs for one in pair.places)
    if order.verb not in _KEEPS_PARTS:
        yield from (one for one in order.targets if one.slot in ("unit", "text"))


def _is_in(kept: Cited, changed: Cited) -> bool:
    """Whether what stays is a provision that is changed, or may be a part of it."""
    if not kept.steps or not changed.steps:
        return False
    size = _level(changed.own)
    if _level(kept.own) < size:
        return all(step in changed.steps for step in kept.steps if _level(step) >= size)
    # "các nội dung khác của khoản 3 giữ nguyên" behind khoản 3 Điều 8
    return kept.steps == changed.steps[: len(kept.steps)]


def _level(step: Step) -> int:
    return Cited([step]).rank


_NOW = late(
    rf"{_UNIT}\s*(?:,\s*|\(\s*)(?:nay|hiện nay|mới|sau khi sửa đổi)\s+là\s+{_UNIT}", re.IGNORECASE
)
_BESIDE = late(
    rf"\b(?P<kind>{_KIND})\s+{_LABEL}\s*\(\s*(?P<other>{_KIND})\s+{_LABEL}\s*\)", re.IGNORECASE
)


# "một khoản vào giữa khoản 1 và khoản 2 (khoản 1a)": the number of the new one.
_BETWEEN_TWO = late(rf"\bgiữa\s+{_UNIT}\s+và\s+$", re.IGNORECASE)


def second_number(text: str, orders: Sequence[Order]) -> str:
    """Give the words that call one provision by two numbers, where no order gives it a new one: "khoản 4 (nay
    là khoản 5)"; "" when there are none."""
    if any(order.results for order in orders) or not ("(" in text or "là " in text):
        return ""
    for found in outside_quotes(_NOW, text):
        return found.group()
    for found in outside_quotes(_BESIDE, text):
        is_new = _BETWEEN_TWO.search(text[: found.start()]) is not None
        if found["kind"].lower() == found["other"].lower() and not is_new:
            return found.group()
    return ""


# "Khoản 3 Điều 8 (đã được bãi bỏ tại Quyết định số 45)": what is changed is gone, as the order itself says.
_GONE_BEFORE = late(
    r"\(\s*(?:nay\s+)?đã (?:được |bị )?(?:bãi bỏ|hủy bỏ|huỷ bỏ)\b[^()]*\)", re.IGNORECASE
)


def gone_before(text: str) -> str:
    """Give the words that say that the place of an order was repealed earlier; "" when none do."""
    return next((found.group() for found in outside_quotes(_GONE_BEFORE, text)), "")


_OF_TEXT = late(
    rf"(?i:{_UNIT})\s+(?:của\s+)?(?:bản\s+)?(?P<kind>Quy chế|Quy định|Quyết định|Nghị quyết)\b"
)


# "… tại Quyết định và Quy chế ban hành kèm theo"
_BOTH = late(
    r"\b(?:Quyết định|Nghị quyết)(?:\s+(?:này|số\s+[\w/-]+))?\s+và\s+(?:bản\s+)?(?:Quy chế|Quy định)\b"
)


def several_texts(text: str) -> str:
    """Give the second text that a sentence orders something about, "" when it is about one: "Bãi bỏ Điều 7
    Quy chế; bãi bỏ Điều 2 Quyết định số 25"."""
    words = without_quotations(text)
    if (both := _BOTH.search(words)) is not None:
        return both.group()
    named = list(_OF_TEXT.finditer(words))
    kinds = {found["kind"] for found in named}
    if (
        len(kinds) < 2
        or not {"Quy chế", "Quy định"} & kinds
        or not {"Quyết định", "Nghị quyết"} & kinds
    ):
        return ""
    return next(found.group() for found in named if found["kind"] != named[0]["kind"])


_PART_BEGINS = (
    r"(?:phần|câu|đoạn|gạch đầu dòng|dòng|cột|ý|mức|các|những|khoản chi|đối với|riêng|chỉ|tạm thời|trong năm"
    r"|thí điểm|từ năm|từ quý|từ tháng|từ dòng|từ hàng|ở nội dung|tại nội dung|nội dung|ở phần"
    r"|tại phần|khi|nếu|trừ)"
)
# Behind the number of an act, or "Quy chế này", its name is over; so it is behind the number of an appendix.
_MAY_FOLLOW = (
    r"(?:của|về|ban hành|kèm|và|như|được|đã|bị|nay|có|quy định|do|hiện hành|thì|là|thành|bằng|cho phù hợp"
    r"|theo|tại|trong|sửa|bổ|thay|bãi|bỏ|hủy|huỷ|thêm|đổi|chuyển|gồm|cụ thể|ngày|khóa|nhiệm kỳ|trên|nêu|nói"
    r"|kể từ|từ ngày|với|để|thuộc|lần|đối với các|cùng)"
)
_BEHIND_ACT = late(
    r"\b(?:Quy chế|Quy định|Nội quy|Quyết định|Nghị quyết)"
    r"(?:\s+này|\s+số\s+[\w/-]*\d[\w/-]*+(?:,?\s+ngày\s+\d[\d/.]*+(?:\s+tháng\s+\d+\s+năm\s+\d++)?+)?+)"
    rf"(?:\s+(?P<tail>(?!{_MAY_FOLLOW}\b)\w[^,;:“”]*)|\s*(?P<bracket>\(\s*{_PART_BEGINS}\b[^()]*\)))",
    re.IGNORECASE,
)
_LAST_PART = late(
    r"\bphần\s+(?!thứ\b|căn cứ|mở đầu|dẫn|đầu|cuối|này|sau|[IVXLC]+\b|[A-Z]\b|\d)\w[^“”:;,()]*[.;]?\s*$"
)
_BEHIND_ANNEX = late(
    r"\b(?:Phụ lục|Mẫu)(?:\s+số)?\s+(?:[IVX]{1,5}|\d{1,3}\w?)\s+"
    rf"(?P<tail>(?:về\s+)?(?:{_PART_BEGINS}|mục)\b(?!\s+(?:số\s+)?(?:[\dIVX]|[a-zđ]\b)).*|từ\s+(?:dòng"
    rf"|hàng)\b.*)$",
    re.IGNORECASE,
)
_WORDED = frozenset((Verb.REPLACE_WORDS, Verb.ADD_WORDS, Verb.REMOVE_WORDS))


def narrowed_behind(text: str, orders: Sequence[Order]) -> str:
    """Give the words behind the name of an act, or behind an appendix, that say that a part of the place is
    meant, or until when; "" when there are none: "Bãi bỏ Phụ lục I phần mức chi cho phục vụ"."""
    words = without_quotations(text)
    found = _BEHIND_ACT.search(words)
    if found is not None:
        return found["tail"] or found["bracket"]
    if (last := _LAST_PART.search(words)) is not None:
        return last.group()
    found = _BEHIND_ANNEX.search(words)
    if found is None or all(order.verb in _WORDED for order in orders):
        return ""
    named = [one for order in orders for one in order.targets if one.slot == "unit"]
    return found["tail"] if any(one.own.kind == "appendix" for one in named if one.steps) else ""
