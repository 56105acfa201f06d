"""A Word file with tracked changes, written only when both sides were proved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quyche_app.comparing import compare
from quyche_app.domain.beside import Part, Uncompared
from quyche_app.domain.errors import WritingError
from quyche_app.reading.files import read_bytes
from quyche_app.services.redline import (
    apart_remarks,
    prove_redline,
    redline_files,
    write_redline,
)
from quyche_app.writing.layout import load_profile, profile_for
from quyche_app.writing.redline import redline_bytes
from tests.services.office_texts import written

_OLD = "QUY CHẾ\nĐiều 1. Họp\n1. Họp hằng tháng.\n2. Báo cáo."
_NEW = _OLD.replace("tháng", "tuần")
_DAY = date(2026, 4, 1)


def code_of(old: Path, new: Path, out: Path) -> str:
    with pytest.raises(WritingError) as caught:
        redline_files(old, new, out, author="Lan", day=_DAY)
    return caught.value.code


def test_two_files_give_a_proved_redline(tmp_path: Path) -> None:
    old, new = written(tmp_path, "a.txt", _OLD), written(tmp_path, "b.txt", _NEW)
    verdict = redline_files(old, new, tmp_path / "c.docx", author="Lan", day=_DAY)
    assert (verdict.is_true, verdict.differences, verdict.remarks) == (True, (), ())
    assert (tmp_path / "c.docx").is_file()


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        (_NEW, "c.pdf", "QC-W131"),
        (_NEW, "c", "QC-W131"),
        (_OLD, "c.docx", "QC-W132"),
    ],
    ids=["another ending", "no ending", "no difference"],
)
def test_what_cannot_be_written_is_refused(tmp_path: Path, text: str, name: str, code: str) -> None:
    old, new = written(tmp_path, "a.txt", _OLD), written(tmp_path, "b.txt", text)
    assert code_of(old, new, tmp_path / name) == code
    assert not (tmp_path / name).exists()


def test_a_redline_of_other_texts_fails_its_proof() -> None:
    old, new, other = (
        read_bytes("x.txt", text.encode()).act
        for text in (_OLD, _NEW, _OLD.replace("Báo", "Thông"))
    )
    comparison = compare(old, new)
    profile = load_profile(profile_for(new))
    data = redline_bytes(comparison, author="Lan", day=_DAY, profile=profile)
    assert prove_redline(comparison, data).is_true
    assert not prove_redline(compare(old, other), data).is_true
    assert not prove_redline(compare(other, new), data).is_true


def test_a_redline_that_is_not_right_is_not_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = (read_bytes("x.txt", text.encode()).act for text in (_OLD, _NEW))
    wrong = redline_bytes(
        compare(new, old), author="Lan", day=_DAY, profile=load_profile(profile_for(new))
    )
    monkeypatch.setattr("quyche_app.writing.redline.redline_bytes", lambda *a, **k: wrong)
    with pytest.raises(WritingError) as caught:
        write_redline(compare(old, new), tmp_path / "c.docx", author="Lan", day=_DAY)
    assert caught.value.code == "QC-W130"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("parts", "grave"),
    [
        ([], []),
        ([Uncompared(Part.NOTES, 1, 2)], [True]),
        ([Uncompared(Part.LINKS, 1, 2)], [False]),
        ([Uncompared(Part.LINKS, 1, 2), Uncompared(Part.NOTES, 1, 2)], [True, False]),
        ([Uncompared(Part.PICTURES, 1, 2), Uncompared(Part.NOTES, 1, 2)], [True]),
    ],
)
def test_what_no_tracked_change_shows_is_said(parts: list[Uncompared], grave: list[bool]) -> None:
    assert [remark.needs_a_person for remark in apart_remarks(parts)] == grave
