"""Amending acts without articles whose orders have no numbers either: "Quy chế số 03-QC/ĐTN được sửa các chỗ
sau đây:" / "- Phần I, mục 2: câu thứ hai bỏ." / "Quyết định này có hiệu lực từ ngày ký.".

What leads to the orders and what is said of effect are read as two articles whose labels are not printed, so
that nothing of such an act is taken for its head. Source: docs/field.md 4.1.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quyche_app.domain.line_labels import LineLabel
from quyche_app.domain.patterns import late
from quyche_app.domain.quotations import balance
from quyche_app.domain.units import UnitKind
from quyche_app.language.beginnings import is_order

_LEAD = late(
    r"(?!\s*(?:Căn cứ|Xét|Theo đề nghị|“)).*\b(?:sửa đổi|sửa|bổ sung|điều chỉnh|thay đổi|đính chính)\b[^“”]*"
    r"(?:như sau|sau đây|sau|dưới đây|cụ thể)\s*:\s*$",
    re.IGNORECASE | re.DOTALL,
)
_EFFECT = late(
    r"(?:Quyết định|Nghị quyết|Quy định|Thông báo|Kết luận|Hướng dẫn)(?:\s+liên tịch)?(?:\s+này)?\s+"
    r"(?:có hiệu lực|được thực hiện|thi hành)\b",
    re.IGNORECASE,
)
_DASHES = "-–+•* "


def unnumbered_articles(
    texts: Sequence[str], labels: Sequence[LineLabel | None]
) -> dict[int, LineLabel]:
    """Give the articles of such an act by the paragraphs they begin at; nothing for any other text."""
    lead = _place_of_lead(texts, labels)
    if lead is None:
        return {}
    begins = [lead, *_places_of_effect(texts, lead + 1)]
    return {
        at: LineLabel(UnitKind.ARTICLE, str(number), "", texts[at])
        for number, at in enumerate(begins, 1)
    }


def _place_of_lead(texts: Sequence[str], labels: Sequence[LineLabel | None]) -> int | None:
    """The paragraph that leads to orders without numbers, in an act without articles."""
    if any(label.is_strong_article for label in labels if label is not None):
        return None
    lead = next((at for at, text in enumerate(texts) if _LEAD.match(text)), None)
    if lead is None or lead + 1 >= len(texts):
        return None
    if any(labels[lead : lead + 2]):
        return None  # the lead or the first order has a number
    return lead if is_order(texts[lead + 1].lstrip(_DASHES)) else None


def _places_of_effect(texts: Sequence[str], first: int) -> list[int]:
    """The paragraph outside the quotations that tells of the effect of the act; none in some acts."""
    depth = 0
    for at in range(first, len(texts)):
        if depth == 0 and _EFFECT.match(texts[at]):
            return [at]
        depth = max(balance(texts[at], depth), 0)
    return []
