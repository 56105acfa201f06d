"""Remarks on provisions of a text, and what people chose for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from quyche_app.domain.errors import StorageError
from quyche_app.domain.identities import uuid7
from quyche_app.domain.messages import message
from quyche_app.services.library import entry_of
from quyche_app.services.workspace import Workspace, person
from quyche_app.storage.remarks import (
    StoredRemark,
    choices_for,
    remarks_on,
    write_choices,
    write_remark,
)

OPEN, DONE = "open", "done"
Remark = StoredRemark


def remarks_of(ws: Workspace, document_id: str) -> tuple[Remark, ...]:
    """Give the open remarks on a text, the oldest first."""
    with ws.reading() as connection:
        line = entry_of(connection, document_id).line
        return tuple(remark for remark in remarks_on(connection, line) if remark.state == OPEN)


def add_remark(
    ws: Workspace,
    document_id: str,
    unit_id: str,
    words: str,
    *,
    quoted: str = "",
    who: str | None = None,
) -> Remark:
    """Write a remark on a provision.

    Args:
        quoted: the words it is about; "" = the whole provision.

    Raises:
        StorageError: nothing is said (QC-S071), or the workspace cannot be written.
    """
    if not words.strip():
        raise StorageError(message("QC-S071", "Ghi chú chưa có chữ nào."))
    remark = Remark(
        uuid7(), unit_id, quoted, words.strip(), person(ws, who), datetime.now(UTC), OPEN
    )
    with ws.writing() as connection:
        write_remark(connection, entry_of(connection, document_id).line, remark)
    return remark


def close_remark(ws: Workspace, document_id: str, uuid: str, *, who: str | None = None) -> None:
    """Put a remark away as dealt with; it stays in the record.

    Raises:
        StorageError: QC-S072 there is no such remark.
    """
    with ws.writing() as connection:
        line = entry_of(connection, document_id).line
        found = next((r for r in remarks_on(connection, line) if r.uuid == uuid), None)
        if found is None:
            raise StorageError(message("QC-S072", "Ghi chú này không còn trong kho."))
        write_remark(
            connection, line, replace(found, state=DONE, who=person(ws, who), at=datetime.now(UTC))
        )


def choices_of(ws: Workspace, document_id: str) -> dict[str, str]:
    """Give what was chosen for a text: name → value."""
    with ws.reading() as connection:
        return choices_for(connection, entry_of(connection, document_id).line)


def choose(
    ws: Workspace, document_id: str, values: Mapping[str, str], *, who: str | None = None
) -> None:
    """Write what was chosen for a text."""
    with ws.writing() as connection:
        write_choices(connection, entry_of(connection, document_id).line, values, person(ws, who))
