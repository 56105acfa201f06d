"""The record of a regulation, and the text computed from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.flow import act_lines
from quyche_app.domain.operations import State
from quyche_app.services.library import entry_of
from quyche_app.services.record import (
    Record,
    article_count,
    changed_outcomes,
    changed_timelines,
    compute,
    consolidated,
    day_number,
    disturbed,
    effect_of,
    load_record,
)
from quyche_app.storage.tables import NO_DAY
from quyche_app.storage.timelines import NEVER
from tests.making import article, component
from tests.services.conftest import Recorded


@pytest.fixture
def record(recorded: Recorded) -> Record:
    """Give the record with both acts."""
    with recorded.workspace.reading() as connection:
        return load_record(connection, entry_of(connection, recorded.regulation))


def test_a_record_holds_the_base_and_the_acts(record: Record, recorded: Recorded) -> None:
    assert [reading.act.number for reading in record.readings] == ["100-QĐ/TU", "200-QĐ/TU"]
    assert record.inactive == frozenset()
    assert record.known_at == recorded.acts[-1].recording
    assert "2. Việc gấp được báo cáo trong ngày." in act_lines(record.base)


def test_an_earlier_record_has_fewer_acts(recorded: Recorded) -> None:
    with recorded.workspace.reading() as connection:
        entry = entry_of(connection, recorded.regulation)
        earlier = load_record(connection, entry, recorded.acts[0].recording)
        assert [reading.act.number for reading in earlier.readings] == ["100-QĐ/TU"]
        assert load_record(connection, entry, 1).readings == ()


def test_computing_again_changes_nothing(record: Record, recorded: Recorded) -> None:
    computed = compute(record.entry, record.base, record.readings, record.inactive)
    with recorded.workspace.reading() as connection:
        assert changed_timelines(connection, record, computed) == {}
    assert changed_outcomes(record, computed) == []
    assert disturbed(record, computed.consolidation, computed) == ()
    assert computed.article_count == 4


def test_without_one_operation_what_hangs_on_it_comes_out_otherwise(
    record: Record, recorded: Recorded
) -> None:
    first = next(o for o in record.amendments[0].operations if o.seq == 0)
    before = consolidated(record.base, record.readings, record.inactive)
    computed = compute(record.entry, record.base, record.readings, {first.key})
    (lost,) = disturbed(record, before, computed)
    assert (lost.act_number, lost.before, lost.state) == ("200-QĐ/TU", "applied", "failed")
    assert [came.state for _, came in changed_outcomes(record, computed)] == ["failed"]
    inserted = next(o for o in record.amendments[0].operations if o.seq == 1)
    without = compute(record.entry, record.base, record.readings, {inserted.key})
    with recorded.workspace.reading() as connection:
        changed = changed_timelines(connection, record, without)
    assert list(changed.values()) == [NEVER]


def test_the_day_of_an_instruction_is_its_own_or_that_of_its_act(record: Record) -> None:
    result = consolidated(record.base, record.readings, ())
    outcome = result.outcomes[0]
    assert outcome.state is State.APPLIED
    assert effect_of(outcome, record.readings) == date(2018, 7, 16)
    own = replace(outcome.instruction, effect_date=date(2019, 1, 1))
    assert effect_of(replace(outcome, instruction=own), record.readings) == date(2019, 1, 1)
    assert (day_number(None), day_number(date(2019, 1, 1))) == (
        NO_DAY,
        date(2019, 1, 1).toordinal(),
    )


def test_articles_that_are_in_force_are_counted() -> None:
    body = component(ComponentKind.BODY, article("1"), article("2", repealed=True))
    assert article_count(Act(components=(body,))) == 1
