"""Timelines worked out from states of a text."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.errors import StorageError
from quyche_app.domain.units import Paragraph, Unit, UnitKind
from quyche_app.storage.timelines import (
    SPACING,
    Span,
    Spans,
    digest_of,
    holding_together,
    sibling_keys,
    timelines_of,
)


def clause(name: str, words: str = "Lời.") -> Unit:
    return Unit(name, UnitKind.CLAUSE, name, f"{name}. ", lead=(Paragraph(words),))


def act(*units: Unit) -> Act:
    return Act(components=(Component("c", ComponentKind.BODY, units=units),))


def test_a_unit_that_stays_has_one_span() -> None:
    lines = timelines_of([(0, act(clause("1"))), (900, act(clause("1")))], "a")
    assert {unit: len(spans) for unit, spans in lines.items()} == {"a": 1, "c": 1, "1": 1}


def test_two_units_with_one_identity_are_refused_for_one_would_be_lost() -> None:
    with pytest.raises(StorageError, match="cùng một mã"):
        timelines_of([(0, act(clause("1"), clause("1", "Lời khác.")))], "a")


def test_new_words_begin_a_span_and_say_who_wrote_them() -> None:
    states = [(0, act(clause("1"))), (900, act(clause("1", "Lời khác.")))]
    spans = timelines_of(
        states, "a", lambda day, unit: (1, 4) if (day, unit) == (900, "1") else None
    )["1"]
    assert [(s.valid_from, s.operation) for s in spans] == [(0, None), (900, (1, 4))]


def test_an_inserted_unit_was_not_in_force_before_and_a_removed_one_is_not_after() -> None:
    states = [(0, act(clause("1"))), (900, act(clause("2")))]
    lines = timelines_of(states, "a")
    assert [(s.valid_from, s.words is None) for s in lines["2"]] == [(0, True), (900, False)]
    assert [(s.valid_from, s.words is None) for s in lines["1"]] == [(0, False), (900, True)]


def test_what_stands_in_an_inserted_article_was_written_by_the_same_operation() -> None:
    article = Unit("d", UnitKind.ARTICLE, "5a", "Điều 5a. ", children=(clause("k"),))
    states = [(0, act()), (900, act(article))]
    lines = timelines_of(states, "a", lambda day, unit: (1, 0) if unit == "d" else None)
    assert lines["k"][-1].operation == (1, 0)


def test_an_insertion_touches_the_new_unit_alone() -> None:
    first = act(*(clause(str(n)) for n in range(9)))
    second = act(
        *(clause(str(n)) for n in range(4)), clause("x"), *(clause(str(n)) for n in range(4, 9))
    )
    changed = {
        u for u, spans in timelines_of([(0, first), (900, second)], "a").items() if len(spans) > 1
    }
    assert changed == {"x"}


def test_a_move_touches_the_moved_unit_alone() -> None:
    units = [clause(str(n)) for n in range(9)]
    moved = [*units[1:5], units[0], *units[5:]]
    lines = timelines_of([(0, act(*units)), (900, act(*moved))], "a")
    assert {unit for unit, spans in lines.items() if len(spans) > 1} == {"0"}


@given(st.lists(st.none() | st.integers(1, 60), max_size=12))
def test_keys_always_rise_and_known_ones_that_rise_stay(known: list[int | None]) -> None:
    ids = [str(n) for n in range(len(known))]
    keys = sibling_keys(ids, lambda unit: known[int(unit)])
    assert all(a < b for a, b in itertools.pairwise(keys))
    had = [key for key in known if key is not None]
    if len(had) == len(known) and all(a < b for a, b in itertools.pairwise(had)):
        assert keys == had


def test_when_there_is_no_room_all_are_numbered_anew() -> None:
    known = {"a": 1, "b": 2}
    assert sibling_keys(["a", "x", "b"], known.get) == [SPACING, 2 * SPACING, 3 * SPACING]


def test_a_digest_does_not_depend_on_the_order_of_rows_but_on_every_part() -> None:
    row = ("u", 0, b"h", "p", 5, (1, 2))
    other = ("v", 0, None, None, 0, None)
    assert digest_of([row, other]) == digest_of([other, row])
    changed = [
        ("w", *row[1:]),
        (row[0], 1, *row[2:]),
        (*row[:2], b"x", *row[3:]),
        (*row[:3], "q", *row[4:]),
        (*row[:4], 6, row[5]),
        (*row[:5], None),
    ]
    digests = {digest_of([one, other]) for one in [row, *changed]}  # type: ignore[list-item]
    assert len(digests) == 7
    assert digest_of([row]) not in digests


def test_a_changed_parent_is_a_new_span() -> None:
    one = Unit("d1", UnitKind.ARTICLE, "1", "Điều 1. ", children=(clause("k"),))
    two = Unit("d2", UnitKind.ARTICLE, "2", "Điều 2. ")
    moved = (replace(one, children=()), replace(two, children=one.children))
    spans = timelines_of([(0, act(one, two)), (900, act(*moved))], "a")["k"]
    assert [span.parent for span in spans] == ["d1", "d2"]


def test_two_moves_into_each_other_leave_the_text_whole_and_count_as_changes_of_both() -> None:
    def spans(parent: str | None) -> Spans:
        return (Span(0, "x", parent, 1),)

    known = {"root": spans(None), "a": spans("b"), "b": spans("root")}
    mine = {"root": spans(None), "a": spans("root"), "b": spans("a")}
    changed = holding_together(known, mine, {"b": mine["b"]}, "root")
    assert changed == {"a": mine["a"], "b": mine["b"]}
    assert holding_together(known, known, {}, "root") == {}
