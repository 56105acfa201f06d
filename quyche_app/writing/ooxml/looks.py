"""What a paragraph of a text looks like in a Word file: its style, its side, its runs.

In: ``FlowParagraph``. Out: names of ``styles`` and runs as XML. Every Word file that shows a text
(consolidated, redline, decision) is set by these.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quyche_app.domain.flow import FlowParagraph, Part, Slot, cut_marks, is_title
from quyche_app.domain.operations import Footnote
from quyche_app.domain.units import Mark, UnitKind
from quyche_app.writing.ooxml.elements import marked_runs
from quyche_app.writing.ooxml.styles import HEADING_OF, STYLE_OF

_OF_PART = {
    Part.TITLE: "QCTitle",
    Part.HEAD: "QCFront",
    Part.FOOT: "QCBack",
    Part.STANDING: "QCNote",
    Part.ACTS: "QCActList",
}
_OF_SLOT = {Slot.FRONT: "QCFront", Slot.BACK: "QCBack"}


def style_of(paragraph: FlowParagraph) -> str:
    """Give the name of the style of a paragraph of one line, or of what stands for an object."""
    kind, part = paragraph.kind, paragraph.part
    if part in _OF_PART:
        return _OF_PART[part]
    if kind is None:
        return "QCTitle" if part is Part.REPEALED else _OF_SLOT[paragraph.slot]
    if part is Part.NAME and not paragraph.label:
        return HEADING_OF.get(kind, STYLE_OF[kind])
    if part is Part.WORDS and kind is UnitKind.ARTICLE and paragraph.label:
        return "QCArticleText"
    if paragraph.label:
        return STYLE_OF[kind]
    return "QCText"


def side_of(paragraph: FlowParagraph) -> str:
    """Give "center" or "right" where a paragraph differs from its style."""
    if paragraph.part is Part.TITLE and not paragraph.align and is_title(paragraph.text):
        return "center"
    return "" if paragraph.label else paragraph.align


def runs_of(paragraph: FlowParagraph, reference: Callable[[Footnote], str]) -> str:
    """Give the runs of a paragraph, the label of an article in bold, the numbers of notes in place.

    Args:
        reference: gives the run that is the number of a note.
    """
    words, marks = paragraph.words, list(paragraph.word_marks)
    if paragraph.part is Part.WORDS and paragraph.kind is UnitKind.ARTICLE and paragraph.label:
        marks.append(Mark(0, len(paragraph.label.rstrip()), "b"))
    out, start = "", 0
    for at, footnote in paragraph.notes:
        out += _runs(words, marks, start, at) + reference(footnote)
        start = at
    return out + _runs(words, marks, start, len(words))


def _runs(words: str, marks: Sequence[Mark], start: int, end: int) -> str:
    return marked_runs(words[start:end], cut_marks(marks, start, end)) if start < end else ""
