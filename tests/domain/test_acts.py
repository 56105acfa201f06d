"""What the head of an act says, and which component a person means."""

from __future__ import annotations

import pytest

from quyche_app.domain.acts import (
    Act,
    Component,
    ComponentKind,
    blocks_lines,
    component_head,
    is_party_number,
)
from quyche_app.domain.units import Paragraph
from tests.making import article, clause, component, table


@pytest.mark.parametrize(
    ("kind", "title", "name"),
    [
        ("Quy chế", "làm việc của Đảng ủy", "Quy chế làm việc của Đảng ủy"),
        ("Quy chế", "Quy chế làm việc", "Quy chế làm việc"),
        ("Quy chế", "QUY CHẾ làm việc", "QUY CHẾ làm việc"),
        ("Quy chế", "", "Quy chế"),
        ("", "làm việc", "làm việc"),
        ("", "", ""),
    ],
)
def test_the_full_name_says_the_kind_once(kind: str, title: str, name: str) -> None:
    assert Act(kind=kind, title=title).full_name == name


_BODY = component(ComponentKind.BODY, article("1", "Ban hành"))
_EMPTY_BODY = component(ComponentKind.BODY)
_REGULATION = component(ComponentKind.REGULATION, article("1", "Phạm vi", clause("1")))
_APPENDIX = component(ComponentKind.APPENDIX, article("1"), label="I")


@pytest.mark.parametrize(
    ("components", "main", "has_both"),
    [
        ((_BODY,), _BODY, False),
        ((_BODY, _REGULATION), _REGULATION, True),
        ((_EMPTY_BODY, _REGULATION), _REGULATION, False),
        ((_REGULATION, _APPENDIX), _REGULATION, False),
        ((_BODY, _APPENDIX), _BODY, False),
    ],
    ids=[
        "body",
        "decision and regulation",
        "a head alone before it",
        "regulation and appendix",
        "body and appendix",
    ],
)
def test_the_component_that_a_person_means(
    components: tuple[Component, ...], main: Component, has_both: bool
) -> None:
    act = Act(components=components)
    assert act.main is main
    assert act.has_decision_and_regulation is has_both


def test_all_units_of_all_components_in_the_order_of_the_text() -> None:
    act = Act(components=(_BODY, _REGULATION, _APPENDIX))
    assert [(unit.kind.value, unit.label) for unit in act.units()] == [
        ("article", "1"),
        ("article", "1"),
        ("clause", "1"),
        ("article", "1"),
    ]


def test_the_lines_of_several_blocks() -> None:
    assert blocks_lines((Paragraph("Một."), table(("a", "b")))) == ["Một.", "a | b"]
    assert blocks_lines(()) == []


def test_a_component_is_named_by_its_first_line_or_else_its_title() -> None:
    front = (Paragraph("Phụ lục 2"), Paragraph("Danh mục hồ sơ"))
    assert component_head(component(ComponentKind.APPENDIX, front=front, title="x")) == "Phụ lục 2"
    assert component_head(component(ComponentKind.APPENDIX, title="Phụ lục 3")) == "Phụ lục 3"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("05-QC/TU", True),
        ("-QC/TU", True),
        ("3868-QĐ/TU", True),
        ("65/2020/QH14", False),
        ("12/QĐ-UBND", False),
        ("", False),
    ],
)
def test_a_number_of_the_party_has_a_hyphen_behind_its_digits(number: str, expected: bool) -> None:
    assert is_party_number(number) is expected
