"""Sửa đổi: cards at the left, the source and its reading above, base and result below.

Pictures 03 and 03b.
"""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHeaderView,
    QListView,
    QSplitter,
    QTreeView,
    QWidget,
)

from quyche_app.gui.actions import Action
from quyche_app.gui.amendments.actions import AMENDMENTS_ACTIONS
from quyche_app.gui.amendments.dialogs import UndoDialog, UnreadDialog
from quyche_app.gui.amendments.models import (
    CARD_ROLE,
    CardRows,
    CardsModel,
    OccurrenceRows,
    OccurrencesModel,
)
from quyche_app.gui.amendments.source import SourcePanel
from quyche_app.gui.amendments.state import (
    FILTERS,
    SKIPPED,
    AmendmentsState,
    Laid,
    lay,
    read_choices,
    read_operations,
    record,
    undo,
)
from quyche_app.gui.places import Place
from quyche_app.gui.screen import Screen
from quyche_app.gui.session import Session
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import program_font, px
from quyche_app.gui.widgets.basic import Label, Panel, column, ground, row
from quyche_app.gui.widgets.buttons import Button, IconButton, LinkButton
from quyche_app.gui.widgets.chips import Chip, FilterChip
from quyche_app.gui.widgets.date_field import DateField
from quyche_app.gui.widgets.fields import Combo
from quyche_app.gui.widgets.flow_layout import FlowLayout
from quyche_app.gui.widgets.flow_view import FlowView
from quyche_app.gui.widgets.progress_line import ProgressLine
from quyche_app.gui.widgets.states import EmptyState, IconMark
from quyche_app.services.views import Amended


class AmendmentsScreen(Screen):
    """Apply an amending decision instruction by instruction."""

    key: ClassVar[str] = "amendments"
    table: ClassVar[tuple[Action, ...]] = AMENDMENTS_ACTIONS

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Sửa đổi")
        self.state: AmendmentsState = AmendmentsState()
        self._act = Combo("Văn bản sửa đổi", "amend", width=210)
        self._regulation = Combo("Văn bản được sửa đổi", "file", width=200)
        self._effect = DateField("Ngày có hiệu lực")
        self._read_only = Chip()
        self.header.about(self._act, Label("áp dụng vào", "text2"), self._regulation,
                          Label("hiệu lực", "text2"), self._effect, self._read_only)
        self._undo = Button("Hoàn tác một nội dung…", "undo")
        self._record = Button("Ghi bản hợp nhất", "save", main=True)
        self._compare = Button("So sánh", "compare")
        self._compare.clicked.connect(self._go_compare)
        self.header.doing(self._compare, self._undo, self._record)
        self._act.currentIndexChanged.connect(self._on_documents)
        self._regulation.currentIndexChanged.connect(self._on_documents)
        self._effect.chosen.connect(self._on_effect)
        self._undo.clicked.connect(self.ask_undo)
        self._record.clicked.connect(self.record)
        self._body = self._make_body()
        self.pages.addWidget(self._body)
        self._empty = EmptyState(
            "amend", "Chưa có quyết định sửa đổi",
            "Nhập quyết định sửa đổi vào kho; mỗi yêu cầu sửa đổi thành một thẻ để duyệt.",
            "Nhập văn bản…", button_icon="plus")
        self._empty.chosen.connect(self._import)
        session.library_changed.connect(self._on_library_changed)

    # -- composing ------------------------------------------------------------------------------

    def _make_body(self) -> QWidget:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._make_cards())
        splitter.addWidget(self._make_right())
        splitter.setSizes([px(360), px(922)])
        splitter.setStretchFactor(1, 1)
        return splitter

    def _make_cards(self) -> QWidget:
        panel = Panel("panel", "r")
        panel.setMinimumWidth(px(318))
        layout = column(panel, margins=(0, 10, 1, 0), gap=6)
        head = row(margins=(12, 0, 12, 0))
        self._total = Label("", bold=True)
        self._decided = Label("", "text2", t.SIZE_SMALL)
        self._progress = ProgressLine(70)
        head.addWidget(self._total)
        head.addStretch()
        head.addWidget(self._decided)
        head.addWidget(self._progress)
        layout.addLayout(head)
        chips = QWidget()
        flow = FlowLayout(chips, margin=10, gap=6)
        self._filters: dict[str, FilterChip] = {}
        for key, words, form in FILTERS:
            chip = FilterChip(key, words, form)
            chip.clicked.connect(partial(self._on_filter, key))
            self._filters[key] = chip
            flow.addWidget(chip)
        layout.addWidget(chips)
        self._accept_all = Button("Chấp nhận mọi nội dung khớp", "check", small=True)
        self._accept_all.clicked.connect(self.accept_all_sure)
        under = row(margins=(10, 0, 10, 2))
        under.addWidget(self._accept_all)
        under.addStretch()
        layout.addLayout(under)
        self._list = QListView()
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        ground(self._list, "panel")
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName("Nội dung sửa đổi")
        self._model = CardsModel()
        self._list.setModel(self._model)
        self._rows = CardRows()
        self._list.setItemDelegate(self._rows)
        self._list.selectionModel().currentChanged.connect(self._on_card)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._make_unread())
        return panel

    def _make_unread(self) -> QWidget:
        self._unread_panel = Panel("panel", "t")
        line = row(self._unread_panel, margins=(12, 4, 12, 4), gap=6)
        line.addWidget(IconMark("info", 15, "text2"))
        self._unread = Label("", size=t.SIZE_SMALL, wraps=True)
        line.addWidget(self._unread, 1)
        self._see_unread = LinkButton("Xem")
        self._see_unread.clicked.connect(self._show_unread)
        line.addWidget(self._see_unread)
        return self._unread_panel

    def _make_right(self) -> QWidget:
        panel = Panel("window")
        layout = column(panel)
        self._source = SourcePanel()
        layout.addWidget(self._source)
        self._table_head, self._table = self._make_occurrences()
        layout.addWidget(self._table_head)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._make_columns(), 2)
        layout.addWidget(self._make_foot())
        return panel

    def _make_occurrences(self) -> tuple[QWidget, QTreeView]:
        head = Panel("window", "b")
        line = row(head, margins=(14, 6, 14, 6))
        line.addWidget(Label("Các chỗ xuất hiện", bold=True))
        self._places = Label("", "text2", t.SIZE_SMALL)
        line.addWidget(self._places)
        line.addStretch()
        table = QTreeView()
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setAccessibleName("Các chỗ xuất hiện")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        ground(table, "page")
        self._occurrences = OccurrencesModel()
        table.setModel(self._occurrences)
        self._occurrence_rows = OccurrenceRows()
        table.setItemDelegate(self._occurrence_rows)
        header = table.header()
        header.setFixedHeight(px(28))
        header.setFont(program_font(bold=True))
        header.setStretchLastSection(False)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for section, width in ((0, 54), (1, 190), (3, 96)):
            header.resizeSection(section, px(width))
        table.selectionModel().currentRowChanged.connect(self._on_occurrence)
        return head, table

    def _make_columns(self) -> QWidget:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        self._base_name = Label("", "text2")
        self._result_name = Label("", "text2")
        self._base, self._result = FlowView(), FlowView()
        for title, name, view in (
            ("BẢN GỐC", self._base_name, self._base),
            ("SAU KHI ÁP DỤNG", self._result_name, self._result),
        ):
            side = Panel("page")
            layout = column(side)
            head = Panel("window", "bt")
            head.setFixedHeight(px(30))
            line = row(head, margins=(14, 0, 14, 0), gap=5)
            line.addWidget(Label(title, bold=True))
            line.addWidget(name)
            line.addStretch()
            layout.addWidget(head)
            view.setAccessibleName(title.capitalize())
            layout.addWidget(view, 1)
            splitter.addWidget(side)
        return splitter

    def _make_foot(self) -> QWidget:
        foot = Panel("window", "t")
        foot.setFixedHeight(px(48))
        line = row(foot, margins=(14, 0, 14, 0))
        self._back = IconButton("up", "Nội dung trước", key="Alt+↑")
        self._next = IconButton("down", "Nội dung tiếp", key="Alt+↓")
        self._skip = Button("Bỏ qua", "x", key="F8")
        self._accept = Button("Chấp nhận", "ok", main=True, key="Ctrl+Enter")
        line.addWidget(self._back)
        line.addWidget(self._next)
        line.addStretch()
        line.addWidget(self._skip)
        line.addWidget(self._accept)
        self._back.clicked.connect(self.previous_instruction)
        self._next.clicked.connect(self.next_instruction)
        self._skip.clicked.connect(self.skip_present)
        self._accept.clicked.connect(self.accept_present)
        return foot

    # -- reading ----------------------------------------------------------------------------------

    def open_place(self, place: Place) -> None:
        known = place.document in ("", self.state.act, self.state.regulation)
        if self.state.first is not None and known:
            return
        self._wanted = place.document
        self.reload()

    def reload(self) -> None:
        workspace = self.session.workspace
        self.show_loading("Đang đọc kho…")
        self.session.start("Đang đọc kho", lambda progress: read_choices(workspace),
                           self._take_documents, self.show_error, slot="amendments.documents")

    def _on_library_changed(self) -> None:
        self.state.first = None
        self._wanted = ""
        if self.isVisible():
            self.reload()

    def _take_documents(self, documents: object) -> None:
        assert isinstance(documents, tuple)
        self.state.choose(documents, getattr(self, "_wanted", ""))
        if not self.state.act or not self.state.regulation:
            self.show_page(self._empty)
            self._refresh()
            return
        self._act.offer([(r.id, f"{r.number or r.title}") for r in self.state.acts()], self.state.act)
        self._regulation.offer(
            [(r.id, f"{r.number or r.title}") for r in self.state.regulations()], self.state.regulation)
        self._lay(None)

    def _lay(self, effect: object) -> None:
        from datetime import date

        state, workspace = self.state, self.session.workspace
        regulation, act = state.regulation, state.act
        day = effect if isinstance(effect, date) else None
        self.show_loading("Đang đọc nội dung sửa đổi…")
        self.session.start(
            "Đang đọc nội dung sửa đổi",
            lambda progress: lay(workspace, regulation, act, day, frozenset(), progress),
            self._take_laid, self.show_error, slot="amendments.lay",
        )

    def _take_laid(self, laid: object) -> None:
        assert isinstance(laid, Laid)
        self.state.take(laid)
        self.show_page(self._body)
        self._show_texts()
        self._show_all()
        if laid.plan.is_recorded:
            workspace, regulation = self.session.workspace, self.state.regulation
            self.session.start(
                "Đang đọc các nội dung đã ghi", lambda progress: read_operations(workspace, regulation),
                self._take_operations, slot="amendments.operations")

    def _take_operations(self, operations: object) -> None:
        assert isinstance(operations, tuple)
        self.state.operations = operations
        self._refresh()

    def _preview(self) -> None:
        """Compute the result again without what is skipped."""
        state, workspace = self.state, self.session.workspace
        regulation, act, effect = state.regulation, state.act, state.effect
        skip = state.not_previewed()
        self.session.start(
            "Đang tính bản xem trước",
            lambda progress: lay(workspace, regulation, act, effect, skip, progress),
            self._take_preview, slot="amendments.preview",
        )

    def _take_preview(self, laid: object) -> None:
        assert isinstance(laid, Laid)
        self.state.laid = laid
        self._show_texts()
        self._show_present()

    # -- showing ----------------------------------------------------------------------------------

    def _show_texts(self) -> None:
        laid = self.state.laid
        if laid is not None:
            self._base.show_blocks(laid.marked.old, laid.marked.changed_old)
            self._result.show_blocks(laid.marked.new, laid.marked.changed_new)

    def _show_all(self) -> None:
        counts = self.state.counts()
        for key, words, _ in FILTERS:
            self._filters[key].set_words(f"{words} {counts[key]}")
            self._filters[key].setChecked(key == self.state.filter)
            self._filters[key].setVisible(key == "all" or counts[key] > 0)
        self._total.setText(f"{counts['all']} nội dung sửa đổi")
        unread = self.state.unread()
        self._unread.setText(
            f"{len(unread)} đoạn của quyết định chưa đọc được" if unread
            else "Mọi đoạn của quyết định đều đã đọc được")
        self._see_unread.setVisible(bool(unread))
        self._show_present()

    def _show_present(self) -> None:
        state = self.state
        self._model.show(state.cards())
        at = self._model.row_of(state.present)
        if at >= 0:
            blocked = self._list.selectionModel().blockSignals(True)
            self._list.setCurrentIndex(self._model.index(at, 0))
            self._list.selectionModel().blockSignals(blocked)
            self._list.scrollTo(self._model.index(at, 0))
            self._list.viewport().update()
        outcome = state.outcome(state.present)
        if outcome is not None:
            card = next(c for c in state.all_cards() if c.index == state.present)
            self._source.show_outcome(outcome, card.chip)
            is_phrase = state.is_phrase(state.present)
            self._table_head.setVisible(is_phrase)
            self._table.setVisible(is_phrase)
            self._occurrences.show(outcome.occurrences if is_phrase else ())
            self._places.setText(f"{len(outcome.occurrences)} chỗ trong phạm vi")
            self._scroll_both()
        self._refresh()

    def _scroll_both(self) -> None:
        old, new = self.state.units_of(self.state.present)
        for view, units in ((self._base, old), (self._result, new)):
            for unit in units:
                if view.set_present(unit):
                    break

    def _refresh(self) -> None:
        state = self.state
        number = state.number_of(state.present)
        total = len(state.outcomes())
        decided = state.accepted + state.skipped
        recorded = state.is_recorded
        self._decided.setText("đã ghi" if recorded else f"đã quyết {decided}")
        self._progress.show_share(1.0 if recorded else (decided / total if total else 0))
        self._read_only.show_state("Chỉ đọc · đã ghi vào kho" if recorded else "", "lock")
        self._record.setVisible(not recorded)
        self._record.set_words(state.record_words())
        self._record.setEnabled(state.can_record)
        self._record.setToolTip("" if state.can_record else "Chấp nhận ít nhất một nội dung trước")
        self._undo.setVisible(recorded)
        self._compare.setVisible(recorded)
        self._effect.setEnabled(not recorded)
        self._effect.show_day(state.effect)
        for button in (self._skip, self._accept, self._accept_all):
            button.setVisible(not recorded)
        self._accept.set_words(f"Chấp nhận nội dung {number}")
        self._accept.setEnabled(state.can_accept(state.present))
        skipped = state.decisions.get(state.present) == SKIPPED
        self._skip.set_words("Không bỏ qua nữa" if skipped else "Bỏ qua")
        self._accept_all.setEnabled(any(
            card.state == "sure" and not card.decision for card in state.all_cards()))
        name = state.name_of(state.regulation)
        self._base_name.setText(name)
        self._result_name.setText("đã ghi vào kho" if recorded else "xem trước, chưa ghi")
        self.told.emit()

    # -- what a person does -------------------------------------------------------------------------

    def _on_documents(self) -> None:
        self.state.act, self.state.regulation = self._act.value, self._regulation.value
        self.state.filter = "all"
        self._lay(None)

    def _on_effect(self, day: object) -> None:
        self._lay(day)

    def _on_filter(self, key: str, checked: bool = False) -> None:
        self.state.filter = key
        self._show_all()

    def _on_card(self, index: QModelIndex) -> None:
        card = index.data(CARD_ROLE)
        if card is not None and card.index != self.state.present:
            self.state.present = card.index
            self._show_present()

    def _on_occurrence(self, index: QModelIndex) -> None:
        if index.isValid():
            unit = self._occurrences.occurrence_at(index.row()).unit_id
            self._base.set_present(unit)
            self._result.set_present(unit)

    def previous_instruction(self) -> None:
        """Go to the card before."""
        if self.state.step(-1):
            self._show_present()

    def next_instruction(self) -> None:
        """Go to the next card."""
        if self.state.step(1):
            self._show_present()

    def accept_present(self) -> None:
        """Accept the present instruction and go on."""
        was_skipped = self.state.decisions.get(self.state.present) == SKIPPED
        self.state.accept(self.state.present)
        self._show_present()
        if was_skipped:
            self._preview()

    def skip_present(self) -> None:
        """Leave the present instruction out, or take that back."""
        self.state.skip(self.state.present)
        self._show_present()
        self._preview()

    def accept_all_sure(self) -> None:
        """Accept what is sure and say how much is left."""
        accepted, left = self.state.accept_all_sure()
        self._show_present()
        rest = f" Còn {left} nội dung cần bạn quyết." if left else ""
        self.session.hinted.emit(f"Đã chấp nhận {accepted} nội dung.{rest}")

    def record(self) -> None:
        """Record what was accepted, in one step."""
        if not self.state.can_record:
            return
        state, workspace = self.state, self.session.workspace
        regulation, act, effect = state.regulation, state.act, state.effect
        skip, who = state.left_out(), self.session.person
        self._record.setEnabled(False)
        self.session.start(
            "Đang ghi bản hợp nhất",
            lambda progress: record(workspace, regulation, act, effect, skip, who),
            self._on_recorded, self.show_error,
        )

    def _on_recorded(self, amended: object) -> None:
        assert isinstance(amended, Amended)
        total = len(self.state.outcomes())
        self.session.hinted.emit(
            f"Đã ghi bản hợp nhất ở lần ghi {amended.recording}: áp dụng {amended.applied}/{total} nội dung.")
        self.session.document_id = self.state.regulation
        self.session.library_changed.emit()

    def ask_undo(self) -> None:
        """Choose a recorded operation to take back."""
        state = self.state
        chosen = state.operation_of(state.present)
        number = state.name_of(state.act)
        rows = tuple(o for o in state.operations if o.act_number == number and o.state == "applied")
        self._dialog = UndoDialog(rows, chosen, self)
        self._dialog.finished.connect(self._on_undo_chosen)
        self._dialog.open()

    def _on_undo_chosen(self, result: int) -> None:
        operation = self._dialog.operation
        if result != QDialog.DialogCode.Accepted or operation is None:
            return
        workspace, regulation = self.session.workspace, self.state.regulation
        who = self.session.person
        self.session.start(
            "Đang hoàn tác", lambda progress: undo(workspace, regulation, operation.id, who),
            self._on_undone, self.show_error,
        )

    def _on_undone(self, recording: object) -> None:
        self.session.hinted.emit(f"Đã hoàn tác, ghi ở lần ghi {recording}.")
        self.session.library_changed.emit()

    def _go_compare(self) -> None:
        self.session.go("compare", document=self.state.regulation)

    def _show_unread(self) -> None:
        UnreadDialog(self.state.unread(), self).open()

    def _import(self) -> None:
        self.session.go("library")

    # -- for the window -----------------------------------------------------------------------------

    def show_unit(self, unit_id: str) -> None:
        self._base.set_present(unit_id)
        self._result.set_present(unit_id)

    def provisions(self) -> list[tuple[str, str]]:
        if self.state.laid is None:
            return []
        return [(block.unit_id, block.words) for block in self.state.laid.marked.new if block.slot == "text"]

    def badge(self) -> int:
        if self.state.is_recorded:
            return 0
        return sum(card.state == "doubt" and not card.decision for card in self.state.all_cards())

    def window_title(self) -> str:
        state = self.state
        if state.first is None:
            return "Sửa đổi"
        return f"Sửa đổi: {state.name_of(state.act)} vào {state.name_of(state.regulation)}"

    def status(self) -> tuple[str, str]:
        state = self.state
        if state.first is None:
            return "Sửa đổi", ""
        names = f"{state.name_of(state.act)} → {state.name_of(state.regulation)}"
        if state.is_recorded:
            recording = state.first.plan.recorded_in
            return f"{names}   ·   đã ghi ở lần ghi {recording}", "Chỉ đọc"
        counts = f"đã nhận {state.accepted} · bỏ qua {state.skipped} · còn {state.undecided}"
        return f"{names}   ·   {counts}", "Chưa ghi vào kho"
