"""Commands about structure and numbering."""

from __future__ import annotations

import pytest

from quyche_app.domain.flow import act_lines
from quyche_app.domain.units import UnitKind
from quyche_app.drafting.session import (
    ChangeLevel,
    InsertKind,
    Move,
    Numbering,
    Recount,
    Undo,
)
from quyche_app.drafting.session.commands import SetNumbering
from tests.drafting.session.texts import new_act, new_session, unit_at


def test_how_labels_follow_is_a_step_of_its_own() -> None:
    session = new_session()
    changed = session.do(SetNumbering(Numbering.FROZEN))
    assert changed is not None
    assert changed.units == frozenset()
    assert session.undo_name == "giữ số cũ, chèn 14a"
    assert session.do(SetNumbering(Numbering.FROZEN)) is None
    session.do(Undo())
    assert session.numbering is Numbering.RECOUNT


def test_counting_anew_where_all_labels_run_changes_the_policy_alone() -> None:
    session = new_session(Numbering.FROZEN)
    assert session.recounting() == (0, 0)
    session.do(Recount())
    assert session.numbering is Numbering.RECOUNT
    assert session.act == new_act()


def test_a_level_is_changed_in_one_step_whatever_lies_between() -> None:
    session = new_session()
    unit = unit_at(session, "Hồ sơ điện tử")
    session.do(ChangeLevel(unit.id, UnitKind.SUBPOINT))
    assert session.draft.unit(unit.id).kind is UnitKind.POINT  # no point above to go into
    assert len(session.draft.done) == 1
    session.do(ChangeLevel(unit.id, UnitKind.CLAUSE))
    assert session.act == new_act()
    assert session.do(ChangeLevel(unit.id, UnitKind.ARTICLE)) is None


@pytest.mark.parametrize(
    ("kind", "where", "line"),
    [
        (UnitKind.ARTICLE, "hằng tuần", "Điều 2."),
        (UnitKind.POINT, "hằng tuần", "a)"),
        (UnitKind.POINT, "Thứ hai", "b)"),
        (UnitKind.CLAUSE, "Hồ sơ giấy", "2."),
    ],
)
def test_a_provision_of_a_kind_comes_where_it_belongs(
    kind: UnitKind, where: str, line: str
) -> None:
    session = new_session()
    session.do(InsertKind(unit_at(session, where).id, kind))
    assert session.here is not None
    assert session.here.kind is kind
    assert line in act_lines(session.act)


def test_a_place_is_counted_with_the_provision_where_it_stands_now() -> None:
    session = new_session()
    article, first = unit_at(session, "Phạm vi"), unit_at(session, "hằng tuần")
    move = Move(first.id, article.id, 3)
    assert session.may_move(move)
    assert session.words_when_moved(move) == "Khoản 3 Điều 1"
    session.do(move)
    assert [u.id for u in session.draft.unit(article.id).children][-1] == first.id
    assert not session.may_move(Move(article.id, first.id, 0))
    assert session.words_when_moved(Move(article.id, first.id, 0)) == ""
