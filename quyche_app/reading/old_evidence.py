"""Is a text written in an old font encoding? Words vote; a word that says nothing follows the others.

In: raw text and an encoding. Out: for every word whether it speaks for the old encoding or for
Unicode, and which words of a text are therefore to be converted. A word speaks for the reading in
which it is a Vietnamese syllable when it is none in the other: "tØnh" is one only as TCVN3, "tính"
only as Unicode, while "bé" (TCVN3 "bộ") may be both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from quyche_app.domain.patterns import late
from quyche_app.domain.syllables import is_syllable
from quyche_app.domain.texts import VOWELS
from quyche_app.reading.old_encodings import OldEncoding, knows, to_unicode, with_plain_codes

# Letters, and all signs that are letters in an old font or stand for one (U+00A1-U+00FF, mu, minus …).
_WORD = late(
    "(?:[A-Za-z\u00a1-\u024f\u0300-\u036f\u03bc\u1e00-\u1eff\u2219\uf0a1-\uf0ff]"
    "|(?<=[A-Za-z\u00a1-\u00ff])\u2212|\u2212(?=[A-Za-z\u00a1-\u00ff]))+"
)
# Vowels with every tone, and đ, in small letters.
VIETNAMESE = frozenset(VOWELS) | {"đ"}
# Signs that stand alone as themselves; as TCVN3 they would be letters that make no word alone.
_SIGNS = frozenset("©»¼½¾¹·×÷µ¡¢£¥¦\u00ad")
# A tone on the last letter of two: there is "uý" and "quí", but no "caù" (VNI for cá).
_MISPLACED = late("(?:(?<!q)[aăâeêoôơuư][ìíòóõùú]|[aăâeêoôơư]ý)$")
_UNITS = frozenset({"µm"})  # "5 µm" is no "àm"
# Clear is a text in which words of the old encoding are so many times those of Unicode.
_CLEAR_SHARE = 4
_CLEAR_WORDS = 3
_RULING_SHARE = 20
_CLEAR_STRETCH = 2  # different words side by side
_PROVEN_WORDS = 10  # in a file with so many old words a single one is no chance either


class Word(NamedTuple):
    """A word of a text: its place, and its vote: 1 = old, -1 = Unicode, 0 = may be both.

    Attributes:
        is_fixed: it holds letters that no text of the encoding can hold, or is a sign: it stays.
    """

    text: str
    start: int
    end: int
    vote: int = 0
    is_fixed: bool = False

    def judged(self, encoding: OldEncoding) -> Word:
        """Give the word with its vote, as if written in an encoding."""
        vote, is_fixed = _judged(self.text, encoding)
        return Word(self.text, self.start, self.end, vote, is_fixed)


@dataclass(frozen=True, slots=True)
class Votes:
    """How many words speak for the old encoding and for Unicode; ``sure`` ones of these can be no other."""

    old: int = 0
    unicode: int = 0
    sure: int = 0

    def __add__(self, other: Votes) -> Votes:
        return Votes(self.old + other.old, self.unicode + other.unicode, self.sure + other.sure)

    @property
    def is_ruling(self) -> bool:
        """Whether next to no word speaks for Unicode."""
        return self.is_clear and self.old >= _RULING_SHARE * self.unicode

    def within(self, everywhere: Votes) -> Votes:
        """Give the votes that count for a paragraph: its own where they decide, else with the file's."""
        most, least = max(self.old, self.unicode), min(self.old, self.unicode)
        is_decided = most >= max(_CLEAR_WORDS, _CLEAR_SHARE * least)
        return self if is_decided or (self.sure and not self.old) else self + everywhere

    @property
    def is_clear(self) -> bool:
        """Whether the text is old beyond doubt."""
        return self.old >= max(_CLEAR_WORDS, _CLEAR_SHARE * self.unicode)


def words_of(text: str) -> list[Word]:
    """Give the words of a text, not yet judged."""
    return [Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]


def votes_of(words: Iterable[Word]) -> Votes:
    """Give the votes of words."""
    # "CHÕ" is a word of Unicode, and CHẾ written with the small ế, as the plain fonts must.
    votes = [
        (word.vote, word.is_fixed)
        for word in words
        if word.vote > 0 or word.is_fixed or not word.text.isupper()
    ]
    sure = votes.count((-1, True))
    return Votes(votes.count((1, False)), votes.count((-1, False)) + sure, sure)


@lru_cache(maxsize=65536)
def _judged(word: str, encoding: OldEncoding) -> tuple[int, bool]:
    if word in _SIGNS:
        return 0, True
    if word.isascii():
        return 0, False
    plain = with_plain_codes(word, encoding)
    if any(char > "\xff" or _is_foreign(char, encoding) for char in plain):
        return -1, True
    was_syllable = _is_written_as_one(plain) and is_syllable(plain.lower())
    becomes = to_unicode(plain, encoding)
    if becomes == plain:
        return 0, False
    is_one = is_syllable(becomes.lower()) and plain not in _UNITS
    if was_syllable:
        return (0 if is_one and _is_written_as_one(becomes) else -1), False
    return (1 if is_one and len(word) > 1 else 0), False


def _is_foreign(char: str, encoding: OldEncoding) -> bool:
    """A Vietnamese letter that the encoding does not have: à is no code of TCVN3."""
    return (
        char.isalpha()
        and char > "\x7f"
        and not knows(char, encoding)
        and char.lower() in VIETNAMESE
    )


def _is_written_as_one(word: str) -> bool:
    """All small, all capitals, or one capital at the front: no word is written "tØnh" or "caù"."""
    is_natural = word.islower() or word.isupper() or (word[:1].isupper() and word[1:].islower())
    return is_natural and not _MISPLACED.search(word.lower())


def trusted(words: Sequence[Word], lean: Votes, *, is_weak: bool = False) -> list[Word]:
    """Give those of the words under an old font that are written in its encoding.

    The font is trusted where the words say nothing; letters typed in Unicode under it stay.

    Args:
        lean: the votes of the neighbourhood (the paragraph, or the file where that is silent).
        is_weak: the font is named for complex scripts only and is not trusted by itself.
    """
    is_old = lean.old > lean.unicode if is_weak else lean.old >= lean.unicode
    is_clear = lean.old >= max(1, _CLEAR_SHARE * lean.unicode)
    return [
        word
        for word in words
        if not word.is_fixed and (word.vote > 0 or (is_old if word.vote == 0 else is_clear))
    ]


def told(words: Sequence[Word], everywhere: Votes) -> tuple[list[Word], bool]:
    """Give those of the words under no old font that are clearly written in an encoding.

    Args:
        everywhere: the votes of all such words of the file.
    Returns:
        the words, and whether others are left that may be old but are not clear.
    """
    own = votes_of(words)
    is_whole = own.is_clear or everywhere.is_ruling or (everywhere.is_clear and not own.unicode)
    if is_whole and not own.sure:
        return [word for word in words if not word.is_fixed], False
    least = 1 if everywhere.old >= _PROVEN_WORDS else _CLEAR_STRETCH
    clear: list[Word] = []
    is_left = False
    for stretch in _stretches(words):
        places = [place for place, word in enumerate(stretch) if word.vote > 0]
        if len({stretch[place].text for place in places}) >= least:
            inner = stretch[places[0] : places[-1] + 1]
            clear += [word for word in inner if not word.is_fixed]
        else:
            is_left |= bool(places)
    return clear, is_left


def _stretches(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Give the words between those that are Unicode."""
    stretch: list[Word] = []
    for word in words:
        if word.vote >= 0:
            stretch.append(word)
            continue
        yield stretch
        stretch = []
    yield stretch


_HINT = late(
    "[A-Za-z][µ¶¸¹¨»¼½¾©®«¬ªÆÇËÎÏÑÖØÜÞßäåæçëîïðñöøûüþ\u00ad]|[µ¶¸¹¨»¼½¾©®«¬ª§]{2}"
    "|[®§¨©«¬µ¸][A-Za-z]"
)
_HINT_LETTER = late("[µ¶¸¹¨»¼½¾©®«¬ªÆÇËÎÏÑÖØÜÞßäåæçëîïðñöøûüþ\u00ad§]")


def has_hint(text: str) -> bool:
    """Tell quickly whether text may hold letters of an old encoding: a look before the votes.

    Letters that stand for Vietnamese ones in TCVN3 and VNI and hardly ever beside a letter in Unicode.
    """
    # One class of characters is searched twice as fast as the pairs, and most texts have none.
    return _HINT_LETTER.search(text) is not None and _HINT.search(text) is not None
