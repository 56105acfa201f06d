"""What is done with words in quotation marks: "“A” → “B”", "đúng là “B”"."""

from __future__ import annotations

from quyche_app.language.paraphrases.fragments import PART, QUOTED, UNIT, plainer

_BEHIND = r"(?<=[”»\"])\s+(?:nay\s+|được\s+|thì\s+)*"
_CALLED = (
    "mấy chữ|các chữ|chữ|chức danh|con số|số tiền|số lượng|số|mức chi|định mức|mức|tỷ lệ|đồng chí|cụm chữ"
    "|dòng chữ|phần|danh từ|mốc thời gian|mốc|tên gọi"
)
_VALUES = "(?:các )?(?:mốc thời gian|thời hạn|thời gian|cụm từ|từ ngữ|chữ)"
_QUOTATIONS = r"[“«\"][^“”«»\"]+[”»\"](?:(?:\s*,\s*|\s+và\s+)[“«\"][^“”«»\"]+[”»\"])+"

TABLE = plainer(
    # "đổi ngày sinh hoạt từ “ngày 05” sang “ngày 03”"
    (
        'từ “|từ "|từ «',
        r"(?<!sửa )\b(?:thay đổi|đổi|chuyển|điều chỉnh|nâng|tăng|giảm|rút)\s+"
        r"(?:(?!\b(?:của|đối với|cho|từ)\b)[^“”«»\":;,()\d]){0,40}?"
        r"\s*(?<!cụm )từ\s+(?P<old>[“«\"][^“”«»\"]+[”»\"])\s+"
        r"(?:sang|thành|bằng|lên|xuống còn|xuống|còn|đến)\s+(?=[“«\"])",
        r"thay \g<old> bằng ",
    ),
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
    (
        "đọc là",
        r"\b(?:đã |có |hiện )?(?:in|ghi|viết)(?: nhầm)?(?: là)?\s+(?P<old>[“«\"][^“”«»\"]+[”»\"]),?"
        r"\s+(?:nay\s+|xin\s+)?"
        rf"(?:sửa và\s+)?đọc(?: lại)? là\s+{QUOTED}",
        r"\g<old> thành ",
    ),
    # "cụm từ “tuần đầu” đúng là “tuần thứ hai”"
    (
        "đúng là|phải là",
        r"(?<=[”»\"])\s+(?:(?:sửa )?đúng|phải)(?: phải)? là\s+(?=[“«\"])",
        " thành ",
    ),
    # "dòng 4, điểm “15” sửa thành “10”": what the cell counts.
    (
        'điểm “|điểm "|điểm số “|điểm tối đa “',
        r"(?P<row>\b(?:dòng|số thứ tự)\s+\d{1,3})\s*,\s+(?:số điểm|điểm số|điểm tối đa|điểm)\s+(?=[“«\"]\d)",
        r"\g<row>, ",
    ),
    ("chỉnh lại là|chỉnh lại thành", r"(?<!điều )\bchỉnh lại (?:là|thành)\b", "sửa thành"),
    # "Điều chỉnh thời gian tại Điều 8: khoản 1 “A” thành “B”; khoản 2 “C” thành “D”"
    (
        "khoản|điểm|gạch|đoạn|câu|ý",
        rf"^(?:thay đổi|thay thế|thay|điều chỉnh|chỉnh sửa|sửa đổi|sửa)\s+(?:(?:{_VALUES})\s+)?"
        rf"(?:(?:tại|ở|trong|của)\s+)?(?P<top>{UNIT}\s[^“”«»\":;]{{1,60}}?)\s*:\s+"
        rf"(?={PART}\s[^“”«»\":;]{{1,40}}?[“«\"]|[“«\"][^“”«»\"]+[”»\"]\s+(?:thành|bằng)\s+[“«\"])",
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
    ("chữ|danh|số|mức|tỷ lệ|đồng chí|phần|mốc|gọi", rf"\b(?:{_CALLED})\s+{QUOTED}", "cụm từ "),
    ("chỗ nào", rf"\bchỗ nào (?:ghi|viết|có)\s+(?:là\s+)?(?:cụm từ\s+)?{QUOTED}", "cụm từ "),
    # What is done with them: "“A” sửa “B”", "“A” nâng lên “B”", "“A” đọc là “B”".
    (
        "sửa|đổi|thay|nâng|tăng|giảm|hạ|rút|đọc|viết",
        rf"{_BEHIND}(?:(?:sửa|đổi)|(?:nâng|tăng|giảm|hạ|rút|rút ngắn)(?:\s+(?:lên|xuống|thành|còn))+"
        rf"|(?:đọc|viết)(?:\s+lại)?\s+(?:là|thành))\s+(?:cụm từ\s+)?{QUOTED}",
        " thành ",
    ),
    ("đọc", rf"\bđọc(?:\s+lại)?\s+là\s+{QUOTED}", "sửa thành "),
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
    # "Cụm từ “A” (khoản 2, Điều 12) và “B” (khoản 3, Điều 15) đều sửa thành “C”"
    (
        "(",
        r"^(?P<lead>(?:[^“”«»\":;()]{1,60}:\s+)?)(?:các\s+)?(?:cụm từ|từ"
        r"|chữ)\s+(?P<a>[“«\"][^“”«»\"]+[”»\"])\s+"
        rf"\((?P<at>(?:{UNIT})\s[^()“”:;]{{1,40}})\)\s*(?:,|và)\s+(?:(?:cụm từ|từ|chữ)\s+)?"
        rf"(?P<b>[“«\"][^“”«»\"]+[”»\"])\s+\((?P<to>(?:{UNIT})\s[^()“”:;]{{1,40}})\)\s+(?:(?:đều|nay"
        rf"|được|cùng)\s+)*"
        r"(?:sửa đổi|sửa|thay|đổi)\s+(?:thành|bằng)\s+(?P<new>[“«\"][^“”«»\"]+[”»\"])(?=\s*[.;]?\s*$)",
        r"Cụm từ \g<a> tại \g<at> sửa thành \g<new>; cụm từ \g<b> tại \g<to> sửa thành \g<new>",
    ),
    (
        "đổi tên",
        r"^đổi tên\s+(?=[“«\"][^“”«»\"]+[”»\"]\s+thành\s+[“«\"][^“”«»\"]+[”»\"]\s+(?:tại|ở|trong)\s)",
        "Thay cụm từ ",
    ),
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
)
