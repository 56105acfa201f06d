"""Every wording of a provision or of a whole text: when in force, since when known, by whom."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from quyche_app.domain.acts import Act, ComponentKind, blocks_lines
from quyche_app.domain.addresses import Address, Step, parse_address
from quyche_app.domain.encoding import ACT, decode_component, decode_unit, is_component
from quyche_app.domain.errors import StorageError
from quyche_app.domain.units import UnitKind, own_head_lines, walk
from quyche_app.services.library import entry_of
from quyche_app.services.text_as_at import units_named
from quyche_app.services.views import WordingRow
from quyche_app.services.workspace import Workspace
from quyche_app.storage.amendments import operations_of
from quyche_app.storage.documents import Entry
from quyche_app.storage.recordings import (
    StoredSpan,
    recordings_of,
    spans_of,
    spans_of_numbers,
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


def _units_at(connection: Connection, entry: Entry, path: str) -> list[str]:
    if parse_address(path) is not None:
        for act in _states(connection, entry):
            found = units_named(act, path)
            if found:
                return [unit.id for placed in found for unit in walk((placed.unit,))]
    raise StorageError(
        "QC-S034", f"{entry.number or entry.title} không có và chưa từng có “{path}”."
    )


def _states(connection: Connection, entry: Entry) -> Iterable[Act]:
    """The newest text, then older ones: a provision may be gone by now."""
    yield load_act(connection, entry.line, NO_DAY, entry.newest_recording)
    for recording in reversed(recordings_of(connection, entry.line)):
        yield load_act(connection, entry.line, NO_DAY, recording.number)
    yield load_act(connection, entry.line, FROM_FIRST_DAY, entry.first_recording)


def _rows(
    connection: Connection, entry: Entry, wanted: Sequence[str] | None,
    order: Sequence[str] | None = None,
) -> tuple[WordingRow, ...]:
    """The wordings of units, in the order of the text, each unit's in the order of recording."""
    spans = spans_of(connection, entry.line, entry.document, wanted)
    ancestry = _Ancestry(connection, entry, spans)
    is_amended = any(span.operation is not None for span in spans)
    known = operations_of(connection, entry.line, entry.newest_recording) if is_amended else []
    sources = {o.id: (o.act.number, o.place) for o in known}
    asked = None if wanted is None else set(wanted)
    newest = {span.unit_id: span.recording for span in spans}
    rows = []
    for span, after in zip(spans, [*spans[1:], None], strict=True):
        if (asked is not None and span.unit_id not in asked) or _is_head(span):
            continue
        same = after is not None and (after.unit_id, after.recording) == (
            span.unit_id, span.recording
        )
        until = after.valid_from if same and after is not None else None
        is_current = newest[span.unit_id] == span.recording
        rows.append(_row(span, until, ancestry, sources, is_current=is_current))
    place = {unit_id: number for number, unit_id in enumerate(order or wanted or ())}
    rows.sort(key=lambda row: place.get(row.unit_id, len(place)))
    return tuple(row for row in rows if row.text or row.path)


def _is_head(span: StoredSpan) -> bool:
    return span.words is not None and _fields(span.words)[0] == ACT


def _row(
    span: StoredSpan, until: int | None, ancestry: _Ancestry,
    sources: Mapping[int, tuple[str, str]], *, is_current: bool,
) -> WordingRow:
    path, words = ancestry.named(span)
    number, place = sources.get(span.operation or 0, ("", ""))
    return WordingRow(
        span.unit_id, path, words,
        own_text(span.words), _day(span.valid_from),
        None if until is None else date.fromordinal(until) - timedelta(days=1),
        span.recording, span.recorded_at, span.who, number, place,
        "" if span.operation is None else str(span.operation), is_current,
    )


def _day(ordinal: int) -> date | None:
    return None if ordinal == FROM_FIRST_DAY else date.fromordinal(ordinal)


@lru_cache(maxsize=4096)
def _fields(words: str) -> list[Any]:
    fields: list[Any] = json.loads(words)
    return fields


def own_text(words: str | None) -> str:
    """Give the text that stored words print; "" for a unit that is not in force."""
    if words is None:
        return ""
    fields = _fields(words)
    if is_component(fields):
        component = decode_component(fields, "", ())
        return "\n".join(blocks_lines(component.front + component.back))
    unit = decode_unit(fields, "", ())
    return "\n".join(own_head_lines(unit) + blocks_lines(unit.tail))


@dataclass(frozen=True, slots=True)
class _At:
    """A moment on both axes of time."""

    recording: int
    day: int


_Steps = tuple[tuple[str, str], ...]


class _Ancestry:
    """What stands above a unit at a moment, for its address as it was called then."""

    def __init__(self, connection: Connection, entry: Entry, spans: Sequence[StoredSpan]) -> None:
        self._by_unit: dict[int, list[StoredSpan]] = {}
        self._names: dict[tuple[_Steps, str], tuple[str, str]] = {}
        self._add(spans)
        above = self._above(spans)
        while above:
            spans = spans_of_numbers(connection, entry.line, above)
            self._add(spans)
            above = self._above(spans)
        # Paths into an attached regulation begin with qc: where its decision has articles.
        self._decision_has_articles: bool | None = None
        self._connection, self._entry = connection, entry

    def _add(self, spans: Sequence[StoredSpan]) -> None:
        for span in spans:
            self._by_unit.setdefault(span.unit, []).append(span)

    def _above(self, spans: Sequence[StoredSpan]) -> list[int]:
        """Numbers of the parents that are not loaded yet; a component needs none: an address begins
        in it."""
        return list(dict.fromkeys(
            span.parent for span in spans
            if span.parent is not None and span.parent not in self._by_unit
            and span.words is not None and not is_component(_fields(span.words))
        ))

    def _span(self, unit: int, at: _At) -> StoredSpan | None:
        """The row of a unit at a moment; rows are in order of recording and day."""
        found = None
        for span in self._by_unit.get(unit, ()):
            if span.recording > at.recording:
                break
            if span.valid_from <= at.day:
                found = span
        return found

    def named(self, span: StoredSpan) -> tuple[str, str]:
        """Give path and words of the address of a wording, that of the wording before when it is
        not in force; most wordings of a unit share them."""
        if span.words is None:
            earlier = [
                other for other in self._by_unit[span.unit]
                if other.words is not None and other.recording <= span.recording
            ]
            return self.named(earlier[-1]) if earlier else ("", "")
        steps, component = self._steps(span)
        found = self._names.get((steps, component))
        if found is None:
            address = Address(tuple(Step(*step) for step in reversed(steps)), component)
            found = self._names[steps, component] = (address.path, address.words)
        return found

    def _steps(self, span: StoredSpan) -> tuple[_Steps, str]:
        """Kinds and labels of the address from the small to the large, and its component."""
        at = _At(span.recording, span.valid_from)
        steps: list[tuple[str, str]] = []
        now: StoredSpan | None = span
        is_article_seen = False
        while now is not None and now.words is not None:
            fields = _fields(now.words)
            if fields[0] == ComponentKind.APPENDIX:
                steps.append(("appendix", fields[1]))
            if is_component(fields):
                in_regulation = fields[0] == ComponentKind.REGULATION and self._is_under_decision()
                return tuple(steps), "qc" if in_regulation else ""
            if not is_article_seen:
                steps.append((fields[0], fields[1]))
            is_article_seen = is_article_seen or fields[0] == UnitKind.ARTICLE
            now = self._span(now.parent, at) if now.parent else None
        return tuple(steps), ""

    def _is_under_decision(self) -> bool:
        if self._decision_has_articles is None:
            act = load_act(
                self._connection, self._entry.line, FROM_FIRST_DAY, self._entry.first_recording
            )
            self._decision_has_articles = act.has_decision_and_regulation
        return self._decision_has_articles
