"""Writing recordings, and asking about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Connection, and_, bindparam, func, insert, select

from quyche_app.domain.encoding import hash_of
from quyche_app.domain.messages import Message
from quyche_app.storage import tables
from quyche_app.storage.codecs.messages import decode_messages, encode_message
from quyche_app.storage.engine import insert_new
from quyche_app.storage.timelines import OperationKey, Span, Spans, digest_of

_CHUNK = 500  # values in one IN list: SQLite of old systems takes 999 at most
_recording, _line = tables.recording, tables.line
_unit, _content, _wording = tables.unit, tables.content, tables.wording
_amendment, _operation = tables.amendment, tables.operation
_parent = _unit.alias("parent")
# Statements are built once: building one costs as much as a small query.
_LINE: BindParameter[int] = bindparam("line")
_DOCUMENT: BindParameter[int] = bindparam("document")
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_NEXT = select(func.coalesce(func.max(_recording.c.number), 0) + 1)
_CONTENT_NUMBERS = select(_content.c.hash, _content.c.id).where(_content.c.hash.in_(_IDS))
_LAST_CONTENT = select(func.coalesce(func.max(_content.c.id), 0))
_NEW_CONTENTS = select(_content.c.hash, _content.c.id).where(_content.c.id > bindparam("before"))
_DOCUMENT_UNITS = select(_unit.c.uuid, _unit.c.id).where(_unit.c.document == _DOCUMENT)
_UNIT_NUMBERS = _DOCUMENT_UNITS.where(_unit.c.uuid.in_(_IDS))
# Rows of some units are asked for by the numbers of the units: asked by identity, SQLite would walk
# through the whole line. The identities are looked up first.
_OF_UNITS = and_(_wording.c.line == _LINE, _wording.c.unit.in_(_IDS))
_SPANS = (
    select(
        _wording.c.unit,
        _unit.c.uuid,
        _wording.c.recording,
        _wording.c.valid_from,
        _content.c.words,
        _wording.c.parent,
        _wording.c.operation,
        _recording.c.at,
        _recording.c.who,
    )
    .join_from(_wording, _unit, _wording.c.unit == _unit.c.id)
    .join(_recording, _recording.c.number == _wording.c.recording)
    .outerjoin(_content, _content.c.id == _wording.c.content)
)
_SPANS_OF_LINE = _SPANS.where(_wording.c.line == _LINE)
_SPANS_OF_UNITS = _SPANS.where(_OF_UNITS)
# The place alone: words are long, and a recording of new words does not look at the old ones.
_PLACES = (
    select(
        _wording.c.unit,
        _wording.c.recording,
        _wording.c.valid_from,
        _parent.c.uuid,
        _wording.c.sort_key,
        _wording.c.parent,
    )
    .join_from(_wording, _parent, _parent.c.id == _wording.c.parent, isouter=True)
    .where(_OF_UNITS)
)


@dataclass(frozen=True, slots=True)
class Recording:
    """One change of the workspace."""

    number: int
    line: int
    at: datetime
    who: str
    kind: str
    why: Message | None


@dataclass(frozen=True, slots=True)
class NewRecording:
    """What a recording says about itself before it has a number."""

    line: int
    document: int
    kind: str
    why: Message | None
    who: str
    based_on: int
    article_count: int


def next_number(connection: Connection) -> int:
    """Give the number of the recording to write; call it in a writing transaction only."""
    number: int = connection.execute(_NEXT).scalar_one()
    return number


def newest_recording(connection: Connection, line: int, until: int | datetime | None = None) -> int:
    """Give the newest recording of a line, not later than a number or a moment; 0 when none."""
    query = select(func.max(_recording.c.number)).where(_recording.c.line == line)
    if isinstance(until, datetime):
        query = query.where(_recording.c.at <= stamp(until))
    elif until is not None:
        query = query.where(_recording.c.number <= until)
    return connection.execute(query).scalar() or 0


def last_number(connection: Connection) -> int:
    """Give the newest recording of the workspace, 0 when there is none."""
    number: int = connection.execute(
        select(func.coalesce(func.max(_recording.c.number), 0))
    ).scalar_one()
    return number


def recorded_after(connection: Connection, number: int) -> list[tuple[int, str, str]]:
    """Give the recordings after a number, oldest first: (number, identity of the line, kind)."""
    query = (
        select(_recording.c.number, _line.c.uuid, _recording.c.kind)
        .join_from(_recording, _line, _recording.c.line == _line.c.id)
        .where(_recording.c.number > number)
        .order_by(_recording.c.number)
    )
    return [(each, line, kind) for each, line, kind in connection.execute(query)]


def stamp(moment: datetime) -> str:
    """Give a moment as it is stored: UTC, so that texts order like moments."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


_RECORDINGS = select(
    _recording.c.number,
    _recording.c.line,
    _recording.c.at,
    _recording.c.who,
    _recording.c.kind,
    _recording.c.why,
).order_by(_recording.c.number)


def recordings_of(connection: Connection, line: int) -> list[Recording]:
    """Give every recording of a line, oldest first."""
    query = _RECORDINGS.where(_recording.c.line == line)
    return [_recording_of(row) for row in connection.execute(query)]


def recordings_numbered(connection: Connection, numbers: Iterable[int]) -> dict[int, Recording]:
    """Give some recordings by their numbers."""
    query = _RECORDINGS.where(_recording.c.number.in_(_IDS))
    return {
        row[0]: _recording_of(row)
        for chunk in _chunks(sorted(set(numbers)))
        for row in connection.execute(query, {"ids": chunk})
    }


def _recording_of(row: Sequence[Any]) -> Recording:
    number, line, at, who, kind, why = row
    return Recording(
        number, line, datetime.fromisoformat(at), who, kind, next(iter(decode_messages(why)), None)
    )


def write_recording(
    connection: Connection, number: int, new: NewRecording, timelines: Mapping[str, Spans]
) -> None:
    """Write the row that says who, when and why; ``timelines`` are those it will write."""
    rows = (
        (
            unit_id,
            span.valid_from,
            None if span.words is None else hash_of(span.words),
            span.parent,
            span.sort_key,
            span.operation,
        )
        for unit_id, spans in timelines.items()
        for span in spans
    )
    connection.execute(
        insert(_recording),
        {
            "number": number,
            "line": new.line,
            "based_on": new.based_on,
            "at": stamp(datetime.now(UTC)),
            "who": new.who,
            "kind": new.kind,
            "why": "" if new.why is None else encode_message(new.why),
            "article_count": new.article_count,
            "digest": digest_of(rows),
        },
    )


def write_timelines(
    connection: Connection,
    number: int,
    new: NewRecording,
    timelines: Mapping[str, Spans],
    operations: Mapping[OperationKey, int],
    units: Mapping[str, int] | None = None,
) -> None:
    """Write the whole timelines of units anew under a recording.

    ``units``: the numbers of all units and parents, where the caller knows them already.
    """
    # In the order of the text, so that what is read together is stored together.
    every = [span for spans in timelines.values() for span in spans]
    contents = _content_numbers(connection, dict.fromkeys(s.words for s in every if s.words))
    parents = dict.fromkeys(span.parent for span in every if span.parent)
    if units is None:
        units = _unit_numbers(connection, new.document, list(dict.fromkeys([*timelines, *parents])))
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
    span: Span,
    units: Mapping[str, int],
    contents: Mapping[str, int],
    operations: Mapping[OperationKey, int],
    line: int,
    unit: int,
    number: int,
) -> dict[str, Any]:
    return {
        "line": line,
        "unit": unit,
        "recording": number,
        "valid_from": span.valid_from,
        "content": None if span.words is None else contents[span.words],
        "parent": None if span.parent is None else units[span.parent],
        "sort_key": span.sort_key,
        "operation": None if span.operation is None else operations[span.operation],
    }


def _chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]


def _content_numbers(connection: Connection, words: Iterable[str]) -> dict[str, int]:
    named = {hash_of(text): text for text in words}
    rows = [{"hash": name, "words": text} for name, text in named.items()]
    if len(rows) <= _CHUNK:
        insert_new(connection, _content, rows)
        found = connection.execute(_CONTENT_NUMBERS, {"ids": list(named)}).all()
    else:
        # Asking for thousands of hashes costs more than asking for all that is new.
        before = connection.execute(_LAST_CONTENT).scalar_one()
        insert_new(connection, _content, rows)
        found = list(connection.execute(_NEW_CONTENTS, {"before": before}))
        new = {bytes(name) for name, _ in found}
        for chunk in _chunks([name for name in named if name not in new]):
            found += connection.execute(_CONTENT_NUMBERS, {"ids": chunk})
    return {named[bytes(name)]: number for name, number in found}


def _unit_numbers(connection: Connection, document: int, ids: Sequence[str]) -> dict[str, int]:
    numbers = _known_units(connection, document, ids)
    missing = [unit_id for unit_id in ids if unit_id not in numbers]
    if missing:
        insert_new(connection, _unit, [{"document": document, "uuid": u} for u in missing])
        numbers |= _known_units(connection, document, missing)
    return numbers


def _known_units(connection: Connection, document: int, ids: Sequence[str]) -> dict[str, int]:
    if len(ids) <= _CHUNK:
        rows = connection.execute(_UNIT_NUMBERS, {"document": document, "ids": ids})
    else:
        rows = connection.execute(_DOCUMENT_UNITS, {"document": document})
    wanted = set(ids)
    return {row[0]: row[1] for row in rows if row[0] in wanted}


def known_timelines(connection: Connection, line: int, recording: int) -> dict[str, Spans]:
    """Give every unit's timeline on a line as known at a recording."""
    parent = _unit.alias("parent")
    query = (
        select(
            _unit.c.uuid,
            _wording.c.recording,
            _wording.c.valid_from,
            _content.c.words,
            parent.c.uuid,
            _wording.c.sort_key,
            _amendment.c.act_no,
            _operation.c.seq,
        )
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


class StoredSpan(NamedTuple):
    """One row of a timeline as it is stored, with the moment and the person of its recording.

    ``unit``, ``parent``: numbers in the store; ``unit_id``: the identity.
    """

    unit: int
    unit_id: str
    recording: int
    valid_from: int
    words: str | None
    parent: int | None
    operation: int | None
    at: str
    who: str

    @property
    def recorded_at(self) -> datetime:
        """The moment of the recording."""
        return datetime.fromisoformat(self.at)


def spans_of(
    connection: Connection, line: int, document: int, ids: Sequence[str] | None = None
) -> list[StoredSpan]:
    """Give every row ever written for some units of a line (None = all), oldest recording first."""
    if ids is None:
        return _sorted_spans([*connection.execute(_SPANS_OF_LINE, {"line": line}).all()])
    numbers = _known_units(connection, document, ids)
    return spans_of_numbers(connection, line, list(numbers.values()))


def spans_of_numbers(connection: Connection, line: int, numbers: Sequence[int]) -> list[StoredSpan]:
    """Give the same for units whose numbers are known."""
    return _sorted_spans(
        [
            row
            for chunk in _chunks(numbers)
            for row in connection.execute(_SPANS_OF_UNITS, {"line": line, "ids": chunk}).all()
        ]
    )


def _sorted_spans(rows: list[Any]) -> list[StoredSpan]:
    # Sorted here: SQLite would sort rows with their words through a temporary tree.
    rows.sort(key=lambda row: (row[0], row[2], row[3]))
    return [*map(StoredSpan._make, rows)]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a unit stands, and the recording that put it there."""

    recording: int
    valid_from: int
    parent: str | None
    sort_key: int
    unit_number: int
    parent_number: int | None


def known_places(
    connection: Connection, line: int, document: int, ids: Sequence[str]
) -> dict[str, Place]:
    """Give where some units of a line stand as known now."""
    numbers = _known_units(connection, document, ids)
    newest: dict[int, Place] = {}
    for chunk in _chunks([numbers[unit_id] for unit_id in ids if unit_id in numbers]):
        for unit, number, day, parent, key, above in connection.execute(
            _PLACES, {"line": line, "ids": chunk}
        ):
            known = newest.get(unit)
            if known is None or (known.recording, known.valid_from) < (number, day):
                newest[unit] = Place(number, day, parent, key, unit, above)
    return {unit_id: newest[number] for unit_id, number in numbers.items() if number in newest}
