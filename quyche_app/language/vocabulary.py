"""The words of acts that amend, as data: verbs, what is quoted, courtesy words.

A verb is added here; the lexer, the grammar and the forms with the place first read these tables.
Source: docs/field.md 4.1.
"""

from __future__ import annotations

from quyche_app.domain.operations import Verb

# How a verb begins → what it orders; the longest beginning counts.
VERBS: tuple[tuple[str, Verb], ...] = (
    ("đánh số lại", Verb.RENUMBER),
    ("sắp xếp lại", Verb.RENUMBER),
    ("đổi số thứ tự", Verb.RENUMBER),
    ("hoán đổi", Verb.RENUMBER),
    ("đổi", Verb.RENUMBER),
    ("sửa", Verb.AMEND),
    ("bổ sung, sửa", Verb.AMEND),
    ("điều chỉnh", Verb.AMEND),
    ("đính chính", Verb.AMEND),
    ("viết lại", Verb.AMEND),
    ("bổ sung", Verb.INSERT),
    ("thêm", Verb.INSERT),
    ("bãi bỏ", Verb.REPEAL),
    ("hủy bỏ", Verb.REPEAL),
    ("huỷ bỏ", Verb.REPEAL),
    ("loại bỏ", Verb.REPEAL),
    ("lược bỏ", Verb.REPEAL),
    ("xóa", Verb.REPEAL),
    ("xoá", Verb.REPEAL),
    ("bỏ", Verb.REPEAL),
    ("không thực hiện", Verb.REPEAL),
    ("không quy định", Verb.REPEAL),
    ("không còn phù hợp", Verb.REPEAL),
    ("thay", Verb.REPLACE),
    ("chuyển", Verb.MOVE),
    ("tách", Verb.SPLIT),
    ("gộp", Verb.MERGE),
    ("nhập", Verb.MERGE),
)
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
    if "sửa đổi" in plain:
        return Verb.AMEND
    return max(
        ((start, verb) for start, verb in VERBS if plain.startswith(start)),
        key=lambda pair: len(pair[0]),
        default=("", Verb.AMEND),
    )[1]
