"""Footnotes that stand in a file as text: the notes as paragraphs, their numbers among the words.

A published consolidated text that was saved as text or made from a PDF has "[2]", "(2)", a raised 2
or a 2 glued to the label or the word ("Điều 5.20", "khoản này3"), and the notes at its end or where
its pages ended. They are no words of the text. Words must not be lost: notes are believed where they
speak as such notes do, and a paragraph that does not is left where it stands.
Source: docs/field.md 5.3, 5.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quyche_app.domain.messages import message
from quyche_app.domain.patterns import late
from quyche_app.domain.quotations import balance, begins_quotation
from quyche_app.domain.sequences import longest_rising
from quyche_app.domain.sources import Finding, SourceParagraph
from quyche_app.domain.units import Paragraph
from quyche_app.reading.note_hints import may_have_notes
from quyche_app.reading.note_numbers import (
    BRACKETS,
    STYLES,
    Number,
    Style,
    found_numbers,
    without_numbers,
)

_ACTS = (
    r"(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Quy định|Quy chế"
    r"|Hướng dẫn|Kết luận)"
)
# "Khoản này được sửa đổi … theo quy định tại khoản 1 Điều 1 của Luật số …", "Cụm từ “…” được thay thế
# …", "Luật số … có căn cứ ban hành như sau", "Điều 2 của Luật số … quy định như sau"
# (docs/field.md 5.4).
_SPEAKS = late(
    r"(?:\S+ này|[”\"’]|(?:[Kk]hoản|[Đđ]iểm|[Đđ]iều|Mẫu số|Mẫu|Phụ lục|Biểu|Bảng) \S{1,6}) (?:đã )?"
    r"(?:(?:được|bị) (?:sửa đổi|bổ sung|bãi bỏ|hủy bỏ|huỷ bỏ|thay|bỏ|đính chính|chuyển|đổi)|hết hiệu lực)"
    r".*\btheo (?:quy định )?(?:tại )?(?:các )?(?:[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Mm]ục|[Pp]hụ lục) .*"
    rf"\b{_ACTS}\b"
    r"|căn cứ ban hành như sau|được hợp nhất (?:từ|bởi)"
    rf"|^\W*\d*\W*(?:Các )?(?:[Đđ]iều|[Kk]hoản) \d.{{0,60}}\b{_ACTS}\b.* quy định như sau:"
)
# A note of a consolidated file on what has another number or place now (docs/field.md 5.4).
_MOVED = late(rf" này được (?:đánh số lại|chuyển|tách|gộp)\b.*\btheo quy định tại .*\b{_ACTS}\b")
# How a note begins, and words that it has: asked before the pattern is.
_FIRST, _WORDS = tuple("[(0123456789⁰¹²³⁴⁵⁶⁷⁸⁹"), (" theo ", "như sau", "hợp nhất")
# What a text that is a consolidated one says somewhere (docs/field.md 5.1, 5.3).
_CONSOLIDATED = late(r"hợp nhất|VBHN|\((?:được |bị )?bãi bỏ\)", re.IGNORECASE)
# A row may begin a little late, and lose some of its numbers.
_FIRST_AT_MOST, _LOST_AT_MOST = 4, 0.5
# A note that is lost from a row is looked for so near behind the last one.
_NEAR = 3
# Provisions that a note quotes hold at most so many paragraphs.
_LONGEST_QUOTED = 200


def tells_source(note: str) -> bool:
    """Tell whether a note says which act a wording comes from."""
    return _SPEAKS.search(note) is not None or _MOVED.search(note) is not None


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
    if not may_have_notes(paragraphs):
        return None
    texts = [p.block.text if isinstance(p.block, Paragraph) else "" for p in paragraphs]
    whole = "\n".join(texts)
    speaking = [
        index
        for index, text in enumerate(texts)
        if text[:1] in _FIRST and any(word in text for word in _WORDS) and _SPEAKS.search(text)
    ]
    for style in STYLES if speaking else ():
        starts = _note_starts(texts, style, speaking)
        if len(starts) < style.fewest:
            continue
        notes = set(_note_paragraphs(texts, [index for index, _ in starts]))
        numbers = found_numbers(paragraphs, notes, style, starts[-1][1])
        if len(numbers) * 2 >= len(starts):
            return _result(paragraphs, notes, numbers, len(starts), paragraphs[starts[0][0]].number)
    if _CONSOLIDATED.search(whole):
        numbers = found_numbers(paragraphs, set(), BRACKETS, None)
        if numbers:
            return _result(paragraphs, set(), numbers, 0, 0)
    return None


def _result(
    paragraphs: Sequence[SourceParagraph],
    notes: set[int],
    numbers: Sequence[Number],
    count: int,
    line: int,
) -> WithoutNotes:
    plain = without_numbers(paragraphs, numbers)
    # A number alone in its paragraph leaves nothing.
    notes |= {place[0] for place, _, _ in numbers if not plain[place[0]].text.strip()}
    return WithoutNotes(plain, frozenset(notes), _finding(line, count, len(numbers)))


def _finding(line: int, notes: int, numbers: int) -> Finding:
    if not notes:
        said = message(
            "typed_notes",
            "Lời văn có {count} số chú thích mà tệp không có chú thích: các số này được bỏ khỏi lời văn.",
            count=numbers,
        )
        return Finding(said)
    said = message(
        "typed_notes",
        "Tệp có {notes} chú thích gõ như lời văn: các chú thích được để riêng, {numbers} số chú thích "
        "được bỏ khỏi lời văn.",
        notes=notes,
        numbers=numbers,
    )
    return Finding(said, line)


def _note_starts(
    texts: Sequence[str], style: Style, speaking: Sequence[int]
) -> list[tuple[int, int]]:
    """Give the paragraphs that begin notes: (index, number), both rising; ``speaking``: indexes of
    those that say what notes say."""
    sure = [(i, style.value(match[1])) for i in speaking if (match := style.start.match(texts[i]))]
    row = [sure[n] for n in longest_rising([number for _, number in sure])]
    if not row or row[0][1] > _FIRST_AT_MOST:
        return []
    possible = [
        (index, style.value(match[1]))
        for index, text in enumerate(texts)
        if text and (match := style.start.match(text))
    ]
    # Between two of the row, and right behind it, a note may say something else.
    filled: list[tuple[int, int]] = []
    ends = [*row[1:], (row[-1][0] + _NEAR + 1, row[-1][1] + _NEAR + 1)]
    for (index, number), (next_index, next_number) in zip(row, ends, strict=True):
        filled.append((index, number))
        between = [s for s in possible if index < s[0] < next_index and number < s[1] < next_number]
        filled += [between[n] for n in longest_rising([number for _, number in between])]
    lost = filled[-1][1] - len(filled)
    return filled if lost <= _LOST_AT_MOST * filled[-1][1] else []


def _note_paragraphs(texts: Sequence[str], starts: Sequence[int]) -> Iterator[int]:
    """Give the paragraphs of all notes: each with the provisions that it quotes and the paragraphs
    behind it that speak like notes ("Điểm này được … lần thứ hai …")."""
    for start, end in zip(starts, [*starts[1:], len(texts)], strict=True):
        yield start
        at = _behind_quotation(texts, start, end)
        yield from range(start + 1, at)
        while at < end and _SPEAKS.search(texts[at]):
            further = _behind_quotation(texts, at, end)
            yield from range(at, further)
            at = further


def _behind_quotation(texts: Sequence[str], at: int, end: int) -> int:
    """Give where what a paragraph quotes is over; a quotation that is not closed is none."""
    text = texts[at]
    first = at
    if text.rstrip().endswith(":") and at + 1 < end and begins_quotation(texts[at + 1]):
        first = at + 1
    elif not re.search(r":\s*[“„\"]", text):
        return at + 1
    depth = balance(texts[first])
    for number in range(first + 1, min(end, first + _LONGEST_QUOTED)):
        if depth <= 0:
            return number
        depth = balance(texts[number], depth)
    return min(end, first + _LONGEST_QUOTED) if depth <= 0 else at + 1
