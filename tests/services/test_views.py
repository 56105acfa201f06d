"""What rows say of themselves."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from quyche_app.domain.acts import Act
from quyche_app.domain.operations import (
    Confidence,
    Consolidation,
    Instruction,
    Outcome,
    State,
)
from quyche_app.domain.verbs import Verb
from quyche_app.services.views import (
    AmendPlan,
    DocumentRow,
    Exported,
    Remark,
    Role,
    Status,
    Verdict,
)
from tests.making import why

_GRAVE, _LIGHT = Remark(why()), Remark(why(), needs_a_person=False)


@pytest.mark.parametrize(
    ("verdict", "needs"),
    [
        (Verdict(True, why()), False),
        (Verdict(False, why()), True),
        (Verdict(True, why(), remarks=(_GRAVE,)), True),
        (Verdict(True, why(), remarks=(_LIGHT,)), False),
        (Verdict(True, why(), (why(),)), False),
    ],
)
def test_when_a_person_must_look_at_a_proof(verdict: Verdict, needs: bool) -> None:
    assert verdict.needs_a_person is needs
    assert Exported(("a.docx",), (Verdict(True, why()), verdict)).needs_a_person is needs


@pytest.mark.parametrize(("remark", "needs"), [(_GRAVE, True), (_LIGHT, False)])
def test_a_remark_on_all_files_counts_too(remark: Remark, needs: bool) -> None:
    assert Exported(("a.docx",), (), (remark,)).needs_a_person is needs


_DAY = date(2026, 4, 1)
_ROW = DocumentRow(
    id="a",
    number="",
    title="",
    issuer="",
    role=Role.REGULATION,
    status=Status.UNKNOWN,
    chip=why("chip"),
    day=None,
    remarks=(),
    article_count=0,
    amended_times=0,
    updated_at=datetime(2026, 1, 1, tzinfo=UTC),
)


@pytest.mark.parametrize(
    ("of_act", "own", "state", "is_undated"),
    [
        (_DAY, None, State.APPLIED, False),
        (None, None, State.APPLIED, True),
        (None, _DAY, State.APPLIED, False),
        (None, None, State.FAILED, False),
    ],
    ids=["day of the act", "no day", "a day of its own", "not applied"],
)
def test_a_plan_without_a_day(
    of_act: date | None, own: date | None, state: State, is_undated: bool
) -> None:
    order = Instruction(0, 1, "", (1, 1), "", Verb.REPEAL, (), effect_date=own)
    outcome = Outcome(order, state, Confidence.HIGH, (), why())
    made = Consolidation(Act(), Act(), (), (outcome,), (), ())
    assert AmendPlan(_ROW, None, made, of_act, False).is_undated is is_undated
