"""Numbers in the forms that Word shows in lists: 3, III, c, thứ ba, ba (ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LARGEST_ROMAN = 32767
_LARGEST_REPEATS = 100
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_ORDINALS = {1: "nhất", 4: "tư"}
_LARGEST_WORDS = 999


def roman(value: int) -> str:
    """Give a number in small Roman letters; what has none is given in digits."""
    if not 0 < value <= _LARGEST_ROMAN:
        return str(value)
    out = []
    for worth, letters in _ROMAN:
        times, value = divmod(value, worth)
        out.append(letters * times)
    return "".join(out)


def letters(value: int) -> str:
    """Give a number as Word's letters: a … z, aa, bb … (no đ: Word does not know it)."""
    if value < 1:
        return str(value)
    repeats, place = divmod(value - 1, 26)
    if repeats >= _LARGEST_REPEATS:
        return str(value)
    return chr(ord("a") + place) * (repeats + 1)


def vietnamese(value: int) -> str:
    """Give a number in Vietnamese words: 21 → hai mươi mốt."""
    if not 0 <= value <= _LARGEST_WORDS:
        return str(value)
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds else []
    if tens > 1:
        words += [_DIGITS[tens], "mươi"]
        words += [{1: "mốt", 5: "lăm"}.get(ones, _DIGITS[ones])] if ones else []
    elif tens == 1:
        words += ["mười", *(["lăm" if ones == 5 else _DIGITS[ones]] if ones else [])]
    elif ones or not hundreds:
        words += (["linh"] if hundreds else []) + [_DIGITS[ones]]
    return " ".join(words)


def vietnamese_ordinal(value: int) -> str:
    """Give an ordinal in Vietnamese words: 4 → thứ tư."""
    return f"thứ {_ORDINALS.get(value) or vietnamese(value)}"


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": lambda value: roman(value).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda value: letters(value).upper(),
    "lowerLetter": letters,
    # Word shows these two with a capital: Một, Thứ nhất.
    "cardinalText": lambda value: vietnamese(value).capitalize(),
    "vietnameseCounting": vietnamese,
    "ordinalText": lambda value: vietnamese_ordinal(value).capitalize(),
    "decimalEnclosedParen": lambda value: f"({value})",
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    "numberInDash": lambda value: f"- {value} -",
    "none": lambda value: "",
}


def number_text(value: int, form: str) -> str:
    """Give a number in a form of Word; forms of other languages are given in digits."""
    return _FORMS.get(form, str)(value)
