"""The two old Vietnamese font encodings, TCVN3 and VNI, letter by letter.

In: text as an old font holds it, its bytes as the characters U+00A1-U+00FF. Out: Unicode letters in
NFC. Not decided here: whether a text is written in one of them (``old_evidence``).
Source: TCVN 5712:1993, VN3 (the set of the ABC fonts ".Vn…"); for VNI the fonts "VNI-…" for Windows,
where a vowel and the accent behind it are two characters.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import NamedTuple

from quyche_app.domain.patterns import late


class OldEncoding(StrEnum):
    """An encoding that lives in fonts; the value is its name for people."""

    TCVN3 = "TCVN3"
    VNI = "VNI"


class OldFont(NamedTuple):
    """A font of an old encoding.

    Attributes:
        name: as the file writes it; "" when the file names none and the letters told it.
        is_capital: the font draws small letters as capitals (".VnTimeH").
        is_weak: named for complex scripts only, so Vietnamese text need not stand in it.
    """

    name: str
    encoding: OldEncoding
    is_capital: bool = False
    is_weak: bool = False


def old_font(name: str, *, is_weak: bool = False) -> OldFont | None:
    """Give the old font that a font name means, or None for any other font.

    Example: ".VnTimeH" → TCVN3, capitals; "VNI-Times" → VNI; "Times New Roman" → None
    """
    plain = re.split("[;,]", name, maxsplit=1)[0].strip()
    lowered = plain.lower()
    if lowered.startswith(".vn"):
        return OldFont(plain, OldEncoding.TCVN3, lowered.endswith("h"), is_weak)
    if lowered.startswith(("vni-", "vni ")):
        return OldFont(plain, OldEncoding.VNI, is_weak=is_weak)
    return None


# -- letters ----------------------------------------------------------------------------------

_TCVN3 = dict(
    zip(
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢§£¤¥¦",
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_SOFT_HYPHEN = "\u00ad"
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_ROUND, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_VNI_TONES = {"ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_VNI_ROUND = {
    "â": "",
    "à": _GRAVE,
    "á": _ACUTE,
    "å": _HOOK,
    "ã": _TILDE,
    "ä": _DOT,
}
_VNI_BREVE = {
    "ê": "",
    "è": _GRAVE,
    "é": _ACUTE,
    "ú": _HOOK,
    "ü": _TILDE,
    "ë": _DOT,
}
_VNI_ALONE = {
    "ñ": "đ",
    "ð": "đ",
    "ô": "ơ",
    "ö": "ư",
    "î": "ỵ",
    "í": "í",
    "ì": "ì",
    "æ": "ỉ",
    "ó": "ĩ",
    "ò": "ị",
}


def _composed(*parts: str) -> str:
    return unicodedata.normalize("NFC", "".join(parts))


def _vni_pairs() -> dict[str, str]:
    """Give vowel and accent → letter, in small letters."""
    pairs = {
        base + mark: _composed(base, tone) for base in "aeoyu" for mark, tone in _VNI_TONES.items()
    }
    pairs |= {
        base + mark: _composed(vowel, _HORN, tone)
        for base, vowel in (("ô", "o"), ("ö", "u"))
        for mark, tone in _VNI_TONES.items()
    }
    pairs |= {
        base + mark: _composed(base, _ROUND, tone)
        for base in "aeo"
        for mark, tone in _VNI_ROUND.items()
    }
    return pairs | {"a" + mark: _composed("a", _BREVE, tone) for mark, tone in _VNI_BREVE.items()}


def _in_both_cases(letters: dict[str, str]) -> dict[str, str]:
    """The case of the vowel is that of the letter; the accent behind it may have the other one."""
    out = {}
    for old, letter in letters.items():
        base, mark = old[0], old[1:]
        for accent in (mark, mark.upper()):
            out[base + accent] = letter
            out[base.upper() + accent] = letter.upper()
    return out


_VNI = _in_both_cases(_vni_pairs()) | _in_both_cases(_VNI_ALONE)
_VNI_LETTER = late("|".join(sorted(_VNI, key=len, reverse=True)))

# The same codes as other programs write them: symbol fonts move them to U+F0A1 and on, text taken
# out of a PDF has a minus for the soft hyphen and an operator for the dot, folding makes a Greek mu.
_SAME_CODES = {0xF000 + code: code for code in range(0xA1, 0x100)} | {0x03BC: 0xB5, 0x2219: 0xB7}
_MINUS = late("(?<=[A-Za-z\u00a1-\u00ff])\u2212|\u2212(?=[A-Za-z\u00a1-\u00ff])")
_ALL_CODES = late("[\u03bc\u2212\u2219\uf0a1-\uf0ff]")


def with_plain_codes(text: str, encoding: OldEncoding) -> str:
    """Give text in which the codes of an old font are U+00A1-U+00FF; its length is the same."""
    if not _ALL_CODES.search(text):
        return text
    if encoding is OldEncoding.TCVN3:
        text = _MINUS.sub("\u00ad", text)
    return text.translate(_SAME_CODES)


def unicode_letters(text: str, encoding: OldEncoding) -> list[str]:
    """Give what every character of an old text becomes, "" for an accent that its vowel took.

    As long as the text, so that formats keep their places; what is no code of the encoding stays.
    Example: "Vieät" in VNI → ["V", "i", "ệ", "", "t"]
    """
    text = with_plain_codes(text, encoding)
    if encoding is OldEncoding.TCVN3:
        # A second soft hyphen is one of Word's own: there is no "ưư".
        return [
            "" if char == before == _SOFT_HYPHEN else _TCVN3.get(char, char)
            for before, char in zip(" " + text, text, strict=False)
        ]
    letters = list(text)
    for match in _VNI_LETTER.finditer(text):
        letters[match.start() : match.end()] = [_VNI[match[0]], ""][: len(match[0])]
    return letters


def to_unicode(text: str, encoding: OldEncoding) -> str:
    """Give an old text in Unicode. Example: "ViÖt Nam" in TCVN3 → "Việt Nam"."""
    return "".join(unicode_letters(text, encoding))


def vni_joined(vowel: str, accent: str) -> str:
    """Give the letter of a VNI vowel and the accent behind it, "" when they make none."""
    return _VNI.get(vowel + accent, "") if accent else ""


def knows(char: str, encoding: OldEncoding) -> bool:
    """Tell whether a character beyond ASCII can stand in a text of the encoding."""
    return char in (_TCVN3 if encoding is OldEncoding.TCVN3 else _VNI_CODES)


_VNI_CODES = frozenset(char for codes in _VNI for char in codes if char > "\x7f")
