"""Restoring works whatever state the workspace is in, and nobody records into a file without a name."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from quyche_app.cli.main import run
from quyche_app.domain.errors import StorageError
from quyche_app.services.backups import FOLDER, Kept, backup, daily_backup, restore, restore_keeping
from quyche_app.services.drafts import begin_draft
from quyche_app.services.editing import open_editing
from quyche_app.services.import_file import import_file
from quyche_app.services.library import list_documents
from quyche_app.services.verify import verify
from quyche_app.services.workspace import Workspace, open_workspace
from quyche_app.storage import copies


@dataclass(frozen=True)
class Place:
    """A workspace of two texts and a copy of it from when it had one."""

    folder: Path
    copy: Path

    @property
    def database(self) -> Path:
        return self.folder / "kho.db"

    def titles(self) -> list[str]:
        with closing(open_workspace(self.folder)) as ws:
            assert all(verdict.is_true for verdict in verify(ws))
            return sorted(row.title for row in list_documents(ws))


def add(ws: Workspace, folder: Path, name: str) -> str:
    file = folder / f"{name}.txt"
    file.write_text(f"Điều 1. Văn bản {name}\n1. Lời của {name}.\n", encoding="utf-8")
    return import_file(ws, file).document.id


@pytest.fixture
def place(tmp_path: Path) -> Place:
    with closing(open_workspace(tmp_path / "kho")) as ws:
        add(ws, tmp_path, "a")
        copy = backup(ws, tmp_path / "ban-sao.db")
        add(ws, tmp_path, "b")
    return Place(tmp_path / "kho", copy)


@pytest.fixture
def other(place: Place) -> Iterator[Workspace]:
    """Give the workspace as another program has it open."""
    with closing(open_workspace(place.folder)) as ws:
        assert len(list_documents(ws)) == 2
        yield ws


def _cut(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.truncate(file.stat().st_size // 2)


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _garbage(file: Path) -> None:
    file.write_bytes(b"khong phai co so du lieu" * 1000)


def _holes(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[8192:] = b"\xff" * (len(data) - 8192)
    file.write_bytes(data)


def _of_another_program(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE khac (a)")


DAMAGES = [_cut, _empty, _garbage, _holes, _of_another_program]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("has_log", [False, True])
def test_a_damaged_workspace_is_moved_aside_as_it_is(
    place: Place, damage: Callable[[Path], None], has_log: bool
) -> None:
    damage(place.database)
    log = Path(f"{place.database}-wal")
    if has_log:
        log.write_bytes(b"nhat ky hong")
    before = place.database.read_bytes()
    kept = restore_keeping(place.copy, str(place.folder))
    assert kept is not None
    assert not kept.is_sound
    assert kept.file.read_bytes() == before
    assert not has_log or Path(f"{kept.file}-wal").read_bytes() == b"nhat ky hong"
    assert place.titles() == ["a"]


def test_a_folder_in_the_place_of_the_database_is_moved_aside_too(place: Place) -> None:
    place.database.unlink()
    place.database.mkdir()
    (place.database / "tep.txt").write_text("giữ", encoding="utf-8")
    kept = restore_keeping(place.copy, str(place.folder))
    assert kept is not None
    assert (kept.file / "tep.txt").read_text(encoding="utf-8") == "giữ"
    assert place.titles() == ["a"]


def test_a_folder_of_backups_that_cannot_be_used_stops_no_restore(place: Place) -> None:
    (place.folder / FOLDER).write_text("tệp của ai đó", encoding="utf-8")
    for damage in (None, _garbage):
        if damage is not None:
            damage(place.database)
        kept = restore_keeping(place.copy, str(place.folder))
        assert kept is not None
        assert kept.file.parent == place.folder
        assert place.titles() == ["a"]


def test_backups_on_another_disk_stop_no_restore(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def on_one_disk(source: str | Path, to: str | Path) -> None:
        if FOLDER in str(to):
            raise OSError(errno.EXDEV, "another disk")
        replace(source, to)

    def no_links(source: str | Path, to: str | Path) -> None:
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(os, "replace", on_one_disk)
    monkeypatch.setattr(os, "link", no_links)
    _garbage(place.database)
    before = place.database.read_bytes()
    kept = restore_keeping(place.copy, str(place.folder))
    assert kept is not None
    assert kept.file.read_bytes() == before
    assert place.titles() == ["a"]


def test_a_workspace_that_is_a_link_is_restored_where_it_lies(place: Place, tmp_path: Path) -> None:
    real = tmp_path / "o-khac" / "that.db"
    real.parent.mkdir()
    place.database.rename(real)
    place.database.symlink_to(real)
    restore(place.copy, str(place.folder))
    assert place.database.is_symlink()
    assert place.titles() == ["a"]


def test_restoring_again_keeps_every_workspace_that_was_there(place: Place) -> None:
    kept: list[Kept | None] = []
    for damage in (None, _cut, None, _garbage, _empty):
        if damage is not None:
            damage(place.database)
        kept.append(restore_keeping(place.copy, str(place.folder)))
    files = [one.file for one in kept if one is not None]
    assert len(set(files)) == 5
    assert all(file.exists() for file in files)
    assert [one.is_sound for one in kept if one] == [True, False, True, False, False]


def test_without_room_for_a_copy_the_workspace_is_renamed(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = copies._copy

    def full(source: Path, fresh: Path, mode: str) -> None:
        if source == place.database:
            raise sqlite3.OperationalError("database or disk is full")
        copy(source, fresh, mode)

    monkeypatch.setattr(copies, "_copy", full)
    kept = restore_keeping(place.copy, str(place.folder))
    assert kept is not None
    assert not kept.is_sound
    assert place.titles() == ["a"]
    restore(kept.file, str(place.folder))
    monkeypatch.undo()
    assert place.titles() == ["a", "b"], "nothing of it was lost"


def test_a_copy_that_is_refused_changes_nothing(place: Place, tmp_path: Path) -> None:
    bad = tmp_path / "hong.db"
    bad.write_bytes(place.copy.read_bytes()[:5000])
    with pytest.raises(StorageError) as refused:
        restore(bad, str(place.folder))
    assert refused.value.code == "QC-S082"
    assert not (place.folder / FOLDER).exists()
    assert place.titles() == ["a", "b"]


def test_the_command_says_whether_a_copy_or_the_damaged_files_were_kept(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    def said() -> str:
        assert run(["--workspace", str(place.folder), "restore", str(place.copy)], None) == 0  # type: ignore[arg-type]
        return capsys.readouterr().out

    assert "Kho trước đó được giữ ở" in said()
    _cut(place.database)
    assert "giữ nguyên" in said()


# -- another program has it open -----------------------------------------------------------------------


def test_who_has_it_open_cannot_record_into_what_was_replaced(
    place: Place, other: Workspace, tmp_path: Path
) -> None:
    kept = restore_keeping(place.copy, str(place.folder))
    with pytest.raises(StorageError) as refused:
        add(other, tmp_path, "c")
    assert refused.value.code == "QC-S015"
    assert place.titles() == ["a"]
    assert kept is not None
    restore(kept.file, str(place.folder))
    assert place.titles() == ["a", "b"]


@pytest.mark.parametrize("damage", DAMAGES)
def test_who_has_a_damaged_workspace_open_cannot_record_into_it_after_the_restore(
    place: Place, other: Workspace, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    damage(place.database)
    restore(place.copy, str(place.folder))
    with pytest.raises(StorageError):
        add(other, tmp_path, "c")
    assert place.titles() == ["a"]


@pytest.mark.parametrize("whole", [False, True])
def test_who_has_it_open_is_told_that_it_was_deleted(
    place: Place, other: Workspace, tmp_path: Path, whole: bool
) -> None:
    if whole:
        shutil.rmtree(place.folder)
    else:
        place.database.unlink()
    with pytest.raises(StorageError) as refused:
        add(other, tmp_path, "c")
    assert refused.value.code == "QC-S015"


def test_who_is_writing_when_it_is_deleted_does_not_commit(place: Place, other: Workspace) -> None:
    with pytest.raises(StorageError, match="bị xóa"), other.writing():
        place.database.unlink()


def test_a_draft_open_over_a_restored_workspace_is_not_saved_into_nothing(
    place: Place, other: Workspace
) -> None:
    draft = begin_draft(other, list_documents(other)[0].id).id
    editing = open_editing(other, draft)
    restore(place.copy, str(place.folder))
    with pytest.raises(StorageError) as refused:
        editing.save("Mốc")
    assert refused.value.code == "QC-S015"


def test_a_workspace_opened_after_the_restore_is_written(place: Place, tmp_path: Path) -> None:
    restore(place.copy, str(place.folder))
    with closing(open_workspace(place.folder)) as ws:
        add(ws, tmp_path, "c")
    assert place.titles() == ["a", "c"]


def test_two_programs_that_have_it_open_both_record(
    place: Place, other: Workspace, tmp_path: Path
) -> None:
    with closing(open_workspace(place.folder)) as ws:
        add(ws, tmp_path, "c")
        add(other, tmp_path, "d")
        add(ws, tmp_path, "e")
    assert place.titles() == ["a", "b", "c", "d", "e"]


def test_a_restore_waits_for_a_writer_and_gives_up_with_the_workspace_as_it_was(
    place: Place, other: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(copies, "BUSY_S", 0)
    with other.writing():
        with pytest.raises(StorageError) as refused:
            restore(place.copy, str(place.folder))
        assert refused.value.code == "QC-S023"
    add(other, tmp_path, "c")
    assert place.titles() == ["a", "b", "c"]


def test_nobody_records_between_the_copy_that_is_kept_and_the_exchange(
    place: Place, other: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    exchange = copies._exchange
    said: list[str] = []

    def late(fresh: Path, to: Path) -> None:
        with (
            closing(sqlite3.connect(to, timeout=0)) as writer,
            pytest.raises(sqlite3.Error) as refused,
        ):
            writer.execute("BEGIN IMMEDIATE")
        said.append(str(refused.value))
        exchange(fresh, to)

    monkeypatch.setattr(copies, "_exchange", late)
    restore(place.copy, str(place.folder))
    assert said == ["database is locked"]


# -- backups replace nothing --------------------------------------------------------------------------


def test_a_backup_replaces_a_file_only_when_told(
    place: Place, other: Workspace, tmp_path: Path
) -> None:
    there = tmp_path / "bao-cao.docx"
    there.write_text("của người", encoding="utf-8")
    beside = tmp_path / "bao-cao.docx.moi"
    beside.write_text("của người", encoding="utf-8")
    with pytest.raises(StorageError) as refused:
        backup(other, there)
    assert refused.value.code == "QC-S086"
    assert there.read_text(encoding="utf-8") == "của người"
    backup(other, there, force=True)
    restore(there, str(tmp_path / "moi"))
    assert beside.read_text(encoding="utf-8") == "của người"


@pytest.mark.parametrize("damage", [_cut, _garbage, _holes])
def test_a_backup_of_a_damaged_workspace_blames_the_workspace(
    place: Place, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    with closing(open_workspace(place.folder)) as ws:
        damage(place.database)
        for make in (lambda: backup(ws, tmp_path / "sao.db"), lambda: daily_backup(ws)):
            with pytest.raises(StorageError) as refused:
                make()
            assert refused.value.code == "QC-S025"
    assert not (tmp_path / "sao.db").exists()


def test_the_command_asks_for_force(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--workspace", str(place.folder), "backup", str(place.copy)]
    assert run(words, None) == 1  # type: ignore[arg-type]
    assert "--force" in capsys.readouterr().err
    assert run([*words, "--force"], None) == 0  # type: ignore[arg-type]


def _pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize("make", [Path.mkdir, _pipe])
def test_what_is_no_ordinary_file_is_never_replaced(
    other: Workspace, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    target = tmp_path / "thiet-bi"
    make(target)
    kind = target.stat().st_mode
    with pytest.raises(StorageError) as refused:
        backup(other, target, force=True)
    assert refused.value.code == "QC-S088"
    assert target.stat().st_mode == kind


@pytest.mark.parametrize("tail", ["", "-wal", "-shm", "-journal"])
def test_a_backup_is_not_written_over_the_workspace_itself(place: Place, tail: str) -> None:
    with closing(open_workspace(place.folder)) as ws, pytest.raises(StorageError) as refused:
        backup(ws, Path(f"{place.database}{tail}"), force=True)
    assert refused.value.code == "QC-S087"
    assert place.titles() == ["a", "b"]
