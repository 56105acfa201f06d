"""Places as the natural style names them."""

from __future__ import annotations

import pytest

from quyche_app.domain.addresses import Address
from quyche_app.language.natural.addresses import Place, first_place, units_in
from quyche_app.language.natural.pieces import piece_of


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        ("khoản 2 Điều 5", ["d5/k2"]),
        ("Điều 5, khoản 2", ["d5/k2"]),
        ("khoản 2 và khoản 3 Điều 5", ["d5/k2", "d5/k3"]),
        ("điểm b khoản 1 Điều 3", ["d3/k1/đb"]),
        ("khoản 2 về thời hạn", []),
    ],
)
def test_words_that_are_all_place_are_units(words: str, paths: list[str]) -> None:
    assert [Address(one.path_steps()).path for one in units_in(words)] == paths


def test_a_clause_takes_its_article_from_the_clause_before() -> None:
    above = tuple(units_in("Điều 5"))
    (clause,) = units_in("khoản 2", above)
    assert Address(clause.path_steps()).path == "d5/k2"


def test_the_place_is_taken_out_of_a_clause() -> None:
    piece = piece_of("Khoản 2 Điều 5 bỏ câu cuối")
    assert piece is not None
    found = first_place(piece, Place())
    assert found is not None
    place, rest = found
    assert [Address(one.path_steps()).path for one in place.cited] == ["d5/k2"]
    assert rest.text == "bỏ câu cuối"
