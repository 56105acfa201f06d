"""Provisions as an order names them."""

from __future__ import annotations

import pytest

from quyche_app.drafting.deciding.places import places_said
from tests.drafting.deciding.made import target


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        (["d5"], "Điều 5"),
        (["d5/k2"], "khoản 2 Điều 5"),
        (["d5#heading"], "tên Điều 5"),
        (["d5", "d6"], "Điều 5 và Điều 6"),
        (["d5", "d6", "d8"], "các điều 5, 6 và 8"),
        (["d17/k2", "d17/k3"], "khoản 2 và khoản 3 Điều 17"),
        (["d18/k1/đa", "d18/k1/đb", "d18/k1/đd"], "các điểm a, b và d khoản 1 Điều 18"),
        (["d5/k1", "d6/k1"], "khoản 1 Điều 5 và khoản 1 Điều 6"),
        (["d5/k1", "d6/k1", "d7"], "khoản 1 Điều 5, khoản 1 Điều 6 và Điều 7"),
        (
            ["d55/k2", "d55/k3", "d60/k1"],
            "khoản 2 và khoản 3 Điều 55, khoản 1 Điều 60",
        ),
        (["d5", "d5/k1"], "Điều 5 và khoản 1 Điều 5"),
        (
            ["d5/k1#lead", "d5/k2#lead", "d5/k3"],
            "đoạn mở đầu khoản 1, đoạn mở đầu khoản 2 và khoản 3 Điều 5",
        ),
        (["cI", "cII", "cIII"], "Chương I, Chương II và Chương III"),
        (["qc:d1", "d2"], "Điều 1 và Điều 2"),
    ],
    ids=[
        "article",
        "clause",
        "its name",
        "two",
        "three",
        "two of one parent",
        "three of one parent",
        "two parents",
        "three parents",
        "two lists",
        "of two kinds",
        "parts are written out",
        "chapters are written out",
        "two texts",
    ],
)
def test_provisions_in_the_order_given(paths: list[str], said: str) -> None:
    assert places_said([target(path) for path in paths]) == said


def test_words_of_provisions_are_called_as_the_provisions() -> None:
    assert places_said([target(f"d{n}#text") for n in (1, 2, 3)]) == "các điều 1, 2 và 3"
