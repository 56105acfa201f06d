"""The database: which place is a server, what its errors mean, and the wordings of a day."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select, text
from sqlalchemy import exc as sa_exc

from quyche_app.domain.errors import StorageError
from quyche_app.storage import tables
from quyche_app.storage.engine import (
    insert_new,
    is_server_url,
    latest_wordings,
    server_engine,
    sqlite_engine,
    storage_error,
    transaction,
)
from quyche_app.storage.workspace import Workspace
from tests.making import act, article, clause
from tests.storage.rows import put_in, record


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("postgresql://lan@may-chu/kho", True),
        ("postgres://may-chu/kho", True),
        ("postgresql+psycopg://may-chu/kho", True),
        ("/nha/lan/kho", False),
        ("C:\\kho", False),
        ("sqlite:///kho.db", False),
        ("kho postgresql://", False),
    ],
)
def test_which_places_are_servers(where: str, expected: bool) -> None:
    assert is_server_url(where) is expected


@pytest.mark.parametrize(
    "where",
    ["postgresql://lan:mat-khau@may:cong/kho", "postgresql://lan:mat-khau@may:x\udcff/kho"],
    ids=["a port that is no number", "bytes of another encoding"],
)
def test_an_address_that_is_none_is_refused_without_its_password(where: str) -> None:
    with pytest.raises(StorageError) as caught:
        server_engine(where)
    assert caught.value.code == "QC-S011"
    assert "mat-khau" not in str(caught.value)


class _Said(Exception):
    """What a driver says, with the state that a server gives."""

    def __init__(self, words: str, sqlstate: str | None = None) -> None:
        super().__init__(words)
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (sqlite3.OperationalError("database or disk is full"), "QC-S020"),
        (sqlite3.OperationalError("disk I/O error"), "QC-S021"),
        (sqlite3.OperationalError("attempt to write a readonly database"), "QC-S022"),
        (sqlite3.OperationalError("unable to open database file"), "QC-S022"),
        (sqlite3.OperationalError("database is locked"), "QC-S023"),
        (sqlite3.DatabaseError("file is not a database"), "QC-S024"),
        (sqlite3.DatabaseError("database disk image is malformed"), "QC-S025"),
        (sqlite3.IntegrityError("UNIQUE constraint failed"), "QC-S029"),
        (_Said("chờ khóa", "55P03"), "QC-S023"),
        (_Said("khóa chéo", "40P01"), "QC-S023"),
        (_Said("nối tiếp", "40001"), "QC-S023"),
        (_Said("quá nhiều", "53300"), "QC-S027"),
        (_Said("đang khởi động", "57P03"), "QC-S027"),
        (_Said("hết chỗ", "53100"), "QC-S020"),
        (_Said("không có quyền", "42501"), "QC-S022"),
        (_Said("chỉ đọc", "25006"), "QC-S022"),
        (_Said("ngừng", "57P01"), "QC-S026"),
        (_Said("mất", "08006"), "QC-S026"),
        (_Said("connection to server at … failed"), "QC-S026"),
        (_Said("server closed the connection unexpectedly"), "QC-S026"),
        (_Said("the connection is bad"), "QC-S026"),
        (_Said("lạ", "XX000"), "QC-S028"),
        (_Said("lạ\ndòng hai"), "QC-S028"),
    ],
)
def test_what_a_driver_says_has_a_code(said: Exception, code: str) -> None:
    error = storage_error(sa_exc.DBAPIError("SELECT 1", {}, said), "kho-x")
    assert (error.code, error.place, error.detail) == (code, "kho-x", str(said))
    assert "dòng hai" not in error.sentence


def test_a_transaction_is_whole_or_not_at_all(store: Workspace) -> None:
    def half(connection: Connection) -> None:
        put_in(connection, "a" * 32, act())
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), store.writing() as connection:
        half(connection)
    with store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(tables.line)).scalar() == 0
    with store.writing() as connection:
        put_in(connection, "a" * 32, act())
    with store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(tables.line)).scalar() == 1


def test_what_the_database_refuses_is_an_error_of_ours(tmp_path: Path) -> None:
    engine = sqlite_engine(tmp_path / "kho.db")
    with (
        pytest.raises(StorageError) as caught,
        transaction(engine, "kho-x", writes=True) as connection,
    ):
        connection.execute(text("SELECT khong_co FROM khong_co"))
    engine.dispose()
    assert (caught.value.code, caught.value.place) == ("QC-S029", "kho-x")


def test_a_file_is_in_wal_with_foreign_keys(store: Workspace) -> None:
    with store.reading() as connection:
        for pragma, value in (("journal_mode", "wal"), ("foreign_keys", 1), ("synchronous", 1)):
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_rows_that_are_named_already_are_left_out(db: Connection) -> None:
    rows = [{"hash": b"1", "words": "một"}, {"hash": b"2", "words": "hai"}]
    insert_new(db, tables.content, rows[:1])
    insert_new(db, tables.content, [{"hash": b"1", "words": "khác"}, rows[1]])
    insert_new(db, tables.content, [])
    found = db.execute(select(tables.content.c.words).order_by(tables.content.c.id))
    assert [row[0] for row in found] == ["một", "hai"]


@pytest.mark.parametrize(
    ("day", "recording", "words"),
    [
        (0, 1, "Cũ."),
        (8, 2, "Cũ."),
        (9, 2, "Mới."),
        (9, 1, "Cũ."),
        (10_000_000, 2, "Mới."),
        (9, 3, "Sau."),
        (0, 3, "Sau."),
    ],
)
def test_the_wording_of_a_day_as_known_at_a_recording(
    db: Connection, day: int, recording: int, words: str
) -> None:
    old, new, last = (act(article("1", "A", clause("1", one))) for one in ("Cũ.", "Mới.", "Sau."))
    stored = put_in(db, "a" * 32, old)
    for states in ([(0, old), (9, new)], [(0, last)]):
        record(db, stored.document, stored.line, stored.root, states)
    put_in(db, "b" * 32, new)
    latest = latest_wordings(db, stored.line, day, recording).subquery()
    content = tables.content.c
    found = db.execute(
        select(content.words).join_from(latest, tables.content, content.id == latest.c.content)
    ).scalars()
    said = list(found)
    assert len(said) == 4
    assert any(words in one for one in said)
