"""Which syllables Vietnamese has: onset, rhyme, tone. What has none of these is a typing error.

Source: domain.md 10 (a syllable grammar finds "quyết đinh"-like slips only where the form itself is
impossible; words that are possible but wrong here need a person).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ONSETS = (
    "ngh", "ng", "nh", "gh", "gi", "ch", "kh", "ph", "th", "tr", "qu", "b", "c", "d", "đ", "g", "h", "k",
    "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
)
def _words(text: str) -> list[str]:
    return text.split()


_RHYMES = frozenset(_words("""
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng
eo ep et ê êch êm ên ênh êp êt êu êc êng i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o
oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om
on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh
ui um un ung up ut uy uya uych uyên uyêt uyt uynh uyn uyp uyu uôc uôi uôm uôn uông uôt uơ uêu ư ưa
ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu yêc
"""))
_STOPPED = ("c", "ch", "p", "t")
_TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}
_FRONT = ("i", "e", "ê", "y")
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """Tell whether a word in small letters can be a Vietnamese syllable."""
    decomposed = unicodedata.normalize("NFD", word)
    tones = [char for char in decomposed if char in _TONES]
    if len(tones) > 1:
        return False
    plain = unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES))
    return any(
        _fits(onset, plain[len(onset):], bool(tones), tones[0] if tones else "")
        for onset in _ONSETS if plain.startswith(onset))


def _fits(onset: str, rhyme: str, has_tone: bool, tone: str) -> bool:
    if onset == "gi" and rhyme == "":
        return True  # gì
    if onset == "qu":
        rhyme_ok = (rhyme in _RHYMES and rhyme[:1] not in ("u", "o")) or rhyme in ("ôc", "ơ", "ơi", "ơn")
        rhyme_ok = rhyme_ok or "u" + rhyme in _RHYMES
    else:
        rhyme_ok = rhyme in _RHYMES
    if not rhyme_ok:
        return False
    if rhyme.endswith(_STOPPED) and _TONES.get(tone, "") not in ("sắc", "nặng"):
        return False  # a stopped rhyme has one of two tones: "tổ chưc" has none
    front = rhyme.startswith(_FRONT)
    if onset in ("k", "gh", "ngh"):
        return front
    if onset in ("c", "g", "ng"):
        return not front or (onset == "g" and rhyme.startswith("i"))
    return True


def odd_words(text: str) -> list[tuple[int, int]]:
    """Give the small-letter words of a text that no syllable can be: first character and end.

    Names and abbreviations begin with a capital and are left alone.
    """
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        if word.islower() and len(word) > 1 and not is_syllable(word) and word not in _FOREIGN:
            found.append(match.span())
    return found


# Words that office texts write as they are.
_FOREIGN = frozenset(_words("""
email e-mail internet website web fax online logo file video photocopy photo scan km kg cm mm ha kwh
đ tr gb mb usb pdf docx doc xlsx vnd usd www http https com gov vn org net ôtô karaoke camera taxi
casino golf oxy gen vitamin canxi kilôgam kilômét mililít mét lít oxit carbon chip container
marketing sms zalo ii iii iv vi vii viii ix xi xii xiii xiv xv of and the
"""))


def parted(word: str) -> str:
    """Give two glued syllables with the space that is missing, "" when the word is no such thing."""
    cuts = [n for n in range(2, len(word) - 1) if is_syllable(word[:n]) and is_syllable(word[n:])]
    # Only where a mark shows that the second part is a word of its own, and one cut is possible.
    sure = [n for n in cuts if not word[n:].isascii() and not word[:n].isdigit()]
    return f"{word[: sure[0]]} {word[sure[0] :]}" if len(sure) == 1 else ""
