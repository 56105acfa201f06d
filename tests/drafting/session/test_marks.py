"""Marks of a draft against the text it began from."""

from __future__ import annotations

from quyche_app.drafting.session import (
    BaseText,
    Fate,
    InsertAfter,
    ReplaceAll,
)
from quyche_app.drafting.session.marks import Marks
from tests.drafting.session.texts import new_act, new_session, unit_at

# -- marks and clashes --------------------------------------------------------------------------------


def test_marks_are_given_of_all_or_of_some() -> None:
    session = new_session()
    first, second = unit_at(session, "hằng tuần").id, unit_at(session, "điện tử").id
    session.do(ReplaceAll(tuple(session.find("hằng tuần")), "hằng tháng"))
    session.do(ReplaceAll(tuple(session.find("điện tử")), "số"))
    assert set(session.word_marks()) == {(first, "lead", 0), (second, "lead", 0)}
    (changes,) = session.word_marks([second]).values()
    assert [c.text for c in changes if c.op == "delete"] == ["điện tử"]
    session.do(InsertAfter(first))
    assert session.renumbered()[unit_at(session, "Tài liệu").id] == "2."


def test_what_was_typed_is_compared_alone_and_once() -> None:
    session = new_session()
    marks = Marks(BaseText(new_act()))
    first = unit_at(session, "hằng tuần").id
    session.do(ReplaceAll(tuple(session.find("hằng tuần")), "hằng tháng"))
    marks.stale.update({first, "không có"})
    assert marks.compare_stale(session.draft) == {first, "không có"}
    assert marks.differences.fates == {first: Fate.EDITED}
    assert marks.compare_stale(session.draft) == frozenset()
    assert marks.words_of(session.draft, [first]) == marks.words_of(session.draft, [first])
    assert marks.words_of(session.draft, ["không có"]) == {}
