"""What a step touched."""

from __future__ import annotations

from dataclasses import replace

from quyche_app.domain.units import Paragraph
from quyche_app.drafting.edits import Step, Words, own_words
from quyche_app.drafting.session import (
    Move,
    MoveDown,
    Numbering,
    Undo,
)
from quyche_app.drafting.session.changed import changed_units
from tests.drafting.session.texts import new_session, unit_at


def test_words_that_are_given_back_within_a_step_are_not_told() -> None:
    session = new_session()
    first, second = unit_at(session, "hằng tuần").id, unit_at(session, "Hồ sơ giấy").id
    session.do(MoveDown(first))
    taken = session.do(Undo())
    assert taken is not None
    assert second not in taken.units
    assert taken.keeps_structure is False


def test_words_given_back_by_another_edit_of_the_step_are_not_touched() -> None:
    session = new_session()
    old = own_words(unit_at(session, "hằng tuần"))
    new = own_words(unit_at(session, "hằng tuần"))
    new = replace(new, lead=(Paragraph("Khác."),))
    there, back = Words(old.id, old, new), Words(old.id, new, old)
    assert changed_units(session.act, session.act, Step("", (there, back))) == frozenset()
    assert changed_units(session.act, session.act, Step("", (there,))) == {old.id}


def test_of_siblings_in_another_order_the_fewest_are_named() -> None:
    session = new_session(Numbering.FROZEN)
    article = unit_at(session, "Phạm vi")
    moved = article.children[0].id
    changed = session.do(Move(moved, article.id, 3))
    assert changed is not None
    assert changed.units == {moved}
