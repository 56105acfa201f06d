"""The form of the tables: looked at quickly, closely, and refused when it is not ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, select, text

from quyche_app.domain.errors import StorageError
from quyche_app.storage import tables
from quyche_app.storage.engine import sqlite_engine, transaction
from quyche_app.storage.schema import (
    newer_error,
    quick_version,
    refuse_newer,
    upgrade,
    version_of,
)
from quyche_app.storage.tables import SCHEMA_VERSION

_NEXT = f"{int(SCHEMA_VERSION) + 1:04}"


@pytest.fixture
def bare(tmp_path: Path) -> Engine:
    """Give the engine of a file without tables."""
    return sqlite_engine(tmp_path / "khac.db")


def test_a_workspace_has_the_newest_form(db: Connection) -> None:
    assert version_of(db) == quick_version(db) == SCHEMA_VERSION
    refuse_newer(db)
    before = db.execute(select(tables.workspace.c.uuid)).scalar()
    upgrade(db)
    assert db.execute(select(tables.workspace.c.uuid)).scalar() == before


def test_an_empty_database_has_no_form_yet(bare: Engine) -> None:
    with transaction(bare, "x", writes=True) as connection:
        assert version_of(connection) is None
        assert quick_version(connection) is None
    bare.dispose()


@pytest.mark.parametrize("table", ["sach", "alembic_version"])
def test_tables_of_another_program_are_refused(bare: Engine, table: str) -> None:
    with transaction(bare, "x", writes=True) as connection:
        connection.execute(text(f"CREATE TABLE {table}(version_num TEXT)"))
        with pytest.raises(StorageError) as caught:
            version_of(connection)
    bare.dispose()
    assert caught.value.code == "QC-S024"


def test_what_a_newer_program_migrated_meanwhile_is_refused(db: Connection) -> None:
    db.execute(text(f"UPDATE alembic_version SET version_num = '{_NEXT}'"))
    with pytest.raises(StorageError) as caught:
        refuse_newer(db)
    assert caught.value.code == "QC-S012"
    with pytest.raises(StorageError) as caught:
        upgrade(db)
    assert caught.value.code == "QC-S012"


def test_the_error_of_a_newer_form_keeps_its_cause() -> None:
    error = newer_error(_NEXT, "vì sao")
    assert (error.code, error.detail) == ("QC-S012", "vì sao")
