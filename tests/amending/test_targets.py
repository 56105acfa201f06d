"""A target and a tree: the unit, or why not, with the nearest candidate."""

from __future__ import annotations

import pytest

from quyche_app.amending.targets import Found, Missing, TargetFinder, appendix_components
from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.addresses import Address, parse_path
from quyche_app.domain.trees import TreeIndex
from tests.making import act, article, clause, component, point

_DECISION = component(ComponentKind.BODY, article("1", id="b1"), article("9", id="b9"))
_REGULATION = component(ComponentKind.REGULATION, article("1", id="r1"), article("2", id="r2"))
_APPENDIX = component(ComponentKind.APPENDIX, clause("1", id="p1"), label="I")
_BOTH = Act(components=(_DECISION, _REGULATION, _APPENDIX))


def address(path: str) -> Address:
    found = parse_path(path)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("title", "path", "said", "meant", "is_doubted"),
    [
        ("sửa đổi Quy chế", "d1", "", "qc:d1", False),
        ("sửa đổi Quyết định", "d1", "", "qc:d1", True),
        ("sửa đổi Quyết định", "d2", "", "qc:d2", False),
        ("sửa đổi Quyết định", "d9", "", "d9", False),
        ("sửa đổi Quyết định", "d7", "", "d7", False),
        ("sửa đổi Quy chế", "d1", "body", "d1", False),
        ("sửa đổi Quyết định", "qc:d1", "", "qc:d1", False),
        ("sửa đổi Quy chế", "plI/k1", "", "plI/k1", False),
    ],
    ids=[
        "the act amends the regulation",
        "both have it",
        "the regulation alone has it",
        "the decision alone has it",
        "neither has it",
        "the order says the decision",
        "the path says it",
        "an appendix",
    ],
)
def test_which_component_an_address_means(
    title: str, path: str, said: str, meant: str, is_doubted: bool
) -> None:
    found, doubt = TargetFinder(TreeIndex(_BOTH), title).address(address(path), said)
    assert (found.path, bool(doubt)) == (meant, is_doubted)


def test_one_text_has_one_component() -> None:
    finder = TargetFinder(TreeIndex(act(article("1"))), "sửa đổi Quy chế")
    assert finder.address(address("qc:d1"))[0].path == "d1"


_TWO_REGULATIONS = Act(
    components=(
        _DECISION,
        component(
            ComponentKind.REGULATION,
            article("1", id="w1"),
            id="work",
            title="QUY CHẾ làm việc của Văn phòng",
        ),
        component(
            ComponentKind.REGULATION,
            article("1", id="s1"),
            id="spending",
            title="QUY CHẾ chi tiêu của Văn phòng",
        ),
    )
)


@pytest.mark.parametrize(
    ("named", "meant", "is_doubted"),
    [
        ("Quy chế làm việc của Văn phòng", "qc:d1", False),
        ("Quy chế chi tiêu ban hành kèm theo Quyết định số 5-QĐ/TU", "qc2:d1", False),
        ("Quy chế của Văn phòng", "qc:d1", True),
        ("", "qc:d1", True),
    ],
)
def test_of_several_regulations_the_one_that_is_named(
    named: str, meant: str, is_doubted: bool
) -> None:
    finder = TargetFinder(TreeIndex(_TWO_REGULATIONS), "sửa đổi Quy chế")
    found, doubt = finder.address(address("d1"), "regulation", named)
    assert (found.path, bool(doubt)) == (meant, is_doubted)
    unit = finder.find(found)
    assert isinstance(unit, Found)
    assert unit.placed.unit.id == {"qc:d1": "w1", "qc2:d1": "s1"}[meant]


_TEXT = act(
    article("1", "A", clause("1", "x", point("a", id="p")), clause("2", "y"), clause("4", "z")),
    article("2", "B", clause("1", "u", id="twice"), clause("1", "v")),
    article("5", "C", clause("1", "", point("b", id="q1")), clause("2", "", point("b", id="q2"))),
)


@pytest.mark.parametrize(
    ("path", "unit", "is_doubted"),
    [
        ("d1/k2", "clause-2", False),
        ("d1/k1/đa", "p", False),
        ("d1/đa", "p", True),
        ("d2/k1", "twice", True),
    ],
)
def test_a_unit_is_found(path: str, unit: str, is_doubted: bool) -> None:
    found = TargetFinder(TreeIndex(_TEXT), "").find(address(path))
    assert isinstance(found, Found)
    assert (found.placed.unit.id, bool(found.doubt)) == (unit, is_doubted)


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        ("d1/k5", "khoản 4 Điều 1"),
        ("d1/k3", "khoản 2 Điều 1"),
        ("d9", "Điều 5"),
        ("d5/đb", ""),
        ("d1/đc", ""),
        ("plI", ""),
    ],
)
def test_what_is_not_there_names_the_nearest(path: str, nearest: str) -> None:
    found = TargetFinder(TreeIndex(_TEXT), "").find(address(path))
    assert isinstance(found, Missing)
    assert found.nearest == nearest
    assert found.reason


def test_appendices_are_found_by_label() -> None:
    finder = TargetFinder(TreeIndex(_BOTH), "")
    assert finder.appendix("1") is _APPENDIX
    assert finder.appendix("II") is None
    assert appendix_components(_BOTH) == [_APPENDIX]
    missing = finder.find(address("plI/k9"))
    assert isinstance(missing, Missing)
