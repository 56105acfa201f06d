"""Taking some provisions from another text of the same draft."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.flow import act_lines
from quyche_app.domain.units import Paragraph, Unit
from quyche_app.drafting.edits import Frame, Splice, Words, apply_edit, apply_step, own_frame
from quyche_app.drafting.taking import take_units
from tests.drafting.made import SAID, new_act, rewording
from tests.making import act, article, clause, component

NOW = new_act()
HEAD = ["Điều 1. Họp"]
END = ["Điều 2. Hồ sơ", "1. Lời ba."]
KEPT = ["1. Lời một.", "2. Lời hai."]


def theirs(*clauses: Unit, behind: tuple[Unit, ...] = ()) -> Act:
    """Give the text with other clauses in its first article."""
    return act(
        article("1", "Họp", *clauses),
        article("2", "Hồ sơ", clause("1", "Lời ba.", id="c3"), *behind),
    )


ONE, TWO, NEW = clause("1", "Lời một."), clause("2", "Lời hai."), clause("3", "Của họ.")


@pytest.mark.parametrize(
    ("other", "wanted", "lines"),
    [
        (theirs(ONE, clause("2", "Khác.")), ["clause-2"], [*HEAD, "1. Lời một.", "2. Khác.", *END]),
        (theirs(ONE, clause("2", "Khác.")), ["clause-1"], None),
        (theirs(ONE), ["clause-2"], [*HEAD, "1. Lời một.", *END]),
        (theirs(ONE), ["clause-1"], None),
        (
            theirs(ONE, NEW, TWO),
            ["clause-3"],
            [*HEAD, "1. Lời một.", "3. Của họ.", *KEPT[1:], *END],
        ),
        (theirs(NEW, ONE, TWO), ["clause-3"], [*HEAD, "3. Của họ.", *KEPT, *END]),
        (theirs(TWO, ONE), ["clause-2"], [*HEAD, "2. Lời hai.", "1. Lời một.", *END]),
        (theirs(ONE, behind=(TWO,)), ["clause-2"], [*HEAD, "1. Lời một.", *END, "2. Lời hai."]),
        (
            theirs(clause("1", "A"), clause("2", "B")),
            ["clause-1", "clause-2"],
            [*HEAD, "1. A", "2. B", *END],
        ),
    ],
    ids=[
        "other words",
        "another provision",
        "goes",
        "stays",
        "comes between",
        "comes first",
        "another order",
        "another parent",
        "two",
    ],
)
def test_provisions_are_as_in_the_other_text(
    other: Act, wanted: list[str], lines: list[str] | None
) -> None:
    step = take_units(NOW, other, wanted, SAID)
    if lines is None:
        assert step is None
        return
    assert step is not None
    after = apply_step(NOW, step)
    assert act_lines(after) == lines
    assert apply_step(after, step.inverse) == NOW


def test_what_a_provision_stands_in_comes_along() -> None:
    home = article("3", "Mới", clause("1", "Trong.", id="in"), clause("2", "Cùng.", id="with"))
    other = replace(
        NOW, components=(replace(NOW.components[0], units=(*NOW.components[0].units, home)),)
    )
    step = take_units(NOW, other, ["in"], SAID)
    assert step is not None
    assert act_lines(apply_step(NOW, step))[-3:] == ["Điều 3. Mới", "1. Trong.", "2. Cùng."]


def test_words_alone_are_an_edit_of_words_and_have_the_caret() -> None:
    other = apply_edit(NOW, rewording(NOW, "c3", "Khác."))
    step = take_units(NOW, other, ["c3"], SAID)
    assert step is not None
    assert [type(edit) for edit in step.edits] == [Words]
    assert (step.focus, step.said) == ("c3", SAID)


def test_another_shape_puts_the_component_in_again_and_has_no_caret() -> None:
    step = take_units(NOW, theirs(ONE), ["clause-2"], SAID)
    assert step is not None
    assert [type(edit) for edit in step.edits] == [Splice]
    assert step.focus == ""


def test_the_head_is_taken_by_the_name_of_its_component() -> None:
    body = NOW.components[0]
    other = Act(components=(replace(body, front=(Paragraph("QUY CHẾ"),)),))
    step = take_units(NOW, other, [body.id], SAID)
    assert step is not None
    assert step.edits == (Frame(body.id, own_frame(body), own_frame(other.components[0])),)
    assert step.focus == body.id
    assert take_units(NOW, other, ["clause-1"], SAID) is None


def test_two_moves_that_exclude_each_other_take_the_whole_text() -> None:
    a, b = article("1", "A", id="a"), article("2", "B", id="b")
    now = act(replace(a, children=(clause("1", "x", id="x"),)), b)
    inside = component(
        ComponentKind.BODY, replace(b, children=(replace(a, children=()),)), id="body-"
    )
    step = take_units(now, Act(components=(inside,)), ["a", "b"], SAID)
    assert step is not None
    after = apply_step(now, step)
    assert {unit.id for unit in after.units()} <= {"a", "b", "x"}
