"""A draft in one person's hands: the text, the caret, how labels follow, undo, marks and clashes.

Whoever shows the draft gives it typed commands and is told every change as one ``Changed``: page, tool
bar, outline and inspector hold no text of their own. Plain values, no window, no workspace.
Source: docs/architecture.md 8, docs/window.md 4.3 and 5.2.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from quyche_app.collector import collector_paused
from quyche_app.domain.acts import Act
from quyche_app.domain.errors import ClashError
from quyche_app.domain.identities import NewId, uuid7
from quyche_app.domain.messages import Message
from quyche_app.domain.texts import capital
from quyche_app.domain.units import Block, Unit
from quyche_app.drafting.differences import BaseText, Differences
from quyche_app.drafting.draft import Draft
from quyche_app.drafting.edits import Edit, EditRefused, Step, Words, apply_step, changed_end
from quyche_app.drafting.finding import Place, find_places
from quyche_app.drafting.policy import Numbering
from quyche_app.drafting.rewording import blocks_of, frame_blocks, typed_frame, typed_unit
from quyche_app.drafting.session.changed import Changed, changed_units
from quyche_app.drafting.session.commands import Command, Move
from quyche_app.drafting.session.marks import Marks, WordMarks
from quyche_app.drafting.session.wording import TakeTheirs, TypeWords, address_words, is_frame
from quyche_app.drafting.spots import Spot
from quyche_app.drafting.structure import Structure

Listener = Callable[[Changed], None]


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the newest step back."""


@dataclass(frozen=True, slots=True)
class Redo:
    """Do again what was undone last."""


class DraftSession:
    """A draft that is edited.

    Attributes:
        draft: the text with its undo stack.
        caret: where it stands; with slot "" in the first paragraph; None before it was put anywhere.
        clash: what another person recorded of the same provisions, until one text is taken.
        seen: provisions of which a later recording was seen, or made, by this person → its number.
    """

    def __init__(self, draft: Draft, base: BaseText, new_id: NewId = uuid7) -> None:
        self.draft = draft
        self.caret: Spot | None = None
        self.clash: ClashError | None = None
        self.seen: dict[str, int] = {}
        self._marks = Marks(base)
        self._new_id = new_id
        self._listeners: list[Listener] = []
        self._untold: list[Changed] = []
        self._marks.compare(draft.act)

    # -- reading ----------------------------------------------------------------------------------

    @property
    def act(self) -> Act:
        """The text now."""
        return self.draft.act

    @property
    def numbering(self) -> Numbering:
        """How labels follow a change of structure now."""
        return self.draft.numbering

    @property
    def undo_said(self) -> Message | None:
        """What ``Undo`` would take back."""
        return self.draft.undo_said

    @property
    def undo_name(self) -> str:
        """The same in Vietnamese, "" when nothing."""
        return self.draft.undo_name

    @property
    def redo_said(self) -> Message | None:
        """What ``Redo`` would do again."""
        return self.draft.redo_said

    @property
    def here(self) -> Unit | None:
        """The provision with the caret; None in a head or an end."""
        return self.draft.find(self.caret.unit_id) if self.caret is not None else None

    def unit(self, unit_id: str) -> Unit | None:
        """Give a provision, None when the draft has it not."""
        return self.draft.find(unit_id)

    def block(self, owner: str, slot: str, index: int) -> Block | None:
        """Give a paragraph, table or picture of a provision, or of a head or an end; None when there
        is none.

        Args:
            slot: as of a ``Spot``, with or without "-object".
        """
        found = self.draft.owner(owner)
        if found is None:
            return None
        blocks = blocks_of(found, slot) if isinstance(found, Unit) else frame_blocks(found, slot)
        return blocks[index] if index < len(blocks) else None

    @property
    def differences(self) -> Differences:
        """What differs from the base, as of the last comparison: typed words when typing rests."""
        return self._marks.differences

    def word_marks(self, owners: Sequence[str] | None = None) -> WordMarks:
        """Give the changes of words against the base, of all provisions and components or of some."""
        return self._marks.words_of(
            self.draft, self.differences.fates if owners is None else owners
        )

    def renumbered(self) -> Mapping[str, str]:
        """Give the provisions that had another number in the base: identity → that number, "4."."""
        return self._marks.base.renumbered(self.act)

    def find(self, words: str, *, match_case: bool = False) -> list[Place]:
        """Give every place where the draft says words, in the order of the text."""
        return find_places(self.act, words, match_case=match_case)

    def recounting(self) -> tuple[int, int]:
        """Give how many labels, and paragraphs with citations, counting anew would change."""
        found = Structure(self.act, Numbering.RECOUNT, self._new_id).recounted()
        return found.counts if found is not None else (0, 0)

    def may_move(self, move: Move) -> bool:
        """Whether a provision may go to a place."""
        return move.is_possible(self.draft)

    def words_when_moved(self, move: Move) -> str:
        """Give what a provision would be called at a place, "" where it may not go."""
        step = move.step(self.draft, self._new_id)
        if step is None:
            return ""
        moved = Draft(apply_step(self.act, step))
        return capital(address_words(moved, move.unit_id))

    # -- being told ---------------------------------------------------------------------------------

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell every change to a listener, behind those that came before it.

        Returns:
            What ends that; calling it again does nothing.
        """
        self._listeners.append(listener)

        def end() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    def _tell(self, changed: Changed) -> None:
        """Every listener hears of a change before any hears of one that this brought about."""
        self._untold.append(changed)
        if len(self._untold) > 1:
            return
        try:
            while self._untold:
                for listener in tuple(self._listeners):
                    listener(self._untold[0])
                del self._untold[0]
        finally:
            self._untold.clear()

    # -- doing ------------------------------------------------------------------------------------

    def do(self, command: Command | TypeWords | Undo | Redo) -> Changed | None:
        """Carry a command out and tell what changed.

        Returns:
            What everybody was told; None where the command makes no sense and nothing is changed.

        Raises:
            EditRefused: QC-D002 a text that is brought in has other components.
        """
        match command:
            case TypeWords():
                return self._type(command)
            case Undo():
                return self._turn(self.draft.undo)
            case Redo():
                return self._turn(self.draft.redo)
        with collector_paused():
            before = self.act
            step = command.step(self.draft, self._new_id)
            if step is not None:
                step = replace(step, caret_before=self.caret)
                self.draft.do(step)
            if isinstance(command, TakeTheirs):
                self.clash = None
            return self._done(before, step)

    def take_back(self, steps: Sequence[Step]) -> None:
        """Take back steps that a stopped program left, the newest first; each can be had again."""
        before = self.act
        edits: list[Edit] = []
        for step in reversed(steps):
            self.draft.do(step.inverse)
            edits += step.inverse.edits
        if steps:
            self._done(before, Step(steps[0].said, tuple(edits)))

    def _type(self, typed: TypeWords) -> Changed | None:
        draft, owner = self.draft, typed.unit_id
        at = (typed.slot, typed.block, typed.text, typed.marks)
        if is_frame(typed.slot):
            step = draft.type_frame(typed_frame(draft.component(owner), *at), self.caret)
        else:
            step = draft.type_words(typed_unit(draft.unit(owner), *at), self.caret)
        if step is None:
            return None
        self._marks.stale.add(owner)
        changed = Changed(step, frozenset((owner,)), is_typed=True)
        self._tell(changed)
        return changed

    def _turn(self, turn: Callable[[], Step | None]) -> Changed | None:
        """Undo or redo. A stack that was kept for another text than this is of no use."""
        before = self.act
        try:
            step = turn()
        except EditRefused:
            self.draft.forget()
            self._tell(Changed())
            return None
        return self._done(before, step and _standing(step))

    def _done(self, before: Act, step: Step | None) -> Changed | None:
        if step is None:
            return None
        if step.caret_after is not None and step.edits:
            self.caret = step.caret_after
        elif step.focus:
            self.caret = Spot(step.focus, "", 0, 0)
        self._marks.compare(self.act)
        changed = Changed(step, changed_units(before, self.act, step))
        self._tell(changed)
        return changed

    # -- the caret, and what is asked -----------------------------------------------------------------

    def put_caret(self, spot: Spot) -> None:
        """Note where the caret stands. In another provision what is typed is a step of its own."""
        was, self.caret = self.caret, spot
        if was is not None and was.unit_id == spot.unit_id:
            return
        self.end_burst()
        if self._marks.stale - {spot.unit_id}:
            self.rest()
        self._tell(Changed())

    def end_burst(self) -> None:
        """Let the next typing be a step of its own."""
        self.draft.end_burst()

    def rest(self) -> None:
        """Typing rests: compare what was typed in with the base."""
        compared = self._marks.compare_stale(self.draft)
        if compared:
            self._tell(Changed(units=compared))

    def meet(self, clash: ClashError) -> None:
        """Note that another person recorded some of the same provisions."""
        self.clash = clash
        self._tell(Changed())

    def keep_mine(self) -> None:
        """Let the words of this person stand where another's were recorded; both stay in the history.
        Other provisions of the same recording are not settled by it."""
        clash, self.clash = self.clash, None
        if clash is not None:
            self.seen = {**self.seen, **clash.recordings}
            self._tell(Changed())


def _standing(step: Step) -> Step:
    """A step that was taken back or done again: behind the words where no caret was noted."""
    if step.caret_after is not None or len(step.edits) != 1:
        return step
    edit = step.edits[0]
    return replace(step, caret_after=changed_end(edit)) if isinstance(edit, Words) else step
