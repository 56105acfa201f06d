"""The crash journal of a draft: a head line, then one step a line, in a file of its own.

    {"version":2,"based_on":11,"seen":{"01a2…":12}}
    [["step.type_at","gõ chữ tại {place}",{"place":"khoản 1 Điều 4"}],"01a2…",[["w",…]]]

The version is that of the whole file: of the head here, of the steps in ``drafting.records``. A head
without one is of version 1, whose steps were named by words; it is read too.

A line ends with a line feed and with nothing else. The words of a text may hold other characters that
part lines (U+2028, U+2029, U+0085), so the file is cut as bytes.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from quyche_app.domain.errors import StorageError
from quyche_app.domain.messages import message
from quyche_app.drafting.edits import Step
from quyche_app.drafting.records import encode_step
from quyche_app.services.holds import Hold

VERSION = 2
_END = b"\n"


@dataclass(frozen=True, slots=True)
class Left:
    """What a stopped program left.

    Attributes:
        based_on: the recording that the steps were made on; None where the head cannot be read.
        seen: provision → the later recording of which the screen had it, where it had one.
        lines: the steps, each as it stands in the file, without its end.
        is_damaged: the head cannot be read, or the last line has no end.
        written_at: when the last line was written.
    """

    based_on: int | None
    lines: tuple[bytes, ...]
    is_damaged: bool
    written_at: datetime
    seen: Mapping[str, int] = field(default_factory=dict)


class Journal:
    """The steps of one draft since its last recording.

    Attributes:
        troubled: called when a step cannot be written (QC-S060), once until writing succeeds again.
            Steps that are not in the file are written with the next one.
    """

    def __init__(self, folder: Path, draft_id: str) -> None:
        self.troubled: Callable[[StorageError], None] | None = None
        self._path = folder / f"{draft_id}.jsonl"
        self._hold = Hold(folder / f"{draft_id}.khoa")
        self._handle: int | None = None
        self._lines: list[bytes] = []
        self._written = 0  # how many of the lines are in the file
        self._size = 0  # bytes of the file up to the end of the last of them
        self._is_troubled = False

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
                message(
                    "QC-S061", "Dự thảo này đang mở ở một cửa sổ khác trên máy; ở đây chỉ xem được."
                ),
                place=str(self._path),
            )

    def let_go(self) -> None:
        """Let other windows write; the file stays for them."""
        self._close()
        self._hold.release()

    @property
    def line_count(self) -> int:
        """How many steps it holds."""
        return len(self._lines)

    def read(self) -> Left | None:
        """Give what the file holds; None when nothing was typed since the last recording.

        Raises:
            StorageError: QC-S060 the file cannot be read; QC-S063 a newer program wrote it.
        """
        try:
            data = self._path.read_bytes()
            written = datetime.fromtimestamp(self._path.stat().st_mtime).astimezone()
        except FileNotFoundError:
            return None
        except OSError as cause:
            raise _unwritable(self._path, cause) from cause
        head, *lines = data.split(_END)
        if _version(head) > VERSION:
            raise _newer(self._path)
        based_on, seen = _head(head)
        is_cut = bool(lines and lines[-1])
        steps = tuple(line for line in lines if line)
        if based_on is None and _is_list(head):
            steps = (head, *steps)  # the head is gone, and nothing else
        if not steps and (based_on is not None or not head):
            return None
        self._lines = [line + _END for line in steps]
        self._written, self._size = len(steps), len(data)
        return Left(based_on, steps, based_on is None or is_cut, written, seen)

    def begin(
        self, based_on: int, behind: int | None = None, seen: Mapping[str, int] | None = None
    ) -> None:
        """Begin anew behind a recording: a new file takes the place of the old one at once.

        Args:
            behind: how many steps the recording holds, later ones are kept; None = all of them.
            seen: provisions of which a later recording was seen.

        Raises:
            StorageError: QC-S060 the folder cannot be written; the old file stays as it was.
        """
        self._begin(based_on, [] if behind is None else self._lines[behind:], seen or {})

    def begin_with(self, based_on: int, steps: Sequence[Step], seen: Mapping[str, int]) -> None:
        """Begin anew with the steps that could be read.

        Raises:
            StorageError: QC-S060 as ``begin``.
        """
        self._begin(based_on, [_line(step) for step in steps], seen)

    def _begin(self, based_on: int, kept: list[bytes], seen: Mapping[str, int]) -> None:
        self._close()
        fresh = self._path.with_suffix(".new")
        head = {"version": VERSION, "based_on": based_on, "seen": dict(seen)}
        data = json.dumps(head).encode() + _END + b"".join(kept)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with fresh.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(fresh, self._path)
        except OSError as cause:
            with suppress(OSError):  # the same trouble may stand in the way
                fresh.unlink(missing_ok=True)
            raise _unwritable(self._path, cause) from cause
        self._lines, self._written, self._size = kept, len(kept), len(data)
        self._is_troubled = False

    def finish(self, based_on: int, behind: int, seen: Mapping[str, int] | None = None) -> None:
        """Begin anew behind a recording; where that cannot be written, the old file goes on: replayed
        on the old text it gives the same words."""
        try:
            self.begin(based_on, behind, seen)
        except StorageError as error:
            self._tell(error)

    def write(self, step: Step) -> None:
        """Add a step; it survives the end of the program when this returns, unless ``troubled`` was
        called. Nothing is raised: the step is in the draft already."""
        self._lines.append(_line(step))
        try:
            self._catch_up()
        except OSError as cause:
            self._close()
            self._tell(_unwritable(self._path, cause))
        else:
            self._is_troubled = False

    def _catch_up(self) -> None:
        """Write every line that is not in the file, behind the last whole one."""
        if self._handle is None:
            flags = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0)
            self._handle = os.open(self._path, flags, 0o644)
            os.ftruncate(self._handle, self._size)
            os.lseek(self._handle, 0, os.SEEK_END)
        data = b"".join(self._lines[self._written :])
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(self._handle, rest) :]
        self._written, self._size = len(self._lines), self._size + len(data)

    def _tell(self, error: StorageError) -> None:
        if self._is_troubled:
            return
        self._is_troubled = True
        if self.troubled is not None:
            self.troubled(error)

    def keep_copy(self) -> Path:
        """Keep the file as it is beside, for what cannot be read; give the copy.

        Raises:
            StorageError: QC-S060 it cannot be written.
        """
        number = 1
        while (copy := self._path.with_suffix(f".{number}.con-lai")).exists():
            number += 1
        try:
            shutil.copyfile(self._path, copy)
        except OSError as cause:
            raise _unwritable(self._path, cause) from cause
        return copy

    def remove(self) -> None:
        """Take the file away: everything in it is recorded."""
        self._close()
        self._path.unlink(missing_ok=True)
        self._hold.release()

    def _close(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _line(step: Step) -> bytes:
    # A half of a pair of surrogates can be typed; json reads it back the same way.
    return encode_step(step).encode("utf-8", "surrogatepass") + _END


def _version(head: bytes) -> int:
    """The version of a file; that of this program where its head cannot be read."""
    try:
        version = json.loads(head).get("version", 1)
    except (ValueError, RecursionError, AttributeError):
        return VERSION
    return version if isinstance(version, int) else VERSION


def _head(line: bytes) -> tuple[int | None, dict[str, int]]:
    """What the first line of a journal says: the recording, and what was seen since."""
    try:
        head = json.loads(line)
        number, seen = head["based_on"], head.get("seen", {})
        known = {str(unit): int(recording) for unit, recording in seen.items()}
    except (ValueError, RecursionError, TypeError, KeyError, AttributeError):
        return None, {}
    return (
        (number, known) if isinstance(number, int) and not isinstance(number, bool) else (None, {})
    )


def _is_list(line: bytes) -> bool:
    return line.startswith(b"[")


def _newer(path: Path) -> StorageError:
    return StorageError(
        message(
            "QC-S063",
            "Nhật ký của dự thảo này do phiên bản mới hơn của Quy Chế ghi; ở đây chỉ xem "
            "được dự thảo. Hãy cập nhật chương trình rồi mở lại; chữ trong nhật ký còn "
            "nguyên.",
        ),
        place=str(path),
    )


def _unwritable(path: Path, cause: OSError) -> StorageError:
    return StorageError(
        message(
            "QC-S060",
            "Không ghi được nhật ký của dự thảo. Hãy kiểm tra ổ đĩa còn chỗ và quyền ghi; "
            "chữ đang sửa vẫn còn trên màn hình.",
        ),
        place=str(path),
        detail=str(cause),
    )
