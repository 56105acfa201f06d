"""Provisions that an order speaks about, as parts of a stored order."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.operations import Exclusion, Position, Target
from quyche_app.storage.codecs.targets import (
    exclusion_fields,
    position_fields,
    read_exclusion,
    read_position,
    read_target,
    read_targets,
    target_fields,
    targets_fields,
)
from tests.storage.codecs.stored import exclusions, positions, targets

_CLAUSE = Target(Address((Step("article", "5"), Step("clause", "2")), "qc"), "lead")
_CLAUSE_FIELDS = {
    "component": "qc",
    "steps": [["article", "5"], ["clause", "2"]],
    "slot": "lead",
}
_WHOLE = Target(Address(()))


def stored(fields: object) -> dict[str, object]:
    """Give fields as they come out of a row."""
    read: dict[str, object] = json.loads(json.dumps(fields))
    return read


def test_a_target_says_only_what_it_has() -> None:
    assert target_fields(_CLAUSE) == _CLAUSE_FIELDS
    assert target_fields(_WHOLE) == {"slot": "unit"}
    assert targets_fields((_CLAUSE, _WHOLE)) == [_CLAUSE_FIELDS, {"slot": "unit"}]


def test_a_position_and_an_exclusion_say_only_what_they_have() -> None:
    assert position_fields(Position("after", _WHOLE)) == {
        "side": "after",
        "reference": {"slot": "unit"},
    }
    assert position_fields(Position("before", words="từ")) == {"side": "before", "words": "từ"}
    assert exclusion_fields(Exclusion("từ", ())) == {"words": "từ"}


@settings(max_examples=25)
@given(targets, positions, exclusions)
def test_each_comes_back(target: Target, position: Position, exclusion: Exclusion) -> None:
    assert read_target(stored(target_fields(target))) == target
    assert read_position(stored(position_fields(position))) == position
    assert read_exclusion(stored(exclusion_fields(exclusion))) == exclusion
    assert read_targets(json.loads(json.dumps(targets_fields((target, target))))) == (
        target,
        target,
    )


@pytest.mark.parametrize("read", [read_target, read_position, read_exclusion])
def test_a_field_that_is_not_known_is_refused(read: object) -> None:
    assert callable(read)
    with pytest.raises(ValueError, match="field_of_tomorrow"):
        read({"field_of_tomorrow": 1})
