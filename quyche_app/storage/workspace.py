"""A workspace: one database, and its units of work."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine

from quyche_app.domain.errors import StorageError
from quyche_app.domain.messages import message
from quyche_app.storage.copies import FOLDER, copy_workspace
from quyche_app.storage.engine import (
    DATABASE_NAME,
    is_server_url,
    lock_for_writing,
    server_engine,
    sqlite_engine,
    transaction,
)
from quyche_app.storage.schema import quick_version, refuse_newer, upgrade
from quyche_app.storage.tables import SCHEMA_VERSION


class Workspace:
    """An open workspace. ``reading`` and ``writing`` give one transaction each.

    Attributes:
        place: what a person calls it: the folder, or the address without its password.
        person: who works with it, "" = the user of the computer.
    """

    def __init__(self, engine: Engine, place: str, file: Path | None = None) -> None:
        self._engine = engine
        self._file = file
        self._opened = _identity(file)
        self.place = place
        self.person = ""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that sees one state of the workspace and writes nothing."""
        with transaction(self._engine, self.place, writes=False) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that no other writer can come between: whole or not at all.

        Raises:
            StorageError: QC-S012 a newer program migrated the workspace meanwhile, QC-S015 another file
                was put in its place; nothing is written.
        """
        with transaction(self._engine, self.place, writes=True) as connection:
            lock_for_writing(connection)
            refuse_newer(connection)
            yield connection
            self._refuse_when_gone()

    def _know_file(self) -> None:
        """Take note of a file that opening has made; one that was there is still the same.

        Raises:
            StorageError: QC-S015 it was put in the place of another one meanwhile.
        """
        if self._opened is None:
            self._opened = _identity(self._file)
        self._refuse_when_gone()

    def _refuse_when_gone(self) -> None:
        """Raise when the file that is open has no name any more: a backup was put in its place, or it
        was taken away. What is committed to it nobody would ever see.

        Raises:
            StorageError: QC-S015; the transaction is rolled back.
        """
        if self._file is not None and _identity(self._file) != self._opened:
            raise StorageError(
                message(
                    "QC-S015",
                    "Kho {place} đã bị thay bằng kho khác (khôi phục, chép đè) hoặc bị xóa trong "
                    "khi đang mở. Chưa ghi gì; hãy mở lại kho rồi làm lại.",
                    place=self.place,
                ),
                place=self.place,
            )

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()


def open_at(where: str | Path) -> Workspace:
    """Open a folder or a ``postgresql://`` address as a workspace; a new one gets its tables.

    Raises:
        StorageError: no permission, no room, or not a workspace.
    """
    if is_server_url(str(where)):
        engine = server_engine(str(where))
        shown = engine.url.set(drivername="postgresql").render_as_string(hide_password=True)
        workspace = Workspace(engine, shown)
    else:
        folder = _folder(Path(where).expanduser())
        file = folder / DATABASE_NAME
        workspace = Workspace(sqlite_engine(file), str(folder), file)
    try:
        _prepare(workspace)
        workspace._know_file()
    except StorageError:
        workspace.close()
        raise
    return workspace


def _identity(file: Path | None) -> tuple[int, int] | None:
    """What tells a file from another one of the same name; None when there is none."""
    try:
        found = file.stat() if file is not None else None
    except OSError:
        return None
    return None if found is None else (found.st_dev, found.st_ino)


def _folder(folder: Path) -> Path:
    try:
        if folder.is_file():
            raise StorageError(
                message("QC-S013", "{folder} là một tệp, không phải thư mục kho.", folder=folder),
                place=str(folder),
            )
        folder.mkdir(parents=True, exist_ok=True)
        is_new = not (folder / DATABASE_NAME).exists()
    except PermissionError:
        raise _no_permission(folder) from None
    except OSError as cause:
        raise StorageError(
            message(
                "QC-S014",
                "Không tạo được thư mục kho {folder}: {reason}.",
                folder=folder,
                reason=cause.strerror or str(cause),
            ),
            place=str(folder),
        ) from cause
    if is_new and not os.access(folder, os.W_OK | os.X_OK):
        raise _no_permission(folder)
    return folder


def _no_permission(folder: Path) -> StorageError:
    return StorageError(
        message(
            "QC-S022",
            "Không có quyền ghi vào kho {folder}. Hãy kiểm tra quyền hoặc chọn thư mục khác.",
            folder=folder,
        ),
        place=str(folder),
    )


def _keep_before_upgrade(folder: Path, version: str) -> None:
    """Keep the workspace as the older program left it, once: what a migration does cannot be undone.

    Raises:
        StorageError: QC-S081 there is no room for it; nothing was migrated.
    """
    kept = folder / FOLDER / f"truoc-nang-cap-{version}.db"
    if kept.exists():
        return
    try:
        copy_workspace(folder, kept)
    except StorageError as error:
        if error.code != "QC-S086":  # another program keeps it at this moment
            raise


def _prepare(workspace: Workspace) -> None:
    engine = workspace._engine
    if engine.dialect.name == "sqlite":
        with workspace.reading() as connection:
            version = quick_version(connection)
        if version == SCHEMA_VERSION:
            return
        if version is not None and version < SCHEMA_VERSION:  # four digits each
            _keep_before_upgrade(Path(workspace.place), version)
    with transaction(engine, workspace.place, writes=True) as connection:
        upgrade(connection)
