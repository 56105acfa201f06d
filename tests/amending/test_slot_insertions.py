"""Words, sentences, dashes and paragraphs that are added to a provision."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quyche_app.amending.account import Ledger
from quyche_app.amending.slot_insertions import insert_at_end
from quyche_app.amending.wording import parse_wording
from quyche_app.domain.flow import unit_lines
from quyche_app.domain.identities import running_numbers
from quyche_app.domain.operations import Position
from quyche_app.domain.units import Unit
from tests.amending.at_desk import codes
from tests.amending.test_slots import opened, order
from tests.making import clause, point


@pytest.mark.parametrize(
    ("unit", "slot", "quoted", "lines"),
    [
        (clause("1", "A."), "tail", ["Thêm."], ["1. A.", "Thêm."]),
        (clause("1", "A:", point("a", "B.")), "tail", ["Thêm."], ["1. A:", "a) B.", "Thêm."]),
        (clause("1", "A:", point("a", "B.")), "tail", ["b) C."], ["1. A:", "a) B.", "b) C."]),
        (clause("1", "A:", point("b", "B.")), "tail", ["a) C."], ["1. A:", "a) C.", "b) B."]),
        (clause("1", "Họp tuần."), "tail", ["… và họp tháng."], ["1. Họp tuần và họp tháng."]),
        (clause("1", "Họp tuần."), "tail", ["... Họp tháng."], ["1. Họp tuần. Họp tháng."]),
        (clause("1", lead=()), "lead", ["Đầu."], ["1. Đầu."]),
        (clause("1", "A."), "tail", ["1. Thêm."], ["1. A.", "Thêm."]),
    ],
    ids=[
        "a paragraph",
        "behind the points",
        "a point",
        "a point in its order",
        "the sentence goes on",
        "a further sentence",
        "a lead where none is",
        "its own number is left out",
    ],
)
def test_words_are_added_at_an_end(
    unit: Unit, slot: str, quoted: list[str], lines: list[str]
) -> None:
    work, changed = opened(unit)
    made = order(*quoted)
    ledger = Ledger(made)
    insert_at_end(changed, slot, parse_wording(made, running_numbers()), made, ledger, work)
    assert unit_lines(changed.frozen()) == lines
    assert ledger.failures == []
    assert ledger.changed


def added(
    unit: Unit, slot: str, *quoted: str, side: str = "", source_text: str = ""
) -> tuple[list[str], Ledger]:
    work, changed = opened(unit)
    made = replace(order(*quoted), source_text=source_text)
    if side:
        made = replace(made, position=Position(side))
    ledger = Ledger(made)
    insert_at_end(changed, slot, parse_wording(made, running_numbers()), made, ledger, work)
    return unit_lines(changed.frozen()), ledger


def test_a_sentence_at_the_start_goes_into_the_first_paragraph() -> None:
    lines, ledger = added(
        clause("1", "A."), "lead", "Đầu.", side="start", source_text="đầu khoản 1 câu: “Đầu.”"
    )
    assert lines == ["1. Đầu. A."]
    assert ledger.doubts == []


def test_a_paragraph_at_the_start_stands_before_the_first() -> None:
    lines, _ = added(clause("1", "A."), "lead", "Đầu.", side="start", source_text="đoạn: “Đầu.”")
    assert lines == ["1. Đầu.", "A."]


def test_a_lead_that_is_there_is_not_added_again() -> None:
    lines, ledger = added(clause("1", "A."), "lead", "Đầu.")
    assert lines == ["1. A."]
    assert len(ledger.failures) == 1


@pytest.mark.parametrize(
    ("slot", "side", "words"),
    [
        ("sentence:1", "after", "1. A. Mới. B."),
        ("sentence:2", "before", "1. A. Mới. B."),
        ("sentence:3", "", "1. A. B. Mới."),
    ],
)
def test_a_sentence_goes_beside_the_one_named(slot: str, side: str, words: str) -> None:
    lines, ledger = added(clause("1", "A. B."), slot, "Mới.", side=side)
    assert lines == [words]
    assert (ledger.failures, ledger.doubts) == ([], [])


def test_a_sentence_of_a_number_that_is_there_is_doubted_and_one_beyond_fails() -> None:
    assert codes(added(clause("1", "A. B."), "sentence:2", "Mới.")[1].doubts) == [
        "slot.sentence_there"
    ]
    _, ledger = added(clause("1", "A. B."), "sentence:9", "Mới.", side="after")
    assert codes(ledger.failures) == ["slot.no_sentence"]


def test_words_that_go_on_behind_points_are_doubted() -> None:
    unit = clause("1", "A:", point("a", "B."))
    _, ledger = added(unit, "tail", "và họp tháng.", source_text="vào cuối khoản 1")
    assert codes(ledger.doubts) == ["slot.end_of_points"]


def test_words_without_a_place_are_doubted() -> None:
    assert codes(added(clause("1", "A."), "tail", "mỗi quý")[1].doubts) == ["slot.without_place"]


def test_nothing_is_put_beside_a_dash_without_words() -> None:
    lines, ledger = added(clause("1", "Gồm:\n- A;"), "paragraph:1", side="after")
    assert codes(ledger.failures) == ["wording.missing"]
    assert ledger.changed == []
    assert lines[:1] == ["1. Gồm:"]
