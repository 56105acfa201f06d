"""Dashes and paragraphs that change places or become one."""

from __future__ import annotations

from quyche_app.amending.account import Ledger
from quyche_app.amending.desk import Desk
from quyche_app.amending.parts import merge_parts, parts_change_places
from quyche_app.domain.flow import act_lines
from quyche_app.domain.units import Paragraph
from quyche_app.domain.verbs import Verb
from tests.amending.at_desk import desk_of, order, told
from tests.making import act, article, clause

_LEAD = tuple(Paragraph(text) for text in ("Gồm:", "- Một;", "- Hai;", "- Ba."))
_TEXT = act(article("1", None, clause("1", lead=_LEAD), clause("2", "Khác.")))


def lines_of(desk: Desk) -> list[str]:
    return act_lines(desk.work.frozen())[1:]


def test_two_dashes_change_places() -> None:
    desk = desk_of(_TEXT)
    paths = ("d1/k1#item:1", "d1/k1#item:2")
    ledger = Ledger(order(Verb.MOVE, *paths, results=tuple(reversed(paths))))
    assert parts_change_places(desk, ledger)
    assert lines_of(desk) == ["1. Gồm:", "- Hai;", "- Một;", "- Ba.", "2. Khác."]
    assert ledger.changed


def test_parts_of_two_provisions_or_one_that_is_not_there_change_no_places() -> None:
    for paths in (("d1/k1#item:1", "d1/k2#paragraph:1"), ("d1/k1#item:1", "d1/k1#item:9")):
        desk = desk_of(_TEXT)
        ledger = Ledger(order(Verb.MOVE, *paths, results=tuple(reversed(paths))))
        assert not parts_change_places(desk, ledger)
        assert lines_of(desk) == ["1. Gồm:", "- Một;", "- Hai;", "- Ba.", "2. Khác."]


def test_two_dashes_become_one_in_the_place_of_the_first() -> None:
    desk = desk_of(_TEXT)
    made = order(Verb.MERGE, "d1/k1#item:3", "d1/k1#item:2", quoted=("Hai và ba.",))
    ledger = Ledger(made)
    merge_parts(desk, ledger)
    assert told(ledger) == ([], [])
    assert lines_of(desk) == ["1. Gồm:", "- Một;", "- Hai và ba.", "2. Khác."]


def test_parts_that_are_not_of_one_place_are_not_merged() -> None:
    desk = desk_of(_TEXT)
    made = order(Verb.MERGE, "d1/k1#item:1", "d1/k2#paragraph:1", quoted=("Một.",))
    ledger = Ledger(made)
    merge_parts(desk, ledger)
    assert told(ledger)[0] == ["relocation.no_merged"]
    assert lines_of(desk) == ["1. Gồm:", "- Một;", "- Hai;", "- Ba.", "2. Khác."]
