"""Names of issuing bodies as running text writes them: "TỈNH ỦY SÔNG LÀNH" is "Tỉnh ủy Sông Lành".

Source: NĐ 30/2020, phụ lục II, mục IV (names of bodies and organisations).
"""

from __future__ import annotations

import re

from quyche_app.domain.texts import capital

# Longest first where one begins another; what follows one of these is another body or a proper name.
_BODIES = (
    "Ban Chấp hành Trung ương",
    "Ban Chấp hành Đảng bộ",
    "Ban Thường vụ Quốc hội",
    "Ban Thường vụ",
    "Ủy ban Thường vụ Quốc hội",
    "Ủy ban nhân dân",
    "Uỷ ban nhân dân",
    "Ủy ban Kiểm tra",
    "Uỷ ban Kiểm tra",
    "Hội đồng nhân dân",
    "Hội đồng Bộ trưởng",
    "Mặt trận Tổ quốc",
    "Tòa án nhân dân",
    "Viện kiểm sát nhân dân",
    "Văn phòng",
    "Đoàn đại biểu Quốc hội",
    "Thủ tướng Chính phủ",
    "Chính phủ",
    "Quốc hội",
    "Bộ Chính trị",
    "Ban Bí thư",
    "Chủ tịch nước",
    "Đảng bộ",
    *(
        f"{level} {mark}"
        for level in ("Đảng", "Tỉnh", "Thành", "Huyện", "Quận", "Thị", "Chi")
        for mark in ("ủy", "uỷ")
    ),
)
_LEVELS = ("thành phố", "thị trấn", "thị xã", "đặc khu", "tỉnh", "huyện", "quận", "xã", "phường")
_FIELDS = ("Bộ", "Sở", "Ban", "Cục", "Vụ", "Tổng cục", "Kiểm toán", "Thanh tra", "Ngân hàng")
_LINKS = ("và", "về", "của", "cho")


def issuer_in_text(issuer: str) -> str:
    """Give the name as a sentence has it; a name not all in capitals stays as it was written."""
    if not issuer.isupper():
        return issuer
    rest, words = issuer.lower(), []
    while rest:
        body = _opening(rest, _BODIES)
        if body:
            words.append(body)
            rest = rest[len(body) :].lstrip()
            continue
        level = _opening(rest, _LEVELS)
        if level:
            words.append(level)
            rest = rest[len(level) :].lstrip()
            continue
        field = _opening(rest, _FIELDS)
        words.append(f"{field} {_field_name(rest[len(field) :])}" if field else _proper(rest))
        break
    text = " ".join(words).strip()
    return capital(text)


def _opening(rest: str, names: tuple[str, ...]) -> str:
    return next((n for n in names if re.match(rf"{re.escape(n.lower())}\b", rest)), "")


def _field_name(words: str) -> str:
    """Only the first syllable of each field is large: "Khoa học và Công nghệ"."""
    out, opens = [], True
    for word in words.split():
        out.append(word.capitalize() if opens and word not in _LINKS else word)
        opens = word in _LINKS or word.endswith(",")
    return " ".join(out)


def _proper(words: str) -> str:
    return " ".join(word if word in _LINKS else word.capitalize() for word in words.split())
