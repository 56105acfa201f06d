"""Both rulers of a regulation, and the bars of its articles."""

from __future__ import annotations

from datetime import date

from quyche_app.services.timeline import timeline
from tests.services.conftest import Recorded


def test_days_of_effect_and_recordings_are_two_rulers(recorded: Recorded) -> None:
    made = timeline(recorded.workspace, recorded.regulation)
    assert made.document.id == recorded.regulation
    assert [event.day for event in made.valid_events] == [
        date(2016, 1, 10),
        date(2018, 7, 16),
        date(2020, 3, 1),
    ]
    first, second = (act.recording for act in recorded.acts)
    assert [event.recording for event in made.known_events] == [1, first, second]
    assert [event.recording for event in made.valid_events] == [1, first, second]
    assert not any(event.is_future for event in made.valid_events)


def test_an_article_has_a_bar_for_each_of_its_wordings(recorded: Recorded) -> None:
    made = timeline(recorded.workspace, recorded.regulation)
    bars = {
        row.path: [(span.valid_from, span.valid_to, span.ordinal) for span in row.spans]
        for row in made.changed
    }
    one, two, three = date(2018, 7, 16), date(2020, 3, 1), date(2020, 2, 29)
    assert bars == {
        "d1": [(None, date(2018, 7, 15), 0), (one, None, 1)],
        "d2": [(None, date(2018, 7, 15), 0), (one, three, 1), (two, None, 2)],
        "d4": [(None, date(2018, 7, 15), 0), (one, three, 1), (two, None, 2)],
    }
    assert made.unchanged_count == 1
    assert not any(span.is_inserted for row in made.changed for span in row.spans)
