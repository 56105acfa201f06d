"""A text as files: what is in force on a day, what a file cannot hold, and its proof."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quyche_app.amending.apply import consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.domain.beside import Beside, Part, Thing
from quyche_app.domain.errors import WritingError
from quyche_app.domain.operations import Consolidation
from quyche_app.reading.files import read_bytes
from quyche_app.services.outputs import (
    FORMATS,
    check_ending,
    document_of,
    lines_verdict,
    prove,
    render,
    unsaid_in,
    words_verdict,
    write_consolidation,
    write_document,
)
from quyche_app.writing.consolidated import ConsolidatedDocument
from tests.making import act, article
from tests.services.office_texts import FIRST, REGULATION, SECOND


@pytest.fixture(scope="module")
def result() -> Consolidation:
    """Give a regulation with two acts applied."""
    readings = [
        read_amendments(read_bytes("a.txt", text.encode()), number)
        for number, text in enumerate((FIRST, SECOND), 1)
    ]
    return consolidate(read_bytes("b.txt", REGULATION.encode()).act, readings)


@pytest.mark.parametrize(
    ("day", "acts", "later", "notes"),
    [
        (None, ["100-QĐ/TU", "200-QĐ/TU"], [], 5),
        (date(2018, 7, 15), [], ["100-QĐ/TU", "200-QĐ/TU"], 0),
        (date(2018, 7, 16), ["100-QĐ/TU"], ["200-QĐ/TU"], 3),
        (date(2020, 3, 1), ["100-QĐ/TU", "200-QĐ/TU"], [], 5),
    ],
)
def test_what_a_text_of_a_day_says_of_its_acts(
    result: Consolidation, day: date | None, acts: list[str], later: list[str], notes: int
) -> None:
    document = document_of(result, as_at=day)
    assert [one.number for one in document.amended_by] == acts
    assert [one.number for one in document.amended_later] == later
    assert len(document.footnotes) == notes
    assert document.as_at == day


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_is_proved_and_a_changed_word_is_found(
    result: Consolidation, suffix: str
) -> None:
    document = document_of(result)
    data = render(document, suffix.upper())
    assert prove(document, suffix, data).is_true
    other = render(document_of(result, as_at=date(2018, 7, 16)), suffix)
    verdict = prove(document, suffix, other)
    assert not verdict.is_true
    assert verdict.differences


@pytest.mark.parametrize("suffix", [".pdf", "", "docx"])
def test_an_ending_that_names_no_format_is_refused(result: Consolidation, suffix: str) -> None:
    with pytest.raises(WritingError) as caught:
        check_ending(suffix)
    assert caught.value.code == "QC-W110"
    with pytest.raises(WritingError) as caught:
        render(document_of(result), suffix)
    assert caught.value.code == "QC-W110"


@pytest.mark.parametrize(
    ("expected", "got", "count"),
    [
        (["Một.", "Hai."], ["Một.", "Hai."], 0),
        (["Một.  a", "Hai."], ["Một. a ", "Hai."], 0),
        (["Một.", "Hai."], ["Một.", "Ba."], 1),
        (["Một.", "Hai."], ["Một."], 1),
        (["Một."], ["Một.", "Hai.", "Ba."], 2),
        ([], [], 0),
    ],
)
def test_paragraphs_are_compared_one_by_one(
    expected: list[str], got: list[str], count: int
) -> None:
    verdict = lines_verdict(expected, got)
    assert (verdict.is_true, len(verdict.differences)) == (count == 0, count)


@pytest.mark.parametrize(
    ("expected", "got", "is_true"),
    [
        (["Một hai.", "Ba."], ["Một", "hai. Ba."], True),
        (["STT | Tên"], ["STT", "Tên"], True),
        (["Một hai."], ["Một ba."], False),
        (["Một hai."], ["Một"], False),
        (["Một"], ["Một hai."], False),
        ([], [], True),
    ],
)
def test_words_are_compared_wherever_lines_end(
    expected: list[str], got: list[str], is_true: bool
) -> None:
    verdict = words_verdict(expected, got)
    assert (verdict.is_true, len(verdict.differences)) == (is_true, int(not is_true))


def _document(*parts: Part) -> ConsolidatedDocument:
    source = Beside(tuple(Thing(part, "x") for part in parts))
    return ConsolidatedDocument(act(article("1", "A")), (), (), None, "x", None, "", source=source)


@pytest.mark.parametrize(
    ("parts", "outs", "grave"),
    [
        ((), [".docx"], []),
        ((Part.NOTES,), [".docx", ".html"], [True]),
        ((Part.PAGE_HEADS,), [".docx"], [False]),
        ((Part.NOTES, Part.PAGE_HEADS), [".docx"], [True, False]),
        ((Part.NOTES,), [".docx", ".DOCX"], [True]),
    ],
)
def test_what_files_cannot_hold_is_said_once(
    parts: tuple[Part, ...], outs: list[str], grave: list[bool]
) -> None:
    said = unsaid_in(_document(*parts), [Path(f"a{suffix}") for suffix in outs])
    assert [remark.needs_a_person for remark in said] == grave


def test_a_file_is_written_when_it_is_proved_and_not_over_another(
    result: Consolidation, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    assert write_consolidation(result, path, as_at=date(2020, 3, 1)).is_true
    assert "trong giờ" in path.read_text(encoding="utf-8")
    with pytest.raises(WritingError):
        write_consolidation(result, path)
    assert write_consolidation(result, path, force=True).is_true


def test_a_file_that_fails_its_proof_is_not_left(
    result: Consolidation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quyche_app.services.outputs.text_bytes", lambda act: b"kh\xc3\xa1c\n")
    with pytest.raises(WritingError) as caught:
        write_document(document_of(result), tmp_path / "a.txt")
    assert caught.value.code == "QC-W111"
    assert list(tmp_path.iterdir()) == []
