"""Sửa đổi: cards at the left, the source and its reading above, base and result below.

Source: docs/window.md 5.3.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QDialog, QWidget

from quyche_app.gui.actions import AnyAction
from quyche_app.gui.amendments.actions import AMENDMENTS_ACTIONS
from quyche_app.gui.amendments.dialogs import UndoDialog, UnreadDialog
from quyche_app.gui.amendments.panels import BothTexts, CardsPanel, OccurrencesPanel
from quyche_app.gui.amendments.source import SourcePanel
from quyche_app.gui.amendments.state import (
    SKIPPED,
    AmendmentsState,
    Laid,
    lay,
    read_choices,
    read_operations,
    record,
    undo,
)
from quyche_app.gui.changes import Changes, recorded_in
from quyche_app.gui.in_hand import InHand
from quyche_app.gui.places import Place
from quyche_app.gui.screen import Screen
from quyche_app.gui.session import Session
from quyche_app.gui.shown import Shown
from quyche_app.gui.tasks.operation import Operation, Query
from quyche_app.gui.text_lines import remark_block
from quyche_app.gui.theme.look import px
from quyche_app.gui.widgets.basic import Label, Panel, column, row
from quyche_app.gui.widgets.buttons import Button, IconButton
from quyche_app.gui.widgets.chips import Chip
from quyche_app.gui.widgets.date_field import DateField
from quyche_app.gui.widgets.fields import Combo
from quyche_app.gui.widgets.splitter import Columns
from quyche_app.gui.widgets.states import EmptyState
from quyche_app.languages import tr
from quyche_app.services.views import Amended, DocumentRow, OperationRow, known_or_today

if TYPE_CHECKING:
    from quyche_app.gui.export.printing import Printable


class AmendmentsScreen(Screen):
    """Apply an amending decision instruction by instruction."""

    key: ClassVar[str] = "amendments"
    table: ClassVar[tuple[AnyAction, ...]] = AMENDMENTS_ACTIONS

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("Sửa đổi"))
        self.state: AmendmentsState = AmendmentsState()
        self._wanted = ""
        self._act = Combo(tr("Văn bản sửa đổi"), "amend", width=210)
        self._regulation = Combo(tr("Văn bản được sửa đổi"), "file", width=200)
        self._effect = DateField(tr("Ngày có hiệu lực"))
        self._read_only = Chip()
        self.header.about(
            self._act,
            Label(tr("áp dụng vào"), "text2"),
            self._regulation,
            Label(tr("hiệu lực"), "text2"),
            self._effect,
            self._read_only,
        )
        self._undo = Button(tr("Hoàn tác một nội dung…"), "undo")
        self._record = Button(tr("Ghi bản hợp nhất"), "save", main=True)
        self._compare = Button(tr("So sánh"), "compare")
        self._compare.clicked.connect(self._go_compare)
        self.header.doing(self._compare, self._undo, self._record)
        self._act.currentIndexChanged.connect(self._on_documents)
        self._regulation.currentIndexChanged.connect(self._on_documents)
        self._effect.chosen.connect(self._lay)
        self._undo.clicked.connect(self.ask_undo)
        self._record.clicked.connect(self.record)
        self._body = self._make_body()
        self.pages.addWidget(self._body)
        self._empty = EmptyState(
            "amend",
            tr("Chưa có quyết định sửa đổi"),
            tr("Nhập quyết định sửa đổi vào kho; mỗi yêu cầu sửa đổi thành một thẻ để duyệt."),
            tr("Nhập văn bản…"),
            button_icon="plus",
        )
        self._empty.chosen.connect(self._import)

    # -- composing ------------------------------------------------------------------------------

    def _make_body(self) -> QWidget:
        splitter = Columns(360)
        self._cards = CardsPanel()
        self._cards.filter_chosen.connect(self._on_filter)
        self._cards.card_chosen.connect(self._on_card)
        self._cards.accept_all_asked.connect(self.accept_all_sure)
        self._cards.unread_asked.connect(self._show_unread)
        splitter.addWidget(self._cards)
        right = Panel("window")
        layout = column(right)
        self._source = SourcePanel()
        self._occurrences = OccurrencesPanel()
        self._occurrences.unit_chosen.connect(self.show_unit)
        self._texts = BothTexts()
        layout.addWidget(self._source)
        layout.addWidget(self._occurrences, 1)
        layout.addWidget(self._texts, 2)
        layout.addWidget(self._make_foot())
        splitter.addWidget(right)
        return splitter

    def _make_foot(self) -> QWidget:
        foot = Panel("window", "t")
        foot.setFixedHeight(px(48))
        line = row(foot, margins=(14, 0, 14, 0))
        self._back = IconButton("up", tr("Nội dung trước"), key="Alt+↑")
        self._next = IconButton("down", tr("Nội dung tiếp"), key="Alt+↓")
        self._skip = Button(tr("Bỏ qua"), "x", key="F8")
        self._accept = Button(tr("Chấp nhận"), "ok", main=True, key="Ctrl+Enter")
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
        self.show_loading(tr("Đang đọc kho…"))
        self._read_documents(self._take_documents)

    def _read_documents(self, take: Callable[[tuple[DocumentRow, ...]], None]) -> None:
        workspace = self.session.workspace
        self.session.run(
            Query(
                tr("Đang đọc kho"),
                lambda progress: read_choices(workspace),
                take,
                self.show_error,
                slot=(self, "documents"),
            )
        )

    def refresh(self, changes: Changes) -> None:
        state = self.state
        if state.first is None or changes.in_text(state.act, state.regulation):
            self._lay_anew()
        elif changes.in_documents:
            self._read_documents(self._take_others)

    def _lay_anew(self) -> None:
        """The texts are others than those that were laid over each other."""
        self.state.first = None
        self._wanted = ""
        self.reload()

    def _take_others(self, documents: tuple[DocumentRow, ...]) -> None:
        """Other documents can be chosen; what a person decided of these two stays."""
        before = self.state.act, self.state.regulation
        self.state.choose(documents, "")
        if (self.state.act, self.state.regulation) == before:
            self._offer_acts()
        else:
            self._take_documents(documents)

    def _take_documents(self, documents: tuple[DocumentRow, ...]) -> None:
        self.state.choose(documents, self._wanted)
        if not self.state.act or not self.state.regulation:
            self.show_page(self._empty)
            self._refresh()
            return
        self._offer_acts()
        self._lay(None)

    def _offer_acts(self) -> None:
        self._act.offer([(r.id, r.cited_as) for r in self.state.acts()], self.state.act)
        self._regulation.offer(
            [(r.id, r.cited_as) for r in self.state.regulations()],
            self.state.regulation,
        )

    def put_down(self, in_hand: InHand) -> None:
        has_decided = self.state.first is not None and bool(self.state.decisions)
        in_hand.decisions = self.state if has_decided else None

    def take_up(self, in_hand: InHand) -> None:
        decided, in_hand.decisions = in_hand.decisions, None
        if decided is not None:
            self.state = decided
            self._offer_acts()
            self._show_laid()

    def _lay(self, day: date | None) -> None:
        state, workspace = self.state, self.session.workspace
        regulation, act = state.regulation, state.act
        self.show_loading(tr("Đang đọc nội dung sửa đổi…"))
        self.session.run(
            Query(
                tr("Đang đọc nội dung sửa đổi"),
                lambda progress: lay(workspace, regulation, act, day, frozenset(), progress),
                self._take_laid,
                self.show_error,
                slot=(self, "lay"),
            )
        )

    def _show_laid(self) -> None:
        self.show_page(self._body)
        self._show_texts()
        self._show_all()

    def _take_laid(self, laid: Laid) -> None:
        self.state.take(laid)
        self._show_laid()
        if laid.plan.is_recorded:
            workspace, regulation = self.session.workspace, self.state.regulation
            self.session.run(
                Query(
                    tr("Đang đọc các nội dung đã ghi"),
                    lambda progress: read_operations(workspace, regulation),
                    self._take_operations,
                    slot=(self, "operations"),
                )
            )

    def _take_operations(self, operations: tuple[OperationRow, ...]) -> None:
        self.state.operations = operations
        self._refresh()

    def _preview(self) -> None:
        """Compute the result again without what is skipped."""
        state, workspace = self.state, self.session.workspace
        regulation, act, effect = state.regulation, state.act, state.effect
        skip = state.not_previewed()
        self.session.run(
            Query(
                tr("Đang tính bản xem trước"),
                lambda progress: lay(workspace, regulation, act, effect, skip, progress),
                self._take_preview,
                slot=(self, "preview"),
            )
        )

    def _take_preview(self, laid: Laid) -> None:
        self.state.laid = laid
        self._show_texts()
        self._show_present()

    # -- showing ----------------------------------------------------------------------------------

    def _show_texts(self) -> None:
        if self.state.laid is not None:
            self._texts.show_texts(self.state.laid.marked)

    def _show_all(self) -> None:
        state = self.state
        self._cards.show_counts(state.counts(), state.filter, len(state.unread()))
        self._show_present()

    def _show_present(self) -> None:
        state = self.state
        self._cards.show_cards(state.cards(), state.present)
        outcome = state.outcome(state.present)
        if outcome is not None:
            card = next(c for c in state.all_cards() if c.index == state.present)
            self._source.show_outcome(outcome, card.chip)
            is_phrase = state.is_phrase(state.present)
            self._occurrences.show_occurrences(outcome.occurrences if is_phrase else ())
            self._texts.show_units(*state.units_of(state.present))
        self._refresh()

    def _refresh(self) -> None:
        state = self.state
        number = state.number_of(state.present)
        total = len(state.outcomes())
        decided = state.accepted + state.skipped
        recorded = state.is_recorded
        self._cards.show_decided(
            tr("đã ghi") if recorded else tr("đã quyết {decided}", decided=decided),
            1.0 if recorded else (decided / total if total else 0),
            is_recorded=recorded,
            sure_left=state.has_sure_left,
        )
        self._read_only.show_state(tr("Chỉ đọc · đã ghi vào kho") if recorded else "", "lock")
        self._record.setVisible(not recorded)
        self._record.set_words(state.record_words())
        self._record.setEnabled(state.can_record)
        self._record.setToolTip(
            "" if state.can_record else tr("Chấp nhận ít nhất một nội dung trước")
        )
        self._undo.setVisible(recorded)
        self._compare.setVisible(recorded)
        self._effect.setEnabled(not recorded)
        self._effect.show_day(state.effect)
        for button in (self._skip, self._accept):
            button.setVisible(not recorded)
        self._accept.set_words(tr("Chấp nhận nội dung {number}", number=number))
        self._accept.setEnabled(state.can_accept(state.present))
        skipped = state.decisions.get(state.present) == SKIPPED
        self._skip.set_words(tr("Không bỏ qua nữa") if skipped else tr("Bỏ qua"))
        result = tr("đã ghi vào kho") if recorded else tr("xem trước, chưa ghi")
        self._texts.show_names(state.name_of(state.regulation), result)
        self.told.emit()

    # -- what a person does -------------------------------------------------------------------------

    def _on_documents(self) -> None:
        self.state.act, self.state.regulation = self._act.value, self._regulation.value
        self.state.filter = "all"
        self._lay(None)

    def _on_filter(self, key: str) -> None:
        self.state.filter = key
        self._show_all()

    def _on_card(self, index: int) -> None:
        if index != self.state.present:
            self.state.present = index
            self._show_present()

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
        words = tr("Đã chấp nhận {count} nội dung.", count=accepted)
        if left:
            words += " " + tr("Còn {count} nội dung cần bạn quyết.", count=left)
        self.session.hinted.emit(words)

    def record(self) -> None:
        """Record what was accepted, in one step."""
        if not self.state.can_record:
            return
        state, workspace = self.state, self.session.workspace
        regulation, act, effect = state.regulation, state.act, state.effect
        skip, who = state.left_out(), self.session.person
        self._record.setEnabled(False)
        self.session.run(
            Operation(
                tr("Đang ghi bản hợp nhất"),
                lambda progress: record(workspace, regulation, act, effect, skip, who),
                self._on_recorded,
                recorded_in(regulation),
                self.show_error,
                initiator=self,
            )
        )

    def _on_recorded(self, amended: Amended) -> None:
        total = len(self.state.outcomes())
        self.session.hinted.emit(
            tr(
                "Đã ghi bản hợp nhất ở lần ghi {recording}: áp dụng {applied}/{count} nội dung.",
                recording=amended.recording,
                applied=amended.applied,
                count=total,
            )
        )
        self.session.document_id = self.state.regulation
        self._lay_anew()

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
        self.session.run(
            Operation(
                tr("Đang hoàn tác"),
                lambda progress: undo(workspace, regulation, operation.id, who),
                self._on_undone,
                recorded_in(regulation),
                self.show_error,
                initiator=self,
            )
        )

    def _on_undone(self, recording: int) -> None:
        self.session.hinted.emit(tr("Đã hoàn tác, ghi ở lần ghi {recording}.", recording=recording))
        self._lay_anew()

    def _go_compare(self) -> None:
        self.session.go("compare", document=self.state.regulation)

    def _show_unread(self) -> None:
        UnreadDialog(self.state.unread(), self).open()

    def _import(self) -> None:
        self.session.go("library")

    # -- for the window -----------------------------------------------------------------------------

    def show_unit(self, unit_id: str) -> None:
        self._texts.show_units((unit_id,), (unit_id,))

    def shown(self) -> Shown | None:
        """The regulation from the day of effect on; a preview is not in the workspace."""
        state = self.state
        if not state.is_recorded or self.pages.currentWidget() is not self._body:
            return None
        return Shown(state.regulation, known_or_today(state.effect))

    def why_nothing(self) -> str:
        if self.state.laid is None:
            return super().why_nothing()
        return tr("Bản xem trước chưa được ghi vào kho. Hãy ghi bản hợp nhất rồi xuất.")

    def printable(self) -> Printable | None:
        from quyche_app.gui.export.printing import Printable

        state = self.state
        laid = self.in_front(self._body, state.laid)
        if laid is None or state.is_recorded:
            return None
        names = f"{state.name_of(state.act)} → {state.name_of(state.regulation)}"
        words = tr("{names}: bản xem trước, chưa ghi vào kho", names=names)
        return Printable(
            words,
            (remark_block(f"({words})"), *laid.marked.new),
            stem=state.name_of(state.regulation),
        )

    def provisions(self) -> list[tuple[str, str]]:
        if self.state.laid is None:
            return []
        return [
            (block.unit_id, block.words)
            for block in self.state.laid.marked.new
            if block.slot == "text"
        ]

    def badge(self) -> int:
        if self.state.is_recorded:
            return 0
        return sum(card.state == "doubt" and not card.decision for card in self.state.all_cards())

    def regions(self) -> list[QWidget]:
        return [self._cards.list, self._texts.base, self._texts.result]

    def window_title(self) -> str:
        state = self.state
        if state.first is None:
            return tr("Sửa đổi")
        return tr(
            "Sửa đổi: {act} vào {regulation}",
            act=state.name_of(state.act),
            regulation=state.name_of(state.regulation),
        )

    def status(self) -> tuple[str, str]:
        state = self.state
        if state.first is None:
            return tr("Sửa đổi"), ""
        names = f"{state.name_of(state.act)} → {state.name_of(state.regulation)}"
        if state.is_recorded:
            recording = state.first.plan.recorded_in
            return tr(
                "{names}   ·   đã ghi ở lần ghi {recording}", names=names, recording=recording
            ), tr("Chỉ đọc")
        counts = tr(
            "đã nhận {accepted} · bỏ qua {skipped} · còn {undecided}",
            accepted=state.accepted,
            skipped=state.skipped,
            undecided=state.undecided,
        )
        return f"{names}   ·   {counts}", tr("Chưa ghi vào kho")
