"""Taking one recorded operation back: the same list is recorded without it."""

from __future__ import annotations

from quyche_app.domain.counts import UNDONE
from quyche_app.domain.errors import StorageError
from quyche_app.domain.messages import message
from quyche_app.services.library import entry_of
from quyche_app.services.record import (
    Record,
    changed_outcomes,
    changed_timelines,
    compute,
    consolidated,
    disturbed,
    load_record,
)
from quyche_app.services.views import TakenBack
from quyche_app.services.workspace import Workspace, person
from quyche_app.storage.amendments import Operation, Stated, write_notes, write_outcomes
from quyche_app.storage.recordings import (
    NewRecording,
    next_number,
    write_recording,
    write_timelines,
)


def undo_amend(ws: Workspace, document_id: str, operation_id: str, who: str | None = None) -> int:
    """Take an operation back; give the recording's number. See ``take_back``."""
    return take_back(ws, document_id, operation_id, who).recording


def take_back(
    ws: Workspace, document_id: str, operation_id: str, who: str | None = None
) -> TakenBack:
    """Record the operations of a regulation without one of them; say what else comes out otherwise.

    What was believed before stays readable under the older recording.

    Raises:
        StorageError: the regulation has no such operation, or it is taken back already.
    """
    with ws.writing() as connection:
        record = load_record(connection, entry_of(connection, document_id))
        operation = _operation(record, operation_id)
        computed = compute(
            record.entry, record.base, record.readings, record.inactive | {operation.key}
        )
        changed = changed_timelines(connection, record, computed)
        number = next_number(connection)
        entry = record.entry
        why = message(
            "recorded.undo",
            "Hoàn tác {place} của {act}",
            place=operation.place,
            act=operation.act.cited_as,
        )
        new = NewRecording(
            entry.line,
            entry.document,
            "undo",
            why,
            person(ws, who),
            record.known_at,
            computed.article_count,
        )
        write_recording(connection, number, new, changed)
        numbers = {
            known.key: known.id for amendment in record.amendments for known in amendment.operations
        }
        write_timelines(connection, number, new, changed, numbers)
        taken_back = (operation.id, Stated(UNDONE, operation.reasons, operation.account))
        others = [row for row in changed_outcomes(record, computed) if row[0] != operation.id]
        write_outcomes(connection, number, [taken_back, *others])
        write_notes(connection, number, computed.consolidation.footnotes)
        before = consolidated(record.base, record.readings, record.inactive)
        return TakenBack(number, disturbed(record, before, computed))


def _operation(record: Record, operation_id: str) -> Operation:
    for amendment in record.amendments:
        for operation in amendment.operations:
            if str(operation.id) != operation_id:
                continue
            if operation.state == UNDONE:
                raise StorageError(
                    message(
                        "QC-S041",
                        "Nội dung {operation_id} đã được hoàn tác rồi.",
                        operation_id=operation_id,
                    )
                )
            return operation
    raise StorageError(
        message(
            "QC-S040",
            "{entry} không có nội dung sửa đổi số {operation_id}.",
            entry=record.entry.cited_as,
            operation_id=operation_id,
        ),
    )
