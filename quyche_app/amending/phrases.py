"""Finding words in a text: whole syllables, exact first, then without regard to case, to where the
tone mark stands, or to spaces beside punctuation. Source: docs/field.md 4.5.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from quyche_app.domain.patterns import late
from quyche_app.domain.texts import CAPITALS, is_syllable_border, syllable_key

_PIECE = late(r"\w+|[^\w\s]|\s+")
_BETWEEN = "\0"  # between the keys of pieces; no text holds it


@dataclass(frozen=True, slots=True)
class Match:
    """Characters ``start`` to ``end`` (0-based, end excluded).

    Attributes:
        exact: the very same letters, the capital of a sentence's first word and the place of tone marks
            (hoà = hòa, docs/field.md 4.5, rule 3) aside.
        capital: the words stand at the head of a sentence with a capital that they lack.
    """

    start: int
    end: int
    exact: bool
    capital: bool = False


def find_words(text: str, words: str) -> list[Match]:
    """Give every occurrence of words in a text that begins and ends at syllable borders.

    Exact ones when there are any; otherwise those that differ only in case, in the place of tone
    marks, in the form of quotes and dashes, or in spaces beside punctuation.
    """
    if not words:
        return []
    exact = [Match(start, end, True) for start, end in _whole(text, words)]
    if words[0].islower():
        capital = words[0].upper() + words[1:]
        exact += [
            Match(start, end, True, True)
            for start, end in _whole(text, capital)
            if _SENTENCE_HEAD.search(text[:start])
        ]
    if exact:
        return sorted(exact, key=lambda match: match.start)
    return _stretches(text, words) if GAP in words else _loosely(text, words)


GAP = " … "  # "đoạn từ “A” đến “B”": from the first words to the last


def _stretches(text: str, words: str) -> list[Match]:
    """The only stretch that begins and ends with given words; none where either stands several times."""
    first, _, last = words.partition(GAP)
    begins = find_words(text, first)
    if not last:  # to the end of the paragraph that begins so
        return [Match(0, len(text), begins[0].exact)] if begins and begins[0].start == 0 else []
    ends = [one for begin in begins[:1] for one in find_words(text, last) if one.start >= begin.end]
    if len(begins) != 1 or len(ends) != 1:
        return []
    return [Match(begins[0].start, ends[0].end, begins[0].exact and ends[0].exact)]


_SENTENCE_HEAD = late(r"(?:^|[.!?:;]\s)[\s“\"(–+-]*$")


def _whole(text: str, words: str) -> list[tuple[int, int]]:
    return [
        (start, start + len(words))
        for start in _positions(text, words)
        if is_syllable_border(text, start) and is_syllable_border(text, start + len(words))
    ]


# "Huyện ủy" in "Huyện ủy viên", "Bí thư" in "Phó Bí thư".
_GOES_ON_AS_WORD = late(r"(?<=ủy|uỷ)\s+viên\b", re.IGNORECASE)
# "Tạ Văn Nam" in "Tạ Văn Nam Anh": every syllable of a person's name is large.
_PERSON = late(rf"[{CAPITALS}]\w*(?: [{CAPITALS}]\w*){{1,4}}")
_GOES_ON_AS_NAME = late(rf" [{CAPITALS}]\w*")
# "ngày 20" in "ngày 20/11", "2" in "2/3"
_GOES_ON_AS_NUMBER = late(r"\s?/\s?\d")
_BEGAN_AS_NUMBER = late(r"\d\s?/\s?$")
_BEGAN_AS_WORD = late(r"\b(?:phó|nguyên|quyền)\s+$", re.IGNORECASE)


def is_in_longer_word(text: str, start: int, end: int) -> bool:
    """Tell whether the stretch from ``start`` to ``end`` is a piece of an office or a person's name, of a
    date or a fraction: "Huyện ủy" in "Huyện ủy viên", "ngày 20" in "ngày 20/11"."""
    if _GOES_ON_AS_WORD.match(text, end) or _BEGAN_AS_WORD.search(text[:start]):
        return True
    words = text[start:end]
    if _PERSON.fullmatch(words) and not words.isupper() and _GOES_ON_AS_NAME.match(text, end):
        return True
    behind, before = _GOES_ON_AS_NUMBER.match(text, end), _BEGAN_AS_NUMBER.search(text[:start])
    return bool(behind and text[end - 1].isdigit()) or bool(before and text[start].isdigit())


def splits_name(old: str, new: str, behind: str) -> bool:
    """Tell whether new words that say more come into the middle of a name: "Phó Bí thư chuyên trách" for
    "Phó Bí thư" before "Thường trực"."""
    return new.startswith(f"{old} ") and _GOES_ON_AS_NAME.match(behind) is not None


def _positions(text: str, words: str) -> list[int]:
    found, start = [], text.find(words)
    while start >= 0:
        found.append(start)
        start = text.find(words, start + len(words))
    return found


class _Keyed(NamedTuple):
    """The pieces of a text, and their keys as one string, so that long words cost no more to find than
    short ones; ``ends``: where each key ends in it."""

    pieces: list[tuple[int, int, str]]
    ends: list[int]
    whole: str


@lru_cache(maxsize=4096)  # orders for the whole text look at every paragraph of it again
def _keyed(text: str) -> _Keyed:
    pieces = _pieces(text)
    keys = [key for _, _, key in pieces]
    ends = list(accumulate(len(key) + len(_BETWEEN) for key in keys))
    return _Keyed(pieces, ends, _BETWEEN.join(["", *keys, ""]))


def _loosely(text: str, words: str) -> list[Match]:
    wanted = _keyed(words)
    if not wanted.pieces:
        return []
    pieces, ends, whole = _keyed(text)
    found = []
    at = whole.find(wanted.whole)
    while at >= 0:
        first = bisect_right(ends, at)
        last = first + len(wanted.pieces) - 1
        start, end = pieces[first][0], pieces[last][1]
        if is_syllable_border(text, start) and is_syllable_border(text, end):
            found.append(Match(start, end, _is_same_writing(text[start:end], words)))
        at = whole.find(wanted.whole, ends[last])
    return found


def _is_same_writing(one: str, other: str) -> bool:
    """Whether two stretches differ in nothing but the place of tone marks."""
    left, right = _PIECE.findall(one), _PIECE.findall(other)
    return [*map(syllable_key, left)] == [*map(syllable_key, right)]


def _pieces(text: str) -> list[tuple[int, int, str]]:
    """Words, marks and spaces with their places; spaces beside a mark are left out."""
    pieces = [(m.start(), m.end(), _loose(m.group())) for m in _PIECE.finditer(text)]
    kept = []
    for number, piece in enumerate(pieces):
        if piece[2] == " ":
            beside = [*pieces[max(0, number - 1) : number], *pieces[number + 1 : number + 2]]
            if any(key in _SPACED for _, _, key in beside):
                continue
        kept.append(piece)
    return kept


_SPACED = ",;:()"


def _loose(piece: str) -> str:
    if piece.isspace():
        return " "
    if piece in '“”„«»"':
        return '"'
    if piece in "–—-−":
        return "-"
    return syllable_key(piece.lower())


_OPEN = ' (“"/-'
_STOPS = ",;.:"


def joined_words(before: str, new: str, after: str) -> tuple[str, str]:
    """Put new words behind a stretch of text; give that text and what of ``after`` stays behind it.

    Two words never touch, a space never doubles and never stands before a mark; otherwise the words
    are taken as quoted (docs/field.md 4.5, rule 5).
    """
    if not new:
        if after[:1] == " " and (not before or before[-1] == " "):
            after = after[1:]
        if before.endswith(" ") and (not after or after[0] in _STOPS):
            before = before[:-1]
        return before, after
    if before:
        if before[-1] == " ":
            new = new.lstrip(" ")
            if new[:1] in _STOPS:
                before = before.rstrip(" ")
        elif (new[0].isalnum() or new[0] in "(“") and before[-1] not in _OPEN:
            before += " "
    if after:
        if after[0] == " ":
            new = new.rstrip(" ")
        elif (after[0].isalnum() or after[0] in "(“") and new[-1] not in _OPEN:
            new += " "
    return before + new, after
