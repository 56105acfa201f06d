"""The database: opening it, and the few statements that one kind understands only.

SQLite by default (WAL, foreign keys, one writer that says so at once); PostgreSQL for a shared
office. Source: docs/architecture.md 4.5, docs/libraries.md 4.1.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    Insert,
    Select,
    Table,
    and_,
    create_engine,
    event,
    func,
    literal_column,
    select,
)
from sqlalchemy import exc as sa_exc
from sqlalchemy.engine import URL, make_url

from quyche_app.domain.errors import StorageError
from quyche_app.domain.messages import message
from quyche_app.domain.texts import sayable
from quyche_app.storage import tables

DATABASE_NAME = "kho.db"
BUSY_S = 10
_PAUSE_S = 0.02
# More than any ordinal of a day (date.max is 3,652,059), a power of two.
_DAYS = 1 << 22
_WRITES = "quyche_writes"
_MAKING = 0x5175_79EC  # a number of our own among the locks of a server
# 32 MB of pages stay in memory: a workspace of an office fits (the default is 2 MB).
_PRAGMAS = ("synchronous=NORMAL", "foreign_keys=ON", "cache_size=-32000")


def is_server_url(where: str) -> bool:
    """Tell whether a place names a PostgreSQL database."""
    return where.startswith(("postgresql://", "postgres://", "postgresql+psycopg://"))


def sqlite_engine(path: Path) -> Engine:
    """Give the engine of a workspace file; nothing is opened yet."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": BUSY_S, "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


_PASSWORD = re.compile(r"(?<!/):[^/@]*@")  # of a person, in an address that could not be read
_CONNECT_SECONDS = 5  # a server that does not answer must not hold a person up for minutes


def server_engine(where: str) -> Engine:
    """Give the engine of a shared PostgreSQL workspace; nothing is opened yet."""
    try:
        where.encode()  # an address with bytes of another encoding is refused here, not while connecting
        url = make_url(where.replace("postgres://", "postgresql://", 1))
        engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            pool_pre_ping=True,
            connect_args={"connect_timeout": _CONNECT_SECONDS},
        )
    except ModuleNotFoundError:
        raise StorageError(
            message(
                "QC-S010", "Kho PostgreSQL cần gói psycopg. Hãy cài: pip install 'quyche[office]'."
            ),
        ) from None
    except (sa_exc.ArgumentError, ValueError):  # ValueError: a port that is no number
        raise StorageError(
            message(
                "QC-S011",
                "Địa chỉ kho không đúng: {value}.",
                value=_PASSWORD.sub(":***@", sayable(where)),
            )
        ) from None
    event.listen(engine, "connect", _prepare_server)
    return engine


def _prepare_server(connection: Any, _record: object) -> None:
    # Like SQLite's: who waits for a writer that stands still is told so instead of waiting for ever.
    with connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = {int(BUSY_S * 1000)}")
    connection.commit()


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The module's own late BEGIN would let two writers read the same state: we begin ourselves.
    connection.isolation_level = None
    until = time.monotonic() + BUSY_S
    # A new file, or one just restored, is not in WAL yet. While another program writes to it SQLite
    # refuses the change at once instead of waiting as everywhere else.
    while not _is_in_wal(connection, is_last=time.monotonic() >= until):
        time.sleep(_PAUSE_S)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _is_in_wal(connection: Any, *, is_last: bool) -> bool:
    try:
        connection.execute("PRAGMA journal_mode=WAL")
    except sqlite3.OperationalError as cause:
        if is_last or cause.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def transaction(engine: Engine, place: str, *, writes: bool) -> Iterator[Connection]:
    """Open one transaction: committed whole at the end, or rolled back whole.

    Raises:
        StorageError: the database cannot serve; the sentence says why.
    """
    try:
        with engine.connect() as plain:
            connection = plain.execution_options(**{_WRITES: writes})
            if not writes and engine.dialect.name == "postgresql":
                # One state for all statements of a reader, as SQLite gives anyway.
                connection = plain.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection
    except sa_exc.DBAPIError as cause:
        raise storage_error(cause, place) from cause


def lock_for_writing(connection: Connection) -> None:
    """Let other writers of a server wait; SQLite's BEGIN IMMEDIATE has done so already."""
    if connection.dialect.name != "sqlite":
        connection.execute(select(tables.workspace.c.id).with_for_update())


def lock_for_making(connection: Connection) -> None:
    """Let others who open the same empty database of a server wait until its tables are made; SQLite's
    BEGIN IMMEDIATE has done so already."""
    if connection.dialect.name != "sqlite":
        connection.execute(select(func.pg_advisory_xact_lock(_MAKING)))


def storage_error(cause: sa_exc.DBAPIError, place: str) -> StorageError:
    """Give the sentence for what a database driver says."""
    said = str(cause.orig)
    state = str(getattr(cause.orig, "sqlstate", None) or "-")
    for words, code, sentence in _SENTENCES:
        if words in said or state in words.split():
            return StorageError(message(code, sentence, place=place), place=place, detail=said)
    if isinstance(cause.orig, sqlite3.DatabaseError):
        return StorageError(
            message("QC-S029", "Kho {place} không dùng được: {said}.", place=place, said=said),
            place=place,
            detail=said,
        )
    return StorageError(
        message(
            "QC-S028",
            "Không làm việc được với kho {place}: {said}",
            place=place,
            said=said.splitlines()[0],
        ),
        place=place,
        detail=said,
    )


# What drivers say (SQLite 3.40, psycopg 3.3) and what the person is told. A server says it in its own
# language, so that it is known by its SQLSTATE (https://www.postgresql.org/docs/15/errcodes-appendix.html).
_SENTENCES = (
    (
        "55P03 40P01 40001",
        "QC-S023",
        "Kho {place} đang được một chương trình khác ghi. Hãy thử lại sau ít giây.",
    ),
    (
        "53300 57P03",
        "QC-S027",
        "Máy chủ của kho {place} đang quá bận hoặc đang khởi động. Hãy thử lại sau ít phút.",
    ),
    (
        "53100",
        "QC-S020",
        "Ổ đĩa của máy chủ đã đầy, không ghi được vào kho {place}. Kho vẫn như trước.",
    ),
    ("42501 25006", "QC-S022", "Không có quyền ghi vào kho {place}."),
    (
        "database or disk is full",
        "QC-S020",
        "Ổ đĩa đã đầy, không ghi được vào kho {place}. Kho vẫn như trước; hãy dọn chỗ rồi làm lại.",
    ),
    (
        "disk I/O error",
        "QC-S021",
        "Ổ đĩa báo lỗi khi đọc hoặc ghi kho {place}. Kho vẫn như trước; hãy kiểm tra chỗ trống và ổ đĩa.",
    ),
    (
        "readonly database",
        "QC-S022",
        "Không có quyền ghi vào kho {place}. Hãy kiểm tra quyền của thư mục.",
    ),
    (
        "unable to open database file",
        "QC-S022",
        "Không mở được kho {place}: không có quyền, hoặc ổ đĩa không còn chỗ.",
    ),
    (
        "database is locked",
        "QC-S023",
        "Kho {place} đang được một chương trình khác ghi. Hãy thử lại sau ít giây.",
    ),
    ("file is not a database", "QC-S024", "{place} không phải là kho của Quy Chế."),
    ("malformed", "QC-S025", "Kho {place} đã hỏng. Hãy phục hồi từ bản sao lưu."),
    (
        "connection to server",
        "QC-S026",
        "Không nối được với máy chủ của kho {place}. Hãy kiểm tra mạng, địa chỉ và tên đăng nhập.",
    ),
    (
        "57P01 57P02 08000 08001 08003 08006",
        "QC-S026",
        "Không nối được với máy chủ của kho {place}. Hãy kiểm tra mạng, địa chỉ và tên đăng nhập.",
    ),
    (
        "server closed the connection",
        "QC-S026",
        "Không nối được với máy chủ của kho {place}. Hãy kiểm tra mạng, địa chỉ và tên đăng nhập.",
    ),
    (
        "connection is bad",
        "QC-S026",
        "Không nối được với máy chủ của kho {place}. Hãy kiểm tra mạng, địa chỉ và tên đăng nhập.",
    ),
)


def insert_new(connection: Connection, into: Table, rows: list[dict[str, Any]]) -> None:
    """Insert rows, leaving out those that a unique value of theirs names already."""
    if rows:
        connection.execute(_insert_or_leave(connection.dialect.name, into), rows)


@cache
def _insert_or_leave(dialect: str, into: Table) -> Insert:
    if dialect == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as postgresql_insert

        return postgresql_insert(into).on_conflict_do_nothing()
    from sqlalchemy.dialects.sqlite import insert as sqlite_insert

    return sqlite_insert(into).on_conflict_do_nothing()


def latest_wordings(
    connection: Connection, line: int, day: int, recording: int
) -> Select[tuple[int, int | None, int | None, int]]:
    """Give the query (unit, content, parent, sort key) of a text at a day as known at a recording.

    Every timeline is written whole from its first day, so the newest row by (recording, day) among
    those not later than both is the wording. SQLite takes the other columns from the row that holds
    the maximum (https://www.sqlite.org/lang_select.html, "Bare columns"): one pass over the key.
    """
    wording = tables.wording.c
    known = and_(wording.line == line, wording.recording <= recording, wording.valid_from <= day)
    columns = (wording.unit, wording.content, wording.parent, wording.sort_key)
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import distinct_on

        return (
            select(*columns)
            .ext(distinct_on(wording.unit))
            .where(known)
            .order_by(wording.unit, wording.recording.desc(), wording.valid_from.desc())
        )
    newest = func.max(wording.recording * literal_column(str(_DAYS)) + wording.valid_from)
    bare = select(*columns, newest.label("newest")).where(known).group_by(wording.unit).subquery()
    return select(bare.c.unit, bare.c.content, bare.c.parent, bare.c.sort_key)
