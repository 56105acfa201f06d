"""Remarks on provisions, and choices for texts: rows are added, the newest counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from quyche_app.storage import tables
from quyche_app.storage.recordings import stamp

_remark, _choice = tables.remark, tables.choice


@dataclass(frozen=True, slots=True)
class StoredRemark:
    """A remark as it stands now; ``at`` is when it was last written."""

    uuid: str
    unit_id: str
    quoted: str
    words: str
    who: str
    at: datetime
    state: str


def remarks_on(connection: Connection, line: int) -> list[StoredRemark]:
    """Give the remarks on a line, the oldest first."""
    query = (
        select(
            _remark.c.uuid,
            _remark.c.unit,
            _remark.c.quoted,
            _remark.c.words,
            _remark.c.who,
            _remark.c.at,
            _remark.c.state,
        )
        .where(_remark.c.line == line)
        .order_by(_remark.c.id)
    )
    newest: dict[str, StoredRemark] = {}
    for uuid, unit, quoted, words, who, at, state in connection.execute(query):
        moment = datetime.fromisoformat(at)
        newest[uuid] = StoredRemark(uuid, unit, quoted, words, who, moment, state)
    return list(newest.values())


def write_remark(connection: Connection, line: int, remark: StoredRemark) -> None:
    """Write a remark, or another state of one."""
    connection.execute(
        insert(_remark),
        {
            "uuid": remark.uuid,
            "line": line,
            "unit": remark.unit_id,
            "quoted": remark.quoted,
            "words": remark.words,
            "who": remark.who,
            "at": stamp(remark.at),
            "state": remark.state,
        },
    )


def choices_for(connection: Connection, line: int) -> dict[str, str]:
    """Give what was chosen for a line: name → value."""
    query = (
        select(_choice.c.name, _choice.c.value).where(_choice.c.line == line).order_by(_choice.c.id)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def choices_named(connection: Connection, name: str) -> dict[int, str]:
    """Give one choice of every line that has it: line → value."""
    query = (
        select(_choice.c.line, _choice.c.value).where(_choice.c.name == name).order_by(_choice.c.id)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def write_choices(connection: Connection, line: int, values: Mapping[str, str], who: str) -> None:
    """Write what was chosen for a line."""
    at = stamp(datetime.now(UTC))
    connection.execute(
        insert(_choice),
        [
            {"line": line, "name": name, "value": value, "who": who, "at": at}
            for name, value in values.items()
        ],
    )
