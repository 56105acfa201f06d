"""What is pasted from Word or a web page: words, bold, italic, tables; everything else is left out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFrame, QTextTable

from quyche_app.domain.texts import clean
from quyche_app.domain.units import Block, Cell, Mark, Paragraph, Table
from quyche_app.gui.drafting.inline_marks import marks_of
from quyche_app.gui.drafting.page_blocks import PageBlock
from quyche_app.languages import tr


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was on the clipboard.

    Attributes:
        blocks: paragraphs and tables, never empty ones.
        was_formatted: something of its form was left out.
    """

    blocks: tuple[Block, ...]
    was_formatted: bool

    @property
    def words(self) -> str:
        """Say what was pasted."""
        tables = sum(isinstance(block, Table) for block in self.blocks)
        parts = (
            [tr("{count} đoạn", count=len(self.blocks) - tables)]
            if len(self.blocks) > tables
            else []
        )
        parts += [tr("{count} bảng", count=tables)] if tables else []
        left = tr(", bỏ định dạng riêng của Word") if self.was_formatted else ""
        return tr("Đã dán {parts}{left}.", parts=", ".join(parts), left=left)


def pasted_from(source: QMimeData, *, words_only: bool = False) -> Pasted:
    """Read the clipboard.

    Args:
        words_only: bold, italic and tables are left out too.
    """
    if source.hasHtml() and not words_only:
        document = QTextDocument()
        document.setHtml(source.html())
        blocks = tuple(_frame_blocks(document.rootFrame()))
        if blocks:
            return Pasted(blocks, True)
    lines = (clean(line) for line in source.text().split("\n"))
    return Pasted(tuple(Paragraph(line) for line in lines if line), False)


def _frame_blocks(frame: QTextFrame) -> list[Block]:
    blocks: list[Block] = []
    iterator = frame.begin()
    while not iterator.atEnd():
        inner = iterator.currentFrame()
        if isinstance(inner, QTextTable):
            blocks.append(_table(inner))
        elif inner is not None:
            blocks += _frame_blocks(inner)
        else:
            block = iterator.currentBlock()
            if block.isValid():
                blocks += _paragraph(block)
        iterator += 1
    return blocks


def _paragraph(block: QTextBlock) -> list[Block]:
    """A paragraph with its bold and italic; number and bullet of a list are words of the office."""
    fragments = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if fragment.isValid():
            words = (
                fragment.text().replace("\u2028", " ").replace("\ufffc", "").replace("\xa0", " ")
            )
            fragments.append((words, fragment.charFormat()))
        iterator += 1
    text = "".join(words for words, _ in fragments)
    if not text.strip():
        return []
    marks = marks_of(fragments, PageBlock("", "lead", 0, text))
    kept = tuple(mark for mark in marks if mark.kind in ("b", "i"))
    return [_trimmed(text, kept)]


def _trimmed(text: str, marks: tuple[Mark, ...]) -> Paragraph:
    """The words in the program's form; marks are kept where cleaning leaves every character in place."""
    cleaned = clean(text)
    if cleaned == text:
        return Paragraph(text, marks)
    shift = len(text) - len(text.lstrip())
    if clean(text.strip()) == text.strip() == cleaned:
        moved = (
            Mark(max(0, m.start - shift), min(m.end - shift, len(cleaned)), m.kind) for m in marks
        )
        return Paragraph(cleaned, tuple(m for m in moved if m.start < m.end))
    return Paragraph(cleaned)


def _table(table: QTextTable) -> Table:
    rows = []
    for row in range(table.rows()):
        cells = []
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            cursor = QTextCursor(cell.firstCursorPosition())
            cursor.setPosition(
                cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor
            )
            lines = [clean(line) for line in cursor.selectedText().split("\u2029")]
            cells.append(Cell(tuple(Paragraph(line) for line in lines if line)))
        rows.append(tuple(cells))
    return Table(tuple(rows))
