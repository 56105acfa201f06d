"""The middle of Soạn thảo for a draft: tool bar, page, and what keeps both and the draft together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from quyche_app.domain.comparisons import Change
from quyche_app.domain.errors import QuyCheError
from quyche_app.domain.identities import uuid7
from quyche_app.domain.texts import shortened
from quyche_app.domain.units import own_head_lines
from quyche_app.drafting.differences import BaseText, Differences, Slot
from quyche_app.drafting.edits import Step, own_words
from quyche_app.drafting.numbering import Numbering
from quyche_app.drafting.structure import Spot, Structure
from quyche_app.gui.drafting.editor import PageEditor, Wish
from quyche_app.gui.drafting.page_blocks import PageBlock, page_blocks, pasted_unit, typed_unit
from quyche_app.gui.session import Session
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import px
from quyche_app.gui.widgets.basic import Label, Panel, column, row
from quyche_app.gui.widgets.buttons import Button, IconButton
from quyche_app.services.editing import Editing

_SAVE_AFTER = 2000  # ms without a key (ui.md 1: every keystroke is in the journal at once)
_PAUSE = 1200  # ms after which typing is a step of its own
_MARK_AFTER = 300  # ms without a key, then words are marked against the base


class DraftDesk(Panel):
    """A draft being edited.

    Signals:
        changed: the text changed: outline and status follow.
        moved_to: identity of the provision the caret came to.
        told: "Đã lưu 14:32" and the like changed.
    """

    changed = Signal()
    moved_to = Signal(str)
    told = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("window")
        self.session = session
        self.editing: Editing | None = None
        self.numbering = Numbering.RECOUNT
        self.saved_words = ""
        self._is_saving = False
        layout = column(self)
        layout.addWidget(self._make_bar())
        self.page = PageEditor()
        layout.addWidget(self.page, 1)
        self.page.typed.connect(self._on_typed)
        self.page.wished.connect(self._on_wish)
        self.page.pasted.connect(self._on_pasted)
        self.page.hinted.connect(session.hinted)
        self.page.moved_to.connect(self._on_moved)
        self.page.undo_asked.connect(self.undo)
        self.page.redo_asked.connect(self.redo)
        self._base: BaseText | None = None
        self.differences = Differences()
        self.shows_marks = True
        self._touched = ""  # the provision typed in since its marks were made
        self._save_timer = _timer(self, _SAVE_AFTER, self.save)
        self._mark_timer = _timer(self, _MARK_AFTER, self.mark_touched)
        self._pause_timer = _timer(self, _PAUSE, self._on_pause)

    def _make_bar(self) -> QWidget:
        bar = Panel("window", "b")
        bar.setFixedHeight(px(38))
        line = row(bar, margins=(12, 0, 12, 0), gap=6)
        self._undo = self._tool(line, "undo", "Hoàn tác", "Ctrl+Z", self.undo)
        self._redo = self._tool(line, "redo", "Làm lại", "Ctrl+Y", self.redo)
        self._add = Button("Thêm khoản", "plus")
        self._add.clicked.connect(self.add)
        line.addWidget(self._add)
        self._tool(line, "right", "Hạ một cấp", "Tab", self.demote)
        self._tool(line, "left", "Nâng một cấp", "Shift+Tab", self.promote)
        self._tool(line, "up", "Chuyển lên", "Alt+PgUp", self.move_up)
        self._tool(line, "down", "Chuyển xuống", "Alt+PgDown", self.move_down)
        line.addStretch()
        self._state = Label("", "text2", t.SIZE_SMALL)
        line.addWidget(self._state)
        return bar

    def _tool(
        self, line: object, icon: str, words: str, key: str, run: Callable[[], object]
    ) -> IconButton:
        button = IconButton(icon, words, key=key, small=True)
        button.clicked.connect(lambda: run())
        line.addWidget(button)  # type: ignore[attr-defined]
        return button

    # -- opening --------------------------------------------------------------------------------------

    def open(self, editing: Editing) -> None:
        """Show a draft that was opened for editing."""
        self.editing = editing
        self._base = BaseText(editing.base.act)
        self.page.show_blocks(page_blocks(editing.draft.act))
        self._mark_all()
        recovered, editing.recovered = editing.recovered, None
        if recovered is not None and recovered.steps:
            when = f"{recovered.stopped_at:%H:%M}"
            self.session.hinted.emit(
                f"Lần trước chương trình dừng đột ngột lúc {when}. Đã khôi phục "
                f"{len(recovered.steps)} chỗ sửa.")
            self._touch()
        self._tell("")

    def close_draft(self) -> None:
        """Save what is left and let go of the draft; what cannot be saved stays in the journal."""
        if self._is_saving:
            self.session.runner.wait(10)
            QCoreApplication.processEvents()  # the answer of the recording under way
        editing, self.editing = self.editing, None
        self._save_timer.stop()
        if editing is None:
            return
        self.session.open_drafts.pop(editing.document.id, None)
        try:
            editing.close()
        except QuyCheError as error:
            self.session.hinted.emit(error.sentence)

    # -- what a person does -----------------------------------------------------------------------------

    def _on_typed(self, place: PageBlock, text: str, marks: object) -> None:
        if self.editing is None:
            return
        assert isinstance(marks, tuple)
        draft = self.editing.draft
        draft.type_words(typed_unit(draft.unit(place.unit_id), place, text, marks))
        self._touched = place.unit_id
        self._mark_timer.start()
        self._pause_timer.start()
        self._touch()

    def _on_wish(self, wish: Wish) -> None:
        spot = wish.spot
        if wish.what == "split" and spot.slot == "heading":
            self._do(lambda work: work.insert_after(spot.unit_id))
        elif wish.what in ("split", "paragraph"):
            run = "split" if wish.what == "split" else "new_paragraph"
            self._do(lambda work: getattr(work, run)(spot), spot if run == "new_paragraph" else None)
        else:
            self._do(lambda work: getattr(work, wish.what)(spot.unit_id))

    def _on_pasted(self, place: PageBlock, at: int, paragraphs: object) -> None:
        if self.editing is None:
            return
        assert isinstance(paragraphs, list)
        draft = self.editing.draft
        draft.end_burst()
        draft.type_words(pasted_unit(draft.unit(place.unit_id), place, at, paragraphs))
        draft.end_burst()
        self._show(place.unit_id)
        self.session.hinted.emit(f"Đã dán {len(paragraphs)} đoạn, bỏ định dạng riêng.")

    def _do(self, make: Callable[[Structure], Step | None], spot: Spot | None = None) -> None:
        """Carry out a change of structure at the caret."""
        if self.editing is None:
            return
        draft = self.editing.draft
        step = make(Structure(draft.act, self.numbering, uuid7))
        if step is None:
            self.session.hinted.emit("Không làm được ở chỗ này.")
            return
        draft.do(step)
        self._show(step.focus)
        if spot is not None:
            self.page.go_to_spot(spot.unit_id, spot.slot, spot.block + 1, 0)
        self.session.hinted.emit(f"Đã {step.name}.")

    def _here(self, name: str) -> None:
        spot = self.page.spot()
        if spot is not None:
            self._do(lambda work: getattr(work, name)(spot.unit_id))

    def add(self) -> None:
        """A provision of the same kind behind the present one."""
        self._here("insert_after")

    def demote(self) -> None:
        """Down one level."""
        self._here("demote")

    def promote(self) -> None:
        """Up one level."""
        self._here("promote")

    def move_up(self) -> None:
        """Before the provision above."""
        self._here("move_up")

    def move_down(self) -> None:
        """Behind the provision below."""
        self._here("move_down")

    def join_with_above(self) -> None:
        """Put the words of the present provision behind those above."""
        self._here("join_with_above")

    def undo(self) -> None:
        """Take the newest step back."""
        if self.editing is None:
            return
        name = self.editing.draft.undo_name
        step = self.editing.draft.undo()
        if step is not None:
            self._show(step.focus)
            self.session.hinted.emit(f"Đã hoàn tác: {name}.")

    def redo(self) -> None:
        """Do again what was undone."""
        if self.editing is None:
            return
        step = self.editing.draft.redo()
        if step is not None:
            self._show(step.focus)
            self.session.hinted.emit(f"Đã làm lại: {step.name}.")

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
            for unit_id in self.differences.fates:
                marks |= _keyed(unit_id, base.word_changes(draft.unit(unit_id)))
        self.page.show_marks(marks)
        self._show_changed()

    def mark_touched(self) -> None:
        """Typing rests: compare the provision that was typed in."""
        if self.editing is None or self._base is None or not self._touched:
            return
        if self.page.is_composing:
            self._mark_timer.start()
            return
        unit = self.editing.draft.unit(self._touched)
        self._touched = ""
        self.differences = self._base.with_words(self.differences, unit)
        changes = self._base.word_changes(unit) if self.shows_marks else {}
        self.page.mark_unit(unit.id, _keyed(unit.id, changes))
        self._show_changed()
        self.told.emit()

    def _show_changed(self) -> None:
        gone: dict[str, str] = {}
        for removed in self.differences.removed:
            words = shortened(" ".join(own_head_lines(removed.unit)), 120)
            before = gone.get(removed.after_id)
            gone[removed.after_id] = f"{before}\n{words}" if before else f"Đã bỏ: {words}"
        is_on = self.shows_marks
        self.page.show_changed(
            frozenset(self.differences.fates) if is_on else frozenset(), gone if is_on else {})

    def toggle_marks(self) -> None:
        """Show or hide what differs from the base."""
        self.shows_marks = not self.shows_marks
        self._mark_all()
        self.told.emit()

    def _on_moved(self, unit_id: str) -> None:
        self._end_burst()
        if self._touched and self._touched != unit_id:
            self.mark_touched()
        self._tell_add(unit_id)
        self.moved_to.emit(unit_id)

    def _tell_add(self, unit_id: str) -> None:
        """The button names what it will insert here."""
        if self.editing is None:
            return
        try:
            own = own_words(self.editing.draft.unit(unit_id))
        except KeyError:
            return
        names = {"article": "Thêm điều", "clause": "Thêm khoản", "point": "Thêm điểm",
                 "chapter": "Thêm chương", "section": "Thêm mục"}
        self._add.setText(names.get(str(own.kind), "Thêm khoản"))

    def _end_burst(self) -> None:
        if self.editing is not None:
            self.editing.draft.end_burst()

    def _on_pause(self) -> None:
        """Typing rests: the outline follows."""
        self._end_burst()
        self.changed.emit()

    # -- saving ---------------------------------------------------------------------------------------

    def _touch(self) -> None:
        self._save_timer.start()
        self._undo.setEnabled(self.editing is not None and bool(self.editing.draft.undo_name))
        self._redo.setEnabled(self.editing is not None and bool(self.editing.draft.redo_name))

    def save(self) -> None:
        """Record the draft in the background; typing goes on meanwhile."""
        editing = self.editing
        if editing is None or editing.is_saved:
            return
        if self._is_saving:
            self._save_timer.start()
            return
        self._is_saving = True
        saving = editing.begin_save()
        self._tell("Đang lưu…")

        def done(number: object) -> None:
            assert isinstance(number, int)
            self._is_saving = False
            editing.finish_save(saving, number)
            self._tell(f"Đã lưu {datetime.now():%H:%M}")

        def failed(error: QuyCheError) -> None:
            self._is_saving = False
            self._tell("Chưa lưu được")
            self.session.hinted.emit(error.sentence)

        self.session.start("Đang lưu dự thảo", lambda progress: saving.record(), done, failed,
                           slot="drafting.save")

    def _tell(self, words: str) -> None:
        self.saved_words = words
        self._state.setText(words)
        self.told.emit()


def _keyed(
    unit_id: str, changes: Mapping[Slot, tuple[Change, ...]]
) -> dict[tuple[str, str, int], tuple[Change, ...]]:
    return {(unit_id, slot, index): found for (slot, index), found in changes.items()}


def _timer(parent: QWidget, wait: int, run: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(wait)
    timer.timeout.connect(run)
    return timer
