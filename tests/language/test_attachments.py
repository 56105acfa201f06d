"""Places and parts that an order names loosely: told, never joined by guess."""

from __future__ import annotations

import pytest

from quyche_app.language.attachments import left_open
from quyche_app.language.statements import read_statement
from tests.language.as_ordered import order


@pytest.mark.parametrize(
    "sentence",
    [
        "Bãi bỏ khoản 2 Điều 5 theo Điều 9.",
        "Bãi bỏ khoản 2 Điều 5 tại Điều 9.",
        "Bãi bỏ khoản 2 của khoản 3 Điều 5.",
        "Bãi bỏ điểm a của điểm b khoản 2 Điều 7.",
        "Tại Điều 5, bãi bỏ khoản 2 Điều 8.",
        "Thay “A” bằng “B” tại Điều 8 theo quy định tại Điều 5.",
        "Tại khoản 2 Điều 5, thay “A” bằng “B” tại Điều 8.",
    ],
)
def test_a_second_place_behind_a_preposition_is_no_target(sentence: str) -> None:
    assert all(one.unknown for one in read_statement(sentence).orders)


def test_one_address_over_several_prepositions_is_one_target() -> None:
    read = read_statement("Bãi bỏ điểm a của khoản 2 thuộc Điều 7.")
    assert [order(one) for one in read.orders] == ["repeal d7/k2/đa"]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Bãi bỏ khoản 2, 3, … Điều 5.", True),
        ("Bãi bỏ khoản 2 và/hoặc khoản 3 Điều 5.", True),
        ("Bãi bỏ khoản 2 Điều 5.", False),
        ("Thay “…” bằng “B” tại Điều 5.", False),
    ],
)
def test_a_list_that_is_left_open_is_known(sentence: str, words: bool) -> None:
    assert bool(left_open(sentence)) == words
