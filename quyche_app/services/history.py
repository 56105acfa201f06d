"""Every wording of a provision or of a whole text: when in force, since when known, by whom."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import Connection

from quyche_app.domain.acts import Act
from quyche_app.domain.addresses import parse_address
from quyche_app.domain.encoding import decode_unit
from quyche_app.domain.errors import StorageError
from quyche_app.domain.messages import message
from quyche_app.domain.units import Unit, walk
from quyche_app.services.ancestry import Ancestry, is_head, own_text
from quyche_app.services.library import entry_of
from quyche_app.services.text_as_at import appendix_named, units_named
from quyche_app.services.views import WordingRow
from quyche_app.services.workspace import Workspace
from quyche_app.storage.amendments import operations_of
from quyche_app.storage.documents import Entry
from quyche_app.storage.recordings import (
    StoredSpan,
    recordings_of,
    spans_of,
)
from quyche_app.storage.tables import FROM_FIRST_DAY, NO_DAY
from quyche_app.storage.trees import load_act


def history(ws: Workspace, document_id: str, path: str | None = None) -> tuple[WordingRow, ...]:
    """Give every wording of a provision with what is under it, or of the whole text.

    Args:
        path: "d5/k2/đa", or words: "điểm a khoản 2 Điều 5"; None = the whole text.

    Raises:
        StorageError: the text never had such a provision.
    """
    with ws.reading() as connection:
        entry = entry_of(connection, document_id)
        if path is not None:
            return _rows(connection, entry, _units_at(connection, entry, path))
        newest = load_act(connection, entry.line, NO_DAY, entry.newest_recording)
        order = [part for c in newest.components for part in (c.id, *(u.id for u in walk(c.units)))]
        return _rows(connection, entry, None, order)


def wordings_of_units(
    ws: Workspace, document_id: str, unit_ids: Sequence[str]
) -> tuple[WordingRow, ...]:
    """Give every wording of units whose identities are known already."""
    with ws.reading() as connection:
        return _rows(connection, entry_of(connection, document_id), unit_ids)


def wordings_of_draft(
    ws: Workspace, draft_id: str, base_id: str, unit_id: str
) -> tuple[tuple[str, WordingRow], ...]:
    """Give (id of the text, wording) of a provision in the text a draft began from, then in the draft,
    in the order of recording; a draft that took over a wording does not repeat it."""
    rows = [
        (base_id, row)
        for row in wordings_of_units(ws, base_id, [unit_id])
        if base_id != draft_id and row.is_current
    ]
    last = rows[-1][1].text if rows else None
    for row in wordings_of_units(ws, draft_id, [unit_id]):
        if row.text != last:
            rows.append((draft_id, row))
        last = row.text
    return tuple(rows)


def stored_unit(ws: Workspace, document_id: str, row: WordingRow) -> Unit | None:
    """Give a provision, without its children, as a wording of its history says; None where it was not
    in force."""
    day = FROM_FIRST_DAY if row.valid_from is None else row.valid_from.toordinal()
    with ws.reading() as connection:
        entry = entry_of(connection, document_id)
        for span in spans_of(connection, entry.line, entry.document, [row.unit_id]):
            if (span.recording, span.valid_from) == (row.recording, day):
                return (
                    None
                    if span.words is None
                    else decode_unit(json.loads(span.words), row.unit_id, ())
                )
    return None


def _units_at(connection: Connection, entry: Entry, path: str) -> list[str]:
    if parse_address(path) is not None:
        for act in _states(connection, entry):
            appendix = appendix_named(act, path)
            if appendix is not None:
                return [appendix.id, *(unit.id for unit in walk(appendix.units))]
            found = units_named(act, path)
            if found:
                return [unit.id for placed in found for unit in walk((placed.unit,))]
    raise StorageError(
        message(
            "QC-S034",
            "{entry} không có và chưa từng có “{path}”.",
            entry=entry.cited_as,
            path=path,
        )
    )


def _states(connection: Connection, entry: Entry) -> Iterable[Act]:
    """The newest text, then older ones: a provision may be gone by now."""
    yield load_act(connection, entry.line, NO_DAY, entry.newest_recording)
    for recording in reversed(recordings_of(connection, entry.line)):
        yield load_act(connection, entry.line, NO_DAY, recording.number)
    yield load_act(connection, entry.line, FROM_FIRST_DAY, entry.first_recording)


def _rows(
    connection: Connection,
    entry: Entry,
    wanted: Sequence[str] | None,
    order: Sequence[str] | None = None,
) -> tuple[WordingRow, ...]:
    """The wordings of units, in the order of the text, each unit's in the order of recording."""
    spans = spans_of(connection, entry.line, entry.document, wanted)
    if not spans:  # a provision that another line alone has
        return ()
    ancestry = Ancestry(connection, entry, spans)
    is_amended = any(span.operation is not None for span in spans)
    known = operations_of(connection, entry.line, entry.newest_recording) if is_amended else []
    sources = {o.id: (o.act.number, o.place) for o in known}
    asked = None if wanted is None else set(wanted)
    newest = {span.unit_id: span.recording for span in spans}
    rows = []
    for span, after in zip(spans, [*spans[1:], None], strict=True):
        if (asked is not None and span.unit_id not in asked) or is_head(span):
            continue
        same = after is not None and (after.unit_id, after.recording) == (
            span.unit_id,
            span.recording,
        )
        until = after.valid_from if same and after is not None else None
        is_current = newest[span.unit_id] == span.recording
        rows.append(_row(span, until, ancestry, sources, is_current=is_current))
    place = {unit_id: number for number, unit_id in enumerate(order or wanted or ())}
    rows.sort(key=lambda row: place.get(row.unit_id, len(place)))
    return tuple(row for row in rows if row.text or row.path)


def _row(
    span: StoredSpan,
    until: int | None,
    ancestry: Ancestry,
    sources: Mapping[int, tuple[str, str]],
    *,
    is_current: bool,
) -> WordingRow:
    path, words = ancestry.named(span)
    number, place = sources.get(span.operation or 0, ("", ""))
    return WordingRow(
        span.unit_id,
        path,
        words,
        own_text(span.words),
        _day(span.valid_from),
        None if until is None else date.fromordinal(until) - timedelta(days=1),
        span.recording,
        span.recorded_at,
        span.who,
        number,
        place,
        "" if span.operation is None else str(span.operation),
        is_current,
    )


def _day(ordinal: int) -> date | None:
    return None if ordinal == FROM_FIRST_DAY else date.fromordinal(ordinal)
