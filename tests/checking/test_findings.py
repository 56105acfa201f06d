"""A finding is told from others while the text changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quyche_app.checking.findings import Flaw, Mend, PlacedFlaw, Rule, Severity
from tests.making import why

_RULE = Rule("capitals", "Viết hoa", Severity.SHOULD, "vì sao")
_FLAW = Flaw("capitals", why("one"), 4, 9, (Mend(why("mend"), 4, 9, "Điều 5"),))
_PLACED = PlacedFlaw(_RULE, "u1", "khoản 2 Điều 5", "lead", 0, _FLAW)


@pytest.mark.parametrize(
    "other",
    [
        replace(_PLACED, rule=replace(_RULE, key="spaces")),
        replace(_PLACED, unit_id="u2"),
        replace(_PLACED, slot="tail"),
        replace(_PLACED, index=1),
        replace(_PLACED, flaw=replace(_FLAW, said=why("other"))),
        replace(_PLACED, flaw=replace(_FLAW, start=5)),
    ],
    ids=["rule", "provision", "slot", "paragraph", "sentence", "place"],
)
def test_another_place_or_rule_is_another_finding(other: PlacedFlaw) -> None:
    assert other.key != _PLACED.key


@pytest.mark.parametrize(
    "same",
    [
        replace(_PLACED, words="khoản 3 Điều 6"),
        replace(_PLACED, flaw=replace(_FLAW, end=12, mends=())),
        replace(_PLACED, rule=replace(_RULE, severity=Severity.HINT)),
    ],
    ids=["renumbered", "its mends", "its weight"],
)
def test_what_only_follows_does_not_make_another_finding(same: PlacedFlaw) -> None:
    assert same.key == _PLACED.key
