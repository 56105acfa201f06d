"""Editing a draft: opened with what a crash left, journalled step by step, saved as recordings.

Every step is a line of the draft's journal before the next key is taken; a recording of the
workspace takes the place of the lines it holds. What stops the program loses nothing that was in the
journal (ui.md 1 and 4.3).
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TextIO

from quyche_app.domain.acts import Act
from quyche_app.domain.errors import ClashError, QuyCheError, StorageError
from quyche_app.drafting.draft import Draft
from quyche_app.drafting.edits import EditRefused, Step, apply_step
from quyche_app.drafting.records import decode_step, encode_step
from quyche_app.drafting.taking import take_units
from quyche_app.services.drafts import Recorded, draft_base, record_edits
from quyche_app.services.holds import Hold
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
    """

    stopped_at: datetime
    steps: tuple[Step, ...]
    left_out: int


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
            self.workspace, self.draft_id, self.act, since=self.since, based_on=self.based_on,
            seen=self.seen, why=self.why,
        )


class Editing:
    """A draft open for editing; one at a time for each draft and program.

    Attributes:
        document: the draft's row of the library.
        draft: the text with its undo stack.
        base: the text it began from.
        recovered: what a crash had left; None when the last program closed in order.
    """

    def __init__(
        self, workspace: Workspace, document: DocumentRow, base: DraftBase, draft: Draft, saved: Act,
        based_on: int, journal: Journal, recovered: Recovered | None,
        seen: Mapping[str, int] | None = None,
    ) -> None:
        self.document = document
        self.base = base
        self.draft = draft
        self.recovered = recovered
        self._workspace = workspace
        self._based_on = based_on
        # Of these provisions the screen has what a recording after _based_on holds, of others not.
        self._seen: dict[str, int] = dict(seen or {})
        self._newest = based_on
        self._journal = journal
        self._saved_act = saved
        draft.heard.append(journal.write)

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
            self._workspace, self.document.id, self.draft.act, self._saved_act, self._based_on,
            self._seen, why, self._journal.line_count,
        )

    def finish_save(self, saving: Saving, recorded: Recorded) -> None:
        """Take note of what came of a recording; the journal keeps what was typed while it was made.

        Where others recorded meanwhile, the screen is the text of no recording: it stays based on the
        one it began from, with what this person recorded since, and so does the journal.
        """
        self._newest, self._saved_act = recorded.number, saving.act
        if recorded.follows == self._based_on:
            self._based_on, self._seen = recorded.number, {}
            self._journal.begin(recorded.number, saving.line_count)
        else:
            self._seen = {**self._seen, **recorded.seen}
            self._journal.begin(self._based_on, 0, self._seen)

    def discard_recovered(self) -> None:
        """Take back what was replayed from the journal."""
        for step in reversed(self.recovered.steps if self.recovered else ()):
            self.draft.do(step.inverse)
        self.recovered = None

    def take_over(self, clash: ClashError) -> None:
        """Let the words of this person stand where another's were recorded meanwhile; both stay in
        the history. Other provisions of the same recording are not settled by it."""
        self._seen = {**self._seen, **clash.recordings}

    def yield_to(self, clash: ClashError) -> None:
        """Put what the other person recorded into the draft, as a step of its own: words, and whether
        and where a provision stands. What could not be taken clashes again at the next saving."""
        theirs = text_as_at(
            self._workspace, self.document.id, known_at=max(clash.recordings.values())).act
        step = take_units(self.draft.act, theirs, clash.unit_ids, "lấy bản của người khác")
        if step is not None:
            self.draft.do(step)

    def close(self) -> None:
        """Save and let go of the journal.

        Raises:
            StorageError: as ``save``; the journal stays and is replayed next time.
        """
        try:
            self.save()
        except QuyCheError:
            self._journal.let_go()
            raise
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
    journal = Journal(folder or _journal_folder(ws), draft_id)
    journal.hold()
    try:
        return _opened(ws, draft_id, journal, newest)
    except QuyCheError:
        journal.let_go()
        raise


def _opened(
    ws: Workspace, draft_id: str, journal: Journal, newest: TextAt | None
) -> Editing:
    left = journal.read()
    # What a crash left is replayed on the text it was typed on, though others have saved since.
    known_at = left.based_on if left and left.lines else None
    if newest is not None and known_at in (None, newest.known_at):
        text = newest
    else:
        text = text_as_at(ws, draft_id, known_at=known_at)
    draft = Draft(text.act)
    recovered = _replayed(left, draft) if left and left.lines else None
    if recovered is None:
        journal.begin(text.known_at)
    elif recovered.left_out:
        journal.keep_copy()
    base = draft_base(ws, draft_id, text)
    seen = left.seen if left and recovered else None
    return Editing(ws, text.document, base, draft, text.act, text.known_at, journal, recovered, seen)


def _journal_folder(ws: Workspace) -> Path:
    place = Path(ws.place)
    if place.is_dir():
        return place / FOLDER
    from platformdirs import user_data_path

    return user_data_path("quyche", appauthor=False) / FOLDER


def _replayed(left: _Left, draft: Draft) -> Recovered:
    """Carry out what a journal holds, as far as it goes."""
    steps: list[Step] = []
    for line in left.lines:
        try:
            step = decode_step(line)
            draft.act = apply_step(draft.act, step)
        except (ValueError, EditRefused):
            break
        steps.append(step)
    draft.done = list(steps)
    return Recovered(left.written_at, tuple(steps), len(left.lines) - len(steps))


@dataclass(frozen=True, slots=True)
class _Left:
    based_on: int
    lines: Sequence[str]
    written_at: datetime
    seen: Mapping[str, int] = field(default_factory=dict)


class Journal:
    """The steps of one draft since its last recording, one a line, in a file of its own."""

    def __init__(self, folder: Path, draft_id: str) -> None:
        self._path = folder / f"{draft_id}.jsonl"
        self._file: TextIO | None = None
        self._lines: list[str] = []
        self._hold = Hold(folder / f"{draft_id}.khoa")

    def hold(self) -> None:
        """Keep other windows of this machine from writing the same journal.

        Raises:
            StorageError: QC-S061 one of them has the draft open; QC-S060 the folder cannot be written.
        """
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            is_held = self._hold.take()
        except OSError as cause:
            raise _unwritable(self._path, cause) from cause
        if not is_held:
            raise StorageError(
                "QC-S061", "Dự thảo này đang mở ở một cửa sổ khác trên máy; ở đây chỉ xem được.",
                place=str(self._path))

    def let_go(self) -> None:
        """Let other windows write; the file stays for them."""
        self._close()
        self._hold.release()

    @property
    def line_count(self) -> int:
        """How many steps it holds."""
        return len(self._lines)

    def read(self) -> _Left | None:
        """Give what the file holds; None when there is none. A last line that was cut is kept as it
        is: it does not decode."""
        try:
            head, *lines = self._path.read_text(encoding="utf-8", errors="replace").splitlines()
            based_on, seen = _head(head)
            written = datetime.fromtimestamp(self._path.stat().st_mtime).astimezone()
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError):
            return None
        except OSError as cause:
            raise _unwritable(self._path, cause) from cause
        self._lines = [line + "\n" for line in lines]
        return _Left(based_on, lines, written, seen)

    def begin(
        self, based_on: int, behind: int | None = None, seen: Mapping[str, int] | None = None
    ) -> None:
        """Begin anew behind a recording: a new file takes the place of the old one at once.

        Args:
            behind: how many steps the recording holds, later ones are kept; None = all of them.
            seen: provisions of which a later recording was seen.

        Raises:
            StorageError: QC-S060 the folder cannot be written.
        """
        self._close()
        kept = [] if behind is None else self._lines[behind:]
        fresh = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with fresh.open("w", encoding="utf-8", newline="\n") as file:
                file.write(json.dumps({"based_on": based_on, "seen": dict(seen or {})}) + "\n")
                file.writelines(kept)
                file.flush()
                os.fsync(file.fileno())
            os.replace(fresh, self._path)
        except OSError as cause:
            raise _unwritable(self._path, cause) from cause
        self._lines = kept

    def write(self, step: Step) -> None:
        """Add a step; it survives the end of the program when this returns.

        Raises:
            StorageError: QC-S060 no room or no permission.
        """
        try:
            if self._file is None:
                self._file = self._path.open("a", encoding="utf-8", newline="\n")
            line = encode_step(step) + "\n"
            self._file.write(line)
            self._file.flush()
            self._lines.append(line)
        except OSError as cause:
            raise _unwritable(self._path, cause) from cause

    def keep_copy(self) -> None:
        """Keep the file beside, for what could not be replayed."""
        try:
            shutil.copyfile(self._path, self._path.with_suffix(".con-lai"))
        except OSError as cause:
            raise _unwritable(self._path, cause) from cause

    def remove(self) -> None:
        """Take the file away: everything in it is recorded."""
        self._close()
        self._path.unlink(missing_ok=True)
        self._hold.release()

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def _head(line: str) -> tuple[int, dict[str, int]]:
    """What the first line of a journal says: the recording, and what was seen since."""
    head = json.loads(line)
    return int(head["based_on"]), {str(u): int(number) for u, number in dict(head.get("seen", {})).items()}


def _unwritable(path: Path, cause: OSError) -> StorageError:
    return StorageError(
        "QC-S060",
        "Không ghi được nhật ký của dự thảo. Hãy kiểm tra ổ đĩa còn chỗ và quyền ghi; chữ đang sửa vẫn "
        "còn trên màn hình.", place=str(path), detail=str(cause),
    )
