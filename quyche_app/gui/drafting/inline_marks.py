"""Bold, italic and the like between the draft's marks and the document's formats."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from PySide6.QtGui import QFont, QTextCharFormat

from quyche_app.domain.units import Mark
from quyche_app.gui.drafting.page_blocks import PageBlock


def formatted_pieces(
    place: PageBlock, base: QTextCharFormat
) -> list[tuple[int, int, QTextCharFormat]]:
    """Give the stretches of a paragraph with a form each, without gaps up to the last mark."""
    borders = sorted({0, *(m.start for m in place.marks), *(m.end for m in place.marks)})
    borders = [b for b in borders if b <= len(place.text)]
    pieces = []
    for start, end in itertools.pairwise(borders):
        form = QTextCharFormat(base)
        for mark in place.marks:
            if mark.covers(start, end):
                _add_mark(form, mark.kind)
        pieces.append((start, end, form))
    return pieces


def _add_mark(form: QTextCharFormat, kind: str) -> None:
    match kind:
        case "b":
            form.setFontWeight(QFont.Weight.Bold)
        case "i":
            form.setFontItalic(True)
        case "u":
            form.setFontUnderline(True)
        case "sup":
            form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        case "sub":
            form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)


def marks_of(
    fragments: Iterable[tuple[str, QTextCharFormat]], place: PageBlock
) -> tuple[Mark, ...]:
    """Give the inline marks of a paragraph as it stands in the document; a name has none."""
    if place.slot == "heading":
        return place.marks
    marks: list[Mark] = []
    at = 0
    for words, form in fragments:
        marks += _fragment_marks(form, at, at + len(words))
        at += len(words)
    return _merged(marks)


def _fragment_marks(form: QTextCharFormat, start: int, end: int) -> list[Mark]:
    kinds = []
    if form.fontWeight() >= QFont.Weight.Bold:
        kinds.append("b")
    if form.fontItalic():
        kinds.append("i")
    if form.fontUnderline():
        kinds.append("u")
    if form.verticalAlignment() == QTextCharFormat.VerticalAlignment.AlignSuperScript:
        kinds.append("sup")
    if form.verticalAlignment() == QTextCharFormat.VerticalAlignment.AlignSubScript:
        kinds.append("sub")
    return [Mark(start, end, kind) for kind in kinds]


def _merged(marks: list[Mark]) -> tuple[Mark, ...]:
    """Marks of one kind that touch, as one."""
    merged: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.kind, m.start)):
        last = merged[-1] if merged else None
        if last is not None and last.kind == mark.kind and last.end >= mark.start:
            merged[-1] = Mark(last.start, max(last.end, mark.end), mark.kind)
        else:
            merged.append(mark)
    return tuple(sorted(merged, key=lambda m: (m.start, m.end, m.kind)))
