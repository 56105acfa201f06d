"""Pieces of patterns that several tables of turns of phrase share, and what a row of such a table is."""

from __future__ import annotations

import re
from typing import NamedTuple

from quyche_app.domain.patterns import late

QUOTED = r"(?=[“„«\"])"
# "(cả hai điểm)", behind a provision that goes as a whole.
ALL_PARTS = (
    r"\(\s*(?:gồm\s+)?cả\s+(?P<count>hai|ba|bốn|năm|sáu|0?\d)\s+(?P<parts>khoản|điểm|tiết)\s*\)"
)
BETWEEN = r"(?:[^“”«»\"]|[“«\"][^“”«»\"]*[”»\"])*"
AMENDED = r"(?:điều chỉnh|sửa đổi|sửa)(?:,?\s+bổ sung)?"
UNIT = r"(?:điều|khoản|điểm|tiết|mục|chương|phần)"
PART = r"(?:khoản|điểm|tiết|gạch đầu dòng|đoạn|câu|ý)"


class Plainer(NamedTuple):
    """Words and what is read in their place.

    Attributes:
        hints: one of them stands in whatever the pattern finds, in small letters: looked for first,
            since most sentences have none of these turns.
    """

    hints: tuple[str, ...]
    pattern: re.Pattern[str]
    plain: str


def plainer(*table: tuple[str, str, str]) -> tuple[Plainer, ...]:
    """Give the rows of a table: hints with a stroke between them, a pattern, what is read in its place."""
    return tuple(
        Plainer(tuple(hints.split("|")), late(pattern, re.IGNORECASE), plain)
        for hints, pattern, plain in table
    )
