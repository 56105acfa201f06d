"""Finding and replacing in a draft: whole syllables, capitals kept, one step for all."""

from __future__ import annotations

from quyche_app.domain.acts import Act
from quyche_app.domain.flow import act_lines
from quyche_app.drafting.draft import Draft
from quyche_app.drafting.finding import find_places, replace_places
from quyche_app.reading.files import read_bytes

TEXT = """\
Điều 1. Họp
1. Ban họp; ban  soạn thảo họp tại bàn tròn.
2. Họp ban.
"""


def act_of(text: str = TEXT) -> Act:
    return read_bytes("quy-che.txt", text.encode()).act


def test_whole_syllables_are_found_and_parts_of_them_are_not() -> None:
    assert len(find_places(act_of(), "ban")) == 3
    assert find_places(act_of(), "ba") == []
    assert len(find_places(act_of(), "ban", match_case=True)) == 2
    assert len(find_places(act_of(), "ban soạn")) == 1
    assert find_places(act_of(), "  ") == []


def test_names_are_searched_too() -> None:
    assert [place.slot for place in find_places(act_of(), "họp")] == [
        "heading",
        "lead",
        "lead",
        "lead",
    ]


def test_all_places_are_replaced_in_one_step_and_keep_their_capitals() -> None:
    act = act_of()
    draft = Draft(act)
    step = replace_places(act, find_places(act, "họp"), "hội ý")
    assert step is not None
    draft.do(step)
    assert act_lines(draft.act)[0] == "Điều 1. Hội ý"
    assert act_lines(draft.act)[2] == "2. Hội ý ban."
    assert draft.undo_name == "thay 4 chỗ thành “hội ý”"
    draft.undo()
    assert draft.act == act


def test_replacing_words_by_themselves_changes_nothing() -> None:
    act = act_of()
    assert replace_places(act, find_places(act, "ban", match_case=True), "ban") is None


def test_the_last_word_looked_for_is_a_whole_one_whatever_sign_the_first_ends_with() -> None:
    act = act_of("Điều 1. Họp\n1. Hằng quý, họp; hằng tháng (nếu có).\n")
    assert find_places(act, "quý, họ") == []
    assert len(find_places(act, "quý, họp")) == 1
    assert len(find_places(act, "tháng (nếu có)")) == 1


def test_replacing_leads_to_the_first_provision_that_changed() -> None:
    act = act_of()
    step = replace_places(act, find_places(act, "ban"), "nhóm")
    assert step is not None
    assert len(step.edits) == 2
    assert step.focus == next(unit.id for unit in act.units() if unit.label == "1" and unit.lead)
