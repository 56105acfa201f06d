"""Backups of the workspace: by hand, once a day by itself, and putting one back."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from quyche_app.domain.errors import StorageError
from quyche_app.domain.messages import Message, message
from quyche_app.services.workspace import Workspace
from quyche_app.storage.copies import FOLDER, Kept, copy_workspace, put_back
from quyche_app.storage.engine import is_server_url

__all__ = [
    "FOLDER",
    "Kept",
    "backup",
    "daily_backup",
    "kept_words",
    "refuse_server",
    "restore",
    "restore_keeping",
]

_KEPT = 30


def backup(ws: Workspace, file: Path, *, force: bool = False) -> Path:
    """Write a copy of the whole workspace; give its file.

    Args:
        force: whether a file of that name may be replaced.

    Raises:
        StorageError: QC-S084 the workspace is a server's, or the copy cannot be written there.
    """
    copy_workspace(_folder(ws.place), file, force=force)
    return file


def daily_backup(ws: Workspace) -> Path | None:
    """Write the copy of today beside the workspace unless it is there; the newest thirty are kept.
    None for a server, whose own backups its keeper makes."""
    folder = Path(ws.place)
    if not folder.is_dir():
        return None
    file = folder / FOLDER / f"kho-{date.today():%Y-%m-%d}.db"
    if not file.is_file():
        copy_workspace(folder, file, force=True)  # another window may make the same one just now
        for old in sorted(file.parent.glob("kho-????-??-??.db"))[:-_KEPT]:
            old.unlink(missing_ok=True)
    return file


def restore(file: Path, where: str) -> Path | None:
    """Make a copy the workspace of a folder; give where the one that was there is kept.

    Raises:
        StorageError: as ``restore_keeping``.
    """
    kept = restore_keeping(file, where)
    return kept.file if kept else None


def restore_keeping(file: Path, where: str) -> Kept | None:
    """Make a copy the workspace of a folder; tell how the one that was there is kept.

    A damaged workspace is moved aside as it is. Programs that have it open cannot write to it any more.

    Raises:
        StorageError: the file is no copy, the place is a server, or cannot be written.
    """
    folder = _folder(where)
    kept = folder / FOLDER / f"truoc-khoi-phuc-{datetime.now():%Y-%m-%d-%H%M%S}.db"
    return put_back(file, folder, kept)


def kept_words(kept: Kept) -> Message:
    """Give what a person is told of the workspace that was there before."""
    if kept.is_sound:
        return message("restore.kept", "Kho trước đó được giữ ở {file}.", file=kept.file)
    return message(
        "restore.kept_raw",
        "Kho trước đó không sao chép được (đã hỏng, hoặc hết chỗ); các tệp của nó được "
        "giữ nguyên ở {file}.",
        file=kept.file,
    )


def refuse_server(where: str) -> None:
    """Raise when a workspace is not ours to copy: its server has its own tools.

    Raises:
        StorageError: QC-S084 the workspace is a server's.
    """
    _folder(where)


def _folder(where: str) -> Path:
    if is_server_url(where) or where.startswith("postgresql"):
        raise StorageError(
            message(
                "QC-S084",
                "Kho dùng chung trên máy chủ được sao lưu bằng công cụ của máy chủ (pg_dump).",
            ),
        )
    return Path(where).expanduser()
