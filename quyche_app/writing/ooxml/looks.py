"""The runs of a paragraph in a Word file: words with their marks, numbers of notes in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quyche_app.domain.flow import FlowParagraph, cut_marks
from quyche_app.domain.operations import Footnote
from quyche_app.domain.units import Mark
from quyche_app.writing.named_styles import marks_of
from quyche_app.writing.ooxml.elements import Element, marked_runs


def runs_of(paragraph: FlowParagraph, reference: Callable[[Footnote], Element]) -> list[Element]:
    """Give the runs of a paragraph, the numbers of notes in place.

    Args:
        reference: gives the run that is the number of a note.
    """
    words, marks = paragraph.words, marks_of(paragraph)
    runs: list[Element] = []
    start = 0
    for at, footnote in paragraph.notes:
        runs += [*_runs(words, marks, start, at), reference(footnote)]
        start = at
    return [*runs, *_runs(words, marks, start, len(words))]


def _runs(words: str, marks: Sequence[Mark], start: int, end: int) -> list[Element]:
    return marked_runs(words[start:end], cut_marks(marks, start, end)) if start < end else []
