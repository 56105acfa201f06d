"""Ways of saying that mean no more than a plainer one: "Đ.2, k.1", "con số “A” nâng lên “B”", "Cũng Điều 2".

Orders are read in the plain words; nothing in quotation marks is looked at. Source: docs/field.md 4.1, 4.5.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from quyche_app.domain.patterns import late
from quyche_app.domain.texts import capital
from quyche_app.language.lexer import changed_outside_quotes, quotes
from quyche_app.language.roman_texts import with_clauses
from quyche_app.language.topic_heads import without_head

_QUOTED = r"(?=[“„«\"])"
_NUMBERS = (
    ("nhất|một", "(?:nhất|một)"),
    ("hai", "hai"),
    ("ba", "ba"),
    ("tư|bốn", "(?:tư|bốn)"),
    *((word, word) for word in ("năm", "sáu", "bảy", "tám", "chín", "mười")),
)
_BEHIND = r"(?<=[”»\"])\s+(?:nay\s+|được\s+|thì\s+)*"
_CALLED = (
    "mấy chữ|các chữ|chữ|chức danh|con số|số tiền|số lượng|số|mức chi|định mức|mức|tỷ lệ|đồng chí|cụm chữ"
    "|dòng chữ|phần|danh từ|mốc thời gian|mốc|tên gọi"
)
# "bỏ cụm từ “A”", "thay “A” bằng “B”"
_ONE = r"(?:nhất|hai|ba|tư|năm|sáu|\d{1,2})"
_OF_WORDS = (
    r"(?:bỏ|bãi bỏ|lược bỏ|thay|thêm|bổ sung|sửa|đổi)\s+(?:thế\s+)?(?:các\s+)?"
    r"(?:(?:cụm từ|từ|chữ)\s|[“\"«])"
)
# "khoản hai Điều 5", "khoản ba:"; "vào cuối khoản một gạch đầu dòng" counts dashes.
_BEHIND_NUMBER = (
    r"(?!\s*(?:,|và)\s*(?:hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười)\b)"
    r"(?=\s*(?:[,;:.)]|$)|\s+(?:điều|khoản|của|thuộc|mục|chương|phần|nay|được|sửa|bỏ|thay|bãi|bổ|thêm"
    r"|đổi|viết"
    r"|và|như|là|thành|có|không|mới|[“«\"])(?!\w))"
)
_ROMAN = r"(?-i:[IVX]{1,4})\b"
_MERGED = r"\b(?:nhập|gộp|ghép|thay)(?:\s+lại)?\s+(?:thành|bằng)\s+(?:một|1|01)\s+"
_NUMBERED_WORDING = (
    r"(?P<colon>\s*(?:như sau\s*)?:\s*[“\"«])(?P<label>\d[\d.]*[a-zđ]?|[a-zđ])(?=[.)])"
)
# "(cả hai điểm)", behind a provision that goes as a whole.
ALL_PARTS = (
    r"\(\s*(?:gồm\s+)?cả\s+(?P<count>hai|ba|bốn|năm|sáu|0?\d)\s+(?P<parts>khoản|điểm|tiết)\s*\)"
)
_BETWEEN = r"(?:[^“”«»\"]|[“«\"][^“”«»\"]*[”»\"])*"
# "tiểu mục 10 mục VI thuộc phần A Phụ lục I" is what it says.
_NO_ANNEX = rf"(?!{_BETWEEN}\b(?:phần|phụ lục)\b)"
_LETTERED = r"(?:điểm|mục|ý)\s+[a-zđ](?![\w.])"
_VERBS_FIRST = (
    r"(?:sửa|bổ sung|bãi|bỏ|thay|thêm|đổi|tại|trong|ở|các điều|điều|khoản|điểm|cụm từ|từ|chữ|giữ)\b"
)
# What is said before a place names no part of it: "Đoạn thứ hai tại khoản 1 Điều 3: …".
_PARTS = (
    r"\b(?:khoản|điểm|tiết|mục|đoạn|câu|gạch|ý|phần|chương|phụ lục|tên|tiêu đề|dòng|hàng|cột|bảng"
    r"|số thứ tự|mẫu|biểu|ghi chú)\b"
)
_NO_PART = rf"(?![^(]*{_PARTS})"
_NO_PART_BEFORE_AT = rf"(?!(?:(?!\s(?:tại|ở)\s)[^“”])*{_PARTS})"
_AMENDED = r"(?:điều chỉnh|sửa đổi|sửa)(?:,?\s+bổ sung)?"
_UNIT = r"(?:điều|khoản|điểm|tiết|mục|chương|phần)"
_VALUES = "(?:các )?(?:mốc thời gian|thời hạn|thời gian|cụm từ|từ ngữ|chữ)"
_QUOTATIONS = r"[“«\"][^“”«»\"]+[”»\"](?:(?:\s*,\s*|\s+và\s+)[“«\"][^“”«»\"]+[”»\"])+"
_PART = r"(?:khoản|điểm|tiết|gạch đầu dòng|đoạn|câu|ý)"
_ITS_LABEL = r"(?:thứ\s+)?(?:\d{1,2}[a-zđ]?|[a-zđ]|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|cuối)\b"


class _Plainer(NamedTuple):
    """Words and what is read in their place.

    Attributes:
        hints: one of them stands in whatever the pattern finds, in small letters: looked for first,
            since most sentences have none of these turns.
    """

    hints: tuple[str, ...]
    pattern: re.Pattern[str]
    plain: str


def _plainer(*table: tuple[str, str, str]) -> tuple[_Plainer, ...]:
    return tuple(
        _Plainer(tuple(hints.split("|")), late(pattern, re.IGNORECASE), plain)
        for hints, pattern, plain in table
    )


_TABLE = _plainer(
    # "thêm một khoản vào giữa khoản 1 và khoản 2 (khoản 1a)": its number stands behind.
    (
        "giữa ",
        r"\b(?:bổ sung|thêm)(?:\s+thêm)?\s+(?:một|1|01)\s+(?P<kind>khoản|điểm"
        r"|điều)(?:\s+mới)?\s+(?P<where>(?:vào\s+|đặt\s+)*"
        r"giữa\s[^“”«»\":;()]{5,50}?)\s+\((?:là\s+)?(?P<new>(?P=kind)\s+[\w.]{1,4})\)",
        r"bổ sung \g<new> \g<where>",
    ),
    # "thêm điểm d, ghi: “d) …”", "ghi lại cho rõ: “…”", "sửa khoản 1, nay đọc là:"
    (
        "ghi|viết",
        rf"(?P<put>\b(?:thêm|bổ sung)\s+(?:mới\s+)?{_PART}\s[^“”«»\":;,]{{1,40}}?),\s+(?:ghi|viết)"
        r"(?:\s+(?:là|như sau|rõ))?\s*:\s*(?=[“«\"])",
        r"\g<put>: ",
    ),
    (
        " lại cho ",
        r"\b(?P<verb>ghi|viết|sửa) lại cho (?:rõ|gọn|đúng|chính xác|phù hợp|thống nhất|đủ)(?=\s*:)",
        r"\g<verb> lại",
    ),
    (
        "đọc là",
        r"(?P<verb>^(?:sửa|điều chỉnh)\s[^“”:;]{3,80}?),\s+nay đọc là\s*:\s*$",
        r"\g<verb> như sau:",
    ),
    # "đổi ngày sinh hoạt từ “ngày 05” sang “ngày 03”"
    (
        'từ “|từ "|từ «',
        r"(?<!sửa )\b(?:thay đổi|đổi|chuyển|điều chỉnh|nâng|tăng|giảm|rút)\s+"
        r"(?:(?!\b(?:của|đối với|cho|từ)\b)[^“”«»\":;,()\d]){0,40}?"
        r"\s*(?<!cụm )từ\s+(?P<old>[“«\"][^“”«»\"]+[”»\"])\s+"
        r"(?:sang|thành|bằng|lên|xuống còn|xuống|còn|đến)\s+(?=[“«\"])",
        r"thay \g<old> bằng ",
    ),
    # "khoản 3 nay thực hiện như sau:", "Điều 18 nay sửa toàn bộ, kể cả tên điều:"
    (
        "thực hiện như sau",
        rf"^(?P<place>\W*(?:{_UNIT}\s+[\w.]{{1,4}}[\s,:]+)+)(?<=\s)nay (?:được )?thực hiện như sau",
        r"\g<place>sửa đổi như sau",
    ),
    (
        "sửa toàn bộ|sửa đổi toàn bộ|viết lại toàn bộ",
        r"\b(?:sửa|sửa đổi|viết lại) toàn bộ,?\s+(?:kể\s+|gồm\s+)?cả tên(?: điều| chương"
        r"| mục)?(?=\s*(?::|như sau))",
        "sửa đổi",
    ),
    # "Điều 12: không duy trì khoản 3 (bãi bỏ), các khoản khác để nguyên số thứ tự."
    (
        "(bãi bỏ)",
        rf"\bkhông (?:duy trì|giữ lại|giữ|để)\s+(?P<what>{_UNIT}\s+\w{{1,4}})\s*\(bãi bỏ\)",
        r"bãi bỏ \g<what>",
    ),
    (
        "để nguyên",
        r"[,;]\s*các (?:khoản|điểm|điều) (?:khác|còn lại) (?:vẫn )?để nguyên(?: số(?: thứ tự)?)?(?=\W*$)",
        "",
    ),
    # "Điều 5, khoản 4: sửa điểm c và thêm điểm d:", with both behind.
    (
        "sửa",
        rf"^(?:(?P<large>Điều \w{{1,4}}),?\s+)?(?P<small>{_PART}\s+\w{{1,3}})(?:,?\s+"
        rf"(?P<behind>Điều \w{{1,4}}))?"
        rf":\s+sửa(?:\s+đổi)?\s+(?P<a>{_PART}\s+\w{{1,3}})\s+và\s+"
        rf"(?:thêm|bổ sung)\s+(?P<b>{_PART}\s+\w{{1,3}})\s*:\s*$",
        r"Sửa đổi \g<a> và bổ sung \g<b> \g<small> \g<large>\g<behind> như sau:",
    ),
    # "Hai gạch đầu dòng đầu của Điều 16 thay bằng hai gạch đầu dòng sau:"
    (
        "hai ",
        rf"^hai (?P<part>gạch đầu dòng|đoạn|câu) đầu(?: tiên)?\s+(?:(?:của|tại"
        rf"|ở)\s+)?(?P<place>{_UNIT}\s[^“”:;]*?)"
        r"\s+(?:được\s+)?thay(?:\s+thế)?\s+bằng\s+(?:hai|các) (?P=part) sau(?: đây)?\s*:",
        r"\g<part> thứ nhất và \g<part> thứ hai \g<place> sửa đổi như sau:",
    ),
    # "Thêm vào cuối khoản câu sau: “…”", where the place stands above.
    (
        "vào cuối",
        r"^(?:thêm|bổ sung) vào cuối (?:khoản|điểm|điều)(?: này| ấy"
        r"| đó)?(?: một)? câu(?: sau)?\s*:\s*(?=[“«\"])",
        "Bổ sung câu cuối: ",
    ),
    # "Đổi số khoản 3 Điều 9 thành khoản 4", "…, ngoại trừ khoản 3", "từ Điều 9 đến hết Điều 12"
    ("đổi số ", rf"\b(?P<verb>đổi|thay đổi) số\s+(?={_UNIT}\s)", r"\g<verb> số thứ tự "),
    (
        "ngoại trừ|không kể|không gồm|không bao gồm",
        rf"(?P<mark>[,(]\s*)(?:ngoại trừ|không kể|không gồm|không bao gồm)\s+(?=(?:các )?(?:{_PART}|điều"
        rf"|chương|mục)\s)",
        r"\g<mark>trừ ",
    ),
    ("đến hết ", rf"\bđến hết\s+(?={_UNIT}\s+\w{{1,4}}\b)", "đến "),
    (
        "(điểm ",
        r"(?P<large>\bkhoản \w{1,4},? Điều \d+\w?)\s+\((?P<small>điểm [a-zđ]\d?)\)",
        r"\g<small> \g<large>",
    ),
    # "số thứ tự 15 tại Biểu phí, lệ phí quy định tại khoản 1 Điều 1": the table of the provision.
    (
        "số thứ tự",
        r"(?P<row>số thứ tự(?: số)? \d+[a-zđ]?(?:, \d+[a-zđ]?)*)\s+(?:tại|trong|của|ở)\s+"
        r"(?:bảng|biểu|danh mục)\b[^“”:;]{0,60}?\s+(?:quy định\s+|nêu\s+)?(?:tại|của|ở)\s+"
        r"(?=(?:khoản|điểm|điều|phụ lục)\s)",
        r"\g<row> tại ",
    ),
    # "Phụ lục 2 ghi lại theo bản kèm theo Quyết định này": the appendix that is attached.
    (
        "kèm theo",
        r"^(?P<old>(?:phụ lục|mẫu)(?:\s+số)?\s+[\w.]{1,6})\s*:?\s+(?:nay\s+|được\s+)*"
        r"(?:thay(?:\s+thế)?\s+bằng|(?:ghi|viết|sửa|làm) lại(?:\s+toàn bộ)?\s+theo)"
        r"\s+(?:bản|mẫu)\s+(?=kèm theo\b)",
        r"\g<old> thay bằng \g<old> ",
    ),
    # "Phụ lục II: thay bằng Phụ lục II kèm theo Quyết định này": what is attached, and no new wording.
    (
        "kèm theo",
        r"^(?P<old>(?:phụ lục|mẫu)(?:\s+số)?\s+[\w.]{1,6})\s*:?\s+(?:nay\s+|được\s+)*"
        r"thay(?:\s+thế)?\s+bằng\s+(?P<new>(?:phụ lục|mẫu)\b[^“”:;]*\bkèm theo\b[^“”:;]*)$",
        r"Thay thế \g<old> bằng \g<new>",
    ),
    # "Nội dung thứ ba. Điều 3, khoản 1: …": the number of the order, in words.
    (
        "nội dung thứ",
        r"^nội dung thứ\s+\w+(?:\s+\w+)?\s*[.:]\s+(?=(?:điều|khoản|điểm|chương|mục|phụ lục)\s)",
        "",
    ),
    # "tiểu mục 3 mục II", "ý b tiểu mục 3": a number, and a letter of it.
    (
        "tiểu mục",
        rf"\btiểu mục\s+(?P<number>\d{{1,2}})(?![\w.]),?(?={_BETWEEN}\bmục {_ROMAN}){_NO_ANNEX}",
        r"khoản \g<number>",
    ),
    (
        "tiểu mục",
        rf"(?P<before>\bmục {_ROMAN}{_BETWEEN}?)\btiểu mục\s+(?P<number>\d{{1,2}})(?![\w.])"
        rf"{_NO_ANNEX}",
        r"\g<before>khoản \g<number>",
    ),
    (
        "ý ",
        rf"(?P<top>\bkhoản \d{{1,2}} mục {_ROMAN})(?P<mark>,|:)\s+ý\s+(?P<letter>[a-zđ])(?!\w)",
        r"\g<top>\g<mark> điểm \g<letter>",
    ),
    # "dòng gạch thứ hai", "dấu gạch cuối"
    (
        "gạch",
        r"\b(?:dòng gạch|dấu gạch|gạch ngang)(?:\s+(?:ngang|đầu dòng))?\s+(?=(?:thứ|đầu|cuối)\b)",
        "gạch đầu dòng ",
    ),
    # "Điểm d khoản 2 Điều 3 đưa xuống khoản 3, thành điểm d"
    (
        "chuyển|đưa",
        r"(?P<what>\bđiểm\s+[a-zđ]\d?\s[^,;:“”]{1,40}?)\s+(?:chuyển|đưa)\s+(?:xuống|lên|sang|về)\s+"
        r"(?P<to>khoản \w{1,4}(?:,? Điều \w{1,4})?),?\s+(?:thành|làm|là)\s+(?P<new>điểm\s+[a-zđ]\d?)(?!\w)",
        r"\g<what> chuyển thành \g<new> \g<to>",
    ),
    (
        "nội dung không đổi|nội dung giữ nguyên",
        r"(?P<moved>\b(?:chuyển|đưa)\s[^“”;,]*\S)\s*[;,]\s*"
        r"(?:giữ nguyên nội dung|nội dung (?:không đổi|giữ nguyên))(?=\s*[.;]|\s*$)",
        r"\g<moved>",
    ),
    ("với số", r",?\s+(?:với|mang) số(?: thứ tự)?(?: là)?\s+(?=khoản|điểm|điều)", ", thành "),
    # "Khoản 2: 10 triệu đồng → 20 triệu đồng", "…, điểm b: 06 ngày đưa lên 08 ngày"
    (
        "→|->|đưa|nâng|tăng|giảm|hạ|rút",
        r"(?P<old>:\s+(?:(?:định mức|mức chi|mức|thời hạn|số tiền)\s+)?\d[^“”«»\":;,→]{0,25}?)\s*(?:→"
        r"|->|(?:đưa|nâng|tăng|giảm|hạ|rút)\s+(?:lên|xuống"
        r"|còn))\s+(?=\d)",
        r"\g<old> sửa thành ",
    ),
    # "“A” → “B”", "áp dụng nội dung mới: “…”", "in là “A”, xin đọc là “B”"
    ("→|->|=>", r"(?<=[”»\"])\s*(?:→|->|=>)\s*(?=[“«\"])", " thành "),
    ("→|->|=>", r"(?<=[\w)])\s*(?:→|->|=>)\s*(?=[“«\"])", " sửa thành: "),
    ("áp dụng", r"\báp dụng (?:nội dung|quy định|mức|thời hạn) mới\s*(?=:|[“«\"])", "sửa thành "),
    (
        "đọc là",
        r"\b(?:đã |có |hiện )?(?:in|ghi|viết)(?: nhầm)?(?: là)?\s+(?P<old>[“«\"][^“”«»\"]+[”»\"]),?"
        r"\s+(?:nay\s+|xin\s+)?"
        rf"(?:sửa và\s+)?đọc(?: lại)? là\s+{_QUOTED}",
        r"\g<old> thành ",
    ),
    ("dưới đây", r"\bnhư (?:ở )?dưới đây(?=\s*:)", "như sau"),
    (
        "diễn đạt|ghi lại",
        r"\b(?:diễn đạt|ghi) lại(?:\s+(?:là|thành|toàn bộ|như sau))?\s*:",
        "viết lại:",
    ),
    ("diễn đạt", r"(?<=[”»\"])\s+diễn đạt lại(?:\s+(?:là|thành))?\s+(?=[“«\"])", " thành "),
    ("ghi", r"(?<=[”»\"])\s+(?:nay\s+)?ghi(?:\s+lại)?\s+(?:là|thành)\s+(?=[“«\"])", " thành "),
    ("ghi lại", r"\bghi lại(?:\s+là)?\s*(?=[“«\"])", "sửa thành "),
    (
        "nhập|gom",
        r"\b(?:nhập chung|gom|nhập lại|dồn)\s+(?:thành|làm|là)\s+(?=khoản|điểm|điều)",
        "gộp thành ",
    ),
    # "Hủy bỏ khoản 4 (cả hai điểm)": the count is looked at where the clause is.
    ("cả ", rf"\s*{ALL_PARTS}", ""),
    # Names of places, shortened and run together.
    ("đ.", r"(?:^|(?<=[,;(]\s))đ\.\s?(?=\d)", "Điều "),
    ("k.", r"(?:^|(?<=[,;(]\s))k\.\s?(?=\d)", "khoản "),
    ("/", rf"(?<=\d)\s?/\s?(?={_UNIT}\s)", " "),
    (
        ".",
        r"^(?P<section>[IVX]{1,4})\.(?:\d{1,2}\.)?(?P<number>\d{1,2}\.\d{1,2})(?=\s*[:,])",
        r"Mục \g<section>, tiết \g<number>",
    ),
    (
        "bảng|hệ số|mức",
        r"^(?:các\s+)?(?:bảng|hệ số|mức|hạn mức|định mức)\s[^:“”\",;]{0,60}?\s(?:tại|ở|của|trong)\s+"
        r"(?=(?:điều|khoản|điểm|phụ lục)\s+[\dIVXa-zđ]+[^:]*:\s*$)",
        "Tại ",
    ),
    ("cũng|vẫn", r"^(?:cũng|vẫn)\s+(?:tại\s+|ở\s+)?(?=điều\s)", ""),
    (
        "hai |ba |bốn |năm |cả ",
        r"(?<![\w.])(?<!thứ )(?<!câu )(?<!đoạn )(?:hai|ba|bốn|năm|cả)\s+(?P<unit>khoản|điểm|tiết|điều)"
        r"(?=\s+(?:\d|[a-zđ]\b)[\w., ]*(?:,|và)\s)",
        r"các \g<unit>",
    ),
    # "ở Điều 2 (khoản 3) và Điều 13 (đoạn thứ nhất)"
    (
        "(",
        r"(?P<led>(?:\b(?:ở|tại|trong|và)|^)\s*)(?P<large>Điều \d+\w?)\s+\((?P<small>(?:khoản|điểm|đoạn|câu"
        r"|gạch đầu dòng)\s[^():;“”,]{1,40})\)(?=\s+và\s+Điều|\s*[.;]?\s*$)",
        r"\g<led>\g<small> \g<large>",
    ),
    ("(", rf"(?<=[\dIVX])\s+\((?P<part>{_PART}\s+(?:\w+\s+){{0,3}}?(?!cũ\b)\w+)\)", r", \g<part>"),
    # "Điều 8 (các khoản 1, 2 và 4):", "Điều 13 (khoản thứ tư, điểm b):"
    (
        "(",
        rf"(?P<article>\bĐiều \d+\w?)\s+\((?P<inner>(?:các\s+)?{_PART}\s+{_ITS_LABEL}"
        rf"(?:(?:\s*,\s*|\s+và\s+|\s+)(?:(?:các\s+)?{_PART}\s+)?{_ITS_LABEL})*)\)(?=\s*:)",
        r"\g<article>, \g<inner>",
    ),
    (". ", r"^(?P<article>Điều \d+\w?)\.\s+(?=(?:khoản|điểm|đoạn|câu|gạch)\s)", r"\g<article>, "),
    (". ", rf"^(?P<article>Điều \d+\w?)\.\s+[^:“”\"«»]{{3,80}}:\s+{_QUOTED}", r"\g<article>: "),
    *(
        (
            hint,
            # "Điều thứ ba Chương III" counts the articles of the chapter.
            rf"\b(?:(?P<unit>khoản|điểm)\s+(?:thứ\s+)?|(?P<article>điều)\s+){word}\b{_BEHIND_NUMBER}",
            rf"\g<unit>\g<article> {number}",
        )
        for number, (hint, word) in enumerate(_NUMBERS, 1)
    ),
    (
        "các ",
        r"\bcác\s+(?P<part>gạch đầu dòng|đoạn|câu|ý)\s+"
        rf"(?:thứ\s+)?(?P<a>{_ONE})\s+và\s+(?:thứ\s+)?(?P<b>{_ONE})\b",
        r"\g<part> thứ \g<a> và \g<part> thứ \g<b>",
    ),
    ("thời|mức|chức danh", r",\s+(?:mốc thời gian|thời hạn|thời gian|mức chi|chức danh)\s*:", ":"),
    # "điểm 3, mục c", "mục b điểm 5", "tiết 1.2, ý b": a letter stands in a number.
    (
        "điểm |tiết ",
        rf"\b(?:điểm|tiết)\s+(?P<number>\d[\d.]*)(?={_BETWEEN}\b{_LETTERED})",
        r"khoản \g<number>",
    ),
    (
        "điểm |tiết ",
        rf"(?P<letter>\b{_LETTERED}),?\s+(?:điểm|tiết)\s+(?P<number>\d[\d.]*)\b",
        r"\g<letter> khoản \g<number>",
    ),
    (
        "mục ",
        r"\bmục\s+(?P<letter>(?-i:[a-hj-uwyzđ]))(?=,?\s+khoản\s+\d)",
        r"điểm \g<letter>",
    ),
    (
        "mục ",
        r"\b(?P<number>khoản\s+\d+\s+(?:Phần|Mục)\s+(?-i:[IVX]+)),\s+mục\s+"
        r"(?P<letter>(?-i:[a-hj-uwyzđ]))(?=\s|:)",
        r"điểm \g<letter> \g<number>",
    ),
    (
        "mục ",
        r"\b(?P<number>khoản\s+\d+),\s+mục\s+(?P<letter>(?-i:[a-hj-uwyzđ])),"
        r"(?=\s+(?:Phần|Mục)\s+(?-i:[IVX]+)\b)",
        r"điểm \g<letter> \g<number>",
    ),
    (
        "tên|tiêu đề",
        r"^(?P<article>Điều \d+\w?)\s*[,:]?\s+(?:tên|tiêu đề)(?:\s+điều)?\s*[,:]?\s+"
        r"(?=(?:thay|sửa|đổi|bỏ|thêm|bổ sung)\s|[“«\"])",
        r"Tên \g<article> ",
    ),
    ("sau cùng", r"\bcâu sau cùng\b", "câu cuối"),
    ("sau cùng", r"\bkhoản sau cùng\b", "khoản cuối"),
    ("- |– ", rf"\s+[-–]\s+(?:đồng chí|ông|bà)\s[^-–:;,“”\"]{{3,60}}\s+[-–]\s+(?={_UNIT}\s)", ", "),
    # "khoản 2 – khoản 4", "Điều 2 - Điều 4": all from the one to the other; before another kind it leads on.
    (
        "- |– ",
        rf"(?P<unit>\b{_UNIT})\s+(?P<first>\w{{1,4}})\s+[-–]\s+(?P=unit)\s+(?P<last>\w{{1,4}})\b",
        r"\g<unit> \g<first> đến \g<unit> \g<last>",
    ),
    ("- |– ", rf"(?<=[\w)])\s+[-–]\s+(?={_PART}\s)", ", "),
    (
        "dòng s|dòng có s|dòng mang s|hàng s|hàng có s",
        r"(?<!đầu )\b(?:dòng|hàng)\s+(?:(?:có|mang)\s+)?(?:số thứ tự|số)\s+(?P<row>\d{1,3})\b",
        r"số thứ tự \g<row>",
    ),
    ("đưa thêm", r"\bđưa thêm\b", "bổ sung"),
    ("rút bỏ", r"\brút bỏ\b", "bỏ"),
    # "Ban hành điểm d khoản 5.6 Điều 5 … như sau:": it is new.
    (
        "ban hành ",
        r"^ban hành\s+(?=(?:điểm|khoản|điều)\s+[\da-zđ][^“”:;]{0,120}\bnhư sau\s*:)",
        "Bổ sung ",
    ),
    # "cụm từ “tuần đầu” đúng là “tuần thứ hai”"
    (
        "đúng là|phải là",
        r"(?<=[”»\"])\s+(?:(?:sửa )?đúng|phải)(?: phải)? là\s+(?=[“«\"])",
        " thành ",
    ),
    # "(02 chỗ)": the count is held against the place (``subjects.counted``).
    ("chỗ)|lần)", r"\s*\((?:có\s+)?\d{1,2}\s+(?:chỗ|lần)\)(?=\s*[.;]?\s*$)", ""),
    # "Điều 15, Điều 17: tại khoản 2 mỗi điều, “A” thay bằng “B”"
    (
        "mỗi điều",
        rf"^(?P<articles>Điều \d+\w?(?:(?:,\s+|\s+và\s+)Điều \d+\w?)+)\s*[:,]\s*(?:tại\s+)?"
        rf"(?P<small>(?:{_PART}\s+{_ITS_LABEL}\s+)?khoản\s+{_ITS_LABEL})\s+(?:của\s+)?mỗi điều\s*[:,]?\s*",
        r"Tại \g<small> của các \g<articles>, ",
    ),
    # "dòng 4, điểm “15” sửa thành “10”": what the cell counts.
    (
        'điểm “|điểm "|điểm số “|điểm tối đa “',
        r"(?P<row>\b(?:dòng|số thứ tự)\s+\d{1,3})\s*,\s+(?:số điểm|điểm số|điểm tối đa|điểm)\s+(?=[“«\"]\d)",
        r"\g<row>, ",
    ),
    ("chỉnh lại là|chỉnh lại thành", r"(?<!điều )\bchỉnh lại (?:là|thành)\b", "sửa thành"),
    (
        "(",
        rf"^{_NO_PART}[^():“”\";]{{3,60}}\s\((?P<place>Điều \d+\w?)\)\s+(?:được\s+)?"
        rf"{_AMENDED}(?:\s+như sau)?\s*:\s*$",
        r"\g<place>:",
    ),
    # "Sửa đổi khoản 2 và khoản 3 Điều 4: điểm b khoản 2 …", "Điều 3 được sửa đổi tại các khoản sau: …"
    (
        "sửa đổi",
        r"^sửa đổi\s+(?:các\s+)?(?:khoản|điểm)\s[^“”\":;]{1,60}?\s"
        r"(?P<article>Điều \d+\w?)\s*:\s+(?=(?:khoản|điểm)\s)",
        r"\g<article>: ",
    ),
    (
        "tại các",
        rf"\s+(?:được\s+)?{_AMENDED}\s+tại các (?:khoản|điểm)(?:\s+sau(?:\s+đây)?)?\s*:\s+",
        ": ",
    ),
    (
        "giữ nguyên",
        r"\s+giữ nguyên(?:\s+số(?:\s+thứ tự)?)?\s+và\s+(?=(?:sửa|thay|bỏ|bổ sung)\s)",
        " ",
    ),
    (
        "tiêu đề",
        r"^tiêu đề(?:\s+của)?\s+(?:chương|mục|phần|điều)(?:\s+này)?\s*:",
        "Tiêu đề sửa thành:",
    ),
    # "Điều chỉnh thời gian tại Điều 8: khoản 1 “A” thành “B”; khoản 2 “C” thành “D”"
    (
        "khoản|điểm|gạch|đoạn|câu|ý",
        rf"^(?:thay đổi|thay thế|thay|điều chỉnh|chỉnh sửa|sửa đổi|sửa)\s+(?:(?:{_VALUES})\s+)?"
        rf"(?:(?:tại|ở|trong|của)\s+)?(?P<top>{_UNIT}\s[^“”«»\":;]{{1,60}}?)\s*:\s+"
        rf"(?={_PART}\s[^“”«»\":;]{{1,40}}?[“«\"]|[“«\"][^“”«»\"]+[”»\"]\s+(?:thành|bằng)\s+[“«\"])",
        r"\g<top>: ",
    ),
    (
        "bỏ|xóa|xoá",
        r"^(?P<verb>bỏ|bãi bỏ|lược bỏ|loại bỏ|hủy bỏ|xóa|xoá)\s+(?:các\s+)?(?:cụm từ|từ|chữ)"
        r"\s+(?:tại|ở|trong)\s+"
        r"(?P<place>[^“”«»\":;]{1,60}?)\s*:\s+(?P<words>[“«\"][^“”«»\"]+[”»\"])(?=\s*[.;]?\s*$)",
        r"\g<verb> cụm từ \g<words> tại \g<place>",
    ),
    # What words are called.
    ("chữ|danh|số|mức|tỷ lệ|đồng chí|phần|mốc|gọi", rf"\b(?:{_CALLED})\s+{_QUOTED}", "cụm từ "),
    ("chỗ nào", rf"\bchỗ nào (?:ghi|viết|có)\s+(?:là\s+)?(?:cụm từ\s+)?{_QUOTED}", "cụm từ "),
    # What is done with them: "“A” sửa “B”", "“A” nâng lên “B”", "“A” đọc là “B”".
    (
        "sửa|đổi|thay|nâng|tăng|giảm|hạ|rút|đọc|viết",
        rf"{_BEHIND}(?:(?:sửa|đổi)|(?:nâng|tăng|giảm|hạ|rút|rút ngắn)(?:\s+(?:lên|xuống|thành|còn))+"
        rf"|(?:đọc|viết)(?:\s+lại)?\s+(?:là|thành))\s+(?:cụm từ\s+)?{_QUOTED}",
        " thành ",
    ),
    ("đọc", rf"\bđọc(?:\s+lại)?\s+là\s+{_QUOTED}", "sửa thành "),
    # "Điều 7: cụm từ “A” ở khoản 1 và khoản 2 sửa thành “B”": the place before and behind, in one.
    (
        "điều ",
        r"^(?P<top>Điều \d+\w?)\s*[:,]\s+(?P<words>(?:các\s+)?(?:cụm từ|từ|chữ)\s+[“«\"][^“”«»\"]*[”»\"])\s+"
        r"(?:ở|tại|trong)\s+(?P<low>(?:các\s+)?(?:khoản|điểm)\s[^“”«»\":;]{1,40}?)\s+(?=(?:sửa|thay|đổi"
        r"|được|nay)\s)",
        r"\g<words> tại \g<low> \g<top> ",
    ),
    (
        "bỏ",
        r"\b(?:đoạn|câu|nội dung|cụm từ|từ|chữ)\s+(?P<words>[“«\"][^“”«»\"]*[”»\"])\s+(?:nay\s+|được\s+)?"
        r"(?:bãi |lược |loại )?bỏ(?:\s+đi)?(?=\s*[.;,]|\s*$)",
        r"bỏ cụm từ \g<words>",
    ),
    (
        "phụ lục",
        r"\b(?P<text>(?:toàn bộ|toàn văn|cả)\s+(?:bản\s+)?Quy (?:chế|định))\s+và\s+(?:các\s+)?Phụ lục"
        r"(?:\s+kèm theo(?:\s+Quy (?:chế|định))?)?",
        r"\g<text>",
    ),
    ("nội dung", r"\b(?:tên|tiêu đề) và nội dung\s+(?=(?:Điều|Chương|Mục)\s)", ""),
    ("dòng dẫn", r"\bdòng dẫn\b", "câu dẫn"),
    (
        "tên|tiêu đề",
        r"\s*\((?:(?:kể )?cả (?:tên|tiêu đề) (?:điều|chương|mục)(?: và nội dung)?"
        r"|(?:tên|tiêu đề) (?:điều|chương|mục) và nội dung)\)",
        "",
    ),
    (
        "kể cả",
        r",\s+kể cả (?:tên|tiêu đề) (?:các )?(?:điều|chương|mục)(?: [\dIVX]+)?(?=\s*[,.;]|\s*$)",
        "",
    ),
    (
        "chia ",
        r"\b(?:được\s+)?chia(?:\s+ra)?\s+(?:làm|thành)\s+(?=(?:hai|ba|bốn|năm|0?\d|các)\s+(?:khoản|điểm"
        r"|điều)\b)",
        "tách thành ",
    ),
    # "Về toàn bộ Quy chế: các cụm từ “A”, “a” nay sửa lại lần lượt là “B”, “b”": the place last.
    (
        "toàn bộ|toàn văn",
        rf"^(?:về|trong|tại|ở)\s+(?P<all>(?:toàn bộ|toàn văn)\s+(?:bản\s+)?Quy (?:chế|định))\s*[:,]\s+"
        rf"(?:các\s+)?(?:cụm từ|từ|chữ)\s+(?P<old>{_QUOTATIONS})\s+(?:(?:nay|được|đều)\s+)*"
        rf"(?:sửa đổi|sửa lại|sửa|thay thế|thay|đổi|lần lượt|tương ứng)"
        rf"(?:\s+(?:lần lượt|tương ứng|thay|sửa|đổi|lại))*\s+(?:là|thành|bằng)\s+(?P<new>{_QUOTATIONS})",
        r"Thay các cụm từ \g<old> lần lượt bằng \g<new> trong \g<all>",
    ),
    # "Cụm từ “A” ở Điều 10 được thay bằng “B”, ở Điều 18 được thay bằng “C”": the same words again.
    (
        "bằng|thành",
        r"(?P<words>(?:cụm từ|từ|chữ)\s+[“«\"][^“”«»\"]+[”»\"])(?P<first>\s+(?:ở|tại"
        r"|trong)\s[^“”«»\":;]{3,60}?\s"
        r"(?:bằng|thành|là)\s+(?:cụm từ\s+)?[“«\"][^“”«»\"]+[”»\"])\s*[,;]\s*(?P<next>(?:ở|tại|trong)\s"
        r"[^“”«»\":;]{3,60}?\s(?:bằng|thành|là)\s+(?:cụm từ\s+)?[“«\"])",
        r"\g<words>\g<first>; \g<words> \g<next>",
    ),
    # "Ở Điều 8, gộp hai khoản làm một khoản:": all that there are, see ``said_counts.compare_parts``.
    *(
        (
            "gộp|nhập|ghép",
            rf"(?P<verb>\b(?:gộp|nhập|ghép))\s+(?:cả\s+)?{word}\s+(?P<unit>khoản)\s+(?:làm"
            rf"|thành)\s+(?:một|1|01)"
            r"(?:\s+khoản)?(?=\s*:|\s+như sau|,?\s+(?:nội dung|viết))",
            rf"\g<verb> {labels} thành khoản 1",
        )
        for word, labels in (
            ("(?:hai|02|2)", "khoản 1 và khoản 2"),
            ("(?:ba|03|3)", "khoản 1, khoản 2 và khoản 3"),
        )
    ),
    # "Cụm từ “A” (khoản 2, Điều 12) và “B” (khoản 3, Điều 15) đều sửa thành “C”"
    (
        "(",
        r"^(?P<lead>(?:[^“”«»\":;()]{1,60}:\s+)?)(?:các\s+)?(?:cụm từ|từ"
        r"|chữ)\s+(?P<a>[“«\"][^“”«»\"]+[”»\"])\s+"
        rf"\((?P<at>(?:{_UNIT})\s[^()“”:;]{{1,40}})\)\s*(?:,|và)\s+(?:(?:cụm từ|từ|chữ)\s+)?"
        rf"(?P<b>[“«\"][^“”«»\"]+[”»\"])\s+\((?P<to>(?:{_UNIT})\s[^()“”:;]{{1,40}})\)\s+(?:(?:đều|nay"
        rf"|được|cùng)\s+)*"
        r"(?:sửa đổi|sửa|thay|đổi)\s+(?:thành|bằng)\s+(?P<new>[“«\"][^“”«»\"]+[”»\"])(?=\s*[.;]?\s*$)",
        r"Cụm từ \g<a> tại \g<at> sửa thành \g<new>; cụm từ \g<b> tại \g<to> sửa thành \g<new>",
    ),
    # "Điều 2 được bổ sung thêm một ý sau khoản 2.3: “2.3a. …”"
    (
        "sau ",
        r"^(?P<top>Điều \w+)\s+(?:được\s+)?(?:bổ sung|thêm)(?:\s+thêm)?\s+(?:một|1|01)\s+(?:ý"
        r"|nội dung)(?:\s+mới)?\s+"
        r"(?:vào\s+)?sau\s+(?P<kind>khoản"
        r"|điểm)\s+(?P<ref>[\w.]+)\s*:\s*(?=[“«\"](?P<label>\d[\d.]*[a-zđ]?|[a-zđ]\d?)[.)]\s)",
        r"Bổ sung \g<kind> \g<label> vào sau \g<kind> \g<ref> \g<top>: ",
    ),
    # "khoản 3 không giao Bí thư nữa, chuyển thành …": why.
    (
        " nữa,",
        r"(?<=[\w.])\s+(?:không|thôi)\s+(?!quy định|thực hiện|áp dụng)[^,;:“”«»\"()\d]{3,50}?\s+nữa,\s+"
        r"(?=(?:chuyển|đưa|bỏ|bãi bỏ)\s)",
        " ",
    ),
    (
        "dấu gạch|gạch mới",
        r"\b(?:thêm|bổ sung)\s+(?:(?:một|1|01)\s+)?(?:dấu\s+)?gạch(?:\s+mới)?\s*:?\s*(?=[“«\"])",
        "thêm gạch đầu dòng: ",
    ),
    # What is said of the others, of why, of what takes its place: it orders nothing.
    (
        "giữ nguyên|không thay đổi",
        r"\s*[;,]\s+(?:các\s+)?(?:số|khoản|điểm|điều|mục|dòng)\s+(?:sau|khác|còn lại|tiếp theo)\s+(?:vẫn\s+)?"
        r"(?:giữ nguyên|không thay đổi)(?:\s+(?:số\s+)?thứ tự)?(?=\s*[.;]?\s*$)",
        "",
    ),
    ("bỏ do ", r"\bbỏ\s+do\s+[^.,;:“”«»\"\d]{3,80}(?=\s*(?:[;.]|$))", "bỏ"),
    (
        " do ",
        r"(?P<order>\bbỏ\s+(?:dòng|khoản|điểm|điều|mục|số thứ tự)\s+\w{1,4})\s+do\s+[^.,;:“”«»\"\d]{3,60}?"
        r"\b(?:đã|không còn|giải thể|sáp nhập|hết|chấm dứt)\b[^.,;:“”«»\"\d]{0,30}(?=\s*(?:[;.]|$))",
        r"\g<order>",
    ),
    (
        "thực hiện theo",
        r"(?<=không áp dụng),\s+(?:nay\s+)?thực hiện theo\s+[^.,;:“”«»\"]{3,60}(?=\s*[.;]?\s*$)",
        "",
    ),
    (
        "(do|(theo",
        r"\s*\((?:do|theo)\s+(?:Quyết định|Nghị quyết|Quy định)\s+số\s+[\w/-]+\s+(?:đã\s+)?"
        r"(?:chuyển(?:\s+(?:sang|về|đến))?|bổ sung|sửa đổi|thêm|đánh số lại)\)",
        "",
    ),
    ("bảng ", r"\bbảng\s+(?:tại|ở|trong)\s+(?=(?:mục|phần|khoản|điều|phụ lục)\s)", ""),
    # "Sắp xếp lại thứ tự mục II: đồng chí Lê A từ số 2 thành số 3, …"
    (
        "sắp xếp lại",
        rf"^sắp xếp lại(?:\s+(?:số\s+)?thứ tự)?\s+(?P<top>(?:{_UNIT})\s+\w{{1,4}})\s*:\s+"
        rf"(?={_BETWEEN}\btừ\s)",
        r"\g<top>: ",
    ),
    (
        "từ khoản|từ điểm",
        r"(?:\bđồng chí\s[^.,;:“”«»\"\d]{3,40}?\s+)?\btừ\s+(?P<kind>khoản"
        r"|điểm)\s+(?P<old>\w{1,3})\s+thành\s+(?P=kind)\s+"
        r"(?P<new>\w{1,3})(?!\w)",
        r"\g<kind> \g<old> chuyển thành \g<kind> \g<new>",
    ),
    # "Câu sau, khoản 2 Điều 5", "khoản 3, đoạn dưới viết lại": one of two, see ``slots.of_two_doubt``.
    *(
        (
            hint,
            rf"(?P<lead>^|[;:]\s+|\b(?:khoản|điểm|điều|mục)\s+[\w.]+,\s+|[”»\"],\s+)(?P<part>câu"
            rf"|đoạn)\s+{word}"
            r"(?=,\s+(?:khoản|điểm|điều)\s|\s+(?:khoản|điểm|điều)\s+\w+|\s+(?:nay|được|viết lại"
            r"|điều chỉnh|sửa"
            r"|thay|bỏ|thêm|bổ sung)(?!\w))",
            rf"\g<lead>\g<part> {which}",
        )
        for hint, word, which in (
            ("câu sau|đoạn sau|đoạn dưới", "(?:sau|dưới)", "cuối"),
            ("câu trước|đoạn trước|đoạn trên", "(?:trước|trên)", "đầu"),
        )
    ),
    # "Gạch đầu dòng thứ ba … sửa thành “…”, ngay sau gạch này thêm …": the dash named before.
    (
        "gạch này|gạch đầu dòng này|gạch đó",
        r"(?P<dash>\bgạch đầu dòng thứ \w+)(?P<between>(?:[^“”«»\"]|[“«\"][^“”«»\"]*[”»\"])*?)[,;]\s+"
        r"(?:ngay\s+|liền\s+)?sau gạch(?: đầu dòng)? (?:này|đó)\s+",
        r"\g<dash>\g<between>; sau \g<dash> ",
    ),
    (
        "riêng",
        r"[;,]\s+riêng\s+(?P<kept>(?:các\s+)?(?:Điều|khoản|Chương|Phụ lục"
        r"|tên)\s[^“”«»\":;]{1,60}?)\s+(?:vẫn\s+)?(?:giữ nguyên|không (?:thay|sửa|thay đổi"
        r"|sửa đổi))(?=\s*[.;]?\s*$)",
        r", trừ \g<kept>",
    ),
    (
        "không ",
        r"\s*\((?:không (?:thay|sửa|thay đổi|áp dụng)|trừ) (?:tại|ở"
        r"|trong)\s+(?P<kept>(?:các\s+)?(?:Điều|khoản|Chương|Phụ lục)\s[^()“”«»\":;]{1,60})\)",
        r", trừ \g<kept>",
    ),
    (
        "sau khi",
        r"\s*\(sau khi (?:được\s+)?(?:đánh số lại|đánh lại số|sắp xếp lại|chuyển|đổi số|bổ sung|sửa đổi)\)",
        "",
    ),
    ("trở thành", r"\btrở thành\s+(?=(?:khoản|điểm|điều|mục|chương)\s)", "chuyển thành "),
    (
        "đổi tên",
        r"^đổi tên\s+(?=[“«\"][^“”«»\"]+[”»\"]\s+thành\s+[“«\"][^“”«»\"]+[”»\"]\s+(?:tại|ở|trong)\s)",
        "Thay cụm từ ",
    ),
    ("đổi chỗ", r"(?<!hoán )\bđổi chỗ(?=\s+cho nhau)", "đổi vị trí"),
    (
        "thay",
        rf"^bỏ\s+(?P<place>(?:{_UNIT}|{_PART})\s[^“”«»\":;]{{1,50}}?),?\s+(?:và\s+)?thay(?:\s+thế)?\s+bằng\b",
        r"Thay \g<place> bằng",
    ),
    ("thay", r"\bbỏ,?\s+(?:và\s+)?thay(?:\s+thế)?\s+bằng\b", "thay bằng"),
    (
        "bằng câu|bằng đoạn",
        rf"^(?P<order>thay(?:\s+thế)?\s+(?:câu|đoạn)\s[^“”«»\":;]{{1,50}}?\sbằng)\s+(?:câu|đoạn)(?:\s+sau)?"
        rf"(?=\s*:?\s*{_QUOTED})",
        r"\g<order>",
    ),
    (
        "bằng câu|bằng đoạn",
        r"\b(?:được\s+)?thay(?:\s+thế)?\s+bằng\s+(?:câu|đoạn)(?:\s+sau)?\s*:",
        "sửa thành:",
    ),
    ("đánh", r",\s+không đánh (?:lại )?số(?: thứ tự| lại)?(?=\s*[.;]?\s*$)", ""),
    # What the place is about, said before it: "Thời hạn báo cáo tại khoản 1 Điều 11 lùi lại: “A” thành “B”".
    (
        "tại |ở ",
        rf"^(?!{_VERBS_FIRST}){_NO_PART_BEFORE_AT}[^“”«»\":;()]{{3,70}}?\s(?:tại"
        rf"|ở)\s+(?P<place>(?:các\s+)?(?:khoản|điểm|điều)\s+[\da-zđ]"
        r"[^“”«»\":;()]{0,50}?)(?:\s+(?:lùi lại|thay đổi|được (?:nâng|điều chỉnh)|sửa lại|như sau))?\s*:\s*"
        rf"(?={_QUOTED}|(?:khoản|điểm|tại|thay|bỏ)\s|$)",
        r"\g<place>: ",
    ),
    (
        "(",
        rf"^{_NO_PART}[^():“”\";]{{3,60}}\s\((?P<place>Điều \d+\w?)\)\s*:\s+"
        r"(?=(?:khoản|điểm|đoạn|câu|gạch|bỏ|thay|sửa)\s)",
        r"\g<place>: ",
    ),
    (
        "như sau",
        r"^(?:sửa đổi|sửa)(?:,?\s+bổ sung)?\s+(?P<place>(?:Điều|khoản)\s[^“”«»\":;]{1,50}?)\s+như sau\s*:\s+"
        r"(?=(?:tại\s+)?(?:khoản|điểm)\s)",
        r"\g<place>: ",
    ),
    (
        "vào cuối",
        r"\b(?P<verb>thêm|bổ sung)\s+vào cuối\s+(?P<unit>điều|khoản|điểm)\s+(?:một|1|01)\s+"
        r"(?:đoạn|câu|gạch đầu dòng)(?:\s+sau)?\s*:",
        r"\g<verb> đoạn sau vào cuối:",
    ),
    # Where something new goes.
    (
        "vào cuối",
        rf"^(?:bổ sung|thêm)(?:\s+thêm)?\s+vào cuối\s+(?P<place>{_UNIT}\s[^“”«»\":;]{{1,40}}?)\s+(?:"
        rf"(?:một|1|01)\s+)?câu"
        r"(?:\s+sau)?\s*:?\s*(?=[“«\"])",
        r"Cuối \g<place> thêm câu: ",
    ),
    (
        "cuối ",
        r"\bcuối\s+(?P<level>điều|khoản|điểm)(?:\s+này)?\s+(?:thêm|bổ sung)(?:\s+thêm)?"
        r"(?:\s+(?:câu|ý))?(?:\s+sau)?\s*:",
        r"bổ sung vào cuối \g<level>:",
    ),
    (
        "gạch đầu dòng",
        r"\b(?P<verb>thêm|bổ sung)(?:\s+thêm)?\s+(?:(?:một|1|01)\s+)?"
        r"gạch đầu dòng(?:\s+mới)?\s+(?:vào|ở)\s+cuối\b",
        r"\g<verb> đoạn sau vào cuối",
    ),
    (
        "gạch đầu dòng",
        r"\b(?P<verb>thêm|bổ sung)(?:\s+thêm)?\s+(?:vào\s+)?sau\s+(?P<place>gạch đầu dòng[^:“”]{3,60}?)\s+"
        r"(?:(?:một|1|01)\s+)?gạch đầu dòng(?:\s+(?:mới|sau|như sau))*\s*:",
        r"sau \g<place> \g<verb>:",
    ),
    (
        "đoạn ",
        r"\b(?P<verb>thêm|bổ sung)(?:\s+thêm)?\s+đoạn\s+(?:thứ\s+)?(?:hai|ba|tư|năm|\d)"
        r"(?:\s+(?:như\s+)?sau)?\s*:",
        r"\g<verb> đoạn sau vào cuối:",
    ),
    (
        "vào ",
        r"^(?P<verb>bổ sung|thêm)\s+vào\s+(?P<group>(?:Chương|Mục|Phần)\s+[IVXLC\d]+)\s*,?\s+"
        r"(?P<units>(?:các\s+)?(?:Điều|khoản)\s[^“”«»\":;]{1,40}?),?\s+(?=(?:vào\s+)?sau\s+(?:Điều|khoản)\s)",
        r"\g<verb> \g<units> vào \g<group>, ",
    ),
    # A provision gets another number and other words; what goes and what comes in its place.
    (
        "thành ",
        rf"(?P<told>\bthành\s+{_UNIT}\s+[\da-zđ][^“”«»\":;]{{0,40}}?)\s+và\s+(?:được\s+)?{_AMENDED}"
        rf"(?:\s+lại)?"
        r"(?=(?:\s+(?:như sau|thành))?\s*:)",
        r"\g<told> và được sửa đổi, bổ sung",
    ),
    (
        "thành ",
        rf"^(?P<place>{_UNIT}\s+[\da-zđ][^“”«»\":;]{{0,40}}?)(?<!được)\s+"
        r"(?:đánh số lại|chuyển|đổi số)\s+thành\s+(?=[^“”«»\":;]{3,60}\svà được sửa đổi)",
        r"\g<place> được đánh số lại thành ",
    ),
    # "khoản 1, câu thứ hai Điều 5": the sentence of the clause, between the places that hold it.
    (
        "câu |đoạn |gạch ",
        r"\b(?P<unit>khoản\s+\d+\w?),?\s+(?P<part>(?:câu|đoạn|gạch đầu dòng)\s+(?:thứ\s+)?"
        rf"(?:{_ONE}|cuối))\s+(?=(?:của\s+)?Điều\s+\d)",
        r"\g<part> \g<unit> ",
    ),
    # How new wording is announced.
    ("&", r"\s&\s", " và "),
    ("nay ", r"(?<=[\da-zđ]\s)nay\s+(?=(?:bãi bỏ|bỏ)\s*[.;]?\s*$)", ""),
    # "“A” tại khoản 2, Điều 5 bỏ": the words go, not the places with a comma before the verb.
    (
        "bỏ",
        r"(?<=[”»\"])(?P<at>\s+(?:tại|ở|trong)\s[^“”«»\":;,]{1,40},[^“”«»\":;]{1,60}?)"
        r"(?<!được)(?<!bị)\s+(?P<verb>bãi bỏ|bỏ)(?=\s*[.;]?\s*$)",
        r"\g<at> được \g<verb>",
    ),
    (
        "bỏ",
        r"^(?=[“«\"][^“”«»\"]+[”»\"]\s+(?:tại|ở|trong)\s[^“”«»\":;]+\bđược (?:bãi bỏ|bỏ)\s*[.;]?\s*$)",
        "Cụm từ ",
    ),
    ("nay ", r"\bnay\s+(?=(?:viết|sửa|đổi|quy định)\s*(?:lại\s*)?(?:như sau|là|thành)?\s*:)", ""),
    ("toàn bộ", r"\b(?:viết|sửa|quy định)\s+(?:lại\s+)?toàn bộ\b", "viết lại"),
    ("viết", r"\bviết\s+(?=(?:như sau|là)?\s*:)", "viết lại "),
    ("viết", r"\bviết\s*:", "viết lại:"),
    ("nội dung", r"\b(?:với|có)\s+nội dung(?:\s+như)?(?:\s+sau(?:\s+đây)?)?\s*:", "như sau:"),
    (
        "mấy|một số",
        r"\b(?:sửa|đổi|điều chỉnh|chỉnh sửa)\s+(?:mấy|một số)\s+(?:chỗ|điểm|ý|nội dung)(?:\s+sau)?\s*(?=:)",
        "sửa đổi ",
    ),
    ("cho ", r"\bcho\s+(?=(?:điều|khoản|điểm|mục|chương)\s+[\dIVXa-zđ])", "vào "),
    # An order over words that begins as one over the place: "Sửa đổi khoản 3 Điều 10: bỏ cụm từ “A”".
    (
        ":",
        r"^(?:sửa đổi|sửa|điều chỉnh)(?:,?\s+bổ sung)?\s+(?P<place>(?!lại\s)[^“”\"«»:;]{4,80}?)\s*:\s+"
        rf"(?={_OF_WORDS})",
        r"\g<place>: ",
    ),
    (
        "được ",
        r"\s+được\s+(?:sửa đổi|sửa|điều chỉnh)(?:,?\s+bổ sung)?(?:\s+như sau)?\s*:\s+"
        rf"(?={_OF_WORDS})",
        ": ",
    ),
    # Numbers that change.
    (
        "lấy số",
        rf"{_MERGED}(?P<unit>khoản|điểm|điều),?\s+lấy số\s+",
        r"nhập thành \g<unit> ",
    ),
    (
        "một|1",
        rf"{_MERGED}(?P<unit>khoản|điểm|điều){_NUMBERED_WORDING}",
        r"nhập thành \g<unit> \g<label>\g<colon>\g<label>",
    ),
    (
        "thành một|thành 1|thành 01",
        rf"\bthành\s+(?:một|1|01)\s+(?P<unit>khoản|điểm|điều){_NUMBERED_WORDING}",
        r"thành \g<unit> \g<label>\g<colon>\g<label>",
    ),
    (
        "chuyển",
        r"\bchuyển\s+(?P<what>Điều \w+)\s+(?:xuống\s+|lên\s+|về\s+)?(?:sau|trước)\s+Điều \w+,?\s+thành\s+",
        r"Chuyển \g<what> thành ",
    ),
    (
        "thứ tự|chỗ|vị trí",
        rf",?\s+(?:đổi|đảo) (?:thứ tự|chỗ"
        rf"|vị trí)(?: cho nhau)?\s*:\s*(?P<a>{_UNIT} \w+) thành (?P<b>{_UNIT} \w+)(?:,| và)"
        rf" (?P<c>{_UNIT} \w+) thành (?P<d>{_UNIT} \w+)",
        r": \g<a> chuyển thành \g<b>, \g<c> chuyển thành \g<d>",
    ),
    (
        "vị trí|chỗ",
        rf"^(?:đảo|hoán đổi|đổi) (?:vị trí|chỗ)(?: của| giữa)?\s+(?P<two>{_UNIT} \w+ và {_UNIT} \w+"
        r"[^“”«»\":;()]*?)(?:\s+cho nhau)?(?=\s*[.;]?\s*$)",
        r"Hoán đổi \g<two>",
    ),
    (
        "vị trí",
        rf"(?<!hoán )\b(?:đảo|đổi) vị trí\s+(?P<two>{_UNIT} \w+ và {_UNIT} \w+)(?:\s+cho nhau)?"
        r"(?:\s+\([^()]*\))?",
        r"\g<two> đổi vị trí cho nhau",
    ),
    ("hợp nhất", rf"\bhợp nhất(?=\s+(?:các\s+)?(?:nội dung\s+)?{_UNIT}\s)", "nhập"),
    (
        "số ",
        r"\b(?:đổi số|đánh số lại|đánh lại số|đổi lại số)(?:\s+(?:là|thành))\b",
        "chuyển thành",
    ),
    ("lên|xuống", r"\bchuyển\s+(?:lên|xuống)\s+thành\b", "chuyển thành"),
    (
        "chuyển thành",
        r"\b(?P<unit>tiết|điểm|khoản)\s+(?P<old>\d[\d.]*|[a-zđ])\s+chuyển thành\s+(?=\d|[a-zđ]\b)",
        r"\g<unit> \g<old> chuyển thành \g<unit> ",
    ),
    (
        "ghép",
        rf"\bghép(?=\s+(?:các\s+)?(?:nội dung\s+)?{_UNIT}\s)|\bghép(?:\s+lại)?(?=\s+(?:thành|làm)\s)",
        "nhập",
    ),
    # What is said beside an order, and orders nothing.
    ("phù hợp", r"\s+không còn phù hợp,?\s+(?:nay\s+)?(?=(?:bãi |lược |loại |hủy )?bỏ\b)", " "),
    ("thì ", r"\bthì\s+(?=(?:bỏ|thay|thêm|bổ sung|sửa|đổi|giữ nguyên)\s)", ""),
    ("nữa", r"(?<=không thực hiện) nữa(?=\s*[.;]?\s*$)", ""),
    ("không áp dụng", rf"^không áp dụng(?=\s+(?:các\s+)?{_UNIT}\s)", "không thực hiện"),
    (
        "số thứ tự",
        r",\s+số thứ tự (?:của )?các \w+ (?:sau|khác|còn lại) (?:không thay đổi|giữ nguyên)(?=\s*[.;]?\s*$)",
        "",
    ),
    ("hiện ", r"\s+hiện (?:nay|hành)(?=\s+(?:chuyển|đổi|sửa|được|nay)\b)", ""),
)


@lru_cache(maxsize=1024)
def plain_words(text: str) -> str:
    """Give a sentence with its turns of phrase in plainer words. One sentence is asked several times."""
    has_capital = text[:1].isupper()
    text = without_head(with_clauses(_with_digits(text)))
    small = text.lower()
    for hints, pattern, plain in _TABLE:
        if any(map(small.__contains__, hints)) and pattern.search(text):
            text = _changed(pattern, plain, text)
            small = text.lower()
    return capital(text) if has_capital else text


_WORDS_OF_NUMBERS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_NUMBER_WORD = rf"(?:{'|'.join(_WORDS_OF_NUMBERS)}|tư)"
# "Các khoản hai, ba của Điều 5", "thành khoản hai, ba"
_LISTED = late(
    rf"\b(?P<unit>(?:các\s+)?(?:khoản|điểm|điều))\s+(?P<list>{_NUMBER_WORD}(?:(?:,\s*"
    rf"|\s+và\s+){_NUMBER_WORD})+)"
    r"\b(?!\s+(?:(?:lần|ngày|tháng|năm|người|câu|đoạn)\b|(?:khoản|điểm|điều)\s+(?![\da-zđ]\w?\b)))",
    re.IGNORECASE,
)
_ONE_NUMBER = late(rf"\b{_NUMBER_WORD}\b", re.IGNORECASE)


def _with_digits(text: str) -> str:
    """Several numbers in words as digits: one alone is read by the table."""
    return changed_outside_quotes(_LISTED, _digits, text)


def _digits(found: re.Match[str]) -> str:
    numbers = _ONE_NUMBER.sub(lambda one: str(_number(one.group().lower())), found["list"])
    return f"{found['unit']} {numbers}"


def _number(word: str) -> int:
    return _WORDS_OF_NUMBERS.index("bốn" if word == "tư" else word) + 1


def _changed(pattern: re.Pattern[str], plain: str, text: str) -> str:
    inside = [(start, end) for start, end, _ in quotes(text)]
    for found in reversed(list(pattern.finditer(text))):
        if not any(start < found.start() < end - 1 for start, end in inside):
            text = f"{text[: found.start()]}{found.expand(plain)}{text[found.end() :]}"
    return text
