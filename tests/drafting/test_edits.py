"""Edits: carried out, taken back, refused by another text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quyche_app.domain.acts import Act
from quyche_app.domain.flow import act_lines
from quyche_app.domain.units import Paragraph, Unit
from quyche_app.drafting.edits import (
    Edit,
    EditRefused,
    Frame,
    Splice,
    Step,
    Words,
    apply_edit,
    apply_step,
    changed_end,
    find_unit,
    joined_edits,
    own_frame,
    own_words,
    path_of,
    reworded_at,
    unit_at,
)
from quyche_app.drafting.policy import Numbering, PolicyChange
from quyche_app.drafting.spots import Spot
from tests.drafting.made import SAID, new_act, rewording, unit_of
from tests.making import article, clause

ACT = new_act()
BODY = ACT.components[0]
NEW_FRAME = replace(own_frame(BODY), front=(Paragraph("QUY CHẾ"),))
ADDED = clause("3", "Lời mới.")
EDITS: dict[str, tuple[Edit, list[str]]] = {
    "words of a clause": (
        rewording(ACT, "clause-2", "Lời khác."),
        ["Điều 1. Họp", "1. Lời một.", "2. Lời khác.", "Điều 2. Hồ sơ", "1. Lời ba."],
    ),
    "words of an article keep its children": (
        rewording(ACT, "article-1", "Đầu."),
        ["Điều 1. Họp", "Đầu.", "1. Lời một.", "2. Lời hai.", "Điều 2. Hồ sơ", "1. Lời ba."],
    ),
    "a clause more": (
        Splice("article-1", 2, (), (ADDED,)),
        ["Điều 1. Họp", "1. Lời một.", "2. Lời hai.", "3. Lời mới.", "Điều 2. Hồ sơ", "1. Lời ba."],
    ),
    "a clause for another": (
        Splice("article-1", 0, (unit_of(ACT, "clause-1"),), (ADDED,)),
        ["Điều 1. Họp", "3. Lời mới.", "2. Lời hai.", "Điều 2. Hồ sơ", "1. Lời ba."],
    ),
    "an article less": (
        Splice(BODY.id, 1, (unit_of(ACT, "article-2"),), ()),
        ["Điều 1. Họp", "1. Lời một.", "2. Lời hai."],
    ),
    "the head": (Frame(BODY.id, own_frame(BODY), NEW_FRAME), ["QUY CHẾ", *act_lines(ACT)]),
}
each_edit = pytest.mark.parametrize(("edit", "lines"), EDITS.values(), ids=EDITS.keys())


@each_edit
def test_an_edit_and_the_one_that_takes_it_back(edit: Edit, lines: list[str]) -> None:
    after = apply_edit(ACT, edit)
    assert act_lines(after) == lines
    assert apply_edit(after, edit.inverse) == ACT
    assert apply_step(ACT, Step(SAID, (edit,))) == after


# A clause more says nothing of what must be there.
@pytest.mark.parametrize(
    "edit",
    [edit for name, (edit, _) in EDITS.items() if name != "a clause more"],
    ids=[name for name in EDITS if name != "a clause more"],
)
def test_an_edit_is_refused_by_a_text_that_has_it_already(edit: Edit) -> None:
    after = apply_edit(ACT, edit)
    with pytest.raises(EditRefused) as refused:
        apply_edit(after, edit)
    assert refused.value.code == "QC-D001"


@pytest.mark.parametrize(
    "edit",
    [
        replace(rewording(ACT, "clause-1", "x"), unit_id="khác"),
        Splice("khác", 0, (), (ADDED,)),
        Frame("khác", own_frame(BODY), NEW_FRAME),
        Splice("article-1", 1, (unit_of(ACT, "clause-1"),), ()),
        Splice("article-1", 1, (unit_of(ACT, "clause-2"), ADDED), ()),
    ],
    ids=[
        "no such unit",
        "no such parent",
        "no such component",
        "another place",
        "more than there are",
    ],
)
def test_what_is_not_there_is_refused(edit: Edit) -> None:
    with pytest.raises(EditRefused):
        apply_edit(ACT, edit)


def test_words_of_many_provisions_are_one_step() -> None:
    ids = ("clause-1", "article-2", "c3")
    edits = tuple(rewording(ACT, one, "Mới.") for one in ids)
    step = Step(SAID, edits)
    after = apply_step(ACT, step)
    assert [unit_of(after, one).lead for one in ids] == [(Paragraph("Mới."),)] * 3
    assert unit_of(after, "clause-2") is unit_of(ACT, "clause-2")
    assert apply_step(after, step.inverse) == ACT


def test_one_provision_may_be_reworded_twice_in_a_step() -> None:
    first = rewording(ACT, "clause-1", "a")
    second = Words("clause-1", first.new, rewording(ACT, "clause-1", "b").new)
    other = rewording(ACT, "c3", "c")
    after = apply_step(ACT, Step(SAID, (first, other, second)))
    assert unit_of(after, "clause-1").lead == (Paragraph("b"),)


@pytest.mark.parametrize("bad", ["khác", "clause-1"], ids=["no such unit", "other words"])
def test_a_step_of_which_one_edit_does_not_fit_is_refused(bad: str) -> None:
    wrong = Words(bad, clause("9"), clause("9", "x"))
    with pytest.raises(EditRefused):
        apply_step(ACT, Step(SAID, (rewording(ACT, "clause-2", "x"), wrong)))


def test_edits_of_a_step_see_what_those_before_did() -> None:
    put = Splice("article-1", 2, (), (ADDED,))
    said = Words(ADDED.id, own_words(ADDED), own_words(clause("3", "Khác.")))
    taken = Splice("article-1", 0, (unit_of(ACT, "clause-1"),), ())
    step = Step(SAID, (put, said, taken))
    after = apply_step(ACT, step)
    assert act_lines(after)[:3] == ["Điều 1. Họp", "2. Lời hai.", "3. Khác."]
    assert apply_step(after, step.inverse) == ACT


def test_a_step_taken_back_goes_the_other_way_in_all() -> None:
    policy = PolicyChange(Numbering.RECOUNT, Numbering.FROZEN)
    before, after = Spot("a", "lead", 0, 1), Spot("b", "lead", 0, 2)
    edits = tuple(rewording(ACT, one, "x") for one in ("clause-1", "clause-2"))
    back = Step(SAID, edits, "u", policy, before, after).inverse
    assert [edit.unit_id for edit in back.edits if isinstance(edit, Words)] == [
        "clause-2",
        "clause-1",
    ]
    assert (back.said, back.focus, back.policy) == (SAID, "u", policy.inverse)
    assert (back.caret_before, back.caret_after) == (after, before)
    assert back.name == "sửa thử"


def words_of(heading: str | None, lead: tuple[str, ...], tail: tuple[str, ...] = ()) -> Unit:
    return article(
        "1", heading, lead=tuple(map(Paragraph, lead)), tail=tuple(map(Paragraph, tail)), id="u"
    )


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (words_of("Họp", ()), words_of("Họp lại", ()), ("heading", 0, 7)),
        (words_of("Họp", ("một hai",)), words_of("Họp", ("một ba hai",)), ("lead", 0, 6)),
        (words_of("Họp", ("a", "b")), words_of("Họp", ("a", "bc")), ("lead", 1, 2)),
        (words_of("Họp", (), ("x",)), words_of("Họp", (), ("",)), ("tail", 0, 0)),
        (words_of("Họp", ("aaaa",)), words_of("Họp", ("aaa",)), ("lead", 0, 3)),
        (words_of(None, ("a",)), words_of("", ("a",)), None),
        (words_of("Họp", ("a",)), words_of("Họp", ("a", "b")), None),
    ],
    ids=[
        "name",
        "inside",
        "second",
        "taken away",
        "one of many alike",
        "same words",
        "more of them",
    ],
)
def test_the_caret_stands_where_the_new_words_end(
    old: Unit, new: Unit, place: tuple[str, int, int] | None
) -> None:
    assert changed_end(Words("u", old, new)) == (Spot("u", *place) if place is not None else None)


@pytest.mark.parametrize(
    ("unit_id", "path"),
    [("article-1", (0, 0)), ("clause-2", (0, 0, 1)), ("c3", (0, 1, 0)), ("khác", None)],
)
def test_where_a_provision_lies(unit_id: str, path: tuple[int, ...] | None) -> None:
    assert path_of(ACT, unit_id) == path
    found = find_unit(ACT, unit_id)
    assert (found.id if found is not None else None) == (unit_id if path is not None else None)
    assert path is None or unit_at(ACT, path) is found


@pytest.mark.parametrize("unit_id", ["article-2", "clause-2", "c3"])
def test_words_at_a_known_place_are_changed_as_if_they_were_looked_for(unit_id: str) -> None:
    edit = rewording(ACT, unit_id, "x")
    path = path_of(ACT, unit_id)
    assert path is not None
    assert reworded_at(ACT, path, edit) == apply_edit(ACT, edit)


def test_another_provision_at_a_known_place_is_refused() -> None:
    with pytest.raises(EditRefused):
        reworded_at(ACT, (0, 0, 0), rewording(ACT, "clause-2", "x"))
    with pytest.raises(EditRefused):
        reworded_at(ACT, (0, 0, 1), rewording(ACT, "clause-2", "x").inverse)


def test_two_edits_of_the_same_words_are_one() -> None:
    first = rewording(ACT, "clause-1", "a")
    second = Words("clause-1", first.new, rewording(ACT, "clause-1", "b").new)
    assert joined_edits(first, second) == Words("clause-1", first.old, second.new)
    one = Frame(BODY.id, own_frame(BODY), NEW_FRAME)
    assert joined_edits(one, one.inverse) == Frame(BODY.id, one.old, one.old)


@pytest.mark.parametrize(
    "later",
    [
        rewording(ACT, "clause-1", "b"),
        rewording(ACT, "clause-2", "b"),
        Frame(BODY.id, own_frame(BODY), NEW_FRAME),
    ],
    ids=["another beginning", "another provision", "a head"],
)
def test_edits_that_do_not_follow_each_other_are_not_joined(later: Words | Frame) -> None:
    with pytest.raises(EditRefused):
        joined_edits(rewording(ACT, "clause-1", "a"), later)


def test_edits_leave_the_text_before_as_it_was() -> None:
    kept: Act = new_act()
    for edit, _ in EDITS.values():
        apply_edit(kept, edit)
    assert kept == new_act()
