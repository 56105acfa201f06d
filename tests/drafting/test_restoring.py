"""Going back to an earlier text, as a step."""

from __future__ import annotations

import pytest

from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.units import Paragraph, UnitKind
from quyche_app.drafting.edits import EditRefused, Splice, Words, apply_step
from quyche_app.drafting.restoring import restore_text, restore_words
from tests.drafting.made import SAID, new_act, rewording
from tests.making import article, clause, component

NOW = new_act()


def two(*labels: str) -> Act:
    """Give a text of two components, the second of an article with each label."""
    rest = component(ComponentKind.APPENDIX, *(article(n, "x", id=f"p{n}") for n in labels))
    return Act(components=(NOW.components[0], rest))


def test_an_earlier_text_comes_back_and_goes_again() -> None:
    then = Act(components=(component(ComponentKind.BODY, clause("1", "Lời.")),))
    step = restore_text(NOW, then, SAID)
    assert step is not None
    assert step.said == SAID
    back = apply_step(NOW, step)
    assert back.components == then.components
    assert apply_step(back, step.inverse) == NOW


def test_only_components_that_differ_are_touched() -> None:
    step = restore_text(two("1"), two("1", "2"), SAID)
    assert step is not None
    assert [edit.parent_id for edit in step.edits if isinstance(edit, Splice)] == ["appendix-"]
    assert restore_text(NOW, new_act(), SAID) is None


@pytest.mark.parametrize(("now", "then"), [(NOW, two("1")), (two("1"), NOW)])
def test_a_text_of_other_components_is_refused(now: Act, then: Act) -> None:
    with pytest.raises(EditRefused) as refused:
        restore_text(now, then, SAID)
    assert refused.value.code == "QC-D002"


def test_earlier_words_take_the_label_of_their_place_and_no_children() -> None:
    now = clause("5", "Nay.", clause("9"), id="u")
    then = article("1", "Họp", clause("1"), lead=(Paragraph("Xưa."),), id="v")
    step = restore_words(now, then, SAID)
    assert step is not None
    (edit,) = step.edits
    assert isinstance(edit, Words)
    assert (edit.unit_id, step.focus) == ("u", "u")
    assert (edit.new.id, edit.new.kind, edit.new.label) == ("u", UnitKind.CLAUSE, "5")
    assert (edit.new.prefix, edit.new.heading, edit.new.children) == ("5. ", "Họp", ())
    assert edit.new.lead == (Paragraph("Xưa."),)


def test_the_same_words_are_no_step() -> None:
    edit = rewording(NOW, "clause-1", "Lời một.")
    assert restore_words(edit.old, edit.new, SAID) is None
