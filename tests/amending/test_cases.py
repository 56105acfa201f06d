"""Every case file is read and applied as it says."""

from __future__ import annotations

import pytest

from quyche_app.domain.addresses import parse_path
from quyche_app.domain.flow import act_lines, unit_lines
from quyche_app.domain.trees import TreeIndex
from tests.amending.cases import Case, applied, base, cases

_CASES = cases()


@pytest.mark.parametrize("case", _CASES, ids=[case.name for case in _CASES])
def test_the_act_is_read_and_applied_as_the_case_says(case: Case) -> None:
    result = applied(case.act)
    if not case.readings:
        assert act_lines(result.act) == act_lines(base())
        told = [o.reason for o in result.outcomes] + [u.reason for u in result.unread]
        assert told
        assert all(told)
        return
    got = tuple(
        f"{o.instruction.verb} | {' '.join(t.path for t in o.targets)} | {o.state} | {o.confidence}"
        for o in result.outcomes
    )
    assert got == case.readings
    if all(o.state == "failed" for o in result.outcomes):
        assert act_lines(result.act) == act_lines(base())
        assert all(o.reason for o in result.outcomes)
    if case.path:
        address = parse_path(case.path)
        assert address is not None
        (placed,) = TreeIndex(result.act).find(address)
        assert tuple(unit_lines(placed.unit)) == case.lines
