"""A draft with its undo stack, and its steps as records."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from quyche_app.domain.acts import Act
from quyche_app.domain.flow import act_lines
from quyche_app.domain.units import Paragraph, Unit, walk
from quyche_app.drafting.draft import Draft
from quyche_app.drafting.edits import Step, apply_step, own_words
from quyche_app.drafting.policy import Numbering, PolicyChange
from quyche_app.drafting.records import decode_step, encode_step
from quyche_app.drafting.structure import Structure
from quyche_app.reading.files import read_bytes

_TEXT = """QUY CHẾ
Điều 1. Phạm vi
1. Văn phòng họp hằng tuần.
2. Tài liệu gửi trước; xem khoản 1 Điều này.
Điều 2. Họp
Văn phòng họp:
a) Thứ hai;
b) Thứ sáu.
"""


def new_act() -> Act:
    return read_bytes("quy-che.txt", _TEXT.encode()).act


def typed(draft: Draft, unit: Unit, words: str) -> None:
    """Type letter by letter at the end of a provision's first paragraph."""
    for letter in words:
        now = own_words(draft.unit(unit.id))
        first = now.lead[0]
        assert isinstance(first, Paragraph)
        draft.type_words(
            replace(now, lead=(replace(first, text=first.text + letter), *now.lead[1:]))
        )


def clause(draft: Draft, place: int) -> Unit:
    return [u for u in walk(draft.act.main.units) if u.label and u.lead][place]


def test_typing_in_one_place_is_one_step_with_a_name() -> None:
    draft = Draft(new_act())
    typed(draft, clause(draft, 0), " Ngoài ra.")
    assert draft.undo_name == "gõ chữ tại khoản 1 Điều 1"
    assert len(draft.done) == 1
    draft.undo()
    assert draft.act == new_act()
    draft.redo()
    assert "1. Văn phòng họp hằng tuần. Ngoài ra." in act_lines(draft.act)


def test_typing_elsewhere_or_after_a_pause_is_another_step() -> None:
    draft = Draft(new_act())
    typed(draft, clause(draft, 0), "a")
    typed(draft, clause(draft, 1), "b")
    draft.end_burst()
    typed(draft, clause(draft, 1), "c")
    assert [step.name for step in draft.done] == [
        "gõ chữ tại khoản 1 Điều 1",
        "gõ chữ tại khoản 2 Điều 1",
        "gõ chữ tại khoản 2 Điều 1",
    ]


def test_something_new_takes_away_what_could_be_done_again() -> None:
    draft = Draft(new_act())
    typed(draft, clause(draft, 0), "a")
    draft.undo()
    assert draft.redo_name
    typed(draft, clause(draft, 1), "b")
    assert draft.redo() is None


def test_a_cut_line_of_the_journal_is_no_step() -> None:
    draft = Draft(new_act())
    typed(draft, clause(draft, 0), "a")
    line = encode_step(draft.done[0])
    assert decode_step(line) == draft.done[0]
    with pytest.raises(ValueError, match=r"Unterminated|Expecting|no step"):
        decode_step(line[: len(line) // 2])


class Editing(RuleBasedStateMachine):
    """Random edits, undo and redo: the steps that were heard, replayed from the beginning, give the
    text on the screen; taking everything back gives the first text."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.draft = Draft(new_act())
        self.draft.heard.append(lambda step: self.lines.append(encode_step(step)))
        self.numbers = count(1)

    @rule(place=st.integers(0, 20), words=st.sampled_from(["ư", " Telex", "."]))
    def type_words(self, place: int, words: str) -> None:
        units = [
            u
            for u in walk(self.draft.act.main.units)
            if u.lead and isinstance(u.lead[0], Paragraph)
        ]
        if units:
            typed(self.draft, units[place % len(units)], words)

    @rule(
        place=st.integers(0, 20),
        numbering=st.sampled_from(Numbering),
        name=st.sampled_from(
            [
                "insert_after",
                "join_with_above",
                "demote",
                "promote",
                "move_down",
                "remove",
                "repeal",
            ]
        ),
    )
    def change_structure(self, place: int, numbering: Numbering, name: str) -> None:
        units = list(walk(self.draft.act.main.units))
        if not units:
            return
        work = Structure(self.draft.act, numbering, lambda: f"moi{next(self.numbers)}")
        step: Step | None = getattr(work, name)(units[place % len(units)].id)
        if step is not None:
            self.draft.do(step)

    @rule()
    def undo(self) -> None:
        self.draft.undo()

    @rule()
    def redo(self) -> None:
        self.draft.redo()

    @precondition(lambda self: len(self.lines) % 5 == 4)
    @invariant()
    def the_journal_gives_the_text_again(self) -> None:
        act = new_act()
        for line in self.lines:
            act = apply_step(act, decode_step(line))
        assert act == self.draft.act

    def teardown(self) -> None:
        while self.draft.undo() is not None:
            pass
        assert self.draft.act == new_act()


TestEditing = Editing.TestCase


@given(st.text(max_size=30))
def test_any_words_survive_the_journal(words: str) -> None:
    act = new_act()
    unit = act.main.units[0].children[0]
    new = replace(own_words(unit), lead=(Paragraph(words),))
    draft = Draft(act)
    draft.type_words(new)
    for step in draft.done:
        assert decode_step(encode_step(step)) == step


def test_a_step_that_changes_how_labels_follow_gives_that_back_too() -> None:
    draft = Draft(new_act())
    policy = PolicyChange(Numbering.FROZEN, Numbering.RECOUNT)
    unit = clause(draft, 0)
    work = Structure(draft.act, Numbering.FROZEN, iter(map(str, count())).__next__)
    step = work.insert_after(unit.id)
    assert step is not None
    step = replace(step, policy=policy)
    assert decode_step(encode_step(step)) == step
    draft.do(step)
    taken_back = draft.undo()
    assert taken_back is not None
    assert taken_back.policy == PolicyChange(Numbering.RECOUNT, Numbering.FROZEN)
    done_again = draft.redo()
    assert done_again is not None
    assert done_again.policy == policy
