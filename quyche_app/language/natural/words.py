"""The vocabulary of the natural style, as parts of patterns: names of places, verbs, what is quoted."""

from __future__ import annotations

# A quotation whose words are hidden, see ``pieces``.
Q = '[“„«"][\U000f0000-\U000ffffd]*[”»"]'
CAP = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"

# -- places -----------------------------------------------------------------------------------------
KIND = (
    r"(?:tiểu mục|phụ lục|dấu gạch đầu dòng|gạch đầu dòng|gạch ngang|dấu cộng|đoạn|câu|điều|khoản|điểm"
    r"|tiết|mục|chương|phần|ý|dòng|số thứ tự)"
)
_ORDINAL = r"(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|cuối cùng|cuối|đầu tiên|đầu|\d{1,2})"
LABEL = (
    r"(?:\d{1,3}(?:\.\d{1,3}){0,3}[a-zđ]?\d?|(?-i:[IVXLC]{1,5}[a-z]?)|(?-i:[A-HĐ])|[a-zđ]\d?"
    rf"|(?:thứ\s+)?{_ORDINAL})(?![\w/])(?![-–]\w)"
)
UNIT = rf"{KIND}(?:\s+số)?\s+{LABEL}"
_BETWEEN = r"(?:\s*,\s*và\s+|\s*,\s*|\s+(?:và|với|của|ở|tại|thuộc|trong|đến)\s+|\s*[-–]\s*|\s+)"
UNITS = (
    rf"(?:(?:tên|tiêu đề)\s+(?:gọi\s+)?)?(?:(?:các|cả|hai|những|từ)\s+)?{UNIT}"
    rf"(?:{_BETWEEN}(?:(?:các|cả|hai)\s+)?(?:{UNIT}|{LABEL})){{0,9}}"
)

# -- verbs ------------------------------------------------------------------------------------------
ADV = r"(?:(?:nay|được|đều|thì|sẽ|cũng|tiếp tục|thống nhất|lại|vẫn|đã|phải|nên|bị|theo đó|đồng thời|có)\s+)*"
_LESS = r"(?:(?:,|\s+và)?\s+(?:bổ sung|lại|mức|thống nhất|hoa|đủ|gọn|chung|đúng|lời|chữ|thời hạn))*"
CHANGE = (
    r"(?:sửa đổi|sửa|thay thế|thay đổi|thay|đổi tên|đổi|điều chỉnh|hiệu chỉnh|chỉnh sửa|chỉnh lý|chỉnh"
    r"|viết|ghi|đọc|đính chính|quy định"
    rf"|cập nhật){_LESS}"
)
# What becomes of an amount or of a word.
CHANGE_WORDS = (
    rf"(?:{CHANGE}"
    rf"|(?:đọc|gọi|hiểu|nâng|tăng|giảm|hạ|rút ngắn|rút xuống|rút|kéo dài|chuyển|lùi|mang tên){_LESS})"
)
JOIN = r"(?:lên thành|lên đến|xuống còn|thành|là|bằng|lên|xuống|còn|sang|đến)"
BECOMES = (
    rf"(?:{ADV}{CHANGE_WORDS}\s+(?:tương ứng\s+|lần lượt\s+)?{JOIN}|nay\s+(?:đều\s+)?(?:là|thành|còn|lên|ghi)"
    rf"|{ADV}(?:tương ứng\s+|lần lượt\s+)?thành|(?:được\s+)?thay\s+là|còn(?=\s+[“„«\"\d]))"
    r"(?:\s+(?:tương ứng|lần lượt)(?:\s+là)?)?"
)
GOES = (
    r"(?:(?:bãi |lược |loại |xóa |xoá |cắt |hủy |huỷ |gạch )?bỏ|hủy|huỷ|xóa|xoá|bớt|không thực hiện(?: nữa)?"
    r"|không áp dụng(?: nữa)?|không còn hiệu lực|hết hiệu lực|không dùng(?: nữa)?)"
    r"(?:\s*,\s*(?:bãi bỏ|hủy bỏ|huỷ bỏ|bỏ))?"
)
ADDS = (
    r"(?:thêm mới|thêm|bổ sung thêm|bổ sung mới|bổ sung"
    r"|chèn thêm|chèn|nối thêm|viết thêm|ghi thêm|đưa thêm)"
)
PUTS = rf"(?:{ADDS}|đặt|xen|xếp)"

# -- what is quoted ---------------------------------------------------------------------------------
CALLED = (
    r"(?:(?:các|những|hai|mấy|cả)\s+)*(?:cụm từ|từ ngữ|dòng chữ|cụm chữ|chữ viết tắt"
    r"|(?:chỗ|nơi)\s+(?:nào\s+)?(?:ghi|có|viết)|tên|ngày|tháng|năm|vế"
    r"|mệnh đề|hệ số|định mức|thời gian|ngưỡng|mức chi"
    r"|tên gọi|chức danh|nội dung|con số"
    r"|từ|chữ|số|mức|phần|đoạn|câu|dấu|ý|thời hạn|tỷ lệ|mốc)"
)
WORDS = rf"(?:{CALLED}\s+)?{Q}"
WORD_LIST = rf"{WORDS}(?:(?:\s*,\s*và\s+|\s*,\s*|\s+và\s+){WORDS})*"
# "chữ “A” ở đâu có thì thay bằng “B”"
EVERYWHERE = (
    r"(?:\s*,?\s*(?:ở đâu có|đâu có|chỗ nào có|nơi nào có|(?:ở\s+)?(?:tất cả |mọi |những )?(?:các )?"
    r"chỗ(?:\s+có)?|còn lại)(?:\s+(?:các\s+)?(?:từ|cụm từ)\s+(?:này|đó|ấy))?(?:\s+thì)?)?"
)
PLAIN = r"[^“”«»„\";:()]{2,100}?"
# What is changed, in words before its amount; no place is among them.
SUBJECT = rf"(?:(?!\b{UNIT})[^“”«»„\";:()\d]){{2,100}}?"

# -- new wording ------------------------------------------------------------------------------------
COUNT = r"(?:một|hai|ba|bốn|0?\d)"
NOUN = (
    rf"(?:\s+(?:{COUNT}\s+)?"
    r"(?:nội dung|câu|đoạn|ý|khoản|điểm|điều|lời văn|gạch đầu dòng|dòng)(?:\s+văn)?)?"
)
AFTER = (
    r"(?:\s*,?\s+(?:cụ thể(?: là)?)|\s+(?:sau đây|như sau|sau|mới|này|nguyên văn|có nội dung"
    r"|với nội dung|nội dung là|nội dung))*"
)
END = r"\s*[.;,]?\s*"
_QUOTED = rf"(?P<quoted>{Q}(?:\s*(?:,|;|và|;\s*và)?\s*{Q})*){END}"
_BARE = (
    rf"(?P<bare>(?:[-+–]\s+|\d[\d.]*[a-zđ]?\.?\s+|[a-zđ]\d?\)\s+)?(?-i:[{CAP}\d])[^“”«»„\"]{{5,}})"
)
# Behind a colon, or behind "là", "thành", a wording may stand without marks.
TEXT = rf"(?:\s*:?\s*{_QUOTED}|\s*:\s+{_BARE}|\s*(?P<open>:)?)"
JOINED_TEXT = rf"(?:\s*:?\s*{_QUOTED}|\s*:?\s+{_BARE}|\s*(?P<open>:?))"
