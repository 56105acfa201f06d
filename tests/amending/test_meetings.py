"""Acts that meet in time on one provision, and acts about another text: a person is told."""

from __future__ import annotations

from quyche_app.amending.apply import Accept
from quyche_app.amending.meetings import meeting_keys, with_meetings
from quyche_app.domain.flow import act_lines
from quyche_app.domain.operations import Confidence, Consolidation, State
from tests.amending.cases import applied, base

_CLAUSE = "Sửa đổi khoản 2 Điều 1 như sau:\n“2. {}”."
_WORDS = "Thay thế cụm từ “cấp trên” bằng cụm từ “Bí thư” tại khoản 2 Điều 2."


_OWN = "Quy chế làm việc của Văn phòng mẫu"


def _act(number: int, signed: str, effect: str, order: str, about: str = _OWN) -> str:
    return (
        f"VĂN PHÒNG MẪU\nSố {number}-QĐ/VP\nBến Mẫu, ngày {signed}\nQUYẾT ĐỊNH\n"
        f"sửa đổi, bổ sung {about}\n"
        f"Điều 1. Sửa đổi, bổ sung một số điều của Quy chế như sau:\n1. {order}\n"
        f"Điều 2. Quyết định này có hiệu lực từ ngày {effect}."
    )


def _doubts(result: Consolidation) -> list[bool]:
    return [outcome.confidence is Confidence.DOUBTFUL for outcome in result.outcomes]


def test_two_acts_of_one_day_on_one_clause_are_both_doubtful_and_name_each_other() -> None:
    acts = [_act(n, "05/02/2026", "01/3/2026", _CLAUSE.format(f"Bản {n}.")) for n in (31, 32)]
    for order in (acts, acts[::-1]):
        result = applied(*order)
        assert _doubts(result) == [True, True]
        reasons = {o.instruction.act_no: o.reason for o in result.outcomes}
        numbers = {n: reading.act.number for n, reading in enumerate(result.amending, 1)}
        assert numbers[2] in reasons[1]
        assert numbers[1] in reasons[2]


def test_an_act_signed_later_that_is_in_force_earlier_is_told_at_the_same_clause() -> None:
    first = _act(7, "05/3/2026", "01/6/2026", _CLAUSE.format("Bản A."))
    second = _act(9, "15/3/2026", "01/4/2026", _CLAUSE.format("Bản C."))
    assert _doubts(applied(first, second)) == [True, True]


def test_words_changed_inside_a_clause_that_the_other_act_rewrites_meet() -> None:
    first = _act(
        7, "05/3/2026", "01/6/2026", "Sửa đổi khoản 2 Điều 2 như sau:\n“2. Xin ý kiến cấp trên.”."
    )
    second = _act(9, "05/3/2026", "01/6/2026", _WORDS)
    assert _doubts(applied(first, second)) == [True, True]


def test_acts_that_follow_each_other_or_touch_other_places_raise_no_doubt() -> None:
    first = _act(7, "05/3/2026", "01/4/2026", _CLAUSE.format("Bản A."))
    later = _act(9, "15/3/2026", "01/6/2026", _CLAUSE.format("Bản C."))
    elsewhere = _act(10, "05/3/2026", "01/4/2026", _WORDS)
    assert _doubts(applied(first, later)) == [False, False]
    assert _doubts(applied(first, elsewhere)) == [False, False]


def test_what_meets_is_not_applied_where_only_what_is_certain_is() -> None:
    acts = [_act(n, "05/02/2026", "01/3/2026", _CLAUSE.format(f"Bản {n}.")) for n in (31, 32)]
    result = applied(*acts, accept=Accept.CONFIDENT)
    assert [o.state for o in result.outcomes] == [State.FAILED, State.FAILED]
    assert all(o.reason for o in result.outcomes)
    assert act_lines(result.act) == act_lines(base())


def test_an_instruction_that_finds_its_words_taken_by_an_act_of_the_same_day_names_it() -> None:
    acts = [
        _act(n, "05/02/2026", "01/3/2026", _WORDS.replace("Bí thư", who))
        for n, who in ((31, "Bí thư"), (32, "Chánh Văn phòng"))
    ]
    first, second = applied(*acts).outcomes
    assert (first.state, second.state) == (State.APPLIED, State.FAILED)
    assert first.confidence is Confidence.DOUBTFUL
    assert "31-QĐ/VP" in second.reason


def test_an_act_that_amends_another_act_of_the_call_has_failed_not_been_ignored() -> None:
    first = _act(7, "05/3/2026", "01/6/2026", _CLAUSE.format("Bản A."))
    order = "Bãi bỏ khoản 1 Điều 1 của Quyết định số 7-QĐ/VP."
    on_first = _act(10, "20/3/2026", "01/5/2026", order, "Quyết định số 7-QĐ/VP")
    outcome = applied(first, on_first).outcomes[1]
    assert outcome.state is State.FAILED
    assert "7-QĐ/VP" in outcome.reason


# -- the outcomes alone ----------------------------------------------------------------------------


def test_what_was_carried_out_and_meets_another_act_has_its_key() -> None:
    acts = [_act(n, "05/02/2026", "01/3/2026", _CLAUSE.format(f"Bản {n}.")) for n in (31, 32)]
    assert meeting_keys(applied(*acts).outcomes) == {(1, 0), (2, 0)}
    assert meeting_keys(applied(acts[0]).outcomes) == frozenset()
    withheld = applied(*acts, accept=Accept.CONFIDENT).outcomes
    assert meeting_keys(withheld) == frozenset(), "what was not carried out has changed nothing"


def test_outcomes_of_one_act_are_given_back_as_they_are() -> None:
    one = applied(_act(31, "05/02/2026", "01/3/2026", _CLAUSE.format("Bản.")))
    assert with_meetings(one.outcomes, one.amending, one.base, one.stages) == one.outcomes
