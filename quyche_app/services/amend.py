"""Amending a regulation: read an act, lay it over the text, record it in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy import Connection

from quyche_app.domain.acts import Act
from quyche_app.domain.counts import UNDONE
from quyche_app.domain.errors import AmendingError
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Confidence, Outcome, ReadAmendments, State, Unread
from quyche_app.reading.disk import file_bytes
from quyche_app.services.consolidate import named
from quyche_app.services.import_file import FileRead, read_to_store, store_file
from quyche_app.services.library import RECORDED_AMENDMENT, entry_of, entry_of_document, row_of
from quyche_app.services.record import (
    Computed,
    Record,
    changed_outcomes,
    changed_timelines,
    compute,
    consolidated,
    disturbed,
    load_record,
)
from quyche_app.services.views import Amended, AmendPlan, OperationRow, Role
from quyche_app.services.workspace import Workspace, person
from quyche_app.storage.amendments import (
    Amendment,
    Operation,
    operations_of,
    stated,
    write_amendment,
    write_notes,
    write_outcomes,
)
from quyche_app.storage.documents import document_with, originals_of, sha256_of
from quyche_app.storage.recordings import (
    NewRecording,
    next_number,
    write_recording,
    write_timelines,
)
from quyche_app.storage.timelines import OperationKey

RECOGNISED, CONFIDENT = "recognised", "confident"
NOT_ACCEPTED = "outcome.not_accepted"
TAKEN_BACK = message("outcome.taken_back", "Đã được hoàn tác.")


@dataclass(frozen=True, slots=True)
class _ActFile:
    """The file of an amending act; ``document`` is None when it is not in the workspace."""

    read: FileRead
    document: int | None


@dataclass(frozen=True, slots=True)
class _Laid:
    """An act laid over a record."""

    record: Record
    reading: ReadAmendments
    computed: Computed
    accepted: frozenset[int]
    outcomes: tuple[Outcome, ...]  # of this act, with those not accepted
    recorded: Amendment | None  # the same act in the record already


def plan_amendment(
    ws: Workspace,
    document_id: str,
    act: str | Path,
    *,
    effect: date | None = None,
    accept: str = RECOGNISED,
    skip: frozenset[int] = frozenset(),
) -> AmendPlan:
    """Lay an act (id of a stored text, or a file) over a regulation; nothing is stored.

    Args:
        effect: day of effect where the act says none, or another than it says.
        accept: "recognised" = all that was read, "confident" = only what is certain.
        skip: indexes of instructions that the person leaves out.
    """
    with ws.reading() as connection:
        source = _act_file(connection, act)
        laid = _laid_over(connection, document_id, source, effect, accept, skip)
        return _plan(connection, laid, source.document)


def amend(
    ws: Workspace,
    document_id: str,
    act: str | Path,
    *,
    effect: date | None = None,
    accept: str = RECOGNISED,
    skip: frozenset[int] = frozenset(),
    dry_run: bool = False,
    who: str | None = None,
) -> Amended:
    """Read, apply and record an act; everything or nothing.

    Raises:
        AmendingError: the act is recorded already, has no day of effect, or nothing of it applies.
    """
    if dry_run:
        plan = plan_amendment(ws, document_id, act, effect=effect, accept=accept, skip=skip)
        return _amended(0, plan, ())
    with ws.reading() as connection:
        source = _act_file(connection, act)
    with ws.writing() as connection:
        laid = _laid_over(connection, document_id, source, effect, accept, skip)
        _refuse_useless(laid, source.read.name)
        document = source.document
        if document is None:
            document, _ = store_file(connection, source.read, person(ws, who))
        number, operations = _record(connection, laid, document, person(ws, who))
        plan = _plan(connection, laid, document)
    ids = tuple(str(operations[_key(outcome)]) for outcome in laid.outcomes)
    return _amended(number, plan, ids)


def _act_file(connection: Connection, act: str | Path) -> _ActFile:
    if isinstance(act, Path):
        data = file_bytes(act)
        known = document_with(connection, sha256_of(data))
        return _ActFile(read_to_store(act.name, data), known[0] if known else None)
    entry = entry_of(connection, act)
    original = originals_of(connection, entry.document)[0]
    return _ActFile(read_to_store(original.name, original.data), entry.document)


def _laid_over(
    connection: Connection,
    document_id: str,
    source: _ActFile,
    effect: date | None,
    accept: str,
    skip: frozenset[int],
) -> _Laid:
    from quyche_app.amending.read import read_amendments

    entry = entry_of(connection, document_id)
    if entry.role != Role.REGULATION or entry.kind != "issued":
        raise AmendingError(
            message(
                "QC-A101",
                "{entry} không phải là quy chế đã ban hành.",
                entry=entry.cited_as,
            )
        )
    record = load_record(connection, entry)
    reading = read_amendments(source.read.text, len(record.amendments) + 1)
    reading = _dated(reading, effect)
    recorded = _same_act(record, source.document, reading.act)
    # A second look at an act that is recorded already shows it as the record holds it.
    readings = record.readings if recorded else (*record.readings, reading)
    if recorded:
        reading = recorded.reading
    first = compute(entry, record.base, readings, record.inactive)
    act_no = recorded.act.act_no if recorded else len(readings)
    left_out = _left_out(first, act_no, accept, skip)
    computed = first
    if left_out:
        computed = compute(entry, record.base, readings, record.inactive | left_out)
    outcomes = tuple(
        _not_accepted(outcome) if key in left_out else computed.outcomes[key]
        for key, outcome in first.outcomes.items()
        if key[0] == act_no
    )
    if recorded:
        outcomes = _with_left_out(outcomes, recorded)
    accepted = frozenset(i.index for i in reading.instructions if (act_no, i.index) not in left_out)
    return _Laid(record, reading, computed, accepted, outcomes, recorded)


def _with_left_out(outcomes: Iterable[Outcome], recorded: Amendment) -> tuple[Outcome, ...]:
    """The outcomes of a recorded act with what takes no part: it is still an order of the act."""
    by_seq = {
        operation.seq: operation for operation in recorded.operations if not operation.is_active
    }
    left_out = (
        Outcome(
            instruction,
            State.FAILED,
            instruction.confidence,
            _why_left_out(by_seq[instruction.index]),
            by_seq[instruction.index].account,
        )
        for instruction in recorded.reading.instructions
        if instruction.index in by_seq
    )
    return tuple(sorted((*outcomes, *left_out), key=lambda outcome: outcome.instruction.index))


def _dated(reading: ReadAmendments, effect: date | None) -> ReadAmendments:
    """A reading with the day that a person gives, which settles what the act leaves open, or with its
    own; a day that is not sure stays unknown."""
    if effect is None:
        return replace(reading, effect_date=reading.day_of_effect)
    unread = tuple(each for each in reading.unread if not each.is_on_effect)
    return replace(reading, effect_date=effect, unread=unread, is_effect_unknown=False)


def _same_act(record: Record, document: int | None, act: Act) -> Amendment | None:
    for amendment in record.amendments:
        if amendment.is_undone:
            continue
        known = amendment.reading.act
        same_number = bool(act.number) and (act.number, act.issue_date) == (
            known.number,
            known.issue_date,
        )
        if amendment.act.document == document or same_number:
            return amendment
    return None


def _left_out(
    computed: Computed, act_no: int, accept: str, skip: frozenset[int]
) -> frozenset[OperationKey]:
    return frozenset(
        key
        for key, outcome in computed.outcomes.items()
        if key[0] == act_no
        and (key[1] in skip or (accept == CONFIDENT and outcome.confidence is not Confidence.HIGH))
    )


def _not_accepted(outcome: Outcome) -> Outcome:
    if outcome.state is not State.APPLIED:
        return outcome
    why = message(NOT_ACCEPTED, "Chưa được chấp nhận.")
    if outcome.reasons:
        why = message(NOT_ACCEPTED, "Chưa được chấp nhận: {doubts}", doubts=outcome.reasons)
    return replace(outcome, state=State.FAILED, reasons=(why,), changed=(), changed_ids=())


def _why_left_out(operation: Operation) -> tuple[Message, ...]:
    return (TAKEN_BACK,) if operation.state == UNDONE else operation.reasons


def _refuse_useless(laid: _Laid, file_name: str) -> None:
    number = named(laid.reading.act, file_name)
    if laid.recorded is not None:
        raise AmendingError(
            message(
                "QC-A102",
                "{number} đã được ghi vào kho ở lần ghi {recording}. Muốn ghi lại thì trước "
                "hết hãy hoàn tác các nội dung sửa đổi của nó.",
                number=number,
                recording=laid.recorded.recording,
            ),
        )
    applied = [outcome for outcome in laid.outcomes if outcome.state is State.APPLIED]
    if not applied:
        reasons = tuple(dict.fromkeys(why for o in laid.outcomes for why in o.reasons))
        if not reasons:
            raise AmendingError(
                message(
                    "QC-A105",
                    "Không có nội dung nào của {number} áp dụng được vì không đọc được nội dung "
                    "sửa đổi nào. Không ghi gì vào kho.",
                    number=number,
                )
            )
        raise AmendingError(
            message(
                "QC-A103",
                "Không có nội dung nào của {number} áp dụng được: {reasons}. Không ghi gì vào kho.",
                number=number,
                reasons=reasons,
            )
        )
    effect = laid.reading.effect_date
    if any((outcome.instruction.effect_date or effect) is None for outcome in applied):
        raise AmendingError(_no_day(number, [u for u in laid.reading.unread if u.is_on_effect]))


def _no_day(number: str, unread: Sequence[Unread]) -> Message:
    if not unread:
        text = "Không rõ ngày có hiệu lực của {number}. Hãy cho biết ngày đó (--effect NGÀY)."
        return message("QC-A104", text, number=number)
    places = tuple(
        message("line.with_reason", "đoạn {line}: {reason}", line=each.lines[0], reason=each.why)
        for each in unread
    )
    text = (
        "Không rõ ngày có hiệu lực của {number} ({places}). Hãy cho biết ngày đó (--effect NGÀY)."
    )
    return message("QC-A104", text, number=number, places=places)


def _why_recorded(act: Act, effect: date | None) -> Message:
    name = f"{act.kind or 'Văn bản sửa đổi'} {act.number}".strip()
    if effect is None:
        return message(RECORDED_AMENDMENT, "{act}", act=name)
    return message(RECORDED_AMENDMENT, "{act}, có hiệu lực {day}", act=name, day=effect)


def _record(
    connection: Connection, laid: _Laid, document: int, who: str
) -> tuple[int, dict[OperationKey, int]]:
    entry = laid.record.entry
    number = next_number(connection)
    act, effect = laid.reading.act, laid.reading.effect_date
    new = NewRecording(
        entry.line,
        entry.document,
        "amend",
        _why_recorded(act, effect),
        who,
        laid.record.known_at,
        laid.computed.article_count,
    )
    changed = changed_timelines(connection, laid.record, laid.computed)
    write_recording(connection, number, new, changed)
    operations = {
        operation.key: operation.id
        for amendment in laid.record.amendments
        for operation in amendment.operations
    }
    operations |= write_amendment(
        connection, entry.line, number, document, laid.reading, laid.accepted, who
    )
    write_timelines(connection, number, new, changed, operations)
    write_outcomes(
        connection,
        number,
        [(operations[_key(outcome)], stated(outcome)) for outcome in laid.outcomes],
    )
    write_outcomes(connection, number, changed_outcomes(laid.record, laid.computed))
    write_notes(connection, number, laid.computed.consolidation.footnotes)
    return number, operations


def _key(outcome: Outcome) -> OperationKey:
    return outcome.instruction.act_no, outcome.instruction.index


def _plan(connection: Connection, laid: _Laid, document: int | None) -> AmendPlan:
    """The act alone over the text as it is now: outcomes of earlier acts are not shown again."""
    record, recorded = laid.record, laid.recorded
    whole = laid.computed.consolidation
    act_no = recorded.act.act_no if recorded else len(record.amendments) + 1
    others = record.amendments[: act_no - 1]
    before = consolidated(record.base, tuple(a.reading for a in others), record.inactive)
    own = replace(
        whole,
        base=before.act,
        amending=(laid.reading,),
        outcomes=laid.outcomes,
        unread=laid.reading.unread,
    )
    act_row = (
        None if document is None else row_of(connection, entry_of_document(connection, document))
    )
    return AmendPlan(
        row_of(connection, entry_of(connection, record.entry.uuid)),
        act_row,
        own,
        laid.reading.effect_date,
        recorded is not None,
        recorded.recording if recorded else 0,
        () if recorded else disturbed(record, before, laid.computed),
    )


def _amended(number: int, plan: AmendPlan, operations: tuple[str, ...]) -> Amended:
    outcomes = plan.consolidation.outcomes
    count = {state: sum(1 for o in outcomes if o.state is state) for state in State}
    return Amended(
        number,
        count[State.APPLIED],
        count[State.FAILED],
        count[State.IGNORED],
        len(plan.consolidation.unread),
        plan,
        operations,
    )


def operations(ws: Workspace, document_id: str) -> tuple[OperationRow, ...]:
    """Give every recorded operation of a regulation, in the order of the record."""
    with ws.reading() as connection:
        entry = entry_of(connection, document_id)
        found = operations_of(connection, entry.line, entry.newest_recording)
    return tuple(
        OperationRow(
            str(o.id), o.act.number, o.place, o.reading, o.state, o.effect_date, o.recording
        )
        for o in found
    )
