"""Recordings: their numbers, what they say, and the timelines that they write."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Connection, func, select, update

from quyche_app.domain.acts import Act
from quyche_app.storage import recordings, tables
from quyche_app.storage.recordings import (
    NewRecording,
    known_places,
    known_timelines,
    last_number,
    newest_recording,
    next_number,
    recorded_after,
    recordings_numbered,
    recordings_of,
    spans_of,
    spans_of_numbers,
    stamp,
    write_recording,
    write_timelines,
)
from quyche_app.storage.timelines import NEVER, SPACING, timelines_of
from tests.making import act, article, clause, why
from tests.storage.rows import Stored, put_in, record

_ONE = act(article("1", "Một", clause("1", "A."), clause("2", "B.")))
_TWO = act(article("1", "Một", clause("1", "A."), clause("2", "B khác.")))


@pytest.mark.parametrize(
    ("moment", "stored"),
    [
        (datetime(2026, 3, 5, 9, 30, tzinfo=UTC), "2026-03-05T09:30:00.000+00:00"),
        (
            datetime(2026, 3, 5, 2, 0, 1, 7999, tzinfo=timezone(timedelta(hours=7))),
            "2026-03-04T19:00:01.007+00:00",
        ),
    ],
)
def test_a_moment_is_stored_in_universal_time(moment: datetime, stored: str) -> None:
    assert stamp(moment) == stored


def test_numbers_grow_by_one_from_one(db: Connection) -> None:
    assert (next_number(db), last_number(db)) == (1, 0)
    put_in(db, "a" * 32, _ONE)
    put_in(db, "b" * 32, _ONE)
    assert (next_number(db), last_number(db)) == (3, 2)


def _two_lines(db: Connection) -> tuple[Stored, Stored]:
    """Recordings 1 and 3 on a line, 2 on another; an hour between."""
    one, other = put_in(db, "a" * 32, _ONE), put_in(db, "b" * 32, _ONE)
    record(db, one.document, one.line, one.root, [(0, _TWO)], who="Bình")
    for number in (1, 2, 3):
        at = stamp(datetime(2026, 3, 5, number, tzinfo=UTC))
        row = tables.recording.c.number == number
        db.execute(update(tables.recording).where(row).values(at=at))
    return one, other


@pytest.mark.parametrize(
    ("until", "number"),
    [
        (None, 3),
        (3, 3),
        (2, 1),
        (0, 0),
        (datetime(2026, 3, 5, 3, tzinfo=UTC), 3),
        (datetime(2026, 3, 5, 2, 59, tzinfo=UTC), 1),
        (datetime(2026, 3, 5, 0, tzinfo=UTC), 0),
    ],
)
def test_the_newest_recording_of_a_line(
    db: Connection, until: int | datetime | None, number: int
) -> None:
    one, _ = _two_lines(db)
    assert newest_recording(db, one.line, until) == number
    assert newest_recording(db, 99) == 0


def test_what_was_recorded_after_a_number(db: Connection) -> None:
    one, other = _two_lines(db)
    assert recorded_after(db, 1) == [(2, other.root, "import"), (3, one.root, "edit")]
    assert recorded_after(db, 3) == []


def test_the_recordings_of_a_line_and_some_by_their_numbers(db: Connection) -> None:
    one, other = _two_lines(db)
    found = recordings_of(db, one.line)
    assert [(r.number, r.line, r.who, r.kind, r.why) for r in found] == [
        (1, one.line, "Lan", "import", why("recorded")),
        (3, one.line, "Bình", "edit", why("recorded")),
    ]
    assert found[0].at == datetime(2026, 3, 5, 1, tzinfo=UTC)
    numbered = recordings_numbered(db, [3, 2, 2, 9])
    assert {number: r.line for number, r in numbered.items()} == {2: other.line, 3: one.line}
    assert recordings_numbered(db, []) == {}


def test_many_numbers_are_asked_for_in_pieces(
    db: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recordings, "_CHUNK", 2)
    _two_lines(db)
    assert sorted(recordings_numbered(db, [1, 2, 3])) == [1, 2, 3]


# -- timelines --------------------------------------------------------------------------------------


def _write(db: Connection, text: Act, chunk: int, monkeypatch: pytest.MonkeyPatch) -> Stored:
    monkeypatch.setattr(recordings, "_CHUNK", chunk)
    return put_in(db, "a" * 32, text)


@pytest.mark.parametrize("chunk", [500, 1], ids=["at once", "in pieces"])
def test_timelines_come_back_as_known_at_each_recording(
    db: Connection, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    stored = _write(db, _ONE, chunk, monkeypatch)
    second = record(db, stored.document, stored.line, stored.root, [(0, _ONE), (9, _TWO)])
    known = timelines_of([(0, _ONE)], stored.root)
    assert known_timelines(db, stored.line, stored.number) == known
    now = known_timelines(db, stored.line, second)
    assert now == timelines_of([(0, _ONE), (9, _TWO)], stored.root, known=known)
    assert [span.valid_from for span in now["clause-2"]] == [0, 9]
    assert known_timelines(db, stored.line, 0) == {}


@pytest.mark.parametrize("chunk", [500, 1])
def test_equal_words_are_one_row_and_a_unit_has_one_number(
    db: Connection, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    same = act(article("1", "Một", clause("1", "A.", id="x"), clause("1", "A.", id="y")))
    stored = _write(db, same, chunk, monkeypatch)
    record(db, stored.document, stored.line, stored.root, [(0, _ONE)])
    count = select(func.count())
    # act, component, article; one wording of x and y, which is that of clause 1; clause 2
    assert db.execute(count.select_from(tables.content)).scalar() == 5
    assert db.execute(count.select_from(tables.unit)).scalar() == 7


def test_what_left_the_text_is_in_no_state(db: Connection) -> None:
    stored = put_in(db, "a" * 32, _ONE)
    number = record(db, stored.document, stored.line, stored.root, [(0, act(article("1", "Một")))])
    assert known_timelines(db, stored.line, number)["clause-1"] == NEVER


def test_numbers_that_the_caller_knows_are_taken(db: Connection) -> None:
    stored = put_in(db, "a" * 32, _ONE)
    timelines = timelines_of([(0, _TWO)], stored.root)
    rows = db.execute(select(tables.unit.c.uuid, tables.unit.c.id)).tuples().all()
    number = next_number(db)
    new = NewRecording(stored.line, stored.document, "edit", None, "", 0, 0)
    write_recording(db, number, new, timelines)
    write_timelines(db, number, new, timelines, {}, dict(rows))
    assert known_timelines(db, stored.line, number) == timelines


def _texts(spans: Sequence[recordings.StoredSpan]) -> list[tuple[str, int, int]]:
    return [(span.unit_id, span.recording, span.valid_from) for span in spans]


def test_every_row_of_a_unit_oldest_recording_first(db: Connection) -> None:
    one, _ = _two_lines(db)
    spans = spans_of(db, one.line, one.document, ["clause-2"])
    assert _texts(spans) == [("clause-2", 1, 0), ("clause-2", 3, 0)]
    assert ["B khác." in (span.words or "") for span in spans] == [False, True]
    assert [span.who for span in spans] == ["Lan", "Bình"]
    assert spans[0].recorded_at == datetime(2026, 3, 5, 1, tzinfo=UTC)
    assert spans_of_numbers(db, one.line, [spans[0].unit]) == spans
    every = spans_of(db, one.line, one.document)
    assert len(every) == 6
    assert [span for span in every if span.unit_id == "clause-2"] == spans
    assert spans_of(db, one.line, one.document, ["không có"]) == []


def test_where_units_stand_now(db: Connection) -> None:
    one, _ = _two_lines(db)
    places = known_places(db, one.line, one.document, ["clause-1", "clause-2", "không có"])
    assert {unit: (p.recording, p.valid_from, p.parent) for unit, p in places.items()} == {
        "clause-1": (1, 0, "article-1"),
        "clause-2": (3, 0, "article-1"),
    }
    assert [p.sort_key for p in places.values()] == [SPACING, 2 * SPACING]
    assert places["clause-1"].parent_number == places["clause-2"].parent_number
    assert places["clause-1"].unit_number != places["clause-2"].unit_number
