"""Sentences whose parts stand in another order, as the plain one: verb, what, where.

"Khoản 2 Điều 5 được sửa đổi như sau:", "Dùng cụm từ “B” thay cho cụm từ “A”", "Trong toàn văn Quy chế, từ “A”
sửa thành “B”". Source: docs/field.md 4.1, 4.5.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quyche_app.domain.patterns import late
from quyche_app.domain.texts import capital
from quyche_app.language.lexer import blank, outside_quotes, quotes
from quyche_app.language.vocabulary import OPENERS, VERB_WORDS

_DONE = rf"(?:{VERB_WORDS})"
_PASSIVE = late(
    r"^(?P<what>(?:Các |Một số )?(?:Điều|Khoản|Điểm|Tên|Tiêu đề|Đoạn|Mục|Chương|Phần|Phụ lục|Cụm từ"
    r"|Từ|Mẫu|Câu|Gạch đầu dòng|Tiết|Tiểu mục)\b.*?)\s+(?:đã )?(?:được|bị)\s+"
    rf"(?P<verb>{_DONE}(?:(?:,| và) {_DONE})*)\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)


_PASSIVE_OBJECT = late(
    r"\s+(?:thêm\s+)?(?P<object>(?:các\s+)?(?:khoản|điểm|tiết)\s+[^“”\":]*?)"
    r"(?P<rest>\s+(?:như sau|vào|ngay)\b.*|\s*[:.]?\s*)$",
    re.IGNORECASE | re.DOTALL,
)
_HISTORY = late(r"\((?:đã )?được [^()]*\)")
# "Tại khoản 2 Điều 5, thay cụm từ …", "Trong Luật …, cụm từ … được thay bằng …".
_PLACE_FIRST = late(
    r"^(?P<at>Trong|Tại)\s+(?P<place>[^“”\":;]{3,250}?),\s*"
    r"(?P<order>(?:các |những )?(?:cụm từ|từ|thay|bổ sung|bỏ|bãi bỏ|sửa đổi|thêm)\s.*)$",
    re.IGNORECASE | re.DOTALL,
)
_EXPIRED = late(
    r"^(?P<what>(?:Các )?(?:Điều|Khoản|Điểm|Mục|Chương|Phần|Phụ lục)\s.*?),?\s+hết hiệu lực\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)


_IN_MARKS = r"[“„«\"‘'][^“”\"«»]*[”»\"’']"
# Where words stand: " tại khoản 2 Điều 5", " cuối điểm c".
_AT = r"\s+(?:tại|trong|ở|(?:đầu|cuối)(?=\s+(?:các\s+)?(?:điểm|khoản|điều)\s))\s[^“”\"«»;]*?"
_SOME_WORDS = (
    r"(?:(?:tất cả |mọi |toàn bộ )?(?:các |những )?"
    r"(?:cụm từ|từ ngữ|từ|chữ|số|dấu|đoạn|câu|nội dung|chỗ ghi)\s+)?"
)
# "Cụm từ “A” tại Điều 3 sửa thành “B”".
_WORDS_BECOME = late(
    rf"^(?P<words>{_SOME_WORDS}{_IN_MARKS})"
    rf"(?P<at>{_AT})?,?\s+(?:đều\s+)?(?:nay\s+)?(?:được\s+)?"
    r"(?:thay thế|thay|sửa đổi|sửa|đổi|ghi)\s+(?:lại\s+)?(?:bằng|thành|là|bởi)\s+"
    r"(?P<rest>(?:cụm từ\s|từ\s|chữ\s|dấu\s)?[“„«\"‘'].*)$",
    re.IGNORECASE | re.DOTALL,
)


# "Các từ “A” trong Chương III lược bỏ", "Đoạn “A” tại khoản 4 Điều 7: bỏ".
_WORDS_GO = late(
    rf"^(?P<words>{_SOME_WORDS}{_IN_MARKS})"
    r"\s+(?P<at>(?:tại|trong|ở)\s[^“”\"«»;:,]*?)\s*[:,]?\s+(?:nay\s+)?(?:được\s+)?"
    r"(?:bãi bỏ|lược bỏ|loại bỏ|hủy bỏ|huỷ bỏ|bỏ)(?:\s+đi)?\s*[.;]?$",
    re.IGNORECASE,
)


_QUOTED = rf"(?:(?:các |những )?(?:cụm từ|từ ngữ|từ|chữ)\s+)?{_IN_MARKS}"
# "Tại Điều 7 viết “A” nay sửa thành “B”": what is written there is corrected.
_WRITTEN = late(
    r"^(?:tại|ở)\s+(?P<place>[^“”\"«»;:,]{3,100}?),?\s+(?:(?:đã\s+)?(?:viết|ghi|in|đánh máy)(?:\s+là)?)\s+"
    rf"(?P<old>{_QUOTED}),?\s+(?:nay\s+)?(?:được\s+)?(?:đính chính|sửa|đọc|ghi|viết)(?:\s+lại)?\s+"
    rf"(?:thành|là)\s+(?P<new>{_QUOTED})(?P<rest>\s*[.;]?)$",
    re.IGNORECASE,
)
# "Dùng cụm từ “B” thay cho cụm từ “A” tại Điều 3".
_USED_FOR = late(
    rf"^(?:dùng|lấy|sử dụng)\s+(?P<new>{_QUOTED})\s+(?:để\s+)?thay\s+(?:thế\s+)?cho\s+"
    rf"(?P<old>{_QUOTED})(?P<at>.*)$",
    re.IGNORECASE | re.DOTALL,
)
# "Bỏ cụm từ “A” tại Điều 3, thay bằng “B”".
_GOES_FOR = late(
    rf"^(?:bãi |lược |loại )?bỏ\s+(?P<old>{_QUOTED})(?P<at>{_AT})?"
    rf"\s*(?:,|,?\s+và)\s+thay\s+(?:thế\s+)?bằng\s+(?P<new>{_QUOTED})(?P<behind>.*)$",
    re.IGNORECASE | re.DOTALL,
)
# "Sau cụm từ “A” tại Điều 3, bổ sung cụm từ “B”", "Bổ sung vào sau cụm từ “A” tại Điều 3 cụm từ “B”".
_BESIDE_WORDS = late(
    rf"^(?:(?:bổ sung|thêm|chèn)(?:\s+thêm)?\s+)?"
    r"(?P<side>(?:vào\s+)?(?:(?:ngay|liền)\s+)?(?:phía\s+)?(?:sau|trước))\s+"
    rf"(?P<anchor>{_QUOTED})(?P<at>{_AT})?,?\s+"
    rf"(?:(?:bổ sung|thêm|chèn)(?:\s+thêm)?\s+)?(?P<new>{_QUOTED})(?P<rest>\s*[.;]?\s*)$",
    re.IGNORECASE,
)

# "Bổ sung vào sau khoản 3 Điều 4 khoản 3a như sau:": the unit behind which it stands is named again.
_BESIDE_UNIT = late(
    r"^(?P<verb>(?:bổ sung|thêm|chèn)(?:\s+thêm)?)\s+"
    r"(?P<side>(?:vào\s+)?(?:(?:ngay|liền)\s+)?(?:phía\s+)?(?:sau|trước)\s+"
    r"(?:(?:điều|chương|mục|phần)\s+\w+,?\s+)*(?P<unit>điểm|khoản|điều|mục|chương)\s+[^\s,;:]+"
    r"(?:,?\s+(?:khoản|điều|mục|chương)\s+\w+)*)\s+"
    r"(?P<new>(?P=unit)\s+\w+)(?P<rest>\s*:|\s+(?:như sau|với nội dung)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
# "Bổ sung vào cuối khoản 1 Điều 2 cụm từ “A”".
_AT_BORDER = late(
    r"^(?P<verb>(?:bổ sung|thêm|chèn)(?:\s+thêm)?)\s+(?P<side>vào\s+(?:cuối|đầu))\s+"
    rf"(?P<place>[^“”\"«»:;]{{3,100}}?),?\s+(?P<new>(?:cụm từ|từ ngữ|từ|chữ)\s+{_IN_MARKS})"
    r"(?P<rest>\s*[.;]?)$",
    re.IGNORECASE,
)


def _words_forms(text: str) -> str | None:
    """Give a sentence on words whose parts stand in another order as the plain one."""
    if (found := _USED_FOR.match(text)) is not None:
        return f"Thay {found['old']} bằng {found['new']}{found['at']}"
    if (found := _AT_BORDER.match(text)) is not None:
        return f"{found['verb']} {found['new']} {found['side']} {found['place']}{found['rest']}"
    if (found := _WRITTEN.match(text)) is not None:
        return f"Thay {found['old']} tại {found['place']} bằng {found['new']}{found['rest']}"
    if (found := _GOES_FOR.match(text)) is not None:
        return f"Thay {found['old']}{found['at'] or ''} bằng {found['new']}{found['behind']}"
    if (found := _BESIDE_WORDS.match(text)) is not None:
        where = f"{found['side'].lower()} {found['anchor']}{found['at'] or ''}"
        return f"Bổ sung {found['new']} {where}{found['rest']}"
    return None


@lru_cache(maxsize=64)
def active_form(text: str) -> str:
    """Give "Khoản 2 Điều 5 được sửa đổi như sau:" as "Sửa đổi Khoản 2 Điều 5 như sau:", the place
    behind the order, and "… hết hiệu lực" as a repeal (docs/field.md 4.1). No word in quotation marks is
    looked at."""
    words = [words for _, _, words in quotes(text)]
    return _HIDDEN.sub(lambda found: words[ord(found.group()[0]) - _HIDE], _active(_hidden(text)))


# Signs of no script, one kind for each quotation: so many of them stand for its words.
_HIDE = 0xF0000
_HIDDEN = late(r"([\U000f0000-\U000ffffd])\1*")


def _hidden(text: str) -> str:
    for number, (start, _, words) in enumerate(quotes(text)):
        sign = chr(_HIDE + number)
        text = f"{text[: start + 1]}{sign * len(words)}{text[start + 1 + len(words) :]}"
    return text


def _active(text: str) -> str:
    text = _HISTORY.sub(blank, without_opener(text))
    text = _words_forms(text) or text
    text = _BESIDE_UNIT.sub(r"\g<verb> \g<new> \g<side>\g<rest>", text)
    first = _PLACE_FIRST.match(text)
    if first is not None:
        order = _active(first["order"][:1].upper() + first["order"][1:]).rstrip(" .;")
        return f"{order} {first['at'].lower()} {first['place']}"
    become = _WORDS_BECOME.match(text)
    if become is not None:
        words = become["words"]
        return f"Thay {words[:1].lower()}{words[1:]}{become['at'] or ''} bằng {become['rest']}"
    gone = _WORDS_GO.match(text)
    if gone is not None:
        words = gone["words"]
        return f"Bỏ {words[:1].lower()}{words[1:]} {gone['at']}"
    expired = _EXPIRED.match(text)
    if expired is not None:
        what = expired["what"]
        return f"Bãi bỏ {what[:1].lower()}{what[1:]}{expired['rest']}"
    match = _PASSIVE.match(text)
    if match is None:
        return text
    what = match["what"]
    what = what[:1].lower() + what[1:]
    inner = _PASSIVE_OBJECT.match(match["rest"])
    if inner is not None:  # "Điều 56 được bổ sung khoản 5 như sau:"
        return f"{match['verb']} {inner['object']} {what}{inner['rest']}"
    return f"{match['verb']} {what}{match['rest']}"


# "Nay bãi bỏ …", "Thống nhất sửa đổi …", "Đính chính: tại …": nothing of its own is ordered, nor of what
# stays: "Khoản 3 Điều 6 giữ nguyên; khoản 4 sửa thành …".
_OPENER = late(
    rf"^\s*(?:(?:{'|'.join(OPENERS)})\s+(?=(?:{VERB_WORDS}|dùng|lấy)\b)"
    r"|đính chính\s*:\s*(?=(?:tại|ở|các|từ|cụm từ|chữ)\s)"
    r"|giữ nguyên\s[^“”\"«»:;]{2,120};\s*"
    r"|(?:các )?(?:điều|khoản|điểm)\s[^“”\"«»:;]{1,120}?\s(?:giữ nguyên|không thay đổi);\s*)",
    re.IGNORECASE,
)


def without_opener(text: str) -> str:
    opened = _OPENER.match(text)
    return capital(text[opened.end() :]) if opened is not None else text


# "… ở tất cả các điều, khoản có cụm từ này", "trong toàn văn Quy chế", "tại các điều, khoản có liên quan
# trong Quy chế": the whole text.
_ALL = r"(?:toàn bộ|toàn văn|tất cả|mọi|cả|những|các|các nội dung)"
_PARTS = (
    r"(?:(?:\s*,\s*|\s+và\s+|\s+)"
    r"(?:các|chỗ|nơi|điều|khoản|điểm|chương|nội dung|văn bản|liên quan|có liên quan))*"
)
_THE_TEXT = r"(?:(?:của|trong)\s+)?(?:bản\s+)?Quy (?:chế|định)(?:\s+làm việc|\s+này)?"
_EVERYWHERE = late(
    rf"\s+(?:ở|tại|trong)\s+{_ALL}{_PARTS}"
    r"(?:[^“”\"]{0,40}\bcó\s+(?:các\s+)?cụm từ\s+(?:này|trên|nêu trên|đó)"
    rf"(?:\s+{_THE_TEXT})?|\s+{_THE_TEXT}(?=\s*[.;,:]|\s*$|\s+(?:bằng|thành|nay|được|đều|sửa|đổi|thay|là)\s))",
    re.IGNORECASE,
)


# "Trong toàn bộ Quy chế, cụm từ “A” sửa thành “B”", "Toàn văn thay “A” bằng “B”".
_EVERYWHERE_FIRST = late(
    r"^(?:trong\s+|tại\s+)?(?:toàn bộ|toàn văn|tất cả|cả)(?:,?\s+(?:văn bản|nội dung|các điều|điều|khoản|điểm"
    r"|làm việc|quy chế|quy định|nội quy|này|của|trong))*\s*[,:]?\s+(?=(?:(?:các\s+)?(?:cụm từ|từ|chữ)\s+"
    r"|(?:thay|sửa|đổi|bỏ)\s+(?:thế\s+|đổi\s+|lại\s+)?(?:các\s+)?(?:(?:cụm từ|từ|chữ)\s+)?)?[“„«\"‘'])",
    re.IGNORECASE,
)


def without_everywhere(text: str) -> tuple[str, bool]:
    first = _EVERYWHERE_FIRST.match(text)
    if first is not None:
        rest = text[first.end() :]
        return rest[:1].upper() + rest[1:], True
    found = next(iter(outside_quotes(_EVERYWHERE, text)), None)
    if found is None:
        return text, False
    return f"{text[: found.start()]}{text[found.end() :]}", True


_BEGINS = late(
    r"(?:\(\s*)?(?:(?:tại|trong|ở|về|đối với|riêng|(?:(?:ngay|liền|tiếp)\s+)?(?:sau|trước)|giữa|cuối|từ"
    r"|toàn bộ|(?:cả )?hai|cả|các|nội dung(?:\s+quy định)?(?:\s+(?:tại|của))?"
    r"|để\s[^:“”]{3,120}?,)\s+)*"
    r"(?:điều|khoản|điểm|tiết|(?:tiểu )?mục|chương|phần|phụ lục|mẫu|tên|tiêu đề|đoạn|câu|gạch|ý|số thứ tự"
    r"|dấu gạch|cột|dòng)\b",
    re.IGNORECASE,
)


def begins_with_place(words: str) -> bool:
    """Tell whether a sentence may name its place first."""
    return _BEGINS.match(words) is not None
