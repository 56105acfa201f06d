"""Copies of a whole workspace: written whole or not at all, checked, put back with nothing lost."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quyche_app.domain.errors import StorageError
from quyche_app.storage.copies import Kept, copy_workspace, put_back
from quyche_app.storage.engine import DATABASE_NAME


def mark(file: Path, name: str) -> None:
    """Write a name into a workspace, by which it is known again."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE workspace SET uuid = ?", (name,))


def name_of(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        return str(connection.execute("SELECT uuid FROM workspace").fetchone()[0])


@pytest.fixture
def place(folder: Path) -> Path:
    """Give the folder of a workspace that is called "cũ"."""
    mark(folder / DATABASE_NAME, "cũ")
    return folder


@pytest.fixture
def copy(place: Path, tmp_path: Path) -> Path:
    """Give a copy of it that is called "bản sao"."""
    to = tmp_path / "ban-sao.db"
    copy_workspace(place, to)
    mark(to, "bản sao")
    return to


def code_of_copy(folder: Path, to: Path, *, force: bool = False) -> str:
    with pytest.raises(StorageError) as caught:
        copy_workspace(folder, to, force=force)
    return caught.value.code


def test_a_copy_is_one_file_in_a_folder_that_is_made(place: Path, tmp_path: Path) -> None:
    to = tmp_path / "sao" / "lưu" / "a.db"
    copy_workspace(place, to)
    assert name_of(to) == "cũ"
    assert os.listdir(to.parent) == ["a.db"]


@pytest.mark.parametrize("is_forced", [False, True])
def test_a_file_that_is_there_is_replaced_only_when_asked(
    place: Path, copy: Path, is_forced: bool
) -> None:
    if is_forced:
        copy_workspace(place, copy, force=True)
        assert name_of(copy) == "cũ"
    else:
        assert code_of_copy(place, copy) == "QC-S086"
        assert name_of(copy) == "bản sao"


@pytest.mark.parametrize("tail", ["", "-wal", "-shm", "-journal"])
@pytest.mark.parametrize("force", [False, True])
def test_the_files_of_the_workspace_itself_are_no_place_for_a_copy(
    place: Path, tail: str, force: bool
) -> None:
    to = place / f"{DATABASE_NAME}{tail}".upper()
    assert code_of_copy(place, to, force=force) == "QC-S087"


def test_a_file_of_that_name_elsewhere_is_a_place_for_a_copy(place: Path, tmp_path: Path) -> None:
    copy_workspace(place, tmp_path / "khác" / DATABASE_NAME)


def test_what_cannot_be_copied_is_refused(place: Path, tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("x")
    assert code_of_copy(tmp_path, tmp_path / "a.db") == "QC-S080"
    assert code_of_copy(place, tmp_path / "tep" / "a.db") == "QC-S081"
    assert code_of_copy(place, place, force=True) == "QC-S088"
    (place / DATABASE_NAME).write_bytes(b"hong" * 500)
    assert code_of_copy(place, tmp_path / "a.db") == "QC-S025"
    assert not (tmp_path / "a.db").exists()
    assert [one for one in os.listdir(tmp_path) if one.startswith(".")] == []


# -- putting back -----------------------------------------------------------------------------------


def test_what_was_there_is_kept_as_a_copy(place: Path, copy: Path, tmp_path: Path) -> None:
    kept = put_back(copy, place, tmp_path / "giữ" / "cu.db")
    assert kept == Kept(tmp_path / "giữ" / "cu.db", True)
    assert name_of(place / DATABASE_NAME) == name_of(copy) == "bản sao"
    assert name_of(kept.file) == "cũ"


def test_where_nothing_was_nothing_is_kept(copy: Path, tmp_path: Path) -> None:
    assert put_back(copy, tmp_path / "mới", tmp_path / "cu.db") is None
    assert name_of(tmp_path / "mới" / DATABASE_NAME) == "bản sao"
    assert os.listdir(tmp_path / "mới") == [DATABASE_NAME]


@pytest.mark.parametrize(
    ("taken", "free"),
    [
        ([], "cu.db"),
        (["cu.db"], "cu-2.db"),
        (["cu.hong.db", "cu-2.db"], "cu-3.db"),
        (["cua.db"], "cu.db"),
    ],
)
def test_another_name_is_taken_when_it_is_in_use(
    place: Path, copy: Path, tmp_path: Path, taken: list[str], free: str
) -> None:
    folder = tmp_path / "giữ"
    folder.mkdir()
    for name in taken:
        (folder / name).touch()
    kept = put_back(copy, place, folder / "cu.db")
    assert kept == Kept(folder / free, True)


@pytest.mark.parametrize("damage", [b"", b"hong" * 500], ids=["empty", "no database"])
def test_what_was_damaged_is_kept_as_it_was(
    place: Path, copy: Path, tmp_path: Path, damage: bytes
) -> None:
    (place / DATABASE_NAME).write_bytes(damage)
    (place / f"{DATABASE_NAME}-wal").write_bytes(b"nhat ky")
    kept = put_back(copy, place, tmp_path / "cu.db")
    assert kept == Kept(tmp_path / "cu.hong.db", False)
    assert kept.file.read_bytes() == damage
    assert Path(f"{kept.file}-wal").read_bytes() == b"nhat ky"
    assert name_of(place / DATABASE_NAME) == "bản sao"


def test_where_the_folder_for_it_cannot_be_made_it_is_kept_beside(
    place: Path, copy: Path, tmp_path: Path
) -> None:
    (tmp_path / "tep").write_text("x")
    kept = put_back(copy, place, tmp_path / "tep" / "cu.db")
    assert kept == Kept(place / "cu.db", True)


def test_a_link_to_the_workspace_stays_one(place: Path, copy: Path, tmp_path: Path) -> None:
    other = tmp_path / "nối"
    other.mkdir()
    (other / DATABASE_NAME).symlink_to(place / DATABASE_NAME)
    put_back(copy, other, tmp_path / "cu.db")
    assert (other / DATABASE_NAME).is_symlink()
    assert name_of(place / DATABASE_NAME) == "bản sao"


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("missing", "QC-S085"),
        ("no database", "QC-S082"),
        ("another database", "QC-S082"),
        ("no workspace in it", "QC-S082"),
        ("newer", "QC-S012"),
    ],
)
def test_what_is_no_sound_copy_is_refused_and_the_workspace_stays(
    place: Path, copy: Path, tmp_path: Path, what: str, code: str
) -> None:
    statements = {
        "another database": "DROP TABLE workspace",
        "no workspace in it": "DELETE FROM workspace",
        "newer": "UPDATE alembic_version SET version_num = '9999'",
    }
    if what == "missing":
        copy.unlink()
    elif what == "no database":
        copy.write_bytes(b"khong phai" * 99)
    else:
        with closing(sqlite3.connect(copy)) as connection, connection:
            connection.execute(statements[what])
    with pytest.raises(StorageError) as caught:
        put_back(copy, place, tmp_path / "cu.db")
    assert caught.value.code == code
    assert name_of(place / DATABASE_NAME) == "cũ"
    assert os.listdir(place) == [DATABASE_NAME]
    assert not (tmp_path / "cu.db").exists()


def test_a_folder_that_cannot_be_is_refused(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("x")
    with pytest.raises(StorageError) as caught:
        put_back(copy, tmp_path / "tep", tmp_path / "cu.db")
    assert caught.value.code == "QC-S083"
