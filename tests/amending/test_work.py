"""A text while an act is applied to it: only what was touched is rebuilt."""

from __future__ import annotations

import pytest

from quyche_app.amending.work import WorkText, WorkUnit, place_by_label
from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.units import Paragraph, UnitKind
from tests.making import article, chapter, clause, component, unit

_FIRST = article("1", "A", clause("1", "x"), clause("2", "y"))
_BODY = component(ComponentKind.BODY, _FIRST, article("2", "B"))
_APPENDIX = component(ComponentKind.APPENDIX, front=(Paragraph("Phụ lục"),), label="I", title="x")
_ACT = Act("1-QC", components=(_BODY, _APPENDIX))


def test_what_is_not_touched_is_the_same_object() -> None:
    work = WorkText.of(_ACT)
    assert work.frozen() == _ACT
    assert all(a is b for a, b in zip(work.frozen().components, _ACT.components, strict=True))


def test_a_change_rebuilds_the_unit_and_what_holds_it_alone() -> None:
    work = WorkText.of(_ACT)
    changed = work.by_id["clause-2"]
    changed.lead = [Paragraph("khác")]
    changed.touch()
    made = work.frozen()
    first, second = made.components[0].units
    assert first.children[1].lead == (Paragraph("khác"),)
    assert first.children[0] is _BODY.units[0].children[0]
    assert second is _BODY.units[1]
    assert made.components[1] is _APPENDIX


def test_siblings_are_those_of_the_parent_or_of_the_component() -> None:
    work = WorkText.of(_ACT)
    assert [u.id for u in work.by_id["clause-1"].siblings] == ["clause-1", "clause-2"]
    assert [u.id for u in work.by_id["article-2"].siblings] == ["article-1", "article-2"]
    assert [u.id for u in work.component(_BODY.id).walk()] == [u.id for u in _ACT.units()]


def test_a_component_may_change_as_a_whole() -> None:
    work = WorkText.of(_ACT)
    opened = work.component(_APPENDIX.id)
    opened.repealed, opened.title, opened.touched = True, "y", True
    made = work.frozen().components[1]
    assert (made.repealed, made.title, made.front) == (True, "y", _APPENDIX.front)


def test_new_units_are_found_with_what_is_in_them() -> None:
    work = WorkText.of(_ACT)
    new = WorkUnit(article("3", "C", clause("1", "z", id="new")), None, work.component(_BODY.id))
    work.register(new)
    assert {"article-3", "new"} <= set(work.by_id)


@pytest.mark.parametrize(
    ("labels", "label", "place"),
    [
        (["1", "2", "4"], "3", 2),
        (["1", "2"], "1a", 1),
        (["1", "2"], "9", 2),
        (["2"], "1", 0),
        ([], "1", 0),
        (["3", "1"], "2", 2),
    ],
)
def test_the_place_by_the_order_of_labels(labels: list[str], label: str, place: int) -> None:
    work = WorkText.of(Act(components=(component(ComponentKind.BODY, *map(clause, labels)),)))
    assert place_by_label(work.components[0].units, UnitKind.CLAUSE, label) == place


def test_an_article_stands_before_the_first_section_and_a_section_before_none() -> None:
    section = unit(UnitKind.SECTION, "1")
    body = component(ComponentKind.BODY, chapter("I", article("1"), section))
    work = WorkText.of(Act(components=(body,)))
    children = work.by_id["chapter-I"].children
    assert place_by_label(children, UnitKind.ARTICLE, "2") == 1
    assert place_by_label(children, UnitKind.SECTION, "2") == 2
