"""Labels after a change of structure, and the citations that follow them."""

from __future__ import annotations

import pytest

from quyche_app.domain.acts import Act
from quyche_app.domain.flow import act_lines
from quyche_app.domain.trees import tree_index
from quyche_app.domain.units import UnitKind
from quyche_app.drafting.edits import Step, apply_step
from quyche_app.drafting.numbering import edits_for_labels, index_around, nth_label
from quyche_app.reading.files import read_bytes

_TEXT = """QUYẾT ĐỊNH
Ban hành Quy chế làm việc
Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.
Điều 2. Quyết định này có hiệu lực từ ngày ký.
QUY CHẾ
Làm việc của Văn phòng
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Văn phòng họp hằng tuần theo khoản 2 Điều này.
2. Tài liệu gồm:
a) Tờ trình;
b) Dự thảo.
Điều 2. Họp
1. Xem điểm b khoản 2 Điều 1.
"""


def new_act() -> Act:
    return read_bytes("quy-che.txt", _TEXT.encode()).act


def test_places_around_a_unit_are_those_of_the_whole_text() -> None:
    act = new_act()
    whole = tree_index(act).by_id
    assert act.has_decision_and_regulation
    for unit_id, placed in whole.items():
        around = index_around(act, {unit_id}).by_id
        assert around[unit_id].address == placed.address
        for child in placed.unit.children:
            assert around[child.id].address == whole[child.id].address


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("3", ["3. Tài liệu gồm:", "1. Văn phòng họp hằng tuần theo khoản 3 Điều này."]),
        ("2a", ["2a. Tài liệu gồm:", "1. Xem điểm b khoản 2a Điều 1."]),
    ],
)
def test_citations_follow_a_provision_and_what_stands_in_it(label: str, lines: list[str]) -> None:
    act = new_act()
    unit = next(u for u in act.main.units[0].children[0].children if u.label == "2")
    after = act_lines(apply_step(act, Step("", edits_for_labels(act, {unit.id: label}))))
    assert set(lines) <= set(after)
    assert set(act_lines(act)) - set(after) == {
        "2. Tài liệu gồm:",
        "1. Văn phòng họp hằng tuần theo khoản 2 Điều này.",
        "1. Xem điểm b khoản 2 Điều 1.",
    }


def test_a_label_that_moves_no_address_touches_no_citation() -> None:
    act = new_act()
    unit = act.main.units[0].children[0].children[1]
    assert len(edits_for_labels(act, {unit.id: unit.label})) == 1


def test_labels_of_every_kind() -> None:
    kinds = (UnitKind.CHAPTER, UnitKind.ARTICLE, UnitKind.POINT, UnitKind.SUBPOINT)
    assert [nth_label(kind, 5) for kind in kinds] == ["V", "5", "đ", "v"]
