"""Slips of typing and of scanning in the words that orders stand on: "Khỏan 3", "sủa đổi", "bồ sung".

Only words that mean nothing else there are mended; whoever reads them says so. Source: docs/field.md
4.8 (mistyped labels are read with the correction named).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from quyche_app.domain.patterns import late

_WRONG = (
    (r"kh(?:ỏan|ỏang|oãn|õan|oán|oàn|ỏản)(?=\s+\d)", "khoản"),
    (r"^điều kh[ỏoõả]+[aả]?n(?=\s+\d+ điều)", "khoản"),
    (r"(?:đ(?:iễm|ỉêm|iẻm|iêm)|điềm)(?=\s+[a-zđ]\b)", "điểm"),
    (r"(?:d(?:iều)|đ(?:iêu|ièu|iếu|ìêu))(?=\s+\d)", "điều"),
    (r"(?<=điều )[lI](?=\d)", "1"),
    (r"(?<=\d)[lI](?=\s|[,.;:]|$)", "1"),
    (r"s(?:ủa|ữa|ưa|ừa|ứa)(?=\s+(?:đổi|đồi|lại|thành|là))", "sửa"),
    (r"(?<=sửa )lai(?=\s+(?:là|như|thành))", "lại"),
    (r"(?<=sửa )(?:đồi|đỗi|đôi)", "đổi"),
    (r"b(?:ồ|ỗ|ô|ỏ|ộ) sung", "bổ sung"),
    (r"b(?:ải|ãi) b(?:õ|ọ)(?=\s)|bải bỏ", "bãi bỏ"),
    (r"h(?:ũy|ữy|uỹ) bỏ", "hủy bỏ"),
    (r"(?<=” )băng(?= )", "bằng"),
)
_PATTERNS = tuple((late(pattern, re.IGNORECASE), right) for pattern, right in _WRONG)
_MAY = late(
    r"kh[ỏoõ][aáàãả]n|đi[êễẻềèế]m|đ[iỉì][êèế][um]|diều|[lI]\d|\d[lI]|s[ủữưừứ]a|đ[ồỗô]i|b[ồỗôỏộ] sung"
    r"|b[ải|ãi]+ b[õọỏ]|h[ũữ]y|huỹ|băng|\blai\b",
    re.IGNORECASE,
)


_OPENS = late(r"[“„«\"]")


def may_begin_with_slip(text: str) -> bool:
    """Tell whether the first word may be one of those that are mended."""
    return _MAY.match(text) is not None


class Mended(NamedTuple):
    """Words with their slips put right; ``slips``: (as typed, as read), each once."""

    text: str
    slips: tuple[tuple[str, str], ...]


def mended(text: str) -> Mended:
    """Give words with the slips of typing put right; what stands in quotation marks stays."""
    opened = _OPENS.search(text)
    end = opened.start() if opened is not None else len(text)
    if not _MAY.search(text, 0, end):
        return Mended(text, ())
    head, rest = text[:end], text[end:]
    slips: dict[tuple[str, str], None] = {}
    for pattern, right in _PATTERNS:
        for found in reversed(list(pattern.finditer(head))):
            typed = found.group()
            if typed.casefold() == right.casefold():
                continue
            new = (
                right[:1].upper() + right[1:]
                if typed[:1].isupper() and right[:1].isalpha()
                else right
            )
            slips[typed, new] = None
            head = f"{head[: found.start()]}{new}{head[found.end() :]}"
    return Mended(head + rest, tuple(slips))
