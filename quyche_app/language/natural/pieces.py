"""A sentence with the words of its quotations hidden, in pieces that can be cut and joined."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quyche_app.domain.patterns import late
from quyche_app.language.lexer import quotes
from quyche_app.language.natural.words import LABEL, UNIT, UNITS
from quyche_app.language.topics import is_remark

_SIGN = 0xF0000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence; ``hidden`` is as long as ``text``, with signs in the place of what stands in
    quotation marks, so that no pattern looks into it."""

    text: str
    hidden: str

    def cut(self, start: int, end: int | None = None) -> Piece:
        """Give a part of it without the blanks around it."""
        hidden = self.hidden[start:end]
        before = len(hidden) - len(hidden.lstrip())
        length = len(hidden.strip())
        first = start + before
        return Piece(self.text[first : first + length], self.hidden[first : first + length])

    def without(self, start: int, end: int, between: str = " ") -> Piece:
        """Give it with other words in the place of a part."""
        return Piece(
            f"{self.text[:start]}{between}{self.text[end:]}",
            f"{self.hidden[:start]}{between}{self.hidden[end:]}",
        )

    def replaced(self, pattern: re.Pattern[str], plain: str) -> Piece:
        """Give it with what a pattern finds in plainer words."""
        piece = self
        for found in reversed(list(pattern.finditer(self.hidden))):
            # A template may give back what stood there: nothing of a quotation does.
            piece = piece.without(found.start(), found.end(), found.expand(plain))
        return piece

    def words(self, found: re.Match[str], group: str) -> str:
        """Give what a group of a match on ``hidden`` stands for."""
        return self.text[found.start(group) : found.end(group)] if found[group] else ""

    def quoted(self, found: re.Match[str], group: str) -> list[str]:
        """Give the words of the quotations in a group, without their marks."""
        start = found.start(group)
        return [
            self.text[start + one.start() + 1 : start + one.end() - 1]
            for one in _QUOTATION.finditer(found[group] or "")
        ]


_QUOTATION = late('[“„«"][\U000f0000-\U000ffffd]*[”»"]')


def piece_of(text: str) -> Piece | None:
    """Give a sentence as a piece; None where a quotation is not closed or holds another."""
    hidden = text
    for number, (start, end, words) in enumerate(quotes(text)):
        if end - start != len(words) + 2 or any(mark in words for mark in "“”„«»"):
            return None
        sign = chr(_SIGN + number % 0xFF00)
        hidden = f"{hidden[: start + 1]}{sign * len(words)}{hidden[start + 1 + len(words) :]}"
    return Piece(text, hidden)


_YEAR = r"(?:\s+(?:vào\s+)?năm\s+\d{4})?"
_BY = r"(?:\s+(?:tại|theo|bởi|bằng|trong)\s[^()“”;:]{3,80})?"
_DONE = r"(?:sửa đổi, bổ sung|sửa đổi|bổ sung|sửa|thêm|thay thế|thay|đánh số lại|chuyển)"
_ACT = r"(?:Quyết định|Nghị quyết|Quy định|Quy chế|Thông báo)"
_TITLE_BEGINS = (
    r"(?:làm việc|hoạt động|phối hợp|chi tiêu|tổ chức|quản lý|số|ban hành|kèm|của|về|bầu|dân chủ|công tác|thi"
    r"|tiếp|sử dụng|đào tạo|kiểm|giám|bảo|văn|phát|ngôn|thực|nội|lấy|đánh|xử|xét|tuyển|khen|đối"
    r"|tài|thu|nghiên"
    r"|học|hội|lưu|an|cung)"
)
_SMALLEST = r"(?:gạch đầu dòng|đoạn|câu)"
_SMALL = r"khoản|điểm|ý|tiết|gạch đầu dòng|đoạn|câu"
_UNIT = rf"(?P<unit>(?<!\w){UNIT}(?:(?:,\s*|\s+và\s+){LABEL}){{0,6}})"
# "Tại Điều 2 của Quyết định số 18-QĐ/ĐU, bỏ …": of the decision, not of what it issues.
ISSUING_ACT = late(
    rf"{_UNIT}\s+(?:của\s+)?(?P<act>(?:Quyết định|Nghị quyết) số [\w/-]+(?:,?\s+ngày\s+[\d/]+)?)(?=\s*[,:])",
    re.IGNORECASE,
)
# What stands before a colon and has one of these is no bare topic.
_NO_TOPIC = (
    r"(?:không|chưa|giữ|trừ|riêng|dự kiến|đề nghị|ví dụ|phương án|nếu|khi|từ|đến|trước|sau|cuối|đầu|toàn|cả"
    r"|sửa|thay|bỏ|thêm|bổ sung|đổi|chuyển|viết|ghi|nay|nội dung|chữ|cụm|các|tên|câu|đoạn|ý)"
)
# What says nothing of its own beside a place, and what is read in its place.
_NOISE = tuple(
    (late(pattern, re.IGNORECASE), plain)
    for pattern, plain in (
        (r"[ \t\u00a0]+", " "),
        # "Đ.12, K.1 và K.2"
        (r"(?<![\w.])Đ\.\s?(?=\d)", "Điều "),
        (r"(?<![\w.])K\.\s?(?=\d)", "khoản "),
        # "(đã sửa năm 2023)", "(bổ sung năm 2022)", "do Quyết định số 812-QĐ/TU bổ sung".
        (
            rf"{_UNIT}\s*\((?:(?:đã|được|vừa|do|mới)\s+)*{_DONE}(?:\s+(?:mới"
            rf"|lần \w+(?: \w+)?))?{_YEAR}{_BY}{_YEAR}\)",
            r"\g<unit>",
        ),
        (rf"{_UNIT},\s+(?:(?:đã|được|vừa|mới)\s+)*{_DONE}{_YEAR}{_BY}{_YEAR}(?=\))", r"\g<unit>"),
        (rf"{_UNIT},?\s+do {_ACT} số [\w/-]+\s+{_DONE}(?=\s)", r"\g<unit>"),
        (
            rf"{_UNIT},?\s+(?:đã\s+)?(?:được\s+)?{_DONE}\s+(?:tại|theo|bởi)\s+{_ACT} số [\w/-]+"
            r"(?=\s*[,:]|\s+(?:nay|được|thì)\s)",
            r"\g<unit>",
        ),
        (rf"{_UNIT},?\s+tức (?:là )?(?:khoản|điểm|điều) \w+ cũ(?=\))", r"\g<unit>"),
        # "khoản 2 Điều 3 Quy chế nay …", "Điều 9 của Quy chế:"
        (
            rf"{_UNIT}\s+(?:(?:của|trong|thuộc)\s+)?(?:bản\s+)?Quy (?:chế|định)(?:\s+(?:này|hiện hành))?"
            rf"(?=\s*[,.;:()]|\s*$|\s+(?!{_TITLE_BEGINS}\b))",
            r"\g<unit>",
        ),
        # "điểm c cùng khoản", "khoản 4 của Điều này", "cũng của khoản này": what was named before.
        (
            rf"(?P<unit>(?<!\w){UNIT}(?:(?:,\s*|\s+và\s+){LABEL}){{0,6}}|\bthêm|\bvào|\bcuối)(?P<into>\s+vào)?\s+(?:cũng\s+)?(?:(?:của|tại|trong|thuộc|ở)\s+)?"
            r"(?:cùng\s+(?:khoản|điều|mục|điểm)|(?:khoản|điều|mục|điểm)\s+(?:này|đó|ấy|trên))(?!\s+\d)",
            r"\g<unit>",
        ),
        # "(do lỗi đánh máy)", "(cả hai chỗ)" say why, and that all are meant.
        (
            r"\s*\((?:do|vì|lý do|nhằm)\s(?![^()]*\b(?:trừ|riêng|chỉ|nếu|sửa|thay(?! đổi)|bổ sung|thêm|chuyển"
            r"|bãi bỏ|bỏ|nhưng)\b)[^()“”;\d]{3,100}\)",
            "",
        ),
        # "Công khai tài chính: “A” sửa thành “B” (khoản 2 Điều 3)": what it is about.
        (
            rf"^(?:(?!\b{UNIT})(?!\b{_NO_TOPIC}\b)[^:“”„«»\";()\d]){{4,60}}:\s+(?=[“«\"])",
            "",
        ),
        (r"\s*\((?:cả\s+(?:hai|ba|bốn|\d+)|tất cả(?:\s+các)?|mọi)\s+(?:chỗ|nơi)\)", ""),
        # "(kể cả chữ “Cán bộ” viết hoa đầu câu)": a capital is kept anyway.
        (
            r"\s*\((?:kể cả|bao gồm cả|cả)\s+(?:các\s+)?(?:chữ|từ|cụm từ|chỗ|trường hợp)\s"
            r"[^()]{0,60}?viết hoa[^()]*\)",
            "",
        ),
        # "(Quyết định số 41-QĐ/ĐU đã thêm)", "(trước là khoản 4)", "(Đảng ủy họp)", "(về chi phí)".
        (rf"{_UNIT}\s*\({_ACT} số [\w/-]+\s+(?:đã\s+|vừa\s+)?{_DONE}\)", r"\g<unit>"),
        (
            rf"{_UNIT}\s*\((?:trước(?: đây)?|cũ|nguyên)\s+là\s+(?:{_SMALL}|điều)\s+\w+(?:\s+cũ)?\)",
            r"\g<unit>",
        ),
        (
            rf"(?P<unit>\b{_SMALLEST}\s+{LABEL}(?:\s*,?\s*{UNIT})*)\s*\((?:về|nói về)\s"
            r"(?![^()]*\b(?:trừ (?:khoản|điểm|điều|các|những|khi)|riêng|chỉ|nếu|không)\b)[^()“”;:\d]{2,60}\)",
            r"\g<unit>",
        ),
        # "khoản 2 Điều 14 (khoản 3 được đánh số lại thành khoản 2)"
        (
            rf"\s*\((?P<order>{UNITS}\s+(?:nay\s+|được\s+)*(?:đánh số lại|đánh lại số|chuyển|đổi)[^()]*)\)",
            r"; \g<order>",
        ),
        # "Điều 7, khoản 1, bảng mức chi:", "trong bảng mức chi tại Điều 7"
        (rf"{_UNIT},?\s+bảng\s+[^,:;“”()]{{0,30}}?(?=\s*:)", r"\g<unit>"),
        (r"\s+(?:trong|tại|của)\s+bảng\s+[^,:;“”()]{0,30}?\s+(?=(?:tại|ở|của|trong)\s)", " "),
        (r"\bcũng\s+(?=(?:tại|ở|trong)\s)", ""),
        # "Chương IV: tên chương thêm …", "Điều 7, tên điều sửa thành …"
        (
            rf"(?P<unit>\b(?:điều|chương|mục|phần)\s+{LABEL})\s*[:,]\s*(?:tại\s+)?(?P<name>tên|tiêu đề)\s+"
            r"(?:điều|chương|mục|phần)(?:\s+này)?\b(?!\s+(?:\d|[IVXLC]+\b))",
            r"\g<name> \g<unit>",
        ),
        # "Số thứ tự khoản 2a Điều 14 sửa thành khoản 3"
        (
            rf"\bsố thứ tự\s+(?:của\s+)?(?P<units>{UNITS})\s+(?:được\s+|nay\s+)*"
            r"(?:sửa|đổi)\s+(?:lại\s+)?thành\b",
            r"\g<units> đánh số thành",
        ),
        # "Khoản 1 được sửa đổi, khoản 3 được bãi bỏ và bổ sung khoản 4, cụ thể:": the wording of all follows.
        (
            r"\bđược (?P<verb>sửa đổi(?:, bổ sung)?)(?=\s*,\s|\s+và\s)(?=[^“”\"]*:\s*$)",
            r"được \g<verb> như sau:",
        ),
        # "các khoản từ 2 đến 4", "khoản 3 - 4"
        (
            r"(?:các\s+)?\b(?P<kind>khoản|điểm|điều|mục)\s+từ\s+(?P<first>\d{1,3}|[a-zđ])\s+đến\s+"
            r"(?P<last>\d{1,3}|[a-zđ])(?!\w)",
            r"từ \g<kind> \g<first> đến \g<kind> \g<last>",
        ),
        (
            r"\b(?P<kind>khoản|điểm|điều)\s+(?P<first>\d{1,3})\s*[-–]\s*(?P<last>\d{1,3})(?![\w./-])",
            r"từ \g<kind> \g<first> đến \g<kind> \g<last>",
        ),
        (r"(?<!đầu )\bdòng(?:\s+số)?\s+(?=\d{1,3}[a-zđ]?\b)", "số thứ tự "),
        (rf"{_UNIT}\s*\((?:đoạn |khoản )?(?:không đánh số|mới|cũ)\)", r"\g<unit>"),
        (rf"{_UNIT}\s+(?:cũ|hiện hành|hiện nay)(?=\s*[,:]|\s+\w)", r"\g<unit>"),
        # "khoản 1 (Điều 2)": what holds it.
        (
            rf"(?P<unit>(?<!\w)(?:{_SMALL})\s+{LABEL})\s*\((?P<large>(?:điều|mục|phần|phụ lục)\s+{LABEL})\)",
            r"\g<unit> \g<large>",
        ),
        # "Điều 4 (điểm a khoản 1)": what of it is meant.
        (
            rf"(?P<large>(?<!\w)(?:điều|khoản|mục|phần)\s+{LABEL})\s*\((?P<small>{UNITS})\)",
            r"\g<small> \g<large>",
        ),
    )
)


# "Khoản 3 Điều 7 (kiểm tra tài chính)": what it is about.
_REMARK = late(
    rf"(?<!\w){UNIT}(?P<remark>\s*\((?![ivx]+\))(?P<words>[^()“”«»„\"\d;:]{{3,60}})\))",
    re.IGNORECASE,
)


# "Điểm d khoản 1 Điều 5 (theo dõi chuyển đổi số):": what a place is about, before what is ordered of it.
_ABOUT = late(
    r"(?!(?:bổ sung|sửa|thay|bỏ|thêm|bãi|chuyển thành|đổi thành|mới|nay|cũ|tức|hoặc|và|theo(?! dõi)|tạm)\b)"
    r"(?!.*\b(?:trừ|không|nếu|chỉ|riêng|chưa|giữ|dự kiến|khi|áp dụng|thực hiện từ)\b).{4,60}$",
    re.IGNORECASE,
)


def without_noise(piece: Piece) -> Piece:
    """Give a sentence without what says nothing of its own beside a place."""
    piece = piece.replaced(ISSUING_ACT, r"\g<unit>")
    for pattern, plain in (*_NOISE, *_NOISE):  # what stands beside a place, and what beside that
        piece = piece.replaced(pattern, plain)
    for found in reversed(list(_REMARK.finditer(piece.hidden))):
        behind = piece.hidden[found.end("remark") :]
        if is_remark(found["words"]) or (behind.startswith(":") and _ABOUT.match(found["words"])):
            piece = piece.without(*found.span("remark"), "")
    return piece.cut(0)
