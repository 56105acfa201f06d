"""Numbers that change: renumbered, moved, merged, split, exchanged."""

from __future__ import annotations

from quyche_app.language.paraphrases.fragments import AMENDED, BETWEEN, UNIT, plainer

_MERGED = r"\b(?:nhập|gộp|ghép|thay)(?:\s+lại)?\s+(?:thành|bằng)\s+(?:một|1|01)\s+"
_NUMBERED_WORDING = (
    r"(?P<colon>\s*(?:như sau\s*)?:\s*[“\"«])(?P<label>\d[\d.]*[a-zđ]?|[a-zđ])(?=[.)])"
)

TABLE = plainer(
    # "Đổi số khoản 3 Điều 9 thành khoản 4", "…, ngoại trừ khoản 3", "từ Điều 9 đến hết Điều 12"
    ("đổi số ", rf"\b(?P<verb>đổi|thay đổi) số\s+(?={UNIT}\s)", r"\g<verb> số thứ tự "),
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
    (
        "nhập|gom",
        r"\b(?:nhập chung|gom|nhập lại|dồn)\s+(?:thành|làm|là)\s+(?=khoản|điểm|điều)",
        "gộp thành ",
    ),
    (
        "chia ",
        r"\b(?:được\s+)?chia(?:\s+ra)?\s+(?:làm|thành)\s+(?=(?:hai|ba|bốn|năm|0?\d|các)\s+(?:khoản|điểm"
        r"|điều)\b)",
        "tách thành ",
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
    # "Sắp xếp lại thứ tự mục II: đồng chí Lê A từ số 2 thành số 3, …"
    (
        "sắp xếp lại",
        rf"^sắp xếp lại(?:\s+(?:số\s+)?thứ tự)?\s+(?P<top>(?:{UNIT})\s+\w{{1,4}})\s*:\s+"
        rf"(?={BETWEEN}\btừ\s)",
        r"\g<top>: ",
    ),
    (
        "từ khoản|từ điểm",
        r"(?:\bđồng chí\s[^.,;:“”«»\"\d]{3,40}?\s+)?\btừ\s+(?P<kind>khoản"
        r"|điểm)\s+(?P<old>\w{1,3})\s+thành\s+(?P=kind)\s+"
        r"(?P<new>\w{1,3})(?!\w)",
        r"\g<kind> \g<old> chuyển thành \g<kind> \g<new>",
    ),
    ("trở thành", r"\btrở thành\s+(?=(?:khoản|điểm|điều|mục|chương)\s)", "chuyển thành "),
    ("đổi chỗ", r"(?<!hoán )\bđổi chỗ(?=\s+cho nhau)", "đổi vị trí"),
    # A provision gets another number and other words; what goes and what comes in its place.
    (
        "thành ",
        rf"(?P<told>\bthành\s+{UNIT}\s+[\da-zđ][^“”«»\":;]{{0,40}}?)\s+và\s+(?:được\s+)?{AMENDED}"
        rf"(?:\s+lại)?"
        r"(?=(?:\s+(?:như sau|thành))?\s*:)",
        r"\g<told> và được sửa đổi, bổ sung",
    ),
    (
        "thành ",
        rf"^(?P<place>{UNIT}\s+[\da-zđ][^“”«»\":;]{{0,40}}?)(?<!được)\s+"
        r"(?:đánh số lại|chuyển|đổi số)\s+thành\s+(?=[^“”«»\":;]{3,60}\svà được sửa đổi)",
        r"\g<place> được đánh số lại thành ",
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
        rf"|vị trí)(?: cho nhau)?\s*:\s*(?P<a>{UNIT} \w+) thành (?P<b>{UNIT} \w+)(?:,| và)"
        rf" (?P<c>{UNIT} \w+) thành (?P<d>{UNIT} \w+)",
        r": \g<a> chuyển thành \g<b>, \g<c> chuyển thành \g<d>",
    ),
    (
        "vị trí|chỗ",
        rf"^(?:đảo|hoán đổi|đổi) (?:vị trí|chỗ)(?: của| giữa)?\s+(?P<two>{UNIT} \w+ và {UNIT} \w+"
        r"[^“”«»\":;()]*?)(?:\s+cho nhau)?(?=\s*[.;]?\s*$)",
        r"Hoán đổi \g<two>",
    ),
    (
        "vị trí",
        rf"(?<!hoán )\b(?:đảo|đổi) vị trí\s+(?P<two>{UNIT} \w+ và {UNIT} \w+)(?:\s+cho nhau)?"
        r"(?:\s+\([^()]*\))?",
        r"\g<two> đổi vị trí cho nhau",
    ),
    ("hợp nhất", rf"\bhợp nhất(?=\s+(?:các\s+)?(?:nội dung\s+)?{UNIT}\s)", "nhập"),
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
        rf"\bghép(?=\s+(?:các\s+)?(?:nội dung\s+)?{UNIT}\s)|\bghép(?:\s+lại)?(?=\s+(?:thành|làm)\s)",
        "nhập",
    ),
)
