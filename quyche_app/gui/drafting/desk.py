"""The middle of Soạn thảo for a draft: tool bar, notices, page. It turns keys and buttons into commands
for the session of the draft and shows what that tells; what it can do at the caret is in the table of
actions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal

from quyche_app.domain.errors import QuyCheError
from quyche_app.domain.flow import own_head_lines
from quyche_app.domain.messages import Message
from quyche_app.domain.texts import shortened
from quyche_app.domain.units import Unit, UnitKind
from quyche_app.drafting.session import (
    Changed,
    ChangeLevel,
    ChangeWords,
    Command,
    Demote,
    Differences,
    DraftSession,
    Fate,
    InsertAfter,
    InsertKind,
    Join,
    Move,
    MoveDown,
    MoveUp,
    NewParagraph,
    Numbering,
    Place,
    Promote,
    Redo,
    Remove,
    Repeal,
    Split,
    Undo,
)
from quyche_app.gui.drafting.editor import PageEditor
from quyche_app.gui.drafting.found_again import FoundAgain
from quyche_app.gui.drafting.kinds import KIND_NAMES, LEVELS
from quyche_app.gui.drafting.numbering import NumberingChoice
from quyche_app.gui.drafting.opening import OpenedDraft
from quyche_app.gui.drafting.page_link import PageLink
from quyche_app.gui.drafting.saving import DraftSaving
from quyche_app.gui.drafting.tables import add_table
from quyche_app.gui.drafting.tool_bar import ToolBar
from quyche_app.gui.session import Session
from quyche_app.gui.widgets.basic import Panel, column
from quyche_app.gui.widgets.notice import NoticeBar
from quyche_app.languages import tr
from quyche_app.services.editing import Editing

_OUTLINE_MARKS = {Fate.ADDED: "+", Fate.EDITED: "•", Fate.MOVED: "↕"}


class DraftDesk(Panel):
    """A draft being edited.

    Signals:
        told: "Đã lưu 14:32" and the like changed, or what is shown of the draft.
        add_asked: where the menu of what can be added is wanted.
    """

    told = Signal()
    add_asked = Signal(QPoint)

    def __init__(self, session: Session) -> None:
        super().__init__("window")
        self.session = session
        self._listeners: list[Callable[[Changed], None]] = []
        self._ends: list[Callable[[], None]] = []  # what ends that they are told
        layout = column(self)
        self.bar: ToolBar = ToolBar(self)
        self.bar.level_chosen.connect(self._on_level)
        self.bar.add_asked.connect(self.add_asked)
        layout.addWidget(self.bar)
        self.notice = NoticeBar()
        layout.addWidget(self.notice)
        self.page: PageEditor = PageEditor()
        layout.addWidget(self.page, 1)
        self.saving: DraftSaving = DraftSaving(session, self.notice, self)
        self.saving.told.connect(self.told)
        self.saving.clash_shown.connect(lambda unit_id: self.page.go_to(unit_id))
        self.choice: NumberingChoice = NumberingChoice(self)
        self.choice.kept.connect(self.told)
        self._found_again = FoundAgain(self)
        self.link: PageLink = PageLink(self.page, self)
        for listener in (
            self.link.on_changed,
            self._show_on_bar,
            self.saving.on_changed,
            self.choice.on_changed,
        ):
            self.tell_to(listener)

    # -- the draft --------------------------------------------------------------------------------

    @property
    def editing(self) -> Editing | None:
        """The draft that is open; None when none is."""
        return self.saving.editing

    @editing.setter
    def editing(self, editing: Editing | None) -> None:
        self.saving.editing = editing

    @property
    def drafting(self) -> DraftSession | None:
        """The session of the draft that is open."""
        return self.editing.session if self.editing is not None else None

    @property
    def numbering(self) -> Numbering:
        """How labels of the draft follow."""
        return self.drafting.numbering if self.drafting is not None else Numbering.RECOUNT

    @property
    def differences(self) -> Differences:
        """What the draft says otherwise than the text it began from."""
        return self.drafting.differences if self.drafting is not None else Differences()

    @property
    def saved_words(self) -> str:
        """ "Đã lưu 14:32" and the like."""
        return self.saving.words

    @property
    def is_unsaved(self) -> bool:
        """Whether the last recording failed."""
        return self.saving.is_unsaved

    def tell_to(self, listener: Callable[[Changed], None]) -> None:
        """Tell a part of the screen every change of whichever draft is open."""
        self._listeners.append(listener)

    def open(self, opened: OpenedDraft) -> None:
        """Show a draft that was opened for editing."""
        self.let_go()
        drafting = opened.editing.session
        self.page.curls_quotes = self.session.is_on("quotes")
        self.notice.hide()
        self.saving.begin(opened.editing)
        self.choice.begin(drafting.numbering)
        self.link.open(opened.blocks, shows_marks=self.session.is_on("marks_on"))
        self.bar.show_marks_on(self.link.shows_marks)
        self._ends = [drafting.subscribe(listener) for listener in self._listeners]
        self._found_again.tell()
        opened.editing.tell_trouble_to(
            lambda error: self.notice.tell(
                tr(error.message), ((tr("Lưu ngay"), self.save), (tr("Đã rõ"), lambda: None))
            )
        )
        self.bar.show_draft(drafting)

    def let_go(self) -> None:
        """Hear no more of the draft; it stays open."""
        for end in self._ends:
            end()
        self._ends = []
        self.link.stop()

    def close_draft(self) -> None:
        """Save what is left in the background and let go of the draft."""
        self.let_go()
        self.saving.close()

    def on_option(self, key: str) -> None:
        """A setting has another value: what it says of the open draft counts at once."""
        if key == "quotes":
            self.page.curls_quotes = self.session.is_on("quotes")

    def save(self, why: str = "") -> None:
        """Record the draft in the background; a name makes a milestone of it."""
        self.saving.save(why)

    def when_saved(self, run: Callable[[], object]) -> None:
        """Do something once the workspace has the whole text; nothing when it cannot be saved."""
        self.saving.when_saved(run)

    # -- commands -----------------------------------------------------------------------------------

    def do(self, command: Command, refusal: str | None = None) -> None:
        """Carry a command out and say what was done, or that it makes no sense here.

        Args:
            refusal: what is said then in place of the usual sentence; "" = nothing.
        """
        if self.drafting is None:
            return
        try:
            changed = self.drafting.do(command)
        except QuyCheError as error:
            self.session.hinted.emit(tr(error.message))
            return
        said = _said(changed)
        if said is not None:
            self.session.hinted.emit(tr("Đã {step}.", step=tr(said)))
        elif refusal is None:
            self.session.hinted.emit(tr("Không làm được ở chỗ này."))
        elif refusal:
            self.session.hinted.emit(refusal)

    def undo(self) -> None:
        """Take the newest step back."""
        changed = self.drafting.do(Undo()) if self.drafting is not None else None
        said = _said(changed)
        if said is not None:
            self.session.hinted.emit(tr("Đã hoàn tác: {step}.", step=tr(said)))

    def redo(self) -> None:
        """Do again what was undone."""
        changed = self.drafting.do(Redo()) if self.drafting is not None else None
        said = _said(changed)
        if said is not None:
            self.session.hinted.emit(tr("Đã làm lại: {step}.", step=tr(said)))

    def _here(self) -> Unit | None:
        """The provision that has the caret."""
        return self.drafting.here if self.drafting is not None else None

    def _at_caret(self, make: Callable[[str], Command]) -> None:
        unit = self._here()
        if unit is not None:
            self.do(make(unit.id))

    def add(self) -> None:
        """A provision of the same kind behind the present one."""
        self._at_caret(InsertAfter)

    def add_kind(self, kind: UnitKind) -> None:
        """A provision of a kind: behind the nearest one of it, or first in the present one."""
        unit = self._here()
        if unit is not None:
            none = tr("Ở đây chưa có {kind} nào để thêm vào sau.", kind=tr(KIND_NAMES[kind]))
            self.do(InsertKind(unit.id, kind), none)

    def add_paragraph(self) -> None:
        """An empty paragraph behind that of the caret."""
        spot = self.page.spot()
        if spot is not None and spot.slot != "heading":
            self.do(NewParagraph(spot))

    def add_table(self) -> None:
        """A table behind the paragraph of the caret."""
        add_table(self)

    def promote(self) -> None:
        """Up one level."""
        self._at_caret(Promote)

    def demote(self) -> None:
        """Down one level."""
        self._at_caret(Demote)

    def _on_level(self, kind: UnitKind) -> None:
        """Bring the present provision to the level that was chosen."""
        unit = self._here()
        if unit is not None and unit.kind in LEVELS and unit.kind is not kind:
            self.do(ChangeLevel(unit.id, kind))
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)
            self.bar.show_here(self._here())

    def move_up(self) -> None:
        """Before the provision above."""
        self._at_caret(MoveUp)

    def move_down(self) -> None:
        """Behind the provision below."""
        self._at_caret(MoveDown)

    def join_with_above(self) -> None:
        """Put the words of the present provision behind those above."""
        self._at_caret(Join)

    def split(self) -> None:
        """Cut the present provision at the caret."""
        spot = self.page.spot()
        if spot is not None and spot.slot == "heading":
            self.session.hinted.emit(tr("Không làm được ở chỗ này."))
        elif spot is not None:
            self.do(Split(spot))

    def remove(self) -> None:
        """Take the present provision out, or leave its number with "(được bãi bỏ)": the policy is
        asked, not whether one is sure (docs/window.md 5.2)."""
        unit = self._here()
        if unit is None:
            return
        name = shortened(" ".join(own_head_lines(unit)), 90)
        self.notice.tell(
            tr("Bỏ “{place}” cùng mọi phần bên trong:", place=name),
            (
                (tr("Bỏ hẳn khỏi dự thảo"), lambda: self.do(Remove(unit.id))),
                (tr("Ghi “(được bãi bỏ)” và giữ số"), lambda: self.do(Repeal(unit.id))),
                (tr("Thôi"), lambda: None),
            ),
        )

    def may_move(self, unit_id: str, parent_id: str, at: int) -> bool:
        """Whether a provision may go among the children of another."""
        drafting = self.drafting
        return drafting is not None and drafting.may_move(Move(unit_id, parent_id, at))

    def words_when_moved(self, unit_id: str, parent_id: str, at: int) -> str:
        """Give what a provision would be called after going among the children of another."""
        drafting = self.drafting
        if drafting is None:
            return ""
        return drafting.words_when_moved(Move(unit_id, parent_id, at))

    def move_unit(self, unit_id: str, parent_id: str, at: int) -> None:
        """Put a provision among the children of another."""
        self.do(Move(unit_id, parent_id, at))

    def change_words(self, place: Place, words: str, said: Message) -> None:
        """Put other words into a place of the text."""
        self.do(ChangeWords(place, words, said))

    def bold(self) -> None:
        """Bold, or plain again."""
        self.page.toggle_mark("b")

    def italic(self) -> None:
        """Italic, or plain again."""
        self.page.toggle_mark("i")

    def paste_words(self) -> None:
        """Paste the words alone."""
        self.page.paste_words()

    # -- what is shown ------------------------------------------------------------------------------

    def mark_touched(self) -> None:
        """Typing rests: what was typed in is compared with the base."""
        self.link.rest()

    def _show_on_bar(self, changed: Changed) -> None:
        drafting = self.drafting
        if drafting is not None:
            self.bar.show_draft(drafting)
            if not changed.is_typed:
                self.bar.show_here(drafting.here)

    def outline_marks(self) -> dict[str, str]:
        """Give the marks of the outline: identity → "+", "•" or "↕"."""
        return {unit_id: _OUTLINE_MARKS[fate] for unit_id, fate in self.differences.fates.items()}

    def toggle_marks(self) -> None:
        """Show or hide what differs from the base."""
        self.bar.show_marks_on(self.link.toggle_marks())
        self.told.emit()


def _said(changed: Changed | None) -> Message | None:
    """What was done; None where nothing was."""
    if changed is None or changed.step is None:
        return None
    return changed.step.said
