"""Exported files: the text of the day, proved, and never over an existing file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from quyche_app.domain.errors import StorageError, WritingError
from quyche_app.domain.flow import act_lines, unit_lines
from quyche_app.domain.texts import clean
from quyche_app.domain.units import Paragraph
from quyche_app.reading.files import read_source
from quyche_app.services.amend import amend
from quyche_app.services.drafts import begin_draft, record_texts
from quyche_app.services.export import export
from quyche_app.services.import_file import import_file
from quyche_app.services.outputs import FORMATS
from quyche_app.services.text_as_at import text_as_at
from quyche_app.services.workspace import Workspace
from quyche_app.writing.resolver import accept_all, reject_all, tracked_count
from tests.services.office_texts import FIRST, HALF, REGULATION, SECOND
from tests.writing.test_docx import assert_clean

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
    outs = [tmp_path / f"a{suffix}" for suffix in FORMATS]
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
        (tmp_path / "a.rtf", {}, r"\.docx"),
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


def test_a_draft_says_in_its_file_that_it_is_one(
    ws: Workspace, regulation: str, tmp_path: Path
) -> None:
    out = tmp_path / "du-thao.html"
    export(ws, begin_draft(ws, regulation).id, [out])
    told = "(Dự thảo, lần 1 của Quy chế số 07-QC/TU; chưa ban hành, chưa có hiệu lực)"
    assert told in out.read_text("utf-8")


def test_the_redline_of_a_draft_leads_from_the_text_that_it_began_from(
    small: Workspace, amended: str, tmp_path: Path
) -> None:
    draft = begin_draft(small, amended, as_at="2018-07-16").id
    units = text_as_at(small, draft).act.units()
    clause = next(
        unit for unit in units if unit_lines(unit) == ["1. Mỗi việc giao một người chủ trì."]
    )
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
    assert "lời văn ngày 16/7/2018" in str(done.verdicts[0].checked)


def test_a_redline_without_a_change_is_not_written(
    small: Workspace, amended: str, file: File, tmp_path: Path
) -> None:
    unchanged = import_file(
        small, file("khac.txt", REGULATION.replace("07-QC", "08-QC"))
    ).document.id
    fresh = begin_draft(small, amended).id
    out = tmp_path / "x.docx"
    for document, as_at in (
        (unchanged, None),
        (amended, "issued"),
        (amended, "2017-01-01"),
        (fresh, None),
    ):
        with pytest.raises(WritingError) as refused:
            export(small, document, [out], as_at=as_at, kind="redline")
        assert refused.value.code == "QC-W132"
        assert not out.exists()


@pytest.fixture
def amended_twice(small: Workspace, amended: str, file: File) -> str:
    amend(small, amended, file("2.txt", SECOND))
    return amended


def read_lines(path: Path) -> list[str]:
    return [paragraph.text for paragraph in read_source(path.name, path.read_bytes()).paragraphs]


def _everywhere(path: Path) -> str:
    """The words of a file with what stands beside its body."""
    if path.suffix != ".docx":
        return path.read_text("utf-8")
    with ZipFile(path) as archive:
        parts = [
            archive.read(name).decode() for name in archive.namelist() if name.startswith("word/")
        ]
    return re.sub("<[^>]+>", "", " ".join(parts))


@pytest.mark.parametrize(
    ("as_at", "later", "earlier"),
    [
        ("issued", ("100-QĐ/TU", "16 tháng 7 năm 2018", "200-QĐ/TU"), ()),
        ("15/7/2018", ("100-QĐ/TU", "16 tháng 7 năm 2018", "200-QĐ/TU"), ()),
        ("16/7/2018", ("200-QĐ/TU", "01 tháng 3 năm 2020"), ("100-QĐ/TU",)),
        ("01/3/2020", (), ("100-QĐ/TU", "200-QĐ/TU")),
    ],
)
def test_a_file_of_an_old_day_says_which_acts_came_after_it(
    small: Workspace,
    amended_twice: str,
    tmp_path: Path,
    as_at: str,
    later: tuple[str, ...],
    earlier: tuple[str, ...],
) -> None:
    outs = [tmp_path / f"a{suffix}" for suffix in (".docx", ".html", ".json")]
    done = export(small, amended_twice, outs, as_at=as_at)
    assert not done.needs_a_person, "the file says it itself"
    told = next((line for line in read_lines(outs[0]) if "sau ngày này" in line), "")
    assert bool(told) == bool(later)
    assert all(words in told for words in later)
    assert not any(words in told for words in earlier)
    assert ("sau ngày này" in _everywhere(outs[1])) == bool(later)
    rows = json.loads(outs[2].read_text("utf-8"))["amended_later"]
    assert [row["number"] for row in rows] == [words for words in later if "QĐ" in words]


def test_plain_text_of_an_old_day_is_the_words_alone_and_a_person_is_told(
    small: Workspace, amended_twice: str, tmp_path: Path
) -> None:
    for as_at, is_told in (("16/7/2018", True), ("01/3/2020", False)):
        out = tmp_path / f"{as_at.replace('/', '-')}.txt"
        done = export(small, amended_twice, [out], as_at=as_at)
        lines = act_lines(text_as_at(small, amended_twice, as_at=as_at).act)
        assert out.read_text("utf-8").splitlines() == lines
        assert done.needs_a_person == is_told
        assert any("200-QĐ/TU" in remark.sentence for remark in done.remarks) == is_told


def test_an_amendment_that_is_not_in_force_yet_is_named_today(
    small: Workspace, amended: str, file: File, tmp_path: Path
) -> None:
    amend(small, amended, file("2.txt", SECOND), effect=date(2200, 3, 1))
    out = tmp_path / "nay.docx"
    export(small, amended, [out])
    told = next(line for line in read_lines(out) if "sau ngày này" in line)
    assert "200-QĐ/TU" in told
    assert "01 tháng 3 năm 2200" in told
    assert "100-QĐ/TU" not in told


def test_the_redline_of_an_old_day_says_so_above_its_first_page_and_proves_true(
    small: Workspace, amended_twice: str, tmp_path: Path
) -> None:
    old, now = tmp_path / "cu.docx", tmp_path / "nay.docx"
    assert (
        export(small, amended_twice, [old], as_at="16/7/2018", kind="redline").verdicts[0].is_true
    )
    export(small, amended_twice, [now], as_at="01/3/2020", kind="redline")
    assert "200-QĐ/TU" in _everywhere(old)
    assert "sau ngày này" not in _everywhere(now)
    lines = act_lines(text_as_at(small, amended_twice, as_at="16/7/2018").act)
    assert accept_all(old.read_bytes()) == [line for line in map(clean, lines) if line]
    assert_clean(old)


def test_an_act_that_waits_in_the_workspace_is_named(
    small: Workspace, amended: str, file: File, tmp_path: Path
) -> None:
    other = SECOND.replace("200-QĐ/TU", "201-QĐ/TU").replace("Văn phòng Tỉnh ủy", "Ban Tổ chức")
    before = SECOND.replace("200-QĐ/TU", "202-QĐ/TU").replace("năm 2020", "năm 2010")
    out = tmp_path / "x.docx"
    import_file(small, file("khac.txt", other))
    import_file(small, file("truoc.txt", before))
    assert export(small, amended, [out]).remarks == (), "about another text, or signed before it"
    waiting = import_file(small, file("cho.txt", SECOND)).document
    done = export(small, amended, [out], force=True)
    assert done.needs_a_person
    assert any("200-QĐ/TU" in remark.sentence for remark in done.remarks)
    assert export(small, amended, [out], as_at="issued", force=True).remarks == ()
    amend(small, amended, waiting.id)
    assert export(small, amended, [out], force=True).remarks == ()


@pytest.mark.parametrize(("number", "is_told"), [("07-QC/TU", True), ("09-QC/TU", False)])
def test_a_number_that_an_act_cites_tells_what_it_is_about(
    small: Workspace, amended: str, file: File, tmp_path: Path, number: str, is_told: bool
) -> None:
    cites = SECOND.replace(
        "một số điều của Quy chế làm việc của Văn phòng Tỉnh ủy Bến Mẫu",
        f"một số điều của Quy chế số {number} làm việc của Văn phòng Tỉnh ủy Bến Mẫu",
    )
    import_file(small, file("cho.txt", cites))
    assert export(small, amended, [tmp_path / "x.docx"]).needs_a_person == is_told


def test_a_text_with_a_part_of_an_act_says_how_much_of_it(
    small: Workspace, amended: str, file: File, tmp_path: Path
) -> None:
    amend(small, amended, file("nua.txt", HALF))
    out = tmp_path / "x.docx"
    done = export(small, amended, [out])
    assert done.needs_a_person
    assert any(
        "1/2" in remark.sentence and "300-QĐ/TU" in remark.sentence for remark in done.remarks
    )
    assert export(small, amended, [out], as_at="2020-01-01", force=True).remarks == ()
