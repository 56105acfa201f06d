"""The words of acts that amend, as data: verbs, what is quoted, courtesy words.

A verb is added here; the lexer, the grammar and whatever tells an order read these tables.
Source: docs/field.md 4.1.
"""

from __future__ import annotations

from quyche_app.domain.verbs import Verb

# A verb, or how it begins → what it orders; the longest beginning counts.
VERBS: tuple[tuple[str, Verb], ...] = (
    ("đánh số lại", Verb.RENUMBER),
    ("sắp xếp lại", Verb.RENUMBER),
    ("đổi số thứ tự", Verb.RENUMBER),
    ("hoán đổi vị trí", Verb.RENUMBER),
    ("hoán đổi", Verb.RENUMBER),
    ("đổi", Verb.RENUMBER),
    ("sửa đổi", Verb.AMEND),
    ("sửa lại", Verb.AMEND),
    ("sửa", Verb.AMEND),
    ("bổ sung, sửa đổi", Verb.AMEND),
    ("điều chỉnh lại", Verb.AMEND),
    ("điều chỉnh", Verb.AMEND),
    ("hiệu chỉnh", Verb.AMEND),
    ("chỉnh sửa", Verb.AMEND),
    ("chỉnh lý", Verb.AMEND),
    ("đính chính", Verb.AMEND),
    ("viết lại", Verb.AMEND),
    ("quy định lại", Verb.AMEND),
    ("bổ sung thêm", Verb.INSERT),
    ("bổ sung mới", Verb.INSERT),
    ("bổ sung", Verb.INSERT),
    ("có thêm", Verb.INSERT),
    ("ghi thêm", Verb.INSERT),
    ("thêm", Verb.INSERT),
    ("chèn thêm", Verb.INSERT),
    ("chèn", Verb.INSERT),
    ("bãi bỏ", Verb.REPEAL),
    ("hủy", Verb.REPEAL),
    ("huỷ", Verb.REPEAL),
    ("hủy bỏ", Verb.REPEAL),
    ("huỷ bỏ", Verb.REPEAL),
    ("loại bỏ", Verb.REPEAL),
    ("lược bỏ", Verb.REPEAL),
    ("xóa bỏ", Verb.REPEAL),
    ("xoá bỏ", Verb.REPEAL),
    ("cắt bỏ", Verb.REPEAL),
    ("gạch bỏ", Verb.REPEAL),
    ("xóa", Verb.REPEAL),
    ("xoá", Verb.REPEAL),
    ("bỏ", Verb.REPEAL),
    ("không thực hiện", Verb.REPEAL),
    ("không quy định", Verb.REPEAL),
    ("không còn phù hợp", Verb.REPEAL),
    ("không còn áp dụng", Verb.REPEAL),
    ("không dùng", Verb.REPEAL),
    ("không sử dụng", Verb.REPEAL),
    ("thôi không thực hiện", Verb.REPEAL),
    ("thôi không áp dụng", Verb.REPEAL),
    ("thôi thực hiện", Verb.REPEAL),
    ("thôi áp dụng", Verb.REPEAL),
    ("thôi quy định", Verb.REPEAL),
    ("chấm dứt hiệu lực", Verb.REPEAL),
    ("tạm ngưng hiệu lực", Verb.SUSPEND),
    ("tạm ngưng thực hiện", Verb.SUSPEND),
    ("tạm ngưng thi hành", Verb.SUSPEND),
    ("tạm ngưng", Verb.SUSPEND),
    ("tạm dừng hiệu lực", Verb.SUSPEND),
    ("tạm dừng thực hiện", Verb.SUSPEND),
    ("tạm dừng", Verb.SUSPEND),
    ("tạm đình chỉ", Verb.SUSPEND),
    ("ngưng hiệu lực", Verb.SUSPEND),
    ("thay thế", Verb.REPLACE),
    ("thay đổi", Verb.REPLACE),
    ("thay", Verb.REPLACE),
    ("chuyển", Verb.MOVE),
    ("tách", Verb.SPLIT),
    ("gộp", Verb.MERGE),
    ("nhập", Verb.MERGE),
)
# The verbs as an alternation of a pattern, the longest first.
VERB_WORDS = "|".join(sorted((words for words, _ in VERBS), key=len, reverse=True))
# Of these several in a row are one verb: "sửa đổi, bổ sung", "bổ sung và thay thế".
JOINED_VERBS = ("sửa đổi", "bổ sung", "thay thế", "bãi bỏ", "bỏ", "điều chỉnh")
# Before a verb they order nothing of their own: "Nay bãi bỏ …", "Thống nhất sửa đổi …".
OPENERS = ("nay", "xin", "thống nhất")
# What a verb of the table begins without being one: "sửa chữa", "thay mặt", "bỏ phiếu".
NO_VERB_BEFORE = ("chữa", "mặt", "phiếu", "trừ")
# What else an order begins with: words used for others, places, words that are changed.
BEFORE_ORDERS = (
    "dùng", "lấy", "không", "tại", "trong", "ở", "về", "đối với", "sau", "trước", "giữa", "cuối", "từ",
    "ngay", "liền", "tiếp", "toàn bộ", "riêng", "nội dung", "để", "nhằm", "các", "những", "tất cả", "mọi",
    "cả", "hai", "điều", "khoản", "điểm", "tiết", "mục", "chương", "phần", "phụ lục", "mẫu", "biểu", "số",
    "tạm", "ý", "dòng", "tên", "chức danh", "mức", "thời hạn", "tiêu đề", "đoạn", "câu", "dấu", "gạch",
    "cụm từ", "chữ", "cột", "ô", "tiểu",
    "giữ", "đính", "cũng", "vẫn", "hợp", "ghép", "xen", "đặt", "đưa", "nối", "viết", "ghi", "rút", "nâng",
    "bớt", "đảo", "hoán", "giảm", "tăng", "hạ", "chèn", "cắt", "loại", "gạch", "đánh", "sắp", "lùi", "kéo",
)  # fmt: skip
# Acts with articles of their own that issue another text.
ISSUING_KINDS = ("Quyết định", "Nghị quyết")
# Texts that a decision issues and that are amended by their own articles (docs/field.md 3.5).
ATTACHED_KINDS = (
    "quy chế",
    "quy định",
    "điều lệ",
    "nội quy",
    "quy trình",
    "quy ước",
    "hướng dẫn",
    "chương trình",
    "đề án",
    "kế hoạch",
    "chiến lược",
    "phương án",
)


def verb_of(words: str) -> Verb:
    """Give what a verb orders, by its first words; "sửa đổi" anywhere in it amends."""
    plain = " ".join(words.lower().split())
    if any(verb in plain for verb in ("sửa đổi", "điều chỉnh")):
        return Verb.AMEND
    return max(
        ((start, verb) for start, verb in VERBS if plain.startswith(start)),
        key=lambda pair: len(pair[0]),
        default=("", Verb.AMEND),
    )[1]
