"""Acts recorded on a line: their orders, what came of each, and the notes of the whole text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Connection, select

from quyche_app.domain.counts import UNDONE
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import (
    MEETS,
    Confidence,
    Footnote,
    Outcome,
    ReadAmendments,
    State,
    Unread,
)
from quyche_app.domain.verbs import Verb
from quyche_app.storage import tables
from quyche_app.storage.amendments import (
    ActHead,
    Amendment,
    Operation,
    Stated,
    amendments_of,
    newest_notes,
    operations_of,
    operations_to_look_at,
    recorded_effects,
    stated,
    states_by_act,
    unread_by_act,
    write_notes,
    write_outcomes,
)
from tests.making import act, article, why
from tests.storage.rows import Stored, amend, order, put_in, record

_BASE = act(article("3", "Ba"), article("4", "Bốn"), number="05-QC/TU")
_ACT = act(article("1", "Sửa"), number="07-QĐ/TU", title="sửa đổi", issue_date=date(2026, 3, 5))
_LATER = date(2026, 6, 1)
_MEETS = message(sorted(MEETS)[0], "hai văn bản gặp nhau")
_READING = ReadAmendments(
    _ACT,
    (order(0, "3"), replace(order(1, "4", verb=Verb.AMEND), effect_date=_LATER)),
    (Unread(1, (9, 9), "x", why()), Unread(1, (11, 11), "y", why())),
    date(2026, 4, 1),
)
_HEAD = ActHead(1, 2, "07-QĐ/TU", "sửa đổi", "", date(2026, 3, 5), None)


_Came = tuple[str, tuple[Message, ...]]


def came(state: str, *reasons: str) -> Stated:
    return Stated(state, tuple(map(why, reasons)), why())


def came_of(operation: Operation) -> Stated:
    return Stated(operation.state, operation.reasons, operation.account)


def _operation(state: str, is_accepted: bool = True) -> Operation:
    return Operation(1, _HEAD, 0, 3, "", None, is_accepted, state, (), why())


def test_an_act_is_called_by_its_number_or_else_by_its_title() -> None:
    assert _HEAD.cited_as == "07-QĐ/TU"
    assert replace(_HEAD, number="").cited_as == "sửa đổi"


@pytest.mark.parametrize(
    ("state", "is_accepted", "is_active"),
    [
        ("applied", True, True),
        ("failed", True, True),
        (UNDONE, True, False),
        ("applied", False, False),
    ],
)
def test_which_operations_take_part(state: str, is_accepted: bool, is_active: bool) -> None:
    made = _operation(state, is_accepted)
    assert made.is_active is is_active
    assert made.key == (1, 0)


def test_the_reasons_of_an_operation_are_said_together() -> None:
    made = replace(_operation("failed"), reasons=(why("missing"), why("other")))
    assert "missing" in made.reason
    assert "other" in made.reason
    assert _operation("applied").reason == ""


@pytest.mark.parametrize(
    ("operations", "is_undone"),
    [
        ([_operation(UNDONE)], True),
        ([_operation(UNDONE), _operation("applied")], False),
        ([_operation(UNDONE), _operation("failed", False)], True),
        ([_operation("applied")], False),
    ],
    ids=["all", "one stays", "the other was left out", "none"],
)
def test_an_act_is_undone_when_nothing_of_it_takes_part(
    operations: list[Operation], is_undone: bool
) -> None:
    assert Amendment(_HEAD, 3, _READING, tuple(operations)).is_undone is is_undone


def test_an_outcome_is_stored_as_words() -> None:
    made = Outcome(order(0), State.FAILED, Confidence.HIGH, (why("missing"),), why("repeal"))
    assert stated(made) == Stated("failed", (why("missing"),), why("repeal"))


def _recorded(db: Connection, accepted: set[int]) -> tuple[Stored, Stored, int, list[int]]:
    """A text, an act, its recording on the text, its operations with their first outcomes."""
    base, own = put_in(db, "a" * 32, _BASE), put_in(db, "b" * 32, _ACT, "amending")
    number, made = amend(db, base, own, _READING, accepted)
    ids = [made[1, 0], made[1, 1]]
    write_outcomes(
        db,
        number,
        [(ids[0], came("applied")), (ids[1], came("failed", "missing"))],
    )
    return base, own, number, ids


def test_an_order_is_stored_with_its_day_and_who_accepted_it(db: Connection) -> None:
    _, _, number, ids = _recorded(db, {0})
    table = tables.operation.c
    query = select(
        table.id,
        table.amendment,
        table.verb,
        table.target,
        table.confidence,
        table.effect_date,
        table.is_accepted,
        table.accepted_by,
    ).order_by(table.seq)
    first, second = (tuple(row) for row in db.execute(query))
    day = date(2026, 4, 1).toordinal()
    assert first == (ids[0], number, "repeal", "d3", "high", day, True, "Lan")
    assert second == (ids[1], number, "amend", "d4", "high", _LATER.toordinal(), False, "")


def test_operations_are_given_with_what_came_of_each_at_a_recording(db: Connection) -> None:
    base, own, number, ids = _recorded(db, {0, 1})
    second = record(db, base.document, base.line, base.root, [], kind="undo")
    write_outcomes(db, second, [(ids[0], came(UNDONE, "undone"))])
    then, now = (operations_of(db, base.line, until) for until in (number, second))
    assert [came_of(o) for o in then] == [came("applied"), came("failed", "missing")]
    assert [came_of(o) for o in now] == [came(UNDONE, "undone"), came("failed", "missing")]
    assert [(o.id, o.key, o.place) for o in now] == [
        (ids[0], (1, 0), "Điều 1 khoản 1"),
        (ids[1], (1, 1), "Điều 1 khoản 2"),
    ]
    assert [o.effect_date for o in now] == [date(2026, 4, 1), _LATER]
    assert now[0].act == ActHead(
        1, own.document, "07-QĐ/TU", "sửa đổi", "", date(2026, 3, 5), date(2026, 4, 1)
    )
    assert operations_of(db, base.line, number - 1) == []
    assert operations_of(db, own.line, second) == []


def test_nothing_is_written_for_no_outcomes(db: Connection) -> None:
    write_outcomes(db, 1, [])
    assert db.execute(select(tables.outcome)).all() == []


def test_a_recorded_act_comes_back_with_its_orders_and_its_own_text(db: Connection) -> None:
    base, own, number, _ = _recorded(db, {0})
    # The act itself was corrected afterwards: the reading keeps what it was recorded with.
    record(db, own.document, own.line, own.root, [(0, act(article("1", "Khác")))])
    (found,) = amendments_of(db, base.line, number)
    assert found.recording == number
    assert found.reading == _READING
    assert [operation.seq for operation in found.operations] == [0, 1]


def test_the_newest_notes_not_later_than_a_recording(db: Connection) -> None:
    base = put_in(db, "a" * 32, _BASE)
    one, two = (Footnote("u", "d3", words, 1, 0) for words in ("Một.", "Hai."))
    assert newest_notes(db, base.line, base.number) == ()
    write_notes(db, base.number, [one])
    second = record(db, base.document, base.line, base.root, [])
    write_notes(db, second, [two, one])
    third = record(db, base.document, base.line, base.root, [])
    assert newest_notes(db, base.line, base.number) == (one,)
    assert newest_notes(db, base.line, third) == (two, one)
    assert newest_notes(db, base.line, 0) == ()
    assert newest_notes(db, base.line + 1, third) == ()
    other = put_in(db, "b" * 32, _ACT, "amending")
    write_notes(db, other.number, [one])
    assert newest_notes(db, base.line, other.number) == (two, one)


def test_the_days_of_effect_of_each_recording_with_how_many_orders(db: Connection) -> None:
    base, _, number, _ = _recorded(db, {0})
    third = replace(order(2, "5"), act_no=2)
    other = put_in(db, "c" * 32, _ACT, "amending")
    second, _ = amend(db, base, other, ReadAmendments(_ACT, (third,), (), None), {2})
    day = date(2026, 4, 1).toordinal()
    assert recorded_effects(db, base.line) == {
        number: [(day, 1), (_LATER.toordinal(), 1)],
        second: [(None, 1)],
    }
    assert recorded_effects(db, other.line) == {}


def test_what_the_library_counts_of_recorded_acts(db: Connection) -> None:
    base, own, _, ids = _recorded(db, {0, 1})
    assert unread_by_act(db) == {own.document: 2}
    write_outcomes(
        db, record(db, base.document, base.line, base.root, []), [(ids[0], came(UNDONE))]
    )
    assert [(s.line, s.act, s.seq, s.verb, s.target, s.state) for s in states_by_act(db)] == [
        (base.line, own.document, 0, "repeal", "d3", UNDONE),
        (base.line, own.document, 1, "amend", "d4", "failed"),
    ]
    assert states_by_act(db)[1].effect == _LATER.toordinal()


@pytest.mark.parametrize(
    ("first", "then", "is_told"),
    [
        (("applied", ()), None, False),
        (("applied", (_MEETS,)), None, True),
        (("applied", (why(), _MEETS)), None, True),
        (("failed", (_MEETS,)), None, False),
        (("failed", ()), None, False),
        (("applied", ()), ("failed", ()), True),
        (("applied", ()), (UNDONE, ()), False),
        (("applied", (_MEETS,)), ("applied", ()), False),
        (("failed", ()), ("applied", ()), False),
    ],
    ids=[
        "applied",
        "meets another act",
        "meets, among other words",
        "failed, meets",
        "never applied",
        "lost",
        "taken back",
        "meets no longer",
        "applied at last",
    ],
)
def test_which_operations_a_person_must_look_at(
    db: Connection, first: _Came, then: _Came | None, is_told: bool
) -> None:
    base, own = put_in(db, "a" * 32, _BASE), put_in(db, "b" * 32, _ACT, "amending")
    number, made = amend(db, base, own, replace(_READING, instructions=(order(0),)), {0})
    write_outcomes(db, number, [(made[1, 0], Stated(first[0], first[1], why()))])
    if then is not None:
        second = record(db, base.document, base.line, base.root, [])
        write_outcomes(db, second, [(made[1, 0], Stated(then[0], then[1], why()))])
    assert operations_to_look_at(db) == ([(base.line, own.document)] if is_told else [])


def test_an_operation_that_meets_another_act_is_told_once_beside_its_neighbours(
    db: Connection,
) -> None:
    base, own, _, ids = _recorded(db, {0, 1})
    second = record(db, base.document, base.line, base.root, [])
    met = Stated("applied", (_MEETS,), why())
    write_outcomes(db, second, [(ids[0], came("applied")), (ids[1], met)])
    assert operations_to_look_at(db) == [(base.line, own.document)]
