"""Rows of a workspace made by hand: a text, its states, an act with its orders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from quyche_app.domain.acts import Act
from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.operations import Instruction, ReadAmendments, Target
from quyche_app.domain.verbs import Verb
from quyche_app.storage.amendments import write_amendment
from quyche_app.storage.documents import new_document
from quyche_app.storage.recordings import (
    NewRecording,
    known_timelines,
    next_number,
    write_recording,
    write_timelines,
)
from quyche_app.storage.timelines import NEVER, Author, OperationKey, timelines_of
from tests.making import why


@dataclass(frozen=True)
class Stored:
    """A document with its issued line and its newest recording."""

    document: int
    line: int
    root: str
    number: int


def put_in(connection: Connection, root: str, act: Act, role: str = "regulation") -> Stored:
    """Write a text as it is brought in."""
    document, line = new_document(connection, root, role, act, "không tên")
    number = record(connection, document, line, root, [(0, act)], kind="import")
    return Stored(document, line, root, number)


def record(
    connection: Connection,
    document: int,
    line: int,
    root: str,
    states: Sequence[tuple[int, Act]],
    *,
    kind: str = "edit",
    who: str = "Lan",
    author: Author | None = None,
    operations: Mapping[OperationKey, int] | None = None,
) -> int:
    """Write the states of a line, those of the units alone that changed; give the recording."""
    number = next_number(connection)
    known = known_timelines(connection, line, number)
    now = timelines_of(states, root, author, known)
    changed = {unit: spans for unit, spans in now.items() if known.get(unit) != spans}
    changed |= {unit: NEVER for unit in known if unit not in now}
    new = NewRecording(line, document, kind, why("recorded"), who, number - 1, 7)
    write_recording(connection, number, new, changed)
    write_timelines(connection, number, new, changed, operations or {})
    return number


def order(index: int, label: str = "3", act_no: int = 1, verb: Verb = Verb.REPEAL) -> Instruction:
    """Give an order on one article."""
    target = Target(Address((Step("article", label),)))
    return Instruction(
        index, act_no, f"Điều 1 khoản {index + 1}", (index, index), f"Điều {label}", verb, (target,)
    )


def amend(
    connection: Connection, on: Stored, act: Stored, reading: ReadAmendments, accepted: set[int]
) -> tuple[int, dict[OperationKey, int]]:
    """Write a recording of an act on a line; give its number and those of the operations."""
    number = record(connection, on.document, on.line, on.root, [], kind="amend")
    made = write_amendment(
        connection, on.line, number, act.document, reading, frozenset(accepted), "Lan"
    )
    return number, made
