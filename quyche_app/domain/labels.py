"""Labels of provisions: their order, what follows, Roman numbers and ordinals in words.

The order of siblings comes from here only (10 after 2, đ after d). Source: docs/field.md 3.2.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quyche_app.domain.patterns import late

# 23 letters; no f, j, w, z; no ă, â, ê, ô, ơ, ư (docs/field.md 3.2).
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
_POINT_RANK = {letter: number for number, letter in enumerate(POINT_LETTERS, 1)}
# Letters of lists typed in Latin order stand between their neighbours: e < e1 < f < g.
_LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LATIN_BEHIND = {"f": "e", "j": "i", "w": "v", "z": "y"}
_BEHIND_INSERTED = 900

_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN = late(r"(?=[IVXLC])(?:XC|XL|L?X{0,4}|C{0,3})(?:IX|IV|V?I{0,4})$")
ORDINAL_WORDS = {
    "nhất": 1,
    "hai": 2,
    "nhì": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
    "mười ba": 13,
    "mười bốn": 14,
    "mười lăm": 15,
}
_PIECES = late(r"\d+|[^\W\d_]+")

SortKey = tuple[int, ...]


def roman_value(text: str) -> int | None:
    """Give the value of a Roman number in capitals, or None ("Chương C" is one, "Chương Các" not)."""
    if not _ROMAN.match(text):
        return None
    total = 0
    for char, following in zip(text, text[1:] + " ", strict=True):
        value = _ROMAN_DIGITS[char]
        total += -value if _ROMAN_DIGITS.get(following, 0) > value else value
    return total


def _letter_key(letter: str) -> SortKey:
    """Give the sort key of one letter: (1,) for a; (99,) for what is no letter of a point."""
    before = _LATIN_BEHIND.get(letter)
    if before is not None:
        return _POINT_RANK[before], _BEHIND_INSERTED
    return (_POINT_RANK.get(letter, 99),)


def missing_between(before: str, after: str) -> tuple[str, ...]:
    """Give the labels that should stand between two siblings: ("d", "e") → ("đ",), ("2", "5") →
    ("3", "4"). Nothing when they are neighbours or of different kinds."""
    first, last = number_of(before), number_of(after)
    if before.isdigit() and after[:1].isdigit():
        return tuple(str(number) for number in range(first + 1, last))
    if before[:1] in POINT_LETTERS and after[:1] in POINT_LETTERS:
        return tuple(POINT_LETTERS[first : last - 1])
    return ()


@lru_cache(maxsize=4096)
def order_of(label: str) -> SortKey:
    """Give the sort key of a label among its siblings: 1 < 1a < 1b < 2; d < đ < đ1 < e; V < Va.

    Example: "14a" → (14, 1); "đ1" → (5, 1); "VIIa" → (7, 1); "1.10" → (1, 10); "thứ hai" → (2,)
    """
    text = label.strip()
    if text.lower().startswith("thứ "):
        return (ORDINAL_WORDS.get(text[4:].lower(), 99),)
    key: list[int] = []
    for number, piece in enumerate(_PIECES.findall(text)):
        if piece.isdigit():
            key.append(int(piece))
            continue
        if number == 0:
            roman = re.match(r"[IVXLC]+", piece)
            value = roman_value(roman.group()) if roman else None
            if roman and value is not None:
                key.append(value)
                piece = piece[roman.end() :]
        for letter in piece:
            key += _letter_key(letter.lower())
    return tuple(key)


def number_of(label: str) -> int:
    """Give the first number of a label's sort key: "14a" → 14; "đ1" → 5; "VIIa" → 7; "2.3" → 2."""
    return order_of(label)[0]


def follows(label: str, previous: str | None) -> bool:
    """Tell whether a label may come directly after its sibling: 2 or 1a after 1, đ or d1 after d.

    ``previous`` None means first: 1, a, i, I (or an inserted 1a before them).
    """
    order = order_of(label)
    if previous is None:
        return order[:1] == (1,)
    before = order_of(previous)
    if order > before and order[0] - before[0] <= 1:
        return True
    # Nearly every label of a text is answered above.
    if len(label) == 1 and len(previous) == 1:
        return False
    return _place_in_typed_list(label) == _place_in_typed_list(previous) + 1


def comes_next(label: str, previous: str) -> bool:
    """Tell whether a label is the next one behind its sibling, or one put in there: 4, 3a and 3b after 3;
    4.4 after 4.3, not 4.6."""
    above, dot, own = label.rpartition(".")
    if dot and previous.startswith(f"{above}."):
        return comes_next(own, previous.rpartition(".")[2])
    return follows(label, previous) or number_of(label) == number_of(previous)


@lru_cache(maxsize=512)
def _place_in_typed_list(label: str) -> int:
    """Give the place of a label in a list that is no Vietnamese one, or 0: "z" → 26, "aa" → 27,
    "bb" → 28, as word processors go on after z; "iii" → 103 for small Roman numbers."""
    if label in ("z", "y"):
        return 26
    if len(label) == 2 and label[0] == label[1] and label[0] in _LATIN_LETTERS:
        doubled = 27 + _LATIN_LETTERS.index(label[0])
        return 102 if label == "ii" else doubled
    value = roman_value(label.upper()) if label.islower() else None
    return 100 + value if value is not None else 0


def next_letter(letter: str) -> str | None:
    """Give the letter that follows in a list of points, or None after y."""
    place = POINT_LETTERS.find(letter)
    return POINT_LETTERS[place + 1] if 0 <= place < len(POINT_LETTERS) - 1 else None


def expand_range(first: str, last: str) -> list[str]:
    """Give the labels from first to last, both included; empty when they do not form a range.

    Example: ("112", "116") → 112 … 116; ("a", "đ") → a b c d đ; ("1.8", "1.10") → 1.8 1.9 1.10.
    Source: docs/field.md 3.7.
    """
    above, dot, own = first.rpartition(".")
    if dot and last.startswith(f"{above}."):
        return [f"{above}.{label}" for label in expand_range(own, last.rpartition(".")[2])]
    if first.isdigit() and last.isdigit():
        start, end = int(first), int(last)
        return [str(n) for n in range(start, end + 1)] if start <= end <= start + 500 else []
    start, end = POINT_LETTERS.find(first), POINT_LETTERS.find(last)
    return list(POINT_LETTERS[start : end + 1]) if 0 <= start <= end else []
