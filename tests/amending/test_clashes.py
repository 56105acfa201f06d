"""Orders of one act that speak against each other (docs/field.md 4.10)."""

from __future__ import annotations

import pytest

from quyche_app.amending.account import Ledger
from quyche_app.amending.clashes import look_for_clashes
from quyche_app.amending.targets import TargetFinder
from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.operations import Instruction
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.verbs import Verb
from tests.amending.at_desk import order, target, told
from tests.making import article, clause, component

_TEXT = Act(
    kind="Quy chế",
    components=(
        component(
            ComponentKind.BODY,
            article("1", "Họp", clause("1", "Họp tháng."), clause("2", "Họp quý.")),
            article("2", "Báo cáo", clause("1", "Báo cáo tháng."), clause("2", "Báo cáo quý.")),
        ),
    ),
)


def looked_at(*orders: Instruction) -> list[tuple[list[str], list[str]]]:
    """Give the codes of the failures and of the doubts of each order."""
    ledgers = [Ledger(one) for one in orders]
    look_for_clashes(ledgers, TargetFinder(TreeIndex(_TEXT), ""))
    return [told(one) for one in ledgers]


_CLEAN: tuple[list[str], list[str]] = ([], [])
_DOUBTED: tuple[list[str], list[str]] = ([], ["clash.repealed_and_worded"])
_REPEALED = order(Verb.REPEAL, "d1/k2")


def test_two_wordings_of_one_provision_are_not_carried_out() -> None:
    first = order(Verb.AMEND, "d1/k1", quoted=("1. Họp tuần.",))
    second = order(Verb.AMEND, "d1/k1", quoted=("1. Họp năm.",))
    assert looked_at(first, second) == [(["clash.two_wordings"], [])] * 2
    assert looked_at(first, first) == [_CLEAN] * 2


def test_a_part_that_the_new_whole_words_otherwise_is_doubtful() -> None:
    whole = order(Verb.AMEND, "d1", quoted=("Điều 1. Họp", "1. Họp tuần.", "2. Họp quý."))
    other = order(Verb.AMEND, "d1/k1", quoted=("1. Họp năm.",))
    same = order(Verb.AMEND, "d1/k1", quoted=("1. Họp tuần.",))
    elsewhere = order(Verb.AMEND, "d2/k1", quoted=("1. Báo cáo năm.",))
    assert looked_at(whole, other) == [([], ["clash.part_and_whole"])] * 2
    assert looked_at(whole, same) == [_CLEAN] * 2
    assert looked_at(whole, elsewhere) == [_CLEAN] * 2


def test_a_sentence_worded_beside_its_clause_is_doubtful() -> None:
    whole = order(Verb.AMEND, "d1/k1", quoted=("1. Họp tuần.",))
    part = order(Verb.AMEND, "d1/k1#sentence:1", quoted=("Họp năm.",), slot="sentence:1")
    assert looked_at(whole, part) == [([], ["clash.part_and_whole"])] * 2


@pytest.mark.parametrize("verb", [Verb.RENUMBER, Verb.MOVE])
def test_a_number_that_is_left_is_not_worded_in_the_same_act(verb: Verb) -> None:
    moved = order(verb, "d1/k2", results=("d1/k3",))
    for other in (order(Verb.REPEAL, "d1/k2"), order(Verb.AMEND, "d1/k2", quoted=("2. Họp năm.",))):
        assert looked_at(moved, other) == [_CLEAN, (["clash.number_left"], [])]
    unlabelled = order(Verb.AMEND, "d1/k2", quoted=("Họp năm.",))
    assert looked_at(moved, unlabelled) == [_CLEAN] * 2
    assert looked_at(moved, order(Verb.REPEAL, "d1/k1")) == [_CLEAN] * 2


@pytest.mark.parametrize(
    "other",
    [
        order(Verb.AMEND, "d1/k2", quoted=("2. Họp năm.",)),
        order(Verb.REPLACE_WORDS, "d1/k2", words_old=("quý",), words_new=("năm",)),
        order(Verb.ADD_WORDS, "d1/k2", words_new=("kín",)),
        order(Verb.REMOVE_WORDS, "d1/k2", words_old=("quý",)),
        order(Verb.AMEND, "d1/k2", quoted=("Họp năm.",), slot="sentence:1"),
    ],
)
def test_what_is_repealed_gets_no_new_words(other: Instruction) -> None:
    assert looked_at(_REPEALED, other) == [_DOUBTED] * 2
    assert looked_at(other, order(Verb.REPEAL, "d1")) == [_DOUBTED] * 2


def test_what_is_put_into_a_repealed_provision_is_doubtful_and_the_repeal_is_plain() -> None:
    inside = order(Verb.INSERT, "d1/k2/đa", quoted=("a) Họp kín.",))
    assert looked_at(_REPEALED, inside) == [_CLEAN, _DOUBTED]
    assert looked_at(inside, order(Verb.REPEAL, "d1")) == [_DOUBTED, _CLEAN]


@pytest.mark.parametrize(
    "other",
    [
        order(Verb.AMEND, "d1/k1", quoted=("1. Họp năm.",)),
        order(Verb.INSERT, "d1/k2", quoted=("2. Họp năm.",)),
        order(Verb.INSERT, "d1/k3", quoted=("3. Họp năm.",)),
        order(Verb.REPLACE_WORDS, "d1/k2", "d2/k2", words_old=("quý",), words_new=("năm",)),
        order(Verb.RENUMBER, "d1/k2", results=("d1/k3",)),
        order(Verb.REPEAL, "d1/k2"),
    ],
)
def test_a_number_left_free_words_in_a_list_and_other_places_go_with_a_repeal(
    other: Instruction,
) -> None:
    assert _DOUBTED not in looked_at(_REPEALED, other)


def test_a_repealed_sentence_leaves_its_clause_to_others() -> None:
    sentence = order(Verb.REPEAL, "d1/k2", slot="sentence:1")
    worded = order(Verb.AMEND, "d1/k2", quoted=("2. Họp năm.",))
    assert looked_at(sentence, worded) == [_CLEAN] * 2


def test_the_place_of_the_clash_is_said() -> None:
    ledgers = [Ledger(_REPEALED), Ledger(order(Verb.AMEND, "d1/k2", quoted=("2. Họp năm.",)))]
    look_for_clashes(ledgers, TargetFinder(TreeIndex(_TEXT), ""))
    said = [dict(doubt.arguments)["place"] for one in ledgers for doubt in one.doubts]
    assert said == [target("d1/k2").address.words] * 2
