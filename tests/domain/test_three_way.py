"""Slots are counted by who changed them."""

from __future__ import annotations

from quyche_app.domain.acts import Act
from quyche_app.domain.three_way import SlotDifference, Standing, ThreeWay, ThreeWayRow


def _row(*standings: Standing) -> ThreeWayRow:
    slots = tuple(SlotDifference("lead", standing, "a", "b", "c") for standing in standings)
    return ThreeWayRow(None, None, None, slots)


def test_slots_are_counted_over_all_rows_in_the_order_of_names() -> None:
    rows = (_row(Standing.THEIRS, Standing.CONFLICT), _row(), _row(Standing.THEIRS, Standing.MINE))
    counts = ThreeWay(Act(), Act(), Act(), rows).counts()
    assert counts == {"conflict": 1, "mine": 1, "theirs": 2}
    assert list(counts) == sorted(counts)


def test_nothing_changed_counts_nothing() -> None:
    assert ThreeWay(Act(), Act(), Act(), ()).counts() == {}
