"""The amendment desk: nothing is decided beforehand, and the counts add up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from quyche_app.domain.addresses import parse_path
from quyche_app.domain.operations import (
    Confidence,
    Consolidation,
    Instruction,
    Occurrence,
    Outcome,
    ReadAmendments,
    State,
    Target,
)
from quyche_app.domain.units import Paragraph
from quyche_app.domain.verbs import Verb
from quyche_app.gui.amendments.state import (
    AmendmentsState,
    Laid,
    _card_words,
    occurrence_line,
    place_words,
)
from quyche_app.gui.compare.marked import marked_texts
from quyche_app.services.views import AmendPlan, Role, Status
from tests.gui import fakes

BASE, RESULT = fakes.act_of(fakes.OLD_TEXT), fakes.act_of(fakes.NEW_TEXT)
KINDS = (
    (State.APPLIED, Confidence.HIGH),
    (State.APPLIED, Confidence.HIGH),
    (State.APPLIED, Confidence.DOUBTFUL),
    (State.FAILED, Confidence.HIGH),
    (State.IGNORED, Confidence.HIGH),
)


def outcome(index: int, state: State, confidence: Confidence) -> Outcome:
    """Give the outcome of an instruction on khoản 1 Điều 1."""
    address = parse_path("d1/k1")
    assert address is not None
    instruction = Instruction(
        index,
        1,
        f"Điều 1 khoản {index + 1}",
        (1, 2),
        "Sửa đổi khoản 1 Điều 1 như sau:",
        Verb.AMEND,
        (Target(address),),
        (Paragraph("1. Hội nghị họp mỗi tháng hai lần."),),
    )
    reason = "Điều 9 không có khoản 4" if state is State.FAILED else ""
    return Outcome(
        instruction, state, confidence, reason, "Sửa đổi khoản 1 Điều 1", ("d1/k1",), ("u3",)
    )


def desk(*, recorded: bool = False) -> AmendmentsState:
    """Give the desk with five instructions: two sure, one doubtful, one failed, one of another text."""
    reading = ReadAmendments(fakes.act_of("Điều 1. Sửa.", "3868-QĐ/TU"), (), (), date(2018, 7, 16))
    outcomes = tuple(outcome(index, *kind) for index, kind in enumerate(KINDS))
    consolidation = Consolidation(BASE, RESULT, (reading,), outcomes, (), ())
    plan = AmendPlan(fakes.document(), None, consolidation, date(2018, 7, 16), recorded, 2)
    comparison = fakes.comparison_of(BASE, RESULT)
    state = AmendmentsState()
    state.take(Laid(plan, marked_texts(comparison), comparison))
    return state


def test_filter_counts_add_up_to_the_total() -> None:
    counts = desk().counts()
    assert counts == {"all": 5, "sure": 2, "doubt": 1, "failed": 1, "ignored": 1}
    assert sum(value for key, value in counts.items() if key != "all") == counts["all"]


def test_nothing_is_accepted_beforehand() -> None:
    state = desk()
    assert not any(card.decision for card in state.all_cards())
    assert not state.can_record
    assert state.left_out() == frozenset(range(5))


def test_accepting_all_takes_the_sure_ones_only_and_says_how_many_are_left() -> None:
    state = desk()
    assert state.accept_all_sure() == (2, 2)
    assert state.left_out() == {2, 3, 4}
    assert state.record_words() == "Ghi bản hợp nhất, còn 2 nội dung"


def test_accepting_goes_on_to_the_next_undecided_one() -> None:
    state = desk()
    state.accept(0)
    assert state.present == 1
    state.accept(1)
    assert state.present == 2


def test_what_cannot_be_applied_cannot_be_accepted_but_skipped() -> None:
    state = desk()
    assert not state.can_accept(3)
    state.skip(3)
    assert state.not_previewed() == {3}
    state.skip(3)
    assert not state.not_previewed()


def test_a_filter_walks_through_its_own_cards_only() -> None:
    state = desk()
    state.filter = "sure"
    assert [card.number for card in state.cards()] == [1, 2]
    assert state.step(1)
    assert not state.step(1)


def test_a_recorded_act_is_read_only() -> None:
    state = desk(recorded=True)
    state.accept(0)
    state.skip(1)
    assert not state.decisions
    assert not state.can_record
    assert [card.decision for card in state.all_cards()][:3] == ["accepted"] * 3


def test_a_failed_card_says_why() -> None:
    card = desk().all_cards()[3]
    assert card.chip == ("không áp dụng được", "bad_err")
    assert card.words == "– Điều 9 không có khoản 4"


def test_base_and_result_show_the_provision_of_the_card() -> None:
    old, new = desk().units_of(0)
    assert old
    assert new[0] == "u3"


def test_the_place_in_the_act_is_written_with_commas() -> None:
    assert place_words("Điều 1 khoản 3 điểm a") == "Điều 1, khoản 3, điểm a"


def test_an_occurrence_shows_old_and_new_words_in_their_sentence() -> None:
    line = occurrence_line(
        Occurrence("u", "d1", "Gửi trước 05 ngày họp.", "Gửi trước 03 ngày họp.")
    )
    forms = {line.text[run.start : run.end]: run.form for run in line.runs}
    assert forms == {"05": "removed", "03": "added"}


def test_the_regulation_named_in_the_title_of_the_act_is_proposed() -> None:
    act = fakes.document(
        "a",
        "3868-QĐ/TU",
        "Quyết định sửa đổi Quy chế ban hành kèm theo 05-QC/TU",
        Role.AMENDING,
        Status.NOT_APPLIED,
        "Chưa áp dụng",
    )
    other = fakes.document("r2", "11-QC/TU", "Quy chế khác")
    state = AmendmentsState()
    state.choose((other, fakes.document("r1"), act), "a")
    assert (state.act, state.regulation) == ("a", "r1")


def test_a_card_quotes_the_paragraph_of_its_own_provision() -> None:
    first = outcome(0, State.APPLIED, Confidence.HIGH)
    quoted = ["2. Chỉ đạo việc xây dựng quy chế.", "2a. Chủ trì các cuộc họp.", "Điều 14a. Họp"]
    for path, wanted in (("d1/k2", 0), ("d1/k2a", 1), ("d14a", 2), ("d1/k7", 0)):
        address = parse_path(path)
        assert address is not None
        changed = replace(
            first,
            instruction=replace(
                first.instruction, targets=(Target(address),), quoted=tuple(map(Paragraph, quoted))
            ),
        )
        assert _card_words(changed) == f"“{quoted[wanted]}”"
