"""Opening a workspace, and refusing to write into one that is gone."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from quyche_app.domain.errors import StorageError
from quyche_app.storage.copies import FOLDER
from quyche_app.storage.engine import DATABASE_NAME
from quyche_app.storage.tables import SCHEMA_VERSION
from quyche_app.storage.workspace import Workspace, open_at
from tests.making import act
from tests.storage.rows import put_in


def test_a_folder_that_is_not_there_is_made_and_opens_again(tmp_path: Path) -> None:
    place = tmp_path / "a" / "b"
    first = open_at(place)
    assert (first.place, first.person) == (str(place), "")
    with first.writing() as connection:
        put_in(connection, "a" * 32, act())
    first.close()
    again = open_at(str(place))
    with again.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM line")).scalar() == 1
    again.close()
    assert not (place / FOLDER).exists()


@pytest.mark.parametrize(
    ("place", "code"),
    [("tep", "QC-S013"), ("tep/kho", "QC-S014"), ("sai", "QC-S024")],
    ids=["a file", "below a file", "no database"],
)
def test_a_place_that_is_none_is_refused(tmp_path: Path, place: str, code: str) -> None:
    (tmp_path / "tep").write_text("x")
    (tmp_path / "sai").mkdir()
    (tmp_path / "sai" / DATABASE_NAME).write_text("không phải kho " * 99)
    with pytest.raises(StorageError) as caught:
        open_at(tmp_path / place)
    assert caught.value.code == code


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="quản trị viên ghi được mọi nơi"
)
def test_a_folder_that_may_not_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kho").mkdir(mode=0o500)
    with pytest.raises(StorageError) as caught:
        open_at(tmp_path / "kho")
    assert caught.value.code == "QC-S022"


@pytest.mark.parametrize(
    ("version", "code"), [("9999", "QC-S012"), (SCHEMA_VERSION, None)], ids=["newer", "ours"]
)
def test_a_workspace_of_a_newer_program_is_refused(
    store: Workspace, version: str, code: str | None
) -> None:
    with store.writing() as connection:
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{version}'"))
    place = Path(store.place)
    if code is None:
        open_at(place).close()
        return
    with pytest.raises(StorageError) as caught:
        open_at(place)
    assert caught.value.code == code
    with pytest.raises(StorageError) as caught, store.writing():
        pass
    assert caught.value.code == code


@pytest.mark.parametrize("what", ["taken away", "replaced"])
def test_nothing_is_written_into_a_file_without_a_name(
    store: Workspace, empty_file: Path, what: str
) -> None:
    file = Path(store.place) / DATABASE_NAME
    other = file.with_name("khac.db")
    shutil.copy(empty_file, other)

    def write() -> None:
        with store.writing() as connection:
            put_in(connection, "a" * 32, act())
            if what == "replaced":
                os.replace(other, file)
            else:
                file.unlink()

    with pytest.raises(StorageError) as caught:
        write()
    assert caught.value.code == "QC-S015"
    with store.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM line")).scalar() == 0


def test_a_reader_sees_one_state_while_another_writes(folder: Path) -> None:
    one, other = open_at(folder), open_at(folder)
    count = text("SELECT count(*) FROM line")
    with one.reading() as reader:
        assert reader.execute(count).scalar() == 0
        with other.writing() as writer:
            put_in(writer, "a" * 32, act())
        assert reader.execute(count).scalar() == 0
    with one.reading() as reader:
        assert reader.execute(count).scalar() == 1
    one.close()
    other.close()
