"""Commands about words."""

from __future__ import annotations

from quyche_app.domain.flow import act_lines
from quyche_app.domain.messages import message
from quyche_app.domain.units import Paragraph, Table
from quyche_app.drafting.session import (
    AddTable,
    ChangeTable,
    ChangeWords,
    NewParagraph,
    Paste,
    Remove,
    ReplaceAll,
    RestoreText,
    RestoreWords,
    Spot,
    TypeWords,
    Undo,
)
from quyche_app.drafting.session.wording import address_words
from tests.drafting.session.texts import TABLE, new_act, new_session, stand, type_at, unit_at

# -- words ------------------------------------------------------------------------------------------


def test_a_head_is_written_like_the_rest() -> None:
    session = new_session()
    component = next(c for c in session.act.components if c.front)
    block = component.front[0]
    assert isinstance(block, Paragraph)
    session.do(TypeWords(component.id, "front", 0, block.text + " MỚI"))
    changed = session.do(NewParagraph(Spot(component.id, "front", 0, len(block.text))))
    assert changed is not None
    assert changed.units == {component.id}
    assert session.caret == Spot(component.id, "front", 1, 0)
    session.do(Paste(Spot(component.id, "front", 0, 0), (TABLE,)))
    session.do(ChangeTable(component.id, "front-object", 1, None))
    assert [line for line in act_lines(session.act) if line not in act_lines(new_act())] == ["MỚI"]
    for _ in range(4):
        session.do(Undo())
    assert session.act == new_act()


def test_a_table_is_added_changed_and_taken_out() -> None:
    session = new_session()
    spot = stand(session, "hằng tuần")
    session.do(AddTable(spot, TABLE))
    assert session.undo_name == "thêm bảng tại khoản 1 Điều 1"
    assert "Một | Hai" in act_lines(session.act)
    session.do(ChangeTable(spot.unit_id, "lead-object", 1, Table(TABLE.rows * 2)))
    session.do(ChangeTable(spot.unit_id, "lead-object", 1, None))
    assert session.act == new_act()


def test_words_are_changed_in_place_and_the_caret_stands_behind_them() -> None:
    session = new_session()
    (place,) = session.find("hằng tuần")
    session.do(ChangeWords(place, "hằng tháng", message("test", "sửa theo kiểm tra: Chữ")))
    assert session.undo_name == "sửa theo kiểm tra: Chữ tại khoản 1 Điều 1"
    assert session.caret == Spot(place.unit_id, "lead", 0, place.start + len("hằng tháng"))


def test_every_place_is_replaced_in_one_step() -> None:
    session = new_session()
    changed = session.do(ReplaceAll(tuple(session.find("hồ sơ")), "tài liệu"))
    assert changed is not None
    assert changed.keeps_structure
    assert changed.units == {
        unit_at(session, words).id for words in ("Tài liệu giấy", "Tài liệu điện tử")
    } | {u.id for u in session.act.units() if u.heading == "Tài liệu"}


def test_an_earlier_wording_and_an_earlier_text_are_taken_back() -> None:
    session = new_session()
    spot = stand(session, "hằng tuần")
    then = session.draft.unit(spot.unit_id)
    type_at(session, spot, "x")
    session.do(RestoreWords(spot.unit_id, then))
    assert session.act == new_act()
    session.do(Remove(spot.unit_id))
    assert session.do(RestoreWords(spot.unit_id, then)) is None
    session.do(RestoreText(new_act(), "một"))
    assert session.undo_name == "lấy lại mốc “một”"
    assert session.act == new_act()


def test_an_address_in_words_is_empty_where_there_is_none() -> None:
    session = new_session()
    assert address_words(session.draft, unit_at(session, "hằng tuần").id) == "khoản 1 Điều 1"
    assert address_words(session.draft, "không có") == ""
