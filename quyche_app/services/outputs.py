"""A text with its notes → files in the format of their ending, each proved by reading it back.

Source: docs/command-line.md 1 (``-o FILE``: format by ending), docs/architecture.md 7.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import zip_longest
from pathlib import Path

from quyche_app.domain.beside import dropped
from quyche_app.domain.errors import WritingError
from quyche_app.domain.flow import act_lines
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Consolidation, Footnote, State
from quyche_app.domain.texts import shortened
from quyche_app.domain.units import block_lines
from quyche_app.reading.files import read_source
from quyche_app.services.consolidate import effect_dates, text_as_at
from quyche_app.services.files import check_target, write_file
from quyche_app.services.views import AmendedBy, Remark, Verdict, is_in_force
from quyche_app.writing.consolidated import (
    ConsolidatedDocument,
    document_flow,
    expected_lines,
    standing_lines,
)
from quyche_app.writing.html import html_bytes
from quyche_app.writing.json_text import json_bytes, json_lines
from quyche_app.writing.layout import profile_for
from quyche_app.writing.page_words import page_lines
from quyche_app.writing.plain import text_bytes

FORMATS = (".docx", ".odt", ".html", ".txt", ".json")
_SHOWN = 5  # differences named in an error


def document_of(
    result: Consolidation,
    *,
    as_at: date | None = None,
    profile: str | None = None,
) -> ConsolidatedDocument:
    """Give the consolidated text as in force on a day, with its notes and its list of acts."""
    act = text_as_at(result, as_at)
    return ConsolidatedDocument(
        act=act,
        footnotes=_notes_in_force(result, as_at),
        amended_by=_acts_in_force(result, as_at),
        as_at=as_at,
        profile_name=profile or profile_for(act),
        made_on=None,
        made_by="",
        amended_later=_acts_later(result, as_at),
        source=result.source,
    )


def _notes_in_force(result: Consolidation, day: date | None) -> tuple[Footnote, ...]:
    dates = effect_dates(result)
    return tuple(
        note for note in result.footnotes if _is_by(day, dates[note.act_no, note.instruction])
    )


def _acts_in_force(result: Consolidation, day: date | None) -> tuple[AmendedBy, ...]:
    """The acts of which something is in the text of the day; None = of any day."""
    dates = effect_dates(result)
    there = {key[0] for key in _applied(result) if _is_by(day, dates[key])}
    acts = []
    for reading in result.amending:
        if reading.instructions and reading.instructions[0].act_no in there:
            act = reading.act
            acts.append(
                AmendedBy(
                    act.number, act.full_name, act.issuer, act.issue_date, reading.day_of_effect
                )
            )
    return tuple(acts)


def _applied(result: Consolidation) -> list[tuple[int, int]]:
    """The instructions that were applied, by act and place in it."""
    return [
        (o.instruction.act_no, o.instruction.index)
        for o in result.outcomes
        if o.state is State.APPLIED
    ]


def _is_by(day: date | None, when: date | None) -> bool:
    """Whether something is in force on a day; None = on any day."""
    return day is None or is_in_force(when, day)


def _acts_later(result: Consolidation, day: date | None) -> tuple[AmendedBy, ...]:
    """The acts with an instruction that takes effect after the day, each with the first such day."""
    if day is None:
        return ()
    dates = effect_dates(result)
    first: dict[int, date] = {}
    for key in _applied(result):
        when = dates[key]
        if when is not None and when > day:
            first[key[0]] = min(first.get(key[0], when), when)
    acts = []
    for reading in result.amending:
        when = first.get(reading.instructions[0].act_no) if reading.instructions else None
        if when is not None:
            act = reading.act
            acts.append(AmendedBy(act.number, act.full_name, act.issuer, act.issue_date, when))
    return tuple(acts)


def unsaid_in(
    document: ConsolidatedDocument,
    outs: Iterable[Path],
    *,
    names_acts: bool = False,
    is_redline: bool = False,
) -> list[Remark]:
    """Give what the files to be written should hold and cannot: plain text has the words of the act and
    nothing else (docs/command-line.md 1), and no file has the pictures and notes of the source.

    Args:
        names_acts: whoever asked named the day and the acts after it, so knows of them.
    """
    suffixes = list(dict.fromkeys(path.suffix.lower() for path in outs))
    said = []
    if ".txt" in suffixes:
        lines = standing_lines(document)
        said += [
            Remark(
                message(
                    "remark.plain_text",
                    "Tệp .txt chỉ có lời văn, không ghi được dòng: {line}",
                    line=line,
                ),
                not names_acts,
            )
            for line in lines
        ]
    lost: dict[tuple[tuple[Message, ...], bool], list[str]] = {}
    for suffix in suffixes:
        parts = dropped(document.act, document.source, suffix, is_redline=is_redline)
        for is_grave in (True, False):
            words = tuple(part.said for part in parts if part.needs_a_person is is_grave)
            if words:
                lost.setdefault((words, is_grave), []).append(suffix)
    said += [
        Remark(
            message(
                "remark.dropped",
                "Tệp {formats} đúng lời văn nhưng không có: {parts} của tệp gốc.",
                formats=", ".join(of),
                parts=words,
            ),
            is_grave,
        )
        for (words, is_grave), of in lost.items()
    ]
    return said


def render(document: ConsolidatedDocument, suffix: str) -> bytes:
    """Give the bytes of a document in the format of an ending.

    Raises:
        WritingError (QC-W110): the ending names no format.
    """
    check_ending(suffix)
    match suffix.lower():
        # The libraries of office files are loaded where one is written: start-up of others counts.
        case ".docx":
            from quyche_app.writing.docx import docx_bytes

            return docx_bytes(document)
        case ".odt":
            from quyche_app.writing.odt import odt_bytes

            return odt_bytes(document)
        case ".html":
            return html_bytes(document)
        case ".txt":
            return text_bytes(document.act)
        case _:
            return json_bytes(document)


def check_ending(suffix: str) -> None:
    """Refuse an ending that names no format.

    Raises:
        WritingError (QC-W110).
    """
    if suffix.lower() not in FORMATS:
        raise WritingError(
            message(
                "QC-W110",
                "Không ghi được tệp đuôi {suffix}. Dùng một trong: {formats}.",
                suffix=suffix or "(trống)",
                formats=", ".join(FORMATS),
            ),
        )


def prove(document: ConsolidatedDocument, suffix: str, data: bytes) -> Verdict:
    """Reopen written bytes with our own reader and compare them with what was meant."""
    match suffix.lower():
        case ".docx":
            expected = expected_lines(document)
        case ".txt":
            expected = act_lines(document.act)
        case ".odt":
            return _odt_verdict(document, data)
        case ".html":
            return words_verdict(expected_lines(document), page_lines(data.decode()))
        case _:
            return words_verdict(act_lines(document.act), json_lines(data))
    source = read_source(f"x{suffix}", data)
    return _lines_with_words(
        expected, [line for p in source.paragraphs for line in block_lines(p.block)]
    )


def _odt_verdict(document: ConsolidatedDocument, data: bytes) -> Verdict:
    """The words of the text, and those of every footnote in their order."""
    from quyche_app.writing.odt import odt_lines, odt_notes

    notes = [note.footnote.text for p in document_flow(document) for note in p.notes]
    expected = [line for line in expected_lines(document) if line.strip(" |")]
    verdict = _lines_with_words(expected, odt_lines(data))
    about_notes = lines_verdict(notes, odt_notes(data))
    if not notes:
        return verdict
    return Verdict(
        verdict.is_true and about_notes.is_true,
        message(
            "proof.paragraphs_and_notes",
            "đối chiếu lời văn {count} đoạn và {notes} chú thích, từng chữ",
            count=len(expected),
            notes=len(notes),
        ),
        (
            *verdict.differences,
            *(
                message("proof.in_notes", "chú thích, {difference}", difference=said)
                for said in about_notes.differences
            ),
        ),
    )


def _lines_with_words(expected: list[str], got: list[str]) -> Verdict:
    """Compare paragraphs; a table row without words is space for a signature and says nothing."""
    return lines_verdict(
        [line for line in expected if line.strip(" |")], [line for line in got if line.strip(" |")]
    )


def lines_verdict(expected: list[str], got: list[str]) -> Verdict:
    """Compare paragraphs one by one."""
    differences = [
        message(
            "proof.paragraph_differs",
            "đoạn {number}: cần “{want}”, tệp có “{have}”",
            number=number,
            want=shortened(want or ""),
            have=shortened(have or ""),
        )
        for number, (want, have) in enumerate(zip_longest(expected, got), 1)
        if _plain(want) != _plain(have)
    ]
    checked = message(
        "proof.paragraphs", "đối chiếu lời văn {count} đoạn, từng chữ", count=len(expected)
    )
    return Verdict(not differences, checked, tuple(differences))


def words_verdict(expected: list[str], got: list[str]) -> Verdict:
    """Compare all words in order, where paragraphs of tables are laid out differently."""
    want, have = (
        " ".join(" ".join(lines).replace(" | ", " ").split()) for lines in (expected, got)
    )
    checked = message("proof.words", "đối chiếu lời văn {count} chữ", count=len(want.split()))
    if want == have:
        return Verdict(True, checked)
    at = next((n for n, (a, b) in enumerate(zip(want, have, strict=False)) if a != b), 0)
    start = max(0, at - 20)
    difference = message(
        "proof.word_differs",
        "từ chữ thứ {number}: cần “{want}”, tệp có “{have}”",
        number=len(want[:at].split()),
        want=shortened(want[start:]),
        have=shortened(have[start:]),
    )
    return Verdict(False, checked, (difference,))


def _plain(line: str | None) -> str | None:
    return " ".join(line.split()) if line is not None else None


def write_document(document: ConsolidatedDocument, path: Path, *, force: bool = False) -> Verdict:
    """Write a document and prove it; a file that fails its proof is not left under its name.

    Raises:
        WritingError (QC-W111): the proof failed.
    """
    check_target(path, force=force)
    data = render(document, path.suffix)
    verdict = prove(document, path.suffix, data)
    if not verdict.is_true:
        shown = verdict.differences[:_SHOWN]
        raise WritingError(
            message(
                "QC-W111",
                "Tệp {path} không đúng với bản cần ghi nên không được lưu: {shown}.",
                path=path.name,
                shown=shown,
            ),
            place=str(path),
        )
    write_file(path, data, force=force)
    return verdict


def write_consolidation(
    result: Consolidation,
    path: Path,
    *,
    as_at: date | None = None,
    profile: str | None = None,
    force: bool = False,
) -> Verdict:
    """Write a consolidated text as in force on a day; see ``write_document``."""
    return write_document(document_of(result, as_at=as_at, profile=profile), path, force=force)
