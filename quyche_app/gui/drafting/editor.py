"""The page that is typed on. What is typed becomes words of the draft at once; keys that change the
structure are passed on as wishes. The document's own undo is off: undo is the draft's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QElapsedTimer, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)

from quyche_app.domain.texts import LINE_BREAK
from quyche_app.domain.units import Paragraph
from quyche_app.drafting.session import Spot
from quyche_app.gui.drafting.ghosts import ghosts, real_at, real_text
from quyche_app.gui.drafting.inline_marks import marks_of
from quyche_app.gui.drafting.page_blocks import PageBlock
from quyche_app.gui.drafting.page_text import PageText, typed_fragments
from quyche_app.gui.drafting.pasting import Pasted, pasted_from
from quyche_app.languages import tr

# What a quotation begins behind; "" is the beginning of a paragraph.
_BEFORE_QUOTATION = frozenset(("", *" (\u00a0–-“‘["))
_COMPOSING = 200  # ms after a Backspace in which an input method may still compose
_READING_KEYS = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)
_REMOVING_KEYS = frozenset((Qt.Key.Key_Backspace, Qt.Key.Key_Delete))
_COMMAND_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True, slots=True)
class Wish:
    """What a key asks of the structure at a caret."""

    what: Literal["split", "paragraph", "demote", "promote", "move_up", "move_down"]
    spot: Spot


class PageEditor(PageText):
    """A draft as a page to type on.

    Signals:
        typed: (PageBlock, text, marks): a paragraph has other words now.
        wished: a ``Wish``.
        hinted: a sentence for the status bar.
        pasted: (PageBlock, position, ``Pasted``): what is to be put in.
        table_asked: the PageBlock of a table that a person wants to change.
        burst_ended: what is typed next is a step of its own.
    """

    typed = Signal(object, str, object)
    wished = Signal(object)
    hinted = Signal(str)
    pasted = Signal(object, int, object)
    table_asked = Signal(object)
    undo_asked = Signal()
    redo_asked = Signal()
    burst_ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(False)
        self.setAccessibleName(tr("Trang soạn thảo"))
        self.curls_quotes = True
        self._last_backspace = QElapsedTimer()

    def _new_document(self) -> None:
        super()._new_document()
        self.document().contentsChange.connect(self._on_contents)

    # -- typing ---------------------------------------------------------------------------------------

    def _on_contents(self, position: int, _removed: int, added: int) -> None:
        if self._is_filling:
            return
        block = self.document().findBlock(position)
        end = position + added
        while block.isValid() and block.position() <= end:
            place = self.editable_at(block)
            if place is not None:
                self._tell_typed(block, place)
            block = block.next()

    def _tell_typed(self, block: QTextBlock, place: PageBlock) -> None:
        text, marks = real_text(block), marks_of(typed_fragments(block), place)
        self._is_unmarked(place)
        if (text, marks) == (place.text, place.marks):
            return
        self._places[block.blockNumber()] = replace(place, text=text, marks=marks)
        self.typed.emit(place, text, marks)

    def _may_change(self) -> bool:
        """Whether what the caret or the selection covers can be changed here."""
        cursor = self.textCursor()
        document = self.document()
        first = document.findBlock(cursor.selectionStart())
        last = document.findBlock(cursor.selectionEnd())
        if first == last:
            is_editable = self.editable_at(first) is not None
            if not is_editable:
                self.hinted.emit(tr("Phần này không gõ trực tiếp được."))
            return is_editable
        self._clear_selected(first, last)
        return False

    def _clear_selected(self, first: QTextBlock, last: QTextBlock) -> None:
        """Take the chosen words out of every paragraph; the provisions stay."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        block = last
        while block.isValid():
            if self.editable_at(block) is not None:
                inside = QTextCursor(self.document())
                inside.setPosition(max(start, block.position()))
                inside.setPosition(
                    min(end, block.position() + block.length() - 1), QTextCursor.MoveMode.KeepAnchor
                )
                inside.removeSelectedText()
            if block == first:
                break
            block = block.previous()
        cursor = self.textCursor()
        cursor.setPosition(start)
        self.setTextCursor(cursor)
        self.hinted.emit(tr("Đã bỏ chữ được chọn; số của các điều, khoản vẫn giữ."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Redo) or _is_ctrl(event, Qt.Key.Key_Y):
            self.redo_asked.emit()
        elif self._is_structure_key(event) or (_changes_text(event) and not self._may_change()):
            event.accept()
        else:
            if _deletes_forwards(event):
                self._step_over_ghost()
            if event.key() == Qt.Key.Key_Backspace:
                self._last_backspace.start()
            super().keyPressEvent(event)
            if self.curls_quotes and event.text() == '"':
                self._curl_quote()

    def _curl_quote(self) -> None:
        """Put “ or ” in the place of the mark just typed, as a step that can be taken back. Input
        methods send Backspace while they compose, so not shortly after one
        (docs/window.md 11.2)."""
        if self._last_backspace.isValid() and self._last_backspace.elapsed() < _COMPOSING:
            return
        cursor = self.textCursor()
        at = cursor.positionInBlock()
        before, typed = cursor.block().text()[: at - 1], cursor.block().text()[:at]
        if not typed.endswith('"'):
            return
        self.burst_ended.emit()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("“" if before[-1:] in _BEFORE_QUOTATION else "”")
        self.burst_ended.emit()

    def _step_over_ghost(self) -> None:
        """Delete takes the word behind removed ones, not those."""
        cursor = self.textCursor()
        end = self._ghost_end(cursor)
        if end is not None and not cursor.hasSelection():
            self._is_filling = True  # the caret may stand behind a ghost for this one key
            cursor.setPosition(cursor.block().position() + end)
            self.setTextCursor(cursor)
            self._is_filling = False

    def _ghost_end(self, cursor: QTextCursor) -> int | None:
        """Where removed words end that are shown right behind the caret."""
        at = cursor.positionInBlock()
        return next((end for start, end in ghosts(cursor.block()) if start == at), None)

    def _is_at_end(self, cursor: QTextCursor) -> bool:
        """Whether the caret stands behind the last word; removed ones may follow."""
        end = self._ghost_end(cursor)
        return cursor.atBlockEnd() or end == cursor.block().length() - 1

    def toggle_mark(self, kind: str) -> None:
        """Make the chosen words, or what is typed next, bold ("b") or italic ("i"), or plain again."""
        place = self.editable_at(self.textCursor().block())
        if place is None or place.slot == "heading":
            self.hinted.emit(
                tr("Tên điều, chương giữ kiểu chữ của mẫu; chọn lời văn để đổi kiểu chữ.")
            )
            return
        now, form = self.currentCharFormat(), QTextCharFormat()
        if kind == "b":
            is_bold = now.fontWeight() >= QFont.Weight.Bold
            form.setFontWeight(QFont.Weight.Normal if is_bold else QFont.Weight.Bold)
        else:
            form.setFontItalic(not now.fontItalic())
        self.mergeCurrentCharFormat(form)

    def _is_structure_key(self, event: QKeyEvent) -> bool:
        """Whether a key is about the structure; if so, what it asks is done or said."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                return self._on_enter(event)
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                return self._on_tab(event)
            case Qt.Key.Key_Backspace:
                return self._on_backspace()
            case Qt.Key.Key_Delete:
                return self._on_delete()
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                return self._on_page_key(event)
        return False

    def _on_enter(self, event: QKeyEvent) -> bool:
        spot, cursor = self.spot(), self.textCursor()
        table = self.table_at(cursor.block())
        if table is not None:
            self.table_asked.emit(table)
        if spot is not None and not cursor.hasSelection():
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.wished.emit(Wish("paragraph" if shift else "split", spot))
        return True

    def _on_tab(self, event: QKeyEvent) -> bool:
        spot = self.spot()
        if spot is not None and spot.at == 0:
            is_back = event.key() == Qt.Key.Key_Backtab
            self.wished.emit(Wish("promote" if is_back else "demote", spot))
        return True

    def _on_backspace(self) -> bool:
        cursor = self.textCursor()
        would_join = cursor.atBlockStart() and not cursor.hasSelection()
        if would_join:
            self.hinted.emit(tr("Muốn nối với phần trên: Văn bản › Nối với phần trên."))
        return would_join

    def _on_delete(self) -> bool:
        cursor = self.textCursor()
        would_join = self._is_at_end(cursor) and not cursor.hasSelection()
        if would_join:
            self.hinted.emit(
                tr("Muốn nối với phần dưới: đặt con trỏ ở phần dưới, Văn bản › Nối với phần trên.")
            )
        return would_join

    def _on_page_key(self, event: QKeyEvent) -> bool:
        spot = self.spot()
        if spot is None or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        self.wished.emit(Wish("move_up" if event.key() == Qt.Key.Key_PageUp else "move_down", spot))
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if (event.commitString() or event.preeditString()) and not self._may_change():
            event.ignore()
            return
        super().inputMethodEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        table = self.table_at(self.cursorForPosition(event.position().toPoint()).block())
        if table is not None:
            self.table_asked.emit(table)
        else:
            super().mouseDoubleClickEvent(event)

    # -- the clipboard ----------------------------------------------------------------------------------

    def insertFromMimeData(self, source: QMimeData) -> None:
        self._paste(pasted_from(source))

    def paste_words(self) -> None:
        """Paste the words of the clipboard without bold, italic or tables."""
        self._paste(pasted_from(QGuiApplication.clipboard().mimeData(), words_only=True))

    def _paste(self, pasted: Pasted) -> None:
        if not pasted.blocks or not self._may_change():
            return
        cursor = self.textCursor()
        first = pasted.blocks[0]
        if len(pasted.blocks) == 1 and isinstance(first, Paragraph) and not first.marks:
            cursor.insertText(first.text)
            return
        if cursor.hasSelection():
            cursor.removeSelectedText()
        place = self.place_at(cursor.block())
        if place is not None:
            self.pasted.emit(place, real_at(cursor.block(), cursor.positionInBlock()), pasted)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied has its labels, as on the page."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        block = self.document().findBlock(start)
        lines = []
        while block.isValid() and block.position() < end:
            place = self.place_at(block)
            left = real_at(block, max(start - block.position(), 0))
            right = real_at(block, min(end - block.position(), block.length() - 1))
            text = real_text(block)[left:right]
            table = self.table_at(block)
            if table is not None:
                text = "\n".join("\t".join(row) for row in table.cells).replace(LINE_BREAK, " ")
            if place is not None and place.label and left == 0:
                text = f"{place.label} {text}"
            lines.append(text.replace(LINE_BREAK, "\n"))
            block = block.next()
        data = QMimeData()
        data.setText("\n".join(lines))
        return data


def _is_ctrl(event: QKeyEvent, key: Qt.Key) -> bool:
    """Ctrl and a letter: the standard keys differ between systems, ours do not
    (docs/window.md 9)."""
    return event.key() == key and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _deletes_forwards(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Delete and not (
        event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    )


def _changes_text(event: QKeyEvent) -> bool:
    if any(map(event.matches, _READING_KEYS)):
        return False
    if event.key() in _REMOVING_KEYS or event.matches(QKeySequence.StandardKey.Cut):
        return True
    if event.modifiers() & _COMMAND_MODIFIERS:
        return False
    return bool(event.text()) and event.text().isprintable()
