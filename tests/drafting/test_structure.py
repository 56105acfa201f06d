"""Changing the structure of a draft: every step can be taken back, words keep their order, labels
and citations follow."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche_app.domain.acts import Act
from quyche_app.domain.flow import act_lines
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import Paragraph, UnitKind, walk
from quyche_app.drafting.edits import EditRefused, Step, apply_step
from quyche_app.drafting.numbering import label_between, roman
from quyche_app.drafting.policy import Numbering
from quyche_app.drafting.structure import Spot, Structure
from quyche_app.reading.files import read_bytes
from tests.making import act as act_of
from tests.making import article, clause, point

_TEXT = """QUY CHẾ
làm việc của Văn phòng mẫu
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Quy chế này quy định cách làm việc; xem khoản 2 Điều 2 và Điều 3.
2. Văn phòng họp hằng tuần theo khoản 1 Điều này.
Điều 2. Trách nhiệm
1. Chánh Văn phòng:
a) Chỉ đạo công việc;
b) Ký văn bản theo điểm a khoản này;
c) Báo cáo cấp trên.
2. Chuyên viên giúp việc theo Điều 3 Luật Cán bộ.
Chương II
CHẾ ĐỘ LÀM VIỆC
Điều 3. Họp
Văn phòng họp theo các khoản 1, 2 Điều 1.
"""


@pytest.fixture(scope="module")
def act() -> Act:
    return read_bytes("quy-che.txt", _TEXT.encode()).act


def structure(act: Act, numbering: Numbering = Numbering.RECOUNT) -> Structure:
    numbers = count(1)
    return Structure(act, numbering, lambda: f"moi{next(numbers)}")


def at(act: Act, path: str) -> str:
    return next(p.unit.id for p in TreeIndex(act) if p.address.path == path)


def done(act: Act, step: Step | None) -> list[str]:
    assert step is not None
    after = apply_step(act, step)
    assert apply_step(after, step.inverse) == act
    return act_lines(after)


def test_an_inserted_article_counts_the_rest_anew_and_citations_follow(act: Act) -> None:
    step = structure(act).insert_after(at(act, "d1"))
    lines = done(act, step)
    assert step is not None
    assert step.name == "thêm Điều 2"
    assert "Điều 3. Trách nhiệm" in lines
    assert "1. Quy chế này quy định cách làm việc; xem khoản 2 Điều 3 và Điều 4." in lines


def test_the_law_of_another_act_is_not_touched(act: Act) -> None:
    lines = done(act, structure(act).insert_after(at(act, "d1")))
    assert "2. Chuyên viên giúp việc theo Điều 3 Luật Cán bộ." in lines


def test_a_frozen_text_takes_a_label_in_between(act: Act) -> None:
    frozen = structure(act, Numbering.FROZEN)
    assert "Điều 1a." in done(act, frozen.insert_after(at(act, "d1")))
    lines = done(act, frozen.insert_after(at(act, "d2/k1/đa")))
    assert "a1)" in lines
    assert "b) Ký văn bản theo điểm a khoản này;" in lines


def test_enter_in_the_middle_of_a_clause_splits_it(act: Act) -> None:
    clause = at(act, "d1/k2")
    step = structure(act).split(Spot(clause, "lead", 0, len("Văn phòng họp")))
    lines = done(act, step)
    assert lines[6:8] == ["2. Văn phòng họp", "3. hằng tuần theo khoản 1 Điều này."]


def test_enter_behind_words_that_points_follow_makes_a_first_point(act: Act) -> None:
    clause = at(act, "d2/k1")
    lines = done(act, structure(act).split(Spot(clause, "lead", 0, len("Chánh Văn phòng:"))))
    assert lines[9:12] == ["a)", "b) Chỉ đạo công việc;", "c) Ký văn bản theo điểm b khoản này;"]


def test_a_clause_is_joined_with_the_one_above(act: Act) -> None:
    lines = done(act, structure(act).join_with_above(at(act, "d1/k2")))
    assert any(
        line.endswith("Điều 3. Văn phòng họp hằng tuần theo khoản 1 Điều này.") for line in lines
    )


def test_a_clause_of_two_paragraphs_is_joined_word_for_word() -> None:
    text = _TEXT.replace("Điều này.\n", "Điều này.\nĐược ghi biên bản.\n")
    act = read_bytes("quy-che.txt", text.encode()).act
    lines = done(act, structure(act).join_with_above(at(act, "d1/k2")))
    assert lines[5:8] == [
        "1. Quy chế này quy định cách làm việc; xem khoản 2 Điều 2 và Điều 3. Văn phòng họp hằng tuần "
        "theo khoản 1 Điều này.",
        "Được ghi biên bản.",
        "Điều 2. Trách nhiệm",
    ]


def test_an_article_without_words_gives_its_clauses_to_the_one_above() -> None:
    text = act_of(
        article("1", "Họp", clause("1", "Một.", id="x")),
        article("2", None, clause("1", "Hai.", id="y")),
    )
    lines = done(text, structure(text).join_with_above("article-2"))
    assert lines == ["Điều 1. Họp", "1. Một.", "2. Hai."]


@pytest.mark.parametrize(
    ("path", "slot", "behind", "lines"),
    [
        ("d1/k2", "lead", "Văn phòng", ["2. Văn phòng", "họp hằng tuần theo khoản 1 Điều này."]),
        ("d3", "lead", "Văn phòng họp", ["Văn phòng họp", "theo các khoản 1, 2 Điều 1."]),
    ],
    ids=["clause", "article"],
)
def test_a_paragraph_is_cut_in_two_inside_its_provision(
    act: Act, path: str, slot: str, behind: str, lines: list[str]
) -> None:
    unit_id = at(act, path)
    step = structure(act).new_paragraph(Spot(unit_id, slot, 0, len(behind)))
    after = done(act, step)
    assert set(lines) <= set(after)
    assert len(after) == len(act_lines(act)) + 1
    assert step is not None
    assert step.caret_after == Spot(unit_id, slot, 1, 0)


def test_no_paragraph_is_cut_where_none_is(act: Act) -> None:
    clause_id = at(act, "d1/k2")
    assert structure(act).new_paragraph(Spot(clause_id, "lead", 1, 0)) is None
    assert structure(act).new_paragraph(Spot(clause_id, "heading", 0, 0)) is None


def test_a_point_becomes_a_clause_and_takes_what_followed_it(act: Act) -> None:
    lines = done(act, structure(act).promote(at(act, "d2/k1/đb")))
    assert lines[8:13] == [
        "1. Chánh Văn phòng:",
        "a) Chỉ đạo công việc;",
        "2. Ký văn bản theo điểm a khoản này;",
        "a) Báo cáo cấp trên.",
        "3. Chuyên viên giúp việc theo Điều 3 Luật Cán bộ.",
    ]


def test_a_clause_becomes_a_point_of_the_clause_above(act: Act) -> None:
    lines = done(act, structure(act).demote(at(act, "d2/k2")))
    assert "d) Chuyên viên giúp việc theo Điều 3 Luật Cán bộ." in lines


def test_points_go_deeper_with_their_clause() -> None:
    text = _TEXT.replace("Luật Cán bộ.\n", "Luật Cán bộ:\na) Soạn thảo;\nb) Lưu hồ sơ.\n")
    act = read_bytes("quy-che.txt", text.encode()).act
    lines = done(act, structure(act).demote(at(act, "d2/k2")))
    assert lines[11:15] == [
        "c) Báo cáo cấp trên.",
        "d) Chuyên viên giúp việc theo Điều 3 Luật Cán bộ:",
        "(i) Soạn thảo;",
        "(ii) Lưu hồ sơ.",
    ]


def test_nothing_goes_deeper_behind_another_kind_or_words_at_the_end_of_a_clause() -> None:
    ended = clause("1", "Gồm:", point("a", "Một;"), tail=(Paragraph("Như trên."),))
    text = act_of(article("1", "Họp", ended, clause("2", "Hai.")))
    assert structure(text).demote("clause-2") is None
    mixed = act_of(article("1", "Họp", point("a", "Một;"), clause("1", "Hai.")))
    assert structure(mixed).demote("clause-1") is None


def test_what_has_nothing_above_stays(act: Act) -> None:
    assert structure(act).demote(at(act, "d1/k1")) is None
    assert structure(act).move_up(at(act, "d1/k1")) is None
    assert structure(act).promote(at(act, "d1/k1")) is None


def test_articles_change_places_and_citations_follow(act: Act) -> None:
    lines = done(act, structure(act).move_down(at(act, "d1")))
    assert "2. Văn phòng họp hằng tuần theo khoản 1 Điều này." in lines
    assert "Văn phòng họp theo các khoản 1, 2 Điều 2." in lines


def test_a_provision_moves_to_another_chapter(act: Act) -> None:
    chapter = at(act, "cII")
    step = structure(act).move(at(act, "d1"), chapter, 1)
    lines = done(act, step)
    assert lines.index("Điều 3. Phạm vi") > lines.index("Điều 2. Họp")


def test_nothing_moves_into_itself(act: Act) -> None:
    assert structure(act).move(at(act, "d2/k1"), at(act, "d2/k1/đa"), 0) is None


def test_a_repealed_provision_keeps_its_number(act: Act) -> None:
    assert "1. (được bãi bỏ)" in done(act, structure(act).repeal(at(act, "d2/k1")))


def test_an_edit_made_for_another_text_is_refused(act: Act) -> None:
    step = structure(act).remove(at(act, "d1/k2"))
    assert step is not None
    after = apply_step(act, step)
    with pytest.raises(EditRefused, match="đã khác với lúc sửa"):
        apply_step(after, step)


_ORDERS = (
    "insert_after",
    "join_with_above",
    "demote",
    "promote",
    "move_up",
    "move_down",
    "remove",
    "repeal",
)


@given(
    st.lists(st.tuples(st.sampled_from(_ORDERS), st.integers(0, 30)), max_size=6),
    st.sampled_from(Numbering),
)
def test_any_run_of_steps_is_taken_back_to_the_letter(
    orders: list[tuple[str, int]], numbering: Numbering
) -> None:
    first = now = read_bytes("quy-che.txt", _TEXT.encode()).act
    steps = []
    numbers = count(1)
    for name, place in orders:
        units = list(walk(now.main.units))
        if not units:
            break
        work = Structure(now, numbering, lambda: f"moi{next(numbers)}")
        step = getattr(work, name)(units[place % len(units)].id)
        if step is None:
            continue
        after = apply_step(now, step)
        ids = [unit.id for unit in after.units()]
        assert len(ids) == len(set(ids))
        steps.append(step)
        now = after
    for step in reversed(steps):
        now = apply_step(now, step.inverse)
    assert now == first


@given(
    st.sampled_from(("insert_after", "move_up", "move_down", "remove", "promote", "demote")),
    st.integers(0, 30),
)
def test_counted_anew_the_labels_run_without_gaps(name: str, place: int) -> None:
    now = read_bytes("quy-che.txt", _TEXT.encode()).act
    units = list(walk(now.main.units))
    step = getattr(structure(now), name)(units[place % len(units)].id)
    if step is None:
        return
    after = apply_step(now, step)
    articles = [u.label for u in after.units() if u.kind is UnitKind.ARTICLE]
    assert articles == [str(n) for n in range(1, len(articles) + 1)]
    for unit in after.units():
        clauses = [c.label for c in unit.children if c.kind is UnitKind.CLAUSE]
        assert clauses == [str(n) for n in range(1, len(clauses) + 1)]


@pytest.mark.parametrize(
    ("kind", "before", "taken", "label"),
    [
        (UnitKind.ARTICLE, "14", ["14", "15"], "14a"),
        (UnitKind.ARTICLE, "14a", ["14", "14a", "15"], "14b"),
        (UnitKind.CLAUSE, "3", ["3", "3a"], "3b"),
        (UnitKind.POINT, "đ", ["đ", "e"], "đ1"),
        (UnitKind.POINT, "đ1", ["đ", "đ1", "e"], "đ2"),
    ],
)
def test_labels_in_between(kind: UnitKind, before: str, taken: list[str], label: str) -> None:
    assert label_between(kind, before, taken) == label


def test_roman_numbers() -> None:
    assert [roman(n) for n in (1, 4, 9, 14, 40)] == ["I", "IV", "IX", "XIV", "XL"]
