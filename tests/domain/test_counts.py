"""One count of instructions: every one came to exactly one thing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from quyche_app.domain.acts import Act
from quyche_app.domain.counts import (
    NOTHING_COUNTED,
    UNDONE,
    InstructionCounts,
    counts_of,
    counts_of_outcomes,
    counts_of_states,
    state_over_texts,
)
from quyche_app.domain.operations import (
    Confidence,
    Consolidation,
    Instruction,
    Outcome,
    ReadAmendments,
    State,
    Unread,
)
from quyche_app.domain.verbs import Verb
from tests.making import why


def outcome(state: State, confidence: Confidence = Confidence.HIGH) -> Outcome:
    order = Instruction(0, 1, "Điều 1 khoản 1", (3, 3), "Bãi bỏ Điều 3.", Verb.REPEAL, ())
    return Outcome(order, state, confidence, (), why())


@pytest.mark.parametrize(
    ("fields", "total", "share", "is_whole", "is_short", "needs_a_person"),
    [
        ({}, 0, "0/0", False, False, False),
        ({"applied": 1}, 1, "1/1", True, False, False),
        ({"applied": 3}, 3, "3/3", True, False, False),
        ({"applied": 3, "doubtful": 1}, 3, "3/3", True, False, True),
        ({"applied": 2, "failed": 1}, 3, "2/3", False, True, True),
        ({"applied": 2, "ignored": 1}, 3, "2/3", False, False, False),
        ({"applied": 2, "undone": 1}, 3, "2/3", False, True, True),
        ({"applied": 2, "unread": 1}, 2, "2/2", False, True, True),
        ({"applied": 2, "transitional": 1}, 2, "2/2", True, False, True),
    ],
    ids=[
        "nothing",
        "the only one applied",
        "all applied",
        "a doubt",
        "a failure",
        "about another text",
        "taken back",
        "unread",
        "transition",
    ],
)
def test_what_counts_say(
    fields: dict[str, Any],
    total: int,
    share: str,
    is_whole: bool,
    is_short: bool,
    needs_a_person: bool,
) -> None:
    counts = InstructionCounts(**fields)
    assert (counts.total, counts.share) == (total, share)
    assert (counts.is_whole, counts.is_short) == (is_whole, is_short)
    assert counts.needs_a_person is needs_a_person


def test_states_are_counted_one_an_instruction() -> None:
    states = [State.APPLIED, "applied", State.FAILED, State.IGNORED, UNDONE, UNDONE, UNDONE]
    assert counts_of_states(iter(states), 4) == InstructionCounts(
        applied=2, failed=1, ignored=1, undone=3, unread=4
    )
    assert counts_of_states([]) == NOTHING_COUNTED


def test_a_doubt_counts_only_of_what_is_in_the_text() -> None:
    found = [
        outcome(State.APPLIED),
        outcome(State.APPLIED, Confidence.DOUBTFUL),
        outcome(State.FAILED, Confidence.DOUBTFUL),
        outcome(State.IGNORED, Confidence.DOUBTFUL),
    ]
    counts = counts_of_outcomes(iter(found), 2, 1)
    assert counts == InstructionCounts(
        applied=2, doubtful=1, failed=1, ignored=1, unread=2, transitional=1
    )


def test_a_consolidation_is_counted_with_what_it_did_not_read() -> None:
    passage = Unread(1, (9, 9), "Hồ sơ đã nhận thì làm tiếp.", why())
    reading = ReadAmendments(Act(), (), (), None, transitional=(passage, passage))
    made = Consolidation(
        Act(), Act(), (reading, replace(reading)), (outcome(State.APPLIED),), (passage,), ()
    )
    assert counts_of(made) == InstructionCounts(applied=1, unread=1, transitional=4)


@pytest.mark.parametrize(
    ("states", "state"),
    [
        (["applied", "failed", "ignored"], State.FAILED),
        (["applied", UNDONE], UNDONE),
        (["ignored", "applied"], State.APPLIED),
        (["ignored", "ignored"], State.IGNORED),
        ([UNDONE, "failed"], State.FAILED),
    ],
)
def test_what_is_missing_in_one_text_is_missing(states: list[str], state: str) -> None:
    assert state_over_texts(states) == state
