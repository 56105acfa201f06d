"""An order that counts its provisions otherwise than they are is doubted."""

from __future__ import annotations

import pytest

from quyche_app.amending.account import Ledger
from quyche_app.amending.said_counts import compare_count
from quyche_app.amending.wording import Wording
from tests.amending.test_silent_kinds import ordered
from tests.amending.test_told_or_done import is_told


def codes(order: str) -> set[str]:
    """Give the codes of the reasons that consolidating an order gives."""
    _, result = ordered(order)
    return {reason.code for outcome in result.outcomes for reason in outcome.reasons}


@pytest.mark.parametrize(
    ("order", "code"),
    [
        ("Thêm 02 khoản vào Điều 3 như sau:\n“3. Một.\n4. Hai.”", None),
        ("Thêm ba khoản vào Điều 3 như sau:\n“3. Một.\n4. Hai.”", "insertion.other_count"),
        ("Tách khoản 2 Điều 3 thành hai khoản:\n“2. Một.\n3. Hai.”", None),
        ("Tách khoản 2 Điều 3 thành ba khoản:\n“2. Một.\n3. Hai.”", "insertion.other_count"),
        ("Bãi bỏ khoản 1 Điều 2 (cả hai điểm).", None),
        ("Bãi bỏ khoản 1 Điều 2 (cả ba điểm).", "repeal.other_count"),
    ],
)
def test_a_count_is_held_against_what_there_is(order: str, code: str | None) -> None:
    assert {one for one in codes(order) if one.endswith("other_count")} == (
        {code} if code else set()
    )
    assert is_told(*ordered(order)) is (code is not None)


def test_an_order_that_counts_nothing_is_not_doubted() -> None:
    reading, _ = ordered("Thêm khoản 3 vào Điều 3 như sau:\n“3. Một.”")
    (instruction,) = reading.instructions
    ledger = Ledger(instruction)
    compare_count(instruction, Wording((), ()), ledger)
    assert ledger.doubts == []
