"""A workspace: one database, and its units of work."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine

from quyche_app.domain.errors import StorageError
from quyche_app.storage.engine import (
    DATABASE_NAME,
    is_server_url,
    lock_for_writing,
    server_engine,
    sqlite_engine,
    transaction,
)
from quyche_app.storage.schema import quick_version, upgrade
from quyche_app.storage.tables import SCHEMA_VERSION


class Workspace:
    """An open workspace. ``reading`` and ``writing`` give one transaction each.

    Attributes:
        place: what a person calls it: the folder, or the address without its password.
        person: who works with it, "" = the user of the computer.
    """

    def __init__(self, engine: Engine, place: str) -> None:
        self._engine = engine
        self.place = place
        self.person = ""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that sees one state of the workspace and writes nothing."""
        with transaction(self._engine, self.place, writes=False) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that no other writer can come between: whole or not at all."""
        with transaction(self._engine, self.place, writes=True) as connection:
            lock_for_writing(connection)
            yield connection

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
        workspace = Workspace(sqlite_engine(folder / DATABASE_NAME), str(folder))
    try:
        _prepare(workspace)
    except StorageError:
        workspace.close()
        raise
    return workspace


def _folder(folder: Path) -> Path:
    try:
        if folder.is_file():
            raise StorageError(
                "QC-S013", f"{folder} là một tệp, không phải thư mục kho.", place=str(folder)
            )
        folder.mkdir(parents=True, exist_ok=True)
        is_new = not (folder / DATABASE_NAME).exists()
    except PermissionError:
        raise _no_permission(folder) from None
    except OSError as cause:
        raise StorageError(
            "QC-S014", f"Không tạo được thư mục kho {folder}: {cause.strerror or cause}.",
            place=str(folder),
        ) from cause
    if is_new and not os.access(folder, os.W_OK | os.X_OK):
        raise _no_permission(folder)
    return folder


def _no_permission(folder: Path) -> StorageError:
    return StorageError(
        "QC-S022", f"Không có quyền ghi vào kho {folder}. Hãy kiểm tra quyền hoặc chọn thư mục khác.",
        place=str(folder),
    )


def _prepare(workspace: Workspace) -> None:
    engine = workspace._engine
    if engine.dialect.name == "sqlite":
        with workspace.reading() as connection:
            if quick_version(connection) == SCHEMA_VERSION:
                return
    with transaction(engine, workspace.place, writes=True) as connection:
        upgrade(connection)
