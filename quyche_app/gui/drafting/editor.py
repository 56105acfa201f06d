"""The page that is typed on: one document for the whole text (docs/decisions/0001).

Labels are painted, not typed. What is typed becomes words of the draft at once; keys that change the
structure are passed on as wishes. The document's own undo is off: undo is the draft's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from quyche_app.drafting.structure import Spot
from quyche_app.gui.drafting.inline_marks import formatted_pieces, marks_of
from quyche_app.gui.drafting.page_blocks import LINE_BREAK, PageBlock
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, px, text_font
from quyche_app.gui.widgets.flow_view import PAGE_WIDTH

_PAGE_MARGIN = 58
_INDENT = 28
_DEPTH = 22
_GAPS = {"group": 16.0, "article": 10.0}
_BAR = 3


@dataclass(frozen=True, slots=True)
class Wish:
    """What a key asks of the structure: "split", "paragraph", "demote", "promote", "move_up",
    "move_down" at a caret."""

    what: str
    spot: Spot


class PageEditor(QTextEdit):
    """A draft as a page.

    Signals:
        typed: (PageBlock, text, marks): a paragraph has other words now.
        wished: a ``Wish``.
        hinted: a sentence for the status bar.
        moved_to: identity of the provision that the caret came to.
        pasted: (PageBlock, position, paragraphs): words of several paragraphs to be put in.
    """

    typed = Signal(object, str, object)
    wished = Signal(object)
    hinted = Signal(str)
    moved_to = Signal(str)
    pasted = Signal(object, int, object)
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._places: list[PageBlock] = []
        self._first: dict[str, int] = {}
        self._changed_units: frozenset[str] = frozenset()
        self._present = ""
        self._zoom = 1.0
        self._is_filling = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Trang soạn thảo")
        self.viewport().setAutoFillBackground(False)
        self.cursorPositionChanged.connect(self._on_caret)
        self._new_document()

    def _new_document(self) -> None:
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(text_font(t.SIZE_PAGE * self._zoom))
        document.setDocumentMargin(px(36))
        self.setDocument(document)
        document.contentsChange.connect(self._on_contents)

    # -- showing --------------------------------------------------------------------------------------

    def show_blocks(self, blocks: Sequence[PageBlock]) -> None:
        """Show a text; paragraphs that are there already stay as they are, with their caret."""
        old, new = self._places, list(blocks)
        head = 0
        while head < min(len(old), len(new)) and _same(old[head], new[head]):
            head += 1
        tail = 0
        while tail < min(len(old), len(new)) - head and _same(old[-1 - tail], new[-1 - tail]):
            tail += 1
        self._is_filling = True
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        self._replace(cursor, head, len(old) - tail, new[head : len(new) - tail])
        for number in (*range(head), *range(len(new) - tail, len(new))):
            was = old[number] if number < head else old[number - len(new) + len(old)]
            if was.label != new[number].label:
                self._format(QTextCursor(self.document().findBlockByNumber(number)), new[number])
        cursor.endEditBlock()
        self._is_filling = False
        self._places = new
        self._first = {}
        for number, place in enumerate(new):
            self._first.setdefault(place.unit_id, number)
        self.viewport().update()

    def _replace(
        self, cursor: QTextCursor, start: int, end: int, blocks: Sequence[PageBlock]
    ) -> None:
        """Put paragraphs in place of the document's paragraphs from start to end, end excluded."""
        document = self.document()
        had = len(self._places)
        if start == end and not blocks:
            return
        if had == 0:
            for number, place in enumerate(blocks):
                if number:
                    cursor.insertBlock()
                self._fill(cursor, place)
            return
        if start < end:
            first, last = document.findBlockByNumber(start), document.findBlockByNumber(end - 1)
            cursor.setPosition(first.position())
            cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            if not blocks:  # the paragraph itself goes too
                if start == 0:
                    cursor.deleteChar()
                else:
                    cursor.deletePreviousChar()
                return
            self._fill(cursor, blocks[0])
            rest = blocks[1:]
        elif start < had:
            cursor.setPosition(document.findBlockByNumber(start).position())
            cursor.insertBlock()
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
            self._fill(cursor, blocks[0])
            rest = blocks[1:]
        else:
            last = document.lastBlock()
            cursor.setPosition(last.position() + last.length() - 1)
            rest = blocks
        for place in rest:
            cursor.insertBlock()
            self._fill(cursor, place)

    def _fill(self, cursor: QTextCursor, place: PageBlock) -> None:
        self._format(cursor, place)
        base = QTextCharFormat()
        is_bold = place.look in ("article", "group")
        base.setFontWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
        if not place.is_editable and place.slot == "object":
            base.setForeground(color("text2"))
        cursor.setBlockCharFormat(base)
        position = 0
        for start, end, form in formatted_pieces(place, base):
            cursor.insertText(place.text[start:end], form)
            position = end
        cursor.insertText(place.text[position:], base)

    def _format(self, cursor: QTextCursor, place: PageBlock) -> None:
        form = QTextBlockFormat()
        align = {
            "center": Qt.AlignmentFlag.AlignHCenter, "group": Qt.AlignmentFlag.AlignHCenter,
            "right": Qt.AlignmentFlag.AlignRight,
        }.get(place.look, Qt.AlignmentFlag.AlignJustify)
        form.setAlignment(align)
        form.setTopMargin(px(_GAPS.get(place.look, 5.0) * self._zoom))
        form.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if place.look in ("body", "article"):
            form.setLeftMargin(px(_DEPTH * place.depth * self._zoom))
            form.setTextIndent(px(_INDENT * self._zoom) + self._label_width(place))
        elif place.label:
            form.setTextIndent(self._label_width(place))
        cursor.setBlockFormat(form)

    def _label_font(self, place: PageBlock) -> QFont:
        is_bold = place.look in ("article", "group") or place.label.startswith("Điều")
        return text_font(t.SIZE_PAGE * self._zoom, bold=is_bold)

    def _label_width(self, place: PageBlock) -> float:
        if not place.label:
            return 0.0
        return QFontMetricsF(self._label_font(place)).horizontalAdvance(place.label + " ")

    def set_changed(self, units: frozenset[str]) -> None:
        """Put a bar beside provisions that differ from the base."""
        self._changed_units = units
        self.viewport().update()

    def zoom_to(self, zoom: float) -> None:
        """Show the page larger or smaller."""
        self._zoom = min(2.0, max(0.5, zoom))
        places, unit = self._places, self._present
        self._places = []
        self._new_document()
        self.show_blocks(places)
        self._set_margins()
        if unit:
            self.go_to(unit)

    @property
    def zoom(self) -> float:
        """How large the page is, 1.0 as printed."""
        return self._zoom

    # -- the caret ------------------------------------------------------------------------------------

    def place_at(self, block: QTextBlock) -> PageBlock | None:
        """Give what a paragraph of the document is."""
        number = block.blockNumber()
        return self._places[number] if 0 <= number < len(self._places) else None

    def spot(self) -> Spot | None:
        """Give where the caret stands in the draft."""
        cursor = self.textCursor()
        place = self.place_at(cursor.block())
        if place is None or not place.is_editable:
            return None
        return Spot(place.unit_id, place.slot, place.index, cursor.positionInBlock())

    def go_to(self, unit_id: str, *, at_end: bool = False) -> None:
        """Put the caret into a provision and show it."""
        number = self._first.get(unit_id)
        if number is None:
            return
        if self._places[number].slot == "label" and number + 1 < len(self._places) and (
            self._places[number + 1].unit_id == unit_id
        ):
            number += 1
        block = self.document().findBlockByNumber(number)
        cursor = self.textCursor()
        cursor.setPosition(block.position() + (block.length() - 1 if at_end else 0))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def go_to_spot(self, unit_id: str, slot: str, index: int, at: int) -> None:
        """Put the caret between characters of a paragraph."""
        number = next((n for n in range(self._first.get(unit_id, 0), len(self._places))
                       if (self._places[n].unit_id, self._places[n].slot, self._places[n].index)
                       == (unit_id, slot, index)), None)
        if number is None:
            self.go_to(unit_id)
            return
        block = self.document().findBlockByNumber(number)
        cursor = self.textCursor()
        cursor.setPosition(block.position() + min(at, block.length() - 1))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _on_caret(self) -> None:
        place = self.place_at(self.textCursor().block())
        unit_id = place.unit_id if place is not None else ""
        if unit_id != self._present and not self._is_filling:
            self._present = unit_id
            self.moved_to.emit(unit_id)
            self.viewport().update()

    # -- typing ---------------------------------------------------------------------------------------

    def _on_contents(self, position: int, _removed: int, added: int) -> None:
        if self._is_filling:
            return
        block = self.document().findBlock(position)
        end = position + added
        while block.isValid() and block.position() <= end:
            place = self.place_at(block)
            if place is not None and place.is_editable:
                self._tell_typed(block, place)
            block = block.next()

    def _tell_typed(self, block: QTextBlock, place: PageBlock) -> None:
        text, marks = block.text(), marks_of(block, place)
        if text == place.text and marks == place.marks:
            return
        self._places[block.blockNumber()] = PageBlock(
            place.unit_id, place.slot, place.index, text, place.label, marks, place.look,
            place.depth)
        self.typed.emit(place, text, marks)

    def _may_change(self) -> bool:
        """Whether what the caret or the selection covers can be changed here."""
        cursor = self.textCursor()
        document = self.document()
        first = document.findBlock(cursor.selectionStart())
        last = document.findBlock(cursor.selectionEnd())
        place = self.place_at(first)
        if first == last:
            if place is None or not place.is_editable:
                self.hinted.emit("Phần này không gõ trực tiếp được.")
                return False
            return True
        self._clear_selected(first, last)
        return False

    def _clear_selected(self, first: QTextBlock, last: QTextBlock) -> None:
        """Take the chosen words out of every paragraph; the provisions stay."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        block = last
        while block.isValid():
            place = self.place_at(block)
            if place is not None and place.is_editable:
                inside = QTextCursor(self.document())
                inside.setPosition(max(start, block.position()))
                inside.setPosition(min(end, block.position() + block.length() - 1),
                                   QTextCursor.MoveMode.KeepAnchor)
                inside.removeSelectedText()
            if block == first:
                break
            block = block.previous()
        cursor = self.textCursor()
        cursor.setPosition(start)
        self.setTextCursor(cursor)
        self.hinted.emit("Đã bỏ chữ được chọn; số của các điều, khoản vẫn giữ.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_asked.emit()
        elif self._is_structure_key(event) or (_changes_text(event) and not self._may_change()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _is_structure_key(self, event: QKeyEvent) -> bool:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        spot = self.spot()
        cursor = self.textCursor()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if spot is not None and not cursor.hasSelection():
                self.wished.emit(Wish("paragraph" if shift else "split", spot))
            return True
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            if spot is not None and spot.at == 0:
                self.wished.emit(Wish("promote" if key == Qt.Key.Key_Backtab else "demote", spot))
            return True
        if key == Qt.Key.Key_Backspace and not cursor.hasSelection() and cursor.atBlockStart():
            self.hinted.emit("Muốn nối với phần trên: Văn bản › Nối với phần trên.")
            return True
        if key == Qt.Key.Key_Delete and not cursor.hasSelection() and cursor.atBlockEnd():
            self.hinted.emit("Muốn nối với phần dưới: đặt con trỏ ở phần dưới, Văn bản › Nối với phần trên.")
            return True
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and (
            event.modifiers() & Qt.KeyboardModifier.AltModifier and spot is not None
        ):
            self.wished.emit(Wish("move_up" if key == Qt.Key.Key_PageUp else "move_down", spot))
            return True
        return False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if (event.commitString() or event.preeditString()) and not self._may_change():
            event.ignore()
            return
        super().inputMethodEvent(event)

    # -- the clipboard ----------------------------------------------------------------------------------

    def insertFromMimeData(self, source: QMimeData) -> None:
        words = [" ".join(line.split()) for line in source.text().split("\n")]
        words = [line for line in words if line]
        if not words or not self._may_change():
            return
        if len(words) == 1:
            self.textCursor().insertText(words[0])
            return
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.removeSelectedText()
        place = self.place_at(cursor.block())
        if place is not None:
            self.pasted.emit(place, cursor.positionInBlock(), words)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied has its labels, as on the page."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        block = self.document().findBlock(start)
        lines = []
        while block.isValid() and block.position() < end:
            place = self.place_at(block)
            left = max(start - block.position(), 0)
            text = block.text()[left : end - block.position()]
            if place is not None and place.label and left == 0:
                text = f"{place.label} {text}"
            lines.append(text.replace(LINE_BREAK, "\n"))
            block = block.next()
        data = QMimeData()
        data.setText("\n".join(lines))
        return data

    # -- painting -------------------------------------------------------------------------------------

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._set_margins()

    def _page_sides(self) -> tuple[float, int]:
        """The left edge of the page and its width."""
        page = min(px(PAGE_WIDTH * self._zoom), self.width() - px(28))
        return (self.width() - page) / 2, page

    def _set_margins(self) -> None:
        """A page of 664 px in the middle of the view."""
        side = max(0, int(self._page_sides()[0]))
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        margin = px(_PAGE_MARGIN * self._zoom)
        form.setLeftMargin(side + margin)
        form.setRightMargin(side + margin)
        form.setTopMargin(px(14) + px(36))
        form.setBottomMargin(px(36))
        self._is_filling = True
        frame.setFrameFormat(form)
        self._is_filling = False
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._paint_ground(painter, event)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._paint_labels(painter, QRectF(event.rect()))
        painter.end()

    def _paint_ground(self, painter: QPainter, event: QPaintEvent) -> None:
        painter.fillRect(event.rect(), color("backdrop"))
        view = self.viewport()
        left, page = self._page_sides()
        top = px(14) - self.verticalScrollBar().value()
        height = self.document().size().height() - px(14) - px(6)
        rect = QRectF(left, top, page, max(height, view.height()))
        painter.fillRect(rect, color("page"))

    def _paint_labels(self, painter: QPainter, visible: QRectF) -> None:
        layout = self.document().documentLayout()
        scroll = self.verticalScrollBar().value()
        block = self.cursorForPosition(visible.topLeft().toPoint()).block()
        block = block.previous() if block.previous().isValid() else block
        painter.setPen(color("text"))
        while block.isValid():
            rect = layout.blockBoundingRect(block).translated(0, -scroll)
            if rect.top() > visible.bottom():
                break
            place = self.place_at(block)
            if place is not None:
                self._paint_margin(painter, place, rect)
                if place.label and block.layout().lineCount():
                    line = block.layout().lineAt(0)
                    font = self._label_font(place)
                    painter.setFont(font)
                    painter.setPen(color("text"))
                    width = self._label_width(place)
                    left = rect.left() + line.x() - width
                    if place.look in ("center", "group"):
                        left = rect.left() + line.naturalTextRect().left() - width
                    painter.drawText(QPointF(left, rect.top() + line.y() + line.ascent()), place.label)
            block = block.next()

    def _paint_margin(self, painter: QPainter, place: PageBlock, rect: QRectF) -> None:
        left, _ = self._page_sides()
        if place.unit_id in self._changed_units:
            painter.fillRect(QRectF(left + px(18), rect.top(), px(_BAR), rect.height()),
                             color("accent"))
        if place.unit_id == self._present:
            painter.fillRect(QRectF(left, rect.top(), px(2), rect.height()), color("text2"))


def _same(old: PageBlock, new: PageBlock) -> bool:
    """Two paragraphs that look alike but for the label."""
    return (old.text, old.marks, old.look, old.depth, old.slot, bool(old.label)) == (
        new.text, new.marks, new.look, new.depth, new.slot, bool(new.label)
    ) and old.unit_id == new.unit_id


def _changes_text(event: QKeyEvent) -> bool:
    if event.matches(QKeySequence.StandardKey.Copy) or event.matches(
        QKeySequence.StandardKey.SelectAll
    ):
        return False
    if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) or event.matches(
        QKeySequence.StandardKey.Cut
    ):
        return True
    plain = not event.modifiers() & (
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return plain and bool(event.text()) and event.text().isprintable()
