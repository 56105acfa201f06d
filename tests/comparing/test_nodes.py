"""A component as a flat list of provisions with what they are compared by."""

from __future__ import annotations

import unicodedata

import pytest

from quyche_app.comparing.nodes import nodes_of, pair, root_path
from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.units import Paragraph
from tests.comparing.trees import side
from tests.making import article, chapter, clause, component, point

_DECISION = component(ComponentKind.BODY, article("1", "Ban hành"))
_REGULATION = component(ComponentKind.REGULATION, article("1", "Họp"))
_APPENDIX = component(ComponentKind.APPENDIX, label="II")


@pytest.mark.parametrize(
    ("components", "at", "root"),
    [
        ((_DECISION,), 0, ""),
        ((_DECISION, _REGULATION), 1, "qc:"),
        ((_DECISION, _REGULATION), 0, ""),
        ((_REGULATION,), 0, ""),
        ((_DECISION, _APPENDIX), 1, "plII/"),
    ],
)
def test_what_the_paths_of_a_component_begin_with(
    components: tuple[Component, ...], at: int, root: str
) -> None:
    assert root_path(Act(components=components), components[at]) == root


_UNITS = (
    chapter("I", article("1", "Họp", clause("1", "A.", point("a", "B.")), tail=(Paragraph("C."),))),
    article("2", "Việc"),
)


def test_paths_leave_out_the_chapter_above_an_article() -> None:
    found = side(*_UNITS, root="qc:")
    assert list(found) == ["qc:cI", "qc:d1", "qc:d1/k1", "qc:d1/k1/đa", "qc:d2"]
    assert [node.place for node in found.values()] == [0, 1, 2, 3, 4]


def test_parents_children_and_weights() -> None:
    found = side(*_UNITS)
    group, first, inner, deep, last = found.values()
    assert [n.parent for n in found.values()] == [None, group, first, inner, None]
    assert (list(group.children), list(first.children), list(deep.children)) == (
        [first],
        [inner],
        [],
    )
    assert (deep.weight, inner.weight) == (len("a) B."), len("1. A.") + len("a) B."))
    assert first.weight == len("Điều 1. Họp") + inner.weight + len("C.")
    assert group.weight == len("Chương I") + first.weight
    assert (first.words, first.body, first.tail) == ("Điều 1. Họp", "Họp", "C.")
    assert (last.words, last.body) == ("Điều 2. Việc", "Việc")


def test_citations_are_masked_in_the_body_alone() -> None:
    node = side(clause("1", "Theo khoản 2 Điều 5."))["k1"]
    assert node.words == "1. Theo khoản 2 Điều 5."
    assert node.body == "Theo khoản # điều #."


def test_masks_are_shared_between_two_sides() -> None:
    masks = {"Theo khoản 2.": "đã biết"}
    body = component(ComponentKind.BODY, clause("1", "Theo khoản 2."), clause("2", "Theo khoản 3."))
    first, second = nodes_of(body, "", masks)
    assert (first.body, second.body) == ("đã biết", "Theo khoản #.")
    assert masks["Theo khoản 3."] == "Theo khoản #."


def test_words_in_pieces_have_the_body_of_whole_ones() -> None:
    written = unicodedata.normalize("NFD", "Họp mỗi tháng.")
    node = side(clause("1", written))["k1"]
    assert (node.words, node.body) == (f"1. {written}", "Họp mỗi tháng.")


def test_a_repealed_provision_says_so() -> None:
    node = side(clause("1", "Họp.", repealed=True))["k1"]
    assert (node.words, node.body) == ("1. (được bãi bỏ)", "(được bãi bỏ)")


@pytest.mark.parametrize("sure", [True, False])
def test_a_pair_knows_each_other(sure: bool) -> None:
    one, other = side(clause("1"))["k1"], side(clause("2"))["k2"]
    pair(one, other, sure=sure)
    assert (one.mate, other.mate) == (other, one)
    assert (one.sure, other.sure) == (sure, sure)
