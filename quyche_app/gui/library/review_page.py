"""Nhập văn bản: the file as it is, what the program understands, doubts and facts.
Nothing is stored before "Ghi vào kho". Source: docs/window.md 5.1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QListView,
    QRadioButton,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from quyche_app.domain.dates import parse_date
from quyche_app.domain.issuers import issuer_in_text
from quyche_app.domain.texts import capital
from quyche_app.gui.changes import come
from quyche_app.gui.drafting.models import UNIT_ROLE, OutlineModel, OutlineRows
from quyche_app.gui.library.review_state import (
    ASIDE,
    DOUBTFUL,
    STATE_WORDS,
    UNDERSTOOD,
    ReviewState,
    SourceLine,
    day_field,
)
from quyche_app.gui.session import Session
from quyche_app.gui.tasks.operation import Operation, Query
from quyche_app.gui.text_lines import Line
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, program_font, px, text_font
from quyche_app.gui.widgets.basic import ElidedLabel, Label, Panel, clear, column, ground, row
from quyche_app.gui.widgets.buttons import Button, IconButton
from quyche_app.gui.widgets.chips import Chip
from quyche_app.gui.widgets.fields import Combo, TextField
from quyche_app.gui.widgets.rows import ROW_ROLE, Index, RowsModel, paint_row_ground
from quyche_app.gui.widgets.splitter import Columns
from quyche_app.gui.widgets.states import IconMark
from quyche_app.gui.widgets.text_cell import CellStyle, TextCell
from quyche_app.gui.widgets.text_wrap import line_count
from quyche_app.gui.words import size_words
from quyche_app.languages import tr
from quyche_app.services.import_file import Correction, FileRead
from quyche_app.services.views import Role

_BARS = {UNDERSTOOD: "good", DOUBTFUL: "doubt", ASIDE: "edge"}
_ROLES = ((Role.REGULATION.value, "Quy chế, văn bản"), (Role.AMENDING.value, "Văn bản sửa đổi"))
_STYLE = CellStyle(t.SIZE_QUOTATION, False, 0, 0, 2)
_LEFT = 52
_ABOVE = 4  # paragraphs shown before the chosen one


class SourceModel(RowsModel[SourceLine]):
    """The paragraphs of the file."""

    def words_of(self, row: SourceLine) -> str:
        return tr(
            "Đoạn {number}, {state}: {text}",
            number=row.number,
            state=tr(STATE_WORDS[row.state]),
            text=row.text,
        )


class SourceRows(QStyledItemDelegate):
    """Number, a bar in the colour of the state, the words as they stand in the file."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: SourceLine = index.data(ROW_ROLE)
        view = option.widget
        width = (view.viewport().width() if isinstance(view, QListView) else px(500)) - px(
            _LEFT + 14
        )
        # Measured, not laid out: a long file has thousands of paragraphs.
        lines = line_count(line.text, QFontMetrics(text_font(t.SIZE_QUOTATION)), max(80, width))
        return QSize(px(200), int(lines * px(t.SIZE_QUOTATION * t.LINE_HEIGHT)) + px(8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: SourceLine = index.data(ROW_ROLE)
        rect: QRect = option.rect
        paint_row_ground(painter, option, "page")
        painter.setFont(program_font(t.SIZE_SMALL))
        painter.setPen(color("text2"))
        number = rect.adjusted(0, px(4), 0, 0)
        number.setWidth(px(30))
        painter.drawText(
            number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, str(line.number)
        )
        # Doubtful ones are twice as wide: they must be found in a grey print too.
        wide = px(8 if line.state == DOUBTFUL else 4)
        painter.fillRect(
            rect.x() + px(42) - wide,
            rect.y() + px(2),
            wide,
            rect.height() - px(4),
            color(_BARS[line.state]),
        )
        cell = TextCell([Line(line.text, "plain")], _STYLE)
        cell.lay_out(rect.width() - px(_LEFT + 14))
        cell.paint(painter, rect.x() + px(_LEFT), rect.y() + px(3))


class ReviewPage(QWidget):
    """One file under review.

    Signals:
        stored: an ``Imported``. left: the review was given up; nothing was stored.
        told: header or status changed.
    """

    stored = Signal(object)
    left = Signal()
    told = Signal()

    def __init__(self, session: Session, state: ReviewState, *, more: int = 0) -> None:
        super().__init__()
        self.session = session
        self.state = state
        self._more = more
        layout = column(self)
        self.head = self._make_head()  # the screen puts it into its header
        layout.addWidget(self._make_strip())
        read_columns = QSplitter(Qt.Orientation.Horizontal)
        read_columns.setChildrenCollapsible(False)
        read_columns.addWidget(self._make_source())
        read_columns.addWidget(self._make_tree())
        read_columns.setStretchFactor(0, 1)
        splitter = Columns(0, 330)
        splitter.addWidget(read_columns)
        splitter.addWidget(self._make_right())
        layout.addWidget(splitter, 1)
        self._show()
        doubts = self.state.doubts()
        self._choose(state.chosen or (doubts[0].number if doubts else 1))

    # -- composing ------------------------------------------------------------------------------

    def _make_head(self) -> QWidget:
        head = QWidget()
        line = row(head, gap=8)
        line.addWidget(ElidedLabel(self.state.read.name, "text2"), 1)
        line.addWidget(Chip(tr("{count} đoạn", count=len(self.state.read.text.account)), "outline"))
        if self._more:
            line.addWidget(Chip(tr("còn {count} tệp nữa", count=self._more), "outline"))
        give_up = Button(tr("Hủy nhập"), "x")
        give_up.clicked.connect(self.left)
        self._store = Button(tr("Ghi vào kho"), "save", main=True, key="Ctrl+Enter")
        self._store.clicked.connect(self.store)
        line.addWidget(give_up)
        line.addWidget(self._store)
        return head

    def _make_strip(self) -> QWidget:
        strip = Panel("window", "b")
        line = row(strip, margins=(14, 8, 14, 8), gap=8)
        line.addWidget(IconMark("shield", 16, "text"))
        self._account = Label("", bold=True)
        self._detail = Label("", "text2")
        self._articles = Chip()
        self._doubt = Chip()
        self._missing = Chip()
        line.addWidget(self._account)
        line.addWidget(self._detail)
        line.addStretch()
        for chip in (self._articles, self._doubt, self._missing):
            line.addWidget(chip)
        return strip

    def _make_source(self) -> QWidget:
        panel = Panel("page")
        layout = column(panel)
        head = Panel("panel", "b")
        inner = row(head, margins=(14, 8, 14, 8))
        inner.addWidget(Label(tr("Tệp gốc"), bold=True))
        inner.addWidget(Label(tr("· từng đoạn, không sửa"), "text2"))
        inner.addStretch()
        self._fonts = ElidedLabel("", "text2", t.SIZE_SMALL)
        self._fonts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        inner.addWidget(self._fonts, 1)
        layout.addWidget(head)
        self._lines = QListView()
        self._lines.setFrameShape(QFrame.Shape.NoFrame)
        self._lines.setResizeMode(QListView.ResizeMode.Adjust)
        self._lines.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines.setAccessibleName(tr("Các đoạn của tệp gốc"))
        ground(self._lines, "page")
        self._model = SourceModel()
        self._lines.setModel(self._model)
        self._rows = SourceRows()
        self._lines.setItemDelegate(self._rows)
        self._lines.selectionModel().currentChanged.connect(self._on_line)
        layout.addWidget(self._lines, 1)
        return panel

    def _make_tree(self) -> QWidget:
        panel = Panel("panel")
        panel.setMinimumWidth(px(220))
        panel.resize(px(300), 100)
        layout = column(panel)
        head = Panel("panel", "b")
        inner = row(head, margins=(12, 8, 12, 8))
        inner.addWidget(Label(tr("Chương trình hiểu là"), bold=True))
        layout.addWidget(head)
        self._tree = QTreeView()
        self._tree.setHeaderHidden(True)
        self._tree.setFrameShape(QFrame.Shape.NoFrame)
        self._tree.setUniformRowHeights(True)
        self._tree.setIndentation(px(14))
        self._tree.setAccessibleName(tr("Cấu trúc đọc được"))
        ground(self._tree, "panel")
        self._outline = OutlineModel()
        self._tree.setModel(self._outline)
        self._outline_rows = OutlineRows()
        self._tree.setItemDelegate(self._outline_rows)
        self._tree.selectionModel().currentChanged.connect(self._on_unit)
        layout.addWidget(self._tree, 1)
        return panel

    def _make_right(self) -> QWidget:
        panel = Panel("panel")
        panel.setMinimumWidth(px(260))
        layout = column(panel, margins=(14, 12, 14, 12), gap=8)
        self._place = Label("", bold=True, wraps=True)
        self._why = Label("", "text2", wraps=True)
        layout.addWidget(self._place)
        layout.addWidget(self._why)
        self._choices = column(gap=4)
        layout.addLayout(self._choices)
        layout.addSpacing(px(8))
        layout.addWidget(Label(tr("Thông tin văn bản"), bold=True))
        layout.addLayout(self._make_facts())
        layout.addWidget(
            Label(
                tr(
                    "Ô nào cũng sửa được trước khi ghi; bấm vào ô thì chỗ đọc ra được tô sáng bên trái."
                ),
                "text2",
                t.SIZE_SMALL,
                wraps=True,
            )
        )
        layout.addStretch()
        foot = row(gap=6)
        before = IconButton("up", tr("Chỗ cần xem trước"))
        after = IconButton("down", tr("Chỗ cần xem sau"))
        before.clicked.connect(lambda: self._go(-1))
        after.clicked.connect(lambda: self._go(1))
        foot.addWidget(before)
        foot.addWidget(after)
        foot.addStretch()  # the arrows have tips; large type leaves no room for words beside them
        self._right_next = Button(tr("Đúng, tiếp"), "ok", main=True)
        self._right_next.clicked.connect(self.settle_and_go)
        foot.addWidget(self._right_next)
        layout.addLayout(foot)
        return panel

    def _make_facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(px(6))
        act = self.state.act
        self._role = Combo(tr("Loại văn bản"))
        self._role.offer(tuple((key, tr(words)) for key, words in _ROLES), self.state.role.value)
        self._number = self._field("number", tr("Số, ký hiệu"), act.number)
        self._issuer = self._field("issuer", tr("Cơ quan ban hành"), issuer_in_text(act.issuer))
        self._issued = self._field("issued", tr("Ngày ký"), day_field(act.issue_date), "calendar")
        self._effect = self._field(
            "effect", tr("Ngày có hiệu lực"), day_field(act.effect_date), "calendar"
        )
        for number, (name, widget) in enumerate(
            (
                (tr("Loại"), self._role),
                (tr("Số, ký hiệu"), self._number),
                (tr("Cơ quan"), self._issuer),
                (tr("Ngày ký"), self._issued),
                (tr("Hiệu lực"), self._effect),
            )
        ):
            grid.addWidget(Label(name, "text2"), number, 0)
            grid.addWidget(widget, number, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _field(self, fact: str, name: str, words: str, icon: str = "") -> TextField:
        """A field that shows where its words were read when the caret comes into it."""
        field = TextField(name, icon)
        field.setText(words)
        place = self.state.place_of(fact)
        if place:
            field.setToolTip(tr("Đọc ở đoạn {line} của tệp.", line=place))
        field.came.connect(partial(self._show_place_of, fact))
        return field

    def _show_place_of(self, fact: str) -> None:
        place = self.state.place_of(fact)
        if place:
            self._choose(place)

    # -- showing --------------------------------------------------------------------------------

    def _show(self) -> None:
        state = self.state
        account, detail = state.account_words()
        self._account.setText(account)
        self._detail.setText(detail)
        doubts = len(state.doubts())
        self._articles.show_state(tr("{count} điều", count=state.article_count), "good_ok")
        self._doubt.show_state(
            tr("{count} chỗ cần xem", count=doubts) if doubts else tr("không có chỗ cần xem"),
            "doubt_warn" if doubts else "good_ok",
        )
        self._missing.show_state(tr("0 đoạn bỏ sót"), "good_ok")
        self._fonts.set_full(state.font_words())
        self._store.set_words(state.store_words())
        self._model.show(state.lines())
        self._outline.show(state.read.text.act)
        self._outline.remark({line.unit_id: "⚠" for line in state.doubts() if line.unit_id})
        self._tree.expandToDepth(1)
        self.told.emit()

    def _choose(self, number: int) -> None:
        lines = [
            line
            for line in range(self._model.rowCount())
            if self._model.row_at(line).number == number
        ]
        if lines:
            index = self._model.index(lines[0], 0)
            self._lines.setCurrentIndex(index)
            # With what stands before it in view, never at the edge.
            self._lines.scrollTo(
                self._model.index(max(0, lines[0] - _ABOVE), 0), QListView.ScrollHint.PositionAtTop
            )

    def _chosen(self) -> SourceLine | None:
        index = self._lines.currentIndex()
        return self._model.row_at(index.row()) if index.isValid() else None

    def _on_line(self, index: QModelIndex) -> None:
        line = self._chosen()
        if line is None:
            return
        self.state.chosen = line.number
        self._place.setText(
            tr(
                "Đoạn {number} · {state}",
                number=line.number,
                state=tr(STATE_WORDS[line.state]),
            )
        )
        where = (
            tr("Thuộc {place}.", place=line.place[:1].lower() + line.place[1:])
            if line.place
            else ""
        )
        doubt = f"{capital(line.doubt).rstrip('.')}." if line.doubt else ""
        self._why.setText(" ".join(part for part in (doubt, where) if part))
        self._show_choices(line)
        unit = self._outline.index_of(line.unit_id)
        if unit.isValid():
            blocked = self._tree.selectionModel().blockSignals(True)
            self._tree.setCurrentIndex(unit)
            self._tree.selectionModel().blockSignals(blocked)
            self._tree.scrollTo(unit, QTreeView.ScrollHint.PositionAtCenter)
            self._tree.viewport().update()

    def _show_choices(self, line: SourceLine) -> None:
        clear(self._choices)
        said = self.state.corrections.get(line.number)
        choices: list[tuple[str, Correction | None]] = [
            (
                tr("Đúng: {place}", place=line.place)
                if line.place and said is None
                else tr("Đúng như chương trình hiểu"),
                None,
            )
        ]
        if self.state.can_join(line.number):
            choices.append((tr("Nối liền với đoạn trước"), Correction.JOINED))
        choices.append((tr("Không thuộc văn bản, để riêng"), Correction.ASIDE))
        for words, correction in choices:
            button = QRadioButton(words)
            button.setFont(program_font())
            # Nothing is chosen beforehand where the program is in doubt.
            button.setChecked(line.state != DOUBTFUL and said is correction)
            button.clicked.connect(partial(self._correct, line.number, correction))
            self._choices.addWidget(button)

    def _on_unit(self, index: QModelIndex) -> None:
        unit_id = index.data(UNIT_ROLE)
        for number in range(self._model.rowCount()):
            if self._model.row_at(number).unit_id == unit_id:
                self._lines.setCurrentIndex(self._model.index(number, 0))
                return

    # -- deciding -------------------------------------------------------------------------------

    def _correct(self, number: int, correction: Correction | None, checked: bool = True) -> None:
        from quyche_app.services.import_file import with_corrections

        state = self.state
        corrections = {n: said for n, said in state.corrections.items() if n != number}
        if correction is not None:
            corrections[number] = correction
        state.settled |= {number}
        if corrections == state.corrections:
            self._show()
            self._choose(number)
            return
        state.corrections = corrections
        read = state.read

        def take(again: FileRead) -> None:
            state.take(again)
            self._show()
            self._choose(number)

        self.session.run(
            Query(
                tr("Đang đọc lại tệp"),
                lambda progress: with_corrections(read, corrections),
                take,
                slot="library.review",
            )
        )

    def settle_and_go(self) -> None:
        """The chosen paragraph stands where it should; go to the next doubtful one."""
        self.state.settled |= {self.state.chosen}
        here = self.state.chosen
        self._show()
        self._choose(here)
        self._go(1)

    def _go(self, by: int) -> None:
        numbers = [line.number for line in self.state.doubts()]
        if not numbers:
            self.session.hinted.emit(tr("Không còn chỗ cần xem."))
            return
        behind = [n for n in numbers if n > self.state.chosen]
        before = [n for n in numbers if n < self.state.chosen]
        wanted: Sequence[int] = (behind or numbers) if by > 0 else (before[-1:] or numbers[-1:])
        self._choose(wanted[0])

    def store(self) -> None:
        """Store the file as it is shown."""
        from quyche_app.services.import_file import store_reviewed

        issued, effect = parse_date(self._issued.text()), parse_date(self._effect.text())
        for field, day in ((self._issued, issued), (self._effect, effect)):
            if field.text().strip() and day is None:
                self.session.hinted.emit(
                    tr("“{text}” không phải là ngày. Ghi như 17/7/2018.", text=field.text())
                )
                field.setFocus()
                return
        act = replace(
            self.state.act,
            number=self._number.text().strip(),
            issuer=self._issuer.text().strip(),
            issue_date=issued,
            effect_date=effect,
        )
        workspace, read, role = self.session.workspace, self.state.read, Role(self._role.value)
        settled = self.state.settled

        self.session.run(
            Operation(
                tr("Đang ghi vào kho"),
                lambda progress: store_reviewed(workspace, read, act, role, settled=settled),
                self.stored.emit,
                lambda imported: come(imported.document.id),
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.store()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def status_words(self) -> tuple[str, str]:
        """Say that nothing is stored yet."""
        from hashlib import sha256

        data = self.state.read.data
        code = sha256(data).hexdigest()
        return (
            tr(
                "Chưa ghi vào kho   ·   Tệp gốc {size}, mã kiểm tra {begin}…{end}",
                size=size_words(len(data)),
                begin=code[:4],
                end=code[-4:],
            ),
            "",
        )
