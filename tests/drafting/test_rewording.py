"""Own words of a provision with some of their paragraphs changed."""

from __future__ import annotations

import pytest

from quyche_app.domain.texts import LINE_BREAK
from quyche_app.domain.units import Block, Cell, Mark, Paragraph, Table, Unit, UnitKind
from quyche_app.drafting.rewording import pasted_unit, typed_unit, with_table

_TABLE = Table(((Cell((Paragraph("Một"),)),),))


def clause(*lead: Block, heading: str | None = None) -> Unit:
    return Unit("u", UnitKind.CLAUSE, "1", "1. ", heading, lead=lead)


def test_a_typed_paragraph_keeps_its_side_and_its_line_feeds() -> None:
    unit = clause(Paragraph("a"), Paragraph("b", align="center"))
    bold = (Mark(0, 1, "b"),)
    new = typed_unit(unit, "lead", 1, f"c{LINE_BREAK}d", bold)
    assert new.lead == (Paragraph("a"), Paragraph("c\nd", bold, "center"))
    assert typed_unit(clause(), "lead", 0, "x", ()).lead == (Paragraph("x"),)
    assert typed_unit(clause(heading="A"), "heading", 0, "B", ()).heading == "B"


@pytest.mark.parametrize(
    ("at", "pasted", "lead"),
    [
        (2, (Paragraph("x"),), ("ab x cd",)),
        (2, (Paragraph("x"), Paragraph("y")), ("ab x", "y cd")),
        (2, (_TABLE,), ("ab", _TABLE, "cd")),
        (0, (_TABLE,), (_TABLE, "ab cd")),
        (5, (_TABLE,), ("ab cd", _TABLE)),
    ],
)
def test_what_is_pasted_joins_the_words_around_it(
    at: int, pasted: tuple[Block, ...], lead: tuple[str | Table, ...]
) -> None:
    new = pasted_unit(clause(Paragraph("ab cd")), "lead", 0, at, pasted)
    assert tuple(b.text if isinstance(b, Paragraph) else b for b in new.lead) == lead


def test_a_name_takes_the_words_alone() -> None:
    pasted = (Paragraph("x"), _TABLE)
    assert pasted_unit(clause(heading="AB"), "heading", 0, 1, pasted).heading == "Ax MộtB"


def test_a_table_is_put_in_changed_and_taken_out() -> None:
    unit = clause(Paragraph("a"), Paragraph("b"))
    added = with_table(unit, "lead", 0, _TABLE, is_new=True)
    assert added.lead == (Paragraph("a"), _TABLE, Paragraph("b"))
    assert with_table(added, "lead-object", 1, None).lead == unit.lead
