"""What is said beside an order: why, what stays, what was counted. It orders nothing."""

from __future__ import annotations

from quyche_app.language.paraphrases.fragments import ALL_PARTS, plainer

TABLE = plainer(
    (
        "để nguyên",
        r"[,;]\s*các (?:khoản|điểm|điều) (?:khác|còn lại) (?:vẫn )?để nguyên(?: số(?: thứ tự)?)?(?=\W*$)",
        "",
    ),
    # "Nội dung thứ ba. Điều 3, khoản 1: …": the number of the order, in words.
    (
        "nội dung thứ",
        r"^nội dung thứ\s+\w+(?:\s+\w+)?\s*[.:]\s+(?=(?:điều|khoản|điểm|chương|mục|phụ lục)\s)",
        "",
    ),
    # "Hủy bỏ khoản 4 (cả hai điểm)": the count is looked at where the clause is.
    ("cả ", rf"\s*{ALL_PARTS}", ""),
    ("cũng|vẫn", r"^(?:cũng|vẫn)\s+(?:tại\s+|ở\s+)?(?=điều\s)", ""),
    # "(02 chỗ)": the count is held against the place (``subjects.counted``).
    ("chỗ)|lần)", r"\s*\((?:có\s+)?\d{1,2}\s+(?:chỗ|lần)\)(?=\s*[.;]?\s*$)", ""),
    (
        "giữ nguyên",
        r"\s+giữ nguyên(?:\s+số(?:\s+thứ tự)?)?\s+và\s+(?=(?:sửa|thay|bỏ|bổ sung)\s)",
        " ",
    ),
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
    # "khoản 3 không giao Bí thư nữa, chuyển thành …": why.
    (
        " nữa,",
        r"(?<=[\w.])\s+(?:không|thôi)\s+(?!quy định|thực hiện|áp dụng)[^,;:“”«»\"()\d]{3,50}?\s+nữa,\s+"
        r"(?=(?:chuyển|đưa|bỏ|bãi bỏ)\s)",
        " ",
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
    (
        "sau khi",
        r"\s*\(sau khi (?:được\s+)?(?:đánh số lại|đánh lại số|sắp xếp lại|chuyển|đổi số|bổ sung|sửa đổi)\)",
        "",
    ),
    ("đánh", r",\s+không đánh (?:lại )?số(?: thứ tự| lại)?(?=\s*[.;]?\s*$)", ""),
    # What is said beside an order, and orders nothing.
    ("phù hợp", r"\s+không còn phù hợp,?\s+(?:nay\s+)?(?=(?:bãi |lược |loại |hủy )?bỏ\b)", " "),
    ("thì ", r"\bthì\s+(?=(?:bỏ|thay|thêm|bổ sung|sửa|đổi|giữ nguyên)\s)", ""),
    ("nữa", r"(?<=không thực hiện) nữa(?=\s*[.;]?\s*$)", ""),
    (
        "số thứ tự",
        r",\s+số thứ tự (?:của )?các \w+ (?:sau|khác|còn lại) (?:không thay đổi|giữ nguyên)(?=\s*[.;]?\s*$)",
        "",
    ),
    ("hiện ", r"\s+hiện (?:nay|hành)(?=\s+(?:chuyển|đổi|sửa|được|nay)\b)", ""),
)
