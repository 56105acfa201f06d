"""Dates: ISO and Vietnamese forms, as read and as printed.

Printed: day always two digits, months 1 and 2 two digits (HD 05, I.4.2.2; docs/field.md 1.5).
"""

from __future__ import annotations

import re
from datetime import date

from quyche_app.domain.patterns import late

_WORDS = late(r"ngày\s+(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})\s+năm\s+(?P<y>\d{4})", re.IGNORECASE)
_SLASH = late(r"(?<!\d)(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})(?!\d)")
_ISO = late(r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)")


def _made(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None


def parse_date(text: str) -> date | None:
    """Give the date written as 2018-07-17, 17/7/2018 or "ngày 17 tháng 7 năm 2018"; else None."""
    for pattern in (_ISO, _SLASH, _WORDS):
        found = pattern.search(text)
        if found:
            return _made(found)
    return None


def find_dates(text: str) -> list[tuple[int, date]]:
    """Give every Vietnamese date of a text with the position where it begins, in text order."""
    found = [(m.start(), _made(m)) for pattern in (_WORDS, _SLASH) for m in pattern.finditer(text)]
    return sorted((at, day) for at, day in found if day is not None)


_AT_START = late(
    r"(?P<d>\d{1,2})\s*(?:\s+tháng\s+|[/.-])\s*(?P<m>\d{1,2})\s*(?:,?\s+năm\s+|[/.-])\s*(?P<y>\d{4})(?!\d)",
    re.IGNORECASE,
)


def date_at(text: str) -> tuple[date, int] | None:
    """Give the Vietnamese date that a text begins with ("01 tháng 4 năm 2026", "01/4/2026") and its
    length; None when it begins with none, or with a day that no calendar has (31/6/2026)."""
    found = _AT_START.match(text)
    made = _made(found) if found else None
    return (made, found.end()) if found and made else None


_DIGITS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
_ONES = {**_DIGITS, "mốt": 1, "tư": 4, "lăm": 5}


def small_number(words: str) -> int | None:
    """Give a number of days in digits or words: "10", "mười lăm", "bốn mươi lăm"; None = not known."""
    if words.isdigit():
        return int(words)
    match words.lower().split():
        case [one] if one in _DIGITS:
            return _DIGITS[one]
        case ["mười"]:
            return 10
        case ["mười", ones] if ones in _ONES:
            return 10 + _ONES[ones]
        case [tens, "mươi"] if tens in _DIGITS:
            return 10 * _DIGITS[tens]
        case [tens, "mươi", ones] if tens in _DIGITS and ones in _ONES:
            return 10 * _DIGITS[tens] + _ONES[ones]
        case _:
            return None


def short_date(day: date) -> str:
    """Give 05/7/2018, 12/01/2018."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


def long_date(day: date) -> str:
    """Give "ngày 05 tháng 7 năm 2018"."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"
