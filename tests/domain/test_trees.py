"""Finding provisions by identity and address, and rebuilding an act."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.addresses import Address, Step, parse_path
from quyche_app.domain.trees import (
    TreeIndex,
    change_children,
    change_units,
    rebuilt,
    tree_index,
)
from quyche_app.domain.units import Unit, UnitKind
from tests.making import act, article, chapter, clause, component, point, unit

_SECTION = unit(UnitKind.SECTION, "1", "", article("3", "Ba", id="a3"), id="s1")
_BODY = component(
    ComponentKind.BODY,
    chapter("I", article("1", "Một", clause("1", "x", point("đ", id="p"), id="k"), id="a1")),
    chapter("II", article("2", "Hai", id="a2"), _SECTION),
)
_APPENDIX = component(
    ComponentKind.APPENDIX,
    unit(UnitKind.SECTION, "III", "", article("1", "Của phụ lục", id="b1"), id="bIII"),
    label="II",
)
_TEXT = Act(components=(_BODY, _APPENDIX))


def found(text: Act, path: str) -> list[str]:
    address = parse_path(path)
    assert address is not None
    return [placed.unit.id for placed in TreeIndex(text).find(address)]


@pytest.mark.parametrize(
    ("path", "ids"),
    [
        ("d1", ["a1"]),
        ("cI/d1", ["a1"]),
        ("c1/d1", ["a1"]),
        ("cII/d1", ["a1"]),
        ("cI", ["chapter-I"]),
        ("c2", ["chapter-II"]),
        ("m1", ["s1"]),
        ("cII/m1", ["s1"]),
        ("cII/m1/d3", ["a3"]),
        ("cII/d3", ["a3"]),
        ("d3", ["a3"]),
        ("d1/k1/đđ", ["p"]),
        ("cI/d1/k1", ["k"]),
        ("d1/k2", []),
        ("d9", []),
        ("k1", []),
        ("plII/d1", ["b1"]),
        ("pl2/d1", ["b1"]),
        ("pl02/d1", ["b1"]),
        ("plII/mIII", ["bIII"]),
        ("plII/mIII/d1", ["b1"]),
        ("plIII/d1", []),
        ("plII/d3", []),
    ],
)
def test_the_units_that_an_address_names(path: str, ids: list[str]) -> None:
    assert found(_TEXT, path) == ids


def test_a_label_that_stands_twice_names_both() -> None:
    text = act(chapter("I", article("1", id="x")), chapter("II", article("1", id="y")))
    assert found(text, "d1") == ["x", "y"]
    assert found(text, "cII/d1") == ["y"]


def test_nothing_is_found_for_the_whole_act() -> None:
    assert TreeIndex(_TEXT).find(Address(())) == []


def test_each_unit_knows_its_parent_its_component_and_its_address() -> None:
    index = TreeIndex(_TEXT)
    placed = index.by_id["p"]
    assert (placed.parent and placed.parent.id, placed.component.id) == ("k", _BODY.id)
    assert placed.address.path == "d1/k1/đđ"
    assert index.by_id["chapter-I"].parent is None
    assert index.by_id["s1"].address.path == "cII/m1"
    assert index.by_id["b1"].address.path == "plII/d1"
    assert [placed.unit.id for placed in index] == [one.id for one in _TEXT.units()]


@pytest.mark.parametrize(
    ("decision", "path"),
    [((article("1", id="z"),), "qc:d1/k1"), ((), "d1/k1")],
    ids=["a decision with articles", "a head alone"],
)
def test_a_regulation_is_told_from_the_decision_that_issues_it(
    decision: tuple[Unit, ...], path: str
) -> None:
    body = component(ComponentKind.BODY, *decision)
    regulation = component(ComponentKind.REGULATION, article("1", "Một", clause("1", id="k")))
    text = Act(components=(body, regulation))
    assert TreeIndex(text).by_id["k"].address.path == path
    assert found(text, path) == ["k"]


def test_a_chapter_is_looked_for_in_its_own_component() -> None:
    body = component(ComponentKind.BODY, article("1"))
    regulation = component(
        ComponentKind.REGULATION,
        chapter("I", unit(UnitKind.SECTION, "1", id="mục"), article("1", id="y")),
    )
    text = Act(components=(body, regulation))
    section = (Step("section", "1"),)
    assert [p.unit.id for p in TreeIndex(text).find(Address(section, "qc"))] == ["mục"]
    assert TreeIndex(text).find(Address(section)) == []


@pytest.mark.parametrize(
    ("labels", "asked", "label"),
    [
        (["I", "II"], "II", "II"),
        (["I", "II"], "2", "II"),
        (["I", "02"], "2", "02"),
        (["A", "B"], "b", "B"),
        (["A"], "1", None),
        (["I"], "", "I"),
        (["I", "II"], "", None),
        ([], "", None),
        (["I"], "3", None),
    ],
)
def test_the_appendix_with_a_label(labels: list[str], asked: str, label: str | None) -> None:
    parts = [component(ComponentKind.APPENDIX, label=one) for one in labels]
    text = Act(components=(component(ComponentKind.BODY), *parts))
    held = TreeIndex(text).component_of(asked)
    assert (held.label if held else None) == label


def _renamed(one: Unit) -> Unit:
    return replace(one, label=one.label + "x")


def test_a_change_of_some_units_keeps_the_components_without_them() -> None:
    made = change_units(_TEXT, lambda one: (_renamed(one),) if one.id == "a2" else None)
    assert TreeIndex(made).by_id["a2"].unit.label == "2x"
    assert made.components[1] is _APPENDIX
    assert change_units(_TEXT, lambda one: None) == _TEXT


def test_every_unit_is_changed_once_children_first() -> None:
    seen: list[str] = []

    def change(one: Unit) -> Unit:
        seen.append(one.id)
        assert all(child.label.endswith("x") for child in one.children)
        return _renamed(one)

    made = rebuilt(_TEXT, change)
    assert sorted(seen) == sorted(one.id for one in _TEXT.units())
    assert [one.label for one in made.units()] == [one.label + "x" for one in _TEXT.units()]


@pytest.mark.parametrize(
    ("parent", "ids"),
    [("a1", ["k", "new"]), (None, ["chapter-I", "chapter-II", "new"])],
    ids=["of a unit", "of the component"],
)
def test_the_children_of_one_place_are_rebuilt(parent: str | None, ids: list[str]) -> None:
    new = article("9", id="new")
    made = change_children(_TEXT, parent, _BODY.id, lambda children: (*children, new))
    index = TreeIndex(made)
    children = made.components[0].units if parent is None else index.by_id[parent].unit.children
    assert [child.id for child in children] == ids
    assert made.components[1] is _APPENDIX


def test_an_index_is_kept_for_the_newest_three_texts() -> None:
    texts = [act(article(str(number))) for number in range(4)]
    made = [tree_index(text) for text in texts[:3]]
    assert [tree_index(text) for text in texts[:3]] == made
    tree_index(texts[3])
    assert tree_index(texts[0]) is not made[0]
    assert tree_index(texts[0]).act is texts[0]
