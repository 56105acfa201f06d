"""Copies of a whole SQLite workspace: made while it is in use, checked, put back.

Source: https://www.sqlite.org/backup.html (the online backup sees one state of the database) and
https://www.sqlite.org/howtocorrupt.html (a database goes with its log, or without both).
"""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from quyche_app.domain.errors import StorageError
from quyche_app.domain.identities import uuid7
from quyche_app.domain.messages import message
from quyche_app.storage.engine import BUSY_S, DATABASE_NAME
from quyche_app.storage.schema import newer_error
from quyche_app.storage.tables import SCHEMA_VERSION

FOLDER = "sao-luu"  # beside the database: copies that the program makes by itself
LOGS = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a database


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the workspace that was there before a restore is kept.

    Attributes:
        is_sound: a copy that can be put back; else its files as they were, damaged.
    """

    file: Path
    is_sound: bool


def copy_workspace(folder: Path, to: Path, *, force: bool = False) -> None:
    """Write a copy of the workspace in a folder; a file appears whole or not at all.

    Args:
        force: whether a file that is there may be replaced.

    Raises:
        StorageError: QC-S080 there is no workspace, QC-S025 it is damaged, QC-S081 the copy cannot be
            written, QC-S086 there is such a file, QC-S087 it is a file of the workspace itself,
            QC-S088 what is there is no ordinary file.
    """
    source = folder / DATABASE_NAME
    if not source.is_file():
        raise StorageError(
            message("QC-S080", "Không có kho ở {folder}.", folder=folder), place=str(folder)
        )
    _refuse_target(folder, to, force=force)
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        with _fresh_beside(to) as fresh:
            _copy(source, fresh, "rw")
            _put(fresh, to, force=force)
    except (OSError, sqlite3.Error) as cause:
        if _is_damage(cause):
            raise StorageError(
                message(
                    "QC-S025", "Kho {folder} đã hỏng. Hãy phục hồi từ bản sao lưu.", folder=folder
                ),
                place=str(folder),
                detail=str(cause),
            ) from cause
        raise StorageError(
            message(
                "QC-S081",
                "Không ghi được bản sao lưu {to}. Hãy kiểm tra chỗ trống và quyền ghi.",
                to=to,
            ),
            place=str(to),
            detail=str(cause),
        ) from cause


def _is_damage(cause: Exception) -> bool:
    """Whether what was to be copied is to blame, not the place of the copy."""
    said = getattr(cause, "sqlite_errorcode", None)
    return isinstance(cause, sqlite3.DatabaseError) and (
        said is None or said & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    )


def _refuse_target(folder: Path, to: Path, *, force: bool) -> None:
    """Refuse to write over what a copy must not replace."""
    own = {f"{DATABASE_NAME}{tail}" for tail in ("", *LOGS)}
    if to.name.casefold() in own and to.parent.resolve() == folder.resolve():
        raise StorageError(
            message(
                "QC-S087", "{to} là tệp của chính kho. Hãy chọn tên khác cho bản sao lưu.", to=to
            ),
            place=str(to),
        )
    try:
        mode = to.stat().st_mode
    except OSError:
        return  # nothing there, or writing will say what is wrong
    if not stat.S_ISREG(mode):
        raise StorageError(
            message(
                "QC-S088",
                "{to} là thư mục hoặc thiết bị, không phải tệp thường. Hãy nêu tên một tệp sẽ ghi.",
                to=to,
            ),
            place=str(to),
        )
    if not force:
        raise _exists(to)


def _exists(to: Path) -> StorageError:
    return StorageError(
        message("QC-S086", "Đã có tệp {to}. Muốn ghi đè, thêm --force.", to=to), place=str(to)
    )


@contextmanager
def _fresh_beside(file: Path) -> Iterator[Path]:
    """A name beside a file that nobody uses; what is left there at the end is taken away."""
    fresh = file.with_name(f".{file.name}.{uuid7()}")
    try:
        yield fresh
    finally:
        for tail in ("", *LOGS):
            with suppress(OSError):
                Path(f"{fresh}{tail}").unlink(missing_ok=True)


def _copy(source: Path, fresh: Path, mode: str) -> None:
    with closing(_connected(source, mode)) as now, closing(sqlite3.connect(fresh)) as copy:
        now.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
    _check(fresh)


def _put(fresh: Path, to: Path, *, force: bool) -> None:
    """Give a finished file its name; without ``force`` no other file loses it."""
    if force:
        os.replace(fresh, to)
        return
    try:
        os.link(fresh, to)
    except FileExistsError:
        raise _exists(to) from None
    except OSError:  # a stick or a share without links
        if os.path.lexists(to):
            raise _exists(to) from None
        os.replace(fresh, to)


def put_back(copy: Path, folder: Path, kept: Path) -> Kept | None:
    """Make a copy the workspace of a folder, whatever state the one that is there is in.

    Args:
        kept: where the workspace that was there is put, so that nothing is lost: a copy, or when it is
            damaged its files as they are. Another name near it is taken when it is in use.

    Returns:
        What was kept; None when there was no workspace.

    Raises:
        StorageError: QC-S085 there is no such file, QC-S082 it is no sound copy, QC-S083 the folder
            cannot be written, QC-S012 the copy was made by a newer program, QC-S023 another program
            is writing to the workspace and does not end.
    """
    if not copy.is_file():
        raise StorageError(message("QC-S085", "Không có tệp {copy}.", copy=copy), place=str(copy))
    place = folder / DATABASE_NAME
    if place.is_file():
        place = place.resolve()  # its log lies beside the file itself, not beside a link to it
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _fresh_beside(place) as fresh:
            _make_fresh(copy, fresh)
            if not os.path.lexists(place):
                os.replace(fresh, place)
                return None
            return _swapped(
                fresh, place, _free(kept if _is_folder(kept.parent) else folder / kept.name)
            )
    except OSError as cause:
        raise StorageError(
            message(
                "QC-S083",
                "Không khôi phục được vào {folder}. Kho đang có vẫn như trước.",
                folder=folder,
            ),
            place=str(folder),
            detail=str(cause),
        ) from cause


def _make_fresh(copy: Path, fresh: Path) -> None:
    try:
        _check(copy)
        _refuse_newer(copy)
    except (OSError, sqlite3.Error) as cause:
        raise StorageError(
            message(
                "QC-S082", "{copy} không phải là bản sao lưu dùng được của Quy Chế.", copy=copy
            ),
            place=str(copy),
            detail=str(cause),
        ) from cause
    try:
        _copy(copy, fresh, "ro")  # the person's file stays as it is
    except sqlite3.Error as cause:  # no room
        raise OSError(str(cause)) from cause


def _swapped(fresh: Path, place: Path, kept: Path) -> Kept:
    """Keep the workspace that is there and put the fresh file in its place.

    Nobody else writes between the two: what they would record after the copy would be lost. Who waits
    meanwhile finds another file under the name and does not commit (``Workspace.writing``).
    """
    try:
        if place.stat().st_size == 0:
            raise sqlite3.DatabaseError("empty")  # opening it would take its log away
        _check(place)  # by a reader: one that may write would put the log into a damaged file
        _keep_copy(fresh, place, kept)
        return Kept(kept, True)
    except sqlite3.Error as cause:
        if getattr(cause, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise StorageError(
                message(
                    "QC-S023",
                    "Kho {parent} đang được một chương trình khác ghi. Hãy thử lại sau ít giây.",
                    parent=place.parent,
                ),
                place=str(place.parent),
                detail=str(cause),
            ) from cause
    except OSError:
        if kept.exists():
            raise  # the copy is there, the exchange failed
    # It is damaged, or there is no room for a copy: it is not read any more, only renamed.
    return _moved_aside(fresh, place, kept.with_name(f"{kept.stem}.hong{kept.suffix}"))


def _keep_copy(fresh: Path, place: Path, kept: Path) -> None:
    with closing(_connected(place, "rw")) as holder, _fresh_beside(kept) as copy:
        holder.execute("PRAGMA wal_checkpoint(PASSIVE)")  # the file alone has everything
        holder.execute("BEGIN IMMEDIATE")
        _copy(place, copy, "rw")
        os.replace(copy, kept)
        if sys.platform != "win32":
            _exchange(fresh, place)
    if sys.platform == "win32":  # a file that is open, even here, keeps its name there
        _exchange(fresh, place)


def _is_folder(folder: Path) -> bool:
    """Whether a folder is there, made where it can be."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder.is_dir()


def _renamed(place: Path, kept: Path) -> None:
    try:
        os.link(place, kept)  # so that the place is never empty
    except OSError:
        os.replace(place, kept)


def _moved_aside(fresh: Path, place: Path, kept: Path) -> Kept:
    try:
        _renamed(place, kept)
    except OSError:  # the folder of the backups is on another disk
        kept = place.with_name(kept.name)
        _renamed(place, kept)
    for tail in LOGS:
        with suppress(FileNotFoundError):
            os.replace(f"{place}{tail}", f"{kept}{tail}")
    os.replace(fresh, place)
    return Kept(kept, False)


def _exchange(fresh: Path, place: Path) -> None:
    for tail in LOGS:
        Path(f"{place}{tail}").unlink(missing_ok=True)
    os.replace(fresh, place)


def _free(kept: Path) -> Path:
    """A name that no kept workspace has yet, sound or damaged."""
    number, name = 1, kept
    while any(other.name.startswith(f"{name.stem}.") for other in kept.parent.iterdir()):
        number += 1
        name = kept.with_name(f"{kept.stem}-{number}{kept.suffix}")
    return name


def _connected(file: Path, mode: str) -> sqlite3.Connection:
    """Open a database that is there; none is made. Statements begin and end what they begin and end."""
    return sqlite3.connect(
        f"{file.absolute().as_uri()}?mode={mode}", uri=True, timeout=BUSY_S, isolation_level=None
    )


def _check(file: Path) -> None:
    """Raise unless a file is a sound workspace."""
    if not file.is_file():
        raise FileNotFoundError(file)
    with closing(_connected(file, "ro")) as connection:
        (verdict,) = connection.execute("PRAGMA quick_check").fetchone()
        if verdict != "ok":
            raise sqlite3.DatabaseError(str(verdict))
        if connection.execute("SELECT uuid FROM workspace").fetchone() is None:
            raise sqlite3.DatabaseError("no workspace")


def _refuse_newer(file: Path) -> None:
    """Raise when this program could not open the copy once it is in place."""
    with closing(_connected(file, "ro")) as connection:
        (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if str(version) > SCHEMA_VERSION:  # four digits each
        raise newer_error(str(version))
