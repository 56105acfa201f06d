"""Đối chiếu hai đoạn: a page of So sánh with two fields and, under them, what differs, as one types.
Source: docs/window.md 5.4."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLayout, QPlainTextEdit, QWidget

from quyche_app.domain.comparisons import PastedComparison
from quyche_app.gui.compare.pasted import PastedTexts, copied_html, copied_plain, marked_blocks
from quyche_app.gui.session import Session
from quyche_app.gui.tasks.operation import Query
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, px, text_font
from quyche_app.gui.widgets.basic import Label, Panel, Rule, column, ground, row
from quyche_app.gui.widgets.buttons import Button, IconButton
from quyche_app.gui.widgets.flow_view import FlowView
from quyche_app.languages import tr
from quyche_app.services.pasted import compare_pasted

_REST = 300  # ms without a key, after which the words are compared
_PARAGRAPH_END = "\u2029"  # as a field keeps it


class PastedPage(Panel):
    """Two wordings from anywhere, compared word by word.

    Signals:
        told: what is said of the wordings is another.
    """

    told = Signal()

    def __init__(self, session: Session, texts: PastedTexts) -> None:
        super().__init__("window")
        self._session, self._texts = session, texts
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.compare)
        self.left = PastedField(tr("Đoạn trước"), texts.left)
        self.right = PastedField(tr("Đoạn sau"), texts.right)
        for field in (self.left, self.right):
            field.textChanged.connect(self._on_typed)
        self.result = FlowView()
        self.result.setAccessibleName(tr("Kết quả đối chiếu"))
        outer = column(self, margins=(14, 10, 14, 12), gap=8)
        outer.addLayout(self._make_fields(), 2)
        outer.addLayout(self._make_verdict())
        outer.addWidget(Rule())
        outer.addWidget(self.result, 3)
        self.compare()

    def _make_fields(self) -> QLayout:
        across = row(gap=12)
        for head, field in ((tr("TRƯỚC"), self.left), (tr("SAU"), self.right)):
            side = column(gap=4)
            side.addWidget(Label(head, bold=True))
            side.addWidget(field, 1)
            across.addLayout(side, 1)
        return across

    def _make_verdict(self) -> QLayout:
        self._verdict = Label("", bold=True, wraps=True)
        self._looked_at = Label("", "text2", t.SIZE_SMALL, wraps=True)
        self._swap = IconButton("replace", tr("Đổi hai bên"))
        self._swap.clicked.connect(self.swap)
        self._clear = Button(tr("Xóa cả hai ô"), "x")
        self._clear.clicked.connect(self.clear)
        self._copy = Button(tr("Chép kết quả"), "files")
        self._copy.clicked.connect(self.copy_result)
        line = row(gap=8)
        words = column(gap=2)
        words.addWidget(self._verdict)
        words.addWidget(self._looked_at)
        line.addLayout(words, 1)
        for button in (self._swap, self._clear, self._copy):
            line.addWidget(button)
        return line

    # -- what a person does -------------------------------------------------------------------------

    def _on_typed(self) -> None:
        left, right = self.left.words(), self.right.words()
        if (left, right) != (self._texts.left, self._texts.right):  # a composing keyboard tells too
            self._texts.write(left, right)
            self._rest.start()
            self._show()

    def compare(self) -> None:
        """Compare what stands in the fields now, off the window's thread."""
        texts = self._texts
        self._show()
        if texts.can_compare:
            left, right = texts.left, texts.right
            self._session.run(
                Query(
                    tr("Đang đối chiếu hai đoạn"),
                    lambda progress: compare_pasted(left, right),
                    partial(self._take, (left, right)),
                    slot=(self, "pasted"),
                )
            )

    def _take(self, compared: tuple[str, str], found: PastedComparison) -> None:
        if compared == (self._texts.left, self._texts.right):  # else somebody typed on
            self._texts.found = found
            self._show()

    def swap(self) -> None:
        """Exchange both sides."""
        self._put(self._texts.right, self._texts.left)

    def clear(self) -> None:
        """Empty both fields; their own undoing brings the words back."""
        self._put("", "")
        self.left.setFocus()

    def _put(self, left: str, right: str) -> None:
        for field, words in ((self.left, left), (self.right, right)):
            field.selectAll()
            field.insertPlainText(words)

    def copy_result(self) -> None:
        """Put the marked words on the clipboard, for Word and for plain text."""
        found = self._texts.found
        if found is None:
            return
        copied = QMimeData()
        copied.setHtml(copied_html(found.changes))
        copied.setText(copied_plain(found.changes))
        QGuiApplication.clipboard().setMimeData(copied)
        self._session.hinted.emit(tr("Đã chép kết quả đối chiếu."))

    # -- showing --------------------------------------------------------------------------------------

    def _show(self) -> None:
        texts = self._texts
        if not texts.is_awaited:  # until then what was said before stays
            changes = texts.found.changes if texts.found is not None else ()
            self.result.show_blocks(marked_blocks(changes))
            self.result.setAccessibleDescription(copied_plain(changes))
            self._verdict.setText(texts.verdict())
            self._looked_at.setText(texts.looked_at())
        self._copy.setEnabled(texts.found is not None)
        self._swap.setEnabled(not texts.is_empty)
        self._clear.setEnabled(not texts.is_empty)
        self.told.emit()

    def verdict(self) -> str:
        """What is said of the wordings."""
        return self._verdict.text()

    def regions(self) -> list[QWidget]:
        """The parts that F6 walks through."""
        return [self.left, self.right, self.result]


class PastedField(QPlainTextEdit):
    """A field for a wording of several paragraphs, with a frame that is seen in every theme."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setPlaceholderText(tr("Dán lời văn vào đây…"))
        self.setAccessibleName(name)
        self.setFont(text_font(t.SIZE_COLUMN))
        self.setTabChangesFocus(True)
        self.setMinimumHeight(px(72))
        ground(self, "control")
        self.document().setDocumentMargin(px(8))
        self.setPlainText(words)

    def words(self) -> str:
        """Give the words as they were pasted: ``toPlainText`` would make usual spaces of all that do
        not break."""
        return self.document().toRawText().replace(_PARAGRAPH_END, "\n")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        is_focused = self.hasFocus()
        painter.setPen(QPen(color("accent" if is_focused else "edge"), 2 if is_focused else 1))
        inset = 1 if is_focused else 0
        painter.drawRect(self.viewport().rect().adjusted(inset, inset, -1, -1))
