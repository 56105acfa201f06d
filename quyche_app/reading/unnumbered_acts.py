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
    r"(?:có hiệu lực|được thực hiện|thực hiện từ|thi hành)\b",
    re.IGNORECASE,
)
_HEADING = late(
    r"(?:Về|Tại|Đối với)\s+(?:Điều|Chương|Mục|Phần|Phụ lục)\s+(?:\d{1,3}|[IVXLC]{1,5})\b[^“”:]{0,80}:"
)
_EFFECT_ELSEWHERE = late(
    r"(?:Các|Những) (?:nội dung|quy định|điều)[^.;“”]*(?:giữ nguyên|không thay đổi)(?:[.;]?\s*$"
    r"|\.\s+(?:Quyết định|Nghị quyết|Quy định|Thông báo|Kết luận) này "
    r"(?:có hiệu lực|thực hiện|được thực hiện))"
)
_DASHES = "-–+•* "


def unnumbered_articles(
    texts: Sequence[str], labels: Sequence[LineLabel | None]
) -> dict[int, LineLabel]:
    """Give the articles of such an act by the paragraphs they begin at; nothing for any other text."""
    lead = _place_of_lead(texts, labels)
    if lead is None:
        return {}
    effect = _places_of_effect(texts, lead + 1)
    articles = {
        at: LineLabel(UnitKind.ARTICLE, str(number), "", texts[at])
        for number, at in enumerate([lead, *effect], 1)
    }
    end = effect[0] if effect else len(texts)
    return articles | _headings(texts, lead + 1, end) | _bracketed(texts, labels, lead + 1, end)


def _headings(texts: Sequence[str], first: int, end: int) -> dict[int, LineLabel]:
    """The lines that only say which provision those under them are about, as clauses: "Về Điều 5 (Thường
    trực):" / "a) Bỏ câu cuối."."""
    depth, found = 0, list[int]()
    for at in range(first, end):
        if depth == 0 and _HEADING.match(texts[at]):
            found.append(at)
        depth = max(balance(texts[at], depth), 0)
    return {
        at: LineLabel(UnitKind.CLAUSE, str(number), "", texts[at])
        for number, at in enumerate(found, 1)
    }


def _bracketed(
    texts: Sequence[str], labels: Sequence[LineLabel | None], first: int, end: int
) -> dict[int, LineLabel]:
    """The orders that have their numbers in brackets, as clauses: "(1) Mục I, điểm 2 nay viết là:"."""
    depth, found = 0, dict[int, LineLabel]()
    for at in range(first, end):
        label = labels[at]
        if depth == 0 and label is not None and _is_bracketed(label, len(found) + 1):
            found[at] = label._replace(kind=UnitKind.CLAUSE)
        depth = max(balance(texts[at], depth), 0)
    return found


def _is_bracketed(label: LineLabel, number: int) -> bool:
    return label.prefix.startswith("(") and label.label == str(number)


def _place_of_lead(texts: Sequence[str], labels: Sequence[LineLabel | None]) -> int | None:
    """The paragraph that leads to orders without numbers, in an act without articles."""
    lead = next((at for at, text in enumerate(texts) if _LEAD.match(text)), None)
    if lead is None or lead + 1 >= len(texts):
        return None
    if not all(_is_announced(texts, at) for at in _articles(labels)):
        return None
    label = labels[lead + 1]
    if labels[lead] is not None or not (label is None or _is_bracketed(label, 1)):
        return None  # the lead or the first order has a number
    first = texts[lead + 1] if label is None else label.rest
    return lead if _HEADING.match(first) or is_order(first.lstrip(_DASHES)) else None


def _articles(labels: Sequence[LineLabel | None]) -> list[int]:
    return [at for at, one in enumerate(labels) if one is not None and one.is_strong_article]


def _is_announced(texts: Sequence[str], at: int) -> bool:
    """Whether an article is the new wording that a line with its number, right before it, announces: "Về Điều
    9: viết lại cả điều:" / "Điều 9. Cơ quan chuyên trách"."""
    before = texts[at - 1] if at else ""
    return (
        before.rstrip().endswith(":") and texts[at].split(".")[0].strip().lower() in before.lower()
    )


def tells_of_the_act(text: str) -> bool:
    """Tell a paragraph that says when the act takes effect or that the rest of the regulation stays."""
    return any(pattern.match(text) for pattern in (_EFFECT, _EFFECT_ELSEWHERE))


def _places_of_effect(texts: Sequence[str], first: int) -> list[int]:
    """The paragraph outside the quotations that tells of the effect of the act; none in some acts."""
    depth = 0
    for at in range(first, len(texts)):
        if depth == 0 and tells_of_the_act(texts[at]):
            return [at]
        depth = max(balance(texts[at], depth), 0)
    return []
