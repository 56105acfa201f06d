"""Pieces of a paragraph → its lines: clean text with sparse marks, cut at line breaks where needed.

A line break inside a paragraph (Shift+Enter) begins a paragraph of its own where the next line
begins like one (a label, a dash, after a full stop, a title under a title); elsewhere it is a space.
Source: practice (offices type lists and titles with Shift+Enter).
"""

from __future__ import annotations

from typing import NamedTuple

from quyche_app.domain.line_labels import read_label
from quyche_app.domain.patterns import late
from quyche_app.domain.texts import clean
from quyche_app.domain.units import Mark
from quyche_app.reading.docx_runs import BREAK
from quyche_app.reading.docx_styles import (
    BOLD,
    ITALIC,
    SUBSCRIPT,
    SUPERSCRIPT,
    UNDERLINE,
)

Pieces = list[tuple[str, int]]
_KINDS = ((BOLD, "b"), (ITALIC, "i"), (UNDERLINE, "u"), (SUPERSCRIPT, "sup"), (SUBSCRIPT, "sub"))
_MARKED = BOLD | ITALIC | UNDERLINE | SUPERSCRIPT | SUBSCRIPT
_LISTED = late(r"[-–—+•*]\s")
_SENTENCE_END = late(r"[.;:!?…][”\"’)\]]*$")
_LOOK_BACK = 300  # characters of the line above that decide about the next one
_ANY_WORD = late(r"\w")
_SIGNATURE = late(r"(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\s*\.?\s*[^\W\d_]")
_GROUP_ALONE = late(
    r"(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Điều|ĐIỀU|Phụ lục|PHỤ LỤC)\s+"
    r"(?:[Tt]hứ\s+\w+|THỨ\s+\w+|[IVXLC]+|\d{1,3}[a-zđ]?|[A-ZĐ])\s*[.:]?$"
)


class Line(NamedTuple):
    """A line of a paragraph as it will stand: its text, its marks, whether all of it is bold."""

    text: str
    marks: tuple[Mark, ...] = ()
    is_bold: bool = False


EMPTY_LINE = Line("")


def line_of(pieces: Pieces) -> Line:
    """Give pieces as one clean line."""
    if not pieces:
        return EMPTY_LINE
    first = pieces[0][1] & _MARKED
    for _, bits in pieces:
        if bits & _MARKED != first:
            return _mixed(pieces)
    text = clean(pieces[0][0] if len(pieces) == 1 else "".join([text for text, _ in pieces]))
    if not first:
        return Line(text)
    return Line(text, _whole_marks(first, len(text)), bool(first & BOLD) and bool(text))


def _whole_marks(bits: int, length: int) -> tuple[Mark, ...]:
    return tuple([Mark(0, length, kind) for bit, kind in _KINDS if bits & bit]) if length else ()


def _mixed(pieces: Pieces) -> Line:
    """Clean piece by piece, so that the marks keep their places."""
    text = ""
    spans: list[tuple[int, int, int]] = []
    is_bold = True
    for raw, bits in pieces:
        # x on both sides keeps the spaces at the ends, which clean() would trim.
        part = clean(f"x{raw}x")[1:-1]
        if part.startswith(" ") and (not text or text.endswith(" ")):
            part = part[1:]
        begin = len(text)
        text += part
        if part.strip():
            is_bold &= bool(bits & BOLD)
            spans.append((begin, len(text), bits & _MARKED))
    whole = clean(text)  # a letter and its mark may stand in two runs
    return Line(whole, _marks(spans, len(whole)), is_bold and bool(whole))


_NOWHERE = -2  # touches no span: behind it the last mark is told


def _marks(spans: list[tuple[int, int, int]], length: int) -> tuple[Mark, ...]:
    marks = []
    for bit, kind in _KINDS:
        start = end = -1
        for begin, stop, bits in [*spans, (_NOWHERE, _NOWHERE, bit)]:
            if bits & bit and begin == end:
                end = stop
            elif bits & bit:
                if 0 <= start < min(end, length):
                    marks.append(Mark(start, min(end, length), kind))
                start, end = begin, stop
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.kind)))


def lines_of(pieces: Pieces) -> tuple[list[Line], int]:
    """Give pieces with line breaks as one or more lines, and how many breaks became spaces."""
    groups: list[Pieces] = []
    before = ""
    joined = 0
    for part in _split(pieces):
        text = clean("".join([text for text, _ in part]))
        if not text:
            continue
        if groups and not begins_paragraph(before, text):
            groups[-1] += [(" ", part[0][1]), *part]
            joined += 1
            before = f"{before} {text}"[-_LOOK_BACK:]
        else:
            groups.append(part)
            before = text
    return [line_of(group) for group in groups], joined


def _split(pieces: Pieces) -> list[Pieces]:
    parts: list[Pieces] = [[]]
    for text, bits in pieces:
        first, *others = text.split(BREAK)
        if first:
            parts[-1].append((first, bits))
        for other in others:
            parts.append([(other, bits)] if other else [])
    return [part for part in parts if part]


def begins_paragraph(before: str, after: str) -> bool:
    """Tell whether the line after a line break is a paragraph of its own."""
    if _LISTED.match(after) or read_label(after) is not None or _GROUP_ALONE.match(before):
        return True
    if not _ANY_WORD.search(before) or not _ANY_WORD.search(after):  # a line drawn with dashes
        return True
    if _SIGNATURE.match(before) or _SIGNATURE.match(after):
        return True
    if _SENTENCE_END.search(before) and not after[:1].islower():
        return True
    if before.isupper() and after.startswith("("):
        return True
    return before.isupper() != after.isupper() and not after[:1].islower()
