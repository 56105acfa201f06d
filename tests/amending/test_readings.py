"""Provisions as a person writes them, what holds several named once."""

from __future__ import annotations

import pytest

from quyche_app.amending.readings import listed, places_words, reading_of
from quyche_app.domain.addresses import parse_path
from quyche_app.domain.operations import Instruction, Position, Target
from quyche_app.domain.verbs import Verb
from tests.amending.at_desk import order, target


def targets(*paths: str, slot: str = "unit") -> list[Target]:
    made = []
    for path in paths:
        address = parse_path(path)
        assert address is not None
        made.append(Target(address, slot))
    return made


@pytest.mark.parametrize(
    ("paths", "words"),
    [
        (["d5/k2"], "khoản 2 Điều 5"),
        (["d5/k2", "d5/k3"], "khoản 2 và khoản 3 Điều 5"),
        (["d17/k2", "d17/k3", "d18/k2"], "khoản 2, khoản 3 Điều 17 và khoản 2 Điều 18"),
        (["d5", "d6", "d7"], "Điều 5, Điều 6 và Điều 7"),
        (["d5/k2/đa", "d5/k2/đb"], "điểm a và điểm b khoản 2 Điều 5"),
        ([], ""),
    ],
)
def test_provisions_in_words(paths: list[str], words: str) -> None:
    assert places_words(targets(*paths)) == words


def test_a_slot_stands_before_its_provision() -> None:
    assert places_words(targets("d5/k2", slot="lead")) == "đoạn mở đầu khoản 2 Điều 5"


@pytest.mark.parametrize(
    ("words", "together"),
    [([], ""), (["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c")],
)
def test_words_as_a_list(words: list[str], together: str) -> None:
    assert listed(words) == together
    assert listed(words, last=", ") == ", ".join(words)


def test_each_verb_has_a_sentence_of_its_own() -> None:
    orders = [Instruction(0, 1, "", (1, 1), "", verb, (), words_old=("a",)) for verb in Verb]
    assert len({str(reading_of(order)) for order in orders}) == len(Verb)


@pytest.mark.parametrize(
    ("side", "made", "reference", "code"),
    [
        ("end", "d2/k4", "d2", "reading.insert_into"),
        ("start", "d2/k1", "d2", "reading.insert_into"),
        ("end", "d2#tail", "d2", "reading.insert_words"),
        ("after", "d2/k4", "d2/k3", "reading.insert_into"),
        ("after", "d2/k3", "d2/k3", "reading.insert_into"),
    ],
)
def test_what_is_new_is_put_into_its_place_or_words_to_its_end(
    side: str, made: str, reference: str, code: str
) -> None:
    position = Position(side, target(reference))
    instruction = order(Verb.INSERT, made, quoted=("4. Mới.",), position=position)
    assert reading_of(instruction).code == code
