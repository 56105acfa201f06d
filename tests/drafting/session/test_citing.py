"""Who cites whom in one text."""

from __future__ import annotations

from quyche_app.drafting.session.citing import citation_index
from tests.drafting.session.texts import new_session, unit_at


def test_citations_are_known_both_ways() -> None:
    session = new_session()
    index = citation_index(session.act)
    first, second = unit_at(session, "hằng tuần").id, unit_at(session, "gửi trước").id
    third, article = unit_at(session, "Xem Điều 2").id, unit_at(session, "Họp").id
    assert [words for _, words in index.out[second]] == ["khoản 1 Điều 1"]
    assert index.into[first] == (second,)
    assert index.into[article] == (third,)
    assert index.by_path[index.out[third][0][0]] == article
    assert first not in index.out


def test_what_stands_in_a_provision_is_known_at_any_depth() -> None:
    session = new_session()
    index = citation_index(session.act)
    chapter = session.act.main.units[0]
    inside = {chapter.id, *(u.id for a in chapter.children for u in (a, *a.children))}
    assert index.within[chapter.id] == inside
    assert index.words[unit_at(session, "Thứ sáu").id] == "điểm b Điều 2"
