"""Unicode text written as the old fonts TCVN3 and VNI hold it, for the tests of reading them.

The tables are written out here once more, from the other side, so that a slip in those of the
program shows. Source: TCVN 5712:1993, VN3; the Windows fonts "VNI-…".
"""

from __future__ import annotations

import unicodedata

_TCVN3 = {
    "a": "µ¸¶·¹",
    "ă": "»¾¼½Æ",
    "â": "ÇÊÈÉË",
    "e": "ÌÐÎÏÑ",
    "ê": "ÒÕÓÔÖ",
    "i": "×ÝØÜÞ",
    "o": "ßãáâä",
    "ô": "åèæçé",
    "ơ": "êíëìî",
    "u": "ïóñòô",
    "ư": "õøö÷ù",
    "y": "úýûüþ",
}  # vowel → its five tones: huyền, sắc, hỏi, ngã, nặng
_TCVN3_PLAIN = dict(zip("ăâđêôơưĂÂĐÊÔƠƯ", "¨©®ª«¬\u00ad¡¢§£¤¥¦", strict=True))
_TONES = ("\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
_VNI_PLAIN = dict(zip("ăâđêôơư", ("aê", "aâ", "ñ", "eâ", "oâ", "ô", "ö"), strict=True))
_VNI_MARKS, _VNI_ROUND, _VNI_BREVE = "øùûõï", "àáåãä", "èéúüë"
_VNI_I = "ìíæóò"
_HIGH = {"â": _VNI_ROUND, "ê": _VNI_ROUND, "ô": _VNI_ROUND, "ă": _VNI_BREVE}


def _toned(vowel: str, tone: int) -> str:
    return unicodedata.normalize("NFC", vowel + _TONES[tone])


def _tcvn3() -> dict[str, str]:
    letters = dict(_TCVN3_PLAIN)
    for vowel, codes in _TCVN3.items():
        letters |= {_toned(vowel, tone): code for tone, code in enumerate(codes)}
    return letters


def _vni() -> dict[str, str]:
    letters = dict(_VNI_PLAIN)
    for vowel in "aăâeêioôơuưy":
        base = _VNI_PLAIN.get(vowel, vowel)
        for tone in range(5):
            if vowel == "i":
                letters[_toned(vowel, tone)] = _VNI_I[tone]
            elif vowel in _HIGH:
                letters[_toned(vowel, tone)] = base[0] + _HIGH[vowel][tone]
            else:
                letters[_toned(vowel, tone)] = base + _VNI_MARKS[tone]
    letters["ỵ"] = "î"
    return letters | {letter.upper(): code.upper() for letter, code in letters.items()}


TCVN3, VNI = _tcvn3(), _vni()


def in_tcvn3(text: str) -> str:
    """Give a text in TCVN3; capitals with a tone mark have no code and take the small one."""
    return "".join(TCVN3.get(char) or TCVN3.get(char.lower(), char) for char in text)


def in_vni(text: str) -> str:
    """Give a text in VNI."""
    return "".join(VNI.get(char, char) for char in text)
