"""A consolidated text as one self-contained page: serif, printable, notes linked."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from html import escape

from quyche_app.domain.flow import FlowParagraph, Part, Slot, by_line
from quyche_app.domain.operations import Footnote
from quyche_app.domain.units import GROUPING_KINDS, Block, Mark, Opaque, Paragraph, Table
from quyche_app.resources_folder import resource
from quyche_app.writing.consolidated import ConsolidatedDocument, document_flow

# The look of a mark → its element.
_ELEMENTS = {"b": "b", "i": "i", "u": "u", "sup": "sup", "sub": "sub"}


def html_bytes(document: ConsolidatedDocument) -> bytes:
    """Give the page."""
    notes: list[str] = []

    def reference(note: Footnote) -> str:
        notes.append(note.text)
        n = len(notes)
        return f'<sup id="r{n}"><a href="#n{n}">{n}</a></sup>'

    sections: list[list[str]] = [[]]
    for paragraph in document_flow(document):
        if paragraph.new_page:
            sections.append([])
        sections[-1].append(_set(paragraph, reference))
    body = "".join(f"<section>{''.join(inside)}</section>" for inside in sections)
    name = escape(document.act.full_name or "Văn bản")
    listed = "".join(
        f'<li id="n{n}">{escape(text)} <a href="#r{n}">↑</a></li>'
        for n, text in enumerate(notes, 1)
    )
    footer = f'<ol class="notes">{listed}</ol>' if listed else ""
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{name}</title>'
        f"<style>{_style()}</style></head><body>{body}{footer}</body></html>\n"
    ).encode()


def _set(paragraph: FlowParagraph, reference: Callable[[Footnote], str]) -> str:
    """One paragraph of the text as elements of the page."""
    if paragraph.block is not None:
        frame = "" if paragraph.is_ruled else "frame"
        if paragraph.slot is Slot.BACK:
            frame = "frame foot"
        return _block(paragraph.block, "", frame)
    return "".join(
        f'<p class="{_class_of(line)}">{_inside(line, reference)}</p>'
        for line in by_line(paragraph)
    )


def _class_of(line: FlowParagraph) -> str:
    if line.kind is None:
        return _class_of_frame(line)
    if line.kind in GROUPING_KINDS and line.part not in (Part.WORDS, Part.REPEALED):
        return "group"
    if line.part in (Part.NAME, Part.LABEL):
        return "article"
    return ""


def _class_of_frame(line: FlowParagraph) -> str:
    match line.part:
        case Part.STANDING:
            return "note"
        case Part.ACTS:
            return ""
        case Part.FOOT | Part.NOTES:
            return "plain"
        case Part.TITLE | Part.REPEALED:
            return "front"
    if line.align != "center" and not line.text.isupper():
        return ""
    return "note" if line.text.startswith("(") else "front"


def _inside(line: FlowParagraph, reference: Callable[[Footnote], str]) -> str:
    """Words with their marks and the numbers of notes."""
    words, out, start = line.words, "", 0
    for at, note in line.notes:
        out += _marked(words, line.word_marks, start, at) + reference(note)
        start = at
    return out + _marked(words, line.word_marks, start, len(words))


def _marked(words: str, marks: Sequence[Mark], start: int, end: int) -> str:
    """A stretch of words with bold, italic, underlined, raised and lowered letters."""
    if not marks:
        return escape(words[start:end])
    inner = {border for mark in marks for border in (mark.start, mark.end)}
    borders = [start, *sorted(border for border in inner if start < border < end), end]
    out = ""
    for left, right in itertools.pairwise(borders):
        own = [mark.kind for mark in marks if mark.covers(left, right)]
        names = [name for kind, name in _ELEMENTS.items() if kind in own]
        opened = "".join(f"<{name}>" for name in names)
        closed = "".join(f"</{name}>" for name in reversed(names))
        out += f"{opened}{escape(words[left:right])}{closed}"
    return out


def _block(block: Block, style: str, frame: str = "") -> str:
    match block:
        case Paragraph():
            return f'<p class="{style}">{_marked(block.text, block.marks, 0, len(block.text))}</p>'
        case Table():
            rows = "".join(
                f"<tr>{''.join(_cell(cell.span, cell.blocks) for cell in row)}</tr>"
                for row in block.rows
            )
            return f'<table class="{frame}">{rows}</table>'
        case Opaque():
            return f'<p class="{style}">{escape(block.text)}</p>' if block.text else ""


def _cell(span: int, blocks: Sequence[Block]) -> str:
    inside = "".join(_block(block, "plain") for block in blocks)
    return f'<td colspan="{span}">{inside}</td>'


def _style() -> str:
    return resource("pages", "van-ban.css").read_text(encoding="utf-8")
