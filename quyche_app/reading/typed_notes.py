"""Footnotes that stand in a file as text: their numbers among the words, the notes as paragraphs.

A published consolidated text that was saved as text or made from a PDF has "[2]", "(2)", a raised 2
or a 2 glued to the label or the word ("Điều 5.20", "khoản này3"), and the notes at its end or where
its pages ended. They are no words of the text. Source: domain.md 5.3, 5.4.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from quyche_app.domain.line_labels import read_label
from quyche_app.domain.quotations import balance, begins_quotation
from quyche_app.domain.sources import Finding, SourceParagraph
from quyche_app.domain.units import Mark, Paragraph, UnitKind

# What a text with such notes holds for certain: most texts are not looked at further.
_HINTS = ("[1]", "này được", "” được", "\" được", "căn cứ ban hành như sau")
# "Khoản này được sửa đổi … theo quy định tại …", "Cụm từ “…” được thay thế …", "Luật số … có căn cứ
# ban hành như sau", "Điều 2 của Luật số … quy định như sau" (5.4).
_SPEAKS = re.compile(
    r"(?:(?:điều|khoản|điểm|tiết|đoạn|câu|nội dung|mở đầu|chương|mục|phần|phụ lục|biểu|mẫu|tiêu đề) này"
    r"|[”\"]) (?:đã )?(?:được|bị) (?:sửa đổi|bổ sung|bãi bỏ|thay|bỏ|đính chính|chuyển|đổi).*"
    r"(?:theo quy định|tại|bởi) |căn cứ ban hành như sau:"
    r"|^\W*\d+\W*(?:các )?(?:điều|khoản) \d.{0,40} của \S+(?: \S+)? số .*như sau:",
    re.IGNORECASE,
)
_RAISED = {char: str(value) for value, char in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_RAISED_CHARS = "".join(_RAISED)


@dataclass(frozen=True, slots=True)
class _Style:
    """A way to print the number of a note.

    Attributes:
        start: how a note begins.
        mark: the number among the words.
        is_plain: the form alone says that it is a note; else the notes must speak like notes, and the
            numbers rise through the text.
    """

    start: re.Pattern[str]
    mark: re.Pattern[str]
    is_plain: bool = False


_GLUED = re.compile(r"(?<=[^\s\d/-])\d{1,3}(?=[\s.,;:)”\"]|$)|(?<=^PHỤ LỤC SỐ 0\d)\d{1,3}$")
_STYLES = (
    _Style(re.compile(r"\[(\d{1,3})\]"), re.compile(r"\[\d{1,3}\]"), is_plain=True),
    _Style(
        re.compile(rf"([{_RAISED_CHARS}]{{1,3}})\s?\S"),
        re.compile(rf"(?<![mM])[{_RAISED_CHARS}]{{1,3}}"),  # "m²" is no note
    ),
    _Style(re.compile(r"\((\d{1,3})\)"), re.compile(r"\(\d{1,3}\)")),
    _Style(re.compile(r"(\d{1,3})\s?(?=[A-ZĐ])"), _GLUED),
)
# A label alone: a number glued to it is a note's.
_LABEL = re.compile(r"Điều \d{1,3}[a-zđ]?\.|\d{1,2}[a-zđ]?\.|[a-zđ]\d?\)|PHỤ LỤC SỐ 0\d")
_CLOSING = ",;.:)”\""
# A lost number may be passed over; more are another list.
_MOST_LOST = 3
# So many numbers in brackets that rise from 1 are of notes even where the notes are not there.
_ENOUGH_ALONE = 3


@dataclass(frozen=True, slots=True)
class WithoutNotes:
    """A text without its typed notes.

    Attributes:
        paragraphs: as given, the numbers of notes taken out of the words.
        notes: indexes of the paragraphs that are notes.
        finding: says so.
    """

    paragraphs: tuple[SourceParagraph, ...]
    notes: frozenset[int]
    finding: Finding


def without_notes(paragraphs: Sequence[SourceParagraph]) -> WithoutNotes | None:
    """Give a text without its typed notes, or None where it has none."""
    texts = [p.block.text if isinstance(p.block, Paragraph) else "" for p in paragraphs]
    whole = "\n".join(texts)
    if not any(hint in whole for hint in _HINTS):
        return None
    for style in _STYLES:
        chain = _note_starts(texts, style)
        if not chain and not style.is_plain:
            continue
        notes = frozenset(_note_paragraphs(texts, [index for index, _ in chain]))
        cuts = _marks(paragraphs, notes, style, chain[-1][1] if chain else 0)
        if cuts:
            line = paragraphs[chain[0][0]].number if chain else 0
            return WithoutNotes(
                tuple([_cut(p, cuts[i]) if i in cuts else p for i, p in enumerate(paragraphs)]),
                notes, _finding(line, len(chain), sum(map(len, cuts.values()))),
            )
    return None


def _finding(line: int, notes: int, marks: int) -> Finding:
    if not notes:
        return Finding(
            "typed_notes",
            f"Lời văn có {marks} số chú thích mà tệp không có chú thích: các số này được bỏ khỏi lời văn.",
        )
    return Finding(
        "typed_notes",
        f"Tệp có {notes} chú thích gõ như lời văn: các chú thích được để riêng, {marks} số chú thích "
        "được bỏ khỏi lời văn.",
        line,
    )


def _note_starts(texts: Sequence[str], style: _Style) -> list[tuple[int, int]]:
    """Give the longest run of paragraphs that begin like notes 1, 2, 3 …: (index, number)."""
    found = [
        (index, _value(match[1])) for index, text in enumerate(texts)
        if text and (match := style.start.match(text)) and (
            style.is_plain or _SPEAKS.search(text)
        )
    ]
    best: list[tuple[int, int]] = []
    for place, (_, number) in enumerate(found):
        if number != 1:
            continue
        chain: list[tuple[int, int]] = []
        for index, value in found[place:]:
            last = chain[-1][1] if chain else 0
            if last < value <= last + 1 + (_MOST_LOST if chain else 0):
                chain.append((index, value))
        if len(chain) >= len(best):  # a number may begin a paragraph of the text too: notes come later
            best = chain
    return best


def _value(printed: str) -> int:
    return int("".join(_RAISED.get(char, char) for char in printed))


def _note_paragraphs(texts: Sequence[str], starts: Sequence[int]) -> Iterator[int]:
    """Give the paragraphs of all notes: from the first to the end where they stand together, else
    each with the provisions that it quotes."""
    if not starts:
        return
    if _is_list(texts, starts):
        appendix = next(
            (n for n in range(starts[-1] + 1, len(texts)) if re.match(r"PHỤ LỤC\b.{0,30}$", texts[n])),
            len(texts),
        )
        yield from range(starts[0], appendix)
        return
    for start in starts:
        yield start
        depth = balance(texts[start])
        following = start + 1
        if depth <= 0 and texts[start].endswith(":") and following < len(texts) and (
            begins_quotation(texts[following])
        ):
            depth = balance(texts[following])
            yield following
            following += 1
        while depth > 0 and following < len(texts):
            depth = balance(texts[following], depth)
            yield following
            following += 1


def _is_list(texts: Sequence[str], starts: Sequence[int]) -> bool:
    """Whether the notes stand together: no article of the text comes after the first one."""
    last = 0
    for text in texts[: starts[0]]:
        last = _article_number(text) or last
    return not any(_article_number(text) == last + 1 for text in texts[starts[0]:])


def _article_number(text: str) -> int | None:
    if text[:1] not in "ĐD":
        return None
    label = read_label(text)
    if label is None or label.kind is not UnitKind.ARTICLE or not label.is_strong:
        return None
    digits = re.match(r"\d+", label.label)
    return int(digits[0]) if digits else None


# -- numbers among the words --------------------------------------------------------------------------


def _marks(
    paragraphs: Sequence[SourceParagraph], notes: frozenset[int], style: _Style, most: int
) -> dict[int, list[tuple[int, int]]]:
    """Give the stretches to be cut out, by index of the paragraph. Numbers that are no plain notes
    are those of the longest row that rises through the text."""
    found = [
        (index, start, end, number)
        for index, paragraph in enumerate(paragraphs) if index not in notes
        for start, end, number in _numbers(paragraph, style)
    ]
    if not most:
        numbers = [number for *_, number in found]
        return _stretches(paragraphs, found) if (
            len(found) >= _ENOUGH_ALONE and numbers == list(range(1, len(found) + 1))
        ) else {}
    found = [mark for mark in found if 1 <= mark[3] <= most]
    if not style.is_plain:
        found = [found[n] for n in _rising([mark[3] for mark in found])]
    return _stretches(paragraphs, found)


def _numbers(paragraph: SourceParagraph, style: _Style) -> Iterator[tuple[int, int, int]]:
    """Give what may be numbers of notes in a paragraph: start, end, number."""
    block = paragraph.block
    if not isinstance(block, Paragraph):
        return
    text = block.text
    for match in style.mark.finditer(text):
        if style.mark is not _GLUED or _is_glued(text[: match.start()]):
            yield match.start(), match.end(), _value(match[0].strip("[]()"))
    if style.mark is _GLUED:
        for mark in block.marks:
            printed = text[mark.start : mark.end]
            if mark.kind == "sup" and printed.isdecimal() and len(printed) <= 3 and (
                text[: mark.start][-1:] not in "mM" and not _is_glued(text[: mark.start])
            ):
                yield mark.start, mark.end, int(printed)


def _is_glued(before: str) -> bool:
    """Whether a number behind these words is glued to a label, to a whole word or to a mark; the
    number of an act ("65/2020/QH14") and a size ("A4") are none."""
    if _LABEL.fullmatch(before):
        return True
    if before[-1:] in _CLOSING:
        return before[-2:-1].isalpha() or before[-2:-1] in _CLOSING
    word = before[-3:]
    return word.isalpha() and (word[-2:].islower() or word.isupper())


def _stretches(
    paragraphs: Sequence[SourceParagraph], marks: Sequence[tuple[int, int, int, int]]
) -> dict[int, list[tuple[int, int]]]:
    cuts: dict[int, list[tuple[int, int]]] = {}
    for index, start, end, _ in marks:
        cuts.setdefault(index, []).append(_with_space(paragraphs[index].text, start, end))
    return cuts


def _rising(numbers: Sequence[int]) -> list[int]:
    """Give the places of the longest strictly rising row of numbers."""
    ends: list[int] = []  # smallest last number of a row of each length
    places: list[int] = []
    before = [-1] * len(numbers)
    for place, number in enumerate(numbers):
        at = bisect_left(ends, number)
        before[place] = places[at - 1] if at else -1
        if at == len(ends):
            ends.append(number)
            places.append(place)
        else:
            ends[at], places[at] = number, place
    row: list[int] = []
    place = places[-1] if places else -1
    while place >= 0:
        row.append(place)
        place = before[place]
    return row[::-1]


def _with_space(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the spaces that would be too many without it."""
    left = start - 1 if text[:start].endswith(" ") else start
    right = end + 1 if text[end : end + 1] == " " else end
    if right == len(text) or text[right] in _CLOSING:
        return left, right
    return (start, right) if left < start or not start else (start, end)


def _cut(paragraph: SourceParagraph, stretches: Sequence[tuple[int, int]]) -> SourceParagraph:
    block = paragraph.block
    if not isinstance(block, Paragraph):
        return paragraph
    text, at = "", 0
    for start, end in stretches:
        text += block.text[at:start]
        at = end
    text += block.text[at:]
    moved = _mover(stretches)
    marks = tuple(
        Mark(start, end, mark.kind) for mark in block.marks
        if (start := moved(mark.start)) < (end := moved(mark.end))
    )
    return paragraph._replace(block=replace(block, text=text, marks=marks))


def _mover(stretches: Sequence[tuple[int, int]]) -> Callable[[int], int]:
    """Where a place of the text lies after the stretches are gone."""
    return lambda place: place - sum(
        min(end, place) - start for start, end in stretches if start < place
    )
