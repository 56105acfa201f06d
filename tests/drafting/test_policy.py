"""How labels follow a change, and taking that back."""

from __future__ import annotations

import pytest

from quyche_app.drafting.policy import Numbering, PolicyChange


@pytest.mark.parametrize("old", Numbering)
@pytest.mark.parametrize("new", Numbering)
def test_a_change_taken_back_twice_is_the_change(old: Numbering, new: Numbering) -> None:
    change = PolicyChange(old, new)
    assert (change.inverse.old, change.inverse.new) == (new, old)
    assert change.inverse.inverse == change
