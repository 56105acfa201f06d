"""Each of the kept orders is read and carried out as it was, so that a rule that changes shows what else it
changes (``kept_orders``); ``python -m tests.amending.renew_readings`` writes the files anew."""

from __future__ import annotations

import pytest

from tests.amending.kept_orders import NAMES, kept, shown_now

_AT_A_TIME = 40
_CHUNKS = [(name, start) for name in NAMES for start in range(0, len(kept(name)), _AT_A_TIME)]


@pytest.mark.parametrize(("name", "start"), _CHUNKS)
def test_each_order_is_read_and_carried_out_as_it_was(name: str, start: int) -> None:
    for one in kept(name)[start : start + _AT_A_TIME]:
        assert [*shown_now(name, one)] == one.shown, f"{name} {one.name}"
