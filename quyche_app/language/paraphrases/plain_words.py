"""Ways of saying that mean no more than a plainer one: "Đ.2, k.1", "con số “A” nâng lên “B”", "Cũng Điều 2".

Orders are read in the plain words; nothing in quotation marks is looked at. A table for each subject stands
beside this file; a row sees what the rows before it made. Source: docs/field.md 4.1, 4.5.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quyche_app.domain.patterns import late
from quyche_app.domain.texts import capital
from quyche_app.language.lexer import changed_outside_quotes, quotes
from quyche_app.language.paraphrases import (
    asides,
    new_provisions,
    numbers,
    places,
    wordings,
    words,
)
from quyche_app.language.roman_texts import with_clauses
from quyche_app.language.topic_heads import without_head

_TABLE = (
    *new_provisions.TABLE,
    *wordings.TABLE,
    *asides.TABLE,
    *words.TABLE,
    *places.TABLE,
    *numbers.TABLE,
)
# Few rows have a hint that a sentence holds, and one hint is that of several rows.
_ROWS_OF_HINT = {
    hint: [number for number, row in enumerate(_TABLE) if hint in row.hints]
    for hint in sorted({hint for row in _TABLE for hint in row.hints})
}


@lru_cache(maxsize=1024)
def plain_words(text: str) -> str:
    """Give a sentence with its turns of phrase in plainer words. One sentence is asked several times."""
    has_capital = text[:1].isupper()
    text = without_head(with_clauses(_with_digits(text)))
    left = _rows_hinted(text, 0)
    while left:
        number = left.pop(0)
        row = _TABLE[number]
        if row.pattern.search(text):
            text = _changed(row.pattern, row.plain, text)
            left = _rows_hinted(text, number + 1)  # what it made may hold other hints
    return capital(text) if has_capital else text


def _rows_hinted(text: str, first: int) -> list[int]:
    """The rows from a number on of which a hint stands in a text, in their order."""
    small = text.lower()
    hinted = {row for hint, rows in _ROWS_OF_HINT.items() if hint in small for row in rows}
    return sorted(row for row in hinted if row >= first)


_WORDS_OF_NUMBERS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_NUMBER_WORD = rf"(?:{'|'.join(_WORDS_OF_NUMBERS)}|tư)"
# "Các khoản hai, ba của Điều 5", "thành khoản hai, ba"
_LISTED = late(
    rf"\b(?P<unit>(?:các\s+)?(?:khoản|điểm|điều))\s+(?P<list>{_NUMBER_WORD}(?:(?:,\s*"
    rf"|\s+và\s+){_NUMBER_WORD})+)"
    r"\b(?!\s+(?:(?:lần|ngày|tháng|năm|người|câu|đoạn)\b|(?:khoản|điểm|điều)\s+(?![\da-zđ]\w?\b)))",
    re.IGNORECASE,
)
_ONE_NUMBER = late(rf"\b{_NUMBER_WORD}\b", re.IGNORECASE)


def _with_digits(text: str) -> str:
    """Several numbers in words as digits: one alone is read by the table."""
    return changed_outside_quotes(_LISTED, _digits, text)


def _digits(found: re.Match[str]) -> str:
    numbers = _ONE_NUMBER.sub(lambda one: str(_number(one.group().lower())), found["list"])
    return f"{found['unit']} {numbers}"


def _number(word: str) -> int:
    return _WORDS_OF_NUMBERS.index("bốn" if word == "tư" else word) + 1


def _changed(pattern: re.Pattern[str], plain: str, text: str) -> str:
    inside = [(start, end) for start, end, _ in quotes(text)]
    for found in reversed(list(pattern.finditer(text))):
        if not any(start < found.start() < end - 1 for start, end in inside):
            text = f"{text[: found.start()]}{found.expand(plain)}{text[found.end() :]}"
    return text
