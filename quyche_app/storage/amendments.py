"""Amending acts recorded on a line: their operations, and what came of each.

Everything an act said is stored, so that a text is computed again without reading a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Connection, and_, bindparam, func, insert, or_, select

from quyche_app.domain.acts import Act, Citable
from quyche_app.domain.counts import UNDONE
from quyche_app.domain.messages import Message, all_said
from quyche_app.domain.operations import (
    MEETS,
    Footnote,
    Instruction,
    Outcome,
    ReadAmendments,
    State,
)
from quyche_app.storage import tables
from quyche_app.storage.codecs.instructions import decode_instruction, encode_instruction
from quyche_app.storage.codecs.messages import (
    decode_message,
    decode_messages,
    encode_message,
    encode_messages,
)
from quyche_app.storage.codecs.notes import decode_notes, encode_notes
from quyche_app.storage.codecs.readings import decode_reading, encode_reading, unread_count
from quyche_app.storage.documents import day_of, ordinal
from quyche_app.storage.timelines import OperationKey
from quyche_app.storage.trees import load_act

_amendment, _operation, _outcome = (tables.amendment, tables.operation, tables.outcome)
_document, _line, _recording = tables.document, tables.line, tables.recording


@dataclass(frozen=True, slots=True)
class ActHead(Citable):
    """What the library says of a recorded act."""

    act_no: int
    document: int
    number: str
    title: str
    issuer: str
    issue_date: date | None
    effect_date: date | None


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation with what came of it, as known at the recording asked for."""

    id: int
    act: ActHead
    seq: int
    recording: int
    place: str
    effect_date: date | None
    is_accepted: bool
    state: str
    reasons: tuple[Message, ...]
    account: Message

    @property
    def reason(self) -> str:
        """The reasons in Vietnamese; "" when there are none."""
        return all_said(self.reasons)

    @property
    def reading(self) -> str:
        """What it does, in Vietnamese."""
        return str(self.account)

    @property
    def key(self) -> OperationKey:
        """Number of the act on the line, index of the instruction."""
        return self.act.act_no, self.seq

    @property
    def is_active(self) -> bool:
        """It takes part when the text is computed."""
        return self.is_accepted and self.state != UNDONE


@dataclass(frozen=True, slots=True)
class Amendment:
    """A recorded act: the reading as it was recorded, and its operations."""

    act: ActHead
    recording: int
    reading: ReadAmendments
    operations: tuple[Operation, ...]

    @property
    def is_undone(self) -> bool:
        """Nothing of it takes part any more."""
        return all(
            operation.state == UNDONE for operation in self.operations if operation.is_accepted
        )


def write_amendment(
    connection: Connection,
    line: int,
    recording: int,
    act_document: int,
    reading: ReadAmendments,
    accepted: frozenset[int],
    who: str,
) -> dict[OperationKey, int]:
    """Write an act with all its instructions; give the numbers of its operations.

    ``accepted``: indexes of the instructions that take part.
    """
    act_no = reading.instructions[0].act_no
    connection.execute(
        insert(_amendment),
        {
            "recording": recording,
            "line": line,
            "act_no": act_no,
            "act": act_document,
            "effect_date": ordinal(reading.effect_date),
            "reading": encode_reading(reading),
        },
    )
    connection.execute(
        insert(_operation),
        [
            _operation_row(instruction, recording, reading, instruction.index in accepted, who)
            for instruction in reading.instructions
        ],
    )
    rows = connection.execute(
        select(_operation.c.seq, _operation.c.id).where(_operation.c.amendment == recording)
    )
    return {(act_no, seq): number for seq, number in rows}


def _operation_row(
    instruction: Instruction, recording: int, reading: ReadAmendments, is_accepted: bool, who: str
) -> dict[str, object]:
    return {
        "amendment": recording,
        "seq": instruction.index,
        "verb": instruction.verb,
        "target": " ".join(target.path for target in instruction.targets),
        "place": instruction.place,
        "confidence": instruction.confidence,
        "effect_date": ordinal(instruction.effect_date or reading.effect_date),
        "is_accepted": is_accepted,
        "accepted_by": who if is_accepted else "",
        "instruction": encode_instruction(instruction),
    }


def write_outcomes(
    connection: Connection, recording: int, outcomes: Iterable[tuple[int, Stated]]
) -> None:
    """Write what came of operations under a recording."""
    rows = [
        {
            "operation": number,
            "recording": recording,
            "state": stated.state,
            "reason": encode_messages(stated.reasons),
            "reading": encode_message(stated.account),
        }
        for number, stated in outcomes
    ]
    if rows:
        connection.execute(insert(_outcome), rows)


class Stated(NamedTuple):
    """What a row says of an operation: state, reasons, what it does."""

    state: str
    reasons: tuple[Message, ...]
    account: Message


def stated(outcome: Outcome) -> Stated:
    """Give what is stored of an outcome."""
    return Stated(str(outcome.state), outcome.reasons, outcome.account)


_NEWEST = (
    select(_outcome.c.operation, func.max(_outcome.c.recording).label("recording"))
    .where(_outcome.c.recording <= bindparam("until"))
    .group_by(_outcome.c.operation)
    .subquery()
)
_OPERATIONS = (
    select(
        _amendment.c.act_no,
        _amendment.c.act,
        _document.c.number,
        _document.c.title,
        _document.c.issuer,
        _document.c.issue_date,
        _amendment.c.effect_date,
        _operation.c.id,
        _operation.c.seq,
        _operation.c.amendment,
        _operation.c.place,
        _operation.c.effect_date,
        _operation.c.is_accepted,
        _outcome.c.state,
        _outcome.c.reason,
        _outcome.c.reading,
    )
    .join_from(_amendment, _operation, _operation.c.amendment == _amendment.c.recording)
    .join(_document, _document.c.id == _amendment.c.act)
    .join(_NEWEST, _NEWEST.c.operation == _operation.c.id)
    .join(
        _outcome,
        and_(
            _outcome.c.operation == _NEWEST.c.operation, _outcome.c.recording == _NEWEST.c.recording
        ),
    )
    .where(_amendment.c.line == bindparam("line"))
    .order_by(_amendment.c.act_no, _operation.c.seq)
)


def operations_of(connection: Connection, line: int, until: int) -> list[Operation]:
    """Give every operation recorded on a line as known at a recording, by act and place."""
    heads: dict[int, ActHead] = {}
    found = []
    for row in connection.execute(_OPERATIONS, {"line": line, "until": until}):
        act_no, document, number, title, issuer, issued, effect = row[:7]
        head = heads.setdefault(
            act_no, ActHead(act_no, document, number, title, issuer, day_of(issued), day_of(effect))
        )
        own, seq, recording, place, day, accepted, state, reason, reading = row[7:]
        found.append(
            Operation(
                own,
                head,
                seq,
                recording,
                place,
                day_of(day),
                accepted,
                state,
                decode_messages(reason),
                decode_message(reading),
            )
        )
    return found


def amendments_of(connection: Connection, line: int, until: int) -> list[Amendment]:
    """Give the acts recorded on a line as known at a recording, with all they order."""
    found = []
    of_line = operations_of(connection, line, until)
    for recording, some in groupby(of_line, key=lambda operation: operation.recording):
        operations = tuple(some)
        act = operations[0].act
        text = connection.execute(
            select(_amendment.c.reading).where(_amendment.c.recording == recording)
        ).scalar_one()
        rows = connection.execute(
            select(_operation.c.instruction)
            .where(_operation.c.amendment == recording)
            .order_by(_operation.c.seq)
        )
        instructions = tuple(decode_instruction(row[0]) for row in rows)
        head = decode_reading(text)
        reading = replace(
            head, act=_stored_act(connection, act.document, head.act), instructions=instructions
        )
        found.append(Amendment(act, recording, reading, operations))
    return found


def _stored_act(connection: Connection, document: int, head: Act) -> Act:
    """The act as it was issued, with the head that was read when it was recorded."""
    line, first = connection.execute(
        select(_line.c.id, func.min(_recording.c.number))
        .join_from(_line, _recording, _recording.c.line == _line.c.id)
        .where(_line.c.document == document, _line.c.kind == "issued")
        .group_by(_line.c.id)
    ).one()
    return replace(head, components=load_act(connection, line, 0, first).components)


def write_notes(connection: Connection, recording: int, notes: Sequence[Footnote]) -> None:
    """Write the notes of a whole text after everything recorded."""
    connection.execute(insert(tables.note), {"recording": recording, "notes": encode_notes(notes)})


def newest_notes(connection: Connection, line: int, until: int) -> tuple[Footnote, ...]:
    """Give the notes of a whole text after everything recorded until a recording."""
    packed = connection.execute(
        select(tables.note.c.notes)
        .join_from(tables.note, _recording, _recording.c.number == tables.note.c.recording)
        .where(_recording.c.line == line, _recording.c.number <= until)
        .order_by(_recording.c.number.desc())
        .limit(1)
    ).scalar()
    return () if packed is None else decode_notes(packed)


def recorded_effects(connection: Connection, line: int) -> dict[int, list[tuple[int | None, int]]]:
    """Give for each recording of an amendment of a line its days of effect, the first first, with how
    many instructions take effect on each."""
    rows = connection.execute(
        select(_amendment.c.recording, _operation.c.effect_date, func.count())
        .join_from(_amendment, _operation, _operation.c.amendment == _amendment.c.recording)
        .where(_amendment.c.line == line)
        .group_by(_amendment.c.recording, _operation.c.effect_date)
        .order_by(_operation.c.effect_date)
    )
    found: dict[int, list[tuple[int | None, int]]] = {}
    for recording, effect, count in rows:
        found.setdefault(recording, []).append((effect, count))
    return found


class RecordedState(NamedTuple):
    """An operation as the library counts it: where, of which act, and what came of it last."""

    line: int
    act: int  # its document
    seq: int  # place of the instruction in the act
    effect: int | None
    verb: str
    target: str
    state: str


def unread_by_act(connection: Connection) -> dict[int, int]:
    """Give for each recorded act, by its document, how many stretches of it were not understood."""
    rows = connection.execute(select(_amendment.c.act, _amendment.c.reading))
    return {act: unread_count(reading) for act, reading in rows}


def operations_to_look_at(connection: Connection) -> list[tuple[int, int]]:
    """Give (line, act document) of every recorded operation that once was applied and is not any more
    without having been taken back, or that meets another act: a person must look."""
    once = select(_outcome.c.operation).where(_outcome.c.state == State.APPLIED)
    newest = (
        select(_outcome.c.operation, func.max(_outcome.c.recording).label("recording"))
        .group_by(_outcome.c.operation)
        .subquery()
    )
    is_lost = and_(_outcome.c.state == State.FAILED, _outcome.c.operation.in_(once))
    meets = and_(
        _outcome.c.state == State.APPLIED,
        or_(*(_outcome.c.reason.contains(f'"{code}"', autoescape=True) for code in sorted(MEETS))),
    )
    rows = connection.execute(
        select(_amendment.c.line, _amendment.c.act)
        .join_from(_amendment, _operation, _operation.c.amendment == _amendment.c.recording)
        .join(newest, newest.c.operation == _operation.c.id)
        .join(
            _outcome,
            and_(
                _outcome.c.operation == newest.c.operation,
                _outcome.c.recording == newest.c.recording,
            ),
        )
        .where(or_(is_lost, meets))
    )
    return [(line, act) for line, act in rows]


def states_by_act(connection: Connection) -> list[RecordedState]:
    """Give every operation with its newest state."""
    newest = (
        select(_outcome.c.operation, func.max(_outcome.c.recording).label("recording"))
        .group_by(_outcome.c.operation)
        .subquery()
    )
    rows = connection.execute(
        select(
            _amendment.c.line,
            _amendment.c.act,
            _operation.c.seq,
            _operation.c.effect_date,
            _operation.c.verb,
            _operation.c.target,
            _outcome.c.state,
        )
        .join_from(_amendment, _operation, _operation.c.amendment == _amendment.c.recording)
        .join(newest, newest.c.operation == _operation.c.id)
        .join(
            _outcome,
            and_(
                _outcome.c.operation == newest.c.operation,
                _outcome.c.recording == newest.c.recording,
            ),
        )
        .order_by(_operation.c.id)
    )
    return [RecordedState(*row) for row in rows]
