"""Writing recordings, and asking about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, and_, func, insert, select

from quyche_app.storage.encoding import hash_of
from quyche_app.storage.engine import insert_new
from quyche_app.storage.models import (
    AmendmentRecord,
    ContentRecord,
    OperationRecord,
    RecordingRecord,
    UnitRecord,
    WordingRecord,
    table,
)
from quyche_app.storage.timelines import OperationKey, Span, Spans, digest_of

_CHUNK = 500  # values in one IN list: SQLite of old systems takes 999 at most
_recording = table(RecordingRecord)
_unit, _content, _wording = table(UnitRecord), table(ContentRecord), table(WordingRecord)
_amendment, _operation = table(AmendmentRecord), table(OperationRecord)


@dataclass(frozen=True, slots=True)
class Recording:
    """One change of the workspace."""

    number: int
    line: int
    at: datetime
    who: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class NewRecording:
    """What a recording says about itself before it has a number."""

    line: int
    document: int
    kind: str
    why: str
    who: str
    based_on: int
    article_count: int


def next_number(connection: Connection) -> int:
    """Give the number of the recording to write; call it in a writing transaction only."""
    newest = connection.execute(select(func.max(_recording.c.number))).scalar()
    return (newest or 0) + 1


def newest_recording(connection: Connection, line: int, until: int | datetime | None = None) -> int:
    """Give the newest recording of a line, not later than a number or a moment; 0 when none."""
    query = select(func.max(_recording.c.number)).where(_recording.c.line == line)
    if isinstance(until, datetime):
        query = query.where(_recording.c.at <= stamp(until))
    elif until is not None:
        query = query.where(_recording.c.number <= until)
    return connection.execute(query).scalar() or 0


def stamp(moment: datetime) -> str:
    """Give a moment as it is stored: UTC, so that texts order like moments."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def recordings_of(connection: Connection, line: int) -> list[Recording]:
    """Give every recording of a line, oldest first."""
    columns = _recording.c
    rows = connection.execute(
        select(columns.number, columns.line, columns.at, columns.who, columns.kind, columns.why)
        .where(columns.line == line)
        .order_by(columns.number)
    )
    return [
        Recording(n, at_line, datetime.fromisoformat(at), who, kind, why)
        for n, at_line, at, who, kind, why in rows
    ]


def write_recording(
    connection: Connection, number: int, new: NewRecording, timelines: Mapping[str, Spans]
) -> None:
    """Write the row that says who, when and why; ``timelines`` are those it will write."""
    rows = (
        (unit_id, span.valid_from, None if span.words is None else hash_of(span.words),
         span.parent, span.sort_key, span.operation)
        for unit_id, spans in timelines.items()
        for span in spans
    )
    connection.execute(
        insert(_recording),
        {
            "number": number, "line": new.line, "based_on": new.based_on,
            "at": stamp(datetime.now(UTC)), "who": new.who, "kind": new.kind, "why": new.why,
            "article_count": new.article_count, "digest": digest_of(rows),
        },
    )


def write_timelines(
    connection: Connection, number: int, new: NewRecording, timelines: Mapping[str, Spans],
    operations: Mapping[OperationKey, int],
) -> None:
    """Write the whole timelines of units anew under a recording."""
    wanted = {span.words for spans in timelines.values() for span in spans}
    contents = _content_numbers(connection, {w for w in wanted if w is not None})
    parents = {span.parent for spans in timelines.values() for span in spans}
    units = _unit_numbers(
        connection, new.document, {*timelines, *(p for p in parents if p is not None)}
    )
    rows = [
        _row(span, units, contents, operations, new.line, units[unit_id], number)
        for unit_id, spans in timelines.items()
        for span in spans
    ]
    if rows:
        # By key, so that the tree of the table grows at its end.
        rows.sort(key=lambda row: (row["unit"], row["valid_from"]))
        connection.execute(insert(_wording), rows)


def _row(
    span: Span, units: Mapping[str, int], contents: Mapping[str, int],
    operations: Mapping[OperationKey, int], line: int, unit: int, number: int,
) -> dict[str, Any]:
    return {
        "line": line, "unit": unit, "recording": number, "valid_from": span.valid_from,
        "content": None if span.words is None else contents[span.words],
        "parent": None if span.parent is None else units[span.parent],
        "sort_key": span.sort_key,
        "operation": None if span.operation is None else operations[span.operation],
    }


def _chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(values), _CHUNK):
        yield values[start:start + _CHUNK]


def _content_numbers(connection: Connection, words: set[str]) -> dict[str, int]:
    named = {hash_of(text): text for text in sorted(words)}
    insert_new(connection, _content, [{"hash": h, "words": text} for h, text in named.items()])
    numbers: dict[str, int] = {}
    for chunk in _chunks(list(named)):
        query = select(_content.c.hash, _content.c.id).where(_content.c.hash.in_(chunk))
        for name, number in connection.execute(query):
            numbers[named[bytes(name)]] = number
    return numbers


def _unit_numbers(connection: Connection, document: int, ids: set[str]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    if len(ids) <= _CHUNK:
        numbers = _known_units(connection, document, list(ids))
    missing = [unit_id for unit_id in ids if unit_id not in numbers]
    if missing:
        insert_new(connection, _unit, [{"document": document, "uuid": u} for u in missing])
        numbers |= _known_units(connection, document, missing)
    return numbers


def _known_units(connection: Connection, document: int, ids: Sequence[str]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for chunk in _chunks(ids):
        query = select(_unit.c.uuid, _unit.c.id).where(
            _unit.c.document == document, _unit.c.uuid.in_(chunk)
        )
        numbers.update((uuid, number) for uuid, number in connection.execute(query))
    return numbers


def known_timelines(connection: Connection, line: int, recording: int) -> dict[str, Spans]:
    """Give every unit's timeline on a line as known at a recording."""
    parent = _unit.alias("parent")
    query = (
        select(_unit.c.uuid, _wording.c.recording, _wording.c.valid_from, _content.c.words,
               parent.c.uuid, _wording.c.sort_key, _amendment.c.act_no, _operation.c.seq)
        .join_from(_wording, _unit, _unit.c.id == _wording.c.unit)
        .outerjoin(_content, _content.c.id == _wording.c.content)
        .outerjoin(parent, parent.c.id == _wording.c.parent)
        .outerjoin(_operation, _operation.c.id == _wording.c.operation)
        .outerjoin(_amendment, _amendment.c.recording == _operation.c.amendment)
        .where(_wording.c.line == line, _wording.c.recording <= recording)
        .order_by(_wording.c.unit, _wording.c.recording, _wording.c.valid_from)
    )
    newest: dict[str, tuple[int, list[Span]]] = {}
    for unit_id, number, day, words, above, key, act_no, seq in connection.execute(query):
        known = newest.get(unit_id)
        if known is None or known[0] != number:
            known = newest[unit_id] = (number, [])
        known[1].append(Span(day, words, above, key, None if seq is None else (act_no, seq)))
    return {unit_id: tuple(spans) for unit_id, (_, spans) in newest.items()}


@dataclass(frozen=True, slots=True)
class StoredSpan:
    """One row of a timeline as it is stored, with its recording."""

    unit_id: str
    recording: int
    valid_from: int
    words: str | None
    parent: str | None
    sort_key: int
    operation: int | None


def spans_of(
    connection: Connection, line: int, document: int, ids: Sequence[str] | None = None
) -> list[StoredSpan]:
    """Give every row ever written for some units of a line (None = all), oldest recording first."""
    parent = _unit.alias("parent")
    query = (
        select(_unit.c.uuid, _wording.c.recording, _wording.c.valid_from, _content.c.words,
               parent.c.uuid, _wording.c.sort_key, _wording.c.operation)
        .join_from(_unit, _wording, and_(_wording.c.line == line, _wording.c.unit == _unit.c.id))
        .outerjoin(_content, _content.c.id == _wording.c.content)
        .outerjoin(parent, parent.c.id == _wording.c.parent)
        .where(_unit.c.document == document)
        .order_by(_wording.c.unit, _wording.c.recording, _wording.c.valid_from)
    )
    queries = [query] if ids is None else [
        query.where(_unit.c.uuid.in_(chunk)) for chunk in _chunks(ids)
    ]
    return [
        StoredSpan(unit_id, number, day, words, above, key, operation)
        for each in queries
        for unit_id, number, day, words, above, key, operation in connection.execute(each)
    ]


def known_places(
    connection: Connection, line: int, document: int, ids: Sequence[str]
) -> dict[str, tuple[int, Span]]:
    """Give (recording, last span) of some units as known now."""
    return {
        row.unit_id: (row.recording, Span(row.valid_from, row.words, row.parent, row.sort_key))
        for row in spans_of(connection, line, document, ids)
    }
