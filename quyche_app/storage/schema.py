"""The form of the tables: made by migrations, looked at with one query when it is up to date."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, insert, inspect, text

from quyche_app.domain.errors import StorageError
from quyche_app.domain.identities import uuid7
from quyche_app.domain.messages import message
from quyche_app.storage import tables
from quyche_app.storage.engine import lock_for_making
from quyche_app.storage.tables import SCHEMA_VERSION

_VERSION_TABLE = "alembic_version"


def version_of(connection: Connection) -> str | None:
    """Give the version of the tables; None when the database has no tables at all.

    Raises:
        StorageError: it holds tables of another program.
    """
    names = inspect(connection).get_table_names()
    if not names:
        return None
    if _VERSION_TABLE not in names or "wording" not in names:
        raise StorageError(message("QC-S024", "Cơ sở dữ liệu này không phải là kho của Quy Chế."))
    return connection.execute(text(f"SELECT version_num FROM {_VERSION_TABLE}")).scalar()


def quick_version(connection: Connection) -> str | None:
    """Give the version of SQLite tables with one query; None when it must be looked at closely."""
    known = connection.exec_driver_sql(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    ).scalar()
    if known is None:
        return None
    return connection.exec_driver_sql(f"SELECT version_num FROM {_VERSION_TABLE}").scalar()


def refuse_newer(connection: Connection) -> None:
    """Refuse to go on in a workspace that a newer program has migrated since it was opened here.

    Raises:
        StorageError: QC-S012 the rows have a form that this program does not write.
    """
    version = connection.exec_driver_sql(f"SELECT version_num FROM {_VERSION_TABLE}").scalar()
    if str(version) > SCHEMA_VERSION:  # four digits each
        raise newer_error(version)


def newer_error(version: str | None, detail: str = "") -> StorageError:
    """Give what a person is told of a workspace that a newer program made."""
    return StorageError(
        message(
            "QC-S012",
            "Kho được tạo bằng phiên bản mới hơn của Quy Chế (dạng {version}). Hãy cập "
            "nhật chương trình rồi mở lại.",
            version=version or "",
        ),
        detail=detail,
    )


def upgrade(connection: Connection) -> None:
    """Bring the tables to the newest form inside the transaction of the connection.

    Raises:
        StorageError: the tables belong to another program or to a newer version of this one.
    """
    if version_of(connection) == SCHEMA_VERSION:
        return
    # Alembic takes as long to import as the rest of a command: only when there is work for it.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    lock_for_making(connection)
    before = version_of(connection)
    if before == SCHEMA_VERSION:
        return
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as cause:
        raise newer_error(before, str(cause)) from cause
    if before is None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        connection.execute(insert(tables.workspace), {"id": 1, "uuid": uuid7(), "created_at": now})
