"""Both rulers of a regulation, and the bars of its articles over time (docs/window.md 5.5)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from operator import itemgetter

from quyche_app.domain.acts import Act
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import State
from quyche_app.domain.trees import Placed, TreeIndex
from quyche_app.domain.units import UnitKind, walk
from quyche_app.services.library import entry_of, first_day, issued_event, row_of, shown_why
from quyche_app.services.views import Span as Bar
from quyche_app.services.views import Timeline, TimelineEvent, TimelineRow
from quyche_app.services.workspace import Workspace
from quyche_app.storage.amendments import Operation, operations_of
from quyche_app.storage.documents import Entry
from quyche_app.storage.recordings import Recording, known_timelines, recordings_of
from quyche_app.storage.tables import FROM_FIRST_DAY, NO_DAY
from quyche_app.storage.timelines import Span, Spans
from quyche_app.storage.trees import load_act

_NOT_IN_FORCE = -1


def timeline(ws: Workspace, document_id: str) -> Timeline:
    """Give the events of both axes of time, and a bar for every article that ever changed."""
    with ws.reading() as connection:
        entry = entry_of(connection, document_id)
        row = row_of(connection, entry)
        operations = operations_of(connection, entry.line, entry.newest_recording)
        base = load_act(connection, entry.line, FROM_FIRST_DAY, entry.first_recording)
        known = known_timelines(connection, entry.line, entry.newest_recording)
        newest = load_act(connection, entry.line, NO_DAY, entry.newest_recording)
        recordings = recordings_of(connection, entry.line)
    articles = _articles(base, TreeIndex(newest))
    below = _below(known)
    rows, unchanged = [], 0
    for placed in articles:
        bars = _bars(placed.unit.id, known, below)
        if len(bars) > 1 or bars[0].is_inserted:
            rows.append(
                TimelineRow(placed.unit.id, placed.address.path, placed.address.words, bars)
            )
        else:
            unchanged += 1
    return Timeline(
        row,
        _valid_events(entry, operations),
        tuple(_known_event(r) for r in recordings),
        tuple(rows),
        unchanged,
    )


def _articles(base: Act, newest: TreeIndex) -> list[Placed]:
    """Articles of the newest text in its order, and then those it has no more."""
    now = _main_articles(newest)
    if all(unit.id in newest.by_id for unit in walk(base.main.units)):
        return now
    return now + [p for p in _main_articles(TreeIndex(base)) if p.unit.id not in newest.by_id]


def _main_articles(index: TreeIndex) -> list[Placed]:
    main = index.act.main.id
    return [p for p in index if p.unit.kind is UnitKind.ARTICLE and p.component.id == main]


def _below(known: Mapping[str, Spans]) -> dict[str, set[str]]:
    """Unit → everything that ever stood directly in it."""
    below: dict[str, set[str]] = {}
    for unit_id, spans in known.items():
        for span in spans:
            if span.parent is not None:
                below.setdefault(span.parent, set()).add(unit_id)
    return below


def _bars(
    article: str, known: Mapping[str, Spans], below: Mapping[str, set[str]]
) -> tuple[Bar, ...]:
    members, pending = {article}, [article]
    while pending:
        new = below.get(pending.pop(), set()) - members
        members |= new
        pending += new
    days = sorted(
        {
            span.valid_from
            for unit_id in members
            for span in known[unit_id]
            if span.valid_from < NO_DAY
        }
    )
    own = known[article]
    bars: list[Bar] = []
    ordinal = 0
    for day, after in zip(days, [*days[1:], None], strict=True):
        until = None if after is None else date.fromordinal(after) - timedelta(days=1)
        valid_from = None if day == FROM_FIRST_DAY else date.fromordinal(day)
        if _is_absent(own, day):
            bars.append(Bar(valid_from, until, _NOT_IN_FORCE))
            continue
        is_inserted = bool(bars) and bars[-1].ordinal == _NOT_IN_FORCE and ordinal == 0
        ordinal = 0 if not bars else ordinal + 1
        bars.append(Bar(valid_from, until, ordinal, is_inserted))
    return tuple(bars)


def _is_absent(spans: Spans, day: int) -> bool:
    """The article is not there on a day, or stands there repealed."""
    at: Span | None = None
    for span in spans:
        if span.valid_from <= day:
            at = span
    if at is None or at.words is None:
        return True
    fields = json.loads(at.words)
    return len(fields) > 4 and bool(fields[7])


def _valid_events(entry: Entry, operations: Sequence[Operation]) -> tuple[TimelineEvent, ...]:
    """The base and every day on which an act took effect, in order of days."""
    today = date.today()
    days: dict[tuple[date, int], tuple[Message, Message | None]] = {}
    begins = first_day(entry)
    if begins is not None:
        days[begins, entry.first_recording] = issued_event(entry), None
    at_work: dict[tuple[date, int], list[Operation]] = {}
    for operation in operations:
        if operation.state == State.APPLIED and operation.effect_date is not None:
            at_work.setdefault((operation.effect_date, operation.recording), []).append(operation)
    for key, own in at_work.items():
        act = message("event.amended", "{act}", act=own[0].act.cited_as)
        days[key] = act, message("event.orders", "{count} nội dung", count=len(own))
    return tuple(
        TimelineEvent(day, title, recording, day > today, remark)
        for (day, recording), (title, remark) in sorted(days.items(), key=itemgetter(0))
    )


def _known_event(recording: Recording) -> TimelineEvent:
    day = recording.at.astimezone().date()
    return TimelineEvent(day, shown_why(recording), recording.number)
