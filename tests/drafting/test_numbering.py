"""Labels after a change of structure, and the citations that follow them."""

from __future__ import annotations

import pytest

from quyche_app.domain.acts import Act
from quyche_app.domain.flow import act_lines
from quyche_app.domain.trees import tree_index
from quyche_app.domain.units import Unit, UnitKind
from quyche_app.drafting.edits import Step, apply_step
from quyche_app.drafting.numbering import edits_for_labels, index_around, nth_label, recount, roman
from quyche_app.reading.files import read_bytes
from tests.making import act as act_of
from tests.making import article, clause, point, table, unit

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


@pytest.mark.parametrize(
    ("number", "letters"),
    [
        (4, "IV"),
        (9, "IX"),
        (39, "XXXIX"),
        (40, "XL"),
        (49, "XLIX"),
        (50, "L"),
        (90, "XC"),
        (99, "XCIX"),
        (100, "C"),
        (101, "CI"),
    ],
)
def test_a_roman_number(number: int, letters: str) -> None:
    assert roman(number) == letters


@pytest.mark.parametrize(
    ("units", "labels"),
    [
        ((clause("1"), clause("3")), ["1", "2"]),
        ((point("a"), point("c")), ["a", "b"]),
        ((point("1.1"), point("1.3")), ["1.1", "1.2"]),
        ((point("2.1.1"), point("2.1.4")), ["2.1.1", "2.1.2"]),
        ((unit(UnitKind.POINT, "1"), unit(UnitKind.POINT, "3")), ["1", "2"]),
    ],
    ids=["clauses", "letters", "behind a stop", "behind two stops", "points in figures"],
)
def test_counting_anew_keeps_the_way_a_list_is_numbered(
    units: tuple[Unit, ...], labels: list[str]
) -> None:
    act = act_of(article("1", "Họp", *units))
    after = apply_step(act, Step("", recount(act, act.main.id)))
    assert [child.label for child in after.main.units[0].children] == labels


@pytest.mark.parametrize(
    ("kind", "labels", "counted"),
    [
        (UnitKind.SECTION, ["1", "3"], ["1", "2"]),
        (UnitKind.SECTION, ["I", "III"], ["I", "II"]),
        (UnitKind.CHAPTER, ["I", "III"], ["I", "II"]),
        (UnitKind.CHAPTER, ["1", "3"], ["1", "2"]),
        (UnitKind.CHAPTER, ["1a", "3a"], ["1", "2"]),
    ],
    ids=["sections", "Roman sections", "chapters", "Arabic chapters", "chapters put in between"],
)
def test_counting_anew_keeps_the_figures_of_sections_and_chapters(
    kind: UnitKind, labels: list[str], counted: list[str]
) -> None:
    groups = [unit(kind, label, "", article(str(number))) for number, label in enumerate(labels, 1)]
    act = act_of(*groups)
    after = apply_step(act, Step("", recount(act, act.main.id)))
    assert [group.label for group in after.main.units] == counted


def test_provisions_with_a_table_are_counted_anew_as_well() -> None:
    listed = clause("3", lead=(table(("Số hồ sơ", "x")),))
    act = act_of(article("1", "Họp", clause("1", "Xem khoản 3 Điều này."), listed))
    after = apply_step(act, Step("", recount(act, act.main.id)))
    assert act_lines(after)[1:] == ["1. Xem khoản 2 Điều này.", "2.", "Số hồ sơ | x"]
