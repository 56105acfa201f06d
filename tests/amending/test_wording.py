"""The new wording of a quotation, handed out to the provisions that claim it."""

from __future__ import annotations

import pytest

from quyche_app.amending.wording import (
    Wording,
    claimed,
    filled,
    has_elisions,
    parse_wording,
    with_identities,
)
from quyche_app.domain.addresses import parse_path
from quyche_app.domain.flow import unit_lines
from quyche_app.domain.identities import running_numbers
from quyche_app.domain.operations import Instruction, Target
from quyche_app.domain.units import Paragraph, walk
from quyche_app.domain.verbs import Verb
from tests.making import article, clause, point


def parsed(*texts: str, targets: tuple[str, ...] = (), openings: tuple[int, ...] = (0,)) -> Wording:
    made = []
    for path in targets:
        address = parse_path(path)
        assert address is not None
        made.append(Target(address))
    order = Instruction(
        0, 1, "", (1, 1), "", Verb.AMEND, tuple(made), tuple(map(Paragraph, texts)), openings
    )
    return parse_wording(order, running_numbers())


@pytest.mark.parametrize(
    ("texts", "loose", "labels"),
    [
        (["1. Họp:", "a) Một;"], 0, ["1", "a"]),
        (["Lời không số."], 1, []),
        (["Lời.", "1. Họp."], 1, ["1"]),
        (["Khoản 3. Họp."], 0, ["3"]),
        (["điểm b) Họp."], 0, ["b"]),
        (["Điều 45, Họp giao ban"], 0, ["45"]),
        (["a) Một;b) Hai;c) Ba."], 0, ["a", "b", "c"]),
        (["a) Một;d) Hai."], 0, ["a"]),
        ([], 0, []),
    ],
)
def test_the_units_of_a_quotation(texts: list[str], loose: int, labels: list[str]) -> None:
    wording = parsed(*texts)
    assert len(wording.loose) == loose
    assert [unit.label for unit in wording.all_units()] == labels


def test_a_quotation_with_marks_of_its_own_is_no_child_of_the_one_before() -> None:
    texts = ("1. Họp.", "a) Một.")
    assert len(parsed(*texts).units) == 1
    apart = parsed(*texts, targets=("d5/k1", "d5/k2/đa"), openings=(0, 1))
    assert [unit.label for unit in apart.units] == ["1", "a"]
    unasked = parsed(*texts, targets=("d5/k1",), openings=(0, 1))
    assert [unit.label for unit in unasked.units] == ["1"]


_QUOTED = Wording(
    (), (clause("1", "x", point("a", id="1a")), clause("2", "y", point("a", id="2a")))
)


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        ("d5/k1", "clause-1"),
        ("d5/k2/đa", "2a"),
        ("d5/k1/đa", "1a"),
        ("d5/đa", "1a"),
        ("d5/k3", None),
        ("d5/k3/đa", None),
        ("d5", None),
    ],
)
def test_a_target_claims_the_unit_with_its_label(path: str, unit: str | None) -> None:
    address = parse_path(path)
    assert address is not None
    found = claimed(_QUOTED, address.steps)
    assert (found.id if found else None) == unit


def test_what_another_target_took_comes_last_and_no_steps_claim_nothing() -> None:
    twice = Wording((), (clause("1", id="x"), clause("1", id="y")))
    address = parse_path("d5/k1")
    assert address is not None
    found = claimed(twice, address.steps, {"x"})
    assert found is not None
    assert found.id == "y"
    assert claimed(twice, ()) is None


def test_dots_stand_for_what_is_left_as_it_is() -> None:
    old = clause("1", "Cũ:", point("a", "Một;"), point("b", "Hai;"), point("c", "Ba."))
    new = clause("1", "Mới:", point("b", "Khác;"), tail=(Paragraph("…"),))
    assert has_elisions(new)
    assert not has_elisions(old)
    assert unit_lines(filled(new, old)) == ["1. Mới:", "a) Một;", "b) Khác;", "c) Ba."]
    assert filled(old, new) is old
    dots = clause("1", "...", point("b", "Khác;"))
    assert unit_lines(filled(dots, old))[0] == "1. Cũ:"


def test_new_wording_takes_the_identities_of_the_old() -> None:
    old = article(
        "5", "A", clause("1", "x", point("a", id="o1a"), id="o1"), clause("2", id="o2"), id="o"
    )
    new = article(
        "5", "B", clause("1", "y", point("a", id="n1a"), id="n1"), clause("3", id="n3"), id="n"
    )
    made = with_identities(new, old)
    assert [unit.id for unit in walk((made,))] == ["o", "o1", "o1a", "n3"]
    assert with_identities(new, None) is new
