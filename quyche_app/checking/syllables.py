"""Words that no Vietnamese syllable can be: typing errors.

Source: docs/field.md 7 (a syllable grammar finds "quyết đinh"-like slips only where the form itself
is impossible; words that are possible but wrong here need a person).
"""

from __future__ import annotations

import re

from quyche_app.domain.syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 7  # letters of a syllable: "nghiêng"


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


def _words(text: str) -> list[str]:
    return text.split()


# Words that office texts write as they are.
_FOREIGN = frozenset(
    _words("""
email e-mail internet website web fax online logo file video photocopy photo scan km kg cm mm ha kwh
đ tr gb mb usb pdf docx doc xlsx vnd usd www http https com gov vn org net ôtô karaoke camera taxi
casino golf oxy gen vitamin canxi kilôgam kilômét mililít mét lít oxit carbon chip container
marketing sms zalo ii iii iv vi vii viii ix xi xii xiii xiv xv of and the
""")
)


def parted(word: str) -> str:
    """Give two glued syllables with the space that is missing, "" when the word is no such thing."""
    if len(word) > 2 * _LONGEST:
        return ""
    cuts = [n for n in range(2, len(word) - 1) if is_syllable(word[:n]) and is_syllable(word[n:])]
    # Only where a mark shows that the second part is a word of its own, and one cut is possible.
    sure = [n for n in cuts if not word[n:].isascii() and not word[:n].isdigit()]
    return f"{word[: sure[0]]} {word[sure[0] :]}" if len(sure) == 1 else ""
