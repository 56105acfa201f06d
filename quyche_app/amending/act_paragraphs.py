"""The paragraphs of an amending act, unit by unit, as the lines that order something.

A line has the quotation behind it, and stands without its label. Source: docs/field.md 4.3.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quyche_app.amending.act_lines import (
    ANY_LABEL,
    ActLine,
    cut_after_quotation,
    joined_lines,
    split_lines,
    with_broken_words,
    with_opened_wording,
)
from quyche_app.amending.closing import orders_something
from quyche_app.amending.old_and_new_lines import old_and_new
from quyche_app.domain.change_tables import cells_of, heads_table
from quyche_app.domain.messages import message
from quyche_app.domain.quotations import plain_marks
from quyche_app.domain.sources import AccountEntry, ReadText, Role, SourceParagraph
from quyche_app.domain.units import Paragraph, Table, Unit, block_lines
from quyche_app.language.beginnings import is_order
from quyche_app.language.containers import listing_verb

_LABEL_OUT_OF_ORDER = message("doubt.label_out_of_order", "số thứ tự lệch với các mục khác")


class ActParagraphs:
    """The paragraphs of an act; each unit is asked for from each that holds it."""

    def __init__(self, text: ReadText) -> None:
        self._paragraphs: dict[int, SourceParagraph] = {}
        for paragraph in text.source.paragraphs:
            self._paragraphs[paragraph.number] = _with_plain_marks(paragraph)
        self._entries: dict[str, list[AccountEntry]] = {}
        for entry in text.account:
            self._entries.setdefault(entry.owner_id, []).append(entry)
        self._made_lines: dict[str, list[ActLine]] = {}

    def between(self, ranges: Iterable[tuple[int, int]]) -> list[SourceParagraph]:
        """Give the paragraphs in ranges of numbers, first and last included."""
        numbers = sorted({n for first, last in ranges for n in range(first, last + 1)})
        return [self._paragraphs[n] for n in numbers if n in self._paragraphs]

    def lines(self, unit: Unit) -> list[ActLine]:
        """Give the unquoted paragraphs of a unit, each with the quotation behind it; the first without
        its label. Asked of every unit from each that holds it, and made once."""
        if unit.id not in self._made_lines:
            self._made_lines[unit.id] = self._lines_made(unit)
        return list(self._made_lines[unit.id])

    def _lines_made(self, unit: Unit) -> list[ActLine]:
        lines: list[ActLine] = []
        prefix = unit.prefix.strip()
        for entry in self._entries.get(unit.id, []):
            paragraph = self._paragraphs.get(entry.line)
            is_quoted = entry.role is Role.QUOTATION
            if paragraph is not None and isinstance(paragraph.block, Table) and not is_quoted:
                lines += self._rows(paragraph, entry)
                continue
            if paragraph is None:  # a further row of a table
                if lines:
                    lines[-1].last = entry.line
                continue
            if entry.role is Role.QUOTATION and lines:
                lines[-1].quoted.append(paragraph)
                lines[-1].last = paragraph.number
                lines[-1].doubt = lines[-1].doubt or entry.doubt
                continue
            words = paragraph.text
            if entry.role is Role.LABEL:
                words = words[len(prefix) :].lstrip() if words.startswith(prefix) else words
            elif entry.role is Role.HEADING or (len(lines) == 1 and not lines[0].text):
                lines[0].text = f"{lines[0].text} {words}".strip()
                lines[0].last = paragraph.number
                continue
            line = ActLine(paragraph.number, paragraph.number, words, doubt=entry.doubt)
            lines.append(_without_odd_label(line) if entry.role is Role.TEXT else line)
        lines = [with_opened_wording(with_broken_words(line)) for line in lines]
        lines = [piece for line in lines for piece in cut_after_quotation(line)]
        return [piece for line in joined_lines(lines) for piece in split_lines(line)]

    def _rows(self, paragraph: SourceParagraph, entry: AccountEntry) -> list[ActLine]:
        """The rows of a table: that of changes line by line; another one as it is, with its words."""
        rows = block_lines(paragraph.block)
        if not rows or not heads_table(cells_of(rows[0])):
            last = paragraph.number + paragraph.line_count - 1
            return [ActLine(paragraph.number, last, paragraph.text, doubt=entry.doubt)]
        return [
            ActLine(paragraph.number + n, paragraph.number + n, row) for n, row in enumerate(rows)
        ]

    def hold_orders(self, unit: Unit) -> bool:
        """Tell whether a paragraph of a unit, or of one that it holds, orders something."""
        lines = self.lines(unit)
        if any(orders_something(line.text) or listing_verb(line.text) for line in lines):
            return True
        if any(heads_table(cells_of(line.text)) for line in lines):
            return True
        if any(old_and_new(lines[at : at + 3]) is not None for at in range(len(lines) - 2)):
            return True
        return any(self.hold_orders(child) for child in unit.children)


def _without_odd_label(line: ActLine) -> ActLine:
    """A line of text that is an order behind a label that does not fit the others."""
    label = ANY_LABEL.match(line.text)
    if label is None or not is_order(line.text[label.end() :]):
        return line
    return replace(line, text=line.text[label.end() :]).doubted(_LABEL_OUT_OF_ORDER)


def _with_plain_marks(paragraph: SourceParagraph) -> SourceParagraph:
    """A paragraph with the usual marks of quotation (docs/field.md 4.3)."""
    block = paragraph.block
    if not isinstance(block, Paragraph):
        return paragraph
    plain = plain_marks(block.text)
    return (
        paragraph if plain == block.text else paragraph._replace(block=replace(block, text=plain))
    )
