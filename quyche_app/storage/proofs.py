"""Do the rows still say what was written? Hashes of wordings, digests of recordings, and what the
database itself says of its file.

A damaged row can hold anything: what is read here is looked at before it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    Integer,
    LargeBinary,
    Table,
    func,
    select,
    type_coerce,
)
from sqlalchemy.types import NullType, TypeEngine

from quyche_app.domain.encoding import hash_of
from quyche_app.storage import tables
from quyche_app.storage.timelines import digest_of

_recording, _content = tables.recording, tables.content
_unit, _wording = tables.unit, tables.wording
_amendment, _operation = tables.amendment, tables.operation
_SAID = 5  # so many of SQLite's own words are passed on


def checks_its_file(connection: Connection) -> bool:
    """Tell whether the database can be asked for a check of its file: SQLite; a server's keeper has
    tools of his own."""
    return connection.dialect.name == "sqlite"


def file_faults(connection: Connection) -> list[str]:
    """Give what SQLite finds wrong in its file, in its words, and each table with rows that point at
    nothing (https://www.sqlite.org/pragma.html, integrity_check and foreign_key_check)."""
    said = [str(row[0]) for row in connection.exec_driver_sql(f"PRAGMA integrity_check({_SAID})")]
    lost = {str(row[0]) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")}
    said += [f"foreign_key_check: {name}" for name in sorted(lost)]
    return [words for words in said if words != "ok"]


def wrongly_typed(connection: Connection) -> list[tuple[str, str, int]]:
    """Give (table, column, how many rows) of values that are not of the kind of their column: SQLite
    stores anything anywhere, a server nothing that does not fit."""
    if connection.dialect.name != "sqlite":
        return []
    return [
        found for table in tables.metadata.sorted_tables for found in _wrong_in(connection, table)
    ]


def _wrong_in(connection: Connection, table: Table) -> Iterator[tuple[str, str, int]]:
    columns = list(table.columns)
    # A sum of truths would be a truth, and not a number, without its own type.
    counts = [
        func.sum(
            func.typeof(c).not_in([_storage_class(c.type), *(["null"] if c.nullable else [])]),
            type_=Integer,
        )
        for c in columns
    ]
    row = connection.execute(select(*counts)).one()
    for column, count in zip(columns, row, strict=True):
        if count:
            yield table.name, column.name, int(count)


def _storage_class(kind: TypeEngine[Any]) -> str:
    if isinstance(kind, (Integer, Boolean)):
        return "integer"
    return "blob" if isinstance(kind, LargeBinary) else "text"


def line_ids(connection: Connection) -> list[Any]:
    """Give the identity of every line, in the order they were made."""
    return [
        row[0]
        for row in connection.execute(select(_raw(tables.line.c.uuid)).order_by(tables.line.c.id))
    ]


def _raw(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A column as the database gives it: a number is not made into so many zero bytes."""
    return type_coerce(column, NullType())


def wrong_contents(connection: Connection) -> tuple[int, list[int]]:
    """Give how many wordings there are, and those whose hash is not that of their words."""
    rows = connection.execute(
        select(_content.c.id, _raw(_content.c.hash), _raw(_content.c.words))
    ).all()
    return len(rows), [number for number, name, words in rows if not _is_named(name, words)]


def _is_named(name: Any, words: Any) -> bool:
    return isinstance(name, bytes) and isinstance(words, str) and name == hash_of(words)


def wrong_digests(connection: Connection) -> tuple[int, list[int]]:
    """Give how many recordings there are, and those whose rows are not those they wrote."""
    numbered = select(_recording.c.number, _raw(_recording.c.digest))
    stored = {row[0]: row[1] for row in connection.execute(numbered)}
    parent = _unit.alias("parent")
    query = (
        select(
            _wording.c.recording,
            _unit.c.uuid,
            _wording.c.valid_from,
            _raw(_content.c.hash),
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
        .order_by(_wording.c.recording)
    )
    found: dict[int, bytes | None] = dict.fromkeys(stored, digest_of([]))
    for number, rows in groupby(connection.execute(query), key=lambda row: row[0]):
        found[number] = _digest(rows)
    return len(stored), [number for number, digest in stored.items() if found[number] != digest]


def _digest(rows: Iterable[Any]) -> bytes | None:
    """The digest of the rows of a recording; None when they hold what no recording writes."""
    try:
        return digest_of(
            (unit_id, day, name, above, key, None if seq is None else (act_no, seq))
            for _, unit_id, day, name, above, key, act_no, seq in rows
        )
    except (TypeError, AttributeError):
        return None
