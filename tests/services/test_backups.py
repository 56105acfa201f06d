"""Backups: a copy made while the workspace is in use is whole, and can be put back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quyche_app.domain.errors import StorageError
from quyche_app.services.backups import FOLDER, backup, daily_backup, restore
from quyche_app.services.import_file import import_file
from quyche_app.services.library import list_documents
from quyche_app.services.verify import verify
from quyche_app.services.workspace import open_workspace


def text(folder: Path, name: str, words: str) -> Path:
    file = folder / name
    file.write_text(words, encoding="utf-8")
    return file


def test_a_copy_is_put_back_and_what_was_there_is_kept(tmp_path: Path) -> None:
    place = tmp_path / "kho"
    with closing(open_workspace(place)) as ws:
        import_file(ws, text(tmp_path, "a.txt", "Điều 1. Một.\n"))
        copy = backup(ws, tmp_path / "sao" / "kho.db")
        import_file(ws, text(tmp_path, "b.txt", "Điều 1. Hai.\n"))
    kept = restore(copy, str(place))
    with closing(open_workspace(place)) as ws:
        assert [row.title for row in list_documents(ws)] == ["a"]
        assert all(verdict.is_true for verdict in verify(ws))
    assert kept is not None
    restore(kept, str(tmp_path / "moi"))
    with closing(open_workspace(tmp_path / "moi")) as ws:
        assert {row.title for row in list_documents(ws)} == {"a", "b"}


def test_what_is_no_copy_is_refused_and_the_workspace_stays(tmp_path: Path) -> None:
    with closing(open_workspace(tmp_path / "kho")) as ws:
        import_file(ws, text(tmp_path, "a.txt", "Điều 1. Một.\n"))
    with pytest.raises(StorageError, match="không phải là bản sao lưu"):
        restore(text(tmp_path, "khac.db", "không phải"), str(tmp_path / "kho"))
    with closing(open_workspace(tmp_path / "kho")) as ws:
        assert len(list_documents(ws)) == 1


def test_a_copy_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with closing(open_workspace(tmp_path / "kho")) as ws:
        taken = text(tmp_path, "tep", "")
        with pytest.raises(StorageError, match="Không ghi được bản sao lưu"):
            backup(ws, taken / "kho.db")
    assert list(tmp_path.glob("*.moi")) == []


def test_one_copy_a_day_and_no_more_than_thirty(tmp_path: Path) -> None:
    folder = tmp_path / "kho" / FOLDER
    with closing(open_workspace(tmp_path / "kho")) as ws:
        folder.mkdir()
        for day in range(1, 31):
            (folder / f"kho-2020-01-{day:02}.db").write_bytes(b"")
        made = daily_backup(ws)
        assert made is not None
        assert daily_backup(ws) == made
    kept = sorted(file.name for file in folder.iterdir())
    assert len(kept) == 30
    assert kept[0] == "kho-2020-01-02.db"
    assert made.name in kept


def test_a_server_is_left_to_its_own_tools() -> None:
    with pytest.raises(StorageError, match="pg_dump"):
        restore(Path("kho.db"), "postgresql://may-chu/kho")


def test_a_backup_of_a_newer_program_is_refused_and_the_library_stays(tmp_path: Path) -> None:
    with closing(open_workspace(tmp_path / "kho")) as ws:
        copy = backup(ws, tmp_path / "ban-sao.db")
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(StorageError, match="phiên bản mới hơn"):
        restore(copy, str(tmp_path / "kho"))
    open_workspace(tmp_path / "kho").close()
    with pytest.raises(StorageError, match="Không có tệp"):
        restore(tmp_path / "khong.db", str(tmp_path / "kho"))
