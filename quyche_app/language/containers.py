"""What a line over a list of orders says against carrying them out: it denies them, puts them off, makes
them hold for some only, or gives them to somebody as a task.

"Điều 2. Các nội dung chưa được thông qua:", "Sửa đổi Quy chế số 05-QC/HU, chỉ áp dụng cho các xã, như sau:".
Source: docs/field.md 4.4, 4.10.
"""

from __future__ import annotations

import re

from quyche_app.domain.patterns import late
from quyche_app.language.lexer import without_quotations

# Before the name of the act.
_DENIES = late(
    r"^\W*(?:(?:trong|đối với)\s+)?(?:không|chưa|giữ nguyên|giữ lại|đến hết|trong thời gian|tạm"
    r"|hoãn|rút|bác|nếu"
    r"|trường hợp|khi|sau khi|chỉ|thí điểm|từ (?:năm|ngày)|thực hiện đến|trước đây|ví dụ|giao|phương án"
    r"|kể từ (?!ngày (?:ký|ban hành|có hiệu lực))|nội dung (?:cũ|lấy ý kiến)|dự kiến"
    r"|(?:đối với|riêng) (?!(?:các )?(?:điều|khoản|điểm|tiết|mục|chương|phần|phụ lục)))\b"
    r"|\b(?:không (?:sửa|thông qua|thay đổi|bãi bỏ|bổ sung|đồng ý)|chưa (?:được|sửa|thống nhất|thông qua)"
    r"|(?<!\()đã (?:được )?(?:sửa|bổ sung|bãi bỏ)|sẽ (?:sửa|bổ sung|bãi bỏ)|nhắc lại|tham khảo|dự kiến"
    r"|nếu (?:được|có)|thí điểm|hết hiệu lực"
    r"|đề nghị|đề xuất|kiến nghị|giữ (?:nguyên|lại)|nghiên cứu|dự thảo|ý kiến|chủ trương|theo hướng"
    r"|một trong (?:hai|ba|bốn|các|những|số)|(?:từ|trong) nhiệm kỳ (?:tới|sau)|áp dụng như sau"
    r"|quy (?:chế|định) của (?:mình|các|từng|mỗi))\b",
    re.IGNORECASE,
)
_DAY = r"ngày\s+\d{1,2}(?:\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4})"
# Where the name of an act ends for certain: with its number, and its day.
_NAME_ENDS = late(
    rf"\d[/-][^\s,;()]*[A-ZĐ](?:,?\s+{_DAY})?|\b[Qq]uy (?:chế|định) (?:này|hiện hành)\b"
)
_TITLE_BEGINS = late(r"\b(?:về|quy định|hướng dẫn|làm việc|ban hành|sửa đổi|hợp nhất)\b")
_LIMITS = late(
    r"\b(?:trừ|nếu|khi (?:có|được|đủ|cần)|sau khi|trong đó|thí điểm|dự kiến|tạm thời|đối với"
    r"|chỉ (?:áp dụng|có hiệu"
    r" lực|sửa)|áp dụng (?:từ|cho|đối với|trong)|từ (?:ngày|năm|nhiệm kỳ)|theo (?:hướng|một trong|phương án)"
    r"|giao|chưa|không|đến hết|cho đến)\b",
    re.IGNORECASE,
)
# A bracket behind the name that does more than say which act is meant, or what became of it.
_SAYS_MORE = late(
    r"(?!\(\s*(?:đã\s+)?được\b)\(.*?(?:\?|\b(?:trừ|nếu|chỉ|thí điểm|dự kiến|dự thảo|tạm|xem lại"
    r"|chưa|không|bãi bỏ|bỏ"
    r"|thay|giữ|đề nghị|lấy ý kiến|cũng|khoản \w{1,3}|điều \d+)(?!\w))",
    re.IGNORECASE,
)
# "Bãi bỏ các nội dung sau trong năm 2026:", "Bãi bỏ một phần các quy định sau:"
_LISTED = (
    r"(?:các|những)\s+(?:nội dung|quy định|điều|khoản|điểm)(?:\s*,\s*(?:điều|khoản|điểm))*"
    r"\s+sau(?:\s+đây)?+"
)
_LIMITED_LIST = late(
    rf"\b{_LISTED}\s+(?P<limit>(?!(?:của|tại|ở|thuộc|ban hành|như|quy định|được)\b"
    r"|trong\s+(?!năm|nhiệm kỳ|thời gian|quý|tháng))\w[^:]*):?\s*$",
    re.IGNORECASE,
)
_PART_OF_LIST = late(
    r"^\W*(?:bãi bỏ|hủy bỏ|huỷ bỏ|lược bỏ|bỏ)\s+"
    r"(?P<limit>(?:một phần|một số|phần\s+[^:]{2,30}?)\s[^:]{0,40}?)"
    rf"{_LISTED}",
    re.IGNORECASE,
)
_ONLY_FOR = late(r"\(\s*chỉ (?:áp dụng|có hiệu lực|thực hiện)\b[^()]*\)", re.IGNORECASE)
_BRACKET = late(r"\([^()]*\)?")
_SMALL_NAME = late(
    r"(?<!\w)(?P<kind>quy (?:chế|định) làm việc)(?P<owner> của (?!mình|các|từng|mỗi)\S.*)"
)


def limiting_words(head: str, act_name: str = "") -> str:
    """Give the words of a container's line that deny or limit what stands under it; "" when none do.

    Args:
        head: the line without its label.
        act_name: the name of the act in it, which denies nothing ("Quy chế lấy ý kiến …").
    """
    words = without_quotations(head)
    if (part := _PART_OF_LIST.match(words) or _LIMITED_LIST.search(words)) is not None:
        return part["limit"].strip(" .,;:")
    before = words.partition(act_name)[0] if act_name else words
    if (found := _DENIES.search(before)) is not None:
        return found.group().strip(" .,;:")
    if (only := _ONLY_FOR.search(words)) is not None:
        return only.group()
    behind = _behind_name(words)
    for bracket in _BRACKET.finditer(behind):
        if _SAYS_MORE.match(bracket.group()):
            return bracket.group()
    outside = _BRACKET.sub(" ", behind)
    limit = _LIMITS.search(outside)
    return limit.group() if limit is not None else ""


def _behind_name(words: str) -> str:
    """What stands behind the number and the day of an act, up to its title."""
    ends = list(_NAME_ENDS.finditer(words))
    if not ends:
        return ""
    behind = words[ends[-1].end() :]
    title = _TITLE_BEGINS.search(_BRACKET.sub(lambda found: " " * len(found.group()), behind))
    return behind[: title.start()] if title is not None else behind


def small_name(head: str) -> str:
    """Give the name of a regulation that a line writes with a small letter: "sửa đổi quy chế làm việc của Ủy
    ban Kiểm tra:" is about that of another body; "" when there is none."""
    found = _SMALL_NAME.search(without_quotations(head))
    return f"Q{found['kind'][1:]}{found['owner'].rstrip(' :.')}" if found is not None else ""


_LISTING = late(
    r"\W*(?:nay\s+|thống nhất\s+)?(?P<verb>sửa đổi,? (?:và )?bổ sung|sửa đổi|chỉnh sửa|điều chỉnh|sửa"
    r"|bổ sung thêm|bổ sung|thêm|bãi bỏ|lược bỏ|hủy bỏ|huỷ bỏ|loại bỏ|bỏ|bớt|thay thế|thay"
    r"|(?:không|thôi)\s+(?:quy định|thực hiện|áp dụng)(?:\s+nữa)?)"
    r"(?:\s+(?:các|một số|những))?"
    r"(?:\s*,?\s*(?:và\s+)?(?:nội dung|quy định|cụm từ|từ ngữ|từ|chữ|điều|khoản|điểm|câu|đoạn|chỗ))*"
    r"(?:\s+(?:sau đây|như sau|sau))?(?:\s*\((?:không còn phù hợp|do|vì)[^()“”;:\d]*\))?\s*:?\s*",
    re.IGNORECASE,
)
_PLAIN_VERBS = {"chỉnh sửa": "sửa", "điều chỉnh": "sửa", "bớt": "bỏ", "thay thế": "thay"}


def listing_verb(head: str) -> str:
    """Give the verb of a line that is no more than that, which those under it do not repeat: "Lược bỏ các nội
    dung:" / "- Khoản 3 Điều 6."; "" when a line is another one."""
    found = _LISTING.fullmatch(head)
    if found is None:
        return ""
    verb = found["verb"].lower()
    if verb.startswith(("không", "thôi")):
        return "bãi bỏ"
    return _PLAIN_VERBS.get(verb, verb)
