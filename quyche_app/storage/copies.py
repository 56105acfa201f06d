"""Copies of a whole SQLite workspace: made while it is in use, checked, put back.

Source: https://www.sqlite.org/backup.html (the online backup sees one state of the database).
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from quyche_app.domain.errors import StorageError
from quyche_app.storage.engine import DATABASE_NAME
from quyche_app.storage.schema import newer_error
from quyche_app.storage.tables import SCHEMA_VERSION


def copy_workspace(folder: Path, to: Path) -> None:
    """Write a copy of the workspace in a folder; a file appears whole or not at all.

    Raises:
        StorageError: QC-S080 there is no workspace, QC-S081 the copy cannot be written or is not sound.
    """
    source = folder / DATABASE_NAME
    if not source.is_file():
        raise StorageError("QC-S080", f"Không có kho ở {folder}.", place=str(folder))
    fresh = to.with_name(to.name + ".moi")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        with closing(sqlite3.connect(source)) as now, closing(sqlite3.connect(fresh)) as copy:
            now.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
        _check(fresh)
        os.replace(fresh, to)
    except (OSError, sqlite3.Error) as cause:
        _forget(fresh)
        raise StorageError(
            "QC-S081", f"Không ghi được bản sao lưu {to}. Hãy kiểm tra chỗ trống và quyền ghi.",
            place=str(to), detail=str(cause)) from cause


def put_back(copy: Path, folder: Path, kept: Path) -> None:
    """Make a copy the workspace of a folder.

    Args:
        kept: where the workspace that was there is put, so that nothing is lost.

    Raises:
        StorageError: QC-S085 there is no such file, QC-S082 it is no sound copy, QC-S083 the folder
            cannot be written, QC-S012 the copy was made by a newer program.
    """
    if not copy.is_file():
        raise StorageError("QC-S085", f"Không có tệp {copy}.", place=str(copy))
    try:
        _check(copy)
        _refuse_newer(copy)
    except (OSError, sqlite3.Error) as cause:
        raise StorageError(
            "QC-S082", f"{copy} không phải là bản sao lưu dùng được của Quy Chế.", place=str(copy),
            detail=str(cause)) from cause
    place = folder / DATABASE_NAME
    fresh = folder / (DATABASE_NAME + ".moi")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        with closing(sqlite3.connect(copy)) as source, closing(sqlite3.connect(fresh)) as target:
            source.backup(target)
        if place.is_file():
            copy_workspace(folder, kept)
        for tail in ("-wal", "-shm"):
            Path(f"{place}{tail}").unlink(missing_ok=True)
        os.replace(fresh, place)
    except (OSError, sqlite3.Error) as cause:
        _forget(fresh)
        raise StorageError(
            "QC-S083", f"Không khôi phục được vào {folder}. Kho đang có vẫn như trước.",
            place=str(folder), detail=str(cause)) from cause


def _check(file: Path) -> None:
    """Raise unless a file is a sound workspace."""
    if not file.is_file():
        raise FileNotFoundError(file)
    with closing(sqlite3.connect(f"file:{file.as_posix()}?mode=ro", uri=True)) as connection:
        (verdict,) = connection.execute("PRAGMA quick_check").fetchone()
        if verdict != "ok":
            raise sqlite3.DatabaseError(str(verdict))
        connection.execute("SELECT uuid FROM workspace").fetchone()


def _refuse_newer(file: Path) -> None:
    """Raise when this program could not open the copy once it is in place."""
    with closing(sqlite3.connect(f"file:{file.as_posix()}?mode=ro", uri=True)) as connection:
        (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if str(version) > SCHEMA_VERSION:  # four digits each
        raise newer_error(str(version))


def _forget(file: Path) -> None:
    """Take away what was half written, where there is something."""
    with suppress(OSError):
        file.unlink(missing_ok=True)
