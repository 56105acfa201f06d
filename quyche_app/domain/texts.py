"""The one place that normalises Vietnamese text: code points, spaces, tone marks, syllables.

In: any string from a file or a person. Out: the string in the program's form, or a key to compare
strings by. The text itself is never changed beyond NFC, spaces and look-alikes of Đ
(docs/field.md 9).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from quyche_app.domain.patterns import late

# Spaces of every kind except the line feed; invisible characters; control characters; what no XML
# may hold (XML 1.0, 2.2: halves of a pair, U+FFFE, U+FFFF).
_SPACES = late("[\t\x0b\x0c\r \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = late(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ud800-\udfff\ufeff\ufffe\uffff]"
)
# Icelandic Eth and African D stand for Đ in many old files (docs/field.md 9).
_ETH = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"})
# What clean() changes beside code points: most paragraphs have none of it and are given back as are.
_UNCLEAN = late(
    "[\x00-\x1f\x7f-\xa0\u00ad\u00d0\u00f0\u0189\u0256\u1680\u2000-\u200f\u202a-\u202f\u205f"
    "\u2060\u3000\ud800-\udfff\ufeff\ufffe\uffff]"
)
_TWO_SPACES = "  "
_HALVES = late("[\ud800-\udfff]")
# Room left for a number or a day to be written by hand: "Số      -QC/ĐU", "ngày      tháng      năm 2026".
BLANK = late(
    r"(?:(?<=\b[Ss]ố)|(?<=\bSỐ)|(?<=\b[Ss]ố:)|(?<=\bSỐ:))[ \u00a0]{3,}(?=[-–/])"
    r"|(?<=\b[Nn]gày)[ \u00a0]{3,}(?=tháng\b)|(?<=\b[Tt]háng)[ \u00a0]{3,}(?=năm\b)"
)
_KEPT = "\0"  # stands for a space of such a room while the others are brought together
# Cyrillic letters seen inside numbers of acts as published (docs/field.md 9).
_CYRILLIC = str.maketrans("АВЕКМНОРСТХаеорсх", "ABEKMHOPCTXaeopcx")

LINE_BREAK = "\u2028"  # a line feed inside one paragraph, where paragraphs are lines
OBJECT = "\ufffc"  # stands for a table or a picture where paragraphs are lines
DOUBLE_QUOTES = '“”„‟«»"＂'
SINGLE_QUOTES = "‘’‚‛'"
_QUOTES = str.maketrans(dict.fromkeys(DOUBLE_QUOTES, '"') | dict.fromkeys(SINGLE_QUOTES, "'"))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－", "-"))

# For classes of patterns: a range of code points would take small letters and capitals together.
# The vowels with every tone, and the consonants.
VOWELS = "".join(
    unicodedata.normalize("NFC", letter + tone)
    for letter in "aăâeêioôơuưy"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
)
SMALL_LETTERS = VOWELS + "bcdđfghjklmnpqrstvwxz"
CAPITALS = SMALL_LETTERS.upper()

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
# A syllable may be written in pieces: letters with their marks behind them.
_TOKEN = late(r"\d+(?:[.,/:]\d+)*|[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*\d*|\s+|[^\w\s]|_")
_WORD_CHAR = late(r"\w")


def clean(text: str) -> str:
    """Give one paragraph in NFC, with one kind of space, trimmed, and Đ for its look-alikes. Spaces are
    brought together but where a number or a day is left to be written by hand."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if not _UNCLEAN.search(text) and _TWO_SPACES not in text:
        return text.strip(" ")
    if not text.isascii():
        text = text.translate(_ETH)
    text = _INVISIBLE.sub("", text.replace("\n", " "))
    text = BLANK.sub(lambda blank: _KEPT * len(blank[0]), text)
    return _SPACES.sub(" ", text).strip(" ").replace(_KEPT, " ")


def sayable(text: str) -> str:
    """Give a name that the system could not decode with U+FFFD in the place of each strange byte.

    Python keeps such bytes of file names and arguments as halves of a pair (PEP 383); they open the
    file, but can be neither printed nor stored.
    """
    return _HALVES.sub("\ufffd", text)


def is_clean(text: str) -> bool:
    """Tell whether ``clean`` would change nothing in a text but the spaces at its ends."""
    return (
        unicodedata.is_normalized("NFC", text)
        and not _UNCLEAN.search(text)
        and (_TWO_SPACES not in text)
    )


def fold_number(text: str) -> str:
    """Give the number of an act with Cyrillic look-alikes, dashes and spaces folded, in capitals.

    Source: docs/field.md 9 (06/2026/TT-BTС and 07/2025/NĐ-СР as published).
    """
    folded = clean(text).translate(_CYRILLIC).translate(_DASHES)
    return folded.replace(" ", "").upper()


@lru_cache(maxsize=65536)
def syllable_key(token: str) -> str:
    """Give a syllable with its tone written at the end, so that hoà = hòa and uỷ = ủy.

    Source: docs/field.md 7 (both styles are right; compare without regard to the place).
    """
    if token.isascii():
        return token
    tone, letters = "", []
    for char in unicodedata.normalize("NFD", token):
        if char in _TONES:
            tone += char
        else:
            letters.append(char)
    return unicodedata.normalize("NFC", "".join(letters)) + tone


def matching_key(text: str) -> str:
    """Give a text without what only differs in typing: quotes, dashes, the place of tone marks."""
    text = text.translate(_QUOTES).translate(_DASHES)
    return "".join(syllable_key(token) for token in tokens(text))


def search_key(text: str) -> str:
    """Give a text in small letters without marks, đ as d: what a person types without Telex.

    Source: docs/libraries.md 7 (NFD leaves đ; so it is folded here).
    """
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def tokens(text: str) -> list[str]:
    """Cut a text into whole syllables, numbers, marks and runs of spaces; joined they are the text."""
    return _TOKEN.findall(text)


def is_syllable_border(text: str, position: int) -> bool:
    """Tell whether a cut at ``position`` (0-based, between characters) leaves syllables whole, and numbers:
    "500.000" is no part of "1.500.000"."""
    if position <= 0 or position >= len(text):
        return True
    before, after = text[position - 1], text[position]
    if _WORD_CHAR.match(before) and _WORD_CHAR.match(after):
        return False
    marked = text[max(position - 2, 0) : position + 1], text[position - 1 : position + 2]
    return not any(_IN_NUMBER.fullmatch(around) for around in marked)


_IN_NUMBER = late(r"\d[.,]\d")


def capital(words: str) -> str:
    """Give words with a capital at their start: "Khoản 2 Điều 5"."""
    return words[:1].upper() + words[1:]


def shortened(text: str, length: int = 60) -> str:
    """Give at most ``length`` characters of a text, cut between words, with … when cut."""
    if len(text) <= length:
        return text
    cut = text.rfind(" ", 0, length)
    return text[: cut if cut > length // 2 else length].rstrip(" ,;:.") + "…"
