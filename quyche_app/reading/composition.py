"""Words whose letters are written in pieces (NFD: a base letter, then its marks).

Texts are read into NFC, where they look and search alike. A comparison of two files tells where one
was typed in pieces, as an orthographic difference: for that the words are put back as written.
Source: docs/field.md 9 (Mac files and some web copies are decomposed).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from operator import is_

from quyche_app.domain.acts import Act
from quyche_app.domain.line_labels import read_label
from quyche_app.domain.sources import ReadText
from quyche_app.domain.units import Block, Cell, Paragraph, Table, Unit

# The first bytes of U+0300 to U+036F in UTF-8: no letter of Vietnamese in one piece has them.
_MARK_BYTES = (b"\xcc", b"\xcd")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def may_have_pieces(data: bytes) -> bool:
    """Tell quickly whether a text in UTF-8 or UTF-16 may have words in pieces."""
    return data[:2] in _UTF_16 or any(mark in data for mark in _MARK_BYTES)


def words_in_pieces(lines: Iterable[str]) -> dict[str, str]:
    """Give the paragraphs with words in pieces: the paragraph in NFC → as it is typed. One that stands
    in the file both ways is none."""
    typed: dict[str, str] = {}
    whole: set[str] = set()
    for line in lines:
        text = " ".join(line.split())
        if unicodedata.is_normalized("NFC", text):
            whole.add(text)
        else:
            typed[unicodedata.normalize("NFC", text)] = text
    return {text: said for text, said in typed.items() if text not in whole}


def as_written(read: ReadText) -> Act:
    """Give an act that was read with the words that are in pieces in its file in pieces."""
    in_pieces = read.source.in_pieces
    return _rewritten(read.act, in_pieces) if in_pieces else read.act


def _rewritten(act: Act, written: Mapping[str, str]) -> Act:
    """The words of a paragraph may stand behind a label, which a unit keeps apart."""

    def block(item: Block) -> Block:
        # Marks count characters: a marked paragraph keeps its letters whole.
        if isinstance(item, Paragraph) and item.text in written and not item.marks:
            return replace(item, text=written[item.text])
        if isinstance(item, Table):
            return replace(
                item,
                rows=tuple(
                    tuple(Cell(blocks(cell.blocks), cell.span) for cell in row) for row in item.rows
                ),
            )
        return item

    def blocks(items: tuple[Block, ...]) -> tuple[Block, ...]:
        for item in items:
            if not isinstance(item, Paragraph) or item.text in written:
                return tuple([block(item) for item in items])
        return items

    labels = [read_label(whole) for whole in written]
    rests = {label.rest for label in labels if label is not None}

    def behind_label(prefix: str, words: str) -> str:
        if words not in rests:
            return words
        whole = prefix + words
        return _end_of(written[whole], words) if whole in written else words

    def units(items: tuple[Unit, ...]) -> tuple[Unit, ...]:
        new = tuple([unit(item) for item in items])
        return items if all(map(is_, new, items)) else new

    def unit(item: Unit) -> Unit:
        heading, lead, children, tail = item.heading, item.lead, item.children, item.tail
        if heading is not None:
            heading = "\n".join(
                [
                    written.get(line) or behind_label(item.prefix, line)
                    for line in heading.split("\n")
                ]
            )
        elif lead and isinstance(first := lead[0], Paragraph) and not first.marks:
            told = behind_label(item.prefix, first.text)
            if told is not first.text:
                lead = (replace(first, text=told), *lead[1:])
        if lead:
            lead = blocks(lead)
        if children:
            children = units(children)
        if tail:
            tail = blocks(tail)
        if (
            lead is item.lead
            and children is item.children
            and tail is item.tail
            and (heading == item.heading)
        ):
            return item
        return replace(item, heading=heading, lead=lead, children=children, tail=tail)

    return replace(
        act,
        components=tuple(
            replace(
                component,
                front=blocks(component.front),
                units=units(component.units),
                back=blocks(component.back),
            )
            for component in act.components
        ),
    )


def _end_of(written: str, text: str) -> str:
    """The end of a paragraph as written that is ``text`` in NFC."""
    left = len(unicodedata.normalize("NFC", written)) - len(text)
    at = left
    while at < len(written) and (
        unicodedata.combining(written[at]) or len(unicodedata.normalize("NFC", written[:at])) < left
    ):
        at += 1
    return written[at:]
