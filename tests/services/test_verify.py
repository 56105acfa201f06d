"""Proofs of the workspace: they agree with an honest record and find every tampered row."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from quyche_app.services.amend import amend
from quyche_app.services.drafts import begin_draft
from quyche_app.services.import_file import import_file
from quyche_app.services.undo_amend import undo_amend
from quyche_app.services.verify import verify
from quyche_app.services.workspace import Workspace
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
    computed = [v.checked for v in verdicts if "tính lại" in v.checked]
    assert len(computed) == 5, "import, three acts, one taken back"


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE content SET words = replace(words, 'trong ngày', 'trong tuần')", "không khớp mã kiểm tra"),
        ("UPDATE wording SET content = (SELECT max(id) FROM content) WHERE valid_from > 0", "lần ghi"),
        ("UPDATE wording SET valid_from = valid_from + 1 WHERE valid_from > 0", "không như tính lại"),
        ("DELETE FROM wording WHERE operation IS NOT NULL", "không còn như khi được ghi"),
        ("UPDATE wording SET sort_key = 99999999 WHERE recording = 1 AND unit = 6", "không còn như khi"),
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
    found = [sentence for v in verify(small) if not v.is_true for sentence in v.differences]
    assert any(said.casefold() in sentence.casefold() for sentence in found), found
