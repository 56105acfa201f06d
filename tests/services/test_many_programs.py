"""Many programs on one workspace: nobody waits for ever, and everybody is told in one sentence."""

from __future__ import annotations

import multiprocessing
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from quyche_app.domain.errors import QuyCheError, StorageError
from quyche_app.services.import_file import import_file
from quyche_app.services.library import list_documents
from quyche_app.services.workspace import Workspace, open_workspace
from quyche_app.storage import engine
from tests.services.office_texts import REGULATION

File = Callable[[str, str], Path]
_MANY = 20


def _open(where: str, together: Any, said: Any) -> None:
    together.wait()
    try:
        open_workspace(where).close()
        said.put("")
    except QuyCheError as refused:
        said.put(refused.code)
    except BaseException as defect:
        said.put(repr(defect))


def test_many_programs_open_a_place_for_the_first_time_at_once(where: str) -> None:
    import alembic.command  # noqa: F401  (loaded once, not by each child)

    context = multiprocessing.get_context("fork")
    together, said = context.Barrier(_MANY), context.SimpleQueue()
    people = [context.Process(target=_open, args=(where, together, said)) for _ in range(_MANY)]
    for person in people:
        person.start()
    told = [said.get() for _ in people]
    for person in people:
        person.join()
    assert told == [""] * _MANY
    with closing(open_workspace(where)) as ws:
        assert not list_documents(ws)


def test_a_new_file_is_waited_for_while_another_program_makes_its_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kho").mkdir()
    with closing(sqlite3.connect(tmp_path / "kho" / "kho.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        waited: list[float] = []

        def pause(seconds: float) -> None:
            waited.append(seconds)
            if other.in_transaction:
                other.execute("ROLLBACK")

        monkeypatch.setattr(engine.time, "sleep", pause)
        open_workspace(tmp_path / "kho").close()
        assert len(waited) == 1


@pytest.fixture
def stalled(where: str, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Give a workspace in which nobody waits long for others."""
    monkeypatch.setattr(engine, "BUSY_S", 0.05)
    return open_workspace(where)


def test_who_waits_for_a_writer_that_stands_still_is_told(
    where: str, stalled: Workspace, file: File
) -> None:
    with closing(open_workspace(where)) as other:
        with other.writing():
            with pytest.raises(StorageError) as refused:
                import_file(stalled, file("quy-che.txt", REGULATION))
            assert refused.value.code == "QC-S023"
            assert not list_documents(stalled), "readers wait for nobody"
        import_file(stalled, file("quy-che.txt", REGULATION))
    stalled.close()


def test_who_opens_an_empty_database_that_another_is_preparing_is_told(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_S", 0.05)
    preparing = engine.server_engine(database)
    with engine.transaction(preparing, "kho", writes=True) as connection:
        engine.lock_for_making(connection)
        with pytest.raises(StorageError) as refused:
            open_workspace(database)
    assert refused.value.code == "QC-S023"
    preparing.dispose()


def _delete(where: engine.Engine) -> None:
    with engine.transaction(where, "kho", writes=True) as connection:
        connection.exec_driver_sql("SET TRANSACTION READ ONLY")
        connection.exec_driver_sql("DELETE FROM workspace")


def test_what_a_server_refuses_is_known_by_its_state_not_by_its_words(database: str) -> None:
    open_workspace(database).close()
    reader = engine.server_engine(database)
    with pytest.raises(StorageError) as refused:
        _delete(reader)
    assert refused.value.code == "QC-S022"
    reader.dispose()
