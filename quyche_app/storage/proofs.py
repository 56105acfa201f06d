"""Do the rows still say what was written? Hashes of wordings and digests of recordings."""

from __future__ import annotations

from itertools import groupby

from sqlalchemy import Connection, select

from quyche_app.domain.encoding import hash_of
from quyche_app.storage import tables
from quyche_app.storage.timelines import digest_of

_recording, _content = tables.recording, tables.content
_unit, _wording = tables.unit, tables.wording
_amendment, _operation = tables.amendment, tables.operation


def wrong_contents(connection: Connection) -> tuple[int, list[int]]:
    """Give how many wordings there are, and those whose hash is not that of their words."""
    rows = connection.execute(select(_content.c.id, _content.c.hash, _content.c.words)).all()
    return len(rows), [number for number, name, words in rows if bytes(name) != hash_of(words)]


def wrong_digests(connection: Connection) -> tuple[int, list[int]]:
    """Give how many recordings there are, and those whose rows are not those they wrote."""
    stored = {
        number: bytes(digest)
        for number, digest in connection.execute(select(_recording.c.number, _recording.c.digest))
    }
    parent = _unit.alias("parent")
    query = (
        select(_wording.c.recording, _unit.c.uuid, _wording.c.valid_from, _content.c.hash,
               parent.c.uuid, _wording.c.sort_key, _amendment.c.act_no, _operation.c.seq)
        .join_from(_wording, _unit, _unit.c.id == _wording.c.unit)
        .outerjoin(_content, _content.c.id == _wording.c.content)
        .outerjoin(parent, parent.c.id == _wording.c.parent)
        .outerjoin(_operation, _operation.c.id == _wording.c.operation)
        .outerjoin(_amendment, _amendment.c.recording == _operation.c.amendment)
        .order_by(_wording.c.recording)
    )
    found = dict.fromkeys(stored, digest_of([]))
    for number, rows in groupby(connection.execute(query), key=lambda row: row[0]):
        found[number] = digest_of(
            (unit_id, day, None if name is None else bytes(name), above, key,
             None if seq is None else (act_no, seq))
            for _, unit_id, day, name, above, key, act_no, seq in rows
        )
    return len(stored), [number for number, digest in stored.items() if found[number] != digest]
