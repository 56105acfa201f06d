"""Numbers of footnotes among the words of a text: which digits are some, and the text without them.

Numbers of notes rise through the text (docs/field.md 5.3); everything else that has digits (labels,
acts, dates, fields of forms, units) must stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from quyche_app.domain.patterns import late
from quyche_app.domain.sequences import longest_rising
from quyche_app.domain.sources import SourceParagraph
from quyche_app.domain.syllables import is_syllable
from quyche_app.domain.units import Block, Mark, Paragraph, Table

Place = tuple[int, ...]  # index of the paragraph; in a table row, cell and block behind it
Number = tuple[Place, int, int]  # where, first character, behind the last one

_RAISED = {char: str(value) for value, char in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_RAISED_CHARS = "".join(_RAISED)
_CLOSING = ',;.:)”"'


@dataclass(frozen=True, slots=True)
class Style:
    """A way to print the number of a note.

    Attributes:
        start: how a note begins.
        number: what may be one among the words.
        fits: whether it is one, by the words before and behind it.
        fewest: notes that a text of this style has at least.
    """

    start: re.Pattern[str]
    number: re.Pattern[str]
    fits: Callable[[str, str], bool]
    fewest: int = 1

    def value(self, printed: str) -> int:
        """Give the value of a printed number."""
        return int("".join(_RAISED.get(char, char) for char in printed.strip("[]()")))


# Words that a number belongs to: "chỉ tiêu [5]", "khoản2", "Bước1".
_NUMBERED = late(
    r"(?:chỉ tiêu|mã số|mã|cột|mục|ô|dòng|hàng|công thức|số|số thứ tự|khoản|điều|điểm|mẫu|biểu|bảng|bước"
    r"|phụ lục|chương|phần|ngày|tháng|năm|quý|kỳ|lần|hạng|nhóm|loại|cấp|khu|quận|tổ|và|hoặc|đến)\W*$",
    re.IGNORECASE,
)
_OPERATORS = "+=×*/-–"
# "ba (03) ngày": a number in words before it.
_COUNTED = late(
    r"\b(?:không|một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|ngàn|triệu)\s?$",
    re.IGNORECASE,
)
# A label alone at the start of its paragraph: a number glued to it is a note's.
_LABEL = late(
    r"Điều \d{1,3}[a-zđ]?\.|\d{1,2}[a-zđ]?\.|[a-zđ]\d?\)|PHỤ LỤC SỐ 0\d|(?:Chương|CHƯƠNG|PHỤ LỤC) [IVXLC]+"
)
_UNIT = late(r"(?<![^\W\d_])[kcdmhµ]?m$|/[^\W\d_]+$")


def _fits_in_brackets(before: str, behind: str) -> bool:
    if before.rstrip()[-1:] in tuple(_OPERATORS) or behind.lstrip()[:1] in tuple("+=×*/"):
        return False
    return not (before.endswith(" ") and _NUMBERED.search(before))


def _fits_raised(before: str, behind: str) -> bool:
    if _UNIT.search(before):
        return False
    digits = re.search(r"\d+$", before)
    return digits is None or len(digits[0]) == 4  # "năm 2025⁴"; 10² is a power


def _fits_in_parentheses(before: str, behind: str) -> bool:
    words = before.rstrip()
    if not words or words[-1] in ":;,-–|" or behind[:1].isalnum():
        return False
    return not (_NUMBERED.search(before) or _COUNTED.search(before)) and (
        words[-1].isalpha() or words[-1] in '”".)'
    )


def _fits_glued(before: str, behind: str) -> bool:
    """The number of an act ("65/2020/QH14"), a size ("A4"), a point ("d1)") and "II.3" are none."""
    if behind[:1] and not behind[0].isspace() and behind[0] not in _CLOSING:
        return False
    if _LABEL.fullmatch(before):
        return not behind.startswith(".")
    if before[-1:] in _CLOSING:
        return _ends_in_syllable(before.rstrip(_CLOSING))
    return _ends_in_syllable(before) and not _NUMBERED.search(before)


def _ends_in_syllable(text: str) -> bool:
    word = _last_word(text)
    return len(word) > 1 and is_syllable(word.lower())


def _last_word(text: str) -> str:
    found = re.search(r"(?<![/\w-])[^\W\d_]+$", text)
    return found[0] if found else ""


_DIGITS = r"[1-9]\d{0,2}"
BRACKETS = Style(late(rf"\[({_DIGITS})\]"), late(rf"\[{_DIGITS}\]"), _fits_in_brackets)
_GLUED = Style(
    late(rf"({_DIGITS})\s?(?=[A-ZĐ])"),
    late(rf"(?<=[^\s\d/-]){_DIGITS}|(?<=^PHỤ LỤC SỐ 0\d){_DIGITS}"),
    _fits_glued,
    fewest=2,
)
STYLES = (
    BRACKETS,
    Style(
        late(rf"([{_RAISED_CHARS}]{{1,3}})\s?\S"),
        late(rf"[{_RAISED_CHARS}]{{1,3}}"),
        _fits_raised,
    ),
    Style(
        late(rf"\(({_DIGITS})\)"),
        late(rf"\({_DIGITS}\)"),
        _fits_in_parentheses,
        fewest=3,
    ),
    _GLUED,
)
# So many numbers in brackets that rise are of notes even where the notes are not there.
_ENOUGH_ALONE = 3


def found_numbers(
    paragraphs: Sequence[SourceParagraph], notes: set[int], style: Style, most: int | None
) -> list[Number]:
    """Give the numbers of notes among the words, those of the longest row that rises.

    Args:
        notes: indexes of the paragraphs that are notes.
        most: number of the last note; None = the notes are not there, and only numbers that hang on a
            word, a label or the end of a paragraph count.
    """
    found = [
        (place, start, end, value)
        for index, paragraph in enumerate(paragraphs)
        if index not in notes
        for place, block in _blocks((index,), paragraph.block)
        for start, end, value in _possible(block, style)
        if most is None or value <= most
    ]
    if most is None:
        found = [n for n in found if _hangs(_block_at(paragraphs, n[0]).text, n[1], n[2])]
    row = longest_rising([value for *_, value in found], repeats=style is BRACKETS)
    if most is None and len(row) < max(_ENOUGH_ALONE, len(found) * 2 // 3):
        return []
    return [found[n][:3] for n in row]


def _hangs(text: str, start: int, end: int) -> bool:
    before, behind = text[:start], text[end:]
    return (
        before[-1:].isalpha()
        or not behind.strip(" .;:,")
        or (_LABEL.fullmatch(before.rstrip()) is not None)
    )


def _possible(block: Paragraph, style: Style) -> Iterator[tuple[int, int, int]]:
    text = block.text
    raised = (
        {
            (mark.start, mark.end)
            for mark in block.marks
            if mark.kind == "sup" and re.fullmatch(_DIGITS, text[mark.start : mark.end])
        }
        if style is _GLUED
        else set()
    )
    for match in style.number.finditer(text):
        start, end = match.span()
        if (start, end) not in raised and style.fits(text[:start], text[end:]):
            yield start, end, style.value(match[0])
    for start, end in sorted(raised):
        if _fits_raised(text[:start].rstrip(), text[end:]):
            yield start, end, int(text[start:end])


# -- the text without them ----------------------------------------------------------------------------


def _blocks(place: Place, block: Block) -> Iterator[tuple[Place, Paragraph]]:
    if isinstance(block, Paragraph):
        yield place, block
    elif isinstance(block, Table):
        for r, row in enumerate(block.rows):
            for c, cell in enumerate(row):
                for b, inner in enumerate(cell.blocks):
                    yield from _blocks((*place, r, c, b), inner)


def _block_at(paragraphs: Sequence[SourceParagraph], place: Place) -> Paragraph:
    block = paragraphs[place[0]].block
    for r, c, b in zip(place[1::3], place[2::3], place[3::3], strict=True):
        assert isinstance(block, Table)
        block = block.rows[r][c].blocks[b]
    assert isinstance(block, Paragraph)
    return block


def without_numbers(
    paragraphs: Sequence[SourceParagraph], numbers: Sequence[Number]
) -> tuple[SourceParagraph, ...]:
    """Give the paragraphs without some numbers, inline marks kept in their places."""
    cuts: dict[Place, list[tuple[int, int]]] = {}
    for place, start, end in numbers:
        cuts.setdefault(place, []).append((start, end))
    touched = {place[0] for place in cuts}

    def cut(place: Place, block: Block) -> Block:
        if isinstance(block, Paragraph):
            return _cut(block, sorted(cuts[place])) if place in cuts else block
        if isinstance(block, Table):
            return Table(
                tuple(
                    tuple(
                        replace(
                            cell,
                            blocks=tuple(
                                cut((*place, r, c, b), inner) for b, inner in enumerate(cell.blocks)
                            ),
                        )
                        for c, cell in enumerate(row)
                    )
                    for r, row in enumerate(block.rows)
                )
            )
        return block

    return tuple(
        [
            p._replace(block=cut((index,), p.block)) if index in touched else p
            for index, p in enumerate(paragraphs)
        ]
    )


def _cut(block: Paragraph, numbers: Sequence[tuple[int, int]]) -> Paragraph:
    text = block.text
    stretches: list[tuple[int, int]] = []
    for start, end in numbers:
        # "[4], [5]": what stands between numbers of notes goes with them.
        if stretches and text[stretches[-1][1] : start].strip(" ") in ("", ","):
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
    stretches = [_with_spaces(text, start, end) for start, end in stretches]
    words, at = "", 0
    for start, end in stretches:
        words += text[at:start]
        at = max(at, end)
    words += text[at:]

    def moved(place: int) -> int:
        return place - sum(min(end, place) - start for start, end in stretches if start < place)

    marks = tuple(
        Mark(start, end, mark.kind)
        for mark in block.marks
        if (start := moved(mark.start)) < (end := moved(mark.end))
    )
    return replace(block, text=words, marks=marks)


def _with_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the spaces that would be too many without it."""
    left = start - 1 if text[:start].endswith(" ") else start
    right = end + 1 if text[end : end + 1] == " " else end
    if right == len(text) or (text[right] in _CLOSING and text[right : right + 2] != ".."):
        return left, right
    return (start, right) if left < start or not start else (start, end)
