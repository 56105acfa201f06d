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
    if any(label is not None and label.is_strong_article for label in labels):
        return {}
    lead = next((at for at, text in enumerate(texts) if _LEAD.match(text)), None)
    if lead is None or lead + 1 >= len(texts) or labels[lead] is not None:
        return {}
    first = texts[lead + 1]
    if labels[lead + 1] is not None or not is_order(first.lstrip(_DASHES)):
        return {}
    begins = [lead]
    depth = 0
    for at in range(lead + 1, len(texts)):
        if depth == 0 and _EFFECT.match(texts[at]):
            begins.append(at)
            break
        depth = max(balance(texts[at], depth), 0)
    return {
        at: LineLabel(UnitKind.ARTICLE, str(number), "", texts[at])
        for number, at in enumerate(begins, 1)
    }
