"""A file → a structured act with its account: the one door of the reading floor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from quyche_app.collector import collector_paused
from quyche_app.domain.errors import ReadingError
from quyche_app.domain.identities import NewId, running_numbers
from quyche_app.domain.messages import message
from quyche_app.domain.sources import ReadText, SourceText
from quyche_app.domain.texts import sayable
from quyche_app.reading.components import ComponentReader
from quyche_app.reading.disk import file_bytes
from quyche_app.reading.guards import FileFormat, recognise
from quyche_app.reading.headers import describe
from quyche_app.reading.note_hints import may_have_notes


def read_file(path: Path, *, new_id: NewId | None = None) -> ReadText:
    """Give the act a file holds.

    Raises:
        ReadingError: the file is not there, may not be read, or is nothing the program reads.
    """
    return read_bytes(sayable(path.name), file_bytes(path), new_id=new_id)


def read_bytes(
    name: str, data: bytes, *, new_id: NewId | None = None, tracked: str = "accepted"
) -> ReadText:
    """Give the act that bytes hold; ``tracked`` says which side of tracked changes is read."""
    with collector_paused():
        return structured(read_source(name, data, tracked=tracked), new_id=new_id)


def read_source(name: str, data: bytes, *, tracked: str = "accepted") -> SourceText:
    """Give the paragraphs that bytes hold, without structure."""
    readers: dict[FileFormat, Callable[[], SourceText]] = {
        FileFormat.TEXT: lambda: _text(name, data),
        FileFormat.DOCX: lambda: _docx(name, data, tracked),
    }
    return readers[recognise(name, data)]()


def _text(name: str, data: bytes) -> SourceText:
    from quyche_app.reading.text import read_text

    return read_text(name, data)


def _docx(name: str, data: bytes, tracked: str) -> SourceText:
    # lxml is loaded only when a DOCX is read: start-up of the command line counts.
    from quyche_app.reading.docx import read_docx

    return read_docx(name, data, tracked=tracked)


def structured(source: SourceText, *, new_id: NewId | None = None) -> ReadText:
    """Give the act that paragraphs hold, with the account of every paragraph."""
    if not source.paragraphs:
        raise ReadingError(
            message("QC-R105", "Tệp {name} không có chữ nào.", name=source.name), place=source.name
        )
    with collector_paused():
        typed = None
        if may_have_notes(source.paragraphs):
            from quyche_app.reading.typed_notes import without_notes  # patterns that few texts need

            typed = without_notes(source.paragraphs)
        paragraphs, notes = (typed.paragraphs, typed.notes) if typed else (source.paragraphs, ())
        read = ComponentReader(paragraphs, new_id or running_numbers(), aside=notes).read()
        act = describe(read.components)
    if len(read.placements) != len(source.paragraphs):
        raise AssertionError("the account of paragraphs does not add up")
    findings = (*source.findings, *([typed.finding] if typed else ()), *read.findings)
    return ReadText(source, act, read.placements, findings)
