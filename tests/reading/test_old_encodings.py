"""The two old font encodings, letter by letter."""

from __future__ import annotations

import pytest

from quyche_app.reading.old_encodings import (
    OldEncoding,
    OldFont,
    knows,
    old_font,
    to_unicode,
    unicode_letters,
    vni_joined,
    with_plain_codes,
)
from tests.reading.old_text import in_tcvn3, in_vni

_TCVN3, _VNI = OldEncoding.TCVN3, OldEncoding.VNI
_ALPHABET = "aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"


def test_every_letter_comes_back() -> None:
    assert to_unicode(in_tcvn3(_ALPHABET), _TCVN3) == _ALPHABET
    assert to_unicode(in_vni(_ALPHABET), _VNI) == _ALPHABET
    assert to_unicode(in_vni(_ALPHABET.upper()), _VNI) == _ALPHABET.upper()
    assert to_unicode(in_tcvn3("ĂÂĐÊÔƠƯ"), _TCVN3) == "ĂÂĐÊÔƠƯ"


@pytest.mark.parametrize(
    ("name", "font"),
    [
        (".VnTime", OldFont(".VnTime", _TCVN3)),
        (".VNTIMEH", OldFont(".VNTIMEH", _TCVN3, True)),
        (" .VnTime ; Arial", OldFont(".VnTime", _TCVN3)),
        (".VnTime, serif", OldFont(".VnTime", _TCVN3)),
        ("VNI-Times", OldFont("VNI-Times", _VNI)),
        ("vni times", OldFont("vni times", _VNI)),
        ("VNI-TimesH", OldFont("VNI-TimesH", _VNI)),
        ("VNIx", None),
        ("Times New Roman", None),
        ("Arial; .VnTime", None),
        ("", None),
    ],
)
def test_a_font_is_known_by_its_name(name: str, font: OldFont | None) -> None:
    assert old_font(name) == font
    weak = old_font(name, is_weak=True)
    assert weak == (None if font is None else font._replace(is_weak=True))


@pytest.mark.parametrize(
    ("text", "encoding", "letters"),
    [
        ("ViÖt", _TCVN3, ["V", "i", "ệ", "t"]),
        ("Vieät", _VNI, ["V", "i", "ệ", "", "t"]),
        ("VIEÄT", _VNI, ["V", "I", "Ệ", "", "T"]),
        ("Eä", _VNI, ["Ệ", ""]),
        ("ñöôïc", _VNI, ["đ", "ư", "ợ", "", "c"]),
        ("\u00ad\u00ad", _TCVN3, ["ư", ""]),
        ("a\u00adb\u00ad", _TCVN3, ["a", "ư", "b", "ư"]),
        ("abc", _VNI, ["a", "b", "c"]),
        ("", _TCVN3, []),
    ],
)
def test_each_character_keeps_its_place(
    text: str, encoding: OldEncoding, letters: list[str]
) -> None:
    assert unicode_letters(text, encoding) == letters
    assert to_unicode(text, encoding) == "".join(letters)


@pytest.mark.parametrize(
    ("text", "encoding", "plain"),
    [
        ("\uf0b5", _TCVN3, "µ"),
        ("\uf0ff", _VNI, "ÿ"),
        ("\u03bc", _TCVN3, "µ"),
        ("\u2219", _TCVN3, "·"),
        ("t\u2212", _TCVN3, "t\u00ad"),
        ("\u2212t", _TCVN3, "\u00adt"),
        ("5 \u2212 3", _TCVN3, "5 \u2212 3"),
        ("t\u2212", _VNI, "t\u2212"),
        ("abc", _TCVN3, "abc"),
    ],
)
def test_codes_as_other_programs_write_them(text: str, encoding: OldEncoding, plain: str) -> None:
    assert with_plain_codes(text, encoding) == plain


@pytest.mark.parametrize(
    ("vowel", "accent", "letter"),
    [
        ("e", "ä", "ệ"),
        ("E", "Ä", "Ệ"),
        ("ö", "ø", "ừ"),
        ("e", "", ""),
        ("b", "ä", ""),
        ("e", "ê", ""),
    ],
)
def test_a_vowel_and_the_accent_behind_it(vowel: str, accent: str, letter: str) -> None:
    assert vni_joined(vowel, accent) == letter


@pytest.mark.parametrize(
    ("char", "has_tcvn3", "has_vni"),
    [
        ("µ", True, False),
        ("ø", True, True),
        ("à", False, True),
        ("Æ", True, True),
        ("a", False, False),
        ("ệ", False, False),
    ],
)
def test_which_characters_an_encoding_has(char: str, has_tcvn3: bool, has_vni: bool) -> None:
    assert (knows(char, _TCVN3), knows(char, _VNI)) == (has_tcvn3, has_vni)
