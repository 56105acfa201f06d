"""How places are named: shortened, in words, in brackets, the small behind the large."""

from __future__ import annotations

from quyche_app.language.paraphrases.fragments import AMENDED, BETWEEN, PART, QUOTED, UNIT, plainer

_NUMBERS = (
    ("nhất|một", "(?:nhất|một)"),
    ("hai", "hai"),
    ("ba", "ba"),
    ("tư|bốn", "(?:tư|bốn)"),
    *((word, word) for word in ("năm", "sáu", "bảy", "tám", "chín", "mười")),
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
# "tiểu mục 10 mục VI thuộc phần A Phụ lục I" is what it says.
_NO_ANNEX = rf"(?!{BETWEEN}\b(?:phần|phụ lục)\b)"
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
_ITS_LABEL = r"(?:thứ\s+)?(?:\d{1,2}[a-zđ]?|[a-zđ]|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|cuối)\b"

TABLE = plainer(
    (
        "ngoại trừ|không kể|không gồm|không bao gồm",
        rf"(?P<mark>[,(]\s*)(?:ngoại trừ|không kể|không gồm|không bao gồm)\s+(?=(?:các )?(?:{PART}|điều"
        rf"|chương|mục)\s)",
        r"\g<mark>trừ ",
    ),
    ("đến hết ", rf"\bđến hết\s+(?={UNIT}\s+\w{{1,4}}\b)", "đến "),
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
    # "tiểu mục 3 mục II", "ý b tiểu mục 3": a number, and a letter of it.
    (
        "tiểu mục",
        rf"\btiểu mục\s+(?P<number>\d{{1,2}})(?![\w.]),?(?={BETWEEN}\bmục {_ROMAN}){_NO_ANNEX}",
        r"khoản \g<number>",
    ),
    (
        "tiểu mục",
        rf"(?P<before>\bmục {_ROMAN}{BETWEEN}?)\btiểu mục\s+(?P<number>\d{{1,2}})(?![\w.])"
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
    # Names of places, shortened and run together.
    ("đ.", r"(?:^|(?<=[,;(]\s))đ\.\s?(?=\d)", "Điều "),
    ("k.", r"(?:^|(?<=[,;(]\s))k\.\s?(?=\d)", "khoản "),
    ("/", rf"(?<=\d)\s?/\s?(?={UNIT}\s)", " "),
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
    ("(", rf"(?<=[\dIVX])\s+\((?P<part>{PART}\s+(?:\w+\s+){{0,3}}?(?!cũ\b)\w+)\)", r", \g<part>"),
    # "Điều 8 (các khoản 1, 2 và 4):", "Điều 13 (khoản thứ tư, điểm b):"
    (
        "(",
        rf"(?P<article>\bĐiều \d+\w?)\s+\((?P<inner>(?:các\s+)?{PART}\s+{_ITS_LABEL}"
        rf"(?:(?:\s*,\s*|\s+và\s+|\s+)(?:(?:các\s+)?{PART}\s+)?{_ITS_LABEL})*)\)(?=\s*:)",
        r"\g<article>, \g<inner>",
    ),
    (". ", r"^(?P<article>Điều \d+\w?)\.\s+(?=(?:khoản|điểm|đoạn|câu|gạch)\s)", r"\g<article>, "),
    (". ", rf"^(?P<article>Điều \d+\w?)\.\s+[^:“”\"«»]{{3,80}}:\s+{QUOTED}", r"\g<article>: "),
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
        rf"\b(?:điểm|tiết)\s+(?P<number>\d[\d.]*)(?={BETWEEN}\b{_LETTERED})",
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
    ("- |– ", rf"\s+[-–]\s+(?:đồng chí|ông|bà)\s[^-–:;,“”\"]{{3,60}}\s+[-–]\s+(?={UNIT}\s)", ", "),
    # "khoản 2 – khoản 4", "Điều 2 - Điều 4": all from the one to the other; before another kind it leads on.
    (
        "- |– ",
        rf"(?P<unit>\b{UNIT})\s+(?P<first>\w{{1,4}})\s+[-–]\s+(?P=unit)\s+(?P<last>\w{{1,4}})\b",
        r"\g<unit> \g<first> đến \g<unit> \g<last>",
    ),
    ("- |– ", rf"(?<=[\w)])\s+[-–]\s+(?={PART}\s)", ", "),
    (
        "dòng s|dòng có s|dòng mang s|hàng s|hàng có s",
        r"(?<!đầu )\b(?:dòng|hàng)\s+(?:(?:có|mang)\s+)?(?:số thứ tự|số)\s+(?P<row>\d{1,3})\b",
        r"số thứ tự \g<row>",
    ),
    # "Điều 15, Điều 17: tại khoản 2 mỗi điều, “A” thay bằng “B”"
    (
        "mỗi điều",
        rf"^(?P<articles>Điều \d+\w?(?:(?:,\s+|\s+và\s+)Điều \d+\w?)+)\s*[:,]\s*(?:tại\s+)?"
        rf"(?P<small>(?:{PART}\s+{_ITS_LABEL}\s+)?khoản\s+{_ITS_LABEL})\s+(?:của\s+)?mỗi điều\s*[:,]?\s*",
        r"Tại \g<small> của các \g<articles>, ",
    ),
    (
        "(",
        rf"^{_NO_PART}[^():“”\";]{{3,60}}\s\((?P<place>Điều \d+\w?)\)\s+(?:được\s+)?"
        rf"{AMENDED}(?:\s+như sau)?\s*:\s*$",
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
        rf"\s+(?:được\s+)?{AMENDED}\s+tại các (?:khoản|điểm)(?:\s+sau(?:\s+đây)?)?\s*:\s+",
        ": ",
    ),
    (
        "phụ lục",
        r"\b(?P<text>(?:toàn bộ|toàn văn|cả)\s+(?:bản\s+)?Quy (?:chế|định))\s+và\s+(?:các\s+)?Phụ lục"
        r"(?:\s+kèm theo(?:\s+Quy (?:chế|định))?)?",
        r"\g<text>",
    ),
    ("nội dung", r"\b(?:tên|tiêu đề) và nội dung\s+(?=(?:Điều|Chương|Mục)\s)", ""),
    ("dòng dẫn", r"\bdòng dẫn\b", "câu dẫn"),
    ("bảng ", r"\bbảng\s+(?:tại|ở|trong)\s+(?=(?:mục|phần|khoản|điều|phụ lục)\s)", ""),
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
    # What the place is about, said before it: "Thời hạn báo cáo tại khoản 1 Điều 11 lùi lại: “A” thành “B”".
    (
        "tại |ở ",
        rf"^(?!{_VERBS_FIRST}){_NO_PART_BEFORE_AT}[^“”«»\":;()]{{3,70}}?\s(?:tại"
        rf"|ở)\s+(?P<place>(?:các\s+)?(?:khoản|điểm|điều)\s+[\da-zđ]"
        r"[^“”«»\":;()]{0,50}?)(?:\s+(?:lùi lại|thay đổi|được (?:nâng|điều chỉnh)|sửa lại|như sau))?\s*:\s*"
        rf"(?={QUOTED}|(?:khoản|điểm|tại|thay|bỏ)\s|$)",
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
    # "khoản 1, câu thứ hai Điều 5": the sentence of the clause, between the places that hold it.
    (
        "câu |đoạn |gạch ",
        r"\b(?P<unit>khoản\s+\d+\w?),?\s+(?P<part>(?:câu|đoạn|gạch đầu dòng)\s+(?:thứ\s+)?"
        rf"(?:{_ONE}|cuối))\s+(?=(?:của\s+)?Điều\s+\d)",
        r"\g<part> \g<unit> ",
    ),
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
)
