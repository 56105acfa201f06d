"""A draft shown as a page: one document for the whole text
(docs/decisions/0001-one-document-for-the-editor.md).

Labels are painted, not typed. Removed words are shown in the text but are no part of it (``ghosts``);
places in the text are counted without them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip

from quyche_app.domain.comparisons import Change
from quyche_app.drafting.session import Spot, WordMarks, citation_spans
from quyche_app.gui.drafting.ghosts import (
    change_runs,
    changed_pieces,
    form_of,
    fragments,
    ghosts,
    plain_format,
    real_at,
    real_text,
    shown_at,
)
from quyche_app.gui.drafting.page_blocks import PageBlock
from quyche_app.gui.drafting.table_object import OBJECT_TYPE, TableObject
from quyche_app.gui.sequences import alike_ends
from quyche_app.gui.text_lines import Run
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.icons import paint_icon
from quyche_app.gui.theme.look import color, px, text_font, text_width
from quyche_app.gui.widgets.flow_view import PAGE_WIDTH
from quyche_app.gui.widgets.marks import paint_marks
from quyche_app.languages import tr

_PAGE_MARGIN = 58
_INDENT = 28
_DEPTH = 22
_GAPS = {"group": 16.0, "article": 10.0}
_BAR = 3
_MARGIN_TICK = 12
_WAS_SIZE = t.SIZE_PAGE - 3

_STALE = (Change("stale", ""),)


class PageText(QTextEdit):
    """The page of a draft.

    Signals:
        stood: a ``Spot``: where the caret stands now.
    """

    stood = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._places: list[PageBlock] = []
        self._first: dict[str, int] = {}
        self._marks: dict[tuple[str, str, int], tuple[Change, ...]] = {}
        self._barred: frozenset[str] = frozenset()
        self._gone_after: dict[str, str] = {}
        self._findings: dict[tuple[str, str, int], Sequence[tuple[int, int]]] = {}
        self._noted: frozenset[str] = frozenset()
        self._renumbered: dict[str, str] = {}
        self._present = ""
        self._zoom = 1.0
        self._is_filling = False
        self._caret = (0, 0)  # paragraph, place in its words
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.cursorPositionChanged.connect(self._on_caret)
        self._new_document()

    def _new_document(self) -> None:
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(text_font(t.SIZE_PAGE * self._zoom))
        document.setDocumentMargin(px(36))
        self._tables = TableObject(document)
        self._tables.zoom = self._zoom
        document.documentLayout().registerHandler(OBJECT_TYPE, self._tables)
        self.setDocument(document)

    # -- showing --------------------------------------------------------------------------------------

    def show_blocks(self, blocks: Sequence[PageBlock]) -> None:
        """Show a text; paragraphs that are there already stay as they are, with their caret."""
        old, new = self._places, list(blocks)
        head, tail = alike_ends(old, new, _same)
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
        base = self._base_format(place)
        cursor.setBlockCharFormat(base)
        if place.cells:
            cursor.insertText(place.text, self._tables.form_of(place.cells, place.cell_runs))
            return
        changes = self._marks.get(_key(place), ())
        if changes and "".join(c.text for c in changes if c.op != "delete") != place.text:
            self._marks[_key(place)] = changes = ()  # of other words; what fits is told later
        for words, form in changed_pieces(place, changes, base):
            cursor.insertText(words, form)

    def _base_format(self, place: PageBlock) -> QTextCharFormat:
        base = QTextCharFormat()
        is_bold = place.look in ("article", "group")
        base.setFontWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
        if place.slot.endswith("object"):
            base.setForeground(color("text2"))
        return base

    def _format(self, cursor: QTextCursor, place: PageBlock) -> None:
        form = QTextBlockFormat()
        align = {
            "center": Qt.AlignmentFlag.AlignHCenter,
            "group": Qt.AlignmentFlag.AlignHCenter,
            "right": Qt.AlignmentFlag.AlignRight,
        }.get(place.look, Qt.AlignmentFlag.AlignJustify)
        form.setAlignment(align)
        form.setTopMargin(px(_GAPS.get(place.look, 5.0) * self._zoom))
        form.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if place.cells:
            form.setAlignment(Qt.AlignmentFlag.AlignLeft)
            form.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
        if place.look in ("body", "article"):
            form.setLeftMargin(px(_DEPTH * place.depth * self._zoom))
            form.setTextIndent(px(_INDENT * self._zoom) + self._label_width(place))
        elif place.label:
            form.setTextIndent(self._label_width(place))
        cursor.setBlockFormat(form)

    def _label_font(self, place: PageBlock) -> QFont:
        return text_font(t.SIZE_PAGE * self._zoom, bold=_has_bold_label(place))

    def _label_width(self, place: PageBlock) -> float:
        if not place.label:
            return 0.0
        width = text_width(place.label + " ", t.SIZE_PAGE * self._zoom, _has_bold_label(place))
        was = self._was(place)
        return width + text_width(was, _WAS_SIZE * self._zoom) if was else width

    def _was(self, place: PageBlock) -> str:
        """What a provision was called in the base, when it has another number now."""
        old = self._renumbered.get(place.unit_id, "") if place.label else ""
        return tr("(trước là {old})", old=old) + " " if old else ""

    def _was_font(self) -> QFont:
        return text_font(_WAS_SIZE * self._zoom)

    def show_renumbered(self, renumbered: Mapping[str, str]) -> None:
        """Say beside the numbers of provisions what they were in the base.

        Args:
            renumbered: identity → the number in the base as it is printed, "4.".
        """
        changed = {
            u
            for u in {*self._renumbered, *renumbered}
            if self._renumbered.get(u) != renumbered.get(u)
        }
        self._renumbered = dict(renumbered)
        self._is_filling = True
        for unit_id in changed:
            number = self._first.get(unit_id)
            while (
                number is not None
                and number < len(self._places)
                and (self._places[number].unit_id == unit_id)
            ):
                if self._places[number].label:
                    cursor = QTextCursor(self.document().findBlockByNumber(number))
                    self._format(cursor, self._places[number])
                number += 1
        self._is_filling = False
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

    # -- marks against the base -------------------------------------------------------------------------

    def show_marks(self, marks: WordMarks) -> None:
        """Mark words against the base, in every paragraph named; nothing anywhere else."""
        changed = [
            key for key in {**self._marks, **marks} if self._marks.get(key) != marks.get(key)
        ]
        self._marks = dict(marks)
        self._refill(changed)

    def mark_unit(self, unit_id: str, marks: WordMarks) -> None:
        """Mark words against the base in the paragraphs of one provision."""
        keys = {key for key in self._marks if key[0] == unit_id} | set(marks)
        changed = [key for key in keys if self._marks.get(key) != marks.get(key)]
        for key in keys:
            self._marks.pop(key, None)
        self._marks.update(marks)
        self._refill(changed)

    def _refill(self, keys: Iterable[tuple[str, str, int]]) -> None:
        numbers = [number for key in keys if (number := self._number_of(*key)) is not None]
        if not numbers:
            return
        paragraph, at = self._caret
        self._is_filling = True
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number in sorted(numbers):
            cursor.setPosition(self.document().findBlockByNumber(number).position())
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.removeSelectedText()
            self._fill(cursor, self._places[number])
        cursor.endEditBlock()
        if paragraph in numbers and not self.textCursor().hasSelection():
            block = self.document().findBlockByNumber(paragraph)
            here = self.textCursor()
            here.setPosition(block.position() + min(shown_at(block, at), block.length() - 1))
            self.setTextCursor(here)
        self._is_filling = False
        self.viewport().update()

    def _is_unmarked(self, place: PageBlock) -> None:
        """Words were typed: the marks that a paragraph shows are no longer those it should have."""
        self._marks[_key(place)] = _STALE

    @property
    def is_composing(self) -> bool:
        """Whether an input method is in the middle of a syllable."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    def show_changed(self, units: frozenset[str], gone_after: Mapping[str, str]) -> None:
        """Put a bar beside provisions that differ from the base, and a tick where some are gone.

        Args:
            gone_after: identity of the provision above the gap → what is gone, in words.
        """
        self._barred, self._gone_after = units, dict(gone_after)
        self.viewport().update()

    # -- places -----------------------------------------------------------------------------------------

    def show_findings(
        self,
        findings: Mapping[tuple[str, str, int], Sequence[tuple[int, int]]],
        noted: frozenset[str],
    ) -> None:
        """Put a wave under the words that a check speaks of, and an icon beside noted provisions."""
        self._findings = dict(findings)
        self._noted = noted
        self.viewport().update()

    def place_of_caret(self) -> PageBlock | None:
        """Give what the paragraph with the caret is."""
        return self.place_at(self.textCursor().block())

    def place_at(self, block: QTextBlock) -> PageBlock | None:
        """Give what a paragraph of the document is."""
        number = block.blockNumber()
        return self._places[number] if 0 <= number < len(self._places) else None

    def editable_at(self, block: QTextBlock) -> PageBlock | None:
        """Give what a paragraph of the document is; None where no words can be typed."""
        place = self.place_at(block)
        return place if place is not None and place.is_editable else None

    def table_at(self, block: QTextBlock) -> PageBlock | None:
        """Give the table that is painted in a paragraph of the document; None where there is none."""
        place = self.place_at(block)
        return place if place is not None and place.cells else None

    def text_at(self, number: int) -> str:
        """Give the words of a paragraph, removed ones left out."""
        return real_text(self.document().findBlockByNumber(number))

    def _number_of(self, unit_id: str, slot: str, index: int) -> int | None:
        number = self._first.get(unit_id)
        while number is not None and number < len(self._places):
            place = self._places[number]
            if (place.unit_id, place.slot, place.index) == (unit_id, slot, index):
                return number
            number += 1
        return None

    def spot(self) -> Spot | None:
        """Give where the caret stands in the draft."""
        cursor = self.textCursor()
        place = self.editable_at(cursor.block())
        if place is None:
            return None
        at = real_at(cursor.block(), cursor.positionInBlock())
        return Spot(place.unit_id, place.slot, place.index, at)

    def go_to(self, unit_id: str, *, at_end: bool = False) -> None:
        """Put the caret into a provision and show it."""
        number = self._first.get(unit_id)
        if number is None:
            return
        if (
            self._places[number].slot == "label"
            and number + 1 < len(self._places)
            and (self._places[number + 1].unit_id == unit_id)
        ):
            number += 1
        block = self.document().findBlockByNumber(number)
        self._put_caret(block, block.length() - 1 if at_end else 0)

    def go_to_spot(self, unit_id: str, slot: str, index: int, at: int, length: int = 0) -> None:
        """Put the caret between characters of a paragraph, or choose some of them."""
        number = self._number_of(unit_id, slot, index)
        if number is None:
            self.go_to(unit_id)
            return
        block = self.document().findBlockByNumber(number)
        self._put_caret(
            block, shown_at(block, at), shown_at(block, at + length) if length else None
        )

    def _put_caret(self, block: QTextBlock, at: int, until: int | None = None) -> None:
        cursor = self.textCursor()
        cursor.setPosition(block.position() + min(at, block.length() - 1))
        if until is not None:
            cursor.setPosition(
                block.position() + min(until, block.length() - 1), QTextCursor.MoveMode.KeepAnchor
            )
        self.setTextCursor(cursor)
        self._bring_caret_into_view()

    def _bring_caret_into_view(self) -> None:
        """To one third of the height where it was outside the view or at its edge
        (docs/window.md 2)."""
        rect, height = self.cursorRect(), self.viewport().height()
        if not height // 10 <= rect.top() <= rect.bottom() <= height * 9 // 10:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - height // 3)

    def _on_caret(self) -> None:
        if self._is_filling:
            return
        self._leave_ghost()
        cursor = self.textCursor()
        block = cursor.block()
        at = real_at(block, cursor.positionInBlock())
        self._caret = (block.blockNumber(), at)
        place = self.place_at(block)
        if form_of(self.currentCharFormat()) and place is not None:
            # What is typed beside marked words is not marked itself until it is compared.
            self.setCurrentCharFormat(
                plain_format(self.currentCharFormat(), self._base_format(place))
            )
        unit_id = place.unit_id if place is not None else ""
        if unit_id != self._present:
            self._present = unit_id
            self.viewport().update()
        if place is not None:
            self.stood.emit(Spot(place.unit_id, place.slot, place.index, at))

    def tell_caret(self) -> None:
        """Tell where the caret stands, though it was not moved."""
        self._on_caret()

    def _leave_ghost(self) -> None:
        """The caret never stands in removed words, nor right behind them."""
        cursor = self.textCursor()
        at = cursor.positionInBlock()
        block = cursor.block()
        for start, end in ghosts(block):
            if start < at <= end:
                was_before = self._caret == (block.blockNumber(), real_at(block, start))
                moves_on = was_before and not cursor.hasSelection() and end < block.length() - 1
                cursor.setPosition(
                    block.position() + (end + 1 if moves_on else start),
                    QTextCursor.MoveMode.KeepAnchor
                    if cursor.hasSelection()
                    else QTextCursor.MoveMode.MoveAnchor,
                )
                self._is_filling = True
                self.setTextCursor(cursor)
                self._is_filling = False
                return

    def selected_words(self) -> str:
        """Give the words that are chosen, removed ones left out; "" across paragraphs."""
        cursor = self.textCursor()
        block = self.document().findBlock(cursor.selectionStart())
        if block != self.document().findBlock(cursor.selectionEnd()):
            return ""
        start = real_at(block, cursor.selectionStart() - block.position())
        end = real_at(block, cursor.selectionEnd() - block.position())
        return real_text(block)[start:end]

    # -- painting -------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands at the top of the view stays there; the text is laid out once."""
        first = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        layout = self.document().documentLayout()
        bar = self.verticalScrollBar()
        is_at_head = bar.value() == 0
        above = bar.value() - layout.blockBoundingRect(first).top()
        self._set_margins()
        super().resizeEvent(event)
        # Asking for the place of a paragraph lays out what is above it; the rest follows when the
        # program has time.
        bar.setValue(0 if is_at_head else round(layout.blockBoundingRect(first).top() + above))

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
        self._tables.width = max(80.0, self._page_sides()[1] - 2 * margin - px(4))
        self._is_filling = True
        # A new frame format lays out the whole text at once, where a layout that is new does so by
        # and by.
        self.document().setLayoutEnabled(False)
        frame.setFrameFormat(form)
        self.document().setLayoutEnabled(True)
        self._is_filling = False
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        visible = QRectF(event.rect())
        self._paint_ground(painter, event)
        self._paint_present(painter, visible)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for block, rect in self._seen(visible):
            place = self.place_at(block)
            if place is not None:
                self._paint_margin(painter, block, place, rect)
                self._paint_label(painter, block, place, rect)
                self._paint_lines(painter, block, place, rect)
        painter.end()

    def _seen(self, visible: QRectF) -> Iterable[tuple[QTextBlock, QRectF]]:
        """The paragraphs in a stretch of the view, with their rectangles there."""
        layout = self.document().documentLayout()
        scroll = self.verticalScrollBar().value()
        block = self.cursorForPosition(visible.topLeft().toPoint()).block()
        block = block.previous() if block.previous().isValid() else block
        while block.isValid():
            rect = layout.blockBoundingRect(block).translated(0, -scroll)
            if rect.top() > visible.bottom():
                return
            yield block, rect
            block = block.next()

    def _paint_ground(self, painter: QPainter, event: QPaintEvent) -> None:
        painter.fillRect(event.rect(), color("window"))
        view = self.viewport()
        left, page = self._page_sides()
        top = px(14) - self.verticalScrollBar().value()
        # Not the size of the document: asking for it lays out what is far below the view too.
        height = self.verticalScrollBar().maximum() + view.height() - px(14) - px(6)
        rect = QRectF(left, top, page, max(height, view.height()))
        painter.fillRect(rect, color("page"))
        painter.setPen(color("line"))
        painter.drawRect(rect.adjusted(0, 0, -1, 0))

    def _paint_present(self, painter: QPainter, visible: QRectF) -> None:
        """A pale band behind the provision that has the caret."""
        left, page = self._page_sides()
        for block, rect in self._seen(visible):
            place = self.place_at(block)
            if place is None or place.unit_id != self._present or place.is_frame:
                continue
            above = self.place_at(block.previous()) if block.previous().isValid() else None
            gap = block.blockFormat().topMargin() if above and above.unit_id == place.unit_id else 0
            painter.fillRect(
                QRectF(left + 1, rect.top() - gap, page - 3, rect.height() + gap + px(2)),
                color("present"),
            )

    def _is_last_of(self, block: QTextBlock, place: PageBlock) -> bool:
        after = self.place_at(block.next()) if block.next().isValid() else None
        return after is None or after.unit_id != place.unit_id

    def _is_first_of(self, block: QTextBlock, place: PageBlock) -> bool:
        return self._first.get(place.unit_id) == block.blockNumber()

    def _paint_margin(
        self, painter: QPainter, block: QTextBlock, place: PageBlock, rect: QRectF
    ) -> None:
        left, page = self._page_sides()
        bar = left + px(30)
        if place.unit_id in self._noted and self._is_first_of(block, place):
            side = px(14)
            paint_icon(
                painter,
                "note",
                QRectF(left + page - px(26), rect.top() + px(3), side, side),
                color("text2"),
            )
        if place.unit_id in self._barred:
            painter.fillRect(QRectF(bar, rect.top(), px(_BAR), rect.height()), color("edit_bar"))
        if place.unit_id in self._gone_after and self._is_last_of(block, place):
            painter.fillRect(
                QRectF(bar - px(3), rect.bottom() - 1, px(_MARGIN_TICK), 2), color("removed")
            )

    def _paint_label(
        self, painter: QPainter, block: QTextBlock, place: PageBlock, rect: QRectF
    ) -> None:
        if not place.label or not block.layout().lineCount():
            return
        line = block.layout().lineAt(0)
        painter.setFont(self._label_font(place))
        painter.setPen(color("text"))
        width = self._label_width(place)
        left = rect.left() + line.x() - width
        if place.look in ("center", "group"):
            left = rect.left() + line.naturalTextRect().left() - width
        base = rect.top() + line.y() + line.ascent()
        painter.drawText(QPointF(left, base), place.label)
        was = self._was(place)
        if was:
            wide = painter.fontMetrics().horizontalAdvance(place.label)
            pen = QPen(color("text2"), 1.6)
            pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawLine(QPointF(left, base + px(3)), QPointF(left + wide, base + px(3)))
            space = painter.fontMetrics().horizontalAdvance(" ")
            painter.setPen(color("text2"))
            painter.setFont(self._was_font())
            painter.drawText(QPointF(left + wide + space, base), was)

    def _paint_lines(
        self, painter: QPainter, block: QTextBlock, place: PageBlock, rect: QRectF
    ) -> None:
        """Lines under and through words: changes, citations."""
        runs = change_runs(block) if self._marks else []
        if place.is_editable and not place.is_frame and place.slot != "heading":
            runs += [
                Run(shown_at(block, start), shown_at(block, end), "trace")
                for start, end in citation_spans(real_text(block))
            ]
        for start, end in self._findings.get(_key(place), ()):
            runs.append(
                Run(shown_at(block, start), shown_at(block, min(end, len(place.text))), "wave")
            )
        if runs:
            paint_marks(painter, block.layout(), rect.topLeft(), runs)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._tip_at(event.pos())
            if words:
                QToolTip.showText(event.globalPos(), words, self)
                return True
        return super().event(event)

    def _tip_at(self, position: QPoint) -> str:
        """What a margin tick stands for."""
        left, _ = self._page_sides()
        if not left < position.x() < left + px(_PAGE_MARGIN * self._zoom):
            return ""
        place = self.place_at(self.cursorForPosition(position).block())
        return self._gone_after.get(place.unit_id, "") if place is not None else ""


def typed_fragments(block: QTextBlock) -> list[tuple[str, QTextCharFormat]]:
    """Give the words of a paragraph with their formats, removed ones left out."""
    return [(words, form) for _, words, form in fragments(block) if form_of(form) != "removed"]


def _key(place: PageBlock) -> tuple[str, str, int]:
    return place.unit_id, place.slot, place.index


def _has_bold_label(place: PageBlock) -> bool:
    return place.look in ("article", "group") or place.label.startswith("Điều")


def _same(old: PageBlock, new: PageBlock) -> bool:
    """Two paragraphs that look alike but for the label."""
    return (
        old.text,
        old.marks,
        old.look,
        old.depth,
        old.slot,
        old.index,
        bool(old.label),
        old.cells,
        old.cell_runs,
        old.unit_id,
    ) == (
        new.text,
        new.marks,
        new.look,
        new.depth,
        new.slot,
        new.index,
        bool(new.label),
        new.cells,
        new.cell_runs,
        new.unit_id,
    )
