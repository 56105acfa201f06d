"""Opening a workspace: its tables, its place, and people who write at the same time."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from quyche_app.domain.errors import StorageError
from quyche_app.services.drafts import begin_draft, record_texts
from quyche_app.services.import_file import import_file
from quyche_app.services.library import list_documents
from quyche_app.services.text_as_at import text_as_at
from quyche_app.services.verify import verify
from quyche_app.services.workspace import Workspace, open_workspace
from quyche_app.storage import tables
from tests.services.office_texts import REGULATION

File = Callable[[str, str], Path]


def test_the_migrations_make_the_very_tables_of_the_models(ws: Workspace) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with ws.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, tables.metadata) == []


def test_a_workspace_opened_again_has_what_it_had(where: str, file: File) -> None:
    first = open_workspace(where)
    import_file(first, file("quy-che.txt", REGULATION))
    before = list_documents(first)
    first.close()
    again = open_workspace(where)
    assert list_documents(again) == before
    again.close()


def test_the_place_comes_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUYCHE_WORKSPACE", str(tmp_path / "riêng"))
    open_workspace().close()
    assert (tmp_path / "riêng" / "kho.db").exists()


def test_an_up_to_date_workspace_opens_without_the_migrations(tmp_path: Path) -> None:
    open_workspace(tmp_path / "kho").close()
    code = (
        "import sys; from quyche_app.services.workspace import open_workspace;"
        f"open_workspace({str(tmp_path / 'kho')!r});"
        "print([m for m in ('alembic', 'quyche_app.reading.files', 'lxml') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"


def test_nothing_is_written_to_a_workspace_that_a_newer_program_has_migrated(
    ws: Workspace, file: File
) -> None:
    with ws.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StorageError) as caught:
        import_file(ws, file("quy-che.txt", REGULATION))
    assert caught.value.code == "QC-S012"
    assert list_documents(ws) == ()


def test_a_server_that_does_not_answer_is_told(tmp_path: Path) -> None:
    pytest.importorskip("psycopg", reason="chưa cài psycopg")
    with pytest.raises(StorageError, match="máy chủ"):
        open_workspace(f"postgresql://ai:matkhau@/kho?host={tmp_path}")


def test_people_who_write_at_the_same_time_wait_for_each_other(
    ws: Workspace, regulation: str
) -> None:
    draft = begin_draft(ws, regulation, as_at="issued").id
    units = [u for u in text_as_at(ws, draft).act.units() if u.lead][:6]
    with ThreadPoolExecutor(max_workers=3) as people:
        numbers = list(people.map(lambda u: record_texts(ws, draft, {u.id: u}), units))
    assert len(set(numbers)) == len(units)
    assert all(verdict.is_true for verdict in verify(ws))
