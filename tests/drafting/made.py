"""A small text of a draft, for tests of what changes it."""

from __future__ import annotations

from quyche_app.domain.acts import Act
from quyche_app.domain.messages import message
from quyche_app.domain.units import Paragraph, Unit
from quyche_app.drafting.edits import Words, find_unit, own_words
from tests.making import act, article, clause

SAID = message("step.test", "sửa thử")


def new_act() -> Act:
    """Give two articles, the first of two clauses."""
    one = article("1", "Họp", clause("1", "Lời một."), clause("2", "Lời hai."))
    return act(one, article("2", "Hồ sơ", clause("1", "Lời ba.", id="c3")))


def unit_of(text: Act, unit_id: str) -> Unit:
    """Give a provision that is there."""
    found = find_unit(text, unit_id)
    assert found is not None
    return found


def with_words(unit: Unit, words: str) -> Unit:
    """Give the own words of a provision with one paragraph of these words."""
    return Unit(unit.id, unit.kind, unit.label, unit.prefix, unit.heading, lead=(Paragraph(words),))


def rewording(text: Act, unit_id: str, words: str) -> Words:
    """Give the edit after which a provision says these words."""
    unit = unit_of(text, unit_id)
    return Words(unit_id, own_words(unit), with_words(unit, words))
