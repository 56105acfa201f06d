"""Exported files: the text of the day, proved, and never over an existing file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quyche_app.domain.acts import act_lines
from quyche_app.domain.errors import StorageError, WritingError
from quyche_app.services.amend import amend
from quyche_app.services.drafts import begin_draft
from quyche_app.services.export import export
from quyche_app.services.import_file import import_file
from quyche_app.services.text_as_at import text_as_at
from quyche_app.services.workspace import Workspace
from quyche_app.writing.resolver import accept_all, reject_all
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
