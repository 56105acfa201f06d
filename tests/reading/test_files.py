"""A file becomes a structured act with its account, whatever it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from quyche_app.domain.errors import ReadingError
from quyche_app.domain.flow import act_lines
from quyche_app.domain.sources import Role, SourceText
from quyche_app.reading.files import read_bytes, read_file, read_source, structured
from tests.reading.packages import docx, p

_WORDS = "QUY CHẾ\nĐiều 1. Họp\n1. Họp mỗi tháng.\n"
_DOCX = docx("".join(p(line) for line in _WORDS.splitlines()))


@pytest.mark.parametrize("data", [_WORDS.encode(), _DOCX], ids=["text", "docx"])
@pytest.mark.parametrize("name", ["a.txt", "a.docx", "không đuôi"])
def test_the_content_decides_and_not_the_name(data: bytes, name: str) -> None:
    read = read_bytes(name, data)
    assert act_lines(read.act) == _WORDS.splitlines()
    assert [entry.role for entry in read.account] == [Role.FRONT, Role.LABEL, Role.LABEL]
    assert read.source.name == name


def test_a_file_is_read_from_the_disk_under_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "quy-chế.txt"
    path.write_text(_WORDS, encoding="utf-8")
    read = read_file(path)
    assert (read.source.name, read.source.format) == ("quy-chế.txt", "text")
    with pytest.raises(ReadingError) as caught:
        read_file(tmp_path / "khac.txt")
    assert caught.value.code == "QC-R101"


def test_identities_are_those_of_the_giver_or_run() -> None:
    count = iter(range(100))
    given = read_bytes("a", _WORDS.encode(), new_id=lambda: f"x{next(count)}")
    assert {unit.id[0] for unit in given.act.units()} == {"x"}
    assert {unit.id[0] for unit in read_bytes("a", _WORDS.encode()).act.units()} == {"u"}


@pytest.mark.parametrize(("tracked", "word"), [("accepted", "tuần"), ("rejected", "tháng")])
def test_one_side_of_tracked_changes_is_read(tracked: str, word: str) -> None:
    changed = (
        "<w:p><w:r><w:t>Họp mỗi </w:t></w:r>"
        "<w:ins><w:r><w:t>tuần</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>tháng</w:delText></w:r></w:del></w:p>"
    )
    data = docx(p("Điều 1. Họp") + changed)
    assert read_source("a", data, tracked=tracked).paragraphs[1].text == f"Họp mỗi {word}"
    assert act_lines(read_bytes("a", data, tracked=tracked).act)[1] == f"Họp mỗi {word}"


def test_a_file_without_a_letter_is_refused() -> None:
    with pytest.raises(ReadingError) as caught:
        structured(SourceText("trống.txt", "text", ()))
    assert (caught.value.code, caught.value.place) == ("QC-R105", "trống.txt")


def test_typed_notes_are_set_apart_and_told() -> None:
    lines = (
        "Điều 1. Họp\n1.[1] Họp mỗi tháng.\n"
        "[1] Khoản này được sửa đổi theo quy định tại khoản 1 Điều 1 của Quyết định số 5-QĐ/TU."
    )
    read = read_bytes("a", lines.encode())
    assert act_lines(read.act) == ["Điều 1. Họp", "1. Họp mỗi tháng."]
    assert [entry.role for entry in read.account][-1] is Role.ASIDE
    assert "typed_notes" in [finding.name for finding in read.findings]
