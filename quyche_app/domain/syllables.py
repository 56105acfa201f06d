"""Which syllables Vietnamese has: onset, rhyme, tone.

In: a word in small letters. Out: whether it can be a Vietnamese syllable. Whether it is the right
one at its place is not told here.
Source: docs/field.md 7 (a syllable grammar: onset + rhyme + tone).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_ONSETS = (
    "ngh",
    "ng",
    "nh",
    "gh",
    "gi",
    "ch",
    "kh",
    "ph",
    "th",
    "tr",
    "qu",
    "b",
    "c",
    "d",
    "đ",
    "g",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "x",
    "",
)


def _words(text: str) -> list[str]:
    return text.split()


_RHYMES = frozenset(
    _words("""
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng
eo ep et ê êch êm ên ênh êp êt êu êc êng i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o
oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om
on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh
ui um un ung up ut uy uya uych uyên uyêt uyt uynh uyn uyp uyu uôc uôi uôm uôn uông uôt uơ uêu ư ưa
ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu yêc
""")
)
_STOPPED = ("c", "ch", "p", "t")
_TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}
_FRONT = ("i", "e", "ê", "y")


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """Tell whether a word in small letters can be a Vietnamese syllable."""
    decomposed = unicodedata.normalize("NFD", word)
    tones = [char for char in decomposed if char in _TONES]
    if len(tones) > 1:
        return False
    plain = unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES))
    return any(
        _fits(onset, plain[len(onset) :], bool(tones), tones[0] if tones else "")
        for onset in _ONSETS
        if plain.startswith(onset)
    )


def _fits(onset: str, rhyme: str, has_tone: bool, tone: str) -> bool:
    if onset == "gi" and rhyme == "":
        return True  # gì
    if not _has_rhyme(onset, rhyme):
        return False
    if rhyme.endswith(_STOPPED) and _TONES.get(tone, "") not in ("sắc", "nặng"):
        return False  # a stopped rhyme has one of two tones: "tổ chưc" has none
    is_front = rhyme.startswith(_FRONT)
    if onset in ("k", "gh", "ngh"):
        return is_front
    if onset == "g" and rhyme.startswith("i"):
        return True
    return onset not in ("c", "g", "ng") or not is_front


def _has_rhyme(onset: str, rhyme: str) -> bool:
    if onset != "qu":
        return rhyme in _RHYMES
    # The u of qu is part of the rhyme, or stands before one of its own.
    if f"u{rhyme}" in _RHYMES or rhyme in ("ôc", "ơ", "ơi", "ơn"):
        return True
    return rhyme in _RHYMES and rhyme[:1] not in ("u", "o")
