"""Slips of typing and of scanning in the words that orders stand on: "Khỏan 3", "sủa đổi", "bồ xung".

A word of orders that has the right letters and the wrong marks is mended, where nothing else can be
meant; whoever reads it says so. Source: docs/field.md 4.8 (mistyped labels are read with the correction
named).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from quyche_app.domain.patterns import late
from quyche_app.language.lexer import quotes

# The right words, and where it takes more than their letters to know them.
_WORDS = (
    ("sửa đổi", ""),
    ("bổ sung", ""),
    ("bãi bỏ", ""),
    ("hủy bỏ", ""),
    ("thay thế", ""),
    ("cụm từ", ""),
    ("như sau", ""),
    ("sửa lại", r"(?=\s+(?:la|nhu|thanh)\b)"),
    ("sửa thành", ""),
    ("khoản", r"(?=\s+\d)"),
    ("điều", r"(?=\s+[\dli])"),
    ("điểm", r"(?=\s+[a-z]\b)"),
    ("phụ lục", ""),
)
_ALSO_RIGHT = ("huỷ bỏ",)  # the other place of the tone mark
_BETWEEN_QUOTATIONS = "bằng"
# Letters that are wrong, not marks alone; the words they stand in show what is meant.
_LETTERS = (
    (r"(?<=điều )[lI](?=\d)", "1"),
    (r"(?<=\d)[lI](?=\s|[,.;:]|$)", "1"),
    (r"khỏang(?=\s+\d)", "khoản"),
    (r"^điều kh[ỏoõả]+[aả]?n(?=\s+\d+ điều)", "khoản"),
    (r"b[ổồỗôỏộo] x[uưù]ng", "bổ sung"),
)
_LETTER_PATTERNS = tuple((late(pattern, re.IGNORECASE), right) for pattern, right in _LETTERS)
_MAY_HAVE_LETTERS = late(r"[lI]\d|\d[lI]|khỏan|điều kh|b\w xu", re.IGNORECASE)


def _bare(words: str) -> str:
    decomposed = unicodedata.normalize("NFD", words.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).lower()


_VIETNAMESE = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_BARE = str.maketrans({char: _bare(char) for char in _VIETNAMESE + _VIETNAMESE.upper()})
_RIGHT = {_bare(right): right for right, _ in _WORDS}
_BARE_PATTERN = late(
    "|".join(rf"\b{_bare(right).replace(' ', ' +')}\b{there}" for right, there in _WORDS)
)
_FIRST = late(rf"(?:{'|'.join(sorted({_bare(right).split()[0] for right, _ in _WORDS}))})\b")
_BARE_BETWEEN = late(rf"^\s*{_bare(_BETWEEN_QUOTATIONS)}\s+(?:(?:cum tu|tu|chu)\s+)?$")


class Mended(NamedTuple):
    """Words with their slips put right; ``slips``: (as typed, as read), each once."""

    text: str
    slips: tuple[tuple[str, str], ...]


def may_begin_with_slip(text: str) -> bool:
    """Tell whether the first word may be one of those that are mended."""
    return _FIRST.match(text[:12].translate(_BARE).lower()) is not None


@lru_cache(maxsize=64)
def mended(text: str) -> Mended:
    """Give words with the slips of typing put right; what stands in quotation marks stays. Several rules
    look at one sentence."""
    slips: dict[tuple[str, str], None] = {}
    for start, end, right in sorted(_slips(text), reverse=True):
        typed = text[start:end]
        new = right[:1].upper() + right[1:] if typed[:1].isupper() else right
        slips[typed, new] = None
        text = f"{text[:start]}{new}{text[end:]}"
    return Mended(text, tuple(slips))


def _slips(text: str) -> Iterator[tuple[int, int, str]]:
    """Where slips stand, and what is right; those of letters win over those of marks."""
    taken: list[tuple[int, int]] = []
    stretches = list(_outside_quotations(text))
    if _MAY_HAVE_LETTERS.search(text):
        for start, end, right in _wrong_letters(text, stretches):
            taken.append((start, end))
            yield start, end, right
    bare = text.translate(_BARE).lower()
    for number, (first, last) in enumerate(stretches):
        for found in _BARE_PATTERN.finditer(bare, first, last):
            typed = text[found.start() : found.end()].lower()
            right = _RIGHT[" ".join(found.group().split())]
            is_new = not any(start < found.end() and found.start() < end for start, end in taken)
            if is_new and " ".join(typed.split()) not in (right, *_ALSO_RIGHT):
                yield found.start(), found.end(), right
        if number and last < len(text) and _BARE_BETWEEN.match(bare[first:last]):
            start = first + bare[first:last].index(_bare(_BETWEEN_QUOTATIONS))
            end = start + len(_BETWEEN_QUOTATIONS)
            if text[start:end].lower() != _BETWEEN_QUOTATIONS:
                yield start, end, _BETWEEN_QUOTATIONS


def _wrong_letters(text: str, stretches: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    for pattern, right in _LETTER_PATTERNS:
        for found in pattern.finditer(text):
            if any(first <= found.start() and found.end() <= last for first, last in stretches):
                yield found.start(), found.end(), right


def _outside_quotations(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for start, end, _ in quotes(text):
        yield position, start
        position = end
    yield position, len(text)
