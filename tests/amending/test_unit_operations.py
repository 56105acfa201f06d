"""Amend, repeal and replace provisions: what is written, what raises a doubt, what is refused."""

from __future__ import annotations

import pytest

from quyche_app.amending.account import Ledger
from quyche_app.amending.desk import Desk
from quyche_app.amending.unit_operations import apply_to_units
from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.flow import act_lines
from quyche_app.domain.identities import running_numbers
from quyche_app.domain.operations import Instruction
from quyche_app.domain.units import Paragraph
from quyche_app.domain.verbs import Verb
from tests.amending.at_desk import desk_of, order, told
from tests.making import act, article, clause, component, point

_TEXT = act(
    article(
        "1",
        "Họp",
        clause("1", "Họp giao ban mỗi tuần."),
        clause(
            "2",
            "Tài liệu gồm:",
            point("a", "Báo cáo;"),
            point("b", "Dự thảo."),
            tail=(Paragraph("Gửi trước khi họp chậm nhất ba ngày."),),
        ),
        clause("3", "Văn phòng theo dõi."),
    ),
    article("2", "Cũ", id="a2", repealed=True),
    article("3", "Báo cáo", clause("1", "Hằng tháng.", id="c31"), id="a3"),
)
_ANNEX = component(
    ComponentKind.APPENDIX, article("1", "Biểu", id="pl-1"), label="I", front=(Paragraph("Biểu"),)
)


def at_desk(
    made: Instruction, text: Act = _TEXT, claims: frozenset[str] = frozenset(), **rest: Act
) -> tuple[list[str], Ledger, Desk]:
    desk, ledger = desk_of(text, **rest), Ledger(made)
    apply_to_units(desk, ledger, running_numbers(), claims)
    return act_lines(desk.work.frozen()), ledger, desk


def amended(*paths: str, quoted: tuple[str, ...], **rest: object) -> Instruction:
    return order(Verb.AMEND, *paths, quoted=quoted, **rest)


# -- amend ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made", "line", "doubts"),
    [
        (amended("d1/k1", quoted=("1. Họp hai tuần một lần.",)), "1. Họp hai tuần một lần.", []),
        (
            amended("d1/k1", quoted=("Họp hai tuần một lần.",)),
            "1. Họp hai tuần một lần.",
            [],
        ),
        (
            amended("d1/k2", quoted=("Văn phòng gửi tài liệu qua mạng.",)),
            "2. Văn phòng gửi tài liệu qua mạng.",
            ["wording.no_labels"],
        ),
        (
            amended("d1/k1", quoted=("9. Họp hai tuần một lần.",)),
            "1. Họp hai tuần một lần.",
            ["wording.label_kept"],
        ),
        (amended("d1/k2/đa", quoted=("a) Tờ trình;",)), "a) Tờ trình;", []),
        (amended("d1#heading", quoted=("Điều 1. Hội nghị",)), "Điều 1. Hội nghị", []),
    ],
    ids=[
        "a clause",
        "without its label",
        "with points, without its label",
        "with another label",
        "a point",
        "a heading",
    ],
)
def test_new_wording_takes_the_place_of_the_old(
    made: Instruction, line: str, doubts: list[str]
) -> None:
    lines, ledger, _ = at_desk(made)
    assert line in lines
    assert told(ledger) == ([], doubts)


def test_a_provision_with_all_in_it_is_replaced_and_keeps_the_identities() -> None:
    made = amended("d1/k2", quoted=("2. Tài liệu:", "a) Tờ trình;", "b) Dự thảo;", "c) Phụ lục."))
    _, ledger, desk = at_desk(made)
    new = desk.work.frozen().components[0].units[0].children[1]
    assert [child.id for child in new.children][:2] == ["point-a", "point-b"]
    assert [child.label for child in new.children] == ["a", "b", "c"]
    assert new.id == "clause-2"
    assert ledger.notes == [("clause-2", "unit")]


@pytest.mark.parametrize(
    ("quoted", "doubt"),
    [
        (("2. Tài liệu gồm:",), "wording.without_inside"),
        (("2. Tài liệu:", "b) Dự thảo.", "c) Khác."), "wording.without_child"),
        (("2. Tài liệu:", "a) Như hiện hành;", "b) Mới."), "wording.no_provision"),
        (("2. Tài liệu:", "a) Tờ trình (sửa đổi);", "b) Mới."), "wording.no_provision"),
        (("2. …", "a) Tờ trình;", "b) Mới."), "wording.left_out_kept"),
        (("a) Tờ trình;",), "wording.inside_alone"),
    ],
    ids=[
        "a lead alone",
        "a point left out",
        "as it stands",
        "of the change",
        "dots",
        "inside",
    ],
)
def test_wording_that_may_not_be_all_of_it_is_not_certain(
    quoted: tuple[str, ...], doubt: str
) -> None:
    _, ledger, _ = at_desk(amended("d1/k2", quoted=quoted))
    failures, doubts = told(ledger)
    assert (failures, doubt in doubts) == ([], True)


def test_where_only_some_points_are_quoted_the_others_stay() -> None:
    lines, _, _ = at_desk(amended("d1/k2", quoted=("a) Tờ trình;", "c) Phụ lục.")))
    at = lines.index("2. Tài liệu gồm:")
    assert lines[at + 1 : at + 4] == ["a) Tờ trình;", "b) Dự thảo.", "c) Phụ lục."]


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (order(Verb.AMEND, "d1/k1"), "wording.missing"),
        (amended("d2", quoted=("Điều 2. Mới",)), "target.repealed"),
        (amended("d1/k1", quoted=("1.",)), "wording.label_alone"),
        (amended("d1/k1", quoted=("1. Họp giao ban mỗi tuần.",)), "outcome.already_so"),
        (amended("d1/k8", quoted=("8. Mới.",)), "target.nearest"),
        (amended("d1/k1", "d1/k3", quoted=("Mới.",)), "wording.not_of_place"),
        (amended("plI#tail", quoted=("Mới.",)), "slot.not_amended"),
        (amended("*#title", quoted=("Mới",)), "slot.no_title"),
    ],
    ids=["nothing", "repealed", "a label", "the same", "missing", "of two", "annex", "title"],
)
def test_what_cannot_be_amended_is_refused(made: Instruction, code: str) -> None:
    lines, ledger, _ = at_desk(made)
    assert set(told(ledger)[0]) == {code}
    assert (lines, ledger.changed) == (act_lines(_TEXT), [])


def test_the_one_quoted_clause_that_nobody_claims_is_that_of_the_one_target_left() -> None:
    lines, ledger, _ = at_desk(
        amended("d1/k1", "d1/k3", quoted=("1. Mới một.", "2. Mới ba.")), _TEXT
    )
    assert ("1. Mới một." in lines, "3. Mới ba." in lines) == (True, True)
    assert told(ledger) == ([], ["wording.label_kept"])


def test_quoted_provisions_that_are_not_named_are_told() -> None:
    lines, ledger, _ = at_desk(amended("d1/k1", quoted=("1. Một mới.", "3. Ba mới.", "4. Bốn.")))
    assert [line[0] for line in lines[1:]][:6] == ["1", "2", "a", "b", "G", "3"]
    assert ("3. Ba mới." in lines, "4. Bốn." in lines) == (True, True)
    assert told(ledger) == ([], ["wording.unnamed", "wording.unnamed_inserted"])


def test_what_another_order_of_the_quotation_claims_is_left_to_it() -> None:
    made = amended("d1/k1", quoted=("1. Một mới.", "3. Ba mới."))
    lines, ledger, _ = at_desk(made, claims=frozenset({"d1/k3"}))
    assert "3. Văn phòng theo dõi." in lines
    assert told(ledger) == ([], [])


def test_a_quoted_unit_of_another_kind_is_told_as_unused() -> None:
    made = amended("d1/k2/đa", quoted=("a) Tờ trình;", "3. Ba mới."))
    lines, ledger, _ = at_desk(made)
    assert "3. Văn phòng theo dõi." in lines
    assert told(ledger) == ([], ["wording.unused"])


@pytest.mark.parametrize(
    ("further", "doubts", "count"),
    [
        ("Gửi trước khi họp chậm nhất năm ngày.", ["wording.tail_replaced"], 0),
        ("Một đoạn khác hẳn.", ["wording.tail_of_whom"], 1),
    ],
    ids=["begins alike", "is another"],
)
def test_a_paragraph_behind_the_last_point_may_be_its_own(
    further: str, doubts: list[str], count: int
) -> None:
    lines, ledger, _ = at_desk(amended("d1/k2/đb", quoted=("b) Dự thảo mới.", further)))
    assert (lines.count("Gửi trước khi họp chậm nhất ba ngày."), lines.count(further)) == (count, 1)
    assert told(ledger) == ([], doubts)


def test_two_orders_of_an_act_do_not_word_one_clause_twice() -> None:
    desk = desk_of(_TEXT)
    first, second = (Ledger(amended("d1/k1", quoted=(f"1. Bản {n}.",))) for n in (1, 2))
    for ledger in (first, second):
        apply_to_units(desk, ledger, running_numbers(), frozenset())
    assert told(first) == ([], ["clash.another_wording"])
    assert told(second)[0] == ["clash.amended_by_another"]
    assert "1. Bản 1." in act_lines(desk.work.frozen())


# -- repeal -----------------------------------------------------------------------------------------


def test_a_repealed_provision_keeps_its_label_and_nothing_in_it() -> None:
    lines, ledger, desk = at_desk(order(Verb.REPEAL, "d1/k2", "d3"))
    new = desk.work.frozen().components[0]
    assert [u.repealed for u in new.units] == [False, True, True]
    clause_2 = new.units[0].children[1]
    assert (clause_2.repealed, clause_2.lead, clause_2.children, clause_2.tail) == (
        True,
        (),
        (),
        (),
    )
    assert not any("Dự thảo" in line or "Gửi trước" in line for line in lines)
    assert ledger.notes == [("clause-2", "repeal"), ("a3", "repeal")]
    assert {"clause-2", "point-a", "point-b"} <= desk.rewritten
    assert "point-a" not in desk.work.by_id


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (order(Verb.REPEAL, "d2"), "target.repealed"),
        (order(Verb.REPEAL, "d8"), "target.nearest"),
        (order(Verb.REPEAL, "plI"), "target.missing"),
        (order(Verb.REPEAL, "plI#tail"), "slot.not_removed"),
    ],
    ids=["already", "missing", "no annex", "a part of an annex"],
)
def test_what_cannot_be_repealed_is_refused(made: Instruction, code: str) -> None:
    lines, ledger, _ = at_desk(made)
    assert (told(ledger)[0], ledger.changed) == ([code], [])
    assert lines == act_lines(_TEXT)


def test_one_slot_of_a_provision_can_be_taken_away() -> None:
    lines, ledger, _ = at_desk(order(Verb.REPEAL, "d1/k2#tail"))
    assert "Gửi trước khi họp chậm nhất ba ngày." not in lines
    assert ("a) Báo cáo;" in lines, told(ledger)[0]) == (True, [])


# -- replace, and appendices ------------------------------------------------------------------------


def with_annex() -> Act:
    return Act(components=(*_TEXT.components, _ANNEX))


def test_an_appendix_is_replaced_by_the_one_attached_or_quoted_and_repealed() -> None:
    attached = Act(
        components=(component(ComponentKind.APPENDIX, article("1", "Biểu mới"), label="I"),)
    )
    for made, words in (
        (order(Verb.REPLACE, "plI"), "Điều 1. Biểu mới"),
        (amended("plI", quoted=("PHỤ LỤC I", "Bảng mới")), "Bảng mới"),
        (order(Verb.REPLACE, "plI", quoted=("PHỤ LỤC I", "Bảng mới")), "Bảng mới"),
    ):
        lines, ledger, _ = at_desk(made, with_annex(), amending=attached)
        assert (words in lines, told(ledger)) == (True, ([], []))
        assert "Điều 1. Biểu" not in lines
    _, ledger, desk = at_desk(order(Verb.REPEAL, "plI"), with_annex())
    assert (desk.work.frozen().components[1].repealed, told(ledger)) == (True, ([], []))


def test_a_clause_is_not_replaced_without_new_words() -> None:
    for path in ("d1/k1", "plI#tail"):
        lines, ledger, _ = at_desk(order(Verb.REPLACE, path), with_annex())
        assert told(ledger) == (["wording.none_of_place"], [])
        assert lines == act_lines(with_annex())


def test_orders_for_words_are_carried_out_elsewhere() -> None:
    with pytest.raises(AssertionError):
        at_desk(order(Verb.REPLACE_WORDS, "d1"))


@pytest.mark.parametrize("verb", [Verb.RENUMBER, Verb.SPLIT, Verb.MERGE, Verb.INSERT, Verb.MOVE])
def test_every_other_verb_has_its_door(verb: Verb) -> None:
    """An order without what it needs gets a reason, and no change."""
    lines, ledger, _ = at_desk(order(verb, "d1/k1"))
    assert len(told(ledger)[0]) == 1
    assert lines == act_lines(_TEXT)
