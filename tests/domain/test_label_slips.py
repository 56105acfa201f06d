"""Numbers that stand twice or out of order (NĐ 30/2020, phụ lục I, mục II.5)."""

from __future__ import annotations

import pytest

from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.label_slips import label_slip_messages, slips_among
from quyche_app.domain.units import Unit, UnitKind
from tests.making import act, article, chapter, clause, component, point, unit


@pytest.mark.parametrize(
    ("labels", "slips"),
    [
        (["1", "2", "3"], []),
        (["1", "3", "7"], []),
        (["1", "2", "2", "3"], [("2", "2", True)]),
        (["1", "3", "2"], [("3", "2", False)]),
        (["1", "3", "2", "3"], [("3", "2", False), ("2", "3", True)]),
        (["1a", "1", "2"], []),
        (["1b", "1a", "2"], [("1b", "1a", False)]),
        (["2a", "1"], [("2a", "1", False)]),
        ([], []),
        (["5"], []),
    ],
    ids=[
        "in order",
        "with gaps",
        "twice",
        "turned round",
        "turned round and twice",
        "inserted before the first",
        "inserted ones turned round",
        "not the one it was inserted to",
        "none",
        "one",
    ],
)
def test_a_number_that_does_not_follow(
    labels: list[str], slips: list[tuple[str, str, bool]]
) -> None:
    found = slips_among(clause(label) for label in labels)
    assert [(slip.before.label, slip.unit.label, slip.is_twice) for slip in found] == slips


def test_each_kind_has_a_row_of_its_own_and_items_have_none() -> None:
    item = unit(UnitKind.ITEM, "")
    units = [clause("1"), point("a"), item, clause("2"), item, point("b"), item]
    assert list(slips_among(units)) == []


@pytest.mark.parametrize(
    ("units", "count"),
    [
        ((article("1"), article("2")), 0),
        ((chapter("I", article("1")), chapter("II", article("1"))), 1),
        ((article("1", "a", clause("1")), article("2", "b", clause("1"))), 0),
        ((article("1", "a", clause("1"), clause("1")),), 1),
        ((article("1", "a", clause("1"), clause("1")), article("2")), 1),
        ((article("1"), article("2", "b", clause("1"), clause("1"))), 1),
        ((article("1", "a", clause("1", "", point("b"), point("a"))),), 1),
        ((article("1", "a", point("b"), clause("1"), point("a")),), 1),
        ((article("2"), article("1", "a", clause("2"), clause("1"))), 2),
    ],
    ids=[
        "articles in order",
        "articles count through chapters",
        "clauses begin again under each article",
        "a clause twice",
        "a clause twice in the first article",
        "a clause twice in the last article",
        "points under a clause",
        "kinds mixed",
        "both levels",
    ],
)
def test_the_slips_of_an_act(units: tuple[Unit, ...], count: int) -> None:
    assert len(label_slip_messages(act(*units))) == count


def test_components_are_numbered_apart() -> None:
    body = component(ComponentKind.BODY, article("1", id="x1"), article("2", id="x2"))
    regulation = component(ComponentKind.REGULATION, article("1", id="y1"), article("2", id="y2"))
    assert label_slip_messages(Act(components=(body, regulation))) == ()


def test_a_number_twice_and_one_out_of_order_are_said_apart() -> None:
    twice = act(article("1", "a", clause("1", id="x1"), clause("1", id="x2")))
    turned = act(article("1", "a", clause("2"), clause("1")))
    for found, code in ((twice, "slip.twice"), (turned, "slip.out_of_order")):
        assert [message.code for message in label_slip_messages(found)] == [code]
