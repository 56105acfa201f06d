"""Soạn thảo: outline, page, inspector; a draft is edited, anything else read.
Source: docs/window.md 5.2."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from quyche_app.collector import collector_paused
from quyche_app.domain.acts import Act
from quyche_app.domain.identities import uuid7
from quyche_app.domain.texts import capital
from quyche_app.domain.units import UnitKind
from quyche_app.drafting.edits import EditRefused, Step, find_unit
from quyche_app.drafting.policy import Numbering, PolicyChange
from quyche_app.drafting.restoring import restore_text
from quyche_app.drafting.structure import Structure
from quyche_app.gui.actions import AnyAction
from quyche_app.gui.changes import Changes, come
from quyche_app.gui.drafting.about_provision import AboutProvision
from quyche_app.gui.drafting.actions import (
    ADD_ACTIONS,
    DRAFTING_ACTIONS,
    PAGE_ACTIONS,
    UNIT_ACTIONS,
)
from quyche_app.gui.drafting.desk import DraftDesk
from quyche_app.gui.drafting.find_bar import FindBar
from quyche_app.gui.drafting.inspector import Inspector
from quyche_app.gui.drafting.left_place import LeftPlace, keep_place, place_left
from quyche_app.gui.drafting.opening import OpenedText, open_text
from quyche_app.gui.drafting.state import DraftingState, read_text
from quyche_app.gui.drafting.structure_panel import StructurePanel
from quyche_app.gui.in_hand import InHand
from quyche_app.gui.places import Place
from quyche_app.gui.screen import Screen
from quyche_app.gui.session import Session, numbering_chosen
from quyche_app.gui.shown import Shown
from quyche_app.gui.tasks.operation import Operation, Query
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import current_look, px
from quyche_app.gui.versions import asked_state
from quyche_app.gui.widgets.basic import ElidedLabel, Label, Panel, column, row
from quyche_app.gui.widgets.buttons import Button, IconButton
from quyche_app.gui.widgets.chips import Chip
from quyche_app.gui.widgets.flow_view import FlowView
from quyche_app.gui.widgets.splitter import Columns
from quyche_app.gui.widgets.states import EmptyState
from quyche_app.gui.words import day_words
from quyche_app.languages import tr
from quyche_app.services.progress import Progress
from quyche_app.services.views import DocumentDetails, DocumentRow, MilestoneRow, Role, TextAt

if TYPE_CHECKING:
    from quyche_app.gui.export.printing import Printable
    from quyche_app.services.workspace import Workspace

_NAME_ROOM = 190  # px that the name of a text has at the least
_LOOK_AGAIN = 700  # ms without a change, then citations and checks are read again
_NUMBERING = {Numbering.RECOUNT: "đánh số lại liên tục", Numbering.FROZEN: "giữ số cũ, chèn 14a"}


class DraftingScreen(Screen):
    """A text as a continuous page."""

    key: ClassVar[str] = "drafting"
    table: ClassVar[tuple[AnyAction, ...]] = DRAFTING_ACTIONS

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("Soạn thảo"))
        self.state: DraftingState = DraftingState()
        self._is_asked = False
        self._make_header()
        self._body = self._make_body()
        self.pages.addWidget(self._body)
        self._empty = EmptyState(
            "edit",
            tr("Chưa mở văn bản nào"),
            tr("Chọn một văn bản trong kho để đọc như trang in."),
            tr("Chọn văn bản…"),
            button_icon="library",
        )
        self._empty.chosen.connect(partial(session.go, "library"))
        session.option_changed.connect(self.desk.on_option)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_LOOK_AGAIN)
        self._again.timeout.connect(self.look_again)

    # -- composing ------------------------------------------------------------------------------

    def _make_header(self) -> None:
        self.header.title.hide()
        self._name = ElidedLabel(tr("Soạn thảo"), size=t.SIZE_H1, bold=True)
        self._name.setMinimumWidth(px(_NAME_ROOM))
        self._lock = Chip(tr("Chỉ đọc"), "lock")
        self._version = Chip()
        self._base_words = self._base_short = ""
        self._base = Button("", small=True)
        self._base.clicked.connect(self._open_base)
        self._saved = Label("", "text2", t.SIZE_SMALL)
        self.header.line.addWidget(self._name, 1)
        for widget in (self._lock, self._version, self._base, self._saved):
            self.header.line.addWidget(widget)
        self._begin_button = Button(tr("Tạo dự thảo"), "edit")
        self._begin_button.clicked.connect(self.begin_draft)
        self._compare_button = Button(tr("So với bản gốc"), "compare")
        self._compare_button.setToolTip(tr("So với bản gốc"))
        self._compare_button.clicked.connect(self.compare_with_base)
        self._export_button = Button(tr("Xuất văn bản"), "export", main=True, key="Ctrl+E")
        self._export_button.clicked.connect(self.export_asked)
        for button in (self._begin_button, self._compare_button, self._export_button):
            self.header.line.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_header()

    def _fit_header(self) -> None:
        """The name of the text keeps its room; what is beside it gives way, the least needed first."""
        self._base.set_words(self._base_words)
        self._compare_button.set_words(tr("So với bản gốc"))
        self._export_button.set_words(tr("Xuất văn bản"))
        shorter = (
            (self._export_button, tr("Xuất")),
            (self._base, self._base_short),
            (self._compare_button, ""),
            (self._base, tr("bản gốc")),
            (self._base, ""),
        )
        for button, words in shorter:
            if self.header.line.sizeHint().width() <= self.width():
                break
            button.set_words(words)
            if not words:
                button.setAccessibleName(button.toolTip() or tr("So với bản gốc"))

    def _make_body(self) -> QWidget:
        splitter = Columns(246, 304)
        self.desk = DraftDesk(self.session)
        self.structure = StructurePanel(self.desk.may_move, self.desk.words_when_moved)
        self.structure.chosen.connect(self._on_outline)
        self.structure.moved.connect(self.desk.move_unit)
        self.structure.menu_asked.connect(self._on_outline_menu)
        splitter.addWidget(self.structure)
        middle = Panel("window")
        inner = column(middle)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._make_page())
        self._middle.addWidget(self.desk)
        inner.addWidget(self._middle, 1)
        self.find_bar = FindBar(self.desk)
        self.find_bar.hide()
        inner.addWidget(self.find_bar)
        splitter.addWidget(middle)
        self.desk.changed.connect(self._on_draft_changed)
        self.desk.retyped.connect(self._on_retyped)
        self.desk.moved_to.connect(self._on_caret)
        self.desk.told.connect(self._on_told)
        self.desk.add_asked.connect(lambda where: self.menu_asked.emit(ADD_ACTIONS, where))
        page = self.desk.page
        page.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        page.customContextMenuRequested.connect(
            lambda at: self.menu_asked.emit(PAGE_ACTIONS, page.viewport().mapToGlobal(at))
        )
        self.inspector = Inspector()
        self.inspector.go_asked.connect(self.show_unit)
        self.about = AboutProvision(self.session, self.state, self.desk, self.inspector, self)
        self.about.checked.connect(self.told)
        splitter.addWidget(self.inspector)
        self.columns = splitter
        return splitter

    def _make_page(self) -> QWidget:
        panel = Panel("window")
        layout = column(panel)
        bar = Panel("window", "b")
        bar.setMinimumHeight(px(38))
        line = row(bar, margins=(12, 0, 12, 0), gap=6)
        smaller = IconButton("minus", tr("Thu nhỏ"), key="Ctrl+-", small=True)
        larger = IconButton("plus", tr("Phóng to"), key="Ctrl++", small=True)
        smaller.clicked.connect(self.zoom_out)
        larger.clicked.connect(self.zoom_in)
        self._zoom = Label("100 %", size=t.SIZE_SMALL)
        self._why_locked = Label("", "text2", t.SIZE_SMALL, wraps=True)
        line.addWidget(self._why_locked, 1)
        for widget in (smaller, self._zoom, larger):
            line.addWidget(widget)
        printed = Button(tr("In"), "print", small=True, key="Ctrl+P")
        printed.clicked.connect(self.print_asked)
        line.addSpacing(px(8))
        line.addWidget(printed)
        layout.addWidget(bar)
        self._page = FlowView(is_page=True, size=t.SIZE_PAGE)
        self._page.setAccessibleName(tr("Trang văn bản"))
        self._page.row_clicked.connect(self._on_page)
        layout.addWidget(self._page, 1)
        return panel

    # -- reading ----------------------------------------------------------------------------------

    def open_place(self, place: Place) -> None:
        if not place.document:
            self.show_page(self._empty)
            return
        same = place.document == self.state.document and self.state.text is not None
        if same and place.right == self.state.at:
            if place.unit:
                self.show_unit(place.unit)
            return
        self._keep_place()
        self.about.record_unfinished()
        if not same or place.right != self.state.at:
            self.desk.close_draft()
        if place.document != self.state.document:
            self.state.chosen = ""
        self.state.document, self.state.at = place.document, place.right
        if place.unit:
            self.state.chosen = place.unit
        # Without a provision asked for a text opens at its head.
        self._is_asked = bool(self.state.chosen)
        self.reload()

    def reload(self) -> None:
        workspace, document, at = self.session.workspace, self.state.document, self.state.at
        self.show_loading(tr("Đang đọc văn bản…"))
        kept = None if at else self.session.open_drafts.get(document)
        self.session.run(
            Query(
                tr("Đang đọc văn bản"),
                lambda progress: open_text(workspace, document, at, kept),
                self._take_text,
                self.show_error,
                slot=(self, "text"),
            )
        )

    def refresh(self, changes: Changes) -> None:
        document = self.state.document
        if document and self.desk.editing is None and changes.in_text(document):
            self.reload()
        elif document and changes.in_remarks(document):
            self.about.read_remarks()

    def _take_text(self, opened: OpenedText) -> None:
        with collector_paused():
            self._show_text(opened)

    def _show_text(self, opened: OpenedText) -> None:
        text = opened.text
        if opened.draft is not None and self.desk.editing is not opened.draft.editing:
            self.session.open_drafts[text.document.id] = opened.draft.editing
            self.about.checker.begin(text.document.id, opened.draft.chosen)
            self.desk.open(opened.draft)
        self.state.take(text, is_draft=self.desk.editing is not None)
        self._why_locked.setText(self.state.reading_words(tr(opened.why_locked)))
        self._show_header(text)
        self._middle.setCurrentIndex(1 if self.state.is_draft else 0)
        self._show_structure()
        if not self.state.is_draft:
            self.find_bar.hide()
            self._page.show_blocks(self.state.blocks, self.state.noted_units())
        self.show_page(self._body)
        left = place_left(self.session.memory, text.document.id)
        if self._is_asked:
            self.show_unit(self.state.chosen)
        elif not self.state.at and left.unit and self.state.words_of(left.unit):
            self._return_to(left)
            self._is_asked = True  # read again, the text stays where it is
        else:
            self._page.set_present(self.state.chosen, scroll=False)
            self.structure.select(self.state.chosen)
            self.about.read_history()
        self.about.read_remarks()
        self.look_again()
        self.told.emit()

    def _show_header(self, text: TextAt) -> None:
        is_draft, state = self.state.is_draft, self.state
        number = text.document.number
        self._name.set_full(f"{number} · {state.title()}" if number else state.title())
        self._lock.setVisible(not is_draft)
        is_issued = text.document.role is not Role.DRAFT
        self._begin_button.setVisible(is_issued)
        self._version.show_state(state.version_words(), "draft" if is_draft else "outline")
        editing = self.desk.editing
        self._base.setVisible(editing is not None)
        if editing is not None:
            self._base_words = tr(f"dấu sửa so với {editing.base.words.removeprefix('từ ')}")
            begun = day_words(editing.base.as_at, tr("khi ban hành"))
            self._base_short = tr(f"so với {number or tr('bản gốc')}, {begun}")
            self._base.setToolTip(self._base_words)
        self._saved.setVisible(is_draft)
        self._fit_header()

    def _show_structure(self) -> None:
        state, act = self.state, self._act()
        if act is None:
            return
        if state.is_draft:
            self.structure.show_act(
                act,
                state.article_count,
                self.desk.outline_marks(),
                self.desk.differences.removed,
                is_draft=True,
            )
        else:
            self.structure.show_act(act, state.article_count, state.noted_marks(), is_draft=False)

    def _act(self) -> Act | None:
        if self.desk.editing is not None:
            return self.desk.editing.draft.act
        return self.state.text.act if self.state.text is not None else None

    def begin_draft(self) -> None:
        """Begin a draft from the text that is shown, and open it."""
        workspace, document, at = self.session.workspace, self.state.document, self.state.at
        chosen = numbering_chosen(self.session)

        def work(progress: Progress) -> DocumentRow:
            from quyche_app.services.drafts import begin_draft

            day = asked_state(at)[0] or date.today()
            return begin_draft(workspace, document, as_at=day, chosen=chosen)

        self.session.run(
            Operation(
                tr("Đang tạo dự thảo"),
                work,
                lambda draft: self.session.go("drafting", document=draft.id),
                lambda draft: come(draft.id),
            )
        )

    def leave(self) -> None:
        self._keep_place()
        self.about.record_unfinished()
        self.desk.close_draft()

    def put_down(self, in_hand: InHand) -> None:
        self.about.record_unfinished()

    def _keep_place(self) -> None:
        """Remember where the person stood in the text that is shown."""
        if self.state.text is None:
            return
        spot = self.desk.page.spot() if self.desk.editing is not None else None
        own = spot is not None and spot.unit_id == self.state.chosen
        keep_place(
            self.session.memory,
            self.state.document,
            LeftPlace(
                self.state.chosen,
                spot.slot if spot and own else "",
                spot.block if spot and own else 0,
                spot.at if spot and own else 0,
                tuple(self.structure.open_units()),
            ),
        )

    def _return_to(self, place: LeftPlace) -> None:
        """Stand where the person stood when they left this text."""
        self.state.chosen = place.unit
        self.structure.open_only(place.open_units)
        if self.desk.editing is not None and place.slot:
            self.desk.page.go_to_spot(place.unit, place.slot, place.block, place.at)
            self.structure.select(place.unit)
            self._show_chosen()
        else:
            self.show_unit(place.unit)

    # -- a draft changes ----------------------------------------------------------------------------

    def _on_draft_changed(self) -> None:
        editing, text = self.desk.editing, self.state.text
        if editing is None or text is None:
            return
        self.state.text = replace(text, act=editing.draft.act)
        self.state.take_act(editing.draft.act)
        self._show_structure()
        place = self.desk.page.place_of_caret()
        if place is not None and self.state.words_of(place.unit_id):
            self.state.chosen = place.unit_id
            self.structure.select(place.unit_id)
        self._again.start()
        self.told.emit()

    def _on_retyped(self, unit_id: str) -> None:
        editing, text = self.desk.editing, self.state.text
        if editing is None or text is None:
            return
        self.state.text = replace(text, act=editing.draft.act)
        unit = find_unit(editing.draft.act, unit_id)
        if unit is not None:
            self.structure.show_words(unit)
        self.structure.show_marks(self.desk.outline_marks())
        self._again.start()
        self.told.emit()

    def _on_caret(self, unit_id: str) -> None:
        if unit_id and unit_id != self.state.chosen and self.state.words_of(unit_id):
            self.state.chosen = unit_id
            self.structure.select(unit_id)
            self._show_chosen()

    def _on_told(self) -> None:
        self._saved.setText(self.desk.saved_words)
        self._saved.set_role("removed" if self.desk.is_unsaved else "text2")
        self._fit_header()
        self.told.emit()

    def add_kind(self, kind: str) -> None:
        """Add a provision of a kind at the caret."""
        self.desk.add_kind(UnitKind(kind))

    def save_now(self) -> None:
        """Record the draft and say how to keep this state by name."""
        self.desk.save()
        self.session.hinted.emit(tr("Đã lưu. Muốn giữ mốc này? Đánh dấu mốc (Ctrl+M)."))

    # -- numbering ------------------------------------------------------------------------------------

    def use_numbering(self, name: str) -> None:
        """Choose how labels follow; counting anew says first how many numbers would change."""
        numbering, editing = Numbering(name), self.desk.editing
        if editing is None or numbering is self.desk.numbering:
            return
        if numbering is Numbering.FROZEN:
            self.desk.use_numbering(numbering)
            self.session.hinted.emit(tr("Từ nay giữ số cũ; phần thêm vào giữa lấy số như 14a."))
            return
        step = Structure(editing.draft.act, Numbering.RECOUNT, uuid7).recounted()
        if step is None:
            self.desk.use_numbering(numbering)
            return
        labels, cited = step.counts
        self.desk.notice.tell(
            tr(f"Đánh số lại liên tục: {labels} số và {cited} dẫn chiếu sẽ đổi."),
            ((tr("Đánh số lại"), lambda: self._recount(step.step)), (tr("Thôi"), lambda: None)),
        )

    def _recount(self, step: Step) -> None:
        """Count anew; one undo gives the labels back and the way they followed before."""
        policy = PolicyChange(self.desk.numbering, Numbering.RECOUNT)
        self.desk.carry_out(replace(step, policy=policy))

    # -- milestones -----------------------------------------------------------------------------------

    def mark_milestone(self) -> None:
        """Ask for a name and keep the present text under it."""
        from quyche_app.gui.drafting.dialogs import MilestoneDialog

        workspace, document = self.session.workspace, self.state.document

        def ask(details: DocumentDetails) -> None:
            named = [m for m in details.milestones if m.title]
            dialog = MilestoneDialog(f"Dự thảo lần {len(named) + 1}", self)
            dialog.named.connect(self.desk.save)
            dialog.named.connect(
                lambda name: self.session.hinted.emit(tr(f"Đã đánh dấu mốc “{name}”."))
            )
            dialog.open()

        self.session.run(
            Query(tr("Đang đọc các mốc"), lambda progress: _details(workspace, document), ask)
        )

    def show_milestones(self) -> None:
        """Show the milestones of the draft."""
        from quyche_app.gui.drafting.dialogs import MilestonesDialog

        workspace, document = self.session.workspace, self.state.document

        def show(details: DocumentDetails) -> None:
            dialog = MilestonesDialog(details.milestones, self)
            dialog.see.connect(
                lambda m: self.session.go("drafting", document=document, right=f"R{m.recording}")
            )
            dialog.compare.connect(
                lambda m: self.session.go(
                    "compare",
                    document=document,
                    left=f"{document}@R{m.recording}",
                    right=f"{document}@",
                )
            )
            dialog.restore.connect(self._restore_milestone)
            dialog.open()

        self.session.run(
            Query(tr("Đang đọc các mốc"), lambda progress: _details(workspace, document), show)
        )

    def _restore_milestone(self, milestone: MilestoneRow) -> None:
        workspace, document = self.session.workspace, self.state.document
        recording, title = milestone.recording, milestone.title

        def take(text: TextAt) -> None:
            if self.desk.editing is None:
                return
            try:
                step = restore_text(self.desk.editing.draft.act, text.act, f"lấy lại mốc “{title}”")
            except EditRefused as error:
                self.session.hinted.emit(error.sentence)
                return
            if step is None:
                self.session.hinted.emit(tr("Dự thảo đang giống hệt mốc ấy."))
            else:
                self.desk.carry_out(step)

        self.session.run(
            Query(
                tr("Đang đọc mốc"),
                lambda progress: read_text(workspace, document, f"R{recording}"),
                take,
            )
        )

    # -- the chosen provision -------------------------------------------------------------------------

    def _show_chosen(self) -> None:
        self.about.show_chosen()
        self.told.emit()

    def look_again(self) -> None:
        """Read citations and findings of the text as it is now."""
        act = self._act()
        if act is not None:
            self.about.look_again(act)

    def add_remark(self) -> None:
        """Put the caret into the field for a remark on the chosen provision."""
        self._show_right()
        self.inspector.focus_remark()

    def next_finding(self) -> None:
        """Go to the next finding behind the caret."""
        if self.about.next_finding() is None:
            self.session.hinted.emit(tr("Không có chỗ nào cần xem."))
        else:
            self._show_right()

    def _show_right(self) -> None:
        if self.columns is not None and not self.columns.shows_right:
            self.toggle_right_panel()

    # -- what a person does -------------------------------------------------------------------------

    def show_unit(self, unit_id: str) -> None:
        self.state.chosen = unit_id
        if self.desk.editing is not None:
            self.desk.page.go_to(unit_id)
        else:
            self._page.set_present(unit_id)
        self.structure.select(unit_id)
        self._show_chosen()

    def _on_outline(self, unit_id: str) -> None:
        if unit_id == self.state.chosen:
            return
        if not self.state.words_of(unit_id):
            if self.desk.editing is not None:
                self.desk.page.go_to(unit_id)
            return
        self.state.chosen = unit_id
        if self.desk.editing is not None:
            self.desk.page.go_to(unit_id)
        else:
            self._page.set_present(unit_id)
        self._show_chosen()

    def _on_outline_menu(self, where: QPoint) -> None:
        if self.state.is_draft:
            self.menu_asked.emit(UNIT_ACTIONS, where)

    def _on_page(self, at: int) -> None:
        unit_id = self._page.block_at(at).unit_id
        if unit_id != self.state.chosen:
            self.state.chosen = unit_id
            self._page.set_present(unit_id, scroll=False)
            self.structure.select(unit_id)
            self._show_chosen()

    def focus_outline(self) -> None:
        """Put the caret into the field of the outline."""
        if self.structure.isHidden():
            self.toggle_structure()
        self.structure.focus_find()

    def find_words(self) -> None:
        """Open the strip that finds words of the draft."""
        self.find_bar.begin(self.desk.page.selected_words())

    def replace_words(self) -> None:
        """Open the strip that finds words of the draft and replaces them."""
        self.find_bar.begin(self.desk.page.selected_words(), replaces=True)

    def toggle_structure(self) -> None:
        """Show or hide the outline."""
        self.state.shows_structure = not self.state.shows_structure
        self.structure.setVisible(self.state.shows_structure)
        self.told.emit()

    def _zoom_to(self, zoom: float) -> None:
        self._page.zoom_to(zoom)
        if self.desk.editing is not None:
            self.desk.page.zoom_to(self._page.zoom)
        self._zoom.setText(f"{round(self._page.zoom * 100)} %")
        self.told.emit()

    def zoom_in(self) -> None:
        """Make the page larger."""
        self._zoom_to(self._page.zoom + 0.1)

    def zoom_out(self) -> None:
        """Make the page smaller."""
        self._zoom_to(self._page.zoom - 0.1)

    def zoom_fit(self) -> None:
        """Show the page as it is printed."""
        self._zoom_to(1.0)

    def copy_citation(self) -> None:
        """Copy the chosen provision with its place."""
        QGuiApplication.clipboard().setText(self.state.citation())
        self.session.hinted.emit(
            tr(f"Đã chép {self.state.words_of(self.state.chosen)} kèm trích dẫn.")
        )

    def _open_base(self) -> None:
        editing = self.desk.editing
        if editing is not None:
            day = editing.base.as_at
            self.session.go(
                "drafting",
                document=editing.base.document,
                right=day.isoformat() if day is not None else "issued",
            )

    def compare_with_base(self) -> None:
        """Compare the draft with the text it began from, or a text with its first wording."""
        document, editing = self.state.document, self.desk.editing
        if editing is None:
            self.session.go("compare", document=document)
            return
        base = editing.base.recording
        self.desk.when_saved(
            lambda: self.session.go(
                "compare", document=document, left=f"{document}@R{base}", right=f"{document}@"
            )
        )

    # -- for the window -----------------------------------------------------------------------------

    def provisions(self) -> list[tuple[str, str]]:
        return [(unit_id, words) for unit_id, (_, words) in self.state.places.items()]

    def regions(self) -> list[QWidget]:
        page = self.desk.page if self.desk.editing is not None else self._page
        return [self.structure.tree, page, self.inspector.tabs]

    def can_undo(self) -> bool:
        return self.state.is_draft

    def undo(self) -> None:
        self.desk.undo()

    def window_title(self) -> str:
        text = self.state.text
        if text is None:
            return tr("Soạn thảo")
        return f"{text.document.number or self.state.title()} – {self.state.version_words()}"

    def second_place(self) -> Place | None:
        state = self.state
        if state.text is None or state.is_draft:
            return None
        return Place(self.key, state.document, state.chosen, right=state.at)

    def shown(self) -> Shown | None:
        text = self.state.text
        if text is None or self.pages.currentWidget() is not self._body:
            return None
        is_milestone = self.state.at.startswith("R") and not self.state.is_draft
        return Shown(text.document.id, text.as_at, text.known_at if is_milestone else None)

    def when_recorded(self, run: Callable[[], object]) -> None:
        self.desk.when_saved(run)

    def printable(self) -> Printable | None:
        from quyche_app.gui.export.printing import printable_text

        act, text = self._act(), self.state.text
        if act is None or text is None or self.pages.currentWidget() is not self._body:
            return None
        return printable_text(replace(text, act=act))

    def status_choice(self) -> tuple[str, tuple[str, ...]]:
        if not self.state.is_draft:
            return "", ()
        return tr(f"Đánh số: {tr(_NUMBERING[self.desk.numbering])}"), (
            "number_recount",
            "number_frozen",
        )

    def status(self) -> tuple[str, str]:
        state = self.state
        if state.text is None:
            return tr("Soạn thảo"), ""
        left = capital(state.words_of(state.chosen))
        if state.is_draft:
            count = self.desk.differences.count
            left += (
                tr(f"   ·   {count} chỗ sửa so với bản gốc")
                if count
                else tr("   ·   chưa khác bản gốc")
            )
            if self.about.checker.found:
                left += tr(f"   ·   {len(self.about.checker.found)} chỗ cần xem")
            return left, f"{font_words()}{round(self._page.zoom * 100)} %"
        acts = ", ".join(act.number for act in state.text.amended_by)
        amended = tr(f"   ·   gồm sửa đổi của {acts}") if acts else ""
        return f"{left}{amended}", tr(f"{font_words()}Chỉ đọc")


def font_words() -> str:
    """Say which serif stands in for the wanted one, else "" (docs/window.md 6.3)."""
    look = current_look()
    if not look.missing_family:
        return ""
    return tr(f"Không có phông {look.missing_family}, hiện bằng {look.text_family} · ")


def _details(workspace: Workspace, document: str) -> DocumentDetails:
    from quyche_app.services.library import document_details

    return document_details(workspace, document)
