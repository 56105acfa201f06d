"""Quoted paragraphs without the marks around them (docs/field.md 4.3)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quyche_app.domain.patterns import late
from quyche_app.domain.quotations import balance
from quyche_app.domain.sources import SourceParagraph
from quyche_app.domain.units import Block, Paragraph, Table

_FIRST_MARK = late(r"^\s*(?:‘‘|[“„«\"‘'])(?P<rest>.*)$", re.DOTALL)
# A paragraph that stands in marks as a whole: “1. Một.”.
_WHOLE = late(r"\s*[“„«\"‘'`][^“”„«»\"]*[”»\"’'“]\s*[.;,:]*\s*$")
_SINGLE = late(r"\s*[‘'`]")
_LAST_MARK = late(r"^(?P<rest>.*?)(?:’’|[”»\"“’'])\s*[.;,:]*\s*(?:và)?\s*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted paragraphs without the marks around them.

    Attributes:
        openings: places in ``blocks`` where a quotation begins; every unit may have marks of its own
            (docs/field.md 4.3).
    """

    blocks: tuple[Block, ...]
    openings: tuple[int, ...]


def has_stray_marks(blocks: Sequence[Block]) -> bool:
    """Tell whether new wording still holds marks of its quotation, so that it may begin or end
    elsewhere: a paragraph in marks as a whole, or a mark without its partner."""
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    if any(_WHOLE.match(text) or _SINGLE.match(text) for text in texts):
        return True
    whole = "".join(texts)
    opened = sum(whole.count(mark) for mark in "“„«")
    closed = sum(whole.count(mark) for mark in "”»")
    # A straight mark may be the partner of a curly one (docs/field.md 4.3: mixed pairs occur).
    return (opened + closed + whole.count('"')) % 2 == 1 or (opened != closed and '"' not in whole)


def unquoted(paragraphs: Sequence[SourceParagraph], inline: str | None) -> Quoted:
    """Take the marks off quoted paragraphs; ``inline``: what is quoted on the order's own line.

    Marks with nothing between them give no block: an empty quotation is no new wording.
    """
    paragraphs = [piece for paragraph in paragraphs for piece in _out_of_a_frame(paragraph)]
    words = (inline or "").strip()
    blocks: list[Block] = [Paragraph(line) for line in words.split("\n") if line]
    openings: list[int] = []
    depth = 1 if inline is not None and paragraphs else 0
    for paragraph in paragraphs:
        block = paragraph.block
        if not isinstance(block, Paragraph):
            blocks.append(block)
            continue
        text = block.text
        opens = depth == 0 and _FIRST_MARK.match(text)
        depth = max(balance(text, depth), 0)
        if opens:
            text = opens["rest"].lstrip()
            openings.append(len(blocks))
        if depth == 0 or paragraph is paragraphs[-1]:
            closes = _LAST_MARK.match(text)
            text = closes["rest"].rstrip() if closes else text
        if text:
            same = text == block.text
            blocks.append(block if same else Paragraph(text, align=block.align))
    return Quoted(tuple(blocks), tuple(openings))


def _out_of_a_frame(paragraph: SourceParagraph) -> list[SourceParagraph]:
    """A table of one cell is a frame around paragraphs: those in marks are new wording like any other."""
    block = paragraph.block
    if not isinstance(block, Table) or [len(row) for row in block.rows] != [1]:
        return [paragraph]
    inside = block.rows[0][0].blocks
    first = inside[0] if inside else None
    if not isinstance(first, Paragraph) or not _FIRST_MARK.match(first.text):
        return [paragraph]
    return [paragraph._replace(block=each) for each in inside]
