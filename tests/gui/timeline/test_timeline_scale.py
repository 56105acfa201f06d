"""Days on a line, and the state of the time line."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quyche_app.gui.timeline.scale import Scale
from quyche_app.gui.timeline.state import Opened, TimelineState
from quyche_app.services.views import Span, Timeline, TimelineEvent, TimelineRow
from tests.gui import fakes

days = st.lists(st.dates(date(1990, 1, 1), date(2040, 1, 1)), min_size=2, max_size=6, unique=True)


@given(days)
def test_days_keep_their_order_and_their_distance(values: list[date]) -> None:
    scale = Scale(values, 900, 60)
    places = [scale.x_of(day) for day in sorted(values)]
    assert all(b - a >= 59.9 for a, b in pairwise(places))
    assert abs(places[-1] - 900) < 1e-6


@given(days, st.integers(0, 3000))
def test_the_day_at_the_place_of_a_day_is_that_day(values: list[date], shift: int) -> None:
    scale = Scale(values, 900, 60)
    day = min(values) + timedelta(days=shift)
    if day <= max(values):
        assert abs((scale.day_at(scale.x_of(day)) - day).days) <= 1


def test_one_day_alone_stands_in_the_middle() -> None:
    assert Scale([date(2018, 7, 16)], 400, 60).x_of(date(2018, 7, 16)) == 200


def opened() -> Opened:
    """Give a regulation with two events."""
    row = fakes.document()
    events = (
        TimelineEvent(date(2015, 12, 18), "Ban hành 05-QC/TU", 1),
        TimelineEvent(date(2018, 7, 16), "3868-QĐ/TU", 2),
    )
    known = (TimelineEvent(date(2020, 1, 1), "Nhập", 1), TimelineEvent(date(2020, 1, 2), "Ghi", 2))
    bars = (Span(None, date(2018, 7, 15), 0), Span(date(2018, 7, 16), None, 1))
    return Opened(
        (row,), Timeline(row, events, known, (TimelineRow("u1", "d1", "Điều 1", bars),), 27)
    )


def test_one_sentence_says_what_is_being_viewed() -> None:
    state = TimelineState(day=date(2018, 10, 1))
    state.take(opened(), date(2026, 1, 1))
    assert state.sentence(date(2026, 1, 1)) == (
        "Đang xem: lời văn có hiệu lực ngày 01/10/2018, theo những gì kho biết hôm nay"
    )
    state.known_at = 1
    assert state.is_past()
    assert state.sentence(date(2026, 1, 1)).endswith("theo những gì kho biết sau lần ghi 1")


def test_stepping_through_wordings_and_events() -> None:
    state = TimelineState(day=date(2018, 7, 16))
    state.take(opened(), date(2026, 1, 1))
    assert state.wording_place() == (2, 2)
    assert state.step_wording(-1) == date(2015, 12, 18)
    assert state.step_wording(1) is None
    assert state.step_event(-1) == date(2015, 12, 18)
    assert state.step_event(1) is None
