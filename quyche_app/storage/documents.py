"""Documents, their lines, and their original files."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select

from quyche_app.domain.acts import Act, Citable
from quyche_app.domain.errors import StorageError
from quyche_app.domain.messages import message
from quyche_app.domain.sources import AccountEntry
from quyche_app.storage import tables
from quyche_app.storage.codecs.accounts import encode_account

_document, _line = tables.document, tables.line
_recording, _original, _amendment = (tables.recording, tables.original, tables.amendment)


@dataclass(frozen=True, slots=True)
class Entry(Citable):
    """A line with the head of its document: one entry of the library."""

    line: int
    document: int
    uuid: str  # of the line; the issued line has that of its document
    document_uuid: str
    kind: str  # issued, draft
    role: str  # regulation, amending
    name: str  # of a draft
    number: str
    title: str
    issuer: str
    issue_date: date | None
    effect_date: date | None
    first_recording: int
    newest_recording: int
    article_count: int
    updated_at: datetime
    updated_by: str  # who made the newest recording


@dataclass(frozen=True, slots=True)
class Original:
    """An original file as stored."""

    document: int
    name: str
    sha256: str
    data: bytes


def _end(of: Any) -> Any:
    """The first or newest recording of the line: the index on lines answers it at once."""
    return (
        select(of(_recording.c.number))
        .where(_recording.c.line == _line.c.id)
        .correlate(_line)
        .scalar_subquery()
    )


_NEWEST = _end(func.max)
_ENTRIES = (
    select(
        _line.c.id,
        _document.c.id,
        _line.c.uuid,
        _document.c.uuid,
        _line.c.kind,
        _document.c.role,
        _line.c.name,
        _document.c.number,
        _document.c.title,
        _document.c.issuer,
        _document.c.issue_date,
        _document.c.effect_date,
        _end(func.min),
        _recording.c.number,
        _recording.c.article_count,
        _recording.c.at,
        _recording.c.who,
    )
    .join_from(_line, _document, _document.c.id == _line.c.document)
    .join(_recording, _recording.c.number == _NEWEST)
    .order_by(_line.c.id)
)
_ENTRY = _ENTRIES.where(_line.c.uuid == bindparam("uuid"))


def entries(connection: Connection) -> list[Entry]:
    """Give every line of the workspace, in the order they were made."""
    return [_entry(row) for row in connection.execute(_ENTRIES)]


def entry_with(connection: Connection, uuid: str) -> Entry | None:
    """Give the line with an id."""
    row = connection.execute(_ENTRY, {"uuid": uuid}).one_or_none()
    return None if row is None else _entry(row)


def _entry(row: Sequence[Any]) -> Entry:
    (
        line,
        document,
        uuid,
        document_uuid,
        kind,
        role,
        name,
        number,
        title,
        issuer,
        issued,
        effect,
        first,
        newest,
        articles,
        at,
        who,
    ) = row
    return Entry(
        line,
        document,
        uuid,
        document_uuid,
        kind,
        role,
        name,
        number,
        title,
        issuer,
        day_of(issued),
        day_of(effect),
        first,
        newest,
        articles,
        datetime.fromisoformat(at),
        who,
    )


def ordinal(day: date | None) -> int | None:
    """Give a day as it is stored."""
    return None if day is None else day.toordinal()


def day_of(stored: int | None) -> date | None:
    """Give a stored day."""
    return None if stored is None else date.fromordinal(stored)


def new_document(
    connection: Connection, uuid: str, role: str, act: Act, otherwise: str
) -> tuple[int, int]:
    """Write a document with its issued line; give the numbers of both.

    ``otherwise``: what it is called when its head gives no title.
    """
    connection.execute(
        insert(_document),
        {
            "uuid": uuid,
            "role": role,
            "number": act.number,
            "title": act.full_name or otherwise,
            "issuer": act.issuer,
            "issue_date": ordinal(act.issue_date),
            "effect_date": ordinal(act.effect_date),
        },
    )
    document = connection.execute(
        select(_document.c.id).where(_document.c.uuid == uuid)
    ).scalar_one()
    return document, new_line(connection, uuid, document, "issued", "")


def new_line(
    connection: Connection,
    uuid: str,
    document: int,
    kind: str,
    name: str,
    origin: tuple[int, int, int] | None = None,
) -> int:
    """Write a line; ``origin`` is the (line, recording, day) whose state it begins from."""
    from_line, from_recording, from_day = origin or (None, None, None)
    connection.execute(
        insert(_line),
        {
            "uuid": uuid,
            "document": document,
            "kind": kind,
            "name": name,
            "from_line": from_line,
            "from_recording": from_recording,
            "from_day": from_day,
        },
    )
    number: int = connection.execute(select(_line.c.id).where(_line.c.uuid == uuid)).scalar_one()
    return number


def store_original(
    connection: Connection,
    document: int,
    recording: int,
    name: str,
    data: bytes,
    account: tuple[AccountEntry, ...],
) -> None:
    """Keep a file whole, with the account of its paragraphs."""
    connection.execute(
        insert(_original),
        {
            "document": document,
            "recording": recording,
            "name": name,
            "sha256": sha256_of(data),
            "size_bytes": len(data),
            "content": data,
            "account": encode_account(account),
        },
    )


def sha256_of(data: bytes) -> str:
    """Give the SHA-256 of a file as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def document_with(connection: Connection, sha256: str) -> tuple[int, int] | None:
    """Give the (document, recording) that holds the very bytes already."""
    row = connection.execute(
        select(_original.c.document, _original.c.recording).where(_original.c.sha256 == sha256)
    ).one_or_none()
    return None if row is None else (row[0], row[1])


def originals_of(connection: Connection, document: int | None = None) -> list[Original]:
    """Give the stored files of a document, or of all."""
    query = select(_original.c.document, _original.c.name, _original.c.sha256, _original.c.content)
    if document is not None:
        query = query.where(_original.c.document == document)
    return [
        Original(d, n, s, bytes(b))
        for d, n, s, b in connection.execute(query.order_by(_original.c.id))
    ]


_DRAFT_HEAD = (
    select(
        _line.c.id,
        _line.c.document,
        _document.c.uuid,
        _line.c.kind,
        _recording.c.number,
        _recording.c.article_count,
    )
    .join_from(_line, _document, _document.c.id == _line.c.document)
    .join(_recording, _recording.c.line == _line.c.id)
    .where(_line.c.uuid == bindparam("uuid"))
    .order_by(_recording.c.number.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class DraftHead:
    """What an edit of a draft needs to know, with one query; ``root`` identifies the act itself."""

    line: int
    document: int
    root: str
    newest: int
    article_count: int


def draft_head(connection: Connection, uuid: str) -> DraftHead:
    """Give the head of a draft line.

    Raises:
        StorageError: there is none with this id, or it is not a draft.
    """
    row = connection.execute(_DRAFT_HEAD, {"uuid": uuid}).one_or_none()
    if row is None or row[3] != "draft":
        raise StorageError(message("QC-S052", "Không có dự thảo mã {uuid} trong kho.", uuid=uuid))
    return DraftHead(row[0], row[1], row[2], row[4], row[5])


_ORIGIN_LINE = _line.alias("origin_line")
_ORIGIN = (
    select(_ORIGIN_LINE.c.uuid, _line.c.from_recording, _line.c.from_day)
    .join_from(_line, _ORIGIN_LINE, _ORIGIN_LINE.c.id == _line.c.from_line)
    .where(_line.c.uuid == bindparam("uuid"))
)


def origin_of(connection: Connection, uuid: str) -> tuple[str, int, int] | None:
    """Give the (line, recording, day as stored) that a draft began from; None for other lines."""
    row = connection.execute(_ORIGIN, {"uuid": uuid}).one_or_none()
    return None if row is None else (row[0], row[1], row[2])
