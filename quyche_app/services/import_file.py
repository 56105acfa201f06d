"""Bringing a file into the workspace: read, recognised, stored whole with its account."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection

from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.errors import StorageError
from quyche_app.domain.flow import own_head_lines
from quyche_app.domain.identities import uuid7
from quyche_app.domain.messages import message
from quyche_app.domain.sources import (
    AccountEntry,
    ReadText,
    SourceParagraph,
    doubtful_lines,
    placed_count,
)
from quyche_app.domain.sources import Role as SourceRole
from quyche_app.domain.texts import sayable, search_key
from quyche_app.domain.units import Paragraph, UnitKind, walk
from quyche_app.reading.disk import file_bytes
from quyche_app.services.library import entry_of_document, row_of
from quyche_app.services.progress import SILENT, Progress
from quyche_app.services.record import article_count
from quyche_app.services.views import DocumentRow, Imported, Role
from quyche_app.services.workspace import Workspace, person
from quyche_app.storage.documents import (
    document_with,
    new_document,
    sha256_of,
    store_original,
)
from quyche_app.storage.recordings import (
    NewRecording,
    next_number,
    write_recording,
    write_timelines,
)
from quyche_app.storage.timelines import timelines_of

# How titles of amending acts begin to speak, without marks (docs/field.md 4.2).
_AMENDING_WORDS = (
    "sua doi",
    "bo sung mot so",
    "bai bo",
    "dinh chinh",
    "thay the mot so",
    "thay the cum tu",
)


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file with its bytes, ready to be stored."""

    name: str
    data: bytes
    text: ReadText


def import_file(
    ws: Workspace, path: Path, *, progress: Progress = SILENT, who: str | None = None
) -> Imported:
    """Store a file as a regulation or an amending act; the same bytes are stored once.

    Raises:
        ReadingError: the file cannot be read. StorageError: it cannot be stored.
    """
    progress.step(0, 3, message("progress.reading", "Đang đọc {name}", name=path.name))
    data = file_bytes(path)
    with ws.reading() as connection:
        known = document_with(connection, sha256_of(data))
    read = read_to_store(path.name, data)
    progress.step(1, 3, message("progress.recording", "Đang ghi vào kho"))
    if known is None:
        with ws.writing() as connection:
            # Another program may have stored the same bytes while this one was reading.
            known = document_with(connection, sha256_of(data))
            document, recording = known or store_file(connection, read, person(ws, who))
            progress.step(2, 3, message("progress.recording", "Đang ghi vào kho"))
    else:
        document, recording = known
    with ws.reading() as connection:
        row = row_of(connection, entry_of_document(connection, document))
    progress.step(3, 3, message("progress.recorded", "Đã ghi vào kho"))
    return _imported(row, read, recording, was_known=known is not None)


def _imported(
    row: DocumentRow,
    read: FileRead,
    recording: int,
    *,
    was_known: bool = False,
    settled: frozenset[int] = frozenset(),
) -> Imported:
    account, findings = read.text.account, read.text.findings
    return Imported(
        row,
        read.name,
        len(account),
        placed_count(account),
        findings,
        was_known,
        recording,
        len(doubtful_lines(account, findings).keys() - settled),
    )


def read_to_review(path: Path) -> FileRead:
    """Read a file for a person to look at; nothing is stored.

    Raises:
        ReadingError: the file cannot be read.
    """
    return read_to_store(path.name, file_bytes(path))


class Correction(StrEnum):
    """What a person says of a paragraph that was read wrongly."""

    ASIDE = "aside"  # it is no part of the text
    JOINED = "joined"  # it goes on with the paragraph before: a line was broken


def with_corrections(read: FileRead, corrections: Mapping[int, Correction]) -> FileRead:
    """Give the reading of a file with what a person said of some paragraphs; the account keeps all.

    Args:
        corrections: by paragraph number.

    Raises:
        ReadingError: nothing would be left.
    """
    if not corrections:
        return read_to_store(read.name, read.data)
    from quyche_app.reading.files import read_source, structured

    source = read_source(read.name, read.data)
    kept, joined_to = _corrected(source.paragraphs, corrections)
    text = structured(replace(source, paragraphs=kept), new_id=uuid7)
    account = {entry.line: entry for entry in text.account}
    for number, correction in corrections.items():
        before = account.get(joined_to.get(number, 0))
        if before is not None:
            role = SourceRole.TEXT if before.role is SourceRole.LABEL else before.role
            account[number] = before._replace(line=number, role=role, doubt=None)
        elif correction is Correction.ASIDE or number not in account:
            account[number] = AccountEntry(number, SourceRole.ASIDE, "", "")
    corrected = tuple(account[number] for number in sorted(account))
    return FileRead(read.name, read.data, replace(text, corrected=corrected))


def _corrected(
    paragraphs: Iterable[SourceParagraph], corrections: Mapping[int, Correction]
) -> tuple[tuple[SourceParagraph, ...], dict[int, int]]:
    """The paragraphs to read, and for each joined one the number of the one that took its words."""
    kept: list[SourceParagraph] = []
    joined_to: dict[int, int] = {}
    for paragraph in paragraphs:
        correction = corrections.get(paragraph.number)
        before = kept[-1] if kept else None
        if (
            correction is Correction.JOINED
            and before is not None
            and isinstance(before.block, Paragraph)
            and isinstance(paragraph.block, Paragraph)
        ):
            kept[-1] = before._replace(block=_joined(before.block, paragraph.block))
            joined_to[paragraph.number] = before.number
        elif correction is not Correction.ASIDE:
            kept.append(paragraph)
    return tuple(kept), joined_to


def _joined(first: Paragraph, second: Paragraph) -> Paragraph:
    words = second.text.lstrip()
    begin = len(first.text.rstrip()) + 1
    shift = begin - (len(second.text) - len(words))
    marks = tuple(
        replace(mark, start=max(mark.start + shift, begin), end=mark.end + shift)
        for mark in second.marks
        if mark.end + shift > begin
    )
    return replace(first, text=f"{first.text.rstrip()} {words}", marks=(*first.marks, *marks))


def store_reviewed(
    ws: Workspace,
    read: FileRead,
    act: Act,
    role: Role,
    *,
    settled: frozenset[int] = frozenset(),
    who: str | None = None,
) -> Imported:
    """Store a file as a person reviewed it.

    Args:
        act: the reading with the number, issuer and dates that the person sees.
        settled: paragraphs whose doubt the person looked at.

    Raises:
        StorageError: QC-S075 the very file is in the workspace already.
    """
    reviewed = replace(read, text=replace(read.text, act=act))
    with ws.writing() as connection:
        known = document_with(connection, sha256_of(read.data))
        if known is not None:
            row = row_of(connection, entry_of_document(connection, known[0]))
            raise StorageError(
                message(
                    "QC-S075",
                    "Văn bản này đã có trong kho ({row}), không nhập lại.",
                    row=row.cited_as,
                ),
            )
        document, recording = store_file(connection, reviewed, person(ws, who), role)
    with ws.reading() as connection:
        row = row_of(connection, entry_of_document(connection, document))
    return _imported(row, read, recording, settled=settled)


def read_to_store(name: str, data: bytes) -> FileRead:
    """Read bytes with identities that are unique in every workspace."""
    # The reading floor is slow to import and needed here only.
    from quyche_app.reading.files import read_bytes

    name = sayable(name)
    return FileRead(name, data, read_bytes(name, data, new_id=uuid7))


def store_file(
    connection: Connection, read: FileRead, who: str, role: Role | None = None
) -> tuple[int, int]:
    """Write a file with its first wording inside a writing transaction: (document, recording)."""
    act = read.text.act
    uuid = uuid7()
    role = role or role_of(act)
    document, line = new_document(connection, uuid, role, act, Path(read.name).stem)
    number = next_number(connection)
    new = NewRecording(
        line,
        document,
        "import",
        message("recorded.import", "Nhập tệp {name}", name=read.name),
        who,
        0,
        article_count(act),
    )
    timelines = timelines_of([(0, act)], uuid)
    write_recording(connection, number, new, timelines)
    write_timelines(connection, number, new, timelines, {})
    store_original(connection, document, number, read.name, read.data, read.text.account)
    return document, number


def role_of(act: Act) -> Role:
    """Tell a regulation from an act that amends others, by its title and its first article."""
    title = search_key(act.title)
    if any(words in title for words in _AMENDING_WORDS):
        return Role.AMENDING
    if act.main.kind is ComponentKind.REGULATION:
        return Role.REGULATION
    first = next((u for u in walk(act.main.units) if u.kind is UnitKind.ARTICLE), None)
    if first is not None:
        words = search_key(" ".join(own_head_lines(first)))
        if any(f"{label}. {word}" in words for label in ("1",) for word in _AMENDING_WORDS):
            return Role.AMENDING
    return Role.REGULATION
