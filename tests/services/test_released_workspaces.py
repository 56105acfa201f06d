"""A workspace of every released schema opens, is migrated, and says what it said. For ever.

The files are made by ``tests.storage.make_workspace``; they are never made again.
"""

from __future__ import annotations

import re
import sqlite3
import tarfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import MetaData, create_engine, insert, select

from quyche_app.cli.main import DONE, NEEDS_A_PERSON, REFUSED, run
from quyche_app.domain.errors import StorageError
from quyche_app.domain.flow import act_lines
from quyche_app.domain.messages import message
from quyche_app.domain.operations import MEETS
from quyche_app.services.editing import FOLDER, open_editing
from quyche_app.services.library import list_documents
from quyche_app.services.remarks import choices_of, remarks_of
from quyche_app.services.verify import verify
from quyche_app.services.views import Status
from quyche_app.services.workspace import Workspace, open_workspace
from quyche_app.storage import tables
from quyche_app.storage.codecs.accounts import decode_account, encode_account
from quyche_app.storage.codecs.instructions import decode_instruction, encode_instruction
from quyche_app.storage.codecs.messages import decode_messages, encode_messages
from quyche_app.storage.codecs.notes import decode_notes, encode_notes
from quyche_app.storage.codecs.readings import decode_reading, encode_reading
from quyche_app.storage.engine import DATABASE_NAME
from quyche_app.storage.recordings import recordings_of
from tests.storage.make_workspace import PLACE, ROOT

FILES = sorted(PLACE.glob("*/schema-*.tar.xz"))
MIGRATIONS = ROOT / "quyche_app" / "storage" / "migrations"
OLDEST = "0002"  # the schema of 0.1.0: older ones were never released


def schema_of(file: Path) -> str:
    return file.name.removeprefix("schema-").removesuffix(".tar.xz")


def unpacked(file: Path, folder: Path) -> Path:
    with tarfile.open(file) as archive:
        archive.extractall(folder, filter="data")
    return folder


@pytest.fixture(params=FILES, ids=schema_of)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Give the folder of a copy of a kept workspace."""
    return unpacked(request.param, tmp_path / "kho")


@pytest.fixture
def opened(place: Path) -> Iterator[Workspace]:
    """Give the copy, opened and so migrated."""
    with closing(open_workspace(place)) as workspace:
        yield workspace


@pytest.fixture
def said(place: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Give what a command on the copy prints; ``code`` is the one it ends with."""

    def call(*words: str, code: int = DONE) -> str:
        assert run(["--workspace", str(place), *words], None) == code  # type: ignore[arg-type]
        return capsys.readouterr().out

    return call


def test_every_schema_since_the_first_release_has_a_workspace() -> None:
    schemas = [file.name[:4] for file in (MIGRATIONS / "versions").glob("[0-9]*.py")]
    released = sorted(schema for schema in schemas if schema >= OLDEST)
    assert sorted(map(schema_of, FILES)) == released, (
        "a new schema needs a workspace of its own: python -m tests.storage.make_workspace"
    )
    assert released[-1] == tables.SCHEMA_VERSION


def test_everything_in_it_is_proved(said: Callable[..., str]) -> None:
    proved = said("verify").splitlines()
    assert [line for line in proved if not line.startswith("đúng: ")] == []
    for number in (4, 6, 8):
        assert f"đúng: 07/QC-HĐTV tính lại như ở lần ghi {number}" in proved
    for number in (1, 3, 9):
        assert f"đúng: 05-QĐ/TU tính lại như ở lần ghi {number}" in proved


def test_the_library_lists_what_it_listed(said: Callable[..., str]) -> None:
    lines = re.sub(r" · mã \w+", "", said("list"))
    assert len(lines.splitlines()) == 12
    for words in (
        "Đang có hiệu lực · 01/01/2019 · 28 điều · sửa đổi 1 lần · bãi bỏ 2 chỗ\n",
        "Đang có hiệu lực · 01/3/2020 · 5 điều · sửa đổi 2 lần · bãi bỏ 1 chỗ\n",
        "Đã áp dụng 25/26 · 05/7/2018",
        "Đã áp dụng 5/6 · 05/7/2018",
        "Đã áp dụng 5/5, 1 đoạn chưa đọc được · 05/02/2020",
        "Dự thảo, lần 1: Quy chế làm việc của Hội đồng Thư viện Cù Lao",
    ):
        assert words in lines


FIRST_ARTICLES = """\
Điều 1. Phạm vi
1. Quy chế này quy định cách làm việc của Hội đồng.
2. (được bãi bỏ)
3. Việc thường được báo cáo trong tuần bằng bản giấy.
Điều 2. Nguyên tắc
1. Mỗi việc giao một người chủ trì và một người phối hợp.
2. Việc gấp được báo cáo trong ngày trên mạng.
"""
LAST_ARTICLE = """\
Điều 4. Lưu hồ sơ
1. Hồ sơ giấy được nộp vào lưu trữ và ký tên.
2. Người lập hồ sơ chịu trách nhiệm về hồ sơ.
2a. Người giữ hồ sơ chịu trách nhiệm về nơi để hồ sơ.
3. Hồ sơ điện tử mang dấu sau đây:
[hình: image1.png]
Dấu này không in ra giấy.
Dấu do Hội đồng quản lý.
"""


def test_a_text_reads_as_it_read_on_each_day(said: Callable[..., str]) -> None:
    now = said("show", "07/QC-HĐTV", "--as-at", "2020-03-01")
    assert FIRST_ARTICLES in now
    assert now.endswith(LAST_ARTICLE)
    assert "theo lịch sau đây:\nQuý | Tháng họp\nI | 3\n" in now
    before = said("show", "07/QC-HĐTV", "--as-at", "2018-12-31", "--unit", "d1/k2")
    assert before.endswith("\n2. Quy chế này áp dụng với mọi thành viên của Hội đồng.\n")
    known = said("show", "05-QĐ/TU", "--known-at", "3", "--unit", "qc:d1/k2")
    assert known.endswith(" và các cấp ủy trực thuộc Tỉnh ủy.\n")
    taken_back = said("show", "05-QĐ/TU", "--unit", "qc:d1/k2")
    assert taken_back.endswith(" và các cơ quan tham mưu, giúp việc Tỉnh ủy.\n")


def test_the_history_of_a_provision_names_the_acts(said: Callable[..., str]) -> None:
    told = said("history", "07/QC-HĐTV", "d4/k1")
    assert "từ 01/3/2020, theo Điều 1 khoản 2 của 33/QĐ-HĐTV (nội dung 34), lần ghi 8" in told
    assert "Người ghi kho" in told


def test_it_goes_on_growing(said: Callable[..., str], place: Path, tmp_path: Path) -> None:
    said("undo-amend", "07/QC-HĐTV", "34")
    shown = said("show", "07/QC-HĐTV", "--unit", "d4/k1")
    assert shown.endswith("\n1. Hồ sơ giấy được nộp vào lưu trữ.\n")
    file = tmp_path / "hop-nhat.docx"
    exported = said("export", "05-QĐ/TU", "-o", str(file), code=NEEDS_A_PERSON)  # 25 of 26
    assert "đúng: đối chiếu lời văn 186 đoạn" in exported
    assert "SAI" not in said("verify")


def test_the_draft_has_what_was_typed_and_what_a_stopped_program_left(opened: Workspace) -> None:
    (draft,) = [row.id for row in list_documents(opened) if row.status is Status.DRAFT]
    assert [(r.words, r.quoted) for r in remarks_of(opened, draft)] == [
        ("Hỏi lại văn thư.", "ghi sổ")
    ]
    assert choices_of(opened, draft) == {"numbering": "recount", "archived": "1"}
    journal = Path(opened.place, FOLDER, f"{draft}.jsonl").read_bytes()
    editing = open_editing(opened, draft)
    assert editing.recovered is not None
    assert editing.recovered.left_out == 0
    assert editing.recovered.kept_in is None
    assert len(editing.recovered.steps) == journal.count(b"\n") - 1 == 3
    words = act_lines(editing.draft.act)
    assert "(Dự thảo để thử)" in words
    assert "1. Mỗi việc giao một người chủ trì và ghi sổ." in words
    assert "1. Hồ sơ giấy và hồ sơ điện tử được nộp vào lưu trữ." in words
    assert not any("Người lập hồ sơ" in line for line in words)
    editing.close()


_STORED: tuple[tuple[Any, Callable[[Any], Any], Callable[[Any], Any]], ...] = (
    (tables.operation.c.instruction, decode_instruction, encode_instruction),
    (tables.amendment.c.reading, decode_reading, encode_reading),
    (tables.note.c.notes, decode_notes, encode_notes),
    (tables.original.c.account, decode_account, encode_account),
    (tables.outcome.c.reason, decode_messages, encode_messages),
    (tables.outcome.c.reading, decode_messages, encode_messages),
    (tables.recording.c.why, decode_messages, encode_messages),
)


@pytest.mark.parametrize(
    ("column", "decode", "encode"), _STORED, ids=lambda one: getattr(one, "__name__", str(one))
)
def test_every_stored_value_is_the_one_that_is_written_today(
    opened: Workspace, column: Any, decode: Callable[[Any], Any], encode: Callable[[Any], Any]
) -> None:
    with opened.reading() as connection:
        stored = connection.scalars(select(column)).all()
    assert stored
    assert [encode(decode(each)) for each in stored] == list(stored)


def test_a_migrated_workspace_is_opened_without_another_migration(place: Path) -> None:
    open_workspace(place).close()
    before = (place / DATABASE_NAME).read_bytes()
    open_workspace(place).close()
    assert (place / DATABASE_NAME).read_bytes() == before


# -- what is special of one migration -------------------------------------------------------------


@pytest.fixture
def oldest(tmp_path: Path) -> Path:
    """Give a copy of the workspace of the first release."""
    (file,) = [each for each in FILES if schema_of(each) == OLDEST]
    return unpacked(file, tmp_path / "dau-tien")


@pytest.mark.parametrize(
    "damage",
    [
        'UPDATE operation SET instruction = \'{"@":"Instruction"\' WHERE id = 34',
        'UPDATE operation SET instruction = \'{"@":"Instruction","index":0}\' WHERE id = 34',
        "UPDATE operation SET instruction = x'ff00' WHERE id = 34",
        "UPDATE amendment SET reading = '[]' WHERE recording = 8",
        "UPDATE note SET notes = x'00' WHERE recording = 8",
    ],
)
def test_a_damaged_row_is_no_hindrance_and_is_still_found(oldest: Path, damage: str) -> None:
    with closing(sqlite3.connect(oldest / DATABASE_NAME, isolation_level=None)) as database:
        assert database.execute(damage).rowcount == 1
    with closing(open_workspace(oldest)) as workspace:
        false = [str(verdict.checked) for verdict in verify(workspace) if not verdict.is_true]
    assert "07/QC-HĐTV tính lại như ở lần ghi 8" in false
    assert not any("05-QĐ/TU" in checked for checked in false)


def test_a_damaged_instruction_is_told_in_a_sentence(
    oldest: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(oldest / DATABASE_NAME, isolation_level=None)) as database:
        database.execute("UPDATE operation SET instruction = '{}' WHERE id = 34")
    words = ["--workspace", str(oldest), "undo-amend", "07/QC-HĐTV", "33"]
    assert run(words, None) == REFUSED  # type: ignore[arg-type]
    assert "Kho có dữ liệu đã hỏng" in capsys.readouterr().err


def test_a_migration_that_does_not_end_changes_nothing(
    oldest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        # The rows of two tables are written by then.
        patched.setattr("zlib.compress", _full)
        with pytest.raises(OSError, match="no room"):
            open_workspace(oldest)
    with closing(sqlite3.connect(oldest / DATABASE_NAME)) as database:
        (version,) = database.execute("SELECT version_num FROM alembic_version").fetchone()
        (old,) = database.execute("SELECT instruction FROM operation LIMIT 1").fetchone()
    assert version == OLDEST
    assert old.startswith('{"@":"Instruction"')


def _full(*_: object) -> bytes:
    raise OSError("no room")


def test_a_workspace_on_a_server_is_migrated_too(oldest: Path, database: str) -> None:
    engine = create_engine(database.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, OLDEST)
        known = MetaData()
        known.reflect(connection)
        with closing(sqlite3.connect(oldest / DATABASE_NAME)) as source:
            source.row_factory = sqlite3.Row
            for table in known.sorted_tables:
                rows = [dict(row) for row in source.execute(f"SELECT * FROM {table.name}")]
                if rows and table.name != "alembic_version":
                    connection.execute(insert(table), rows)
    engine.dispose()
    with closing(open_workspace(database)) as workspace:
        assert [v.checked for v in verify(workspace) if not v.is_true] == []
        assert len(list_documents(workspace)) == 6


def test_a_workspace_of_a_newer_schema_is_refused(oldest: Path) -> None:
    with closing(sqlite3.connect(oldest / DATABASE_NAME, isolation_level=None)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StorageError) as caught:
        open_workspace(oldest)
    assert caught.value.code == "QC-S012"


def test_the_workspace_is_kept_before_it_is_migrated(place: Path) -> None:
    before = _schema_in(place / DATABASE_NAME)
    with closing(open_workspace(place)):
        pass
    kept = sorted((place / "sao-luu").glob("truoc-nang-cap-*.db"))
    if before == tables.SCHEMA_VERSION:
        assert kept == []
        return
    assert [_schema_in(file) for file in kept] == [before]
    with closing(open_workspace(place)):
        pass
    assert sorted((place / "sao-luu").glob("truoc-nang-cap-*.db")) == kept


@pytest.mark.parametrize(
    "file", [file for file in FILES if schema_of(file) != tables.SCHEMA_VERSION], ids=schema_of
)
def test_nothing_is_migrated_when_there_is_no_room_to_keep_it(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = unpacked(file, tmp_path / "kho")
    before = _schema_in(place / DATABASE_NAME)

    def full(*_: object, **__: object) -> None:
        raise StorageError(message("QC-S081", "đầy"))

    monkeypatch.setattr("quyche_app.storage.workspace.copy_workspace", full)
    with pytest.raises(StorageError) as refused:
        open_workspace(place)
    assert refused.value.code == "QC-S081"
    assert _schema_in(place / DATABASE_NAME) == before


def test_why_something_was_recorded_is_known_by_its_facts(place: Path) -> None:
    with closing(open_workspace(place)) as workspace, workspace.reading() as connection:
        recorded = [
            each.why for line in (1, 2, 3, 4, 5) for each in recordings_of(connection, line)
        ]
    found = {why.code: why for why in recorded if why is not None}
    assert found["recorded.import"].about("name")
    amended = found["recorded.amendment"]
    assert (amended.about("act"), amended.about("day")) == (
        "Quyết định 33/QĐ-HĐTV",
        date(2020, 3, 1),
    )


def test_where_acts_meet_is_found_by_the_code_of_the_reason() -> None:
    migration = import_module("quyche_app.storage.migrations.versions.0004_messages")
    text = migration._outcome_words("cùng có hiệu lực ngày 01/3/2020: hãy xem lời văn nào đúng")
    (met,) = decode_messages(text)
    assert met.code in MEETS
    assert str(met) == "cùng có hiệu lực ngày 01/3/2020: hãy xem lời văn nào đúng"
    (other,) = decode_messages(migration._outcome_words("lời văn mới có số 2 {}"))
    assert (other.code, str(other)) == ("stored.words", "lời văn mới có số 2 {}")


def _schema_in(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(version)
