"""Tracked changes: rejected the old text, accepted the new one, by us and by LibreOffice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quyche_app.comparing import compare
from quyche_app.domain.acts import Act, act_lines
from quyche_app.domain.comparisons import Comparison
from quyche_app.domain.errors import WritingError
from quyche_app.domain.texts import clean
from quyche_app.reading.files import read_bytes
from quyche_app.resources_folder import sample_file
from quyche_app.services.consolidate import consolidate_files
from quyche_app.services.redline import prove_redline, redline_files
from quyche_app.writing.layout import load_profile
from quyche_app.writing.redline import redline_bytes
from quyche_app.writing.resolver import accept_all, reject_all
from tests.writing.libreoffice import accepted_and_rejected
from tests.writing.test_consolidated import assert_clean


@pytest.fixture(scope="module")
def sample() -> Comparison:
    result = consolidate_files(sample_file("quy-che.docx"), [sample_file("quyet-dinh-3868.docx")])
    return compare(result.base, result.act, by_identity=True)


def _bytes(comparison: Comparison) -> bytes:
    return redline_bytes(
        comparison, author="Nguyễn Văn A & <B>", day=date(2018, 7, 5), profile=load_profile("dang")
    )


def _act(*lines: str) -> Act:
    return read_bytes("x.txt", "\n".join(lines).encode()).act


def test_the_sample_rejected_is_the_old_text_and_accepted_the_new(sample: Comparison) -> None:
    verdict = prove_redline(sample, _bytes(sample))
    assert verdict.is_true, verdict.differences


def test_the_same_comparison_gives_the_same_bytes(sample: Comparison) -> None:
    assert _bytes(sample) == _bytes(sample)


def test_a_changed_word_is_marked_alone_not_its_whole_paragraph() -> None:
    old = _act("Điều 1. Họp", "1. Họp mỗi tháng một lần.")
    new = _act("Điều 1. Họp", "1. Họp mỗi tuần một lần.")
    data = _bytes(compare(old, new))
    from io import BytesIO
    from zipfile import ZipFile

    body = ZipFile(BytesIO(data)).read("word/document.xml").decode()
    assert body.count("<w:del ") == body.count("<w:ins ") == 1
    assert ">tháng</w:delText>" in body
    assert ">tuần</w:t>" in body


def test_moved_split_and_table_changes_still_give_both_sides() -> None:
    old = _act("Điều 1. A", "1. Một hai ba bốn năm.", "2. Sáu bảy tám chín.", "Điều 2. B", "1. Mười.")
    new = _act("Điều 2. B", "1. Mười.", "1a. Thêm.", "Điều 3. A", "2. Sáu bảy.", "3. Tám chín.")
    data = _bytes(compare(old, new))
    assert reject_all(data) == act_lines(old)
    assert accept_all(data) == act_lines(new)


def test_libreoffice_agrees_on_both_sides_of_the_sample(sample: Comparison, tmp_path: Path) -> None:
    file = tmp_path / "x.docx"
    file.write_bytes(_bytes(sample))
    accepted, rejected = accepted_and_rejected(file)
    assert _words(accepted) == _words(act_lines(sample.new))
    assert _words(rejected) == _words(act_lines(sample.old))


def _words(lines: list[str]) -> list[str]:
    return [line for line in map(clean, lines) if line]


def test_validators_find_nothing_in_the_redline(sample: Comparison, tmp_path: Path) -> None:
    file = tmp_path / "x.docx"
    file.write_bytes(_bytes(sample))
    assert_clean(file)


def test_the_command_writes_nothing_over_an_existing_file(tmp_path: Path) -> None:
    out = tmp_path / "x.docx"
    out.write_bytes(b"cu")
    with pytest.raises(WritingError):
        redline_files(sample_file("quy-che.docx"), sample_file("quy-che.docx"), out, author="A")
    assert out.read_bytes() == b"cu"


def test_our_resolver_agrees_with_libreoffice_on_real_tracked_files(shared: Path) -> None:
    """Files whose accepted and rejected texts were made by LibreOffice; letters and digits only,
    where paragraph marks and automatic numbers are not the matter of the change."""
    right = wrong = 0
    for file in sorted((shared / "files" / "tracked").glob("*.docx")):
        for ending, resolve in ((".accepted.txt", accept_all), (".rejected.txt", reject_all)):
            expected = file.with_name(file.stem + ending)
            if not expected.exists():
                continue
            got = _letters(" ".join(resolve(file.read_bytes())))
            want = _letters(expected.read_text(encoding="utf-8"))
            same = got in want or want in got or got == want
            right, wrong = right + same, wrong + (not same)
    assert right >= 3 * wrong, (right, wrong)


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalpha())
