"""Finding words in a text: whole syllables, exact first, then without regard to case or to where
the tone mark stands. Source: domain.md 4.5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quyche_app.domain.texts import is_syllable_border, syllable_key

_PIECE = re.compile(r"\w+|[^\w\s]|\s+")


@dataclass(frozen=True, slots=True)
class Match:
    """Characters ``start`` to ``end`` (0-based, end excluded); ``exact`` = the very same letters."""

    start: int
    end: int
    exact: bool


def find_words(text: str, words: str) -> list[Match]:
    """Give every occurrence of words in a text that begins and ends at syllable borders.

    Exact ones when there are any; otherwise those that differ only in case, in the place of tone
    marks, or in the form of quotes and dashes.
    """
    if not words:
        return []
    exact = [
        Match(start, start + len(words), True) for start in _positions(text, words)
        if is_syllable_border(text, start) and is_syllable_border(text, start + len(words))
    ]
    if exact:
        return exact
    return _loosely(text, words)


def _positions(text: str, words: str) -> list[int]:
    found, start = [], text.find(words)
    while start >= 0:
        found.append(start)
        start = text.find(words, start + len(words))
    return found


def _loosely(text: str, words: str) -> list[Match]:
    wanted = [_loose(piece) for piece in _PIECE.findall(words)]
    if not wanted:
        return []
    pieces = [(m.start(), m.end(), _loose(m.group())) for m in _PIECE.finditer(text)]
    keys = [key for _, _, key in pieces]
    found, at = [], 0
    while at + len(wanted) <= len(keys):
        if keys[at : at + len(wanted)] == wanted:
            found.append(Match(pieces[at][0], pieces[at + len(wanted) - 1][1], False))
            at += len(wanted)
        else:
            at += 1
    return found


def _loose(piece: str) -> str:
    if piece.isspace():
        return " "
    if piece in "“”„«»\"":
        return '"'
    if piece in "–—-−":
        return "-"
    return syllable_key(piece.lower())


_OPEN = " (“\"/-"
_STOPS = ",;.:"


def joined_words(before: str, new: str, after: str) -> tuple[str, str]:
    """Put new words behind a stretch of text; give that text and what of ``after`` stays behind it.

    Two words never touch, a space never doubles and never stands before a mark; otherwise the words
    are taken as quoted (domain.md 4.5.5).
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
        elif new[0].isalnum() and before[-1] not in _OPEN:
            before += " "
    if after:
        if after[0] == " ":
            new = new.rstrip(" ")
        elif (after[0].isalnum() or after[0] in "(“") and new[-1] not in _OPEN:
            new += " "
    return before + new, after
