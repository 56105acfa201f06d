"""Remarks between quotation marks that are no wording: "(các điểm khác giữ nguyên)", "2, 3, 4. Giữ nguyên.".

Written as law they would take away what they say stays. Source: docs/field.md 4.3.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quyche_app.domain.messages import Message, message
from quyche_app.domain.patterns import late
from quyche_app.domain.texts import shortened
from quyche_app.domain.units import Block, Paragraph, Unit, walk

_LABEL = r"(?:(?:khoản|điểm|đoạn|điều|ý)\s+)?(?:\d{1,3}[a-zđ]?|[a-zđ]\d?)[.)]?"
_LABELS = rf"{_LABEL}(?:(?:\s*[,;]\s*|\s+(?:và|đến)\s+){_LABEL})*"
_STAYS = r"(?:được\s+)?(?:giữ nguyên|không thay đổi|như cũ|không sửa(?: đổi)?)"
_ASIDE = late(
    # "(các điểm khác giữ nguyên)", "(giữ nguyên đoạn đầu)"
    rf"\W*\([^()]*\b{_STAYS}\b[^()]*\)\W*"
    # "b), c), d) giữ nguyên.", "2, 3, 4. Giữ nguyên.", "Khoản 2 giữ nguyên."
    rf"|\W*(?:(?:các\s+|những\s+)?{_LABELS}\s+)?{_STAYS}\W*"
    r"|(?:các|những)\s+(?:khoản|điểm|nội dung|đoạn)\s+(?:khác|còn lại|sau)\s[^.;]{0,40}\bgiữ nguyên\b"
    r"[^.;]{0,20}\W*"
    # "c) Báo cáo năm: như cũ.", "b) Như khoản 2 điểm b cũ;"
    r"|[^:]{0,60}:\s*(?:giữ nguyên|như (?:cũ|trước|hiện hành))\W*"
    r"|\W*như\s+(?:khoản|điểm|điều|đoạn)\s[^.;]{0,60}\b(?:cũ|hiện hành|trước đây)\W*"
    r"|giữ nguyên\s+(?:như\s+)?(?:khoản|điểm|đoạn|nội dung|quy định)\b.*"
    r"|(?:ghi chú|chú thích|lưu ý)\s*:.*|phương án\s+\w{1,3}\s*:.*|(?:bãi bỏ|bỏ)\W*",
    re.IGNORECASE | re.DOTALL,
)
# "3. Báo cáo năm. (khoản 2 giữ nguyên)", "…; thẩm định nhân sự. (khoản 5 cũ thành khoản 4)"
_BEHIND = late(
    rf"\((?P<remark>[^()]*\b(?:{_STAYS}|để nguyên|không đổi)\b[^()]*"
    r"|[^()]*\b(?:khoản|điểm|điều|đoạn|dòng|gạch đầu dòng)\s+(?:thứ\s+)?\w{1,4}\s+"
    r"(?:cũ|mới|hiện hành|hiện có|trước đây|trên|nêu trên|chuyển|đổi|lùi|dồn|thành|đánh)\b[^()]*"
    # "(ghi chú: chờ Thường trực duyệt)"
    r"|\s*(?:ghi chú|chú thích|lưu ý|chờ|xem lại|dự kiến|đề nghị|chưa|đang xin|hỏi lại"
    r"|kiểm tra lại)\b[^()]*)\)[\W]*$",
    re.IGNORECASE,
)
_LONGEST = 200  # characters of a remark; a provision is longer
_LEFT_OUT = late(r"[\[(]\s*(?:…|\.{3})\s*[\])]|\w\s*(?:…|\.{3})\s+\w|→|->")


def spoken_aside(new: Unit) -> Message | None:
    """Give the reason why new wording is not carried out: a paragraph of it speaks about the change; None
    when none does."""
    for unit in walk((new,)):
        for block in (*unit.lead, *unit.tail):
            words = block.text if isinstance(block, Paragraph) else ""
            is_short = 0 < len(words) <= _LONGEST
            if (is_short and _ASIDE.fullmatch(words.strip())) or _LEFT_OUT.search(words):
                return message(
                    "wording.spoken_aside",
                    "“{words}” trong ngoặc kép là lời chỉ dẫn, không phải lời văn mới",
                    words=shortened(words),
                )
    return None


def remark_behind(quoted: Sequence[Block]) -> Message | None:
    """Give a doubt where a paragraph of new wording ends with a remark on the change in brackets, which would
    become law with it."""
    for block in quoted:
        found = _BEHIND.search(block.text) if isinstance(block, Paragraph) else None
        if found is not None:
            return message(
                "wording.remark_behind",
                "“({words})” ở cuối lời văn mới có thể là lời chỉ dẫn",
                words=shortened(found["remark"]),
            )
    return None
