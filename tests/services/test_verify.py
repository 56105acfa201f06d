"""Proofs of the workspace: they agree with an honest record and find every tampered row."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, String

from quyche_app.cli.main import run
from quyche_app.services.amend import amend
from quyche_app.services.drafts import begin_draft
from quyche_app.services.import_file import import_file
from quyche_app.services.undo_amend import undo_amend
from quyche_app.services.verify import verify
from quyche_app.services.views import Verdict
from quyche_app.services.workspace import Workspace, open_workspace
from quyche_app.storage import tables
from tests.services.office_texts import FIRST, LATE, REGULATION, SECOND

File = Callable[[str, str], Path]


def test_an_honest_record_is_true_in_every_part(ws: Workspace, regulation: str, file: File) -> None:
    amend(ws, regulation, file("1.txt", FIRST))
    second = amend(ws, regulation, file("2.txt", SECOND))
    amend(ws, regulation, file("3.txt", LATE))
    undo_amend(ws, regulation, second.operations[0])
    begin_draft(ws, regulation, as_at="2021-01-01")
    verdicts = verify(ws)
    assert [v for v in verdicts if not v.is_true] == []
    computed = [str(v.checked) for v in verdicts if v.checked.code == "verify.recomputed"]
    assert len(computed) == 5, "import, three acts, one taken back"


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        (
            "UPDATE content SET words = replace(words, 'trong ngày', 'trong tuần')",
            "không khớp mã kiểm tra",
        ),
        (
            "UPDATE wording SET content = (SELECT max(id) FROM content) WHERE valid_from > 0",
            "lần ghi",
        ),
        (
            "UPDATE wording SET valid_from = valid_from + 1 WHERE valid_from > 0",
            "không như tính lại",
        ),
        ("DELETE FROM wording WHERE operation IS NOT NULL", "không còn như khi được ghi"),
        (
            "UPDATE wording SET sort_key = 99999999 WHERE recording = 1 AND unit = 6",
            "không còn như khi",
        ),
        ("UPDATE original SET content = zeroblob(size_bytes)", "SHA-256"),
        ("UPDATE content SET words = '[' WHERE id = 5", "không tính lại được"),
        ("UPDATE note SET notes = (SELECT account FROM original LIMIT 1)", "không tính lại được"),
        ("DELETE FROM note", "Các chú thích"),
        ("UPDATE operation SET is_accepted = 0 WHERE seq = 0", "không như tính lại"),
    ],
)
def test_a_tampered_row_is_found(small: Workspace, file: File, sql: str, said: str) -> None:
    regulation = import_file(small, file("quy-che.txt", REGULATION)).document.id
    amend(small, regulation, file("1.txt", FIRST))
    assert all(verdict.is_true for verdict in verify(small))
    with sqlite3.connect(Path(small.place, "kho.db")) as database:
        assert database.execute(sql).rowcount > 0
    database.close()
    found = [str(said) for v in verify(small) if not v.is_true for said in v.differences]
    assert any(said.casefold() in sentence.casefold() for sentence in found), found


@pytest.fixture
def recorded(small: Workspace, file: File) -> Path:
    """Give the folder of a workspace with a regulation, an act over it and a draft."""
    regulation = import_file(small, file("quy-che.txt", REGULATION)).document.id
    amend(small, regulation, file("1.txt", FIRST))
    begin_draft(small, regulation, as_at="2021-01-01")
    small.close()
    return Path(small.place)


def false_ones(folder: Path) -> list[Verdict]:
    with closing(open_workspace(folder)) as ws:
        return [verdict for verdict in verify(ws) if not verdict.is_true]


def change(folder: Path, *statements: str) -> int:
    """Change a workspace behind the program's back; give how many rows the last statement changed."""
    with closing(sqlite3.connect(folder / "kho.db", isolation_level=None)) as database:
        return [database.execute(sql).rowcount for sql in statements][-1]


def reword_notes(folder: Path, change_note: Callable[[dict[str, object]], object]) -> None:
    """Store other notes; ``change_note`` changes one in place, or gives False to drop it."""
    with closing(sqlite3.connect(folder / "kho.db", isolation_level=None)) as database:
        for number, packed in database.execute("SELECT recording, notes FROM note").fetchall():
            name, version, notes = json.loads(zlib.decompress(packed))
            kept = [note for note in notes if change_note(note) is not False]
            told = json.dumps([name, version, kept], ensure_ascii=False)
            stored = zlib.compress(told.encode())
            database.execute("UPDATE note SET notes = ? WHERE recording = ?", (stored, number))


def _says(old: str, new: str) -> Callable[[dict[str, object]], object]:
    def change_note(note: dict[str, object]) -> None:
        note["text"] = str(note["text"]).replace(old, new)

    return change_note


@pytest.mark.parametrize(
    "worded",
    [
        _says("theo quy định tại", "bởi"),
        _says(", có hiệu lực kể từ ngày 16 tháng 7 năm 2018", ""),
        _says("ngày 16 tháng 7 năm 2018", "16/07/2018"),
        _says("được", "đã được"),
    ],
)
def test_notes_that_another_version_worded_are_true(
    recorded: Path, worded: Callable[[dict[str, object]], object]
) -> None:
    before = (recorded / "kho.db").read_bytes()
    reword_notes(recorded, worded)
    assert (recorded / "kho.db").read_bytes() != before
    assert false_ones(recorded) == []


def _elsewhere(note: dict[str, object]) -> None:
    note["unit"] = "f" * 32


def _by_another(note: dict[str, object]) -> None:
    note["instruction"] = 1 if note.get("instruction") != 1 else 0


@pytest.mark.parametrize(
    "other",
    [
        _says("100-QĐ/TU", "101-QĐ/TU"),
        _says("ngày 16 tháng 7", "ngày 17 tháng 7"),
        _says("được bãi bỏ", "được bãi bỏ theo “lời của ai”"),
        _elsewhere,
        _by_another,
        lambda note: "bãi bỏ" not in str(note["text"]),
    ],
)
def test_notes_that_say_what_no_act_says_are_found(
    recorded: Path, other: Callable[[dict[str, object]], object]
) -> None:
    reword_notes(recorded, other)
    assert any(
        said.code == "verify.notes_not_recomputed"
        for v in false_ones(recorded)
        for said in v.differences
    )


_COLUMNS = [
    (table.name, column.name) for table in tables.metadata.sorted_tables for column in table.columns
]


@pytest.mark.parametrize(("table", "column"), _COLUMNS)
def test_a_value_of_another_kind_is_a_finding(
    recorded: Path, tmp_path: Path, table: str, column: str
) -> None:
    kind = tables.metadata.tables[table].columns[column].type
    others = (
        ["12345", "'x'"]
        if isinstance(kind, LargeBinary)
        else (["x'ff00'"] if isinstance(kind, String) else ["'x'", "x'ff00'", "1.5"])
    )
    for number, value in enumerate(others):
        folder = tmp_path / f"kho-{number}"
        shutil.copytree(recorded, folder)
        try:
            changed = change(folder, f"UPDATE OR IGNORE {table} SET {column} = {value}")
        except sqlite3.IntegrityError:  # a row number is nothing but a number
            continue
        assert not changed or false_ones(folder)


@pytest.mark.parametrize(
    "statements",
    [
        ["DELETE FROM unit WHERE id = 4"],
        ["DELETE FROM line WHERE kind = 'draft'"],
        ["DELETE FROM recording WHERE kind = 'draft'"],
        ["UPDATE document SET role = 'khac'"],
        ["UPDATE content SET words = CAST(x'ff' AS TEXT) WHERE id = 3"],
        ["UPDATE recording SET at = 'hôm qua'"],
        ["UPDATE document SET effect_date = 99999999999"],
        ["UPDATE content SET hash = 99999999999 WHERE id = 3"],
        [
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM"
            " sqlite_master WHERE name = 'ix_line_document') WHERE name = 'ix_recording_line'",
        ],
    ],
)
def test_what_the_database_itself_holds_to_be_wrong_is_found(
    recorded: Path, statements: list[str]
) -> None:
    assert change(recorded, *statements)
    assert false_ones(recorded)


def test_a_damaged_text_does_not_hide_the_others(recorded: Path, tmp_path: Path) -> None:
    with closing(open_workspace(recorded)) as ws:
        other = tmp_path / "khac.txt"
        other.write_text("Điều 1. Văn bản khác\n1. Lời.\n", encoding="utf-8")
        import_file(ws, other)
    change(recorded, "UPDATE document SET issue_date = 99999999999 WHERE id = 1")
    with closing(open_workspace(recorded)) as ws:
        verdicts = verify(ws)
    assert any(
        "Văn bản khác" in str(v.checked) or "khac" in str(v.checked) for v in verdicts if v.is_true
    )
    assert any(not v.is_true for v in verdicts)


def test_what_is_not_checked_is_said(
    ws: Workspace, where: str, regulation: str, capsys: pytest.CaptureFixture[str]
) -> None:
    verdicts = verify(ws)
    unchecked = [verdict for verdict in verdicts if not verdict.is_checked]
    assert len(unchecked) == where.startswith("postgresql")
    assert run(["--workspace", where, "verify"], None) == 0  # type: ignore[arg-type]
    said = capsys.readouterr().out.splitlines()
    assert len(said) == len(verdicts)
    assert sum(line.startswith("không kiểm: ") for line in said) == len(unchecked)
    assert all(line.startswith(("đúng: ", "không kiểm: ")) for line in said)
