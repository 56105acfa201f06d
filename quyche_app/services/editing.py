"""Editing a draft: opened with what a crash left, journalled step by step, saved as recordings.

Every step is a line of the draft's journal before the next key is taken; a recording of the
workspace takes the place of the lines it holds. What stops the program loses nothing that was in the
journal (docs/window.md 1 and 4.3).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quyche_app.domain.acts import Act
from quyche_app.domain.errors import ClashError, QuyCheError, StorageError
from quyche_app.drafting.differences import BaseText
from quyche_app.drafting.draft import Draft
from quyche_app.drafting.edits import Step
from quyche_app.drafting.policy import Numbering
from quyche_app.drafting.records import decode_step
from quyche_app.drafting.replaying import Replay
from quyche_app.drafting.session import DraftSession, TakeTheirs
from quyche_app.services.drafts import Recorded, draft_base, record_edits
from quyche_app.services.journal import Journal, Left
from quyche_app.services.kept_undo import KeptUndo
from quyche_app.services.remarks import choices_of
from quyche_app.services.text_as_at import text_as_at
from quyche_app.services.views import DocumentRow, DraftBase, TextAt
from quyche_app.services.workspace import Workspace

FOLDER = "nhat-ky"


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a stopped program left in the journal.

    Attributes:
        stopped_at: when its last line was written.
        steps: what was replayed, the oldest first.
        left_out: lines that were cut or did not fit the text any more.
        kept_in: the file that the journal was kept in as it was found; None when all of it was read.
    """

    stopped_at: datetime
    steps: tuple[Step, ...]
    left_out: int
    kept_in: Path | None = None


@dataclass(frozen=True, slots=True)
class Saving:
    """A recording about to be made; ``record`` may run in another thread."""

    workspace: Workspace
    draft_id: str
    act: Act
    since: Act
    based_on: int
    seen: Mapping[str, int]
    why: str
    line_count: int

    def record(self) -> Recorded:
        """Record the text.

        Raises:
            StorageError: as ``Editing.save``.
        """
        return record_edits(
            self.workspace,
            self.draft_id,
            self.act,
            since=self.since,
            based_on=self.based_on,
            seen=self.seen,
            why=self.why,
        )


class Editing:
    """A draft open for editing; one at a time for each draft and program.

    Attributes:
        document: the draft's row of the library.
        session: the text in the hands of the person, with its undo stack, marks and clashes.
        base: the text it began from.
        recovered: what a crash had left; None when the last program closed in order.
    """

    def __init__(
        self,
        workspace: Workspace,
        document: DocumentRow,
        base: DraftBase,
        draft: Draft,
        saved: Act,
        based_on: int,
        journal: Journal,
        recovered: Recovered | None,
        kept_undo: KeptUndo,
    ) -> None:
        self.document = document
        self.base = base
        self.session = DraftSession(draft, BaseText(base.act))
        self.recovered = recovered
        self._workspace = workspace
        # Of what the session has seen the screen has what a later recording holds, of the rest not.
        self._based_on = based_on
        self._newest = based_on
        self._journal = journal
        self._kept_undo = kept_undo
        self._saved_act = saved
        draft.heard.append(journal.write)

    @property
    def draft(self) -> Draft:
        """The text with its undo stack."""
        return self.session.draft

    def tell_trouble_to(self, listener: Callable[[StorageError], None]) -> None:
        """Call one listener, in place of the one before, when the journal cannot be written: with
        QC-S060, once until it can be written again. What is typed meanwhile is in the draft, and in
        the journal as soon as there is room."""
        self._journal.troubled = listener

    @property
    def is_saved(self) -> bool:
        """Whether the workspace has everything that the draft has."""
        return self._saved_act is self.draft.act

    def save(self, why: str = "") -> int:
        """Record the text of the draft; give the recording's number. Without a change nothing is
        recorded, unless ``why`` names a milestone.

        Raises:
            StorageError: somebody changed the same provisions meanwhile (the detail has both texts),
                no room, no permission; the journal keeps everything.
        """
        if self.is_saved and not why:
            return self._newest
        saving = self.begin_save(why)
        self.finish_save(saving, saving.record())
        return self._newest

    def begin_save(self, why: str = "") -> Saving:
        """Give what is to be recorded: the text now, whatever is typed meanwhile."""
        return Saving(
            self._workspace,
            self.document.id,
            self.draft.act,
            self._saved_act,
            self._based_on,
            self.session.seen,
            why,
            self._journal.line_count,
        )

    def finish_save(self, saving: Saving, recorded: Recorded) -> None:
        """Take note of what came of a recording; the journal keeps what was typed while it was made.

        Where others recorded meanwhile, the screen is the text of no recording: it stays based on the
        one it began from, with what this person recorded since, and so does the journal.
        """
        self._newest, self._saved_act = recorded.number, saving.act
        if recorded.follows == self._based_on:
            self._based_on, self.session.seen = recorded.number, {}
            self._journal.finish(recorded.number, saving.line_count)
        else:
            self.session.seen = {**self.session.seen, **recorded.seen}
            self._journal.finish(self._based_on, 0, self.session.seen)

    def discard_recovered(self) -> None:
        """Take back what was replayed from the journal."""
        recovered, self.recovered = self.recovered, None
        if recovered is not None:
            self.session.take_back(recovered.steps)

    def take_over(self, clash: ClashError) -> None:
        """Let the words of this person stand where another's were recorded meanwhile; both stay in
        the history. Other provisions of the same recording are not settled by it."""
        self.session.meet(clash)
        self.session.keep_mine()

    def yield_to(self, clash: ClashError) -> None:
        """Put what the other person recorded into the draft, as a step of its own: words, and whether
        and where a provision stands. What could not be taken clashes again at the next saving."""
        self.session.do(TakeTheirs(self.theirs(clash), clash.unit_ids))

    def theirs(self, clash: ClashError) -> Act:
        """Give the text that another person recorded; any thread may ask."""
        newest = max(clash.recordings.values())
        return text_as_at(self._workspace, self.document.id, known_at=newest).act

    def close(self) -> None:
        """Save and let go of the journal; what can be taken back is kept for the next time.

        Raises:
            StorageError: as ``save``; the journal stays and is replayed next time.
        """
        try:
            self.save()
        except QuyCheError:
            self._journal.let_go()
            raise
        self._kept_undo.keep(self.draft)
        self._journal.remove()

    def leave_as_it_is(self) -> None:
        """Let go without saving, as when the program ends at once: the journal keeps what was typed."""
        self._journal.let_go()


def open_editing(
    ws: Workspace, draft_id: str, *, folder: Path | None = None, newest: TextAt | None = None
) -> Editing:
    """Open a draft for editing, with what its journal holds.

    Args:
        newest: its text, where it was read just now.
        folder: where journals lie; None = beside the workspace, or in the user's folder for a server.

    Raises:
        StorageError: no such draft, or the journal cannot be written.
    """
    folder = folder or _journal_folder(ws)
    journal = Journal(folder, draft_id)
    journal.hold()
    try:
        return _opened(ws, draft_id, journal, KeptUndo(folder, draft_id), newest)
    except QuyCheError:
        journal.let_go()
        raise


def _opened(
    ws: Workspace, draft_id: str, journal: Journal, kept_undo: KeptUndo, newest: TextAt | None
) -> Editing:
    left = journal.read()
    # What a crash left is replayed on the text it was typed on, though others have saved since.
    text = _text_of(ws, draft_id, left.based_on, newest) if left else None
    is_sure = text is not None
    text = text or newest or text_as_at(ws, draft_id)
    chosen = choices_of(ws, draft_id).get("numbering", Numbering.RECOUNT)
    draft = Draft(text.act, Numbering(chosen))
    recovered = None
    if left is not None:
        recovered = _recovered(journal, left, Replay(draft.act, is_sure), draft, text.known_at)
    if recovered is None:
        journal.begin(text.known_at)
        kept_undo.give_back(draft)
    base = draft_base(ws, draft_id, text)
    editing = Editing(
        ws, text.document, base, draft, text.act, text.known_at, journal, recovered, kept_undo
    )
    if left is not None and recovered is not None:
        editing.session.seen = dict(left.seen)
    return editing


def _journal_folder(ws: Workspace) -> Path:
    place = Path(ws.place)
    if place.is_dir():
        return place / FOLDER
    from platformdirs import user_data_path

    return user_data_path("quyche", appauthor=False) / FOLDER


def _text_of(
    ws: Workspace, draft_id: str, based_on: int | None, newest: TextAt | None
) -> TextAt | None:
    """Give the text that a journal was begun on; None where its head does not say."""
    if based_on is None:
        return None
    if newest is not None and based_on == newest.known_at:
        return newest
    try:
        return text_as_at(ws, draft_id, known_at=based_on)
    except StorageError:  # the head names a time before the draft
        return None


def _recovered(
    journal: Journal, left: Left, replay: Replay, draft: Draft, known_at: int
) -> Recovered:
    """Carry out what a journal holds; what cannot be read is kept beside, and the journal goes on with
    what can."""
    for line in left.lines:
        try:
            step = decode_step(line)
        except ValueError:
            replay.skip()
        else:
            replay.carry_out(step)
    kept_in = None
    if left.is_damaged or replay.left_out:
        kept_in = journal.keep_copy()
        journal.begin_with(known_at, replay.steps, left.seen)
    draft.act, draft.done = replay.act, list(replay.steps)
    for step in replay.steps:
        # The crash may have come between a step and the note of how labels follow after it.
        if step.policy is not None:
            draft.numbering = step.policy.new
    return Recovered(left.written_at, tuple(replay.steps), replay.left_out, kept_in)
