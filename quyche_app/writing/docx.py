"""A consolidated text as a Word file: named styles, real footnotes, page numbers.

In: ``ConsolidatedDocument``. Out: bytes; same document, same bytes. Source: docs/field.md 5.1-5.5.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from quyche_app.domain.beside import TableShape
from quyche_app.domain.flow import FlowParagraph, Slot, by_line
from quyche_app.domain.operations import Footnote
from quyche_app.domain.units import Opaque, Table
from quyche_app.writing.consolidated import ConsolidatedDocument, document_flow
from quyche_app.writing.layout import load_profile
from quyche_app.writing.named_styles import side_of, style_of
from quyche_app.writing.ooxml.blocks import block_element
from quyche_app.writing.ooxml.elements import Element, footnote_reference, w
from quyche_app.writing.ooxml.elements import paragraph as set_paragraph
from quyche_app.writing.ooxml.heads import head_element
from quyche_app.writing.ooxml.looks import runs_of
from quyche_app.writing.ooxml.package import build_package


def docx_bytes(document: ConsolidatedDocument) -> bytes:
    """Give the Word file. Cost: linear in the text."""
    profile = load_profile(document.profile_name)
    notes: list[str] = []

    def reference(note: Footnote) -> Element:
        notes.append(note.text)
        return footnote_reference(len(notes))

    body = w("body")
    for paragraph in document_flow(document):
        body.extend(_elements(paragraph, document.source.tables, reference))
    return build_package(body, profile=profile, footnotes=notes, title=document.act.full_name)


def _elements(
    paragraph: FlowParagraph,
    shapes: Sequence[TableShape],
    reference: Callable[[Footnote], Element],
) -> Iterator[Element]:
    """One paragraph of the text as paragraphs or a table of the file."""
    if paragraph.block is not None:
        block = _block(paragraph, paragraph.block, shapes)
        if block is not None:
            yield block
        return
    for line in by_line(paragraph):
        yield set_paragraph(
            runs_of(line, reference),
            style_of(line),
            align=side_of(line),
            break_before=line.new_page,
        )


def _block(
    paragraph: FlowParagraph, block: Table | Opaque, shapes: Sequence[TableShape]
) -> Element | None:
    if paragraph.slot is Slot.FRONT and not paragraph.is_ruled:
        return head_element(block, style_of(paragraph))
    known = () if paragraph.slot is Slot.BACK else shapes
    return block_element(block, style_of(paragraph), bordered=paragraph.is_ruled, shapes=known)
