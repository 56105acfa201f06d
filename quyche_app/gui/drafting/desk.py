"""The middle of Soạn thảo for a draft: tool bar, notices, page, and what keeps the page and the draft
together. What it can do at the caret is in the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quyche_app.collector import collector_paused
from quyche_app.domain.acts import Act, Component
from quyche_app.domain.comparisons import Change
from quyche_app.domain.errors import ClashError, QuyCheError, StorageError
from quyche_app.domain.flow import own_head_lines
from quyche_app.domain.identities import uuid7
from quyche_app.domain.texts import capital, shortened
from quyche_app.domain.trees import tree_index
from quyche_app.domain.units import Cell, Mark, Paragraph, Table, Unit, UnitKind
from quyche_app.drafting.differences import BaseText, Differences, Fate, Slot
from quyche_app.drafting.edits import (
    Frame,
    Step,
    Words,
    apply_step,
    changed_end,
    find_unit,
    own_frame,
    own_words,
    path_of,
    unit_at,
)
from quyche_app.drafting.finding import Place, reworded
from quyche_app.drafting.policy import Numbering
from quyche_app.drafting.structure import Spot, Structure
from quyche_app.drafting.words import cut
from quyche_app.gui.changes import NOTHING, recorded_in
from quyche_app.gui.drafting.editor import PageEditor, Wish
from quyche_app.gui.drafting.opening import OpenedDraft
from quyche_app.gui.drafting.page_blocks import (
    PageBlock,
    page_blocks,
    pasted_unit,
    typed_frame,
    typed_unit,
    with_frame_block,
    with_table,
)
from quyche_app.gui.drafting.pasting import Pasted
from quyche_app.gui.session import Session
from quyche_app.gui.tasks.operation import Operation
from quyche_app.gui.theme.look import px
from quyche_app.gui.widgets.basic import Panel, Rule, column, row
from quyche_app.gui.widgets.buttons import Button, IconButton
from quyche_app.gui.widgets.fields import Combo
from quyche_app.gui.widgets.notice import NoticeBar
from quyche_app.languages import tr
from quyche_app.services.drafts import Recorded
from quyche_app.services.editing import Editing

_SAVE_AFTER = 2000  # ms without a key (docs/window.md 1: every keystroke is in the journal at once)
_PAUSE = 1200  # ms after which typing is a step of its own
_MARK_AFTER = 300  # ms without a key, then words are marked against the base
_OUTLINE_MARKS = {Fate.ADDED: "+", Fate.EDITED: "•", Fate.MOVED: "↕"}
KIND_NAMES: dict[UnitKind, str] = {
    UnitKind.PART: "phần",
    UnitKind.CHAPTER: "chương",
    UnitKind.SECTION: "mục",
    UnitKind.SUBSECTION: "tiểu mục",
    UnitKind.ARTICLE: "điều",
    UnitKind.CLAUSE: "khoản",
    UnitKind.POINT: "điểm",
    UnitKind.SUBPOINT: "tiết",
    UnitKind.ITEM: "gạch đầu dòng",
}
# What a key of the page wishes for the provision at the caret.
_MOVES: Mapping[str, Callable[[Structure, str], Step | None]] = {
    "promote": Structure.promote,
    "demote": Structure.demote,
    "move_up": Structure.move_up,
    "move_down": Structure.move_down,
}
# The levels that a provision can be given, from the large to the small.
LEVELS: dict[UnitKind, str] = {
    kind: KIND_NAMES[kind]
    for kind in (
        UnitKind.CHAPTER,
        UnitKind.SECTION,
        UnitKind.ARTICLE,
        UnitKind.CLAUSE,
        UnitKind.POINT,
        UnitKind.SUBPOINT,
    )
}


class DraftDesk(Panel):
    """A draft being edited.

    Signals:
        changed: the structure changed: outline and status follow.
        retyped: identity of a provision whose words were typed, when typing rests.
        moved_to: identity of the provision the caret came to.
        saved: something was recorded.
        told: "Đã lưu 14:32" and the like changed.
        add_asked: where the menu of what can be added is wanted.
    """

    changed = Signal()
    retyped = Signal(str)
    moved_to = Signal(str)
    saved = Signal()
    told = Signal()
    add_asked = Signal(QPoint)

    def __init__(self, session: Session) -> None:
        super().__init__("window")
        self.session = session
        self.editing: Editing | None = None
        self.numbering = Numbering.RECOUNT
        self.saved_words = ""
        self.is_unsaved = False
        self.differences = Differences()
        self.shows_marks = True
        self._base: BaseText | None = None
        self._touched = ""  # the provision typed in since its marks were made
        self._is_saving = False
        self._after_save: list[Callable[[], object]] = []
        layout = column(self)
        layout.addWidget(self._make_bar())
        self.notice = NoticeBar()
        layout.addWidget(self.notice)
        self.page = PageEditor()
        layout.addWidget(self.page, 1)
        self.page.typed.connect(self._on_typed)
        self.page.wished.connect(self._on_wish)
        self.page.pasted.connect(self._on_pasted)
        self.page.table_asked.connect(self._on_table)
        self.page.hinted.connect(session.hinted)
        self.page.moved_to.connect(self._on_moved)
        self.page.burst_ended.connect(self._end_burst)
        self.page.undo_asked.connect(self.undo)
        self.page.redo_asked.connect(self.redo)
        self._save_timer = _timer(self, _SAVE_AFTER, self.save)
        self._pause_timer = _timer(self, _PAUSE, self._on_pause)
        self._mark_timer = _timer(self, _MARK_AFTER, self.mark_touched)

    def _make_bar(self) -> QWidget:
        bar = Panel("window", "b")
        bar.setFixedHeight(px(38))
        line = row(bar, margins=(12, 0, 12, 0), gap=6)
        self._undo = self._tool(line, "undo", tr("Hoàn tác"), "Ctrl+Z", self.undo)
        self._redo = self._tool(line, "redo", tr("Làm lại"), "Ctrl+Y", self.redo)
        self._gap(line)
        self._level = Combo(tr("Cấp"), width=92)
        self._level.offer(
            tuple((kind.value, capital(tr(name))) for kind, name in LEVELS.items()), ""
        )
        self._level.currentIndexChanged.connect(self._on_level)
        self._level.setToolTip(tr("Cấp của phần có con trỏ"))
        line.addWidget(self._level)
        self._tool(line, "bold", tr("Chữ đậm"), "Ctrl+B", self.bold)
        self._tool(line, "italic", tr("Chữ nghiêng"), "Ctrl+I", self.italic)
        self._gap(line)
        self._add_words = tr("Thêm khoản")
        self._add = Button(self._add_words, "plus")
        self._add.clicked.connect(self.add)
        line.addWidget(self._add)
        more = IconButton("down", tr("Thêm phần khác…"), small=True)
        more.clicked.connect(
            lambda: self.add_asked.emit(more.mapToGlobal(QPoint(0, more.height())))
        )
        line.addWidget(more)
        self._gap(line)
        self._tool(line, "indent", tr("Hạ một cấp"), "Tab", self.demote)
        self._tool(line, "left", tr("Nâng một cấp"), "Shift+Tab", self.promote)
        self._tool(line, "up", tr("Chuyển lên"), "Alt+PgUp", self.move_up)
        self._tool(line, "down", tr("Chuyển xuống"), "Alt+PgDown", self.move_down)
        self._tool(line, "table", tr("Thêm bảng"), "", self.add_table)
        line.addStretch()
        self._bar = line
        self._marks = Button(tr("Dấu sửa"), "eye")
        self._marks.setCheckable(True)
        self._marks.setChecked(True)
        self._marks.clicked.connect(self.toggle_marks)
        line.addWidget(self._marks)
        return bar

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bar()

    def _fit_bar(self) -> None:
        """Where the room is short, icons alone; their words are the tool tips."""
        for button, words in ((self._marks, tr("Dấu sửa")), (self._add, self._add_words)):
            button.set_words(words)
        for button in (self._marks, self._add):
            if self._bar.sizeHint().width() > self.width():
                button.set_words("")
        for button, words in ((self._marks, tr("Dấu sửa")), (self._add, self._add_words)):
            button.setAccessibleName(words)
            button.setToolTip(words)

    def _gap(self, line: QHBoxLayout) -> None:
        rule = Rule(upright=True)
        rule.setFixedHeight(px(22))
        line.addWidget(rule)

    def _tool(
        self, line: QHBoxLayout, icon: str, words: str, key: str, run: Callable[[], object]
    ) -> IconButton:
        button = IconButton(icon, words, key=key, small=True, quiet=True)
        button.clicked.connect(lambda: run())
        line.addWidget(button)
        return button

    # -- opening --------------------------------------------------------------------------------------

    def open(self, opened: OpenedDraft) -> None:
        """Show a draft that was opened for editing."""
        self.editing = editing = opened.editing
        self.numbering = Numbering(opened.chosen.get("numbering", Numbering.RECOUNT.value))
        self.shows_marks = self.session.is_on("marks_on")
        self._marks.setChecked(self.shows_marks)
        self.page.curls_quotes = self.session.is_on("quotes")
        self._base = opened.base
        self.notice.hide()
        self.page.show_blocks(opened.blocks)
        self.page.moveCursor(QTextCursor.MoveOperation.Start)  # a text opens at its head
        self._mark_all()
        self._tell_recovered(editing)
        editing.tell_trouble_to(self._tell_journal)
        self._tell("")
        self._touch()

    def on_option(self, key: str) -> None:
        """A setting has another value: what it says of the open draft counts at once."""
        if key == "quotes":
            self.page.curls_quotes = self.session.is_on("quotes")
        elif key in ("checks", "tone") and self.editing is not None:
            self._touch()

    def _tell_recovered(self, editing: Editing) -> None:
        recovered = editing.recovered
        if recovered is None:
            return
        left = ""
        if recovered.kept_in is not None:
            left = tr(
                f" {recovered.left_out} chỗ không đọc lại được; nhật ký được giữ nguyên ở tệp "
                f"{recovered.kept_in}."
            )
        if not recovered.steps:
            self.notice.tell(
                tr("Lần trước chương trình dừng đột ngột.") + left,
                ((tr("Giữ"), self._keep_recovered),),
            )
            return
        self.notice.tell(
            tr(
                f"Lần trước chương trình dừng đột ngột lúc {recovered.stopped_at:%H:%M}. Đã khôi phục "
                f"{len(recovered.steps)} chỗ sửa của {editing.document.status_text}.{left}"
            ),
            (
                (tr("Xem các chỗ đó"), self._show_recovered),
                (tr("Giữ"), self._keep_recovered),
                (tr("Bỏ"), self._discard_recovered),
            ),
        )

    def _tell_journal(self, error: StorageError) -> None:
        """The journal cannot be written: said once, typing goes on."""
        self.notice.tell(error.sentence, ((tr("Lưu ngay"), self.save), (tr("Đã rõ"), lambda: None)))

    def _show_recovered(self) -> None:
        recovered = self.editing.recovered if self.editing is not None else None
        if recovered is None:
            return
        names = "; ".join(dict.fromkeys(tr(step.name) for step in recovered.steps))
        self.page.go_to(recovered.steps[-1].focus)
        self.notice.tell(
            tr(f"Đã khôi phục: {shortened(names, 300)}."),
            ((tr("Giữ"), self._keep_recovered), (tr("Bỏ"), self._discard_recovered)),
        )

    def _keep_recovered(self) -> None:
        if self.editing is not None:
            self.editing.recovered = None

    def _discard_recovered(self) -> None:
        if self.editing is not None:
            recovered = self.editing.recovered
            self.editing.discard_recovered()
            for step in reversed(recovered.steps if recovered is not None else ()):
                self._follow_policy(step.inverse)
            self._show("")
            self.session.hinted.emit(tr("Đã bỏ các chỗ khôi phục; Ctrl+Z để lấy lại."))

    def close_draft(self) -> None:
        """Save what is left and let go of the draft; what cannot be saved stays in the journal."""
        if self._is_saving:
            self.session.runner.wait(10)
            QCoreApplication.processEvents()  # the answer of the recording under way
        editing, self.editing = self.editing, None
        for timer in (self._save_timer, self._pause_timer, self._mark_timer):
            timer.stop()
        self._after_save = []
        if editing is None:
            return
        self.session.open_drafts.pop(editing.document.id, None)
        was_saved = editing.is_saved
        try:
            editing.close()
        except QuyCheError as error:
            self.session.hinted.emit(error.sentence)
        else:
            if not was_saved:
                self.session.tell(recorded_in(editing.document.id), self)

    # -- typing -------------------------------------------------------------------------------------------

    def _on_typed(self, place: PageBlock, text: str, marks: tuple[Mark, ...]) -> None:
        if self.editing is None:
            return
        draft = self.editing.draft
        if place.is_frame:
            draft.type_frame(typed_frame(draft.component(place.unit_id), place, text, marks))
        else:
            draft.type_words(typed_unit(draft.unit(place.unit_id), place, text, marks))
        self._touched = place.unit_id
        self._mark_timer.start()
        self._pause_timer.start()
        self._touch()

    def _on_wish(self, wish: Wish) -> None:
        spot = wish.spot
        if spot.slot in ("front", "back"):
            self._split_frame(wish)
        elif wish.what == "split" and spot.slot == "heading":
            self._do(lambda work: work.insert_after(spot.unit_id))
        elif wish.what == "split":
            self._do(lambda work: work.split(spot))
        elif wish.what == "paragraph":
            self._do(lambda work: work.new_paragraph(spot), spot)
        else:
            make = _MOVES[wish.what]
            self._do(lambda work: make(work, spot.unit_id))

    def _split_frame(self, wish: Wish) -> None:
        """Enter in a head or an end: what stands behind the caret becomes a paragraph of its own."""
        spot = wish.spot
        if self.editing is None or wish.what not in ("split", "paragraph"):
            self.session.hinted.emit(tr("Không làm được ở chỗ này."))
            return
        component = self.editing.draft.component(spot.unit_id)
        blocks = component.front if spot.slot == "front" else component.back
        block = blocks[spot.block]
        if isinstance(block, Paragraph):
            before, after = cut(block, spot.at)
            self._reframe(
                component,
                with_frame_block(component, spot.slot, spot.block, (before, after)),
                "thêm đoạn ở phần đầu, phần cuối",
            )
            self.page.go_to_spot(spot.unit_id, spot.slot, spot.block + 1, 0)

    def _reframe(self, component: Component, new: Component, name: str) -> None:
        if new != own_frame(component):
            self.carry_out(
                Step(name, (Frame(component.id, own_frame(component), new),), component.id)
            )

    def _on_pasted(self, place: PageBlock, at: int, pasted: Pasted) -> None:
        if self.editing is None:
            return
        if place.is_frame:
            component = self.editing.draft.component(place.unit_id)
            new = with_frame_block(component, place.slot, place.index + 1, pasted.blocks, taken=0)
            self._reframe(component, new, "dán ở phần đầu, phần cuối")
            self.session.hinted.emit(pasted.words)
            return
        unit = self.editing.draft.unit(place.unit_id)
        self._reword(unit, pasted_unit(unit, place, at, pasted.blocks), "dán")
        self.session.hinted.emit(pasted.words)

    def bold(self) -> None:
        """Bold, or plain again."""
        self.page.toggle_mark("b")

    def italic(self) -> None:
        """Italic, or plain again."""
        self.page.toggle_mark("i")

    def paste_words(self) -> None:
        """Paste the words alone."""
        self.page.paste_words()

    # -- structure ----------------------------------------------------------------------------------------

    def _do(self, make: Callable[[Structure], Step | None], spot: Spot | None = None) -> bool:
        """Carry out a change of structure at the caret."""
        if self.editing is None:
            return False
        draft = self.editing.draft
        with collector_paused():
            step = make(Structure(draft.act, self.numbering, uuid7))
            if step is None:
                self.session.hinted.emit(tr("Không làm được ở chỗ này."))
                return False
            self.carry_out(step)
        if spot is not None:
            self.page.go_to_spot(spot.unit_id, spot.slot, spot.block + 1, 0)
        return True

    def carry_out(self, step: Step) -> None:
        """Do a step that was made elsewhere, and say what it was."""
        if self.editing is not None:
            self.editing.draft.do(step)
            self._follow_policy(step)
            self._show(step.focus)
            self.session.hinted.emit(tr(f"Đã {tr(step.name)}."))

    def use_numbering(self, numbering: Numbering) -> None:
        """Let labels follow in another way from here on; the draft remembers it."""
        from quyche_app.services.remarks import choose

        if self.editing is None or numbering is self.numbering:
            return
        self.numbering = numbering
        workspace, document = self.session.workspace, self.editing.document.id
        self.session.run(
            Operation(
                tr("Đang ghi cách đánh số"),
                lambda progress: choose(workspace, document, {"numbering": numbering.value}),
                lambda _: self.told.emit(),
                initiator=self,
            )
        )

    def _follow_policy(self, step: Step) -> None:
        """A step that changes how labels follow was done, taken back or done again."""
        if step.policy is not None:
            self.use_numbering(step.policy.new)

    def _here(self) -> Unit | None:
        """The provision that has the caret."""
        place = self.page.place_of_caret()
        return find_unit(self.editing.draft.act, place.unit_id) if self.editing and place else None

    def _at_caret(self, make: Callable[[Structure, str], Step | None]) -> None:
        unit = self._here()
        if unit is not None:
            self._do(lambda work: make(work, unit.id))

    def add(self) -> None:
        """A provision of the same kind behind the present one."""
        self._at_caret(Structure.insert_after)

    def add_kind(self, kind: UnitKind) -> None:
        """A provision of a kind: behind the nearest one of it, or first in the present one."""
        if self.editing is None:
            return
        unit, above = self._here(), ""
        place = self.page.place_of_caret()
        if unit is None or place is None:
            return
        for holder in _holders(self.editing.draft.act, unit.id):
            if holder.kind is kind:
                above = holder.id
        if above:
            self._do(lambda work: work.insert_after(above))
        elif kind.depth > unit.kind.depth:
            same = [child for child in unit.children if child.kind is kind]
            last = same[-1].id if same else ""
            self._do(
                lambda work: work.insert_after(last) if last else work.insert_inside(unit.id, kind)
            )
        else:
            self.session.hinted.emit(tr(f"Ở đây chưa có {KIND_NAMES[kind]} nào để thêm vào sau."))

    def add_paragraph(self) -> None:
        """An empty paragraph behind that of the caret."""
        spot = self.page.spot()
        if spot is not None and spot.slot != "heading":
            self._do(lambda work: work.new_paragraph(spot), spot)

    def demote(self) -> None:
        """Down one level."""
        self._at_caret(Structure.demote)

    def promote(self) -> None:
        """Up one level."""
        self._at_caret(Structure.promote)

    def _on_level(self) -> None:
        """Bring the present provision to the level that was chosen, one step for each level."""
        unit = self._here()
        chosen = self._level.value
        if unit is None or not chosen or chosen == unit.kind.value:
            return
        ladder = list(LEVELS)
        by = ladder.index(UnitKind(chosen)) - ladder.index(unit.kind)
        for _ in range(abs(by)):
            here = self._here()
            if here is None or here.kind.value == chosen:
                break
            if not self._do(lambda work: work.demote(unit.id) if by > 0 else work.promote(unit.id)):
                break
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_add()

    def move_up(self) -> None:
        """Before the provision above."""
        self._at_caret(Structure.move_up)

    def move_down(self) -> None:
        """Behind the provision below."""
        self._at_caret(Structure.move_down)

    def join_with_above(self) -> None:
        """Put the words of the present provision behind those above."""
        self._at_caret(Structure.join_with_above)

    def split(self) -> None:
        """Cut the present provision at the caret."""
        spot = self.page.spot()
        if spot is not None:
            self._do(lambda work: work.split(spot))

    def remove(self) -> None:
        """Take the present provision out, or leave its number with "(được bãi bỏ)": the policy is
        asked, not whether one is sure (docs/window.md 5.2)."""
        unit = self._here()
        if unit is None:
            return
        name = shortened(" ".join(own_head_lines(unit)), 90)
        self.notice.tell(
            tr(f"Bỏ “{name}” cùng mọi phần bên trong:"),
            (
                (tr("Bỏ hẳn khỏi dự thảo"), lambda: self._do(lambda work: work.remove(unit.id))),
                (
                    tr("Ghi “(được bãi bỏ)” và giữ số"),
                    lambda: self._do(lambda work: work.repeal(unit.id)),
                ),
                (tr("Thôi"), lambda: None),
            ),
        )

    def may_move(self, unit_id: str, parent_id: str, at: int) -> bool:
        """Whether a provision may go among the children of another."""
        return self._moving(unit_id, parent_id, at) is not None

    def words_when_moved(self, unit_id: str, parent_id: str, at: int) -> str:
        """Give what a provision would be called after going among the children of another."""
        if self.editing is None:
            return ""
        act = self.editing.draft.act
        work = Structure(act, self.numbering, uuid7)
        step = work.move(
            unit_id, parent_id or act.main.id, self._place_without(unit_id, parent_id, at)
        )
        if step is None:
            return ""
        placed = tree_index(apply_step(act, step)).by_id.get(unit_id)
        return capital(placed.address.words) if placed is not None else ""

    def _moving(self, unit_id: str, parent_id: str, at: int) -> Step | None:
        if self.editing is None:
            return None
        act = self.editing.draft.act
        parent = parent_id or act.main.id
        work = Structure(act, Numbering.FROZEN, uuid7)
        return work.move(unit_id, parent, self._place_without(unit_id, parent, at))

    def _place_without(self, unit_id: str, parent_id: str, at: int) -> int:
        """A place counted without the provision that is moved."""
        if self.editing is None:
            return at
        act = self.editing.draft.act
        component = next((c for c in act.components if c.id == parent_id), None)
        unit = None if component is not None else find_unit(act, parent_id)
        children = component.units if component is not None else unit.children if unit else ()
        before = [child.id for child in children[:at]]
        return at - (unit_id in before)

    def move_unit(self, unit_id: str, parent_id: str, at: int) -> None:
        """Put a provision among the children of another."""
        if self.editing is not None:
            parent = parent_id or self.editing.draft.act.main.id
            place = self._place_without(unit_id, parent, at)
            self._do(lambda work: work.move(unit_id, parent, place))

    # -- tables -------------------------------------------------------------------------------------------

    def add_table(self) -> None:
        """A table behind the paragraph of the caret."""
        unit, spot = self._here(), self.page.spot()
        if unit is None or spot is None or spot.slot == "heading":
            self.session.hinted.emit(tr("Đặt con trỏ trong lời văn của khoản, điểm để thêm bảng."))
            return
        empty = Table(tuple(tuple(Cell((Paragraph(""),)) for _ in range(3)) for _ in range(2)))
        self._ask_table(unit, spot.slot, spot.block, empty, is_new=True)

    def _on_table(self, place: PageBlock) -> None:
        if place.is_frame:
            self._ask_frame_table(place)
            return
        unit = find_unit(self.editing.draft.act, place.unit_id) if self.editing else None
        if unit is None:
            return
        blocks = unit.tail if place.slot.startswith("tail") else unit.lead
        table = blocks[place.index]
        if isinstance(table, Table):
            self._ask_table(unit, place.slot, place.index, table, is_new=False)

    def _ask_table(self, unit: Unit, slot: str, index: int, table: Table, *, is_new: bool) -> None:
        from quyche_app.gui.drafting.table_dialog import TableDialog

        dialog = TableDialog(table, self.window())

        def take() -> None:
            made = dialog.table()
            name = "thêm bảng" if is_new else "sửa bảng" if made is not None else "bỏ bảng"
            self._reword(unit, with_table(unit, slot, index, made, is_new=is_new), name)

        dialog.accepted.connect(take)
        dialog.open()

    def _ask_frame_table(self, place: PageBlock) -> None:
        from quyche_app.gui.drafting.table_dialog import TableDialog

        if self.editing is None:
            return
        component = self.editing.draft.component(place.unit_id)
        blocks = component.front if place.slot.startswith("front") else component.back
        table = blocks[place.index]
        if not isinstance(table, Table):
            return
        dialog = TableDialog(table, self.window())

        def take() -> None:
            made = dialog.table()
            new = with_frame_block(
                component, place.slot, place.index, () if made is None else (made,)
            )
            self._reframe(component, new, "sửa bảng ở phần đầu, phần cuối")

        dialog.accepted.connect(take)
        dialog.open()

    # -- words of a provision -----------------------------------------------------------------------------

    def _reword(self, unit: Unit, new: Unit, name: str) -> None:
        if own_words(new) != own_words(unit) and self.editing is not None:
            words = self.address_words(unit.id)
            self.carry_out(
                Step(
                    f"{name} tại {words}" if words else name,
                    (Words(unit.id, own_words(unit), own_words(new)),),
                    unit.id,
                )
            )

    def address_words(self, unit_id: str) -> str:
        """Give the address of a provision in words, for the name of a step."""
        if self.editing is None:
            return ""
        placed = tree_index(self.editing.draft.act).by_id.get(unit_id)
        return placed.address.words if placed is not None else ""

    def change_words(self, place: Place, words: str, name: str) -> None:
        """Put other words into a place of the text."""
        unit = find_unit(self.editing.draft.act, place.unit_id) if self.editing else None
        if unit is not None:
            change = (place.start, place.end, words)
            self._reword(unit, reworded(unit, place.slot, place.index, [change]), name)
            self.page.go_to_spot(place.unit_id, place.slot, place.index, place.start + len(words))

    # -- undo ---------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the newest step back."""
        if self.editing is None:
            return
        name = self.editing.draft.undo_name
        step = self.editing.draft.undo()
        if step is not None:
            self._follow_policy(step)
            self._show(step.focus)
            self._stand_at(step)
            self.session.hinted.emit(tr(f"Đã hoàn tác: {tr(name)}."))

    def redo(self) -> None:
        """Do again what was undone."""
        if self.editing is None:
            return
        step = self.editing.draft.redo()
        if step is not None:
            self._follow_policy(step)
            self._show(step.focus)
            self._stand_at(step)
            self.session.hinted.emit(tr(f"Đã làm lại: {tr(step.name)}."))

    def _stand_at(self, step: Step) -> None:
        """After words were taken back or done again the caret stands behind them."""
        edit = step.edits[-1] if step.edits else None
        if isinstance(edit, Words):
            end = changed_end(edit)
            if end is not None:
                self.page.go_to_spot(edit.unit_id, *end)

    def _show(self, focus: str) -> None:
        assert self.editing is not None
        self.page.show_blocks(page_blocks(self.editing.draft.act))
        self._mark_all()
        if focus:
            self.page.go_to(focus)
        self._touch()
        self.changed.emit()

    # -- marks against the base -------------------------------------------------------------------------

    def _mark_all(self) -> None:
        """Compare the whole text with the base."""
        if self.editing is None or self._base is None:
            return
        draft, base = self.editing.draft, self._base
        self._touched = ""
        self.differences = base.differences(draft.act)
        marks: dict[tuple[str, str, int], tuple[Change, ...]] = {}
        if self.shows_marks:
            frames = {component.id: component for component in draft.act.components}
            for owner in self.differences.fates:
                changes = (
                    base.frame_changes(frames[owner])
                    if owner in frames
                    else base.word_changes(draft.unit(owner))
                )
                marks |= _keyed(owner, changes)
        self.page.show_marks(marks)
        self.page.show_renumbered(base.renumbered(draft.act) if self.shows_marks else {})
        self._show_changed()

    def mark_touched(self) -> None:
        """Typing rests: compare the provision that was typed in."""
        if self.editing is None or self._base is None or not self._touched:
            return
        if self.page.is_composing:
            self._mark_timer.start()
            return
        draft, base, owner = self.editing.draft, self._base, self._touched
        self._touched = ""
        frame = next((c for c in draft.act.components if c.id == owner), None)
        if frame is not None:
            self.differences = base.with_frame(self.differences, frame)
            changes = base.frame_changes(frame)
        else:
            self.differences = base.with_words(self.differences, draft.unit(owner))
            changes = base.word_changes(draft.unit(owner))
        self.page.mark_unit(owner, _keyed(owner, changes if self.shows_marks else {}))
        self._show_changed()
        self.retyped.emit(owner)

    def _show_changed(self) -> None:
        gone: dict[str, str] = {}
        for removed in self.differences.removed:
            words = shortened(" ".join(own_head_lines(removed.unit)), 120)
            before = gone.get(removed.after_id)
            gone[removed.after_id] = f"{before}\n{words}" if before else tr(f"Đã bỏ: {words}")
        is_on = self.shows_marks
        self.page.show_changed(
            frozenset(self.differences.fates) if is_on else frozenset(), gone if is_on else {}
        )

    def outline_marks(self) -> dict[str, str]:
        """Give the marks of the outline: identity → "+", "•" or "↕"."""
        return {unit_id: _OUTLINE_MARKS[fate] for unit_id, fate in self.differences.fates.items()}

    def toggle_marks(self) -> None:
        """Show or hide what differs from the base."""
        self.shows_marks = not self.shows_marks
        self._marks.setChecked(self.shows_marks)
        self._mark_all()
        self.told.emit()

    def _on_moved(self, unit_id: str) -> None:
        self._end_burst()
        if self._touched and self._touched != unit_id:
            self.mark_touched()
        self._tell_add()
        self.moved_to.emit(unit_id)

    def _tell_add(self) -> None:
        """The button names what it will insert here."""
        unit = self._here()
        self._level.setEnabled(unit is not None and unit.kind in LEVELS)
        if unit is not None:
            blocked = self._level.blockSignals(True)
            self._level.setCurrentIndex(self._level.findData(unit.kind.value))
            self._level.blockSignals(blocked)
            self._level.update()
            self._add_words = tr(f"Thêm {KIND_NAMES[unit.kind]}")
            self._fit_bar()

    def _end_burst(self) -> None:
        if self.editing is not None:
            self.editing.draft.end_burst()

    def _on_pause(self) -> None:
        self._end_burst()

    # -- saving ---------------------------------------------------------------------------------------

    def _touch(self) -> None:
        self._save_timer.start()
        draft = self.editing.draft if self.editing is not None else None
        for button, verb, name in (
            (self._undo, tr("Hoàn tác"), draft.undo_name if draft else ""),
            (self._redo, tr("Làm lại"), draft.redo_name if draft else ""),
        ):
            button.setEnabled(bool(name))
            button.setToolTip(f"{verb}: {tr(name)}" if name else verb)

    def save(self, why: str = "") -> None:
        """Record the draft in the background; typing goes on meanwhile.

        Args:
            why: name of a milestone; it is recorded even when nothing was typed.
        """
        editing = self.editing
        if editing is None or (editing.is_saved and not why):
            return
        if self._is_saving:
            self._save_timer.start()
            return
        self._is_saving = True
        saving = editing.begin_save(why)
        self._tell(tr("Đang lưu…"))

        def done(recorded: Recorded) -> None:
            self._is_saving = False
            self.is_unsaved = False
            editing.finish_save(saving, recorded)
            self._tell(tr(f"Đã lưu {datetime.now():%H:%M}"))
            self.saved.emit()
            waiting, self._after_save = self._after_save, []
            for run in waiting:
                self.when_saved(run)

        def failed(error: QuyCheError) -> None:
            self._is_saving = False
            self.is_unsaved = True
            self._after_save = []
            self._tell(tr("Chưa lưu được – Thử lại"))
            if isinstance(error, ClashError):
                self._tell_clash(editing, error)
            else:
                self.notice.tell(
                    tr(f"Chưa lưu được. {error.sentence}"), ((tr("Thử lại"), self.save),)
                )

        self.session.run(
            Operation(
                tr("Đang lưu dự thảo"),
                lambda progress: saving.record(),
                done,
                lambda recorded: (
                    recorded_in(editing.document.id)
                    if recorded.number > recorded.follows
                    else NOTHING
                ),
                failed,
                initiator=self,
            )
        )

    def when_saved(self, run: Callable[[], object]) -> None:
        """Do something once the workspace has the whole text; nothing when it cannot be saved."""
        if self.editing is None or (self.editing.is_saved and not self._is_saving):
            run()
            return
        self._after_save.append(run)
        self.save()

    def _tell_clash(self, editing: Editing, clash: ClashError) -> None:
        who = clash.who or tr("Người khác")
        many = (
            tr(f"{len(clash.unit_ids)} điều khoản")
            if len(clash.unit_ids) > 1
            else tr("điều khoản này")
        )

        def mine() -> None:
            editing.take_over(clash)
            self.save()

        def theirs() -> None:
            editing.yield_to(clash)
            self._show(clash.unit_ids[0])
            self.save()

        def both() -> None:
            from quyche_app.gui.drafting.dialogs import ClashDialog

            dialog = ClashDialog(clash, self.window())
            dialog.mine.connect(mine)
            dialog.theirs.connect(theirs)
            dialog.open()

        self.page.go_to(clash.unit_ids[0])
        self.notice.tell(
            tr(f"{who} vừa sửa {many}. Bản của bạn được giữ trên trang, chưa ghi vào kho."),
            (
                (tr("So hai bản"), both),
                (tr("Giữ bản của tôi"), mine),
                (tr("Lấy bản của người ấy"), theirs),
            ),
        )

    def _tell(self, words: str) -> None:
        self.saved_words = words
        self.told.emit()


def _holders(act: Act, unit_id: str) -> list[Unit]:
    """What stands above a provision, from the large to the small, then itself."""
    path = path_of(act, unit_id)
    if path is None:
        return []
    return [unit_at(act, path[:length]) for length in range(2, len(path) + 1)]


def _keyed(
    unit_id: str, changes: Mapping[Slot, tuple[Change, ...]]
) -> dict[tuple[str, str, int], tuple[Change, ...]]:
    return {(unit_id, slot, index): found for (slot, index), found in changes.items()}


def _timer(parent: QWidget, wait: int, run: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(wait)
    timer.timeout.connect(lambda: run())
    return timer
