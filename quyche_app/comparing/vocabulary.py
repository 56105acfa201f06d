"""What words are compared by: citations masked, one character a word, and how alike two are."""

from __future__ import annotations

import re
from collections import Counter

from quyche_app.domain.texts import syllable_key

# What merely follows a renumbering: the numbers of cited provisions. Words are spelled out in each
# case: a pattern that begins with letters is searched five times as fast as one that ignores case.
_KINDS = ("tiểu mục", "điều", "khoản", "điểm", "chương", "mục", "phần", "tiết")
_CASES = "|".join(form for kind in _KINDS for form in (kind, kind.capitalize(), kind.upper()))
_LABEL = r"(?:[\divxlcIVXLC]+[a-zđ]?\d?|[a-zđ]\d{0,2}|này)(?![\wđ])"
_CITATION = re.compile(
    rf"(?P<kind>{_CASES})\s+{_LABEL}"
    r"(?:(?:,|\s+và|\s+hoặc|\s+đến)\s+(?:\d+[a-zđ]?|[a-zđ]\d{0,2})(?![\wđ]))*"
)
# How those words end: most provisions have nothing of it.
_MAY_CITE = re.compile("[ềảểụầếơỀẢỂỤẦẾƠ][umnctUMNCT][gG]? ")
_WORD = re.compile(r"[^\W_]+")
# The first character that stands for a word; surrogates are left out.
_FIRST, _SURROGATES, _SURROGATE_COUNT = 0x100, 0xD800, 0x800
# Fewer words than this say nothing by being contained in others.
_FEW = 4
# Words of one text times words of the other that are compared one by one. Longer provisions (ten pages
# and more) are told by runs of three words: the time grows with the length alone.
_MOST_WORDS = 5_000 * 5_000
_RUN = 3


def masked(text: str) -> str:
    """Give a text with the numbers of cited provisions taken out."""
    return _CITATION.sub(_kind_alone, text) if _MAY_CITE.search(text) else text


def _kind_alone(match: re.Match[str]) -> str:
    return match["kind"].lower() + " #"


class Vocabulary:
    """Gives every word of two texts one character, so that likeness is found on short strings.

    A word written in the other style of tone marks is the same word.
    """

    def __init__(self) -> None:
        self._chars: dict[str, str] = {}
        self._keys: dict[str, str] = {}

    def code(self, text: str) -> str:
        """Give the words of a text, each as its character."""
        chars = self._chars
        out = []
        for word in _WORD.findall(text.lower()):
            char = chars.get(word)
            if char is None:
                key = syllable_key(word)
                char = self._keys.get(key)
                if char is None:
                    number = _FIRST + len(self._keys)
                    char = chr(number if number < _SURROGATES else number + _SURROGATE_COUNT)
                    self._keys[key] = char
                chars[word] = char
            out.append(char)
        return "".join(out)


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """Give how alike two codes are, 0 to 1: the mean of the share of common words in order and of
    the share of the shorter one that the longer holds. Less than ``least`` may be given as 0."""
    from rapidfuzz.distance import LCSseq

    shorter, total = min(len(one), len(other)), len(one) + len(other)
    if not shorter:
        return 0.0
    per_word = 2 / total if shorter < _FEW else 1 / total + 0.5 / shorter
    if len(one) * len(other) > _MOST_WORDS:
        return min(1.0, _common_runs(one, other) * per_word)
    common = LCSseq.similarity(one, other, score_cutoff=int(least / per_word))
    return float(common * per_word)


def _common_runs(one: str, other: str) -> int:
    """How many runs of three words stand in both; as many words nearly stand in both in order."""
    runs = [
        Counter(code[at : at + _RUN] for at in range(len(code) - _RUN + 1)) for code in (one, other)
    ]
    return (runs[0] & runs[1]).total()
