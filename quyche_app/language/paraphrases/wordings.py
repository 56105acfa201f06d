"""How new wording is announced, and what goes."""

from __future__ import annotations

from quyche_app.language.paraphrases.fragments import PART, QUOTED, UNIT, plainer

TABLE = plainer(
    # "thêm điểm d, ghi: “d) …”", "ghi lại cho rõ: “…”", "sửa khoản 1, nay đọc là:"
    (
        "ghi|viết",
        rf"(?P<put>\b(?:thêm|bổ sung)\s+(?:mới\s+)?{PART}\s[^“”«»\":;,]{{1,40}}?),\s+(?:ghi|viết)"
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
    # "khoản 3 nay thực hiện như sau:", "Điều 18 nay sửa toàn bộ, kể cả tên điều:"
    (
        "thực hiện như sau",
        rf"^(?P<place>\W*(?:{UNIT}\s+[\w.]{{1,4}}[\s,:]+)+)(?<=\s)nay (?:được )?thực hiện như sau",
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
        rf"\bkhông (?:duy trì|giữ lại|giữ|để)\s+(?P<what>{UNIT}\s+\w{{1,4}})\s*\(bãi bỏ\)",
        r"bãi bỏ \g<what>",
    ),
    # "Điều 5, khoản 4: sửa điểm c và thêm điểm d:", with both behind.
    (
        "sửa",
        rf"^(?:(?P<large>Điều \w{{1,4}}),?\s+)?(?P<small>{PART}\s+\w{{1,3}})(?:,?\s+"
        rf"(?P<behind>Điều \w{{1,4}}))?"
        rf":\s+sửa(?:\s+đổi)?\s+(?P<a>{PART}\s+\w{{1,3}})\s+và\s+"
        rf"(?:thêm|bổ sung)\s+(?P<b>{PART}\s+\w{{1,3}})\s*:\s*$",
        r"Sửa đổi \g<a> và bổ sung \g<b> \g<small> \g<large>\g<behind> như sau:",
    ),
    # "Hai gạch đầu dòng đầu của Điều 16 thay bằng hai gạch đầu dòng sau:"
    (
        "hai ",
        rf"^hai (?P<part>gạch đầu dòng|đoạn|câu) đầu(?: tiên)?\s+(?:(?:của|tại"
        rf"|ở)\s+)?(?P<place>{UNIT}\s[^“”:;]*?)"
        r"\s+(?:được\s+)?thay(?:\s+thế)?\s+bằng\s+(?:hai|các) (?P=part) sau(?: đây)?\s*:",
        r"\g<part> thứ nhất và \g<part> thứ hai \g<place> sửa đổi như sau:",
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
    ("áp dụng", r"\báp dụng (?:nội dung|quy định|mức|thời hạn) mới\s*(?=:|[“«\"])", "sửa thành "),
    ("dưới đây", r"\bnhư (?:ở )?dưới đây(?=\s*:)", "như sau"),
    (
        "diễn đạt|ghi lại",
        r"\b(?:diễn đạt|ghi) lại(?:\s+(?:là|thành|toàn bộ|như sau))?\s*:",
        "viết lại:",
    ),
    ("diễn đạt", r"(?<=[”»\"])\s+diễn đạt lại(?:\s+(?:là|thành))?\s+(?=[“«\"])", " thành "),
    ("ghi", r"(?<=[”»\"])\s+(?:nay\s+)?ghi(?:\s+lại)?\s+(?:là|thành)\s+(?=[“«\"])", " thành "),
    ("ghi lại", r"\bghi lại(?:\s+là)?\s*(?=[“«\"])", "sửa thành "),
    ("rút bỏ", r"\brút bỏ\b", "bỏ"),
    (
        "tiêu đề",
        r"^tiêu đề(?:\s+của)?\s+(?:chương|mục|phần|điều)(?:\s+này)?\s*:",
        "Tiêu đề sửa thành:",
    ),
    (
        "thay",
        rf"^bỏ\s+(?P<place>(?:{UNIT}|{PART})\s[^“”«»\":;]{{1,50}}?),?\s+(?:và\s+)?thay(?:\s+thế)?\s+bằng\b",
        r"Thay \g<place> bằng",
    ),
    ("thay", r"\bbỏ,?\s+(?:và\s+)?thay(?:\s+thế)?\s+bằng\b", "thay bằng"),
    (
        "bằng câu|bằng đoạn",
        rf"^(?P<order>thay(?:\s+thế)?\s+(?:câu|đoạn)\s[^“”«»\":;]{{1,50}}?\sbằng)\s+(?:câu|đoạn)(?:\s+sau)?"
        rf"(?=\s*:?\s*{QUOTED})",
        r"\g<order>",
    ),
    (
        "bằng câu|bằng đoạn",
        r"\b(?:được\s+)?thay(?:\s+thế)?\s+bằng\s+(?:câu|đoạn)(?:\s+sau)?\s*:",
        "sửa thành:",
    ),
    # How new wording is announced.
    ("&", r"\s&\s", " và "),
    ("nay ", r"(?<=[\da-zđ]\s)nay\s+(?=(?:bãi bỏ|bỏ)\s*[.;]?\s*$)", ""),
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
    ("không áp dụng", rf"^không áp dụng(?=\s+(?:các\s+)?{UNIT}\s)", "không thực hiện"),
)
