"""Exported files: the text of the day, proved, and never over an existing file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quyche_app.domain.acts import act_lines
from quyche_app.domain.errors import StorageError, WritingError
from quyche_app.domain.units import Paragraph, unit_lines
from quyche_app.services.amend import amend
from quyche_app.services.drafts import begin_draft, record_texts
from quyche_app.services.export import export
from quyche_app.services.import_file import import_file
from quyche_app.services.text_as_at import text_as_at
from quyche_app.services.workspace import Workspace
from quyche_app.writing.resolver import accept_all, reject_all, tracked_count
from tests.services.office_texts import FIRST, REGULATION

File = Callable[[str, str], Path]


@pytest.fixture
def amended(small: Workspace, file: File) -> str:
    document = import_file(small, file("quy-che.txt", REGULATION)).document.id
    amend(small, document, file("1.txt", FIRST))
    return document


def test_the_text_file_has_the_words_of_the_day(
    small: Workspace, amended: str, tmp_path: Path
) -> None:
    for day in ("issued", "15/7/2018", "16/7/2018"):
        out = tmp_path / f"{day.replace('/', '-')}.txt"
        done = export(small, amended, [out], as_at=day)
        assert done.paths == (str(out),)
        assert done.verdicts[0].is_true
        lines = act_lines(text_as_at(small, amended, as_at=day).act)
        assert out.read_text(encoding="utf-8").split("\n")[:-1] == lines


def test_every_format_is_written_and_the_same_text_gives_the_same_bytes(
    small: Workspace, amended: str, tmp_path: Path
) -> None:
    outs = [tmp_path / f"a{suffix}" for suffix in (".docx", ".html", ".txt", ".json")]
    done = export(small, amended, outs, as_at="2020-01-01")
    assert all(verdict.is_true for verdict in done.verdicts)
    first = [path.read_bytes() for path in outs]
    export(small, amended, outs, as_at="2020-01-01", force=True)
    assert [path.read_bytes() for path in outs] == first


def test_an_existing_file_is_replaced_only_when_asked(
    small: Workspace, amended: str, tmp_path: Path
) -> None:
    old, new = tmp_path / "cũ.txt", tmp_path / "mới.txt"
    old.write_text("của người khác", encoding="utf-8")
    with pytest.raises(WritingError, match="Đã có tệp"):
        export(small, amended, [new, old])
    assert old.read_text(encoding="utf-8") == "của người khác"
    assert not new.exists(), "nothing is written when one of the files cannot be"


def test_what_cannot_be_written_is_told_and_leaves_nothing(
    small: Workspace, amended: str, tmp_path: Path
) -> None:
    before = sorted(tmp_path.iterdir())
    for out, options, said in (
        (tmp_path / "a.odt", {}, r"\.docx"),
        (tmp_path / "không có" / "a.txt", {}, "Không có thư mục"),
        (tmp_path / "a.docx", {"kind": "table"}, "Chưa xuất được"),
        (tmp_path / "a.txt", {"kind": "redline"}, r"\.docx"),
    ):
        with pytest.raises(WritingError, match=said):
            export(small, amended, [out], **options)
    with pytest.raises(StorageError, match="không phải là ngày"):
        export(small, amended, [tmp_path / "a.txt"], as_at="hôm qua")
    assert sorted(tmp_path.iterdir()) == before


def test_tracked_changes_lead_from_the_first_wording_to_that_of_the_day(
    small: Workspace, amended: str, tmp_path: Path
) -> None:
    out = tmp_path / "sửa.docx"
    done = export(small, amended, [out], as_at="2020-01-01", kind="redline")
    assert done.verdicts[0].is_true
    data = out.read_bytes()
    assert "2. Việc gấp được báo cáo trong ngày." in reject_all(data)
    assert "2. Việc gấp được báo cáo trong buổi." in accept_all(data)


def test_a_draft_says_in_its_file_that_it_is_one(ws: Workspace, regulation: str, tmp_path: Path) -> None:
    out = tmp_path / "du-thao.html"
    export(ws, begin_draft(ws, regulation).id, [out])
    told = "(Dự thảo, lần 1 của Quy chế số 07-QC/TU; chưa ban hành, chưa có hiệu lực)"
    assert told in out.read_text("utf-8")


def test_the_redline_of_a_draft_leads_from_the_text_that_it_began_from(
    small: Workspace, amended: str, tmp_path: Path
) -> None:
    draft = begin_draft(small, amended, as_at="2018-07-16").id
    units = text_as_at(small, draft).act.units()
    clause = next(unit for unit in units if unit_lines(unit) == ["1. Mỗi việc giao một người chủ trì."])
    edited = replace(clause, lead=(Paragraph("Mỗi việc giao hai người chủ trì."),))
    record_texts(small, draft, {clause.id: edited})
    out = tmp_path / "du-thao.docx"
    done = export(small, draft, [out], kind="redline")
    assert done.verdicts[0].is_true
    data = out.read_bytes()
    assert tracked_count(data) >= 2
    assert "1. Mỗi việc giao một người chủ trì." in reject_all(data)
    assert "1. Mỗi việc giao hai người chủ trì." in accept_all(data)
    # What the act changed before the draft began is no change of the draft.
    assert "2. Việc gấp được báo cáo trong buổi." in reject_all(data)
    assert "lời văn ngày 16/7/2018" in done.verdicts[0].checked


def test_a_redline_without_a_change_is_not_written(
    small: Workspace, amended: str, file: File, tmp_path: Path
) -> None:
    unchanged = import_file(small, file("khac.txt", REGULATION.replace("07-QC", "08-QC"))).document.id
    fresh = begin_draft(small, amended).id
    out = tmp_path / "x.docx"
    for document, as_at in ((unchanged, None), (amended, "issued"), (amended, "2017-01-01"), (fresh, None)):
        with pytest.raises(WritingError) as refused:
            export(small, document, [out], as_at=as_at, kind="redline")
        assert refused.value.code == "QC-W132"
        assert not out.exists()
