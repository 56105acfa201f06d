"""Carrying out a journal again, with a gap where a line cannot be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quyche_app.domain.acts import Act
from quyche_app.domain.flow import act_lines
from quyche_app.domain.units import Paragraph
from quyche_app.drafting.edits import Edit, Frame, Splice, Step, Words, own_frame
from quyche_app.drafting.replaying import Replay
from tests.drafting.made import SAID, new_act, rewording, unit_of
from tests.making import clause

ACT = new_act()
BODY = ACT.components[0]
MISSED = rewording(ACT, "clause-1", "Đã mất.")  # the step that the journal no longer holds
LATER = Words("clause-1", MISSED.new, rewording(ACT, "clause-1", "Sau cùng.").new)
GONE = Splice("article-1", 0, (unit_of(ACT, "clause-1"),), ())


def replayed(*edits: Edit, is_sure: bool = True, act: Act = ACT) -> Replay:
    made = Replay(act, is_sure)
    for edit in edits:
        made.carry_out(Step(SAID, (edit,)))
    return made


def test_steps_that_fit_are_carried_out_as_they_are() -> None:
    made = replayed(MISSED, LATER)
    assert act_lines(made.act)[1] == "1. Sau cùng."
    assert [step.edits for step in made.steps] == [(MISSED,), (LATER,)]
    assert made.left_out == 0


def test_words_behind_a_gap_are_put_in_place_of_what_stands_there() -> None:
    made = replayed(LATER)
    assert act_lines(made.act)[1] == "1. Sau cùng."
    (step,) = made.steps
    assert step.edits == (Words("clause-1", MISSED.old, LATER.new),)
    made.skip()
    assert made.left_out == 1


@pytest.mark.parametrize(
    ("edits", "left_out", "line"),
    [
        ((LATER,), 1, "1. Lời một."),
        ((MISSED, rewording(ACT, "clause-1", "Khác.")), 0, "1. Khác."),
        ((MISSED, Words("clause-2", LATER.old, LATER.new)), 1, "1. Đã mất."),
    ],
    ids=["never written here", "written by a step before", "another provision"],
)
def test_on_a_text_that_may_be_another_nothing_of_it_is_written_over(
    edits: tuple[Edit, ...], left_out: int, line: str
) -> None:
    made = replayed(*edits, is_sure=False)
    assert (made.left_out, act_lines(made.act)[1]) == (left_out, line)


def test_what_was_put_in_again_may_be_written_over() -> None:
    added = clause("9", "Mới.")
    put = Splice("article-1", 0, (), (added,))
    lost = clause("9", "Đã mất.")
    later = Words(added.id, lost, clause("9", "Sau cùng."))
    made = replayed(put, later, is_sure=False)
    assert (made.left_out, act_lines(made.act)[1]) == (0, "9. Sau cùng.")


@pytest.mark.parametrize(
    ("edit", "lines"),
    [
        (replace(GONE, at=5), ["Điều 1. Họp", "2. Lời hai."]),
        (
            Splice("article-1", 9, (), (clause("3", "Mới."),)),
            ["Điều 1. Họp", "1. Lời một.", "2. Lời hai.", "3. Mới."],
        ),
        (
            Splice("article-1", 1, (replace(unit_of(ACT, "clause-2"), lead=()),), ()),
            ["Điều 1. Họp", "1. Lời một."],
        ),
        (
            Splice(BODY.id, 3, (unit_of(ACT, "article-1"),), ()),
            [],
        ),
    ],
    ids=["elsewhere now", "behind the last", "with other words", "of the component"],
)
def test_siblings_are_known_by_their_identities(edit: Splice, lines: list[str]) -> None:
    made = replayed(edit)
    assert made.left_out == 0
    assert act_lines(made.act) == [*lines, "Điều 2. Hồ sơ", "1. Lời ba."]


@pytest.mark.parametrize(
    "edit",
    [
        Words("khác", MISSED.old, MISSED.new),
        Splice("khác", 0, (), (clause("3"),)),
        Splice("article-1", 0, (clause("7"),), ()),
        Splice("article-1", 0, (unit_of(ACT, "clause-2"), unit_of(ACT, "clause-1")), ()),
        Splice("article-2", 0, (), (unit_of(ACT, "clause-1"),)),
        Frame("khác", own_frame(BODY), own_frame(BODY)),
    ],
    ids=["no unit", "no parent", "no sibling", "not together", "twice in the text", "no component"],
)
def test_a_step_without_a_place_is_left_out(edit: Edit) -> None:
    made = replayed(edit)
    assert (made.act, made.steps, made.left_out) == (ACT, [], 1)


def test_a_head_behind_a_gap_is_put_in_place() -> None:
    lost = replace(own_frame(BODY), front=(Paragraph("Đã mất"),))
    new = replace(lost, front=(Paragraph("QUY CHẾ"),))
    assert act_lines(replayed(Frame(BODY.id, lost, new)).act)[0] == "QUY CHẾ"
    assert replayed(Frame(BODY.id, lost, new), is_sure=False).left_out == 1


def test_a_step_of_which_one_edit_has_no_place_is_left_out_as_a_whole() -> None:
    made = Replay(ACT)
    made.carry_out(Step(SAID, (LATER, Words("khác", MISSED.old, MISSED.new))))
    assert (made.act, made.left_out) == (ACT, 1)
