"""The numbers of a text without articles as its orders name them: "số 2, phần III", "Mục IV, số 3; số 5".

Where a sentence names a Roman number, "số" beside it is a number of the text; elsewhere it is that of an act,
of a row or of a form. Source: docs/field.md 3.4.
"""

from __future__ import annotations

import re

from quyche_app.domain.patterns import late
from quyche_app.language.lexer import changed_outside_quotes, outside_quotes

_ROMAN = late(r"\b(?:phần|mục)\s+(?-i:[IVX]{1,5})\b(?!\.\d)", re.IGNORECASE)
_OF_SOMETHING_ELSE = "".join(
    f"(?<!{word} )"
    for word in (
        "thứ tự", "dòng", "hàng", "định", "chế", "mẫu", "biểu", "lục", "luận", "văn", "bảng", "cột", "lệnh",
        "thị", "báo", "trình", "tờ", "án", "hoạch", "các", "đổi", "lấy", "mang", "đánh", "còn", "con", "vì",
    )
)  # fmt: skip
_NUMBER = late(
    rf"(?<!\w){_OF_SOMETHING_ELSE}(?P<word>số)\s+(?P<number>\d{{1,2}}[a-zđ]?)(?!\s*(?:ngày|%)|[\w/-]|\.\w)",
    re.IGNORECASE,
)
_SO_MANY = late(
    r"\b(?P<count>một|hai|ba|bốn|0?\d)\s+số(?=\s*(?:như sau|sau)?\s*:|\s*$)", re.IGNORECASE
)


def with_clauses(text: str) -> str:
    """Give a sentence with the numbers of such a text called as those of an article are: "khoản"."""
    if "số" not in text.lower() or not outside_quotes(_ROMAN, text):
        return text
    text = changed_outside_quotes(_SO_MANY, lambda found: f"{found['count']} khoản", text)
    return changed_outside_quotes(_NUMBER, _clause, text)


def _clause(found: re.Match[str]) -> str:
    word = "Khoản" if found["word"][0].isupper() else "khoản"
    return f"{word} {found['number']}"
