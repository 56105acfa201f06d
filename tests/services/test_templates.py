"""New regulations from a frame, and texts that are put away."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from quyche_app.checking.check import check_draft
from quyche_app.checking.findings import Severity
from quyche_app.domain.errors import StorageError
from quyche_app.domain.flow import act_lines
from quyche_app.domain.units import Table, cell_text
from quyche_app.services.export import export
from quyche_app.services.library import ARCHIVED, list_documents
from quyche_app.services.remarks import choose
from quyche_app.services.templates import TEMPLATES, begin_from_template
from quyche_app.services.text_as_at import text_as_at
from quyche_app.services.views import Role
from quyche_app.services.workspace import Workspace


@pytest.mark.parametrize("key", [template.key for template in TEMPLATES])
def test_a_draft_begins_from_each_frame_for_the_office_named(ws: Workspace, key: str) -> None:
    draft = begin_from_template(ws, key, "Đảng ủy xã Mẫu", "Xã Mẫu")
    assert draft.role is Role.DRAFT
    act = text_as_at(ws, draft.id).act
    lines = "\n".join(act_lines(act))
    assert "ĐẢNG ỦY XÃ MẪU" in lines
    assert "{" not in lines
    assert draft.article_count >= 9
    assert [f for f in check_draft(act) if f.rule.severity is Severity.MUST] == []
    frame = next(row for row in list_documents(ws) if row.role is not Role.DRAFT)
    assert frame.is_archived


@pytest.mark.parametrize("key", [template.key for template in TEMPLATES])
def test_the_head_of_a_frame_is_two_columns_without_strokes_and_with_room_to_write(
    small: Workspace, tmp_path: Path, key: str
) -> None:
    draft = begin_from_template(small, key, "Đảng ủy xã Mẫu", "Xã Mẫu")
    act = text_as_at(small, draft.id).act
    head = act.main.front[0]
    assert isinstance(head, Table)
    assert all(len(row) == 2 for row in head.rows)
    words = [cell_text(cell) for row in head.rows for cell in row]
    assert "|" not in "".join(words)
    assert any(re.search("ngày {3,}tháng {3,}năm", each) for each in words)
    assert any(re.search("^Số:? {3,}[-/]Q", each) for each in words)
    outs = [tmp_path / "x.docx", tmp_path / "x.html"]
    assert all(verdict.is_true for verdict in export(small, draft.id, outs).verdicts)
    written = [
        ZipFile(outs[0]).read("word/document.xml").decode(),
        outs[1].read_text(encoding="utf-8"),
    ]
    assert all("|" not in file for file in written)
    assert all(re.search("ngày {3,}tháng {3,}năm", file) for file in written)


def test_a_frame_that_is_not_there_and_an_office_without_a_name_are_refused(ws: Workspace) -> None:
    with pytest.raises(StorageError, match="Không có mẫu"):
        begin_from_template(ws, "khac", "Đảng ủy", "")
    with pytest.raises(StorageError, match="tên cơ quan"):
        begin_from_template(ws, "dang-uy", " ", "")


def test_a_text_is_put_away_and_brought_back(ws: Workspace, regulation: str) -> None:
    choose(ws, regulation, {ARCHIVED: "1"})
    (row,) = list_documents(ws)
    assert row.is_archived
    choose(ws, regulation, {ARCHIVED: "0"})
    (row,) = list_documents(ws)
    assert not row.is_archived
