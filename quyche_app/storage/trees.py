"""A stored text as a tree: one query, one pass over JSON, one walk."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, select

from quyche_app.collector import collector_paused
from quyche_app.domain.acts import Act, Component
from quyche_app.domain.encoding import ACT, decode_act, decode_component, decode_unit, is_component
from quyche_app.domain.units import Unit
from quyche_app.storage import tables
from quyche_app.storage.codecs.envelope import BROKEN, damaged
from quyche_app.storage.engine import latest_wordings


def load_act(connection: Connection, line: int, day: int, recording: int) -> Act:
    """Give the text of a line on a day (ordinal, 0 = first wording) as known at a recording.

    Raises:
        StorageError: QC-S091 a stored wording cannot be read.
    """
    with collector_paused():
        rows = _rows(connection, line, day, recording)
        try:
            return _built(rows)
        except BROKEN as cause:
            raise damaged("content", cause) from cause


def _built(rows: list[Any]) -> Act:
    fields = json.loads(f"[{','.join([row[3] for row in rows])}]")
    below: dict[int | None, list[int]] = {}
    for index, row in enumerate(rows):
        below.setdefault(row[1], []).append(index)
    builder = _Builder(rows, fields, below)
    (root,) = [index for index in below.get(None, []) if fields[index][0] == ACT]
    components = tuple(
        builder.component(index)
        for index in below.get(rows[root][0], [])
        if is_component(fields[index])
    )
    return decode_act(fields[root], components)


def _rows(connection: Connection, line: int, day: int, recording: int) -> list[Any]:
    """(unit number, parent number, identity, words), siblings in order."""
    latest = latest_wordings(connection, line, day, recording).subquery()
    unit, content = tables.unit.c, tables.content.c
    query = (
        select(latest.c.unit, latest.c.parent, unit.uuid, content.words, latest.c.sort_key)
        .join(content.id.table, content.id == latest.c.content)
        .join(unit.id.table, unit.id == latest.c.unit)
    )
    return sorted(connection.execute(query).all(), key=lambda row: row[4])


class _Builder:
    def __init__(
        self, rows: list[Any], fields: list[list[Any]], below: dict[int | None, list[int]]
    ) -> None:
        self.rows = rows
        self.fields = fields
        self.below = below

    def component(self, index: int) -> Component:
        row = self.rows[index]
        return decode_component(self.fields[index], row[2], self.units(row[0]))

    def units(self, parent: int) -> tuple[Unit, ...]:
        found = self.below.get(parent)
        if not found:
            return ()
        rows, fields = self.rows, self.fields
        return tuple([decode_unit(fields[i], rows[i][2], self.units(rows[i][0])) for i in found])
