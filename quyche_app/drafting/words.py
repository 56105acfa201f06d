"""Changing the words of a paragraph with its marks: replace, cut, join."""

from __future__ import annotations

from collections.abc import Sequence

from quyche_app.domain.units import Mark, Paragraph

Change = tuple[int, int, str]  # characters start to end get other words


def changed_paragraph(paragraph: Paragraph, changes: Sequence[Change]) -> Paragraph:
    """Give a paragraph with stretches replaced; marks keep to their words. Stretches do not overlap."""
    text, marks = paragraph.text, paragraph.marks
    for start, end, words in sorted(changes, reverse=True):
        text = text[:start] + words + text[end:]
        marks = tuple(
            mark
            for mark in (_moved(mark, start, end, len(words)) for mark in marks)
            if mark.start < mark.end
        )
    return Paragraph(text, marks, paragraph.align)


def _moved(mark: Mark, start: int, end: int, length: int) -> Mark:
    shift = length - (end - start)

    def place(at: int, *, is_end: bool) -> int:
        if at <= start:
            return at
        if at >= end:
            return at + shift
        return start + length if is_end else start

    return Mark(place(mark.start, is_end=False), place(mark.end, is_end=True), mark.kind)


def cut(paragraph: Paragraph, at: int) -> tuple[Paragraph, Paragraph]:
    """Give a paragraph in two at a character; the spaces at the cut go away."""
    left, right = paragraph.text[:at].rstrip(), paragraph.text[at:].lstrip()
    gone = len(paragraph.text) - len(right)
    before = tuple(
        Mark(m.start, min(m.end, len(left)), m.kind) for m in paragraph.marks if m.start < len(left)
    )
    after = tuple(
        Mark(max(m.start - gone, 0), m.end - gone, m.kind) for m in paragraph.marks if m.end > gone
    )
    return Paragraph(left, before, paragraph.align), Paragraph(right, after, paragraph.align)


def joined(left: Paragraph, right: Paragraph) -> Paragraph:
    """Give two paragraphs as one, with a space between their words."""
    gap = " " if left.text and right.text else ""
    shift = len(left.text) + len(gap)
    marks = tuple(Mark(m.start + shift, m.end + shift, m.kind) for m in right.marks)
    return Paragraph(left.text + gap + right.text, left.marks + marks, left.align)
