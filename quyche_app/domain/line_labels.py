"""What label a paragraph begins with, seen alone: its level, label, and where the words begin.

Forms and counts: docs/field.md 3.2, 3.3. Whether the label is believed depends on its neighbours
and is decided by ``domain.structure``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from quyche_app.domain.labels import ORDINAL_WORDS, roman_value
from quyche_app.domain.patterns import late
from quyche_app.domain.texts import SMALL_LETTERS
from quyche_app.domain.units import UnitKind


class LineLabel(NamedTuple):
    """A label at the start of a paragraph.

    Attributes:
        kind: level the form suggests.
        label: "14a".
        prefix: as printed, with the space before the words.
        rest: the words after it.
        is_dotted: "1.1." (its level depends on the levels above).
        is_strong: the form alone is convincing ("Điều 5." rather than "Điều 5 Luật này").
    """

    kind: UnitKind
    label: str
    prefix: str
    rest: str
    is_dotted: bool = False
    is_strong: bool = True

    @property
    def is_strong_article(self) -> bool:
        """The form alone says that an article begins."""
        return self.kind is UnitKind.ARTICLE and self.is_strong


_GROUP = late(
    r"(?P<word>Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Tiểu Mục)\s*"
    r"(?P<label>(?:[Tt]hứ|THỨ)\s+[^\W\d_]+(?:\s+(?:một|hai|ba|bốn|tư|lăm))?|\d{1,3}[a-zđ]{0,2}"
    r"|[IVXLC]+[a-zđl]?|[A-ZĐ])(?P<sep>\s*[.:–-]?\s*)(?P<rest>.*)$",
    re.DOTALL,
)
_GROUP_KINDS = {
    "phần": UnitKind.PART,
    "chương": UnitKind.CHAPTER,
    "mục": UnitKind.SECTION,
    "tiểu mục": UnitKind.SUBSECTION,
}
_ARTICLE = late(
    r"(?:Điều|ĐIỀU)\s*(?P<label>\d{1,4}(?:[a-zđ]{1,2}\d?(?![\wđ])|[A-ZĐ](?=\s*[.:])|\s[a-zđ](?=\s*[.:]\s))?)"
    r"(?P<sep>\s*[.:]\s*|\s*[-–]\s+|\s+|$)(?P<rest>.*)$",
    re.DOTALL,
)
_CLAUSE = late(
    r"(?P<label>\d{1,3}[a-zđ]{0,2})(?P<sep>\s?[.](?!\d)\s*|\s?[)/]\s*|\s?[-–]\s+)(?P<rest>\S.*)$",
    re.DOTALL,
)
_DOTTED = late(
    r"(?P<label>\d{1,3}[a-zđ]?(?:\.\d{1,2}[a-zđ]?){1,4})(?P<sep>\.?\)?\s+|\.\s*(?=[^\W\d]))"
    r"(?P<rest>\S.*)$",
    re.DOTALL,
)
_POINT = late(
    r"(?P<label>[ivx]{3,5}|[a-zđ]{1,2}\d{0,2})(?P<sep>\s?\)\s*|\.(?!\d)\s+|[/–-]\s+)(?P<rest>\S.*)$",
    re.DOTALL,
)
_SUBPOINT = late(
    r"(?P<label>[a-zđ]\d{0,2}(?:\.\d{1,2}){1,3})(?P<sep>\.?\)?\s+|\.?\)\s*)(?P<rest>\S.*)$",
    re.DOTALL,
)
_BRACKETED = late(r"\((?P<label>[ivx]{1,5}|\d{1,2}|[a-zđ])\)(?P<sep>\s*)(?P<rest>\S.*)$", re.DOTALL)
_ROMAN = late(
    r"(?P<label>[IVXLC]{1,6}[a-z]?|[A-ZĐ])(?P<sep>\s?[.)/]\s*|\s?[-–]\s*)(?P<rest>\S.*)$", re.DOTALL
)
# After a label without a stop these words continue a sentence: "Điều 5 của Luật này …".
_CITING = late(
    rf"(?:[{SMALL_LETTERS},;)]|(?:Bộ luật|Luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Pháp lệnh|Quy chế"
    r"|Quy định|Điều lệ|Hiến pháp|Chương|Mục|Phần|Điều|Khoản|Phụ lục)\b)"
)
# Behind "Điều 3" or "Điều 44." these show a line broken in the middle of a citation: "… khoản 11" /
# "Điều 3 2. Bãi bỏ khoản 2", "… khoản 5" / "Điều 44. Chương III".
_NEXT_UNIT = late(
    r"\d{1,3}[.)]\s|(?:Điều|ĐIỀU)\s+\d{1,4}[a-zđ]?\s*[.:]|(?:Chương|CHƯƠNG|Mục|MỤC)\s+[IVXLC\d]+\s*$"
)
# Nearly every label is one of these: a name of the module is found faster than a member.
_CLAUSE_KIND, _POINT_KIND = UnitKind.CLAUSE, UnitKind.POINT
# Behind z a word processor goes on with aa, bb; small Roman numbers are points as well.
_LONG_LABELS = frozenset(2 * letter for letter in "abcdđefghijklmnopqrstuvwxyz") | frozenset(
    ["iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv"]
)


def read_label(text: str) -> LineLabel | None:
    """Give the label a paragraph begins with, or None. Cost: one pattern, by the first letter."""
    if not text:
        return None
    first = text[0]
    if first.isdigit():
        return _number(text)
    if first in "ĐD" and text[1:4].lower() in ("iều", "iêu"):
        return _article(text)
    if first in "PCMT":
        found = _group(text)
        if found is not None:
            return found
    if first == "(":
        match = _BRACKETED.match(text)
        return _made(UnitKind.SUBPOINT, match, text) if match else None
    if first.islower():
        return _letter(text)
    if first.isupper() and len(text) > 2 and text[1] in "IVXLC.-–/) ":
        return _roman(text)
    return None


def _made(
    kind: UnitKind,
    match: re.Match[str],
    text: str,
    *,
    is_dotted: bool = False,
    is_strong: bool = True,
) -> LineLabel:
    rest = match["rest"]
    label = match["label"].replace(" ", "")  # "Điều 2 a." is Điều 2a
    return LineLabel(kind, label, text[: len(text) - len(rest)], rest, is_dotted, is_strong)


def _number(text: str) -> LineLabel | None:
    match = _CLAUSE.match(text)
    if match:
        label, rest = match.group("label", "rest")
        return LineLabel(_CLAUSE_KIND, label, text[: len(text) - len(rest)], rest)
    match = _DOTTED.match(text)
    return _made(UnitKind.POINT, match, text, is_dotted=True) if match else None


def _letter(text: str) -> LineLabel | None:
    match = _POINT.match(text)
    if match:
        label, rest = match.group("label", "rest")
        if len(label) == 1 or label[1:].isdigit() or label in _LONG_LABELS:
            return LineLabel(_POINT_KIND, label, text[: len(text) - len(rest)], rest)
        return None
    match = _SUBPOINT.match(text)
    return _made(UnitKind.SUBPOINT, match, text) if match else None


def _roman(text: str) -> LineLabel | None:
    """ "II. …", "A. …" and "A) …"."""
    match = _ROMAN.match(text)
    if match is None:
        return None
    label = match["label"]
    is_letter = len(label) == 1
    if is_letter and label not in "IVX" and match["sep"].strip() == ")":
        # "A) … B) …" is a list of points; its letters print as they are typed.
        return _made(UnitKind.POINT, match, text)._replace(label=label.lower())
    if not is_letter and roman_value(label.rstrip("abcdđ")) is None:
        return None
    kind = UnitKind.SECTION if roman_value(label) is not None else UnitKind.PART
    return _made(kind, match, text, is_strong=False)


def _article(text: str) -> LineLabel | None:
    match = _ARTICLE.match(text)
    if match is None:
        return None
    rest, separator = match["rest"], match["sep"].strip()
    strong = bool(separator) or not rest
    if not strong and _CITING.match(rest):
        return None
    if separator in ("-", "–") and _CITING.match(rest):
        return None
    if _NEXT_UNIT.match(rest):
        return None
    return _made(UnitKind.ARTICLE, match, text, is_strong=strong)


def _group(text: str) -> LineLabel | None:
    match = _GROUP.match(text)
    if match is None:
        return None
    kind = _GROUP_KINDS[match["word"].lower()]
    label, rest = match["label"], match["rest"]
    if label[0] in "IVXLC" and rest and not match["sep"]:
        # The name is glued to the number: "Chương INHỮNG QUY ĐỊNH CHUNG" (docs/field.md 3.3).
        label, rest = _unglued(label, rest)
        if not label:
            return None
    goes_on = bool(rest) and not match["sep"].strip()
    if goes_on and _CITING.match(rest):
        return None
    if not _is_ordinal(label):
        return None
    if _is_mere_letter(label) and (goes_on or kind is UnitKind.CHAPTER):
        return None
    label = _with_capital_i(label)
    return LineLabel(kind, label, text[: len(text) - len(rest)], rest)


def _is_ordinal(label: str) -> bool:
    """What stands behind "thứ" is a number in words."""
    if not label.lower().startswith("thứ"):
        return True
    return label.split(maxsplit=1)[1].lower() in ORDINAL_WORDS


def _with_capital_i(label: str) -> str:
    """ "Chương Il": a small l was typed for I."""
    return label.replace("l", "I") if label[-1] == "l" and label[0] in "IVX" else label


def _is_mere_letter(label: str) -> bool:
    return len(label) == 1 and label.isalpha() and roman_value(label) is None


def _unglued(label: str, rest: str) -> tuple[str, str]:
    """Split a Roman number from the capitals glued to it, the longest number first."""
    if not rest[0].isupper():
        return "", ""
    whole = label + rest
    for length in range(len(label), 0, -1):
        # The name must go on with at least two letters of one word: "INHỮNG" → I + NHỮNG.
        if roman_value(whole[:length]) is not None and whole[length : length + 2].isupper():
            return whole[:length], whole[length:]
    return "", ""


# For paragraphs that are looked at again and again: a quotation that is never closed is looked for
# through hundreds of them, and so is the next one.
read_label_again = lru_cache(maxsize=2048)(read_label)
